import type { Reading } from '../../core/model/observation.ts';
import { stagesSource } from '../../core/path/sources/stages/source.ts';
import type { Reached } from '../../core/path/sources/stages/stages.ts';
import { labelOfVersion } from '../../core/path/sources/versions/version-scheme.ts';
import type { Probes } from '../../drivers/probes/observe.ts';
import type { TopologyProbe } from '../../drivers/probes/topology.ts';
import { hasStages, hasVersions, type ProductDefinition } from '../../products/definition.ts';
import type { Part } from '../../world/effects/kind.ts';
import { topologyProbes } from './live-topology.ts';

/** The tests of the stage that is tested, named by `{version}`. */
export function stageTests(
  product: ProductDefinition,
  { version }: Readonly<Record<string, string>>,
): ProductDefinition['smoke'] {
  return hasStages(product) ? (product.stages.find(({ name }) => name === version)?.smoke ?? []) : [];
}

/**
 * How a product's path source determines the state of a live system.
 * @param topology opens what looks at a cluster, if the system is one
 */
export function stateProbes(
  product: ProductDefinition,
  openProbe: <Opened>(part: Part<Opened>, name: string) => Opened,
  topology: () => TopologyProbe,
): Pick<Probes, 'version' | 'health' | 'readLabel'> {
  if (hasVersions(product)) {
    return {
      version: openProbe(product.probes.version, 'version probe'),
      health: openProbe(product.probes.health, 'health probe'),
      readLabel: (text) => labelOfVersion(text, product.versions, product.title),
    };
  }
  const { probes } = product;
  const health = probes.health && openProbe(probes.health, 'health probe');
  if (!hasStages(product)) return topologyProbes(topology(), health);
  const { stages, title } = product;
  const source = stagesSource(stages, title);
  const reached = stages.map(
    ({ name, reached: part }) => [name, openProbe(part, `probe of the stage "${name}"`)] as const,
  );
  const version = async (signal?: AbortSignal): Promise<Reading<string>> => {
    const seen = await Promise.all(
      reached.map(async ([name, probe]): Promise<[string, Reached]> => [name, await probe(signal)]),
    );
    const state = source.stateOf(Object.fromEntries(seen));
    return state.kind === 'known' ? { kind: 'known', value: state.value.label } : state;
  };
  return {
    version,
    // For a change without a health probe, it is enough that a stage is reached.
    health: health ?? (async () => ({ kind: 'yes' })),
    readLabel: (label) => ({ kind: 'known', value: label }),
  };
}
