import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checklist } from '../../../src/core/decisions/checklist.ts';
import { fillIn } from '../../../src/core/decisions/checklists.ts';
import type { PlannedHop } from '../../../src/core/model/planned-hop.ts';
import { hopSequence } from '../../../src/core/model/sequence.ts';
import { checklistsDocument } from '../../../src/report/checklists.ts';
import { markdownOf } from '../../../src/report/document-markdown.ts';
import { penWithoutSecrets } from '../../support/pen.ts';
import { hop, World } from '../history/world.ts';

const lists = [
  checklist.parse({
    title: 'Before',
    url: 'https://docs.example.com/upgrade',
    items: [
      { text: 'Read the notes of {to}', evidence: { acknowledged: 'notes-{to}' } },
      { text: 'Back up', evidence: { step: 'restore-point' } },
      { text: 'Test it on staging.', evidence: { step: 'rehearsal' } },
    ],
  }),
  checklist.parse({
    title: 'After',
    items: [
      { text: 'The version', evidence: { seen: 'version' } },
      { text: 'The migrations', evidence: { seen: 'migrations' } },
      { text: 'Queries', evidence: { test: '^records are read$' } },
      { text: 'The logs', evidence: { test: 'log' } },
    ],
  }),
];

/** The hop up to one of its steps, planned by somebody who has or has not acknowledged. */
function worldUpTo(last: string, acknowledged: boolean): World {
  const world = new World({ deferrable: false, proveRestorePoint: false });
  const planned: PlannedHop = {
    id: hop.id,
    from: hop.from,
    to: hop.to,
    digest: hop.digest,
    reasons: [],
    manual: [{ id: 'notes-1.1.4', text: 'Read them.', acknowledged }],
  };
  world.append({ type: 'planned', current: hop.from, target: hop.to, hops: [planned] });
  for (const step of hopSequence(world.traits)) {
    world.step(step);
    const tested = world.entries.findLast(({ event }) => event.type === 'smoke-tested');
    if (step.command === 'smoke' && tested?.event.type === 'smoke-tested')
      world.entries[tested.sequence - 1] = { ...tested, event: { ...tested.event, tests: ['records are read'] } };
    if (`${step.job} ${step.id}` === last) break;
  }
  return world;
}

const statesOf = (world: World) =>
  fillIn(lists, world.situation('production'), world.entries).map(({ items }) => items.map(({ state }) => state));

const kindsOf = (world: World) => statesOf(world).map((states) => states.map(({ kind }) => kind));

describe('a checklist of a product', () => {
  it('is ticked by what the journal has about this hop, and by nothing else', () => {
    assert.deepEqual(kindsOf(worldUpTo('read check', false)), [
      ['open', 'open', 'open'],
      ['open', 'open', 'open', 'open'],
    ]);
    assert.deepEqual(kindsOf(worldUpTo('rehearse smoke-to', true)), [
      ['done', 'open', 'done'],
      ['open', 'open', 'open', 'open'],
    ]);
    assert.deepEqual(kindsOf(worldUpTo('promote smoke', true)), [
      ['done', 'done', 'done'],
      ['done', 'done', 'done', 'open'],
    ]);
  });

  it('names the record that proves it, and what is missing', () => {
    const world = worldUpTo('promote smoke', true);
    for (const state of statesOf(world).flat()) {
      if (state.kind === 'done') assert.equal(world.entries[state.entry.sequence - 1], state.entry);
      else assert.equal(state.missing, 'no smoke test named like "log" has passed on production');
    }
    const document = checklistsDocument(
      fillIn(lists, world.situation('production'), world.entries),
      new Date(world.time),
    );
    const shown = penWithoutSecrets().pen.markdown(markdownOf(document));
    assert.match(shown, /Before: 3 of 3/);
    assert.match(shown, /After: 3 of 4/);
    assert.match(
      shown,
      /- \[x\] Read the notes of 1\.1\.4: "notes-1\.1\.4" was acknowledged, planned by \S+ \(.* UTC, record 2 of the journal\)\./,
    );
    assert.match(shown, /- \[ \] The logs: no smoke test named like "log" has passed on production\./);
    assert.match(shown, /https:\/\/docs\.example\.com\/upgrade/);
  });

  it('is open again after a rollback', () => {
    const world = worldUpTo('promote smoke', true);
    world.append({
      type: 'rolled-back',
      hop: { id: hop.id, from: hop.from, to: hop.to, digest: hop.digest },
      environment: 'production',
      to: hop.from,
      milliseconds: 1,
    });
    assert.deepEqual(kindsOf(world)[1], ['open', 'open', 'open', 'open']);
  });

  it('ignores what was recorded with another digest', () => {
    const world = worldUpTo('promote smoke', true);
    const other = { ...world.situation('production').hop, digest: 'e'.repeat(64) };
    const filled = fillIn(lists, { ...world.situation('production'), hop: other }, world.entries);
    assert.equal(filled[0]?.items[0]?.state.kind, 'open');
  });

  it('only counts a preflight of the whole path since production last changed', () => {
    const looked = { type: 'preflighted', problems: 0, warnings: 0, unknown: 0 } as const;
    const list = checklist.parse({ title: 'Before', items: [{ text: 'Look ahead', evidence: { step: 'preflight' } }] });
    const kind = (world: World) =>
      fillIn([list], world.situation('production'), world.entries)[0]?.items[0]?.state.kind;
    const earlier = { id: '1.0.0--1.0.2', from: '1.0.0', to: '1.0.2', digest: 'e'.repeat(64) };
    const deployed = {
      type: 'deploying',
      hop: earlier,
      environment: 'production',
      release: 'to',
      version: '1.0.2',
      deferred: false,
    } as const;
    const world = new World({ deferrable: false, proveRestorePoint: false });
    world.append(looked);
    assert.equal(kind(world), 'done');
    world.append({ ...deployed, environment: 'staging' });
    assert.equal(kind(world), 'done', 'a rehearsal changes nothing of production');
    world.append(deployed);
    assert.equal(kind(world), 'open', 'it was of the release before');
    world.append(looked);
    for (const step of hopSequence(world.traits)) world.step(step);
    assert.equal(kind(world), 'done', 'this hop itself does not make it old');
    world.append({ type: 'rolled-back', hop, environment: 'production', to: hop.from, milliseconds: 1 });
    assert.equal(kind(world), 'open', 'and going back does');
    world.append({ ...looked, problems: 1 });
    assert.equal(kind(world), 'open');
  });

  it('has room for a backup only if that was seen before it was written', () => {
    const list = checklist.parse({ title: 'Before', items: [{ text: 'Room', evidence: { step: 'room' } }] });
    const world = worldUpTo('read backup', true);
    const kind = () => fillIn([list], world.situation('production'), world.entries)[0]?.items[0]?.state.kind;
    assert.equal(kind(), 'open');
    const taken = world.entries.at(-1);
    assert.ok(taken?.event.type === 'backed-up');
    world.append({ ...taken.event, fits: true });
    assert.equal(kind(), 'done');
  });
});
