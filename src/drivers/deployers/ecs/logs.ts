import { awsAccess } from '../../../world/aws/access.ts';
import { requireAccount } from '../../../world/aws/account.ts';
import { readServiceLogs } from '../../../world/aws/ecs/service-logs.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { LogsRequest } from '../deployer.ts';
import { openEcs } from './deploy.ts';
import type { EcsSettings } from './settings.ts';

/** What the containers of the release have logged since a given time. */
export async function logsOfEcs(
  settings: EcsSettings,
  context: PartContext,
  { since, onLine, signal }: LogsRequest,
): Promise<void> {
  const access = awsAccess(settings, context, signal);
  await requireAccount(settings, access, context.where);
  const service = await openEcs(settings, context, access);
  await readServiceLogs(service, access, { since, onLine, containers: Object.keys(settings.images) });
}
