import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { createActRepository } from '../support/act.ts';
import { freePort } from '../support/ports.ts';
import { need } from '../support/tools.ts';

const root = resolve(import.meta.dirname, '../..');
const workflow = '.github/workflows/ci.yml';
const act = need('act');

/** The steps of act have Node.js already. */
const setupNode =
  'name: Set up\ndescription: Nothing\nruns: { using: composite, steps: [{ shell: bash, run: "true" }] }\n';

test('the job of CI that runs the action passes, and leaves no server behind', { skip: act.skip }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-ci-'));
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  const [contents, setup] = [join(folder, 'contents'), join(folder, 'setup-node')];
  for (const each of ['action.yml', 'examples', workflow]) {
    await cp(join(root, each), join(contents, each), { recursive: true });
  }
  const argv = [process.execPath, join(root, 'scripts/build.ts'), '--into', join(contents, 'dist')] as const;
  const built = await systemProcesses.run({ argv, environment: { PATH: process.env.PATH ?? '' } });
  assert.equal(built.exitCode, 0, built.stderr);
  await mkdir(setup);
  await writeFile(join(setup, 'action.yml'), setupNode);
  const port = String(await freePort());
  const text = await readFile(join(contents, workflow), 'utf8');
  await writeFile(join(contents, workflow), text.replace('"8080"', `"${port}"`));

  const uses = /actions\/setup-node@\w+/.exec(text)?.[0] ?? assert.fail('the job does not set up Node.js');
  const actions = { [uses]: setup };
  const repository = await createActRepository({ act: act.path, contents, edits: [], actions });
  t.after(() => repository.remove());
  const run = await repository.run({ workflow: 'ci.yml', event: 'push', job: 'action' });
  assert.equal(run.exitCode, 0, `${run.shown}\n${run.stderr}`);
  const [job] = run.jobs;
  assert.equal(run.jobs.length, 1);
  assert.ok(job !== undefined && job.steps.length >= 8, 'act skips a job whose runner it does not know');
  await assert.rejects(fetch(`http://127.0.0.1:${port}/health`));
});
