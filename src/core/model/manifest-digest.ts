import { sha256 } from './digest.ts';
import type { BackupManifest } from './manifest.ts';

/**
 * SHA-256 in hex over a manifest, however it is formatted. A manifest has the SHA-256 of every file, so this one hash in
 * the journal identifies the whole backup.
 */
export function manifestDigest(manifest: BackupManifest): string {
  return sha256(manifest);
}
