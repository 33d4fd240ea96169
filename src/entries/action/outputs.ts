import type { CommandResult } from '../../core/model/invocation.ts';

/** All outputs of a step: those of its command, and the ones that every step has. Their names are API. */
export function outputsOf(result: CommandResult): Readonly<Record<string, string>> {
  return {
    ...result.outputs,
    headline: result.headline,
    result: result.outcome,
    proceed: String(result.outcome === 'passed' || result.outcome === 'skipped'),
  };
}

/**
 * The exit code of the action's step. A step that waits has not failed: later jobs ask for its `result`, and a red run
 * would call a person who has nothing to do.
 */
export function stepExitCode(exitCode: number): number {
  return exitCode === 3 ? 0 : exitCode;
}
