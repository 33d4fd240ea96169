import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isHopId } from '../../../src/core/model/hop.ts';
import { checkPath } from '../../../src/core/path/check-path.ts';
import { pathRules } from '../../../src/core/path/rules.ts';
import { pathOf, requestOf, type Vendor } from './product-cases.ts';

const alone = { to: '5.9.4', id: 'chart-first', text: 'Bring the chart to 5.9.4.' };
const needsChart = { part: 'chart', entering: '4', versions: '>=5.9 <6', alone, reason: 'Chart 5.9 prepares 4.0.' };

const vendor: Vendor = {
  releases: ['3.6.6', '3.7.11', '4.0.4', '4.1.3'],
  path: [
    { 'no-line-skipped': { line: 'minor', reason: 'One at a time.' } },
    { 'needs-part': needsChart },
    { 'moves-together': { part: 'chart', table: [{ releases: '4.0', versions: '6.0.1' }], reason: 'It carries it.' } },
    { manual: { id: 'backup', 'landing-on': '*', text: 'Back the bucket up.' } },
    { manual: { id: 'values', entering: '4', text: 'Rename the values.' } },
  ],
};

const between = (parts: Record<string, string>, from = '3.7.11', more: object = {}) =>
  pathOf(vendor, from, 'newest', { parts, ...more });

const labelsOf = ({ steps }: { readonly steps: readonly { readonly to: string }[] }) => steps.map(({ to }) => to);

