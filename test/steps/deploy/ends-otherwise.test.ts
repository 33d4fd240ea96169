import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { deploy } from '../../../src/steps/deploy/deploy.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const second = 1000;
const here = { hop, environment: 'production' } as const;
/** A deploy was started after its restore point, and has not ended. */
const started: readonly JournalEvent[] = [
  {
    ...here,
    type: 'backed-up',
    purpose: 'restore-point',
    backup: 'point',
    version: hop.from,
    dataAt: '',
    bytes: 1,
    milliseconds: 1,
  },
  { ...here, type: 'checked', version: hop.from, applied: 'm6' },
  { ...here, type: 'deploying', release: 'to', version: hop.to, deferred: true, applied: 'm6' },
];

const resume = (system: VirtualSystem) =>
  system.ask(deploy, { command: 'deploy', environment: 'production', release: 'to' });

/** A deploy command that succeeds, or not, and that changes nothing. */
const withDeploy = (program: string, hooks = {}): Readonly<Record<string, unknown>> => {
  const side = (name: string, run: readonly string[]) => ({
    url: `http://${name}.internal`,
    data: { sqlite: { file: `${name}.db` } },
    deploy: { command: { run } },
  });
  const production = { ...side('production', [program, '{version}']), hooks };
  return { environments: { production, staging: { ...side('staging', ['true', '{version}']), disposable: true } } };
};

test('another release that answers until the start timeout is named, however long an answer takes', async () => {
  for (const answersAfter of [0, 7, 300]) {
    const system = virtualSystem({ configuration: { ...withDeploy('true'), 'start-timeout': '20s' } });
    await system.record(...started);
    Object.assign(system.server, { version: undefined, answersAfter });
    system.time.after(3 * second, () => {
      system.server.version = '1.0.9';
    });
    const { outcome, message } = await resume(system);
    assert.equal(outcome, 'failed');
    assert.match(message?.happened ?? '', /, but 1\.0\.9 answers on production: healthy, and unchanged for /);
  }
});

test('a deploy that fails on production names the rollback beside the way forward', async () => {
  const system = virtualSystem({ configuration: withDeploy('false') });
  await system.record(...started);
  const { outcome, message } = await resume(system);
  assert.equal(outcome, 'failed');
  assert.match(message?.happened ?? '', /exited with code 1/);
  assert.match(
    message?.means ?? '',
    /Now 1\.1\.4 answers on production, and is healthy\./,
    'whatever the command says',
  );
  assert.match(
    message?.next ?? '',
    /correct the cause.* Or, to go back, .*staged-upgrade rollback --hop 1\.0\.2--1\.1\.4\./,
  );
});

test('a deploy that fails with its server stopped says that nothing answers, and why', async () => {
  const system = virtualSystem({ configuration: withDeploy('false') });
  await system.record(...started);
  system.server.version = undefined;
  const { message } = await resume(system);
  assert.match(message?.means ?? '', /What now answers on production could not be read \(.+\)\./);
});

test('a hook that fails after the deploy stops the step, and the message says that the release serves', async () => {
  const system = virtualSystem({ configuration: withDeploy('true', { 'after-deploy': { run: ['false'] } }) });
  await system.record(...started);
  const { outcome, message } = await resume(system);
  assert.equal(outcome, 'failed');
  assert.match(message?.happened ?? '', /hooks\.after-deploy/);
  assert.match(message?.means ?? '', /Now 1\.1\.4 answers on production, and is healthy\.$/);
});
