import type { InitKind, InitValue, Variables } from '../../core/interface/init-kind.ts';
import { flowScalar, indent } from './yaml.ts';

/** A kind to be written, with the settings that differ from the defaults; null for one that is left out. */
export interface ChosenKind {
  readonly kind: InitKind;
  readonly settings: Readonly<Record<string, InitValue | null>>;
}

/** What `{PREFIX}` and `{SIDE}` stand for in a value; a part that is not part of an environment has no side. */
export interface Names {
  readonly prefix: string;
  readonly side?: string;
}

/** A kind on one line: `{ postgres: { url: "${DATABASE_URL}" } }`. */
export function flow(chosen: ChosenKind, names: Names): string {
  const settings = valuesOf(chosen, names, {}).map(([key, value]) => `${key}: ${flowValue(value)}`);
  return `{ ${chosen.kind.name}: ${settings.length === 0 ? '{}' : `{ ${settings.join(', ')} }`} }`;
}

/**
 * A kind on lines of its own, with its comments.
 * @param dataVariables by which a script reaches the data
 */
export function block(chosen: ChosenKind, names: Names, dataVariables: Variables): string[] {
  const { kind } = chosen;
  const lines = valuesOf(chosen, names, dataVariables).flatMap(([key, value]) => {
    const comment = kind.settings[key]?.comment;
    return [...(comment === undefined ? [] : [`# ${comment}`]), ...blockValue(key, value)];
  });
  return lines.length === 0 ? [`${kind.name}: {}`] : [`${kind.name}:`, ...indent(2, lines)];
}

/** The variables by which a script reaches this store's data: none of the job's secrets reaches it without being named. */
export function scriptVariables(chosen: ChosenKind, names: Names): Variables {
  const named = valuesOf(chosen, names, {}).flatMap(([key, value]): [string, string][] => {
    const name = chosen.kind.settings[key]?.scriptVariable;
    return name === undefined || typeof value !== 'string' ? [] : [[name, value]];
  });
  return Object.fromEntries(named);
}

export function flowMapping(mapping: { readonly [name: string]: InitValue }): string {
  const members = Object.entries(mapping).map(([name, value]) => `${name}: ${flowValue(value)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

export function argv(list: readonly string[]): string {
  return `[${list.map(flowScalar).join(', ')}]`;
}

function valuesOf({ kind, settings }: ChosenKind, names: Names, dataVariables: Variables): [string, InitValue][] {
  const usual = Object.entries(kind.settings).map(([key, setting]) => [
    key,
    typeof setting.usual === 'function' ? setting.usual(dataVariables) : setting.usual,
  ]);
  const all: Readonly<Record<string, InitValue | null>> = { ...Object.fromEntries(usual), ...settings };
  return Object.entries(all).flatMap(([key, value]): [string, InitValue][] =>
    value === null ? [] : [[key, filled(value, names)]],
  );
}

function filled(value: InitValue, names: Names): InitValue {
  const fill = (text: string): string => {
    const prefixed = text.replaceAll('{PREFIX}', names.prefix);
    return names.side === undefined ? prefixed : prefixed.replaceAll('{SIDE}', names.side);
  };
  if (typeof value === 'string') return fill(value);
  if (typeof value === 'boolean') return value;
  if (isList(value)) return value.map((each) => filled(each, names));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, names)]));
}

function flowValue(value: InitValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return String(value);
  if (!isList(value)) return flowMapping(value);
  const texts = value.filter((each) => typeof each === 'string');
  return texts.length === value.length ? argv(texts) : `[${value.map(flowValue).join(', ')}]`;
}

function blockValue(key: string, value: InitValue): string[] {
  if (isList(value) && value.some((each) => typeof each === 'object'))
    return [`${key}:`, ...indent(2, value.flatMap(memberLines))];
  if (typeof value !== 'object' || isList(value) || Object.keys(value).length === 0)
    return [`${key}: ${flowValue(value)}`];
  return [
    `${key}:`,
    ...indent(
      2,
      Object.entries(value).map(([name, each]) => `${name}: ${flowValue(each)}`),
    ),
  ];
}

/** A member of a list of mappings, its keys on lines of their own. */
function memberLines(member: InitValue): string[] {
  if (typeof member !== 'object' || isList(member)) return [`- ${flowValue(member)}`];
  const lines = Object.entries(member).map(([name, each]) => `${name}: ${flowValue(each)}`);
  return lines.map((line, index) => `${index === 0 ? '-' : ' '} ${line}`);
}

function isList(value: InitValue): value is readonly InitValue[] {
  return Array.isArray(value);
}
