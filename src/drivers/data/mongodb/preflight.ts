import { z } from 'zod';
import { type Finding, fine, problem, warning } from '../../../core/messages/finding.ts';
import type { Session } from '../../../world/mongodb/session.ts';
import type { PreflightRequest } from '../data-store.ts';
import { type DatabaseSet, databasesOf } from './databases.ts';
import { databaseNames } from './fingerprint.ts';
import { readIdentity } from './identity.ts';
import { cannotRename } from './restore.ts';
import { againstOplog, readServerFacts, type ServerFacts } from './server-facts.ts';
import { shardKeys } from './sharding.ts';
import { againstTimeSeries } from './time-series.ts';
import type { Tools } from './tools.ts';

interface Asked {
  readonly set: DatabaseSet;
  readonly tools: Tools;
  readonly oplog: boolean;
}

/** What prevents a backup or a restore, checked without writing anything. */
export async function preflight(
  session: Session,
  { set, tools, oplog, use, subject, needs }: PreflightRequest & Asked,
): Promise<Finding[]> {
  const standing = await readServerFacts(session);
  const identity = await readIdentity(session, set);
  return [
    fine(subject, `mongodump and mongorestore ${tools.version} suit the server, MongoDB ${standing.version}.`),
    ...(identity.lineage.server === undefined ? [notIdentified(subject)] : []),
    ...ofCompatibility(standing, subject),
    ...(use === 'backup' && oplog ? againstOplog(standing).map((message) => problem(subject, message)) : []),
    ...(use === 'backup'
      ? await ofBackup(session, set, standing, subject)
      : await ofRestore(session, set, { subject, withOplog: needs?.oplog === true })),
  ];
}

function notIdentified(subject: string): Finding {
  return problem(subject, {
    happened: 'The server does not report what identifies it.',
    means: 'Staging could not be distinguished from production, so every restore would be refused.',
    next: 'Let the user list the collections of the database "admin": the role "clusterMonitor", or "backup".',
  });
}

/** MongoDB moves one major at a time: data kept in the form of the previous major must be moved before the next. */
function ofCompatibility({ version, compatibility }: ServerFacts, subject: string): Finding[] {
  if (compatibility === undefined || version.startsWith(`${compatibility}.`)) return [];
  return [
    warning(subject, {
      happened: `The server is MongoDB ${version}, and keeps its data as for ${compatibility}.`,
      means: 'It cannot be moved to the next major like this.',
      next: `When going back to ${compatibility} is no longer needed: db.adminCommand({ setFeatureCompatibilityVersion: "${version.split('.').slice(0, 2).join('.')}", confirm: true }).`,
    }),
  ];
}

async function ofBackup(
  session: Session,
  set: DatabaseSet,
  { against }: ServerFacts,
  subject: string,
): Promise<Finding[]> {
  const databases = databasesOf(set, await databaseNames(session));
  const found: Finding[] = against.map((message) => problem(subject, message));
  for (const name of set.patterns) {
    if (name.endsWith('*') || databases.includes(`${set.prefix}${name}`)) continue;
    found.push(
      warning(subject, {
        happened: `The server has no database "${set.prefix}${name}", or the user may not see it.`,
        means: 'A backup would not have it.',
        next: 'Correct "databases", or grant the user the role "backup".',
      }),
    );
  }
  const divided = [...(await shardKeys(session, databases)).keys()];
  if (divided.length > 0)
    found.push(
      warning(subject, {
        happened: `${divided.length} collections are divided over shards, such as "${divided[0]}".`,
        means:
          'A rehearsal restores them whole on one shard. Over the cluster itself no restore is done: a rollback that needs one is refused, and has to be done by hand.',
        next: 'Decide whether that is enough. docs/mongodb.md says how it is done by hand.',
      }),
    );
  found.push(...(await againstTimeSeries(session, databases)).map((message) => problem(subject, message)));
  return found.some(({ kind }) => kind === 'problem')
    ? found
    : [fine(subject, `${databases.length} databases can be read.`), ...found];
}

const privileges = z.object({
  authInfo: z.object({
    authenticatedUsers: z.array(z.unknown()),
    authenticatedUserPrivileges: z.array(z.object({ actions: z.array(z.string()) })).optional(),
  }),
});

const neededToRestore = ['insert', 'createCollection', 'createIndex', 'dropDatabase'];

/** What the user may do at all. The restore finds out on which databases. */
async function ofRestore(
  session: Session,
  { prefix }: DatabaseSet,
  { subject, withOplog }: { readonly subject: string; readonly withOplog: boolean },
): Promise<Finding[]> {
  const read = privileges.safeParse(await session.command('admin', { connectionStatus: 1, showPrivileges: true }));
  const granted = read.success ? read.data.authInfo.authenticatedUserPrivileges : undefined;
  const renamed = withOplog && prefix !== '' ? [problem(subject, cannotRename(prefix))] : [];
  if (granted === undefined) return renamed;
  const may = new Set(granted.flatMap(({ actions }) => actions));
  const lacking = neededToRestore.filter((action) => !may.has(action) && !may.has('anyAction'));
  if (withOplog && !may.has('anyAction')) lacking.push('applyOps');
  if (lacking.length === 0) return [...renamed, fine(subject, 'The databases can be dropped and made again.')];
  return [
    ...renamed,
    problem(subject, {
      happened: `The user of the configuration may not do what a restore does: ${lacking.join(', ')}.`,
      means: 'Every rehearsal would fail.',
      next: `Grant it the roles "restore" and "dbAdminAnyDatabase", and "readWrite" on the database staged_upgrade${lacking.includes('applyOps') ? "; to replay the oplog of production's backups, a role with anyAction on anyResource (docs/mongodb.md)" : ''}.`,
    }),
  ];
}
