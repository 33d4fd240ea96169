import { awsAccess } from '../../../world/aws/access.ts';
import { requireAccount } from '../../../world/aws/account.ts';
import { stopService } from '../../../world/aws/ecs/stop-service.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { StopRequest } from '../deployer.ts';
import { openEcs } from './deploy.ts';
import type { EcsSettings } from './settings.ts';

/** Stops all tasks of the service, and waits until none is left. */
export async function stopEcs(
  settings: EcsSettings,
  context: PartContext,
  { log, signal }: StopRequest,
): Promise<void> {
  const access = awsAccess(settings, context, signal);
  await requireAccount(settings, access, context.where);
  const service = await openEcs(settings, context, access);
  const { clock } = context.effects;
  await stopService({ service, within: settings.ready.within, clock, log, signal: access.signal });
}
