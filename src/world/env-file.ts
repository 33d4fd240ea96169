/** A line of an env file, in the parts that do not change with its value. */
const line =
  /^(?<before>\s*(?:export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*=\s*)(?<value>'[^']*'|"[^"]*"|[^\s#'"][^#]*?|)(?<after>\s+#.*|\s*)$/;

/** Sets a variable in the text of an env file. All other lines stay as they are; one that is missing is added at the end. */
export function withVariable(text: string, name: string, value: string): string {
  const lines = text.split('\n');
  let isThere = false;
  const changed = lines.map((each) => {
    const ending = each.endsWith('\r') ? '\r' : '';
    const groups = line.exec(ending === '' ? each : each.slice(0, -1))?.groups;
    if (groups?.name !== name) return each;
    isThere = true;
    return `${groups.before}${quoted(value, groups.value ?? '')}${groups.after}${ending}`;
  });
  if (isThere) return changed.join('\n');
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text === '' || text.endsWith('\n') ? text : `${text}${ending}`;
  return `${start}${name}=${quoted(value, '')}${ending}`;
}

/** In the same form as the previous value, if that is possible. */
function quoted(value: string, before: string): string {
  const isPlain = /^[A-Za-z0-9_.:/@+,=-]*$/.test(value);
  if (isPlain && before.startsWith('"')) return `"${value}"`;
  if (isPlain && !before.startsWith("'")) return value;
  if (!value.includes("'")) return `'${value}'`;
  return `"${value.replaceAll(/["\\$]/g, (character) => `\\${character}`)}"`;
}

/** The value of a variable, without its quotes; undefined if no line sets it. The last line counts. */
export function variableIn(text: string, name: string): string | undefined {
  const found = text
    .split('\n')
    .map((each) => line.exec(each.replace(/\r$/, ''))?.groups)
    .findLast((groups) => groups?.name === name);
  return found?.value?.replace(/^(["'])(?<inner>.*)\1$/s, '$<inner>');
}

/** Removes every line that sets a variable. */
export function withoutVariable(text: string, name: string): string {
  return text
    .split('\n')
    .filter((each) => line.exec(each.replace(/\r$/, ''))?.groups?.name !== name)
    .join('\n');
}
