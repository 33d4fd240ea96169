import { z } from 'zod';
import { keyed } from '../../../world/effects/kind.ts';
import { condition, firstUnmet } from '../condition.ts';
import { valueAt } from '../json-value.ts';
import { comparesSomething, measureKeys, measurePart } from '../measure.ts';
import type { ProbeKind } from '../probe.ts';
import { smokeKeys, smokePart } from '../smoke-settings.ts';
import { sqlHealth } from './health.ts';
import { readRows, sqlSettings } from './rows.ts';

const expect = z
  .record(z.string(), condition)
  .describe(
    'Values by dotted path in the list of rows: `{ "0.patients": { at-least: 1 } }`; `length` is the number of rows.',
  );

/** A query that reads the database of the system. */
export const sql: ProbeKind = {
  health: sqlHealth,
  smokeTest: keyed('sql', () =>
    z.strictObject({ ...smokeKeys, sql: sqlSettings().safeExtend({ expect }) }).transform((test) =>
      smokePart('sql', test, async (context, signal) => {
        const read = await readRows(test.sql, context, signal);
        if (read.kind === 'none') return { kind: 'unknown', reason: read.reason };
        const { rows } = read;
        const wrong = firstUnmet(
          test.sql.expect,
          (path) => (path === 'length' ? rows.length : valueAt(rows, path)),
          rows,
        );
        return wrong === undefined
          ? { kind: 'passed' }
          : { kind: 'failed', reason: `in what its query found, ${wrong}` };
      }),
    ),
  ),
  measure: keyed('sql', () =>
    z
      .strictObject({
        ...measureKeys(),
        sql: sqlSettings().safeExtend({
          value: z
            .string()
            .min(1)
            .optional()
            .describe('Dotted path, in the list of rows, of what is compared: `0.patients`. Default: all rows.'),
        }),
      })
      .refine(comparesSomething.holds, { error: comparesSomething.error })
      .transform((measure) =>
        measurePart('sql', measure, async (context, signal) => {
          const read = await readRows(measure.sql, context, signal);
          if (read.kind === 'none') return { kind: 'unknown', reason: read.reason };
          const { rows, milliseconds } = read;
          const { value } = measure.sql;
          return { kind: 'read', value: value === undefined ? rows : valueAt(rows, value), milliseconds };
        }),
      ),
  ),
};
