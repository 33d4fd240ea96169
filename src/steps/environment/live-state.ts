import type { Reading } from '../../core/model/observation.ts';
import { stagesSource } from '../../core/path/sources/stages/source.ts';
import type { Reached } from '../../core/path/sources/stages/stages.ts';
import { labelOfVersion } from '../../core/path/sources/versions/version-scheme.ts';
import type { Probes } from '../../drivers/probes/observe.ts';
import { hasStages, type ProductDefinition } from '../../products/definition.ts';
import type { Part } from '../../world/effects/kind.ts';

/** The tests of the stage that is tested, which `{version}` names. */
export function stageTests(
  product: ProductDefinition,
  { version }: Readonly<Record<string, string>>,
): ProductDefinition['smoke'] {
  return hasStages(product) ? (product.stages.find(({ name }) => name === version)?.smoke ?? []) : [];
}

/** How a product's path source reads which state a live system is in. */
export function stateProbes(
  product: ProductDefinition,
  openProbe: <Opened>(part: Part<Opened>, name: string) => Opened,
): Pick<Probes, 'version' | 'health' | 'readLabel'> {
  if (!hasStages(product)) {
    return {
      version: openProbe(product.probes.version, 'version probe'),
      health: openProbe(product.probes.health, 'health probe'),
      readLabel: (text) => labelOfVersion(text, product.versions, product.title),
    };
  }
  const { stages, title, probes } = product;
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
    // A stage that is reached is all that is asked of a change without a health probe.
    health: probes.health === undefined ? async () => ({ kind: 'yes' }) : openProbe(probes.health, 'health probe'),
    readLabel: (label) => ({ kind: 'known', value: label }),
  };
}
