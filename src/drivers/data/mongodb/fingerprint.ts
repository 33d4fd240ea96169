import { z } from 'zod';
import type { Exemption, Fingerprint, TableFingerprint } from '../../../core/model/fingerprint.ts';
import type { Clock } from '../../../world/clock.ts';
import type { Session } from '../../../world/mongodb/session.ts';
import { contentSum } from './content-sum.ts';
import { type DatabaseSet, databasesOf, nameInBackup } from './databases.ts';
import { type CollectionName, readDefinitions } from './definitions.ts';

export interface FingerprintRequest {
  readonly set: DatabaseSet;
  readonly content: boolean;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/** Reads the databases of a set as they are now. Concurrent writes are included or not, collection by collection. */
export async function readFingerprint(session: Session, request: FingerprintRequest): Promise<Fingerprint> {
  const at = request.clock.now().toISOString();
  const databases = databasesOf(request.set, await databaseNames(session));
  const { collections, objects } = await readDefinitions(session, request.set, databases);
  const tables: TableFingerprint[] = [];
  for (const each of collections) tables.push(await readCollection(session, each, request));
  return { at, tables, sequences: [], objects, definedBy: 'MongoDB' };
}

const names = z.object({ databases: z.array(z.object({ name: z.string() })) });

export async function databaseNames(session: Session): Promise<string[]> {
  const listed = names.parse(await session.command('admin', { listDatabases: 1, nameOnly: true }));
  return listed.databases.map(({ name }) => name);
}

const counted = z.object({ n: z.number() });

async function readCollection(
  session: Session,
  { database, collection }: CollectionName,
  { set, content, signal }: FingerprintRequest,
): Promise<TableFingerprint> {
  const name = `${nameInBackup(set, database)}.${collection}`;
  signal?.throwIfAborted();
  if (!content) {
    const { n } = counted.parse(await session.command(database, { count: collection, query: {} }));
    return { name, rows: n };
  }
  const sum = contentSum();
  for await (const document of session.documents(database, collection)) {
    sum.add(document);
    // Documents of one batch come without a pause in which the signal could be noticed.
    if (sum.documents % 1_000 === 0) signal?.throwIfAborted();
  }
  return { name, rows: sum.documents, checksum: sum.text };
}

/** What a dump of databases does not include. */
export const notCarried: readonly Exemption[] = [
  ...['user "', 'role "'].map((object) => ({
    object,
    reason: 'Users and roles belong to a server and are not in a dump: production’s logins work nowhere else.',
  })),
  {
    object: 'collection "',
    part: 'shard key',
    only: 'missing' as const,
    reason: 'By what collections are divided over shards is not in a dump: they are on one shard here.',
  },
];
