import type { Configuration } from './configuration.ts';
import type { Database } from './database.ts';
import { changeJob, type Job, listJobs, newJob } from './jobs.ts';
import { log } from './log.ts';
import { type DataVersion, isAtLeast, manifestOf } from './releases.ts';

/** Those that this release knows and the data has not seen; another release may know of more. */
export async function pendingOf(release: string, database: Database): Promise<readonly DataVersion[]> {
  const done = await database.dataVersion();
  return manifestOf(release).filter(({ version }) => version > done);
}

/** Why this release does not start on the data; undefined where it does. */
export function refusal(release: string, pending: readonly DataVersion[]): string | undefined {
  const missed = pending.find(
    ({ requiredBefore }) => requiredBefore !== undefined && isAtLeast(release, requiredBefore),
  );
  if (missed === undefined) return undefined;
  return `Unable to run this version of Medplum server. Pending post-deploy migration v${missed.version} requires server at version ${missed.serverVersion} <= version < ${missed.requiredBefore}, but current server version is ${release}`;
}

export type Asked =
  | { readonly kind: 'nothing-pending' }
  | { readonly kind: 'queued'; readonly job: Job }
  | { readonly kind: 'too-early'; readonly pending: number };

export interface Migrations {
  /** What a start of the server does by itself. */
  begin(): Promise<void>;
  /** One call, one data version. */
  ask(version: number | undefined): Promise<Asked>;
  /** Called when a job has completed. */
  next(): Promise<void>;
  cancel(job: Job): Promise<void>;
}

export interface MigrationOptions {
  readonly release: string;
  readonly configuration: Configuration;
  readonly database: Database;
  readonly queue: (job: Job) => Promise<void>;
}

export function migrationsOf({ release, configuration, database, queue }: MigrationOptions): Migrations {
  const { disableRunPostDeployMigrations: disabled, runMigrations } = configuration.database;
  const runsByItself = isAtLeast(release, '4.1.0') && !disabled && runMigrations !== false;

  const start = async ({ version, serverVersion }: DataVersion): Promise<Job> => {
    const newest = (await listJobs(database)).find(({ dataVersion }) => dataVersion === version);
    if (newest?.status === 'accepted' || newest?.status === 'active') return newest;
    const job = await newJob(database, version, serverVersion);
    await queue(job);
    return job;
  };
  const startNext = async (): Promise<void> => {
    const [next] = await pendingOf(release, database);
    if (next !== undefined && runsByItself) await start(next);
  };
  return {
    begin: async () => {
      const [next] = await pendingOf(release, database);
      if (next !== undefined && !runsByItself) {
        const why = 'Not auto-queueing pending post-deploy migration because auto-run is disabled';
        log('INFO', why, { version: `v${next.version}` });
      }
      await startNext();
    },
    ask: async (version) => {
      const [next] = await pendingOf(release, database);
      if (next === undefined || (version !== undefined && version < next.version)) return { kind: 'nothing-pending' };
      if (version !== undefined && version > next.version) return { kind: 'too-early', pending: next.version };
      return { kind: 'queued', job: await start(next) };
    },
    next: startNext,
    cancel: (job) => changeJob(database, job, 'cancelled'),
  };
}
