import { z } from 'zod';
import { partVersion } from '../../model/parts.ts';
import { entryAt } from '../graph/catalogue.ts';
import { carrierOf } from '../graph/part-table.ts';
import { isWithin, partScheme, readPart } from '../graph/part-version.ts';
import {
  labelAt,
  type PartFirst,
  type PartRow,
  type PlannerContext,
  type RuleEffects,
  type RuleManualStep,
  type RuleSource,
} from '../graph/rule.ts';
import { contains, firstPlace, type ReleaseSpan } from '../graph/span.ts';
import { compareRanges, exactVersion, isInRange, parseRange, versionRange } from '../sources/versions/version-range.ts';
import { compareVersions, versionReader } from '../sources/versions/version-scheme.ts';
import { part, reasonKeys } from './common.ts';
import { ruleKind } from './rule-kind.ts';

const byRange = versionRange.describe('The versions that the part must have before the hop.');

const settings = () =>
  z
    .strictObject({
      part,
      entering: versionRange.describe('The releases that are entered from a lower one.'),
      versions: byRange.optional(),
      'at-least': z
        .literal('target')
        .optional()
        .describe(
          'Instead of `versions`: before every hop to one of `entering`, the part must be at least the release that the hop leads to.',
        ),
      alone: z
        .strictObject({
          to: partVersion
            .optional()
            .describe(
              'The version to which the part is upgraded in a separate hop, with all the steps of a hop, before the hop that needs it. The manual step is then only for a part whose version is not known. `probes.parts` must show the part. If it is left out, a person upgrades the part.',
            ),
          id: z.string().min(1).describe('The id with which a person acknowledges that the part was upgraded.'),
          text: z.string().min(1).describe('How the part is upgraded while the release stays the same.'),
        })
        .optional()
        .describe(
          'For a part that can be upgraded while the release stays the same: with `to` as a separate hop, without it as a manual step of the hop. If `upgrade` is left out, the hop is forbidden.',
        ),
      ...reasonKeys,
    })
    .refine(
      (value) => (value.versions === undefined) !== (value['at-least'] === undefined),
      'exactly one of versions and at-least',
    )
    .refine(
      ({ alone, versions }) => alone?.to === undefined || (versions !== undefined && isWithin(alone.to, versions)),
      'a version under `to` that is one of `versions`',
    )
    .describe('A hop requires a part of the present installation, besides its release, in a certain version.');

export const needsPart = ruleKind('needs-part', { role: 'demand', lifted: 'by-name' }, settings, (settings) => ({
  part: settings.part,
  manualId: settings.alone?.id,
  movesAlone: settings.alone?.to !== undefined,
  apply: (context, source) => effectsOf(settings, context, source),
  whyInactive: (known) => known.noneIn(settings.entering),
}));

type Settings = z.output<ReturnType<typeof settings>>;

type Fit = 'fits' | 'misses' | 'unknown';

function effectsOf(settings: Settings, context: PlannerContext, source: RuleSource): RuleEffects {
  const entered = context.catalogue.spans(settings.entering);
  const fit = fitTest(settings, context);
  // Each release has its own requirement: there the rule concerns every hop that leads to one of them.
  const enters = (from: number, to: number) =>
    settings.versions === undefined ? contains(entered, to) : isEntered(entered, from, to);
  const needed = (to: number) => settings.versions ?? `${labelAt(context, to)} or later`;
  const known = settings.url === undefined ? {} : { url: settings.url };
  const { alone, versions, part } = settings;
  if (alone?.to !== undefined && versions !== undefined) {
    const first: PartFirst = {
      source,
      part,
      to: alone.to,
      precedes: (from, to, version) =>
        enters(from, to) && (version === undefined ? fit(from, to) === 'misses' : !isWithin(version, versions)),
    };
    const { id, text } = alone;
    const unknown: RuleManualStep = {
      id,
      text,
      ...known,
      moves: part,
      concerns: (from, to) => enters(from, to) && fit(from, to) === 'unknown',
    };
    return { partsFirst: [first], manualSteps: [unknown] };
  }
  if (alone !== undefined) {
    const move: RuleManualStep = {
      id: alone.id,
      text: alone.text,
      ...known,
      moves: settings.part,
      concerns: (from, to) => enters(from, to) && fit(from, to) !== 'fits',
    };
    return { manualSteps: [move] };
  }
  const check: RuleManualStep = {
    id: `check-${settings.part}-${slugOf(settings.versions ?? 'target')}`,
    text: `Make sure that ${settings.part} is ${settings.versions ?? 'at least the release that the hop leads to'} before this hop: its version is not known. ${settings.reason}`,
    ...known,
    concerns: (from, to) => enters(from, to) && fit(from, to) === 'unknown',
  };
  const blocked = (place: number): readonly ReleaseSpan[] => {
    if (settings.versions !== undefined) {
      return !contains(entered, place) && fit(place, place) === 'misses' ? entered : [];
    }
    return entered.flatMap(({ start, end }) => {
      const first = firstPlace(end - start, (offset) => fit(place, start + offset) === 'misses');
      return first === end - start ? [] : [{ start: start + first, end }];
    });
  };
  const why = (place: number, to: number) =>
    `Going from ${labelAt(context, place)} to ${labelAt(context, to)} needs ${settings.part} ${needed(to)} first; ${presentText(settings.part, place, context)}.`;
  return { hops: [{ source, blocked, why }], manualSteps: [check] };
}

