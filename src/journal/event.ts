import type { BackupPurpose } from '../backups/manifest.ts';
import type { EnvironmentName, ReleaseSide } from '../hop/hop.ts';
import type { Outcome } from '../hop/outcome.ts';

/**
 * One entry of the journal: what was observed, decided or done. Entries are numbered from 1 without gaps and chained
 * by `previous`, so that a missing, changed or reordered one is seen. Never a secret, never a row's value.
 */
export interface Entry {
  readonly format: 1;
  readonly sequence: number;
  /** SHA-256 in hex of the stored text of the entry before; the empty string for the first. */
  readonly previous: string;
  /** ISO 8601, by the writer's clock: clocks differ, so order is told by `sequence` alone. */
  readonly at: string;
  readonly system: string;
  readonly run: RunIdentity;
  readonly event: JournalEvent;
}

/** Who writes: a workflow run or a terminal. */
export interface RunIdentity {
  readonly kind: 'github' | 'terminal';
  /** GitHub's run id, or an id made when the command was started. */
  readonly id: string;
  readonly attempt: number;
  readonly actor: string;
  readonly url?: string;
}

/** The hop that an event belongs to. Events of another digest do not count for the hop that is approved. */
export interface HopReference {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly digest: string;
}

interface OfHop {
  readonly hop: HopReference;
}
interface InEnvironment extends OfHop {
  readonly environment: EnvironmentName;
}
interface Timed {
  readonly milliseconds: number;
}

export type JournalEvent =
  | { readonly type: 'planned'; readonly current: string; readonly target: string; readonly hops: readonly HopReference[] }
  | (InEnvironment & { readonly type: 'checked'; readonly version: string })
  | (InEnvironment &
      Timed & {
        readonly type: 'backed-up';
        readonly purpose: BackupPurpose;
        readonly backup: string;
        readonly version: string;
        /** The data is whole up to here; what is written later is lost by restoring. ISO 8601. */
        readonly dataAt: string;
        readonly bytes: number;
      })
  | (InEnvironment &
      Timed & {
        readonly type: 'restored';
        readonly backup: string;
        /** True when the fingerprint after the restore was equal to the backup's. */
        readonly proved: boolean;
        readonly tables: number;
        readonly rows: number;
      })
  | (InEnvironment & Timed & { readonly type: 'scrubbed'; readonly waived: boolean })
  /** Written before the deploy starts: after a kill, the next run knows that it may be half done. */
  | (InEnvironment & { readonly type: 'deploying'; readonly release: ReleaseSide; readonly version: string; readonly deferred: boolean })
  | (InEnvironment &
      Timed & {
        readonly type: 'deployed';
        readonly release: ReleaseSide;
        readonly version: string;
        /** Migrations were deferred, and seen not to have started. */
        readonly deferred: boolean;
        /** From the first failed to the first good health check, as far as it was watched. */
        readonly downtimeMilliseconds?: number;
      })
  | (InEnvironment &
      Timed & {
        readonly type: 'smoke-tested';
        readonly release: ReleaseSide;
        readonly version: string;
        readonly migrations: 'done' | 'pending' | 'running';
        readonly tests: readonly string[];
      })
  /** Written before migrations are started: from here on only a restore goes back. */
  | (InEnvironment & { readonly type: 'migrating' })
  | (InEnvironment & Timed & { readonly type: 'migrated' })
  | (InEnvironment & Timed & { readonly type: 'waited' })
  | (InEnvironment & { readonly type: 'rolling-back'; readonly to: string })
  | (InEnvironment & Timed & { readonly type: 'rolled-back'; readonly to: string })
  | (OfHop & { readonly type: 'rehearsed'; readonly backup: string })
  | (OfHop & { readonly type: 'approved'; readonly gate: string; readonly by: string; readonly comment?: string })
  | (OfHop & { readonly type: 'completed' })
  | (InEnvironment & {
      readonly type: 'ended';
      readonly command: string;
      readonly outcome: Exclude<Outcome, 'passed' | 'skipped'>;
      readonly message: string;
    });

export type EventType = JournalEvent['type'];
