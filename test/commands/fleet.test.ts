import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { CommandResult } from '../../src/core/interface/result.ts';
import type { RunIdentity } from '../../src/core/model/event.ts';
import { outputsOf } from '../../src/entries/action/outputs.ts';
import { summaryLimitBytes } from '../../src/entries/action/summary.ts';
import { runInit } from '../../src/init/run-init.ts';
import { shippedProducts } from '../../src/products/registry.ts';
import { openFleet, openProject } from '../../src/steps/hop/open-project.ts';
import { systemClock } from '../../src/world/clock.ts';
import { eachOf } from '../../src/world/each-of.ts';
import type { Effects } from '../../src/world/effects/effects.ts';
import { silentLog } from '../../src/world/log.ts';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { variablesFrom } from '../../src/world/variables.ts';
import { install } from '../sample/installation.ts';
import { type Invocation, invoke } from '../support/invocation.ts';
import { penWithoutSecrets, written } from '../support/pen.ts';

const run: RunIdentity = { kind: 'terminal', id: 'test', attempt: 1, actor: 'engineer' };
const day = 86_400_000;

interface Site {
  readonly ring: string;
  readonly url: string;
}

/** A repository with several systems. Requests to their servers go to `fetch`; everything else is on the disk. */
async function fleetOf(t: TestContext, sites: Readonly<Record<string, Site>>, ask: typeof fetch = fetch) {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-fleet-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, '.github'));
  const environment = (side: string) => ({
    url: `\${${side}_URL}`,
    access: { 'admin-token': '${TOKEN}' },
    data: { sqlite: { file: `\${STATE}/${side}.sqlite` } },
    deploy: { command: { run: ['node', 'deploy.mjs', '{version}'], stop: ['node', 'stop.mjs'], env: {} } },
  });
  const systems = Object.entries(sites).map(([name, { ring, url }]) => [
    name,
    { ring, variables: { PRODUCTION_URL: url, STAGING_URL: `${url}/staging`, STATE: `/srv/${name}` } },
  ]);
  const rings = [...new Set(Object.values(sites).map(({ ring }) => ring))];
  const document = {
    rings: rings.map((name) => ({ name, ...(name === 'pilot' ? { hold: '3d' } : {}) })),
    systems: Object.fromEntries(systems),
    product: 'sample',
    environments: {
      production: environment('PRODUCTION'),
      staging: { ...environment('STAGING'), disposable: true, hooks: { scrub: { waive: 'Invented.' } } },
    },
    backup: { store: { folder: { path: 'backups' } } },
    journal: { store: { folder: { path: 'journal' } } },
  };
  await writeFile(join(folder, '.github/staged-upgrade.yml'), stringify(document));
  let now = Date.now();
  const set = { PATH: process.env.PATH ?? '', TOKEN: 'test-token' };
  const effects: Effects = {
    clock: { ...systemClock, now: () => new Date(now) },
    processes: systemProcesses,
    fetch: ask,
    log: silentLog,
    variables: variablesFrom(set, () => undefined),
    ...penWithoutSecrets(),
    environment: set,
    directory: folder,
    signal: new AbortController().signal,
  };
  return {
    folder,
    effects,
    ask: async (asked: Invocation): Promise<CommandResult> => written(await invoke(asked, effects, run)),
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

test('the next ring starts when the previous one has held the target for its time, and was seen there at its end', async (t) => {
  const [north, hill, south] = [await install(t), await install(t), await install(t)];
  for (const server of [north, hill, south]) await server.climbTo('1.0.2');
  let isIll = false;
  const sites = {
    north: { ring: 'pilot', url: north.url },
    hill: { ring: 'wards', url: hill.url },
    south: { ring: 'wards', url: south.url },
  };
  const fleet = await fleetOf(t, sites, async (input, init) =>
    isIll && String(input) === `${north.url}/health` ? new Response('', { status: 503 }) : await fetch(input, init),
  );
  const legs = async (target?: string): Promise<string> => {
    const { outputs } = await fleet.ask({ command: 'fleet', ...(target === undefined ? {} : { target }) });
    return (outputs.systems ?? []).map((leg) => `${leg.system} ${leg.ring} ${leg.target}`).join(', ');
  };
  const plan = (system: string, ring: string, target: string) =>
    fleet.ask({ command: 'plan', system, ring, target, operation: 'climb' });

  assert.equal(await legs(), '', 'nobody has started anything');
  assert.equal(await legs('1.0.2'), 'north pilot 1.0.2');
  assert.equal((await plan('north', 'pilot', '1.0.2')).outcome, 'skipped', 'it runs the target already');
  assert.equal(await legs(), '', 'its time has begun');
  fleet.wait(2 * day);
  assert.equal(await legs(), '');
  fleet.wait(1 * day + 1000);
  assert.equal(await legs(), 'north pilot 1.0.2', 'its time is over, and it is looked at again');

  isIll = true;
  const ill = await plan('north', 'pilot', '1.0.2');
  assert.match(ill.headline, /^Production runs 1\.0\.2, the target, and it is not healthy/);
  assert.match(ill.message?.means ?? '', /no ring after "pilot" starts/);
  assert.equal(await legs(), 'north pilot 1.0.2', 'one that is not healthy has not held it');
  isIll = false;

  assert.equal((await plan('north', 'pilot', '1.0.2')).outcome, 'skipped');
  assert.equal(await legs(), 'hill wards 1.0.2, south wards 1.0.2');
  for (const system of ['hill', 'south']) await plan(system, 'wards', '1.0.2');
  const { outcome, headline, outputs, summary } = await fleet.ask({ command: 'fleet', output: 'fleet.html' });
  assert.deepEqual([outcome, headline, outputs.complete], ['passed', 'All 3 systems run 1.0.2.', true]);
  assert.match(summary, /## Ring pilot: 1 system, each held for 3 days/);
  assert.match(await readFile(join(fleet.folder, 'fleet.html'), 'utf8'), /<title>.*: fleet to 1\.0\.2<\/title>/);
});

test('a system of a fleet has its own journal, and a climb that a person started only for it does not start the others', async (t) => {
  const north = await install(t);
  await north.climbTo('1.0.2');
  const fleet = await fleetOf(t, {
    north: { ring: 'pilot', url: north.url },
    south: { ring: 'wards', url: 'http://127.0.0.1:1' },
  });
  await assert.rejects(fleet.ask({ command: 'plan', target: '1.1' }), /none of them is named/);
  const planned = await fleet.ask({ command: 'plan', system: 'north', target: '1.1', operation: 'climb' });
  assert.equal(planned.outcome, 'passed');
  const own = await openProject(undefined, fleet.effects, run, 'north');
  assert.deepEqual(
    (await own.journal.read()).map(({ system, event }) => `${system} ${event.type}`),
    ['north planned'],
  );
  const { outputs, text } = await fleet.ask({ command: 'fleet' });
  assert.deepEqual(outputs.systems, []);
  assert.match(text, /pilot +north +1\.0\.2 +1\.0\.2 → 1\.1\.4, 1 hop +nothing was started/);

  await fleet.ask({ command: 'plan', system: 'north', target: 'newest' });
  const { text: after } = await fleet.ask({ command: 'fleet' });
  assert.match(after, /north +1\.0\.2 +1\.0\.2 → 1\.1\.4, 1 hop; only looked at: 1\.0\.2 → (?!1\.1\.4)/);
});

const workflow = z.object({ jobs: z.record(z.string(), z.object({ uses: z.string().optional() })) });

test('500 systems are planned and reported within the limits of GitHub', async (t) => {
  let requests = 0;
  const answers: Readonly<Record<string, unknown>> = {
    '/health': { ok: true },
    '/version': { version: '1.0.2-3f2c9ab' },
    '/migrations': { state: 'done' },
  };
  const server: typeof fetch = async (input) => {
    const { host, pathname } = new URL(String(input));
    if (host === 'api.github.com') requests += 1;
    const answer = answers[pathname];
    return answer === undefined ? new Response('', { status: 404 }) : Response.json(answer);
  };
  const sites = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [
      `a-site-with-a-rather-long-name-${index}`,
      { ring: index < 5 ? 'pilot' : index < 60 ? 'wards' : 'all', url: `http://site-${index}.invalid` },
    ]),
  );
  const fleet = await fleetOf(t, sites, server);
  const which = await fleet.ask({ command: 'fleet', target: '1.2', operation: 'plan' });
  const { systems = [], 'more-systems': more = [] } = which.outputs;
  assert.deepEqual([systems.length, more.length], [256, 244]);
  const bytes = Object.values(outputsOf(which)).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  assert.ok(bytes < 200_000, `the outputs of a job may have 1 MiB, and have ${bytes} bytes`);
  const [first, ...others] = [...systems, ...more];
  assert.ok(first !== undefined && others.length === 499);
  const { system, ring, target, operation } = first;
  assert.equal((await fleet.ask({ command: 'plan', system, ring, target, operation })).outcome, 'passed');
  // The others plan the same: what the real command has recorded for one is put into the journal of each.
  const journals = (await openFleet(undefined, fleet.effects, run))?.systems.map(({ journal }) => journal) ?? [];
  const [planned] = (await journals[0]?.read()) ?? [];
  assert.ok(planned?.event.type === 'planned');
  const { event } = planned;
  await eachOf(journals.slice(1), 8, (journal) => journal.append(event));
  const report = await fleet.ask({ command: 'fleet', output: 'fleet.html' });
  assert.equal(report.summary.match(/1\.0\.2 → 1\.2\.1, 2 hops/g)?.length, 500);
  assert.ok(Buffer.byteLength(report.summary) < summaryLimitBytes / 4);
  assert.equal(requests, 0, 'GitHub is not asked for any of them, so 500 are as cheap as one');

  await runInit({}, { directory: fleet.folder, products: shippedProducts });
  const folder = join(fleet.folder, '.github/workflows');
  const called = async (file: string): Promise<number> => {
    const { jobs } = workflow.parse(parse(await readFile(join(folder, file), 'utf8')));
    const below = Object.values(jobs).flatMap(({ uses }) => (uses === undefined ? [] : [uses.replace(/.*\//, '')]));
    return Math.max(0, ...(await Promise.all(below.map(async (each) => 1 + (await called(each))))));
  };
  assert.equal(await called('fleet.yml'), 2, 'GitHub lets three levels of workflows be called');
  const { jobs } = workflow.parse(parse(await readFile(join(folder, 'fleet.yml'), 'utf8')));
  assert.deepEqual(Object.keys(jobs), ['fleet', 'climb', 'more', 'report']);
});
