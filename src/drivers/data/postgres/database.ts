import { SystemFailure } from '../../../core/messages/errors.ts';
import { fine, problem } from '../../../core/messages/finding.ts';
import type { Effects } from '../../../world/effects/effects.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import type { DataStore } from '../data-store.ts';
import { type CompressionSetting, chooseCompression } from './compression.ts';
import { type Connection, connectionEnvironment } from './connection.ts';
import { dump } from './dump.ts';
import { databaseFailure } from './failure.ts';
import { type ContentSetting, takeFingerprint } from './fingerprint.ts';
import { markDisposable, readIdentity } from './identity.ts';
import type { Omission } from './omissions.ts';
import { requireOwnSessions } from './own-sessions.ts';
import { backupOutlook, backupRights, ownSessions, restoreRights } from './preflight.ts';
import type { OutsideSetting } from './reach.ts';
import { restore } from './restore.ts';
import type { RolesSetting } from './roles.ts';
import { type Session, withSession } from './session.ts';
import { asSourceFacts, readSource } from './source.ts';
import { readSourceFacts } from './source-facts.ts';
import { findTools, type Tools } from './tools.ts';
import { requireReadableBy, verifyArchive } from './verify.ts';

export interface PostgresOptions {
  /** The place of its settings in the configuration, for messages. */
  readonly where: string;
  readonly connection: () => Connection;
  readonly toolsFolder: () => string | undefined;
  readonly jobs: number;
  readonly compression: CompressionSetting;
  readonly content: ContentSetting;
  readonly roles: RolesSetting;
  readonly leaveOut: readonly Omission[];
  readonly outside: OutsideSetting;
  readonly disconnectOthers: boolean;
  readonly effects: Effects;
}

/** `sha256()` for the checksums came with 11, as did the other features in use. */
const oldestServer = 11;

