import { z } from 'zod';
import type { MigrationJob, Migrations, Unknown } from '../../../core/model/observation.ts';
import { textOf, valueAt } from '../json-value.ts';
import { requestSettings } from './request.ts';

const path = z.string().min(1);
const words = z.array(z.string()).default([]);

/** Where a product lists the jobs of its migrations, as a definition writes it. */
export const migrationJobs = z
  .strictObject({
    request: requestSettings.optional().describe('The request whose answer has the list; without it, the one above.'),
    list: path.describe('Dotted path of the list in the JSON answer.'),
    id: path.describe('Dotted path, in a job, of what tells it from an earlier attempt at the same migration.'),
    migration: path.describe('Dotted path, in a job, of its migration, named as under `current`.'),
    state: z
      .strictObject({ at: path, queued: words, running: words, failed: words, done: words })
      .describe('Which words mean what. Any other word is something we cannot tell.'),
    error: path.optional().describe('Dotted path, in a job, of why it failed.'),
    missing: z
      .enum(['unknown', 'none'])
      .default('unknown')
      .describe('What an answer without the list says: nothing that can be told, or that there are no jobs.'),
    next: path
      .optional()
      .describe(
        'Dotted path, in the answer, of the address of its next page; in a list of links, such as `link` of FHIR, the one whose `relation` or `rel` is `next` counts. A `Link` header is followed without it.',
      ),
    newest: z.enum(['first', 'last']).default('first').describe('At which end of the list the newest job is.'),
  })
  .describe(
    'The jobs of its migrations. A job that is new since a deploy with deferred migrations shows that one was started, also while it is queued. Of a migration that is pending, the newest job says whether it runs or has failed.',
  );

export type JobSettings = z.output<typeof migrationJobs>;
export type KnownMigrations = Exclude<Migrations, Unknown>;

export const noError = 'it does not say why';

interface Jobs {
  readonly kind: 'jobs';
  readonly jobs: readonly MigrationJob[];
  /** By the id of a job. */
  readonly errors: ReadonlyMap<string, string>;
}

/** A job that cannot be read is something we cannot tell: it may be the one that counts. */
export function readJobs(list: readonly unknown[], settings: JobSettings, url: string): Jobs | Unknown {
  const errors = new Map<string, string>();
  const jobs: MigrationJob[] = [];
  for (const each of settings.newest === 'first' ? list : list.toReversed()) {
    const [id, migration, state] = [settings.id, settings.migration, settings.state.at].map((at) =>
      textOf(valueAt(each, at)),
    );
    if (id === undefined || migration === undefined || state === undefined) {
      const missing = id === undefined ? settings.id : migration === undefined ? settings.migration : settings.state.at;
      return { kind: 'unknown', reason: `a job in the answer of ${url} has no "${missing}"` };
    }
    const error = settings.error === undefined ? undefined : textOf(valueAt(each, settings.error));
    if (error !== undefined) errors.set(id, error);
    jobs.push({ id, migration, state });
  }
  return { kind: 'jobs', jobs, errors };
}

/**
 * What a status means beside the jobs. Of a pending migration, the newest job says more than the status does; and a job that
 * is queued or runs is one that was started, also where the release that answers is an older one and knows of nothing pending.
 */
export function joined(status: KnownMigrations, read: Jobs, settings: JobSettings): Migrations {
  const { jobs, errors } = read;
  const { state } = settings;
  if (status.kind === 'done') {
    const current = atWork(jobs, settings)?.migration;
    const applied = status.applied === undefined ? {} : { applied: status.applied };
    return current === undefined ? { ...status, jobs } : { kind: 'running', current, ...applied, jobs };
  }
  if (status.kind !== 'pending') return { ...status, jobs };
  const { next, ...facts } = status;
  const newest = jobs.find(({ migration }) => migration === next);
  if (newest === undefined || state.done.includes(newest.state)) return { ...status, jobs };
  const more = { ...('applied' in facts ? { applied: facts.applied } : {}), jobs };
  if (state.queued.includes(newest.state) || state.running.includes(newest.state))
    return { kind: 'running', current: next, ...more };
  if (state.failed.includes(newest.state))
    return { kind: 'failed', current: next, error: errors.get(newest.id) ?? noError, ...more };
  const reason = `the newest job of ${next} says "${newest.state}", which the product definition does not know`;
  return { kind: 'unknown', reason };
}

/** The first whose newest job is queued or runs: what came before it at the same migration is over. */
function atWork(jobs: readonly MigrationJob[], { state }: JobSettings): MigrationJob | undefined {
  return jobs.find(
    (job) =>
      jobs.find(({ migration }) => migration === job.migration) === job &&
      (state.queued.includes(job.state) || state.running.includes(job.state)),
  );
}
