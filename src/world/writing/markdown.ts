import { asItIs, writtenDraft } from './draft.ts';
import { visible } from './visible.ts';

/**
 * Text that is shown literally in Markdown: a message must not produce emphasis, links, HTML or mentions. An address in
 * it still becomes a link.
 * @returns a part of a draft, which `writtenMarkdown` escapes
 */
export function escapeMarkdown(text: string): string {
  return asItIs(text);
}

/** A link with a text of ours; whatever the address contains, it ends where the link ends. */
export function markdownLink(text: string, url: string): string {
  return `[${text}](${url.replace(/[\s()<>[\]\\`|"']/g, (character) => `%${hex(character)}`)})`;
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0');
}

/** A table of text cells; cells are escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** @param plain makes text from elsewhere safe to show, before it is escaped */
export function writtenMarkdown(draft: string, plain: (text: string) => string): string {
  return writtenDraft(draft, (text) => shownAsItIs(plain(text)), visible);
}

function shownAsItIs(text: string): string {
  const parts = text.replace(/\s+/g, ' ').split(address);
  return parts.map((part, index) => (index % 2 === 1 ? `<${part}>` : escaped(part))).join('');
}

/** With a character that would be escaped: within an address the backslash would become part of it. */
const address = /(https?:\/\/[\w.~:/?#@!$&'()+,;=%-]*[_~#][\w.~:/?#@!$&'()+,;=%-]*[\w/])/;

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~#]/g, (character) => `\\${character}`).replace(/@(?=\w)/g, '@\u200B');
}
