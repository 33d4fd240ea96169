import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { SystemFailure } from '../../../src/core/messages/errors.ts';
import { startCompanion } from '../../../src/world/processes/companion.ts';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import { until } from '../../support/until.ts';

/** Prints its own process id, and that of its child. */
const serving = 'sleep 3000 & echo "serving $$ $!"; wait';

const { signal } = new AbortController();

const start = async (text: string, says = /^serving (\d+) (\d+)/) => {
  const numbers: number[] = [];
  const environment = { PATH: process.env.PATH ?? '' };
  const started = await startCompanion(systemProcesses, { argv: ['sh', '-c', text], environment, signal }, (line) => {
    numbers.push(...(says.exec(line)?.slice(1).map(Number) ?? []));
    return says.test(line);
  });
  return { started, numbers };
};

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

async function untilGone(ids: readonly number[]): Promise<void> {
  await until(`${ids.join(' and ')} ended`, () => !ids.some(isAlive));
}

test('serves until it is ended, with its children', async () => {
  const { started, numbers } = await start(serving);
  assert.ok(started.kind === 'serves' && numbers.length === 2 && numbers.every(isAlive));
  await started.companion.end();
  await untilGone(numbers);
  await started.companion.ended;
});

test('a program that ends before it serves passes on its output, and a missing one is named', async () => {
  const { started } = await start('echo "no such context" >&2; exit 3');
  assert.ok(started.kind === 'ended');
  assert.equal(started.result.exitCode, 3);
  assert.equal(started.result.stderr, 'no such context\n');
  const absent = startCompanion(systemProcesses, { argv: ['not-there'], environment: {}, signal }, () => true);
  await assert.rejects(
    absent,
    (error) => error instanceof SystemFailure && /"not-there" was not found/.test(error.message),
  );
});

test('a program that does not serve yet is ended when the step is', async () => {
  const step = new AbortController();
  const seen: string[] = [];
  const request = {
    argv: ['sh', '-c', 'echo "$$"; exec sleep 3000'],
    environment: { PATH: process.env.PATH ?? '' },
  } as const;
  const starting = startCompanion(
    systemProcesses,
    { ...request, argv: [...request.argv], signal: step.signal },
    (line) => {
      seen.push(line);
      step.abort(new Error('the run was cancelled'));
      return false;
    },
  );
  await assert.rejects(starting, /the run was cancelled/);
  await untilGone(seen.map(Number));
});

test('its end is noticed if it ends by itself', async () => {
  const { started, numbers } = await start(serving);
  assert.ok(started.kind === 'serves');
  process.kill(numbers[0] ?? 0, 'SIGKILL');
  await started.companion.ended;
});

test('ends when the process that has started it is killed', async () => {
  const program = `
    const { startCompanion } = await import('${import.meta.resolve('../../../src/world/processes/companion.ts')}');
    const { systemProcesses } = await import('${import.meta.resolve('../../../src/world/processes/process.ts')}');
    const request = { environment: { PATH: process.env.PATH }, signal: new AbortController().signal };
    await startCompanion(systemProcesses, { ...request, argv: ['sh', '-c', 'echo "serving $$"; exec sleep 3000'] }, (line) => {
      console.log(line);
      return true;
    });`;
  const parent = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: parent.stdout }), 'line');
  const id = Number(/^serving (\d+)$/.exec(String(line))?.[1]);
  assert.ok(isAlive(id), String(line));
  parent.kill('SIGKILL');
  await untilGone([id]);
});
