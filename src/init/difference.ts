/** Most lines shown for one file: enough to see what it is about. */
const shownLines = 40;

/** The lines that differ between two texts, `-` what is there and `+` what would be written, with their line numbers. */
export function differenceOf(existing: string, wanted: string): string[] {
  const before = existing.replaceAll('\r\n', '\n').split('\n');
  const after = wanted.split('\n');
  const lines = walk(before, after, commonLengths(before, after));
  return lines.length <= shownLines
    ? lines
    : [...lines.slice(0, shownLines), `… and ${lines.length - shownLines} lines more`];
}

/** lengths[i][j]: lines that `before` from i and `after` from j have in common, in order. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row)
        row[j] =
          before[i] === after[j]
            ? at(lengths, i + 1, j + 1) + 1
            : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function walk(before: readonly string[], after: readonly string[], lengths: readonly Uint32Array[]): string[] {
  const lines: string[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      lines.push(`-${i + 1}: ${before[i]}`);
      i += 1;
    } else {
      lines.push(`+${j + 1}: ${after[j]}`);
      j += 1;
    }
  }
  return lines;
}

function at(lengths: readonly Uint32Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
