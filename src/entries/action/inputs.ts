import { UserError } from '../../core/messages/errors.ts';
import { nearest } from '../../core/messages/nearest.ts';
import { operations } from '../../core/model/event.ts';
import { environmentNames, releaseSides } from '../../core/model/hop.ts';
import type { Invocation } from '../../core/model/invocation.ts';
import { backupPurposes } from '../../core/model/manifest.ts';
import { typedHop } from '../../steps/hop/hop-input.ts';

export interface ActionInputs {
  readonly invocation: Invocation;
  /** Whether the step adds to the job summary. */
  readonly summary: boolean;
  /** Undefined when the workflow gave none: then git's own credentials are all there is. */
  readonly token: string | undefined;
}

/**
 * Reads the action's inputs, once. An input that is empty was not given.
 * @param environment where the runner puts inputs: `INPUT_` and the name in capitals
 * @throws UserError for a value that is not accepted
 */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): ActionInputs {
  const text = (name: string): string | undefined => {
    const value = environment[`INPUT_${name.toUpperCase().replaceAll(' ', '_')}`]?.trim();
    return value === '' ? undefined : value;
  };
  const oneOf = <Word extends string>(name: string, words: readonly Word[]): Word | undefined => {
    const value = text(name);
    return value === undefined ? undefined : knownWord(name, value, words);
  };
  const command = text('command');
  if (command === undefined) throw missingCommand();
  const config = text('config');
  const target = text('target');
  const operation = oneOf('operation', operations);
  const current = text('current');
  const acts = oneOf('environment', environmentNames);
  const hop = hopOf(command, acts, text('hop'));
  const release = oneOf('release', releaseSides);
  const purpose = oneOf('purpose', backupPurposes);
  const budget = text('budget');
  const parts = (text('parts') ?? '').split(/[,\n]/).flatMap(trimmed);
  const retry = oneOf('retry', ['true', 'false']);
  const releases = text('releases');
  const path = text('path');
  const confirm = text('confirm');
  const reason = text('reason');
  const accept = text('accept');
  const output = text('output');
  const invocation: Invocation = {
    command,
    acknowledge: (text('acknowledge') ?? '').split(/[,\n]/).flatMap(trimmed),
    facts: (text('facts') ?? '').split(betweenFacts).flatMap(trimmed),
    ...(parts.length === 0 ? {} : { parts }),
    ...(config === undefined ? {} : { config }),
    ...(target === undefined ? {} : { target }),
    ...(operation === undefined ? {} : { operation }),
    ...(current === undefined ? {} : { current }),
    ...(acts === undefined ? {} : { environment: acts }),
    ...(hop === undefined ? {} : { hop }),
    ...(release === undefined ? {} : { release }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(budget === undefined ? {} : { budget }),
    ...(retry === 'true' ? { retry: true } : {}),
    ...(releases === undefined ? {} : { releases }),
    ...(path === undefined ? {} : { path }),
    ...(confirm === undefined ? {} : { confirm }),
    ...(reason === undefined ? {} : { reason }),
    ...(accept === undefined ? {} : { accept }),
    ...(output === undefined ? {} : { output }),
  };
  return Object.freeze({
    invocation: Object.freeze(invocation),
    summary: oneOf('summary', ['true', 'false']) !== 'false',
    token: text('token'),
  });
}

/** Where a person types the hop, it is an id; where a matrix hands it on, its JSON or an id. */
function hopOf(command: string, environment: string | undefined, hop: string | undefined): string | undefined {
  const isTyped = command === 'adopt' || (command === 'rollback' && environment !== 'staging');
  return hop === undefined || !isTyped ? hop : typedHop(hop);
}

function trimmed(text: string): string[] {
  const value = text.trim();
  return value === '' ? [] : [value];
}

function knownWord<Word extends string>(name: string, value: string, words: readonly Word[]): Word {
  const known = words.find((word) => word === value);
  if (known !== undefined) return known;
  const meant = nearest(value, words);
  throw new UserError({
    happened: `The input "${name}" is "${value}".`,
    means: `It must be ${listed(words)}. Nothing was done.`,
    next:
      meant === undefined
        ? `Correct "${name}:" of this step.`
        : `Did you mean "${meant}"? Correct "${name}:" of this step.`,
  });
}

function missingCommand(): UserError {
  return new UserError({
    happened: 'The input "command" is missing.',
    means: 'Nothing was done.',
    next: 'Say with "command:" what this step does, such as plan or check.',
  });
}

function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** A comma in a value separates nothing. */
const betweenFacts = /\n|,(?=\s*[^\s,=]+=)/;