function isEntered(entered: readonly ReleaseSpan[], from: number, to: number): boolean {
  return contains(entered, to) && !contains(entered, from);
}

/** Whether the part fits a release: by its known version at the present release, by the table at the others. */
function fitTest(settings: Settings, context: PlannerContext): (place: number, to: number) => Fit {
  if (settings.versions === undefined) return atLeastTarget(settings.part, context);
  return partFit(settings.part, settings.versions, context);
}

/** Whether the version of a part at a release is in a range. */
export function partFit(part: string, versions: string, context: PlannerContext): (place: number) => Fit {
  const needed = parseRange(versions, partScheme);
  const fits = new Map<string, Fit>();
  const ofRange = (text: string) => {
    const known = fits.get(text);
    if (known !== undefined) return known;
    const fit = compareRanges(parseRange(text, partScheme), needed);
    fits.set(text, fit);
    return fit;
  };
  return (place) => {
    const version = exactAt(part, place, context);
    if (version !== undefined) {
      const read = readPart(version);
      return read === undefined ? 'unknown' : isInRange(read, needed) ? 'fits' : 'misses';
    }
    const range = rangeAt(part, place, context);
    return range === undefined ? 'unknown' : ofRange(range);
  };
}

/** Parsed like the product's own versions: such a part is released together with it. */
function atLeastTarget(part: string, context: PlannerContext): (place: number, to: number) => Fit {
  const read = versionReader(context.catalogue.scheme);
  return (place, to) => {
    const version = exactAt(part, place, context);
    const reading = version === undefined ? undefined : read(version);
    if (reading?.kind !== 'version') return 'unknown';
    return compareVersions(reading.version, entryAt(context.catalogue.entries, to).version) >= 0 ? 'fits' : 'misses';
  };
}

/** At the present release the observed or given version counts; a part that comes with no release keeps it. */
function exactAt(part: string, place: number, context: PlannerContext): string | undefined {
  const published = context.catalogue.entries[place]?.release.parts?.[part];
  const row = rowAt(part, place, context);
  if (place === context.current) return context.parts[part] ?? published ?? (row && exactVersion(row.versions));
  return published ?? row?.to ?? (context.carriedParts.has(part) ? undefined : context.parts[part]);
}

function rangeAt(part: string, place: number, context: PlannerContext): string | undefined {
  return rowAt(part, place, context)?.versions;
}

function rowAt(part: string, place: number, { partTables }: PlannerContext): PartRow | undefined {
  return carrierOf(
    partTables.find((one) => one.part === part),
    place,
  );
}

function presentText(part: string, place: number, context: PlannerContext): string {
  const version = exactAt(part, place, context);
  if (version !== undefined) {
    return place === context.current || !context.carriedParts.has(part)
      ? `the present ${part} is ${version}`
      : `${labelAt(context, place)} comes with ${part} ${version}`;
  }
  const versions = rangeAt(part, place, context);
  return versions === undefined
    ? 'its version is not known'
    : `${labelAt(context, place)} comes with ${part} ${versions}`;
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^0-9a-z.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
