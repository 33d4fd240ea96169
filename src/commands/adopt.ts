import type { Project } from '../config/project.ts';
import { decideAdopt } from '../core/decisions/adopt.ts';
import { UserError } from '../core/messages/errors.ts';
import type { CommandResult, Invocation } from '../core/model/invocation.ts';
import { hopStep, isAct } from '../steps/hop/hop-step.ts';

/** Takes over a hop that was done by hand: recorded as done, with who said so and why. */
export function adopt(opened: Project, invocation: Invocation): Promise<CommandResult> {
  const { reason } = invocation;
  if (reason === undefined) {
    throw new UserError({
      happened: 'The option "reason" is missing.',
      means:
        'A hop that was done by hand is taken over only with a reason, which stays in the journal. Nothing was recorded.',
      next: 'Say why: --reason "deployed by hand during the outage of 3 March".',
    });
  }
  return hopStep(opened, invocation, 'production', async (context) => {
    const decision = decideAdopt(await context.situation());
    if (!isAct(decision)) return decision;
    await context.record({ type: 'adopted', version: context.hop.to, reason });
    return { kind: 'done', headline: `Hop ${context.hop.id} is adopted as done by hand. ${decision.because}` };
  });
}
