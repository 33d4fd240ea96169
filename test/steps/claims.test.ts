import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEvent } from '../../src/core/model/event.ts';
import { eventSentence } from '../../src/core/model/event-sentence.ts';
import { check } from '../../src/steps/check/check.ts';
import { wait } from '../../src/steps/migrations/wait.ts';
import { smoke } from '../../src/steps/smoke/smoke.ts';
import { virtualSystem } from '../commands/virtual-system.ts';
import { hop } from '../core/history/world.ts';

const here = { hop, environment: 'production' } as const;
const deployed = (deferred: boolean): readonly JournalEvent[] => [
  { ...here, type: 'deploying', release: 'to', version: hop.to, deferred },
  { ...here, type: 'deployed', release: 'to', version: hop.to, deferred, milliseconds: 1 },
];

/** What a hop reports about a healthy production, from its check to its last test. */
async function said(deferrable: boolean): Promise<Record<string, string>> {
  const system = virtualSystem({ deferrable });
  system.server.version = hop.from;
  system.server.migrations = { state: 'done' };
  const production = { environment: 'production' } as const;
  const checked = await system.ask(check, { command: 'check', ...production });
  await system.record(...deployed(deferrable), ...(deferrable ? [{ ...here, type: 'migrating' } as const] : []));
  system.server.version = hop.to;
  const waited = await system.ask(wait, { command: 'wait', ...production });
  system.server.records = 500;
  const failed = await system.ask(smoke, { command: 'smoke', ...production, release: 'to' });
  system.server.records = 200;
  await system.ask(smoke, { command: 'smoke', ...production, release: 'to' });
  const tested = (await system.entries()).findLast(({ event }) => event.type === 'smoke-tested');
  return {
    check: checked.headline,
    wait: waited.headline.replace(/ Waited .*/, ''),
    smoke: tested === undefined ? '' : eventSentence(tested.event).replace(/ in \S+ \S+:/, ':'),
    failure: failed.summary.split('\n')[1] ?? '',
  };
}

test('what a migrations probe has shown is reported', async () => {
  const { check: checked, wait: waited, smoke: tested } = await said(true);
  assert.match(checked ?? '', /^Production is healthy on 1\.0\.2, with nothing pending \(observed /);
  assert.equal(waited, '1.1.4 serves, and all its migrations are complete.');
  assert.equal(tested, 'smoke tested 1.0.2--1.1.4 on production: 1.1.4, 1 test, migrations done');
});

test('for a product without one nothing is claimed about its migrations or its data', async () => {
  const { check: checked, wait: waited, smoke: tested, failure } = await said(false);
  assert.match(checked ?? '', /^Production is healthy on 1\.0\.2 \(observed /);
  assert.equal(waited, '1.1.4 serves. Its migrations run with its deploy, and no probe shows them.');
  assert.equal(tested, 'smoke tested 1.0.2--1.1.4 on production: 1.1.4, 1 test');
  assert.match(
    failure ?? '',
    /^> \*\*Production runs 1\.1\.4 on data that 1\.1\.4 may have migrated, serving: yes\.\*\*/,
  );
});
