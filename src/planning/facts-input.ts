import { UserError } from '../core/messages/errors.ts';
import { acceptedForms, type FactType, type FactValue, readFact } from '../core/path/graph/fact-values.ts';
import type { Facts } from '../core/path/graph/facts.ts';
import { factTypesIn } from '../core/path/rules.ts';
import { hasVersions, type ProductDefinition } from '../products/definition.ts';
import type { PlanInput } from './plan-input.ts';

/** `name=value`, as a command or an input gives it. */
export function factsOf({ facts = [] }: Pick<PlanInput, 'facts'>): Facts {
  return Object.fromEntries(facts.map(factOf));
}

function factOf(text: string): [string, string] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new UserError({
      happened: `The fact "${text}" is not of the form name=value.`,
      means: 'No path was planned.',
      next: 'Write, for example, multiple-web-nodes=true.',
    });
  }
  return [name.trim(), value.trim()];
}

/**
 * The same facts, each parsed as the type that the product declares for it, or that its rules compare it with.
 * @throws UserError for a value that does not parse: anything else would be a guess
 */
export function readableFacts(facts: Facts, product: ProductDefinition): Facts {
  if (!hasVersions(product)) return facts;
  const { path, facts: declared = {} } = product;
  const types = factTypesIn(path);
  for (const [name, value] of Object.entries(facts)) {
    const own = Object.hasOwn(declared, name) ? declared[name] : undefined;
    for (const type of own === undefined ? (types.get(name) ?? []) : [own.type])
      checkFact(name, value, type, own?.values);
  }
  return facts;
}

/** What a person is asked about facts that nobody has given, in sentences. */
export function factQuestions(names: readonly string[], product: ProductDefinition): string[] {
  if (!hasVersions(product)) return [];
  const { path, facts: declared = {} } = product;
  const types = factTypesIn(path);
  return names.map((name) => {
    const own = Object.hasOwn(declared, name) ? declared[name] : undefined;
    const type = own?.type ?? types.get(name)?.[0] ?? 'text';
    const asked = own === undefined ? '' : ` ${own.question}${own.url === undefined ? '' : ` (${own.url})`}`;
    const forms = own?.values?.join(', ') ?? acceptedForms[type];
    return `The fact "${name}" is not known, so what depends on it counts.${asked} Set it under "facts", or with --facts ${name}=VALUE: ${forms}.`;
  });
}

function checkFact(name: string, value: FactValue, type: FactType, words: readonly string[] | undefined): void {
  const reading = readFact(value, type);
  const isOther =
    reading.kind === 'text' &&
    words !== undefined &&
    !words.some((word) => word.trim().toLowerCase() === reading.value);
  if (reading.kind !== 'unreadable' && !isOther) return;
  const accepted = type === 'text' && words !== undefined ? words.join(', ') : acceptedForms[type];
  throw new UserError({
    happened: `The fact "${name}" is ${JSON.stringify(String(value))}, which is not ${isOther ? 'one of its values' : `a ${type}`}.`,
    means: 'Rules depend on it, so no path was planned.',
    next: `Accepted: ${accepted}; or unknown, and then what depends on it counts.`,
  });
}
