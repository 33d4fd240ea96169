import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { UserError } from '../../../src/core/messages/errors.ts';
import { contentDigests } from '../../../src/core/model/digest.ts';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { isHopId } from '../../../src/core/model/hop.ts';
import { matrixHopOf } from '../../../src/core/model/matrix-hop.ts';
import { hopsOf } from '../../../src/core/model/planned-hop.ts';
import { doneContents, hopDigest } from '../../../src/steps/hop/hop-contents.ts';
import { readHop } from '../../../src/steps/hop/hop-input.ts';
import { typedHop } from '../../../src/steps/hop/typed-hop.ts';
import { sampleSystem } from '../../commands/sample-system.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';

function planned({ project }: VirtualSystem, ...labels: readonly string[]): JournalEvent {
  const hops = labels.slice(1).map((to, index) => {
    const from = labels[index] ?? '';
    return { id: `${from}--${to}`, from, to, digest: hopDigest(project, { from, to }), manual: [] };
  });
  const contents = contentDigests(doneContents(project));
  return { type: 'planned', current: labels[0] ?? '', target: labels.at(-1) ?? '', hops, contents };
}

test('if no hop is named, the message says how to name one in a terminal and in a workflow', async () => {
  const { project } = virtualSystem();
  assert.throws(
    () => readHop(undefined, [], project),
    ({ detail }: UserError) => /--hop 1\.0\.2--1\.1\.4/.test(detail.next) && detail.next.includes('toJSON(matrix.hop)'),
  );
});

test('a completed hop can still be named after a new run has planned on from its target', async () => {
  const system = virtualSystem();
  await system.record(planned(system, '1.0.2', '1.1.4', '1.2.1'), planned(system, '1.1.4', '1.2.1'));
  const entries = await system.entries();
  assert.equal(readHop('1.0.2--1.1.4', entries, system.project).to, '1.1.4');
  assert.equal(readHop('1.1.4--1.2.1', entries, system.project).index, 1, 'its place on the newest path');
  assert.throws(
    () => readHop('1.3.0--1.4.0', entries, system.project),
    (error) => error instanceof UserError && error.detail.next === 'The last planned hops are: 1.1.4--1.2.1.',
  );
});

test('a rollback on production means the hop that is there, whatever was planned since', async () => {
  const system = virtualSystem();
  const [from, to] = ['1.1.4', '1.2.1'];
  const id = `${from}--${to}`;
  const planOf = (parts: { readonly from: Record<string, string>; readonly to: Record<string, string> }) => {
    const digest = hopDigest(system.project, { from, to, parts });
    const hop = { id, from, to, digest, parts, manual: [] };
    return {
      reference: { id, from, to, digest },
      planned: { type: 'planned', current: from, target: to, hops: [hop] },
    } as const;
  };
  const first = planOf({ from: { chart: '7' }, to: { chart: '8' } });
  const second = planOf({ from: { chart: '7' }, to: { chart: '9' } });
  const onProduction = { hop: first.reference, environment: 'production', release: 'to' } as const;
  const digestOf = async (wanted: 'planned last' | 'on production'): Promise<string> =>
    readHop(id, await system.entries(), system.project, wanted).digest;
  await system.record(
    first.planned,
    { ...onProduction, type: 'deploying', version: to, deferred: false },
    second.planned,
  );
  assert.equal(await digestOf('on production'), first.reference.digest);
  assert.equal(await digestOf('planned last'), second.reference.digest);
  await system.record({ hop: first.reference, environment: 'production', type: 'rolling-back', to: from });
  assert.equal(await digestOf('on production'), first.reference.digest, 'the rollback is not finished');
  await system.record({
    hop: first.reference,
    environment: 'production',
    type: 'rolled-back',
    to: from,
    milliseconds: 1,
  });
  assert.equal(await digestOf('on production'), second.reference.digest, 'nothing of it is left');
});

test('a hop is refused with what has changed since it was planned; a corrected test is not a reason', async () => {
  const system = virtualSystem();
  await system.record(planned(system, '1.0.2', '1.1.4'));
  const entries = await system.entries();
  const { project } = system;
  const corrected = { ...project, document: { ...project.document, smoke: [{ name: 'n', http: { path: '/' } }] } };
  assert.equal(readHop('1.0.2--1.1.4', entries, corrected).to, '1.1.4');
  const probes = { health: { http: { path: '/other' } } };
  const otherwise = { ...project, productDocument: { ...project.productDocument, probes } };
  assert.throws(
    () => readHop('1.0.2--1.1.4', entries, otherwise),
    (error) => error instanceof UserError && error.detail.happened.endsWith('): "product.probes" has changed since.'),
  );
});

