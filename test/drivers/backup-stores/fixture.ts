import type { TestContext } from 'node:test';
import type { Effects } from '../../../src/world/effects/effects.ts';

/** What a kind of store brings for the contract test: a place of its own, and how it goes wrong there. */
export interface StoreFixture {
  /** Its settings, as `backup.store` has them. */
  readonly settings: object;
  readonly effects: Effects;
  /** Whether what is stored has this text anywhere. */
  holds(text: string): Promise<boolean>;
  /** Cuts a stored file of a backup short, behind the store's back. */
  cutShort(id: string, path: string): Promise<void>;
  /** Takes a stored file of a backup away. */
  remove(id: string, path: string): Promise<void>;
  /** Replaces the stored manifest by the first half of itself. */
  cutManifest(id: string): Promise<void>;
  /** From now on nothing can be written or read: no rights, no network, no disk. */
  makeUnreachable(): Promise<void>;
}

export type MakeStoreFixture = (test: TestContext) => Promise<StoreFixture>;
