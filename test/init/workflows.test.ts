import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { UserError } from '../../src/core/messages/errors.ts';
import { hopSequence } from '../../src/core/model/sequence.ts';
import { actionMistakes, workflowMistakes } from '../support/workflow-parser.ts';
import { configuration, emptyRepository, flags, hop, type Repository, upgrade } from './repository.ts';

const root = join(import.meta.dirname, '..', '..');

const hopWorkflow = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      environment: z.object({ name: z.string() }),
      permissions: z.record(z.string(), z.string()),
      env: z.record(z.string(), z.string()),
      steps: z.array(
        z.object({
          id: z.string().optional(),
          name: z.string(),
          run: z.string().optional(),
          with: z.record(z.string(), z.union([z.string(), z.boolean()])),
        }),
      ),
    }),
  ),
});

async function written(t: TestContext, product: string): Promise<Repository> {
  const repository = await emptyRepository(t);
  await repository.init({ ...flags, product });
  return repository;
}

for (const product of ['plain', 'deferring']) {
  test(`hop.yml of a ${product} product has exactly the steps of a hop, in order, each with a name of its own`, async (t) => {
    const { jobs } = hopWorkflow.parse(parse(await (await written(t, product)).read(hop)));
    const steps = Object.entries(jobs).flatMap(([job, { steps }]) =>
      steps
        .filter((step) => step.id !== undefined && step.id !== 'diagnostics')
        .map(({ id, name, with: given }) => ({
          job,
          id,
          title: name.replaceAll(/\$\{\{ fromJSON\(inputs\.hop\)\.(from|to) \}\}/g, '{$1}'),
          ...Object.fromEntries(Object.entries(given).filter(([input]) => input !== 'hop' && input !== 'retry')),
        })),
    );
    const sequence = hopSequence({ deferrable: product === 'deferring', proveRestorePoint: false });
    assert.deepEqual(
      steps,
      sequence.map(({ checkpoint: _, ...step }) => step),
    );
  });

  test(`the jobs of a ${product} product on production keep what a failed step leaves for the vendor`, async (t) => {
    const { jobs } = hopWorkflow.parse(parse(await (await written(t, product)).read(hop)));
    const keeping = Object.entries(jobs).filter(([, { steps }]) => steps.at(-1)?.id === 'diagnostics');
    const onProduction = ['read', 'promote', ...(product === 'deferring' ? ['finalize'] : [])];
    assert.deepEqual(
      keeping.map(([job]) => job),
      onProduction,
    );
    const names = keeping.map(([, { steps }]) => steps.at(-1)?.with.name);
    assert.equal(new Set(names).size, onProduction.length, 'artifacts of one run have names of their own');
  });

  test(`GitHub's own parser accepts the workflows of a ${product} product`, async (t) => {
    assert.deepEqual(await workflowMistakes((await written(t, product)).directory), []);
  });
}

test('a job has only the variables of its environment', async (t) => {
  const { jobs } = hopWorkflow.parse(parse(await (await written(t, 'deferring')).read(hop)));
  const names = Object.fromEntries(Object.entries(jobs).map(([job, { env }]) => [job, Object.keys(env)]));
  assert.deepEqual(names, {
    read: ['BACKUP_FOLDER', 'PRODUCTION_ADMIN_TOKEN', 'PRODUCTION_DATABASE_URL'],
    rehearse: ['BACKUP_FOLDER', 'STAGING_ADMIN_TOKEN', 'STAGING_DATABASE_URL'],
    promote: ['BACKUP_FOLDER', 'PRODUCTION_ADMIN_TOKEN', 'PRODUCTION_DATABASE_URL', 'STAGED_UPGRADE_FREEZE'],
    finalize: ['PRODUCTION_ADMIN_TOKEN', 'STAGED_UPGRADE_FREEZE'],
  });
});

