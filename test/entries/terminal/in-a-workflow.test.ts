import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { runCli } from '../../../src/entries/terminal/run-cli.ts';
import { systemClock } from '../../../src/world/clock.ts';
import { systemProcesses } from '../../../src/world/processes/process.ts';

async function shownBy(argv: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> {
  const shown: string[] = [];
  const exitCode = await runCli({
    argv,
    version: '0.0.0',
    environment: { XDG_STATE_HOME: tmpdir(), ...environment },
    directory: tmpdir(),
    interactive: false,
    clock: systemClock,
    processes: systemProcesses,
    fetch,
    stop: { signal: new AbortController().signal, by: () => undefined, release: () => undefined },
    run: { kind: 'terminal', id: 'test', attempt: 1, actor: 'engineer' },
    out: (text) => shown.push(text),
    err: (text) => shown.push(text),
  });
  assert.equal(exitCode, 2);
  return shown.join('');
}

const hop = '1.0.2\n::add-mask::1.1.4\n##[error]x';

test('typed text is not a command to a runner that reads the output', async () => {
  const shown = await shownBy(['check', '--hop', hop], { GITHUB_ACTIONS: 'true' });
  assert.match(shown, /: :add-mask: ?:1\.1\.4/);
  assert.doesNotMatch(shown, /^\s*::|##\[/m);
  assert.match(await shownBy(['check', '--hop', hop], {}), /^::add-mask::/m, 'at a terminal it is a text');
});

test('a mistaken argument is not repeated in full', async () => {
  const shown = await shownBy(['check', '--hop', 'a'.repeat(100_000)], {});
  assert.match(shown, /argument 'aaa.*…/);
  assert.ok(shown.length < 3000, String(shown.length));
});
