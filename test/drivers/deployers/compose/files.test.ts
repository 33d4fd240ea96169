import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { withImage } from '../../../../src/drivers/deployers/compose/image-edit.ts';
import { withVariable } from '../../../../src/world/env-file.ts';
import { missingDocker, startEngine, type TestEngine } from '../../../support/docker.ts';
import { serve } from '../../../support/http-server.ts';
import { failureMessage } from './failure-message.ts';
import { composeFile, served, startTrial } from './trial.ts';

/* The files of a release: what is changed in them, and that nothing else is. */

const missing = await missingDocker();
const skip = missing ?? false;
let engine: TestEngine;

before(
  async () => {
    if (missing !== undefined) return;
    engine = await startEngine();
    for (const version of ['1.0.2', '1.1.4']) await engine.image(`acme/web:${version}`, served(version));
  },
  { timeout: 900_000 },
);
after(async () => await engine?.stop());

test('one line of an env file is changed, in its own notation; all others stay as they are', () => {
  const cases = [
    ['A=1\nTAG=1.0.2\nB=2\n', 'A=1\nTAG=1.1.4\nB=2\n'],
    ['TAG="1.0.2" # why\r\nB=2\r\n', 'TAG="1.1.4" # why\r\nB=2\r\n'],
    ["export TAG = '1.0.2'", "export TAG = '1.1.4'"],
    ['# TAG=1.0.2\nTAG=\nTAGS=x\n', '# TAG=1.0.2\nTAG=1.1.4\nTAGS=x\n'],
    ['A=1', 'A=1\nTAG=1.1.4\n'],
    ['', 'TAG=1.1.4\n'],
  ] as const;
  for (const [before, wanted] of cases) assert.equal(withVariable(before, 'TAG', '1.1.4'), wanted);
  assert.equal(withVariable('TAG=x\n', 'TAG', "it's $5"), 'TAG="it\'s \\$5"\n');
  assert.equal(withVariable('TAG=x\n', 'TAG', 'two words'), "TAG='two words'\n");
});

test('the image of a service is changed in a Compose file, and nothing else', () => {
  const text = `# Ours.\nservices:\n    web:   # odd indents\n        image:  'acme/web:1.0.2'   # pinned\n        ports: [ "80:80",   "81:81" ]\n    db: { image: "postgres:16" }\n`;
  const edited = withImage(text, 'web', 'acme/web:1.1.4');
  assert.deepEqual(edited, { kind: 'edited', text: text.replace('acme/web:1.0.2', 'acme/web:1.1.4') });
  assert.deepEqual(withImage(text, 'db', 'postgres:17'), {
    kind: 'edited',
    text: text.replace('postgres:16', 'postgres:17'),
  });
  assert.equal(withImage(text, 'cache', 'redis:8').kind, 'not-here');
  for (const impossible of [
    'x: &i acme/web:1\nservices: { web: { image: *i } }',
    'services: { web: { image: "acme/web:${TAG}" } }',
    'services: [',
  ]) {
    assert.equal(withImage(impossible, 'web', 'acme/web:2').kind, 'impossible', impossible);
  }
});

test('an image that is written into the Compose file: nobody who reads it in the meantime gets half a release', {
  skip,
}, async (t) => {
  const literal = composeFile.replace('acme/web:${TAG:?}', 'acme/web:1.0.2');
  const trial = await startTrial(t, engine, { env: {}, images: { web: 'acme/web:{version}' } }, literal);
  await trial.deploy('1.0.2');
  await failureMessage(trial.deploy('9.9.9'));
  assert.equal(await trial.read('compose.yml'), literal);
  await trial.deploy('1.1.4', { refuseDrift: true });
  assert.equal(await trial.read('compose.yml'), literal.replace('web:1.0.2   #', 'web:1.1.4   #'));
  assert.deepEqual(await readdir(trial.folder), ['compose.yml'], 'nothing is left beside it');
  assert.ok(trial.logged.includes('+     image: acme/web:1.1.4   # the release'), 'the change is shown');
});

test('a file that is published with a release: fetched, checked, shown, and installed with it', {
  skip,
}, async (t) => {
  const textOf = (version: string): string =>
    composeFile.replace('${TAG:?}', version).replace('# Keeps', `# Of ${version}. Keeps`);
  const published = new Map([
    ['/1.0.2', textOf('1.0.2')],
    ['/1.1.4', textOf('1.1.4')],
    ['/1.2.0', textOf('1.2.0')],
  ]);
  await using server = await serve((request, response) => {
    const text = published.get(request.url ?? '');
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  const sumOf = (version: string): string =>
    createHash('sha256')
      .update(published.get(`/${version}`) ?? '')
      .digest('hex');
  const pinned = {
    url: `${server.url}/{version}`,
    sha256: { '1.0.2': sumOf('1.0.2'), '1.1.4': sumOf('1.1.4'), '3.0.0': sumOf('1.0.2') },
  };
  const trial = await startTrial(t, engine, { env: {}, pinned });
  await trial.deploy('1.0.2');
  assert.equal(await trial.read('compose.yml'), textOf('1.0.2'));

  const unknown = await failureMessage(trial.deploy('1.2.0'));
  assert.match(unknown.happened, /sha256 has no checksum for 1\.2\.0/);
  assert.ok(unknown.next.includes(`add "1.2.0": ${sumOf('1.2.0')}`));
  assert.match(
    (await failureMessage(trial.deploy('3.0.0'))).happened,
    /could not be fetched from \S+\/3\.0\.0: the server answered 404/,
  );
  published.set('/1.1.4', `${textOf('1.1.4')}# changed later\n`);
  const changed = await failureMessage(trial.deploy('1.1.4'));
  assert.match(changed.means, /It was changed since its checksum was written down/);
  assert.equal(await trial.read('compose.yml'), textOf('1.0.2'));

  published.set('/1.1.4', textOf('1.1.4'));
  await trial.deploy('1.1.4');
  assert.equal(await trial.read('compose.yml'), textOf('1.1.4'));
  assert.ok(
    trial.logged.includes('- # Of 1.0.2. Keeps its comments.') &&
      trial.logged.includes('+ # Of 1.1.4. Keeps its comments.'),
  );
  assert.equal((await trial.containers('web'))[0]?.image, 'acme/web:1.1.4');
});
