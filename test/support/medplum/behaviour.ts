import { readFileSync } from 'node:fs';
import { z } from 'zod';

const behaviour = z.object({
  /** Data versions whose job fails, with the error's text. */
  fails: z.record(z.string(), z.string()).default({}),
  /** Data versions that take so many milliseconds; the others take what the time scale makes of their usual time. */
  takes: z.record(z.string(), z.number()).default({}),
  /** Data versions whose job continues until they are removed from here. */
  holds: z.array(z.number()).default([]),
  /** Data versions whose job says "accepted" all the time while it works. */
  silent: z.array(z.number()).default([31]),
  /** By how many seconds the clock is ahead by which tokens are issued and accepted. */
  secondsAhead: z.number().default(0),
});
export type Behaviour = z.output<typeof behaviour>;

/** Read anew each time, so that a test can change it while the server runs. */
export function behaviourIn(file: string | undefined): Behaviour {
  return behaviour.parse(file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8')));
}
