import type { Settled } from '../hop/decision.ts';
import { decidePromotionTime, type TimedAct } from '../hop/decisions/promotion-time.ts';
import { expectedMilliseconds } from '../hop/expected.ts';
import { decideFreeze, freezeVariable } from '../hop/freeze.ts';
import type { Situation } from '../hop/situation.ts';
import { type HopStepContext, isAct } from './hop-step.ts';

/** Why production may not be changed now; undefined when it may. A rollback never asks. */
export function notNow({ project, hop }: HopStepContext, situation: Situation, act: TimedAct): Settled | undefined {
  const { promotion, record, now } = situation;
  const { validate, windows } = project.configuration;
  const expected = expectedMilliseconds(record, act, validate?.for);
  const decision = decidePromotionTime({
    hop,
    act,
    begun: act === 'migrate' ? promotion.migrating !== undefined : promotion.deployBegun,
    now,
    freeze: decideFreeze(project.effects.environment[freezeVariable]),
    windows,
    ...(validate === undefined ? {} : { validationMilliseconds: validate.for }),
    ...(expected === undefined ? {} : { expectedMilliseconds: expected }),
  });
  return isAct(decision) ? undefined : decision;
}
