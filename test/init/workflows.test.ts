import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { hopSequence } from '../../src/hop/sequence.ts';
import { actionMistakes, workflowMistakes } from '../support/workflow-parser.ts';
import { emptyRepository, flags, hop, type Repository } from './repository.ts';

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
        .filter((step) => step.id !== undefined)
        .map(({ id, name, with: given }) => ({
          job,
          id,
          title: name.replaceAll(/\$\{\{ fromJSON\(inputs\.hop\)\.(from|to) \}\}/g, '{$1}'),
          ...Object.fromEntries(Object.entries(given).filter(([input]) => input !== 'hop')),
        })),
    );
    assert.deepEqual(steps, hopSequence({ deferrable: product === 'deferring', proveRestorePoint: false }));
  });

  test(`GitHub's own parser accepts the workflows of a ${product} product`, async (t) => {
    assert.deepEqual(await workflowMistakes((await written(t, product)).directory), []);
  });
}

test('a job has the variables of its environment alone', async (t) => {
  const { jobs } = hopWorkflow.parse(parse(await (await written(t, 'deferring')).read(hop)));
  const names = Object.fromEntries(Object.entries(jobs).map(([job, { env }]) => [job, Object.keys(env)]));
  assert.deepEqual(names, {
    read: ['BACKUP_FOLDER', 'PRODUCTION_ADMIN_TOKEN', 'PRODUCTION_DATABASE_URL'],
    rehearse: ['BACKUP_FOLDER', 'STAGING_ADMIN_TOKEN', 'STAGING_DATABASE_URL'],
    promote: ['BACKUP_FOLDER', 'PRODUCTION_ADMIN_TOKEN', 'PRODUCTION_DATABASE_URL', 'STAGED_UPGRADE_FREEZE'],
    finalize: ['PRODUCTION_ADMIN_TOKEN', 'STAGED_UPGRADE_FREEZE'],
  });
});

test("GitHub's own parser accepts action.yml", async () => {
  assert.deepEqual(await actionMistakes(join(root, 'action.yml')), []);
});
