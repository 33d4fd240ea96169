import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Offer } from '../../../../../src/core/path/sources/topology/offer.ts';
import { topologySource } from '../../../../../src/core/path/sources/topology/source.ts';
import { reasons } from './aws-like.ts';

const offer: Offer = {
  engine: 'aurora-postgresql 16.6 in eu-central-1',
  classes: { kind: 'known', value: ['t4g.medium', 'r6g.large', 'r6g.2xlarge', 'r5.2xlarge', 'r6gd.2xlarge'] },
  quota: { kind: 'known', value: { used: 3, most: 40 } },
};

function plan(
  current: string,
  target: string,
  more: { readonly offer?: Offer; readonly obstacles?: readonly string[] } = {},
) {
  const source = topologySource({ title: 'The cluster "records"', reasons, offer, obstacles: [], ...more });
  return source.pathTo({ label: current, parts: {} }, target);
}

function labels(path: ReturnType<typeof plan>): readonly string[] {
  assert.equal(path.kind, 'path', JSON.stringify(path));
  return path.kind === 'path' ? path.steps.map(({ to }) => to) : [];
}

test('one small instance becomes two large ones in the documented order', () => {
  assert.deepEqual(labels(plan('1x-t4g.medium', 'r6g.2xlarge')), [
    '2x-t4g.medium',
    '2x-t4g.medium+reader-r6g.2xlarge',
    '2x-r6g.2xlarge+reader-r6g.2xlarge',
    '2x-r6g.2xlarge',
  ]);
});

test('a resize that was left half done is continued from where it is', () => {
  assert.deepEqual(labels(plan('2x-t4g.medium+reader-r6g.2xlarge', 'r6g.2xlarge')), [
    '2x-r6g.2xlarge+reader-r6g.2xlarge',
    '2x-r6g.2xlarge',
  ]);
  assert.deepEqual(labels(plan('2x-r6g.2xlarge+reader-r6g.2xlarge', 'r6g.2xlarge')), ['2x-r6g.2xlarge']);
  // Somebody has resized one of two readers by hand.
  assert.deepEqual(labels(plan('3x-t4g.medium+reader-r6g.2xlarge+t4g.medium', 'r6g.2xlarge')).slice(0, 1), [
    '3x-t4g.medium+reader-r6g.2xlarge',
  ]);
});

test('nothing to do says so', () => {
  const path = plan('2x-r6g.2xlarge', 'db.r6g.2xlarge');
  assert.ok(path.kind === 'already-there');
  assert.equal(path.message.happened, 'The cluster "records" is at 2×r6g.2xlarge.');
});

test('the text of a hop says what it changes, and why', () => {
  const path = plan('2x-t4g.medium', 'r6g.2xlarge');
  assert.ok(path.kind === 'path');
  assert.equal(
    path.steps[0]?.reasons[0]?.text,
    '2×t4g.medium becomes 2×t4g.medium → reader r6g.2xlarge. It takes over when the writer is resized.',
  );
  assert.deepEqual(path.steps[0]?.partVersions, {
    from: { instances: '2', writer: 't4g.medium', reader: 'none' },
    to: { instances: '2', writer: 't4g.medium', reader: 'r6g.2xlarge' },
  });
});

test('a class that this engine version does not support is refused, and others are named', () => {
  const path = plan('2x-t4g.medium', 'r7g.2xlarge');
  assert.ok(path.kind === 'unusable-target');
  assert.match(path.message.happened, /r7g\.2xlarge cannot be had for aurora-postgresql 16\.6 in eu-central-1\./);
  assert.match(path.message.next, /r5\.2xlarge, r6g\.2xlarge, r6gd\.2xlarge/);
});

test('an instance more than the account may have is refused before anything is done', () => {
  const path = plan('1x-t4g.medium', 'r6g.large', {
    offer: { ...offer, quota: { kind: 'known', value: { used: 40, most: 40 } } },
  });
  assert.ok(path.kind === 'no-path');
  assert.match(path.message.happened, /may have 40 instances and has 40: 1 more cannot be added/);
  assert.equal(path.obstacle.to, '2x-t4g.medium');
});

test('what prevents any change is reported in place of a path', () => {
  const path = plan('2x-t4g.medium', 'r6g.large', { obstacles: ['the stack "Med" owns no database'] });
  assert.ok(path.kind === 'no-path');
  assert.match(path.message.happened, /^The stack "Med" owns no database\.$/);
});

test('an unasked or unanswered question is a note on the path', () => {
  const silent = plan('2x-t4g.medium', 'r6g.large', {
    offer: { ...offer, classes: { kind: 'unknown', reason: 'it was throttled' } },
  });
  assert.ok(silent.kind === 'path');
  assert.match(silent.notes.join(' '), /could not be determined: it was throttled/);
});

const acknowledgements = [
  { from: '2x-r6g.2xlarge', to: 'r6g.large', ids: ['smaller-reader', 'smaller-writer'], about: 'less memory' },
  { from: '2x-r5.2xlarge', to: 'r6g.2xlarge', ids: ['architecture-reader', 'architecture-writer'], about: 'Graviton' },
  {
    from: '2x-r6g.2xlarge',
    to: 'r6gd.2xlarge',
    ids: ['local-disks-reader', 'local-disks-writer'],
    about: 'local disks',
  },
  { from: '3x-r6g.large', to: '2x-r6g.large', ids: ['remove-1-of-3-instances'], about: 'fewer instances' },
  { from: '2x-t4g.medium', to: 'r6g.2xlarge', ids: [], about: 'growing within an architecture' },
] as const;

for (const { from, to, ids, about } of acknowledgements) {
  test(`${about}: ${ids.length === 0 ? 'nobody has to vouch for it' : 'a person vouches for it first'}`, () => {
    const path = plan(from, to);
    assert.ok(path.kind === 'path');
    assert.deepEqual(
      path.steps.flatMap(({ manual }) => manual.map(({ id }) => id)),
      ids,
    );
  });
}

test('a target that is not a class says how one is written', () => {
  for (const target of ['newest', '16.6', 'huge', '2x-t4g.medium+reader-r6g.large']) {
    const path = plan('2x-t4g.medium', target);
    assert.ok(path.kind === 'unknown-release', target);
    assert.match(path.message.next, /--target r6g\.2xlarge/);
  }
});
