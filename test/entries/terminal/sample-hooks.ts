import assert from 'node:assert/strict';
import { readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import type { Installation } from '../../kills/installation.ts';

/** Gives an environment of the sample this one hook. */
export async function withHook(
  installation: Installation,
  environment: 'production' | 'staging',
  name: string,
  run: readonly string[],
): Promise<void> {
  const file = join(installation.repository, 'staged-upgrade.yml');
  const document: unknown = parse(await readFile(file, 'utf8'));
  assert.ok(isRecord(document) && isRecord(document.environments));
  const settings = document.environments[environment];
  assert.ok(isRecord(settings));
  settings.hooks = { [name]: { run } };
  await writeFile(file, stringify(document));
}

/** Once, before the first backup, as a person does. */
export async function markStaging({ repository, environment, staging }: Installation, cli: string): Promise<void> {
  const name = join(await realpath(staging.server.folder), 'records.sqlite');
  const argv = [process.execPath, cli, 'mark-disposable', '--confirm', name, '--config', 'staged-upgrade.yml'] as const;
  const { exitCode, stderr } = await systemProcesses.run({ argv, directory: repository, environment });
  assert.equal(exitCode, 0, stderr);
}

/** The number that a hook has written. */
export async function numberIn(file: string, milliseconds = 60_000): Promise<number> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await delay(20)) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (/^\d+\n$/.test(text)) return Number(text);
  }
  throw new Error(`${file} was not written`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
