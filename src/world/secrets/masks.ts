import { type FormIndex, type FormSpan, formIndex } from './form-index.ts';
import { formsOf, type SecretStrength, weakestOf } from './secret-forms.ts';

/** Remembers what is secret, tells the runner, and removes it from texts. */
export interface Masks {
  /** Returns how well the weakest of the value and the password in it is masked: short values and words only as whole words. */
  add(value: string): SecretStrength;
  redact(text: string): string;
  /** The same except short secrets and words: for our own names and numbers, which may be such a word by chance. */
  redactStrong(text: string): string;
}

const mask = '***';

/** @param addRunnerMask called once for each text that the runner must not show */
export function masks(addRunnerMask: (secret: string) => void): Masks {
  const sentToRunner = new Set<string>();
  const known = new Set<string>();
  const words = new Set<string>();
  const anywhere = formIndex();
  const redactStrong = (text: string): string => withoutSpans(text, joined(strongSpans(anywhere, text)));
  return {
    add: (value) => {
      const strength = weakestOf(value);
      if (known.has(value)) return strength;
      known.add(value);
      const forms = formsOf(value);
      for (const form of forms.anywhere) anywhere.add(form);
      for (const form of forms.words) words.add(form);
      for (const form of forms.forRunner) {
        if (sentToRunner.has(form)) continue;
        sentToRunner.add(form);
        addRunnerMask(form);
      }
      return strength;
    },
    redactStrong,
    redact: (text) => {
      const spans = [...strongSpans(anywhere, text), ...[...words].flatMap((word) => wordSpans(word, text))];
      return withoutSpans(text, joined(spans));
    },
  };
}

/** Also if tools have broken the line within it, as they do with base64 and with long texts. */
function strongSpans(index: FormIndex, text: string): FormSpan[] {
  const spans = index.find(text);
  const breaks = lineBreaks.filter((each) => text.search(each) !== -1);
  return [
    ...spans,
    ...breaks.flatMap((each) => {
      const squeezed = without(each, text);
      return index.find(squeezed.text).map(({ start, end }) => ({
        start: squeezed.placeOf(start),
        end: squeezed.placeOf(end - 1) + 1,
      }));
    }),
  ];
}

const lineBreaks = [
  // Their escaped forms as well, with the indentation of the next line.
  /(?:\r\n|[\r\n]|\\[rn])+[ \t]*/g,
  // In quoted-printable, behind a sign that belongs to the break.
  /=\r?\n/g,
];

function without(breaks: RegExp, text: string): { readonly text: string; placeOf(at: number): number } {
  const starts: number[] = [];
  const places: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let last = 0;
  const keep = (start: number, end: number): void => {
    if (start === end) return;
    starts.push(length);
    places.push(start);
    parts.push(text.slice(start, end));
    length += end - start;
  };
  for (const { index, 0: found } of text.matchAll(breaks)) {
    keep(last, index);
    last = index + found.length;
  }
  keep(last, text.length);
  return {
    text: parts.join(''),
    placeOf: (at) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return (places[low] ?? 0) + at - (starts[low] ?? 0);
    },
  };
}

const wordCharacter = /[\p{L}\p{N}_-]/u;

function wordSpans(word: string, text: string): FormSpan[] {
  const spans: FormSpan[] = [];
  const isOpen = (inside: string, outside: string): boolean =>
    wordCharacter.test(inside) && wordCharacter.test(outside);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (isOpen(word.charAt(0), text.charAt(at - 1)) || isOpen(word.charAt(word.length - 1), text.charAt(end))) continue;
    spans.push({ start: at, end });
  }
  return spans;
}

function joined(spans: readonly FormSpan[]): FormSpan[] {
  const all: FormSpan[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last !== undefined && span.start < last.end)
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else all.push(span);
  }
  return all;
}

function withoutSpans(text: string, spans: readonly FormSpan[]): string {
  if (spans.length === 0) return text;
  let from = 0;
  const kept = spans.map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return before + mask;
  });
  return kept.join('') + text.slice(from);
}
