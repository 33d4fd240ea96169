import type { HealthProbe } from '../../drivers/probes/probe.ts';
import type { Clock } from '../../world/clock.ts';

export interface DowntimeWatch {
  /** Ends the watch. Milliseconds not serving, or undefined when it was never seen serving in the beginning. */
  stop(): Promise<number | undefined>;
}

const pauseMilliseconds = 200;

/** Asks for health all the while a deploy continues, and adds up the time between the first bad and the next good answer. */
export function watchDowntime(health: HealthProbe, clock: Clock, signal: AbortSignal): DowntimeWatch {
  const ended = new AbortController();
  const either = AbortSignal.any([ended.signal, signal]);
  let served = false;
  let downBefore = false;
  let downSince: number | undefined;
  let total = 0;

  const look = async (): Promise<void> => {
    const asked = clock.now().getTime();
    const { kind } = await health(either);
    if (kind === 'yes') {
      served = true;
      if (downSince !== undefined) total += clock.now().getTime() - downSince;
      downSince = undefined;
    } else if (served) {
      downSince ??= asked;
    } else {
      downBefore = true;
    }
  };
  const watch = async (): Promise<void> => {
    while (!either.aborted) {
      await look();
      await clock.sleep(pauseMilliseconds, either);
    }
  };
  // The watch ends by being aborted; what a probe cannot tell is an answer, not an error.
  const watching = watch().catch((error: unknown) => {
    if (!either.aborted) throw error;
  });

  let result: Promise<number | undefined> | undefined;
  const finish = async (): Promise<number | undefined> => {
    ended.abort();
    await watching;
    const whole = downSince === undefined ? total : total + (clock.now().getTime() - downSince);
    // One that was down and came up was not serving before the watch, for nobody knows how long.
    return !served || (downBefore && whole === 0) ? undefined : whole;
  };
  return {
    stop: () => {
      result ??= finish();
      return result;
    },
  };
}
