import type { Project } from '../config/project.ts';
import { decideAdopt } from '../core/decisions/adopt.ts';
import type { InputsOf } from '../core/interface/inputs.ts';
import type { CommandResult } from '../core/interface/result.ts';
import { UserError } from '../core/messages/errors.ts';
import { projectCommand } from '../steps/command.ts';
import { hopStep, isAct } from '../steps/hop/hop-step.ts';
import type { StepInput } from '../steps/hop/step-input.ts';

export const adopt = projectCommand({
  name: 'adopt',
  description: 'take over a hop that was done by hand',
  inputs: ['hop', 'reason'],
  inWorkflow: ['environment'],
  outputs: [],
  run: adoptHop,
});

/** Takes over a hop that was done by hand: recorded as done, with who said so and why. */
function adoptHop(opened: Project, input: StepInput & InputsOf<'reason'>): Promise<CommandResult<never>> {
  const { reason } = input;
  if (reason === undefined) {
    throw new UserError({
      happened: 'The option "reason" is missing.',
      means:
        'A hop that was done by hand is taken over only with a reason, which stays in the journal. Nothing was recorded.',
      next: 'Say why: --reason "deployed by hand during the outage of 3 March".',
    });
  }
  return hopStep(opened, { ...input, command: 'adopt' }, 'production', async (context) => {
    const decision = decideAdopt(await context.situation());
    if (!isAct(decision)) return decision;
    await context.record({ type: 'adopted', version: context.hop.to, reason });
    return { kind: 'done', headline: `Hop ${context.hop.id} is adopted as done by hand. ${decision.because}` };
  });
}
