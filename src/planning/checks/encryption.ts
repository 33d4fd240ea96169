import { type Finding, fine } from '../../core/messages/finding.ts';
import type { Seal } from '../../world/sealing/seal.ts';

/** Whether what is encrypted now can be decrypted again, before anything relies on it. */
export async function encryptionFindings(seal: Pick<Seal, 'requireReadable'>, subject: string): Promise<Finding[]> {
  await seal.requireReadable();
  return [fine(subject, 'What is encrypted for its recipients can be decrypted with the identity of this run.')];
}
