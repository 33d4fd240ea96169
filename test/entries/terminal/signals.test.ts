import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { type Installation, install } from '../../kills/installation.ts';
import { type JournalFile, readJournalFiles } from '../../kills/journal-files.ts';
import { builtCli } from '../../support/program.ts';
import { until } from '../../support/until.ts';
import { atTerminal, type TerminalSession } from './pseudo-terminal.ts';
import { markStaging, numberIn, withHook } from './sample-hooks.ts';

/* Real signals to the real program at a real terminal, on the sample with its real servers. */

const cli = await builtCli();
const withoutPython = spawnSync('python3', ['--version']).status === 0 ? false : 'python3 is not installed';

/** How each way to stop is done, and what the program ends as. */
const stops = {
  'Ctrl-C': { act: (session: TerminalSession) => session.type('\x03'), exitCode: 130 },
  SIGTERM: { act: (session: TerminalSession) => session.signal('SIGTERM'), exitCode: 143 },
  SIGHUP: { act: (session: TerminalSession) => session.signal('SIGHUP'), exitCode: 129 },
  'closing the terminal': { act: (session: TerminalSession) => session.hangUp(), exitCode: 129 },
} as const;

describe('a climb at a terminal', { skip: withoutPython }, () => {
  let installation: Installation;
  before(async () => {
    installation = await install('1.0.2');
    await markStaging(installation, cli);
  });
  after(() => installation.remove());

  const start = (...args: readonly string[]): Promise<TerminalSession> =>
    atTerminal({
      argv: [process.execPath, cli, ...args, '--config', 'staged-upgrade.yml'],
      directory: installation.repository,
      environment: installation.environment,
    });
  const journal = async (): Promise<readonly JournalFile[]> =>
    (await readJournalFiles(installation.journal, new Map())).entries;

  for (const name of ['Ctrl-C', 'SIGTERM', 'SIGHUP'] as const) {
    const { act, exitCode } = stops[name];
    test(`${name} in a step ends what runs, records it, and releases the lease`, async () => {
      const mark = join(installation.folder, `mark-${exitCode}-${name.replaceAll(' ', '-')}`);
      await withHook(installation, 'staging', 'scrub', [
        'sh',
        '-c',
        `echo $$ > "$1"; sleep 3000; echo "$1"`,
        'sh',
        mark,
      ]);
      const session = await start('climb');
      const shell = await numberIn(mark);
      act(session);
      assert.equal(await session.ended, exitCode, session.shown());
      await until('the command of the hook has ended', () => !isAlive(shell));
      const entries = await journal();
      const [ended, released] = entries.slice(-2);
      assert.equal(ended?.event.type, 'ended', session.shown());
      assert.equal(released?.event.type, 'lease-released');
      assert.match(plain(session), /restore of hop 1\.0\.2--1\.1\.4 on staging was stopped by SIG(INT|TERM|HUP)/);
      assert.match(plain(session), /What was being done is recorded, the lease was released/);
      assert.doesNotMatch(plain(session), /defect/i);
    });
  }

  for (const name of ['Ctrl-C', 'SIGTERM', 'closing the terminal'] as const) {
    const { act, exitCode } = stops[name];
    test(`${name} at the gate changes nothing, and releases the lease`, async () => {
      await withHook(installation, 'staging', 'scrub', ['true']);
      const session = await start('climb', '--target', '1.1.4');
      await session.until('Promote ');
      const before = await installation.production.version();
      act(session);
      assert.equal(await session.ended, exitCode, session.shown());
      assert.equal(await installation.production.version(), before);
      const entries = await journal();
      assert.equal(entries.findLast(({ event }) => event.type.startsWith('lease-'))?.event.type, 'lease-released');
      if (name === 'closing the terminal') return;
      assert.match(plain(session), /nothing was changed by it/);
      assert.doesNotMatch(plain(session), /defect/i);
    });
  }
});

test('Ctrl-C in the demo leaves no server running and nothing in its folder', { skip: withoutPython }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-demo-test-'));
  try {
    const session = await atTerminal({
      argv: [process.execPath, cli, 'demo'],
      directory: folder,
      environment: { PATH: process.env.PATH ?? '', TMPDIR: folder },
    });
    // The title of a step, which is always shown. By then the servers of both environments run.
    await session.until('Go back to 1.0.2');
    session.type('\x03');
    assert.equal(await session.ended, 130, session.shown());
    await until('nothing of it runs', async () => (await commandLinesWith(folder)).length === 0);
    assert.doesNotMatch(plain(session), /defect/i);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('Ctrl-C at a question of init writes nothing', { skip: withoutPython }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-init-test-'));
  try {
    const session = await atTerminal({
      argv: [process.execPath, cli, 'init'],
      directory: folder,
      environment: { PATH: process.env.PATH ?? '' },
    });
    await session.until('Which product?');
    session.type('\x03');
    assert.equal(await session.ended, 130, session.shown());
    assert.match(plain(session), /not answered, so nothing was changed/);
    assert.doesNotMatch(plain(session), /defect/i);
    assert.deepEqual(await readdir(folder), []);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** What was shown, without colours, movements of the cursor, and the breaks of lines that are too long. */
function plain(session: TerminalSession): string {
  return stripVTControlCharacters(session.shown()).replaceAll(/\s+/g, ' ');
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The command lines of processes that name the folder, or have it in their environment. */
async function commandLinesWith(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const [line = '', environment = ''] = await Promise.all(
        ['cmdline', 'environ'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
      );
      return line.includes(folder) || environment.includes(folder) ? [line.replaceAll('\0', ' ')] : [];
    }),
  );
  return found.flat();
}
