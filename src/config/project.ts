import type { RunIdentity } from '../core/model/event.ts';
import type { HopTraits } from '../core/model/sequence.ts';
import type { BackupStore } from '../drivers/backup-stores/store.ts';
import type { Journal } from '../journal/journal.ts';
import type { ProductDefinition } from '../products/definition.ts';
import type { Effects } from '../world/effects/effects.ts';
import type { Configuration } from './schema.ts';

/** What every command that works on a system has: the configuration as read, and what it names, opened when used. */
export interface Project {
  readonly configuration: Configuration;
  /** The configuration as plain data, with every `${NAME}` unresolved: what the digest is made from. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly product: ProductDefinition;
  /** The product's definition as plain data. */
  readonly productDocument: Readonly<Record<string, unknown>>;
  readonly traits: HopTraits;
  /** If it is one of several systems of its configuration. */
  readonly fleet?: { readonly ring: string };
  readonly effects: Effects;
  readonly run: RunIdentity;
  readonly journal: Journal;
  /** Opened on first use: a job without backups needs none of the store's variables. */
  readonly store: () => BackupStore;
}
