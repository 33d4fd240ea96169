import type { Effects } from '../../world/effects/effects.ts';
import type { ClimbStage } from './climb-stage.ts';

/** What a command can show and ask where a person, or a pipe, is at the other end; a step of a workflow has none. */
export interface Terminal {
  /** Somebody can be asked, and a list may move. */
  readonly interactive: boolean;
  readonly write: (text: string) => void;
  /** Shows what is done step by step. */
  stage(effects: Effects, gates: Gates): ClimbStage;
  /** Asks for a text; undefined where nobody can be asked. */
  readonly ask?: (message: string) => Promise<string>;
}

/** How gates are passed. */
export type Gates =
  /** A person is asked; where there is none, the climb stops. */
  | { readonly kind: 'ask' }
  /** Said beforehand; `how` is what the journal keeps. */
  | { readonly kind: 'approve-all'; readonly how: string }
  | { readonly kind: 'stop' };
