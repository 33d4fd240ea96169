import assert from 'node:assert/strict';
import { readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import type { Installation } from '../../kills/installation.ts';
import { until } from '../../support/until.ts';

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

/** The process id that a hook has written. */
export async function numberIn(file: string): Promise<number> {
  let text = '';
  await until(`${file} has a number`, async () => {
    text = await readFile(file, 'utf8').catch(() => '');
    return /^\d+\n$/.test(text);
  });
  return Number(text);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
