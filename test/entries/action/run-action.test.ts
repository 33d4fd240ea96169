import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';

interface Ended {
  readonly exitCode: number | null;
  readonly printed: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** One step of the action, as the runner would start it. */
async function step(
  t: TestContext,
  behaviour: string,
  extra: Readonly<Record<string, string>> = {},
  stopWith?: NodeJS.Signals,
): Promise<Ended> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-action-'));
  t.after(() => rm(folder, { recursive: true }));
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary')];
  await Promise.all([writeFile(output, ''), writeFile(summary, '')]);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'action-process.ts')], {
    env: {
      PATH: process.env.PATH,
      BEHAVIOUR: behaviour,
      INPUT_COMMAND: 'plan',
      GITHUB_RUN_ID: '7001',
      GITHUB_ACTOR: 'octocat',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...extra,
    },
  });
  let printed = '';
  let isStopped = false;
  child.stdout.on('data', (chunk) => {
    printed += String(chunk);
    // Once: a second signal ends the process as it is.
    if (stopWith === undefined || isStopped || !printed.includes('asleep')) return;
    isStopped = child.kill(stopWith);
  });
  child.stderr.on('data', (chunk) => {
    printed += String(chunk);
  });
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    exitCode,
    printed,
    outputs: outputsIn(await readFile(output, 'utf8')),
    summary: await readFile(summary, 'utf8'),
  };
}

function outputsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^(\w+)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gm)].map((match) => [match[1], match[3]]),
  );
}

test('a step that passed sets its outputs and its summary, and annotates nothing', async (t) => {
  assert.deepEqual(await step(t, 'passed'), {
    exitCode: 0,
    printed: 'Did plan.\n',
    outputs: { count: '2', headline: 'Did plan.', result: 'passed', proceed: 'true' },
    summary: '## Done\n\n',
  });
});

test('a step that waits succeeds, reports its result, and leaves a notice', async (t) => {
  const ended = await step(t, 'waiting');
  assert.equal(ended.exitCode, 0);
  assert.deepEqual([ended.outputs.result, ended.outputs.proceed], ['waiting', 'false']);
  assert.match(
    ended.printed,
    /^::notice title=Waiting[^\n]*::It happened\.%0AIt means this\.%0AWhat to do: Do that\.$/m,
  );
});

for (const [behaviour, exitCode, title] of [
  ['user-error', 2, 'Something to correct'],
  ['system-failure', 1, 'Failed'],
] as const) {
  test(`a ${behaviour} ends with ${exitCode}, one annotation and no stack`, async (t) => {
    const ended = await step(t, behaviour);
    assert.deepEqual(ended, {
      exitCode,
      printed: `::error title=${title}::It happened.%0AIt means this.%0AWhat to do: Do that.\n`,
      outputs: { result: 'failed', proceed: 'false' },
      summary: '',
    });
  });
}

test('a defect ends with 70, its stack, and where to report it', async (t) => {
  const { exitCode, printed } = await step(t, 'defect');
  assert.equal(exitCode, 70);
  assert.match(printed, /Error: unexpected\n {4}at /);
  assert.match(printed, /Please report it at https:/);
});

for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  test(`${signal} stops what runs and ends with ${exitCode}`, async (t) => {
    const ended = await step(t, 'sleep', {}, signal);
    assert.equal(ended.exitCode, exitCode);
    assert.match(ended.printed, new RegExp(`::error title=Stopped::Stopped by ${signal}\\b`));
  });
}

test('a secret is masked before anything is printed, and reaches no output, summary or annotation', async (t) => {
  const password = 'unique-canary-4711';
  const ended = await step(t, 'secret', { DATABASE_URL: `postgres://user:${password}@db/records` });
  const shown = ended.printed.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  assert.ok(ended.printed.startsWith('::add-mask::'));
  assert.ok(ended.printed.includes(`::add-mask::${password}\n`), 'the password alone is masked too');
  assert.equal([...shown, ended.summary, ...Object.values(ended.outputs)].join('\n').includes(password), false);
});

test('children do not inherit the token, and their output is not a command to the runner', async (t) => {
  const ended = await step(t, 'inherit', { INPUT_TOKEN: 'ghs_token_of_this_job' });
  assert.match(ended.printed, /^::add-mask::ghs_token_of_this_job\n/);
  assert.equal(
    ended.printed.replaceAll(/^::add-mask::.*\n/gm, ''),
    '::group::Deploy\n  │ ::error::not a command\n::endgroup::\nrun 7001 of octocat\n',
  );
});

test('a summary that cannot be written only warns', async (t) => {
  const ended = await step(t, 'passed', { GITHUB_STEP_SUMMARY: '/nonexistent/summary' });
  assert.equal(ended.exitCode, 0);
  assert.match(ended.printed, /^::warning::The job summary could not be written/m);
});

test('outside of GitHub Actions it says what to use instead', async (t) => {
  const ended = await step(t, 'passed', { GITHUB_RUN_ID: '' });
  assert.equal(ended.exitCode, 2);
  assert.match(ended.printed, /npx staged-upgrade/);
});
