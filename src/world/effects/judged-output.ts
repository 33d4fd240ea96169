import { normal as inOneLine, messageReader, textOf } from './wrapped-output.ts';

/** Texts that an output must contain, and texts that it must not. */
export interface OutputRules {
  readonly expect: readonly string[];
  readonly forbid: readonly string[];
}

/** Reads an output line by line, however long it is: a forbidden text may be far before its end. */
export interface OutputJudge {
  line(text: string, stream: string): void;
  /** Why the output is not as expected, as a phrase about `its output`; undefined if it is. */
  fault(): string | undefined;
}

/** A line of this length may have been broken inside a word by a program that wraps lines. */
const brokenFrom = 40;

export function outputJudge({ expect, forbid }: OutputRules): OutputJudge {
  const missing = new Map(expect.map((text) => [normal(text), text]));
  const forbidden = forbid.map((text) => [normal(text), text] as const);
  const longest = Math.max(0, ...[...expect, ...forbid].map((text) => text.length));
  const streams = new Map<string, { readonly window: Window; readonly messageOf: (line: string) => string }>();
  let found: string | undefined;
  return {
    line: (text, stream) => {
      const { window, messageOf } = streams.get(stream) ?? { window: emptyWindow, messageOf: messageReader() };
      let last = window;
      for (const part of text.split('\r')) {
        const seen = extended(last, textOf(part), longest);
        last = seen.window;
        const message = messageOf(part);
        const holds = (wanted: string): boolean => seen.readings.some((reading) => reading.includes(wanted));
        for (const wanted of missing.keys()) if (holds(wanted)) missing.delete(wanted);
        const forbiddenHere = forbidden.find(([wanted]) => holds(wanted));
        if (forbiddenHere !== undefined) found ??= saysForbidden(forbiddenHere[1], message);
      }
      streams.set(stream, { window: last, messageOf });
    },
    fault: () => {
      if (found !== undefined) return found;
      const [first] = missing.values();
      return first === undefined ? undefined : `its output does not say "${first}"`;
    },
  };
}

/** The end of what was read: once with spaces between the lines, once without, in case words were broken. */
interface Window {
  readonly spaced: string;
  readonly joined: string;
  readonly mayBeBroken: boolean;
}

const emptyWindow: Window = { spaced: '', joined: '', mayBeBroken: false };

function extended({ spaced, joined, mayBeBroken }: Window, part: string, longest: number) {
  const line = normal(part);
  const withSpace = `${spaced} ${line}`.trimStart();
  const unbroken = mayBeBroken ? `${joined}${line}` : `${joined} ${line}`.trimStart();
  const window: Window = {
    spaced: withSpace.slice(-longest),
    joined: unbroken.slice(-longest),
    mayBeBroken: part.trimEnd().length >= brokenFrom && !/[\s|\u2500-\u259f]$/.test(part),
  };
  return { window, readings: [withSpace, unbroken] };
}

/** A table that is drawn with plain characters has frames, too. */
function normal(text: string): string {
  return inOneLine(text.replaceAll('|', ' '));
}

function saysForbidden(text: string, line: string): string {
  return line === text || line === ''
    ? `its output says "${text}"`
    : `its output says "${text}": ${line.slice(0, 300)}`;
}
