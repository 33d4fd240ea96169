import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SystemFailure } from '../../../src/core/messages/errors.ts';
import { runUserCommand, runUserCommandOrFail, type UserCommand } from '../../../src/world/effects/user-command.ts';
import { silentLog } from '../../../src/world/log.ts';
import { childEnvironment, secretVariables } from '../../../src/world/processes/child-environment.ts';
import { masks } from '../../../src/world/secrets/masks.ts';
import { variablesFrom } from '../../../src/world/variables.ts';
import { penWith } from '../../../src/world/writing/pen.ts';
import { databaseEffects } from '../../support/database-effects.ts';

const script = (text: string) => ['/bin/sh', '-c', text] as const;

function contextOf(environment: Readonly<Record<string, string>> = {}, withheld: readonly string[] = []) {
  const secrets = masks(() => undefined);
  const lines: string[] = [];
  const pen = penWith(secrets);
  const job = { PATH: process.env.PATH ?? '', ...environment };
  const effects = {
    ...databaseEffects(),
    pen,
    mask: (value: string): void => void secrets.add(value),
    log: { ...silentLog, output: (line: string) => lines.push(pen.text(line)) },
    environment: job,
    withheld,
    variables: variablesFrom(job, (value) => secrets.add(value)),
  };
  return { context: { effects, where: 'hook', placeholders: { version: '1.1.4' } }, lines, pen };
}

async function variablesOf(command: Omit<UserCommand, 'run'>, context: ReturnType<typeof contextOf>['context']) {
  const { stdout } = await runUserCommand({ ...command, run: ['/usr/bin/env'] }, context);
  return Object.fromEntries(stdout.split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2)));
}

test('a command gets the environment of the job, except what belongs to the step, and secrets that it does not name', async () => {
  const environment = {
    PRODUCTION_URL: 'postgres://a:b@c/d',
    STAGING_TOKEN: 'token-of-staging-47',
    AWS_SESSION_TOKEN: 'from a login step',
    HTTPS_PROXY: 'http://proxy.example:3128',
    ACTIONS_RUNTIME_TOKEN: 'x',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
    INPUT_TOKEN: 'x',
    GITHUB_ENV: '/runner/env',
    GITHUB_OUTPUT: '/runner/output',
    GITHUB_PATH: '/runner/path',
    GITHUB_STATE: '/runner/state',
    GITHUB_STEP_SUMMARY: '/runner/summary',
    GITHUB_REPOSITORY: 'acme/records',
  };
  const { context } = contextOf(environment, ['PRODUCTION_URL', 'STAGING_TOKEN']);
  const seen = await variablesOf({ env: { API_TOKEN: 'Bearer ${STAGING_TOKEN}' } }, context);
  const { PATH: _, PWD: __, SHLVL: ___, _: ____, '': _____, ...rest } = seen;
  assert.deepEqual(rest, {
    STAGING_TOKEN: 'token-of-staging-47',
    API_TOKEN: 'Bearer token-of-staging-47',
    AWS_SESSION_TOKEN: 'from a login step',
    HTTPS_PROXY: 'http://proxy.example:3128',
    GITHUB_REPOSITORY: 'acme/records',
    STAGED_UPGRADE_VERSION: '1.1.4',
  });
});

test('a secret that is in the command itself is passed to it as a variable too', () => {
  const environment = { A: '1', B: '2' };
  assert.deepEqual(childEnvironment({ environment, withheld: ['A', 'B'] }, ['B']), { B: '2' });
});

test('all variables of a configuration count as secrets, except those that only say where something is', () => {
  const document = {
    environments: {
      production: {
        url: 'https://${HOST}:8443',
        access: { token: '${TOKEN}' },
        data: { sqlite: { file: '${STATE}/records.sqlite' } },
        deploy: { command: { run: ['deploy', '${NAMESPACE}'], env: { STATE: '${STATE}' } } },
      },
    },
  };
  assert.deepEqual(secretVariables(document), ['TOKEN', 'NAMESPACE']);
});

test('a value that a command asks the runner to mask is masked from then on, and is not shown', async () => {
  const { context, lines, pen } = contextOf();
  const text = [
    'echo before',
    "echo '::add-mask::first%25secret%0Aits line 2 of 2-b'",
    "echo '##[add-mask]second-secret'",
    'echo "got first%secret and second-secret"',
    "echo '::set-output name=a::b'",
  ].join('; ');
  const result = await runUserCommand({ run: script(text) }, context);
  assert.deepEqual(lines, ['before', 'got *** and ***', '::set-output name=a::b']);
  assert.doesNotMatch(result.stdout, /add-mask/);
  assert.equal(pen.text('later: second-secret, its line 2 of 2-b'), 'later: ***, ***');
});

test('the last line of a failed command is quoted without its secrets, even if the line was cut within one', async () => {
  const { context } = contextOf({ TOKEN: 'a-token-with-many-characters-4711' });
  context.effects.mask('a-token-with-many-characters-4711');
  const failing = (text: string) => runUserCommandOrFail({ run: script(`${text}; exit 1`) }, context, '');
  const message = async (work: Promise<unknown>): Promise<string> => {
    const error: unknown = await work.then(
      () => undefined,
      (cause: unknown) => cause,
    );
    assert.ok(error instanceof SystemFailure);
    return error.detail.happened;
  };
  assert.match(await message(failing('echo "denied: $TOKEN"')), /: denied: \*\*\*\.$/);
  const long = `printf '%0390d' 0; echo "$TOKEN"`;
  assert.doesNotMatch(await message(failing(long)), /a-token/);
  assert.match(await message(failing('echo "$TOKEN" | fold -w 10')), /: \*\*\*\.$/);
});

test('a command runs in the root of the repository, wherever the program was started', async () => {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'repository-')));
  try {
    const { context } = contextOf();
    const { stdout } = await runUserCommand(
      { run: script('pwd') },
      { ...context, effects: { ...context.effects, directory: root, startedIn: tmpdir() } },
    );
    assert.equal(stdout, `${root}\n`);
  } finally {
    await rm(root, { recursive: true });
  }
});
