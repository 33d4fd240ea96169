import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hopId, isHopId, isLabel } from '../../../../../src/core/model/hop.ts';
import { partVersions } from '../../../../../src/core/model/parts.ts';
import { changeBetween, hopsTo } from '../../../../../src/core/path/sources/topology/hops.ts';
import { topologySource } from '../../../../../src/core/path/sources/topology/source.ts';
import {
  labelOf,
  partsOf,
  readLabel,
  stateOfTopology,
} from '../../../../../src/core/path/sources/topology/topology.ts';
import { anyTopology, classes, isChange, reasons } from './aws-like.ts';

const goal = fc.record({ instances: fc.integer({ min: 1, max: 5 }), instanceClass: fc.constantFrom(...classes) });

test('a label describes one topology, and only one; it names hops and files', () => {
  fc.assert(
    fc.property(anyTopology, anyTopology, (one, other) => {
      assert.deepEqual(readLabel(labelOf(one)), one);
      assert.ok(isLabel(labelOf(one)));
      assert.ok(isHopId(hopId(labelOf(one), labelOf(other))));
      assert.ok(partVersions.safeParse(partsOf(one)).success);
      if (labelOf(one) === labelOf(other)) assert.deepEqual(one, other);
    }),
  );
});

test('from whatever state, the hops lead to the goal, each of them changes one thing, and readers come before the writer', () => {
  fc.assert(
    fc.property(anyTopology, goal, (start, wanted) => {
      const hops = hopsTo(start, wanted);
      let now = start;
      let hadTwo = start.instances > 1;
      for (const { from, to, change } of hops) {
        assert.deepEqual(from, now);
        assert.equal(changeBetween(from, to), change);
        assert.notEqual(labelOf(from), labelOf(to));
        hadTwo ||= to.instances > 1;
        if (hadTwo && wanted.instances > 1) assert.ok(to.instances > 1, 'it keeps an instance to fail over to');
        if (change === 'writer') {
          assert.ok(from.instances > 1, 'the writer has something to fail over to');
          assert.deepEqual(from.readers, [to.writer], 'and that has the new size already');
        }
        now = to;
      }
      const { instances, instanceClass } = wanted;
      assert.deepEqual(now, {
        instances,
        writer: instanceClass,
        readers: instances > 1 ? [instanceClass] : [],
        hasReaderSetting: false,
      });
      assert.ok(hops.length <= 6);
    }),
    { numRuns: 2_000 },
  );
});

test('from wherever a path is left, the rest of it is planned again', () => {
  fc.assert(
    fc.property(anyTopology, goal, fc.nat(), (start, wanted, place) => {
      const hops = hopsTo(start, wanted);
      if (hops.length === 0) return;
      const at = place % hops.length;
      assert.deepEqual(hopsTo(hops[at]?.from ?? start, wanted), hops.slice(at));
    }),
  );
});

test('the same is planned from a label alone, which is all that a later run has', () => {
  const source = topologySource({ title: 'The cluster', reasons, obstacles: [] });
  fc.assert(
    fc.property(anyTopology, fc.constantFrom(...classes), (start, instanceClass) => {
      const plan = source.pathTo({ label: labelOf(start), parts: {} }, `db.${instanceClass}`);
      const hops = hopsTo(start, { instances: Math.max(2, start.instances), instanceClass });
      if (hops.length === 0) return assert.equal(plan.kind, 'already-there');
      assert.ok(plan.kind === 'path');
      assert.deepEqual(
        plan.steps.map(({ from, to, partVersions: parts }) => ({ from, to, parts })),
        hops.map(({ from, to }) => ({
          from: labelOf(from),
          to: labelOf(to),
          parts: { from: partsOf(from), to: partsOf(to) },
        })),
      );
      for (const {
        reasons: [reason],
      } of plan.steps)
        assert.ok(reason !== undefined && isChange(reason.rule));
      assert.deepEqual(stateOfTopology(hops.at(-1)?.to ?? start).label, plan.target);
    }),
  );
});
