import { plainVariables, templates } from '../../world/secrets/plain-variables.ts';
import { variableNames } from '../../world/variables.ts';
import { partsOf, type WorkflowJob } from './workflow-jobs.ts';

/** Where a job gets the value of a `${NAME}` from: a secret, or a variable that everybody may read. */
export interface JobVariable {
  readonly name: string;
  readonly from: 'secrets' | 'vars';
}

/**
 * The variables that one job needs, found in the parts of the configuration that it uses, in alphabetical order.
 * @param document the configuration as plain data, `${NAME}` unresolved
 * @param plain names that the user declared as not secret
 */
export function jobVariables(
  document: unknown,
  job: WorkflowJob,
  plain: readonly string[],
  prove: boolean,
): JobVariable[] {
  const open = [...plain, ...plainVariables(document)];
  const used = partsOf(job, prove, document).flatMap((path) => templates(valueAt(document, path.split('.'))));
  const names = [...new Set(used.flatMap((template) => variableNames(template.text)))].toSorted();
  return names.map((name) => ({ name, from: open.includes(name) ? 'vars' : 'secrets' }));
}

/** Every `${NAME}` of the configuration, each once. */
export function allVariables(document: unknown): string[] {
  return [...new Set(templates(document).flatMap(({ text }) => variableNames(text)))].toSorted();
}

export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, key) => {
    if (typeof part !== 'object' || part === null) return undefined;
    return Object.entries(part).find(([name]) => name === key)?.[1];
  }, value);
}
