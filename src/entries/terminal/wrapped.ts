import { writtenTime } from '../../core/messages/moments.ts';

/** The start of a line that the rest of it is indented below: a number, a sign, or a label and its gap. */
const lead = /^ *(?:\d+\. (?:\[[ x]\] )?|[-!✔✖⊘?■…→] |\S+(?: \S+){0,2} {2,}(?=\S))?/u;

/** What is read as one: a time, and an amount with its unit. With the gap before it, and the punctuation behind it. */
const word = new RegExp(
  String.raw` *(?:${writtenTime}\S*|(?:under )?\d[\d.,]* (?:ms|s|min|h|days?|bytes|[KMGT]iB)(?!\w)\S*|[^ ]+)`,
  'g',
);

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
  // Columns of a table are more than one space apart.
  for (const [next] of text.slice(start.length).matchAll(word)) {
    if (line !== start && widthOf(line) + widthOf(next) > columns) {
      lines.push(line);
      line = margin + next.trimStart();
    } else line += next;
  }
  return [...lines, line].join('\n');
}

/** In columns; an East Asian character takes two, which is not counted here and only breaks a line later. */
export function widthOf(text: string): number {
  return [...text].length;
}
