import { codeOf } from './failure.ts';
import type { Session } from './session.ts';

interface UniqueIndex {
  /** Quoted for SQL, by the server. */
  readonly name: string;
  readonly relation: string;
  readonly keys: readonly string[];
  readonly condition: string | null;
  readonly nullsAreEqual: boolean;
}

export interface BrokenIndexes {
  /** In which a value occurs more than once: what is unique in the index is not so in its table. */
  readonly broken: readonly string[];
  /** Too large for a quick check. */
  readonly unread: number;
}

const longestLook = 10_000;
const looksInAll = 60_000;

/**
 * Unique indexes over text, compared with their tables without using them. When an update of the operating system changes its
 * sort order, these indexes are left in an order in which nothing is found, so that they admit the same value twice.
 */
export async function brokenUniqueIndexes(session: Session, now: () => number): Promise<BrokenIndexes> {
  const until = now() + looksInAll;
  const broken: string[] = [];
  let unread = 0;
  for (const index of await uniqueIndexes(session)) {
    const left = Math.min(longestLook, until - now());
    const repeats = left <= 0 ? undefined : await hasRepeats(session, index, left);
    if (repeats === undefined) unread += 1;
    else if (repeats) broken.push(index.name);
  }
  return { broken, unread };
}

async function hasRepeats(session: Session, index: UniqueIndex, milliseconds: number): Promise<boolean | undefined> {
  const { relation, keys, condition, nullsAreEqual } = index;
  const present = nullsAreEqual ? [] : keys.map((key) => `(${key}) IS NOT NULL`);
  const where = [...present, ...(condition === null ? [] : [`(${condition})`])].join(' AND ');
  await session.query('BEGIN TRANSACTION READ ONLY');
  try {
    await session.query(`
      SET LOCAL statement_timeout = ${Math.ceil(milliseconds)};
      SET LOCAL lock_timeout = 1000;
      SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off`);
    const [row] = await session.query<{ repeats: boolean }>(
      `SELECT EXISTS (
         SELECT FROM ONLY ${relation} ${where === '' ? '' : `WHERE ${where}`} GROUP BY ${keys.join(', ')} HAVING count(*) > 1
       ) AS repeats`,
    );
    await session.query('COMMIT');
    return row?.repeats ?? false;
  } catch (cause) {
    await session.query('ROLLBACK');
    // Too long, locked, not readable, or over a function that needs something else: it was not checked.
    if (/^(57014|55P03|42|25)/.test(codeOf(cause) ?? '')) return undefined;
    throw cause;
  }
}

/** The smallest first: there may be no time for some of the others. */
async function uniqueIndexes(session: Session): Promise<UniqueIndex[]> {
  return await session.query<UniqueIndex>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name, format('%I.%I', n.nspname, t.relname) AS relation,
      ARRAY(SELECT pg_get_indexdef(i.indexrelid, key, true) FROM generate_series(1, i.indnkeyatts) AS key) AS keys,
      pg_get_expr(i.indpred, i.indrelid) AS condition,
      coalesce((to_jsonb(i)->>'indnullsnotdistinct')::boolean, false) AS "nullsAreEqual"
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE i.indisunique AND i.indisvalid AND c.relkind = 'i' AND c.oid >= 16384 AND c.relpersistence <> 't'
      AND n.nspname !~ '^pg_' AND EXISTS (SELECT FROM unnest(i.indcollation) AS each (collation_oid) WHERE collation_oid <> 0)
    ORDER BY t.relpages, 1`);
}
