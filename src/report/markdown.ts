/** Text that is shown in Markdown as it is: no emphasis, links, HTML or mentions may come out of a message. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~#]/g, (character) => `\\${character}`)
    .replace(/@(?=\w)/g, '@\u200B');
}

/** A table of text cells; cells are escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
