import { inEnvironment, isOf } from '../history/entries.ts';
import type { Situation } from '../history/situation.ts';
import type { Entry, EntryOf } from '../model/event.ts';
import type { EnvironmentName, Hop } from '../model/hop.ts';
import type { MigrationJob, Migrations, Observation } from '../model/observation.ts';
import { cannotTell, failed, type Settled, waiting } from './decision.ts';

/** What `migrate` does next. Only `migrate` starts anything: a wait has no such move. */
export type Move =
  | { readonly kind: 'start'; readonly migration: string; readonly retry: boolean }
  | { readonly kind: 'look' }
  | { readonly kind: 'complete' }
  | { readonly kind: 'end'; readonly settled: Settled };

/** How far `migrate` has got with starting. */
export interface Started {
  /** By migration, how often it was started since the data was last restored; rejected starts do not count. */
  readonly counts: ReadonlyMap<string, number>;
  /** By migration, what the server answered to the newest start. */
  readonly said: ReadonlyMap<string, string>;
  /** The newest start of this run. */
  readonly last: LastStart | undefined;
  /** A person asks for a migration that failed, or left no trace, to be started again: once, before any other start of this run. */
  readonly retry: boolean;
  /** An earlier run has waited in vain for a trace of the newest start, and people have looked since. */
  readonly gaveUp: boolean;
}

export interface LastStart {
  readonly migration: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The ids of its jobs before. */
  readonly jobs: readonly string[];
  /** It had failed before: until this start leaves a trace, the failure that is seen is the old one. */
  readonly wasFailed: boolean;
}

/** A second start may only be requested if the first one has left no trace. */
const maxWithoutTrace = 2;

export interface MoveTerms {
  readonly hop: Pick<Hop, 'id' | 'to'>;
  readonly environment: EnvironmentName;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** For how long a start may leave no trace. Milliseconds. */
  readonly trace: number;
}

/** One start for each migration; a second one only if a person asks for it or, once, if the first left no trace. */
export function nextMove(started: Started, { version, serving, migrations }: Observation, terms: MoveTerms): Move {
  if (version.kind !== 'known' || version.value !== terms.hop.to) return { kind: 'look' };
  switch (migrations.kind) {
    case 'done':
      return serving.kind === 'yes' ? { kind: 'complete' } : { kind: 'look' };
    case 'running':
    case 'unknown':
      return { kind: 'look' };
    case 'failed':
      return afterFailure(started, migrations, terms);
    case 'pending':
      return serving.kind === 'yes' ? afterPending(started, migrations.next, terms) : { kind: 'look' };
  }
}

function afterFailure(started: Started, migrations: Extract<Migrations, { kind: 'failed' }>, terms: MoveTerms): Move {
  const { current, jobs } = migrations;
  const { last, retry } = started;
  if (retry && last === undefined) return { kind: 'start', migration: current, retry: true };
  if (last?.migration === current && last.wasFailed && isOld(last, jobs, terms)) return { kind: 'look' };
  return { kind: 'end', settled: migrationFailed(migrations, terms) };
}

/** Where jobs are listed, a new job is a trace; where they are not, a new failure looks like the old one. */
function isOld(last: LastStart, jobs: readonly MigrationJob[] | undefined, { at, trace }: MoveTerms): boolean {
  const isFresh = at - last.at < trace;
  if (jobs === undefined) return isFresh;
  return isFresh && jobs.every(({ id, migration }) => migration !== last.migration || last.jobs.includes(id));
}

function afterPending({ counts, said, last, retry, gaveUp }: Started, next: string, terms: MoveTerms): Move {
  const count = counts.get(next) ?? 0;
  if (count === 0) return { kind: 'start', migration: next, retry: false };
  if (last?.migration === next && terms.at - last.at < terms.trace) return { kind: 'look' };
  if (count < maxWithoutTrace) return { kind: 'start', migration: next, retry: false };
  if (retry && last === undefined) return { kind: 'start', migration: next, retry: true };
  const settled = gaveUp && terms.environment === 'staging' ? neverStarted : noTrace;
  return { kind: 'end', settled: settled(next, count, said.get(next), terms) };
}

