import { dirname, join } from 'node:path';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Message } from '../../../core/messages/message.ts';
import type { Effects } from '../../../world/effects/effects.ts';
import { applicationName, type Session } from '../../../world/mongodb/session.ts';
import type { ReplaceRequest } from '../data-store.ts';
import { type DatabaseSet, databasesOf } from './databases.ts';
import { databaseNames } from './fingerprint.ts';
import { readIdentity } from './identity.ts';
import { isNotToBeSeen } from './not-to-be-seen.ts';
import { readServerFacts } from './server-facts.ts';
import { shardKeys } from './sharding.ts';
import { archiveOf, oplogFile, type Source } from './source.ts';
import { requireSuccess } from './tool-failure.ts';
import { runTool, type Tools } from './tools.ts';

export interface RestoreDatabases<Refusal> extends ReplaceRequest<Refusal> {
  readonly set: DatabaseSet;
  readonly source: Source;
  readonly tools: Tools;
  readonly jobs: number;
  readonly effects: Effects;
}

const unchanged = 'Nothing was restored; the databases are unchanged.';

/** Drops every database of the set, including those that the backup does not have, and restores those that it has. */
export async function replaceDatabases<Refusal>(
  session: Session,
  request: RestoreDatabases<Refusal>,
): Promise<Refusal | undefined> {
  const { set, source, signal, mayReplace } = request;
  await requireSuitable(session, source);
  if (source.oplog !== undefined) requireSameNames(set, source);
  const present = databasesOf(set, await databaseNames(session));
  await requireUndivided(session, present);
  await requireNobodyElse(session, present);
  const before = await readIdentity(session, set);
  const refused = mayReplace(before);
  if (refused !== undefined) return refused;
  for (const database of present) {
    signal?.throwIfAborted();
    await session.command(database, { dropDatabase: 1 });
  }
  for (const database of source.databases) await restoreOne(session, database, request);
  if (source.oplog !== undefined && source.oplog > 0) await replayOplog(session, request);
  const after = await readIdentity(session, set);
  if (after.lineage.server === before.lineage.server) return undefined;
  throw new SystemFailure({
    happened: 'The server that answers now is not the one whose databases were dropped.',
    means: 'The databases may have been restored to another server. Do not start the services on them.',
    next: 'Let the URL name one server or all members of one replica set, then run the restore again.',
  });
}

async function restoreOne<Refusal>(
  session: Session,
  { name, onServer }: Source['databases'][number],
  { set, source, tools, directory, jobs, effects, signal }: RestoreDatabases<Refusal>,
): Promise<void> {
  const target = `${set.prefix}${name}`;
  const result = await runTool(
    effects,
    session.address,
    [
      tools.mongorestore,
      '--gzip',
      `--archive=${join(directory, archiveOf(name))}`,
      `--nsInclude=${onServer}.*`,
      ...(target === onServer ? [] : [`--nsFrom=${onServer}.*`, `--nsTo=${target}.*`]),
      `--numParallelCollections=${jobs}`,
      // Production's documents are restored even if they are older than their validator.
      ...(source.validators ? ['--bypassDocumentValidation'] : []),
      '--stopOnError',
    ],
    signal,
  );
  requireSuccess(result, {
    tool: 'mongorestore',
    doing: `restoring "${target}"`,
    means: 'The databases are incomplete. Do not start the services on them.',
    next: 'Check the rights of the user (role "restore") and the log of the server, then run the restore again.',
  });
}

/** Nothing is left out or renamed here: the file only has entries of our own databases. */
async function replayOplog<Refusal>(
  session: Session,
  { tools, directory, effects, signal }: RestoreDatabases<Refusal>,
): Promise<void> {
  const folder = dirname(join(directory, oplogFile));
  const result = await runTool(effects, session.address, [tools.mongorestore, '--oplogReplay', folder], signal);
  requireSuccess(result, {
    tool: 'mongorestore',
    doing: 'replaying what was written during the dump (--oplogReplay)',
    means: 'The databases are of different moments. Do not start the services on them.',
    next: 'Check the rights of the user, who must be allowed to apply oplog entries (docs/mongodb.md), then run the restore again.',
  });
}

/** What mongorestore creates again after a drop is on one shard, however it was distributed before. */
async function requireUndivided(session: Session, databases: readonly string[]): Promise<void> {
  const names = [...(await shardKeys(session, databases)).keys()];
  if (names.length === 0) return;
  throw new SystemFailure({
    happened: `Collections here are divided over shards: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}.`,
    means: `A restore would drop them, and bring them back whole on one shard. ${unchanged}`,
    next: 'Let staging be a replica set or a single server. To go back on production, restore by hand: drop the databases, divide the empty collections again (sh.shardCollection), then mongorestore --gzip --archive=FILE (docs/mongodb.md).',
  });
}

/** An entry names its database. */
function requireSameNames({ prefix }: DatabaseSet, { databases }: Source): void {
  if (databases.every(({ name, onServer }) => `${prefix}${name}` === onServer)) return;
  throw new SystemFailure(cannotRename(prefix));
}

export function cannotRename(prefix: string): Message {
  return {
    happened: `The backup has entries of production's oplog, and the databases have other names here ("prefix: ${prefix}").`,
    means: `They are replayed under the names that they have. ${unchanged}`,
    next: 'Give staging its own server, with the same names as production and no "prefix", or remove "oplog" on production.',
  };
}

async function requireSuitable(session: Session, source: Source): Promise<void> {
  const { version, major } = await readServerFacts(session);
  if (major >= Number.parseInt(source.server, 10)) return;
  throw new SystemFailure({
    happened: `The backup is of MongoDB ${source.server}, and this server is ${version}.`,
    means: `An older server may not understand what a newer one has kept. ${unchanged}`,
    next: `Give this environment MongoDB ${Number.parseInt(source.server, 10)}.0 or later.`,
  });
}

const operations = z.object({
  inprog: z.array(z.looseObject({ ns: z.string().default(''), appName: z.string().default('without a name') })),
});

/** A running service would write into what is being replaced. An idle connection is not noticed. */
async function requireNobodyElse(session: Session, databases: readonly string[]): Promise<void> {
  let answer: unknown;
  try {
    answer = await session.command('admin', { currentOp: 1, active: true });
  } catch (cause) {
    if (isNotToBeSeen(cause)) return;
    throw cause;
  }
  const read = operations.safeParse(answer);
  const others = (read.success ? read.data.inprog : []).filter(
    ({ ns, appName }) => appName !== applicationName && databases.some((database) => ns.startsWith(`${database}.`)),
  );
  if (others.length === 0) return;
  const names = [...new Set(others.map(({ appName }) => `"${appName}"`))].join(', ');
  throw new SystemFailure({
    happened: `${others.length} operations of others are under way in the databases (application ${names}).`,
    means: unchanged,
    next: 'Stop the services that use them (see "stop" of the deployer), then run the step again.',
  });
}
