import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planPath } from '../../src/path/planner.ts';
import { pathRules } from '../../src/path/rules.ts';
import { versionScheme } from '../../src/path/version-scheme.ts';
import { releasesOf } from './product-cases.ts';

// Releases and rule: https://www.medplum.com/docs/self-hosting/upgrading-server
test('the path that Medplum documents from 3.1.2 to 4.3.4', () => {
  const plan = planPath({
    current: '3.1.2-53eba89',
    target: '4.3.4',
    releases: releasesOf(
      'v3.1.2',
      'v3.2.0',
      'v3.2.33',
      'v3.3.0',
      'v4.0.0',
      'v4.0.4',
      'v4.1.0',
      'v4.1.12',
      'v4.2.0',
      'v4.2.6',
      'v4.3.0',
      'v4.3.4',
      'v4.3.15',
    ),
    scheme: versionScheme.parse({ pattern: '^v?(?<version>\\d+\\.\\d+\\.\\d+)(-(?<build>[0-9a-f]{7,}|unknown))?$' }),
    rules: pathRules.parse([
      {
        'no-line-skipped': {
          line: 'minor',
          since: '3.3.0',
          reason: 'Each minor must run its migrations.',
          url: 'https://www.medplum.com/docs/self-hosting/upgrading-server',
        },
      },
      { manual: { id: 'code-for-v4', entering: '4', text: 'Change the application code for v4.' } },
    ]),
    now: new Date('2026-01-01'),
  });
  assert.ok(plan.kind === 'path', JSON.stringify(plan));
  assert.deepEqual(
    plan.steps.map((step) => step.to),
    ['3.3.0', '4.0.4', '4.1.12', '4.2.6', '4.3.4'],
  );
  assert.deepEqual(
    plan.steps.map((step) => step.manual.map(({ id }) => id)),
    [[], ['code-for-v4'], [], [], []],
  );
});
