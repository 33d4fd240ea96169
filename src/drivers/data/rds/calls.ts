import type { RdsService } from '../../../world/aws/rds.ts';
import { asking, askingFor } from './asking.ts';
import type { Tags } from './subject.ts';
import { tagList } from './tags.ts';

/* What is done to clusters and to instances alike. */

export const asBefore = 'Staging is as it was.';
const halfWay =
  'The copy and what it replaces are both there, under other names. The next restore continues from here.';

export function leftOver(id: string): string {
  return `"${id}" is left over and costs money. The next restore removes it.`;
}

export async function renameInstance(service: RdsService, from: string, to: string): Promise<void> {
  const purpose = { what: `The instance "${from}" could not be renamed to "${to}"`, means: halfWay };
  await asking(service, purpose, async ({ sdk, client, options }) => {
    const input = { DBInstanceIdentifier: from, NewDBInstanceIdentifier: to, ApplyImmediately: true };
    await client.send(new sdk.ModifyDBInstanceCommand(input), options);
  });
}

export async function renameCluster(service: RdsService, from: string, to: string): Promise<void> {
  const purpose = { what: `The cluster "${from}" could not be renamed to "${to}"`, means: halfWay };
  await asking(service, purpose, async ({ sdk, client, options }) => {
    const input = { DBClusterIdentifier: from, NewDBClusterIdentifier: to, ApplyImmediately: true };
    await client.send(new sdk.ModifyDBClusterCommand(input), options);
  });
}

export async function removeInstance(
  service: RdsService,
  id: string,
  options: { readonly skipFinal: boolean },
): Promise<void> {
  const purpose = { what: `The instance "${id}" could not be deleted`, means: leftOver(id) };
  await askingFor(service, purpose, async ({ sdk, client, options: call }) => {
    // No snapshot is taken of a cluster's member in any case, and AWS rejects the option.
    const final = options.skipFinal ? { SkipFinalSnapshot: true, DeleteAutomatedBackups: true } : {};
    await client.send(new sdk.DeleteDBInstanceCommand({ DBInstanceIdentifier: id, ...final }), call);
  });
}

export async function addTags(service: RdsService, arn: string, tags: Tags): Promise<void> {
  const purpose = { what: `The tags of ${arn} could not be written`, means: 'Nothing else was changed.' };
  await asking(service, purpose, async ({ sdk, client, options }) => {
    await client.send(new sdk.AddTagsToResourceCommand({ ResourceName: arn, Tags: tagList(tags) }), options);
  });
}
