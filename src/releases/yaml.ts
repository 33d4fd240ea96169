import { parseDocument } from 'yaml';

export type YamlReading =
  | { readonly kind: 'value'; readonly value: unknown }
  /** `reason` says what is wrong and where, in one line. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads YAML, and so JSON too. Never throws: neither for a mistake nor for aliases that would unfold without end. */
export function readYaml(text: string): YamlReading {
  const document = parseDocument(text, { prettyErrors: true, logLevel: 'error' });
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
