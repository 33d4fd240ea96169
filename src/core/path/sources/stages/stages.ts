import type { PartVersions } from '../../../model/parts.ts';
import type { PathManualStep } from '../../../model/path-plan.ts';

/** One stage of a change, as far as the path goes: not how it is reached, nor what shows that it is. */
export interface Stage {
  readonly name: string;
  readonly title: string;
  /** Why the change has this stage. */
  readonly reason: string;
  readonly url?: string;
  /** The versions of the parts that belong to it. */
  readonly parts: PartVersions;
  /** What a person must do before the hop that leads here. */
  readonly manual: readonly PathManualStep[];
}

/** What a stage's own probe says. */
export type Reached =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string; readonly refused?: true };

/** What was seen of a system, by the names of its stages. */
export type StagesSeen = Readonly<Record<string, Reached>>;
