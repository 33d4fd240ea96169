import type { TestContext } from 'node:test';
import type { Effects } from '../../../src/world/effects/effects.ts';

/** How the deployer's tool behaves: `hangs` starts a child process and never ends; `absent` is not installed. */
export type ToolBehaviour = 'works' | 'fails' | 'hangs' | 'absent';

/** What a tool was told to deploy. */
export interface Placed {
  readonly version: string;
  readonly chart: string;
  /** The variable DEFER as the server would get it; left out if it is not set. */
  readonly defer?: string;
}

/** What a kind of deployer provides for the contract test: its tool, or a stand-in that records what it was told. */
export interface DeployFixture {
  readonly effects: Effects;
  /** Its settings, as in `deploy`: they pass `{version}` and `{parts.chart}` to the tool. */
  settings(behaviour: ToolBehaviour): object;
  placed(): Promise<readonly Placed[]>;
  /** It starts no program: what hangs is a service that it calls, and what is absent is its answer. */
  readonly withoutProgram?: true;
  /** Whether the work of a hanging tool has started, and the processes that it consists of. */
  hanging(): Promise<readonly number[]>;
  /** What the tool says when it fails. */
  readonly lastWords: string;
}

export type MakeDeployFixture = (test: TestContext) => Promise<DeployFixture>;
