import { randomUUID } from 'node:crypto';
import { gte } from 'semver';
import { z } from 'zod';
import { type Behaviour, behaviourIn } from './behaviour.ts';
import type { Configuration } from './configuration.ts';
import type { Database } from './database.ts';
import { changeJob, type Job, readJob } from './jobs.ts';
import { log } from './log.ts';
import { connectRedis, type RedisClient } from './redis-client.ts';
import { manifestOf } from './releases.ts';

/** The part of a job that is in the queue: it outlives the server, and a restore of the database does not bring it back. */
const queued = z.object({ notBefore: z.number(), lockedUntil: z.number(), isBegun: z.boolean() });
type Queued = z.output<typeof queued>;

const heartbeat = 10_000;
const registryKeeps = 60_000;
const delay = 60_000;
/** How long the lock of a worker that was killed holds a job. */
const lock = 100_000;
/** On a busy machine a worker may stand still for a while; another worker must not take that for its end. */
const shortestLock = 5000;
const usual = 400;
const longest: Readonly<Record<string, number>> = { 31: 46_000 };

export interface ClusterOptions {
  readonly release: string;
  readonly configuration: Configuration;
  readonly database: Database;
  readonly behaviour: string | undefined;
  /** What a millisecond of the real server takes here. */
  readonly scale: number;
  /** Called when a job has completed. */
  readonly completed: () => Promise<void>;
}

/** The registry of servers and the queue of jobs, both in Redis: whoever uses the same Redis shares them. */
export interface Cluster {
  queue(job: Job): Promise<void>;
  stop(): Promise<void>;
}

export async function joinCluster(options: ClusterOptions): Promise<Cluster> {
  const { release, configuration, scale } = options;
  const redis = await connectRedis(configuration.redis);
  const own = randomUUID();
  const beat = async (): Promise<void> => {
    await redis.ask('HSET', 'servers', own, JSON.stringify({ release, at: Date.now() }));
  };
  await beat();
  const beats = setInterval(() => void beat().catch(() => undefined), heartbeat * scale);
  let working: Promise<void> = Promise.resolve();
  const turns = setInterval(
    () => {
      working = working.then(() => oneTurn(redis, options)).catch(() => undefined);
    },
    Math.max(20, 500 * scale),
  );
  return {
    queue: async (job) => {
      await keep(redis, job.id, { notBefore: 0, lockedUntil: 0, isBegun: false });
    },
    stop: async () => {
      clearInterval(beats);
      clearInterval(turns);
      await working;
      redis.end();
    },
  };
}

async function keep(redis: RedisClient, id: string, entry: Queued): Promise<void> {
  await redis.ask('HSET', 'jobs', id, JSON.stringify(entry));
}

async function oneTurn(redis: RedisClient, options: ClusterOptions): Promise<void> {
  for (const [id, text] of await redis.hash('jobs')) {
    const entry = queued.parse(JSON.parse(text));
    if (entry.notBefore > Date.now() || entry.lockedUntil > Date.now()) continue;
    const job = await readJob(options.database, id);
    // A job of another database, or a cancelled one, is not worked on.
    if (job === undefined || job.status === 'cancelled') await redis.ask('HDEL', 'jobs', id);
    else await attempt(redis, options, job, entry);
  }
}

async function attempt(redis: RedisClient, options: ClusterOptions, job: Job, entry: Queued): Promise<void> {
  const { release, scale, database } = options;
  const version = `v${job.dataVersion}`;
  const wait = async (msg: string): Promise<void> => {
    log('INFO', `Post-deploy migration ${version} delayed since ${msg}`, { delayMs: delay });
    await keep(redis, job.id, { ...entry, notBefore: Date.now() + delay * scale });
  };
  if (!gte(release, job.minServerVersion)) return await wait('this worker is not compatible');
  if (!(await areCompatible(redis, job, scale))) return await wait('the server cluster is not compatible');

  // Of several servers that see it in the queue, one takes it.
  if ((await redis.ask('HSETNX', 'taken', `${job.id} ${JSON.stringify(entry)}`, release)) === '0') return;
  const behaviour = behaviourIn(options.behaviour);
  if (entry.isBegun) log('WARN', 'PostDeployMigrationQueue worker: stalled', { jobId: job.id });
  const held = Math.max(shortestLock, lock * scale);
  const hold = (): Promise<void> => keep(redis, job.id, { ...entry, isBegun: true, lockedUntil: Date.now() + held });
  await hold();
  // A job that was resumed says so, whatever it said at first.
  if (entry.isBegun || !behaviour.silent.includes(job.dataVersion)) await changeJob(database, job, 'active');
  const renewing = setInterval(() => void hold().catch(() => undefined), held / 4);
  await run(options, job, behaviour).finally(() => clearInterval(renewing));
  await redis.ask('HDEL', 'jobs', job.id);
  if ((await readJob(database, job.id))?.status === 'completed') await options.completed();
}

/** An older server counts until its last heartbeat is a minute old: nobody removes it from the registry. */
async function areCompatible(redis: RedisClient, job: Job, scale: number): Promise<boolean> {
  const servers = [...(await redis.hash('servers')).values()].map((text) =>
    z.object({ release: z.string(), at: z.number() }).parse(JSON.parse(text)),
  );
  const present = servers.filter(({ at }) => Date.now() - at < registryKeeps * scale);
  return present.every(({ release }) => gte(release, job.minServerVersion));
}

async function run(
  { database, scale, release, behaviour: file }: ClusterOptions,
  job: Job,
  behaviour: Behaviour,
): Promise<void> {
  const version = String(job.dataVersion);
  log('INFO', 'Post-deploy migration started', { version: `v${version}` });
  await new Promise((resolve) => setTimeout(resolve, behaviour.takes[version] ?? (longest[version] ?? usual) * scale));
  while (behaviourIn(file).holds.includes(job.dataVersion)) await new Promise((resolve) => setTimeout(resolve, 20));
  const error = behaviour.fails[version];
  if (error !== undefined) {
    log('ERROR', 'Post-deploy migration failed', { version: `v${version}`, error });
    return await changeJob(database, job, 'error', error);
  }
  const known = manifestOf(release).some((entry) => entry.version === job.dataVersion);
  if (!known) throw new Error(`${release} does not know v${version}`);
  await database.completeDataVersion(job.dataVersion);
  await changeJob(database, job, 'completed');
  log('INFO', 'Post-deploy migration completed', { version: `v${version}` });
}
