import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { systemProcesses } from '../../src/world/processes/process.ts';

const root = resolve(import.meta.dirname, '../..');

test('both built entries evaluate an expression in the program beside them', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-built-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const run = async (argv: [string, ...string[]], environment: Readonly<Record<string, string>> = {}) =>
    await systemProcesses.run({
      argv,
      directory: folder,
      environment: { PATH: process.env.PATH ?? '', ...environment },
    });
  const dist = join(folder, 'dist');
  const built = await run([process.execPath, join(root, 'scripts/build.ts'), '--into', dist]);
  assert.equal(built.exitCode, 0, built.stderr);

  const server = createServer((_, response) => response.end('{"release":{"name":"v1.0.0"}}')).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await new Promise((listening) => server.once('listening', listening));
  const address = server.address();
  const url = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
  const environmentOf = (file: string, at: string) => ({
    url: at,
    data: { sqlite: { file } },
    deploy: { command: { run: ['true'], stop: ['true'] } },
  });
  const configuration = {
    system: 'records',
    product: {
      name: 'own',
      title: 'Own server',
      versions: {},
      releases: { list: ['1.0.0', '1.1.0'] },
      path: [],
      probes: {
        health: { http: { path: '/' } },
        version: { http: { path: '/', jsonata: '{ "is": $substring(release.name, 1) }', value: 'is' } },
      },
      smoke: [],
    },
    environments: {
      production: environmentOf('production.db', url),
      staging: {
        ...environmentOf('staging.db', 'http://127.0.0.1:9'),
        disposable: true,
        hooks: { scrub: { waive: 'The records are invented.' } },
      },
    },
    backup: { store: { folder: { path: 'backups' } } },
    journal: { store: { folder: { path: 'journal' } } },
  };
  const file = join(folder, 'staged-upgrade.yml');
  await writeFile(file, JSON.stringify(configuration));

  const cli = await run([process.execPath, join(dist, 'cli.js'), 'plan', '--config', file, '--target', '1.1.0']);
  assert.equal(cli.exitCode, 0, cli.stderr);
  assert.match(cli.stdout, /1\.0\.0.*1\.1\.0/);

  const output = join(folder, 'output');
  await writeFile(output, '');
  const action = await run([process.execPath, join(dist, 'action.js')], {
    INPUT_COMMAND: 'plan',
    INPUT_CONFIG: file,
    INPUT_TARGET: '1.1.0',
    INPUT_SUMMARY: 'false',
    GITHUB_OUTPUT: output,
    GITHUB_ACTIONS: 'true',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_ACTOR: 'engineer',
  });
  assert.equal(action.exitCode, 0, action.stdout + action.stderr);
  assert.match(await readFile(output, 'utf8'), /1\.0\.0--1\.1\.0/);
});
