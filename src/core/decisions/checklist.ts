import { z } from 'zod';
import { lineExpression } from '../path/sources/versions/regular-expression.ts';

/** What is recorded of a hop by itself, in the order in which it happens. */
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
  .describe('Where it must have been so. `restore` and `rehearsal` are on staging by themselves.');

const evidence = z
  .union([
    z.strictObject({
      step: z
        .enum(checkedSteps)
        .describe(
          'A step that ended well. `preflight` counts since production last changed; `room` is a backup of this hop that was seen to fit before it was written.',
        ),
      on,
    }),
    z.strictObject({
      seen: z
        .enum(['version', 'health', 'migrations'])
        .describe('What a probe of the product showed of the newer release when its smoke tests ran.'),
      on,
    }),
    z.strictObject({
      test: lineExpression.describe(
        'A regular expression: a smoke test, or a measure compared with the release before, that has such a name passed. Tests of the configuration count too.',
      ),
      on,
    }),
    z.strictObject({
      acknowledged: z
        .string()
        .min(1)
        .describe('The id of a manual step of the path, `{to}` included: a person said that it is done.'),
    }),
  ])
  .describe('By what it is ticked. Nothing else ticks it.');

export const checklist = z
  .strictObject({
    title: z.string().min(1).describe('As people read it: `Before the upgrade`.'),
    url: z.url().optional().describe("Where the vendor's list is."),
    items: z
      .array(z.strictObject({ text: z.string().min(1).describe('What is to be done or seen.'), evidence }))
      .nonempty(),
  })
  .describe('A checklist of the vendor, filled in for each hop from what the journal has.');

export type Checklist = z.output<typeof checklist>;
export type ChecklistItem = Checklist['items'][number];
