import assert from 'node:assert/strict';
import { connectRedis } from './redis-client.ts';
import type { Installation } from './stand-in.ts';

/** Sets when a server of this release has last shown that it is there: another counts it for a minute after that. */
export async function lastBeat({ redis: { port } }: Installation, release: string, at: number): Promise<void> {
  const redis = await connectRedis({ host: '127.0.0.1', port, db: 0 });
  const [own] = [...(await redis.hash('servers'))].filter(([, text]) => JSON.parse(text).release === release);
  assert.ok(own !== undefined, `${release} is in the registry`);
  await redis.ask('HSET', 'servers', own[0], JSON.stringify({ release, at }));
  redis.end();
}
