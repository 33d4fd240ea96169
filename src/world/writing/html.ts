import { writtenDraft } from './draft.ts';
import { visible } from './visible.ts';

/** @param plain makes text from elsewhere safe to show, before it is escaped */
export function writtenHtml(draft: string, plain: (text: string) => string): string {
  return writtenDraft(draft, (text) => escaped(plain(text)), visible);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
