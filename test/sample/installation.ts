import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { systemClock } from '../../src/world/clock.ts';
import type { PartContext } from '../../src/world/effects/kind.ts';
import { silentLog } from '../../src/world/log.ts';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { variablesFrom } from '../../src/world/variables.ts';
import { penWithoutSecrets } from '../support/pen.ts';
import { freePort } from '../support/ports.ts';
import { eventually } from '../support/until.ts';
import { writeWhole } from '../support/write-whole.ts';

const sample = resolve(import.meta.dirname, '../../examples/sample');

const status = z.object({
  version: z.string(),
  state: z.enum(['done', 'pending', 'running', 'failed']),
  known: z.array(z.number()),
  applied: z.number(),
  current: z.string().nullable(),
  rows: z.object({ done: z.number(), total: z.number() }).nullable(),
  error: z.string().nullable(),
});

export type Status = z.output<typeof status>;
export type Settings = Readonly<Record<string, string>>;
/** Variables that make the server defer data migrations. */
export const deferred: Settings = { SAMPLE_DEFER_MIGRATIONS: 'true' };

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What can run clean-up at its end: a test, or a script. */
export interface Ending {
  after(end: () => unknown): void;
}

/** The real server under the real deploy command, in a folder of its own that ends with the test. */
export async function install(test: Ending) {
  const folder = await mkdtemp(join(tmpdir(), 'sample-'));
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const token = 'test-token';
  const basis = {
    PATH: process.env.PATH ?? '',
    SAMPLE_STATE: folder,
    SAMPLE_PORT: port,
    SAMPLE_TOKEN: token,
    SAMPLE_MIGRATION_PAUSE: '1',
    // A start ends when the server listens or has ended, whatever else the machine does.
    SAMPLE_START_PATIENCE: '600000',
  };

  const run = (script: string, args: readonly string[], settings: Settings = {}) =>
    systemProcesses.run({
      argv: [process.execPath, join(sample, script), ...args],
      environment: { ...basis, ...settings },
    });
  const start = (version: string, settings?: Settings) => run('deploy.mjs', ['start', version], settings);
  const stop = () => run('deploy.mjs', ['stop']);
  test.after(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async (path: string, request: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      ...request,
      // The server may close a kept one just when the next request is sent.
      headers: { authorization: `Bearer ${token}`, connection: 'close', ...request.headers },
    });
    return { status: response.status, body: await response.json() };
  };
  const migrations = async (): Promise<Status> => status.parse((await ask('/migrations')).body);

  return {
    folder,
    url,
    start,
    stop,
    ask,
    migrations,
    run,
    /** Starts the release, which must work, and waits until its data migrations are complete. */
    climbTo: async (version: string) => {
      const started = await start(version);
      assert.equal(started.exitCode, 0, started.stderr);
      await eventually(async () => (await migrations()).state === 'done');
    },
    seed: async (count: number) => {
      const seeded = await run('seed.mjs', [String(count)]);
      assert.equal(seeded.exitCode, 0, seeded.stderr);
    },
    faults: async (text: string) => writeWhole(join(folder, 'faults'), text),
    log: () => readFile(join(folder, 'server.log'), 'utf8'),
    kill: async () => {
      const id = Number(await readFile(join(folder, 'server.pid'), 'utf8'));
      process.kill(id, 'SIGKILL');
      await eventually(async () => !(await isAlive(url)));
    },
    /** What a part of the product's definition gets when it is opened for this installation. */
    context: (where: string): PartContext => ({
      where,
      placeholders: { url, 'access.admin-token': token },
      effects: {
        clock: systemClock,
        processes: systemProcesses,
        fetch,
        log: silentLog,
        variables: variablesFrom({}, () => undefined),
        ...penWithoutSecrets(),
        environment: {},
        directory: folder,
        signal: new AbortController().signal,
      },
    }),
  };
}

async function isAlive(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok;
  } catch {
    return false;
  }
}
