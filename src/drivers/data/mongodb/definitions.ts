import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ObjectFingerprints } from '../../../core/model/fingerprint.ts';
import { mongoFailure } from '../../../world/mongodb/failure.ts';
import type { Session } from '../../../world/mongodb/session.ts';
import { type DatabaseSet, nameInBackup } from './databases.ts';
import { isNotToBeSeen } from './not-to-be-seen.ts';
import { shardKeys } from './sharding.ts';

/** What a database contains besides documents. */
export interface Definitions {
  /** Those with documents, by their name on the server. */
  readonly collections: readonly CollectionName[];
  readonly objects: ObjectFingerprints;
}

export interface CollectionName {
  readonly database: string;
  readonly collection: string;
}

const collection = z.object({
  name: z.string(),
  type: z.string().default('collection'),
  options: z.record(z.string(), z.unknown()).default({}),
});
const index = z.looseObject({ name: z.string() });
const user = z.looseObject({ user: z.string(), roles: z.array(z.unknown()).default([]) });
const role = z.looseObject({ role: z.string() });

/** Collections that the server keeps for itself in a database; only the user's functions are dumped. */
const isServersOwn = (name: string): boolean => name.startsWith('system.') && name !== 'system.js';

/** Of all databases of a set. The names are those in a backup: a restore elsewhere may have added a prefix. */
export async function readDefinitions(
  session: Session,
  set: DatabaseSet,
  databases: readonly string[],
): Promise<Definitions> {
  const collections: CollectionName[] = [];
  const objects: Record<string, Readonly<Record<string, string>>> = {};
  const keys = await shardKeys(session, databases);
  for (const database of databases) {
    const own = nameInBackup(set, database);
    for (const found of await listCollections(session, database)) {
      const name = `${own}.${found.name}`;
      if (found.type === 'view') {
        objects[`view "${name}"`] = { definition: hashOf(found.options) };
        continue;
      }
      const { validator, validationLevel, validationAction, ...options } = found.options;
      collections.push({ database, collection: found.name });
      objects[`collection "${name}"`] = {
        options: hashOf(options),
        ...(validator === undefined ? {} : { validator: hashOf({ validator, validationLevel, validationAction }) }),
        ...(found.type === 'collection' ? {} : { kind: found.type }),
        ...(keys.has(`${database}.${found.name}`)
          ? { 'shard key': hashOf(keys.get(`${database}.${found.name}`)) }
          : {}),
        ...(await indexesOf(session, database, found.name)),
      };
    }
    Object.assign(objects, await usersAndRoles(session, database, own));
  }
  return { collections, objects };
}

export async function listCollections(
  session: Session,
  database: string,
): Promise<readonly z.output<typeof collection>[]> {
  const listed = z.array(collection).parse(await session.all(database, { listCollections: 1 }));
  return listed.filter(({ name }) => !isServersOwn(name)).toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

async function indexesOf(session: Session, database: string, name: string): Promise<Record<string, string>> {
  const listed = z.array(index).parse(await session.all(database, { listIndexes: name }));
  return Object.fromEntries(
    listed.map(({ ns: _namespace, background: _howItWasMade, ...definition }) => [
      `index "${definition.name}"`,
      hashOf(definition),
    ]),
  );
}

/** Those of this database alone. Most installations keep theirs in "admin", which belongs to the server. */
async function usersAndRoles(session: Session, database: string, own: string) {
  const users = await readable(session, database, { usersInfo: 1 }, z.object({ users: z.array(user) }));
  const roles = await readable(
    session,
    database,
    { rolesInfo: 1, showPrivileges: true },
    z.object({ roles: z.array(role) }),
  );
  return {
    ...Object.fromEntries(
      (users?.users ?? []).map((each) => [`user "${own}.${each.user}"`, { roles: hashOf(each.roles) }]),
    ),
    ...Object.fromEntries(
      (roles?.roles ?? []).map((each) => [`role "${own}.${each.role}"`, { definition: hashOf(each) }]),
    ),
  };
}

/** Undefined if this user may not see them, or the server has none: the comparison is the same either way. */
async function readable<Read>(
  session: Session,
  database: string,
  command: Readonly<Record<string, unknown>>,
  shape: z.ZodType<Read>,
): Promise<Read | undefined> {
  try {
    return shape.parse(await session.command(database, command));
  } catch (cause) {
    if (isNotToBeSeen(cause)) return undefined;
    throw mongoFailure(cause, `Reading users and roles of "${database}"`, 'Nothing was done.');
  }
}

/** Top-level keys in any order; further in, the order has a meaning: the keys of an index, the stages of a view. */
export function hashOf(definition: unknown): string {
  const sorted =
    typeof definition === 'object' && definition !== null && !Array.isArray(definition)
      ? Object.fromEntries(Object.entries(definition).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : definition;
  return createHash('sha256').update(JSON.stringify(sorted, inFull)).digest('hex').slice(0, 32);
}

const typed = z.looseObject({ _bsontype: z.string() });

/** Values that JSON cannot represent: it would write `null` or `{}` for several of them. */
function inFull(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { $numberDouble: String(value) };
  if (typeof value !== 'object' || value === null || Object.keys(value).length > 0) return value;
  const read = typed.safeParse(value);
  return read.success ? { $type: read.data._bsontype } : value;
}
