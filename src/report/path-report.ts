import { inEnvironment, isOf, latest } from '../core/history/entries.ts';
import { type Promotion, promotionOf } from '../core/history/promotion.ts';
import { type HopRecord, recordOf } from '../core/history/record.ts';
import { type Rehearsal, rehearsalOf } from '../core/history/rehearsal.ts';
import type { Message } from '../core/messages/message.ts';
import { dayTime } from '../core/messages/moments.ts';
import { downtimeText } from '../core/messages/quantities.ts';
import type { Entry, EntryOf } from '../core/model/event.ts';
import type { PlannedHop } from '../core/model/planned-hop.ts';
import type { HopTraits } from '../core/model/sequence.ts';
import { type Document, folded, heading, paragraph, table } from './document.ts';
import { windowBox } from './rollback-window.ts';

export interface PathFacts {
  readonly planned: EntryOf<'planned'>['event'];
  readonly entries: readonly Entry[];
  readonly complete: boolean;
  /** Where things stand. */
  readonly where: Document;
  /** How far the whole path is, in one sentence. */
  readonly verdict: string;
  /** What to do now. Sentences. */
  readonly next: string;
  /** That a rollback window has been open for too long. */
  readonly warning: Message | undefined;
  /** The reports of its hops, in order. */
  readonly hops: readonly Document[];
  readonly now: Date;
  readonly traits: HopTraits;
}

/** How far a hop of the path is. */
export interface HopProgress {
  readonly from: string;
  readonly to: string;
  readonly kind: 'complete' | 'current' | 'ahead';
}

/** The whole path: which hops are complete, what each cost in downtime, and what to do next. */
export function pathDocument(facts: PathFacts): Document {
  const { planned, entries, complete, verdict, where, next, warning } = facts;
  const progress = hopProgress(planned, entries);
  return [
    heading(1, `${planned.current} → ${planned.target}`),
    paragraph(complete ? '✔ ' : '', { strong: verdict }, ` ${next}`),
    ...(warning === undefined ? [] : [windowBox(warning)]),
    ...where,
    ...hopsTable(facts),
    // What a person looks for is unfolded: the hop that is next, or under way.
    ...progress.flatMap((one, index) => {
      const hop = facts.hops[index] ?? [];
      return one.kind === 'current' ? hop : folded(hopTitle(one, index, progress.length), hop);
    }),
  ];
}

/** A row for each hop: what was proved, and how far it is. */
export function hopsTable(facts: Pick<PathFacts, 'planned' | 'entries' | 'now' | 'traits'>): Document {
  return table(
    ['hop', 'rehearsed', 'restore point', 'not serving', 'state'],
    facts.planned.hops.map((hop) => hopRow(hop, facts)),
  );
}

export function hopProgress(planned: EntryOf<'planned'>['event'], entries: readonly Entry[]): readonly HopProgress[] {
  const done = planned.hops.map((hop) => promotionOf(recordOf(entries, hop)).completed !== undefined);
  const current = done.indexOf(false);
  return planned.hops.map(({ from, to }, index) => ({
    from,
    to,
    kind: done[index] === true ? 'complete' : index === current ? 'current' : 'ahead',
  }));
}

function hopTitle({ from, to, kind }: HopProgress, index: number, count: number): string {
  const state = kind === 'complete' ? 'complete' : 'not its turn yet';
  return `Hop ${index + 1} of ${count}, ${from} → ${to}: ${state}`;
}

function hopRow(hop: PlannedHop, { entries, now, traits }: Pick<PathFacts, 'entries' | 'now' | 'traits'>): string[] {
  const record = recordOf(entries, hop);
  const promotion = promotionOf(record);
  const down = promotion.deployed?.event.downtimeMilliseconds;
  const point = promotion.restorePoint?.event;
  return [
    `${hop.from} → ${hop.to}`,
    rehearsalText(rehearsalOf(entries, record, traits), now),
    point === undefined ? 'none' : `data of ${dayTime(point.dataAt, now)}`,
    down === undefined ? '' : downtimeText(down),
    stateText(record, promotion, now),
  ];
}

function rehearsalText(rehearsal: Rehearsal, now: Date): string {
  switch (rehearsal.kind) {
    case 'passed':
      return `✔ ${dayTime(rehearsal.at, now)}`;
    case 'started':
      return `started ${dayTime(rehearsal.startedAt, now)}`;
    case 'void':
      return `no: ${rehearsal.because}`;
    case 'waived':
      return `waived: ${rehearsal.because}`;
    case 'none':
      return 'no';
  }
}

function stateText({ entries }: HopRecord, { completed, deployStarted, migrating }: Promotion, now: Date): string {
  const production = inEnvironment(entries, 'production');
  if (completed !== undefined)
    return isOf(completed, 'adopted')
      ? `done by hand, recorded ${dayTime(completed.at, now)}`
      : `✔ complete, ${dayTime(completed.at, now)}`;
  if (deployStarted)
    return migrating === undefined ? 'half done on production' : 'half done on production, migrations started';
  const back = latest(production, 'rolled-back');
  if (back !== undefined) return `rolled back, ${dayTime(back.at, now)}`;
  const ended = latest(production, 'ended') ?? latest(entries, 'ended');
  if (ended === undefined) return 'not started on production';
  const { command, outcome, environment } = ended.event;
  return `"${command}" ended as ${outcome} on ${environment}, ${dayTime(ended.at, now)}`;
}
