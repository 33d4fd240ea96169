import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { SystemFailure } from '../../../src/core/messages/errors.ts';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import { until } from '../../support/until.ts';

const node = (script: string, ...args: string[]): [string, ...string[]] => [process.execPath, '-e', script, ...args];
/** A process that has ended but was not yet reaped (state Z) is not alive, although signals still reach it. */
const isAlive = (pid: number): boolean => {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== '' && !state.startsWith('Z');
};

/** Ends what a test left running, whatever happened to the test. */
function killed(pid: number): void {
  if (pid > 0 && isAlive(pid)) process.kill(pid, 'SIGKILL');
}

describe('a child process', () => {
  it('gives both streams, every line, the exit code, and reads its input', async () => {
    const lines: string[] = [];
    const result = await systemProcesses.run({
      argv: node(
        'process.stdin.on("data", d => process.stdout.write("got " + d)).on("end", () => { console.error("bad"); process.exitCode = 7 })',
      ),
      environment: {},
      input: 'one\ntwo',
      onLine: (line, stream) => lines.push(`${stream}: ${line}`),
    });
    assert.equal(result.exitCode, 7);
    assert.equal(result.stdout, 'got one\ntwo');
    assert.equal(result.stderr, 'bad\n');
    assert.deepEqual(lines.sort(), ['stderr: bad', 'stdout: got one', 'stdout: two']);
  });

  it('gets the environment that it is given and nothing else, and its arguments untouched', async () => {
    process.env.STAGED_UPGRADE_TEST_CANARY = 'canary';
    try {
      const script =
        'console.log(JSON.stringify([process.env.STAGED_UPGRADE_TEST_CANARY ?? "none", process.env.A, process.argv.slice(1)]))';
      const result = await systemProcesses.run({ argv: node(script, '$(id); "x" *'), environment: { A: '1' } });
      assert.deepEqual(JSON.parse(result.stdout), ['none', '1', ['$(id); "x" *']]);
    } finally {
      delete process.env.STAGED_UPGRADE_TEST_CANARY;
    }
  });

  it('is a failure of the system, not a defect, if the system does not accept it as a program', async () => {
    const refused = async (argv: [string, ...string[]], said: RegExp): Promise<void> => {
      await assert.rejects(systemProcesses.run({ argv, environment: {} }), (error) => {
        assert.ok(error instanceof SystemFailure, String(error));
        assert.match(error.message, said);
        return true;
      });
    };
    await refused([`${process.execPath}/deploy`], /could not be started: a part of its path, .* is not a folder/);
    await refused([process.execPath, 'x'.repeat(3_000_000)], /an argument or a variable is longer .* into a file/);
    await refused([process.execPath, 'its-secret\0'], /^(?!.*its-secret).* contains a null character/);
    await refused(['x'.repeat(5000)], /could not be started: spawn ENAMETOOLONG\. .* Check its path/);
  });

  it('is a failure of the system, with the fix, when its program does not exist', async () => {
    await assert.rejects(systemProcesses.run({ argv: ['no-such-program-here'], environment: {} }), (error) => {
      assert.ok(error instanceof SystemFailure);
      assert.match(error.message, /"no-such-program-here" was not found.*Install/);
      return true;
    });
  });

  it('says which signal ended it', async () => {
    const result = await systemProcesses.run({ argv: node('process.kill(process.pid, "SIGKILL")'), environment: {} });
    assert.equal(result.endedBy, 'SIGKILL');
    assert.equal(result.exitCode, undefined);
  });

  for (const child of ['ends on SIGTERM', 'ignores SIGTERM']) {
    it(`is ended with its own children when it is aborted: the child ${child}, the grandchild ignores it`, async () => {
      const controller = new AbortController();
      let grandchild = 0;
      const stubborn = 'process.on("SIGTERM", () => {}); console.log(process.pid); setInterval(() => {}, 1000);';
      const script = `
        require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(stubborn)}], { stdio: 'inherit' });
        ${child === 'ignores SIGTERM' ? "process.on('SIGTERM', () => {});" : ''}
        setInterval(() => {}, 1000);`;
      const running = systemProcesses.run({
        argv: node(script),
        environment: {},
        signal: controller.signal,
        graceMilliseconds: 100,
        onLine: (line) => {
          grandchild = Number(line);
          controller.abort(new Error('cancelled by the test'));
        },
      });
      try {
        await assert.rejects(running, /cancelled by the test/);
        assert.ok(grandchild > 0);
        // What was killed ends when the system gets to it.
        await until('the grandchild has ended', () => !isAlive(grandchild));
      } finally {
        killed(grandchild);
      }
    });
  }

  it('does not start at all when it was aborted before', async () => {
    const run = systemProcesses.run({
      argv: ['no-such-program-here'],
      environment: {},
      signal: AbortSignal.abort(new Error('too late')),
    });
    await assert.rejects(run, /too late/);
  });

  it('is done when it has ended, although a server that it left running keeps its output open', async () => {
    const script = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: ['ignore', 'inherit', 'inherit'], detached: true });
      child.unref();
      console.log(child.pid);`;
    const result = await systemProcesses.run({ argv: node(script), environment: {} });
    const server = Number(result.stdout);
    try {
      assert.equal(result.exitCode, 0);
      assert.ok(isAlive(server), 'the server continues');
    } finally {
      killed(server);
    }
  });

  it('keeps the end of a very long output, which says why it failed', async () => {
    const script =
      'for (let i = 0; i < 40000; i++) process.stdout.write("x".repeat(99) + "\\n"); console.log("the reason")';
    const result = await systemProcesses.run({ argv: node(script), environment: {} });
    assert.equal(result.stdout.length, 1024 * 1024);
    assert.ok(result.stdout.endsWith('the reason\n'));
  });
});
