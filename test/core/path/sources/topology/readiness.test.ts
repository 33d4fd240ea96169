import assert from 'node:assert/strict';
import { test } from 'node:test';
import { driftFrom, unusableDeclaration } from '../../../../../src/core/path/sources/topology/declared.ts';
import { clusterText, failoverText } from '../../../../../src/core/path/sources/topology/failover.ts';
import { hopObstacle } from '../../../../../src/core/path/sources/topology/hop-obstacle.ts';
import { unfitness } from '../../../../../src/core/path/sources/topology/readiness.ts';
import { type Declared, stateOf, type TopologySeen } from '../../../../../src/core/path/sources/topology/seen.ts';
import { readLabel, type Topology } from '../../../../../src/core/path/sources/topology/topology.ts';
import { clusterOf } from './aws-like.ts';

const small = 'db.t4g.medium';
const large = 'db.r6g.large';

function declares(declared: Declared): TopologySeen['declared'] {
  return { kind: 'known', value: declared };
}

function label(seen: TopologySeen): string {
  const state = stateOf(seen);
  return state.kind === 'known' ? state.value.label : `unknown: ${state.reason}`;
}

function read(text: string): Topology {
  return readLabel(text) ?? assert.fail(`"${text}" is not a label`);
}

test('the state is what the instances are, and what only the file says', () => {
  assert.equal(label(clusterOf([{ instanceClass: small }])), '1x-t4g.medium');
  assert.equal(
    label(clusterOf([{ instanceClass: small }, { instanceClass: large }])),
    '2x-t4g.medium+reader-r6g.large',
  );
  const both = [{ instanceClass: large }, { instanceClass: large }];
  assert.equal(label(clusterOf(both, declares({ instances: 2, writer: 'r6g.large' }))), '2x-r6g.large');
  assert.equal(
    label(clusterOf(both, declares({ instances: 2, writer: 'r6g.large', reader: 'r6g.large' }))),
    '2x-r6g.large+reader-r6g.large',
  );
  // The file is behind: its deploy ended, and the run that made it was killed before its commit.
  assert.equal(
    label(clusterOf(both, declares({ instances: 2, writer: 't4g.medium', reader: 'r6g.large' }))),
    '2x-r6g.large+reader-r6g.large',
  );
});

test('after a failover, the state is the same: it does not include which instance is the writer', () => {
  const members = [
    { instanceClass: small, role: 'reader' },
    { instanceClass: large, role: 'writer' },
  ] as const;
  assert.equal(label(clusterOf(members)), '2x-t4g.medium+reader-r6g.large');
  // Tiers that say nothing: the file does.
  const even = members.map((member) => ({ ...member, tier: 1 }));
  const declared = declares({ instances: 2, writer: 't4g.medium', reader: 'r6g.large' });
  assert.equal(label(clusterOf(even, declared)), '2x-t4g.medium+reader-r6g.large');
});

test('while anything is being changed, the state is unknown, and says which instance', () => {
  const changing = [
    [
      { instanceClass: small, status: 'modifying', pending: { DBInstanceClass: large } },
      /"records-2" is modifying, from t4g\.medium to r6g\.large/,
    ],
    [{ instanceClass: small, pending: { DBInstanceClass: large } }, /has not changed to r6g\.large yet/],
    [{ instanceClass: small, status: 'rebooting' }, /is rebooting/],
    [{ instanceClass: small, status: 'incompatible-parameters' }, /is incompatible-parameters/],
    [{ instanceClass: 'db.serverless' }, /has the class db\.serverless, which has no size/],
  ] as const;
  for (const [member, expected] of changing)
    assert.match(label(clusterOf([{ instanceClass: small }, member])), expected);
  assert.match(label(clusterOf([])), /has no instances/);
  const nobody = clusterOf([
    { instanceClass: small, role: 'reader', tier: 1 },
    { instanceClass: small, role: 'reader', tier: 1 },
  ]);
  assert.match(label(nobody), /a failover may be under way/);
});

const limits = { maxLag: 1_000 };

