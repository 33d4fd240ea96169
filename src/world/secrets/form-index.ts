/** Where a text contains one of many forms; `end` is exclusive. */
export interface FormSpan {
  readonly start: number;
  readonly end: number;
}

/** Finds thousands of forms in one pass, ignoring case. */
export interface FormIndex {
  add(form: string): void;
  /** Every match, in order; overlapping ones are merged: a secret that begins inside another leaves no rest behind. */
  find(text: string): FormSpan[];
}

/** Every form is at least this long. */
const prefix = 8;
const slots = 1 << 20;

export function formIndex(): FormIndex {
  /** The longest first. */
  const bySlot = new Map<number, string[]>();
  const taken = new Uint8Array(slots);
  return {
    add: (form) => {
      if (form.length < prefix) throw new Error(`a form of ${form.length} characters is too short to be searched for`);
      const folded = lower(form);
      const slot = slotAt(folded, 0);
      const forms = bySlot.get(slot) ?? [];
      if (forms.includes(folded)) return;
      bySlot.set(
        slot,
        [...forms, folded].toSorted((one, other) => other.length - one.length),
      );
      taken[slot] = 1;
    },
    find: (text) => {
      const folded = lower(text);
      const spans: FormSpan[] = [];
      let open: { start: number; end: number } | undefined;
      for (let at = 0; at + prefix <= folded.length; at++) {
        const slot = slotAt(folded, at);
        if (taken[slot] === 0) continue;
        const found = bySlot.get(slot)?.find((form) => folded.startsWith(form, at));
        if (found === undefined) continue;
        const end = at + found.length;
        if (open !== undefined && at < open.end) open.end = Math.max(open.end, end);
        else {
          open = { start: at, end };
          spans.push(open);
        }
      }
      return spans;
    },
  };
}

function slotAt(text: string, at: number): number {
  let hash = 0;
  for (let place = at; place < at + prefix; place++) hash = (Math.imul(hash, 31) + text.charCodeAt(place)) | 0;
  return (hash ^ (hash >>> 12)) & (slots - 1);
}

/** Keeps all positions: the lower-case forms of some characters have another length. */
function lower(text: string): string {
  const folded = text.toLowerCase();
  return folded.length === text.length ? folded : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
