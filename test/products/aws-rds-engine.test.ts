import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FoundPath, PathPlan } from '../../src/core/model/path-plan.ts';
import type { PublishedTag } from '../../src/core/model/release.ts';
import { planPath } from '../../src/core/path/planner.ts';
import { readReleases } from '../../src/drivers/releases/read-releases.ts';
import { hasVersions } from '../../src/products/definition.ts';
import { shippedProducts } from '../../src/products/registry.ts';
import { aws, newAws } from '../support/aws/aws.ts';
import { engineWorld } from '../support/aws/engine.ts';
import { engineByCommand, engineKey } from '../support/aws/engine-by-command.ts';
import { actionsOf, recordedCalls } from '../support/aws/recorded-calls.ts';
import { keepIn } from '../support/aws/storage.ts';
import { missingPostgres, startPostgres } from '../support/postgres.ts';
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

test('a path follows the targets that AWS names, with the fewest hops, and each major is prepared by a person', () => {
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

test('a version that cannot be reached is refused, with the targets that AWS names', () => {
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

test('a major is rehearsed on a restored copy, promoted, and rolled back by the snapshot', {
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

test('an instance by itself is upgraded by a command, on a restored copy first', { skip }, async (t) => {
  const cloud = await newAws();
  const database = await startPostgres();
  t.after(() => database.stop());
  await keepIn(t, cloud, database);
  const world = await engineByCommand(t, cloud, { engine: 'postgres', version: '16.6', database });
  const marked = await world.run('mark-disposable', '--confirm', world.staging);
  assert.equal(marked.exitCode, 0, marked.text);
  const climbed = await world.run('climb', '--yes', '--target', '16');
  assert.equal(climbed.exitCode, 0, climbed.text);
  assert.deepEqual([await world.version('staging'), await world.version('production')], ['16.8', '16.8']);
  const rows = await database.sql(world.staging, 'SELECT DISTINCT note FROM visits');
  assert.deepEqual(rows, [{ note: 'production' }], 'staging was a copy of production');
});

test('the path of MySQL is that of the version which AWS shows, with or without the names of Aurora', {
  skip: aws.skip,
}, async (t) => {
  const cloud = await newAws();
  const aurora = await engineByCommand(t, cloud, { engine: 'aurora-mysql', version: '8.0.mysql_aurora.3.07.1' });
  const minor = await aurora.run('plan', '--target', 'newest');
  assert.equal(minor.exitCode, 0, minor.text);
  assert.match(minor.text, /3\.07\.1 → 3\.08\.0 in 1 hop/);
  const alone = await engineByCommand(t, cloud, { engine: 'mysql', version: '8.0.40' });
  const major = await alone.run('plan', '--target', 'newest', '--acknowledge', 'prepared-for-8.4.4');
  assert.equal(major.exitCode, 0, major.text);
  assert.match(major.text, /8\.0\.40 → 8\.4\.4/);

  // What a job that plans needs is on the page of a resize, or on its own.
  const called = actionsOf((await cloud.calls()).filter(({ accessKey }) => accessKey === engineKey));
  const page = await readFile(join(import.meta.dirname, '../../docs/aws-rds-engine.md'), 'utf8');
  const rights = /^## Rights$(?<section>.*?)^## /ms.exec(page)?.groups?.section ?? '';
  const named = [...rights.matchAll(/`(?<action>rds:\w+)`/g)].map(({ groups }) => groups?.action ?? '');
  const elsewhere = await recordedCalls('production-read');
  assert.deepEqual(
    called.filter((action) => !elsewhere.includes(action)),
    named,
  );
});
