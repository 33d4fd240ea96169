import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import type { Invocation } from '../support/invocation.ts';
import { type Changes, sampleSystem } from './sample-system.ts';

const shown = z.object({
  current: z.string(),
  target: z.string(),
  hops: z.array(
    z.strictObject({
      id: z.string(),
      index: z.number(),
      from: z.string(),
      to: z.string(),
      publishedAt: z.string().nullable(),
      digest: z.string().nullable(),
      reasons: z.array(z.object({ rule: z.string(), text: z.string(), url: z.string().optional() })).min(1),
      manual: z.array(z.object({ id: z.string(), text: z.string(), acknowledged: z.boolean() })),
      notes: z.object({
        advice: z.array(z.unknown()),
        parts: z.array(z.unknown()),
        releases: z.array(z.object({ version: z.string(), topic: z.string(), heading: z.string() })),
      }),
      rehearsed: z.object({ at: z.string(), backup: z.string(), countsUntil: z.string() }).nullable(),
      formerlyRehearsed: z.null(),
      estimate: z.object({ milliseconds: z.number(), basis: z.string() }).nullable(),
      typical: z.null(),
    }),
  ),
});

const ids = (json: unknown): string[] => shown.parse(json).hops.map(({ id }) => id);

test('plan', async (t) => {
  const system = await sampleSystem(t);
  const plan = (asked: Partial<Invocation> = {}, changes: Changes = {}) =>
    system.ask({ command: 'plan', ...asked }, changes);
  const recorded = async (): Promise<number> =>
    (await system.ask({ command: 'log' })).text.split('\n').filter((line) => line.includes('planned')).length;

  await t.test('shows the path as a table with reasons, manual steps, and how often a person is asked', async () => {
    const { outcome, text, summary, json } = await plan({ target: '2.0' });
    assert.equal(outcome, 'passed');
    assert.deepEqual(ids(json), ['1.0.2--1.1.4', '1.1.4--1.2.1', '1.2.1--1.3.1', '1.3.1--2.0.1']);
    assert.match(
      text,
      /^records \(.*\), planned \d+ \w+ \d{4} \d\d:\d\d UTC\.\n\nhop {2}from {3}to {5}published {3}by hand {2}rehearsed {2}will take {2}digest\n1 {4}1\.0\.2 {2}1\.1\.4 {2}2 Jul 2024 {2}- {8}- {10}not known {2}[0-9a-f]{12}\n/,
    );
    assert.match(text, /4 to 8 approvals will be asked for: 4 before production is deployed, and 1 more for each hop/);
    assert.match(text, /4\. \[ \] readers-of-place: Change every program/);
    assert.match(text, /1\.2\.2 was withdrawn: .* It is fixed in 1\.3\.0\./);
    assert.match(summary, /```mermaid\nflowchart LR\n {2}s0\["1\.0\.2"\]/);
    assert.match(summary, /s3 -->\|by hand\| s4/);
    assert.match(summary, /\*\*4 to 8 approvals will be asked for/);
  });

  await t.test('asks as often as the gates say', async () => {
    const one = await plan({ target: '1.1' }, { configuration: { 'gates.finalize': 'none' } });
    assert.match(one.text, /\n1 approval will be asked for, before production is deployed\.\n/);
  });

  await t.test('shows the warnings of the release notes on the way, as text', async () => {
    const releases = [
      '1.0.2',
      {
        version: '1.1.0',
        notes: '## Breaking changes\n\nLabels are **gone**, ask @mona.',
        url: 'https://example.com/1.1.0',
      },
      '1.1.4',
    ];
    const configuration = { product: { extends: 'sample', releases: { list: releases } } };
    const { text, summary, json } = await plan({}, { configuration });
    assert.match(
      text,
      /Warnings from the release notes on the way:\n {2}1\. 1\.1\.0, breaking: Breaking changes: Labels are gone/,
    );
    assert.match(
      summary,
      /- \[1\.1\.0\]\(https:\/\/example\.com\/1\.1\.0\), breaking: Breaking changes: Labels are gone/,
    );
    assert.doesNotMatch(summary, /@mona/);
    assert.deepEqual(shown.parse(json).hops[0]?.notes.releases[0]?.topic, 'breaking');
  });

  await t.test('leaves out releases that are too young, and admits prereleases when asked', async () => {
    const list = [
      '1.0.2',
      { version: '1.1.0', date: '2026-01-01' },
      { version: '1.1.1', date: '2026-03-01' },
      { version: '1.1.2-rc.1', date: '2026-01-02' },
    ];
    const product = {
      extends: 'sample',
      versions: { pattern: '^(?<version>\\d+\\.\\d+\\.\\d+(-rc\\.\\d+)?)(-(?<build>[0-9a-f]{7}|unknown))?$' },
      releases: { list },
    };
    const now = '2026-03-03T00:00:00Z';
    const old = { configuration: { product, 'releases.minimum-age': '7d' }, now };
    assert.deepEqual(ids((await plan({}, old)).json), ['1.0.2--1.1.0']);
    assert.deepEqual(ids((await plan({ minimumAge: 3_600_000 }, old)).json), ['1.0.2--1.1.1']);
    assert.deepEqual(ids((await plan({ prereleases: true }, old)).json), ['1.0.2--1.1.2-rc.1']);
  });

  await t.test('does not pass if newer releases may be among the tags that were left out', async () => {
    const product = { extends: 'sample', releases: { list: ['1.0.2', 'release-1.1.0', 'release-1.2.0'] } };
    const { outcome, headline, outputs, message } = await plan({}, { configuration: { product } });
    assert.equal(outcome, 'unknown');
    assert.match(
      headline,
      /^Nothing newer than 1\.0\.2 is known, but .* 2 tags are left out, such as "release-1\.2\.0"/,
    );
    assert.deepEqual([outputs.hops, outputs.complete], [[], false]);
    assert.match(message?.next ?? '', /`pattern` under `versions:`/);
  });

  await t.test('plans from a pinned copy, and reports what has changed since', async () => {
    const before = { product: { extends: 'sample', releases: { list: ['1.0.2', '1.1.0', '1.2.0'] } } };
    await plan({ saveReleases: 'pinned.yml' }, { configuration: before });
    assert.match(await readFile(join(system.folder, 'pinned.yml'), 'utf8'), /version: 1\.1\.0|- 1\.1\.0|"1\.1\.0"/);
    const withdrawn = { version: '1.2.0', withdrawn: { reason: 'It loses notes.' } };
    const list = ['1.0.2', '1.1.0', '1.1.4', withdrawn];
    const now = { configuration: { product: { extends: 'sample', releases: { list } } } };
    const pinned = await plan({ releases: 'pinned.yml' }, now);
    assert.deepEqual(ids(pinned.json), ['1.0.2--1.1.0', '1.1.0--1.2.0']);
    assert.match(
      pinned.text,
      /Since the copy "pinned\.yml" was written:\n {2}1\.1\.4 is a new patch of 1\.1\.\n {2}1\.2\.0 was withdrawn: It loses notes/,
    );
    const replaced = await plan({ saveReleases: 'pinned.yml' }, now);
    assert.deepEqual(ids(replaced.json), ['1.0.2--1.1.4']);
    assert.match(replaced.text, /1\.1\.4 is a new patch of 1\.1/);
    assert.match((await plan({ releases: 'pinned.yml' }, now)).text, /was written:\n {2}Nothing has changed\./);
    await assert.rejects(plan({ releases: 'no-such.yml' }), /"[^"]*no-such\.yml" cannot be read/);
    const unreachable = { product: { extends: 'sample', releases: { file: 'gone.yml' } } };
    await assert.rejects(plan({ releases: 'pinned.yml' }, { configuration: unreachable }), /was not found/);
    const offline = await plan(
      { releases: 'pinned.yml', offline: true, current: '1.0.2' },
      { configuration: unreachable },
    );
    assert.match(offline.text, /What was published since cannot be determined: With --offline, no source is asked\./);
  });

  await t.test('checks a path that somebody wrote down, and names every fault', async () => {
    assert.deepEqual(ids((await plan({ path: '1.0.2, 1.1.4,1.2.1' })).json), ['1.0.2--1.1.4', '1.1.4--1.2.1']);
    const faulty = await plan({ path: '1.2.1,1.1.4,9.9.9', target: '2.1' });
    assert.equal(faulty.outcome, 'refused');
    const faults = z.object({ faults: z.array(z.object({ fault: z.string() })) }).parse(faulty.json);
    assert.deepEqual(
      faults.faults.map(({ fault }) => fault),
      ['unknown-release', 'skipped', 'downgrade', 'stops-short'],
    );
    assert.match(faulty.message?.means ?? '', /^- .*9\.9\.9.*\n- .*skip 1\.1/);
    await assert.rejects(plan({ path: ' , ' }), /contains no release/);
  });

  await t.test('reports inputs that have no effect', async () => {
    const { text } = await plan({ acknowledge: ['reader-of-place'], facts: ['multi-node=true'] });
    assert.match(text, /"reader-of-place" was acknowledged, but .* Did you mean "readers-of-place"\?/);
    assert.match(text, /The fact "multi-node" was given, but no rule of Sample records server asks for it\./);
  });

  await t.test('trusts what production runs more than what is given', async () => {
    await assert.rejects(plan({ current: '1.1.4' }), /The input "current" is "1\.1\.4", but production runs 1\.0\.2\./);
  });

  await t.test('blocks a hop until its manual step is acknowledged by id', async () => {
    const own = {
      path: [{ manual: { id: 'tell-users', text: 'Tell the users.', entering: '1.1' } }],
    };
    const configuration = { product: { extends: 'sample', ...own } };
    const check = async (changes: Changes) => {
      const planned = await plan({ target: '1.1' }, changes);
      const hop = planned.outputs.hops?.[0];
      return await system.ask({ command: 'check', hop: JSON.stringify(hop) }, changes);
    };
    const blocked = await check({ configuration });
    assert.equal(blocked.outcome, 'refused');
    assert.match(blocked.message?.happened ?? '', /needs a person first: tell-users \(Tell the users\.\)/);
    assert.match(blocked.message?.next ?? '', /"tell-users" as its input "acknowledge"/);
    const free = await check({ configuration: { ...configuration, acknowledge: ['tell-users'] } });
    assert.equal(free.outcome, 'passed', free.headline);
  });

  await t.test('plans for a system that cannot be reached, without recording anything', async () => {
    await system.production.stop();
    await assert.rejects(plan(), /The version of production could not be determined: .*--offline/);
    const count = await recorded();
    const offline = await plan({ offline: true, current: '1.3.1' });
    assert.deepEqual(ids(offline.json), ['1.3.1--2.0.1', '2.0.1--2.1.3']);
    assert.match(offline.text, /Production was not asked: 1\.3\.1 is what "current" says\. Nothing was recorded\./);
    assert.equal(await recorded(), count);
    await assert.rejects(plan({ offline: true }), /"current" is not given/);
  });

  await t.test('needs no configuration for a preliminary plan', async () => {
    await writeFile(join(system.folder, 'few.yml'), '[ "v4.22.0", "v4.19.5", "v5.12.0", "v6.9.3" ]');
    const result = await plan({ product: 'unleash', current: '4.19.5', releases: 'few.yml', offline: true });
    assert.deepEqual(ids(result.json), ['4.19.5--5.12.0', '5.12.0--6.9.3']);
    assert.equal(shown.parse(result.json).hops[0]?.digest, null);
    await assert.rejects(plan({ product: 'unleash' }), /--product, production is not asked what it runs/);
    await assert.rejects(plan({ product: 'unleashed', current: '4.19.5' }), /There is no product "unleashed"/);
    await assert.rejects(plan({ product: 'unleash', config: 'a.yml', current: '1' }), /Both a configuration/);
  });
});
