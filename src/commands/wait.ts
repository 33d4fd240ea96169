import { alreadyDone } from '../hop/decision.ts';
import { awaitedOf, budgetEnded, judgeWait, migrationProgress, type StartNext } from '../hop/decisions/wait.ts';
import { firstPauseMilliseconds } from '../hop/expected.ts';
import { forecastOf } from '../hop/forecast.ts';
import type { Observation } from '../hop/observation.ts';
import { forecastProgress, forecastSentence } from '../report/forecast.ts';
import { durationText } from '../report/quantities.ts';
import { budgetOf } from './budget.ts';
import { environmentOf } from './environment-input.ts';
import { type HopStepContext, hopStep, isAct } from './hop-step.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import type { Project } from './project.ts';
import { notNow } from './promotion-time.ts';

const longestPauseMilliseconds = 15_000;

/** Watches until the release serves and, once they were started, its migrations are complete. */
export function wait(opened: Project, invocation: Invocation): Promise<CommandResult> {
  const environment = environmentOf(invocation);
  const budget = budgetOf(opened, invocation);
  return hopStep(opened, invocation, environment, async (context) => {
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
    let pause = firstPauseMilliseconds;
    for (;;) {
      const judged = judgeWait(awaited, observation, context.hop.to);
      const elapsed = clock.now().getTime() - started;
      if (judged?.kind === 'start-next') {
        const held = environment === 'production' ? notNow(context, situation, 'migrate') : undefined;
        if (held !== undefined) return held;
        await startNext(context, judged);
      } else if (judged !== undefined && !isAct(judged)) {
        return judged;
      } else if (judged !== undefined) {
        if (awaited.kind === 'migrated') await context.record({ type: 'waited', milliseconds: elapsed });
        return { kind: 'done', headline: `${judged.because} Waited ${durationText(elapsed)}.` };
      }
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
      report(context, observation, forecast && forecastProgress(forecast, clock.now()));
      await clock.sleep(Math.min(pause, Math.max(budget - elapsed, 1)), signal);
      pause = Math.min(pause * 1.5, longestPauseMilliseconds);
      observation = await context.live.observe(signal);
    }
  });
}

/** The start was decided and recorded by `migrate`; this goes on with what one start did not cover. */
async function startNext({ project, live, confirmLease }: HopStepContext, { next }: StartNext): Promise<void> {
  const starter = live.starter();
  if (starter === undefined) return;
  await confirmLease();
  project.effects.log.info(`Starting the next migration: ${next}`);
  await starter(project.effects.signal);
}

function report(
  { project, hop, environment }: HopStepContext,
  { migrations, version }: Observation,
  forecast: string | undefined,
): void {
  const { log } = project.effects;
  const time = forecast === undefined ? '' : `: ${forecast}`;
  if (migrations.kind === 'running') {
    const far = migrationProgress(migrations.progress);
    log.progress({ text: `${hop.to} on ${environment} runs the migration ${migrations.current}${far}${time}` });
  } else {
    const seen =
      version.kind === 'known' ? `${version.value} answers, its migrations: ${migrations.kind}` : version.reason;
    log.progress({ text: `Waiting for ${hop.to} on ${environment} (${seen})${time}` });
  }
}
