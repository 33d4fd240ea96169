import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideBackup } from '../../../src/core/decisions/backup.ts';
import { situationOf } from '../../../src/core/history/situation.ts';
import { onlyData } from '../../support/data-backup.ts';
import { hop } from '../history/world.ts';
import {
  backups,
  entriesOf,
  manifest,
  marked,
  maxAge,
  now,
  planned,
  takenForRehearsal,
  thisRun,
} from './table/chronicle.ts';
import { everythingSeen } from './table/observations.ts';

test('a backup that a killed run finished and did not record is taken again: no restore would use it', () => {
  const healthy = everythingSeen.find(
    ({ observation }) =>
      observation.version.kind === 'known' &&
      observation.version.value === hop.from &&
      observation.serving.kind === 'yes' &&
      observation.migrations.kind === 'done',
  );
  assert.ok(healthy !== undefined);
  const decided = (lines: Parameters<typeof entriesOf>[0]) =>
    decideBackup(
      'rehearsal',
      situationOf({
        hop,
        traits: { deferrable: true, proveRestorePoint: false },
        now,
        entries: entriesOf(lines),
        rehearsalMaxAge: maxAge,
        observation: healthy.observation,
      }),
      { stored: [manifest('rehearsal', backups.rehearsal)], run: thisRun, data: [onlyData] },
    );
  assert.equal(decided([marked, planned, takenForRehearsal]).kind, 'already-done');
  assert.equal(decided([marked, planned]).kind, 'act');
});
