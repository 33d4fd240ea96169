import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { compareFingerprints } from '../../../src/core/decisions/fingerprint.ts';
import { backupStore } from '../../../src/drivers/backup-stores.ts';
import type { DataStore } from '../../../src/drivers/data/data-store.ts';
import { type Compression, compressArgument } from '../../../src/drivers/data/postgres/compression.ts';
import { dataStore } from '../../../src/drivers/data-stores.ts';
import { databaseEffects } from '../../../test/support/database-effects.ts';
import { askMoto, type MotoServer, motoSettings, motoVariables } from '../../../test/support/moto-server.ts';
import type { TestPostgres } from '../../../test/support/postgres.ts';
import { processorSecondsOf } from '../processor.ts';

export interface World {
  readonly server: TestPostgres;
  readonly source: string;
  readonly target: string;
  /** Empty, for what a way keeps. */
  readonly folder: string;
  readonly jobs: number;
}

/** Seconds of each part of the work, by name. */
export type Durations = Readonly<Record<string, number>>;
export interface Attempt {
  readonly took: Durations;
  /** Seconds of processor time, of the server with its workers and of all programs. */
  readonly processor: number;
}
export type Way = (world: World) => Promise<Durations>;

/** What the server's documentation shows first. */
export const documented: Way = async (world) => ({
  dump: await timed(() =>
    shell(world, `${tool(world, 'pg_dump')} ${world.source} | gzip > ${join(world.folder, 'dump.gz')}`),
  ),
  restore: await timed(() =>
    shell(
      world,
      `gunzip -c ${join(world.folder, 'dump.gz')} | ${tool(world, 'psql')} --quiet --output=/dev/null ${world.target}`,
    ),
  ),
});

/** The fastest that the server's own tools offer with their defaults; nothing is verified. */
export const parallel: Way = async (world) => {
  const dump = join(world.folder, 'dump');
  return {
    dump: await timed(() => shell(world, `${tool(world, 'pg_dump')} -Fd -j${world.jobs} -f ${dump} ${world.source}`)),
    restore: await timed(() => shell(world, `${tool(world, 'pg_restore')} -j${world.jobs} -d ${world.target} ${dump}`)),
  };
};

/**
 * What ours does with the server's tools, and nothing else: the least that it can take. The difference to ours is what the proof
 * and the storing cost.
 */
export const unproved =
  (compression: Compression): Way =>
  async (world) => {
    const dump = join(world.folder, 'dump');
    const { jobs, source, target } = world;
    const dumping = `${tool(world, 'pg_dump')} -Fd ${compressArgument(compression)} -j${jobs} -f ${dump} ${source}`;
    return {
      dump: await timed(() => shell(world, dumping)),
      restore: await timed(() => shell(world, `${tool(world, 'pg_restore')} -j${2 * jobs} -d ${target} ${dump}`)),
      analyze: await timed(() => shell(world, `${tool(world, 'vacuumdb')} --analyze-only -j${jobs} ${target}`)),
    };
  };

/** A backup that is kept with checksums in a folder, fetched, restored, and compared in content and definitions. */
export const ours: Way = (world) => provedCopy(world, { settings: { folder: { path: world.folder } }, variables: {} });

/** The same, stored on a server that speaks the S3 protocol. */
export async function oursInBucket({ address }: MotoServer): Promise<Way> {
  const bucket = 'backups';
  await askMoto(`${address}/${bucket}`, 'PUT');
  const settings = motoSettings(address, bucket);
  return (world) =>
    provedCopy(world, { settings: { s3: { ...settings, scratch: world.folder } }, variables: motoVariables });
}

interface KeptIn {
  readonly settings: object;
  readonly variables: Readonly<Record<string, string>>;
}

