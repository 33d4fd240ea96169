import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { check } from '../../../src/steps/check/check.ts';
import { deploy } from '../../../src/steps/deploy/deploy.ts';
import { smoke } from '../../../src/steps/smoke/smoke.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const here = { hop, environment: 'production' } as const;
const deployed: readonly JournalEvent[] = [
  { ...here, type: 'deploying', release: 'to', version: hop.to, deferred: true },
  { ...here, type: 'deployed', release: 'to', version: hop.to, deferred: true, milliseconds: 1 },
];
const file = `staged-upgrade-diagnostics-${hop.id}.md`;

/** A product that names its list of jobs as evidence, besides what its probes ask. */
function withEvidence(): VirtualSystem {
  const system = virtualSystem();
  const product = z.record(z.string(), z.unknown()).parse(system.project.productDocument);
  const evidence = [{ name: 'Jobs', http: { path: '/jobs' } }];
  const changelog = 'https://example.com/releases/v{version}';
  return virtualSystem({ configuration: { product: { ...product, evidence, changelog } } });
}

async function smokeTested(system: VirtualSystem) {
  await system.record(...deployed);
  system.server.records = 500;
  return await system.ask(smoke, { command: 'smoke', environment: 'production', release: 'to' });
}

test('a step that fails on production leaves a file with the error, the exact build and the jobs, and names it', async () => {
  const system = withEvidence();
  const { outcome, message } = await smokeTested(system);
  assert.equal(outcome, 'failed');
  assert.match(message?.next ?? '', new RegExp(` What vendor support will ask for is in ${file}\\.$`));
  const text = system.saved.get(file) ?? '';
  assert.match(text, /## What happened\n\n```text\n1\.1\.4 on production did not pass its smoke tests/);
  assert.match(
    text,
    /## Answer of the version probe\n\n```text\nGET http:\/\/production\.internal\/version: 200\n\{"version":"1\.1\.4"\}/,
  );
  assert.match(text, /## Answer of the migrations probe\n\n```text\n.*: 200\n\{.*"state":"pending","current":"m7"/);
  assert.match(text, /## Jobs\n\n```text\nGET http:\/\/production\.internal\/jobs: 200\n/);
  assert.match(text, /smoke failed/, 'the journal has how it ended');
  const releases = [hop.from, hop.to].map((release) => `${release}: https://example.com/releases/v${release}`);
  assert.ok(text.includes(`## What the releases bring\n\n\`\`\`text\n${releases.join('\n')}\n`), text);
});

test('an unknown result leaves it as well, although the server is silent', async () => {
  const system = withEvidence();
  system.server.version = undefined;
  const { outcome } = await system.ask(check, { command: 'check', environment: 'production' });
  assert.equal(outcome, 'unknown');
  assert.match(system.saved.get(file) ?? '', /## Jobs\n\n```text\n.*no answer: connect ECONNREFUSED/);
});

test('without a hook, the log is what the deployer shows; a step that has no access to it says so', async () => {
  const side = (name: string) => ({
    url: `http://${name}.internal`,
    data: { sqlite: { file: `${name}.db` } },
    deploy: { command: { run: ['false', '{version}'], logs: ['log'] } },
  });
  const environments = { production: side('production'), staging: { ...side('staging'), disposable: true } };
  const system = virtualSystem({ configuration: { environments } });
  const point = { type: 'backed-up', purpose: 'restore-point', backup: 'point', dataAt: '', bytes: 1 } as const;
  await system.record({ ...here, ...point, version: hop.from, milliseconds: 1 });
  await system.record({ ...here, type: 'checked', version: hop.from }, ...deployed.slice(0, 1));
  Object.assign(system.server, { version: undefined, log: ['the disk is full'] });
  const failed = await system.ask(deploy, { command: 'deploy', environment: 'production', release: 'to' });
  assert.equal(failed.outcome, 'failed');
  assert.match(system.saved.get(file) ?? '', /the disk is full/);
  const other = virtualSystem({ configuration: { environments } });
  assert.equal((await smokeTested(other)).outcome, 'failed');
  assert.match(other.saved.get(file) ?? '', /No hook "logs" is configured for production/);
});

test('a workflow says that it is an artifact; what waits, passes or is refused leaves none', async () => {
  const inWorkflow = virtualSystem({
    run: { kind: 'github', id: '4711', attempt: 1, actor: 'engineer' },
  });
  assert.match(
    (await smokeTested(inWorkflow)).message?.next ?? '',
    new RegExp(`is in ${file}, an artifact of this run\\.$`),
  );
  const system = withEvidence();
  await system.record(...deployed);
  await system.ask(smoke, { command: 'smoke', environment: 'production', release: 'to' });
  system.server.version = '9.9.9';
  assert.equal((await system.ask(check, { command: 'check', environment: 'production' })).outcome, 'refused');
  assert.deepEqual([...system.saved.keys()], []);
});
