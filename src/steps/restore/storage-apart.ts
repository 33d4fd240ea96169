import type { Project } from '../../config/project.ts';
import type { Refusal } from '../../core/decisions/decision.ts';
import { type NamedStorage, whyStorageIsNotApart } from '../../core/decisions/storage-apart.ts';
import { type Hop, releaseOn } from '../../core/model/hop.ts';
import type { Identity } from '../../core/model/identity.ts';
import type { BackupManifest } from '../../core/model/manifest.ts';
import { identitiesOf } from '../environment/open-data.ts';
import { settingsInFiles } from '../environment/user-files.ts';
import type { HopStepContext } from '../hop/hop-step.ts';

/** Why staging's files do not show, for either release of the hop, that it keeps away from production's storage. */
export async function whyStorageIsShared(
  { project, live, hop, input }: HopStepContext,
  backup: BackupManifest,
): Promise<Refusal | undefined> {
  if (!asksForStorage(project)) return undefined;
  const seen = await identitiesOf(live.data(), project.effects.signal);
  return await whyNotShownApart(project, hop, {
    production: backup.data.map(({ identity }) => identity),
    staging: seen.map(([, identity]) => identity),
    acknowledged: input.acknowledge ?? [],
  });
}

/** Whether the product has a storage that files must show to be staging's own. */
export function asksForStorage({ product }: Project): boolean {
  return product.stores.some((store) => store['named-by'] !== undefined);
}

interface Sides {
  readonly production: readonly Identity[];
  readonly staging: readonly Identity[];
  /** Besides those of the configuration. */
  readonly acknowledged: readonly string[];
}

export async function whyNotShownApart(project: Project, hop: Hop, sides: Sides): Promise<Refusal | undefined> {
  const acknowledged = [...project.configuration.acknowledge, ...sides.acknowledged];
  for (const { name, besides, 'named-by': by } of project.product.stores) {
    if (by === undefined) continue;
    const [production, staging] = [sides.production, sides.staging].map((side) =>
      side.filter(({ kind }) => !besides.includes(kind)),
    );
    // What is not part of the data is not restored, and `preflight` warns about it.
    if (production === undefined || staging === undefined || staging.length === 0) continue;
    for (const side of ['from', 'to'] as const) {
      const named: NamedStorage[] = await settingsInFiles(project, { environment: 'staging', hop, side }, by.settings);
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
