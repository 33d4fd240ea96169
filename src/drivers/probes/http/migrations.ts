import { z } from 'zod';
import type { MigrationProgress, Migrations } from '../../../core/model/observation.ts';
import { kind, type Part, type PartContext } from '../../../world/effects/kind.ts';
import { textOf, valueAt } from '../json-value.ts';
import type { MigrationsProbe } from '../probe.ts';
import { readJson } from './json-answer.ts';
import { listedJobs } from './migration-job-pages.ts';
import { joined, migrationJobs, noError, readJobs } from './migration-jobs.ts';
import { requestKeys } from './request.ts';

const path = z.string().min(1);
const words = z.array(z.string()).default([]);

const statusSettings = z.strictObject({
  ...requestKeys,
  state: z
    .strictObject({
      at: path.describe('Dotted path of the state word in the JSON answer.'),
      done: words,
      pending: words,
      running: words.describe('Also the words for a migration that waits in a queue: it runs whatever is deployed.'),
      failed: words,
    })
    .describe('Which words mean what. Any other word is something we cannot tell, and never counts as done.'),
  current: path.optional().describe('Dotted path of the migration that is next, runs or failed.'),
  applied: path
    .optional()
    .describe(
      'Dotted path of the newest migration that is complete in the data. Without it, nothing shows that deferred migrations did not run, and a person has to answer for it.',
    ),
  progress: z.strictObject({ done: path, total: path.optional() }).optional(),
  error: path.optional().describe('Dotted path of the error of a failed migration.'),
  jobs: migrationJobs.optional(),
});

export const httpMigrations: z.ZodType<Part<MigrationsProbe>> = kind(
  'http',
  statusSettings,
  (settings, context) => async (signal) => {
    const { jobs: listed } = settings;
    const answer = await readJson(settings, context, signal);
    if (answer.kind === 'unknown') return answer;
    const { json, url } = answer;
    const status = readStatus(json, settings, url, context);
    if (listed === undefined || status.kind === 'unknown') return status;
    const request = listed.request ?? settings;
    const other = listed.request === undefined ? answer : await readJson(request, context, signal);
    if (other.kind === 'unknown') return other;
    const jobs = await listedJobs(other, request, listed, context, signal);
    if ('kind' in jobs) return jobs;
    const read = readJobs(jobs, listed, other.url);
    return read.kind === 'unknown' ? read : joined(status, read, listed);
  },
);

function readStatus(
  json: unknown,
  settings: z.output<typeof statusSettings>,
  url: string,
  { effects: { pen } }: PartContext,
): Migrations {
  // As the journal keeps it: what is observed later is compared with that.
  const shown = (said: string | undefined) => (said === undefined ? undefined : pen.value(said));
  const text = (at: string | undefined): string | undefined =>
    at === undefined ? undefined : shown(textOf(valueAt(json, at)));
  const state = text(settings.state.at);
  if (state === undefined) return { kind: 'unknown', reason: `the answer of ${url} has no "${settings.state.at}"` };
  const current = text(settings.current) ?? 'the next migration';
  const appliedText = text(settings.applied);
  const applied = appliedText === undefined ? {} : { applied: appliedText };
  if (settings.state.done.includes(state)) return { kind: 'done', ...applied };
  if (settings.state.pending.includes(state)) return { kind: 'pending', next: current, ...applied };
  if (settings.state.failed.includes(state))
    return { kind: 'failed', current, error: text(settings.error) ?? noError, ...applied };
  if (settings.state.running.includes(state)) {
    const progress = readProgress(json, settings.progress);
    return { kind: 'running', current, ...(progress ? { progress } : {}), ...applied };
  }
  return { kind: 'unknown', reason: `${url} says "${state}", which the product definition does not know` };
}

function readProgress(
  json: unknown,
  paths: { done: string; total?: string | undefined } | undefined,
): MigrationProgress | undefined {
  if (paths === undefined) return undefined;
  const done = valueAt(json, paths.done);
  const total = paths.total === undefined ? undefined : valueAt(json, paths.total);
  if (typeof done !== 'number') return undefined;
  return typeof total === 'number' ? { done, total } : { done };
}
