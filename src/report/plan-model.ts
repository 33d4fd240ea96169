import { changedSince, type HopEvidence } from '../core/decisions/estimate.ts';
import { type Typical, typicalText } from '../core/decisions/typical-duration.ts';
import { dayOf, dayTime } from '../core/messages/moments.ts';
import { countText, durationText } from '../core/messages/quantities.ts';
import type { Hop, Reason } from '../core/model/hop.ts';
import type { FoundPath, PartMove, PathPlan } from '../core/model/path-plan.ts';
import type { ReleaseNote } from '../drivers/releases/notes.ts';
import type { SincePinned } from '../drivers/releases/since-pinned.ts';

/** A path, or the end of one whose last hop is being finished now. */
export type ReportedPath = FoundPath | Extract<PathPlan, { kind: 'already-there' }>;

/** What a person should know about a hop besides what is approved. */
export interface HopDetail extends HopEvidence {
  /** What the vendor says, until a rehearsal has measured it. */
  readonly typical?: Typical;
  /** What the product's rules say about it. */
  readonly advice: readonly Reason[];
  readonly parts: readonly PartMove[];
  /** What the release notes on the way warn about. */
  readonly releaseNotes: readonly ReleaseNote[];
  /** ISO 8601; undefined if the source does not say. */
  readonly publishedAt?: string;
}

export interface ReportedHop {
  readonly hop: Hop;
  readonly detail: HopDetail;
}

/** How often a person will be asked, by the gates that are configured. */
export interface ApprovalCount {
  /** One approval covers all of it. */
  readonly wholePath?: true;
  /** Before the deploy on production. */
  readonly deploys: number;
  /** Before the migrations start, at most: there is no question if a hop has none. */
  readonly migrations: number;
}

export interface PlanFacts {
  readonly path: ReportedPath;
  readonly hops: readonly ReportedHop[];
  readonly approvals: ApprovalCount;
  readonly since?: SincePinned;
  /** What a person must not overlook: that nothing is rehearsed, for example. Sentences. */
  readonly warnings: readonly string[];
  /** Sentences about the plan as a whole. */
  readonly remarks: readonly string[];
  /** As people read it. */
  readonly product: string;
  /** Undefined for a plan without a configuration. */
  readonly system?: string;
  readonly now: Date;
}

/** `flags (Unleash)` */
export function subjectText({ product, system }: Pick<PlanFacts, 'product' | 'system'>): string {
  return system === undefined ? product : `${system} (${product})`;
}

/** Stages and topologies are not published, so their age is no question. */
export function isPublished({ details }: ReportedPath): boolean {
  return details.unit === undefined;
}

/** Everything that is reported about the path as a whole, in sentences. */
export function wholePathRemarks({ path, remarks }: PlanFacts): string[] {
  return [...remarks, ...(path.kind === 'path' ? path.notes : []), ...path.details.idle.map(({ text }) => text)];
}

/** Which of the passed rehearsals count: whoever expects one to count reads here why it does not. */
export function rehearsedAlready({ hops, now }: PlanFacts): { readonly index: number; readonly text: string }[] {
  return hops.flatMap(({ hop, detail: { rehearsed, formerly, estimate } }) => {
    if (rehearsed === undefined) {
      if (formerly === undefined) return [];
      const text = `${hop.title} was rehearsed on ${dayTime(formerly.at, now)}, but that no longer counts: ${formerly.because}. It is rehearsed again.`;
      return [{ index: hop.index, text }];
    }
    const time =
      estimate === undefined ? '' : ` "Will take" is ${durationText(estimate.milliseconds)} by ${estimate.basis}.`;
    const { at, countsUntil, changed } = rehearsed;
    const but =
      changed.length === 0 ? '' : ` But ${changedSince(changed)}: the tests as they are now have not run on staging.`;
    const text = `${hop.title} on ${dayTime(at, now)}; it counts until ${dayTime(countsUntil, now)}.${but}${time}`;
    return [{ index: hop.index, text }];
  });
}

/** For a table: the day, or that there is none that counts. */
export function rehearsedDay({ rehearsed, formerly }: HopDetail, none: string): string {
  if (rehearsed !== undefined) return dayOf(rehearsed.at);
  return formerly === undefined ? none : 'to be repeated';
}

/** Why releases between the present one and the target are not used; each text names its release. */
export function leftOut({ path }: PlanFacts): string[] {
  return path.details.leftOut.map(({ version, text, url, fixedIn }) => {
    const named = text.startsWith(`${version} `) ? text : `${version}: ${text}`;
    const source = url === undefined ? '' : ` (${url})`;
    return `${named}${source}${fixedIn === undefined ? '' : ` It is fixed in ${fixedIn}.`}`;
  });
}

/** Tags that were not read as releases: a plan must not hide what it did not look at. */
export function ignoredTags({ path }: PlanFacts): string[] {
  return path.details.ignored.map(
    ({ reason, count, examples }) =>
      `${countText(count, 'tag')} left out (${examples.join(', ')}${count > examples.length ? ', …' : ''}), because each of them ${reason}.`,
  );
}

/** `chart 7.10.0 → 7.11.2`, or that it stays; what is unknown is named as unknown. */
export function partLines({ parts }: Hop): string[] {
  if (parts === undefined) return [];
  const names = [...new Set([...Object.keys(parts.from), ...Object.keys(parts.to)])];
  return names.map((name) => {
    const [from = 'not known', to = 'not known'] = [parts.from[name], parts.to[name]];
    return from === to ? `${name} ${from} (it stays)` : `${name} ${from} → ${to}`;
  });
}

/** How long a hop will take, as far as that is known. */
export function willTake({ estimate, typical }: HopDetail, written: (milliseconds: number) => string): string {
  if (estimate !== undefined) return written(estimate.milliseconds);
  return typical === undefined ? 'not known' : typicalText(typical);
}
