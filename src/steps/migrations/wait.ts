import type { Project } from '../../config/project.ts';
import { alreadyDone } from '../../core/decisions/decision.ts';
import { forecastOf } from '../../core/decisions/forecast.ts';
import { looked, noLooks, tellsByNow } from '../../core/decisions/looks.ts';
import { type Pace, paceAfter } from '../../core/decisions/pace.ts';
import { awaitedOf, budgetEnded, judgeWait } from '../../core/decisions/wait.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { durationText } from '../../core/messages/quantities.ts';
import { forecastProgress, forecastSentence } from '../../report/forecast.ts';
import { budgetOf } from '../hop/budget.ts';
import { environmentOf } from '../hop/environment-input.ts';
import { hopStep, isAct } from '../hop/hop-step.ts';
import type { WaitInput } from '../hop/step-input.ts';
import { showProgress } from './wait-progress.ts';

/** Watches until the release serves and, once they were started, its migrations are complete. It starts nothing. */
export function wait(opened: Project, input: WaitInput): Promise<CommandResult> {
  const environment = environmentOf(input, 'wait');
  const budget = budgetOf(opened, input);
  return hopStep(opened, { ...input, command: 'wait' }, environment, async (context) => {
    const { project } = context;
    const situation = await context.situation();
    if (environment === 'staging' && situation.rehearsal.kind === 'passed') {
      return alreadyDone(`The rehearsal of this hop passed on ${situation.rehearsal.at}.`);
    }
    if (environment === 'production' && situation.promotion.completed !== undefined) {
      return alreadyDone(`Hop ${context.hop.id} was completed on ${situation.promotion.completed.at}.`);
    }
    const awaited = awaitedOf(situation, environment);
    // What is not rehearsed yet has nothing to be compared with.
    const forecast =
      environment === 'production' && awaited.kind === 'migrated' ? forecastOf(situation.record) : undefined;
    const { clock, signal } = project.effects;
    const started = clock.now().getTime();
    let observation = situation.observation;
    let looks = noLooks;
    let pace: Pace | undefined;
    for (;;) {
      const judged = judgeWait(awaited, observation, context.hop);
      const at = clock.now().getTime();
      const elapsed = at - started;
      if (judged !== undefined && !isAct(judged)) return judged;
      if (judged !== undefined) {
        if (awaited.kind === 'migrated') await context.record({ type: 'waited', milliseconds: elapsed });
        // What was so at the first look was not waited for.
        const waited = pace === undefined ? '' : ` Waited ${durationText(elapsed)}.`;
        return { kind: 'done', headline: `${judged.because}${waited}` };
      }
      looks = looked(looks, observation, context.hop.to, at);
      // Where migrations run at the start of a server, the release before may serve until they are complete.
      const told = project.traits.deferrable
        ? tellsByNow(looks, observation, { to: context.hop.to, environment, at })
        : undefined;
      if (told !== undefined) return told;
      if (elapsed >= budget) {
        const end = budgetEnded(
          observation,
          context.hop.to,
          budget,
          forecast && forecastSentence(forecast, clock.now()),
        );
        if (isAct(end)) throw new Error('a budget that ended cannot be a reason to act');
        return end;
      }
      showProgress(context, observation, forecast && forecastProgress(forecast, clock.now()));
      pace = paceAfter(pace, observation, at);
      await clock.sleep(Math.min(pace.pause, Math.max(budget - elapsed, 1)), signal);
      observation = await context.live.observe(signal);
    }
  });
}
