import { escapeMarkdown, markdownLink } from '../world/writing/markdown.ts';
import type { Block, Document, Item, Line, Span } from './document.ts';
import { spansOf } from './document.ts';

/** A draft of GitHub-flavoured Markdown; the pen writes it. Ends with a newline. */
export function markdownOf(document: Document): string {
  return `${document.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case 'paragraph':
      return lineText(block.text);
    case 'list':
      return block.items.map(itemText).join('\n');
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
      return [
        row(block.head.map(escapeMarkdown)),
        `|${block.head.map(() => '---').join('|')}|`,
        ...block.rows.map((cells) => row(cells.map(cellText))),
      ].join('\n');
    }
    case 'box':
      return `> [!${block.tone.toUpperCase()}]\n> ${lineText(block.text)}`;
    case 'diagram':
      return `\`\`\`mermaid\n${block.mermaid.replaceAll('`', "'")}\n\`\`\``;
    case 'folded':
      return `<details>\n<summary>${titleText(block.title)}</summary>\n\n${block.blocks.map(blockText).join('\n\n')}\n\n</details>`;
  }
}

/** It is inside a line of HTML, where Markdown is not interpreted. */
function titleText(title: string): string {
  return title.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function itemText({ text, ticked }: Item): string {
  const box = ticked === undefined ? '' : `[${ticked ? 'x' : ' '}] `;
  return `- ${box}${lineText(text)}`;
}

/** A pipe ends a cell even within code. */
function cellText(line: Line): string {
  return spansOf(line)
    .map((span) =>
      spanText(typeof span === 'object' && 'code' in span ? { code: span.code.replaceAll('|', '/') } : span),
    )
    .join('');
}

function lineText(line: Line): string {
  return spansOf(line).map(spanText).join('');
}

function spanText(span: Span): string {
  if (typeof span === 'string') return span === '' ? '' : escapeMarkdown(span);
  if ('strong' in span) return `**${escapeMarkdown(span.strong)}**`;
  if ('break' in span) return '<br>';
  // Only a backtick or a line break ends it.
  if ('code' in span) return `\`${span.code.replace(/[`\s]+/g, ' ')}\``;
  return markdownLink(escapeMarkdown(span.link), span.url);
}
