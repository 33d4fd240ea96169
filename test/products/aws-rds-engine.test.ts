import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundPath, PathPlan } from '../../src/core/model/path-plan.ts';
import type { PublishedTag } from '../../src/core/model/release.ts';
import { planPath } from '../../src/core/path/planner.ts';
import { readReleases } from '../../src/drivers/releases/read-releases.ts';
import { hasVersions } from '../../src/products/definition.ts';
import { shippedProducts } from '../../src/products/registry.ts';
import { aws } from '../support/aws/aws.ts';
import { engineWorld } from '../support/aws/engine.ts';
import { missingPostgres } from '../support/postgres.ts';
import { manualOf, stopsOf } from './planned.ts';

/*
 * The targets as `aws rds describe-db-engine-versions` names them, and a climb on clusters of a stand-in for AWS with real databases.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/AuroraPostgreSQL.Updates.html
 */

const skip = aws.skip || ((await missingPostgres()) ?? false);

type Targets = Readonly<Record<string, { readonly minor?: readonly string[]; readonly major?: readonly string[] }>>;

function plan(targets: Targets, current: string, target: string): PathPlan {
  const product = shippedProducts.find('aws-rds-engine');
  assert.ok(product !== undefined && hasVersions(product));
  const tags = Object.entries(targets).map(
    ([tag, { minor = [], major = [] }]): PublishedTag => ({ tag, upgrades: { minor, major } }),
  );
  const releases = readReleases({ source: 'the test', tags }, product.versions);
  const { versions: scheme, path: rules } = product;
  return planPath({ current, target, releases, scheme, rules, now: new Date('2026-10-01') });
}

function path(...asked: Parameters<typeof plan>): FoundPath {
  const found = plan(...asked);
  assert.ok(found.kind === 'path', found.kind === 'path' ? '' : JSON.stringify(found.message));
  return found;
}

const postgres: Targets = {
  '13.9': { minor: ['13.18', '13.20'], major: ['14.6'] },
  '13.18': { minor: ['13.20'], major: ['14.15', '15.10', '16.6'] },
  '13.20': { major: ['14.17', '15.12', '16.8'] },
  '14.6': { minor: ['14.15', '14.17'], major: ['15.10'] },
  '14.15': { minor: ['14.17'], major: ['15.10', '16.6'] },
  '14.17': { major: ['15.12', '16.8'] },
  '15.10': { minor: ['15.12'], major: ['16.6'] },
  '15.12': { major: ['16.8'] },
  '16.4-limitless': {},
  '16.6': { minor: ['16.8'], major: ['17.4'] },
  '16.8': { major: ['17.4'] },
  '17.4': {},
};

test('a path goes by the targets that AWS names, with the fewest hops, and each major is prepared by a person', () => {
  assert.deepEqual(stopsOf(path(postgres, '16.6', '16')), ['16.8']);
  const far = path(postgres, '13.9', 'newest');
  assert.deepEqual(stopsOf(far), ['13.20', '16.8', '17.4']);
  assert.deepEqual(manualOf(far), {
    '13.20': [],
    '16.8': ['prepared-for-16.8'],
    '17.4': ['prepared-for-17.4'],
  });
  assert.match(far.steps[1]?.manual[0]?.text ?? '', /^16\.8 is a major upgrade/);
  assert.deepEqual(
    far.details.ignored.map(({ examples }) => examples),
    [['16.4-limitless']],
  );
  assert.equal(plan(postgres, '16.8', '16.6').kind, 'downgrade');
});

test('a version that nothing leads to is refused, with what AWS names in its place', () => {
  const refused = plan({ '15.12': { major: ['16.6'] }, '16.6': {}, '16.8': {}, '17.4': {} }, '15.12', '17.4');
  assert.equal(refused.kind, 'no-path');
  assert.match(
    JSON.stringify(refused),
    /does not name (?:17\.4|16\.8) as an upgrade of 16\.6: it names no upgrade of 16\.6 at all/,
  );
});

test('Aurora MySQL is counted by its own versions, rebuilds by their number', () => {
  const mysql: Targets = {
    '8.0.mysql_aurora.3.05.2': { minor: ['8.0.mysql_aurora.3.08.0', '8.0.mysql_aurora.3.10.1'] },
    '8.0.mysql_aurora.3.08.0': { minor: ['8.0.mysql_aurora.3.10.1'] },
    '8.0.mysql_aurora.3.10.1': {},
  };
  assert.deepEqual(stopsOf(path(mysql, '3.05.2', 'newest')), ['3.10.1']);
  assert.deepEqual(stopsOf(path({ '16.6-R1': { minor: ['16.6-R2'] }, '16.6-R2': {} }, '16.6-R1', 'newest')), [
    '16.6-R2',
  ]);
});

test('a major is rehearsed on a restored copy, promoted, and gone back from by the snapshot', {
  skip,
}, async (t) => {
  const world = await engineWorld(t, '15.10');
  const marked = await world.run('mark-disposable', '--confirm', world.staging);
  assert.equal(marked.exitCode, 0, marked.text);
  // Nobody has said yet that the major is prepared.
  const waits = await world.run('climb', '--yes', '--target', '16.8');
  assert.notEqual(waits.exitCode, 0);
  assert.match(waits.text, /15\.10 → 16\.8 in 1 hop/);
  assert.match(waits.text, /prepared-for-16\.8/);
  assert.deepEqual(await world.versions(), { production: '15.10', staging: '15.10' });

  const climbed = await world.run('climb', '--yes', '--target', '16.8', '--acknowledge', 'prepared-for-16.8');
  assert.equal(climbed.exitCode, 0, climbed.text);
  assert.deepEqual(await world.versions(), { production: '16.8', staging: '16.8' });
  assert.deepEqual([await world.rows(world.staging), await world.rows(world.production)], [500, 500]);
  assert.deepEqual([await world.declared('staging'), await world.declared('production')], ['16.8', '16.8']);

  await world.write(world.production, 'written after the upgrade');
  const back = await world.run('rollback', '--hop', '15.10--16.8', '--confirm', '15.10--16.8');
  assert.equal(back.exitCode, 0, back.text);
  assert.equal((await world.versions()).production, '15.10');
  assert.equal(await world.rows(world.production), 500, 'as it was when the snapshot was taken');
});
