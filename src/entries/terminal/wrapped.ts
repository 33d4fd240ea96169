/** The start of a line that the rest of it is indented below: a number, a sign, or a label and its gap. */
const lead = /^ *(?:\d+\. (?:\[[ x]\] )?|[-!✔✖⊘?■…→] |\S+(?: \S+){0,2} {2,}(?=\S))?/u;

/**
 * Breaks each line at spaces, so that a terminal breaks no word; a word that is longer than a line stays whole, to be copied.
 * What follows is indented like the text of its line.
 */
export function wrapped(text: string, columns: number | undefined): string {
  if (columns === undefined || columns < 1) return text;
  return text
    .split('\n')
    .map((line) => wrappedLine(line, columns))
    .join('\n');
}

function wrappedLine(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  const start = lead.exec(text)?.[0] ?? '';
  const margin = ' '.repeat(widthOf(start) <= columns / 2 ? widthOf(start) : 2);
  const lines: string[] = [];
  let line = start;
  // Each with the gap before it: columns of a table are more than one space apart.
  for (const word of text.slice(start.length).match(/ *[^ ]+/g) ?? []) {
    if (line !== start && widthOf(line) + widthOf(word) > columns) {
      lines.push(line);
      line = margin + word.trimStart();
    } else line += word;
  }
  return [...lines, line].join('\n');
}

/** In columns; an East Asian character takes two, which is not counted here and only breaks a line later. */
export function widthOf(text: string): number {
  return [...text].length;
}
