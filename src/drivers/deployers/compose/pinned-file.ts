import { createHash } from 'node:crypto';
import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { ComposeSettings } from './settings.ts';

const maxBytes = 1024 * 1024;
const timeoutMilliseconds = 30_000;

/** The file that was published with a release, as it was when its checksum was recorded. */
export async function pinnedFile(
  { url, sha256 }: NonNullable<ComposeSettings['pinned']>,
  { effects, where, placeholders }: PartContext,
): Promise<string> {
  const address = effects.variables.fill(url, `${where}.pinned.url`, placeholders);
  const version = placeholders.version ?? '';
  const bytes = await fetched(address, effects);
  const sum = createHash('sha256').update(bytes).digest('hex');
  const wanted = Object.hasOwn(sha256, version) ? sha256[version] : undefined;
  if (wanted === undefined) {
    throw new UserError({
      happened: `${where}.pinned.sha256 has no checksum for ${version}.`,
      means: 'A file that nobody has read is not put in place. Nothing was changed.',
      next: `Read ${address}, and if it is what you want, add "${version}": ${sum}.`,
    });
  }
  if (wanted !== sum) {
    throw new SystemFailure({
      happened: `The file at ${address} has the SHA-256 ${sum}, and ${where}.pinned.sha256 has ${wanted} for ${version}.`,
      means: 'It was changed since its checksum was written down, or something else answered. Nothing was changed.',
      next: 'Find out what was changed in it. If that is what you want, correct the checksum and rehearse the hop again.',
    });
  }
  return new TextDecoder().decode(bytes);
}

async function fetched(address: string, { fetch, signal }: PartContext['effects']): Promise<Uint8Array> {
  const failed = (reason: string, cause?: unknown): SystemFailure =>
    new SystemFailure(
      {
        happened: `The Compose file could not be fetched from ${address}: ${reason}.`,
        means: 'Nothing was changed.',
        next: 'Make sure that this job reaches the address, then run the step again.',
      },
      { cause },
    );
  const limit = AbortSignal.timeout(timeoutMilliseconds);
  let bytes: Uint8Array;
  try {
    const response = await fetch(address, { signal: AbortSignal.any([limit, signal]) });
    if (!response.ok) throw failed(`the server answered ${response.status}`);
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof SystemFailure || cause instanceof UserError) throw cause;
    throw failed(limit.aborted ? `no answer within ${timeoutMilliseconds / 1000} s` : 'no connection', cause);
  }
  if (bytes.length > maxBytes) throw failed('it is larger than 1 MiB, and so no Compose file');
  return bytes;
}
