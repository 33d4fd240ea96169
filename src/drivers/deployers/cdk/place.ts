import type { DeployPlace } from '../../../core/model/deploy-place.ts';
import { awsAccess } from '../../../world/aws/access.ts';
import { requireAccount } from '../../../world/aws/account.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { PlaceRequest } from '../deployer.ts';
import type { CdkSettings } from './settings.ts';

/** A stack of an account in a region, under the account's id in AWS. */
export async function placeOfCdk(
  settings: CdkSettings,
  context: PartContext,
  { signal }: Pick<PlaceRequest, 'signal'>,
): Promise<DeployPlace> {
  const { effects, where, placeholders } = context;
  const access = awsAccess(settings, context, signal);
  const stack = effects.variables.fill(settings.stack, `${where}.stack`, placeholders);
  const { account } = await requireAccount(settings, access, where);
  return { kind: 'cdk', location: { account, region: access.region, stack } };
}
