import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import { install } from '../../kills/installation.ts';
import { builtCli } from '../../support/program.ts';
import { markStaging, withHook } from './sample-hooks.ts';

const cli = await builtCli();

test('without a terminal a failure is reported once', async (t) => {
  const installation = await install('1.0.2');
  t.after(() => installation.remove());
  await markStaging(installation, cli);
  await withHook(installation, 'staging', 'scrub', ['sh', '-c', 'echo the scrub has its reasons >&2; exit 7']);
  const argv = [process.execPath, cli, 'climb', '--target', '1.1.4', '--config', 'staged-upgrade.yml'] as const;
  const { repository: directory, environment } = installation;
  const { exitCode, stdout, stderr } = await systemProcesses.run({ argv, directory, environment });
  const said = `${stdout}\n${stderr}`;
  assert.equal(exitCode, 1, said);
  assert.equal(said.split('exited with code 7').length - 1, 1, said);
  assert.doesNotMatch(said, /warning/i, said);
});
