import { dayOf } from '../../messages/moments.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import type { RuleSource } from './rule.ts';
import { contains, type ReleaseSpan } from './span.ts';

/** Why a path may not stop at a release. */
export interface Unusable {
  /** `unlisted` is the present release if no source lists it. */
  readonly rule: 'withdrawn' | 'avoid' | 'prerelease' | 'minimum-age' | 'unlisted';
  /** A sentence about the release. */
  readonly text: string;
  readonly url?: string;
  /** The label of the release that fixes it, if it is known. */
  readonly fixedIn?: string;
}

export interface Avoided {
  readonly source: RuleSource;
  readonly spans: readonly ReleaseSpan[];
  readonly fixedIn?: string;
}

export interface UsabilityRules {
  readonly avoided: readonly Avoided[];
  readonly allowPrereleases: boolean;
  /** Milliseconds; 0 for no minimum. */
  readonly minimumAge: number;
  readonly now: Date;
}

/** For each place, why its release may not be used; undefined if it may. */
export function judgeReleases(catalogue: Catalogue, rules: UsabilityRules): (Unusable | undefined)[] {
  return catalogue.entries.map((entry, place) => judge(entry, place, rules));
}

export function judge(entry: Entry, place: number, rules: UsabilityRules): Unusable | undefined {
  const { label } = entry.version;
  const { withdrawn } = entry.release;
  if (withdrawn !== undefined) {
    const { reason, ...rest } = withdrawn;
    return { rule: 'withdrawn', text: `${label} was withdrawn: ${sentence(reason)}`, ...rest };
  }
  const avoided = rules.avoided.find(({ spans }) => contains(spans, place));
  if (avoided !== undefined) {
    const { source, fixedIn } = avoided;
    const known = { ...(source.url ? { url: source.url } : {}), ...(fixedIn ? { fixedIn } : {}) };
    return { rule: 'avoid', text: `${label} is avoided: ${sentence(source.reason)}`, ...known };
  }
  if (entry.isPrerelease && !rules.allowPrereleases) {
    return { rule: 'prerelease', text: `${label} is a prerelease, and prereleases were not requested.` };
  }
  return rules.minimumAge > 0 ? judgeAge(entry, rules.minimumAge, rules.now) : undefined;
}

function judgeAge({ version, release }: Entry, minimumAge: number, now: Date): Unusable | undefined {
  const published = release.publishedAt === undefined ? Number.NaN : Date.parse(release.publishedAt);
  const least = `the minimum age is ${days(minimumAge)}`;
  // An unknown age never counts as old enough.
  if (Number.isNaN(published)) {
    return {
      rule: 'minimum-age',
      text: `The source does not report when ${version.label} was published, and ${least}.`,
    };
  }
  const age = now.getTime() - published;
  if (age >= minimumAge) return undefined;
  return {
    rule: 'minimum-age',
    text: `${version.label} was published ${dayOf(new Date(published).toISOString())}, ${days(age)} ago, and ${least}.`,
  };
}

function days(milliseconds: number): string {
  const hours = Math.max(0, Math.floor(milliseconds / 3_600_000));
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
