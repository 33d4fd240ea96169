/** How many of the first cells name a row, and stay side by side when the row is folded. */
const naming = 3;

/**
 * Columns of text cells, each as wide as its widest; no line ends with spaces. If the table is wider than the terminal, its
 * rows are folded: the cells that name a row stay columns, and the others follow below with their headings; cells with only
 * a dash are left out.
 */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[], columns?: number): string {
  const table = aligned([head, ...rows]);
  if (columns === undefined || table.every((line) => widthOf(line) <= columns)) return table.join('\n');
  const names = aligned([head, ...rows].map((cells) => cells.slice(0, naming)));
  return names.flatMap((line, index) => [line, ...details(head, rows[index - 1] ?? [], columns)]).join('\n');
}

function aligned(all: readonly (readonly string[])[]): string[] {
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((cells) => widthOf(cells[column] ?? ''))));
  return all.map((cells) =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
}

/** As many cells in a line as fit. */
function details(head: readonly string[], cells: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const [column, cell] of cells.entries()) {
    if (column < naming || cell === '-' || cell === '') continue;
    const detail = `${head[column] ?? ''}: ${cell}`;
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + 3 + widthOf(detail) <= columns)
      lines[lines.length - 1] = `${last} · ${detail}`;
    else lines.push(`    ${detail}`);
  }
  return lines;
}

function widthOf(text: string): number {
  return [...text].length;
}
