import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { type ProcessResult, systemProcesses } from '../../../src/world/processes/process.ts';

const root = resolve(import.meta.dirname, '../../..');

/** A checkout of this repository in which nothing was installed, as the jobs with rights have it. */
export interface Checkout {
  readonly folder: string;
  write(file: string, text: string): Promise<void>;
  /** Runs a step of the release in it. */
  step(script: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<ProcessResult>;
  /** Runs a program in it that must succeed. @returns what it printed */
  run(...argv: [string, ...string[]]): Promise<string>;
}

export async function checkout(t: TestContext): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-release-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const each of ['src', 'scripts', 'package.json']) {
    await cp(join(root, each), join(folder, each), { recursive: true });
  }
  const basis = { PATH: process.env.PATH ?? '', HOME: folder };
  return {
    folder,
    write: (file, text) => writeFile(join(folder, file), text),
    step: (script, args, environment) =>
      systemProcesses.run({
        argv: [process.execPath, join(folder, 'scripts/release', script), ...args],
        directory: folder,
        environment: { ...basis, ...environment },
      }),
    run: async (...argv) => {
      const ended = await systemProcesses.run({ argv, directory: folder, environment: basis });
      assert.equal(ended.exitCode, 0, `${argv.join(' ')}: ${ended.stderr}`);
      return ended.stdout;
    },
  };
}
