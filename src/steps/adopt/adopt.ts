import { decideAdopt } from '../../core/decisions/adopt.ts';
import type { InputsOf } from '../../core/interface/inputs.ts';
import { UserError } from '../../core/messages/errors.ts';
import { did, nothingElse, step } from '../frame/step.ts';
import type { StepInput } from '../hop/step-input.ts';

/** Accepts a hop that was done by hand: recorded as done, with who said so and why. */
export const adopt = step({
  command: 'adopt',
  needs: {},
  open: (input: StepInput & InputsOf<'reason'>) => ({ environment: 'production', reason: reasonOf(input) }),
  gather: nothingElse,
  decide: ({ situation }) => decideAdopt(situation),
  act: async ({ hop }, { because }) => did({ because, hop }),
  record: ({ hop }, { opened }) => ({ type: 'adopted', version: hop.to, reason: opened.reason }),
  report: ({ hop, because }) => ({ headline: `Hop ${hop.id} is adopted as done by hand. ${because}` }),
});

function reasonOf({ reason }: InputsOf<'reason'>): string {
  if (reason !== undefined) return reason;
  throw new UserError({
    happened: 'The option "reason" is missing.',
    means:
      'A hop that was done by hand is recorded only with a reason, which is kept in the journal. Nothing was recorded.',
    next: 'Say why: --reason "deployed by hand during the outage of 3 March".',
  });
}
