import type { TestContext } from 'node:test';
import type { Effects } from '../../../src/world/effects/effects.ts';

/** What a kind of data provides for the contract test: a server or a folder of its own, in which stores have names. */
export interface DataFixture {
  readonly effects: Effects;
  /** The settings of one store, with fingerprints of the content if there are any. */
  settings(name: string): object;
  /** Makes a store with many records, each of which holds this value. */
  fill(name: string, value: string): Promise<void>;
  /** Makes a store with nothing in it. */
  empty(name: string): Promise<void>;
  /** Changes the content of one record; their number stays the same. */
  change(name: string): Promise<void>;
  /** From now on none of them can be reached. */
  makeUnreachable(): Promise<void>;
}

/** Undefined if a part is missing on this machine; then it has skipped the test with the reason. */
export type MakeDataFixture = (test: TestContext) => Promise<DataFixture | undefined>;
