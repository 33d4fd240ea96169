import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { systemProcesses } from '../../src/world/processes/process.ts';

/* What the examples of Mender conclude from what kubectl and Compose report about each service. */

const examples = resolve(import.meta.dirname, '../../examples');
const cases: readonly (readonly [example: string, program: string, said: string, expected: string | undefined])[] = [
  ['mender', 'kubectl', 'mender-deployments 2 2\nmender-useradm 1 1\n', undefined],
  [
    'mender',
    'kubectl',
    'mender-deployments 2 1\nmender-useradm 1 \n',
    'mender-deployments (1 of 2 ready) mender-useradm (0 of 1 ready)',
  ],
  ['mender', 'kubectl', 'mender-deployments 0 \n', 'mender-deployments (0 of 0 ready)'],
  ['mender', 'kubectl', '', 'no service runs'],
  ['mender-compose', 'docker', 'deployments running \nmongo running healthy\n', undefined],
  [
    'mender-compose',
    'docker',
    'deployments exited \nmongo running unhealthy\n',
    'deployments (exited ) mongo (running unhealthy)',
  ],
  ['mender-compose', 'docker', '', 'no service runs'],
];

test('each service that is not healthy is named, and no services at all does not count as healthy', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-health-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const [example, program, said, expected] of cases) {
    await writeFile(join(folder, 'said'), said);
    await writeFile(join(folder, program), `#!/bin/sh\ncat '${join(folder, 'said')}'\n`, { mode: 0o755 });
    const ended = await systemProcesses.run({
      argv: [join(examples, example, 'deploy/mender-health'), 'production'],
      environment: { PATH: `${folder}:${process.env.PATH}` },
    });
    assert.equal(ended.exitCode, expected === undefined ? 0 : 1, said);
    assert.equal(ended.stdout.trim(), expected === undefined ? '' : `not healthy: ${expected}`);
  }
});
