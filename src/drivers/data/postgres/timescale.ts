import { noted, type Obstacle, refused } from '../obstacle.ts';
import type { Session } from './session.ts';

const steps = 'timescaledb_pre_restore, timescaledb_post_restore';

/** Undefined if the database does not have the extension. */
export async function countHypertables(session: Session): Promise<number | undefined> {
  const extension = await session.query("SELECT FROM pg_extension WHERE extname = 'timescaledb'");
  if (extension.length === 0) return undefined;
  const [found] = await session.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM _timescaledb_catalog.hypertable',
  );
  return found?.count ?? 0;
}

/**
 * TimescaleDB keeps a catalogue of its own, whose tables refer to each other: pg_restore cannot load them side by side, and
 * functions of the extension have to be called before and after, which is not done here.
 * https://www.tigerdata.com/docs/deploy/self-hosted/backup-and-restore/logical-backup
 */
export function ofTimescale(hypertables: number | undefined): Obstacle[] {
  if (hypertables === undefined) return [];
  if (hypertables === 0)
    return [
      noted({
        happened: 'The database has the extension "timescaledb" and no hypertable.',
        means: `As soon as it has one, a backup of it cannot be restored here: that takes steps which are not done (${steps}).`,
        next: 'Nothing now. Remove the extension if nothing uses it.',
      }),
    ];
  return [
    refused({
      happened: `The database has ${hypertables === 1 ? 'a hypertable' : `${hypertables} hypertables`} of the extension "timescaledb".`,
      means: `A backup of it cannot be restored here: its catalogue has to be loaded in steps that are not done (${steps}).`,
      next: 'Move the hypertables into a database that is not upgraded with this one, or back up and restore by the way that TimescaleDB documents, without this tool.',
    }),
  ];
}
