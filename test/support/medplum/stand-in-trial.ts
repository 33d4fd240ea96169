import assert from 'node:assert/strict';
import { after, type TestContext, test } from 'node:test';
import { z } from 'zod';
import { missingPostgres, startPostgres } from '../postgres.ts';
import { eventually } from '../until.ts';
import { type Installation, installMedplum, type Started } from './stand-in.ts';

/** What real servers were seen to do; each test made with this quotes it. */
const missing = await missingPostgres();
const postgres = missing === undefined ? await startPostgres() : undefined;
after(() => postgres?.stop());
export const withServer = (title: string, run: (server: Installation) => Promise<void>, scale?: number): void => {
  test(title, { skip: missing ?? false }, async (t: TestContext) =>
    run(
      await installMedplum(t, {
        ...(scale === undefined ? {} : { scale }),
        ...(postgres === undefined ? {} : { postgres }),
      }),
    ),
  );
};

export const async_ = { prefer: 'respond-async' };
export const status = z.object({ postDeployMigrations: z.array(z.number()), pendingPostDeployMigration: z.number() });
export const job = z.looseObject({ id: z.string(), status: z.string(), dataVersion: z.number() });
export const jobsPath =
  '/fhir/R4/AsyncJob?type=data-migration&_sort=-_lastUpdated&_count=50&_fields=status,dataVersion&_total=accurate';

export async function pending(server: Installation): Promise<number> {
  return status.parse((await server.ask('/admin/super/migrations')).json).pendingPostDeployMigration;
}

export async function jobs(server: Installation): Promise<readonly z.output<typeof job>[]> {
  const bundle = z.object({ entry: z.array(z.object({ resource: job })).default([]) });
  return bundle.parse((await server.ask(jobsPath)).json).entry.map(({ resource }) => resource);
}

export const post = (server: Installation, body: object = {}, headers: Record<string, string> = async_) =>
  server.ask('/admin/super/migrate', { method: 'POST', body: JSON.stringify(body), headers });

export async function runAll(server: Installation): Promise<void> {
  while ((await pending(server)) !== 0) {
    const before = await pending(server);
    assert.equal((await post(server)).status, 202);
    await eventually(async () => (await pending(server)) !== before);
  }
}

/** When it has logged this first, in milliseconds since the epoch. */
export function loggedAt(server: Started, message: string): number {
  const line = server
    .log()
    .split('\n')
    .find((text) => text.includes(message));
  assert.ok(line !== undefined, `${message}: ${server.log()}`);
  return Date.parse(z.object({ timestamp: z.string() }).parse(JSON.parse(line)).timestamp);
}
