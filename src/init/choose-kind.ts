import type { InitKind, InitSetting, InitValue } from '../core/interface/init-kind.ts';
import { type InputName, inputs } from '../core/interface/inputs.ts';
import { UserError } from '../core/messages/errors.ts';
import { nearest } from '../core/messages/nearest.ts';
import type { InitFamily } from './families.ts';
import type { InitOptions } from './options.ts';
import { mistakenFlag, refuseHidden } from './plain-values.ts';
import type { Questions } from './questions.ts';
import type { ChosenKind } from './render/kinds.ts';

/** What a product proposes: a kind by its name, and its settings as written; null for one that is left out. */
export interface ProposedKind {
  readonly kind: string;
  readonly settings: Readonly<Record<string, InitValue | null>>;
}

/**
 * From a flag, otherwise what the product proposes, otherwise asked of a person, otherwise the default.
 * @throws UserError for a kind that does not exist, and for an answer with characters that are not shown as they are
 */
export async function chooseKind(
  family: InitFamily,
  options: InitOptions,
  proposed: ProposedKind | undefined,
  questions: Questions | undefined,
): Promise<ChosenKind> {
  const kind =
    kindOfFlags(family, options, proposed?.kind) ?? named(family, await nameWithoutFlag(family, proposed, questions));
  const ownProposal = proposed?.kind === kind.name ? proposed.settings : {};
  const asks = proposed === undefined ? questions : undefined;
  const settings: Record<string, InitValue | null> = { ...ownProposal };
  for (const [key, setting] of Object.entries(kind.settings)) {
    const given = flagOf(setting, family, options);
    const value = given ?? (key in ownProposal ? undefined : await asked(setting, asks));
    if (value !== undefined) settings[key] = value;
  }
  return { kind, settings };
}

async function nameWithoutFlag(
  { kinds, question, usual }: InitFamily,
  proposed: ProposedKind | undefined,
  questions: Questions | undefined,
): Promise<string> {
  if (proposed !== undefined) return proposed.kind;
  if (questions === undefined || kinds.length === 1) return usual;
  const titles = Object.fromEntries(kinds.map(({ name, title }) => [name, `${name}: ${title}`]));
  return await questions.choose(question, Object.keys(titles), usual, titles);
}

/** The kind that a flag names, or one of whose settings a flag gives. */
function kindOfFlags(family: InitFamily, options: InitOptions, proposed: string | undefined): InitKind | undefined {
  const { kinds, input, usual } = family;
  const given = options[input];
  const byName = kinds.find(({ name }) => name === given);
  if (byName !== undefined) return byName;
  const bySetting = kinds.filter(({ settings }) =>
    Object.values(settings).some((setting) => flagOf(setting, family, options) !== undefined),
  );
  if (given !== undefined && !bySetting.some((kind) => inputsOf(kind).includes(input)))
    throw unknownKind(family, given);
  return bySetting.find(({ name }) => name === (proposed ?? usual)) ?? bySetting[0];
}

function inputsOf({ settings }: InitKind): readonly (string | undefined)[] {
  return Object.values(settings).map(({ input }) => input);
}

function flagOf(setting: InitSetting, { kinds }: InitFamily, options: InitOptions): InitValue | undefined {
  if (setting.input === undefined) return undefined;
  const given = new Map<string, unknown>(Object.entries(options)).get(setting.input);
  if (typeof given !== 'string' || kinds.some(({ name }) => name === given)) return undefined;
  return Array.isArray(setting.usual) ? words(setting.input, given) : given;
}

async function asked({ question, usual }: InitSetting, questions: Questions | undefined): Promise<string | undefined> {
  if (question === undefined || questions === undefined || typeof usual !== 'string') return undefined;
  const answer = await questions.text(question, usual);
  refuseHidden(`The answer to "${question}"`, answer);
  return answer;
}

/** A program and its arguments. */
export function words(input: InputName, text: string): readonly [string, ...string[]] {
  const [program, ...rest] = text.split(/\s+/).filter((word) => word !== '');
  if (program !== undefined) return [program, ...rest];
  const flag = flagName(input);
  throw new UserError({
    happened: `${flag} is empty.`,
    means: 'Nothing was written.',
    next: `Give it a program and its arguments: ${flag} "./deploy.sh {environment} {version}".`,
  });
}

function named(family: InitFamily, name: string): InitKind {
  const found = family.kinds.find((kind) => kind.name === name);
  if (found === undefined) throw unknownKind(family, name);
  return found;
}

function unknownKind({ kinds, input }: InitFamily, name: string): UserError {
  const names = kinds.map((kind) => kind.name);
  const meant = nearest(name, names);
  const advice = meant === undefined ? '' : `Did you mean "${meant}"? `;
  return mistakenFlag(flagName(input), name, `${advice}It must be ${names.join(' or ')}.`);
}

function flagName(input: InputName): string {
  return inputs[input].option?.flags.split(' ')[0] ?? input;
}
