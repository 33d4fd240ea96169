import { createHash } from 'node:crypto';
import type { BackupPurpose } from '../../core/model/manifest.ts';

const longestHop = 120;

/**
 * A name that sorts by time and tells a person in a listing what it is:
 * `20260102T021409123Z_restore-point_1.0.2--1.1.0`. Safe as a file name and as a key.
 */
export function backupId({ purpose, hop, at }: { purpose: BackupPurpose; hop: string; at: Date }): string {
  const time = at.toISOString().replaceAll(/[-:.]/g, '');
  return `${time}_${purpose}_${safe(hop)}`;
}

/** Whether a text can be the id of a backup: nothing that leads out of a folder or hides a file. */
export function isBackupId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._+-]{0,199}$/.test(text);
}

/** States may have any name (`db.t4g.medium → db.r6g.large`): a digest distinguishes names that had to be changed. */
function safe(hop: string): string {
  const plain = hop.replaceAll(/[^A-Za-z0-9._+-]+/g, '-');
  if (plain === hop && hop.length <= longestHop) return hop;
  return `${plain.slice(0, longestHop)}-${createHash('sha256').update(hop).digest('hex').slice(0, 8)}`;
}
