import { z } from 'zod';
import type { MigrationProgress, Migrations, Unknown } from '../../core/model/observation.ts';
import type { PartContext } from '../../world/effects/kind.ts';
import { isOneOf, stateWord } from './condition.ts';
import { textOf, valueAt } from './json-value.ts';

const path = z.string().min(1);
const words = z.array(stateWord).default([]);

/** Where a migration status has its progress, as written in a definition. */
export const migrationStatusKeys = {
  state: z
    .strictObject({
      at: path.describe('Dotted path of the state in the JSON response: a word, or a number.'),
      done: words,
      pending: words,
      running: words.describe(
        'Including the words for a migration that waits in a queue: it will run no matter which release is deployed.',
      ),
      failed: words,
    })
    .describe(
      'The meaning of words or numbers: `done: [0], pending: [{ above: 0 }]`. Anything else counts as unknown, and never as done.',
    ),
  current: path.optional().describe('Dotted path of the migration that is next, is running or has failed.'),
  applied: path
    .optional()
    .describe(
      'Dotted path of the newest migration that is complete in the data. Without it, nothing shows that deferred migrations did not run, and a person has to confirm it.',
    ),
  progress: z
    .strictObject({ done: path, total: path.optional() })
    .optional()
    .describe('Dotted paths of the numbers that show their progress.'),
  error: path.optional().describe('Dotted path of the error of a failed migration.'),
};

const settings = z.object(migrationStatusKeys);
export type MigrationStatusSettings = z.output<typeof settings>;

export type KnownMigrations = Exclude<Migrations, Unknown>;

export interface ReadStatus {
  readonly kind: 'read';
  readonly status: KnownMigrations;
  /** Whatever the state is. */
  readonly progress: MigrationProgress | undefined;
}

export const noError = 'it does not say why';

/** @param what is read, for reasons: `the answer of https://…` */
export function readMigrationStatus(
  json: unknown,
  settings: MigrationStatusSettings,
  what: string,
  { effects: { pen } }: PartContext,
): ReadStatus | Unknown {
  // In the journal's form: what is observed later is compared with that.
  const shown = (said: string | undefined) => (said === undefined ? undefined : pen.value(said));
  const text = (at: string | undefined): string | undefined =>
    at === undefined ? undefined : shown(textOf(valueAt(json, at)));
  const { at, done, pending, running, failed } = settings.state;
  const state = text(at);
  if (state === undefined) return { kind: 'unknown', reason: `${what} has no "${at}"` };
  const is = (meant: typeof done): boolean => isOneOf(meant, state, json);
  const current = text(settings.current) ?? 'the next migration';
  const appliedText = text(settings.applied);
  const applied = appliedText === undefined ? {} : { applied: appliedText };
  const progress = settings.progress === undefined ? undefined : readProgress(json, settings.progress);
  const read = (status: KnownMigrations): ReadStatus => ({ kind: 'read', status, progress });
  if (is(done)) return read({ kind: 'done', ...applied });
  if (is(pending)) return read({ kind: 'pending', next: current, ...applied });
  if (is(failed)) return read({ kind: 'failed', current, error: text(settings.error) ?? noError, ...applied });
  if (is(running))
    return read({ kind: 'running', current, ...(progress === undefined ? {} : { progress }), ...applied });
  return { kind: 'unknown', reason: `${what} says "${state}", which the product definition does not know` };
}

function readProgress(
  json: unknown,
  settings: { readonly done: string; readonly total?: string | undefined },
): MigrationProgress | undefined {
  const [done, total] = [settings.done, settings.total].map((place) =>
    place === undefined ? undefined : valueAt(json, place),
  );
  if (typeof done !== 'number') return undefined;
  return typeof total === 'number' ? { done, total } : { done };
}