test('a leg of the matrix names a hop of a plan in the journal, and everything about it comes from there', async () => {
  const system = virtualSystem();
  const reason = { rule: 'required-stops', text: 'Stop here.' };
  const base = planned(system, '1.0.2', '1.1.4', '1.2.1');
  const plan =
    base.type === 'planned' ? { ...base, hops: base.hops.map((hop) => ({ ...hop, reasons: [reason] })) } : base;
  await system.record(plan);
  const entries = await system.entries();
  const read = (text: string) => readHop(text, entries, system.project);
  const [, second] = plan.type === 'planned' ? hopsOf(plan) : [];
  assert.ok(second !== undefined);
  const leg = matrixHopOf(second);
  const hop = read(JSON.stringify(leg));
  assert.deepEqual([hop.id, hop.index, hop.count, hop.reasons], ['1.1.4--1.2.1', 2, 2, [reason]]);

  const wrong: readonly [text: string, says: RegExp][] = [
    ['{"id":', /cannot be read as JSON/],
    [JSON.stringify({ ...leg, title: 'of mine' }), /its keys are not those that "plan" writes/],
    [JSON.stringify({ ...leg, manual: [] }), /its keys/],
    [JSON.stringify({ ...leg, to: '../../1.2.1' }), /its "to" is not what "plan" writes/],
    [JSON.stringify({ ...leg, id: '1.1.4--1.3.0' }), /its id does not match its versions/],
    [
      JSON.stringify({ ...leg, id: '1.1.4--9.9.9', to: '9.9.9' }),
      /1\.1\.4--9\.9\.9, which is in no plan of the journal/,
    ],
    [JSON.stringify({ ...leg, digest: 'a'.repeat(64) }), /with the digest a{12}, with which no plan/],
    [JSON.stringify({ ...leg, id: 'x'.repeat(20_000) }), /longer than 10000 characters/],
    [JSON.stringify({ ...leg, parts: { from: { chart: '$(id)' }, to: {} } }), /its "parts\.from\.chart"/],
    ['[]', /is not the id of a hop/],
  ];
  for (const [text, says] of wrong) {
    assert.throws(
      () => read(text),
      (error) => error instanceof UserError && says.test(error.detail.happened),
      text.slice(0, 100),
    );
  }
});

test('whatever is typed, the name of a hop leads to no other folder', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `1.0.2--${text}`),
        fc.constant('../a--b'),
      ),
      (text) => {
        const id = isHopId(text) ? typedHop(text) : undefined;
        if (id === undefined) assert.throws(() => typedHop(text), UserError);
        else assert.equal(basename(join('folder', id)), id);
      },
    ),
  );
  for (const id of [
    '1.0.2--../../etc',
    '1.0.2--1/2',
    '1.0.2--a\\b',
    '1.0.2',
    '1.0.2--1.1.4\n',
    '1--2--3',
    '{"id":1}',
  ]) {
    assert.ok(!isHopId(id), id);
  }
  assert.ok(isHopId('4.0.0-rc.1--4.0.0+build.2'));
});

test('the matrix holds no text that somebody wrote, and at most as many legs as GitHub runs', async (t) => {
  const releases = Array.from({ length: 300 }, (_, index) => `1.${index}.0`);
  const system = await sampleSystem(t);
  const product = {
    extends: 'sample',
    releases: { list: releases },
    path: [
      { 'no-line-skipped': { line: 'minor', reason: 'A secret word: hunter2.' } },
      { manual: { id: 'tell', entering: '1.1', text: 'Tell hunter2.' } },
    ],
  };
  const asked = { command: 'plan', offline: true, current: '1.0.0' };
  const result = await system.ask(asked, { configuration: { product } });
  const { hops } = result.outputs;
  assert.ok(Array.isArray(hops));
  assert.equal(hops.length, 256);
  assert.deepEqual(Object.keys(hops[0]), ['id', 'index', 'count', 'from', 'to', 'digest']);
  assert.doesNotMatch(JSON.stringify(hops), /hunter2/);
  assert.equal(result.outputs.count, 299);
  assert.match(result.text, /The path has 299 hops, but GitHub runs at most 256 jobs of a matrix: .* to 1\.256\.0/);
});