test('one approval for a whole path is a job of its own, and no other job waits for reviewers', async (t) => {
  const repository = await written(t, 'deferring');
  const text = await repository.read(configuration);
  await repository.write(configuration, text.replace('finalize: environment', 'finalize: environment, scope: path'));
  const { text: output } = await repository.init({ update: true });
  assert.deepEqual(await workflowMistakes(repository.directory), []);
  assert.match(output, /^ {2}production-approved \(without reviewers; open only to the default branch\)$/m);
  assert.match(output, /^ {2}production \(with required reviewers\)$/m);
  assert.doesNotMatch(output, /production-finalize/);

  const { jobs } = hopWorkflow.parse(parse(await repository.read(hop)));
  const bound = Object.entries(jobs).map(([job, { environment }]) => [job, environment.name]);
  assert.deepEqual(bound, [
    ['read', 'production-read'],
    ['rehearse', 'staging'],
    ['promote', 'production-approved'],
    ['finalize', 'production-approved'],
  ]);
  for (const job of ['promote', 'finalize']) assert.equal(jobs[job]?.permissions.actions, 'read');

  const upgradeJob = z.looseObject({
    needs: z.union([z.string(), z.array(z.string())]).optional(),
    if: z.string().optional(),
    environment: z.object({ name: z.string(), deployment: z.boolean().optional() }).optional(),
    permissions: z.record(z.string(), z.string()),
    env: z.record(z.string(), z.string()).optional(),
    steps: z.array(z.object({ with: z.record(z.string(), z.unknown()) })).optional(),
  });
  const upgraded = z.object({ jobs: z.record(z.string(), upgradeJob) }).parse(parse(await repository.read(upgrade)));
  const { approve, hop: legs } = upgraded.jobs;
  assert.deepEqual(approve?.environment, { name: 'production', deployment: false });
  assert.equal(approve?.needs, 'plan');
  assert.match(approve?.if ?? '', /^needs\.plan\.outputs\.result == 'passed' && .* == 'climb'$/);
  assert.deepEqual(approve?.permissions, { contents: 'write', actions: 'read' });
  assert.equal(approve?.env, undefined, 'it needs none of the credentials of production');
  assert.equal(approve?.steps?.[1]?.with.command, 'approve');
  assert.deepEqual(legs?.needs, ['plan', 'approve']);
  assert.equal(legs?.if, "needs.approve.outputs.result == 'passed'");

  await repository.write(configuration, text);
  await repository.init({ update: true });
  assert.doesNotMatch(await repository.read(upgrade), /approve:/);
});

test('nobody is asked for the migrations of a hop that is complete with its promotion', async (t) => {
  const text = await (await written(t, 'deferring')).read(hop);
  const workflow = z
    .object({
      jobs: z.object({
        promote: z.object({ outputs: z.record(z.string(), z.string()) }),
        finalize: z.object({ if: z.string() }),
      }),
    })
    .parse(parse(text));
  assert.equal(workflow.jobs.promote.outputs.complete, '${{ steps.report.outputs.complete }}');
  assert.equal(
    workflow.jobs.finalize.if,
    "needs.promote.outputs.result == 'passed' && needs.promote.outputs.complete != 'true'",
  );
});

test('the request to start a failed migration once more is passed to the production steps that need it, and to no other', async (t) => {
  const { jobs } = hopWorkflow.parse(parse(await (await written(t, 'deferring')).read(hop)));
  const minds = Object.entries(jobs).flatMap(([job, { steps }]) =>
    steps.filter((step) => step.with.retry === '${{ inputs.retry }}').map(({ id }) => `${job} ${id}`),
  );
  const inJob = (job: string, ...ids: readonly string[]) => ids.map((id) => `${job} ${id}`);
  assert.deepEqual(minds, [
    ...inJob('read', 'check', 'backup'),
    ...inJob('promote', 'check', 'backup', 'deploy', 'wait', 'smoke', 'report'),
    ...inJob('finalize', 'migrate', 'wait', 'smoke', 'report'),
  ]);
});

test("GitHub's own parser accepts action.yml", async () => {
  assert.deepEqual(await actionMistakes(join(root, 'action.yml')), []);
});

test('every input in the hint for a new run can be filled in, and reaches the plan', async (t) => {
  const repository = await written(t, 'deferring');
  const started = z.object({
    on: z.object({ workflow_dispatch: z.object({ inputs: z.record(z.string(), z.unknown()) }) }),
    jobs: z.object({ plan: z.object({ steps: z.array(z.object({ with: z.record(z.string(), z.unknown()) })) }) }),
  });
  const { on, jobs } = started.parse(parse(await repository.read(upgrade)));
  const inputs = Object.keys(on.workflow_dispatch.inputs);
  const taken = jobs.plan.steps.at(-1)?.with ?? {};
  for (const name of ['target', 'operation', 'acknowledge', 'facts', 'parts']) {
    assert.ok(inputs.includes(name), name);
    assert.match(String(taken[name]), new RegExp(`inputs\\.${name}\\b`));
  }
  assert.ok(inputs.length <= 25, "GitHub's limit");
});

