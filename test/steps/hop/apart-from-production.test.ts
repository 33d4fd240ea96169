import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { eventSentence } from '../../../src/core/model/event-sentence.ts';
import { sampleSystem } from '../../commands/sample-system.ts';

const hop = '1.0.2--1.1.4';

/** In place of Docker: one engine, whose project is the one that is requested. It records every call. */
const docker = `#!${process.execPath}
const { appendFileSync } = require('node:fs');
const args = process.argv.slice(2);
appendFileSync(__dirname + '/asked', args.join(' ') + '\\n');
if (process.env.DOCKER_IS_AWAY) process.exit(1);
const project = args[args.indexOf('--project-name') + 1];
if (args[0] === 'version') console.log('28.2.2');
else if (args.includes('compose') && args.includes('version')) console.log('2.39.1');
else if (args[0] === 'info') console.log('{"ID":"4f2c","Name":"apps"}');
else if (args.includes('config')) console.log(JSON.stringify({ name: project, services: {} }));
else process.exit(9);
`;

async function composeSystem(t: TestContext) {
  const system = await sampleSystem(t);
  const bin = join(system.folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'docker'), docker);
  await chmod(join(bin, 'docker'), 0o755);
  await writeFile(join(system.folder, 'compose.yml'), 'services: {}\n');
  const deploy = (project: string) => ({
    compose: { file: 'compose.yml', project, services: ['web'], env: { KEY: '${A_KEY_OF_THE_DEPLOY}' } },
  });
  const ask = async (command: string, staging: string, variables: Readonly<Record<string, string>> = {}) => {
    await writeFile(join(bin, 'asked'), '');
    const isOfPath = command === 'plan' || command === 'preflight';
    const result = await system.ask(
      {
        command,
        ...(isOfPath ? { target: '1.1.4' } : { hop }),
        ...(command === 'backup' && { purpose: 'rehearsal' }),
      },
      {
        configuration: {
          'environments.production.deploy': deploy('records'),
          'environments.staging.deploy': deploy(staging),
        },
        variables: { PATH: `${bin}:${process.env.PATH ?? ''}`, ...variables },
      },
    );
    const asked = await readFile(join(bin, 'asked'), 'utf8');
    return { ...result, asked: asked.split('\n').filter((line) => line !== '') };
  };
  /** What the job does that reads production. */
  const read = async (staging: string) => {
    for (const command of ['plan', 'check', 'backup']) {
      const { outcome, headline } = await ask(command, staging);
      assert.equal(outcome, 'passed', headline);
    }
  };
  const events = async () => {
    const entries = await (await system.open()).journal.read();
    return entries.map(({ event }) => event);
  };
  return { ...system, ask, read, events };
}

test("staging that is deployed in production's place: refused before anything there is stopped or emptied", async (t) => {
  const system = await composeSystem(t);
  await system.markStaging();
  await system.read('records');
  const seen = (await system.events())
    .filter(({ type }) => type === 'production-place-seen')
    .map((event) => eventSentence(event));
  assert.deepEqual(seen, ['production was seen at project "records", engine "4f2c", host "apps" (compose)']);

  const before = await system.staging.ask('/records/verify');
  const refused = await system.ask('restore', 'records');
  assert.equal(refused.outcome, 'refused', refused.headline);
  assert.match(refused.message?.happened ?? '', /Staging is deployed where production is: project "records"/);
  assert.match(refused.message?.next ?? '', /environments\.staging\.deploy\.compose/);
  assert.ok(refused.asked.length > 0 && refused.asked.every((line) => !/^(?:stop|rm)| up /.test(line)));
  assert.deepEqual(await system.staging.ask('/records/verify'), before);
  assert.ok(!(await system.events()).some(({ type }) => type === 'restoring'));

  // With a project of its own it gets further: to stopping what runs on staging.
  await system.read('records-staging');
  const apart = await system.ask('restore', 'records-staging');
  assert.doesNotMatch(apart.message?.happened ?? '', /where production is/);
  assert.ok(
    apart.asked.some((line) => line.startsWith('ps ')),
    apart.message?.happened,
  );
});

test('a job that cannot ask about production’s deploy checks it anyway, and says so', async (t) => {
  const system = await composeSystem(t);
  await system.ask('plan', 'records');
  const checked = await system.ask('check', 'records', { DOCKER_IS_AWAY: 'yes' });
  assert.equal(checked.outcome, 'passed', checked.headline);
  assert.ok(system.warnings.some((line) => line.includes('Where production is deployed could not be read')));
  assert.ok(!(await system.events()).some(({ type }) => type === 'production-place-seen'));
});

test('preflight compares where the two are deployed, before anything is backed up', async (t) => {
  const system = await composeSystem(t);
  await system.markStaging();
  const together = await system.ask('preflight', 'records');
  assert.equal(together.outcome, 'failed', together.text);
  assert.match(together.text, /Staging is deployed where production is: project "records", engine "4f2c", host "apps"/);
  const apart = await system.ask('preflight', 'records-staging');
  assert.match(apart.text, /Staging is deployed at project "records-staging".*, and production is not\./);
});

test('staging whose variable holds the address of production is refused at once, and preflight says so before', async (t) => {
  const system = await sampleSystem(t);
  await system.markStaging();
  const variables = { STAGING_URL: `${system.production.url}/` };
  const hopOf = { hop, purpose: 'rehearsal' } as const;
  for (const asked of [
    { command: 'plan', target: '1.1.4' },
    { command: 'check', hop },
    { command: 'backup', ...hopOf },
  ]) {
    const { outcome, headline } = await system.ask(asked, { variables });
    assert.equal(outcome, 'passed', headline);
  }
  const refused = await system.ask({ command: 'restore', hop }, { variables });
  assert.equal(refused.outcome, 'refused');
  assert.equal(refused.message?.happened, 'environments.staging.url is the address of production.');
  const preflight = await system.ask({ command: 'preflight', target: '1.1.4' }, { variables });
  assert.match(preflight.text, /staging is deployed apart: environments\.staging\.url is the address of production/);
});
