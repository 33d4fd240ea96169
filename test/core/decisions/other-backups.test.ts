import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideRollback } from '../../../src/core/decisions/rollback.ts';
import { situationOf } from '../../../src/core/history/situation.ts';
import type { Observation } from '../../../src/core/model/observation.ts';
import { hop } from '../history/world.ts';
import { backups, entriesOf, hour, type Line, manifest, maxAge, now, of, planned } from './table/chronicle.ts';

const restored = { type: 'restored', proved: true, tables: 1, rows: 1, milliseconds: 1 } as const;
const proved: Line = { event: { ...of('staging'), ...restored, backup: backups.rehearsal } };
const begun: readonly Line[] = [
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

function restoredWhen(typed: string, lines: readonly Line[]): string {
  const stored = [manifest('rehearsal', backups.rehearsal, 5 * hour), manifest('restore-point', backups.point)];
  const traits = { deferrable: true, proveRestorePoint: false };
  const entries = entriesOf([planned, ...lines]);
  const situation = situationOf({ hop, traits, now, observation: silent, entries, rehearsalMaxAge: maxAge });
  const decision = decideRollback('production', situation, { stored, confirm: typed });
  return decision.kind === 'act' && decision.way === 'restore' ? decision.backup.id : decision.kind;
}

test('a restore point that does not come back whole can be replaced by the backup that the rehearsal has proved', () => {
  assert.equal(restoredWhen(hop.id, [proved, ...begun, ...restoring]), backups.point);
  assert.equal(restoredWhen(backups.rehearsal, [proved, ...begun, ...restoring]), backups.rehearsal);
});

test('never by itself, never one that was not proved, and never before the restore point was tried', () => {
  assert.equal(restoredWhen('', [proved, ...begun, ...restoring]), 'refuse');
  assert.equal(restoredWhen(backups.rehearsal, [...begun, ...restoring]), 'refuse');
  assert.equal(restoredWhen(backups.rehearsal, [proved, ...begun]), 'refuse');
});
