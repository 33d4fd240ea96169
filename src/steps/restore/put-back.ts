import type { Settled } from '../../core/decisions/decision.ts';
import { compareFingerprints } from '../../core/decisions/fingerprint.ts';
import type { LiveIdentity } from '../../core/model/identity.ts';
import type { BackupManifest } from '../../core/model/manifest.ts';
import type { HopStepContext } from '../hop/hop-step.ts';
import { stopServer } from './stopped-server.ts';

export type PutBackEnd =
  | { readonly kind: 'proved'; readonly tables: number; readonly rows: number; readonly milliseconds: number }
  | { readonly kind: 'settled'; readonly settled: Settled };

/**
 * Replaces the database of the context's environment by a backup, and compares what is there then with what was backed
 * up.
 * @param mayReplace asked in the session that empties, directly before
 * @param shows what the journal is told: a rehearsal begins from `restored`, a restore point is only `point-proved`
 */
export async function putBack(
  context: HopStepContext,
  backup: BackupManifest,
  mayReplace: (now: LiveIdentity) => Settled | undefined,
  shows: 'restored' | 'point-proved' = 'restored',
): Promise<PutBackEnd> {
  const { project, live, environment } = context;
  const { effects } = project;
  const started = effects.clock.now().getTime();
  // Fetched before the server is stopped, which costs time, and nothing else.
  const stored = await project.store().open(backup.id);
  try {
    await context.confirmLease();
    const stopped = await stopServer(context);
    if (stopped !== undefined) return { kind: 'settled', settled: stopped };
    await context.record({ type: 'restoring', backup: backup.id });
    await context.confirmLease();
    const database = live.database();
    const { references } = stored.manifest;
    const { directory } = stored;
    const { log, signal } = effects;
    const refused = await log.group(`Restore ${backup.id} on ${environment}`, () =>
      database.restore({ directory, references, log, signal, mayReplace }),
    );
    if (refused !== undefined) return { kind: 'settled', settled: refused };
    const comparison = compareFingerprints(
      backup.fingerprint,
      await database.fingerprint(signal, hasChecksums(backup)),
    );
    const milliseconds = effects.clock.now().getTime() - started;
    if (comparison.kind !== 'equal') return { kind: 'settled', settled: notEqual(environment, backup.id, comparison) };
    const { tables, rows } = comparison;
    await context.record(
      shows === 'restored'
        ? { type: 'restored', backup: backup.id, proved: true, tables, rows, milliseconds }
        : { type: 'point-proved', backup: backup.id, tables, rows, milliseconds },
    );
    return { kind: 'proved', tables, rows, milliseconds };
  } finally {
    await stored.release();
  }
}

/** A backup's fingerprint with checksums is only matched by one that has them too. */
function hasChecksums({ fingerprint }: BackupManifest): boolean {
  return fingerprint.kind !== 'none' && fingerprint.value.tables.some((table) => table.checksum !== undefined);
}

type NotEqual = Exclude<ReturnType<typeof compareFingerprints>, { readonly kind: 'equal' }>;

function notEqual(environment: string, backup: string, comparison: NotEqual): Settled {
  const what =
    comparison.kind === 'cannot-tell' ? `it cannot be told (${comparison.reason})` : comparison.differences.join('; ');
  return {
    kind: 'failed',
    message: {
      happened: `What was restored on ${environment} is not shown to be equal to ${backup}: ${what}.`,
      means:
        environment === 'staging'
          ? 'This backup is not a way back. Production was not touched.'
          : 'Production is stopped, on data that is not what was backed up.',
      next:
        environment === 'staging'
          ? 'Take a new backup (start a new run). If it differs again, something writes to staging, or the backup loses data.'
          : 'Find out what writes to the database, then run the same rollback again.',
    },
  };
}
