import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SystemFailure } from '../../../src/core/messages/errors.ts';
import { askProgram } from '../../../src/world/processes/asked-program.ts';
import { systemProcesses } from '../../../src/world/processes/process.ts';

const ask = (argv: readonly [string, ...string[]], milliseconds: number) =>
  askProgram(systemProcesses, { argv, environment: {} }, milliseconds);

test('a program answers a question, or does not exist', async () => {
  const answered = await ask([process.execPath, '-e', 'console.log("Ver 8.4.3"); process.exitCode = 3'], 120_000);
  assert.deepEqual([answered?.stdout, answered?.exitCode], ['Ver 8.4.3\n', 3]);
  assert.equal(await ask(['/nowhere/mysqldump', '--version'], 120_000), undefined);
});

test('a program that gives no answer is ended, and named with what to do', async () => {
  await assert.rejects(
    ask([process.execPath, '-e', 'setInterval(() => {}, 1000)'], 200),
    ({ detail }: SystemFailure) =>
      /setInterval.* gave no answer within 0\.2 s, and was ended/.test(detail.happened) &&
      /Run it by hand/.test(detail.next),
  );
});
