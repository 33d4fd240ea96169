import { join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { askProgram } from '../../../world/processes/asked-program.ts';
import type { Processes } from '../../../world/processes/process.ts';
import { type Compression, offeredCompressions } from './compression.ts';

export interface Tools {
  readonly pgDump: string;
  readonly pgRestore: string;
  readonly major: number;
  /** `15.18`. */
  readonly version: string;
  /** What they write and read, the best first. */
  readonly compressions: readonly Compression[];
}

export interface FindTools {
  readonly processes: Processes;
  readonly environment: Readonly<Record<string, string>>;
  /** The configured folder; then nothing else is tried. */
  readonly folder: string | undefined;
  /** Major version of the server that they are used on. */
  readonly serverMajor: number;
}

/**
 * Finds a pg_dump and a pg_restore that match the server, before anything is done with it. pg_dump refuses servers newer
 * than itself (https://www.postgresql.org/docs/current/app-pgdump.html, Notes), so the server's own major version is
 * used if it is installed, then the next newer one.
 */
export async function findTools(request: FindTools): Promise<Tools> {
  const { folder, serverMajor } = request;
  // Debian and Ubuntu, and so the hosted runners, keep each major version in a folder of its own.
  const folders = folder === undefined ? [`/usr/lib/postgresql/${serverMajor}/bin`, ''] : [folder];
  const found = (await Promise.all(folders.map((each) => toolsIn(each, request)))).filter(
    (tools) => tools !== undefined,
  );
  const suitable = found.filter((tools) => tools.major >= serverMajor).sort((one, other) => one.major - other.major)[0];
  if (suitable !== undefined) {
    const { processes, environment } = request;
    return { ...suitable, compressions: await offeredCompressions(suitable, processes, environment) };
  }
  const newest = found[0];
  const install = `Install them ("apt-get install postgresql-client-${serverMajor}" on Debian and Ubuntu with the PostgreSQL repository), or name their folder under "tools:".`;
  if (newest === undefined) {
    throw new SystemFailure({
      happened: `pg_dump and pg_restore were not found${folder === undefined ? '' : ` in "${folder}"`}.`,
      means: 'Nothing was done.',
      next: install,
    });
  }
  throw new SystemFailure({
    happened: `pg_dump is version ${newest.version}, older than the server, which is version ${serverMajor}.`,
    means: 'It cannot read this server. Nothing was done.',
    next: install,
  });
}

async function toolsIn(
  folder: string,
  { processes, environment }: FindTools,
): Promise<Omit<Tools, 'compressions'> | undefined> {
  const pgDump = folder === '' ? 'pg_dump' : join(folder, 'pg_dump');
  const pgRestore = folder === '' ? 'pg_restore' : join(folder, 'pg_restore');
  const dump = await versionOf(pgDump, processes, environment);
  const restore = await versionOf(pgRestore, processes, environment);
  if (dump === undefined || restore === undefined || dump.major !== restore.major) return undefined;
  return { pgDump, pgRestore, ...dump };
}

async function versionOf(
  program: string,
  processes: Processes,
  environment: Readonly<Record<string, string>>,
): Promise<{ major: number; version: string } | undefined> {
  const answer = await askProgram(processes, { argv: [program, '--version'], environment });
  if (answer === undefined) return undefined;
  const groups = /\(PostgreSQL\) (?<version>(?<major>\d+)\S*)/.exec(answer.stdout)?.groups;
  if (answer.exitCode !== 0 || groups === undefined) return undefined;
  return { major: Number(groups.major), version: groups.version ?? '' };
}
