import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Call } from './aws.ts';

/** What docs/aws-rds.md is generated from, by the environments of a resize. */
const file = resolve(import.meta.dirname, '../../../scripts/documents/aws-calls.json');
const recorded = z.record(z.string(), z.array(z.string()));

/** What stands in that record for an environment. */
export async function recordedCalls(environment: string): Promise<readonly string[]> {
  return recorded.parse(JSON.parse(await readFile(file, 'utf8')))[environment] ?? [];
}

/**
 * Compares what was called with what is recorded. With `RECORD_AWS_CALLS=1` it is recorded instead, and `npm run generate`
 * makes the policies from it.
 * @param actual by environment
 */
export async function holdToRecord(actual: Readonly<Record<string, readonly Call[]>>): Promise<void> {
  const called = Object.fromEntries(
    Object.entries(actual).map(([environment, calls]) => [environment, actionsOf(calls)]),
  );
  if (process.env.RECORD_AWS_CALLS === '1') await writeFile(file, `${JSON.stringify(called, undefined, 2)}\n`);
  assert.deepEqual(
    called,
    recorded.parse(JSON.parse(await readFile(file, 'utf8'))),
    'other calls than recorded: run this with RECORD_AWS_CALLS=1, then npm run generate',
  );
}

/** As a policy names them, each once. */
export function actionsOf(calls: readonly Call[]): readonly string[] {
  return [...new Set(calls.map(({ service, action }) => `${service}:${action}`))].toSorted();
}
