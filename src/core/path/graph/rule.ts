import type { PinnedMigrations } from '../../model/listed-migrations.ts';
import type { PartVersions } from '../../model/parts.ts';
import type { ReleaseGraph } from './release-graph.ts';
import type { ReleaseSpan } from './span.ts';

/** Who says so: the rule's name in the configuration, and the reason and address that its author gave. */
export interface RuleSource {
  readonly rule: string;
  readonly reason: string;
  readonly url?: string;
  /** Unknown facts: the rule applies because it might. */
  readonly doubts: readonly string[];
}

/** Forbids hops. Places are indexes into the sorted releases. */
export interface HopRule {
  readonly source: RuleSource;
  /** Where no hop from `from` may lead; only what lies above `from` is considered. */
  blocked(from: number): readonly ReleaseSpan[];
  /** A sentence about one blocked hop. */
  why(from: number, to: number): string;
}

/** Says at which releases a path may stop on its way. The target is the user's choice and is not checked. */
export interface LandingRule {
  readonly source: RuleSource;
  refuses(place: number): boolean;
  /** A sentence that names the right release instead of `place`. */
  why(place: number): string;
}

/** Lifts rules from the hops that lead from one of the `from` spans to one of the `to` spans. */
export interface Exception {
  readonly source: RuleSource;
  readonly from: readonly ReleaseSpan[];
  readonly to: readonly ReleaseSpan[];
  readonly overrules: readonly string[];
}

/** Something that belongs to every hop for which `concerns` is true. */
export interface RuleManualStep {
  readonly id: string;
  readonly text: string;
  readonly url?: string;
  /** The part that a person moves in this step: its version afterwards is unknown. */
  readonly moves?: string;
  concerns(from: number, to: number): boolean;
}

/** A part that moves in a hop of its own while the release stays the same, before a hop that needs it. */
export interface PartFirst {
  readonly source: RuleSource;
  readonly part: string;
  /** Its version afterwards. */
  readonly to: string;
  /** @param version the known version of the part at the start of the hop */
  precedes(from: number, to: number, version: string | undefined): boolean;
}

export interface Remark {
  readonly source: RuleSource;
  concerns(from: number, to: number): boolean;
}

/** A part beside the release, such as a Helm chart, and the versions of it that work with each release. */
export interface PartTable {
  readonly source: RuleSource;
  readonly part: string;
  readonly rows: readonly PartRow[];
}

export interface PartRow {
  readonly spans: readonly ReleaseSpan[];
  readonly versions: string;
  /** The version that a hop deploys, if it is known. */
  readonly to: string | undefined;
}

/** What one rule does to the search and to the plan. */
export interface RuleEffects {
  readonly hops?: readonly HopRule[];
  readonly landings?: readonly LandingRule[];
  /** Releases that a rule names itself: the landing rules, which are about all lines, do not apply to them. */
  readonly named?: readonly ReleaseSpan[];
  readonly exceptions?: readonly Exception[];
  readonly manualSteps?: readonly RuleManualStep[];
  readonly partsFirst?: readonly PartFirst[];
  readonly remarks?: readonly Remark[];
  /** Sentences about the whole way between two releases. */
  readonly cautions?: readonly ((from: number, to: number) => readonly string[])[];
}

export interface PlannerContext extends ReleaseGraph {
  readonly partTables: readonly PartTable[];
  /** The versions of the parts of the present installation, by name. */
  readonly parts: PartVersions;
  /** The parts that matter: those that a rule is about, a probe shows, or a deploy needs. */
  readonly partNames: readonly string[];
  /** Parts of which each release brings its own version; the others stay as they are until a person moves them. */
  readonly carriedParts: ReadonlySet<string>;
  /** The place of the present release. */
  readonly current: number;
  /** Names the present state: the label of its release, or one that says more. */
  readonly currentLabel: string;
  /** Lists of migrations that are published with the target, by the address in their rule. */
  readonly migrationLists: MigrationLists;
}

export type MigrationLists = ReadonlyMap<string, PinnedMigrations>;

export function labelAt({ catalogue }: Pick<ReleaseGraph, 'catalogue'>, place: number): string {
  return catalogue.entries[place]?.version.label ?? `place ${place}`;
}

/** Everything from `start` on. */
export function from(start: number): readonly ReleaseSpan[] {
  return [{ start, end: Number.MAX_SAFE_INTEGER }];
}
