import { InvalidArgumentError, Option } from 'commander';
import { type Input, textsIn } from '../../core/interface/input.ts';
import { type Given, type InputName, inputs, readGiven } from '../../core/interface/inputs.ts';
import { isHopId } from '../../core/model/hop.ts';

/** An input as an option of commander; undefined for inputs that only a workflow can give. */
export function optionOf(name: InputName): Option | undefined {
  const input = inputs[name];
  if (input.option === undefined) return undefined;
  const option = new Option(input.option.flags, input.option.description);
  switch (input.form.kind) {
    case 'word':
      return option.choices(input.form.words);
    case 'list':
      return option.argParser((value, before: readonly string[] = []) => [...before, ...textsIn(value, input)]);
    case 'duration':
      return option.argParser((value) => acceptedText(input, value));
    default:
      return name === 'hop' ? option.argParser(hopIdText) : option;
  }
}

/** What commander has parsed, in the form that both entries pass on. */
export function givenFrom(names: readonly InputName[], parsed: Readonly<Record<string, unknown>>): Given {
  const textsOf = (name: InputName): readonly string[] => {
    const value = parsed[optionOf(name)?.attributeName() ?? name];
    if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
    if (value === true) return ['true'];
    return typeof value === 'string' && value !== '' ? [value] : [];
  };
  return readGiven(names, textsOf, (name, { text }) => {
    throw new Error(`commander let "${text}" through for ${name}`);
  });
}

function hopIdText(value: string): string {
  if (!isHopId(value)) throw new InvalidArgumentError('Write the id of a planned hop, such as 1.0.2--1.1.4.');
  return value;
}

function acceptedText(input: Input<unknown>, value: string): string {
  const accepted = input.read([value]);
  if (accepted.kind === 'wrong') throw new InvalidArgumentError(`Write ${accepted.accepted}.`);
  return value;
}
