import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { CommandResult } from '../../src/core/interface/result.ts';
import type { InitOptions } from '../../src/init/options.ts';
import { runInit } from '../../src/init/run-init.ts';
import { products } from './products.ts';

export const hop = '.github/workflows/hop.yml';
export const upgrade = '.github/workflows/upgrade.yml';
export const configuration = '.github/staged-upgrade.yml';

/** Flags that answer every question. */
export const flags = {
  product: 'deferring',
  system: 'records',
  productionUrl: 'https://api.example.com',
  stagingUrl: 'https://staging.example.com',
} as const;

export interface Repository {
  readonly directory: string;
  init(options: InitOptions): Promise<CommandResult>;
  read(file: string): Promise<string>;
  write(file: string, text: string): Promise<void>;
}

export async function emptyRepository(t: TestContext): Promise<Repository> {
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-init-'));
  t.after(() => rm(directory, { recursive: true }));
  return {
    directory,
    init: (options) => runInit(options, { directory, products }),
    read: (file) => readFile(join(directory, file), 'utf8'),
    write: (file, text) => writeFile(join(directory, file), text),
  };
}
