import { z } from 'zod';
import { type Companion, type Duty, type Effects, type Ground, labelAt, type Source } from '../rule.ts';
import { contains, type Span } from '../span.ts';
import { compareRanges, isInRange, parseRange, versionRange } from '../version-range.ts';
import { parseVersionText } from '../version-text.ts';
import { said } from './common.ts';

const part = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens, such as chart')
  .describe(
    'The part beside the release, such as `chart`. Its present version comes from what is observed, or is given.',
  );

export const movesTogether = z
  .strictObject({
    part,
    table: z
      .array(
        z.strictObject({
          releases: versionRange.describe('Releases of the product.'),
          versions: versionRange.describe('The versions of the part that carry these releases.'),
        }),
      )
      .min(1)
      .describe('Which versions of the part carry which releases; the first row that fits counts.'),
    ...said,
  })
  .describe('A part that is deployed together with the release, and in which version.');

export const needsPart = z
  .strictObject({
    part,
    entering: versionRange.describe('The releases that are entered from below.'),
    versions: versionRange.describe('What the part must be before the hop.'),
    alone: z
      .strictObject({
        id: z.string().min(1).describe('The id by which a person acknowledges that the part was moved.'),
        text: z.string().min(1).describe('How the part is moved while the release stays.'),
      })
      .optional()
      .describe(
        'Given where the part can be moved while the release stays: the move is then a manual step of the hop. Left out, the hop is forbidden.',
      ),
    ...said,
  })
  .describe('A hop needs something of the present installation besides its release.');

// Parts such as charts count in dotted numbers, whatever scheme the product itself uses.
const partScheme = 'numbers';

export function companionOf(
  settings: z.output<typeof movesTogether>,
  catalogue: Ground['catalogue'],
  source: Source,
): Companion {
  const rows = settings.table.map(({ releases, versions }) => ({ spans: catalogue.spans(releases), versions }));
  return { source, part: settings.part, rows };
}

/** The row of the part's table that carries a release. */
export function carrierOf(companion: Companion, place: number): string | undefined {
  return companion.rows.find((row) => contains(row.spans, place))?.versions;
}

type Fit = 'fits' | 'misses' | 'unknown';

export function applyNeedsPart(settings: z.output<typeof needsPart>, ground: Ground, source: Source): Effects {
  const entered = ground.catalogue.spans(settings.entering);
  const fit = fitTest(settings, ground);
  const enters = (from: number, to: number) => isEntered(entered, from, to);
  const blocked = (place: number) => (contains(entered, place) || fit(place) !== 'misses' ? [] : entered);
  const have = (place: number) => presentText(settings.part, place, ground);
  if (settings.alone === undefined) {
    const check: Duty = {
      id: `check-${settings.part}-${slugOf(settings.versions)}`,
      text: `Make sure that ${settings.part} is ${settings.versions} before this hop: it is not known. ${settings.reason}`,
      ...(settings.url ? { url: settings.url } : {}),
      concerns: (from, to) => enters(from, to) && fit(from) === 'unknown',
    };
    const why = (place: number, to: number) =>
      `Going from ${labelAt(ground, place)} to ${labelAt(ground, to)} needs ${settings.part} ${settings.versions} first; ${have(place)}.`;
    return { hops: [{ source, blocked, why }], duties: [check] };
  }
  const move: Duty = {
    id: settings.alone.id,
    text: settings.alone.text,
    ...(settings.url ? { url: settings.url } : {}),
    concerns: (from, to) => enters(from, to) && fit(from) !== 'fits',
  };
  return { duties: [move] };
}

function isEntered(entered: readonly Span[], from: number, to: number): boolean {
  return contains(entered, to) && !contains(entered, from);
}

/** Whether the part fits at a release: what is known of it at the present one, what the table says of the others. */
function fitTest(settings: z.output<typeof needsPart>, ground: Ground): (place: number) => Fit {
  const needed = parseRange(settings.versions, partScheme);
  const fits = new Map<string, Fit>();
  const ofRange = (text: string) => {
    const known = fits.get(text);
    if (known !== undefined) return known;
    const fit = compareRanges(parseRange(text, partScheme), needed);
    fits.set(text, fit);
    return fit;
  };
  return (place) => {
    const present = place === ground.current ? ground.parts[settings.part] : undefined;
    if (present !== undefined) {
      const label = present.replace(/^v/, '');
      const parsed = parseVersionText(label, partScheme);
      if (parsed === undefined) return 'unknown';
      return isInRange({ label, ...parsed }, needed) ? 'fits' : 'misses';
    }
    const companion = ground.companions.find((one) => one.part === settings.part);
    const versions = companion && carrierOf(companion, place);
    return versions === undefined ? 'unknown' : ofRange(versions);
  };
}

function presentText(part: string, place: number, ground: Ground): string {
  const present = place === ground.current ? ground.parts[part] : undefined;
  if (present !== undefined) return `the present ${part} is ${present}`;
  const companion = ground.companions.find((one) => one.part === part);
  const versions = companion && carrierOf(companion, place);
  return versions === undefined
    ? `its version is not known`
    : `${labelAt(ground, place)} comes with ${part} ${versions}`;
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^0-9a-z.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
