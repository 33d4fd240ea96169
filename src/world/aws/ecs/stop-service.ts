import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { runningNow } from './running-now.ts';
import { capital, desiredTag, type EcsService, type ServiceSeen } from './service.ts';

export interface StopWait {
  readonly service: EcsService;
  /** Milliseconds. */
  readonly within: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Stops all tasks of a service, and waits until none is left; how many it had is stored with the service. */
export async function stopService({ service, within, clock, log, signal }: StopWait): Promise<void> {
  const { desiredCount = 0, serviceArn = '' } = await service.look();
  if (desiredCount > 0) {
    log.info(`Stopping ${service.title}, which has a desired count of ${desiredCount}.`);
    await service.tag(serviceArn, { [desiredTag]: String(desiredCount) });
    await service.update({ desiredCount: 0 });
  }
  const started = clock.now().getTime();
  for (;;) {
    const { runningCount = 0, pendingCount = 0 } = await service.look();
    if (runningCount === 0 && pendingCount === 0) return;
    if (clock.now().getTime() - started >= within) {
      throw new SystemFailure({
        happened: `${capital(service.title)} still runs tasks after ${durationText(within)}.`,
        means: await runningNow([service]),
        next: 'See why they do not end (stopTimeout of the containers), then run the step again.',
      });
    }
    await clock.sleep(1000, signal);
  }
}

/** The present number of tasks; the former number if a step has stopped the service. */
export function desiredCountOf({ desiredCount = 0, tags = [] }: ServiceSeen, service: EcsService): number {
  if (desiredCount > 0) return desiredCount;
  const before = Number(tags.find(({ key }) => key === desiredTag)?.value);
  if (Number.isInteger(before) && before > 0) return before;
  throw new SystemFailure({
    happened: `${capital(service.title)} has a desired count of 0, and no tag "${desiredTag}" records what it was.`,
    means: 'Somebody stopped it, so it is not known how many tasks it should have. Nothing was changed.',
    next: 'Set its desired count by hand (aws ecs update-service --desired-count), then run the step again.',
  });
}
