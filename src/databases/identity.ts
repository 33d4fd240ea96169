import type { Identity } from './database.ts';

export type IdentityComparison =
  | { readonly kind: 'different' }
  | { readonly kind: 'same'; readonly reason: string }
  | { readonly kind: 'cannot-tell'; readonly reason: string };

const markIt =
  'If it is staging, run "staged-upgrade mark-disposable --environment staging" once; if it is not, correct environments.staging.database.';

/**
 * Whether staging's database is another one than production's. Only `different` allows writing.
 *
 * Unequal lineage alone proves little when both answer at one place (production may have been rebuilt since its
 * backup), and equal lineage alone proves little elsewhere (a physical copy shares it): in both cases the marker that
 * a person put there decides, and a server that was started at the same instant is the same server.
 */
export function compareIdentities(production: Identity, staging: Identity): IdentityComparison {
  if (production.kind !== staging.kind) {
    const kinds = `production's is ${production.kind}, staging's is ${staging.kind}`;
    return { kind: 'cannot-tell', reason: `The databases are of different kinds (${kinds}) and cannot be compared.` };
  }
  const place = describeLocation(staging);
  const samePlace = equalRecords(production.location, staging.location);
  if (differsInSharedKey(production.lineage, staging.lineage)) {
    if (!samePlace || isMarkedApart(production, staging)) return { kind: 'different' };
    const reason = `Staging's database answers at production's place (${place}), though it is not the database that the backup came from. ${markIt}`;
    return { kind: 'cannot-tell', reason };
  }
  if (samePlace) return { kind: 'same', reason: `Staging's database is production's: both are ${place}.` };
  if (production.startedAt !== undefined && production.startedAt === staging.startedAt) {
    const reason = `Staging's database is production's, reached by another address (${place}): it is the same database on a server that was started at ${staging.startedAt}.`;
    return { kind: 'same', reason };
  }
  if (isSameFile(production, staging)) {
    return { kind: 'same', reason: `Staging's database is production's file, reached by another path (${place}).` };
  }
  if (production.disposableMarker !== undefined && production.disposableMarker === staging.disposableMarker) {
    return {
      kind: 'same',
      reason: `Staging's database carries the same disposable marker as production's (${place}).`,
    };
  }
  if ((production.startedAt === undefined) !== (staging.startedAt === undefined)) {
    const reason = `Staging's database (${place}) shares its origin with production's, and the start of one of the servers is not known.`;
    return { kind: 'cannot-tell', reason };
  }
  if (isMarkedApart(production, staging)) return { kind: 'different' };
  const reason = `Staging's database (${place}) has the same origin as production's: it is production itself or a physical copy of it. ${markIt}`;
  return { kind: 'cannot-tell', reason };
}

/** Whether both were read at one place, as one path of one host: what stands there may have been replaced between. */
export function isSamePlace(one: Identity, other: Identity): boolean {
  return one.kind === other.kind && equalRecords(one.location, other.location);
}

function isMarkedApart(production: Identity, staging: Identity): boolean {
  return staging.disposableMarker !== undefined && staging.disposableMarker !== production.disposableMarker;
}

/** A key that only one side could read says nothing; no shared key at all leaves the lineage unknown, as if equal. */
function differsInSharedKey(one: Identity['lineage'], other: Identity['lineage']): boolean {
  return Object.entries(one).some(([key, value]) => other[key] !== undefined && other[key] !== value);
}

/** Where there is no server: equal lineage (file number) on one device of one host is one file, whatever its path. */
function isSameFile(production: Identity, staging: Identity): boolean {
  if (production.startedAt !== undefined || staging.startedAt !== undefined) return false;
  return ['host', 'device'].every(
    (key) => production.location[key] !== undefined && production.location[key] === staging.location[key],
  );
}

function equalRecords(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(one);
  return keys.length > 0 && keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

function describeLocation(identity: Identity): string {
  return Object.entries(identity.location)
    .map(([key, value]) => `${key} "${value}"`)
    .join(', ');
}
