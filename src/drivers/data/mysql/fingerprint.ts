import type { Exemption, Fingerprint } from '../../../core/model/fingerprint.ts';
import type { Clock } from '../../../world/clock.ts';
import type { Log } from '../../../world/log.ts';
import { isComparable, readTable, type TableRead } from './content.ts';
import { databaseFailure } from './failure.ts';
import { readPositions, sequencesOf } from './positions.ts';
import { readSchema } from './schema.ts';
import { lineOf } from './server.ts';
import type { Session } from './session.ts';
import { listTables, type Table } from './tables.ts';

/** Which row content is compared, according to the configuration. */
export interface ContentSetting {
  /** False: rows are only counted. */
  readonly content: boolean;
  /** Tables whose rows are only counted. */
  readonly except: readonly string[];
}

export interface FingerprintRequest {
  readonly setting: ContentSetting;
  /** What it will be compared with: each table is read in the same way as there. */
  readonly like?: Fingerprint | undefined;
  readonly clock: Clock;
  readonly log?: Log | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Of the present database. */
export async function takeFingerprint(session: Session, request: FingerprintRequest): Promise<Fingerprint> {
  try {
    const objects = await readSchema(session, await listTables(session));
    await openSnapshot(session);
    const at = request.clock.now().toISOString();
    const tables = await listTables(session);
    const reads = await readAll(session, tables, request);
    await session.query('COMMIT');
    const { like } = request;
    const definedBy = lineOf(session.server);
    return {
      at,
      tables: reads.map(({ fingerprint }) => fingerprint),
      sequences: sequencesOf(await readPositions(session), tables, reads),
      ...{ objects, definedBy },
      ...(like !== undefined && { exemptions: exemptions(like.definedBy, definedBy) }),
    };
  } catch (cause) {
    throw databaseFailure(cause, 'Reading the database', 'Nothing was written to it.');
  }
}

/** A session that reads in it sees the database at this instant, whatever is written in the meantime. */
export async function openSnapshot(session: Session): Promise<void> {
  await session.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await session.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
}

/** The rows of all tables, one table after the other: none stays locked against a change of its definition for long. */
export async function readAll(
  session: Session,
  tables: readonly Table[],
  { setting, like, log, signal }: FingerprintRequest,
): Promise<TableRead[]> {
  const before = new Map(like?.tables.map(({ name, checksum }) => [name, checksum]));
  const reads: TableRead[] = [];
  for (const table of tables) {
    signal?.throwIfAborted();
    const withContent =
      like === undefined
        ? setting.content && !setting.except.includes(table.name)
        : isComparable(before.get(table.name));
    await session.query('SAVEPOINT before_table');
    reads.push(await readTable(session, table, withContent));
    await session.query('ROLLBACK TO SAVEPOINT before_table');
    log?.progress({ text: 'Tables read', done: reads.length, total: tables.length });
  }
  return reads;
}

/** What a restore rightly changes: a difference is reported, and is not a failed restore. */
function exemptions(there: string | undefined, here: string): Exemption[] {
  return [
    {
      part: 'definer',
      only: 'changed',
      reason:
        'Views, routines, triggers and events belong to the user that restored them, where this server lacks their owners or the user may not make them in the name of others ("definers").',
    },
    { object: 'event "', part: 'status', only: 'changed', reason: 'A copy has its events switched off ("outside").' },
    ...(there === undefined || there === here
      ? []
      : [
          {
            only: 'changed' as const,
            reason: `${there} and ${here} write definitions in other words, so only the names of what is defined were compared.`,
          },
        ]),
  ];
}
