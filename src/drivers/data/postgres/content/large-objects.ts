import { SystemFailure } from '../../../../core/messages/errors.ts';
import type { TableFingerprint } from '../../../../core/model/fingerprint.ts';
import type { Reader } from '../catalog/reader.ts';
import { checksum } from './checksum.ts';
import { type HashMethod, rowHash, type Server, sumsOf } from './row-expression.ts';

/** Large objects have no names; this stands for all of them together. */
export const largeObjects = 'pg_largeobject (large objects)';

/** An object may have terabytes, and no value can be longer than 1 GB: it is read in parts of this many bytes. */
const partBytes = 1_048_576;

export async function countLargeObjects(reader: Reader): Promise<number> {
  const [row] = await reader.query<{ objects: string }>(
    'SELECT count(*)::text AS objects FROM pg_catalog.pg_largeobject_metadata',
  );
  return Number(row?.objects);
}

/**
 * Number and content of large objects, through the function that whoever may read them can call: the table behind it is only
 * for superusers, and its rows depend on how an object was written. Undefined if there are none.
 */
export async function readLargeObjects(
  reader: Reader,
  { method, server }: { readonly method: HashMethod | undefined; readonly server: Server },
): Promise<TableFingerprint | undefined> {
  const rows = await countLargeObjects(reader);
  if (rows === 0) return undefined;
  if (method === undefined) return { name: largeObjects, rows };
  const columns = [
    { sql: 'part.data', type: 'bytea' },
    { sql: 'part.number', type: 'int8' },
    { sql: 'part.object', type: 'oid' },
  ];
  const [one, other] = sumsOf('hash');
  // OFFSET 0 keeps each part from being read once for each time that it is mentioned.
  const partOf = (object: string, number: string) =>
    `SELECT object, number, pg_catalog.length(data) AS bytes, ${rowHash(columns, method, server)} AS hash FROM (
       SELECT ${object} AS object, ${number} AS number,
         pg_catalog.lo_get(${object}, (${number}) * ${partBytes}, ${partBytes}) AS data OFFSET 0
     ) AS part`;
  const [row] = await reader.query<{ objects: string; one: string | null; other: string | null }>(
    `WITH RECURSIVE hashed (object, number, bytes, hash) AS (
       SELECT first.* FROM pg_catalog.pg_largeobject_metadata AS m, LATERAL (${partOf('m.oid', '0::bigint')}) AS first
       UNION ALL
       SELECT next.* FROM hashed AS h, LATERAL (${partOf('h.object', 'h.number + 1')}) AS next
       WHERE h.bytes = ${partBytes}
     )
     SELECT count(*) FILTER (WHERE number = 0)::text AS objects, ${one} AS one, ${other} AS other
     FROM hashed`,
  );
  if (Number(row?.objects) !== rows) {
    throw new SystemFailure({
      happened: `Of ${rows} large objects only ${row?.objects ?? 0} could be read.`,
      means: 'Their content is not known, so nothing was compared.',
      next: 'Run the step again. If it happens again, report it with the version of the server.',
    });
  }
  return { name: largeObjects, rows, checksum: checksum(method, [String(rows), row?.one, row?.other]) };
}
