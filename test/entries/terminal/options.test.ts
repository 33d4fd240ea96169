import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Given } from '../../../src/core/interface/inputs.ts';
import { terminalCommands } from '../../../src/entries/commands.ts';
import { terminalProgram } from '../../../src/entries/terminal/program.ts';

/** What a command is given, or what the parser says of it. */
async function typed(...words: readonly string[]): Promise<Given | string> {
  let found: Given = {};
  const program = terminalProgram(
    terminalCommands,
    async (_, given) => {
      found = given;
    },
    '1.0.0',
  );
  const quiet = { writeOut: () => undefined, writeErr: () => undefined };
  for (const each of [program, ...program.commands]) each.exitOverride().configureOutput(quiet);
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return found;
}

test('options are parsed: durations, lists, words and flags', async () => {
  assert.deepEqual(
    await typed('plan', '--target', '2.0', '--minimum-age', '12h', '--facts', 'a=1,b=2', '--facts', 'c=3', '--offline'),
    { target: '2.0', minimumAge: 43_200_000, facts: ['a=1', 'b=2', 'c=3'], offline: true },
  );
  assert.deepEqual(await typed('migrate', '--budget', '90s', '--retry', '--environment', 'staging'), {
    budget: 90_000,
    retry: true,
    environment: 'staging',
  });
  assert.deepEqual(await typed('plan', '--acknowledge', 'tokens, ports', '--acknowledge', 'mail'), {
    acknowledge: ['tokens', 'ports', 'mail'],
  });
  assert.deepEqual(await typed('plan', '--facts', 'edition=a, b'), { facts: ['edition=a, b'] });
  assert.deepEqual(await typed('plan', '--part', 'chart=7.1', '--part', 'db=2'), { parts: ['chart=7.1', 'db=2'] });
  assert.deepEqual(await typed('init', '--variable', 'URL', 'BUCKET', '--oidc'), {
    variable: ['URL', 'BUCKET'],
    oidc: true,
  });
  assert.deepEqual(await typed('log'), {}, 'what is not given is not there');
});

for (const [words, says] of [
  [['plan', '--minimum-age', 'a week'], /'a week' is invalid.*Write a whole number and s, m, h or d: 90s, 15m, 5h, 7d/],
  [['wait', '--budget', '5'], /'5' is invalid/],
  [['deploy', '--release', '1.0.2'], /Allowed choices are from, to/],
  [['check', '--hop', '1.0.2'], /Write the id of a planned hop/],
  [['check', '--release', 'to'], /unknown option '--release'/],
] as const) {
  test(`${words.join(' ')} is refused before anything is done`, async () => {
    assert.match(String(await typed(...words)), says);
  });
}
