import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * The licence texts of all packages that went into a bundle: their licences require them wherever the code goes.
 * @param inputs The paths of all bundled files, relative to `root`.
 */
export async function licences(root: string, inputs: readonly string[]): Promise<string> {
  const packages = new Set(inputs.flatMap((path) => packageFolder(path) ?? []));
  const found = await Promise.all([...packages].sort().map((folder) => licenceOf(root, folder)));
  // Packages of one author mostly have exactly the same text.
  const titles = Map.groupBy(found, ({ text }) => text);
  const texts = [...titles].map(([text, those]) => {
    const title = those.map((each) => each.title).join('\n');
    return `${title}\n${'-'.repeat(those.at(-1)?.title.length ?? 0)}\n${text}\n`;
  });
  return `The bundles contain code of these packages.\n\n${texts.join('\n')}`;
}

/** `node_modules/a/node_modules/@b/c/lib/d.js` → `node_modules/a/node_modules/@b/c`. */
function packageFolder(path: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

const manifest = z.object({ name: z.string(), version: z.string(), license: z.string().default('no licence named') });

async function licenceOf(root: string, folder: string): Promise<{ readonly title: string; readonly text: string }> {
  const { name, version, license } = manifest.parse(
    JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')),
  );
  const file = (await readdir(join(root, folder))).sort().find((entry) => /^licen[cs]e\b/i.test(entry));
  const text =
    file === undefined ? 'No licence text is published with it.' : await readFile(join(root, folder, file), 'utf8');
  return { title: `${name} ${version} (${license})`, text: text.trim() };
}
