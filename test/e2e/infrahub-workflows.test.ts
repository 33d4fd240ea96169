import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parseDocument } from 'yaml';
import { missingDocker, startEngine, type TestEngine } from '../support/docker.ts';
import { makeInfrahubImages } from '../support/infrahub/containers.ts';
import { need } from '../support/tools.ts';
import { allWell, exampleWorkflows, withoutWindow } from './example-workflows.ts';
import { createInfrahubWorld } from './infrahub-world.ts';
import { annotationsOf, jobsOf, summaryOf } from './sample-run.ts';

/*
 * Infrahub from 1.9 to 1.11 through the example's workflows, in containers of a real engine whose programs play Infrahub's: a hop
 * that stops first, a rolling one, and the rollback.
 */

const act = need('act');
const skip = act.skip || (await missingDocker()) || false;
const releases = ['1.9.10', '1.10.11', '1.11.9'] as const;
const acknowledged = [
  ...['1.10.11', '1.11.9'].flatMap((to) => [`release-notes-${to}`, `users-told-${to}`]),
  ...['sso-logins-1.10', 'schemas-1.10', 'graphql-1.10', 'clients-1.11'],
].join(',');
let engine: TestEngine;

/** Several API servers of docs/infrahub.md. */
async function rollingIn(file: string): Promise<void> {
  const configuration = parseDocument(await readFile(file, 'utf8'));
  for (const side of ['production', 'staging']) {
    const compose = ['environments', side, 'deploy', 'compose'];
    configuration.deleteIn([...compose, 'stop-first']);
    configuration.deleteIn([...compose, 'before', 0, 'needs']);
    configuration.setIn([...compose, 'strategy'], 'rolling');
    configuration.setIn([...compose, 'services'], ['infrahub-server', 'task-worker']);
  }
  await writeFile(file, configuration.toString());
}

before(
  async () => {
    if (skip !== false) return;
    engine = await startEngine();
    await makeInfrahubImages(engine, releases);
  },
  { timeout: 900_000 },
);
after(async () => await engine?.stop());

test('the workflows of the example climb Infrahub from 1.9 to 1.11 in Compose, the second hop without a failed request, and a restore goes back', {
  skip,
  timeout: 3_600_000,
}, async (t) => {
  const world = await createInfrahubWorld(t, engine, releases);
  const { staged, repository, variables } = world;
  const { PATH: _path, HOME: _home, ...environment } = engine.environment;
  const { run, mark, folder } = await exampleWorkflows(t, { repository, staged, variables, environment });
  await mark('graph', 'infrahub-staging');
  await mark('objects', join(world.folder, 'staging/storage'));

  const before = await world.graph('production');
  const stopped = await run({ target: '1.10', acknowledge: acknowledged });
  assert.equal(stopped.exitCode, 0, JSON.stringify(annotationsOf(stopped), undefined, 2));
  assert.deepEqual(jobsOf(stopped), allWell(withoutWindow));
  assert.equal(await world.version('production'), '1.10.11');

  // From here one server after the other. The enterprise edition is backed up while it serves.
  await rollingIn(join(folder, '.github/staged-upgrade.yml'));
  const load = world.load();
  const climbed = await run(
    { target: '1.11', acknowledge: acknowledged },
    { environment: { STAND_IN_EDITION: 'enterprise' } },
  );
  const { versions, failed } = await load();
  assert.equal(climbed.exitCode, 0, JSON.stringify(annotationsOf(climbed), undefined, 2));
  assert.deepEqual(jobsOf(climbed), allWell(withoutWindow));
  assert.deepEqual(failed, [], 'not one request failed');
  assert.deepEqual(versions, new Set(['1.10.11', '1.11.9']));
  const [now, copy] = [await world.graph('production'), await world.graph('staging')];
  assert.deepEqual([now.graphVersion, now.nodes, now.deploymentId], [79, before.nodes, before.deploymentId]);
  assert.deepEqual(now.branches, before.branches, 'rebased, and what was merged stays so');
  assert.notEqual(copy.deploymentId, now.deploymentId);
  assert.equal(await world.version('production'), '1.11.9');
  const summary = summaryOf(climbed, 'Report');
  for (const list of [
    'Before the upgrade: 7 of 7',
    'After the upgrade: 7 of 7',
    'Testing the upgrade on staging: 6 of 6',
  ])
    assert.ok(summary.includes(list), `${list}\n${summary}`);

  const hop = '1.10.11--1.11.9';
  const back = await run({ hop, confirm: hop, reason: 'a test' }, { workflow: 'rollback.yml' });
  assert.equal(back.exitCode, 0, JSON.stringify(annotationsOf(back), undefined, 2));
  assert.equal((await world.graph('production')).graphVersion, 75);
  assert.equal(await world.version('production'), '1.10.11', 'the older release serves');
});
