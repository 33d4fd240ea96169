import type { Entry, EntryOf } from '../model/event.ts';
import type { Confirmable } from '../model/gate.ts';
import { type Checkpoint, eachCheckpoint, type HopStep, type HopTraits, hopSequence } from '../model/sequence.ts';
import { after, inEnvironment, isOf, latest } from './entries.ts';
import type { HopRecord } from './record.ts';

/** How far the rehearsal of a hop has got, according to the journal alone. */
export type Rehearsal =
  | { readonly kind: 'none' }
  /** There is no staging, for the reason given in the configuration. */
  | { readonly kind: 'waived'; readonly because: string }
  /** It failed, or staging was restored for something else since: it starts over from a restore. */
  | { readonly kind: 'void'; readonly because: string }
  | ({
      readonly kind: 'started';
      /** Undefined if there is no data: staging was taken as it is. */
      readonly backup: string | undefined;
      readonly startedAt: string;
      readonly carried: boolean;
    } & Checkpoints)
  | {
      readonly kind: 'passed';
      readonly backup: string | undefined;
      readonly at: string;
      /** Up to when the data of its backup is complete: production has changed since. ISO 8601. */
      readonly dataAt: string;
    };

/** What has been done since the restore; each step only counts after the previous one. */
export interface Checkpoints extends Readonly<Record<Checkpoint, boolean>> {
  /** A deploy of `to` was started since the restore, or since the rollback. */
  readonly deployStarted: boolean;
  /** Its command has succeeded. */
  readonly inPlace: boolean;
}

/**
 * @param entries the whole journal: a restore for another hop takes staging away from this one
 */
export function rehearsalOf(entries: readonly Entry[], record: HopRecord, traits: HopTraits): Rehearsal {
  const here = inEnvironment(record.entries, 'staging');
  const start = here.findLast(isStart);
  if (start === undefined)
    return restoreHasFailed(here) ? { kind: 'void', because: 'its restore failed' } : { kind: 'none' };
  const backup = isOf(start, 'staging-taken') ? undefined : start.event.backup;
  const voided = latest(here, 'rehearsal-voided');
  if (voided !== undefined && voided.sequence > start.sequence) return { kind: 'void', because: voided.event.because };
  const rehearsed = latest(record.entries, 'rehearsed');
  if (rehearsed !== undefined && rehearsed.sequence > start.sequence) {
    const { backup: proved } = rehearsed.event;
    const dataAt = (proved === undefined ? undefined : dataAtOf(entries, proved)) ?? rehearsed.at;
    return { kind: 'passed', backup: proved, at: rehearsed.at, dataAt };
  }
  const taken = inEnvironment(entries, 'staging').findLast(
    (entry) => isOf(entry, 'restoring') || isOf(entry, 'carried-over') || isOf(entry, 'staging-taken'),
  );
  if (taken !== undefined && taken.sequence > start.sequence) {
    return { kind: 'void', because: 'staging has been used for something else since' };
  }
  if (isOf(start, 'restored') && !start.event.proved) {
    return { kind: 'void', because: `the restored copy was not equal to ${backup}` };
  }
  const since = after(here, start);
  const failure = since.findLast(({ event }) => event.type === 'ended' && event.outcome === 'failed');
  if (failure?.event.type === 'ended') return { kind: 'void', because: `${failure.event.command} failed on staging` };
  const carried = isOf(start, 'carried-over');
  // What was carried over was scrubbed when it was restored; without data there is nothing to scrub.
  const isScrubbed = backup === undefined || carried;
  return { kind: 'started', backup, startedAt: start.at, carried, ...checkpoints(since, traits, isScrubbed) };
}

/**
 * What confirms a hop at a dispatched gate; undefined while no rehearsal of it has passed. The confirmation of a promotion
 * that was rolled back does not open the gate again: a run that is re-run carries the same words as the first time.
 */
export function confirmableOf({ hop, entries }: HopRecord): Confirmable | undefined {
  // A waived hop is confirmed by the first record of the waiver: the same in the run that asks and in the one that answers.
  const rehearsed = latest(entries, 'rehearsed') ?? entries.find((entry) => isOf(entry, 'rehearsal-waived'));
  if (rehearsed === undefined) return undefined;
  const back = latest(inEnvironment(after(entries, rehearsed), 'production'), 'rolling-back');
  return { digest: hop.digest, basis: (back ?? rehearsed).hash };
}

function dataAtOf(entries: readonly Entry[], backup: string): string | undefined {
  const taken = entries.find(({ event }) => event.type === 'backed-up' && event.backup === backup);
  return taken?.event.type === 'backed-up' ? taken.event.dataAt : undefined;
}

/** The backup may be the cause: if the rehearsal were not void, the same backup would be restored again and again. */
function restoreHasFailed(here: readonly Entry[]): boolean {
  const restoring = latest(here, 'restoring');
  if (restoring === undefined) return false;
  return after(here, restoring).some(({ event }) => event.type === 'ended' && event.outcome === 'failed');
}

function isStart(entry: Entry): entry is EntryOf<'restored'> | EntryOf<'carried-over'> | EntryOf<'staging-taken'> {
  return isOf(entry, 'restored') || isOf(entry, 'carried-over') || isOf(entry, 'staging-taken');
}

/** In sequence order: what is done again, or before its turn, reaches nothing. */
function checkpoints(since: readonly Entry[], traits: HopTraits, isScrubbed: boolean): Checkpoints {
  const steps = hopSequence(traits);
  const reached = new Set<Checkpoint>(isScrubbed ? ['scrubbed'] : []);
  let [deployStarted, inPlace] = [false, false];
  for (const { event } of since) {
    if (event.type === 'deploying' || event.type === 'put-in-place') {
      const isNewer = event.release === 'to';
      if (event.type === 'put-in-place') inPlace = isNewer;
      else [deployStarted, inPlace] = [deployStarted || isNewer, false];
    }
    if (event.type === 'rolling-back') [deployStarted, inPlace] = [false, false];
    const next = steps.find(({ checkpoint }) => checkpoint !== undefined && !reached.has(checkpoint));
    if (next?.checkpoint !== undefined && isDone(next, event)) reached.add(next.checkpoint);
  }
  const has = eachCheckpoint((checkpoint) => reached.has(checkpoint));
  return { deployStarted, inPlace, ...has };
}

/** Whether an event says that a step was done. */
function isDone(step: HopStep, event: Entry['event']): boolean {
  switch (step.command) {
    case 'restore':
      return event.type === 'scrubbed';
    case 'deploy':
      return event.type === 'deployed' && event.release === step.release;
    case 'smoke':
      return event.type === 'smoke-tested' && event.release === step.release;
    case 'rollback':
      return event.type === 'rolled-back';
    case 'migrate':
      return event.type === 'migrating';
    case 'wait':
      return event.type === 'waited';
    default:
      return false;
  }
}

/** True if everything is reached that the product's sequence has. */
export function isComplete(rehearsal: Checkpoints, traits: HopTraits): boolean {
  const needed = hopSequence(traits).flatMap(({ checkpoint }) => checkpoint ?? []);
  return needed.length > 0 && needed.every((checkpoint) => rehearsal[checkpoint]);
}
