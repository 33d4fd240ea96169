import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunIdentity } from '../../src/core/model/event.ts';
import type { GateSetting } from '../../src/core/model/gate.ts';
import type { EnvironmentName } from '../../src/core/model/hop.ts';
import { hopSequence } from '../../src/core/model/sequence.ts';
import { type NoticeFacts, noticeOfReport } from '../../src/report/notices.ts';
import { World } from '../core/history/world.ts';

const traits = { deferrable: true, proveRestorePoint: false } as const;

function facts(run: RunIdentity, gate: GateSetting = 'environment'): NoticeFacts {
  const environment = (name: string): string => `north-${name}`;
  return { system: 'north', run, gates: { production: gate, finalize: gate, scope: 'hop', environment } };
}

/** What the report of each job of a hop has to tell people, as it is climbed. */
function noticesFor(gate?: GateSetting): string[] {
  const world = new World(traits);
  return hopSequence(traits).flatMap((step) => {
    if (step.command !== 'report') {
      world.step(step);
      return [];
    }
    return said(world, step.environment, gate);
  });
}

function said(world: World, environment: EnvironmentName, gate?: GateSetting): string[] {
  const run = world.entries.at(-1)?.run;
  assert.ok(run !== undefined);
  const notice = noticeOfReport(environment, world.situation(environment), facts(run, gate));
  return notice === undefined ? [] : [`${notice.kind}: ${notice.title}. ${notice.text}`];
}

test('each gate is announced when a hop waits for it, with whom it asks, and then that the hop is complete', () => {
  assert.deepEqual(noticesFor(), [
    'approval: north: 1.0.2 → 1.1.4 was rehearsed and waits for approval. It waits for the reviewers of the environment "north-production": they approve it in the run.',
    'approval: north: 1.1.4 is on production and waits for the start of its migrations. The rollback window is open. The next step is the point of no return. It waits for the reviewers of the environment "north-finalize": they approve it in the run.',
    'complete: north: 1.0.2 → 1.1.4 is complete. Production runs 1.1.4. This was hop 1 of 1.',
  ]);
});

test('if nobody is asked, no notice says that it waits', () => {
  assert.deepEqual(noticesFor('none'), [
    'complete: north: 1.0.2 → 1.1.4 is complete. Production runs 1.1.4. This was hop 1 of 1.',
  ]);
});

test('a later run that finds it complete does not say so again', () => {
  const world = new World(traits);
  for (const step of hopSequence(traits)) if (step.command !== 'report') world.step(step);
  const later: RunIdentity = { kind: 'github', id: 'later', attempt: 1, actor: 'engineer' };
  assert.equal(noticeOfReport('production', world.situation('production'), facts(later)), undefined);
});
