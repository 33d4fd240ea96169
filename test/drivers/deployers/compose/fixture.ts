import { rmSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseEffects } from '../../../support/database-effects.ts';
import type { MakeDeployFixture } from '../fixture.ts';

/** In place of Docker, which deploy.test.ts drives: one service, with answers like those of the real programs. */
const docker = `#!${process.execPath}
const { appendFileSync, existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { spawn } = require('node:child_process');
const folder = join(__dirname, '..');
const at = (name) => join(folder, name);
const behaviour = readFileSync(at('behaviour'), 'utf8');
const args = process.argv.slice(2);
const has = (word) => args.includes(word);
const say = (value) => console.log(typeof value === 'string' ? value : JSON.stringify(value));
const { TAG, CHART, DEFER } = process.env;
const running = existsSync(at('running')) ? readFileSync(at('running'), 'utf8') : undefined;
const fail = () => { console.error('the image was not found'); process.exit(3); };
if (args[0] === 'version') say('28.2.2');
else if (has('compose') && has('version')) say('2.39.1');
else if (has('config')) say({ name: 'contract', services: { web: { image: 'acme/web:' + TAG, pull_policy: 'never' } } });
else if (args[0] === 'image') say([{ Id: 'sha256:' + args[2].split(':')[1], RepoDigests: [] }]);
else if (args[0] === 'ps') say(running === undefined ? '' : 'c1');
else if (args[0] === 'inspect') say([{
  Id: 'c1', Name: '/contract-web-1', Image: 'sha256:' + running, Created: '2026-03-01T02:14:09Z', RestartCount: 0,
  Config: { Image: 'acme/web:' + running, Labels: { 'com.docker.compose.service': 'web' } },
  State: { Status: 'running', ExitCode: 0, OOMKilled: false },
}]);
else if (has('up') && behaviour === 'works') {
  writeFileSync(at('running'), TAG);
  appendFileSync(at('placed'), JSON.stringify({ version: TAG, chart: CHART, defer: DEFER }) + '\\n');
} else if (has('up') && behaviour === 'hangs') {
  const child = spawn('/bin/sleep', ['300']);
  process.on('SIGTERM', () => undefined);
  setInterval(() => undefined, 1000);
  writeFileSync(at('hanging'), [process.pid, child.pid].join(' '));
} else if (has('up') || behaviour === 'fails') fail();
`;

export const makeFixture: MakeDeployFixture = async (test) => {
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-compose-'));
  test.after(() => rm(directory, { recursive: true, force: true }));
  const program = join(directory, 'bin', 'docker');
  await mkdir(join(directory, 'bin'));
  await writeFile(program, docker);
  await chmod(program, 0o755);
  await writeFile(join(directory, 'compose.yml'), 'services: { web: { image: "acme/web:${TAG}" } }\n');
  await writeFile(join(directory, 'running'), '1.0.2');
  const read = (name: string) => readFile(join(directory, name), 'utf8').catch(() => '');
  return {
    effects: databaseEffects({}, { directory, environment: { PATH: join(directory, 'bin') } }),
    settings: (behaviour) => {
      writeFileSync(join(directory, 'behaviour'), behaviour);
      if (behaviour === 'absent') rmSync(program);
      return {
        compose: {
          file: 'compose.yml',
          services: ['web'],
          env: { TAG: '{version}', CHART: '{parts.chart}' },
          ready: { stable: '1ms' },
        },
      };
    },
    placed: async () =>
      (await read('placed'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    hanging: async () =>
      (await read('hanging'))
        .split(' ')
        .filter((id) => id !== '')
        .map(Number),
    lastWords: 'the image was not found',
  };
};
