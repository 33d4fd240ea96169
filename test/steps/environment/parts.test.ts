import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { type Changes, sampleSystem } from '../../commands/sample-system.ts';

const planned = z.object({
  hops: z.array(
    z.object({
      id: z.string(),
      digest: z.string(),
      manual: z.array(z.object({ id: z.string() })),
      parts: z.object({ from: z.record(z.string(), z.string()), to: z.record(z.string(), z.string()) }).optional(),
    }),
  ),
});

const releases = [
  { version: '1.0.2', parts: { chart: '7.10.0', app: '1.0.2' } },
  { version: '1.1.4', parts: { chart: '7.11.2' } },
  { version: '1.2.1', parts: { chart: '8.0.1' } },
];
const movesTogether = {
  'moves-together': {
    part: 'chart',
    table: [{ releases: '1', versions: '>=7' }],
    reason: 'Each chart carries one release.',
  },
};

test('the versions of parts travel with the hop, to the digest, the matrix, the journal and the commands of a hook', async (t) => {
  const system = await sampleSystem(t);
  await system.markStaging();
  const hook = { run: ['sh', '-c', 'echo "$1 $STAGED_UPGRADE_PARTS_CHART" > backed-up.txt', 'sh', '{parts.chart}'] };
  const configuration = {
    product: { extends: 'sample', releases: { list: releases }, path: [movesTogether] },
    'environments.production.hooks': { 'before-backup': hook },
  };
  const plan = async (parts: readonly string[], more: Changes['configuration'] = {}) =>
    await system.ask({ command: 'plan', target: '1.2', parts }, { configuration: { ...configuration, ...more } });

  const first = await plan(['chart=7.10.3']);
  const hops = planned.parse(first.json).hops;
  assert.deepEqual(
    hops.map(({ parts }) => parts),
    [{ from: { chart: '7.10.3' }, to: { chart: '8.0.1' } }],
    'the app is no part that anything asks for',
  );
  assert.match(first.text, /Parts beside the release:\n {2}1\. chart 7\.10\.3 → 8\.0\.1/);
  assert.match(first.summary, /chart 7\\?\.10\\?\.3 → 8/);
  const other = planned.parse((await plan(['chart=7.10.4'])).json).hops;
  assert.notEqual(other[0]?.digest, hops[0]?.digest);
  const published = planned.parse((await plan([])).json).hops;
  assert.deepEqual(published[0]?.parts?.from, { chart: '7.10.0' }, 'what is published with the present release');

  const again = await plan(['chart=7.10.3']);
  const [leg] = z.array(z.unknown()).parse(again.outputs.hops ?? []);
  const changes = { configuration };
  const checked = await system.ask({ command: 'check', hop: JSON.stringify(leg) }, changes);
  assert.equal(checked.outcome, 'passed', checked.headline);
  const backup = await system.ask({ command: 'backup', purpose: 'rehearsal', hop: JSON.stringify(leg) }, changes);
  assert.equal(backup.outcome, 'passed', backup.headline);
  assert.equal(await readFile(join(system.folder, 'backed-up.txt'), 'utf8'), '7.10.3 7.10.3\n');
});

test('a part is observed; given values must not contradict it; an unknown part is asked for by name', async (t) => {
  const system = await sampleSystem(t);
  const withProbe = (value: string) => ({
    health: { http: { path: '/health', expect: { json: { ok: true } } } },
    version: { http: { path: '/version', value: 'version' } },
    parts: { chart: { http: { path: '/version', value } } },
  });
  const path = [{ 'needs-part': { part: 'chart', entering: '1.1', versions: '>=7.11', reason: 'The chart first.' } }];
  const product = (value: string) => ({ extends: 'sample', path, probes: withProbe(value) });
  const plan = async (value: string, parts: readonly string[] = [], more: Changes['configuration'] = {}) =>
    await system.ask(
      { command: 'plan', target: '1.1', parts },
      { configuration: { product: product(value), ...more } },
    );

  const tooOld = await plan('version');
  assert.equal(tooOld.outcome, 'refused');
  assert.match(tooOld.message?.means ?? '', /needs chart >=7\.11 first; the present chart is 1\.0\.2/);
  await assert.rejects(plan('version', ['chart=7.11.0']), /"chart" is given as 7\.11\.0, but production shows 1\.0\.2/);
  await assert.rejects(
    plan('version', [], { parts: { chart: '7.11.0' } }),
    /"chart" is given as 7\.11\.0, but production shows 1\.0\.2/,
  );

  const unknown = await plan('no-such-key');
  assert.deepEqual(
    planned.parse(unknown.json).hops.flatMap(({ manual }) => manual.map(({ id }) => id)),
    ['check-chart-7.11'],
  );
  const given = await plan('no-such-key', ['chart=v7.11.0']);
  assert.deepEqual(planned.parse(given.json).hops[0]?.parts, { from: { chart: '7.11.0' }, to: { chart: '7.11.0' } });
  assert.deepEqual(planned.parse(given.json).hops[0]?.manual, []);

  const deploy = { command: { run: ['node', 'deploy.mjs', '{version}', '{parts.chart}'], stop: ['true'] } };
  const refused = await plan('no-such-key', [], { 'environments.staging.deploy': deploy });
  assert.equal(refused.outcome, 'refused');
  assert.match(
    refused.message?.happened ?? '',
    /version of the part "chart" belongs to 1\.0\.2 is not known, but a command of hop 1\.0\.2--1\.1\.4/,
  );
  assert.match(refused.message?.means ?? '', /The probe says: .*no "no-such-key"/);
  assert.match(refused.message?.next ?? '', /--part chart=VERSION/);

  await assert.rejects(plan('version', ['chart']), /The part "chart" is not of the form name=version/);
  await assert.rejects(plan('version', ['chart=$(id)']), /not of the form name=version/);
  assert.match((await plan('no-such-key', ['chart=7.11.0', 'charts=1.0'])).text, /Did you mean "chart"\?/);
});

test('what was given for a plan stays with it: a scheduled run plans alike, another reports what differs', async (t) => {
  const system = await sampleSystem(t);
  const path = [
    { 'required-stops': { at: '1.1', when: { fact: 'web-nodes', 'at-least': 2 }, reason: 'Many nodes.' } },
    movesTogether,
  ];
  const configuration = { product: { extends: 'sample', releases: { list: releases }, path } };
  const plan = async (asked: { target: string; facts?: readonly string[]; parts?: readonly string[] }) =>
    await system.ask({ command: 'plan', operation: 'climb', facts: [], ...asked }, { configuration });
  const ids = (json: unknown) => planned.parse(json).hops.map(({ id }) => id);

  const one = await plan({ target: '1.2', facts: ['web-nodes=1'], parts: ['chart=7.10.3'] });
  assert.deepEqual(ids(one.json), ['1.0.2--1.2.1']);
  const resumed = await plan({ target: 'unfinished' });
  assert.deepEqual(planned.parse(resumed.json), planned.parse(one.json));
  assert.doesNotMatch(resumed.text, /something else/);
  const other = await plan({ target: '1.2', facts: ['web-nodes=3'] });
  assert.deepEqual(ids(other.json), ['1.0.2--1.1.4', '1.1.4--1.2.1']);
  assert.match(
    other.text,
    /was made with different facts or parts: the fact web-nodes was given as "1" and is "3" now; the part chart was given as "7\.10\.3" and is not given now\./,
  );
});
