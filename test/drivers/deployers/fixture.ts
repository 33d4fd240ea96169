import type { TestContext } from 'node:test';
import type { Effects } from '../../../src/world/effects/effects.ts';

/** How the tool behaves that a deployer uses: `hangs` starts a child of its own and never ends; `absent` is not installed. */
export type ToolBehaviour = 'works' | 'fails' | 'hangs' | 'absent';

/** What a tool was told to put in place. */
export interface Placed {
  readonly version: string;
  readonly chart: string;
  /** The variable DEFER as the server would have it; left out where it is not set. */
  readonly defer?: string;
}

/** What a kind of deployer brings for the contract test: its tool, or a stand-in for it that notes what it was told. */
export interface DeployFixture {
  readonly effects: Effects;
  /** Its settings, as `deploy` has them: they hand `{version}` and `{parts.chart}` to the tool. */
  settings(behaviour: ToolBehaviour): object;
  placed(): Promise<readonly Placed[]>;
  /** It starts no program: what hangs is a service that it asks, and what is absent is its answer. */
  readonly withoutProgram?: true;
  /** Whether what a hanging tool does has started, and the processes that it consists of. */
  hanging(): Promise<readonly number[]>;
  /** What the tool says when it fails. */
  readonly lastWords: string;
}

export type MakeDeployFixture = (test: TestContext) => Promise<DeployFixture>;
