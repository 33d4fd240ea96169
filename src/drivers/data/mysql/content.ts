import { createHash } from 'node:crypto';
import type { TableFingerprint } from '../../../core/model/fingerprint.ts';
import { databaseFailure } from './failure.ts';
import { quoted } from './server.ts';
import type { Session } from './session.ts';
import type { Column, Table } from './tables.ts';

/** How rows are hashed: only checksums made in one way can be compared. */
const method = 'sha2-sums';
const shownCharacters = 32;

export interface TableRead {
  readonly fingerprint: TableFingerprint;
  /** The length of the longest row as a dump writes it: an upper estimate. */
  readonly longestRow: number;
  /** The next number that AUTO_INCREMENT could assign, judging by the rows. */
  readonly nextNumber?: bigint;
}

/** Long values are hashed first: the server would drop a text longer than max_allowed_packet. */
const longTypes = new Set([
  ...['tinytext', 'text', 'mediumtext', 'longtext', 'json', 'tinyblob', 'blob', 'mediumblob', 'longblob', 'vector'],
  ...['geometry', 'point', 'linestring', 'polygon', 'multipoint', 'multilinestring', 'multipolygon'],
  ...['geometrycollection', 'geomcollection'],
]);
const byteTypes = new Set(['char', 'varchar', 'binary', 'varbinary', 'enum', 'set']);

/**
 * An exact count of the rows, and sums of two halves of a hash of each, whatever their order; no row leaves the server. Each
 * column is hashed by its bytes, so that neither a collation nor an upper-case letter makes two values equal; NULL differs
 * from all of them. A number is hashed as the server writes it: a FLOAT by six digits, since a dump has no more.
 */
export async function readTable(session: Session, table: Table, withContent: boolean): Promise<TableRead> {
  const { name, columns, isVersioned } = table;
  const hidden = isVersioned && !columns.some((column) => /^row_start$/i.test(column.name)) ? periodColumns : [];
  const all = [...columns, ...hidden];
  // Also former versions of rows, if the server keeps them.
  const from = `${quoted(name)}${isVersioned ? ' FOR SYSTEM_TIME ALL' : ''}`;
  const hash = withContent ? `SHA2(CONCAT(${all.map(hashed).join(', ')}), 256)` : 'NULL';
  const counter = columns.find(({ isCounter }) => isCounter);
  try {
    const [row] = await session.query<{
      total: string | number;
      hashes: string | number;
      one: string | null;
      other: string | null;
      longest: string | number | null;
      next: string | number | null;
    }>(
      `SELECT COUNT(*) AS total, COUNT(h) AS hashes, SUM(CAST(CONV(SUBSTR(h, 1, 16), 16, 10) AS UNSIGNED)) AS one,
         SUM(CAST(CONV(SUBSTR(h, 17, 16), 16, 10) AS UNSIGNED)) AS other, MAX(l) AS longest, MAX(c) + 1 AS next
       FROM (SELECT ${hash} AS h, ${lengthOf(columns)} AS l, ${counter === undefined ? 'NULL' : quoted(counter.name)} AS c
             FROM ${from}) AS read_rows`,
    );
    if (row === undefined) throw new Error('the server counted nothing');
    const rows = Number(row.total);
    if (withContent && Number(row.hashes) !== rows) throw new Error('the server did not hash every row');
    const counted = { name, rows };
    return {
      fingerprint: withContent ? { ...counted, checksum: checksumOf([row.total, row.one, row.other]) } : counted,
      longestRow: Number(row.longest ?? 0),
      ...(counter !== undefined && row.next !== null && { nextNumber: BigInt(Math.trunc(Number(row.next))) }),
    };
  } catch (cause) {
    throw databaseFailure(cause, `Reading table "${name}"`, 'Nothing was written to the database.');
  }
}

/** A checksum made in another way says nothing here. */
export function isComparable(checksum: string | undefined): boolean {
  return checksum?.startsWith(`${method}:`) === true;
}

const periodColumns: readonly Column[] = ['row_start', 'row_end'].map((name) => ({
  name,
  type: 'timestamp',
  isNullable: false,
  isCounter: false,
}));

/** The length comes before the value, so that no two different rows are hashed as the same bytes. */
function hashed({ name, type, isNullable }: Column): string {
  const column = quoted(name);
  const value = longTypes.has(type)
    ? `SHA2(CAST(${column} AS BINARY), 256)`
    : `CONCAT(OCTET_LENGTH(${textOf(column, type)}), ':', ${textOf(column, type)})`;
  return isNullable ? `IF(${column} IS NULL, 'n', ${value})` : value;
}

function textOf(column: string, type: string): string {
  if (byteTypes.has(type)) return `CAST(${column} AS BINARY)`;
  return type === 'bit' ? `CAST(${column} AS UNSIGNED)` : `CAST(${column} AS CHAR)`;
}

/** Bytes are written as two digits each, and a character of a text may need an escape. */
function lengthOf(columns: readonly Column[]): string {
  const long = columns.filter(({ type }) => longTypes.has(type) || byteTypes.has(type));
  const lengths = long.map(({ name }) => `2 * COALESCE(OCTET_LENGTH(${quoted(name)}), 4)`);
  return [String(64 * columns.length), ...lengths].join(' + ');
}

function checksumOf(parts: readonly (string | number | null)[]): string {
  const digest = createHash('sha256')
    .update(parts.map((part) => part ?? '').join(':'))
    .digest('hex');
  return `${method}:${digest.slice(0, shownCharacters)}`;
}
