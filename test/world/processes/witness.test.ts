import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import { thisMachine } from '../../../src/world/processes/process-mark.ts';
import { systemWitness } from '../../../src/world/processes/witness.ts';
import { numberIn } from '../../entries/terminal/sample-hooks.ts';

const skip = thisMachine() === undefined ? 'this system has no /proc' : false;
const system = { system: 'records', journal: 'a folder' };
const source = (path: string): string => new URL(`../../../src/world/processes/${path}`, import.meta.url).href;

/** A run that starts a command and never gets to record its process id. */
const run = `
  const { systemWitness } = await import('${source('witness.ts')}');
  const { systemProcesses } = await import('${source('process.ts')}');
  const withoutNumbers = { run: (request) => systemProcesses.run({ ...request, onStart: undefined }) };
  const witness = systemWitness({ XDG_STATE_HOME: process.argv[1] });
  const argv = ['sh', '-c', 'echo $$ > "$1"; sleep 900; true', 'sh', process.argv[2]];
  await witness.noting(withoutNumbers, ${JSON.stringify(system)}, 'terminal killed').run({ argv, environment: process.env });
`;

test('a command whose run was killed before its process id was recorded is found', { skip }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-notes-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'number');
  const killed = spawn(process.execPath, ['--input-type=module', '-e', run, folder, file], { stdio: 'inherit' });
  const command = await numberIn(file);
  t.after(() => process.kill(-command, 'SIGKILL'));
  killed.kill('SIGKILL');
  await once(killed, 'exit');

  const witness = systemWitness({ XDG_STATE_HOME: folder });
  assert.ok(witness);
  assert.deepEqual(witness.leftBehind(system), [
    { run: 'terminal killed', program: 'sh', pid: command, kind: 'command' },
  ]);
});

test('no record of a command is left after it has ended', { skip }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-notes-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const witness = systemWitness({ XDG_STATE_HOME: folder });
  assert.ok(witness);
  const processes = witness.noting(systemProcesses, system, 'terminal this');
  const { stdout } = await processes.run({
    argv: ['ls', join(folder, 'staged-upgrade/running')],
    environment: { PATH: process.env.PATH ?? '' },
  });
  assert.match(stdout, /\.json$/m, 'it is noted while it runs');
  assert.deepEqual(await readdir(join(folder, 'staged-upgrade/running')), []);
});
