import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayGoBack } from '../../../src/core/decisions/may-go-back.ts';
import { decideRollback } from '../../../src/core/decisions/rollback.ts';
import { situationOf } from '../../../src/core/history/situation.ts';
import type { Observation } from '../../../src/core/model/observation.ts';
import { hop } from '../history/world.ts';
import { backups, entriesOf, hour, type Line, manifest, maxAge, now, of, planned } from './table/chronicle.ts';

const restored = { type: 'restored', proved: true, tables: 1, rows: 1, milliseconds: 1 } as const;
const proved: Line = { event: { ...of('staging'), ...restored, backup: backups.rehearsal } };
const started: readonly Line[] = [
  {
    event: {
      ...of('production'),
      type: 'backed-up',
      purpose: 'restore-point',
      backup: backups.point,
      version: hop.from,
      dataAt: new Date(now.getTime() - hour).toISOString(),
      bytes: 1,
      milliseconds: 1,
    },
  },
  { event: { ...of('production'), type: 'deploying', release: 'to', version: hop.to, deferred: true } },
  { event: { ...of('production'), type: 'migrating' } },
];
const restoring: readonly Line[] = [
  { event: { ...of('production'), type: 'rolling-back', to: hop.from } },
  { event: { ...of('production'), type: 'restoring', backup: backups.point } },
];
const silent: Observation = {
  at: now.toISOString(),
  version: { kind: 'unknown', reason: 'nothing answers' },
  serving: { kind: 'unknown', reason: 'nothing answers' },
  migrations: { kind: 'unknown', reason: 'nothing answers' },
};

const rehearsal = manifest('rehearsal', backups.rehearsal, 5 * hour);
const point = manifest('restore-point', backups.point);

function decided(typed: string | undefined, lines: readonly Line[], stored = [rehearsal, point]) {
  const traits = { deferrable: true, proveRestorePoint: false };
  const entries = entriesOf([planned, ...lines]);
  const situation = situationOf({ hop, traits, now, observation: silent, entries, rehearsalMaxAge: maxAge });
  const damaged = stored.includes(point) ? [] : [{ id: point.id, reason: 'the manifest is not JSON' }];
  const request = { stored, damaged, confirm: typed };
  const decision = decideRollback('production', situation, request);
  assert.equal(mayGoBack(situation, request), decision.kind === 'act', 'what is refused is refused before any wait');
  return decision;
}

function restoredWhen(...asked: Parameters<typeof decided>): string {
  const decision = decided(...asked);
  return decision.kind === 'act' && decision.way === 'restore' ? decision.backup.id : decision.kind;
}

test('a restore point that cannot be restored completely can be replaced by the backup that the rehearsal has proved', () => {
  assert.equal(restoredWhen(hop.id, [proved, ...started, ...restoring]), backups.point);
  assert.equal(restoredWhen(backups.rehearsal, [proved, ...started, ...restoring]), backups.rehearsal);
});

test('never automatically, never by one that was not proved, and never before the restore point was tried', () => {
  assert.equal(restoredWhen('', [proved, ...started, ...restoring]), 'refuse');
  assert.equal(restoredWhen(backups.rehearsal, [...started, ...restoring]), 'refuse');
  assert.equal(restoredWhen(backups.rehearsal, [proved, ...started]), 'refuse');
});

test('a restore point that is damaged in the store leaves that possibility too, and what it loses is said first', () => {
  const lines = [proved, ...started];
  const refused = decided(hop.id, lines, [rehearsal]);
  assert.equal(refused.kind, 'refuse');
  const { happened = '', next = '' } = refused.kind === 'refuse' ? refused.message : {};
  assert.match(happened, /the restore point \S+ is damaged \(the manifest is not JSON\)\.$/);
  assert.match(next, /put it back as it was written/);
  assert.match(
    next,
    new RegExp(`--confirm ${backups.rehearsal} restores it instead, and everything written .* is lost`),
  );
  assert.equal(restoredWhen(backups.rehearsal, lines, [rehearsal]), backups.rehearsal);
  assert.equal(restoredWhen(undefined, lines, [rehearsal]), 'refuse');
  assert.equal(restoredWhen(backups.rehearsal, started, [rehearsal]), 'refuse', 'it was not proved');
});

test('it is also left if nothing shows whether migrations have started', () => {
  const unproved = [proved, ...started.slice(0, 2)];
  assert.equal(restoredWhen(backups.rehearsal, unproved, [rehearsal]), backups.rehearsal);
});

test('so does one that could not be opened: that rollback has failed before it restored anything', () => {
  const failed: Line = {
    event: {
      ...of('production'),
      type: 'ended',
      command: 'rollback',
      outcome: 'failed',
      message: 'a file is cut short',
    },
  };
  const tried = [proved, ...started, ...restoring.slice(0, 1), failed];
  assert.equal(restoredWhen(backups.rehearsal, tried), backups.rehearsal);
  assert.equal(restoredWhen(hop.id, tried), backups.point, 'it may have been put back as it was');
});
