import { nearest } from '../messages/nearest.ts';
import { parseDuration } from '../settings/duration-text.ts';

/** One thing that a command accepts: from a workflow step, from a terminal option, or from either. */
export interface Input<Value> {
  /** Its entry in action.yml; undefined for terminal options only. */
  readonly action?: ActionInput;
  /** How it is written in a terminal; undefined for workflow inputs only. */
  readonly option?: OptionText;
  readonly form: Form;
  /** @param texts the given texts: one, or one for each time the option was given */
  read(texts: readonly string[]): Accepted<Value>;
}

export interface ActionInput {
  /** A sentence. */
  readonly description: string;
  readonly required?: true;
  readonly default?: string;
}

export interface OptionText {
  /** As commander reads it: `--part <name=version>`. */
  readonly flags: string;
  readonly description: string;
}

export type Form =
  | { readonly kind: 'text' | 'flag' | 'duration' }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  /** @param separator what separates values that are written in one text */
  | { readonly kind: 'list'; readonly separator: RegExp };

export type Accepted<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | {
      readonly kind: 'wrong';
      readonly text: string;
      /** What it must be, to follow "It must be": `"true" or "false"`. */
      readonly accepted: string;
      /** The accepted value that is closest to what was given. */
      readonly meant?: string;
    };

/** Where an input is given. */
interface Places {
  readonly action?: ActionInput | string;
  readonly option?: readonly [flags: string, description: string];
}

export function text(places: Places): Input<string> {
  return {
    ...placed(places),
    form: { kind: 'text' },
    read: ([value = '']) => ({ kind: 'value', value }),
  };
}

export function word<Word extends string>(words: readonly Word[], places: Places): Input<Word> {
  return {
    ...placed(places),
    form: { kind: 'word', words },
    read: ([given = '']) => oneOf(given, words),
  };
}

/** True or false in a workflow; present or absent in a terminal. */
export function flag(places: Places): Input<boolean> {
  return {
    ...placed(places),
    form: { kind: 'flag' },
    read: ([given = '']) => {
      const choice = oneOf(given, ['true', 'false']);
      return choice.kind === 'value' ? { kind: 'value', value: choice.value === 'true' } : choice;
    },
  };
}

export function list(places: Places, separator: RegExp = /[,\n]/): Input<readonly string[]> {
  return {
    ...placed(places),
    form: { kind: 'list', separator },
    read: (value) => ({ kind: 'value', value }),
  };
}

/** A list from one text, either of a workflow or of an option. */
export function textsIn(written: string, { form }: Pick<Input<unknown>, 'form'>): readonly string[] {
  if (form.kind !== 'list') return [written];
  return written
    .split(form.separator)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Milliseconds. */
export function duration(places: Places): Input<number> {
  return {
    ...placed(places),
    form: { kind: 'duration' },
    read: ([given = '']) => {
      const value = parseDuration(given);
      return value === undefined
        ? { kind: 'wrong', text: given, accepted: 'a whole number and s, m, h or d: 90s, 15m, 5h, 7d' }
        : { kind: 'value', value };
    },
  };
}

function placed({ action, option }: Places): Pick<Input<unknown>, 'action' | 'option'> {
  return {
    ...(action === undefined ? {} : { action: typeof action === 'string' ? { description: action } : action }),
    ...(option === undefined ? {} : { option: { flags: option[0], description: option[1] } }),
  };
}

function oneOf<Word extends string>(given: string, words: readonly Word[]): Accepted<Word> {
  const value = words.find((each) => each === given);
  if (value !== undefined) return { kind: 'value', value };
  const meant = nearest(given, words);
  return { kind: 'wrong', text: given, accepted: listed(words), ...(meant === undefined ? {} : { meant }) };
}

function listed(words: readonly string[]): string {
  const quoted = words.map((each) => `"${each}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
