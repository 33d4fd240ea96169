import type { Entry, EntryOf } from '../model/event.ts';
import type { EnvironmentName } from '../model/hop.ts';
import type { Applied, Migrations } from '../model/observation.ts';
import { inEnvironment, isOf } from './entries.ts';
import type { Situation } from './situation.ts';

/** The migration state of the data, as the journal keeps it: whatever runs or is queued later shows up as a difference. */
export interface MigrationTrace {
  readonly applied?: Applied;
  /** The migration that is next. */
  readonly next?: string;
  /** The ids of all jobs. */
  readonly jobs?: readonly string[];
}

export function traceOf(migrations: Migrations): MigrationTrace {
  if (migrations.kind === 'unknown') return {};
  const { applied, jobs } = migrations;
  return {
    ...(applied === undefined ? {} : { applied }),
    ...(migrations.kind === 'pending' ? { next: migrations.next } : {}),
    ...(jobs === undefined ? {} : { jobs: jobs.map(({ id }) => id) }),
  };
}

/**
 * What shows that a migration was started or queued since; undefined if nothing does, which does not prove that none was.
 * A clause: `the migration m7 is running`.
 */
export function startedSince(before: MigrationTrace, now: Migrations): string | undefined {
  switch (now.kind) {
    case 'unknown':
      return undefined;
    case 'running':
      return `the migration ${now.current} is running or queued`;
    case 'failed':
      return `the migration ${now.current} was started and failed: ${now.error}`;
    case 'pending':
    case 'done':
      return appliedSince(before, now) ?? queuedSince(before, now) ?? movedSince(before, now);
  }
}

type Quiet = Extract<Migrations, { kind: 'pending' | 'done' }>;

function appliedSince({ applied }: MigrationTrace, now: Quiet): string | undefined {
  if (applied === undefined || now.applied === undefined || applied === now.applied) return undefined;
  return `the newest completed migration is ${now.applied}, before it was ${applied}`;
}

/** A job for a migration that is still pending belongs to the new release, whenever it was queued: it will run. */
function queuedSince({ jobs: before }: MigrationTrace, now: Quiet): string | undefined {
  const next = now.kind === 'pending' ? now.next : undefined;
  const job = now.jobs?.find(
    ({ id, migration }) => migration === next || (before !== undefined && !before.includes(id)),
  );
  return job === undefined ? undefined : `there is a job for the migration ${job.migration} (${job.state})`;
}

function movedSince({ next }: MigrationTrace, now: Quiet): string | undefined {
  if (next === undefined) return undefined;
  if (now.kind === 'done') return `the migration ${next} was pending, and nothing is pending now`;
  return now.next === next ? undefined : `the migration ${next} was pending, and now ${now.next} is`;
}

export const appliedUnknown = 'the migrations probe does not report which migration is the newest complete one';

/** Why a look shows nothing of what has run since; undefined if it would. A phrase. */
export function cannotShow({ applied }: MigrationTrace, now: Migrations): string | undefined {
  if (now.kind === 'unknown') return now.reason;
  if (now.applied === undefined) return appliedUnknown;
  return applied === undefined
    ? 'it is not known which migration was the newest complete one before the deploy'
    : undefined;
}

/**
 * The migration state of the data directly before this hop was first deployed here: from the journal, or as seen now if the
 * previous release runs and no deploy was started. An older release that answers later does not know the later migrations,
 * so it proves nothing.
 *
 * On staging the first look at the restored copy counts: nothing that reached it later was put there by a person. On
 * production people may migrate before the hop, so there the last look counts.
 */
export function traceBefore(situation: Situation, environment: EnvironmentName): MigrationTrace {
  const { standing, observation } = situation;
  const kept = sinceReplaced(situation, environment).filter((entry) => showsBefore(entry, situation));
  const started = kept.find((entry) => isOf(entry, 'deploying'));
  const before = started === undefined ? kept : kept.filter(({ sequence }) => sequence <= started.sequence);
  const seenNow = started === undefined && standing.kind === 'on-from' ? [traceOf(observation.migrations)] : [];
  const seen = [...before.map(({ event }) => keptIn(event)), ...seenNow];
  return Object.assign({}, ...(environment === 'production' ? seen : seen.toReversed()));
}

/** A check or a deploy of `from`, whose first answer shows the state of the data; or the start of a deploy of `to`. */
function showsBefore(
  entry: Entry,
  { hop }: Situation,
): entry is EntryOf<'checked'> | EntryOf<'deployed'> | EntryOf<'deploying'> {
  if (isOf(entry, 'checked')) return entry.event.version === hop.from;
  if (isOf(entry, 'deployed')) return entry.event.release === 'from';
  return isOf(entry, 'deploying') && entry.event.release === 'to';
}

/** The migration state when the deploy of `to` was seen to be done; nothing if it was not. */
export function traceDeployed(situation: Situation, environment: EnvironmentName): MigrationTrace {
  const deployed = sinceReplaced(situation, environment).findLast(
    (entry): entry is EntryOf<'deployed'> => isOf(entry, 'deployed') && entry.event.release === 'to',
  );
  return keptIn(deployed?.event);
}

/**
 * After a restore the data may be different data. On production a restore brings back what its check saw, and after a rollback
 * a check comes first; on staging a restore begins another rehearsal, and the rollback in it leaves the data as it is.
 */
function sinceReplaced({ record }: Situation, environment: EnvironmentName): readonly Entry[] {
  const here = inEnvironment(record.entries, environment);
  const replacing = environment === 'production' ? ['rolled-back'] : ['restored', 'carried-over'];
  return here.slice(here.findLastIndex(({ event }) => replacing.includes(event.type)) + 1);
}

function keptIn(event: MigrationTrace | undefined): MigrationTrace {
  if (event === undefined) return {};
  const { applied, next, jobs } = event;
  return {
    ...(applied === undefined ? {} : { applied }),
    ...(next === undefined ? {} : { next }),
    ...(jobs === undefined ? {} : { jobs }),
  };
}
