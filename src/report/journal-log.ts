import type { Entry } from '../core/model/event.ts';
import { eventSentence, printable, runName } from '../core/model/event-sentence.ts';

export const journalColumns = ['#', 'time', 'run', 'actor', 'what'] as const;

/**
 * The journal as text, one line per entry, oldest first, ending with a newline. Times are in UTC, each by the clock of
 * the run that wrote it; the order is the journal's own.
 */
export function journalLog(entries: readonly Entry[]): string {
  if (entries.length === 0) return 'The journal is empty: nothing has been recorded yet.\n';
  const rows = [journalColumns, ...entries.map(journalRow)];
  const widths = journalColumns.map((_, column) => Math.max(...rows.map((cells) => [...(cells[column] ?? '')].length)));
  return rows
    .map(
      (cells) =>
        `${cells
          .map((cell, column) => pad(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

export function journalRow({ sequence, at, run, event }: Entry): readonly string[] {
  return [
    String(sequence),
    at.replace(/T(\d\d:\d\d:\d\d)(\.\d+)?Z$/, ' $1Z'),
    runName(run),
    printable(run.actor),
    eventSentence(event),
  ];
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - [...text].length));
}
