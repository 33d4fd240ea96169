import type { Observation } from '../hop/observation.ts';
import { promotionOf } from '../hop/promotion.ts';
import { recordOf } from '../hop/record.ts';
import type { Entry, EntryOf } from '../journal/event.ts';
import { inEnvironment, latest } from '../journal/history.ts';
import type { Message } from '../message.ts';
import { downtimeText } from './downtime.ts';
import { escapeMarkdown, markdownTable } from './markdown.ts';
import { timeText } from './quantities.ts';
import { windowBox } from './rollback-window.ts';

export interface PathFacts {
  readonly planned: EntryOf<'planned'>['event'];
  readonly entries: readonly Entry[];
  readonly observation: Observation;
  readonly complete: boolean;
  /** The address or command that starts a new run. */
  readonly newRun: string;
  /** That a rollback window has been open for too long. */
  readonly warning: Message | undefined;
}

/** The whole path: which hops are complete, what each cost in downtime, and what to do next. */
export function pathReport({ planned, entries, observation, complete, newRun, warning }: PathFacts): string {
  const { version, serving } = observation;
  const runs = version.kind === 'known' ? version.value : `something that does not answer (${version.reason})`;
  const rows = planned.hops.map((hop) => hopRow(entries, hop));
  return [
    `# ${escapeMarkdown(`${planned.current} → ${planned.target}`)}`,
    `**Production runs ${escapeMarkdown(runs)}, serving: ${serving.kind === 'unknown' ? 'cannot tell' : serving.kind}.** ${
      complete
        ? 'The path is complete.'
        : `The path is not complete: start a new run, it goes on from what it observes. New run: ${escapeMarkdown(newRun)}`
    }`,
    ...(warning === undefined ? [] : [windowBox(warning)]),
    markdownTable(['hop', 'rehearsed', 'restore point', 'not serving', 'state'], rows),
    '',
  ].join('\n\n');
}

function hopRow(entries: readonly Entry[], hop: EntryOf<'planned'>['event']['hops'][number]): string[] {
  const record = recordOf(entries, hop);
  const promotion = promotionOf(record);
  const rehearsed = latest(record.entries, 'rehearsed');
  const ended = latest(inEnvironment(record.entries, 'production'), 'ended') ?? latest(record.entries, 'ended');
  const down = promotion.deployed?.event.downtimeMilliseconds;
  return [
    `${hop.from} → ${hop.to}`,
    rehearsed === undefined ? 'no' : timeText(rehearsed.at),
    promotion.restorePoint?.event.backup ?? 'none',
    down === undefined ? '' : downtimeText(down),
    promotion.completed !== undefined
      ? `complete, ${timeText(promotion.completed.at)}`
      : promotion.deployBegun
        ? 'half done on production'
        : ended === undefined
          ? 'not begun on production'
          : `${ended.event.outcome}: ${ended.event.message}`,
  ];
}
