import type { DeployPlace } from '../../../core/model/deploy-place.ts';
import { awsAccess } from '../../../world/aws/access.ts';
import { requireAccount } from '../../../world/aws/account.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { PlaceRequest } from '../deployer.ts';
import { openEcs } from './deploy.ts';
import type { EcsSettings } from './settings.ts';

/** A service by the ARN of its cluster, which names the account and the region. */
export async function placeOfEcs(
  settings: EcsSettings,
  context: PartContext,
  { signal }: Pick<PlaceRequest, 'signal'>,
): Promise<DeployPlace> {
  const access = awsAccess(settings, context, signal);
  const { account } = await requireAccount(settings, access, context.where);
  const { clusterArn = '', serviceName = '' } = await (await openEcs(settings, context, access)).look();
  return { kind: 'ecs', location: { account, region: access.region, cluster: clusterArn, service: serviceName } };
}
