import type { Masks } from '../secrets/masks.ts';
import { writtenHtml } from './html.ts';
import { writtenMarkdown } from './markdown.ts';
import { visible, withoutColours } from './visible.ts';

/**
 * The one way in which anything leaves this program for a person or a file. Whatever the medium, secrets are removed
 * first, then invisible characters are made visible, and only then is the text escaped: nothing recognizes a secret that was
 * escaped. Truncation comes last.
 */
export interface Pen {
  /** For the terminal, a file, and prose in the journal. */
  text(raw: string): string;
  /** For our own names and numbers: a text without spaces is kept even if a weak secret is the same word. */
  value(raw: string): string;
  /** For the log of a workflow, where a line may be taken for a command. */
  workflow(raw: string): string;
  /** @param draft Markdown with texts in it that went through `escapeMarkdown` */
  markdown(draft: string): string;
  /** @param draft HTML with texts in it that are marked as such; see report/document-html.ts */
  html(draft: string): string;
  /** JSON, each text in it redacted separately, so that a mask in the middle does not break the JSON. */
  json(value: unknown, indent?: number): string;
}

export function penWith(masks: Masks): Pen {
  const text = (raw: string): string => visible(masks.redact(withoutColours(raw)));
  const value = (raw: string): string => (/\s/.test(raw) ? text(raw) : visible(masks.redactStrong(raw)));
  return {
    text,
    value,
    workflow: (raw) => inert(text(raw)),
    markdown: (draft) => masks.redactStrong(writtenMarkdown(draft, text)),
    html: (draft) => masks.redactStrong(writtenHtml(draft, text)),
    json: (whole, indent) => JSON.stringify(mapTexts(whole, value), undefined, indent),
  };
}

/**
 * Output of a server or a script must not be taken for a command to the runner, which looks for `::` at the start of
 * a line (spaces aside) and for `##[` anywhere in it.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function inert(text: string): string {
  return text.replaceAll(/^([^\S\n]*)::/gm, '$1: :').replaceAll('##[', '## [');
}

/** Plain data with each text in it replaced, except the names of members. */
export function mapTexts(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, replace)]));
}
