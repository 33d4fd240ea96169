import assert from 'node:assert/strict';
import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { parseDocument } from 'yaml';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { plainCanary } from '../support/canary.ts';
import type { TestEngine } from '../support/docker.ts';
import { startBalancer } from '../support/infrahub/balancer.ts';
import { checksumOf, publishedFile } from '../support/infrahub/containers.ts';
import { newGraph, type StandInGraph } from '../support/infrahub/graph.ts';
import { freeRange } from '../support/ports.ts';

const root = resolve(import.meta.dirname, '../..');
const sides = ['production', 'staging'] as const;
type Side = (typeof sides)[number];
const ports = 4;

/** Beside the file of the release: how many API servers there are, each at a port of its own. */
function severalServers(replicas: number, first: number): string {
  return `services:
  infrahub-server:
    ports: !override ["127.0.0.1:${first}-${first + ports - 1}:8000"]
    deploy: { replicas: ${replicas} }
`;
}

/** Two installations of Infrahub as the example has them, in containers of a real engine. */
export interface InfrahubWorld {
  readonly folder: string;
  /** The example's files, as a user would have completed them. */
  readonly repository: string;
  /** What the workflows find in their environment; the tokens are secrets. */
  readonly variables: Readonly<Record<string, string>>;
  graph(side: Side): Promise<StandInGraph>;
  /** Makes the next upgrade there go wrong, in the ways of `infrahub.ts`; an empty text ends that. */
  fault(side: Side, what: string): Promise<void>;
  /** What answers there; undefined if nothing does. */
  version(side: Side): Promise<string | undefined>;
  /** Sends requests to production all the time, as people do. @returns what ends it, and reports what was answered: releases, and what else */
  load(): () => Promise<{ readonly versions: ReadonlySet<string>; readonly failed: readonly string[] }>;
  staged(...args: readonly string[]): Promise<{ readonly exitCode: number | undefined; readonly stderr: string }>;
}

