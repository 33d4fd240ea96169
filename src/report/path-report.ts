import { inEnvironment, isOf, latest } from '../core/history/entries.ts';
import { type Promotion, promotionOf } from '../core/history/promotion.ts';
import { type HopRecord, recordOf } from '../core/history/record.ts';
import { type Rehearsal, rehearsalOf } from '../core/history/rehearsal.ts';
import { downtimeText } from '../core/messages/downtime.ts';
import type { Message } from '../core/messages/message.ts';
import { timeText } from '../core/messages/quantities.ts';
import type { Entry, EntryOf } from '../core/model/event.ts';
import { escapeMarkdown, markdownTable } from '../world/writing/markdown.ts';
import { windowBox } from './rollback-window.ts';

export interface PathFacts {
  readonly planned: EntryOf<'planned'>['event'];
  readonly entries: readonly Entry[];
  readonly complete: boolean;
  /** Where things stand, as Markdown. */
  readonly where: string;
  /** What to do now. Sentences. */
  readonly now: string;
  /** That a rollback window has been open for too long. */
  readonly warning: Message | undefined;
}

/** The whole path: which hops are complete, what each cost in downtime, and what to do next. */
export function pathReport({ planned, entries, complete, where, now, warning }: PathFacts): string {
  const rows = planned.hops.map((hop) => hopRow(entries, hop));
  return [
    `# ${escapeMarkdown(`${planned.current} → ${planned.target}`)}`,
    `**The path is ${complete ? 'complete' : 'not complete'}.** ${escapeMarkdown(now)}`,
    ...(warning === undefined ? [] : [windowBox(warning)]),
    where,
    markdownTable(['hop', 'rehearsed', 'restore point', 'not serving', 'state'], rows),
    '',
  ].join('\n\n');
}

function hopRow(entries: readonly Entry[], hop: EntryOf<'planned'>['event']['hops'][number]): string[] {
  const record = recordOf(entries, hop);
  const promotion = promotionOf(record);
  const down = promotion.deployed?.event.downtimeMilliseconds;
  return [
    `${hop.from} → ${hop.to}`,
    rehearsalText(rehearsalOf(entries, record)),
    promotion.restorePoint?.event.backup ?? 'none',
    down === undefined ? '' : downtimeText(down),
    stateText(record, promotion),
  ];
}

function rehearsalText(rehearsal: Rehearsal): string {
  switch (rehearsal.kind) {
    case 'passed':
      return timeText(rehearsal.at);
    case 'started':
      return `begun ${timeText(rehearsal.startedAt)}`;
    case 'void':
      return `no: ${rehearsal.because}`;
    case 'none':
      return 'no';
  }
}

function stateText({ entries }: HopRecord, { completed, deployBegun, migrating }: Promotion): string {
  const production = inEnvironment(entries, 'production');
  if (completed !== undefined)
    return isOf(completed, 'adopted')
      ? `done by hand, recorded ${timeText(completed.at)}`
      : `complete, ${timeText(completed.at)}`;
  if (deployBegun)
    return migrating === undefined ? 'half done on production' : 'half done on production, migrations started';
  const back = latest(production, 'rolled-back');
  if (back !== undefined) return `rolled back, ${timeText(back.at)}`;
  const ended = latest(production, 'ended') ?? latest(entries, 'ended');
  return ended === undefined ? 'not begun on production' : `${ended.event.outcome}: ${ended.event.message}`;
}
