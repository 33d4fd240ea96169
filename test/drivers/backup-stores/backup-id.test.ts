import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { backupId, isBackupId } from '../../../src/drivers/backup-stores/backup-id.ts';

it('is a safe name for any hop, sorts by time and distinguishes hops', () => {
  const at = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.string(), fc.string(), at, at, (one, other, early, late) => {
      const first = backupId({ purpose: 'rehearsal', hop: one, at: early });
      assert.ok(isBackupId(first), first);
      assert.equal(first === backupId({ purpose: 'rehearsal', hop: other, at: early }), one === other);
      if (early < late) assert.ok(first < backupId({ purpose: 'restore-point', hop: other, at: late }));
    }),
  );
  const at2 = new Date('2026-01-02T02:14:09.123Z');
  assert.equal(
    backupId({ purpose: 'restore-point', hop: '1.0.2--1.1.0', at: at2 }),
    '20260102T021409123Z_restore-point_1.0.2--1.1.0',
  );
});
