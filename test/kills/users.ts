import { setTimeout as delay } from 'node:timers/promises';
import type { Written } from './ledger.ts';
import type { Side } from './side.ts';

/** People who use production all the time, whatever is done to it, and who notice which release answers. */
export interface Users {
  /** What they have written, and production has confirmed. */
  readonly written: readonly Written[];
  /** The releases that have answered, in order, each once for as long as it answered. */
  readonly releases: readonly string[];
  /** Writes so many records at once; they may not be confirmed. */
  write(count: number): Promise<void>;
  end(): Promise<void>;
}

const writePause = 120;
const lookPause = 40;

export async function usersOf(production: Side): Promise<Users> {
  const written: Written[] = [...(await existing(production))];
  const releases: string[] = [];
  const over = new AbortController();
  let number = 0;
  const write = async (count: number): Promise<void> => {
    const items = Array.from({ length: count }, () => `Scale ${++number} of production`);
    written.push(...((await production.write(items)) ?? []));
  };
  const until = async (pause: number, act: () => Promise<void>): Promise<void> => {
    while (!over.signal.aborted) {
      await act();
      await delay(pause, undefined, { signal: over.signal }).catch(() => undefined);
    }
  };
  const living = Promise.all([
    until(writePause, () => write(1)),
    until(lookPause, async () => {
      const release = await production.version();
      if (release !== undefined && release !== releases.at(-1)) releases.push(release);
    }),
  ]);
  // Whoever waits for the end is informed of a failure; until then nobody is.
  living.catch(() => undefined);
  return {
    written,
    releases,
    write,
    end: async () => {
      over.abort();
      await living;
    },
  };
}

/** What was there before anybody thought of an upgrade. */
async function existing(production: Side): Promise<Written[]> {
  const at = new Date(0);
  const found = (await production.read()) ?? [];
  return [...found].map(([item, content]) => ({ item, content, sentAt: at, confirmedAt: at }));
}
