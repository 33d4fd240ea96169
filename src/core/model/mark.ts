/**
 * What `mark-disposable` has put on a data store, where no backup includes it: a store with it may be emptied.
 * It counts only if the journal has recorded it for this very store; see core/decisions/may-be-emptied.ts.
 */
export type Mark =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'disposable';
      readonly id: string;
      /** The installation that it was marked for. */
      readonly system: string;
      /** Something that only the marked store has: copied elsewhere, the mark reads with another one. */
      readonly tiedTo: string;
      /** Where it is kept, for messages: `the comment on the database "records"`. */
      readonly place: string;
    }
  /** Something is there that is not exactly one complete mark. */
  | { readonly kind: 'unclear'; readonly reason: string; readonly place: string };

export type MarkKeeping = Pick<Extract<Mark, { kind: 'disposable' }>, 'tiedTo' | 'place'>;

/** A mark to be put on a store. */
export interface NewMark {
  readonly id: string;
  readonly system: string;
}

const whole = /\[staged-upgrade disposable (?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (?<system>[^\s\]]+)\]/g;
const anything = /\[staged-upgrade disposable[^\]]*\]?/g;

/** The text that a store keeps, e.g. in a comment beside other words. */
export function markText({ id, system }: NewMark): string {
  return `[staged-upgrade disposable ${id} ${system}]`;
}

/** @param text everything that is stored in the place of the mark */
export function markIn(text: string, { tiedTo, place }: MarkKeeping): Mark {
  const found = [...text.matchAll(anything)];
  if (found.length === 0) return { kind: 'none' };
  if (found.length > 1) return { kind: 'unclear', reason: `it contains ${found.length} marks`, place };
  const [only] = [...text.matchAll(whole)];
  const { id, system } = only?.groups ?? {};
  if (id === undefined || system === undefined) return { kind: 'unclear', reason: 'its mark cannot be read', place };
  return { kind: 'disposable', id, system, tiedTo, place };
}

/** The same text without any mark. */
export function withoutMarks(text: string): string {
  return text.replace(anything, '').replace(/ {2,}/g, ' ').trim();
}
