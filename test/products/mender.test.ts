import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadConfiguration } from '../../src/config/load.ts';
import { configurationFile } from '../../src/init/render/workflows.ts';
import { runInit } from '../../src/init/run-init.ts';
import { windowFindings } from '../../src/planning/checks/window.ts';
import { shippedProducts } from '../../src/products/registry.ts';
import { databaseEffects } from '../support/database-effects.ts';
import { manualOf, pathFor, planFor, stopsOf } from './planned.ts';

/** The tags of mendersoftware/integration and mendersoftware/mender-server, with what looks like a release and is none. */
const tags = [
  ...[
    '2.4.0b1',
    '2.7.8',
    '3.0.0',
    '3.1.1',
    '3.2.2',
    '3.3.0',
    '3.3.2',
    '3.4.0',
    '3.4.1-build2',
    '3.5.3',
    '3.6.0',
    '3.6.6',
  ],
  ...['3.7.0', '3.7.11', '3.8.0', '3.8.5', 'saas-v2023.10.12'],
  ...['v4.0.0-rc.3', 'v4.0.0', 'v4.0.1', 'v4.0.4', 'v4.1.0-saas.17', 'v4.1.0', 'v4.1.1', 'v4.1.2', 'v4.1.3'],
];

const helm = { deployment: 'helm', edition: 'open-source', 'bundled-mongodb': false, 'bundled-nats': false } as const;

describe('the path of Mender', () => {
  it('is one minor after the other, and from 3.3 and 3.4 directly to 3.6', () => {
    // https://docs.mender.io/server-installation/upgrading-from-previous-versions
    const climb = ['3.6.6', '3.7.11', '4.0.4', '4.1.3'];
    assert.deepEqual(stopsOf(pathFor('mender', tags, ['3.4.0', 'newest'], { facts: helm })), climb);
    assert.deepEqual(stopsOf(pathFor('mender', tags, ['3.3.0', 'newest'], { facts: helm })), climb);
    assert.deepEqual(stopsOf(pathFor('mender', tags, ['3.5.3', '3.7'])), ['3.6.6', '3.7.11']);
    assert.deepEqual(stopsOf(pathFor('mender', tags, ['3.2.2', '3.6'])), ['3.3.2', '3.6.6']);
    assert.deepEqual(stopsOf(pathFor('mender', tags, ['4.0.1', '4.0.4'])), ['4.0.4'], 'a patch, directly');
    assert.equal(planFor('mender', tags, ['4.1.3', '4.0.4']).kind, 'downgrade');
  });

  it('treats no tag of the client, the hosted flavour, a build or a candidate as a release', () => {
    const { details } = pathFor('mender', tags, ['3.7.0', 'newest']);
    const ignored = Object.fromEntries(details.ignored.map(({ reason, examples }) => [reason, examples]));
    assert.deepEqual(
      Object.values(ignored).flat().sort(),
      ['2.4.0b1', '3.4.1-build2', '3.8.0', '3.8.5', 'saas-v2023.10.12', 'v4.1.0-saas.17'].sort(),
    );
    const { steps } = pathFor('mender', tags, ['3.7.11', '4.0']);
    assert.deepEqual(
      steps.map(({ to }) => to),
      ['4.0.4'],
    );
  });

  it('moves the chart alone to 5.9 before 4.0, and names the charts that work with each release', () => {
    // https://docs.mender.io/4.0/server-installation/upgrading-from-previous-versions/upgrading-from-3.7-to-4.0
    const planned = (chart?: string) =>
      pathFor('mender', tags, ['3.7.11', 'newest'], {
        facts: helm,
        ...(chart === undefined ? {} : { parts: { chart } }),
      });
    const [first, second] = planned('5.6.0').steps;
    assert.deepEqual([first?.to, second?.to], ['3.7.11+chart-5.9.2', '4.0.4']);
    assert.deepEqual(first?.partVersions, { from: { chart: '5.6.0' }, to: { chart: '5.9.2' } });
    assert.match(
      first?.reasons[0]?.text ?? '',
      /^Only the chart moves, 5\.6\.0 → 5\.9\.2; the release stays 3\.7\.11\./,
    );
    for (const [chart, asks] of [
      ['5.6.0', false],
      ['5.9.2', false],
      [undefined, true],
    ] as const)
      assert.equal(manualOf(planned(chart))['4.0.4']?.includes('chart-5.9-first'), asks, chart);
    assert.deepEqual(
      planned('5.9.2').steps.map(({ parts }) => parts.map(({ part, versions }) => `${part} ${versions}`)),
      [['chart >=6.0 <7.5'], ['chart >=8.1.0']],
    );
  });

  it('has the manual steps at their hop, with their commands', () => {
    const path = pathFor('mender', tags, ['3.4.0', 'newest'], { facts: helm, parts: { chart: '5.0.3' } });
    assert.deepEqual(manualOf(path), {
      '3.6.6': ['redis-global-3.6', 'useradm-clean-3.6'],
      '3.7.11': ['mongodb-6', 'redis-connection-string-3.7', 'storage-proxy-3.7'],
      '4.0.4': ['values-4.0'],
      '4.1.3': ['secrets-chart-8'],
    });
    const texts = path.steps.flatMap(({ manual }) => manual.map(({ text }) => text)).join('\n');
    for (const command of [
      'setFeatureCompatibilityVersion: "5.0"',
      'api_gateway.storage_proxy.enabled=true',
      'redis://USER:PASSWORD@HOST:6379/0',
      'kubectl delete secret api-gateway',
    ])
      assert.ok(texts.includes(command), command);
  });

  it('leads a MongoDB that comes with the chart through each of its majors', () => {
    // https://github.com/mendersoftware/mender-helm/blob/master/mender/CHANGELOG.md: 6.0, 6.8, 7.0 and 8.0
    const facts = { ...helm, edition: 'enterprise', 'bundled-mongodb': true, 'bundled-nats': true };
    const path = pathFor('mender', tags, ['3.7.11', 'newest'], { facts, parts: { chart: '5.9.2' } });
    assert.deepEqual(manualOf(path), {
      '4.0.4': ['mongodb-7', 'values-4.0', 'pull-secret-4.0'],
      '4.0.4+chart-6.8.3': [],
      '4.1.3': ['mongodb-8', 'bundled-mongodb-7.0', 'nats-chart-8', 'secrets-chart-8'],
    });
    assert.deepEqual(
      path.steps.map(({ to, partVersions }) => `${to} by chart ${partVersions?.to.chart}`),
      ['4.0.4 by chart 6.4.2', '4.0.4+chart-6.8.3 by chart 6.8.3', '4.1.3 by chart 8.1.0'],
      'each hop deploys one chart, and none moves two majors of MongoDB',
    );
  });
});

