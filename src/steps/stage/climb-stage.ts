import type { Hop } from '../../core/model/hop.ts';
import type { Fact } from '../../report/gate-question.ts';
import type { JobStage } from './job-stage.ts';

/** Where a climb is shown, and where a person is asked. */
export interface ClimbStage extends JobStage {
  /** The path, before anything is done. */
  showPlan(headline: string, text: string): void;
  /** Says what is at stake and asks. */
  approve(gate: Gate): Promise<Approval>;
}

export interface Gate {
  readonly hop: Hop;
  /** What yes covers: this one, or with `path` all that are climbed. */
  readonly hops: readonly Hop[];
  readonly job: 'promote' | 'finalize' | 'path';
  /** What is already done, what cannot be undone, how long it takes, what a rollback loses. */
  readonly facts: readonly Fact[];
  /** What happens after yes. */
  readonly question: string;
}

export type Approval =
  | { readonly kind: 'approved'; readonly by: string }
  | { readonly kind: 'declined'; readonly next: string };
