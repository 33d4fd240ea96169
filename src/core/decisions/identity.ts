import { dayTime } from '../messages/moments.ts';
import { shareADatabase } from '../model/database-names.ts';
import type { Identity } from '../model/identity.ts';

export type IdentityComparison =
  | { readonly kind: 'different' }
  | { readonly kind: 'same'; readonly reason: string }
  | { readonly kind: 'cannot-tell'; readonly reason: string };

/**
 * Whether staging's data store is not production's. Only `different` allows writing, and never on its own: unequal lineage
 * proves little if production was rebuilt since, so what is emptied must also have a mark; see
 * core/decisions/may-be-emptied.ts. Equal lineage is production itself, or a physical copy that cannot be distinguished from it.
 */
export function compareIdentities(production: Identity, staging: Identity): IdentityComparison {
  if (isPartOfOne(production, staging)) {
    const reason = `one lies within the other (${describeLocation(production)}; ${describeLocation(staging)})`;
    return { kind: 'same', reason };
  }
  if (production.kind !== staging.kind) {
    const kinds = `production's is ${production.kind}, staging's is ${staging.kind}`;
    return { kind: 'cannot-tell', reason: `they are of different kinds (${kinds}) and cannot be compared` };
  }
  const shared = databasesOfOneServer(production, staging);
  if (shared !== undefined) return { kind: 'same', reason: shared };
  const place = describeLocation(staging);
  const samePlace = equalRecords(production.location, staging.location);
  if (differsInSharedKey(production.lineage, staging.lineage)) {
    if (!samePlace) return { kind: 'different' };
    const reason = `it is at production's address (${place}), although it is not what was there before`;
    return { kind: 'cannot-tell', reason };
  }
  if (samePlace) return { kind: 'same', reason: `both are ${place}` };
  if (production.startedAt !== undefined && production.startedAt === staging.startedAt) {
    const reason = `it is reached at a different address (${place}), and is the same one on a server that started at ${dayTime(staging.startedAt)}`;
    return { kind: 'same', reason };
  }
  if (isSameFile(production, staging)) {
    return { kind: 'same', reason: `it is production's file, reached by a different path (${place})` };
  }
  const reason = `it (${place}) has the same origin as production's, so it is production itself or a physical copy of it`;
  return { kind: 'cannot-tell', reason };
}

/** If a store is only some databases of a server, another store on the same server may list one of them under other names. */
function databasesOfOneServer(production: Identity, staging: Identity): string | undefined {
  const [one, other] = [production.lineage, staging.lineage];
  if (one.databases === undefined || other.databases === undefined) return undefined;
  if (one.server === undefined || one.server !== other.server || !shareADatabase(one.databases, other.databases))
    return undefined;
  return `both hold databases of the same names on one server ("${one.databases}" and "${other.databases}")`;
}

/** Stores of different kinds are different stores, unless one lies within a folder. */
export function mayBeOne(one: Identity, other: Identity): boolean {
  return one.kind === other.kind || isPartOfOne(one, other);
}

/** Emptying a folder empties everything in it: a folder with another number, or a database file. */
function isPartOfOne(one: Identity, other: Identity): boolean {
  const { host } = one.location;
  if (host === undefined || host !== other.location.host) return false;
  return isWithin(one.location, other.location.folder) || isWithin(other.location, one.location.folder);
}

function isWithin({ folder, file }: Identity['location'], outer: string | undefined): boolean {
  return outer !== undefined && (folder ?? file)?.startsWith(`${outer.replace(/\/$/, '')}/`) === true;
}

/** Whether both were read at one place, such as one path on one host: what is there may have been replaced in between. */
export function isSamePlace(one: Identity, other: Identity): boolean {
  return one.kind === other.kind && equalRecords(one.location, other.location);
}

/** A key that only one side could read proves nothing; without a shared key the lineage is unknown, which counts as equal. */
function differsInSharedKey(one: Identity['lineage'], other: Identity['lineage']): boolean {
  return Object.entries(one).some(([key, value]) => other[key] !== undefined && other[key] !== value);
}

/** Without a server: equal lineage (file number) on one device of one host is one file, whatever its path. */
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

/** For messages: `address "10.0.0.5", port "5432", database "records"`. */
export function describeLocation(identity: Identity): string {
  return entriesText(Object.entries(identity.location));
}

/** `"records" (address "10.0.0.5", port "5432")`: the name that a person types, and where it is; the name is not repeated. */
export function namedPlace(name: string, { location }: Identity): string {
  const place = entriesText(Object.entries(location).filter(([, value]) => value !== name));
  return place === '' ? `"${name}"` : `"${name}" (${place})`;
}

function entriesText(entries: readonly (readonly [key: string, value: string])[]): string {
  return entries.map(([key, value]) => `${key} "${value}"`).join(', ');
}
