import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { UserError } from '../../src/core/messages/errors.ts';
import { ownReleaseShape } from '../../src/init/own-release.ts';
import { argumentsOf, runStep } from './run.ts';
import { stampedFile } from './stamped-file.ts';

/*
 * Writes into a built dist/ which commit it is the release of, for `staged-upgrade init` to pin. Nothing else in the
 * package differs from the commit, so anybody can compare the two.
 */
await runStep(async () => {
  const [dist, commit] = argumentsOf('stamp.ts', ['DIST', 'COMMIT']);
  const stamp: z.input<typeof ownReleaseShape> = { version: manifest.version, commit };
  if (!ownReleaseShape.safeParse(stamp).success) {
    throw new UserError({
      happened: `"${commit}" at version "${manifest.version}" is not the commit of a release.`,
      means: `${dist} was left as it is.`,
      next: 'Give the 40 digits of the commit that is tagged, and release versions of three numbers only.',
    });
  }
  await access(join(dist, 'cli.js')).catch((cause: unknown) => {
    const next = 'Run "npm run build" first, and name its dist/.';
    throw new UserError({ happened: `${dist} has no cli.js.`, means: 'It is not a built dist/.', next }, { cause });
  });
  const file = join(dist, stampedFile);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(stamp)}\n`);
  return `${file} names ${commit} as v${manifest.version}.`;
});
