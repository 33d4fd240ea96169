import type { Settled } from '../../core/decisions/decision.ts';
import { expectedMilliseconds } from '../../core/decisions/expected.ts';
import { decidePromotionTime, type TimedAct } from '../../core/decisions/promotion-time.ts';
import type { Situation } from '../../core/history/situation.ts';
import { decideFreeze, freezeVariable } from '../../core/timing/freeze.ts';
import { type HopStepContext, isAct } from '../hop/hop-step.ts';

/** Why production may not be changed now; undefined if it may. A rollback never asks. */
export function notNow({ project, hop }: HopStepContext, situation: Situation, act: TimedAct): Settled | undefined {
  const { promotion, record, now } = situation;
  const { validate, windows } = project.configuration;
  const expected = expectedMilliseconds(record, act, validate?.for);
  const decision = decidePromotionTime({
    hop,
    act,
    started: act === 'migrate' ? promotion.migrating !== undefined : promotion.deployStarted,
    now,
    freeze: decideFreeze(project.effects.environment[freezeVariable]),
    windows,
    ...(validate === undefined ? {} : { validationMilliseconds: validate.for }),
    ...(expected === undefined ? {} : { expectedMilliseconds: expected }),
  });
  return isAct(decision) ? undefined : decision;
}
