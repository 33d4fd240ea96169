import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scriptsWithValues } from '../../src/config/template-checks.ts';

const pasted = [
  ['sh', '-c', 'deploy {version}'],
  ['sudo', '-u', 'deploy', '/usr/bin/env', 'bash', '-euo', 'pipefail', '-c', 'deploy ${TAG}'],
  ['docker', 'exec', 'app', 'sh', '-lc', 'deploy {to}'],
  ['pwsh', '-NoProfile', '-Command', 'deploy {version}'],
  ['cmd.exe', '/d', '/c', 'deploy {version}'],
  ['python3', '-c', 'print("{version}")'],
  ['node', '--eval', 'deploy("{version}")'],
];

const handedOver = [
  ['sh', '-c', 'deploy "$1"', 'script', '{version}'],
  ['sh', '-c', 'echo $${TAG}; {{ true; }}'],
  ['bash', 'deploy.sh', '-c', '{version}'],
  ['docker', 'run', '-e', 'TAG={version}', 'node'],
  ['./deploy.sh', '{version}', '${TAG}'],
];

describe('a value in a command', () => {
  for (const argv of pasted) {
    it(`is refused inside of a script's text: ${argv.join(' ')}`, () => {
      assert.equal(scriptsWithValues({ hooks: [{ run: argv }] }).length, 1);
    });
  }
  for (const argv of handedOver) {
    it(`is accepted beside it: ${argv.join(' ')}`, () => {
      assert.deepEqual(scriptsWithValues({ hooks: [{ run: argv }] }), []);
    });
  }
});
