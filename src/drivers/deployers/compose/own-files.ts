import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { WrittenFile } from '../deployer.ts';

const written = z.lazy(() =>
  z.looseObject({
    file: z.union([z.string(), z.array(z.string())]),
    'env-file': z.looseObject({ file: z.string() }).optional(),
    pinned: z.unknown().optional(),
  }),
);

/** The Compose files, and the file with their variables: if none is named, Compose reads `.env` beside the first. */
export function composeFiles(settings: unknown): readonly WrittenFile[] {
  const read = written.safeParse(settings);
  if (!read.success) return [];
  const { file, 'env-file': envFile, pinned } = read.data;
  const files = [file].flat();
  const [first = ''] = files;
  return [
    ...files.map(
      (path, index): WrittenFile => ({
        kind: 'compose',
        path,
        ...(pinned === undefined || index > 0 ? {} : { ofRelease: true }),
      }),
    ),
    envFile === undefined
      ? { kind: 'env', path: join(dirname(first), '.env'), optional: true }
      : { kind: 'env', path: envFile.file },
  ];
}
