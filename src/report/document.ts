/**
 * What a report says, apart from how it is shown: the same document becomes the Markdown of a job summary and the HTML
 * of a file. A string is text that is shown as it is, whoever wrote it.
 */
export type Document = readonly Block[];

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Line }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: 'box'; readonly tone: Tone; readonly text: Line }
  /** Shown if the medium can draw it; whatever it shows is said in words as well. */
  | { readonly kind: 'diagram'; readonly mermaid: string }
  /** Shown when a person asks for it, and in print. */
  | { readonly kind: 'folded'; readonly title: string; readonly blocks: Document };

export type Tone = 'note' | 'warning' | 'caution';

export type Line = Span | readonly Span[];

export type Span =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  | { readonly link: string; readonly url: string }
  /** What follows starts on a new line. */
  | { readonly break: true };

export interface Item {
  readonly text: Line;
  /** Of something to do. */
  readonly ticked?: boolean;
}

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(...text: readonly Span[]): Block {
  return { kind: 'paragraph', text };
}

export function list(items: readonly (Item | Line)[]): Document {
  if (items.length === 0) return [];
  return [{ kind: 'list', items: items.map((item) => (isItem(item) ? item : { text: item })) }];
}

/** Nothing, if it is empty. */
export function folded(title: string, blocks: Document): Document {
  return blocks.length === 0 ? [] : [{ kind: 'folded', title, blocks }];
}

/** A heading and what is below it; nothing, if there is nothing below it. */
export function section(title: string, blocks: Document): Document {
  return blocks.length === 0 ? [] : [heading(3, title), ...blocks];
}

export function table(head: readonly string[], rows: readonly (readonly Line[])[]): Document {
  return rows.length === 0 ? [] : [{ kind: 'table', head, rows }];
}

export function spansOf(line: Line): readonly Span[] {
  return isSpans(line) ? line : [line];
}

function isSpans(line: Line): line is readonly Span[] {
  return Array.isArray(line);
}

function isItem(item: Item | Line): item is Item {
  return typeof item === 'object' && 'text' in item;
}
