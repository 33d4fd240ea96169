import type { Command } from './moment.ts';

/** A run that was killed, by what it had done last. */
export interface Kill {
  readonly command: Command;
  /** The last thing that the run had recorded besides its lease; undefined when it had recorded nothing. */
  readonly last: string | undefined;
  /** The previous run was killed in the same place too. */
  readonly again: boolean;
}

const commands = ['climb', 'rehearse', 'rollback'] as const satisfies readonly Command[];

/** What was being done when runs were killed, most often first. */
export function tally(kills: readonly Kill[]): string {
  const groups = Map.groupBy(kills, ({ last }) => last ?? '(nothing yet)');
  const rows = [...groups]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([last, group]) => rowOf(last, group));
  const head = ['the last that the run had recorded', 'kills', ...commands, 'twice there'];
  return table([head, ...rows, rowOf('all', kills)]);
}

function rowOf(name: string, group: readonly Kill[]): string[] {
  const each = commands.map((command) => group.filter((kill) => kill.command === command).length);
  const again = group.filter((kill) => kill.again).length;
  return [name, ...[group.length, ...each, again].map(String)];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return `${rows.map(line).join('\n')}\n`;
}
