import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toApproveNext } from '../../src/core/decisions/question.ts';
import { recordOf } from '../../src/core/history/record.ts';
import { confirmableOf } from '../../src/core/history/rehearsal.ts';
import { confirmationFor, type GateName, type GateScope, type GateSetting } from '../../src/core/model/gate.ts';
import { hopSequence } from '../../src/core/model/sequence.ts';
import { type Fact, stakeOf } from '../../src/report/gate-question.ts';
import { hopReport } from '../../src/report/hop-report.ts';
import { escapeMarkdown } from '../../src/world/writing/markdown.ts';
import { hop, World } from '../core/history/world.ts';
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

const contents = { 'product.probes': 'a', smoke: 'b' };

function reportOf(world: World, setting: GateSetting = 'environment', scope: GateScope = 'hop'): string {
  const gates = { production: setting, finalize: setting, scope };
  return penWithoutSecrets().pen.markdown(hopReport({ situation: world.situation('production'), gates, contents }));
}

test('what opens a dispatched gate is shown next to what it would do', () => {
  const rehearsed = worldAfter('rehearse', 'smoke');
  const promoted = worldAfter('promote', 'smoke');
  const question = (world: World, gate: GateName): string => {
    const confirmable = confirmableOf(recordOf(world.entries, hop));
    assert.ok(confirmable !== undefined);
    return `To approve, start the workflow with \`confirm\` set to \`${confirmationFor(gate, confirmable)}\`.`;
  };
  assert.ok(reportOf(rehearsed, 'dispatch').includes(question(rehearsed, 'production')));
  assert.ok(reportOf(promoted, 'dispatch').includes(question(promoted, 'finalize')));
  assert.doesNotMatch(reportOf(worldAfter('rehearse', 'deploy-to'), 'dispatch'), /confirm/);
  assert.doesNotMatch(reportOf(worldAfter('rehearse', 'smoke')), /confirm/);
});

