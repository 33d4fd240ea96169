import type { Column } from '../catalog/tables.ts';

/** How rows are hashed; the fingerprint of a backup names it, and whatever is compared with it is hashed the same way. */
export const hashMethods = ['row', 'row-text', 'row-hex'] as const;
export type HashMethod = (typeof hashMethods)[number];

/** Hashing a record came with 14. */
const recordsSince = 14;

export interface Server {
  readonly major: number;
  /** Of the database, as the server names it: `UTF8`. */
  readonly encoding: string;
}

/** Bytes of these are hashed as they are: UTF8 is what all others are converted to, and SQL_ASCII has no meaning. */
const asItIs = ['UTF8', 'SQL_ASCII'];

/** The best that a server offers. */
export function methodOf({ major, encoding }: Server): HashMethod {
  if (major >= recordsSince) return 'row';
  return asItIs.includes(encoding) ? 'row-text' : 'row-hex';
}

export function offers({ major }: Server, method: HashMethod): boolean {
  return method !== 'row' || major >= recordsSince;
}

/**
 * Types whose own hash sees whatever a person would see: two values that are equal are the same, except trailing zeros of
 * a number and for minus zero. All others are hashed as text: they have no hash function (`json`, `point`, `xml`), or
 * one that depends on more than the value (an enum's on numbers that a restore gives anew), or one that takes values for
 * equal that read differently (`citext`, `interval`, the dimensions of an array).
 */
const hashedAsTheyAre = new Set([
  'bool',
  'int2',
  'int4',
  'oid',
  'float4',
  'float8',
  'numeric',
  'date',
  'uuid',
  'bytea',
  'inet',
  'cidr',
  'macaddr',
  'macaddr8',
  'char',
]);

/** The server's hash of these folds 8 bytes into 4, so that -1 and 4294967295 hash alike: their bytes are hashed instead. */
const sentAsBytes: Readonly<Record<string, string>> = {
  int8: 'int8send',
  time: 'time_send',
  timetz: 'timetz_send',
  timestamp: 'timestamp_send',
  timestamptz: 'timestamptz_send',
};
const texts = new Set(['text', 'varchar', 'bpchar', 'name']);

/**
 * Of all rows, two sums of 64 bits that do not depend on an order, and that workers can share. A row's hash is mixed again
 * before it is added up: the server adds up the hashes of its columns, and a sum of such sums is the same when two rows have
 * exchanged the values of a column. What is mixed takes 32 bits, so each sum takes another part of the hash, and both
 * together take all of it: a changed row goes unnoticed once in 2^64.
 */
export function sumsOf(hash: string): [string, string] {
  return [
    `sum(pg_catalog.hashint8extended(${hash}, 1))::text`,
    `sum(pg_catalog.hashint4extended(pg_catalog.int8shr(${hash}, 32)::pg_catalog.int4, 2))::text`,
  ];
}

/** A number of 64 bits for a row. */
export function rowHash(columns: readonly Column[], method: HashMethod, server: Server): string {
  if (method === 'row') return `pg_catalog.hash_record_extended(${record(columns, server)}, 1)`;
  return `pg_catalog.hashtextextended(${wholeText(columns, method, server)}, 1)`;
}

function record(columns: readonly Column[], server: Server): string {
  const hashed: string[] = [];
  const asText: string[] = [];
  for (const { sql, type } of columns) {
    const send = sentAsBytes[type ?? ''];
    if (send !== undefined) hashed.push(`pg_catalog.${send}(${sql}::pg_catalog.${type})`);
    else if (type !== null && texts.has(type)) hashed.push(bytes(`${sql}::pg_catalog.text`, server));
    else if (type !== null && hashedAsTheyAre.has(type)) hashed.push(`${sql}::pg_catalog.${quotedType(type)}`);
    else asText.push(sql);
  }
  return `ROW(${[...hashed, ...(asText.length > 0 ? [bytes(textOf(asText), server)] : [])].join(', ')})`;
}

function wholeText(columns: readonly Column[], method: HashMethod, server: Server): string {
  const text = textOf(columns.map(({ sql }) => sql));
  if (method === 'row-text') return `${text} COLLATE "C"`;
  const converted = asItIs.includes(server.encoding) ? server.encoding : 'UTF8';
  return `pg_catalog.encode(pg_catalog.convert_to(${text}, '${converted}'), 'hex') COLLATE "C"`;
}

/** By the types' own output alone, as COPY does: a cast to text may be a function of anybody's. */
function textOf(columns: readonly string[]): string {
  return `ROW(${columns.join(', ')})::pg_catalog.text`;
}

/** What a text hashes to must not depend on the collation of its column, nor on the encoding of the database. */
function bytes(text: string, { encoding }: Server): string {
  return asItIs.includes(encoding) ? `${text} COLLATE "C"` : `pg_catalog.convert_to(${text}, 'UTF8')`;
}

/** `char` in SQL is another type than the catalog's "char". */
function quotedType(type: string): string {
  return type === 'char' ? '"char"' : type;
}
