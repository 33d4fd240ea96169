import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Artifact } from '../../../../src/core/model/artifacts.ts';
import type { DeployRequest } from '../../../../src/drivers/deployers/deployer.ts';
import { deployer } from '../../../../src/drivers/deployers.ts';
import { systemClock } from '../../../../src/world/clock.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import type { TestEngine } from '../../../support/docker.ts';

/** A test's own Docker Compose project: a database that is left alone, and a server in several releases. */
export interface Trial {
  readonly folder: string;
  readonly project: string;
  /** What the deploy logged, all lines. */
  readonly logged: string[];
  /** The reported progress. */
  readonly progressed: readonly string[];
  deploy(version: string, more?: Partial<DeployRequest>): Promise<readonly Artifact[]>;
  /** Once the deploy waits for this, its time is over: the time need not pass, nor be enough on a busy machine. */
  givesUpAt(waitsFor: Pick<RegExp, 'test'>): void;
  stop(): Promise<void>;
  /** What the server has logged since then. */
  logs(since: Date): Promise<readonly string[]>;
  write(file: string, text: string): Promise<void>;
  read(file: string): Promise<string>;
  /** The containers of a service that run, the oldest first. */
  containers(service: string): Promise<readonly RunningContainer[]>;
}

export interface RunningContainer {
  readonly id: string;
  readonly image: string;
  readonly address: string;
  readonly variables: readonly string[];
}

export const served = (version: string) => ({
  files: { 'www/index.html': version, 'www/healthcheck': 'ok' },
  command: ['/bin/busybox', 'httpd', '-f', '-p', '8080', '-h', '/www'],
});

export const healthcheck = `
    healthcheck: { test: [CMD, /bin/busybox, wget, -q, -O, /dev/null, "http://127.0.0.1:8080/healthcheck"], interval: 1s, timeout: 60s, retries: 2 }`;

export const composeFile = `# Keeps its comments.
services:
  db: { image: "acme/web:1.0.2", stop_grace_period: 100ms, pull_policy: never }
  web:
    image: acme/web:\${TAG:?}   # the release
    pull_policy: never
    stop_grace_period: 100ms
    environment: [DEFER]
    depends_on: [db]${healthcheck}
`;

let trials = 0;
/** Longer than anything takes: whoever waits for its end decides when it has come. */
const within = 600_000;

export async function startTrial(
  test: TestContext,
  engine: TestEngine,
  { ready, ...settings }: Readonly<Record<string, unknown>> & { readonly ready?: { readonly stable: string } } = {},
  compose = composeFile,
): Promise<Trial> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-compose-'));
  trials += 1;
  const project = `trial-${process.pid}-${trials}`;
  await writeFile(join(folder, 'compose.yml'), compose);
  const logged: string[] = [];
  const note = (text: string): void => void logged.push(text);
  const progressed: string[] = [];
  let ahead = 0;
  let isLate = (_text: string): boolean => false;
  const progress = ({ text }: { readonly text: string }): void => {
    progressed.push(text);
    if (isLate(text)) ahead += within;
  };
  const log = { ...silentLog, info: note, output: note, warn: note, progress };
  const clock = { ...systemClock, now: () => new Date(systemClock.now().getTime() + ahead) };
  const effects = databaseEffects({}, { environment: engine.environment, directory: folder, clock });
  const part = deployer.parse({
    compose: {
      file: 'compose.yml',
      project,
      services: ['web'],
      env: { TAG: '{version}' },
      ...settings,
      ready: { within: `${within / 1000}s`, stable: '500ms', ...ready },
    },
  });
  const opened = part.open({ effects, where: 'deploy', placeholders: {} });
  test.after(async () => {
    const ids = await engine.docker('ps', '--all', '--quiet', `--filter=label=com.docker.compose.project=${project}`);
    for (const id of ids.split('\n').filter(Boolean)) await engine.docker('rm', '--force', '--volumes', id);
    for (const id of (
      await engine.docker('network', 'ls', '--quiet', `--filter=label=com.docker.compose.project=${project}`)
    )
      .split('\n')
      .filter(Boolean))
      await engine.docker('network', 'rm', id);
    await rm(folder, { recursive: true, force: true });
  });
  return {
    folder,
    project,
    logged,
    progressed,
    deploy: async (version, more = {}) => {
      const request = { version, from: '1.0.2', to: version, parts: {}, environment: {}, log, ...more };
      return (await opened.deploy(request)).artifacts ?? [];
    },
    givesUpAt: (waitsFor) => {
      isLate = (text) => waitsFor.test(text);
    },
    stop: async () => await opened.stop?.({ log }),
    logs: async (since) => {
      const lines: string[] = [];
      const { signal } = new AbortController();
      await opened.logs?.({ since, onLine: (line) => void lines.push(line), signal });
      return lines;
    },
    write: async (file, text) => await writeFile(join(folder, file), text),
    read: async (file) => await readFile(join(folder, file), 'utf8'),
    containers: async (service) => {
      const ids = await engine.docker(
        'ps',
        '--quiet',
        '--no-trunc',
        `--filter=label=com.docker.compose.project=${project}`,
        `--filter=label=com.docker.compose.service=${service}`,
        '--filter=label=com.docker.compose.oneoff=False',
      );
      const found = await Promise.all(
        ids
          .split('\n')
          .filter(Boolean)
          .map((id) => inspect(engine, id)),
      );
      return found.flat().toSorted((one, other) => (one.created < other.created ? -1 : 1));
    },
  };
}

interface Inspected {
  readonly Id: string;
  readonly Created: string;
  readonly Config: { readonly Image: string; readonly Env: readonly string[] };
  readonly NetworkSettings: { readonly Networks: Readonly<Record<string, { readonly IPAddress: string }>> };
}

async function inspect(engine: TestEngine, id: string): Promise<(RunningContainer & { readonly created: string })[]> {
  // One that ends meanwhile does not run.
  const json = await engine.docker('inspect', id).catch(() => '[]');
  const all: readonly Inspected[] = JSON.parse(json);
  return all.map(({ Id, Created, Config, NetworkSettings }) => ({
    id: Id,
    created: Created,
    image: Config.Image,
    variables: Config.Env,
    address: Object.values(NetworkSettings.Networks)[0]?.IPAddress ?? '',
  }));
}
