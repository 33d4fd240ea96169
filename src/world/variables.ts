import { UserError } from '../core/messages/errors.ts';

/**
 * Fills in `${NAME}` (an environment variable, masked at once unless it is plain) and `{name}` (one of our placeholders) in
 * the values of the configuration and of product definitions. `$${` and `{{` stand for a literal `${` and `{`.
 *
 * Values are filled in only when a command uses that part of the configuration: a staging job has none of production's
 * secrets, and must not need them.
 */
export interface Variables {
  /**
   * @param where the place in the configuration, for messages: `environments.staging.data.postgres.url`
   * @param placeholders what `{name}` may stand for here
   * @throws UserError if a variable is not set, or has a value that cannot be meant, or a placeholder is unknown
   */
  fill(template: string, where: string, placeholders?: Readonly<Record<string, string>>): string;
  /** The same for these names, which are not secret. A value with a user, a password or a query in it is masked anyway. */
  unmasked(plain: readonly string[]): Variables;
}

const pattern = /\$\$\{|\$\{([^}]*)\}|\{\{|\}\}|\{([^{}]*)\}/g;

export function variablesFrom(
  environment: Readonly<Record<string, string | undefined>>,
  mask: (value: string, name: string) => void,
  plain: readonly string[] = [],
): Variables {
  return {
    unmasked: (names) => variablesFrom(environment, mask, names),
    fill: (template, where, placeholders = {}) =>
      template.replace(pattern, (match, variable: string | undefined, placeholder: string | undefined) => {
        if (match === '$${') return '${';
        if (match === '{{') return '{';
        if (match === '}}') return '}';
        if (variable !== undefined) {
          const value = environment[variable];
          const fault = variableFault(value);
          if (value === undefined || fault !== undefined) throw unusable(variable, where, fault);
          if (!plain.includes(variable) || /[@?]/.test(value)) mask(value, variable);
          return value;
        }
        const name = placeholder ?? '';
        const value = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
        if (value === undefined) throw unknownPlaceholder(name, where, Object.keys(placeholders));
        return value;
      }),
  };
}

/** A value with each `${NAME}` in its texts replaced by what stands for it; unknown names stay as they are. */
export function substituted(value: unknown, texts: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') {
    return value.replace(pattern, (match, name: string | undefined) =>
      name !== undefined && Object.hasOwn(texts, name) ? (texts[name] ?? match) : match,
    );
  }
  if (Array.isArray(value)) return value.map((item: unknown) => substituted(item, texts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substituted(item, texts)]));
}

/** The names of all `${NAME}` in a template, each once. */
export function variableNames(template: string): string[] {
  const names = [...template.matchAll(pattern)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]));
  return [...new Set(names)];
}

/** The names of all `{name}` in a template, each once. */
export function placeholderNames(template: string): string[] {
  const names = [...template.matchAll(pattern)].flatMap((match) => (match[2] === undefined ? [] : [match[2]]));
  return [...new Set(names)];
}

export type VariableFault = keyof typeof faults;

const faults = {
  unset: 'is not set',
  empty: 'is empty',
  blank: 'has nothing but spaces and line breaks',
  'line-break': 'ends with a line break',
} as const;

/**
 * Why a value cannot be meant. A line break after a single line was pasted along, or a file with CRLF was sourced: "/srv/journal"
 * with it is another folder, where nobody holds a lease. A value of several lines, such as a key, may end with one.
 */
export function variableFault(value: string | undefined): VariableFault | undefined {
  if (value === undefined) return 'unset';
  if (value === '') return 'empty';
  if (value.trim() === '') return 'blank';
  return /^[^\r\n]*[\r\n]+$/.test(value) ? 'line-break' : undefined;
}

/** A predicate: `is not set`. */
export function faultText(fault: VariableFault): string {
  return faults[fault];
}

export function faultFix(name: string, fault: VariableFault): string {
  return fault === 'line-break'
    ? `Enter ${name} again without the line break after it; if it comes from a file with Windows line ends (CRLF), convert the file.`
    : `Set ${name} in the env: of this job (from a secret of its environment), or in the terminal that runs the command.`;
}

function unusable(name: string, where: string, fault: VariableFault = 'unset'): UserError {
  return new UserError({
    happened: `The environment variable ${name}, which ${where} uses, ${faultText(fault)}.`,
    means: 'Nothing was done.',
    next: faultFix(name, fault),
  });
}

function unknownPlaceholder(name: string, where: string, allowed: readonly string[]): UserError {
  const list =
    allowed.length === 0 ? 'No placeholder can be used here' : `It can be ${allowed.map((a) => `{${a}}`).join(', ')}`;
  return new UserError({
    happened: `Unknown placeholder {${name}} in ${where}.`,
    means: 'Nothing was done.',
    next: `${list}. For a literal brace write {{.`,
  });
}
