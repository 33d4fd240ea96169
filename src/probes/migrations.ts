import { z } from 'zod';
import { kind, type Part } from '../config/kind.ts';
import { SystemFailure } from '../errors.ts';
import type { MigrationProgress, Migrations } from '../hop/observation.ts';
import { requestKeys, send } from './http-request.ts';
import { parseJson, textOf, valueAt } from './json-value.ts';

/** Asks once how far the migrations are. */
export type MigrationsProbe = (signal?: AbortSignal) => Promise<Migrations>;

const path = z.string().min(1);
const words = z.array(z.string()).default([]);

const statusSettings = z.strictObject({
  ...requestKeys,
  state: z
    .strictObject({
      at: path.describe('Dotted path of the state word in the JSON answer.'),
      done: words,
      pending: words,
      running: words,
      failed: words,
    })
    .describe('Which words mean what. Any other word is something we cannot tell, and never counts as done.'),
  current: path.optional().describe('Dotted path of the migration that is next, runs or failed.'),
  applied: path.optional().describe('Dotted path of the newest migration that is complete.'),
  progress: z.strictObject({ done: path, total: path.optional() }).optional(),
  error: path.optional().describe('Dotted path of the error of a failed migration.'),
});

export const httpMigrations: z.ZodType<Part<MigrationsProbe>> = kind(
  'http',
  statusSettings,
  (settings, context) => async (signal) => {
    const answer = await send(settings, context, signal);
    if (answer.kind === 'no-answer') return { kind: 'unknown', reason: `${answer.url}: ${answer.reason}` };
    if (answer.status !== 200) return { kind: 'unknown', reason: `${answer.url} answered ${answer.status}` };
    const parsed = parseJson(answer.body);
    if (parsed.kind === 'not-json') return { kind: 'unknown', reason: `the answer of ${answer.url} is not JSON` };
    return readStatus(parsed.value, settings, answer.url);
  },
);

function readStatus(json: unknown, settings: z.output<typeof statusSettings>, url: string): Migrations {
  const text = (at: string | undefined): string | undefined =>
    at === undefined ? undefined : textOf(valueAt(json, at));
  const state = text(settings.state.at);
  if (state === undefined) return { kind: 'unknown', reason: `the answer of ${url} has no "${settings.state.at}"` };
  const current = text(settings.current) ?? 'the next migration';
  const appliedText = text(settings.applied);
  const applied = appliedText === undefined ? {} : { applied: appliedText };
  if (settings.state.done.includes(state)) return { kind: 'done', ...applied };
  if (settings.state.pending.includes(state)) return { kind: 'pending', next: current, ...applied };
  if (settings.state.failed.includes(state))
    return { kind: 'failed', current, error: text(settings.error) ?? 'it does not say why' };
  if (settings.state.running.includes(state)) {
    const progress = readProgress(json, settings.progress);
    return { kind: 'running', current, ...(progress ? { progress } : {}) };
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

/** Starts what was kept back, or says that nothing is pending. */
export type MigrationStarter = (signal?: AbortSignal) => Promise<'started' | 'nothing-pending'>;

const statuses = z.array(z.int()).nonempty();

export const httpMigrationStarter: z.ZodType<Part<MigrationStarter>> = kind(
  'http',
  z.strictObject({
    ...requestKeys,
    method: z.enum(['POST', 'PUT']).default('POST'),
    started: statuses.describe('Status codes that say: started.'),
    'nothing-pending': statuses.describe('Status codes that say: there is nothing to start.'),
  }),
  (settings, context) => async (signal) => {
    const answer = await send(settings, context, signal);
    if (answer.kind === 'answer' && settings.started.includes(answer.status)) return 'started';
    if (answer.kind === 'answer' && settings['nothing-pending'].includes(answer.status)) return 'nothing-pending';
    const what = answer.kind === 'answer' ? `answered ${answer.status}` : `did not answer: ${answer.reason}`;
    const credentials = answer.kind === 'answer' && (answer.status === 401 || answer.status === 403);
    throw new SystemFailure({
      happened: `The call that starts the migrations (${settings.method} ${answer.url}) ${what}.`,
      means: credentials
        ? 'The credential was not accepted; no migration was started.'
        : 'It is not known whether they were started.',
      next: credentials
        ? 'Check the value that the configuration gives under "access" for this environment, then run the step again.'
        : 'Run the step again: it looks first whether they run.',
    });
  },
);
