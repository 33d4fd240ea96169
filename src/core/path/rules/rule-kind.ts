import type { z } from 'zod';
import { onDemand } from '../../settings/on-demand.ts';
import type { Catalogue } from '../graph/catalogue.ts';
import type { When } from '../graph/facts.ts';
import type { PartTable, PlannerContext, RuleEffects, RuleSource } from '../graph/rule.ts';
import type { Avoided } from '../graph/usability.ts';
import type { FileRequirement } from './file-requirement.ts';
import type { MigrationListSource } from './migration-list.ts';

/** What the list of releases says about the ranges in a rule, to find a rule that can have no effect. */
export interface KnownReleases {
  /** The names of the rules that apply. */
  readonly rules: ReadonlySet<string>;
  isEmpty(range: string): boolean;
  /** Says that the first empty range holds no release; undefined if every range holds one. */
  noneIn(...ranges: readonly (string | undefined)[]): string | undefined;
  /** Why no hop passes any of these ranges: all of them are above everything that is published. */
  allBelow(...ranges: readonly string[]): string | undefined;
}

/** What one rule of a configuration does. It has no effect of the kinds that are left out. */
interface RuleBehaviour {
  /** What it does to the search and to the plan. */
  readonly apply?: (context: PlannerContext, source: RuleSource) => RuleEffects;
  /** Releases that no path may stop at: checked before any hop. */
  readonly avoided?: (catalogue: Catalogue, source: RuleSource) => Avoided;
  /** Which versions of a part go with which releases: available to all rules. */
  readonly partTable?: (catalogue: Catalogue, source: RuleSource) => PartTable;
  /** Why it can have no effect with the known releases: mostly a typo in a range. */
  readonly whyInactive: (known: KnownReleases) => string | undefined;
  /** The part that it is about: `parts:` and `--part` may name it. */
  readonly part?: string;
  /** The part moves in hops of its own: a probe must show it. */
  readonly movesAlone?: boolean;
  /** The id of the manual step that it can require: `acknowledge` may name it. */
  readonly manualId?: string | undefined;
  /** What that step changes, if it is a change of readable files. */
  readonly changes?: readonly FileRequirement[];
  /** The address of the list of its migrations, if it is published with each release. */
  readonly migrationList?: MigrationListSource;
}

/**
 * A demand restricts a path, and applies even if it is unknown whether it should. A grant lifts demands, and does not apply
 * in that case. A remark forbids nothing.
 */
type Role = 'demand' | 'grant' | 'remark';

/** A rule of a configuration, of whatever kind. */
export interface PathRule extends RuleBehaviour {
  /** The key by which the configuration asks for its kind. */
  readonly name: string;
  readonly role: Role;
  readonly reason: string;
  readonly url?: string | undefined;
  readonly when?: When | undefined;
}

/** All kinds have these keys; a remark has a text instead of a reason. */
type RuleReason = { readonly url?: string | undefined; readonly when?: When | undefined } & (
  | { readonly reason: string }
  | { readonly text: string }
);

interface Traits {
  readonly role: Role;
  /** Whether `allowed` lifts it: by default, only if it is named, or never. */
  readonly lifted?: 'by-default' | 'by-name';
}

/** One kind of rule. Its file is all there is to it, besides its line in the list. */
export interface RuleKind<Name extends string = string, Settings extends z.ZodType = z.ZodType> extends Traits {
  readonly name: Name;
  readonly settings: () => Settings;
  /** The settings as written, parsed into the rule that they describe. */
  readonly rule: z.ZodType<PathRule, z.input<Settings>>;
}

export function ruleKind<const Name extends string, Settings extends z.ZodType<RuleReason>>(
  name: Name,
  traits: Traits,
  settings: () => Settings,
  doing: (settings: z.output<Settings>) => RuleBehaviour,
): RuleKind<Name, Settings> {
  const rule = onDemand(() =>
    settings().transform((written): PathRule => {
      const { url, when } = written;
      const reason = 'reason' in written ? written.reason : written.text;
      return { name, role: traits.role, reason, url, when, ...doing(written) };
    }),
  );
  return { name, ...traits, settings, rule };
}
