import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Effects } from '../../../world/effects/effects.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import type { DataStore } from '../data-store.ts';
import { requireNone } from '../obstacle.ts';
import { type ConnectionText, parseConnection } from './connection.ts';
import type { DefinersSetting } from './definers-setting.ts';
import { dump } from './dump.ts';
import { databaseFailure } from './failure.ts';
import { type ContentSetting, takeFingerprint } from './fingerprint.ts';
import { markDisposable, readIdentity } from './identity.ts';
import { obstaclesToBackingUp } from './obstacles-backing-up.ts';
import { obstaclesToRestoring } from './obstacles-restoring.ts';
import type { OutsideSetting } from './outside.ts';
import { findings, toolsFinding } from './preflight.ts';
import { restore } from './restore.ts';
import { readSchema } from './schema.ts';
import { nameOf } from './server.ts';
import { type Session, withSession } from './session.ts';
import { asSourceFacts, readSource, readSourceFacts } from './source.ts';
import { listTables } from './tables.ts';
import { findTools, type Tools, toolEnvironment } from './tools.ts';
import { verifyDump } from './verify.ts';

export interface MysqlOptions {
  readonly connection: () => ConnectionText;
  readonly toolsFolder: () => string | undefined;
  readonly content: ContentSetting;
  readonly definers: DefinersSetting;
  readonly outside: OutsideSetting;
  readonly disconnectOthers: boolean;
  readonly effects: Effects;
}

/** Older ones lack required features, and are no longer maintained. */
const oldestServer = { MySQL: 507, MariaDB: 1003 } as const;

export function mysqlDatabase(options: MysqlOptions): DataStore {
  const { effects, definers, outside, content: setting } = options;
  const { processes, clock } = effects;
  const connection = () => parseConnection(options.connection());
  const environment = toolEnvironment(childEnvironment(effects));

  const toolsFor = ({ server }: Session): Promise<Tools> =>
    findTools({ processes, environment, folder: options.toolsFolder(), flavour: server.flavour });

  const opened = <T>(signal: AbortSignal | undefined, body: (session: Session) => Promise<T>): Promise<T> =>
    withSession(connection(), signal, (session) => {
      requireSupported(session);
      return body(session);
    });

  return {
    kind: 'mysql',
    noun: 'database',
    identity: (signal) => opened(signal, readIdentity),
    preflight: ({ use, subject, needs, signal }) =>
      opened(signal, async (session) => {
        const tools = await toolsFor(session);
        try {
          if (use === 'restore') {
            const question = { definers, outside, source: needs && asSourceFacts(needs) };
            const obstacles = await obstaclesToRestoring(session, question);
            return [
              toolsFinding(subject, session, tools),
              ...findings(subject, obstacles, 'It can be emptied and filled again.'),
            ];
          }
          const obstacles = await obstaclesToBackingUp(session, tools);
          // What the rights hide from it is reported once.
          if (obstacles.every(({ kind }) => kind === 'noted')) await readSchema(session, await listTables(session));
          return [
            toolsFinding(subject, session, tools),
            ...findings(subject, obstacles, 'All that is in it can be read.'),
          ];
        } catch (cause) {
          throw databaseFailure(cause, 'Looking at the database', 'Nothing was done.');
        }
      }),
    needs: (signal) => opened(signal, async (session) => readSourceFacts(session, await listTables(session))),
    fingerprint: (signal, like) =>
      opened(signal, (session) => takeFingerprint(session, { setting, like, clock, log: effects.log, signal })),
    estimatedBytes: (signal) =>
      opened(signal, async (session) => (await listTables(session)).reduce((sum, { bytes }) => sum + bytes, 0)),
    markDisposable: (choose, signal) => opened(signal, (session) => markDisposable(session, choose)),
    backup: ({ directory, log, signal }) =>
      opened(signal, async (session) => {
        const tools = await toolsFor(session);
        requireNone(await obstaclesToBackingUp(session, tools), 'There is no backup.', log);
        const identity = await readIdentity(session);
        const value = await dump(session, {
          connection: connection(),
          ...{ directory, tools, environment, processes, setting, clock, log, signal },
        });
        return {
          identity,
          dataAt: value.at,
          fingerprint: { kind: 'same-snapshot', value },
          tools: { [tools.made.flavour === 'MariaDB' ? 'mariadb-dump' : 'mysqldump']: tools.made.version },
          references: [],
        };
      }),
    verify: async ({ directory, signal }) => {
      await readSource(directory);
      await verifyDump(directory, signal);
    },
    restore: async ({ directory, log, signal, mayReplace, isOriginal }) => {
      signal?.throwIfAborted();
      const source = await readSource(directory);
      await verifyDump(directory, signal);
      return await opened(signal, async (session) =>
        restore(session, {
          ...{
            source,
            directory,
            definers,
            outside,
            environment,
            processes,
            clock,
            log,
            signal,
            mayReplace,
            isOriginal,
          },
          connection: connection(),
          tools: await toolsFor(session),
          disconnectOthers: options.disconnectOthers,
        }),
      );
    },
  };
}

function requireSupported({ server }: Session): void {
  const oldest = oldestServer[server.flavour];
  if (server.number >= oldest) return;
  throw new SystemFailure({
    happened: `The server is ${nameOf(server)}; ${server.flavour} ${Math.floor(oldest / 100)}.${oldest % 100} is the oldest that is supported.`,
    means: 'Nothing was done.',
    next: 'Upgrade the server first.',
  });
}
