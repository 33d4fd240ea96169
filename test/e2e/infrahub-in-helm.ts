import assert from 'node:assert/strict';
import { chmod, cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { stringify } from 'yaml';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { plainCanary } from '../support/canary.ts';
import { freeRange } from '../support/infrahub/balancer.ts';
import type { StandInGraph } from '../support/infrahub/graph.ts';
import type { TestCluster } from '../support/kubernetes/cluster.ts';
import { neo4jSettings, password, playedNeo4j } from '../support/neo4j/servers.ts';

const root = resolve(import.meta.dirname, '../..');
const standIn = join(root, 'test/support/infrahub');
const sides = ['production', 'staging'] as const;
type Side = (typeof sides)[number];

/** Two installations of Infrahub by Helm, each with a Neo4j that is managed apart, as docs/infrahub.md has it. */
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
  await mkdir(join(repository, '.github'), { recursive: true });
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
    // In place of "kubectl exec", which this cluster's node does not know: the release is that of the Deployment.
    infrahub: `environment=$1; shift
image=$(kubectl --namespace "infrahub-$environment" get deployment infrahub-server --output 'jsonpath={.spec.template.spec.containers[0].image}')
case $environment in production) port=${ports.production.neo4j} ;; *) port=${ports.staging.neo4j} ;; esac
${infrahub(`${neo4j.folder}/'"$port"'/data/databases/neo4j/graph.json`, '"${image##*:}"', '"$@"')}`,
    // In place of a query that gives the root another uuid.
    scrub: `sed -i 's/"deploymentId":"[^"]*"/"deploymentId":"00000000-0000-4000-8000-00000000000c"/' '${neo4j.graphFile(ports.staging.neo4j)}'`,
  };
  for (const [name, text] of Object.entries(scripts)) {
    await writeFile(join(repository, 'deploy', name), `#!/bin/sh\nset -eu\n${text}\n`);
    await chmod(join(repository, 'deploy', name), 0o755);
  }

  const environment = (side: Side) => ({
    url: `http://127.0.0.1:${ports[side].http}`,
    access: { 'api-token': `\${${side.toUpperCase()}_API_TOKEN}` },
    data: {
      neo4j: { ...neo4jSettings(ports[side].neo4j, neo4j.bin), password: `\${${side.toUpperCase()}_NEO4J_PASSWORD}` },
      name: 'graph',
    },
    deploy: {
      helm: {
        release: 'infrahub',
        namespace: `infrahub-${side}`,
        chart: './deploy/chart',
        values: [`deploy/${side}.values.yml`],
        set: { 'global.infrahubTag': '{version}' },
        hooks: {
          within: '60s',
          expect: ['Upgrade complete SUCCESS'],
          forbid: ['FAILED', 'Upgrade cancelled'],
          progress: ['Target version: (?<of>\\d+)', 'Migration: (?<at>\\d+)'],
        },
        ready: { within: '90s', stable: '500ms' },
      },
    },
  });
  const configuration = {
    system: 'infrahub',
    product: { extends: 'infrahub', releases: { list: releases } },
    facts: { deployment: 'helm', edition: 'community', 'helm-chart': '3.9.2', 'external-neo4j': true },
    environments: {
      production: environment('production'),
      staging: {
        ...environment('staging'),
        disposable: true,
        hooks: { scrub: { run: ['./deploy/scrub', 'staging'] } },
      },
    },
    backup: { store: { folder: { path: '${BACKUPS}' } } },
    journal: { store: { git: {} } },
    gates: { production: 'environment', finalize: 'environment' },
    'start-timeout': '60s',
  };
  await writeFile(join(repository, '.github/staged-upgrade.yml'), stringify(configuration));

  for (const side of sides) {
    await neo4j.server(ports[side].neo4j, side === 'production' ? ['leaf1', 'leaf2', 'spine1'] : []);
    const graph = neo4j.graphFile(ports[side].neo4j);
    await neo4j.change(ports[side].neo4j, (found) => {
      found.graphVersion = 75;
      if (side === 'production') found.branches.push({ name: 'rollout', status: 'OPEN' });
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
    const file = join(repository, `deploy/${side}.values.yml`);
    await writeFile(file, stringify(values));
    const namespace = `infrahub-${side}`;
    await cluster.kubectl('create', 'namespace', namespace);
    test.after(() => cluster.kubectl('delete', 'namespace', namespace, '--wait=false'));
    await cluster.helm(
      ...['install', 'infrahub', join(repository, 'deploy/chart'), `--namespace=${namespace}`, `--values=${file}`],
      ...[`--set=global.infrahubTag=${releases[0]}`, '--wait', '--timeout=120s'],
    );
  }

  const variables = {
    BACKUPS: join(folder, 'backups'),
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