test("somebody else's pending changes stop a change: they would be applied along with it", () => {
  const declared = declares({ instances: 1, writer: 't4g.medium' });
  const seen = clusterOf([{ instanceClass: small, pending: { EngineVersion: '16.8' } }], declared);
  assert.match(
    unfitness(seen, limits).join(),
    /would be applied along with this one: EngineVersion of "records-1" \(16\.8\)/,
  );
  const cluster = { ...seen, cluster: { ...seen.cluster, pending: { Port: '5433' } } };
  assert.match(unfitness(cluster, limits).join(), /Port of the cluster \(5433\)/);
});

test('a reader that is far behind stops it', () => {
  const declared = declares({ instances: 2, writer: 't4g.medium' });
  const at = (lag: number): TopologySeen =>
    clusterOf([{ instanceClass: small }, { instanceClass: small, lag }], declared);
  assert.deepEqual(unfitness(at(20), limits), []);
  assert.match(unfitness(at(4_000), limits).join(), /"records-2" is 4\.0 s behind the writer/);
});

test('a file that differs from the cluster is named, unless a hop that is half done explains it', () => {
  const declared = declares({ instances: 2, writer: 't4g.medium' });
  const seen = clusterOf([{ instanceClass: small }, { instanceClass: large }], declared);
  assert.match(
    driftFrom(seen) ?? '',
    /declares 2×t4g\.medium, and the cluster is 2×t4g\.medium → reader r6g\.large: the checkout may lack the commit/,
  );
  assert.equal(driftFrom(seen, [read('2x-t4g.medium')]), undefined);
  const lone = declares({ instances: 1, writer: 't4g.medium', reader: 'r6g.large' });
  assert.match(
    unusableDeclaration(clusterOf([{ instanceClass: small }], lone)) ?? '',
    /one instance and a class for readers/,
  );
  assert.match(driftFrom(clusterOf([{ instanceClass: small }])) ?? '', /nobody has looked/);
});

const night = new Date('2026-01-04T03:30:00Z');

function obstacle(seen: TopologySeen, from: string, to: string, isBack = false): string {
  const sides = [read(from), read(to)].map((side): TopologySeen['declared'] =>
    declares({
      instances: side.instances,
      writer: side.writer,
      ...(side.hasReaderSetting ? { reader: side.readers[0] ?? '' } : {}),
    }),
  );
  const found = hopObstacle({ ...seen, declared: sides[0] ?? seen.declared }, { from, to, isBack, now: night });
  return found === undefined ? '' : `${found.happened} ${found.next}`;
}

test('the writer is not resized before the instance that it fails over to, whatever its name', () => {
  const seen = clusterOf([
    { instanceClass: small, role: 'reader' },
    { instanceClass: small, role: 'writer' },
  ]);
  const hop = ['2x-t4g.medium', '2x-t4g.medium+reader-r6g.large'] as const;
  assert.match(
    obstacle(seen, ...hop),
    /"records-2" takes the writes, and this change would resize it before "records-1".*failover-db-cluster --db-cluster-identifier records --target-db-instance-identifier records-1/,
  );
  assert.equal(obstacle(clusterOf([{ instanceClass: small }, { instanceClass: small }]), ...hop), '');
});

test('the writer is resized when every other has the size, and on a rollback before them', () => {
  const hop = ['2x-t4g.medium+reader-r6g.large', '2x-r6g.large+reader-r6g.large'] as const;
  assert.equal(obstacle(clusterOf([{ instanceClass: small }, { instanceClass: large }]), ...hop), '');
  assert.match(
    obstacle(clusterOf([{ instanceClass: small }, { instanceClass: small }]), ...hop),
    /resize it before "records-2"/,
  );
  const resized = clusterOf([{ instanceClass: large }, { instanceClass: large }]);
  assert.equal(obstacle(resized, hop[1], hop[0], true), '');
});

test('the writer is not removed', () => {
  const seen = clusterOf([
    { instanceClass: small, role: 'reader' },
    { instanceClass: small, role: 'writer' },
  ]);
  assert.match(
    obstacle(seen, '2x-t4g.medium', '1x-t4g.medium', true),
    /"records-2" takes the writes, and it is one of the instances/,
  );
});

