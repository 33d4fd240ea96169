import type { Attempt } from '../../../../src/core/decisions/backup.ts';
import type { Entry, JournalEvent } from '../../../../src/core/model/event.ts';
import type { EnvironmentName, Hop } from '../../../../src/core/model/hop.ts';
import { type BackupManifest, type BackupPurpose, manifestFormat } from '../../../../src/core/model/manifest.ts';
import { dataBackup } from '../../../support/data-backup.ts';
import { hop } from '../../history/world.ts';

/** What the tables write into journals, and when. */

export const now = new Date('2026-03-10T02:00:00Z');
export const hour = 3_600_000;
export const maxAge = 7 * 24 * hour;

export const thisRun: Attempt = { id: 'run-2', attempt: 2 };
/** The same run before somebody pressed "Re-run": its approval is not this attempt's. */
export const earlierAttempt: Attempt = { id: 'run-2', attempt: 1 };
export const otherRun: Attempt = { id: 'run-1', attempt: 2 };

export const otherDigest = 'e'.repeat(64);
export const next: Hop = { ...hop, id: '1.1.4--1.2.0', from: '1.1.4', to: '1.2.0', digest: 'f'.repeat(64) };

export const backups = { rehearsal: 'rehearsal-1', point: 'restore-point-1' } as const;

export interface Line {
  readonly event: JournalEvent;
  /** Milliseconds before now. */
  readonly age?: number;
  readonly run?: Attempt;
}

/** An event of a hop in an environment, both filled in. */
export function of(environment: EnvironmentName, { id, from, to, digest }: Hop = hop) {
  return { hop: { id, from, to, digest }, environment } as const;
}

/** The path of three hops; decisions are about the second. */
const path = [
  { id: '0.9.9--1.0.2', from: '0.9.9', to: '1.0.2', digest: 'a'.repeat(64), manual: [] },
  { id: hop.id, from: hop.from, to: hop.to, digest: hop.digest, manual: [] },
  { id: next.id, from: next.from, to: next.to, digest: next.digest, manual: [] },
];

const staging = { kind: 'sqlite', lineage: {}, location: { file: 'staging' } } as const;

/** Staging was marked as disposable, which is done once. */
export const marked: Line = {
  event: {
    type: 'disposable-marked',
    mark: 'mark-1',
    tiedTo: 'staging',
    data: 'sqlite',
    name: 'staging',
    identity: staging,
  },
  age: 2 * maxAge,
};

export const planned: Line = { event: { type: 'planned', current: '0.9.9', target: '1.2.0', hops: path } };

/** The backup that the rehearsal restores; a run that is killed before it records one leaves it only in the store. */
export const takenForRehearsal: Line = {
  event: {
    ...of('production'),
    type: 'backed-up',
    purpose: 'rehearsal',
    backup: backups.rehearsal,
    version: hop.from,
    dataAt: '',
    bytes: 1,
    milliseconds: 1,
  },
};

export function entriesOf(lines: readonly Line[]): readonly Entry[] {
  return lines.map(
    ({ event, age = hour, run = thisRun }, index): Entry => ({
      format: 1,
      sequence: index + 1,
      previous: '',
      hash: '',
      at: new Date(now.getTime() - age).toISOString(),
      system: 'records',
      run: { kind: 'github', ...run, actor: 'engineer' },
      event,
    }),
  );
}

export function manifest(purpose: BackupPurpose, id: string, age = hour): BackupManifest {
  const at = new Date(now.getTime() - age).toISOString();
  return {
    format: manifestFormat,
    id,
    system: 'records',
    product: 'sample',
    purpose,
    hop: { id: hop.id, digest: hop.digest },
    version: hop.from,
    startedAt: at,
    finishedAt: at,
    dataAt: at,
    journalEntries: 1,
    data: [dataBackup(at)],
  };
}
