import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, Resource } from './database.ts';

/** A post-deploy migration as the server keeps it; old ones stay. */
export interface Job extends Resource {
  readonly status: 'accepted' | 'active' | 'completed' | 'error' | 'cancelled';
  readonly dataVersion: number;
  readonly minServerVersion: string;
}

const shape = z.looseObject({
  resourceType: z.string(),
  id: z.string(),
  status: z.enum(['accepted', 'active', 'completed', 'error', 'cancelled']),
  dataVersion: z.number(),
  minServerVersion: z.string(),
});

/** The newest first. */
export async function listJobs(database: Database): Promise<readonly Job[]> {
  return (await database.list('AsyncJob')).map((job) => shape.parse(job));
}

export async function readJob(database: Database, id: string): Promise<Job | undefined> {
  const found = await database.read('AsyncJob', id);
  return found === undefined ? undefined : shape.parse(found);
}

/** One job can be large: its request, its progress, where it came from. */
export async function newJob(database: Database, dataVersion: number, minServerVersion: string): Promise<Job> {
  const job = {
    resourceType: 'AsyncJob',
    id: randomUUID(),
    type: 'data-migration',
    status: 'accepted',
    request: 'https://medplum.example.com/admin/super/migrate',
    requestTime: new Date().toISOString(),
    dataVersion,
    minServerVersion,
  } as const;
  await database.write(job);
  return job;
}

export async function changeJob(database: Database, job: Job, status: Job['status'], error?: string): Promise<void> {
  const output = {
    resourceType: 'Parameters',
    parameter: [
      { name: 'stack', valueString: `Error: ${error}\n    at run (file.ts:1:1)` },
      { name: 'error', valueString: error },
    ],
  };
  const isEnd = status === 'completed' || status === 'error';
  const current = (await readJob(database, job.id)) ?? job;
  if (current.status === 'cancelled') return;
  await database.write({
    ...current,
    status,
    ...(isEnd ? { transactionTime: new Date().toISOString() } : {}),
    ...(error === undefined ? {} : { output }),
  });
}
