import { rmSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseEffects } from '../../../support/database-effects.ts';
import type { MakeDeployFixture } from '../fixture.ts';

/** In place of Helm and kubectl, which deploy.test.ts drives: one Deployment, with answers like those of the real programs. */
const common = `#!${process.execPath}
const { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { spawn } = require('node:child_process');
const folder = join(__dirname, '..');
const at = (name) => join(folder, name);
const behaviour = readFileSync(at('behaviour'), 'utf8');
const args = process.argv.slice(2).filter((arg) => !arg.startsWith('--namespace='));
const flag = (name) => args.find((arg) => arg.startsWith('--' + name + '='))?.slice(name.length + 3);
const say = (value) => console.log(typeof value === 'string' ? value : JSON.stringify(value));
const fail = () => { console.error('Error: the cluster did not want it'); process.exit(3); };
const manifest = (tag) => JSON.stringify({ kind: 'Deployment', metadata: { name: 'web' }, spec: { template: { spec: { containers: [{ name: 'web', image: 'acme/web:' + tag }] } } } });
`;

const helm = `${common}
const given = () => Object.assign({}, ...args.filter((arg) => arg.startsWith('--values=')).map((arg) => JSON.parse(readFileSync(arg.slice(9), 'utf8'))));
if (args[0] === 'version') say('v3.18.4');
else if (args[0] === 'show') say('name: web\\nversion: ' + readFileSync(args[2], 'utf8') + '\\n');
else if (args[0] === 'pull') writeFileSync(join(flag('destination'), 'web.tgz'), flag('version'));
else if (flag('dry-run')) say({ manifest: manifest(given().image.tag), hooks: [] });
else if (args[0] === 'upgrade' && behaviour === 'works') {
  const { image: { tag }, env } = given();
  writeFileSync(at('running'), tag);
  const chart = readFileSync(args[3], 'utf8');
  appendFileSync(at('placed'), JSON.stringify({ version: tag, chart, defer: env?.DEFER ?? undefined }) + '\\n');
} else if (args[0] === 'upgrade' && behaviour === 'hangs') {
  const child = spawn('/bin/sleep', ['300']);
  process.on('SIGTERM', () => undefined);
  setInterval(() => undefined, 1000);
  writeFileSync(at('hanging'), [process.pid, child.pid].join(' '));
} else fail();
`;

const kubectl = `${common}
const running = () => readFileSync(at('running'), 'utf8');
const owned = (name, uid, owner, more) => ({ metadata: { name, namespace: 'contract', uid, generation: 1, ...(owner && { ownerReferences: [{ uid: owner, controller: true }] }) }, ...more });
const template = () => ({ spec: { containers: [{ name: 'web', image: 'acme/web:' + running() }] } });
const counts = { observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: 1 };
const ready = () => ({ phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }], containerStatuses: [{ name: 'web', image: 'acme/web:' + running(), imageID: '', restartCount: 0, state: { running: {} } }] });
const labels = { version: '1', status: 'deployed' };
const release = () => Buffer.from(require('node:zlib').gzipSync(JSON.stringify({
  info: { last_deployed: '2026-03-01T02:14:09Z' }, chart: { metadata: { name: 'web', version: '7.11.1' } }, manifest: manifest(running()),
})).toString('base64')).toString('base64');
const lists = {
  deployments: () => [owned('web', 'd', undefined, { spec: { replicas: 1, template: template() }, status: counts })],
  replicasets: () => [owned('web-1', 'r', 'd', {})],
  pods: () => [owned('web-1-1', 'p', 'r', { spec: template().spec, status: ready() })],
  secrets: () => [{ metadata: { labels } }],
};
const answer = (path) => {
  if (path.endsWith('/log')) return behaviour === 'fails' ? undefined : '';
  if (path.includes('/secrets/')) return { metadata: { labels }, data: { release: release() } };
  return { items: lists[path.split('/').at(-1)]?.() ?? [] };
};
if (args[0] === 'proxy') require('node:http').createServer((request, response) => {
  const found = answer(new URL(request.url, 'http://localhost').pathname);
  response.statusCode = found === undefined ? 500 : 200;
  response.end(typeof found === 'object' ? JSON.stringify(found) : found);
}).listen(flag('unix-socket'), () => say('Starting to serve on ' + flag('unix-socket')));
else if (args[0] === 'create') for (const _ of JSON.parse(readFileSync(0, 'utf8')).items) say('true');
else if (behaviour === 'fails') fail();
`;

export const makeFixture: MakeDeployFixture = async (test) => {
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-helm-contract-'));
  test.after(() => rm(directory, { recursive: true, force: true }));
  await mkdir(join(directory, 'bin'));
  const programs = { helm, kubectl };
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(directory, 'bin', name), text);
    await chmod(join(directory, 'bin', name), 0o755);
  }
  await writeFile(join(directory, 'running'), '1.0.2');
  const read = (name: string) => readFile(join(directory, name), 'utf8').catch(() => '');
  return {
    effects: databaseEffects({}, { directory, environment: { PATH: join(directory, 'bin') } }),
    settings: (behaviour) => {
      writeFileSync(join(directory, 'behaviour'), behaviour);
      if (behaviour === 'absent') rmSync(join(directory, 'bin', 'helm'));
      return {
        helm: {
          release: 'web',
          namespace: 'contract',
          chart: 'web',
          version: '{parts.chart}',
          set: { 'image.tag': '{version}' },
          'product-variables': { at: 'env', form: 'map' },
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
    lastWords: 'the cluster did not want it',
  };
};
