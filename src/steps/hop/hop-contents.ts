import { z } from 'zod';
import type { Project } from '../../config/project.ts';
import { writtenData } from '../../config/written-data.ts';
import { type ContentDigests, type Contents, contentDigests, digestOf, wholeDigest } from '../../core/model/digest.ts';
import type { Hop } from '../../core/model/hop.ts';

type Documents = Pick<Project, 'document' | 'productDocument'>;

export type HopToDigest = Pick<Hop, 'from' | 'to' | 'parts' | 'releases'>;

/** What is approved for a hop: computed again from the configuration that this runner has. */
export function hopDigest(project: Project, { from, to, parts, releases }: HopToDigest): string {
  return digestOf({ system: project.configuration.system, from, to, parts, releases, done: doneContents(project) });
}

/**
 * What a hop does to the systems. It leaves out titles, release sources and path rules, whose effect is the hop's own
 * `from` and `to`, and hooks that only report.
 */
export function doneContents({ document, productDocument: product }: Documents): Contents {
  const { production, staging } = documentParts.parse(document).environments;
  return {
    'product.probes': product.probes,
    'product.migrations': product.migrations,
    // What is backed up and proved, not where it is.
    'environments.production.data': writtenData(document, 'production').map(({ name, kind }) => ({ name, kind })),
    'product.stages': stagesAsDone(product.stages),
    'environments.production.topology': production.topology,
    'environments.production.deploy': production.deploy,
    'environments.production.hooks': hooksThatAct(production.hooks),
    'environments.staging.topology': staging.topology,
    'environments.staging.deploy': staging.deploy,
    'environments.staging.waive': staging.waive,
    'environments.staging.hooks': hooksThatAct(staging.hooks),
  };
}

/** What a hop is tested with. A test may be corrected while a hop is under way: what is done stays what was approved. */
export function testContents({ document, productDocument: product }: Documents): Contents {
  return {
    'product.smoke': product.smoke,
    'product.stages.smoke': stageTestsOf(product.stages),
    smoke: document.smoke,
    'product.baseline': product.baseline,
    baseline: document.baseline,
    validate: document.validate,
  };
}

/** Digests of all of them, as a rehearsal records them: later it can be said what has changed since. */
export function allContentDigests(project: Documents): ContentDigests {
  return contentDigests({ ...doneContents(project), ...testContents(project) });
}

/** Recorded with each test that counts for something. */
export function testsDigest(project: Documents): string {
  return wholeDigest(testContents(project));
}

const environmentParts = z.lazy(() =>
  z.object({
    waive: z.unknown().optional(),
    topology: z.unknown().optional(),
    deploy: z.unknown().optional(),
    hooks: z.record(z.string(), z.unknown()).nullish(),
  }),
);
const documentParts = z.lazy(() =>
  z.object({
    environments: z.object({ production: environmentParts, staging: environmentParts }),
  }),
);

const stageList = z.array(z.looseObject({})).optional();

/** Without their tests, and without what is only reported about them. */
function stagesAsDone(stages: unknown): unknown {
  return stageList
    .parse(stages ?? undefined)
    ?.map(({ title: _title, reason: _reason, url: _url, smoke: _smoke, ...done }) => done);
}

function stageTestsOf(stages: unknown): unknown {
  return stageList.parse(stages ?? undefined)?.map(({ smoke }) => smoke ?? []);
}

const reportingHooks: ReadonlySet<string> = new Set(['logs', 'on-failure']);

function hooksThatAct(hooks: Contents | null | undefined): Contents {
  return Object.fromEntries(Object.entries(hooks ?? {}).filter(([name]) => !reportingHooks.has(name)));
}
