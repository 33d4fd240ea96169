import { z } from 'zod';
import type { Reading } from '../../../core/model/observation.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { postgresRows } from '../postgres-rows.ts';

/** By the identifier of the instance. Milliseconds. */
export type Lags = ReadonlyMap<string, number>;

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora_replica_status.html */
const query = 'select server_id, replica_lag_in_msec from aurora_replica_status()';
const rows = z.array(z.looseObject({ server_id: z.string(), replica_lag_in_msec: z.coerce.number().nullable() }));
const failure = z.looseObject({ code: z.string() });

/** How far each reader is behind, as the writer sees it. */
export async function readLags(
  database: string,
  { effects, where, placeholders }: PartContext,
  signal: AbortSignal,
): Promise<Reading<Lags>> {
  const url = effects.variables.fill(database, `${where}.database`, placeholders);
  try {
    const read = await postgresRows({ url, query, milliseconds: 10_000, most: { rows: 100, bytes: 1 << 20 }, signal });
    const known = rows.safeParse(read);
    if (!known.success) return { kind: 'unknown', reason: 'the writer did not answer with a list of its readers' };
    const all = known.data.flatMap(({ server_id: id, replica_lag_in_msec: lag }): [string, number][] =>
      lag === null ? [] : [[id, lag]],
    );
    return { kind: 'known', value: new Map(all) };
  } catch (error) {
    signal.throwIfAborted();
    const read = failure.safeParse(error);
    const code = read.success ? read.data.code : undefined;
    // The text of an error may quote data from the database.
    const reason =
      code === '42883'
        ? `its database has no function aurora_replica_status(), which only Aurora PostgreSQL has: leave "${where}.database" out`
        : `its database (${where}.database) did not answer${code === undefined ? '' : ` (${code})`}`;
    return { kind: 'unknown', reason };
  }
}
