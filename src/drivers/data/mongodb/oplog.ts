import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Timestamp } from '../../../world/clients/mongodb.ts';
import { mongoFailure } from '../../../world/mongodb/failure.ts';
import type { Session } from '../../../world/mongodb/session.ts';

/*
 * What is written while the databases are dumped, taken from the oplog of their replica set and kept beside the archives.
 * Replayed after them, it brings all collections to one moment. "mongodump --oplog" does the same for a whole server, and what
 * it dumps cannot be restored without the logins and databases of others; here only entries of our own databases are kept.
 */

export interface KeptOplog {
  /** The moment of the databases' state. */
  readonly at: Timestamp;
  readonly entries: number;
  /** Collections that were written to in the meantime, by their names on the server: `inventory.devices`. */
  readonly touched: ReadonlySet<string>;
}

export interface KeepOplog {
  readonly from: Timestamp;
  readonly databases: readonly string[];
  readonly file: string;
  readonly signal?: AbortSignal | undefined;
}

const notTaken = 'There is no backup; the databases themselves were not touched.';
/** The size of a document of 16 MiB, and what an entry adds to it. */
const maxBytes = 16 * 1024 * 1024 + 64 * 1024;

/** The first entry that is needed: a transaction that is open now is written as a whole when it ends. */
export async function oplogStart(session: Session): Promise<Timestamp> {
  const newest = await newestEntry(session);
  const schema = z.object({ startOpTime: z.object({ ts: await timestamp() }) });
  const open = { find: 'transactions', filter: { state: { $in: ['prepared', 'inProgress'] } } };
  const asked = { ...open, sort: { 'startOpTime.ts': 1 }, limit: 1 };
  const [oldest] = await reading(() => session.all('config', asked));
  const oldestWrite = schema.safeParse(oldest);
  return oldestWrite.success && oldestWrite.data.startOpTime.ts.lessThan(newest)
    ? oldestWrite.data.startOpTime.ts
    : newest;
}

/** Keeps what was written since, up to now. */
export async function keepOplog(session: Session, { from, databases, file, signal }: KeepOplog): Promise<KeptOplog> {
  const at = await newestEntry(session);
  const read = await entryReader();
  const touched = new Set<string>();
  let entries = 0;
  let first: Timestamp | undefined;
  let last: Entry | undefined;
  const kept = async function* () {
    for await (const bytes of session.documents('local', 'oplog.rs', { filter: { ts: { $gte: from, $lte: at } } })) {
      signal?.throwIfAborted();
      const entry = read(bytes);
      first ??= entry.ts;
      last = entry;
      for (const { namespace, bytes: own } of entry.operations) {
        if (!databases.includes(namespace.slice(0, namespace.indexOf('.')))) continue;
        if (entry.command !== undefined) throw changed(`${entry.command} in "${namespace.replace(/\..*/, '')}"`);
        touched.add(namespace);
        entries += 1;
        yield own;
      }
    }
  };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await reading(() => pipeline(Readable.from(kept()), createWriteStream(file, { mode: 0o600 })));
  if (first?.equals(from) !== true) throw tooShort();
  if (last?.isPart === true) throw changed('a transaction that was just being written');
  return { at, entries, touched };
}

/** Rejects an incomplete file. */
export async function requireOplog(file: string, expected: number, signal: AbortSignal | undefined): Promise<void> {
  let [entries, pending] = [0, Buffer.alloc(0)];
  try {
    for await (const chunk of createReadStream(file, { signal })) {
      pending = Buffer.concat([pending, chunk]);
      let at = 0;
      while (pending.length - at >= 4) {
        const bytes = pending.readInt32LE(at);
        if (bytes < 5 || bytes > maxBytes) throw new Error('an entry has an impossible size');
        if (pending.length - at < bytes) break;
        at += bytes;
        entries += 1;
      }
      pending = pending.subarray(at);
    }
    if (pending.length > 0) throw new Error('it ends within an entry');
    if (entries !== expected) throw new Error(`it has ${entries} entries, and ${expected} were written`);
  } catch (cause) {
    signal?.throwIfAborted();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SystemFailure({
      happened: `What was written while the databases were dumped is not whole in "${file}": ${why}.`,
      means: 'The backup is of no one moment without it. Nothing was restored from it.',
      next: 'Take another backup, and look at the disk that holds backups.',
    });
  }
}

