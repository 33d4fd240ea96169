import { z } from 'zod';
import { shareADatabase } from '../../../core/model/database-names.ts';
import type { LiveIdentity, MarkTarget } from '../../../core/model/identity.ts';
import { type Mark, markIn, markText, type NewMark } from '../../../core/model/mark.ts';
import type { Session } from '../../../world/mongodb/session.ts';
import { type DatabaseSet, markDatabase, setText } from './databases.ts';
import { isNotToBeSeen } from './not-to-be-seen.ts';

/** The collection of the marks, one document per set of databases. */
const markCollection = 'disposable';

/**
 * A server is identified by what it was given when it was first started and nothing copies: the id of its replica set,
 * or else of a collection in "admin" that every server has. On one server, stores differ by their databases.
 */
export async function readIdentity(session: Session, set: DatabaseSet): Promise<LiveIdentity> {
  const server = await serverId(session);
  const databases = setText(set);
  return {
    kind: 'mongodb',
    // If nothing identifies the server, nothing is claimed about its databases either.
    lineage: server === undefined ? {} : { server, databases },
    location: { server: session.address.hosts.split(',').sort().join(','), databases },
    mark: await readMark(session, databases),
  };
}

/** A document in a database of its own, which no dump of the application's databases includes. */
export async function markDisposable(
  session: Session,
  set: DatabaseSet,
  choose: (found: MarkTarget) => Promise<NewMark | undefined>,
): Promise<LiveIdentity | undefined> {
  const identity = await readIdentity(session, set);
  const mark = await choose({ identity, name: setText(set) });
  if (mark === undefined) return undefined;
  await session.replaceOne(markDatabase, markCollection, { _id: setText(set), ...{ mark: markText(mark) } });
  return await readIdentity(session, set);
}

const config = z.object({ config: z.object({ settings: z.object({ replicaSetId: z.unknown() }) }) });
const listed = z.array(z.object({ name: z.string(), info: z.object({ uuid: z.unknown() }).optional() }));

async function serverId(session: Session): Promise<string | undefined> {
  const set = config.safeParse(await seen(() => session.command('admin', { replSetGetConfig: 1 })));
  if (set.success) return `replica set ${String(set.data.config.settings.replicaSetId)}`;
  const collections = listed.safeParse(await seen(() => session.all('admin', { listCollections: 1 })));
  if (!collections.success) return undefined;
  const ids = new Map(collections.data.map(({ name, info }) => [name, info?.uuid]));
  const id = ids.get('system.version') ?? ids.get('system.users');
  return id === undefined ? undefined : `admin ${String(id)}`;
}

/** Undefined if the user may not ask, or the server has none. */
async function seen(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask();
  } catch (cause) {
    // 76: it is not a member of a replica set.
    if (isNotToBeSeen(cause) || (cause instanceof Error && 'code' in cause && cause.code === 76)) return undefined;
    throw cause;
  }
}

const kept = z.array(z.object({ _id: z.string(), mark: z.string() }));

/** Tied to the id of the collection that it is in, which a restored copy does not share. */
async function readMark(session: Session, databases: string): Promise<Mark> {
  const collections = listed.parse(
    await session.all(markDatabase, { listCollections: 1, filter: { name: markCollection } }),
  );
  const [collection] = collections;
  if (collection === undefined) return { kind: 'none' };
  const place = `the collection "${markDatabase}.${markCollection}"`;
  const read = kept.safeParse(await session.all(markDatabase, { find: markCollection }));
  if (!read.success) return { kind: 'unclear', reason: 'its mark cannot be read', place };
  const own = read.data.find(({ _id }) => _id === databases);
  const other = read.data.find(({ _id }) => _id !== databases && shareADatabase(_id, databases));
  if (other !== undefined)
    return { kind: 'unclear', reason: `it is for other databases, "${other._id}", some of which are the same`, place };
  if (own === undefined) return { kind: 'none' };
  const mark = markIn(own.mark, { tiedTo: `collection ${String(collection.info?.uuid)}`, place });
  return mark.kind === 'none' ? { kind: 'unclear', reason: 'its mark cannot be read', place } : mark;
}
