import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Project } from '../../../src/config/project.ts';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import type { Hop } from '../../../src/core/model/hop.ts';
import { matrixJson } from '../../../src/core/model/matrix-hop.ts';
import { startedFindings } from '../../../src/planning/checks/live.ts';
import { check } from '../../../src/steps/check/check.ts';
import { deploy } from '../../../src/steps/deploy/deploy.ts';
import { hopDigest } from '../../../src/steps/hop/hop-contents.ts';
import { wait } from '../../../src/steps/migrations/wait.ts';
import { virtualSystem } from '../../commands/virtual-system.ts';
import { hop as modelHop } from '../../core/history/world.ts';
import type { Invocation } from '../../support/invocation.ts';

const migrations = {
  http: {
    path: '/migrations',
    state: { at: 'state', done: ['done'], pending: ['pending'], running: ['running'], failed: ['failed'] },
    current: 'current',
    applied: 'applied',
  },
};

/** A server that shows the version of its chart under this key beside its own version. */
async function withChart(key: string, from: string, to = '8.0.1') {
  const product = {
    name: 'parted',
    title: 'Server with a chart',
    versions: {},
    releases: { list: [modelHop.from, modelHop.to] },
    path: [],
    probes: {
      health: { http: { path: '/health' } },
      version: { http: { path: '/version', value: 'version' } },
      migrations,
      parts: { chart: { http: { path: '/version', value: key } } },
    },
    migrations: {
      defer: { env: { DEFER: 'true' } },
      start: { http: { path: '/start', started: [202], 'nothing-pending': [200] } },
    },
  };
  const system = virtualSystem({ configuration: { product, 'start-timeout': '3s' } });
  system.server.version = modelHop.from;
  system.server.migrations = { state: 'done', applied: 'm6' };
  const planned: Hop = { ...modelHop, parts: { from: { chart: from, unseen: '1.0' }, to: { chart: to } } };
  const hop: Hop = { ...planned, digest: hopDigest(system.project, planned) };
  const reference = { id: hop.id, from: hop.from, to: hop.to, digest: hop.digest };
  const record = async (...events: readonly JournalEvent[]): Promise<void> => {
    for (const event of events)
      await system.project.journal.append('hop' in event ? { ...event, hop: reference } : event);
  };
  const { from: current, to: target, parts } = hop;
  await record({
    type: 'planned',
    current,
    target,
    hops: [{ ...reference, manual: [], ...(parts === undefined ? {} : { parts }) }],
    operation: 'plan',
  });
  const ask = (command: typeof check, more: Partial<Invocation> & { readonly command: string }) =>
    system.ask(
      (project: Project, asked) => command.run(project, { ...asked, hop: matrixJson(hop) }),
      { environment: 'production', ...more },
      'path',
    );
  return { system, record, ask };
}

test('a hop starts only on the parts that it was planned from, as far as probes show them', async () => {
  const other = await withChart('version', '7.10.3');
  const { outcome, message } = await other.ask(check, { command: 'check' });
  assert.equal(outcome, 'refused');
  assert.equal(
    message?.happened,
    'Production runs 1.0.2, but the part "chart" is 1.0.2, and the hop starts from 7.10.3.',
  );
  assert.match(message?.next ?? '', /^Start a new run: it plans from what production has\./);

  const unknown = await withChart('no-such-key', '7.10.3');
  const answer = await unknown.ask(check, { command: 'check' });
  assert.equal(answer.outcome, 'unknown');
  assert.match(answer.message?.happened ?? '', /whether the part "chart" of production is 7\.10\.3.*no "no-such-key"/);

  // A part that no probe shows is not compared.
  const same = await withChart('version', '1.0.2');
  assert.equal((await same.ask(check, { command: 'check' })).outcome, 'passed');
});

const here = { hop: modelHop, environment: 'production' } as const;

/** Its deploy was interrupted, and its server does not answer. */
async function deploying(chartAfter: string) {
  const parted = await withChart('version', '1.0.2', chartAfter);
  await parted.record(
    { ...here, type: 'checked', version: modelHop.from, applied: 'm6' },
    {
      ...{ ...here, type: 'backed-up', purpose: 'restore-point', backup: 'restore-point-1', version: modelHop.from },
      ...{ dataAt: '2026-03-01T23:00:00Z', bytes: 1, milliseconds: 1 },
    },
    { ...here, type: 'deploying', release: 'to', version: modelHop.to, deferred: true, applied: 'm6' },
  );
  parted.system.server.version = undefined;
  parted.system.server.migrations = { state: 'pending', current: 'm7', applied: 'm6' };
  return parted;
}

test('a deploy records the versions of the parts that it deploys', async () => {
  const { system, ask } = await deploying(modelHop.to);
  const { outcome, headline } = await ask(deploy, { command: 'deploy', release: 'to' });
  assert.equal(outcome, 'passed', headline);
  const recorded = (await system.entries()).flatMap(({ event }) =>
    event.type === 'deploying' || event.type === 'deployed' ? [[event.type, event.parts]] : [],
  );
  assert.deepEqual(recorded.slice(1), [
    ['deploying', { chart: modelHop.to }],
    ['deployed', { chart: modelHop.to }],
  ]);
});

test('a release that answers beside another part than the hop leads to is not deployed', async () => {
  const { system, ask } = await deploying('8.0.1');
  const { outcome, message } = await ask(deploy, { command: 'deploy', release: 'to' });
  assert.equal(outcome, 'failed');
  assert.equal(
    message?.happened,
    `${modelHop.to} answers on production, but the part "chart" is ${modelHop.to}, and the hop leads to 8.0.1.`,
  );
  assert.match(message?.next ?? '', /puts \{parts\.chart\} in place, then run again\. To go back, /);
  const recorded = (await system.entries()).map(({ event }) => event.type);
  assert.ok(!recorded.includes('deployed'), 'the hop cannot continue as if it were');
});

test('nor is one whose part cannot be read', async () => {
  const { system, record, ask } = await withChart('no-such-key', '1.0.2');
  await record({ ...here, type: 'deploying', release: 'to', version: modelHop.to, deferred: true, applied: 'm6' });
  system.server.version = modelHop.to;
  system.server.migrations = { state: 'pending', current: 'm7', applied: 'm6' };
  const { outcome, message } = await ask(wait, { command: 'wait' });
  assert.equal(outcome, 'unknown');
  assert.match(message?.happened ?? '', /whether its part "chart" is 8\.0\.1: /);
});

test('preflight names migrations that were started, although the older release reports nothing pending', async () => {
  const { system, record } = await withChart('version', '1.0.2');
  await record(
    { ...here, type: 'checked', version: modelHop.from, applied: 'm6' },
    { ...here, type: 'deploying', release: 'to', version: modelHop.to, deferred: true, applied: 'm6' },
    { ...here, type: 'migrating' },
  );
  const entries = await system.entries();
  const seen = (applied: string, version = modelHop.from) =>
    startedFindings(
      {
        at: '',
        version: { kind: 'known', value: version },
        serving: { kind: 'yes' },
        migrations: { kind: 'done', applied },
      },
      entries,
    );
  const [finding] = seen('m7');
  assert.equal(finding?.kind, 'problem');
  assert.match(finding?.happened ?? '', /^It runs 1\.0\.2, but the migrations of 1\.1\.4 were started on /);
  assert.deepEqual(seen('m6'), [], 'none of them is complete, so the data is as it was');
  assert.deepEqual(seen('m7', modelHop.to), []);
});
