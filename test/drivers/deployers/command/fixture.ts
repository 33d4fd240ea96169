import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseEffects } from '../../../support/database-effects.ts';
import type { MakeDeployFixture } from '../fixture.ts';

const tool = `
const { appendFileSync, writeFileSync } = require('node:fs');
const { spawn } = require('node:child_process');
const [behaviour, version, chart] = process.argv.slice(2);
if (behaviour === 'works') {
  appendFileSync('placed', JSON.stringify({ version, chart, defer: process.env.DEFER }) + '\\n');
} else if (behaviour === 'fails') {
  console.error('the image was not found');
  process.exit(3);
} else {
  const child = spawn('sleep', ['300']);
  process.on('SIGTERM', () => undefined);
  setInterval(() => undefined, 1000);
  writeFileSync('hanging', [process.pid, child.pid].join(' '));
}
`;

export const makeFixture: MakeDeployFixture = async (test) => {
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-deploy-'));
  test.after(() => rm(directory, { recursive: true, force: true }));
  await writeFile(join(directory, 'tool.cjs'), tool);
  const read = (name: string) => readFile(join(directory, name), 'utf8').catch(() => '');
  return {
    effects: databaseEffects({}, { directory }),
    settings: (behaviour) => ({
      command: {
        run:
          behaviour === 'absent'
            ? ['no-such-tool-here', '{version}']
            : [process.execPath, 'tool.cjs', behaviour, '{version}', '{parts.chart}'],
        stop: [process.execPath, 'tool.cjs', behaviour, 'stopped'],
        logs: [process.execPath, 'tool.cjs', behaviour, 'log'],
      },
    }),
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
