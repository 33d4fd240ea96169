import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planPath } from '../../../src/core/path/planner.ts';
import { requestOf, type Vendor } from './product-cases.ts';

const day = 86_400_000;

function refusal(vendor: Vendor, current: string, target: string, more: object = {}) {
  const plan = planPath({ ...requestOf(vendor, current, target), ...more });
  assert.equal(plan.kind, 'no-path');
  return plan.kind === 'no-path' ? plan.message : { happened: '', means: '', next: '' };
}

test('the day on which a release is old enough is named', () => {
  const dated: Vendor = {
    releases: [
      '1.0.0',
      { tag: '1.1.0', publishedAt: '2025-12-30T00:00:00Z' },
      { tag: '1.2.0', publishedAt: '2025-01-01T00:00:00Z' },
    ],
    path: [{ 'no-line-skipped': { line: 'minor', reason: 'One at a time.' } }],
  };
  const { means, next } = refusal(dated, '1.0.0', '1.2', { minimumAge: 7 * day });
  assert.match(
    means,
    /^Without the first of these there would be a path, 1\.0\.0 → 1\.1\.0 → 1\.2\.0\. minimum-age: .* On 6 Jan 2026 those that are needed will be old enough\./,
  );
  assert.match(next, /^Wait until then, or set a lower minimum age with --minimum-age/);
});

test('the unknown fact that would open the path is asked for, in a demand and in an exception', () => {
  const forbidden = { from: '1.0', to: '>1.0', reason: 'Not on many nodes.', url: 'https://example.com/nodes' };
  const demand: Vendor = {
    releases: ['1.0.0', '1.1.0'],
    path: [{ forbidden: { ...forbidden, when: { fact: 'nodes', 'at-least': 2 } } }],
  };
  const asked = refusal(demand, '1.0.0', 'newest');
  assert.match(
    asked.means,
    /Not on many nodes\. It is not known whether this installation needs it \(nodes\).*\(https:\/\/example\.com\/nodes\)/,
  );
  assert.equal(asked.next, 'Give the facts: --facts nodes=VALUE.');
  const exception = {
    from: '1.0',
    to: '1.1',
    overrules: ['forbidden'],
    reason: 'One node may.',
    when: { fact: 'nodes', is: 1 },
  };
  const granted: Vendor = { ...demand, path: [{ forbidden }, { allowed: exception }] };
  const message = refusal(granted, '1.0.0', 'newest');
  assert.match(
    message.means,
    /^Without the first of these .* allowed: One node may\. It does not apply, because nodes is not known\./,
  );
  assert.match(message.next, /^Give the facts: --facts nodes=VALUE\./);
});

test('if a rule forbids a hop, the suggested exception lifts that rule; if none can, none is suggested', () => {
  const forbidden: Vendor = {
    releases: ['1.0.0', '1.1.0'],
    path: [{ forbidden: { from: '1.0', to: '>1.0', reason: 'No.' } }],
  };
  assert.match(
    refusal(forbidden, '1.0.0', 'newest').next,
    /`- allowed: \{ from: "=1\.0\.0", to: "=1\.1\.0", overrules: \[forbidden\], reason: "…" \}`/,
  );
  const avoided: Vendor = {
    releases: ['1.0.0', '1.1.0', '1.2.0'],
    path: [
      { 'required-stops': { at: '1.1', reason: 'Stop.' } },
      { avoid: { versions: '1.1', reason: 'It loses mail.' } },
      { forbidden: { from: '1.0', to: '1.2', reason: 'No.' } },
    ],
  };
  const { means, next } = refusal(avoided, '1.0.0', 'newest');
  assert.match(
    means,
    /^Without the first of these .* 1\.0\.0 → 1\.1\.0 → 1\.2\.0\. avoid: 1\.1\.0 is avoided: It loses mail\./,
  );
  assert.equal(
    next,
    'No exception lifts this: only if the vendor allows it, change `avoid` in `path:` of the product.',
  );
});
