import fc from 'fast-check';
import type { TopologyChange } from '../../../../../src/core/path/sources/topology/hops.ts';
import type { Member, TopologySeen } from '../../../../../src/core/path/sources/topology/seen.ts';
import type { ChangeReasons } from '../../../../../src/core/path/sources/topology/source.ts';
import { type Topology, topology } from '../../../../../src/core/path/sources/topology/topology.ts';

export const classes = ['t4g.medium', 't4g.large', 'r6g.large', 'r6g.2xlarge', 'r5.large', 'r6gd.xlarge'] as const;

/** Every topology that a cluster can be left in, including half-done ones. */
export const anyTopology: fc.Arbitrary<Topology> = fc
  .record({
    instances: fc.integer({ min: 1, max: 5 }),
    writer: fc.constantFrom(...classes),
    readers: fc.uniqueArray(fc.constantFrom(...classes), { minLength: 1, maxLength: 3 }),
    setting: fc.boolean(),
  })
  .map(({ instances, writer, readers, setting }) =>
    topology(instances, writer, readers.slice(0, instances - 1), setting),
  );

const changes: readonly TopologyChange[] = ['add-instances', 'reader', 'writer', 'reader-setting', 'remove-instances'];

export const reasons: ChangeReasons = {
  'add-instances': { reason: 'There must be something to fail over to.' },
  reader: { reason: 'It takes over when the writer is resized.', url: 'https://example.com/readers' },
  writer: { reason: 'It fails over to a reader that has the size already.' },
  'reader-setting': { reason: 'Only the way needed it.' },
  'remove-instances': { reason: 'Somebody wants fewer.' },
};

export function isChange(rule: string): boolean {
  return changes.some((each) => each === rule);
}

/** A cluster as the provider shows it: the first is declared as the writer, and writes. */
export function clusterOf(
  members: readonly (Partial<Member> & Pick<Member, 'instanceClass'>)[],
  declared: TopologySeen['declared'] = { kind: 'unknown', reason: 'nobody has looked' },
): TopologySeen {
  return {
    cluster: { id: 'records', status: 'available', engine: 'aurora-postgresql', engineVersion: '16.6', pending: {} },
    members: members.map((member, index) => ({
      id: `records-${index + 1}`,
      role: index === 0 ? 'writer' : 'reader',
      status: 'available',
      pending: {},
      tier: index === 0 ? 0 : 2,
      ...member,
    })),
    maintenance: [],
    declared,
  };
}
