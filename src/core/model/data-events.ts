import { z } from 'zod';
import {
  contents,
  count,
  event,
  inEnvironment,
  migrationTrace,
  milliseconds,
  recordedData,
  recordedIdentity,
  text,
} from './event-shapes.ts';
import { backupPurposes } from './manifest.ts';

/* What happens to data: marks, backups, restores. */

export const dataEvents = [
  /** A person has said that this store may be emptied, and the mark was seen on it. Written after the marking. */
  event('disposable-marked', () => ({
    mark: text,
    tiedTo: text,
    /** The store's name in the configuration. */
    data: text,
    /** What was typed as confirmation. */
    name: text,
    identity: recordedIdentity,
  })),
  /** Production was found to have a mark: that mark proves nothing any more, wherever it turns up. */
  event('production-found-marked', () => ({ mark: text, data: text, identity: recordedIdentity })),
  event('checked', () => ({
    ...inEnvironment,
    version: text,
    ...migrationTrace,
    /** What answered as production's data: none of it is ever marked as disposable, whatever name leads to it later. */
    data: z.array(recordedData).readonly().exactOptional(),
  })),
  event('backed-up', () => ({
    ...inEnvironment,
    purpose: z.enum(backupPurposes),
    backup: text,
    version: text,
    /** The data is complete up to here; what is written later is lost by restoring. ISO 8601. */
    dataAt: text,
    /** Each data store, with the time up to which its own data is complete. */
    data: z
      .array(z.object({ ...recordedData.unwrap().shape, dataAt: text }).readonly())
      .readonly()
      .exactOptional(),
    bytes: count,
    /** SHA-256 of its manifest: if that was changed since, it is not the backup that was taken, and does not count. */
    manifest: text.exactOptional(),
    /** Checked before it was written: there is room for it in the store. Left out if that could not be determined. */
    fits: z.literal(true).exactOptional(),
    milliseconds,
  })),
  /** According to the configuration of how long backups are kept. */
  event('backups-removed', () => ({ backups: z.array(text).readonly() })),
  /** Written before anything is replaced: after a kill, the next run knows that staging holds neither the old nor the new data. */
  event('restoring', () => ({ ...inEnvironment, backup: text })),
  event('restored', () => ({
    ...inEnvironment,
    backup: text,
    /** True when the fingerprint after the restore was equal to the backup's. */
    proved: z.boolean(),
    ...contents,
    milliseconds,
  })),
  /** The restore point itself was restored on staging and compared equal, before the deploy on production. */
  event('point-proved', () => ({ ...inEnvironment, backup: text, ...contents, milliseconds })),
  event('scrubbed', () => ({ ...inEnvironment, waived: z.boolean(), milliseconds })),
] as const;
