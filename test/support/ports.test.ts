import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { freePort, freeRange } from './ports.ts';

test('a port that one test was given is given to no other, although nothing listens there yet', async () => {
  const ports = new Set(await Promise.all(Array.from({ length: 200 }, () => freePort())));
  assert.equal(ports.size, 200);
  const argv = [process.execPath, '--input-type=module', '--eval', ofAnother] as const;
  const { stdout, stderr } = await systemProcesses.run({ argv, environment: {} });
  const others: number[] = JSON.parse(stdout || assert.fail(stderr));
  assert.deepEqual(
    others.filter((port) => ports.has(port)),
    [],
  );
});

/** So many that, left to chance, some would be the same. */
const ofAnother = `
import { freePort } from ${JSON.stringify(import.meta.resolve('./ports.ts'))};
const ports = [];
for (let count = 0; count < 2000; count++) ports.push(await freePort());
console.log(JSON.stringify(ports));
process.exit();`;

test('servers can listen at all ports of a range', async () => {
  const start = await freeRange(4);
  const servers = [0, 1, 2, 3].map((index) => createServer().listen(start + index, '127.0.0.1'));
  await Promise.all(
    servers.map((server) => new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject))),
  );
  for (const server of servers) server.close();
});
