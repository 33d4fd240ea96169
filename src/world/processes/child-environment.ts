import { plainVariables, templates } from '../secrets/plain-variables.ts';
import { variableNames } from '../variables.ts';

/** What belongs to the step itself: with these a child could act towards the runner, GitHub or its caches as the step. */
const ofTheStep = /^(?:ACTIONS_.*|INPUT_.*|GITHUB_(?:OUTPUT|ENV|STATE|STEP_SUMMARY|PATH))$/;

export interface Inheriting {
  readonly environment: Readonly<Record<string, string>>;
  readonly withheld?: readonly string[];
}

/**
 * The environment of a child. It includes everything of the job (a login step exports credentials that only the user's
 * script knows), except what belongs to the step itself, and the configuration's secrets that the child does not name.
 * @param named variables that the child's own part of the configuration names
 */
export function childEnvironment(
  { environment, withheld = [] }: Inheriting,
  named: readonly string[] = [],
): Record<string, string> {
  const kept = Object.entries(environment).filter(
    ([name]) => !ofTheStep.test(name) && (!withheld.includes(name) || named.includes(name)),
  );
  return Object.fromEntries(kept);
}

/**
 * The variables of a configuration that may be secret: all but those that only say where something is.
 * @param document the configuration as plain data, `${NAME}` unresolved
 */
export function secretVariables(document: unknown): string[] {
  const plain = plainVariables(document);
  const names = new Set(templates(document).flatMap(({ text }) => variableNames(text)));
  return [...names].filter((name) => !plain.includes(name));
}
