import type { CommandResult } from '../../core/interface/result.ts';

/** All outputs of a step: those of its command, and those of every step. Their names are API. */
export function outputsOf({ outputs, headline, outcome }: CommandResult): Readonly<Record<string, string>> {
  const own = Object.entries(outputs).map(([name, value]) => [name, outputText(value)] as const);
  return {
    ...Object.fromEntries(own),
    headline,
    result: outcome,
    proceed: String(outcome === 'passed' || outcome === 'skipped'),
  };
}

function outputText(value: string | number | boolean | object): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * The exit code of the action's step. A step that waits has not failed: later jobs check its `result`, and a red run
 * would call a person who has nothing to do.
 */
export function stepExitCode(exitCode: number): number {
  return exitCode === 3 ? 0 : exitCode;
}
