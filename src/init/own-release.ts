import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ownRepository, type Pin } from './render/pins.ts';

/**
 * The release as which this package was published. A commit cannot contain its own name, so the file is in no commit: the
 * workflow that publishes to npm adds it to the package, whose other files are those of the commit.
 */
export const ownReleaseFile: URL = new URL('./own-release.json', import.meta.url);

export const ownReleaseShape = z.strictObject({
  /** As in package.json. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
});

/** The action at the commit of this package's release; undefined in a checkout and in a build that was not published. */
export function ownRelease(): Pin | undefined {
  const text = readIfThere(ownReleaseFile);
  if (text === undefined) return undefined;
  const { version, commit } = ownReleaseShape.parse(JSON.parse(text));
  return { repository: ownRepository, ref: commit, version: `v${version}` };
}

function readIfThere(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
