import type { Effects } from '../../world/effects/effects.ts';
import type { ClimbStage } from './climb-stage.ts';

/** What a command can show and ask if a person, or a pipe, is at the other end; a workflow step has none. */
export interface Terminal {
  /** Somebody can be asked, and a list may move. */
  readonly interactive: boolean;
  readonly write: (text: string) => void;
  /** Shows the progress step by step. */
  stage(effects: Effects, gates: Gates): ClimbStage;
  /** Asks for a text; undefined if nobody can be asked. */
  readonly ask?: (message: string) => Promise<string>;
}

/** How gates are passed. */
export type Gates =
  /** A person is asked; if there is none, the climb stops. */
  | { readonly kind: 'ask' }
  /** Answered beforehand; `how` is what the journal keeps. */
  | { readonly kind: 'approve-all'; readonly how: string }
  | { readonly kind: 'stop' };
