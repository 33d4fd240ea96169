import { join } from 'node:path';
import { compareFingerprints } from '../../../core/decisions/fingerprint.ts';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { exactTime } from '../../../core/messages/moments.ts';
import type { Fingerprint, TableFingerprint } from '../../../core/model/fingerprint.ts';
import type { Effects } from '../../../world/effects/effects.ts';
import type { Session } from '../../../world/mongodb/session.ts';
import type { BackupRequest, BackupTaken } from '../data-store.ts';
import { readArchive } from './archive.ts';
import { type DatabaseSet, databasesOf, nameInBackup } from './databases.ts';
import { readDefinitions } from './definitions.ts';
import { databaseNames, readFingerprint } from './fingerprint.ts';
import { readIdentity } from './identity.ts';
import { atOneMoment } from './one-moment.ts';
import { oplogStart } from './oplog.ts';
import { againstOplog, readServerFacts } from './server-facts.ts';
import type { MongodbSettings } from './settings.ts';
import { archiveOf, writeSource } from './source.ts';
import { againstTimeSeries } from './time-series.ts';
import { requireSuccess } from './tool-failure.ts';
import { runTool, type Tools } from './tools.ts';

export interface BackUpRequest extends BackupRequest {
  readonly set: DatabaseSet;
  readonly tools: Tools;
  readonly jobs: number;
  readonly content: boolean;
  readonly meanwhile: MongodbSettings['changed-meanwhile'];
  readonly oplog: boolean;
  readonly effects: Effects;
}

const notTaken = 'There is no backup; the databases themselves were not touched.';

/**
 * Dumps one database after the other. The fingerprint is that of the very documents in the archives. Afterwards the
 * databases are read again: a collection that still equals its dump did not change in between, and one that does not
 * was written while it was dumped.
 */
export async function backUp(session: Session, request: BackUpRequest): Promise<BackupTaken> {
  const { set, tools, directory, content, effects, log, signal } = request;
  const standing = await readServerFacts(session);
  const databases = databasesOf(set, await databaseNames(session));
  const [against] = [
    ...standing.against,
    ...(request.oplog ? againstOplog(standing) : []),
    ...(await againstTimeSeries(session, databases)),
  ];
  if (against !== undefined) throw new SystemFailure({ ...against, means: `${against.means} ${notTaken}` });
  const identity = await readIdentity(session, set);
  if (databases.length === 0) throw nothingThere(set);
  const started = effects.clock.now();
  const { objects, collections } = await readDefinitions(session, set, databases);
  const from = request.oplog ? await oplogStart(session) : undefined;
  const tables: TableFingerprint[] = [];
  for (const [index, database] of databases.entries()) {
    log.progress({ text: `databases dumped, "${database}" is next`, done: index, total: databases.length });
    tables.push(...(await dump(session, database, request)));
  }
  const named = databases.map((onServer) => ({ name: nameInBackup(set, onServer), onServer }));
  const validators = Object.values(objects).some((parts) => parts.validator !== undefined);
  const moment = from && (await atOneMoment(session, { from, databases, tables }, request));
  const oplog = moment?.entries;
  const source = { server: standing.version, tools: tools.version, validators, databases: named, oplog };
  const written = await writeSource(directory, source);
  request.finished?.(written);
  const value: Fingerprint = {
    at: moment?.at ?? started.toISOString(),
    tables: inOrder(moment?.tables ?? tables),
    sequences: [],
    objects,
    definedBy: 'MongoDB',
  };
  const now = await (moment === undefined
    ? readFingerprint(session, { set, content, clock: effects.clock, signal })
    : { ...value, objects: (await readDefinitions(session, set, databases)).objects });
  if (moment === undefined) sayWhatChanged({ ...value, objects: {} }, { ...now, objects: {} }, request);
  requireSameDefinitions(value, now);
  log.info(`${collections.length} collections of ${databases.length} databases were dumped.`);
  return {
    identity,
    dataAt: value.at,
    fingerprint: { kind: 'same-snapshot', value },
    tools: { mongodump: tools.version },
    references: [],
  };
}

async function dump(session: Session, database: string, request: BackUpRequest): Promise<TableFingerprint[]> {
  const { set, tools, directory, jobs, content, effects, signal } = request;
  const name = nameInBackup(set, database);
  const file = join(directory, archiveOf(name));
  const options = ['--gzip', `--archive=${file}`, `--numParallelCollections=${jobs}`];
  const result = await runTool(effects, session.address, [tools.mongodump, `--db=${database}`, ...options], signal);
  requireSuccess(result, {
    tool: 'mongodump',
    doing: `dumping "${database}"`,
    means: notTaken,
    next: 'Check the rights of the user (role "backup"), then run the step again.',
  });
  const archive = await readArchive(file, signal);
  request.finished?.(archiveOf(name));
  return [...archive.collections].map(([namespace, sum]) => ({
    name: `${name}${namespace.slice(database.length)}`,
    rows: sum.documents,
    ...(content && { checksum: sum.text }),
  }));
}

function inOrder(tables: readonly TableFingerprint[]): TableFingerprint[] {
  return tables.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Without the oplog there is no single moment: the report says how far apart the collections may be. */
function sayWhatChanged(dumped: Fingerprint, now: Fingerprint, { log, meanwhile, effects }: BackUpRequest): void {
  const comparison = compareFingerprints({ kind: 'same-snapshot', value: dumped }, now);
  if (comparison.kind === 'equal') return;
  const seconds = Math.ceil((effects.clock.now().getTime() - Date.parse(dumped.at)) / 1000);
  const shown = comparison.differences.slice(0, 5).join('; ');
  const more = comparison.differences.length > 5 ? ` and ${comparison.differences.length - 5} more` : '';
  const happened = `Something was written to the databases while they were dumped: ${shown}${more}.`;
  const means = `The collections of this backup are of different moments, at most ${seconds} s apart (since ${exactTime(dumped.at)}).`;
  const next =
    'Where that matters, let the hook "before-backup" stop the services or their writes, or on a replica set, set "oplog: true".';
  if (meanwhile === 'refused') throw new SystemFailure({ happened, means: `${means} ${notTaken}`, next });
  log.warn(`${happened} ${means} ${next}`);
}

function requireSameDefinitions(before: Fingerprint, after: Fingerprint): void {
  const objects = (of: Fingerprint): Fingerprint => ({
    at: of.at,
    tables: [],
    sequences: [],
    objects: of.objects ?? {},
  });
  const comparison = compareFingerprints({ kind: 'same-snapshot', value: objects(before) }, objects(after));
  if (comparison.kind === 'equal') return;
  throw new SystemFailure({
    happened: `Collections or indexes were changed while the databases were dumped: ${comparison.differences.slice(0, 5).join('; ')}.`,
    means: `What the backup would have of them is not known. ${notTaken}`,
    next: 'Wait until whatever changes them has ended, such as a migration or a new tenant, then run the step again.',
  });
}

function nothingThere(set: DatabaseSet): SystemFailure {
  return new SystemFailure({
    happened: `No database of the server has one of the names ${set.patterns.map((name) => `"${set.prefix}${name}"`).join(', ')}, or the user may not see it.`,
    means: notTaken,
    next: 'Correct "databases" and "prefix" in the configuration, or grant the user the role "backup".',
  });
}
