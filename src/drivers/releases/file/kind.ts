import { resolve } from 'node:path';
import { UserError } from '../../../core/messages/errors.ts';
import type { PublishedTags } from '../../../core/model/release.ts';
import { template } from '../../../core/settings/scalars.ts';
import { kind } from '../../../world/effects/kind.ts';
import { readTextFile } from '../../../world/text-file.ts';
import { productFolder } from '../product-folder.ts';
import { parseReleaseFile } from '../release-file.ts';
import type { ReleaseKind } from '../release-kind.ts';

const part: ReleaseKind['part'] = kind(
  'file',
  () =>
    template.describe(
      'A YAML or JSON file with a list of releases, as `list` takes them or as `plan --save-releases` wrote it. A relative path starts at the folder of the product definition, or else at the root of the repository that has the configuration.',
    ),
  (path, { effects, where, placeholders }) => ({
    read: async (signal) => {
      const filled = effects.variables.fill(path, where, placeholders);
      const home = placeholders[productFolder];
      const folders = home === undefined ? [effects.directory] : [home, effects.directory];
      return await readFirst([...new Set(folders.map((folder) => resolve(folder, filled)))], signal);
    },
  }),
);

export const file: ReleaseKind = { part };

async function readFirst(paths: readonly string[], signal: AbortSignal | undefined): Promise<PublishedTags> {
  for (const path of paths) {
    const text = await readIfThere(path, signal);
    if (text !== undefined) return parseReleaseFile(text, path);
  }
  throw new UserError({
    happened: `The file of releases was not found: ${paths.map((path) => `"${path}"`).join(' and ')} do not exist.`,
    means: 'No releases are known, so no path was planned.',
    next: 'Correct the path, or check the file out in this job.',
  });
}

async function readIfThere(path: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  try {
    return await readTextFile(path, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new UserError(
      {
        happened: `The file of releases "${path}" cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
        means: 'No releases are known, so no path was planned.',
        next: 'It must be a readable file in YAML or JSON.',
      },
      { cause },
    );
  }
}