describe('a part that a release needs first', () => {
  it('moves in a hop of its own on the release that stays', () => {
    const [first, second, third] = between({ chart: '5.8.1' }).steps;
    assert.deepEqual(
      [first?.from, first?.to, second?.from, second?.to, third?.from],
      ['3.7.11', '3.7.11+chart-5.9.4', '3.7.11+chart-5.9.4', '4.0.4', '4.0.4'],
    );
    assert.deepEqual(first?.releases, { from: '3.7.11', to: '3.7.11' });
    assert.deepEqual(second?.releases, { from: '3.7.11', to: '4.0.4' });
    assert.equal(third?.releases, undefined, 'where labels are releases, nothing else is said');
    assert.deepEqual(first?.partVersions, { from: { chart: '5.8.1' }, to: { chart: '5.9.4' } });
    assert.deepEqual(second?.partVersions, { from: { chart: '5.9.4' }, to: { chart: '6.0.1' } });
    assert.match(
      first?.reasons[0]?.text ?? '',
      /^Only the chart moves, 5\.8\.1 → 5\.9\.4; the release stays 3\.7\.11\. Chart 5\.9 prepares 4\.0\.$/,
    );
    assert.ok(isHopId(`${first?.from}--${first?.to}`));
  });

  it('asks for manual work that belongs to every landing, but not for that of the release', () => {
    const [first, second] = between({ chart: '5.8.1' }).steps;
    assert.deepEqual(
      [first, second].map((step) => step?.manual.map(({ id }) => id)),
      [['backup'], ['backup', 'values']],
    );
  });

  it('stays where it is if it is new enough, even too new for the rule that moves it', () => {
    assert.deepEqual(labelsOf(between({ chart: '5.9.9' })), ['4.0.4', '4.1.3']);
    assert.deepEqual(labelsOf(between({ chart: '6.2.0' })), ['3.7.11+chart-5.9.4', '4.0.4', '4.1.3']);
  });

  it('is a manual step while its version is unknown', () => {
    const { steps } = between({});
    assert.deepEqual(labelsOf({ steps }), ['4.0.4', '4.1.3']);
    assert.deepEqual(
      steps[0]?.manual.map(({ id }) => id),
      ['chart-first', 'backup', 'values'],
    );
  });

  it('moves directly before the hop that needs it, later on the path too', () => {
    const path = between({ chart: '5.8.1' }, '3.6.6');
    assert.deepEqual(
      labelsOf(path),
      ['3.7.11', '4.0.4', '4.1.3'],
      'a release on the way brings a chart that is not known',
    );
    const own = {
      ...vendor,
      path: [
        { 'needs-part': { ...needsChart, part: 'database' } },
        { 'no-line-skipped': { line: 'minor', reason: 'One.' } },
      ],
    };
    const later = pathOf(own, '3.6.6', 'newest', { parts: { database: '5.8.1' } });
    assert.deepEqual(labelsOf(later), ['3.7.11', '3.7.11+database-5.9.4', '4.0.4', '4.1.3']);
    assert.deepEqual(later.steps.at(-1)?.partVersions?.to, { database: '5.9.4' }, 'it stays moved');
  });

  it('moves once for two rules that the same version satisfies, and twice if it must', () => {
    const rule = (entering: string, versions: string, to: string) => ({
      'needs-part': {
        part: 'database',
        entering,
        versions,
        alone: { to, id: `${entering}-${to}`, text: 'Move it.' },
        reason: 'Needed.',
      },
    });
    const one = { ...vendor, path: [rule('4', '>=15', '16.1'), rule('4.1', '>=16', '16.1')] };
    assert.deepEqual(labelsOf(pathOf(one, '3.7.11', 'newest', { parts: { database: '14.2' } })), [
      '3.7.11+database-16.1',
      '4.1.3',
    ]);
    const two = { ...vendor, path: [...one.path, rule('4', '>=14.9', '14.9')].toReversed() };
    assert.deepEqual(labelsOf(pathOf(two, '3.7.11', 'newest', { parts: { database: '14.2' } })), [
      '3.7.11+database-14.9',
      '3.7.11+database-14.9+database-16.1',
      '4.1.3',
    ]);
  });

  it('is the version that a table names for a hop, if it has several', () => {
    const row = { releases: '3.7', versions: '>=5.4 <6', to: '5.9.2' };
    const carries = { 'moves-together': { part: 'chart', table: [row], reason: 'It carries it.' } };
    const own = { ...vendor, path: [carries, vendor.path].flat() };
    const { steps } = pathOf(own, '3.6.6', '4.0', { parts: { chart: '5.2.0' } });
    assert.deepEqual(labelsOf({ steps }), ['3.7.11', '4.0.4'], '5.9.2 needs no hop of its own');
    assert.deepEqual(steps[1]?.partVersions?.from, { chart: '5.9.2' });
    assert.deepEqual(
      pathOf(own, '3.7.11', '4.0', {}).steps[0]?.manual.map(({ id }) => id),
      ['chart-first', 'backup', 'values'],
      'which one the present release is deployed with, no table says',
    );
    const wrong = [{ 'moves-together': { part: 'chart', table: [{ ...row, to: '6.0.0' }], reason: 'x' } }];
    assert.throws(() => pathRules.parse(wrong), /a version that is one of/);
  });

  it('continues from a state that is named by its part', () => {
    const path = between({ chart: '5.9.4' }, '3.7.11', { currentLabel: '3.7.11+chart-5.9.4' });
    assert.equal(path.current, '3.7.11+chart-5.9.4');
    assert.deepEqual(
      path.steps.map(({ from, to }) => `${from}--${to}`),
      ['3.7.11+chart-5.9.4--4.0.4', '4.0.4--4.1.3'],
    );
  });

  it('moves on a path that somebody wrote down as well', () => {
    const check = checkPath({
      ...requestOf(vendor, '3.7.11', 'newest', { parts: { chart: '5.8.1' } }),
      path: ['4.0.4'],
      target: '4.0.4',
    });
    assert.ok(check.kind === 'sound');
    assert.deepEqual(labelsOf(check.path), ['3.7.11+chart-5.9.4', '4.0.4']);
  });
});

describe('a rule that moves a part', () => {
  it('names a version that it accepts itself', () => {
    const rules = (to: string, more: object = {}) => [
      { 'needs-part': { ...needsChart, alone: { ...alone, to }, ...more } },
    ];
    assert.ok(pathRules.safeParse(rules('5.9.4')).success);
    assert.match(JSON.stringify(pathRules.safeParse(rules('5.8.0')).error), /one of `versions`/);
    assert.match(JSON.stringify(pathRules.safeParse(rules('6.0.0')).error), /one of `versions`/);
    const target = { versions: undefined, 'at-least': 'target' };
    assert.match(JSON.stringify(pathRules.safeParse(rules('5.9.4', target)).error), /one of `versions`/);
  });
});
