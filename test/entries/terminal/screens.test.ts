import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { builtCli } from '../../support/program.ts';
import { atTerminal } from './pseudo-terminal.ts';
import { screenOf } from './screen.ts';

/* What a person sees in a window of a given width: the real demo on the sample at a real terminal, both gates answered. */

const cli = await builtCli();
const skip = spawnSync('python3', ['--version']).status === 0 ? false : 'python3 is not installed';

interface Shown {
  readonly lines: readonly string[];
  readonly bytes: string;
  readonly exitCode: number;
  /** What is left in the folder for temporary files. */
  readonly left: readonly string[];
}

async function demoAt(t: TestContext, columns: number, more: Readonly<Record<string, string>> = {}): Promise<Shown> {
  const folder = await mkdtemp(join(tmpdir(), 'screens-'));
  const temporary = await mkdtemp(join(folder, 't-'));
  const session = await atTerminal({
    argv: [process.execPath, cli, 'demo', '--target', '1.1.4'],
    directory: folder,
    environment: { PATH: process.env.PATH ?? '', TMPDIR: temporary, XDG_STATE_HOME: folder, ...more },
    columns,
  });
  t.after(async () => {
    session.hangUp();
    await session.ended;
    await rm(folder, { recursive: true, force: true });
  });
  for (const question of [
    /Promote 1\.0\.2 → 1\.1\.4 to production\?/,
    /Start the migrations of 1\.1\.4 on production\?/,
  ]) {
    await session.until(question);
    session.type('y\r');
  }
  const exitCode = await session.ended;
  const bytes = session.shown();
  return { lines: await screenOf(bytes, columns || 80), bytes, exitCode, left: await readdir(temporary) };
}

/** Without what differs from run to run. */
function steady(lines: readonly string[]): string[] {
  return lines.map((line) =>
    line
      .replaceAll(/\d{8}T\d{9}Z/g, '<time>')
      .replaceAll(/under 1 s|(?<= )(\d+ min )?\d+(\.\d)? (ms|s)\b/g, '<long>')
      .trimEnd(),
  );
}

test('at 60 columns no line is cut or broken in a word, the table is folded, and a step is one line', {
  skip,
}, async (t) => {
  const { lines, exitCode, left } = await demoAt(t, 60);
  assert.equal(exitCode, 0, lines.join('\n'));
  // What is longer than a line is a path, to be copied; everything else is broken at a space.
  const before = lines.filter((_, index) => lines[index + 1]?.startsWith('[broken] ') === true);
  assert.deepEqual(
    before.filter((line) => /\S \S/.test(line)),
    [],
  );
  const text = steady(lines).join('\n');
  assert.match(
    text,
    /^hop {2}from {3}to\n1 {4}1\.0\.2 {2}1\.1\.4\n {4}published: 2 Jul 2024 · will take: not known\n/m,
  );
  assert.match(
    text,
    new RegExp(
      [
        '── Hop 1 of 1: 1\\.0\\.2 → 1\\.1\\.4 ── the last one ──+',
        'Read production',
        '  ✔ Check that production is healthy on 1\\.0\\.2  <long>',
        '  ✔ Backed up production on 1\\.0\\.2 as',
        '    <time>_rehearsal_1\\.0\\.2--1\\.1\\.4 in <long>\\.',
        '',
        'Rehearse on staging',
        '  ✔ Restore the backup on staging, compare, scrub  <long>',
        '  ✔ Deploy 1\\.0\\.2 on the restored copy              <long>',
      ].join('\n'),
    ),
  );
  assert.match(
    text,
    /^Before you decide:\n {2}Undoing it {2}The migrations of 1\.1\.4 are deferred: until\n {14}they are started, 1\.0\.2 can be deployed again\n {14}and nothing is lost\.$/m,
  );
  assert.match(text, /^✔ done: upgraded 1\.0\.2 → 1\.1\.4 in 1 hop$/m);
  assert.deepEqual(left, [], 'a demo that has ended leaves its folder behind');
});

test('at 120 columns the table is not folded, sentences fill the window, and NO_COLOR removes every colour', {
  skip,
}, async (t) => {
  const { lines, exitCode, bytes } = await demoAt(t, 120, { NO_COLOR: '1' });
  assert.equal(exitCode, 0, lines.join('\n'));
  const text = steady(lines).join('\n');
  assert.match(
    text,
    /^hop {2}from {3}to {5}published {3}by hand {2}rehearsed {2}will take {2}digest\n1 {4}1\.0\.2 {2}1\.1\.4 /m,
  );
  assert.match(
    text,
    /^ {2}Undoing it {2}The migrations of 1\.1\.4 are deferred: until they are started, 1\.0\.2 can be deployed again and nothing is$/m,
  );
  assert.match(text, /^ {2}✔ Start the migrations: the point of no return {2}<long>$/m);
  const colours = [...'01234567'].flatMap((colour) => [`\u001b[3${colour}m`, `\u001b[9${colour}m`]);
  assert.deepEqual(
    colours.filter((colour) => bytes.includes(colour)),
    [],
  );
});

test('a terminal that reports 0 columns counts as one of 80', { skip }, async (t) => {
  const { lines, exitCode } = await demoAt(t, 0);
  assert.equal(exitCode, 0, lines.join('\n'));
  const text = lines.join('\n');
  assert.match(text, /^hop {2}from {3}to {5}published /m);
  assert.match(text, /^ {2}Undoing it {2}The migrations of 1\.1\.4 are deferred: until they are started,$/m);
});

test('what was typed before the second gate is shown does not pass it', { skip }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'screens-'));
  const temporary = await mkdtemp(join(folder, 't-'));
  const session = await atTerminal({
    argv: [process.execPath, cli, 'demo', '--target', '1.1.4'],
    directory: folder,
    environment: { PATH: process.env.PATH ?? '', TMPDIR: temporary, XDG_STATE_HOME: folder },
  });
  t.after(async () => {
    session.hangUp();
    await session.ended;
    await rm(folder, { recursive: true, force: true });
  });
  await session.until(/Promote 1\.0\.2 → 1\.1\.4 to production\?/);
  session.type('y\r');
  await session.until('Promote to production');
  // One answer with Enter, and one without, which would otherwise stand in the question.
  session.type('y\ry');
  await session.until(/Start the migrations of 1\.1\.4 on production\?/);
  session.type('\r');
  assert.equal(await session.ended, 3, session.shown());
  assert.doesNotMatch(session.shown(), /Finalize on production/);
});
