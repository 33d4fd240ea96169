import { join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { exactTime } from '../../../core/messages/moments.ts';
import type { TableFingerprint } from '../../../core/model/fingerprint.ts';
import type { Timestamp } from '../../../world/clients/mongodb.ts';
import type { Session } from '../../../world/mongodb/session.ts';
import type { BackUpRequest } from './backup.ts';
import { contentSum } from './content-sum.ts';
import { nameInBackup } from './databases.ts';
import { keepOplog } from './oplog.ts';
import { oplogFile } from './source.ts';

interface Dumped {
  readonly from: Timestamp;
  readonly databases: readonly string[];
  /** As the archives have them. */
  readonly tables: readonly TableFingerprint[];
}

interface OneMoment {
  readonly at: string;
  readonly entries: number;
  readonly tables: readonly TableFingerprint[];
}

/**
 * Keeps what was written since the dump started, and determines the state of the collections after it is replayed: those that
 * were not written to are as in the archives, and the others as the server itself still has them for that moment.
 */
export async function atOneMoment(
  session: Session,
  { from, databases, tables }: Dumped,
  { set, content, directory, finished, log, signal }: BackUpRequest,
): Promise<OneMoment> {
  const { at, entries, touched } = await keepOplog(session, {
    from,
    databases,
    file: join(directory, oplogFile),
    signal,
  });
  finished?.(oplogFile);
  const written = new Map<string, TableFingerprint>();
  for (const namespace of touched) {
    const [database = '', collection = ''] = [
      namespace.slice(0, namespace.indexOf('.')),
      namespace.slice(namespace.indexOf('.') + 1),
    ];
    const name = `${nameInBackup(set, database)}.${collection}`;
    written.set(name, { name, ...(await readAt(session, database, collection, { at, content, signal })) });
  }
  const seconds = at.getHighBitsUnsigned();
  const moment = new Date(seconds * 1000).toISOString();
  if (entries > 0)
    log.info(
      `${entries} writes to ${touched.size} collections during the dump were kept from the oplog: all collections are those of ${exactTime(moment)}.`,
    );
  return { at: moment, entries, tables: tables.map((table) => written.get(table.name) ?? table) };
}

async function readAt(
  session: Session,
  database: string,
  collection: string,
  {
    at,
    content,
    signal,
  }: { readonly at: Timestamp; readonly content: boolean; readonly signal?: AbortSignal | undefined },
): Promise<{ readonly rows: number; readonly checksum?: string }> {
  const sum = contentSum();
  try {
    for await (const document of session.documents(database, collection, { at })) {
      sum.add(document);
      if (sum.documents % 1_000 === 0) signal?.throwIfAborted();
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw notThere(`${database}.${collection}`, cause);
  }
  return { rows: sum.documents, ...(content && { checksum: sum.text }) };
}

function notThere(namespace: string, cause: unknown): SystemFailure {
  const code = cause instanceof Error && 'codeName' in cause ? ` (${String(cause.codeName)})` : '';
  return new SystemFailure({
    happened: `What "${namespace}" was at the end of the dump could not be read from the server${code}.`,
    means:
      'It was written to meanwhile, so a restore of it could not be compared. There is no backup; the databases themselves were not touched.',
    next: 'Take the backup when less is written, or let the server keep its past for longer (minSnapshotHistoryWindowInSeconds, 300 s by default), then run the step again. Without "oplog" the collections are of different moments.',
  });
}
