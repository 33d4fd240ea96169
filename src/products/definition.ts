import { z } from 'zod';
import { checklist } from '../core/decisions/checklist.ts';
import { knownProblem } from '../core/decisions/known-problems.ts';
import { typicalDurations } from '../core/decisions/typical-duration.ts';
import { partName } from '../core/model/parts.ts';
import { declaredFact } from '../core/path/graph/facts.ts';
import { filePlace } from '../core/path/rules/file-requirement.ts';
import { pathRules } from '../core/path/rules.ts';
import { versionScheme } from '../core/path/sources/versions/version-scheme.ts';
import { onDemand } from '../core/settings/on-demand.ts';
import { duration, slug } from '../core/settings/scalars.ts';
import {
  evidenceSource,
  healthProbe,
  measure,
  migrationStarter,
  migrationsProbe,
  smokeTest,
  versionProbe,
} from '../drivers/probes.ts';
import { releaseSource } from '../drivers/releases.ts';
import { stageList } from './stages.ts';
import { topologyChanges } from './topology.ts';

const description = {
  name: slug.describe('The name under which the configuration refers to the product.'),
  title: z.string().min(1).describe('The display name.'),
  documentation: z.url().optional().describe("The vendor's own page about upgrades."),
  changelog: z
    .string()
    .regex(
      /^https:\/\/\S*\{version\}\S*$/,
      'an address with {version}, such as https://example.com/releases/v{version}',
    )
    .optional()
    .describe(
      'Where the vendor describes a release: an address with `{version}`. The diagnostics file includes it for both sides of the hop.',
    ),
};

const access = z
  .record(slug, z.strictObject({ description: z.string().min(1) }))
  .default({})
  .describe('Credentials that the probes need; each environment sets their values under `access:`.');

const parts = z
  .record(partName, versionProbe)
  .optional()
  .describe(
    'The present versions of its parts besides the release, by their names: `chart`, `database`. A person gives the version of a part that no probe shows.',
  );

const window = z
  .strictObject({
    reason: z.string().min(1).describe('Why, in a sentence for the person who writes the configuration.'),
    url: z.url().optional().describe('Where the vendor says so.'),
  })
  .optional()
  .describe(
    'It may be upgraded only in a maintenance window: a configuration without `windows` that open and close is refused, unless it waives them with a reason.',
  );

const tests = {
  'needs-window': window,
  baseline: z
    .array(measure)
    .default([])
    .describe(
      'What is measured before a newer release is deployed, and compared afterwards: on staging in the rehearsal, and on production.',
    ),
  smoke: z.array(smokeTest).default([]).describe('Tests that every installation of the product must pass.'),
  stores: z
    .array(
      z.strictObject({
        name: z.string().min(1).describe('Its display name: `binary storage`.'),
        besides: z.array(z.string()).nonempty().describe('The kinds of data that do not hold it: `[postgres]`.'),
        reason: z.string().min(1).describe('What is missing on a copy without it.'),
        'named-by': z
          .strictObject({
            id: slug.describe(
              'The id with which a person acknowledges that it is separate, if none of these files shows it.',
            ),
            settings: z
              .array(filePlace)
              .min(1)
              .describe('Keys of the user’s own files with which its server finds it; one of them is enough.'),
          })
          .optional()
          .describe(
            'A copy is restored on staging only when the files that staging is deployed with show that its server uses staging’s own, and not production’s.',
          ),
      }),
    )
    .default([])
    .describe('What it keeps outside its database: `preflight` and `plan` warn if no store under `data` can hold it.'),
  'known-problems': z
    .array(knownProblem)
    .default([])
    .describe('Problems that its operators are known to have, recognized by a log or by its settings.'),
  checklists: z
    .array(checklist)
    .default([])
    .describe(
      'The checklists that its vendor asks users to work through: the report fills them in for each hop, each item from a record of the journal.',
    ),
  evidence: z
    .array(evidenceSource)
    .default([])
    .describe(
      'What vendor support will ask for after a failure, such as the list of its jobs: it is then requested from production, and kept in the diagnostics file beside the full responses to the probes.',
    ),
};