test('maintenance that is due in a window that opens soon comes first', () => {
  const hop = ['2x-t4g.medium', '2x-t4g.medium+reader-r6g.large'] as const;
  const members = [{ instanceClass: small }, { instanceClass: small }];
  const at = (window: string, due: readonly string[]): string =>
    obstacle({ ...clusterOf(members), maintenance: [{ of: '"records-1"', window, due }] }, ...hop);
  assert.match(at('sun:04:00-sun:04:30', ['system-update']), /due \(system-update\).*opens in 30/);
  assert.match(at('sun:03:00-sun:04:00', ['system-update']), /is open/);
  assert.match(at('sat:23:30-sun:04:00', ['system-update']), /is open/);
  assert.equal(at('sun:04:00-sun:04:30', []), '');
  assert.equal(at('sun:03:00-sun:03:30', ['system-update']), '');
  assert.equal(at('mon:04:00-mon:04:30', ['system-update']), '');
});

test('the writer is not resized while all instances are in one zone, unless somebody accepts that', () => {
  const declared = declares({ instances: 2, writer: 't4g.medium', reader: 'r6g.large' });
  const inZones = (writer: string | undefined, reader: string | undefined) =>
    clusterOf(
      [
        { instanceClass: small, ...(writer && { zone: writer }) },
        { instanceClass: large, ...(reader && { zone: reader }) },
      ],
      declared,
    );
  const ask = (seen: TopologySeen, isBack = false) =>
    hopObstacle(seen, {
      from: '2x-t4g.medium+reader-r6g.large',
      to: '2x-r6g.large+reader-r6g.large',
      isBack,
      now: new Date('2026-10-01T12:00:00Z'),
    });
  const refused = ask(inZones('us-west-2a', 'us-west-2a'));
  assert.match(refused?.happened ?? '', /All 2 instances are in the zone us-west-2a/);
  assert.match(refused?.next ?? '', /one-zone/);
  assert.equal(ask(inZones('us-west-2a', 'us-west-2b')), undefined);
  assert.equal(ask(inZones('us-west-2a', undefined)), undefined, 'where nobody can say, nothing is claimed');
  assert.equal(ask({ ...inZones('us-west-2a', 'us-west-2a'), oneZone: 'a cluster of a test' }), undefined);
  assert.equal(ask(inZones('us-west-2a', 'us-west-2a'), true), undefined, 'nothing is in the way of going back');
});

test('a lag that cannot be read stops a change', () => {
  const seen = clusterOf([{ instanceClass: small }, { instanceClass: large, lag: 20 }]);
  assert.deepEqual(unfitness(seen, limits), []);
  assert.match(
    unfitness({ ...seen, lagUnknown: 'it did not answer' }, limits).join(),
    /how far the readers are behind/,
  );
});

test('the approver reads each instance with its tier, and which one a failover would choose', () => {
  assert.equal(
    clusterText(
      clusterOf([
        { instanceClass: small, zone: 'us-west-2a' },
        { instanceClass: large, lag: 20 },
      ]),
    ),
    'The cluster has records-1 (t4g.medium, writer in us-west-2a, failover tier 0), records-2 (r6g.large, reader, failover tier 2, 20 ms behind). A failover would go to "records-2".',
  );
  const takenOver = (...readers: readonly Parameters<typeof clusterOf>[0][number][]): string =>
    failoverText(clusterOf([{ instanceClass: small, zone: 'us-west-2a' }, ...readers]));
  assert.equal(takenOver(), 'There is no reader to fail over to.');
  // The lowest tier, whatever its size; then the largest.
  assert.match(takenOver({ instanceClass: large, tier: 3 }, { instanceClass: small, tier: 1 }), /to "records-3"\.$/);
  assert.match(takenOver({ instanceClass: small }, { instanceClass: large }), /to "records-3"\.$/);
  assert.match(
    takenOver({ instanceClass: large, status: 'modifying', tier: 1 }, { instanceClass: large }),
    /"records-3"/,
  );
  assert.match(
    takenOver({ instanceClass: large }, { instanceClass: large }),
    /to "records-2" or "records-3": their failover tier and size are the same\.$/,
  );
  assert.match(takenOver({ instanceClass: 'db.z9.large' }, { instanceClass: large }), /"records-2" or "records-3"/);
  assert.match(
    takenOver({ instanceClass: large, zone: 'us-west-2a', tier: 1 }, { instanceClass: large, zone: 'us-west-2b' }),
    /to "records-2", in the zone of the writer \(us-west-2a\)\.$/,
  );
});
