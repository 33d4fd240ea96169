import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEvent, RunIdentity } from '../../../src/core/model/event.ts';
import { check } from '../../../src/steps/check/check.ts';
import { newRunOf, type Stopped, withNewRun } from '../../../src/steps/hop/new-run.ts';
import { report } from '../../../src/steps/report/report.ts';
import { smoke } from '../../../src/steps/smoke/smoke.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const run: RunIdentity = { kind: 'github', id: '4711', attempt: 1, actor: 'engineer' };
const environment = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/patient_records',
  GITHUB_WORKFLOW_REF: 'acme/patient_records/.github/workflows/upgrade.yml@refs/heads/main',
};
const workflows = 'https://github.com/acme/patient_records/actions/workflows';

const step = (id: string, acknowledged: boolean) => ({ id, text: 'Change every program.', acknowledged });
const planned = (target: string, operation: 'plan' | 'climb' | 'rehearse'): JournalEvent => {
  const { id, from, to, digest } = hop;
  const manual = [step('readers', true), step('written-down', true), step('not-done', false)];
  return { type: 'planned', current: from, target, hops: [{ id, from, to, digest, manual }], operation };
};

async function newRunAfter(
  system: VirtualSystem,
  asked: Partial<Pick<Stopped, 'command' | 'environment'> & Stopped['input']> = {},
): Promise<string> {
  const { command = 'wait', environment, ...input } = asked;
  return newRunOf(system.project, { command, environment, input, entries: await system.entries(), hop: hop.id });
}

test('in a terminal it is the command that continues to the target of the climb, with what was acknowledged', async () => {
  const system = virtualSystem({ configuration: { acknowledge: ['written-down'] } });
  await system.record(planned('1.1.4', 'climb'), planned('2.0.0', 'plan'));
  assert.equal(
    await newRunAfter(system, { config: 'my file.yml', facts: ['size=large'] }),
    "npx staged-upgrade climb --config 'my file.yml' --target 1.1.4 --acknowledge readers --facts size=large",
  );
  await system.record(planned('1.1.4', 'rehearse'));
  assert.match(await newRunAfter(system), /^npx staged-upgrade rehearse --target 1\.1\.4 /);
  const rollback = { command: 'rollback', config: 'other.yml' };
  assert.equal(
    await newRunAfter(system, rollback),
    'npx staged-upgrade rollback --config other.yml --hop 1.0.2--1.1.4',
  );
});

test('in a workflow it is the address of the workflow that a person starts, with what to fill in', async () => {
  const system = virtualSystem({ run, environment });
  await system.record(planned('1.1.4', 'climb'));
  const filledIn = '("Run workflow", target 1.1.4, acknowledge "readers, written-down")';
  assert.equal(await newRunAfter(system), `${workflows}/upgrade.yml ${filledIn}`);

  const GITHUB_WORKFLOW_REF = 'acme/patient_records/.github/workflows/rollback.yml@refs/heads/main';
  const back = virtualSystem({ run, environment: { ...environment, GITHUB_WORKFLOW_REF } });
  await back.record(planned('1.1.4', 'climb'));
  assert.equal(
    await newRunAfter(back, { command: 'rollback' }),
    `${workflows}/rollback.yml ("Run workflow", hop 1.0.2--1.1.4)`,
  );
  assert.match(await newRunAfter(back, { command: 'report' }), /\/upgrade\.yml \("Run workflow", target 1\.1\.4/);

  const { GITHUB_WORKFLOW_REF: _, ...unnamed } = environment;
  assert.equal(
    await newRunAfter(virtualSystem({ run, environment: unnamed })),
    'https://github.com/acme/patient_records/actions (choose the workflow, then "Run workflow")',
  );
});

test('every step that waits names it, in its message and in its summary, and the journal keeps what is waited for', async () => {
  const system = virtualSystem({ run, environment });
  await system.record(planned('1.1.4', 'climb'));
  system.server.version = hop.from;
  system.server.migrations = { state: 'running', current: 'm6' };
  const { outcome, message, summary } = await system.ask(check, { command: 'check', environment: 'production' });
  assert.equal(outcome, 'waiting');
  assert.match(message?.next ?? '', /^Run again when it is done\. New run: https:\S+\/upgrade\.yml \("Run workflow", /);
  assert.match(
    summary,
    /New run: <https:\/\/github\.com\/acme\/patient_records\/actions\/workflows\/upgrade\.yml> \("/,
  );
  const ended = (await system.entries()).findLast(({ event }) => event.type === 'ended')?.event;
  assert.ok(ended?.type === 'ended' && !ended.message.includes('New run'));

  const reported = await system.ask(report, { command: 'report', environment: 'production' });
  assert.equal(reported.outcome, 'waiting');
  assert.match(
    reported.message?.next ?? '',
    /^Start a new run, which resumes from what it observes: https:\S+ \("Run workflow"/,
  );
});

test('the message after a failure or refusal does not say to run it again unchanged', async () => {
  const system = virtualSystem({ run, environment });
  const { outcome, message } = await system.ask(smoke, { command: 'smoke', environment: 'staging', release: 'to' });
  assert.equal(outcome, 'refused');
  assert.doesNotMatch(message?.next ?? '', /New run/);
});

test('what a person has to type stays apart from what follows it', () => {
  const next = withNewRun(
    { happened: 'It waits.', means: '', next: 'Start it with "confirm" set to: 0a1b2c' },
    'here',
  ).next;
  assert.equal(next, 'Start it with "confirm" set to: 0a1b2c · New run: here');
});

test('what ends with the advice to start a new run is said once, with its address', () => {
  const withAdvice = (next: string) => withNewRun({ happened: 'It waits.', means: '', next }, 'here').next;
  assert.equal(
    withAdvice('Fix it. Start a new run: it plans from 1.2.0.'),
    'Fix it. Start a new run, which plans from 1.2.0: here',
  );
  assert.equal(withAdvice('Start a new run.'), 'Start a new run: here');
  const before = 'Wait until it has ended, then start a new run. It may take a day.';
  assert.equal(withAdvice(before), `${before} New run: here`);
  const more = 'Start a new run: it plans again. If that fails, ask.';
  assert.equal(withAdvice(more), `${more} New run: here`);
});
