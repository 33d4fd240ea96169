import type { Project } from '../config/project.ts';
import { unprovedDeferral } from '../core/decisions/deferral.ts';
import { nearest } from '../core/messages/nearest.ts';
import type { PartVersions } from '../core/model/parts.ts';
import type { PathPlan } from '../core/model/path-plan.ts';
import type { PathCheck } from '../core/path/check-path.ts';
import type { Facts } from '../core/path/graph/facts.ts';
import { factsAskedBy, manualStepIds, partsAskedBy } from '../core/path/rules.ts';
import { hasStages, hasVersions, type ProductDefinition } from '../products/definition.ts';
import { type PartReadings, partsAskedIn, partsOf, presentParts } from '../steps/environment/parts-input.ts';
import type { Effects } from '../world/effects/effects.ts';
import { factsOf, readableFacts } from './facts-input.ts';
import type { PlanInput } from './plan-input.ts';

/** What a path is planned from besides the present release and the published ones. */
export interface PathBasis {
  readonly product: ProductDefinition;
  readonly effects: Effects;
  readonly facts: Facts;
  /** The present parts of production, by name. */
  readonly parts: PartVersions;
  /** Names of parts that commands of the configuration ask for. */
  readonly partNames: readonly string[];
  /** Ids of manual steps that are done. */
  readonly acknowledged: ReadonlySet<string>;
  readonly allowPrereleases: boolean;
  /** Milliseconds. */
  readonly minimumAge?: number;
}

/** A planned path, or one that was given and checked. */
export type PathAnswer = PathPlan | Extract<PathCheck, { kind: 'faulty' }>;

/** The values of the configuration, overridden by what was requested. */
export function basisOf(
  { configuration, document, product, effects }: Project,
  asked: PlanInput,
  observed: PartReadings = {},
): PathBasis {
  const { facts, acknowledge, releases } = configuration;
  const minimumAge = asked.minimumAge ?? releases['minimum-age'];
  return {
    product,
    effects,
    facts: readableFacts({ ...facts, ...factsOf(asked) }, product),
    parts: presentParts(observed, { ...configuration.parts, ...partsOf(asked) }),
    partNames: partsAskedIn(document),
    acknowledged: new Set([...acknowledge, ...(asked.acknowledge ?? [])]),
    allowPrereleases: asked.prereleases ?? releases.prereleases,
    ...(minimumAge === undefined ? {} : { minimumAge }),
  };
}

/** The same without a configuration. */
export function basisWithout(product: ProductDefinition, effects: Effects, asked: PlanInput): PathBasis {
  const { minimumAge } = asked;
  return {
    product,
    effects,
    facts: readableFacts(factsOf(asked), product),
    parts: partsOf(asked),
    partNames: [],
    acknowledged: new Set(asked.acknowledge),
    allowPrereleases: asked.prereleases ?? false,
    ...(minimumAge === undefined ? {} : { minimumAge }),
  };
}

/**
 * Given values that have no effect, since nothing in the product asks for them: mostly a typo.
 * @param asked ids of the manual steps of the path itself
 */
export function uselessInputs(
  { product, facts, parts, partNames, acknowledged }: PathBasis,
  asked: readonly string[],
): string[] {
  const own = product.migrations === undefined ? [] : [unprovedDeferral];
  const rules = hasVersions(product) ? product.path : [];
  const manual = hasStages(product)
    ? product.stages.flatMap((stage) => stage.manual.map(({ id }) => id))
    : manualStepIds(rules);
  const ids = [...new Set([...manual, ...asked, ...own])];
  const factNames = factsAskedBy(rules);
  const named = [...partsAskedBy(rules), ...partNames, ...Object.keys(product.probes.parts ?? {})];
  return [
    ...[...acknowledged]
      .filter((id) => !ids.some((known) => isNamedBy(known, id)))
      .map((id) => `"${id}" was acknowledged, but ${product.title} has no such manual step.${intended(id, ids)}`),
    ...Object.keys(facts)
      .filter((name) => !factNames.includes(name))
      .map(
        (name) =>
          `The fact "${name}" was given, but no rule of ${product.title} asks for it.${intended(name, factNames)}`,
      ),
    ...Object.keys(parts)
      .filter((name) => !named.includes(name))
      .map((name) => `The part "${name}" was given, but nothing asks for its version.${intended(name, named)}`),
  ];
}

/** An id that each hop fills in is acknowledged for one hop at a time, and that hop may be done by now. */
function isNamedBy(known: string, id: string): boolean {
  const [start = '', end] = known.split('{to}');
  return end === undefined ? known === id : id.length > start.length && id.startsWith(start);
}

function intended(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}
