import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import { builtCli } from '../../support/program.ts';

const cli = await builtCli();
const ended = z.object({
  result: z.string(),
  kind: z.string(),
  exitCode: z.number(),
  message: z.object({ happened: z.string(), means: z.string(), next: z.string() }),
  mistakes: z.array(z.object({ file: z.string(), line: z.number(), path: z.string(), fix: z.string() })).optional(),
});

test('--json prints JSON however a command ends', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-json-'));
  t.after(() => rm(directory, { recursive: true }));
  const run = async (...parameters: string[]) => {
    const { stdout, exitCode } = await systemProcesses.run({
      argv: [process.execPath, cli, ...parameters, '--json'],
      directory,
      environment: { PATH: process.env.PATH ?? '' },
      signal: new AbortController().signal,
      onLine: () => undefined,
    });
    return { exitCode, json: ended.parse(JSON.parse(stdout)) };
  };
  const nothing = await run('plan');
  assert.deepEqual([nothing.exitCode, nothing.json.exitCode, nothing.json.kind], [2, 2, 'user-error']);
  const hop = await run('check', '--hop', '../../etc');
  assert.equal(hop.exitCode, 2);
  assert.match(hop.json.message.happened, /the id of a planned hop/);
  await mkdir(join(directory, '.github'));
  await writeFile(join(directory, '.github', 'staged-upgrade.yml'), 'system: Our Flags\n');
  const mistaken = await run('plan');
  assert.equal(mistaken.exitCode, 2);
  assert.ok(mistaken.json.mistakes?.some(({ path, line }) => path === 'system' && line === 1));
});