/** A path of versions under rules. */
export const versionsProduct = z
  .strictObject({
    ...description,
    versions: versionScheme.describe("How the product's tags and version texts are read."),
    releases: releaseSource.describe('Where the published versions are listed.'),
    path: pathRules.describe('Which steps from one release to another the vendor allows, and why.'),
    facts: z
      .record(slug, declaredFact)
      .optional()
      .describe(
        'The facts that `when` in its rules refers to, with what a person must know to answer. The type of a fact that is not declared follows from how its rules compare it.',
      ),
    access,
    probes: z
      .strictObject({
        health: healthProbe.describe('Is it serving?'),
        version: versionProbe.describe('Which release answers?'),
        migrations: migrationsProbe
          .optional()
          .describe(
            'The progress of its migrations. Without it, migrations are done when the release answers and is healthy.',
          ),
        parts,
      })
      .describe('How the live system is observed.'),
    durations: typicalDurations.optional(),
    'migrated-by': z
      .literal('deploy')
      .optional()
      .describe(
        'For a product whose migrations are complete when the deploy is, such as those of a command or a Job of the vendor: a server that does not answer within `start-timeout` has then failed to start. If it is left out, migrations run at start-up and may take longer.',
      ),
    migrations: z
      .strictObject({
        defer: z
          .strictObject({
            env: z
              .record(z.string(), z.string())
              .describe('Variables that a deploy sets to defer the migrations, and leaves unset to let them run.'),
          })
          .describe('How a release is deployed without starting its migrations, which opens the rollback window.'),
        start: migrationStarter.describe('How the deferred migrations are started.'),
        'start-after': duration
          .optional()
          .describe(
            'The minimum time between a deploy and the start of the first of them: if servers remember each other for a while, a start that is requested sooner waits longer.',
          ),
        settle: duration
          .prefault('10s')
          .describe('How long to check, after a deferred deploy, that nothing has started.'),
        trace: duration
          .prefault('2m')
          .describe('How long the start of a migration may leave no trace in the probe before it counts as lost.'),
      })
      .optional()
      .describe(
        'Leave it out for a product whose migrations run at start-up and cannot be deferred: it has no rollback window.',
      ),
    ...tests,
  })
  .refine(
    ({ path, probes }) => path.every(({ movesAlone, part = '' }) => !movesAlone || part in (probes.parts ?? {})),
    {
      path: ['probes', 'parts'],
      error:
        'a probe for each part that a rule moves in a hop of its own (`alone.to`): only that shows which state it is',
    },
  );

/** A path of stages that somebody lists: a change of the platform of a system, for example. */
export const stagesProduct = onDemand(() =>
  z.strictObject({
    ...description,
    stages: stageList.describe('The stages of the change in order; none is skipped. The first is where it starts.'),
    access,
    probes: z
      .strictObject({
        health: healthProbe
          .optional()
          .describe('Is it serving? If it is left out, it counts as serving at every stage that is reached.'),
        parts,
      })
      .prefault({})
      .describe('How the live system is observed, in addition to the stages.'),
    ...tests,
  }),
);

/** A path of topologies: the components of a cluster change, one thing at a time. */
export const topologyProduct = onDemand(() =>
  z.strictObject({
    ...description,
    topology: topologyChanges.describe(
      "Why each change is a separate hop. The environment's `topology` reads what the cluster is now.",
    ),
    access,
    probes: z
      .strictObject({
        health: healthProbe
          .optional()
          .describe(
            'Does it answer? It is probed several times a second while the cluster changes. If it is left out, it only has to be an available cluster.',
          ),
        writes: healthProbe
          .optional()
          .describe(
            'Does it accept writes? It is probed along with `health`, so that both interruptions are measured.',
          ),
        parts,
      })
      .prefault({})
      .describe('How the live system is observed, in addition to its topology.'),
    ...tests,
  }),
);

/**
 * The knowledge about one system, as data with reasons: the same keys whether we ship it (product.yml) or the user
 * writes it out in the configuration instead of a name.
 */
export const productDefinition = z.union([versionsProduct, stagesProduct, topologyProduct]);

export type VersionsProduct = z.output<typeof versionsProduct>;
type WrittenStages = z.output<typeof stagesProduct>;
/** It has no migrations of its own: what a stage does, its deploy has done when it ends. */
export type StagesProduct = Omit<WrittenStages, 'probes'> & {
  readonly migrations?: undefined;
  readonly probes: WrittenStages['probes'] & { readonly migrations?: undefined };
};
type WrittenTopology = z.output<typeof topologyProduct>;
export type TopologyProduct = Omit<WrittenTopology, 'probes'> & {
  readonly migrations?: undefined;
  readonly probes: WrittenTopology['probes'] & { readonly migrations?: undefined };
};
export type ProductDefinition = VersionsProduct | StagesProduct | TopologyProduct;

/** Which kind of path source it has. */
export function hasVersions(product: ProductDefinition): product is VersionsProduct {
  return 'versions' in product;
}

/** The deploy runs its migrations, so that none is left for the start of a server. */
export function isMigratedByDeploy(product: ProductDefinition): boolean {
  return hasVersions(product) && product['migrated-by'] === 'deploy';
}

export function hasStages(product: ProductDefinition): product is StagesProduct {
  return 'stages' in product;
}

export function hasTopology(product: ProductDefinition): product is TopologyProduct {
  return 'topology' in product;
}

/** The stages that say how they are rolled back. */
export function reversibleStages({ stages }: StagesProduct): readonly string[] {
  return stages.filter(({ back }) => back !== undefined).map(({ name }) => name);
}
