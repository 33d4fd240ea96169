import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideMayBeEmptied } from '../../../src/core/decisions/may-be-emptied.ts';
import type { LiveIdentity } from '../../../src/core/model/identity.ts';
import type { BackupManifest } from '../../../src/core/model/manifest.ts';
import type { Mark } from '../../../src/core/model/mark.ts';
import { dataBackup, onlyData } from '../../support/data-backup.ts';
import { backups, entriesOf, hour, type Line, manifest, of } from './table/chronicle.ts';

/*
 * Every combination of the properties of a mark, a backup and a journal. Staging may be emptied in exactly one of them.
 */

const production = { kind: 'postgres', lineage: { system: '1', oid: '1' }, location: { address: 'live' } } as const;
const staging = { kind: 'postgres', lineage: { system: '2', oid: '1' }, location: { address: 'copy' } } as const;

const stores = {
  'its own': staging,
  'production by another name': { ...production, location: { address: 'alias' } },
  "another at production's place": { ...staging, location: production.location },
} as const;

const mark = { kind: 'disposable', id: 'm', system: 'records', tiedTo: 'staging', place: 'its comment' } as const;
const marks: Readonly<Record<string, Mark>> = {
  'the recorded one': mark,
  none: { kind: 'none' },
  'of another system': { ...mark, system: 'flags' },
  'copied from another store': { ...mark, tiedTo: 'elsewhere' },
  'never recorded': { ...mark, id: 'other' },
  unclear: { kind: 'unclear', reason: 'it holds 2 marks', place: 'its comment' },
};

const markingOf = (data: string): Line => ({
  event: { type: 'disposable-marked', mark: 'm', tiedTo: 'staging', data, name: 'records', identity: staging },
  age: 3 * hour,
});
const marking = markingOf('sqlite');
const taking: Line = {
  event: {
    ...{ ...of('production'), type: 'backed-up', purpose: 'rehearsal', backup: backups.rehearsal, version: '1.0.2' },
    ...{ dataAt: '2026-03-10T00:00:00Z', bytes: 1, milliseconds: 1 },
  },
  age: hour,
};
const found: Line = { event: { type: 'production-found-marked', mark: 'm', data: 'sqlite', identity: production } };
const journals: Readonly<Record<string, readonly Line[]>> = {
  'marked, then backed up': [marking, taking],
  'marked by a clock that was ahead': [{ ...marking, age: 0 }, taking],
  'backed up, then marked': [taking, marking],
  'without the backup': [marking],
  'with the mark found on production': [marking, taking, found],
  'marked as another of its stores': [markingOf('tasks'), taking],
};

const taken = manifest('rehearsal', backups.rehearsal);
const at = taken.dataAt;
const unmarked = dataBackup(at, { identity: { ...production, mark: { kind: 'none' } } });
const elsewhere = { kind: 'postgres', lineage: { system: '3', oid: '1' }, location: { address: 'tasks' } } as const;
const manifests: Readonly<Record<string, BackupManifest>> = {
  'production had none': { ...taken, data: [unmarked] },
  'production had one': { ...taken, data: [dataBackup(at, { identity: { ...production, mark } })] },
  'another of production had one': {
    ...taken,
    data: [unmarked, dataBackup(at, { name: 'tasks', identity: { ...elsewhere, mark } })],
  },
  'it is another of production': {
    ...taken,
    data: [unmarked, dataBackup(at, { name: 'tasks', identity: { ...staging, mark: { kind: 'none' } } })],
  },
};

test('staging may be emptied in exactly one case, whatever else holds', () => {
  const allowed: string[] = [];
  let asked = 0;
  for (const [store, identity] of Object.entries(stores)) {
    for (const [name, borne] of Object.entries(marks)) {
      for (const [journal, lines] of Object.entries(journals)) {
        for (const [said, backup] of Object.entries(manifests)) {
          const now: LiveIdentity = { ...identity, mark: borne };
          const refused = decideMayBeEmptied({
            ...{ backup, data: onlyData, now, entries: entriesOf(lines), system: 'records' },
          });
          asked++;
          if (refused === undefined) allowed.push([store, name, journal, said].join('; '));
          else assert.ok(Object.values(refused.message).every((text) => text.length > 10));
        }
      }
    }
  }
  assert.equal(asked, 3 * 6 * 6 * 4);
  assert.deepEqual(allowed, ['its own; the recorded one; marked, then backed up; production had none']);
});

test('the message fits the case: it never says to mark what may be production', () => {
  const said = (now: LiveIdentity, lines: readonly Line[], backup = manifests['production had none']): string => {
    assert.ok(backup !== undefined);
    const refused = decideMayBeEmptied({
      ...{ backup, data: onlyData, now, entries: entriesOf(lines), system: 'records' },
    });
    return Object.values(refused?.message ?? {}).join(' ');
  };
  const alias = { ...stores['production by another name'], mark: { kind: 'none' } } as const;
  assert.match(said(alias, [marking, taking]), /Give staging its own empty database/);
  assert.doesNotMatch(said({ ...production, mark }, [marking, taking]), /mark-disposable/);
  const marked = { ...staging, mark };
  assert.match(said(marked, [taking, marking]), /after rehearsal-1 was started .* it takes a new backup/);
  const ahead = said(marked, [{ ...marking, age: -2 * hour }, taking]);
  assert.match(ahead, /the clock of one of the two machines was wrong.*Correct the clock .*engineer marked staging/);
  assert.match(
    said(marked, [marking, taking], manifests['it is another of production']),
    /is production's "tasks": both are address "copy"/,
  );
  assert.match(said({ ...staging, mark: { kind: 'none' } }, []), /mark it once: staged-upgrade mark-disposable/);
});
