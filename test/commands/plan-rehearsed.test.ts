import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { plan } from '../../src/commands/plan.ts';
import type { JournalEvent } from '../../src/core/model/event.ts';
import { allContentDigests } from '../../src/steps/hop/hop-contents.ts';
import { hop } from '../core/history/world.ts';
import { type VirtualSystem, virtualSystem } from './virtual-system.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const staging = { hop, environment: 'staging' } as const;
const release = { release: 'to', version: hop.to, deferred: true } as const;
const backup = 'records-20260302';

/** Rehearsed two days ago: 1 min of backup, 2 min of deploy, 12 min of migrations, 1 min of tests. */
async function rehearsed(
  configuration: Record<string, unknown> = {},
  { hopBefore }: { readonly hopBefore?: boolean } = {},
): Promise<VirtualSystem> {
  const system = virtualSystem({ configuration });
  const earlier = { ...hop, id: '1.0.1--1.0.2', from: '1.0.1', to: hop.from };
  system.server.version = hop.from;
  system.server.migrations = { state: 'done' };
  const before: readonly JournalEvent[] = [
    {
      hop: hopBefore === true ? earlier : hop,
      environment: 'production',
      type: 'backed-up',
      purpose: 'rehearsal',
      backup,
      version: hop.from,
      dataAt: '2026-03-02T00:00:00Z',
      bytes: 1,
      milliseconds: minute,
    },
    hopBefore === true
      ? { ...staging, type: 'carried-over', backup, after: earlier.id }
      : { ...staging, type: 'restored', backup, proved: true, tables: 1, rows: 1, milliseconds: 1 },
    { ...staging, type: 'deploying', ...release },
    { ...staging, type: 'deployed', ...release, milliseconds: 2 * minute },
    { ...staging, type: 'migrating' },
  ];
  const tested = { type: 'smoke-tested', release: 'to', version: hop.to, tests: ['t'] } as const;
  await system.record(...before);
  system.pass(12 * minute);
  await system.record(
    { ...staging, type: 'waited', milliseconds: 11 * minute },
    { ...staging, ...tested, migrations: 'done', milliseconds: minute },
    { type: 'rehearsed', hop, backup, contents: allContentDigests(system.project) },
  );
  system.pass(2 * day);
  return system;
}

const shown = z.object({
  hops: z.array(z.object({ rehearsed: z.unknown(), estimate: z.object({ milliseconds: z.number() }).nullable() })),
});

const planned = (system: VirtualSystem) => system.ask(plan, { command: 'plan', target: hop.to }, 'path');

test('the plan names a hop that was rehearsed, with its expected duration and until when it counts', async () => {
  const { text, summary, json } = await planned(await rehearsed());
  const said =
    /1\.0\.2 → 1\.1\.4 on 2 Mar 00:12 UTC; it counts until 9 Mar 00:00 UTC\. "Will take" is 17 min 0 s by the rehearsal of this hop\./;
  assert.match(text, /^1 .* 2 Mar 2026 {2}17 min 0 s /m);
  assert.match(text, new RegExp(`Rehearsals so far:\n  1\\. ${said.source}`));
  assert.match(summary, new RegExp(`### Rehearsals so far\n\n- \\*\\*1\\.\\*\\* ${said.source}`));
  assert.match(summary, /\| ✔ 2 Mar 00:12 UTC \| 17 min \|/);
  const [first] = shown.parse(json).hops;
  assert.deepEqual(first?.rehearsed, {
    at: '2026-03-02T00:12:00.000Z',
    backup,
    countsUntil: '2026-03-09T00:00:00.000Z',
    changed: [],
  });
  assert.equal(first?.estimate?.milliseconds, 17 * minute);
});

test('a hop that was rehearsed as part of the whole path takes as long as its rehearsal', async () => {
  const { text } = await planned(await rehearsed({}, { hopBefore: true }));
  assert.match(text, /it counts until .* "Will take" is 17 min 0 s by the rehearsal of this hop\./);
});

test('a rehearsal that is too old is named as one that does not count any more', async () => {
  const late = await rehearsed();
  late.pass(6 * day);
  const { text, json } = await planned(late);
  assert.match(
    text,
    /1\. 1\.0\.2 → 1\.1\.4 was rehearsed on 2 Mar 00:12 UTC, but that no longer counts: it was made on data from 8\.0 days ago/,
  );
  assert.match(text, /^1 .* to be repeated {2}17 min 0 s/m, 'what it took it took');
  assert.equal(shown.parse(json).hops[0]?.rehearsed, null);
});

/** Plans with the configuration, or the product, changed since the rehearsal. */
async function plannedWith(
  change: (project: VirtualSystem['project']) => Partial<VirtualSystem['project']>,
): Promise<Awaited<ReturnType<typeof planned>>> {
  const system = await rehearsed();
  const project = { ...system.project, ...change(system.project) };
  return await system.ask((_, input) => plan.run(project, input), { command: 'plan', target: hop.to }, 'path');
}

test('a test that was corrected since does not invalidate the rehearsal, and the plan names it', async () => {
  const smoke = [{ name: 'new', http: { path: '/' } }];
  const { text, json } = await plannedWith(({ document }) => ({ document: { ...document, smoke } }));
  assert.match(text, /^1 .* 2 Mar 2026 {2}17 min 0 s /m);
  assert.match(
    text,
    /it counts until 9 Mar 00:00 UTC\. But "smoke" has changed since: the tests as they are now have not run on staging\./,
  );
  assert.deepEqual(z.object({ changed: z.array(z.string()) }).parse(shown.parse(json).hops[0]?.rehearsed).changed, [
    'smoke',
  ]);
});

test('a deploy that has changed since invalidates the rehearsal, and the plan names what has changed', async () => {
  const { text } = await plannedWith(({ document }) => {
    const environments = z.looseObject({ production: z.looseObject({}) }).parse(document.environments);
    const production = { ...environments.production, deploy: { command: { run: ['other', '{version}'] } } };
    return { document: { ...document, environments: { ...environments, production } } };
  });
  assert.match(
    text,
    /was rehearsed on .*, but that no longer counts: "environments\.production\.deploy" has changed since\. It is rehearsed again\./,
  );
  assert.doesNotMatch(text, /17 min/);
});

test('changes that do not affect what is done keep a rehearsal valid: titles, path rules, reporting hooks', async () => {
  const whole = await planned(await rehearsed());
  const changes: readonly Parameters<typeof plannedWith>[0][] = [
    ({ productDocument }) => ({ productDocument: { ...productDocument, title: 'Another title', path: [] } }),
    ({ document }) => ({ document: { ...document, acknowledge: ['copy-the-keys'], smoke: [] } }),
    ({ document }) => {
      const environments = z.looseObject({ production: z.looseObject({}) }).parse(document.environments);
      const hooks = { logs: { run: ['show-logs'] }, 'on-failure': { run: ['page'] } };
      const production = { ...environments.production, hooks };
      return { document: { ...document, environments: { ...environments, production } } };
    },
  ];
  for (const change of changes) assert.equal((await plannedWith(change)).text, whole.text);
});

test('the validation of production is added to the expected duration of the hop, once for each of its jobs', async () => {
  const { text } = await planned(await rehearsed({ validate: { for: '30m' } }));
  assert.match(
    text,
    /"Will take" is 1 h 17 min by the rehearsal of this hop, with 30 min 0 s of smoke tests each time\./,
  );
});
