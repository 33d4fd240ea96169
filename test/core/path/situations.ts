import fc from 'fast-check';
import { planPath } from '../../../src/core/path/planner.ts';
import { liftedBy, pathRules } from '../../../src/core/path/rules.ts';
import { versionScheme } from '../../../src/core/path/sources/versions/version-scheme.ts';
import type { Known, WrittenRule } from './oracle.ts';
import { releasesOf } from './product-cases.ts';

const release = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }))
  .map((numbers) => numbers.join('.'));
const line = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map(String),
  release.map((label) => label.split('.').slice(0, 2).join('.')),
);
const bound = fc.oneof(line, release);
const part = fc
  .tuple(fc.constantFrom('', '>=', '>', '<=', '<'), bound)
  .map(([operator, label]) => `${operator}${label}`);
const range = fc.oneof(
  { weight: 1, arbitrary: fc.constant('*') },
  { weight: 3, arbitrary: part },
  { weight: 2, arbitrary: fc.tuple(part, part).map((parts) => parts.join(' ')) },
  { weight: 2, arbitrary: fc.tuple(part, part).map((parts) => parts.join(' || ')) },
);
const lineKind = fc.constantFrom('major' as const, 'minor' as const);
const missing = fc.constantFrom('ask' as const, 'refuse' as const, 'pass' as const);
const land = fc.constantFrom('newest' as const, 'any' as const);
const since = fc.option(bound, { nil: undefined });
const reason = fc.constant('Because.');
const hop = { from: range, to: range };

/** Why there is no value for a kind of rule here. */
interface LeftOut {
  readonly leftOut: string;
}

/** Each kind has its place: what is not tried here must say why. */
const rules: Readonly<Record<keyof WrittenRule, readonly fc.Arbitrary<WrittenRule>[] | LeftOut>> = {
  'no-line-skipped': [
    fc.record({ 'no-line-skipped': fc.record({ line: lineKind, land, missing, since, until: since, reason }) }),
  ],
  'lines-per-hop': [
    fc.record({
      'lines-per-hop': fc.record({
        line: lineKind,
        'at-most': fc.integer({ min: 1, max: 3 }),
        land,
        missing: fc.constant('ask' as const),
        since,
        until: since,
        reason,
      }),
    }),
  ],
  'finish-line-first': [fc.record({ 'finish-line-first': fc.record({ line: lineKind, since, reason }) })],
  'between-majors': [
    fc.record({
      'between-majors': fc.record({
        'leave-from': fc.constantFrom('last-minor' as const, 'any' as const),
        'enter-at': fc.constantFrom('first-minor' as const, 'any' as const),
        since,
        reason,
      }),
    }),
  ],
  'enter-only-from': [fc.record({ 'enter-only-from': fc.record({ entering: range, from: range, reason }) })],
  'land-on': [
    fc.record({
      'land-on': fc.oneof(
        fc.record({ line, 'at-least': release, reason }),
        fc.record({ line, exactly: release, reason }),
        fc.record({ line, newest: fc.constant(true as const), reason }),
      ),
    }),
  ],
  'required-stops': [
    fc.record({ 'required-stops': fc.record({ at: fc.array(bound, { minLength: 1, maxLength: 3 }), land, reason }) }),
  ],
  allowed: [
    fc.record({ allowed: fc.record({ ...hop, overrules: fc.constant([...liftedBy.byDefault]), reason }) }),
    fc.record({
      allowed: fc.record({ ...hop, overrules: fc.constant(['forbidden', 'migrations', 'land-on', 'only']), reason }),
    }),
  ],
  forbidden: [fc.record({ forbidden: fc.record({ ...hop, reason }) })],
  only: [
    fc.record({
      only: fc.record({
        hops: fc.array(fc.record(hop), { minLength: 1, maxLength: 3 }),
        within: fc.option(range, { nil: undefined }),
        reason,
      }),
    }),
  ],
  'listed-upgrades': { leftOut: 'what is listed is with the releases, which have none here' },
  'needs-part': { leftOut: 'releases have no parts here' },
  'moves-together': { leftOut: 'releases have no parts here' },
  migrations: [
    fc.record({
      migrations: fc.record({
        list: fc.array(
          fc.record({
            id: fc.string({ minLength: 1 }),
            'runs-from': release,
            'required-before': fc.option(release, { nil: undefined }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        reason,
      }),
    }),
  ],
  avoid: [fc.record({ avoid: fc.record({ versions: range, reason }) })],
  manual: { leftOut: 'it asks a person for something and changes no path' },
  configuration: { leftOut: 'it asks a person for something and changes no path' },
  note: { leftOut: 'it says something and changes no path' },
};

const rule = fc.oneof(...Object.values(rules).flatMap((kinds) => ('leftOut' in kinds ? [] : kinds)));

/** Some releases, some rules, and two ends between which a path is asked for. */
export const situation = fc
  .record({
    known: fc.uniqueArray(
      fc.record({ label: release, isWithdrawn: fc.integer({ min: 0, max: 9 }).map((one) => one === 0) }),
      { minLength: 2, maxLength: 10, selector: ({ label }) => label },
    ),
    rules: fc.array(rule, { maxLength: 4 }),
    ends: fc.tuple(fc.nat(), fc.nat()),
  })
  .map(({ known, rules, ends: [one, other] }) => {
    const sorted = known.map(({ label }) => label).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    const from = one % (sorted.length - 1);
    const to = from + 1 + (other % (sorted.length - 1 - from));
    return { known, rules, current: sorted[from] ?? '', target: sorted[to] ?? '' };
  });

export function plan(known: readonly Known[], rules: readonly unknown[], current: string, target: string) {
  return planPath({
    current,
    target,
    rules: pathRules.parse(rules),
    releases: releasesOf(
      ...known.map(({ label, isWithdrawn }) => ({
        tag: `v${label}`,
        ...(isWithdrawn ? { withdrawn: { reason: 'Broken' } } : {}),
      })),
    ),
    scheme: versionScheme.parse({}),
    now: new Date('2026-01-01'),
  });
}
