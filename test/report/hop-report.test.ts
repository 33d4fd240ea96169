import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmationFor, type GateName, type GateSetting } from '../../src/hop/gate.ts';
import { recordOf } from '../../src/hop/record.ts';
import { confirmableOf } from '../../src/hop/rehearsal.ts';
import { hopSequence } from '../../src/hop/sequence.ts';
import { hopReport } from '../../src/report/hop-report.ts';
import { hop, World } from '../hop/world.ts';
import { penWithoutSecrets } from '../support/pen.ts';

const reference = { id: hop.id, from: hop.from, to: hop.to, digest: hop.digest };

/** The report after every step of the hop up to one. */
function worldAfter(job: string, id: string): World {
  const world = new World({ deferrable: true, proveRestorePoint: false });
  for (const step of hopSequence(world.traits)) {
    world.step(step);
    if (step.job === job && step.id === id) break;
  }
  return world;
}

function reportOf(world: World, setting: GateSetting = 'environment'): string {
  const gates = { production: setting, finalize: setting };
  return penWithoutSecrets().pen.markdown(hopReport({ hop, traits: world.traits, gates, entries: world.entries }));
}

test('what opens a dispatched gate stands where a person reads what it would do', () => {
  const rehearsed = worldAfter('rehearse', 'smoke');
  const promoted = worldAfter('promote', 'smoke');
  const told = (world: World, gate: GateName): string => {
    const confirmable = confirmableOf(recordOf(world.entries, hop));
    assert.ok(confirmable !== undefined);
    return `To approve, start the workflow with \`confirm\` set to \`${confirmationFor(gate, confirmable)}\`.`;
  };
  assert.ok(reportOf(rehearsed, 'dispatch').includes(told(rehearsed, 'production')));
  assert.ok(reportOf(promoted, 'dispatch').includes(told(promoted, 'finalize')));
  assert.doesNotMatch(reportOf(worldAfter('rehearse', 'deploy-to'), 'dispatch'), /confirm/);
  assert.doesNotMatch(reportOf(worldAfter('rehearse', 'smoke')), /confirm/);
});

test('what can be approved is told exactly while it can be', () => {
  assert.match(reportOf(worldAfter('rehearse', 'deploy-to')), /nothing to approve before the rehearsal has passed/);
  assert.match(reportOf(worldAfter('rehearse', 'smoke')), /a restore point is taken, and 1\.1\.4 is deployed/);
  assert.doesNotMatch(reportOf(worldAfter('promote', 'deploy')), /If you approve/);
  assert.match(reportOf(worldAfter('promote', 'smoke')), /point of no return/);
  assert.doesNotMatch(reportOf(worldAfter('finalize', 'migrate')), /If you approve/);
});

test('a rehearsal that failed is not called unfinished', () => {
  const world = worldAfter('rehearse', 'deploy-to');
  world.append({
    type: 'ended',
    hop: reference,
    environment: 'staging',
    command: 'smoke',
    outcome: 'failed',
    message: 'It has failed.',
  });
  assert.match(reportOf(world), /\*\*The rehearsal does not count\*\*: smoke failed on staging\./);
});

test('a hop that was rolled back is told as one, until it is deployed again', () => {
  const world = worldAfter('promote', 'deploy');
  assert.doesNotMatch(reportOf(world), /Rolled back/);
  world.rollback('production');
  assert.match(reportOf(world), /\*\*Rolled back\*\* on \S+: 1\.0\.2 was deployed on production again\./);
  world.append({
    type: 'deploying',
    hop: reference,
    environment: 'production',
    release: 'to',
    version: hop.to,
    deferred: true,
  });
  assert.doesNotMatch(reportOf(world), /Rolled back/);
});

test('who approved, and when the point of no return was passed, stands among the steps', () => {
  const world = worldAfter('finalize', 'migrate');
  world.append({ type: 'approved', hop: reference, gate: 'production-finalize', by: 'release-engineer' });
  const report = reportOf(world);
  assert.match(report, /\| 2026-03-01 \d\d:\d\d:00Z \| production \| migrations started \| +\|/);
  assert.match(report, /\| approved: by release-engineer \(production-finalize\) \|/);
});
