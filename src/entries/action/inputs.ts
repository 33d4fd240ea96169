import { type Accepted, textsIn } from '../../core/interface/input.ts';
import { type Given, type InputName, inputNames, inputs, readGiven, stepInputs } from '../../core/interface/inputs.ts';
import { UserError } from '../../core/messages/errors.ts';
import { typedHop } from '../../steps/hop/typed-hop.ts';

export interface ActionInputs {
  readonly command: string;
  readonly given: Given;
  /** Whether the step adds to the job summary. */
  readonly summary: boolean;
  /** Undefined if the workflow gave none: then only git's own credentials are available. */
  readonly token: string | undefined;
}

/**
 * Reads the action's inputs, once. An empty input counts as not given.
 * @param environment where the runner puts inputs: `INPUT_` and the name in capitals
 * @throws UserError for a value that is not accepted
 */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): ActionInputs {
  const textOf = (name: string): string | undefined => {
    const value = environment[`INPUT_${name.toUpperCase().replaceAll(' ', '_')}`]?.trim();
    return value === '' ? undefined : value;
  };
  const command = textOf('command');
  if (command === undefined) throw missingCommand();
  const ofAction = inputNames.filter((name) => inputs[name].action !== undefined);
  const given = readGiven(
    ofAction,
    (name) => {
      const text = textOf(name);
      return text === undefined ? [] : textsIn(text, inputs[name]);
    },
    notAccepted,
  );
  if (given.hop !== undefined && isTyped(command, given)) typedHop(given.hop);
  return Object.freeze({
    command,
    given,
    summary: summaryWanted(textOf('summary')),
    token: textOf('token'),
  });
}

/** Typed by a person, the hop is an id; passed on by a matrix, it is JSON or an id. */
function isTyped(command: string, { environment }: Given): boolean {
  return command === 'adopt' || (command === 'rollback' && environment !== 'staging');
}

function summaryWanted(value: string | undefined): boolean {
  if (value === undefined) return true;
  const accepted = stepInputs.summary.read([value]);
  return accepted.kind === 'value' ? accepted.value : notAccepted('summary', accepted);
}

function notAccepted(
  name: InputName | keyof typeof stepInputs,
  { text, accepted, meant }: Extract<Accepted<unknown>, { kind: 'wrong' }>,
): never {
  throw new UserError({
    happened: `The input "${name}" is "${text}".`,
    means: `It must be ${accepted}. Nothing was done.`,
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
