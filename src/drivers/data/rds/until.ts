import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { Clock } from '../../../world/clock.ts';
import type { Log } from '../../../world/log.ts';

export interface Waiting {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** The limit for everything together, from the first wait on. */
  readonly deadline: Date;
  readonly within: number;
  /** What it means that it took too long. */
  readonly means: string;
}

const firstPause = 1_000;
const longestPause = 15_000;

/** @param look what is still being waited for, as an unfinished sentence; undefined when it has happened */
export async function until(waiting: Waiting, look: () => Promise<string | undefined>): Promise<void> {
  const { clock, log, signal, deadline, within, means } = waiting;
  let pause = firstPause;
  let said: string | undefined;
  for (;;) {
    signal.throwIfAborted();
    const state = await look();
    if (state === undefined) return;
    if (state !== said) log.progress({ text: state });
    said = state;
    if (clock.now().getTime() >= deadline.getTime()) {
      throw new SystemFailure({
        happened: `${state}, and ${durationText(within)} have passed.`,
        means,
        next: 'Look at it in the console of RDS. Run the step again; if it only needs longer, raise "within".',
      });
    }
    await clock.sleep(pause, signal);
    pause = Math.min(longestPause, pause * 1.5);
  }
}
