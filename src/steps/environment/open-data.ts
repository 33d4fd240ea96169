import { settingsOf } from '../../config/environment-settings.ts';
import type { Project } from '../../config/project.ts';
import type { ConfiguredData } from '../../core/decisions/same-stores.ts';
import type { DataReference } from '../../core/model/data.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';
import type { LiveIdentity } from '../../core/model/identity.ts';
import type { DataStore } from '../../drivers/data/data-store.ts';

/** One of an environment's data stores, opened. */
export interface LiveData extends DataReference {
  readonly store: DataStore;
}

/** All stores of an environment. Without the address and credentials of the probes: a job may have the data and no server. */
export function openData(
  { configuration, effects }: Pick<Project, 'configuration' | 'effects'>,
  environment: EnvironmentName,
): readonly LiveData[] {
  const { data } = settingsOf(configuration, environment);
  return data.map(({ name, at, open }): LiveData => {
    const store = open({
      effects,
      where: `environments.${environment}.data${at}`,
      placeholders: { system: configuration.system, environment },
    });
    return { name, noun: store.noun, isOnly: data.length === 1, store };
  });
}

/** What answers as each of them, in order. */
export async function identitiesOf(
  data: readonly LiveData[],
  signal: AbortSignal,
): Promise<readonly (readonly [LiveData, LiveIdentity])[]> {
  const seen: [LiveData, LiveIdentity][] = [];
  for (const each of data) seen.push([each, await each.store.identity(signal)]);
  return seen;
}

export function configuredData(data: readonly LiveData[]): readonly ConfiguredData[] {
  return data.map(({ name, store }) => ({ name, kind: store.kind }));
}
