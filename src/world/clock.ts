import { setTimeout as delay } from 'node:timers/promises';

/** Time as an effect, so that decisions and waits can be tested without waiting. */
export interface Clock {
  now(): Date;
  /** Resolves after the given milliseconds; rejects with the signal's reason if it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: async (milliseconds, signal) => {
    try {
      await delay(milliseconds, undefined, signal ? { signal } : {});
    } catch (error) {
      // The timer rejects with an error of its own, which would hide the reason: a lost lease is recognized by its reason.
      signal?.throwIfAborted();
      throw error;
    }
  },
};
