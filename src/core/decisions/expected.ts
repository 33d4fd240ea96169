import { after, inEnvironment, isOf, latest } from '../history/entries.ts';
import type { HopRecord } from '../history/record.ts';
import type { Entry, EntryOf } from '../model/event.ts';
import type { EnvironmentName } from '../model/hop.ts';
import type { TimedAct } from './promotion-time.ts';

/**
 * How long the rest of a job on production will take, from the act to the end of the job, judging by the rehearsal of this
 * hop. Undefined if the rehearsal did not time it. Milliseconds.
 * @param validation for how long the smoke tests are repeated there, which they are not in a rehearsal; milliseconds
 */
export function expectedMilliseconds(record: HopRecord, act: TimedAct, validation = 0): number | undefined {
  const { entries } = record;
  const staging = inEnvironment(entries, 'staging');
  const deployed = staging.findLast((entry) => isOf(entry, 'deployed') && entry.event.release === 'to');
  const waited = latest(staging, 'waited')?.event.milliseconds;
  const smoke = (latest(staging, 'smoke-tested')?.event.milliseconds ?? 0) + validation;
  const backedUp = record.rehearsedOn?.event.milliseconds;
  const deferred = areDeferred(staging);
  const deploy =
    deployed === undefined || !isOf(deployed, 'deployed')
      ? undefined
      : // What is not deferred runs in the same job.
        deployed.event.milliseconds + (deferred ? 0 : (waited ?? 0)) + smoke;
  switch (act) {
    case 'restore-point':
      return backedUp === undefined || deploy === undefined ? undefined : backedUp + deploy;
    case 'deploy':
      return deploy;
    case 'migrate': {
      const migrations = deferred ? rehearsedMigrations(record) : undefined;
      return migrations === undefined ? undefined : migrations + smoke;
    }
  }
}

/** The pause of a wait between its first and its second look. */
export const firstPauseMilliseconds = 200;

/**
 * What starts the migrations of a hop in an environment: a start of its own or, where the server starts them by itself,
 * the deploy. An earlier wait may already have watched them.
 */
export function migrationsStarted({ entries }: HopRecord, environment: EnvironmentName): Entry | undefined {
  const here = inEnvironment(entries, environment);
  const deploying = latest(here, 'deploying');
  if (!areDeferred(here)) return deploying;
  // A run that resumes them records a start again: they began with the first one.
  const since = deploying === undefined ? here : after(here, deploying);
  return since.find((entry) => isOf(entry, 'migrating')) ?? latest(here, 'migrating');
}

/** How long the migrations took in the rehearsal; undefined if nobody saw them end. Milliseconds. */
export function rehearsedMigrations(record: HopRecord): number | undefined {
  const here = inEnvironment(record.entries, 'staging');
  const waited = latest(here, 'waited');
  if (waited === undefined) return undefined;
  const before = { ...record, entries: record.entries.filter(({ sequence }) => sequence < waited.sequence) };
  const started = migrationsStarted(before, 'staging');
  if (started === undefined) return undefined;
  // `migrate` watches them to their end, and the wait after it finds them complete.
  const ended = latest(after(inEnvironment(before.entries, 'staging'), started), 'migrated') ?? waited;
  return wasEndSeen(ended, started) ? Math.max(0, Date.parse(ended.at) - Date.parse(started.at)) : undefined;
}

/** A later run that found them complete at its first look cannot know since when they have been. */
function wasEndSeen(ended: EntryOf<'waited'> | EntryOf<'migrated'>, started: Entry): boolean {
  const sameRun = ended.run.id === started.run.id && ended.run.attempt === started.run.attempt;
  return sameRun || ended.event.milliseconds >= firstPauseMilliseconds;
}

function areDeferred(here: readonly Entry[]): boolean {
  return latest(here, 'deploying')?.event.deferred === true;
}
