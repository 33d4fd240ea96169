import type { TestContext } from 'node:test';
import type { Effects } from '../../../src/world/effects/effects.ts';

/** What a kind of store provides for the contract test: a place of its own, and how it goes wrong there. */
export interface StoreFixture {
  /** Its settings, as `backup.store` has them. */
  readonly settings: object;
  readonly effects: Effects;
  /** Whether anything that is stored contains this text. */
  holds(text: string): Promise<boolean>;
  /** Truncates a stored file of a backup, behind the store's back. */
  cutShort(id: string, path: string): Promise<void>;
  /** Removes a stored file of a backup. */
  remove(id: string, path: string): Promise<void>;
  /** Replaces the stored manifest by the first half of itself. */
  cutManifest(id: string): Promise<void>;
  /** From now on nothing can be written or read: no rights, no network, no disk. */
  makeUnreachable(): Promise<void>;
}

export type MakeStoreFixture = (test: TestContext) => Promise<StoreFixture>;
