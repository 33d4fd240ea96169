import { variableNames } from '../variables.ts';
import { partsOf, type WorkflowJob } from './workflow-jobs.ts';

/** Where a job gets the value of a `${NAME}` from: a secret, or a variable that everybody may read. */
export interface JobVariable {
  readonly name: string;
  readonly from: 'secrets' | 'vars';
}

/**
 * The variables that one job needs, found in the parts of the configuration that it uses, in alphabetical order.
 * @param document the configuration as plain data, `${NAME}` unresolved
 * @param plain names that the user said are not secret
 */
export function jobVariables(
  document: unknown,
  job: WorkflowJob,
  plain: readonly string[],
  prove: boolean,
): JobVariable[] {
  const open = [...plain, ...plainNames(document)];
  const used = partsOf(job, prove).flatMap((path) => templates(valueAt(document, path.split('.'))));
  const names = [...new Set(used.flatMap((template) => variableNames(template.text)))].toSorted();
  return names.map((name) => ({ name, from: open.includes(name) ? 'vars' : 'secrets' }));
}

/** Every `${NAME}` of the configuration, each once. */
export function allVariables(document: unknown): string[] {
  return [...new Set(templates(document).flatMap(({ text }) => variableNames(text)))].toSorted();
}

interface Template {
  readonly text: string;
  readonly path: readonly string[];
}

/** Keys whose values are places, which are no secrets. */
const plainKeys = new Set(['file', 'path', 'bucket', 'region']);

/**
 * Names that only say where something is: the whole of an address or path, or its beginning. Anything else may be a
 * secret, unless the user says otherwise.
 */
function plainNames(document: unknown): string[] {
  return templates(document)
    .filter(({ path }) => plainKeys.has(path.at(-1) ?? '') || isServerUrl(path))
    .flatMap(({ text }) => {
      const names = variableNames(text);
      const [only] = names;
      return names.length === 1 && only !== undefined && text.startsWith(`\${${only}}`) && !text.includes('@')
        ? [only]
        : [];
    });
}

/** `environments.*.url`, not the address of a database, which holds a password. */
function isServerUrl(path: readonly string[]): boolean {
  return path.length === 3 && path[0] === 'environments' && path[2] === 'url';
}

function templates(value: unknown, path: readonly string[] = []): Template[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => templates(part, [...path, key]));
}

export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, key) => {
    if (typeof part !== 'object' || part === null) return undefined;
    return Object.entries(part).find(([name]) => name === key)?.[1];
  }, value);
}
