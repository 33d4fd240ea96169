import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { CommandResult } from '../../../src/core/interface/result.ts';
import { stepsInLines } from '../../../src/entries/terminal/line-stage.ts';
import { runLog } from '../../../src/entries/terminal/run-log.ts';
import { terminalLog } from '../../../src/entries/terminal/terminal-log.ts';
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
  return { shown, time, file, inFile, write: (text: string) => shown.push(text), now: () => time.now };
}

function result(outcome: CommandResult['outcome'], headline: string): CommandResult {
  return { outcome, headline, outputs: {}, summary: '', text: '' };
}

test('where lines stay, each step is two, a skipped one is no warning, and what a failure means is not said by it', async (t) => {
  const { shown, file, write, now } = await parts(t);
  const step = (title: string, end: CommandResult) => ({ title, run: async () => end });
  const end = await stepsInLines(
    [
      step('Check', result('passed', 'It is healthy.')),
      step('Back up', result('skipped', 'Nothing to do: it is there.')),
      step('Deploy', result('failed', 'The command failed.')),
      step('Test', result('passed', 'never reached')),
    ],
    { write, now, file },
  );
  assert.equal(end.kind, 'stopped');
  assert.equal(
    shown.join(''),
    '  Check …\n  ✔ It is healthy.\n  Back up …\n  - Nothing to do: it is there.\n  Deploy …\n  ✖ failed\n',
  );
});

test('a thousand tables are a line every ten seconds', async (t) => {
  const { shown, time, file, write, now } = await parts(t);
  const dump = async (log: Log): Promise<CommandResult> => {
    for (let table = 1; table <= 1000; table++) {
      time.now += 25;
      log.progress({ text: 'Dumping tables', done: table, total: 1000 });
    }
    return result('passed', 'Backed up.');
  };
  await stepsInLines([{ title: 'Back up', run: dump }], { write, now, file });
  assert.equal(
    shown.join(''),
    '  Back up …\n    Dumping tables 400 of 1000\n    Dumping tables 800 of 1000\n  ✔ Backed up.\n',
  );
});

test('what children print is in the file alone, without secrets, and its last lines are there when they are needed', async (t) => {
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
