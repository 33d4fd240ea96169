/** Broken at spaces, so that a terminal breaks no word; what is longer than a line stays whole, to be copied. */
export function wrapped(text: string, columns: number | undefined): string {
  if (columns === undefined || columns < 1) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && [...line].length + 1 + [...word].length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