interface Entry {
  readonly ts: Timestamp;
  /** What it does, each as mongorestore replays it. */
  readonly operations: readonly { readonly namespace: string; readonly bytes: Uint8Array }[];
  /** Set if it changes definitions instead of documents: `drop`. */
  readonly command?: string;
  /** A transaction of several entries continues in the next one. */
  readonly isPart: boolean;
}

/** A document may contain a pattern that JavaScript does not support. */
const patternsAsWritten = { bsonRegExp: true };

/** An entry has `op`, `ns` and `o`; a transaction has its operations in `o.applyOps`, which mongorestore replays one by one as well. */
async function entryReader(): Promise<(bytes: Uint8Array) => Entry> {
  const { BSON } = await import('../../../world/clients/mongodb.ts');
  const nested = z.object({ op: z.string(), ns: z.string() });
  const entry = z.object({
    ts: await timestamp(),
    op: z.string(),
    ns: z.string(),
    o: z.looseObject({
      applyOps: z.array(z.instanceof(Uint8Array)).optional(),
      partialTxn: z.boolean().optional(),
      prepare: z.boolean().optional(),
    }),
  });
  return (bytes) => {
    const { ts, op, ns, o } = entry.parse(
      BSON.deserialize(bytes, { ...patternsAsWritten, fieldsAsRaw: { applyOps: true } }),
    );
    if (op === 'n') return { ts, operations: [], isPart: false };
    if (op !== 'c') return { ts, operations: [{ namespace: ns, bytes }], isPart: false };
    if (o.prepare === true) throw changed('a transaction over several shards');
    if (o.applyOps === undefined)
      return { ts, operations: [{ namespace: ns, bytes }], command: Object.keys(o)[0] ?? 'a command', isPart: false };
    const operations = o.applyOps.map((each) => {
      const { op: kind, ns: namespace } = nested.parse(BSON.deserialize(each, patternsAsWritten));
      if (kind === 'c') throw changed('a collection that a transaction made');
      return { namespace, bytes: each };
    });
    return { ts, operations, isPart: o.partialTxn === true };
  };
}

async function newestEntry(session: Session): Promise<Timestamp> {
  const schema = z.object({ ts: await timestamp() });
  const asked = { find: 'oplog.rs', sort: { $natural: -1 }, limit: 1, projection: { ts: 1 } };
  const [newest] = await reading(() => session.all('local', asked));
  const found = schema.safeParse(newest);
  if (found.success) return found.data.ts;
  throw new SystemFailure({
    happened: 'The server has no oplog, or it is empty.',
    means: `Without it the collections of a backup are of different moments, and the configuration says "oplog: true". ${notTaken}`,
    next: 'Let the URL lead to a member of a replica set, or take "oplog" out.',
  });
}

async function timestamp() {
  const { Timestamp: Type } = await import('../../../world/clients/mongodb.ts');
  return z.instanceof(Type);
}

async function reading<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw mongoFailure(cause, 'Reading the oplog (local.oplog.rs, config.transactions)', notTaken);
  }
}

function changed(what: string): SystemFailure {
  return new SystemFailure({
    happened: `While the databases were dumped, the oplog got ${what}, which cannot be replayed behind a dump.`,
    means: `What the backup would have of it is not known. ${notTaken}`,
    next: 'Wait until whatever does this has ended, such as a migration or a new tenant, then run the step again.',
  });
}

function tooShort(): SystemFailure {
  return new SystemFailure({
    happened: 'The oplog does not reach back any more to where the dump started.',
    means: `What was written in between is not known. ${notTaken}`,
    next: 'Take the backup when less is written, or make the oplog larger (replSetResizeOplog), then run the step again.',
  });
}