describe('a server of Mender', () => {
  it('reports the version of its chart, as helm lists it', async () => {
    const product = shippedProducts.find('mender');
    const probe = product?.probes.parts?.chart;
    const listed = '[{"name":"mender","chart":"mender-8.2.0","app_version":"v4.1.3"}]';
    const processes = {
      run: async () => ({ exitCode: 0, endedBy: undefined, stdout: listed, stderr: '', milliseconds: 1 }),
    };
    const context = {
      effects: databaseEffects({}, { processes }),
      where: 'the chart',
      placeholders: { environment: 'production' },
    };
    assert.deepEqual(await probe?.open(context)(), { kind: 'known', value: '8.2.0' });
  });
});

it('init writes a login for Mender whose user and password are variables', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-mender-'));
  t.after(() => rm(directory, { recursive: true }));
  await runInit(
    { product: 'mender', database: 'folder', store: 'folder', journal: 'git', scrub: 'node scrub.mjs' },
    { directory, products: shippedProducts },
  );
  const written = await readFile(join(directory, configurationFile), 'utf8');
  assert.match(
    written,
    /basic: \{ user: "?\$\{MENDER_PRODUCTION_USER\}"?, password: "?\$\{MENDER_PRODUCTION_PASSWORD\}"? \}/,
  );
});

describe('the maintenance window of Mender', () => {
  const configuration = (windows: string, product = 'mender'): string => `
system: mender
product: ${product}
${windows}
environments:
  production:
    url: https://mender.example.com
    access: { user: "\${PRODUCTION_TOKEN}", mongodb: "\${PRODUCTION_MONGODB_URL}" }
    data: { folder: { path: /srv/production } }
    deploy: { command: { run: [./deploy/upgrade, "{version}"] } }
  staging:
    disposable: true
    url: https://staging.example.com
    access: { user: "\${STAGING_TOKEN}", mongodb: "\${STAGING_MONGODB_URL}" }
    data: { folder: { path: /srv/staging } }
    deploy: { command: { run: [./deploy/upgrade, "{version}"] } }
    hooks: { scrub: { waive: Nothing of it is sent. } }
backup: { store: { folder: { path: /srv/backups } } }
`;
  const load = (...written: Parameters<typeof configuration>) =>
    loadConfiguration(configuration(...written), 'c.yml', shippedProducts).value;
  const own = '{ extends: mender, title: Our Mender }';

  it('must exist: a configuration without one is refused, with the reason and what to write', () => {
    for (const product of ['mender', own])
      assert.throws(
        () => load('', product),
        /c\.yml:3:\d+: product\n.*no `windows`.*The vendor asks for one.*waive: "the reason"/s,
      );
    assert.throws(() => load('windows: { time-zone: UTC }'), /c\.yml:4:\d+: windows\n.*these `windows` never close/s);
    const closed = 'windows: { time-zone: UTC, closed: [{ from: 2026-12-20, to: 2027-01-03, reason: Freeze }] }';
    assert.throws(() => load(closed), /never close/);
  });

  it('may be waived in writing, and then production may be changed at any time', () => {
    const open = load('windows: { time-zone: UTC, open: [{ from: "22:00", to: "04:00" }] }').windows;
    assert.deepEqual(
      open?.weekly?.map(({ from, to }) => [from, to]),
      [['22:00', '04:00']],
    );
    assert.equal(load('windows: { waive: It is used in office hours alone. }').windows, undefined);
    assert.throws(() => load('windows: { waive: "" }'), /windows/);
    const asked = { windows: undefined, freeze: { kind: 'off' }, now: new Date() } as const;
    const [shown] = windowFindings({ ...asked, waiver: 'It is used in office hours alone.' });
    assert.match(JSON.stringify(shown), /waived \(\\"It is used in office hours alone\.\\"\)/);
  });

  it('is required by no other product', () => {
    assert.equal(shippedProducts.find('infrahub')?.['needs-window'], undefined);
  });
});
