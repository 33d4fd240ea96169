import { decideMigrate } from '../hop/decisions/migrate.ts';
import { environmentOf } from './environment-input.ts';
import { hopStep, isAct } from './hop-step.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import type { Project } from './project.ts';

/** Starts the migrations that were deferred: the point of no return. */
export function migrate(opened: Project, invocation: Invocation): Promise<CommandResult> {
  const environment = environmentOf(invocation);
  return hopStep(opened, invocation, environment, async (context) => {
    const { project } = context;
    const decision = decideMigrate(environment, await context.situation());
    if (!isAct(decision)) return decision;
    await context.record({ type: 'migrating' });
    if (!decision.start) return { kind: 'done', headline: `Nothing to start: ${decision.because}` };
    const starter = context.live.starter();
    if (starter === undefined)
      throw new Error(`${project.product.name} is deferrable without a way to start its migrations`);
    await context.confirmLease();
    const answer = await starter(project.effects.signal);
    const headline =
      answer === 'started'
        ? `Started the migrations of ${context.hop.to} on ${environment}: from here only a restore goes back.`
        : `${context.hop.to} on ${environment} says that nothing is pending.`;
    return { kind: 'done', headline, details: [decision.because] };
  });
}
