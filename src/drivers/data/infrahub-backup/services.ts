import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { Clock } from '../../../world/clock.ts';
import type { Container, Installation } from './installation.ts';

const pauseMilliseconds = 1000;

/** The services that write to the graph by themselves. */
const writers: readonly string[] = ['infrahub-server', 'task-worker'];

/**
 * Starts what ran before and does not run now: the vendor's program restarts what it has stopped only if it ends by itself.
 * Resolves when all of it is healthy again.
 */
export async function bringBack(
  installation: Installation,
  before: readonly Container[],
  { clock, within, signal }: { readonly clock: Clock; readonly within: number; readonly signal: AbortSignal },
): Promise<void> {
  const ran = before.filter(({ isRunning }) => isRunning);
  const until = clock.now().getTime() + within;
  for (let look = 0; ; look++) {
    const now = await installation.containers(signal);
    const waiting = ran.flatMap(({ id, isHealthy }) => {
      const found = now.find((each) => each.id === id);
      return found === undefined || (isHealthy ? found.isHealthy : found.isRunning) ? [] : [found];
    });
    if (waiting.length === 0) return;
    const stopped = waiting.filter(({ isRunning }) => !isRunning);
    if (look === 0 && stopped.length > 0) {
      await installation.docker(['start', ...stopped.map(({ id }) => id)], { signal });
    } else if (clock.now().getTime() >= until) {
      throw notBack(
        waiting.map(({ name }) => name),
        within,
      );
    }
    await clock.sleep(pauseMilliseconds, signal);
  }
}

/** After a restore: a copy of live data must not work before it was scrubbed, and the graph stays as it was restored. */
export async function stopWriters(installation: Installation, signal: AbortSignal): Promise<void> {
  const running = (await installation.containers(signal)).filter(
    ({ service, isRunning }) => isRunning && writers.includes(service),
  );
  if (running.length === 0) return;
  const result = await installation.docker(['stop', ...running.map(({ id }) => id)], { signal });
  if (result.exitCode === 0) return;
  throw new SystemFailure({
    happened: `After the restore, ${running.map(({ name }) => name).join(' and ')} could not be stopped.`,
    means: 'They work on a copy of live data that was not made harmless yet.',
    next: 'Stop them by hand, then run the step again.',
  });
}

function notBack(names: readonly string[], within: number): SystemFailure {
  return new SystemFailure({
    happened: `After the backup, ${names.join(', ')} did not become healthy again within ${durationText(within)} ("ready-within").`,
    means: 'Services of Infrahub were stopped for the backup, and do not serve again.',
    next: 'Look at their logs (docker logs), bring them up, then run the step again.',
  });
}
