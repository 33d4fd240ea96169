import type { Settled } from '../../core/decisions/decision.ts';
import { forecastOf } from '../../core/decisions/forecast.ts';
import { decideFromLooks, looked, noLooks } from '../../core/decisions/looks.ts';
import { type Pace, paceAfter } from '../../core/decisions/pace.ts';
import { partsNotInPlace } from '../../core/decisions/parts.ts';
import { type Awaited, budgetEnded, decideWait, judgeWait } from '../../core/decisions/wait.ts';
import type { Situation } from '../../core/history/situation.ts';
import { durationText } from '../../core/messages/quantities.ts';
import { forecastProgress, forecastSentence } from '../../report/forecast.ts';
import { did, type Ended, nothingElse, step } from '../frame/step.ts';
import { budgetOf } from '../hop/budget.ts';
import { environmentOf } from '../hop/environment-input.ts';
import { runHook } from '../hop/hooks.ts';
import { type HopStepContext, isAct } from '../hop/hop-step.ts';
import type { WaitInput } from '../hop/step-input.ts';
import { showProgress } from './wait-progress.ts';

interface Waited {
  readonly because: string;
  readonly milliseconds: number;
  readonly awaited: Awaited;
  /** What was already so at the first look was not waited for. */
  readonly isAtOnce: boolean;
  /** Nothing is left that could start. */
  readonly isMigrated: boolean;
}

/** Watches until the release serves and, once they were started, its migrations are complete. It starts nothing. */
export const wait = step({
  command: 'wait',
  needs: { own: ['hooks.after-migrations'] },
  mindsRetry: true,
  open: (input: WaitInput, project) => ({
    environment: environmentOf(input, 'wait'),
    budget: budgetOf(project, input),
  }),
  gather: nothingElse,
  decide: ({ opened, situation }) => decideWait(opened.environment, situation),
  act: async (context, { awaited }, { opened, situation }) => {
    const end = await watch(context, awaited, opened.budget, situation);
    const isOver = end.kind === 'did' && end.did.isMigrated && context.project.traits.deferrable;
    if (isOver) await runHook(context, 'after-migrations');
    return end;
  },
  record: ({ awaited, milliseconds }) => (awaited.kind === 'migrated' ? { type: 'waited', milliseconds } : undefined),
  report: ({ because, milliseconds, isAtOnce }) => ({
    headline: isAtOnce ? because : `${because} Waited ${durationText(milliseconds)}.`,
  }),
});

async function watch(
  context: HopStepContext,
  awaited: Awaited,
  budget: number,
  situation: Situation,
): Promise<Settled | Ended<Waited>> {
  const { project, hop, live, environment } = context;
  // What is not rehearsed yet has nothing to be compared with.
  const forecast =
    environment === 'production' && awaited.kind === 'migrated' ? forecastOf(situation.record) : undefined;
  const { clock, signal } = project.effects;
  const started = clock.now().getTime();
  let observation = situation.observation;
  let looks = noLooks;
  let pace: Pace | undefined;
  for (;;) {
    const judged = judgeWait(awaited, observation, hop);
    const at = clock.now().getTime();
    const elapsed = at - started;
    if (judged !== undefined && !isAct(judged)) return judged;
    if (judged !== undefined) {
      // A release whose migrations run at its start may not have answered while it was deployed.
      const other = partsNotInPlace(hop, environment, await live.observeParts(signal));
      if (other !== undefined) return other;
      const isMigrated = observation.migrations.kind === 'done';
      return did({ because: judged.because, milliseconds: elapsed, awaited, isAtOnce: pace === undefined, isMigrated });
    }
    looks = looked(looks, observation, hop.to, at);
    // If migrations run at the start of a server, the previous release may serve until they are complete.
    const conclusion = project.traits.deferrable
      ? decideFromLooks(looks, observation, { to: hop.to, environment, at })
      : undefined;
    if (conclusion !== undefined) return conclusion;
    if (elapsed >= budget) {
      const end = budgetEnded(observation, hop.to, budget, forecast && forecastSentence(forecast, clock.now()));
      if (isAct(end)) throw new Error('a budget that ended cannot be a reason to act');
      return end;
    }
    showProgress(context, observation, forecast && forecastProgress(forecast, clock.now()));
    pace = paceAfter(pace, observation, at);
    await clock.sleep(Math.min(pace.pause, Math.max(budget - elapsed, 1)), signal);
    observation = await live.observe(signal);
  }
}
