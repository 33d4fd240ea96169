import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textTable } from '../../../src/core/messages/text-table.ts';

const head = ['hop', 'from', 'to', 'by hand', 'will take', 'digest'];
const rows = [
  ['1', '1.0.2', '1.1.4', '-', '3 min', '832a2288fc3d'],
  ['2', '1.1.4', '1.2.1', 'TO DO', 'not known', 'ed8308b9a967'],
];

test('a table that fits has columns, wherever it is shown', () => {
  const wide = [
    'hop  from   to     by hand  will take  digest',
    '1    1.0.2  1.1.4  -        3 min      832a2288fc3d',
    '2    1.1.4  1.2.1  TO DO    not known  ed8308b9a967',
  ].join('\n');
  for (const columns of [undefined, 51, 120]) assert.equal(textTable(head, rows, columns), wide);
});

test('a table that is wider than the terminal is folded: no line is longer, and nothing but dashes is left out', () => {
  assert.equal(
    textTable(head, rows, 44),
    [
      'hop  from   to',
      '1    1.0.2  1.1.4',
      '    will take: 3 min · digest: 832a2288fc3d',
      '2    1.1.4  1.2.1',
      '    by hand: TO DO · will take: not known',
      '    digest: ed8308b9a967',
    ].join('\n'),
  );
});
