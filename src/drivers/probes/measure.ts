import { z } from 'zod';
import type { Measured, Taken, Tolerance } from '../../core/decisions/baseline.ts';
import { once } from '../../core/settings/once.ts';
import type { Part, PartContext } from '../../world/effects/kind.ts';
import { numberIn } from './json-value.ts';
import { keptOf } from './kept-value.ts';
import type { Measure } from './probe.ts';

/** What every kind of measure has. */
export const measureKeys = once(() => ({
  name: z.string().min(1).describe('The name of the measure in the report: `patients`.'),
  compare: z
    .enum(['not-fewer', 'not-more', 'same'])
    .optional()
    .describe(
      '`not-fewer`: a number that must not fall. `not-more`: one that must not rise. `same`: a value that must not change.',
    ),
  tolerance: z
    .union([z.number().min(0), z.string().regex(/^\d+(\.\d+)?%$/, 'a number, or a part of what it was, such as 20%')])
    .optional()
    .describe(
      'By how much a number may be worse, for values that always vary, such as an error rate: `0.5`, or a share of the earlier value: `20%`.',
    ),
  'latency-factor': z
    .number()
    .min(1)
    .optional()
    .describe('By what factor it may become slower, by the median of five; an extra 100 ms is always allowed.'),
  apart: z
    .boolean()
    .default(false)
    .describe(
      'With `compare: same`, whether the values of production and staging must differ: for example the id of an installation, which a copy must replace. If they are the same, nothing is deployed.',
    ),
}));

type MeasureKeys = z.output<z.ZodObject<ReturnType<typeof measureKeys>>>;

export const comparesSomething = {
  holds: ({ compare, tolerance, apart, 'latency-factor': factor }: MeasureKeys): boolean =>
    (apart ? compare === 'same' : compare !== undefined || factor !== undefined) &&
    (tolerance === undefined || compare === 'not-fewer' || compare === 'not-more'),
  error:
    'a measure with "compare" or "latency-factor": what is compared; "apart" goes with "compare: same", "tolerance" with "not-fewer" and "not-more"',
};

function toleranceOf(written: MeasureKeys['tolerance']): Tolerance | undefined {
  if (written === undefined) return undefined;
  return typeof written === 'number' ? { by: written } : { percent: Number(written.slice(0, -1)) };
}

/** One reading of it. */
export type ReadOnce =
  | { readonly kind: 'read'; readonly value: unknown; readonly milliseconds: number }
  | { readonly kind: 'unknown'; readonly reason: string };

const samples = 5;

export function measurePart(
  kind: string,
  keys: MeasureKeys,
  read: (context: PartContext, signal: AbortSignal | undefined) => Promise<ReadOnce>,
): Part<Measure> {
  const { name, compare, tolerance, apart, 'latency-factor': factor } = keys;
  return {
    kind,
    open: (context) => {
      const own = { ...context, where: `${context.where} "${name}"` };
      return {
        name,
        rules: { compare, tolerance: toleranceOf(tolerance), factor, apart },
        take: async (signal, was) => {
          const times: number[] = [];
          let last: unknown;
          for (let sample = 0; sample < (factor === undefined ? 1 : samples); sample++) {
            const once = await read(own, signal);
            if (once.kind === 'unknown') return { kind: 'unknown', reason: once.reason };
            times.push(once.milliseconds);
            last = once.value;
          }
          const milliseconds = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
          return taken({ name, milliseconds }, compare, last, was);
        },
      };
    },
  };
}

function taken(
  { name, milliseconds }: Pick<Measured, 'name' | 'milliseconds'>,
  compare: MeasureKeys['compare'],
  value: unknown,
  was: Measured | undefined,
): Taken {
  const measured = (what: Partial<Measured>): Taken => ({ kind: 'taken', measured: { name, milliseconds, ...what } });
  if (compare === undefined) return measured({});
  // Any value may be a patient's: what is kept only shows whether another value is equal.
  if (compare === 'same') {
    if (value === undefined) return { kind: 'unknown', reason: 'the response has no such value' };
    const digest = keptOf(value, was?.digest);
    return measured(digest === undefined ? {} : { digest });
  }
  const number = numberIn(value);
  return number === undefined
    ? { kind: 'unknown', reason: 'what was answered is not a number' }
    : measured({ count: number });
}
