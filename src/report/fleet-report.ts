import type { FleetTurns, RingTurns, Turn } from '../core/decisions/fleet.ts';
import type { SystemProgress } from '../core/history/system-progress.ts';
import { dayTime } from '../core/messages/moments.ts';
import { countText, roughText } from '../core/messages/quantities.ts';
import { textTable } from '../core/messages/text-table.ts';
import type { EntryOf } from '../core/model/event.ts';
import { type Document, heading, type Line, list, paragraph, table } from './document.ts';

export interface FleetFacts {
  readonly turns: FleetTurns;
  readonly progress: ReadonlyMap<string, SystemProgress>;
  /** As people read it. */
  readonly product: string;
  readonly now: Date;
}

/** One page for all systems: what each runs, its planned path, and what comes next. */
export function fleetDocument(facts: FleetFacts): Document {
  const { turns } = facts;
  const { target, rings, complete } = turns;
  const all = rings.flatMap((ring) => [...ring.turns.values()]);
  const counted = (kind: Turn['kind']): number => all.filter((turn) => turn.kind === kind).length;
  return [
    heading(
      1,
      target === undefined
        ? `${facts.product}: ${countText(all.length, 'system')}`
        : `${facts.product}: ${countText(all.length, 'system')} to ${target}`,
    ),
    paragraph(
      complete ? '✔ ' : '',
      {
        strong: complete
          ? 'Every system runs the target.'
          : `${counted('there')} of ${countText(all.length, 'system')} run the target.`,
      },
      ` ${tally(counted)}`,
    ),
    ...byHand(facts),
    ...rings.flatMap((ring) => ringBlocks(ring, facts)),
  ];
}

function tally(counted: (kind: Turn['kind']) => number): string {
  const parts = [
    [counted('goes'), 'go now'],
    [counted('acting'), 'are being worked on'],
    [counted('later'), 'come later'],
    [counted('stopped'), 'wait for a person'],
  ] as const;
  const counts = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return counts.length === 0 ? '' : `${counts.join(', ')}.`;
}

const columns = ['system', 'runs', 'path', 'now', 'run'] as const;

function ringBlocks({ ring, turns, closedBecause }: RingTurns, facts: FleetFacts): Document {
  const hold = ring.hold === 0 ? '' : `, each held for ${roughText(ring.hold)}`;
  const rows = [...turns].map(([system, turn]): Line[] => [
    system,
    runsText(facts.progress.get(system)),
    pathText(facts.progress.get(system)),
    turnText(turn, facts.now),
    runLink(facts.progress.get(system)),
  ]);
  return [
    heading(2, `Ring ${ring.name}: ${countText(ring.systems.length, 'system')}${hold}`),
    ...(closedBecause === undefined ? [] : [paragraph(`Later rings wait: ${closedBecause}.`)]),
    ...table(columns, rows),
  ];
}

function runLink(progress: SystemProgress | undefined): Line {
  const url = progress?.lastRun?.url;
  return url === undefined ? '' : [{ link: 'newest', url }];
}

function runsText(progress: SystemProgress | undefined): string {
  if (progress === undefined) return 'unknown';
  const { runs, planned } = progress;
  if (runs !== undefined) return runs.label;
  if (planned === undefined) return 'not seen yet';
  const { current, hops } = planned.event;
  return hops[progress.done - 1]?.to ?? current;
}

/** Where it goes, and how far it is; and what was only looked at since. */
function pathText(progress: SystemProgress | undefined): string {
  if (progress?.planned === undefined) return 'no plan yet';
  const { planned, lookedAt, done } = progress;
  const path = `${wayText(planned)}${done === 0 ? '' : `, ${done} done`}`;
  return lookedAt === undefined ? path : `${path}; only looked at: ${wayText(lookedAt)}`;
}

function wayText({ event: { current, target, hops } }: EntryOf<'planned'>): string {
  return `${current} → ${target}, ${countText(hops.length, 'hop')}`;
}

function turnText(turn: Turn, now: Date): string {
  switch (turn.kind) {
    case 'there':
      return turn.holdsUntil === undefined
        ? '✔ there'
        : `✔ there, held until ${dayTime(turn.holdsUntil.toISOString(), now)}`;
    case 'goes':
      return reasonWords[turn.why];
    case 'acting':
      return 'a run is acting on it';
    case 'later':
      return `after ring ${turn.behind}`;
    case 'stopped':
      return `✘ needs a person first: ${turn.because}`;
    case 'idle':
      return 'nothing was started';
  }
}

const reasonWords = {
  asked: 'goes now',
  continues: 'continues now',
  'next-ring': 'its ring starts now',
  'looked-at-again': 'has held, and is checked again',
} as const;

const maxNamed = 5;

/** Manual steps of the plans, looked at or climbed, each once: whoever does them does them at each of these places. */
function byHand({ progress }: FleetFacts): Document {
  const steps = new Map<string, { readonly text: string; readonly systems: string[] }>();
  for (const [system, { planned, lookedAt }] of progress) {
    const hops = [planned, lookedAt].flatMap((plan) => plan?.event.hops ?? []);
    const manual = hops.flatMap((hop) => hop.manual.filter(({ acknowledged }) => !acknowledged));
    for (const { id, text } of new Map(manual.map((step) => [step.id, step])).values()) {
      const known = steps.get(id) ?? { text, systems: [] };
      known.systems.push(system);
      steps.set(id, known);
    }
  }
  if (steps.size === 0) return [];
  return [
    heading(2, 'To be done by hand'),
    ...list([...steps].map(([id, { text, systems }]): Line => [{ code: id }, ` for ${namesOf(systems)}: ${text}`])),
  ];
}

function namesOf(systems: readonly string[]): string {
  if (systems.length <= maxNamed) return systems.join(', ');
  return `${systems.slice(0, maxNamed).join(', ')} and ${systems.length - maxNamed} more`;
}

/** The same for a terminal. */
export function fleetText({ turns, progress, now }: FleetFacts, width: number | undefined): string {
  return textTable(
    ['ring', 'system', 'runs', 'path', 'now'],
    turns.rings.flatMap(({ ring, turns: each }) =>
      [...each].map(([system, turn]) => [
        ring.name,
        system,
        runsText(progress.get(system)),
        pathText(progress.get(system)),
        turnText(turn, now),
      ]),
    ),
    width,
  );
}
