/** Errors of the JSONata library, parsed without the schema library: the program that evaluates has to start fast. */
interface Thrown {
  readonly code?: unknown;
  readonly exp?: unknown;
  readonly message?: unknown;
  readonly position?: unknown;
  readonly value?: unknown;
  readonly value2?: unknown;
}

function thrownAs(error: unknown): Thrown {
  return typeof error === 'object' && error !== null ? error : {};
}

/** What is wrong with an expression that cannot be parsed: `Expected ")", got "]" at character 7`. */
export function mistakeOf(error: unknown): string {
  if (error instanceof RangeError) return 'it is nested too deeply';
  const { message } = thrownAs(error);
  return `${typeof message === 'string' ? message.replace(/\.$/, '') : 'it cannot be read'}${placeOf(error)}`;
}

export function placeOf(error: unknown): string {
  const { position } = thrownAs(error);
  return typeof position === 'number' ? ` at character ${position}` : '';
}

/** What an expression reports itself: its `$error` and `$assert`. */
const ofItself = ['D3137', 'D3141'];

/** Messages quote the value that did not fit, which may be a patient's. */
export function why(error: unknown, expression: string): string {
  if (error instanceof RangeError) return 'it recurses too deeply, or produces too much';
  const { code, message, value, value2, exp } = thrownAs(error);
  // Those of the language itself quote values without marking them.
  if (typeof message !== 'string' || typeof code !== 'string') return 'it does not fit what was answered';
  if (ofItself.includes(code)) return expression.includes(message) ? message : 'it ended with its own error';
  const quoted = [value, value2, exp].flatMap((each) =>
    each === undefined ? [] : [JSON.stringify(each) ?? '', String(each)],
  );
  return quoted
    .filter((text) => text.length > 0)
    .reduce((shown, text) => shown.replaceAll(text, '…'), message)
    .replace(/\.$/, '');
}
