import type { Settled } from '../../core/decisions/decision.ts';
import { forecastOf } from '../../core/decisions/forecast.ts';
import { decideFromLooks, looked, noLooks } from '../../core/decisions/looks.ts';
import {
  budgetEndedBetween,
  type LastStart,
  nextMove,
  type Started,
  startedBefore,
  withStart,
} from '../../core/decisions/migration-run.ts';
import { type Pace, paceAfter } from '../../core/decisions/pace.ts';
import { startableFrom } from '../../core/decisions/start-time.ts';
import { budgetEnded } from '../../core/decisions/wait.ts';
import type { Situation } from '../../core/history/situation.ts';
import { durationText } from '../../core/messages/quantities.ts';
import type { Observation } from '../../core/model/observation.ts';
import { forecastProgress, forecastSentence } from '../../report/forecast.ts';
import { notNow } from '../gate/promotion-time.ts';
import { type HopStepContext, isAct } from '../hop/hop-step.ts';
import { showEarly, showProgress } from './wait-progress.ts';

export interface MigrationsComplete {
  readonly kind: 'complete';
  /** How many starts were made. */
  readonly starts: number;
  readonly milliseconds: number;
}

/** Starts what is pending and watches it until nothing is, it fails, or the budget is used up. */
export async function runMigrations(
  context: HopStepContext,
  situation: Situation,
  budget: number,
): Promise<MigrationsComplete | Settled> {
  const { project, live, environment, hop } = context;
  const { clock, signal } = project.effects;
  const forecast = environment === 'production' ? forecastOf(situation.record) : undefined;
  const trace = project.product.migrations?.trace ?? 0;
  const earliest = startableFrom(situation, environment, project.product.migrations?.['start-after'] ?? 0);
  const startedAt = clock.now().getTime();
  let started = startedBefore(situation, environment, environment === 'production' && situation.retry);
  let { observation } = situation;
  let looks = noLooks;
  let pace: Pace | undefined;
  for (let starts = 0; ; ) {
    const at = clock.now().getTime();
    looks = looked(looks, observation, hop.to, at);
    const move = nextMove(started, observation, { hop, environment, at, trace });
    if (move.kind === 'complete') return { kind: 'complete', starts, milliseconds: at - startedAt };
    if (move.kind === 'end') return move.settled;
    const conclusion = decideFromLooks(looks, observation, { to: hop.to, environment, at });
    if (conclusion !== undefined) return conclusion;
    const early = move.kind === 'start' ? earliest - at : 0;
    if (move.kind === 'start' && early <= 0) {
      const held = environment === 'production' && starts > 0 ? notNow(context, situation, 'migrate') : undefined;
      if (held !== undefined) return held;
      const made = await startOne(context, started, observation, move);
      if ('settled' in made) return made.settled;
      ({ started } = made);
      starts++;
      pace = undefined;
    }
    const elapsed = clock.now().getTime() - startedAt;
    if (elapsed >= budget) {
      const terms = { hop, environment, at: clock.now().getTime(), trace };
      const between = budgetEndedBetween(started, observation, terms, durationText(budget));
      if (between !== undefined) return between;
      const end = budgetEnded(observation, hop.to, budget, forecast && forecastSentence(forecast, clock.now()));
      if (isAct(end)) throw new Error('a budget that ended cannot be a reason to act');
      return end;
    }
    if (early > 0) showEarly(context, early);
    else showProgress(context, observation, forecast && forecastProgress(forecast, clock.now()));
    pace = paceAfter(pace, observation, clock.now().getTime());
    const pause = early > 0 ? Math.min(early, longestPause) : pace.pause;
    await clock.sleep(Math.min(pause, Math.max(budget - elapsed, 1)), signal);
    observation = await live.observe(signal);
  }
}

/** Looks are made even before the first start: somebody else may start a migration. */
const longestPause = 5_000;

type Made = { readonly started: Started } | { readonly settled: Settled };

/** Recorded before it is requested: after a kill, the next run knows about it. */
async function startOne(
  context: HopStepContext,
  started: Started,
  { migrations }: Observation,
  { migration, retry }: { readonly migration: string; readonly retry: boolean },
): Promise<Made> {
  const { project, live, environment, confirmLease, record } = context;
  const { log, signal, clock, pen } = project.effects;
  const starter = live.starter();
  if (starter === undefined)
    throw new Error(`${project.product.name} is deferrable without a way to start its migrations`);
  await confirmLease();
  await record({ type: 'starting', migration, retry });
  log.info(`Starting the migration ${migration}${retry ? ' again' : ''}.`);
  const answer = await starter(signal);
  const said = pen.text(answer.said);
  const refused = answer.kind === 'refused';
  await record({ type: 'start-answered', migration, said, refused });
  if (refused) return { settled: startRefused(environment, migration, said) };
  const jobs = 'jobs' in migrations ? (migrations.jobs ?? []) : [];
  const last: LastStart = {
    migration,
    at: clock.now().getTime(),
    jobs: jobs.map(({ id }) => id),
    wasFailed: migrations.kind === 'failed',
  };
  return { started: withStart(started, last, said, refused) };
}

function startRefused(environment: string, migration: string, said: string): Settled {
  return {
    kind: 'failed',
    message: {
      happened: `The migration ${migration} was not started on ${environment}: ${said}.`,
      means: 'The credential was not accepted, so nothing was started.',
      next: 'Renew it, or give it the right to start migrations; then run the step again.',
    },
  };
}
