import { parseDocument } from 'yaml';

export type YamlReading =
  | { readonly kind: 'value'; readonly value: unknown }
  /** `reason` says what is wrong and where, in one line. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Reads YAML, and so JSON too. Never throws: neither for a mistake nor for aliases that would unfold without end.
 * @param scalars `texts` leaves every scalar a text: where others wrote 1.10 without quotes, it must not become 1.1
 */
export function readYaml(text: string, scalars: 'typed' | 'texts' = 'typed'): YamlReading {
  const schema = scalars === 'texts' ? 'failsafe' : 'core';
  const document = parseDocument(text, { prettyErrors: true, logLevel: 'error', schema });
  const [error] = document.errors;
  if (error !== undefined) return { kind: 'unreadable', reason: firstLine(error.message) };
  try {
    return { kind: 'value', value: document.toJS() };
  } catch (cause) {
    return { kind: 'unreadable', reason: firstLine(cause instanceof Error ? cause.message : String(cause)) };
  }
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? text).replace(/:$/, '');
}
