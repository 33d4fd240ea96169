import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UserError } from '../../src/core/messages/errors.ts';

const run = promisify(execFile);

/** What a package that npm has packed says of itself. */
export interface PackedRelease {
  readonly name: string;
  readonly version: string;
  /** The commit that it is the release of. */
  readonly commit: string;
}

/** @throws UserError when the package does not say which commit it is the release of */
export async function packedRelease(tarball: string): Promise<PackedRelease> {
  const { stdout: listing } = await run('tar', ['-tzf', tarball]);
  const stamp = listing.split('\n').find((path) => path.endsWith('/own-release.json'));
  if (stamp === undefined) {
    throw new UserError({
      happened: `${tarball} does not say which commit it is the release of.`,
      means: 'Workflows that its "init" writes would name no commit. Nothing was published.',
      next: 'Pack it by "node scripts/release/pack.ts dist COMMIT FOLDER".',
    });
  }
  const [manifest, own] = [await json(tarball, 'package/package.json'), await json(tarball, stamp)];
  return { name: text(manifest, 'name'), version: text(manifest, 'version'), commit: text(own, 'commit') };
}

async function json(tarball: string, path: string): Promise<unknown> {
  return JSON.parse((await run('tar', ['-xzOf', tarball, path])).stdout);
}

function text(value: unknown, name: string): string {
  const found =
    typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined;
  if (typeof found !== 'string') throw new Error(`the package has no "${name}"`);
  return found;
}
