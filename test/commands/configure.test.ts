import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { type Changes, realDeploys, sampleSystem } from './sample-system.ts';

/* Changes to the user's own files that a release requires: shown in the plan, blocking the hop, written on request. */

const shipped = await readFile(new URL('../../src/products/sample/product.yml', import.meta.url), 'utf8');
const changes = [
  { in: 'env', key: 'OLD_IMAGE', remove: true },
  { in: 'values', key: 'messaging.redis.host', set: { propose: 'cache-master' } },
];
const rule = { configuration: { id: 'redis-host', entering: '1.1', text: 'Set the host of the cache.', changes } };

test('a change of files that a release requires', async (t) => {
  const system = await sampleSystem(t);
  const own: Changes = {
    configuration: {
      ...realDeploys(system).configuration,
      product: { extends: 'sample', path: [...parse(shipped).path, rule] },
      'environments.production.server-settings': ['deploy/.env', 'deploy/values-{environment}.yaml'],
      'environments.staging.server-settings': ['deploy/.env', 'deploy/values-{environment}.yaml'],
    },
  };
  const ask = (asked: Parameters<typeof system.ask>[0]) => system.ask(asked, own);
  const file = (name: string): string => join(system.folder, 'deploy', name);
  await mkdir(join(system.folder, 'deploy'));
  const values = '# Ours.\nmessaging:\n    redis: {}   # the cache\n';
  await writeFile(file('.env'), 'OLD_IMAGE=neo4j:5\nTAG=1\n');
  for (const name of ['production', 'staging']) await writeFile(file(`values-${name}.yaml`), values);
  await system.markStaging();

  await t.test('is in the plan as the lines that would change', async () => {
    const { outcome, text, summary } = await ask({ command: 'plan', target: '1.1' });
    assert.equal(outcome, 'passed');
    assert.match(text, /1\. \[ \] redis-host: Set the host of the cache\.\n/);
    assert.match(text, /OLD_IMAGE must not be in "deploy\/\.env" any more\./);
    for (const name of ['production', 'staging'])
      assert.ok(
        text.includes(`messaging.redis.host is not set in "deploy/values-${name}.yaml". Proposed is "cache-master"`),
      );
    assert.match(text, /deploy\/\.env:\n\s+- OLD_IMAGE=neo4j:5\n/);
    assert.match(summary, /`- OLD_IMAGE=neo4j:5`/);
  });

  await t.test('is a problem of the preflight', async () => {
    const { text } = await ask({ command: 'preflight', target: '1.1' });
    assert.match(text, /"redis-host" is not in your files: OLD_IMAGE must not be in/);
    assert.match(text, /staged-upgrade configure --hop 1\.0\.2--1\.1\.4/);
  });

  await t.test('blocks the hop where it starts', async () => {
    const check = await ask({ command: 'check', hop: '1.0.2--1.1.4' });
    assert.equal(check.outcome, 'refused');
    assert.match(check.message?.happened ?? '', /needs a person first: redis-host .*OLD_IMAGE must not be/);
    assert.match(check.message?.next ?? '', /^See the change with "staged-upgrade configure --hop 1\.0\.2--1\.1\.4"/);
  });

  await t.test('is shown by configure, and only written with --write, into every file', async () => {
    const shown = await ask({ command: 'configure', target: '1.1' });
    assert.equal(shown.outcome, 'passed');
    assert.match(shown.text, /redis-host:\n {2}OLD_IMAGE must not be/);
    assert.equal(await readFile(file('.env'), 'utf8'), 'OLD_IMAGE=neo4j:5\nTAG=1\n');
    const written = await ask({ command: 'configure', hop: '1.0.2--1.1.4', write: true });
    assert.equal(written.outcome, 'passed', written.headline);
    assert.equal(await readFile(file('.env'), 'utf8'), 'TAG=1\n');
    for (const name of ['production', 'staging'])
      assert.equal(
        await readFile(file(`values-${name}.yaml`), 'utf8'),
        '# Ours.\nmessaging:\n    redis:   # the cache\n        host: cache-master\n',
      );
    assert.equal((await ask({ command: 'configure', target: '1.1' })).outcome, 'skipped');
  });

  await t.test('lets the hop pass once the files have it, and stops a rehearsal whose files lost it', async () => {
    const check = await ask({ command: 'check', hop: '1.0.2--1.1.4' });
    assert.equal(check.outcome, 'passed', check.headline);
    assert.match((await ask({ command: 'plan', target: '1.1' })).text, /\[x\] redis-host.*\n\s+Your files have it\./);
    const backup = await ask({
      command: 'backup',
      environment: 'production',
      hop: '1.0.2--1.1.4',
      purpose: 'rehearsal',
    });
    assert.equal(backup.outcome, 'passed', backup.headline);
    await writeFile(file('values-staging.yaml'), values);
    const rehearsed = await ask({ command: 'rehearse', target: '1.1' });
    assert.match(rehearsed.headline, /^1\.1\.4 requires a configuration that your files do not have: redis-host/);
    assert.equal(rehearsed.outcome, 'refused');
    assert.equal((await ask({ command: 'check', hop: '1.0.2--1.1.4' })).outcome, 'refused', 'or have it no more');
  });

  await t.test('is acknowledged by a person who has it elsewhere, or if no file is known', async () => {
    const acknowledged = { ...own, configuration: { ...own.configuration, acknowledge: ['redis-host'] } };
    await system.ask({ command: 'plan', target: '1.1' }, acknowledged);
    assert.equal((await system.ask({ command: 'check', hop: '1.0.2--1.1.4' }, acknowledged)).outcome, 'passed');
    const unknown = { ...own.configuration, 'environments.staging.server-settings': ['deploy/.env'] };
    const plan = await system.ask({ command: 'plan', target: '1.1' }, { configuration: unknown });
    assert.match(plan.text, /\[ \] redis-host/);
    const refused = await system.ask({ command: 'check', hop: '1.0.2--1.1.4' }, { configuration: unknown });
    assert.match(refused.message?.next ?? '', /new run with "redis-host" as its input "acknowledge"/);
  });
});
