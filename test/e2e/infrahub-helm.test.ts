import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createActRepository } from '../support/act.ts';
import { editsOfInit } from '../support/act-render.ts';
import { plainCanary } from '../support/canary.ts';
import { startGitHub } from '../support/github-api/server.ts';
import { missingKubernetes, startCluster, type TestCluster } from '../support/kubernetes/cluster.ts';
import { need } from '../support/tools.ts';
import { action, actionsIn, exportSources, protectedBy } from './action-for-act.ts';
import { infrahubInHelm } from './infrahub-in-helm.ts';
import { annotationsOf, jobsOf, summaryOf } from './sample-run.ts';

/*
 * Infrahub by Helm, by its workflows: a real control plane whose pods play Infrahub's server and its upgrade, which Helm believes
 * whatever it does, and a Neo4j that is managed apart.
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
  const updated = await world.staged('init', '--update', '--action', action);
  assert.equal(updated.exitCode, 0, updated.stderr);
  const exported = await mkdtemp(join(tmpdir(), 'staged-upgrade-action-'));
  t.after(() => rm(exported, { recursive: true, force: true }));
  await exportSources(exported);
  const token = plainCanary('GITHUB_TOKEN').value;
  const github = await startGitHub(protectedBy('release-engineer', token));
  t.after(() => github[Symbol.asyncDispose]());
  const path = process.env.PATH;
  process.env.PATH = cluster.environment.PATH ?? '';
  t.after(() => {
    process.env.PATH = path;
  });
  const repository = await createActRepository({
    act: act.path,
    contents: world.repository,
    edits: editsOfInit,
    actions: actionsIn(exported),
  });
  t.after(() => repository.remove());
  const all = Object.entries(world.variables);
  const isSecret = (name: string): boolean => /_(API_TOKEN|PASSWORD|KUBECONFIG|NEO4J_URL)$/.test(name);
  const run = (inputs: Readonly<Record<string, string>>, job?: string, workflow = 'upgrade.yml') =>
    repository.run({
      workflow,
      inputs,
      ...(job === undefined ? {} : { job }),
      variables: Object.fromEntries(all.filter(([name]) => !isSecret(name))),
      secrets: { ...Object.fromEntries(all.filter(([name]) => isSecret(name))), GITHUB_TOKEN: token },
      environment: {
        GITHUB_API_URL: github.url,
        ARTIFACTS: join(world.folder, 'artifacts'),
        // For the program that stands in the place of "kubectl exec".
        KUBECONFIG: cluster.kubeconfig,
      },
      timeoutMilliseconds: 3_000_000,
    });
  const marked = await run({ operation: 'mark-disposable', data: 'graph', confirm: world.stagingGraph }, 'mark');
  assert.equal(marked.exitCode, 0, `${marked.shown}\n${marked.stderr}`);

  const blocked = await run({ target: '1.11', acknowledge });
  assert.notEqual(blocked.exitCode, 0);
  assert.match(blocked.shown, /redis\.host still has the value of an example in "deploy\/\w+\.values\.yaml"/);
  assert.equal(await world.version('staging'), '1.10.11', 'nothing was started');
  for (const side of ['production', 'staging']) {
    const file = join(repository.folder, `deploy/${side}.values.yaml`);
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
  const jobs = ['Read production', 'Rehearse on staging', 'Promote to production'].map((job) => `1 of 1: ${job}`);
  assert.deepEqual(
    jobsOf(climbed),
    ['Plan', ...jobs, 'Report'].map((job) => `${job}: success`),
  );
  const [now, copy] = [await world.graph('production'), await world.graph('staging')];
  assert.deepEqual([now.graphVersion, now.deploymentId], [79, before.deploymentId]);
  assert.deepEqual([now.nodes, now.proposedChanges], [before.nodes, before.proposedChanges]);
  assert.deepEqual(now.branches, before.branches, 'rebased, and what was merged stays so');
  assert.notEqual(copy.deploymentId, now.deploymentId);
  assert.equal(await world.version('production'), '1.11.9');
  const summary = summaryOf(climbed, 'Report');
  for (const list of ['Before the upgrade: 7 of 7', 'After the upgrade: 7 of 7'])
    assert.ok(summary.includes(list), `${list}\n${summary}`);

  // As "helm rollback" would do it: the release before on the newer graph.
  const hop = '1.10.11--1.11.9';
  const alone = await run({ hop, reason: 'a test' }, undefined, 'rollback.yml');
  assert.notEqual(alone.exitCode, 0);
  assert.match(
    JSON.stringify(annotationsOf(alone)),
    /1\.10\.11 must not simply be deployed again: the migrations of 1\.11\.9/,
  );
  assert.equal(await world.version('production'), '1.11.9', 'nothing was changed');
  const back = await run({ hop, confirm: hop, reason: 'a test' }, undefined, 'rollback.yml');
  assert.equal(back.exitCode, 0, JSON.stringify(annotationsOf(back), undefined, 2));
  const restored = await world.graph('production');
  assert.deepEqual([restored.graphVersion, restored.deploymentId], [75, before.deploymentId]);
  assert.deepEqual([restored.nodes, restored.branches], [before.nodes, before.branches]);
  assert.equal(await world.version('production'), '1.10.11', 'the older release serves');
});
