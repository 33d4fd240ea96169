import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseArchiveList } from '../../../../src/drivers/data/postgres/archive.ts';
import { type Pass, passesOf } from '../../../../src/drivers/data/postgres/passes.ts';

const { entries } = parseArchiveList(
  [
    '1; 1259 101 TABLE public visits app',
    '2; 0 101 TABLE DATA public visits app',
    '3; 1259 102 INDEX public visits_at app',
    '4; 1259 103 INDEX public visits_2025_at app',
    '5; 0 0 INDEX ATTACH public visits_2025_at app',
    '6; 0 0 INDEX ATTACH public visits_2026_at app',
    '7; 2620 104 TRIGGER public visits audited app',
    '8; 2606 105 FK CONSTRAINT public visits visits_patient_fkey app',
  ].join('\n'),
);
const nothingSpecial = { pathFunctions: [], lateTables: [], jobTables: [] };
const shown = ({ entries: of, section, serial }: Pass): string =>
  `${of.map(({ dumpId }) => dumpId).join(' ')}${section ? ` (${section})` : ''}${serial ? ', one by one' : ''}`;

describe('The order of a restore', () => {
  it('attaches the indexes of partitions one by one, before a foreign key or a trigger locks the same tables', () => {
    assert.deepEqual(passesOf(entries, nothingSpecial).definitions.map(shown), ['1 2 3 4', '5 6, one by one', '7 8']);
  });

  it('attaches them one by one as well if the rows come in a pass of their own', () => {
    const { definitions, rows } = passesOf(entries, { ...nothingSpecial, pathFunctions: ['public.f()'] });
    assert.deepEqual(definitions.map(shown), ['1 2 3 4 5 6 7 8 (pre-data)']);
    assert.deepEqual(rows.map(shown).slice(2), [
      '1 2 3 4 (post-data)',
      '5 6 (post-data), one by one',
      '7 8 (post-data)',
    ]);
  });

  it('is one parallel run if no index is attached', () => {
    const plain = entries.filter(({ text }) => !text.startsWith('INDEX ATTACH'));
    assert.deepEqual(passesOf(plain, nothingSpecial).definitions.map(shown), ['1 2 3 4 7 8']);
  });
});