test('what can be approved is shown exactly while it can be', () => {
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

test('a hop that was rolled back is reported as such, until it is deployed again', () => {
  const world = worldAfter('promote', 'deploy');
  assert.doesNotMatch(reportOf(world), /Rolled back/);
  world.rollback('production');
  assert.match(
    reportOf(world),
    /\*\*Rolled back\*\* \d Mar \d\d:\d\d UTC, just now: 1\.0\.2 was deployed on production again\./,
  );
  assert.doesNotMatch(reportOf(world), /Going back/);
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

test('a rollback that restored data says so, and that what was written since is lost', () => {
  const world = worldAfter('finalize', 'migrate');
  world.rollback('production', false, hop.id);
  assert.match(
    reportOf(world),
    /Rolled back.* again\. .*restore-point.* was restored, and everything written after it is lost\./,
  );
});

test('who approved, and when the point of no return was passed, is listed among the steps', () => {
  const world = worldAfter('finalize', 'migrate');
  world.append({ type: 'approved', hop: reference, gate: 'production-finalize', by: 'release-engineer' });
  const report = reportOf(world);
  assert.match(report, /\| 1 Mar \d\d:\d\d:00 UTC \| production \| migrations started \| +\|/);
  assert.match(report, /\| approved: by release-engineer \(production-finalize\) \|/);
});

/** What the terminal would ask, without looking at production. */
function factsOf(world: World): readonly Fact[] {
  const situation = world.situation('production');
  const asked = toApproveNext(situation);
  assert.ok(asked.kind !== 'nothing');
  return stakeOf(asked, { ...situation, observation: undefined }, contents).facts;
}

function listed(report: string): string[] {
  const [, body = ''] = /### If you approve\n\n.*\n\n((?:- .*\n)+)/.exec(report) ?? [];
  return body.trim().split('\n');
}

test('the summary says everything that the question at the terminal says', () => {
  for (const world of [worldAfter('rehearse', 'smoke'), worldAfter('promote', 'smoke')]) {
    const facts = factsOf(world);
    assert.ok(facts.length >= 3, JSON.stringify(facts));
    const escaped = facts.map(({ about, text }) =>
      penWithoutSecrets().pen.markdown(`- **${about}**: ${escapeMarkdown(text)}`),
    );
    assert.deepEqual(listed(reportOf(world)), escaped);
  }
  const back = factsOf(worldAfter('rehearse', 'smoke')).find(({ about }) => about === 'Way back');
  assert.equal(
    back?.text,
    'The way back was rehearsed: 1.0.2 was deployed again over 1.1.4 and passed its smoke tests. No migration of 1.1.4 had started there by then.',
  );
});

test('a rollback whose deferral nothing has shown is not called proved', () => {
  const world = worldAfter('rehearse', 'smoke');
  const changed = world.entries.map((entry) =>
    entry.event.type === 'deployed' ? { ...entry, event: { ...entry.event, unproved: 'no probe shows it' } } : entry,
  );
  world.entries.splice(0, world.entries.length, ...changed);
  const report = reportOf(world);
  assert.match(
    report,
    /It is not proved: nothing shows that no migration of 1\.1\.4 had started there \(no probe shows it\)/,
  );
  assert.doesNotMatch(report, /No migration of 1\.1\.4 had started/);
});

test('migrations that were not deferred on production leave no window, and none is mentioned', () => {
  const world = worldAfter('promote', 'backup');
  const { id, from, to, digest } = hop;
  const here = { hop: { id, from, to, digest }, environment: 'production' } as const;
  world.append({ type: 'deploying', ...here, release: 'to', version: to, deferred: true });
  world.append({ type: 'not-deferred', ...here, because: 'm7 is running' });
  const report = reportOf(world);
  assert.match(report, /were not deferred on production \(m7 is running\): only a restore goes back/);
  assert.match(report, /The rollback window is closed: only a restore goes back\./);
  assert.doesNotMatch(report, /nothing is lost|nothing has to be restored/);
});

test('if migrations run at start-up, the deploy is called the point of no return', () => {
  const world = new World({ deferrable: false, proveRestorePoint: false });
  for (const step of hopSequence(world.traits)) {
    if (step.job === 'promote') break;
    world.step(step);
  }
  const report = reportOf(world);
  assert.match(report, /The deploy is the point of no return: the migrations of 1\.1\.4 run with its deploy/);
  assert.match(report, /### Going back\n\nOnly a restore goes back\. To go back, run the workflow "Rollback"/);
  assert.doesNotMatch(report, /deployed again/);
});

test('tests that changed since the rehearsal are named', () => {
  const world = worldAfter('rehearse', 'smoke');
  const before = { 'product.probes': 'a', smoke: 'before' };
  const changed = world.entries.map((entry) =>
    entry.event.type === 'rehearsed' ? { ...entry, event: { ...entry.event, contents: before } } : entry,
  );
  world.entries.splice(0, world.entries.length, ...changed);
  assert.match(reportOf(world), /not those of the rehearsal: "smoke" has changed since/);
});

test('if no gate asks, the report does not say that somebody is asked', () => {
  const world = worldAfter('rehearse', 'smoke');
  for (const report of [reportOf(world, 'none'), reportOf(world, 'environment', 'path')]) {
    assert.match(report, /### Next on production, without another approval\n\nProduction is checked again/);
    assert.doesNotMatch(report, /If you approve/);
  }
});

/** The rows of the first table, each as its cells. */
function proofRows(report: string): string[][] {
  const [, body = ''] = /\n\| step .*\n\|[-|]+\n((?:\|.*\n)+)/.exec(report) ?? [];
  return body
    .trim()
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

test('what matters for the decision comes before the folded parts, and contains no id, no digest and no milliseconds', () => {
  for (const world of [worldAfter('rehearse', 'smoke'), worldAfter('promote', 'smoke')]) {
    const [shown = '', ...rest] = reportOf(world).split('<details>');
    const foldedAway = rest.join('');
    assert.ok(shown.length < 3000, `${shown.length} characters`);
    assert.doesNotMatch(shown, /dddd|rehearsal-1|restore-point-|\d ms|\dZ|T\d\d:/);
    assert.match(foldedAway, new RegExp(`Digest of what is approved: \`${hop.digest}\``));
    assert.match(foldedAway, /Backup of the rehearsal: `rehearsal-1`/);
    const order = ['## ', '| step |', '### If you approve', '### Going back'].map((part) => shown.indexOf(part));
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
  }
});

test('the verdict says how old the data was', () => {
  const world = worldAfter('rehearse', 'smoke');
  world.time += 3 * 3_600_000;
  assert.match(
    reportOf(world),
    /^## .*\n\n✔ \*\*The rehearsal passed\*\*: the upgrade, the way back and the migrations worked on production's data of 1 Mar 00:02 UTC, 3 h ago/,
  );
});

test('each part of the rehearsal has a row, with the state of production beside it', () => {
  const ticked = (rows: string[][], column: number): string[] =>
    rows.flatMap((cells) => (cells[column]?.startsWith('✔') ? [cells[0] ?? ''] : []));
  const all = ['**Backup**', '**Restore compared**', '**Upgrade**', '**Way back**', '**Migrations**', '**Tests**'];
  const half = proofRows(reportOf(worldAfter('rehearse', 'deploy-to')));
  assert.deepEqual(
    half.map(([name]) => name),
    all,
  );
  assert.deepEqual(ticked(half, 1), ['**Backup**', '**Restore compared**', '**Upgrade**', '**Tests**']);
  const rehearsed = proofRows(reportOf(worldAfter('rehearse', 'smoke')));
  assert.deepEqual([ticked(rehearsed, 1), rehearsed[0]?.length], [all, 3]);
  const promoted = proofRows(reportOf(worldAfter('promote', 'smoke')));
  assert.deepEqual(ticked(promoted, 3), ['**Backup**', '**Upgrade**', '**Tests**']);
  const complete = proofRows(reportOf(worldAfter('finalize', 'smoke')));
  assert.deepEqual(ticked(complete, 3), ['**Backup**', '**Upgrade**', '**Migrations**', '**Tests**']);
});

test('a step that failed has no tick, and neither has what came before it in an earlier attempt', () => {
  const world = worldAfter('rehearse', 'deploy-to');
  const ended = { type: 'ended', hop: reference, environment: 'staging', command: 'smoke', message: 'No.' } as const;
  world.append({ ...ended, outcome: 'failed' });
  const failed = proofRows(reportOf(world)).find(([name]) => name === '**Tests**');
  assert.equal(failed?.[1], '✘ failed');
  const again = worldAfter('rehearse', 'smoke');
  const restored = again.entries.find(({ event }) => event.type === 'restored');
  assert.ok(restored?.event.type === 'restored');
  again.append({ ...restored.event, proved: false });
  const rows = proofRows(reportOf(again));
  assert.match(rows[1]?.[1] ?? '', /^✘ not equal to the backup/);
  assert.deepEqual(
    rows.slice(2).map((cells) => cells[1]),
    ['not yet', 'not yet', 'not yet', 'not yet'],
  );
});

test('the verdict is what stopped a hop on production, not that it worked before', () => {
  const world = worldAfter('promote', 'smoke');
  world.append({
    type: 'ended',
    hop: reference,
    environment: 'production',
    command: 'smoke',
    outcome: 'failed',
    message: 'Two tests did not pass.',
  });
  const report = reportOf(world);
  assert.match(report, /^## .*\n\n✘ \*\*"smoke" ended as failed on production\*\*, .*: Two tests did not pass\./);
  assert.doesNotMatch(report, /works on production/);
});

test('the question about an interrupted deploy that has changed nothing names the restore point that will be taken, not the old one', () => {
  const world = worldAfter('promote', 'backup');
  world.append({
    type: 'deploying',
    hop: reference,
    environment: 'production',
    release: 'to',
    version: hop.to,
    deferred: true,
  });
  const situation = world.situation('production');
  const restoring = (observation: typeof situation.observation): string | undefined =>
    stakeOf({ kind: 'deploy-again' }, { ...situation, observation }, contents).facts.find(
      ({ about }) => about === 'Restoring',
    )?.text;
  assert.match(restoring(situation.observation) ?? '', /^A new restore point is taken first\./);
  const onTarget = { ...situation.observation, version: { kind: 'known', value: hop.to } } as const;
  assert.match(restoring(onTarget) ?? '', /means restoring the restore point, which loses /);
});
