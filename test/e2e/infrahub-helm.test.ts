import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { missingKubernetes, startCluster, type TestCluster } from '../support/kubernetes/cluster.ts';
import { need } from '../support/tools.ts';
import { allWell, exampleWorkflows, withoutWindow } from './example-workflows.ts';
import { infrahubInHelm } from './infrahub-in-helm.ts';
import { annotationsOf, jobsOf, summaryOf } from './sample-run.ts';

/*
 * Infrahub with Helm, through its workflows: a real control plane whose pods play Infrahub's server and its upgrade, which Helm
 * trusts whatever it does, and a Neo4j that is managed separately.
 */

const act = need('act');
const skip = act.skip || (await missingKubernetes()) || false;
const acknowledge = ['release-notes-1.11.9', 'users-told-1.11.9', 'clients-1.11', 'neo4j-1.11'].join(',');
let cluster: TestCluster;

before(
  async () => {
    if (skip === false) cluster = await startCluster();
  },
  { timeout: 900_000 },
);
after(async () => await cluster?.stop());

test('the workflows of the example by Helm: a value that a chart needs blocks a hop, a hook that lies ends its rehearsal, it is climbed, and a restore goes back', {
  skip,
  timeout: 3_600_000,
}, async (t) => {
  const world = await infrahubInHelm(t, cluster, ['1.10.11', '1.11.9']);
  const { staged, repository, variables } = world;
  // Of KUBECONFIG, for the program that stands in the place of "kubectl exec".
  const environment = { PATH: cluster.environment.PATH ?? '', KUBECONFIG: cluster.kubeconfig };
  const { run, mark, folder } = await exampleWorkflows(t, { repository, staged, variables, environment });
  await mark('graph', world.stagingGraph);

  const blocked = await run({ target: '1.11', acknowledge });
  assert.notEqual(blocked.exitCode, 0);
  assert.match(blocked.shown, /redis\.host still has the value of an example in "deploy\/\w+\.values\.yaml"/);
  assert.equal(await world.version('staging'), '1.10.11', 'nothing was started');
  for (const side of ['production', 'staging']) {
    const file = join(folder, `deploy/${side}.values.yaml`);
    await writeFile(file, (await readFile(file, 'utf8')).replace('<change-me>', 'infrahub-cache-master'));
  }

  await world.fault('staging', 'migration');
  const lied = await run({ target: '1.11', acknowledge });
  assert.notEqual(lied.exitCode, 0);
  assert.match(JSON.stringify(annotationsOf(lied)), /says \\*"FAILED\\*": Migration: 076_\w+ FAILED/);
  assert.equal((await world.graph('production')).graphVersion, 75, 'production was not touched');
  await world.fault('staging', '');

  const before = await world.graph('production');
  const climbed = await run({ target: '1.11', acknowledge });
  assert.equal(climbed.exitCode, 0, JSON.stringify(annotationsOf(climbed), undefined, 2));
  assert.deepEqual(jobsOf(climbed), allWell(withoutWindow));
  const [now, copy] = [await world.graph('production'), await world.graph('staging')];
  assert.deepEqual([now.graphVersion, now.deploymentId], [79, before.deploymentId]);
  assert.deepEqual([now.nodes, now.proposedChanges], [before.nodes, before.proposedChanges]);
  assert.deepEqual(now.branches, before.branches, 'rebased, and what was merged stays so');
  assert.notEqual(copy.deploymentId, now.deploymentId);
  assert.equal(await world.version('production'), '1.11.9');
  const summary = summaryOf(climbed, 'Report');
  for (const list of ['Before the upgrade: 7 of 7', 'After the upgrade: 7 of 7'])
    assert.ok(summary.includes(list), `${list}\n${summary}`);

  // As "helm rollback" would do it: the previous release on the newer graph.
  const hop = '1.10.11--1.11.9';
  const alone = await run({ hop, reason: 'a test' }, { workflow: 'rollback.yml' });
  assert.notEqual(alone.exitCode, 0);
  assert.match(
    JSON.stringify(annotationsOf(alone)),
    /1\.10\.11 must not simply be deployed again: the migrations of 1\.11\.9/,
  );
  assert.equal(await world.version('production'), '1.11.9', 'nothing was changed');
  const back = await run({ hop, confirm: hop, reason: 'a test' }, { workflow: 'rollback.yml' });
  assert.equal(back.exitCode, 0, JSON.stringify(annotationsOf(back), undefined, 2));
  const restored = await world.graph('production');
  assert.deepEqual([restored.graphVersion, restored.deploymentId], [75, before.deploymentId]);
  assert.deepEqual([restored.nodes, restored.branches], [before.nodes, before.branches]);
  assert.equal(await world.version('production'), '1.10.11', 'the older release serves');
});
