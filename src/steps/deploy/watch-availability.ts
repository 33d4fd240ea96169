import { type Availability, availabilityOf, notWatched, withLook } from '../../core/timing/availability.ts';
import type { HealthProbe } from '../../drivers/probes/probe.ts';
import type { Clock } from '../../world/clock.ts';

export interface AvailabilityWatch {
  /** Ends the watch. Undefined when it was never seen serving in the beginning. */
  stop(): Promise<Availability | undefined>;
}

const pauseMilliseconds = 200;

/** Asks for health several times a second, all the while something else changes the system. */
export function watchAvailability(health: HealthProbe, clock: Clock, signal: AbortSignal): AvailabilityWatch {
  const ended = new AbortController();
  const either = AbortSignal.any([ended.signal, signal]);
  let watched = notWatched;
  const watch = async (): Promise<void> => {
    while (!either.aborted) {
      const at = clock.now().getTime();
      const { kind } = await health(either);
      watched = withLook(watched, { at, until: clock.now().getTime(), isGood: kind === 'yes' });
      await clock.sleep(pauseMilliseconds, either);
    }
  };
  // The watch ends by being aborted; what a probe cannot tell is an answer, not an error.
  const watching = watch().catch((error: unknown) => {
    if (!either.aborted) throw error;
  });

  let result: Promise<Availability | undefined> | undefined;
  const finish = async (): Promise<Availability | undefined> => {
    ended.abort();
    await watching;
    return availabilityOf(watched, clock.now().getTime());
  };
  return {
    stop: () => {
      result ??= finish();
      return result;
    },
  };
}
