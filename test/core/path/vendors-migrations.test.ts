import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPath } from '../../../src/core/path/check-path.ts';
import { requestOf, stopsOf, type Vendor } from './product-cases.ts';

// packages/server/src/migrations/data/data-version-manifest.json of https://github.com/medplum/medplum, at v5.1.12;
// what the servers then did was seen on real ones.
const manifest = [
  [1, '3.3.0', '4.0.0'],
  [5, '4.1.0', '4.2.0'],
  [6, '4.1.1', '4.2.0'],
  [7, '4.1.3', '4.2.0'],
  [9, '4.1.8', '4.2.0'],
  [10, '4.1.9', '4.2.0'],
  [12, '4.1.12', '4.2.0'],
  [15, '4.3.0', '4.4.0'],
  [17, '4.3.2', '4.4.0'],
  [18, '4.3.4', '4.4.0'],
  [20, '4.3.6', '4.4.0'],
  [21, '4.3.9', '4.4.0'],
  [23, '4.3.11', '4.4.0'],
  [27, '4.3.12', '4.4.0'],
  [28, '4.3.14', '4.4.0'],
  [29, '4.5.2', '5.0.0'],
  [31, '5.0.0', '5.1.0'],
  [32, '5.0.11', '5.1.0'],
  [33, '5.1.7', undefined],
] as const;
const medplum: Vendor = {
  releases: [
    'v4.1.12',
    'v4.1.16',
    'v4.2.6',
    'v4.3.0',
    'v4.3.15',
    'v4.4.0',
    'v4.4.3',
    'v4.5.2',
    'v5.0.10',
    'v5.0.15',
    'v5.1.12',
  ],
  path: [
    {
      migrations: {
        list: manifest.map(([id, from, before]) => ({ id, 'runs-from': from, 'required-before': before })),
        reason: 'The server refuses to start on data that lacks a migration.',
        url: 'https://github.com/medplum/medplum/blob/v5.1.12/packages/server/src/migrations/data/data-version-manifest.json',
      },
    },
  ],
};

function check(current: string, ...path: string[]) {
  return checkPath({ ...requestOf(medplum, current, path.at(-1) ?? current), path });
}

test('Medplum: the manifest allows what the servers allowed', () => {
  assert.equal(check('4.3.15', '4.5.2').kind, 'sound');
  assert.equal(check('4.1.12', '4.2.6', '4.3.15', '4.4.3', '4.5.2', '5.0.15', '5.1.12').kind, 'sound');
});

test('Medplum: the manifest forbids what the servers refused, and names the migration', () => {
  const adjacent = check('5.0.10', '5.1.12');
  assert.ok(adjacent.kind === 'faulty');
  assert.match(adjacent.message.means, /would pass the migration 32 \(runs from 5\.0\.11, required before 5\.1\.0\)/);
  const firstPatch = check('4.2.6', '4.3.0', '4.4.0');
  assert.ok(firstPatch.kind === 'faulty');
  assert.deepEqual(
    firstPatch.faults.map(({ fault, from }) => [fault, from]),
    [['skipped', '4.3.0']],
  );
  assert.match(firstPatch.message.means, /migrations 17 .*, 18 .*, 20 .* and 4 more/);
});

test('Medplum: the manifest alone gives the shortest path that a server would accept', () => {
  assert.deepEqual(stopsOf(medplum, '4.1.12', '5.1.12'), ['4.3.15', '4.5.2', '5.0.15', '5.1.12']);
});

// https://github.com/sourcegraph/sourcegraph-public-snapshot, internal/oobmigration/oobmigrations.yaml
test('Sourcegraph: an out-of-band migration ends between its introduction and its deprecation', () => {
  const sourcegraph: Vendor = {
    releases: ['v3.34.2', 'v3.35.0', 'v3.42.2', 'v3.43.0'],
    path: [
      {
        migrations: {
          list: [{ id: 'insights-settings', 'runs-from': '3.35', 'required-before': '3.43' }],
          reason: 'An instance does not start with an unfinished migration that is deprecated.',
          url: 'https://sourcegraph.com/docs/admin/how-to/unfinished_migration',
        },
      },
    ],
  };
  assert.deepEqual(stopsOf(sourcegraph, 'v3.34.2', 'v3.43.0'), ['3.42.2', '3.43.0']);
  const standard = { 'lines-per-hop': { line: 'minor', 'at-most': 1, reason: 'A standard upgrade moves one minor.' } };
  assert.deepEqual(stopsOf({ ...sourcegraph, path: [standard] }, 'v3.34.2', '3.43'), ['3.35.0', '3.42.2', '3.43.0']);
});
