import { randomUUID } from 'node:crypto';
import type { LiveIdentity } from '../../src/core/model/identity.ts';
import type { DataStore } from '../../src/drivers/data/data-store.ts';

/** For tests that are about how a restore works: whether it may be done was decided. */
export const mayReplace = (): undefined => undefined;

/** Marks a database as `mark-disposable` does, without asking anybody. @returns the id of the mark */
export async function mark(database: DataStore, system = 'records'): Promise<string> {
  const id = randomUUID();
  await database.markDisposable(async () => ({ id, system }));
  return id;
}

export function markOf({ mark }: LiveIdentity): string | undefined {
  return mark.kind === 'disposable' ? mark.id : undefined;
}
