import { LineCounter, parseDocument } from 'yaml';
import { duplicateKeys } from './duplicate-keys.ts';
import { tooDeepAt } from './nesting.ts';

/** Far above what anybody publishes; what is larger is something else, and reading it would look like a hang. */
export const maxMegabytes = 64;

export type YamlReading =
  | { readonly kind: 'value'; readonly value: unknown }
  /** `reason` says what is wrong and where, in one line. */
  | { readonly kind: 'unreadable'; readonly reason: string };

const tooDeep: YamlReading = { kind: 'unreadable', reason: 'it is nested too deeply' };

/**
 * Reads YAML, and so JSON too. Never throws, whether for mistakes or for aliases that would expand without end.
 * @param scalars `texts` leaves every scalar a text: an unquoted 1.10 written by others must not become 1.1
 */
export function readYaml(text: string, scalars: 'typed' | 'texts' = 'typed'): YamlReading {
  const line = loneReturn(text);
  if (line !== undefined)
    return { kind: 'unreadable', reason: `line ${line} has a carriage return without a line feed` };
  if (text.length > maxMegabytes * 1024 * 1024) {
    return { kind: 'unreadable', reason: `it is larger than ${maxMegabytes} MiB` };
  }
  if (tooDeepAt(text) !== undefined) return tooDeep;
  const schema = scalars === 'texts' ? 'failsafe' : 'core';
  try {
    const lineCounter = new LineCounter();
    // The parser would determine the place of each of thousands of errors; only one is shown.
    const document = parseDocument(text, {
      prettyErrors: false,
      lineCounter,
      logLevel: 'error',
      uniqueKeys: false,
      schema,
    });
    const [error] = document.errors;
    const [duplicate] = duplicateKeys(document);
    const wrong =
      error !== undefined
        ? { at: error.pos[0], what: firstLine(error.message) }
        : duplicate !== undefined
          ? { at: duplicate, what: 'Map keys must be unique' }
          : undefined;
    if (wrong !== undefined) {
      const { line, col } = lineCounter.linePos(wrong.at);
      return { kind: 'unreadable', reason: `${wrong.what} at line ${line}, column ${col}` };
    }
    return { kind: 'value', value: document.toJS() };
  } catch (cause) {
    // The parser recurses; it gives up with this error on nesting that nobody wrote.
    if (cause instanceof RangeError) return tooDeep;
    return { kind: 'unreadable', reason: firstLine(cause instanceof Error ? cause.message : String(cause)) };
  }
}

/**
 * The line that has a carriage return without a following line feed. YAML allows such line ends, but the parser
 * does not, and it searches for the end of such a text again and again.
 */
export function loneReturn(text: string): number | undefined {
  const at = text.search(/\r(?!\n)/);
  return at === -1 ? undefined : text.slice(0, at).split('\n').length;
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? text).replace(/:$/, '');
}
