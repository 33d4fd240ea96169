import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import { npm } from '../../../../src/drivers/releases/npm/kind.ts';
import {
  type Processes,
  type ProcessRequest,
  type ProcessResult,
  systemProcesses,
} from '../../../../src/world/processes/process.ts';
import { answerJson, serve } from '../../../support/http-server.ts';
import { contextFor } from '../effects.ts';

const packument = { versions: { '1.0.0': {} }, time: {} };

/** npm, as far as it is asked. */
function npmThatSays(stdout: string, ended: Partial<ProcessResult> = {}) {
  const asked: ProcessRequest[] = [];
  const processes: Processes = {
    run: async ({ signal: _, ...request }): Promise<ProcessResult> => {
      asked.push(request);
      return { exitCode: 0, endedBy: undefined, stdout, stderr: '', milliseconds: 1, ...ended };
    },
  };
  return { asked, processes };
}

function read(settings: object, { environment = {}, processes }: { environment?: object; processes: Processes }) {
  const { effects, ...rest } = contextFor();
  const own = { ...effects, processes, environment: { PATH: '/programs', ...environment }, directory: '/checkout' };
  return npm.part
    .parse({ npm: { package: 'records', ...settings } })
    .open({ ...rest, effects: own })
    .read();
}

test('without an address, npm is asked in the folder of the project, and its registry is read', async () => {
  await using server = await serve((_request, response) => answerJson(response, packument));
  const { asked, processes } = npmThatSays(`${server.url}/mirror/\n`);
  const { tags } = await read({}, { processes });
  assert.deepEqual(tags, [{ tag: '1.0.0', prerelease: false }]);
  assert.deepEqual(server.requests, ['GET /mirror/records']);
  // An .npmrc beside the project counts, and one of its scope or user too: npm itself knows which.
  assert.deepEqual(asked, [
    { argv: ['npm', 'config', 'get', 'registry'], environment: { PATH: '/programs' }, directory: '/checkout' },
  ]);
});

test('npm is not asked where the configuration or the variable names the registry', async () => {
  await using server = await serve((_request, response) => answerJson(response, packument));
  const { asked, processes } = npmThatSays('');
  await read({ registry: `${server.url}/configured` }, { environment: { npm_config_registry: 'x' }, processes });
  await read({}, { environment: { npm_config_registry: `${server.url}/variable` }, processes });
  assert.deepEqual(server.requests, ['GET /configured/records', 'GET /variable/records']);
  assert.deepEqual(asked, []);
});

test('an empty variable counts as unset', async () => {
  await using server = await serve((_request, response) => answerJson(response, packument));
  const { asked, processes } = npmThatSays(server.url);
  await read({}, { environment: { npm_config_registry: '' }, processes });
  assert.equal(asked.length, 1);
});

for (const [what, said, ended] of [
  ['that fails', 'https://registry.invalid', { exitCode: 1 }],
  ['that was ended', 'https://registry.invalid', { exitCode: undefined, endedBy: 'SIGKILL' }],
  ['that says nothing', '', {}],
  ['that has no registry', 'undefined', {}],
] as const) {
  test(`no path is planned from a guess: npm ${what} is a failure with what to write`, async () => {
    const { processes } = npmThatSays(said, ended);
    await assert.rejects(read({}, { processes }), (error) => {
      assert.ok(error instanceof SystemFailure);
      assert.match(error.detail.happened, /npm did not say which registry it uses/);
      assert.match(error.detail.next, /releases\.npm\.registry, or the variable npm_config_registry/);
      return true;
    });
  });
}

test("a password in npm's configuration is sent to the registry and shown nowhere", async () => {
  const seen: (string | undefined)[] = [];
  await using server = await serve((request, response) => {
    seen.push(request.headers.authorization);
    answerJson(response, {}, { status: 403 });
  });
  const { processes } = npmThatSays(server.url.replace('//', '//robot:sesame@'));
  await assert.rejects(read({}, { processes }), (error) => {
    assert.ok(error instanceof SystemFailure);
    assert.doesNotMatch(error.message, /sesame/);
    return true;
  });
  assert.deepEqual(seen, [`Basic ${btoa('robot:sesame')}`]);
});

test('the real npm reports what its own files say, including for a scope that they name', async (t) => {
  const lines = ['registry=https://mirror.invalid/npm/', '@acme:registry=https://acme.invalid/'];
  const folder = await folderWith(t, '.npmrc', `${lines.join('\n')}\n`);
  await writeFile(join(folder, 'package.json'), '{ "name": "records" }');
  const context = contextFor();
  const environment = { PATH: [dirname(process.execPath), process.env.PATH].join(delimiter), HOME: folder };
  const effects = { ...context.effects, processes: systemProcesses, environment, directory: folder, fetch: noNetwork };
  for (const [name, address] of [
    ['records', /mirror\.invalid\/npm\/records/],
    ['@acme/records', /acme\.invalid\/@acme%2frecords/],
    ['@other/records', /mirror\.invalid\/npm\/@other%2frecords/],
  ] as const) {
    const source = npm.part.parse({ npm: { package: name } }).open({ ...context, effects });
    await assert.rejects(source.read(), address);
  }
});

test('an npm that waits for something is ended after a minute, and no step waits for it', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const processes: Processes = {
    run: ({ signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        t.mock.timers.tick(60_000);
      }),
  };
  await assert.rejects(read({}, { processes }), (error) => {
    assert.ok(error instanceof SystemFailure);
    assert.match(error.detail.happened, /"npm config get registry" gave no answer within 60 s/);
    assert.match(error.detail.next, /releases\.npm\.registry, or the variable npm_config_registry/);
    return true;
  });
});

test('on a machine without npm, the message says what is missing, and how to do without', async (t) => {
  const folder = await folderWith(t, 'other-program', '');
  const context = contextFor();
  const effects = { ...context.effects, processes: systemProcesses, environment: { PATH: folder }, directory: folder };
  const source = npm.part.parse({ npm: { package: 'records' } }).open({ ...context, effects });
  await assert.rejects(source.read(), (error) => {
    assert.ok(error instanceof SystemFailure);
    assert.match(error.detail.happened, /"npm" was not found/);
    assert.match(error.detail.next, /releases\.npm\.registry, or the variable npm_config_registry/);
    return true;
  });
});

const noNetwork: typeof fetch = async () => {
  throw new TypeError('fetch failed', { cause: new Error('there is no network here') });
};

async function folderWith(t: TestContext, name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-npm-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, name), text);
  await chmod(join(folder, name), 0o755);
  return folder;
}
