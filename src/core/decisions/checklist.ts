import { z } from 'zod';
import { lineExpression } from '../path/sources/versions/regular-expression.ts';
import { onDemand } from '../settings/on-demand.ts';

/** What is recorded automatically during a hop, in the order in which it happens. */
export const checkedSteps = [
  'plan',
  'preflight',
  'check',
  'room',
  'backup',
  'restore',
  'rehearsal',
  'approval',
  'restore-point',
  'deploy',
  'wait',
  'smoke',
  'complete',
] as const;

const on = z
  .enum(['staging', 'production'])
  .default('production')
  .describe('The environment in which it must have succeeded. `restore` and `rehearsal` are always on staging.');

const evidence = onDemand(() =>
  z
    .union([
      z.strictObject({
        step: z
          .enum(checkedSteps)
          .describe(
            'A step that succeeded. `preflight` counts since production last changed; `room` is a backup of this hop for which enough space was found before it was written.',
          ),
        on,
      }),
      z.strictObject({
        seen: z
          .enum(['version', 'health', 'migrations'])
          .describe('What a probe of the product reported about the newer release when its smoke tests ran.'),
        on,
      }),
      z.strictObject({
        test: lineExpression.describe(
          'A regular expression: a smoke test with a matching name passed, or a measure that is compared with the previous release. Tests of the configuration count too.',
        ),
        on,
      }),
      z.strictObject({
        acknowledged: z
          .string()
          .min(1)
          .describe('The id of a manual step of the path, including `{to}`: a person acknowledged it.'),
      }),
    ])
    .describe('What ticks it. Nothing else does.'),
);

export const checklist = onDemand(() =>
  z
    .strictObject({
      title: z.string().min(1).describe('Its title: `Before the upgrade`.'),
      url: z.url().optional().describe("Where the vendor's list is."),
      items: z
        .array(z.strictObject({ text: z.string().min(1).describe('What has to be done or checked.'), evidence }))
        .nonempty(),
    })
    .describe('A checklist of the vendor, filled in for each hop from the journal.'),
);

export type Checklist = z.output<typeof checklist>;
export type ChecklistItem = Checklist['items'][number];
