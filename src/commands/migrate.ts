import { decideMigrate } from '../hop/decisions/migrate.ts';
import { environmentOf } from './environment-input.ts';
import { hopStep, isAct } from './hop-step.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import type { Project } from './project.ts';
import { notApproved } from './promotion-gate.ts';
import { notNow } from './promotion-time.ts';

/** Starts the migrations that were deferred: the point of no return. */
export function migrate(opened: Project, invocation: Invocation): Promise<CommandResult> {
  const environment = environmentOf(invocation);
  return hopStep(opened, invocation, environment, async (context) => {
    const { project } = context;
    const situation = await context.situation();
    const decision = decideMigrate(environment, situation);
    if (!isAct(decision)) return decision;
    const later = environment === 'production' ? notNow(context, situation, 'migrate') : undefined;
    if (later !== undefined) return later;
    const unapproved = environment === 'production' ? await notApproved(context, 'finalize') : undefined;
    if (unapproved !== undefined) return unapproved;
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
