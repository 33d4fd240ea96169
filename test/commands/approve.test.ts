import '@octokit/core';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approve } from '../../src/commands/approve.ts';
import { UserError } from '../../src/core/messages/errors.ts';
import type { JournalEvent, RunIdentity } from '../../src/core/model/event.ts';
import { migrate } from '../../src/steps/migrations/migrate.ts';
import { hop } from '../core/history/world.ts';
import { plainAddress, plainGitHub } from '../support/github-api/plain-fetch.ts';
import type { Approval, EnvironmentRecord } from '../support/github-api/world.ts';
import { githubAt } from './github-clock.ts';
import { type VirtualSystem, virtualSystem } from './virtual-system.ts';

const workflow: RunIdentity = { kind: 'github', id: '7001', attempt: 1, actor: 'engineer' };
const production: EnvironmentRecord = { name: 'production', reviewers: ['mona'], canAdminsBypass: false };
const limited: EnvironmentRecord = { name: 'production-approved', branches: { names: ['main'] } };
const byMona: Approval = { state: 'approved', user: 'mona', comment: 'All of it', environments: ['production'] };
const here = { hop, environment: 'production' } as const;
const tested: readonly JournalEvent[] = [
  { ...here, type: 'deploying', release: 'to', version: hop.to, deferred: true },
  { ...here, type: 'deployed', release: 'to', version: hop.to, deferred: true, milliseconds: 1 },
  {
    ...here,
    type: 'smoke-tested',
    release: 'to',
    version: hop.to,
    migrations: 'pending',
    tests: [],
    milliseconds: 1,
  },
];

interface Choices {
  readonly environments?: readonly EnvironmentRecord[];
  readonly approvals?: readonly Approval[];
  readonly run?: RunIdentity;
  readonly scope?: 'hop' | 'path';
}

/** A run that has planned two hops, the second of which was deployed and tested. */
async function planned({
  environments = [production, limited],
  approvals = [byMona],
  run = workflow,
  scope = 'path',
}: Choices) {
  const world = { name: 'acme/records', id: 1, isPrivate: true, environments: [...environments] };
  const github = plainGitHub({
    repositories: [{ ...world, runs: [{ id: 7001, approvals: [...approvals] }] }],
    tokens: {},
  });
  const system = virtualSystem({
    run,
    githubFetch: github.fetch,
    environment: { GITHUB_API_URL: plainAddress, GITHUB_REPOSITORY: 'acme/records' },
    configuration: { gates: { production: 'environment', finalize: 'environment', scope } },
  });
  const before = { id: '0.9.0--1.0.2', from: '0.9.0', to: '1.0.2', digest: 'a'.repeat(64), manual: [] };
  const hops = [before, { ...system.reference, manual: [] }];
  await system.record({ type: 'planned', current: '0.9.0', target: hop.to, hops }, ...tested);
  const ask = (difference = 0) => system.ask(githubAt(system, difference, approve.run), { command: 'approve' }, 'path');
  return { system, github, ask };
}

const approvedBy = async (system: VirtualSystem) =>
  (await system.entries()).flatMap(({ event }) => (event.type === 'approved' ? [event] : []));

const start = (system: VirtualSystem) => system.ask(migrate, { command: 'migrate', environment: 'production' });

test('one approval is recorded for every hop of the run, each with its digest, and once', async () => {
  const { system, github, ask } = await planned({});
  const { outcome, headline, summary } = await ask();
  assert.equal(outcome, 'passed');
  assert.equal(headline, '2 hops approved for production by mona: 0.9.0--1.0.2, 1.0.2--1.1.4.');
  assert.match(summary, /only as it was planned and only when its rehearsal has passed/);
  assert.equal((await ask()).outcome, 'passed');
  const recorded = await approvedBy(system);
  assert.deepEqual(
    recorded.map(({ gate, by, comment, hop: { digest } }) => [gate, by, comment, digest]),
    ['a'.repeat(64), system.hop.digest].map((digest) => ['production, whole path', 'mona', 'All of it', digest]),
  );
  assert.deepEqual(github.violations, []);
});

