import type { EnvironmentName } from '../model/hop.ts';
import type { BackupManifest } from '../model/manifest.ts';
import { type Refusal, refuse } from './decision.ts';

/** A data store as it is configured. */
export interface ConfiguredData {
  readonly name: string;
  readonly kind: string;
}

/**
 * A backup is restored store by store, so an environment must have the stores that were backed up, in the same order.
 * Undefined if it has.
 */
export function decideSameStores(
  { id, data }: BackupManifest,
  environment: EnvironmentName,
  configured: readonly ConfiguredData[],
): Refusal | undefined {
  const backedUp = listed(data.map(({ name, identity: { kind } }) => ({ name, kind })));
  const now = listed(configured);
  if (backedUp === now) return undefined;
  return refuse(
    `${id} holds ${backedUp}, but environments.${environment}.data is ${now}.`,
    'It is not known which part belongs to which store. Nothing was written.',
    'Start a new run, which takes a backup of what is configured now; or go back to the configuration that it was taken with.',
  );
}

function listed(data: readonly ConfiguredData[]): string {
  const each = data.map(({ name, kind }) => (name === kind ? name : `${name} (${kind})`));
  return each.length === 0 ? 'no data' : each.join(', ');
}
