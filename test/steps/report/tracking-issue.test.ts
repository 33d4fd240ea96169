import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { report } from '../../../src/steps/report/report.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';
import { type PlainIssues, plainIssues } from '../../support/github-api/plain-issues.ts';

const { id, from, to } = hop;
const onProduction = { hop, environment: 'production' } as const;
const url = 'https://github.com/acme/records/actions/runs/7001';
const run = { kind: 'github', id: '7001', attempt: 1, actor: 'mona', url } as const;

async function planned(
  github: PlainIssues,
  configuration: Readonly<Record<string, unknown>> = { 'tracking-issue': { labels: ['upgrade'], assignees: ['mona'] } },
): Promise<VirtualSystem> {
  const system = virtualSystem({
    run,
    githubFetch: github.fetch,
    environment: { GITHUB_API_URL: 'http://github.internal', GITHUB_REPOSITORY: 'acme/records' },
    configuration: { gates: { production: 'environment', finalize: 'environment' }, ...configuration },
  });
  const first = { id: '0.9.0--1.0.2', from: '0.9.0', to: '1.0.2', digest: 'a'.repeat(64), manual: [] };
  const hops = [first, { id, from, to, digest: system.hop.digest, manual: [] }];
  await system.record({ type: 'planned', current: '0.9.0', target: to, hops });
  return system;
}

const completed = { type: 'completed', milliseconds: 1 } as const;
const deployed: readonly JournalEvent[] = [
  { ...onProduction, type: 'deploying', release: 'to', version: to, deferred: true, applied: 'm6' },
  { ...onProduction, type: 'deployed', release: 'to', version: to, deferred: true, milliseconds: 1 },
  {
    ...onProduction,
    type: 'smoke-tested',
    release: 'to',
    version: to,
    migrations: 'pending',
    tests: ['t'],
    milliseconds: 1,
  },
];
const reported = (system: VirtualSystem) => system.ask(report, { command: 'report', environment: 'production' });

test('one issue tracks a climb: it says who is waited for, and is closed with the path', async () => {
  const github = plainIssues();
  const system = await planned(github);
  await system.record({
    ...onProduction,
    hop: { ...hop, id: '0.9.0--1.0.2', from: '0.9.0', to: '1.0.2', digest: 'a'.repeat(64) },
    ...completed,
  });
  await system.record(...deployed);
  await reported(system);
  const look = { id: `${to}--2.0.0`, from: to, to: '2.0.0', digest: 'b'.repeat(64), manual: [] };
  await system.record({ type: 'planned', current: to, target: '2.0.0', hops: [look], operation: 'plan' });
  await reported(system);
  assert.equal(github.issues.length, 1, 'the second report has found the issue of the first');
  const [issue] = github.issues;
  assert.ok(issue !== undefined);
  assert.equal(issue.title, 'Upgrade of records: 0.9.0 → 1.1.4');
  assert.deepEqual([issue.labels, issue.assignees, issue.state], [['upgrade'], ['mona'], 'open']);
  assert.match(issue.body, /\*\*1 of 2 hops are complete\.\*\*/);
  assert.match(
    issue.body,
    /the rollback window is open\. It waits for the reviewers of the environment "production-finalize"/,
  );
  assert.ok(issue.body.includes(url), issue.body);

  await system.record({ ...onProduction, ...completed });
  await reported(system);
  assert.equal(issue.state, 'closed');
  assert.match(issue.body, /The path is complete\./);
  await reported(system);
  assert.equal(github.issues.length, 1, 'for a path that is complete, none is made anew');
  assert.deepEqual(github.violations, []);
});

test('a refusal of GitHub is a warning with what to do, and stops nothing', async () => {
  const github = plainIssues();
  github.refused = { status: 403, message: 'Resource not accessible by integration' };
  const system = await planned(github);
  await system.record(...deployed);
  const { outcome } = await reported(system);
  assert.equal(outcome, 'passed');
  assert.match(
    system.warnings.join('\n'),
    /The tracking issue was not updated: GitHub answered 403: Resource not accessible by integration\. Give the job "permissions: \{ issues: write \}"\./,
  );
});

test('no request is sent to GitHub if no issue is wanted', async () => {
  const github = plainIssues();
  github.refused = { status: 500, message: 'never asked' };
  const system = await planned(github, {});
  await system.record(...deployed);
  await reported(system);
  assert.deepEqual(system.warnings, []);
});
