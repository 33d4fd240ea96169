import { databaseFailure } from './failure.ts';
import type { Session } from './session.ts';
import type { SourceFacts } from './source.ts';

/** A table of an extension whose rows are jobs that run without anybody connecting, and the column that disables one. */
interface JobTable {
  readonly name: string;
  readonly switch: string;
}

/** https://github.com/citusdata/pg_cron and https://www.pgadmin.org/docs/pgadmin4/latest/pgagent.html */
const known: readonly JobTable[] = [
  { name: 'cron.job', switch: 'active' },
  { name: 'pgagent.pga_job', switch: 'jobenabled' },
];

export const jobTableNames: readonly string[] = known.map(({ name }) => name);

export async function readJobTables(session: Session): Promise<SourceFacts['jobTables']> {
  return await session.query(
    `SELECT to_regclass(name)::oid::int AS oid, name FROM unnest($1::text[]) AS wanted (name)
     JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = to_regclass(name) AND d.deptype = 'e'`,
    [jobTableNames],
  );
}

/** How many jobs are switched on; undefined if they may not be read. */
export async function activeJobs(session: Session): Promise<{ readonly table: string; readonly jobs: string[] }[]> {
  const found: { table: string; jobs: string[] }[] = [];
  for (const { name } of await readJobTables(session)) {
    const table = known.find((each) => each.name === name);
    const rows = await session.query<{ job: string }>(
      `SELECT coalesce(to_jsonb(j)->>'jobname', to_jsonb(j)->>'jobid') AS job FROM ${name} j WHERE ${table?.switch} ORDER BY 1`,
    );
    found.push({ table: name, jobs: rows.map(({ job }) => job) });
  }
  return found.filter(({ jobs }) => jobs.length > 0);
}

/**
 * Lets `body` load rows of jobs, all of them disabled on the way in: switching them off afterwards might be too late, since
 * the server looks for jobs at any moment.
 */
export async function withJobsOff(
  session: Session,
  tables: SourceFacts['jobTables'],
  body: () => Promise<void>,
): Promise<void> {
  const switched = known.filter(({ name }) => tables.some((table) => table.name === name));
  const guard = (table: JobTable) => `public.staged_upgrade_switch_off_${table.switch}`;
  try {
    for (const table of switched) {
      await session.query(
        `CREATE FUNCTION ${guard(table)}() RETURNS trigger LANGUAGE plpgsql
         AS $$ BEGIN NEW.${table.switch} := false; RETURN NEW; END $$;
         CREATE TRIGGER staged_upgrade_switch_off BEFORE INSERT ON ${table.name}
         FOR EACH ROW EXECUTE FUNCTION ${guard(table)}()`,
      );
    }
  } catch (cause) {
    throw databaseFailure(
      cause,
      'Switching off the jobs of the copy before they come in',
      'The database is incomplete: do not start the server on it.',
    );
  }
  await body();
  for (const table of switched) await session.query(`DROP FUNCTION ${guard(table)}() CASCADE`);
}
