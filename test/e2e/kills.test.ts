import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { systemProcesses } from '../../src/world/processes/process.ts';

const root = resolve(import.meta.dirname, '../..');
const noProcesses = 'what a run has left is found in /proc, which this system has not';

test('the program is killed 20 times while it climbs, and nothing is lost', { timeout: 2_700_000 }, async (t) => {
  if (!existsSync('/proc/self/environ') && process.env.CI !== 'true') return t.skip(noProcesses);
  const { stdout, stderr, exitCode } = await systemProcesses.run({
    argv: [
      process.execPath,
      join(root, 'scripts/kill-sample.ts'),
      ...['--kills', '20', '--seed', '11', '--from', '2.0.1', '--at-once', '3'],
    ],
    directory: root,
    environment: { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1' },
  });
  assert.equal(exitCode, 0, stdout + stderr);
  const kills = /^(\d+) kills in \d+ climbs, 0 violations$/m.exec(stdout)?.[1];
  assert.ok(Number(kills) >= 20, stdout);
});
