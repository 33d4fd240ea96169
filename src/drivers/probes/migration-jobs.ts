import { z } from 'zod';
import type { MigrationJob, MigrationProgress, Migrations, Unknown } from '../../core/model/observation.ts';
import { duration } from '../../core/settings/scalars.ts';
import { isOneOf, stateWord } from './condition.ts';
import { textOf, valueAt } from './json-value.ts';
import { type KnownMigrations, noError, type ReadStatus } from './migration-status.ts';

const path = z.string().min(1);
const words = z.array(stateWord).default([]);

const delay = z.strictObject({
  after: duration.describe('For how long the job has been queued.'),
  says: z.string().min(1).describe('Why that happens, and what to do if it does not end; shown beside the wait.'),
});

/** How migration jobs are read from a JSON answer, as written in a definition. */
export const migrationJobKeys = {
  list: path.describe('Dotted path of the list in the JSON response.'),
  id: path.describe('Dotted path, in a job, of what distinguishes it from an earlier attempt at the same migration.'),
  migration: path.describe('Dotted path, in a job, of its migration, named as under `current`.'),
  state: z
    .strictObject({ at: path, queued: words, running: words, failed: words, done: words })
    .describe('The meaning of words. Any other word counts as unknown.'),
  error: path.optional().describe('Dotted path, in a job, of why it failed.'),
  missing: z
    .enum(['unknown', 'none'])
    .default('unknown')
    .describe('What a response without the list means: that the jobs are unknown, or that there are none.'),
  newest: z.enum(['first', 'last']).default('first').describe('The end of the list at which the newest job is.'),
  requested: path.optional().describe('Dotted path, in a job, of the time at which it was requested.'),
  delays: z
    .array(delay)
    .default([])
    .describe(
      'Why a job may stay queued, by how long it has been queued. It needs `requested`; the entry with the longest matching time is shown.',
    ),
};

export const migrationJobs = z.strictObject(migrationJobKeys);
export type JobSettings = z.output<typeof migrationJobs>;

interface Jobs {
  readonly kind: 'jobs';
  readonly jobs: readonly MigrationJob[];
  /** By the id of a job. */
  readonly errors: ReadonlyMap<string, string>;
  /** By the id of a job, since when it has been queued. Milliseconds since the epoch. */
  readonly requested: ReadonlyMap<string, number>;
}

/** A job that cannot be read makes the result unknown: it may be the one that counts. */
export function readJobs(list: readonly unknown[], settings: JobSettings, what: string): Jobs | Unknown {
  const errors = new Map<string, string>();
  const requested = new Map<string, number>();
  const jobs: MigrationJob[] = [];
  for (const each of settings.newest === 'first' ? list : list.toReversed()) {
    const [id, migration, state] = [settings.id, settings.migration, settings.state.at].map((at) =>
      textOf(valueAt(each, at)),
    );
    if (id === undefined || migration === undefined || state === undefined) {
      const missing = id === undefined ? settings.id : migration === undefined ? settings.migration : settings.state.at;
      return { kind: 'unknown', reason: `a job in ${what} has no "${missing}"` };
    }
    const error = settings.error === undefined ? undefined : textOf(valueAt(each, settings.error));
    if (error !== undefined) errors.set(id, error);
    const time =
      settings.requested === undefined ? Number.NaN : Date.parse(textOf(valueAt(each, settings.requested)) ?? '');
    if (!Number.isNaN(time)) requested.set(id, time);
    jobs.push({ id, migration, state });
  }
  return { kind: 'jobs', jobs, errors, requested };
}

/**
 * What a status means together with the jobs. For a pending migration, the newest job says more than the status does. A job
 * that is queued or running has been started, even if an older release answers and does not know of anything pending.
 * @param at milliseconds since the epoch
 */
export function joined({ status, progress }: ReadStatus, read: Jobs, settings: JobSettings, at: number): Migrations {
  const { jobs, errors } = read;
  if (status.kind === 'done') {
    const job = jobs.find((each) => isAtWork(each, settings) && isNewest(each, jobs));
    return job === undefined
      ? { ...status, jobs }
      : running(job, status, { progress, note: delayOf(job, read, settings, at), jobs });
  }
  if (status.kind !== 'pending') return { ...status, jobs };
  const { next } = status;
  const newest = jobs.find(({ migration }) => migration === next);
  if (newest === undefined || isOneOf(settings.state.done, newest.state, newest)) return { ...status, jobs };
  if (isAtWork(newest, settings))
    return running(newest, status, { progress, note: delayOf(newest, read, settings, at), jobs });
  if (isOneOf(settings.state.failed, newest.state, newest))
    return { kind: 'failed', current: next, error: errors.get(newest.id) ?? noError, ...appliedIn(status), jobs };
  const reason = `the newest job of ${next} says "${newest.state}", which the product definition does not know`;
  return { kind: 'unknown', reason };
}

function running(
  { migration }: MigrationJob,
  status: KnownMigrations,
  {
    progress,
    note,
    jobs,
  }: {
    readonly progress: MigrationProgress | undefined;
    readonly note: string | undefined;
    readonly jobs: readonly MigrationJob[];
  },
): Migrations {
  return {
    kind: 'running',
    current: migration,
    ...(progress === undefined ? {} : { progress }),
    ...(note === undefined ? {} : { note }),
    ...appliedIn(status),
    jobs,
  };
}

function appliedIn({ applied }: KnownMigrations): { readonly applied?: string } {
  return applied === undefined ? {} : { applied };
}

function isAtWork({ state }: MigrationJob, { state: { queued, running: words } }: JobSettings): boolean {
  return isOneOf([...queued, ...words], state, state);
}

/** Earlier jobs of the same migration are over. */
function isNewest(job: MigrationJob, jobs: readonly MigrationJob[]): boolean {
  return jobs.find(({ migration }) => migration === job.migration) === job;
}

/** Why a job that is queued may not have started; undefined if nothing is known, or it has. */
function delayOf(
  { id, state }: MigrationJob,
  { requested }: Jobs,
  { state: words, delays }: JobSettings,
  at: number,
): string | undefined {
  const since = requested.get(id);
  if (since === undefined || !isOneOf(words.queued, state, state)) return undefined;
  const fitting = delays.filter(({ after }) => at - since >= after);
  return fitting.toSorted((a, b) => b.after - a.after)[0]?.says;
}
