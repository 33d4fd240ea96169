import type { Masks } from '../secrets/masks.ts';
import { writtenHtml } from './html.ts';
import { writtenMarkdown } from './markdown.ts';
import { visible, withoutColours } from './visible.ts';

/**
 * The one way in which anything leaves this program for a person or a file. Whatever the medium, a secret is taken out
 * first, then what cannot be seen is made visible, and only then is the text escaped: an escaped secret is found by
 * nobody. What is to be cut is cut after that.
 */
export interface Pen {
  /** For the terminal, a file, and prose in the journal. */
  text(raw: string): string;
  /** For a name or a number of ours: what has no blank in it is kept although a weak secret is the same word. */
  value(raw: string): string;
  /** For the log of a workflow, where a line may be taken for a command. */
  workflow(raw: string): string;
  /** @param draft Markdown with texts in it that went through `escapeMarkdown` */
  markdown(draft: string): string;
  /** @param draft HTML with texts in it that are marked as such; see report/document-html.ts */
  html(draft: string): string;
  /** JSON, each text in it taken by itself: a mask in the middle must not make it something else. */
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
 * What a server or a script prints must not be taken for a command to the runner, which looks for `::` at the start of
 * a line (spaces aside) and for `##[` anywhere in it.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function inert(text: string): string {
  return text.replaceAll(/^([^\S\n]*)::/gm, '$1: :').replaceAll('##[', '## [');
}

/** Plain data with each text in it, names of members aside, replaced. */
export function mapTexts(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, replace)]));
}
