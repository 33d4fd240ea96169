import { diffArrays } from 'diff';

/** The most lines shown for one file: enough to see what it is about. */
const shownLines = 40;

/** The lines that differ between two texts, `-` for what is there and `+` for what would be written, with their line numbers. */
export function differenceOf(existing: string, wanted: string): string[] {
  const lines: string[] = [];
  let before = 0;
  let after = 0;
  for (const { value, added, removed } of diffArrays(
    existing.replaceAll('\r\n', '\n').split('\n'),
    wanted.split('\n'),
  )) {
    if (removed) lines.push(...value.map((line, index) => `-${before + index + 1}: ${line}`));
    if (added) lines.push(...value.map((line, index) => `+${after + index + 1}: ${line}`));
    if (!added) before += value.length;
    if (!removed) after += value.length;
  }
  return lines.length <= shownLines
    ? lines
    : [...lines.slice(0, shownLines), `… and ${lines.length - shownLines} lines more`];
}
