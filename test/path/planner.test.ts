import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../src/message.ts';
import { planPath } from '../../src/path/planner.ts';
import { pathOf, requestOf, stopsOf, type Vendor } from './product-cases.ts';

const records: Vendor = {
  releases: [
    'v1.0.0',
    'v1.0.4',
    'v1.1.0',
    'v1.1.2',
    'v1.2.0',
    'v1.2.1',
    'v1.4.0',
    'v2.0.0-rc.1',
    { tag: 'v1.2.2', withdrawn: { reason: 'Loses mail', fixedIn: '1.2.3' } },
    { tag: 'v1.3.0', withdrawn: { reason: 'Does not start' } },
  ],
  path: [{ 'no-line-skipped': { line: 'minor', reason: 'Migrations run in each minor.' } }],
};

function assertWhole(message: Message): void {
  for (const part of Object.values(message)) assert.notEqual(part, '');
}

test('each kind of target', () => {
  assert.deepEqual(stopsOf(records, '1.0.0', 'newest-patch'), ['1.0.4']);
  assert.deepEqual(stopsOf(records, '1.0.0', '1.2'), ['1.1.2', '1.2.1']);
  assert.deepEqual(stopsOf(records, '1.0.0', 'v1.2.0'), ['1.1.2', '1.2.0']);
  assert.deepEqual(stopsOf({ ...records, path: [] }, '1.0.0', 'newest'), ['1.4.0']);
});

test('a prerelease is used only when it is asked for by its name, or prereleases are', () => {
  assert.deepEqual(stopsOf({ ...records, path: [] }, '1.0.0', '2.0.0-rc.1'), ['2.0.0-rc.1']);
  const plan = planPath({ ...requestOf({ ...records, path: [] }, '1.0.0', 'newest'), allowPrereleases: true });
  assert.ok(plan.kind === 'path');
  assert.equal(plan.target, '2.0.0-rc.1');
  assert.deepEqual(plan.notes.slice(0, 1), ['The target 2.0.0-rc.1 is a prerelease.']);
});

test('already there says what newer releases are left out, and why', () => {
  const plan = planPath(requestOf(records, '1.2.1', 'newest-patch'));
  assert.ok(plan.kind === 'already-there');
  assertWhole(plan.message);
  assert.equal(plan.message.means, 'Newer releases exist and are left out: 1.2.2 was withdrawn: Loses mail.');
});

test('a downgrade is refused with the hop whose restore point leads back', () => {
  const plan = planPath(requestOf(records, '1.2.0', '1.0.4'));
  assert.ok(plan.kind === 'downgrade');
  assert.deepEqual(plan.restoreBefore, { from: '1.0.4', to: '1.1.2' });
  assertWhole(plan.message);
  const olderLine = planPath(requestOf(records, '1.2.0', '1.0'));
  assert.ok(olderLine.kind === 'downgrade');
  assert.equal(olderLine.target, '1.0.4');
});

test('no path: the rule and the place where it stands, and the nearest target with its path', () => {
  const plan = planPath(requestOf(records, '1.0.0', 'newest'));
  assert.ok(plan.kind === 'no-path');
  assert.deepEqual([plan.obstacle.from, plan.obstacle.to], ['1.2.1', '1.4.0']);
  assert.deepEqual(
    plan.obstacle.reasons.map(({ text }) => text),
    [
      'Going from 1.2.1 straight to 1.4.0 would skip 1.3. Migrations run in each minor.',
      '1.2.2 was withdrawn: Loses mail.',
      '1.3.0 was withdrawn: Does not start.',
    ],
  );
  assert.deepEqual(
    plan.nearest?.steps.map(({ to }) => to),
    ['1.1.2', '1.2.1'],
  );
  assertWhole(plan.message);
});

test('a release that is not known is named with its neighbours', () => {
  const target = planPath(requestOf(records, '1.0.0', '1.1.1'));
  assert.ok(target.kind === 'unknown-release');
  assert.deepEqual([target.which, target.nearest], ['target', { below: '1.1.0', above: '1.1.2' }]);
  const current = planPath(requestOf(records, '1.0.9', 'newest'));
  assert.ok(current.kind === 'unknown-release');
  assert.equal(current.which, 'current');
  assertWhole(current.message);
});

test('a release must be old enough, and one without a date is not taken to be', () => {
  const dated: Vendor = {
    path: [],
    releases: [
      { tag: '1.0.0', publishedAt: '2025-01-01T00:00:00Z' },
      { tag: '1.0.1', publishedAt: '2025-12-20T00:00:00Z' },
      { tag: '1.0.2', publishedAt: '2025-12-30T00:00:00Z' },
      { tag: '1.0.3' },
    ],
  };
  const plan = planPath({ ...requestOf(dated, '1.0.0', 'newest'), minimumAge: 7 * 86_400_000 });
  assert.ok(plan.kind === 'path');
  assert.equal(plan.target, '1.0.1');
  const asked = planPath({ ...requestOf(dated, '1.0.0', '1.0.3'), minimumAge: 7 * 86_400_000 });
  assert.ok(asked.kind === 'unusable-target');
  assert.match(asked.message.happened, /does not say when 1\.0\.3 was published, and the minimum age is 7 days/);
  const young = planPath({ ...requestOf(dated, '1.0.0', '1.0.2'), minimumAge: 7 * 86_400_000 });
  assert.ok(young.kind === 'unusable-target');
  assert.match(young.message.happened, /published 2025-12-30, 48 h|2 days ago/);
});

test('a path that starts on a withdrawn release says so, and tells what it passes over', () => {
  const { notes } = pathOf({ ...records, path: [] }, '1.2.2', '1.4.0');
  assert.deepEqual(notes, [
    'The present release should not stay: 1.2.2 was withdrawn: Loses mail.',
    'The path passes over 1.3, where no rule asks for a stop.',
  ]);
});

test('a major is visited at its newest release where majors may not be skipped', () => {
  const majors: Vendor = {
    releases: ['5.6.0', '6.0.0', '6.3.2', '7.0.0', '7.5.1', '8.0.0'],
    path: [{ 'no-line-skipped': { line: 'major', reason: 'One major at a time.' } }],
  };
  assert.deepEqual(stopsOf(majors, '5.6.0', 'newest'), ['6.3.2', '7.5.1', '8.0.0']);
});

test('a hole in the list of releases is pointed out where a rule speaks of lines', () => {
  const holed: Vendor = { ...records, releases: ['1.0.0', '1.1.0', '1.4.0', '2.0.0'] };
  assert.deepEqual(pathOf(holed, '1.0.0', '2.0.0').notes, [
    'No release between 1.1 and 1.4 is listed: make sure that the source of releases is whole.',
  ]);
});