export function migrationFailed(
  { current, error }: { readonly current: string; readonly error: string },
  { hop, environment }: Pick<MoveTerms, 'hop' | 'environment'>,
): Settled {
  const happened = `The migration ${current} of ${hop.to} has failed: ${error}.`;
  return environment === 'staging'
    ? failed(
        happened,
        'The rehearsal found this before production was affected.',
        'Fix its cause, then start a new run: it rehearses again.',
      )
    : failed(
        happened,
        'Later migrations wait for it; the next hop is blocked. Health checks can still pass. It is restarted only when somebody asks for it.',
        howToRetry(hop.id),
      );
}

/**
 * If the budget ends between two migrations, or before a start has left its trace, that is not a failure. Undefined
 * in all other cases.
 */
export function budgetEndedBetween(
  { last }: Started,
  { version, serving, migrations }: Observation,
  { hop, at, trace }: MoveTerms,
  budget: string,
): Settled | undefined {
  const isServing = version.kind === 'known' && version.value === hop.to && serving.kind === 'yes';
  if (!isServing || migrations.kind !== 'pending') return undefined;
  if (last?.migration === migrations.next && at - last.at >= trace) return undefined;
  const asked = last?.migration === migrations.next ? 'was asked for, but is not seen running yet' : 'is still to come';
  return waiting(
    `After ${budget} the migration ${migrations.next} ${asked}.`,
    'Nothing failed: the server continues to work.',
    'Start a new run later: it continues from here.',
  );
}

export function howToRetry(hop: string): string {
  return `Fix its cause. Then retry it: run the workflow "Upgrade" with "retry" ticked, or in a terminal: staged-upgrade climb --retry, or staged-upgrade migrate --hop ${hop} --environment production --retry.`;
}

function noTrace(migration: string, count: number, said: string | undefined, { hop, environment }: MoveTerms): Settled {
  return cannotTell(
    `The migration ${migration} of ${hop.to} was started ${count} times on ${environment}, and is still pending. The server said: ${said ?? 'nothing that was recorded'}.`,
    'Whether it runs could not be determined, so it is not started again. It may wait in a queue.',
    environment === 'production'
      ? `Look at the log of the server. If it is running, run again: the step waits until it ends. ${howToRetry(hop.id)}`
      : 'Look at the log of the server, then start a new run. If it is running, the run waits until it ends. If it is still pending then, the rehearsal has failed.',
  );
}

/** Only a failure ends a rehearsal: an unknown state would come up in every run, and nothing would change it. */
function neverStarted(migration: string, count: number, said: string | undefined, { hop }: MoveTerms): Settled {
  return failed(
    `The migration ${migration} of ${hop.to} was started ${count} times on staging, and is still pending in a later run. The server said: ${said ?? 'nothing that was recorded'}.`,
    'The rehearsal found this before production was affected.',
    'Fix its cause, then start a new run: it rehearses again.',
  );
}

/** What the journal says was started on the present data. */
export function startedBefore({ record }: Situation, environment: EnvironmentName, retry: boolean): Started {
  const here = inEnvironment(record.entries, environment);
  const replaced = here.findLastIndex(
    ({ event: { type } }) => type === 'rolled-back' || type === 'restored' || type === 'carried-over',
  );
  const counts = new Map<string, number>();
  const said = new Map<string, string>();
  let gaveUp = false;
  for (const entry of here.slice(replaced + 1)) {
    if (isOf(entry, 'ended') && entry.event.command === 'migrate') gaveUp = entry.event.outcome === 'unknown';
    if (isOf(entry, 'starting')) gaveUp = false;
    if (isOf(entry, 'starting')) add(counts, entry.event.migration, 1);
    if (!isAnswer(entry)) continue;
    if (entry.event.refused) add(counts, entry.event.migration, -1);
    said.set(entry.event.migration, entry.event.said);
  }
  return { counts, said, last: undefined, retry, gaveUp };
}

function isAnswer(entry: Entry): entry is EntryOf<'start-answered'> {
  return isOf(entry, 'start-answered');
}

function add(counts: Map<string, number>, migration: string, by: number): void {
  counts.set(migration, (counts.get(migration) ?? 0) + by);
}

/** @param refused the credential was not accepted: nothing was started, so it does not count */
export function withStart(started: Started, last: LastStart, said: string, refused: boolean): Started {
  const counts = new Map(started.counts);
  if (!refused) add(counts, last.migration, 1);
  return { ...started, counts, said: new Map([...started.said, [last.migration, said]]), last };
}
