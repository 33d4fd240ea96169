import { z } from 'zod';
import type { PartContext } from '../../../world/effects/kind.ts';
import { parseAddress } from '../../../world/mongodb/address.ts';
import { type Session, withSession } from '../../../world/mongodb/session.ts';
import type { DataStore } from '../data-store.ts';
import { backUp } from './backup.ts';
import { type DatabaseSet, databasesOf } from './databases.ts';
import { databaseNames, notCarried, readFingerprint } from './fingerprint.ts';
import { markDisposable, readIdentity } from './identity.ts';
import { preflight } from './preflight.ts';
import { replaceDatabases } from './restore.ts';
import type { MongodbSettings } from './settings.ts';
import { readBackup } from './source.ts';
import { findTools } from './tools.ts';

export function mongodbStore(settings: MongodbSettings, { effects, where, placeholders }: PartContext): DataStore {
  const fill = (value: string, key: string) => effects.variables.fill(value, `${where}.${key}`, placeholders);
  const set: DatabaseSet = { patterns: settings.databases, prefix: settings.prefix };
  const tools = () => findTools(effects, settings.tools === undefined ? undefined : fill(settings.tools, 'tools'));
  const inSession = <T>(signal: AbortSignal | undefined, body: (session: Session) => Promise<T>): Promise<T> => {
    const { password } = settings;
    const address = parseAddress({
      url: fill(settings.url, 'url'),
      password: password === undefined ? undefined : fill(password, 'password'),
      where: `${where}.url`,
    });
    return withSession(address, signal, body);
  };
  return {
    kind: 'mongodb',
    noun: 'database',
    identity: (signal) => inSession(signal, (session) => readIdentity(session, set)),
    preflight: (request) =>
      inSession(request.signal, async (session) =>
        preflight(session, { ...request, set, oplog: settings.oplog, tools: await tools() }),
      ),
    needs: async () => (settings.oplog ? { oplog: true } : {}),
    fingerprint: (signal, like) =>
      inSession(signal, async (session) => {
        const content =
          like === undefined
            ? settings.fingerprint.content
            : like.tables.some(({ checksum }) => checksum !== undefined);
        const read = await readFingerprint(session, { set, content, clock: effects.clock, signal });
        return like === undefined ? read : { ...read, exemptions: notCarried };
      }),
    estimatedBytes: (signal) => inSession(signal, (session) => sizeOf(session, set)),
    markDisposable: (choose, signal) => inSession(signal, (session) => markDisposable(session, set, choose)),
    backup: async (request) => {
      const suited = await tools();
      return await inSession(request.signal, (session) =>
        backUp(session, {
          ...request,
          set,
          effects,
          tools: suited,
          jobs: settings.jobs,
          content: settings.fingerprint.content,
          meanwhile: settings['changed-meanwhile'],
          oplog: settings.oplog,
        }),
      );
    },
    verify: async ({ directory, signal }) => void (await readBackup(directory, signal)),
    restore: async (request) => {
      const { directory, signal } = request;
      const suited = await tools();
      const { source } = await readBackup(directory, signal);
      const { jobs } = settings;
      return await inSession(signal, (session) =>
        replaceDatabases(session, { ...request, set, source, tools: suited, jobs, effects }),
      );
    },
  };
}

const size = z.object({ dataSize: z.number() });

async function sizeOf(session: Session, set: DatabaseSet): Promise<number> {
  let bytes = 0;
  for (const database of databasesOf(set, await databaseNames(session)))
    bytes += size.parse(await session.command(database, { dbStats: 1 })).dataSize;
  return bytes;
}
