import { inputs } from '../core/interface/inputs.ts';
import { UserError } from '../core/messages/errors.ts';
import { type InitOptions, initInputs } from './options.ts';

/** Line breaks and everything else that is not shown as it is, such as characters that change the direction of writing. */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/**
 * A value that is written into a workflow ends up in a line that people review: it must be exactly what is shown.
 * @param name the flag, or the question
 * @throws UserError
 */
export function refuseHidden(name: string, value: string): void {
  const found = hidden.exec(value)?.[0];
  if (found === undefined) return;
  const isBreak = /[\n\r\u2028\u2029\u0085]/.test(found);
  const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  throw new UserError({
    happened: `${name} has ${isBreak ? 'a line break' : `the control character U+${code}`} in it: ${shown(value)}.`,
    means: 'It would add something to the files that no review shows. Nothing was written.',
    next: 'Write the value again, on one line.',
  });
}

function shown(value: string): string {
  const escaped = (text: string): string => `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replaceAll(new RegExp(hidden, 'gu'), escaped);
}

/** @throws UserError for the first flag whose value contains characters that are not shown as they are */
export function refuseHiddenFlags(options: InitOptions): void {
  for (const name of initInputs) {
    const [flag = ''] = inputs[name].option?.flags.split(' ') ?? [];
    const value = options[name];
    for (const text of Array.isArray(value) ? value : [value]) if (typeof text === 'string') refuseHidden(flag, text);
  }
}

/**
 * An expression in a label would be evaluated for each run: whoever can set what it reads would choose the machine.
 * @throws UserError
 */
export function refuseExpressions(name: string, labels: readonly string[]): void {
  const label = labels.find((each) => each.includes('${'));
  if (label === undefined) return;
  throw new UserError({
    happened: `${name} has an expression as a label: "${label}".`,
    means:
      'It would be evaluated for each run, so the workflow would not say which machine gets the credentials. Nothing was written.',
    next: `Write the label itself, such as ${name} self-hosted,production.`,
  });
}

/** A flag whose value is not accepted. @param why the reason, with a form that is accepted */
export function mistakenFlag(flag: string, value: string, why: string): UserError {
  return new UserError({ happened: `${flag} is "${value}".`, means: 'Nothing was written.', next: why });
}
