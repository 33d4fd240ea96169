/** Lines, each indented by `spaces`; empty lines stay empty. */
export function indent(spaces: number, lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(spaces) + line));
}

/** A text as a YAML scalar: plain if YAML reads it back as the same text, otherwise in double quotes. */
export function scalar(text: string): string {
  const plain =
    /^[A-Za-z0-9_./$]/.test(text) &&
    !/: |:$| #|[\n"\\]|\s$/.test(text) &&
    !/^(true|false|null|yes|no|on|off|~|[\d.]+(e\d+)?|0x[\da-f]+)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

/** `key: value` lines of a mapping. */
export function mapping(entries: readonly (readonly [key: string, value: string])[]): string[] {
  return entries.map(([key, value]) => `${key}: ${scalar(value)}`);
}

/** A list on one line; a list of one is written as its only member if GitHub accepts that. */
export function labels(list: readonly string[]): string {
  const only = list.length === 1 ? list[0] : undefined;
  return only === undefined ? `[${list.map(flowScalar).join(', ')}]` : scalar(only);
}

/** A scalar inside `[ ]` or `{ }`. */
export function flowScalar(text: string): string {
  return /[,[\]{}]/.test(text) ? JSON.stringify(text) : scalar(text);
}
