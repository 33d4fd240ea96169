import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import type { Installation } from '../kills/installation.ts';

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