test('what a person typed for a dispatched gate is passed to the steps that ask at it, and to no other', async (t) => {
  const repository = await written(t, 'deferring');
  const text = await repository.read(configuration);
  await repository.write(configuration, text.replaceAll(': environment', ': dispatch'));
  const { text: output } = await repository.init({ update: true });
  assert.doesNotMatch(output, /reviewers/);
  assert.deepEqual(await workflowMistakes(repository.directory), []);
  const { jobs } = hopWorkflow.parse(parse(await repository.read(hop)));
  const handed = Object.entries(jobs).flatMap(([job, { steps }]) =>
    steps.filter((step) => step.with.confirm === '${{ inputs.confirm }}').map(({ id }) => `${job} ${id}`),
  );
  assert.deepEqual(handed, ['promote backup', 'promote deploy', 'finalize migrate']);
  assert.match(await repository.read(upgrade), /^ {6}confirm: \$\{\{ inputs\.confirm \}\}$/m);
  assert.equal(jobs.promote?.permissions.actions, undefined, 'nobody is asked through the API');
});

test('preflight is an operation: a job for each environment, with what the other jobs there have', async (t) => {
  const repository = await written(t, 'deferring');
  const job = z.looseObject({
    if: z.string(),
    needs: z.union([z.string(), z.array(z.string())]),
    environment: z.object({ name: z.string(), deployment: z.boolean() }),
    permissions: z.record(z.string(), z.string()),
    env: z.record(z.string(), z.string()),
    steps: z.array(z.object({ with: z.record(z.string(), z.unknown()) })),
  });
  const form = z.object({
    on: z.object({
      workflow_dispatch: z.object({ inputs: z.object({ operation: z.object({ options: z.array(z.string()) }) }) }),
    }),
    jobs: z.object({
      plan: z.looseObject({ if: z.string(), steps: z.array(z.unknown()) }),
      preflight: job,
      'preflight-staging': job,
    }),
  });
  const { on, jobs } = form.parse(parse(await repository.read(upgrade)));
  assert.deepEqual(on.workflow_dispatch.inputs.operation.options, [
    'climb',
    'rehearse',
    'plan',
    'preflight',
    'mark-disposable',
  ]);
  const [production, staging] = [jobs.preflight, jobs['preflight-staging']];
  assert.deepEqual(production.environment, { name: 'production-read', deployment: false });
  assert.deepEqual(staging.environment, { name: 'staging', deployment: false });
  for (const [name, { if: when, steps }] of [
    ['production', production],
    ['staging', staging],
  ] as const) {
    assert.equal(when, "always() && inputs.operation == 'preflight'");
    const { command, environment } = steps.at(-1)?.with ?? {};
    assert.deepEqual([command, environment], ['preflight', name]);
  }
  assert.deepEqual(production.permissions, { contents: 'write', actions: 'read' });
  assert.deepEqual(staging.permissions, { contents: 'write' });
  const { jobs: legs } = hopWorkflow.parse(parse(await repository.read(hop)));
  const names = (env: Readonly<Record<string, string>> = {}) =>
    Object.keys(env).filter((name) => name !== 'STAGED_UPGRADE_FREEZE');
  assert.deepEqual(names(production.env), names(legs.read?.env));
  assert.deepEqual(names(staging.env), names(legs.rehearse?.env));
});

test('a schedule is written, kept by an update, and removed again', async (t) => {
  const repository = await emptyRepository(t);
  await repository.init({ ...flags, schedule: '17 * * * *' });
  assert.match(await repository.read(upgrade), /^ {2}schedule:\n {4}- cron: "17 \* \* \* \*"$/m);
  assert.deepEqual(await workflowMistakes(repository.directory), []);
  assert.equal((await repository.init({ check: true })).outcome, 'passed');
  await repository.init({ update: true, schedule: 'none' });
  assert.doesNotMatch(await repository.read(upgrade), /schedule/);
});

test('a schedule that GitHub would not accept is refused at once', async (t) => {
  const repository = await emptyRepository(t);
  for (const [schedule, why] of [
    ['hourly', 'a schedule has 5 fields, and this has 1'],
    ['60 * * * *', '"60" is not a valid minute'],
    ['0 22-4 * * *', '"22-4" is not a valid hour'],
    ['*/0 * * * *', '"*/0" is not a valid minute'],
  ] as const) {
    await assert.rejects(repository.init({ ...flags, schedule }), (error) => {
      assert.ok(error instanceof UserError);
      assert.equal(error.detail.happened, `--schedule is "${schedule}": ${why}.`);
      return true;
    });
  }
  await repository.init({ ...flags, schedule: '*/15 0-6,22 1 */2 1-5' });
});
