import assert from 'node:assert/strict';
import { it } from 'node:test';
import { compareFingerprints } from '../../../src/core/decisions/fingerprint.ts';
import type { Fingerprint } from '../../../src/core/model/fingerprint.ts';

const value: Fingerprint = {
  at: '2026-01-01T00:00:00.000Z',
  tables: [
    { name: 'public.patients', rows: 2, checksum: 'aa' },
    { name: 'public.visits', rows: 5, checksum: 'bb' },
  ],
  sequences: [{ name: 'public.patients_id_seq', value: '9223372036854775807', called: true }],
};

it('lists everything that differs', () => {
  const actual: Fingerprint = {
    at: value.at,
    tables: [
      { name: 'public.patients', rows: 1 },
      { name: 'public.left_over', rows: 0 },
    ],
    sequences: [{ name: 'public.patients_id_seq', value: '9223372036854775806', called: true }],
  };
  assert.deepEqual(compareFingerprints({ kind: 'same-snapshot', value }, actual), {
    kind: 'different',
    differences: [
      'table "public.visits" is missing',
      'table "public.left_over" is not in the backup',
      'table "public.patients" has 1 rows, expected 2',
      'sequence "public.patients_id_seq" is at 9223372036854775806, expected 9223372036854775807',
    ],
  });
});

it('calls nothing proved that it could not compare', () => {
  assert.deepEqual(compareFingerprints({ kind: 'same-snapshot', value }, value), {
    kind: 'equal',
    contents: { tables: 2, rows: 7 },
    notes: [],
  });
  const unchecked = { ...value, tables: value.tables.map(({ name, rows }) => ({ name, rows })) };
  assert.equal(compareFingerprints({ kind: 'same-snapshot', value }, unchecked).kind, 'cannot-tell');
  assert.equal(compareFingerprints({ kind: 'same-snapshot', value: unchecked }, value).kind, 'equal');
  assert.equal(compareFingerprints({ kind: 'none', reason: 'a snapshot cannot be read' }, value).kind, 'cannot-tell');
  const grown = {
    ...value,
    tables: [
      { name: 'public.patients', rows: 3 },
      { name: 'public.visits', rows: 5 },
    ],
  };
  assert.equal(compareFingerprints({ kind: 'beside', value }, grown).kind, 'cannot-tell');
  assert.equal(compareFingerprints({ kind: 'beside', value }, { ...value, tables: [] }).kind, 'different');
});

it('treats what was only written to while the backup was taken as equal, and says so', () => {
  const before: Fingerprint = {
    ...value,
    tables: [
      { name: 'public.patients', rows: 3, checksum: 'a' },
      { name: 'public.visits', rows: 4, checksum: 'b' },
    ],
  };
  const copyWith = (patients: string, visits: string): Fingerprint => ({
    ...before,
    tables: [
      { name: 'public.patients', rows: 3, checksum: patients },
      { name: 'public.visits', rows: 4, checksum: visits },
    ],
  });
  const taken = { kind: 'beside', value: before, until: copyWith('a', 'c') } as const;
  const copied = compareFingerprints(taken, copyWith('a', 'between'));
  assert.equal(copied.kind, 'equal');
  assert.deepEqual(copied.kind === 'equal' && copied.notes, [
    'table "public.visits" has the same number of rows, but different content (written to during the backup)',
  ]);
  assert.equal(compareFingerprints(taken, copyWith('damaged', 'between')).kind, 'cannot-tell');
  const half = copyWith('a', 'between').tables.map((table) => ({ ...table, rows: Math.min(table.rows, 3) }));
  assert.equal(compareFingerprints(taken, { ...before, tables: half }).kind, 'cannot-tell');
});

it('compares definitions by the parts of each object, and says what is exempt with its reason', () => {
  const defined: Fingerprint = {
    ...value,
    objects: {
      'table "public.patients"': { definition: 'a', owner: 'b', 'index "by_name"': 'c' },
      'view "public.old"': { definition: 'd', owner: 'e' },
    },
  };
  const now: Fingerprint = {
    ...value,
    objects: {
      'table "public.patients"': { definition: 'a', owner: 'x', 'column "more"': 'y' },
      'view "public.new"': { definition: 'd', owner: 'e' },
    },
  };
  const all = [
    'table "public.patients": different owner',
    'table "public.patients": missing index "by_name"',
    'table "public.patients": additional column "more"',
    'view "public.old" is missing',
    'view "public.new" is not in the backup',
  ];
  assert.deepEqual(compareFingerprints({ kind: 'same-snapshot', value: defined }, now), {
    kind: 'different',
    differences: all,
  });
  const exemptions = [
    { part: 'owner', reason: 'Owners stay.' },
    { object: 'view "', only: 'more' as const, reason: 'Views come.' },
  ];
  assert.deepEqual(compareFingerprints({ kind: 'same-snapshot', value: defined }, { ...now, exemptions }), {
    kind: 'different',
    differences: all.slice(1, 4),
  });
  const anything = compareFingerprints(
    { kind: 'same-snapshot', value: defined },
    { ...now, exemptions: [...exemptions, { reason: 'Whatever.' }] },
  );
  assert.deepEqual(anything.kind === 'equal' && anything.notes, [
    'Owners stay. Differences: table "public.patients": different owner.',
    'Whatever. Differences: table "public.patients": missing index "by_name"; table "public.patients": additional column "more"; view "public.old" is missing.',
    'Views come. Differences: view "public.new" is not in the backup.',
  ]);
  assert.equal(compareFingerprints({ kind: 'same-snapshot', value: defined }, value).kind, 'cannot-tell');
});
