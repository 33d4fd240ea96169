import type { Migrations, Observation, Reading, Serving } from '../../../../src/core/model/observation.ts';
import { hop } from '../../history/world.ts';
import { now } from './chronicle.ts';

const silent = 'connect ECONNREFUSED';

/** The newest migration before the hop, and the one that the hop brings. */
export const applied = { before: 'm6', after: 'm7' } as const;

const versions = {
  from: { kind: 'known', value: hop.from },
  to: { kind: 'known', value: hop.to },
  earlier: { kind: 'known', value: '0.9.9' },
  later: { kind: 'known', value: '1.2.0' },
  'off the path': { kind: 'known', value: '3.0.0' },
  unknown: { kind: 'unknown', reason: silent },
} as const satisfies Record<string, Reading<string>>;

const servings = {
  yes: { kind: 'yes' },
  no: { kind: 'no', reason: 'the database is locked' },
  unknown: { kind: 'unknown', reason: silent },
} as const satisfies Record<string, Serving>;

const migrations = {
  done: { kind: 'done', applied: applied.before },
  'done, one more than before': { kind: 'done', applied: applied.after },
  'done, and not told which': { kind: 'done' },
  pending: { kind: 'pending', next: applied.after, applied: applied.before },
  'pending, and not told what is complete': { kind: 'pending', next: applied.after },
  'pending, with a job in the queue': {
    kind: 'pending',
    next: applied.after,
    applied: applied.before,
    jobs: [{ id: 'job-7', migration: applied.after, state: 'accepted' }],
  },
  'pending behind one that ran': { kind: 'pending', next: 'm8', applied: applied.after },
  running: { kind: 'running', current: applied.after },
  failed: { kind: 'failed', current: applied.after, error: 'the disk is full' },
  unknown: { kind: 'unknown', reason: '401 Unauthorized' },
} as const satisfies Record<string, Migrations>;

/** What was put into an observation, by name. */
export interface Seen {
  readonly version: keyof typeof versions;
  readonly serving: keyof typeof servings;
  readonly migrations: keyof typeof migrations;
  readonly observation: Observation;
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  // `Object.keys` loses the type of the keys.
  const isKey = (name: string): name is Key => Object.hasOwn(record, name);
  return Object.keys(record).filter(isKey);
}

/** Every possible observation, as far as decisions can distinguish them. */
export const everythingSeen: readonly Seen[] = keysOf(versions).flatMap((version) =>
  keysOf(servings).flatMap((serving) =>
    keysOf(migrations).map((named) => ({
      version,
      serving,
      migrations: named,
      observation: {
        at: now.toISOString(),
        version: versions[version],
        serving: servings[serving],
        migrations: migrations[named],
      },
    })),
  ),
);

export function isComplete({ migrations: named }: Seen): boolean {
  return named.startsWith('done');
}

/** Serves, with nothing left to migrate. */
export function isHealthy(seen: Seen): boolean {
  return seen.serving === 'yes' && isComplete(seen);
}

export function isPending({ migrations: named }: Seen): boolean {
  return named.startsWith('pending');
}
