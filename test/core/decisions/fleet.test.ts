import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fleetTurns, type Ring } from '../../../src/core/decisions/fleet.ts';
import { type SystemProgress, systemProgress } from '../../../src/core/history/system-progress.ts';
import type { Entry, JournalEvent, RunIdentity } from '../../../src/core/model/event.ts';

const day = 86_400_000;
const start = Date.parse('2026-03-01T00:00:00.000Z');
const run: RunIdentity = { kind: 'github', id: '7', attempt: 1, actor: 'engineer' };
const rings: readonly Ring[] = [
  { name: 'pilot', hold: 3 * day, systems: ['north'] },
  { name: 'wards', hold: 0, systems: ['hill', 'harbour'] },
  { name: 'all', hold: 0, systems: ['south'] },
];

const hop = { id: '1.0.2--1.1.4', from: '1.0.2', to: '1.1.4', digest: 'd' };
const planned = {
  type: 'planned',
  current: '1.0.2',
  target: '1.1.4',
  hops: [{ ...hop, manual: [] }],
  operation: 'climb',
  ring: 'pilot',
} as const satisfies JournalEvent;
const { ring: _ring, ...byHand } = planned;
const completed: JournalEvent = { type: 'completed', hop };
const seen: JournalEvent = { type: 'at-target', version: '1.1.4', ring: 'pilot' };
const back: JournalEvent = { type: 'rolled-back', hop, environment: 'production', to: '1.0.2', milliseconds: 1 };
const failed: JournalEvent = {
  type: 'ended',
  hop,
  environment: 'production',
  command: 'smoke',
  outcome: 'failed',
  message: 'It answered 500.',
};

/** What happened on one system, each on a day of March. */
type Story = readonly (readonly [day: number, event: JournalEvent])[];

function standing(story: Story, now: Date): SystemProgress {
  const entries = story.map(
    ([at, event], index): Entry => ({
      format: 1,
      sequence: index + 1,
      previous: '',
      at: new Date(start + at * day).toISOString(),
      system: 'x',
      run,
      event,
      hash: String(index),
    }),
  );
  return systemProgress(entries, { now, tolerance: 0, run, isGone: () => false });
}

/** What comes next for each, on a day: `north goes unfinished, hill later, …`. */
function on(days: number, stories: Readonly<Record<string, Story>>, target = 'unfinished'): string {
  const now = new Date(start + days * day);
  const systems = rings.flatMap((ring) => ring.systems);
  const progress = new Map(systems.map((system) => [system, standing(stories[system] ?? [], now)]));
  const turns = fleetTurns({ rings, progress, target, now });
  const each = turns.rings.flatMap((ring) =>
    [...ring.turns].map(([system, turn]) => `${system} ${turn.kind}${turn.kind === 'goes' ? ` ${turn.target}` : ''}`),
  );
  return `${each.join(', ')}${turns.complete ? ', complete' : ''}`;
}

const there: Story = [
  [0, planned],
  [1, completed],
];
const held: Story = [...there, [4, seen]];

describe('which systems of a fleet go', () => {
  it('a person starts the first ring, and no other', () => {
    assert.equal(on(0, {}, 'newest'), 'north goes newest, hill later, harbour later, south later');
    assert.equal(on(0, {}, '1.1.4'), 'north goes 1.1.4, hill later, harbour later, south later');
  });

  it('nothing starts that nobody started, and a system that was upgraded alone does not start the others', () => {
    assert.equal(on(9, {}), 'north idle, hill later, harbour later, south later');
    const alone: Story = [
      [0, byHand],
      [1, completed],
    ];
    assert.equal(on(9, { north: alone }), 'north idle, hill later, harbour later, south later');
  });

  it('a waiting system is continued', () => {
    assert.equal(on(1, { north: [[0, planned]] }), 'north goes unfinished, hill later, harbour later, south later');
  });

  it('the next ring waits for the hold, then for a look at its end, and gets exactly the held release', () => {
    assert.equal(on(3.9, { north: there }), 'north there, hill later, harbour later, south later');
    assert.equal(on(4, { north: there }), 'north goes 1.1.4, hill later, harbour later, south later');
    assert.equal(on(4.1, { north: held }), 'north there, hill goes 1.1.4, harbour goes 1.1.4, south later');
  });

  it('a look before the hold is over does not end it, and a look never restarts it', () => {
    const early: Story = [...there, [2, seen]];
    assert.equal(on(3, { north: early }), 'north there, hill later, harbour later, south later');
    assert.equal(on(4, { north: early }), 'north goes 1.1.4, hill later, harbour later, south later');
  });

  it('every system of a ring must have arrived', () => {
    const stories = { north: held, hill: there };
    assert.equal(on(5, stories), 'north there, hill there, harbour goes 1.1.4, south later');
    assert.equal(on(5, { ...stories, harbour: there }), 'north there, hill there, harbour there, south goes 1.1.4');
    assert.equal(
      on(5, { ...stories, harbour: there, south: there }),
      'north there, hill there, harbour there, south there, complete',
    );
  });

  it('what failed or was rolled back is left to people, and keeps the later rings closed', () => {
    const stories = { north: held, hill: there };
    const broken: Story = [
      [5, planned],
      [5, failed],
    ];
    assert.equal(on(6, { ...stories, harbour: broken }), 'north there, hill there, harbour stopped, south later');
    const gone: Story = [...held, [5, back]];
    assert.equal(on(6, { ...stories, north: gone }), 'north stopped, hill there, harbour later, south later');
    assert.equal(
      on(6, { ...stories, harbour: broken }, '1.1.4'),
      'north there, hill there, harbour goes 1.1.4, south later',
      'a person who starts it again has looked',
    );
  });

  it('a newer target starts with the first ring again, and a later ring that was under way finishes', () => {
    const stories = { north: held, hill: there, harbour: [[5, planned]] } satisfies Record<string, Story>;
    assert.equal(on(6, stories, '1.2.1'), 'north goes 1.2.1, hill later, harbour later, south later');
    const newer: JournalEvent = {
      ...planned,
      current: '1.1.4',
      target: '1.2.1',
      hops: [{ ...hop, id: 'b', manual: [] }],
    };
    assert.equal(
      on(6, { ...stories, north: [...held, [6, newer]] }),
      'north goes unfinished, hill later, harbour goes unfinished, south later',
    );
  });

  it('a system that a run acts on is left alone', () => {
    const lease: JournalEvent = {
      type: 'lease-taken',
      fence: 1,
      expiresAt: new Date(start + 10 * day).toISOString(),
      owner: 'github 9',
    };
    assert.equal(
      on(4.1, { north: held, hill: [[4, lease]] }),
      'north there, hill acting, harbour goes 1.1.4, south later',
    );
    assert.equal(
      on(11, { north: held, hill: [[4, lease]] }),
      'north there, hill goes 1.1.4, harbour goes 1.1.4, south later',
      'a run that died holds it no longer than its lease',
    );
  });
});
