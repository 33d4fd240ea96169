import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { TestPostgres } from '../postgres.ts';
import type { Aws } from './aws.ts';

const storageEvent = z.looseObject({
  event: z.enum(['snapshot', 'snapshot-copied', 'snapshot-deleted', 'restored', 'renamed', 'deleted']),
  of: z.string().optional(),
  old: z.string().optional(),
  new: z.string().optional(),
  name: z.string().optional(),
  snapshot: z.string().optional(),
});

/**
 * What is in the clusters and the instances of the stand-in: each has a database of its name on a real PostgreSQL, and a
 * snapshot is a copy of it.
 */
export async function keepIn(test: TestContext, cloud: Aws, server: TestPostgres): Promise<void> {
  const alone = async (name: string): Promise<void> => {
    await server.sql(
      'postgres',
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`,
    );
  };
  const exists = async (name: string): Promise<boolean> =>
    (await server.sql('postgres', `SELECT 1 FROM pg_database WHERE datname = '${name}'`)).length > 0;
  const copy = async (from = '', to = ''): Promise<void> => {
    if (!(await exists(from))) return;
    // Whoever asks it meanwhile is sent away, and may be back before it is copied.
    for (let attempt = 1; ; attempt += 1) {
      await alone(from);
      try {
        await server.sql('postgres', `CREATE DATABASE "${to}" TEMPLATE "${from}"`);
        return;
      } catch (error) {
        if (attempt === 20) throw error;
        await sleep(50);
      }
    }
  };
  const keep = async (event: z.output<typeof storageEvent>): Promise<void> => {
    switch (event.event) {
      case 'snapshot':
        return await copy(event.of, event.name);
      case 'snapshot-copied':
        return await copy(event.old, event.new);
      case 'restored':
        return await copy(event.snapshot, event.name);
      case 'renamed':
        if (!(await exists(event.old ?? ''))) return;
        await alone(event.old ?? '');
        await server.sql('postgres', `ALTER DATABASE "${event.old}" RENAME TO "${event.new}"`);
        return;
      case 'deleted':
      case 'snapshot-deleted':
        await server.sql('postgres', `DROP DATABASE IF EXISTS "${event.name}" WITH (FORCE)`);
    }
  };
  const listener = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    try {
      await keep(storageEvent.parse(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
      response.writeHead(204).end();
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  test.after(() => {
    listener.closeAllConnections();
    listener.close();
  });
  // It listens on a port, not on a path.
  const { port } = listener.address() as AddressInfo;
  await cloud.storage(`http://127.0.0.1:${port}/`);
}
