import { z } from 'zod';
import { partVersions } from '../core/model/parts.ts';
import { onDemand } from '../core/settings/on-demand.ts';
import { slug } from '../core/settings/scalars.ts';
import { deployer } from '../drivers/deployers.ts';
import { reachedProbe, smokeTest } from '../drivers/probes.ts';

const manualStep = onDemand(() =>
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'lowercase letters, digits, dots and hyphens, such as tell-users')
      .describe('The id with which a person acknowledges that the step is done.'),
    text: z.string().min(1).describe('What to do, as an instruction to the reader.'),
    url: z.url().exactOptional().describe('Where it is described.'),
  }),
);

const stage = onDemand(() =>
  z.strictObject({
    name: slug.describe('Its label on the path, in hops and in commands.'),
    title: z.string().min(1).describe('Its display name.'),
    reason: z.string().min(1).describe('Why the change has this stage; the plan shows it.'),
    url: z.url().exactOptional().describe('Where it is described.'),
    reached: reachedProbe.describe(
      'Determines whether this stage is reached. The system is at the last stage of the list whose probe says so; if a later one cannot be probed, the state is unknown.',
    ),
    deploy: deployer
      .optional()
      .describe(
        'Leads here from the previous stage. It gets `{from}`, `{to}`, `{environment}` and `{access.<name>}`. Default: the `deploy` of the environment. After a run that was killed it is run again, so it must continue where it was.',
      ),
    back: deployer
      .optional()
      .describe(
        'Leads from here back to the previous stage, `{from}`, without losing anything. If it is left out, there is no way back from this stage.',
      ),
    parts: partVersions
      .default({})
      .describe(
        'The versions of the parts that belong to this stage, by their names; `{parts.chart}` passes them to its deploy.',
      ),
    manual: z
      .array(manualStep)
      .default([])
      .describe('What a person must do before; it blocks the hop until acknowledged.'),
    smoke: z
      .array(smokeTest)
      .default([])
      .describe('Tests that must pass at this stage, in addition to those of the product.'),
  }),
);

export type StageDefinition = z.output<typeof stage>;

export const stageList = onDemand(() =>
  z
    .array(stage)
    .min(2)
    .refine((stages) => new Set(stages.map(({ name }) => name)).size === stages.length, {
      error: 'stages whose names all differ',
    })
    .refine((stages) => new Set(stages.flatMap(({ manual }) => manual.map(({ id }) => id))).size === dutiesIn(stages), {
      error: 'manual steps whose ids all differ: a step is acknowledged by its id',
    }),
);

function dutiesIn(stages: readonly StageDefinition[]): number {
  return stages.reduce((sum, { manual }) => sum + manual.length, 0);
}
