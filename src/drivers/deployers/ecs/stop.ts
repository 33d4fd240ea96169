import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import { awsAccess } from '../../../world/aws/access.ts';
import { requireAccount } from '../../../world/aws/account.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { StopRequest } from '../deployer.ts';
import { openEcs } from './deploy.ts';
import { runningNow } from './running-now.ts';
import { capital, desiredTag } from './service.ts';
import type { EcsSettings } from './settings.ts';

/** Ends all tasks of the service, and waits until none is left. */
export async function stopEcs(
  settings: EcsSettings,
  context: PartContext,
  { log, signal }: StopRequest,
): Promise<void> {
  const access = awsAccess(settings, context, signal);
  await requireAccount(settings, access, context.where);
  const service = await openEcs(settings, context, access);
  const seen = await service.look();
  const { desiredCount = 0, serviceArn = '' } = seen;
  if (desiredCount > 0) {
    log.info(`Stopping ${service.title}, which has a desired count of ${desiredCount}.`);
    await service.tag(serviceArn, { [desiredTag]: String(desiredCount) });
    await service.update({ desiredCount: 0 });
  }
  const { clock } = context.effects;
  const started = clock.now().getTime();
  for (;;) {
    const { runningCount = 0, pendingCount = 0 } = await service.look();
    if (runningCount === 0 && pendingCount === 0) return;
    if (clock.now().getTime() - started >= settings.ready.within) {
      throw new SystemFailure({
        happened: `${capital(service.title)} still runs tasks after ${durationText(settings.ready.within)}.`,
        means: await runningNow(service),
        next: 'See why they do not end (stopTimeout of the containers), then run the step again.',
      });
    }
    await clock.sleep(1000, access.signal);
  }
}