export function postgresDatabase(options: PostgresOptions): DataStore {
  const { effects, jobs } = options;
  const { processes, clock } = effects;

  const tools = (serverMajor: number): Promise<Tools> =>
    findTools({ processes, environment: childEnvironment(effects), folder: options.toolsFolder(), serverMajor });

  const chosenCompression = (suited: Tools) => chooseCompression(options.compression, suited, options.where);

  return {
    kind: 'postgres',
    noun: 'database',
    identity: (signal) => withSession(options.connection(), signal, readIdentity),
    preflight: ({ use, subject, needs, signal }) =>
      withSession(options.connection(), signal, async (session) => {
        const serverMajor = await serverMajorOf(session);
        const suited = await tools(serverMajor);
        const question = { ...options, serverMajor, tools: suited, source: needs && asSourceFacts(needs) };
        const suit = `pg_dump and pg_restore ${suited.version} suit the server`;
        const compression = chosenCompression(suited);
        return [
          fine(
            subject,
            use === 'backup' && compression.kind === 'use' ? `${suit}, and ${compression.said}.` : `${suit}.`,
          ),
          ...(use === 'backup' && compression.kind === 'refuse' ? [problem(subject, compression.message)] : []),
          ...(use === 'backup'
            ? [...(await backupRights(session, subject)), ...(await backupOutlook(session, subject, clock))]
            : await restoreRights(session, subject, question)),
          ...(await ownSessions(options.connection(), session, { subject, use, ...(signal && { signal }) })),
        ];
      }),
    needs: (signal) =>
      withSession(options.connection(), signal, async (session) => {
        const serverMajor = await serverMajorOf(session);
        const suited = await tools(serverMajor);
        const choice = chosenCompression(suited);
        const compression = choice.kind === 'use' ? choice.compression : undefined;
        return await readSourceFacts(session, { serverMajor, dumpMajor: suited.major, compression });
      }),
    fingerprint: (signal, like) => {
      const connection = options.connection();
      const { jobs, content: setting, roles } = options;
      return withSession(connection, signal, (session) =>
        takeFingerprint(session, {
          connection,
          jobs,
          setting,
          roles,
          leaveOut: options.leaveOut,
          like,
          clock,
          log: effects.log,
          signal,
        }),
      );
    },
    estimatedBytes: (signal) => withSession(options.connection(), signal, readSize),
    markDisposable: (choose, signal) =>
      withSession(options.connection(), signal, (session) => markDisposable(session, choose)),
    backup: async ({ directory, finished, log, signal }) => {
      const connection = options.connection();
      const environment = connectionEnvironment(connection, childEnvironment(effects));
      return withSession(connection, signal, async (session) => {
        const serverMajor = await serverMajorOf(session);
        const suited = await tools(serverMajor);
        const choice = chosenCompression(suited);
        if (choice.kind === 'refuse') {
          const { happened, means, next } = choice.message;
          throw new SystemFailure({ happened, means: `${means} No backup was taken.`, next });
        }
        await requireOwnSessions(connection, session, { use: 'backup', signal });
        const identity = await readIdentity(session);
        const value = await dump(session, {
          ...{ connection, directory, jobs, serverMajor, environment, processes, clock, log, signal },
          ...{ setting: options.content, roles: options.roles, leaveOut: options.leaveOut },
          ...{ tools: suited, compression: choice.compression },
          finished,
        });
        return {
          identity,
          dataAt: value.at,
          fingerprint: { kind: 'same-snapshot', value },
          tools: { pg_dump: suited.version },
          references: [],
        };
      });
    },
    verify: async ({ directory, signal }) => {
      // The tools that match the server it came from; no server is asked.
      const source = await readSource(directory);
      const suited = await tools(source.serverMajor);
      requireReadableBy(suited, source);
      const environment = childEnvironment(effects);
      await verifyArchive({ tools: suited, directory, environment, processes, signal });
    },
    restore: async ({ directory, log, signal, mayReplace, isOriginal }) => {
      const connection = options.connection();
      const environment = childEnvironment(effects);
      // Reading the archive takes a while, in which one of our sessions might be ended for being idle.
      const serverMajor = await withSession(connection, signal, serverMajorOf);
      const suited = await tools(serverMajor);
      const source = await readSource(directory);
      requireReadableBy(suited, source);
      const list = await verifyArchive({ tools: suited, directory, environment, processes, signal });
      return await withSession(connection, signal, (session) =>
        restore(session, {
          ...{ directory, list, source, jobs, serverMajor, environment, processes, clock, log, signal, connection },
          ...{ mayReplace, where: options.where, roles: options.roles, leaveOut: options.leaveOut },
          outside: options.outside,
          isOriginal,
          tools: suited,
          disconnectOthers: options.disconnectOthers,
        }),
      );
    },
  };
}

async function serverMajorOf(session: Session): Promise<number> {
  const [row] = await session.query<{ number: string }>("SELECT current_setting('server_version_num') AS number");
  const major = Math.floor(Number(row?.number) / 10_000);
  if (major >= oldestServer) return major;
  throw new SystemFailure({
    happened: `The PostgreSQL server is version ${major}; ${oldestServer} is the oldest that is supported.`,
    means: 'Nothing was done.',
    next: `Upgrade the server to PostgreSQL ${oldestServer} or later first.`,
  });
}

/** The size of tables on disk without their indexes, which a dump only names. A compressed dump is smaller. */
async function readSize(session: Session): Promise<number> {
  try {
    const [row] = await session.query<{ bytes: string }>(`
      SELECT coalesce(sum(pg_table_size(oid)), 0)::text AS bytes FROM pg_class
      WHERE relkind IN ('r', 'm') AND relnamespace <> 'pg_catalog'::regnamespace
         OR oid = 'pg_catalog.pg_largeobject'::regclass`);
    return Number(row?.bytes);
  } catch (cause) {
    throw databaseFailure(cause, 'Reading the size of the database', 'Nothing was done.');
  }
}
