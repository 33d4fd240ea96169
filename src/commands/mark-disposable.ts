import { UserError } from '../errors.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import { openLiveSystem } from './live-system.ts';
import type { Project } from './project.ts';

/** Marks staging's database as one that may be replaced: a physical copy of production cannot be told apart otherwise. */
export async function markDisposable(project: Project, invocation: Invocation): Promise<CommandResult> {
  if (invocation.environment !== undefined && invocation.environment !== 'staging') {
    throw new UserError({
      happened: `"mark-disposable" was asked for ${invocation.environment}.`,
      means: 'Only staging is ever disposable. Nothing was marked.',
      next: 'Leave the environment out, or say "staging".',
    });
  }
  const marker = await openLiveSystem(project, 'staging').database().markDisposable(project.effects.signal);
  return {
    outcome: 'passed',
    headline: `The database of staging is marked as disposable (${marker}).`,
    outputs: {},
    summary: '',
    text: '',
  };
}
