import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gitCommand } from '../../../../src/journal/stores/git/command.ts';
import type { Processes } from '../../../../src/world/processes/process.ts';

const done = { exitCode: 0, endedBy: undefined, stdout: '', stderr: '', milliseconds: 1 };

/** A program that writes something every half minute, this many times, and is silent from then on until it ends. */
function writing(times: number, tick: (milliseconds: number) => void): Processes {
  return {
    run: async ({ onOutput, signal }) => {
      for (let time = 0; time < times; time++) {
        tick(30_000);
        onOutput?.(Buffer.from('x'));
      }
      tick(59_000);
      if (signal?.aborted) throw signal.reason;
      if (times > 0) return done;
      tick(2_000);
      throw signal?.reason;
    },
  };
}

test('a git process that still produces output is waited for, a silent one is ended after a minute', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const tick = (milliseconds: number): void => t.mock.timers.tick(milliseconds);
  const git = (times: number) =>
    gitCommand({ processes: writing(times, tick), environment: {}, directory: '.' })(['cat-file', '--batch'], {
      onOutput: () => undefined,
    });
  assert.equal((await git(20)).exitCode, 0);
  assert.match((await git(0)).stderr, /no answer within 60 s/);
});
