import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { CommandResult } from '../../../src/core/interface/result.ts';
import { climbScreen, hopHeader } from '../../../src/entries/terminal/climb-screen.ts';
import { plainInk } from '../../../src/entries/terminal/ink.ts';
import { runLog } from '../../../src/entries/terminal/run-log.ts';
import { terminalLog } from '../../../src/entries/terminal/terminal-log.ts';
import type { JobEnd, StageStep } from '../../../src/steps/stage/job-stage.ts';
import type { Log } from '../../../src/world/log.ts';

async function parts(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-lines-'));
  t.after(() => rm(folder, { recursive: true }));
  const shown: string[] = [];
  const time = { now: 0 };
  const written = (text: string): string => text.replaceAll('hunter2', '***');
  const file = runLog({ folder: join(folder, 'logs'), run: 'abc', now: new Date(0), written });
  const inFile = async (): Promise<string> => {
    const [name = ''] = await readdir(join(folder, 'logs'));
    return await readFile(join(folder, 'logs', name), 'utf8');
  };
  const write = (text: string): void => {
    shown.push(text);
  };
  const now = (): number => time.now;
  const run = (steps: readonly StageStep[]): Promise<JobEnd> =>
    climbScreen({
      interactive: false,
      write,
      writeRaw: write,
      redact: written,
      now,
      file,
      approve: async () => assert.fail('nothing is asked here'),
      columns: () => undefined,
      ink: plainInk,
    }).runJob({ job: 'Rehearse on staging' }, steps);
  return { shown, time, file, inFile, write, now, run };
}

function result(outcome: CommandResult['outcome'], headline: string): CommandResult {
  return { outcome, headline, outputs: {}, summary: '', text: '' };
}

test('a step is one line with its duration, a skipped one says why, and does not explain a failure', async (t) => {
  const { shown, time, run, inFile } = await parts(t);
  const step = (title: string, end: CommandResult, takes = 0) => ({
    title,
    run: async () => {
      time.now += takes;
      return end;
    },
  });
  const end = await run([
    step('Check', result('passed', 'It is healthy.'), 40),
    step('Back up', result('skipped', 'Nothing to do: it is there.')),
    step('Deploy 1.1.4 again', result('passed', 'Deployed.'), 75_000),
    step('Test', result('failed', 'The command failed.'), 2500),
    step('Wait', result('passed', 'never reached')),
  ]);
  assert.equal(end.kind, 'stopped');
  assert.deepEqual(shown.join('').split('\n'), [
    'Rehearse on staging',
    '  ✔ Check               under 1 s',
    '  - Back up. Nothing to do: it is there.',
    '  ✔ Deploy 1.1.4 again  1 min 15 s',
    '  ✖ Test: failed        2.5 s',
    '',
    '',
  ]);
  assert.match(await inFile(), /^ {2}✔ Check {2}under 1 s: It is healthy\.$/m);
});

test('the last line of a job is the result of the job', async (t) => {
  const { shown, run } = await parts(t);
  await run([
    { title: 'Deploy', run: async () => result('passed', 'Deployed.') },
    { title: 'Report what was proved', run: async () => result('passed', 'Hop 1.0.2--1.1.4 was rehearsed.') },
  ]);
  assert.match(shown.join(''), /^ {2}✔ Hop 1\.0\.2--1\.1\.4 was rehearsed\.$/m);
  assert.doesNotMatch(shown.join(''), /Say what/);
});

test('a hop starts with the number of hops after it', () => {
  const hop = { index: 2, count: 5, title: '1.1.4 → 1.2.1' };
  assert.equal(hopHeader(hop, undefined), '── Hop 2 of 5: 1.1.4 → 1.2.1 ── 3 more after it ──');
  assert.equal(hopHeader(hop, 60), '── Hop 2 of 5: 1.1.4 → 1.2.1 ── 3 more after it ────────────');
  assert.match(hopHeader({ ...hop, index: 5 }, undefined), / ── the last one ──$/);
});

test('a thousand tables give one line every ten seconds', async (t) => {
  const { shown, time, run } = await parts(t);
  const dump = async (log: Log): Promise<CommandResult> => {
    for (let table = 1; table <= 1000; table++) {
      time.now += 25;
      log.progress({ text: 'Dumping tables', done: table, total: 1000 });
    }
    return result('passed', 'Backed up.');
  };
  await run([{ title: 'Back up', run: dump }]);
  assert.equal(
    shown.join(''),
    'Rehearse on staging\n  Back up …\n    Dumping tables 400 of 1000\n    Dumping tables 800 of 1000\n  ✔ Backed up.\n\n',
  );
});

test('the output of child processes is only in the file, without secrets, and its last lines are shown when they are needed', async (t) => {
  const { shown, file, inFile, write, now } = await parts(t);
  assert.equal(file.lastWords(), '', 'nothing was started yet');
  const log = terminalLog({ write, now, interactive: false, file });
  await log.group('Deploy 1.1.4', async () => {
    for (let line = 1; line <= 200; line++) log.output(`line ${line} with hunter2`);
  });
  assert.deepEqual(shown, ['Deploy 1.1.4\n']);
  const text = await inFile();
  assert.match(text, /^Deploy 1\.1\.4\nline 1 with \*\*\*\n/);
  assert.equal(text.split('\n').length, 202);
  assert.doesNotMatch(text, /hunter2/);
  const last = file.lastWords();
  assert.match(last, /^The last lines of what was started:\n {2}│ line 186 with \*\*\*\n/);
  assert.match(last, /│ line 200 with \*\*\*\nThe whole log: \/.*\.log\n$/);
});
