import { setTimeout as delay } from 'node:timers/promises';

/** Time as an effect, so that decisions and waits can be tested without waiting. */
export interface Clock {
  now(): Date;
  /** Resolves after the given milliseconds; rejects with the signal's reason when it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: async (milliseconds, signal) => {
    await delay(milliseconds, undefined, signal ? { signal } : {});
  },
};
