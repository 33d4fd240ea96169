import type { Settled } from '../../core/decisions/decision.ts';
import { type NamedStorage, whyStorageIsNotApart } from '../../core/decisions/storage-apart.ts';
import { releaseOn } from '../../core/model/hop.ts';
import type { BackupManifest } from '../../core/model/manifest.ts';
import { identitiesOf } from '../environment/open-data.ts';
import { settingsSaid } from '../environment/user-files.ts';
import type { HopStepContext } from '../hop/hop-step.ts';

/** Why the files that staging is deployed with do not show that it keeps away from production's storage, on either release of the hop. */
export async function whyStorageIsShared(
  { project, live, hop, input }: HopStepContext,
  backup: BackupManifest,
): Promise<Settled | undefined> {
  const asked = project.product.stores.filter((store) => store['named-by'] !== undefined);
  if (asked.length === 0) return undefined;
  const seen = await identitiesOf(live.data(), project.effects.signal);
  const acknowledged = [...project.configuration.acknowledge, ...(input.acknowledge ?? [])];
  for (const { name, besides, 'named-by': by } of asked) {
    if (by === undefined) continue;
    const staging = seen.map(([, identity]) => identity).filter(({ kind }) => !besides.includes(kind));
    // What is not among the data is not restored, and `preflight` warns of it.
    if (staging.length === 0) continue;
    const production = backup.data.map(({ identity }) => identity).filter(({ kind }) => !besides.includes(kind));
    for (const side of ['from', 'to'] as const) {
      const named: NamedStorage[] = await settingsSaid(project, { environment: 'staging', hop, side }, by.settings);
      const refused = whyStorageIsNotApart({
        ...{ id: by.id, named, production, staging },
        name: name.replace(/^the /, ''),
        keys: by.settings.map(({ key }) => [key].flat().join('.')),
        release: releaseOn(hop, side),
        acknowledged: acknowledged.includes(by.id),
      });
      if (refused !== undefined) return refused;
    }
  }
  return undefined;
}
