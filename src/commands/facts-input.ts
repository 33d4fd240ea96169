import { UserError } from '../errors.ts';
import type { Facts } from '../path/facts.ts';
import type { Invocation } from './invocation.ts';

/** `name=value`; true, false and whole numbers are read as such, as YAML would. */
export function factsOf({ facts }: Invocation): Facts {
  return Object.fromEntries(facts.map(factOf));
}

function factOf(text: string): [string, boolean | number | string] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new UserError({
      happened: `The fact "${text}" is not of the form name=value.`,
      means: 'No path was planned.',
      next: 'Write, for example, multiple-web-nodes=true.',
    });
  }
  return [name, value === 'true' ? true : value === 'false' ? false : /^\d+$/.test(value) ? Number(value) : value];
}
