import { z } from 'zod';
import { roughText } from '../messages/quantities.ts';
import { readVersion, type VersionScheme } from '../path/sources/versions/version-scheme.ts';
import { onDemand } from '../settings/on-demand.ts';
import { duration } from '../settings/scalars.ts';

const span = z
  .strictObject({ from: duration.describe('Usually at least.'), to: duration.describe('Usually at most.') })
  .optional();

/** What a vendor says about how long upgrades take. */
export const typicalDurations = onDemand(() =>
  z
    .strictObject({
      patch: span.describe('Of a hop within a minor.'),
      minor: span.describe('Of a hop to another minor.'),
      major: span.describe('Of a hop to another major.'),
      url: z.url().optional().describe('Where the vendor says so.'),
    })
    .describe(
      'How long an upgrade usually takes, by its kind: the estimate for a hop until a rehearsal has measured it.',
    ),
);
export type TypicalDurations = z.output<typeof typicalDurations>;

/** Milliseconds. */
export interface Typical {
  readonly kind: 'patch' | 'minor' | 'major';
  readonly from: number;
  readonly to: number;
}

/** Undefined if the vendor says nothing about such a hop. */
export function typicalDuration(
  durations: TypicalDurations | undefined,
  scheme: VersionScheme,
  labels: { readonly from: string; readonly to: string },
): Typical | undefined {
  const [before, after] = [readVersion(labels.from, scheme), readVersion(labels.to, scheme)];
  if (durations === undefined || before.kind !== 'version' || after.kind !== 'version') return undefined;
  const differs = (place: number): boolean => before.version.numbers[place] !== after.version.numbers[place];
  const kind = differs(0) ? 'major' : differs(1) ? 'minor' : 'patch';
  const known = durations[kind];
  return known === undefined ? undefined : { kind, ...known };
}

/** `10 to 30 min, as a rule` */
export function typicalText({ from, to }: Typical): string {
  return `${roughText(from)} to ${roughText(to)}, as a rule`;
}
