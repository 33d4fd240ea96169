import { type Availability, availabilityOf, notWatched, withLook } from '../../core/timing/availability.ts';
import type { HealthProbe } from '../../drivers/probes/probe.ts';
import type { Clock } from '../../world/clock.ts';

export interface AvailabilityWatch {
  /** Resolves after the first look at whether it serves: a change made sooner may end that look. */
  readonly started: Promise<void>;
  /** Ends the watch. Undefined if it was never seen serving at the start, or if nothing shows whether it serves. */
  stop(): Promise<Availability | undefined>;
}

/** What was seen of a system while it was changed; both undefined if nothing shows them. */
export interface ServiceSeen {
  readonly availability: Availability | undefined;
  readonly writes: Availability | undefined;
}

export interface ServiceWatch extends Pick<AvailabilityWatch, 'started'> {
  stop(): Promise<ServiceSeen>;
}

/** Watches whether it serves and, if that is checked separately, whether it accepts writes. */
export function watchService(
  { health, writes }: { readonly health: HealthProbe | undefined; readonly writes: HealthProbe | undefined },
  clock: Clock,
  signal: AbortSignal,
): ServiceWatch {
  const [serving, writing] = [health, writes].map((probe) => watchAvailability(probe, clock, signal));
  return {
    started: Promise.all([serving?.started, writing?.started]).then(() => undefined),
    stop: async () => {
      const [availability, taken] = await Promise.all([serving?.stop(), writing?.stop()]);
      return { availability, writes: taken };
    },
  };
}

const pauseMilliseconds = 200;

/** Checks health several times a second for as long as something else changes the system. */
export function watchAvailability(
  health: HealthProbe | undefined,
  clock: Clock,
  signal: AbortSignal,
): AvailabilityWatch {
  if (health === undefined) return { started: Promise.resolve(), stop: async () => undefined };
  const ended = new AbortController();
  const either = AbortSignal.any([ended.signal, signal]);
  const started = Promise.withResolvers<void>();
  let watched = notWatched;
  const watch = async (): Promise<void> => {
    while (!either.aborted) {
      const at = clock.now().getTime();
      const { kind } = await health(either);
      watched = withLook(watched, { at, until: clock.now().getTime(), isGood: kind === 'yes' });
      started.resolve();
      await clock.sleep(pauseMilliseconds, either);
    }
  };
  // The watch ends by being aborted; an unknown result of a probe is an answer, not an error.
  const watching = watch()
    .catch((error: unknown) => {
      if (!either.aborted) throw error;
    })
    .finally(started.resolve);

  let result: Promise<Availability | undefined> | undefined;
  const finish = async (): Promise<Availability | undefined> => {
    ended.abort();
    await watching;
    return availabilityOf(watched, clock.now().getTime());
  };
  return {
    started: started.promise,
    stop: () => {
      result ??= finish();
      return result;
    },
  };
}
