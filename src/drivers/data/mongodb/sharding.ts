import { z } from 'zod';
import { mongoFailure } from '../../../world/mongodb/failure.ts';
import type { Session } from '../../../world/mongodb/session.ts';
import { isNotToBeSeen } from './not-to-be-seen.ts';

const hello = z.looseObject({ msg: z.string().optional() });
const divided = z.array(
  z.looseObject({
    _id: z.string(),
    key: z.unknown(),
    unique: z.boolean().default(false),
    /** Of servers before 5.0, which keep what they have dropped. */
    dropped: z.boolean().default(false),
    /** Since 8.0, collections that are on one shard as a whole are listed too. */
    unsplittable: z.boolean().default(false),
  }),
);

/** How the collections of some databases are distributed over shards, by their full names; empty if there are no shards. */
export async function shardKeys(session: Session, databases: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  try {
    const said = hello.parse(await session.command('admin', { hello: 1 }));
    if (said.msg !== 'isdbgrid') return new Map();
  } catch (cause) {
    if (isNotToBeSeen(cause)) return new Map();
    throw mongoFailure(cause, 'Asking the server what it is', 'Nothing was done.');
  }
  try {
    const all = divided.parse(await session.all('config', { find: 'collections' }));
    const own = all.filter(({ _id: name }) => databases.some((database) => name.startsWith(`${database}.`)));
    const standing = own.filter(({ dropped, unsplittable }) => !dropped && !unsplittable);
    return new Map(standing.map(({ _id: name, key, unique }) => [name, { key, unique }]));
  } catch (cause) {
    throw mongoFailure(cause, 'Reading by what collections are divided over shards', 'Nothing was done.');
  }
}
