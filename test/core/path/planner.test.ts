import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../../src/core/messages/message.ts';
import { planPath } from '../../../src/core/path/planner.ts';
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

test('a plan that is already at its target says which newer releases are left out, and why', () => {
  const plan = planPath(requestOf(records, '1.2.1', 'newest-patch'));
  assert.ok(plan.kind === 'already-there');
  assertWhole(plan.message);
  assert.equal(plan.message.means, 'Newer releases exist but are left out: 1.2.2 was withdrawn: Loses mail.');
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

test('no path: the rule and where it is written, and the nearest target with its path', () => {
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

test('an unknown release is named with its neighbours', () => {
  const target = planPath(requestOf(records, '1.0.0', '1.1.1'));
  assert.ok(target.kind === 'unknown-release');
  assert.deepEqual([target.which, target.nearest], ['target', { below: '1.1.0', above: '1.1.2' }]);
  const current = planPath(requestOf(records, 'nightly', 'newest'));
  assert.ok(current.kind === 'unknown-release');
  assert.equal(current.which, 'current');
  assertWhole(current.message);
});

test('a release must be old enough, and one without a date does not count as old enough', () => {
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
  assert.match(asked.message.happened, /does not report when 1\.0\.3 was published, and the minimum age is 7 days/);
  const young = planPath({ ...requestOf(dated, '1.0.0', '1.0.2'), minimumAge: 7 * 86_400_000 });
  assert.ok(young.kind === 'unusable-target');
  assert.match(young.message.happened, /published 2025-12-30, 48 h|2 days ago/);
});

test('a path that starts on a withdrawn release says so, and reports what it skips', () => {
  const { notes } = pathOf({ ...records, path: [] }, '1.2.2', '1.4.0');
  assert.deepEqual(notes, [
    'The current release should be left: 1.2.2 was withdrawn: Loses mail.',
    'The path passes over 1.3, where no rule requires a stop.',
  ]);
});

test('a major is visited at its newest release if majors may not be skipped', () => {
  const majors: Vendor = {
    releases: ['5.6.0', '6.0.0', '6.3.2', '7.0.0', '7.5.1', '8.0.0'],
    path: [{ 'no-line-skipped': { line: 'major', reason: 'One major at a time.' } }],
  };
  assert.deepEqual(stopsOf(majors, '5.6.0', 'newest'), ['6.3.2', '7.5.1', '8.0.0']);
});

test('a gap in the list of releases asks, refuses or is reported, as the rule chooses', () => {
  const holed = (missing?: string): Vendor => ({
    releases: ['1.0.0', '1.1.0', '1.4.0', '1.5.0', '2.0.0'],
    path: [{ 'no-line-skipped': { line: 'minor', reason: 'One at a time.', ...(missing ? { missing } : {}) } }],
  });
  const said = 'No release between 1.1 and 1.4 is listed: make sure that the source of releases is complete.';
  const asked = pathOf(holed(), '1.0.0', '2.0.0');
  assert.deepEqual(
    asked.steps.map(({ to, manual }) => [to, manual.map(({ id }) => id)]),
    [
      ['1.1.0', []],
      ['1.4.0', ['missing-1.2']],
      ['1.5.0', []],
      ['2.0.0', []],
    ],
  );
  assert.match(asked.steps[1]?.manual[0]?.text ?? '', /^No release between 1\.1 and 1\.4 is listed/);
  assert.deepEqual(pathOf(holed('pass'), '1.0.0', '2.0.0').notes, [said]);
  const refused = planPath(requestOf(holed('refuse'), '1.0.0', '2.0.0'));
  assert.ok(refused.kind === 'no-path');
  assert.deepEqual([refused.obstacle.from, refused.obstacle.to], ['1.1.0', '1.4.0']);
  assert.match(refused.message.means, /would pass 1\.2\. No release between 1\.1 and 1\.4 is listed/);
  assert.deepEqual(stopsOf(holed('refuse'), '1.4.0', '2.0.0'), ['1.5.0', '2.0.0'], 'behind the hole');
});

test('a current release that is not listed is placed by its version, and the plan says so', () => {
  const plan = pathOf(records, '1.0.9', '1.2.1');
  assert.deepEqual(
    plan.steps.map(({ from, to }) => `${from} ${to}`),
    ['1.0.9 1.1.2', '1.1.2 1.2.1'],
  );
  assert.deepEqual(plan.notes, [
    'The current release 1.0.9 is not listed by the test; it was placed by its version, between 1.0.4 and 1.1.0.',
  ]);
  const above = planPath(requestOf(records, '3.0.0', 'newest'));
  assert.ok(above.kind === 'already-there');
  assert.match(
    above.doubt?.happened ?? '',
    /3\.0\.0 is not listed by the test; .*, above 2\.0\.0-rc\.1\. Nothing newer is listed\./,
  );
});

test('rules that can have no effect are listed with why, and others are not', () => {
  const reason = 'Because.';
  const idle = (path: unknown): string[] =>
    pathOf({ ...records, path }, '1.0.0', '1.0.4').details.idle.map(({ text }) => text);
  const never: readonly [rule: object, why: RegExp][] = [
    [
      { forbidden: { from: '9', to: '1.2', reason } },
      /`forbidden` can never apply, because no release matches "9": Because\./,
    ],
    [{ allowed: { from: '1.0', to: '1.1', reason } }, /there is no rule that it could lift/],
    [{ 'required-stops': { at: ['7.1', '8'], reason } }, /every release is below ">=7\.1", ">=8"/],
    [{ 'land-on': { line: '1.7', newest: true, reason } }, /no release matches "1\.7"/],
    [{ 'enter-only-from': { entering: '9', from: '8', reason } }, /no release matches "9"/],
    [{ avoid: { versions: '=1.0.7', reason } }, /no release matches "=1\.0\.7"/],
    [{ 'needs-part': { part: 'chart', entering: '9', versions: '1', reason } }, /no release matches "9"/],
    [{ manual: { id: 'it', entering: '9', text: 'Do it.' } }, /every release is below "9"/],
    [{ 'no-line-skipped': { line: 'minor', since: '9', reason } }, /no release matches ">=9"/],
    [{ migrations: { list: [{ id: 1, 'runs-from': '1.0' }], reason } }, /no release requires any of them yet/],
  ];
  for (const [rule, why] of never) {
    const [said = '', ...more] = idle([rule]);
    assert.match(said, why, JSON.stringify(rule));
    assert.deepEqual(more, []);
  }
  assert.deepEqual(
    idle([
      ...(records.path as object[]),
      { allowed: { from: '1.0', to: '1.2', reason } },
      { 'required-stops': { at: '1.1', reason } },
    ]),
    [],
  );
});
