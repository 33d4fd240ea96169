import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneContents, hopDigest } from '../../src/commands/hop-contents.ts';
import { readHop } from '../../src/commands/hop-input.ts';
import { UserError } from '../../src/errors.ts';
import { contentDigests } from '../../src/hop/digest.ts';
import type { JournalEvent } from '../../src/journal/event.ts';
import { type VirtualSystem, virtualSystem } from './virtual-system.ts';

function planned({ project }: VirtualSystem, ...labels: readonly string[]): JournalEvent {
  const hops = labels.slice(1).map((to, index) => {
    const from = labels[index] ?? '';
    return { id: `${from}--${to}`, from, to, digest: hopDigest(project, from, to), manual: [] };
  });
  const contents = contentDigests(doneContents(project));
  return { type: 'planned', current: labels[0] ?? '', target: labels.at(-1) ?? '', hops, contents };
}

test('a hop that was done can still be named when a new run has planned on from where it led', async () => {
  const system = virtualSystem();
  await system.record(planned(system, '1.0.2', '1.1.4', '1.2.1'), planned(system, '1.1.4', '1.2.1'));
  const entries = await system.entries();
  assert.equal(readHop('1.0.2--1.1.4', entries, system.project).to, '1.1.4');
  assert.equal(readHop('1.1.4--1.2.1', entries, system.project).index, 1, 'its place on the newest path');
  assert.throws(
    () => readHop('1.3.0--1.4.0', entries, system.project),
    (error) => error instanceof UserError && error.detail.next === 'The hops that were planned last are: 1.1.4--1.2.1.',
  );
});

test('a hop is refused with what has changed since it was planned; a corrected test is no reason', async () => {
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
