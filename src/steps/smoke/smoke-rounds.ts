import type { Settled } from '../../core/decisions/decision.ts';
import { decideTest, type KnownMigrations } from '../../core/decisions/smoke.ts';
import { afterRound, type Round, type Validation } from '../../core/decisions/validation.ts';
import { waysToRollBack } from '../../core/history/way-back.ts';
import { countText, durationText } from '../../core/messages/quantities.ts';
import { validationProgress } from '../../core/messages/validation.ts';
import type { Observation } from '../../core/model/observation.ts';
import type { SmokeResult, SmokeTest } from '../../drivers/probes/probe.ts';
import type { HopStepContext } from '../hop/hop-step.ts';

export interface Testing {
  readonly version: string;
  readonly tests: readonly SmokeTest[];
  /** What the first round is based on; each later one observes afresh. */
  readonly observation: Observation;
  /** The failure of a migration was already reported. */
  readonly leftToMigrate: boolean;
  /** Undefined: the tests run once. */
  readonly validation: Validation | undefined;
}

export interface Tested {
  readonly kind: 'tested';
  /** As they were seen directly before the last round. */
  readonly migrations: KnownMigrations;
  /** What was compared in it, one sentence each. */
  readonly notes: readonly string[];
  readonly milliseconds: number;
  readonly rounds: number;
}

/** Runs all tests, and repeats all of them for as long as the validation requires. Nothing is recorded before the end. */
export async function smokeRounds(context: HopStepContext, testing: Testing): Promise<Tested | Settled> {
  const { clock, log, signal } = context.project.effects;
  const { validation, tests, version } = testing;
  const started = clock.now().getTime();
  const elapsed = (): number => clock.now().getTime() - started;
  if (validation !== undefined) {
    const { for: total, every } = validation;
    log.info(
      `Repeating ${countText(tests.length, 'smoke test')} every ${durationText(every)} for ${durationText(total)}.`,
    );
  }
  let { observation } = testing;
  let unknownRounds = 0;
  for (let number = 1; ; number++) {
    const startedAfter = elapsed();
    const round = await oneRound(context, testing, observation);
    const place = { number, startedAfter, endedAfter: elapsed(), unknownBefore: unknownRounds };
    const next = afterRound(round, place, validation);
    if (next.kind === 'passed') return { ...next, kind: 'tested', milliseconds: place.endedAfter, rounds: number };
    if (next.kind !== 'again') return next;
    unknownRounds = next.unknownRounds;
    if (round.kind !== 'passed') log.info(`Round ${number} is asked again: ${round.message.happened}`);
    else if (validation !== undefined) {
      const far = validationProgress(place.endedAfter, validation.for);
      log.progress({ text: `${version} on ${context.environment}: ${far}` });
    }
    await clock.sleep(next.inMilliseconds, signal);
    observation = await context.live.observe(signal);
  }
}

async function oneRound(
  context: HopStepContext,
  { version, tests, leftToMigrate }: Testing,
  observation: Observation,
): Promise<Round> {
  const decision = decideTest({ environment: context.environment, leftToMigrate }, version, observation);
  if (decision.kind !== 'act') return decision;
  const results = [];
  for (const test of tests) results.push({ name: test.name, result: await test.run(context.project.effects.signal) });
  const bad = results.filter(({ result }) => result.kind !== 'passed');
  if (bad.length > 0) return notPassed(context, version, bad);
  const notes = results.flatMap(({ name, result }) =>
    result.kind === 'passed' && result.note !== undefined ? `${name}: ${result.note}.` : [],
  );
  return { kind: 'passed', migrations: decision.migrations, notes };
}

function notPassed(
  { environment, hop }: HopStepContext,
  version: string,
  bad: readonly { readonly name: string; readonly result: SmokeResult }[],
): Exclude<Round, { kind: 'passed' }> {
  const list = bad.map(({ name, result }) => `"${name}": ${result.kind === 'passed' ? '' : result.reason}`).join('; ');
  const message = {
    happened: `${version} on ${environment} did not pass its smoke tests: ${list}.`,
    means:
      environment === 'staging'
        ? 'The rehearsal found this before production was affected.'
        : `Production runs ${version}, but it does not do everything that it must.`,
    next:
      environment === 'staging'
        ? `Fix the cause, then start a new run: it rehearses again. ${wrongTest}`
        : `Decide: correct the cause and run again, or, to go back, ${waysToRollBack(hop.id)}. ${wrongTest}`,
  };
  return { kind: bad.some(({ result }) => result.kind === 'failed') ? 'failed' : 'unknown', message };
}

const wrongTest =
  'If a test itself is wrong, correct it in the configuration and start a new run: tests are not part of what was approved.';
