import { asItIs } from '../world/writing/draft.ts';
import { type Block, type Document, type Item, type Line, type Span, spansOf } from './document.ts';

/**
 * A draft of HTML in which every text is marked; the pen escapes each.
 * @param top the level that its highest heading becomes
 */
export function htmlOf(document: Document, top: number): string {
  const levels = document.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  return blocksHtml(document, Math.min(...levels, 3) - top);
}

function blocksHtml(document: Document, above: number): string {
  return document.map((block) => blockHtml(block, above)).join('\n');
}

function blockHtml(block: Block, above: number): string {
  switch (block.kind) {
    case 'heading': {
      const level = block.level - above;
      return `<h${level}>${asItIs(block.text)}</h${level}>`;
    }
    case 'paragraph':
      return `<p${mood(block.text)}>${lineHtml(block.text)}</p>`;
    case 'list': {
      const isToDo = block.items.some(({ ticked }) => ticked !== undefined);
      return `<ul${isToDo ? ' class="to-do"' : ''}>\n${block.items.map(itemHtml).join('\n')}\n</ul>`;
    }
    case 'table':
      return tableHtml(block.head, block.rows);
    case 'box':
      return `<p class="box ${block.tone}" role="note">${lineHtml(block.text)}</p>`;
    case 'diagram':
      return '';
    case 'folded':
      return `<details>\n<summary>${asItIs(block.title)}</summary>\n${blocksHtml(block.blocks, above)}\n</details>`;
  }
}

/** A wide table scrolls by itself, also by the keyboard, and never the page. */
function tableHtml(head: readonly string[], rows: readonly (readonly Line[])[]): string {
  const name = asItIs(head.filter((cell) => cell !== '').join(', '));
  return [
    `<section class="scroll" tabindex="0" aria-label="${name}">`,
    '<table>',
    `<thead><tr>${head.map((cell) => `<th scope="col">${asItIs(cell)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((cells) => `<tr>${cells.map((cell, column) => cellHtml(cell, column)).join('')}</tr>`),
    '</tbody>',
    '</table>',
    '</section>',
  ].join('\n');
}

function cellHtml(line: Line, column: number): string {
  const text = lineHtml(line);
  const classes = [moodOf(line), isShort(line) ? 'short' : ''].filter((name) => name !== '');
  const named = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  return column === 0 ? `<th scope="row"${named}>${text}</th>` : `<td${named}>${text}</td>`;
}

/** Too short to be broken over two lines: a time, a duration, a hop. */
function isShort(line: Line): boolean {
  const lengths = spansOf(line).map(
    (span) => (typeof span === 'string' ? span : 'strong' in span ? span.strong : '').length,
  );
  return lengths.reduce((sum, length) => sum + length, 0) <= 16;
}

function itemHtml({ text, ticked }: Item): string {
  if (ticked === undefined) return `<li>${lineHtml(text)}</li>`;
  return `<li><span class="box-of-list">${ticked ? '☑' : '☐'}</span> ${lineHtml(text)}</li>`;
}

function mood(line: Line): string {
  const name = moodOf(line);
  return name === '' ? '' : ` class="${name}"`;
}

/** Colour is never the only difference: the sign stays. */
function moodOf(line: Line): 'good' | 'bad' | '' {
  const [first] = spansOf(line);
  if (typeof first !== 'string') return '';
  if (first.startsWith('✔')) return 'good';
  return first.startsWith('✘') ? 'bad' : '';
}

function lineHtml(line: Line): string {
  return spansOf(line).map(spanHtml).join('');
}

function spanHtml(span: Span): string {
  if (typeof span === 'string') return asItIs(span);
  if ('strong' in span) return `<strong>${asItIs(span.strong)}</strong>`;
  if ('break' in span) return '<br>';
  if ('code' in span) return `<code>${asItIs(span.code)}</code>`;
  // Whoever wrote the address: only one that a browser opens as a page becomes a link.
  if (!/^https?:\/\//i.test(span.url)) return asItIs(`${span.link}: ${span.url}`);
  return `<a href="${asItIs(span.url)}" rel="noreferrer">${asItIs(span.link)}</a>`;
}
