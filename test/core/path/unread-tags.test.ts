import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { z } from 'zod';
import { UserError } from '../../../src/core/messages/errors.ts';
import type { PathPlan } from '../../../src/core/model/path-plan.ts';
import { planPath } from '../../../src/core/path/planner.ts';
import { readVersion, versionScheme } from '../../../src/core/path/sources/versions/version-scheme.ts';
import { readReleases } from '../../../src/drivers/releases/read-releases.ts';

function plan(tags: readonly string[], versions: unknown, current: string, target = 'newest'): PathPlan {
  const scheme = versionScheme.parse(versions);
  const releases = readReleases({ source: 'the registry', tags: tags.map((tag) => ({ tag })) }, scheme);
  return planPath({ current, target, releases, scheme, rules: [], now: new Date('2026-01-01') });
}

function doubt(answer: PathPlan): string | undefined {
  assert.equal(answer.kind, 'already-there');
  return answer.kind === 'already-there' ? answer.doubt?.happened : undefined;
}

test('a path that ends where it starts because tags were left out says so first, with their count and an example', () => {
  const tags = ['1.0.0', '1.1.0', 'release-1.2.0', 'release-1.3.0'];
  assert.equal(
    doubt(plan(tags, {}, '1.1.0')),
    'Nothing newer than 1.1.0 is known, but of the registry 2 tags are left out, such as "release-1.3.0", because it does not match the version pattern of the product.',
  );
  assert.match(
    doubt(plan(['1.1.0', '1.2.0-ee', '1.3.0-ee'], {}, '1.1.0')) ?? '',
    /2 tags are left out, such as "1\.3\.0-ee", because what follows its numbers makes it a prerelease/,
  );
  assert.match(
    doubt(plan([...tags, 'r-1.1.7'], {}, '1.1.0', 'newest-patch')) ?? '',
    /one tag is left out, such as "r-1\.1\.7"/,
  );
  assert.match(doubt(plan([...tags, 'r-1.1.7'], {}, '1.1.0', '1.1')) ?? '', /one tag is left out/);
});

test('tags that nobody would miss are not a reason for doubt', () => {
  const quiet = ['0.9-old', 'nightly', 'latest', '1.2.0-rc.1', '1.2.0-beta3', '1.1.0-dev'];
  assert.equal(doubt(plan(['1.0.0', '1.1.0', ...quiet], {}, '1.1.0')), undefined);
  const ignore = [{ pattern: '^release-', reason: 'is of another product' }];
  assert.equal(doubt(plan(['1.0.0', '1.1.0', 'release-1.3.0'], { ignore }, '1.1.0')), undefined);
  assert.equal(doubt(plan(['v1.1.0', '1.1.0', 'release-1.3.0'], {}, '1.1.0', 'newest-patch')), undefined);
});

test('a list of which nothing is read is an error, and the suggested setting reads most of the list', () => {
  const form = z.string();
  const shapes = fc.record({
    before: fc.constantFrom('', 'v', 'release-', 'core/v', '@scope/pkg@', 'REL_', 'a.b+'),
    after: fc.constantFrom('', '-ee', '+build', '-alpine', '.final', ' (x)'),
    count: fc.integer({ min: 1, max: 4 }),
    numbers: fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 8 }),
  });
  fc.assert(
    fc.property(shapes, ({ before, after, count, numbers }) => {
      const tags = numbers.map((number) => `${before}${[2, number, 1, 7, 9].slice(0, count + 1).join('.')}${after}`);
      const versions = { pattern: '^never(?<version>.*)$' };
      let said: UserError | undefined;
      try {
        plan(tags, versions, '2.0.0');
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        said = error;
      }
      assert.match(said?.detail.happened ?? '', /^0 of the \d+ tags .* do not match/);
      const written = /^Write under `versions:` of the product: (?<yaml>.*)$/.exec(said?.detail.next ?? '')?.groups
        ?.yaml;
      assert.ok(written !== undefined, said?.detail.next);
      const scheme = versionScheme.parse(parse(`{ ${written} }`));
      for (const tag of tags) assert.equal(readVersion(tag, scheme).kind, 'version', `${form.parse(tag)}: ${written}`);
    }),
    { numRuns: 500 },
  );
});
