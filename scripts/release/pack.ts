import { execFile } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { UserError } from '../../src/core/messages/errors.ts';
import { ownReleaseShape } from '../../src/init/own-release.ts';
import { argumentsOf, runStep } from './run.ts';
import { stampedFile } from './stamped-file.ts';

/*
 * Packs the npm package: the files of the commit, one that says which commit it is, for `staged-upgrade init` to pin, and a
 * package.json without what only development needs. All code is bundled into dist/, so installing it brings nothing else.
 */
const root = resolve(import.meta.dirname, '../..');
const notPublished = new Set(['dependencies', 'devDependencies', 'overrides', 'scripts', 'allowScripts']);

await runStep(async () => {
  const [dist, commit, folder] = argumentsOf('pack.ts', ['DIST', 'COMMIT', 'FOLDER']);
  const stamp: z.input<typeof ownReleaseShape> = { version: manifest.version, commit };
  if (!ownReleaseShape.safeParse(stamp).success) {
    throw new UserError({
      happened: `"${commit}" at version "${manifest.version}" is not the commit of a release.`,
      means: 'Nothing was packed.',
      next: 'Give the 40 digits of the commit that is tagged, and release versions of three numbers only.',
    });
  }
  await access(join(dist, 'cli.js')).catch((cause: unknown) => {
    const next = 'Run "npm run build" first, and name its dist/.';
    throw new UserError({ happened: `${dist} has no cli.js.`, means: 'Nothing was packed.', next }, { cause });
  });
  const copy = await mkdtemp(join(tmpdir(), 'staged-upgrade-package-'));
  try {
    for (const each of [...manifest.files, 'README.md', 'LICENSE', '.gitignore']) {
      await cp(each === 'dist' ? dist : join(root, each), join(copy, each), { recursive: true });
    }
    const published = Object.entries(manifest).filter(([key]) => !notPublished.has(key));
    await writeFile(join(copy, 'package.json'), `${JSON.stringify(Object.fromEntries(published), undefined, 2)}\n`);
    const file = join(copy, 'dist', stampedFile);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(stamp)}\n`);
    await mkdir(folder, { recursive: true });
    await promisify(execFile)('npm', ['pack', copy, '--pack-destination', folder]);
  } finally {
    await rm(copy, { recursive: true });
  }
  return `v${manifest.version} of ${commit} is packed in ${folder}.`;
});
