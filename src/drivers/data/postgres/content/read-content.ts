import type { TableFingerprint } from '../../../../core/model/fingerprint.ts';
import type { Log } from '../../../../world/log.ts';
import type { Reader } from '../catalog/reader.ts';
import { type Column, listColumns, nameOf, type Table } from '../catalog/tables.ts';
import { checksum } from './checksum.ts';
import { largeObjects, readLargeObjects } from './large-objects.ts';
import { readRows, savepoint } from './read-rows.ts';
import { type HashMethod, rowHash, type Server, sumsOf } from './row-expression.ts';

/** Reads in one transaction on the snapshot, which ends with `body`. */
export type InSnapshot = <T>(body: (reader: Reader) => Promise<T>) => Promise<T>;

export interface ContentRequest {
  /** Lets `body` use a session of its own, and closes it. */
  readonly withReader: <T>(signal: AbortSignal, body: (inSnapshot: InSnapshot) => Promise<T>) => Promise<T>;
  /** How many sessions read at once; in addition, the server divides the work on a large table among workers. */
  readonly jobs: number;
  readonly server: Server;
  /** How the rows of the table of this name are hashed; undefined if they are only counted. */
  readonly methodFor: (table: string) => HashMethod | undefined;
  readonly log?: Log | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Exact row counts and order-independent checksums, computed by the server: no row leaves it. Each transaction is short, on
 * the snapshot that another one holds, so that locks on thousands of tables and indexes do not pile up.
 */
export async function readContent(tables: readonly Table[], request: ContentRequest): Promise<TableFingerprint[]> {
  const found = new Map<string, TableFingerprint>();
  // The largest first: what is left at the end is short, and all sessions end together.
  const waiting = tables.filter(({ hasRows }) => hasRows).sort((one, other) => one.pages - other.pages);
  for (const table of tables) if (!table.hasRows) found.set(nameOf(table), { name: nameOf(table), rows: 0 });
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(request.signal ? [request.signal] : [])]);
  const readAll = async (inSnapshot: InSnapshot): Promise<void> => {
    for (let batch = nextBatch(waiting); batch.length > 0; batch = nextBatch(waiting)) {
      signal.throwIfAborted();
      const counted = await inSnapshot((reader) => readBatch(reader, batch, request));
      for (const table of counted) found.set(table.name, table);
      request.log?.progress({ text: 'Tables read', done: found.size, total: tables.length });
    }
  };
  const { server, methodFor } = request;
  const large = { method: methodFor(largeObjects), server };
  const sessions = Math.max(1, Math.min(request.jobs, waiting.length));
  const work = Array.from({ length: sessions }, (_, index) =>
    request.withReader(signal, async (inSnapshot) => {
      await readAll(inSnapshot);
      return index === 0 ? await inSnapshot((reader) => readLargeObjects(reader, large)) : undefined;
    }),
  );
  const [objects] = await Promise.all(work).catch(async (cause: unknown) => {
    stop.abort(cause);
    await Promise.allSettled(work);
    throw cause;
  });
  const inOrder = tables.flatMap((table) => found.get(nameOf(table)) ?? []);
  return objects === undefined ? inOrder : [...inOrder, objects];
}

const tablesAtOnce = 50;
const largePages = 1_000;

/** A large table alone; small ones in groups, since a transaction for each would take longer than reading it. */
function nextBatch(waiting: Table[]): Table[] {
  const batch: Table[] = [];
  let pages = 0;
  while (batch.length < tablesAtOnce && pages < largePages) {
    const table = waiting.pop();
    if (table === undefined) break;
    batch.push(table);
    pages += table.pages;
  }
  return batch;
}

async function readBatch(
  reader: Reader,
  batch: readonly Table[],
  request: ContentRequest,
): Promise<TableFingerprint[]> {
  const columns = await listColumns(reader, batch);
  await reader.query(`SAVEPOINT ${savepoint}`);
  const read: TableFingerprint[] = [];
  for (const [index, table] of batch.entries()) {
    request.signal?.throwIfAborted();
    read.push(await readTable(reader, table, columns[index] ?? [], request));
  }
  return read;
}

async function readTable(
  reader: Reader,
  table: Table,
  columns: readonly Column[],
  { methodFor, server }: Pick<ContentRequest, 'methodFor' | 'server'>,
): Promise<TableFingerprint> {
  const name = nameOf(table);
  const method = methodFor(name);
  const from = `FROM ONLY ${table.sql} ${table.condition}`;
  if (method === undefined) {
    const [row] = await readRows<{ rows: string }>(reader, `SELECT count(*)::text AS rows ${from}`);
    return { name, rows: Number(row?.rows) };
  }
  const [one, other] = sumsOf('hash');
  // OFFSET keeps each row from being hashed once for each sum. As a quoted literal it is recognized as 0 early enough for
  // workers to share the table.
  const [row] = await readRows<{ rows: string; one: string | null; other: string | null }>(
    reader,
    `SELECT count(*)::text AS rows, ${one} AS one, ${other} AS other
     FROM (SELECT ${rowHash(columns, method, server)} AS hash ${from} OFFSET '0') AS hashed`,
  );
  return { name, rows: Number(row?.rows), checksum: checksum(method, [row?.rows, row?.one, row?.other]) };
}
