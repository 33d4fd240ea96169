/**
 * Text that is shown in Markdown as it is: no emphasis, links, HTML or mentions may come out of a message. An address in
 * it stays one that can be followed.
 */
export function escapeMarkdown(text: string): string {
  const parts = text.replace(/\s+/g, ' ').split(address);
  return parts.map((part, index) => (index % 2 === 1 ? `<${part}>` : escaped(part))).join('');
}

/** With a character that would be escaped: within an address the backslash would become a part of it. */
const address = /(https?:\/\/[\w.~:/?#@!$&'()+,;=%-]*[_~#][\w.~:/?#@!$&'()+,;=%-]*[\w/])/;

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~#]/g, (character) => `\\${character}`).replace(/@(?=\w)/g, '@\u200B');
}

/** A table of text cells; cells are escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
