import assert from 'node:assert/strict';
import { join } from 'node:path';
import { z } from 'zod';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { until } from '../support/until.ts';
import { writeWhole } from '../support/write-whole.ts';

/** One installation of the sample server: a folder with its database and a real process behind a port. */
export interface SampleServer {
  readonly folder: string;
  readonly port: number;
  /** The faults of the server from now on; see examples/sample/README.md. */
  faults(text: string): Promise<void>;
  /** Starts the releases one after the other, each when the migrations of the previous one are complete. */
  climb(...versions: readonly string[]): Promise<void>;
  seed(records: number): Promise<void>;
  /** What it is now, as its users would see it. */
  seen(): Promise<Seen>;
  stop(): Promise<void>;
}

export interface Seen {
  /** Without the hash of the build; undefined when nothing answers. */
  readonly version: string | undefined;
  readonly healthy: boolean;
  /** Of the answering release. */
  readonly migrations: string | undefined;
  readonly records: { readonly count: number; readonly damaged: number } | undefined;
}

export interface SampleServerSettings {
  /** The folder with deploy.mjs. */
  readonly program: string;
  readonly folder: string;
  readonly port: number;
  readonly token: string;
}

const health = z.object({ ok: z.literal(true) });
const version = z.object({ version: z.string() });
const migrations = z.object({ state: z.string() });
const verified = z.object({ records: z.number(), damaged: z.number() });

export function sampleServer({ program, folder, port, token }: SampleServerSettings): SampleServer {
  const environment = {
    PATH: process.env.PATH ?? '',
    SAMPLE_STATE: folder,
    SAMPLE_PORT: String(port),
    SAMPLE_TOKEN: token,
    SAMPLE_MIGRATION_PAUSE: '1',
    // A start ends when the server listens or has ended, whatever else the machine does.
    SAMPLE_START_PATIENCE: '600000',
  };
  const run = async (script: string, ...args: readonly string[]): Promise<void> => {
    const ended = await systemProcesses.run({ argv: [process.execPath, join(program, script), ...args], environment });
    assert.equal(ended.exitCode, 0, ended.stderr);
  };
  const ask = async <Answer>(path: string, shape: z.ZodType<Answer>): Promise<Answer | undefined> => {
    try {
      // The server may close a kept one just when the next request is sent.
      const headers = { authorization: `Bearer ${token}`, connection: 'close' };
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
      return shape.safeParse(await response.json()).data;
    } catch (error) {
      if (error instanceof TypeError) return undefined; // Nothing answers.
      throw error;
    }
  };
  const seen = async (): Promise<Seen> => {
    const records = await ask('/records/verify', verified);
    return {
      version: (await ask('/version', version))?.version.split('-')[0],
      healthy: (await ask('/health', health)) !== undefined,
      migrations: (await ask('/migrations', migrations))?.state,
      records: records && { count: records.records, damaged: records.damaged },
    };
  };
  return {
    folder,
    port,
    faults: async (text) => writeWhole(join(folder, 'faults'), text),
    climb: async (...versions) => {
      for (const each of versions) {
        await run('deploy.mjs', 'start', each);
        await until(`the migrations of ${each} are complete`, async () => (await seen()).migrations === 'done');
      }
    },
    seed: (records) => run('seed.mjs', String(records)),
    seen,
    stop: () => run('deploy.mjs', 'stop'),
  };
}
