import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { whereaboutsOf } from '../../../../../src/core/history/whereabouts.ts';
import type { Entry } from '../../../../../src/core/model/event.ts';
import { type Hop, hopId, isLabel } from '../../../../../src/core/model/hop.ts';
import { matrixJson, readMatrixHop } from '../../../../../src/core/model/matrix-hop.ts';
import { type HopTraits, hopSequence } from '../../../../../src/core/model/sequence.ts';
import { World } from '../../../history/world.ts';
import { type Topology, topologies, toyTopology } from './toy-topology.ts';

/*
 * A third kind of path, for which only its source knows what a label means. Whatever the labels are, the same is
 * decided, done and recorded: so nothing else compares them except for equality.
 */

const start: Topology =
  topologies.find(({ nodes, size, engine }) => nodes === 1 && size === 'small' && engine === 15) ?? fail();
const end: Topology =
  topologies.find(({ nodes, size, engine }) => nodes === 2 && size === 'medium' && engine === 16) ?? fail();

function fail(): never {
  throw new Error('there is no such topology');
}

type NameOf = (topology: Topology) => string;

/** Labels from which an order could be read, and it would be that of the path. */
const plain: NameOf = (topology) => `t${String(topologies.indexOf(topology)).padStart(2, '0')}`;

function pathOf(nameOf: NameOf): readonly Hop[] {
  const source = toyTopology(nameOf);
  const state = source.stateOf(start);
  assert.ok(state.kind === 'known');
  const plan = source.pathTo(state.value, nameOf(end));
  assert.ok(plan.kind === 'path');
  return plan.steps.map(({ from, to, reasons, partVersions }, index) => ({
    id: hopId(from, to),
    index: index + 1,
    count: plan.steps.length,
    from,
    to,
    title: `${from} → ${to}`,
    digest: String(index).repeat(64),
    reasons,
    manual: [],
    ...(partVersions === undefined ? {} : { parts: partVersions }),
  }));
}

/** What somebody does next: a step of the hop, dying half way or not, or a rollback. */
interface Move {
  readonly step: number;
  readonly isKilled: boolean;
  readonly goesBack: boolean;
  /** Another hop of the path is continued, whatever happened to this one. */
  readonly jumps: number | undefined;
}

/** Everything that resulted from these moves, with the names of the states as they are. */
function walked(nameOf: NameOf, traits: HopTraits, moves: readonly Move[]): { said: unknown; hops: readonly Hop[] } {
  const hops = pathOf(nameOf);
  const [first = fail()] = hops;
  const world = new World(traits, first);
  world.append({
    type: 'planned',
    operation: 'climb',
    current: first.from,
    target: hops.at(-1)?.to ?? '',
    hops: [...hops],
  });
  const steps = hopSequence(traits);
  const kinds = moves.map(({ step, isKilled, goesBack, jumps }) => {
    if (jumps !== undefined) world.hop = hops[jumps % hops.length] ?? first;
    if (goesBack) return world.rollback('production', isKilled, world.hop.id);
    const chosen = steps[step % steps.length];
    return chosen === undefined ? '' : world.step(chosen, isKilled);
  });
  const terms = {
    now: new Date(world.time),
    tolerance: 0,
    run: runOf(world.entries),
    isGone: () => false,
    production: world.observe('production'),
  };
  const where = whereaboutsOf(world.entries, terms);
  return {
    said: { kinds, deeds: world.deeds, events: world.entries.map(({ event }) => event), where },
    hops,
  };
}

function runOf([entry]: readonly Entry[]): Entry['run'] {
  return entry?.run ?? fail();
}

test('a path of topologies is climbed hop by hop, and each hop travels through a matrix', () => {
  const hops = pathOf(plain);
  assert.deepEqual(
    hops.map(({ parts }) => parts?.to),
    [
      { nodes: '1', size: 'medium', engine: '15' },
      { nodes: '2', size: 'medium', engine: '15' },
      { nodes: '2', size: 'medium', engine: '16' },
    ],
  );
  for (const hop of hops) assert.equal(readMatrixHop(matrixJson(hop)).kind, 'read');
  const traits = { deferrable: false, proveRestorePoint: false };
  const all = hops.flatMap((_, jumps) =>
    hopSequence(traits).map((_, step): Move => ({ step, isKilled: false, goesBack: false, jumps })),
  );
  const { said } = walked(plain, traits, all);
  const completed = JSON.stringify(said).match(/"type":"completed"/g) ?? [];
  assert.equal(completed.length, hops.length);
});

test('whatever the states are called, the same is decided, done, recorded and reported', () => {
  const label = fc
    .oneof(
      fc.stringMatching(/^[0-9]{1,2}\.[0-9]{1,2}\.[0-9]$/),
      fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z._+~]{0,8}$/),
      fc.constantFrom('newest', '0', '10', '9', '1.10', '1.9'),
    )
    // Labels must not collide with words of the simulated server and the parts of a state.
    .filter((text) => isLabel(text) && !/^(m\d|[123]|15|16|small|medium|large)$/.test(text));
  const names = fc.uniqueArray(label, { minLength: topologies.length, maxLength: topologies.length });
  const move = fc.record({
    step: fc.nat(40),
    isKilled: fc.boolean(),
    goesBack: fc.nat(9).map((chance) => chance === 0),
    jumps: fc.option(fc.nat(5), { nil: undefined, freq: 8 }),
  });
  const traits = fc.record({ deferrable: fc.boolean(), proveRestorePoint: fc.boolean() });
  fc.assert(
    fc.property(names, traits, fc.array(move, { maxLength: 60 }), (all, chosen, moves) => {
      const strange: NameOf = (topology) => all[topologies.indexOf(topology)] ?? fail();
      const [one, other] = [walked(plain, chosen, moves), walked(strange, chosen, moves)];
      assert.deepEqual(renamed(other.said, other.hops, one.hops), one.said);
    }),
    { numRuns: 300 },
  );
});

/** The same with the labels of the other path, wherever a text contains one. */
function renamed(value: unknown, from: readonly Hop[], to: readonly Hop[]): unknown {
  const names = new Map(
    from.flatMap((hop, index): [string, string][] => {
      const other = to[index] ?? hop;
      return [
        [hop.id, other.id],
        [hop.from, other.from],
        [hop.to, other.to],
        [hop.title, other.title],
      ];
    }),
  );
  const each = (one: unknown): unknown => {
    if (typeof one === 'string') return names.get(one) ?? one;
    if (Array.isArray(one)) return one.map(each);
    if (typeof one === 'object' && one !== null)
      return Object.fromEntries(Object.entries(one).map(([key, item]) => [key, each(item)]));
    return one;
  };
  return each(value);
}