test("a machine whose clock is ahead of GitHub's records no approval", async () => {
  const { system, ask } = await planned({});
  const { outcome, message } = await ask(-3_600_000);
  assert.equal(outcome, 'refused');
  assert.match(message?.happened ?? '', /The clock of this machine is 59 min 59 s ahead of GitHub's/);
  assert.deepEqual(await approvedBy(system), []);
});

test('a hop of the approved path continues without another question, and GitHub is asked whether the run was approved', async () => {
  const { system, github, ask } = await planned({});
  await ask();
  github.paths.length = 0;
  const { outcome, message } = await start(system);
  assert.doesNotMatch(message?.happened ?? '', /approv/);
  assert.notEqual(outcome, 'refused');
  assert.ok((await system.entries()).some(({ event }) => event.type === 'migrating'));
  assert.deepEqual(github.paths.map((path) => path.split('/').slice(4).join('/')).sort(), [
    'actions/runs/7001/approvals',
    'environments/production',
  ]);
});

async function isHeld(system: VirtualSystem, why: RegExp): Promise<void> {
  const { outcome, message } = await start(system);
  assert.equal(outcome, 'refused');
  assert.match(message?.happened ?? '', why);
  assert.ok(!(await system.entries()).some(({ event }) => event.type === 'migrating'));
}

test('without that job of this attempt, or for another digest, no hop continues', async () => {
  const without = await planned({});
  await isHeld(without.system, /This attempt of the run has no approval of its path/);

  const again = await planned({ run: { ...workflow, attempt: 2 }, approvals: [byMona, byMona] });
  const { reference } = again.system;
  const approved = { type: 'approved', hop: reference, gate: 'production, whole path', by: 'mona' } as const;
  await again.system.journalOf(workflow.id, 1).append(approved);
  await isHeld(again.system, /This attempt of the run has no approval of its path/);

  const other = await planned({});
  await other.system.record({
    type: 'approved',
    hop: { id: 'another', from: '0.9.0', to: '1.0.2', digest: other.system.hop.digest },
    gate: 'production, whole path',
    by: 'mona',
  });
  await isHeld(other.system, /is not among the hops that this run was approved for/);
});

test('an approval in the journal that GitHub does not show is not trusted', async () => {
  const forged = await planned({ approvals: [] });
  await forged.system.record({ type: 'approved', hop, gate: 'production, whole path', by: 'mona' });
  await isHeld(forged.system, /Nobody approved this run/);
});

test('nothing is approved if nobody is asked, nobody approved, or every branch can reach the credentials', async () => {
  const open: EnvironmentRecord = { name: 'production-approved' };
  const unguarded: EnvironmentRecord = { name: 'production', branches: 'protected' };
  const cases: readonly [Choices, RegExp][] = [
    [{ environments: [unguarded, limited] }, /lets jobs start without anybody's approval/],
    [{ approvals: [] }, /Nobody approved this run/],
    [{ environments: [production, open] }, /"production-approved" allows workflows from any branch/],
    [{ environments: [production] }, /"production-approved" does not exist/],
    [{ run: { ...workflow, attempt: 2 } }, /Nobody approved this job/],
  ];
  for (const [choices, why] of cases) {
    const { system, ask } = await planned(choices);
    const { outcome, message } = await ask();
    assert.equal(outcome, 'refused', String(why));
    assert.match(message?.happened ?? '', why);
    assert.deepEqual(await approvedBy(system), []);
  }
});

test('it is a step of a workflow that has one approval for its path, and nothing else', async () => {
  const mistake = async (choices: Choices): Promise<string> => {
    const { ask } = await planned(choices);
    const error = await ask().then(
      () => assert.fail('it was done'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof UserError);
    return error.message;
  };
  assert.match(await mistake({ scope: 'hop' }), /"gates: \{ scope: path \}" is not in the configuration/);
  assert.match(await mistake({ run: { ...workflow, kind: 'terminal' } }), /is a step of a workflow/);
});
