import { isUnknownName } from './catalog/unknown-name.ts';
import { pathOf } from './catalog/usual-path.ts';
import type { Connection, SessionPin } from './connection.ts';
import { liftLimits, type Session, withSession } from './session.ts';

export interface AnalyzeRequest {
  readonly connection: Connection;
  /** Ties its sessions to the database of the one that lists the tables. */
  readonly pin: SessionPin;
  readonly jobs: number;
  /** It evaluates indexed expressions, whose functions may find their own objects by the search path. */
  readonly searchPath: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Collects statistics for all tables that this user may analyze, the largest first, in several sessions at once.
 *
 * @returns those for which it failed: from 17 on the server does so with an empty search path, whatever the session has
 */
export async function analyze(
  session: Session,
  { connection, pin, jobs, searchPath, signal }: AnalyzeRequest,
): Promise<readonly string[]> {
  const left: string[] = [];
  const waiting = await session.query<{ sql: string; large: boolean }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS sql, pg_table_size(c.oid) > 8000000 AS large
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND c.relname <> 'pg_statistic'
      AND pg_has_role(c.relowner, 'USAGE')
    ORDER BY pg_table_size(c.oid)`);
  const work = async (own: Session): Promise<void> => {
    await liftLimits(own);
    await own.query(`SET search_path = ${pathOf(searchPath)}`);
    for (let batch = next(waiting); batch.length > 0; batch = next(waiting))
      left.push(...(await analyzeBatch(own, batch)));
  };
  await Promise.all(Array.from({ length: jobs }, () => withSession(connection, signal, work, pin)));
  return left.sort();
}

async function analyzeBatch(session: Session, batch: readonly string[]): Promise<readonly string[]> {
  try {
    await session.query(`ANALYZE ${batch.join(', ')}`);
    return [];
  } catch (cause) {
    if (!isUnknownName(cause)) throw cause;
    if (batch.length === 1) return batch;
  }
  const left: string[] = [];
  for (const table of batch) left.push(...(await analyzeBatch(session, [table])));
  return left;
}

const tablesAtOnce = 100;

function next(waiting: { sql: string; large: boolean }[]): string[] {
  const isLarge = waiting.at(-1)?.large === true;
  return waiting.splice(isLarge ? -1 : -tablesAtOnce).map(({ sql }) => sql);
}
