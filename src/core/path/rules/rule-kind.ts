import type { z } from 'zod';
import { onDemand } from '../../settings/on-demand.ts';
import type { Catalogue } from '../graph/catalogue.ts';
import type { When } from '../graph/facts.ts';
import type { PartTable, PlannerContext, RuleEffects, RuleSource } from '../graph/rule.ts';
import type { Avoided } from '../graph/usability.ts';
import type { FileRequirement } from './file-requirement.ts';
import type { MigrationListSource } from './migration-list.ts';

/** What the list of releases says of the ranges in a rule, to find one that can never apply. */
export interface KnownReleases {
  /** The names of the rules that count. */
  readonly rules: ReadonlySet<string>;
  isEmpty(range: string): boolean;
  /** Why nothing is in the first of these ranges that is empty; undefined where each holds a release. */
  noneIn(...ranges: readonly (string | undefined)[]): string | undefined;
  /** Why no hop passes any of these ranges: all of them are above everything that is published. */
  allBelow(...ranges: readonly string[]): string | undefined;
}

/** What one rule of a configuration does. What it leaves out, it does not do. */
interface Doing {
  /** What it does to the search and to the plan. */
  readonly apply?: (context: PlannerContext, source: RuleSource) => RuleEffects;
  /** Releases that no path may land on: asked before any hop is. */
  readonly avoided?: (catalogue: Catalogue, source: RuleSource) => Avoided;
  /** Which versions of a part go with which releases: all rules get to know it. */
  readonly partTable?: (catalogue: Catalogue, source: RuleSource) => PartTable;
  /** Why it can never apply with the releases that are known: a slip of the pen in a range, mostly. */
  readonly whyInactive: (known: KnownReleases) => string | undefined;
  /** The part that it speaks of: `parts:` and `--part` may name it. */
  readonly part?: string;
  /** The part moves in hops of its own: a probe must show it. */
  readonly movesAlone?: boolean;
  /** The id of the manual step that it can ask for: `acknowledge` may name it. */
  readonly manualId?: string | undefined;
  /** What that step is about, where it is a change of files that can be read. */
  readonly changes?: readonly FileRequirement[];
  /** Where the migrations are listed that it is about, if they are published with each release. */
  readonly migrationList?: MigrationListSource;
}

/**
 * A demand restricts a path, and counts where it is not known whether it applies; a grant lifts demands, and does not count
 * then; a remark forbids nothing.
 */
type Role = 'demand' | 'grant' | 'remark';

/** A rule of a configuration, of whatever kind. */
export interface PathRule extends Doing {
  /** The key by which the configuration asks for its kind. */
  readonly name: string;
  readonly role: Role;
  readonly reason: string;
  readonly url?: string | undefined;
  readonly when?: When | undefined;
}

/** All kinds have these keys; what is only said has a text instead of a reason. */
type Said = { readonly url?: string | undefined; readonly when?: When | undefined } & (
  | { readonly reason: string }
  | { readonly text: string }
);

interface Traits {
  readonly role: Role;
  /** Whether `allowed` lifts it: where it names no rules, only where it names this one, or never. */
  readonly lifted?: 'by-default' | 'by-name';
}

/** One kind of rule. Its file is all there is to it, besides its line in the list. */
export interface RuleKind<Name extends string = string, Settings extends z.ZodType = z.ZodType> extends Traits {
  readonly name: Name;
  readonly settings: () => Settings;
  /** The settings as they are written, read as the rule that they make. */
  readonly rule: z.ZodType<PathRule, z.input<Settings>>;
}

export function ruleKind<const Name extends string, Settings extends z.ZodType<Said>>(
  name: Name,
  traits: Traits,
  settings: () => Settings,
  doing: (settings: z.output<Settings>) => Doing,
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
