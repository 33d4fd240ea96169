import assert from 'node:assert/strict';
import { chmod, cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { isMap, parseDocument, stringify } from 'yaml';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { plainCanary } from '../support/canary.ts';
import type { StandInGraph } from '../support/infrahub/graph.ts';
import type { TestCluster } from '../support/kubernetes/cluster.ts';
import { neo4jSettings, password, playedNeo4j } from '../support/neo4j/servers.ts';
import { freeRange } from '../support/ports.ts';

const root = resolve(import.meta.dirname, '../..');
const standIn = join(root, 'test/support/infrahub');
const sides = ['production', 'staging'] as const;
type Side = (typeof sides)[number];

/** Two installations of Infrahub by Helm as the example has them, each with a Neo4j that is managed separately. */
export interface InfrahubInHelm {
  readonly folder: string;
  readonly repository: string;
  /** What the workflows find in their environment; passwords and tokens are secrets. */
  readonly variables: Readonly<Record<string, string>>;
  /** What a person types to mark staging. */
  readonly stagingGraph: string;
  graph(side: Side): Promise<StandInGraph>;
  fault(side: Side, what: string): Promise<void>;
  version(side: Side): Promise<string | undefined>;
  staged(
    ...args: readonly string[]
  ): Promise<{ readonly exitCode: number | undefined; readonly stdout: string; readonly stderr: string }>;
}

export async function infrahubInHelm(
  test: TestContext,
  cluster: TestCluster,
  releases: readonly [string, ...string[]],
): Promise<InfrahubInHelm> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-infrahub-helm-')));
  test.after(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  const repository = join(folder, 'repository');
  await cp(join(root, 'examples/infrahub-helm'), repository, { recursive: true });
  await cp(join(standIn, 'chart'), join(repository, 'deploy/chart'), { recursive: true });
  const neo4j = await playedNeo4j(test);
  const first = await freeRange(4);
  const ports = { production: { neo4j: first, http: first + 1 }, staging: { neo4j: first + 2, http: first + 3 } };
  for (const version of releases)
    cluster.images.set(`registry.opsmill.io/opsmill/infrahub:${version}`, {
      command: [process.execPath, join(standIn, 'serve.ts')],
      variables: { INFRAHUB_VERSION: version },
    });

  const infrahub = (graph: string, version: string, rest: string): string =>
    `exec '${process.execPath}' '${join(standIn, 'infrahub.ts')}' '${graph}' ${version} ${rest}`;
  const scripts: Record<string, string> = {
    // Instead of "kubectl exec", which this cluster's node does not know: the release is that of the Deployment.
    infrahub: `environment=$1; shift
image=$(kubectl --namespace "infrahub-$environment" get deployment infrahub-infrahub-server --output 'jsonpath={.spec.template.spec.containers[0].image}')
case $environment in production) port=${ports.production.neo4j} ;; *) port=${ports.staging.neo4j} ;; esac
${infrahub(`${neo4j.folder}/'"$port"'/data/databases/neo4j/graph.json`, '"${image##*:}"', '"$@"')}`,
    // Instead of a query that gives the root another uuid.
    scrub: `sed -i 's/"deploymentId":"[^"]*"/"deploymentId":"00000000-0000-4000-8000-00000000000c"/' '${neo4j.graphFile(ports.staging.neo4j)}'`,
  };
  for (const [name, text] of Object.entries(scripts)) {
    await writeFile(join(repository, 'deploy', name), `#!/bin/sh\nset -eu\n${text}\n`);
    await chmod(join(repository, 'deploy', name), 0o755);
  }

  const file = join(repository, '.github/staged-upgrade.yml');
  const configuration = parseDocument(await readFile(file, 'utf8'));
  configuration.set('product', { extends: 'infrahub', releases: { list: releases } });
  // The chart that is installed is one before 4.0, whose values lack something.
  configuration.setIn(['facts', 'helm-chart'], '3.9.2');
  configuration.set('start-timeout', '10m');
  for (const side of sides) {
    const base = ['environments', side];
    const graph = configuration.getIn([...base, 'data', 0, 'neo4j']);
    assert.ok(isMap(graph));
    for (const [key, value] of Object.entries(neo4jSettings(ports[side].neo4j, neo4j.bin)))
      if (key !== 'password' && key !== 'url') graph.set(key, configuration.createNode(value));
    // A PostgreSQL and a bucket besides are what other tests are about.
    for (const at of [2, 1]) configuration.deleteIn([...base, 'data', at]);
    const helm = [...base, 'deploy', 'helm'];
    configuration.setIn([...helm, 'chart'], './deploy/chart');
    configuration.deleteIn([...helm, 'version']);
    configuration.setIn([...helm, 'hooks', 'within'], '10m');
    configuration.setIn([...helm, 'ready'], { within: '10m', stable: '500ms' });
  }
  await writeFile(file, configuration.toString());

  for (const side of sides) {
    await neo4j.server(ports[side].neo4j, side === 'production' ? ['leaf1', 'leaf2', 'spine1'] : []);
    const graph = neo4j.graphFile(ports[side].neo4j);
    await neo4j.change(ports[side].neo4j, (found) => {
      found.graphVersion = 75;
      if (side !== 'production') return;
      found.branches.push({ name: 'rollout', status: 'OPEN' }, { name: 'done', status: 'MERGED' });
      found.proposedChanges.push({ name: 'change-1', state: 'open' });
    });
    // As a preset of the chart before 4.0 has it.
    const values = {
      infrahub: {
        graph,
        nodePort: ports[side].http,
        upgrade: infrahub(graph, 'VERSION', 'upgrade --rebase-branches'),
        'prefect-server': { backgroundServices: { messaging: { redis: { host: '<change-me>' } } } },
      },
    };
    const file = join(repository, `deploy/${side}.values.yaml`);
    await writeFile(file, stringify(values));
    const namespace = `infrahub-${side}`;
    await cluster.kubectl('create', 'namespace', namespace);
    test.after(() => cluster.kubectl('delete', 'namespace', namespace, '--wait=false'));
    await cluster.helm(
      ...['install', 'infrahub', join(repository, 'deploy/chart'), `--namespace=${namespace}`, `--values=${file}`],
      ...[`--set=global.infrahubTag=${releases[0]}`, '--wait', '--timeout=600s'],
    );
  }

  const kubeconfig = await readFile(cluster.kubeconfig, 'utf8');
  const variables = {
    BACKUPS: join(folder, 'backups'),
    ...Object.fromEntries(
      sides.flatMap((side) => [
        [`${side.toUpperCase()}_URL`, `http://127.0.0.1:${ports[side].http}`],
        [`${side.toUpperCase()}_NEO4J_URL`, `bolt://127.0.0.1:${ports[side].neo4j}`],
        [`${side.toUpperCase()}_KUBECONFIG`, kubeconfig],
      ]),
    ),
    PRODUCTION_API_TOKEN: plainCanary('the token of production').value,
    STAGING_API_TOKEN: plainCanary('the token of staging').value,
    PRODUCTION_NEO4J_PASSWORD: password,
    STAGING_NEO4J_PASSWORD: password,
  };
  return {
    ...{ folder, repository, variables },
    stagingGraph: `127.0.0.1:${ports.staging.neo4j}/neo4j`,
    graph: (side) => neo4j.graph(ports[side].neo4j),
    fault: (side, what) => writeFile(`${neo4j.graphFile(ports[side].neo4j)}.fault`, what),
    version: async (side) => {
      const answer: unknown = await fetch(`http://127.0.0.1:${ports[side].http}/api/info`).then(
        (response) => response.json(),
        () => undefined,
      );
      return typeof answer === 'object' && answer !== null && 'version' in answer ? String(answer.version) : undefined;
    },
    staged: async (...args) => {
      const ended = await systemProcesses.run({
        argv: [process.execPath, join(root, 'src/cli.ts'), ...args],
        directory: repository,
        environment: { ...cluster.environment, ...variables },
      });
      assert.notEqual(ended.exitCode, undefined);
      return ended;
    },
  };
}