export async function createInfrahubWorld(
  test: TestContext,
  engine: TestEngine,
  releases: readonly [string, ...string[]],
): Promise<InfrahubWorld> {
  const ends: (() => Promise<unknown>)[] = [];
  test.after(async () => {
    for (const end of ends.toReversed()) await end();
  });
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-infrahub-')));
  ends.push(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  const repository = join(folder, 'repository');
  await cp(join(root, 'examples/infrahub-compose'), repository, { recursive: true });

  const published = createServer((request, response) => response.end(publishedFile((request.url ?? '').slice(1))));
  await new Promise<void>((listening) => published.listen(0, '127.0.0.1', listening));
  ends.push(async () => published.close());
  const place = published.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;

  const program = join(folder, 'infrahub-backup');
  const script = join(root, 'test/support/infrahub/infrahub-backup.ts');
  await writeFile(program, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  await chmod(program, 0o755);

  const file = join(repository, '.github/staged-upgrade.yml');
  const configuration = parseDocument(await readFile(file, 'utf8'));
  configuration.set('product', { extends: 'infrahub', releases: { list: releases } });
  configuration.set('start-timeout', '10m');
  const variables: Record<string, string> = { BACKUPS: join(folder, 'backups') };
  const arguments_ = (side: Side): string[] => {
    const at = join(folder, side);
    return [
      'compose',
      '--project-name',
      `infrahub-${side}`,
      '--file',
      join(at, 'docker-compose.yml'),
      '--file',
      join(at, 'several.yml'),
      '--env-file',
      join(at, '.env'),
    ];
  };
  for (const side of sides) {
    const [name, at] = [side.toUpperCase(), join(folder, side)];
    const compose = ['environments', side, 'deploy', 'compose'];
    configuration.setIn([...compose, 'pull'], 'missing');
    configuration.setIn([...compose, 'ready'], { stable: '500ms' });
    configuration.setIn([...compose, 'pinned', 'url'], `http://127.0.0.1:${port}/{version}`);
    const sums = Object.fromEntries(releases.map((version) => [version, checksumOf(publishedFile(version))]));
    configuration.setIn([...compose, 'pinned', 'sha256'], sums);
    configuration.setIn(['environments', side, 'data', 0, 'infrahub-backup', 'program'], program);
    // A balancer in front of the servers, of which a rolling upgrade has one more for a while.
    const first = await freeRange(ports);
    const balancer = await startBalancer(Array.from({ length: ports }, (_, index) => first + index));
    ends.push(() => balancer.stop());
    const own = [...compose, 'file'];
    configuration.setIn(
      own,
      ['docker-compose.yml', 'several.yml'].map((each) => `\${${name}_FOLDER}/${each}`),
    );
    Object.assign(variables, {
      [`${name}_URL`]: balancer.url,
      [`${name}_API_TOKEN`]: plainCanary(`the token of ${side}`).value,
      [`${name}_STORAGE`]: join(at, 'storage'),
      [`${name}_FOLDER`]: at,
    });
    await mkdir(join(at, 'storage'), { recursive: true });
    await writeFile(join(at, 'docker-compose.yml'), publishedFile(releases[0]));
    await writeFile(join(at, '.env'), `# Kept.\nVERSION=${releases[0]}\n`);
    await writeFile(join(at, 'several.yml'), severalServers(side === 'production' ? 2 : 1, first));
  }
  await writeFile(join(folder, 'production', 'storage', 'artifact'), 'hostname leaf1\n');
  await writeFile(file, configuration.toString());

  const inDatabase = async (side: Side, command: string): Promise<string> => {
    const ended = await systemProcesses.run({
      argv: ['docker', ...arguments_(side), 'exec', '--no-TTY', 'database', 'sh', '-c', command],
      directory: folder,
      environment: engine.environment,
    });
    assert.equal(ended.exitCode, 0, ended.stderr);
    return ended.stdout;
  };
  const store = async (side: Side, graph: StandInGraph): Promise<void> => {
    await inDatabase(side, `cat > /data/graph.json <<'END'\n${JSON.stringify(graph)}\nEND\n`);
  };
  for (const side of sides) {
    ends.push(() => engine.docker(...arguments_(side), 'down', '--volumes', '--timeout', '1'));
    await engine.docker(...arguments_(side), 'up', '--detach', '--wait', '--pull', 'never');
    const graph = newGraph(releases[0], side === 'production' ? ['leaf1', 'leaf2', 'spine1'] : []);
    if (side === 'production') {
      graph.branches.push({ name: 'rollout', status: 'OPEN' }, { name: 'done', status: 'MERGED' });
      graph.proposedChanges.push({ name: 'change-1', state: 'open' });
    }
    await store(side, graph);
  }

  const address = (side: Side): string => variables[`${side.toUpperCase()}_URL`] ?? '';
  return {
    folder,
    repository,
    variables,
    graph: async (side) => JSON.parse(await inDatabase(side, 'cat /data/graph.json')),
    fault: async (side, what) => void (await inDatabase(side, `echo '${what}' > /data/graph.json.fault`)),
    version: async (side) => {
      const answer: unknown = await fetch(`${address(side)}/api/info`).then(
        (response) => response.json(),
        () => undefined,
      );
      return typeof answer === 'object' && answer !== null && 'version' in answer ? String(answer.version) : undefined;
    },
    load: () => {
      const [versions, failed] = [new Set<string>(), [] as string[]];
      let isOver = false;
      const asking = (async () => {
        // Once more at the end: what is there then was seen by somebody.
        for (let isLast = false; !isLast; ) {
          isLast = isOver;
          const answer = await fetch(`${address('production')}/api/info`).then(
            (response) => response.text(),
            (error: unknown) => String(error),
          );
          const version = /"version":"([^"]+)"/.exec(answer)?.[1];
          if (version === undefined) failed.push(answer);
          else versions.add(version);
          await pause(50);
        }
      })();
      return async () => {
        isOver = true;
        await asking;
        return { versions, failed };
      };
    },
    staged: async (...args) =>
      await systemProcesses.run({
        argv: [process.execPath, join(root, 'src/cli.ts'), ...args],
        directory: repository,
        environment: { ...engine.environment, ...variables },
      }),
  };
}
