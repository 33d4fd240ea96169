import { type Finding, fine, problem, warning } from '../core/messages/finding.ts';
import { faultFix, faultText, type VariableFault, variableFault, variableNames } from '../world/variables.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A part of the configuration that is opened as a unit: `environments.staging.data`. */
export interface PartVariables {
  readonly where: string;
  /** Each `${NAME}` in it, with the places that use it. */
  readonly variables: readonly UsedVariable[];
  /**
   * here: all are set. missing: some are, so the others were forgotten. elsewhere: none that is its own is set, as in a
   * job that must not have this part's secrets.
   */
  readonly state: 'here' | 'missing' | 'elsewhere';
}

interface UsedVariable {
  readonly name: string;
  readonly places: readonly string[];
  /** Undefined if it can be used. */
  readonly fault: VariableFault | undefined;
}

/** @param parts plain data by its place in the configuration, `${NAME}` unresolved */
export function partVariables(parts: Readonly<Record<string, unknown>>, environment: Environment): PartVariables[] {
  const used = Object.entries(parts).map(([where, part]) => ({
    where,
    variables: variablesIn(part, where, environment),
  }));
  const complete = used.filter(({ variables }) => variables.every(({ fault }) => fault === undefined));
  const shared = new Set(complete.flatMap(({ variables }) => variables.map(({ name }) => name)));
  return used.map((part) => {
    if (complete.includes(part)) return { ...part, state: 'here' };
    // A variable that completes another part says nothing about whether this part is meant to be here.
    const own = part.variables.some(({ name, fault }) => isGivenWith(fault) && !shared.has(name));
    return { ...part, state: own ? 'missing' : 'elsewhere' };
  });
}

/** One finding for what is set, one for each variable that was forgotten, one for each part that is not here. */
export function variableFindings(
  parts: readonly PartVariables[],
  { subject, isGiven }: { readonly subject: string; readonly isGiven: (part: string) => boolean },
): Finding[] {
  const count = new Set(parts.flatMap(({ variables }) => variables.map(({ name }) => name))).size;
  if (parts.every(({ state }) => state === 'here')) {
    return [fine(subject, count === 0 ? 'It uses none.' : `All ${count} that are used are set.`)];
  }
  return parts.flatMap(({ where, variables, state }): Finding[] => {
    const unset = variables.filter(({ fault }) => fault !== undefined);
    if (state === 'here') return [];
    if (!isGiven(where)) return [leftToOthers(subject, where, unset)];
    if (state === 'missing') return unset.map(forgotten(subject));
    const names = unset.map(({ name }) => name).join(', ');
    return [
      {
        kind: 'cannot-tell',
        subject,
        happened: `${where} was not checked: ${names} ${unset.length === 1 ? 'is' : 'are'} not set here.`,
        means: 'Whether it is correct is not known.',
        next: `In a terminal, set ${unset.length === 1 ? 'it' : 'them'} and run preflight again. In a workflow, run preflight in the job that needs this part; if this is that job, add to its env: what is missing.`,
      },
    ];
  });
}

/** No mistake: the secrets of a deploy, say, are only in the jobs that deploy. */
function leftToOthers(subject: string, where: string, unset: readonly UsedVariable[]): Finding {
  const names = unset.map(({ name }) => name).join(', ');
  return warning(subject, {
    happened: `${where} was not checked: ${names} ${unset.length === 1 ? 'is' : 'are'} only in the jobs that use it.`,
    means: 'Whether it is correct is not known until one of them runs.',
    next: `To check it now, run preflight in a terminal where ${unset.length === 1 ? 'it is' : 'they are'} set.`,
  });
}

function forgotten(subject: string): (variable: UsedVariable) => Finding {
  return ({ name, places, fault = 'unset' }) =>
    problem(subject, {
      happened: `The environment variable ${name}, which ${places.join(' and ')} ${places.length === 1 ? 'uses' : 'use'}, ${faultText(fault)}.`,
      means: 'The steps that need it would stop with an error.',
      next: faultFix(name, fault),
    });
}

/** A job that must not have a secret gets an empty one, if it names it at all. */
function isGivenWith(fault: VariableFault | undefined): boolean {
  return fault !== 'unset' && fault !== 'empty';
}

function variablesIn(part: unknown, where: string, environment: Environment): UsedVariable[] {
  const places = new Map<string, string[]>();
  for (const { text, place } of textsIn(part, where)) {
    for (const name of variableNames(text)) places.set(name, [...(places.get(name) ?? []), place]);
  }
  return [...places].map(([name, used]) => ({ name, places: used, fault: variableFault(environment[name]) }));
}

function* textsIn(value: unknown, place: string): Generator<{ readonly text: string; readonly place: string }> {
  if (typeof value === 'string') yield { text: value, place };
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, `${place}.${key}`);
  }
}
