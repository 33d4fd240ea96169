import { readFileSync } from 'node:fs';
import { z } from 'zod';

const behaviour = z.object({
  /** By service and minor, `inventory 4.0`: the error of its migration. */
  fails: z.record(z.string(), z.string()).default({}),
  /** Services whose health is 503. */
  unhealthy: z.array(z.string()).default([]),
});
export type Behaviour = z.output<typeof behaviour>;

/** Read anew each time, so that a test can change its mind while the server runs. */
export function behaviourIn(file: string | undefined): Behaviour {
  return behaviour.parse(file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8')));
}

export function minorText(release: string): string {
  return release.split('.').slice(0, 2).join('.');
}
