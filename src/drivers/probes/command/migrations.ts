import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { kind, type Part, type PartContext } from '../../../world/effects/kind.ts';
import { endedWell, howItEnded } from '../../../world/effects/user-command.ts';
import { evaluate, expression } from '../expression.ts';
import { parseJson, valueAt } from '../json-value.ts';
import { joined, migrationJobs, readJobs } from '../migration-jobs.ts';
import { migrationStatusKeys, readMigrationStatus } from '../migration-status.ts';
import type { MigrationsProbe } from '../probe.ts';
import { commandKeys, probeCommand } from './looking-command.ts';

const { state, current, applied, progress, error } = migrationStatusKeys;

export const commandMigrations: z.ZodType<Part<MigrationsProbe>> = kind(
  'command',
  () =>
    z
      .strictObject({
        ...commandKeys,
        jsonata: expression
          .optional()
          .describe(
            'For a command that prints text: a [JSONata](https://docs.jsonata.org) expression that turns its whole output, without colours, into the JSON that is read here.',
          ),
        state: state.prefault({
          at: 'state',
          done: ['done'],
          pending: ['pending'],
          running: ['running'],
          failed: ['failed'],
        }),
        current: current.unwrap().default('current'),
        applied: applied.unwrap().default('applied'),
        progress: progress.unwrap().default({ done: 'progress.done', total: 'progress.total' }),
        error: error.unwrap().default('error'),
        jobs: migrationJobs.optional().describe('The jobs of its migrations, in the same output.'),
      })
      .describe(
        'It prints only JSON on its standard output: `{ "state": "pending", "current": "13", "applied": "12" }`; or text, which `jsonata` parses.',
      ),
  (settings, context) => async (signal) => {
    const answer = await probeCommand(settings, context, signal);
    if (answer.kind === 'no-answer') {
      const { reason, refused } = answer;
      return { kind: 'unknown', reason, ...(refused === undefined ? {} : { refused }) };
    }
    const { result } = answer;
    if (!endedWell(result))
      return { kind: 'unknown', reason: `the command of its migrations probe ${howItEnded(result)}` };
    const what = 'the output of the command of its migrations probe';
    const printed = await readPrinted(result.stdout, settings.jsonata, context);
    if (printed.kind === 'unreadable') return { kind: 'unknown', reason: `${what} ${printed.reason}` };
    const { json } = printed;
    const status = readMigrationStatus(json, settings, what, context);
    if (status.kind === 'unknown') return status;
    const { jobs } = settings;
    if (jobs === undefined) return status.status;
    const found = valueAt(json, jobs.list);
    const list = found === undefined && jobs.missing === 'none' ? [] : found;
    if (!Array.isArray(list)) return { kind: 'unknown', reason: `${what} has no list "${jobs.list}"` };
    const read = readJobs(list, jobs, what);
    return read.kind === 'unknown' ? read : joined(status, read, jobs, context.effects.clock.now().getTime());
  },
);

type Printed =
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** For a text, only the expression decides what it means: an exit code of 0 proves nothing. */
async function readPrinted(output: string, jsonata: string | undefined, context: PartContext): Promise<Printed> {
  if (jsonata === undefined) {
    const parsed = parseJson(output);
    return parsed.kind === 'not-json'
      ? { kind: 'unreadable', reason: parsed.reason }
      : { kind: 'json', json: parsed.value };
  }
  const read = await evaluate(jsonata, stripVTControlCharacters(output), {}, context);
  return read.kind === 'failed'
    ? { kind: 'unreadable', reason: `cannot be read: ${read.reason}` }
    : { kind: 'json', json: read.value };
}
