import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decideRetention, type Keep, type Retention } from '../../../src/core/decisions/retention.ts';
import type { Entry, JournalEvent } from '../../../src/core/model/event.ts';
import type { BackupManifest, BackupPurpose } from '../../../src/core/model/manifest.ts';

const day = 86_400_000;
const now = new Date('2026-06-01T00:00:00Z');
const hopOf = (id: string) => ({ id, from: '1', to: '2', digest: 'd' });
const inHop = (id: string) => ({ hop: hopOf(id), environment: 'production' }) as const;

/** Of a day before now. */
function backup(
  id: string,
  age: number,
  purpose: BackupPurpose = 'rehearsal',
  hop = '1--2',
  system = 'records',
): BackupManifest {
  const at = new Date(now.getTime() - age * day).toISOString();
  return {
    format: 2,
    id,
    system,
    product: 'sample',
    purpose,
    hop: hopOf(hop),
    version: '1',
    startedAt: at,
    finishedAt: at,
    dataAt: at,
    journalEntries: 0,
    data: [],
  };
}

function journal(...events: readonly JournalEvent[]): Entry[] {
  return events.map((event, index) => ({
    format: 1,
    sequence: index + 1,
    previous: '',
    hash: '',
    at: now.toISOString(),
    system: 'records',
    run: { kind: 'terminal', id: 'a', attempt: 1, actor: 'sam' },
    event,
  }));
}

const contents = { tables: 1, rows: 1, milliseconds: 1 };
const restored = (id: string, proved = true): JournalEvent => ({
  ...inHop('1--2'),
  environment: 'staging',
  type: 'restored',
  backup: id,
  proved,
  ...contents,
});

function decide(
  stored: readonly BackupManifest[],
  entries: readonly Entry[] = [],
  keep: Keep = { newest: 1, milliseconds: 10 * day },
  taken = 'new',
): Retention {
  return decideRetention({ system: 'records', taken, stored, entries, keep, now });
}

const cases: readonly (readonly [what: string, Retention, remove: readonly string[], kept: readonly string[]])[] = [
  [
    'the newest and the young stay',
    decide([backup('old', 30), backup('older', 40), backup('young', 9), backup('new', 1)]),
    ['older', 'old'],
    [],
  ],
  [
    'the newest proved one stays, not one that was found different',
    decide(
      [backup('old', 30), backup('proved', 40), backup('proved-before', 50), backup('new', 1)],
      journal(restored('proved-before'), restored('proved'), restored('old', false)),
    ),
    ['proved-before', 'old'],
    ['proved: newest proved'],
  ],
  [
    'a restore point that was proved counts as proved',
    decide(
      [backup('point', 30, 'restore-point'), backup('later', 20, 'restore-point'), backup('new', 1)],
      journal(
        { ...inHop('1--2'), type: 'point-proved', backup: 'point', ...contents },
        { type: 'completed', hop: hopOf('1--2') },
      ),
    ),
    [],
    ['later: way back of the last hop', 'point: newest proved'],
  ],
  [
    'the restore point of an open hop stays, that of a finished one goes',
    decide(
      [
        backup('finished', 60, 'restore-point', '1--2'),
        backup('open', 50, 'restore-point', '2--3'),
        backup('last', 20, 'restore-point', '3--4'),
        backup('new', 1),
      ],
      journal(
        { ...inHop('1--2'), type: 'migrated', milliseconds: 1 },
        { type: 'completed', hop: hopOf('1--2') },
        { ...inHop('2--3'), type: 'migrated', milliseconds: 1 },
      ),
    ),
    ['finished'],
    ['last: way back of the last hop', 'open: restore point of an open hop'],
  ],
  [
    'what is being restored for an open hop stays',
    decide([backup('used', 30), backup('new', 1)], journal({ ...inHop('1--2'), type: 'restoring', backup: 'used' })),
    [],
    ['used: in use'],
  ],
  [
    'of a standby that lags, the last backup is the newest, though the data in it are older',
    decide(
      [
        { ...backup('before', 30, 'restore-point'), dataAt: backup('', 30).dataAt },
        { ...backup('last', 20, 'restore-point'), dataAt: backup('', 40).dataAt },
        { ...backup('new', 0), dataAt: backup('', 40).dataAt },
      ],
      journal({ type: 'completed', hop: hopOf('1--2') }),
    ),
    ['before'],
    ['last: way back of the last hop'],
  ],
  [
    'what was taken right now stays, though a clock that was ahead has dated another one later',
    decide([backup('ahead', -3), backup('new', 0)], [], { newest: 1 }),
    ['ahead'],
    [],
  ],
  [
    'what is of another system is left alone',
    decide([backup('theirs', 90, 'rehearsal', '1--2', 'billing'), backup('new', 1)]),
    [],
    [],
  ],
  [
    'with a number alone the age does not matter',
    decide([backup('one', 1), backup('two', 2), backup('three', 3)], [], { newest: 2, milliseconds: 0 }),
    ['three'],
    [],
  ],
];

for (const [what, { remove, protected: kept }, gone, stays] of cases) {
  test(what, () => {
    assert.deepEqual(remove, gone);
    assert.deepEqual(
      kept.map(({ id, because }) => `${id}: ${because}`),
      stays,
    );
  });
}

test('whatever the journal says, the newest stay, so does one that was proved, and those of others are not removed', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const stored = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      age: fc.integer({ min: -5, max: 100 }),
      purpose: fc.constantFrom<BackupPurpose>('rehearsal', 'restore-point'),
      hop: fc.constantFrom('1--2', '2--3'),
      system: fc.constantFrom('records', 'records', 'billing'),
    }),
    { selector: ({ id }) => id },
  );
  const events = fc.array(
    fc.oneof(
      fc.tuple(fc.constantFrom(...ids), fc.boolean()).map(([id, proved]) => restored(id, proved)),
      fc.constantFrom('1--2', '2--3').map((hop): JournalEvent => ({ type: 'completed', hop: hopOf(hop) })),
    ),
  );
  const keep = fc.record({ newest: fc.integer({ min: 1, max: 3 }), milliseconds: fc.constantFrom(0, 20 * day) });
  fc.assert(
    fc.property(stored, events, keep, (all, said, kept) => {
      const manifests = all.map(({ id, age, purpose, hop, system }) => backup(id, age, purpose, hop, system));
      const { remove } = decide(manifests, journal(...said), kept);
      const own = all.filter(({ system }) => system === 'records').toSorted((one, other) => one.age - other.age);
      const proved = own.filter(({ id }) =>
        said.some((event) => event.type === 'restored' && event.proved && event.backup === id),
      );
      const ageOf = (id: string): number => own.find((each) => each.id === id)?.age ?? Number.NaN;
      for (const id of remove) {
        assert.ok(ageOf(id) * day > kept.milliseconds || kept.milliseconds === 0, `${id} is young`);
        assert.ok(own.findIndex((each) => each.id === id) >= kept.newest, `${id} is among the newest`);
      }
      if (proved.length > 0)
        assert.ok(
          proved.some(({ id }) => !remove.includes(id)),
          'a proved one stays',
        );
    }),
  );
});