async function provedCopy(world: World, { settings, variables }: KeptIn): Promise<Durations> {
  const effects = databaseEffects(variables);
  const open = (name: string): DataStore =>
    dataStore
      .parse({ postgres: { url: world.server.url(name), tools: world.server.tools, jobs: world.jobs } })
      .open({ effects, where: 'environments.staging.data', placeholders: {} });
  const context = { effects, where: 'backup.store', placeholders: { system: 'bench' } };
  const store = backupStore.parse(settings).open(context)({});
  const at = new Date().toISOString();
  const id = `bench-${Date.now()}`;
  const draft = await store.begin(id);
  const started = performance.now();
  const directory = await draft.directoryFor('postgres');
  const finished = (path: string) => draft.finished?.('postgres', path);
  const taken = await open(world.source).backup({ directory, log: effects.log, finished });
  await open(world.source).verify({ directory, references: [], log: effects.log });
  const dumped = performance.now();
  await draft.commit({
    ...{ id, system: 'bench', product: 'bench', purpose: 'rehearsal', version: '1', journalEntries: 0 },
    ...{ hop: { id: '1--2', digest: 'd' }, startedAt: at, finishedAt: at, dataAt: taken.dataAt },
    data: [{ name: 'postgres', ...taken }],
  });
  const kept = performance.now();
  const stored = await store.open(id);
  const fetched = performance.now();
  const request = { directory: stored.directoryOf('postgres'), references: [], log: effects.log };
  await open(world.target).restore({ ...request, mayReplace: () => undefined });
  const restored = performance.now();
  const { fingerprint } = stored.manifest.data[0] ?? taken;
  if (fingerprint.kind === 'none') throw new Error('the backup has no fingerprint');
  const comparison = compareFingerprints(
    fingerprint,
    await open(world.target).fingerprint(undefined, fingerprint.value),
  );
  if (comparison.kind !== 'equal') throw new Error(`the copy is not equal: ${JSON.stringify(comparison)}`);
  const compared = performance.now();
  await stored.release();
  return {
    dump: (dumped - started) / 1000,
    keep: (kept - dumped) / 1000,
    fetch: (fetched - kept) / 1000,
    restore: (restored - fetched) / 1000,
    compare: (compared - restored) / 1000,
  };
}

/** The server copies its own files: the lower limit. Nobody may be connected to the source, and nothing is kept. */
export const template: Way = async ({ server, source, target }) => {
  await server.sql('postgres', `DROP DATABASE ${target}`);
  return { copy: await timed(() => server.sql('postgres', `CREATE DATABASE ${target} TEMPLATE ${source}`)) };
};

/** Streams from one database to the other, and keeps nothing. */
export const pgcopydb: Way = async (world) => ({
  copy: await timed(() =>
    shell(
      world,
      `pgcopydb clone --dir ${join(world.folder, 'pgcopydb')} --table-jobs ${world.jobs} --index-jobs ${world.jobs} --source '${world.server.url(world.source)}' --target '${world.server.url(world.target)}'`,
    ),
  ),
});

export async function isInstalled(program: string): Promise<boolean> {
  return await new Promise((resolve) => {
    spawn(program, ['--version'], { stdio: 'ignore' })
      .on('error', () => resolve(false))
      .on('exit', (code) => resolve(code === 0));
  });
}

/** Runs it in an empty target database and an empty folder, after everything written before has reached the disk. */
export async function attempt(way: Way, world: World): Promise<Attempt> {
  await world.server.sql('postgres', `DROP DATABASE IF EXISTS ${world.target}`);
  await world.server.sql('postgres', `CREATE DATABASE ${world.target}`);
  await rm(world.folder, { recursive: true, force: true });
  await mkdir(world.folder, { recursive: true });
  await world.server.sql('postgres', 'CHECKPOINT');
  const before = processorSeconds(world);
  const took = await way(world);
  await ended(world);
  return { took, processor: processorSeconds(world) - before };
}

/** Until the server has counted the time of every session of the copy: a session ends after its client. */
async function ended({ server, source, target }: World): Promise<void> {
  const open = `SELECT FROM pg_stat_activity WHERE datname IN ('${source}', '${target}')`;
  while ((await server.sql('postgres', open)).length > 0) await pause(50);
  await pause(200);
}

/** The server knows the time of each session once it has ended. */
function processorSeconds({ server }: World): number {
  const postmaster = Number(readFileSync(join(server.socketFolder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return processorSecondsOf(postmaster) + processorSecondsOf('self');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function tool({ server }: World, name: string): string {
  return join(server.tools, name);
}

async function shell({ server }: World, command: string): Promise<void> {
  const child = spawn('bash', ['-c', `set -o pipefail; ${command}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      ...{ PGHOST: '127.0.0.1', PGPORT: String(server.port), PGUSER: server.admin, PGPASSWORD: server.adminPassword },
    },
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => {
    said = `${said}${data}`.slice(-2000);
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`${command} failed: ${said}`);
}
