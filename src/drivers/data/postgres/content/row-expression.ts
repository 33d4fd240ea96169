import type { Column } from '../catalog/tables.ts';

/** How rows are hashed; the fingerprint of a backup names it, and whatever is compared with it is hashed the same way. */
export const hashMethods = ['columns', 'row-text', 'row-hex'] as const;
export type HashMethod = (typeof hashMethods)[number];

/** Hashing a record, which the method `columns` needs, came with 14. */
const recordsSince = 14;
/** The hash of `bytea` can be called by name from 18 on. Before, only a record around the value leads to it: the same number, for more work. */
const bytesSince = 18;

export interface Server {
  readonly major: number;
  /** Of the database, as the server names it: `UTF8`. */
  readonly encoding: string;
}

/** The bytes of these are hashed as they are: UTF8 is what all others are converted to, and SQL_ASCII has no meaning. */
const asItIs = ['UTF8', 'SQL_ASCII'];

/** The best that a server offers. */
export function methodOf({ major, encoding }: Server): HashMethod {
  if (major >= recordsSince) return 'columns';
  return asItIs.includes(encoding) ? 'row-text' : 'row-hex';
}

export function offers({ major }: Server, method: HashMethod): boolean {
  return method !== 'columns' || major >= recordsSince;
}

/**
 * Types whose own hash sees whatever a person would see, except for trailing zeros of a number and for minus zero. All
 * others are hashed as text: they have no hash function (`json`, `point`, `xml`), or one that depends on more than the value
 * (an enum's on numbers that a restore gives anew), or one that treats values as equal that read differently (`citext`,
 * `interval`, the dimensions of an array).
 */
const ownHash: Readonly<Record<string, string>> = {
  int2: 'hashint2extended',
  int4: 'hashint4extended',
  oid: 'hashoidextended',
  float4: 'hashfloat4extended',
  float8: 'hashfloat8extended',
  numeric: 'hash_numeric_extended',
  uuid: 'uuid_hash_extended',
  inet: 'hashinetextended',
  cidr: 'hashinetextended',
  macaddr: 'hashmacaddrextended',
  macaddr8: 'hashmacaddr8extended',
  char: 'hashcharextended',
};

/** Their own hash cannot be called by name, or folds 8 bytes into 4, so that -1 and 4294967295 are one: their bytes are hashed. */
const sentAsBytes: Readonly<Record<string, string>> = {
  date: 'date_send',
  time: 'time_send',
  timetz: 'timetz_send',
  timestamp: 'timestamp_send',
  timestamptz: 'timestamptz_send',
};
const texts = new Set(['text', 'varchar', 'bpchar', 'name']);

/**
 * Two sums of 64 bits over all rows, which depend on no order and which parallel workers can share. Each row's hash is mixed
 * once more before it is added: sums of plain hashes are the same too easily when two rows have exchanged the values of a column.
 * The functions that mix take 32 bits, so each sum takes another half of the hash: a changed row goes unnoticed once in 2^64.
 */
export function sumsOf(hash: string): [string, string] {
  return [
    `sum(pg_catalog.hashint8extended(${hash}, 1))::text`,
    `sum(pg_catalog.hashint4extended(${upperHalf(hash)}, 2))::text`,
  ];
}

/** A number of 64 bits for a row. */
export function rowHash(columns: readonly Column[], method: HashMethod, server: Server): string {
  if (method === 'columns') return exclusiveOr(columnHashes(columns, server));
  return `pg_catalog.hashtextextended(${wholeText(columns, method, server)}, 1)`;
}

/**
 * One number for each column, 0 for NULL. Each has another seed, so that a value hashes to another number in another column.
 * That is half the work of hashing the row as a record, which the server would have to build first.
 */
function columnHashes(columns: readonly Column[], server: Server): string[] {
  const asText: string[] = [];
  const hashes = columns.flatMap(({ sql, type }, index): string[] => {
    const seed = 2 * index + 1;
    if (type === 'int8') return wholeNumber(`${sql}::pg_catalog.int8`, seed);
    const value = hashOf(sql, type ?? '', seed, server);
    if (value === undefined) asText.push(sql);
    return value === undefined ? [] : [value];
  });
  const text = asText.length > 0 ? [textHash(textOf(asText), 2 * columns.length + 1, server)] : [];
  return [...hashes, ...text].map((hash) => `coalesce(${hash}, 0)`);
}

/** The server's hash of 8 bytes folds them into 4; with the hash of the upper half, the value is in it whole. */
function wholeNumber(value: string, seed: number): string[] {
  return [
    `pg_catalog.hashint8extended(${value}, ${seed})`,
    `pg_catalog.hashint4extended(${upperHalf(value)}, ${seed + 1})`,
  ];
}

function upperHalf(value: string): string {
  return `pg_catalog.int8shr(${value}, 32)::pg_catalog.int4`;
}

function hashOf(sql: string, type: string, seed: number, server: Server): string | undefined {
  const send = sentAsBytes[type];
  if (send !== undefined) return bytesHash(`pg_catalog.${send}(${sql}::pg_catalog.${type})`, seed, server);
  if (type === 'bytea') return bytesHash(`${sql}::pg_catalog.bytea`, seed, server);
  if (type === 'bool') return `pg_catalog.hashint4extended(${sql}::pg_catalog.bool::pg_catalog.int4, ${seed})`;
  if (texts.has(type)) return textHash(`${sql}::pg_catalog.text`, seed, server);
  const own = ownHash[type];
  return own && `pg_catalog.${own}(${sql}::pg_catalog.${quotedType(type)}, ${seed})`;
}

/** What a text hashes to must not depend on the collation of its column, nor on the encoding of the database. */
function textHash(text: string, seed: number, server: Server): string {
  return asItIs.includes(server.encoding)
    ? `pg_catalog.hashtextextended(${text} COLLATE "C", ${seed})`
    : bytesHash(`pg_catalog.convert_to(${text}, 'UTF8')`, seed, server);
}

function bytesHash(bytes: string, seed: number, { major }: Server): string {
  return major >= bytesSince
    ? `pg_catalog.hashbyteaextended(${bytes}, ${seed})`
    : `pg_catalog.hash_record_extended(ROW(${bytes}), ${seed})`;
}

/** In halves of halves, since a table may have 1,600 columns, and the server limits how deep an expression is nested. */
function exclusiveOr(numbers: readonly string[]): string {
  const [first = '0::pg_catalog.int8', second] = numbers;
  if (second === undefined) return first;
  const half = Math.ceil(numbers.length / 2);
  return `pg_catalog.int8xor(${exclusiveOr(numbers.slice(0, half))}, ${exclusiveOr(numbers.slice(half))})`;
}

function wholeText(columns: readonly Column[], method: HashMethod, server: Server): string {
  const text = textOf(columns.map(({ sql }) => sql));
  if (method === 'row-text') return `${text} COLLATE "C"`;
  const converted = asItIs.includes(server.encoding) ? server.encoding : 'UTF8';
  return `pg_catalog.encode(pg_catalog.convert_to(${text}, '${converted}'), 'hex') COLLATE "C"`;
}

/** Only by the types' own output, as COPY does: a cast to text may be anybody's function. */
function textOf(columns: readonly string[]): string {
  return `ROW(${columns.join(', ')})::pg_catalog.text`;
}

/** `char` in SQL is another type than the catalog's "char". */
function quotedType(type: string): string {
  return type === 'char' ? '"char"' : type;
}
