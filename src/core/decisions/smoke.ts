import type { Checkpoints } from '../history/rehearsal.ts';
import type { Situation } from '../history/situation.ts';
import { dayTime } from '../messages/moments.ts';
import type { EnvironmentName, ReleaseSide } from '../model/hop.ts';
import type { Observation } from '../model/observation.ts';
import { restoreUnfinished } from './check.ts';
import { alreadyDone, cannotTell, type Decision, failed, refuse } from './decision.ts';
import { newerData } from './newer-data.ts';
import { rehearsedBefore } from './rehearsed-before.ts';
import { type Awaited, areMigrationsStarted, awaitedOf } from './wait.ts';

/** A smoke test is worth something only on the release that it is meant for: a healthy answer from another one is not. */
export function decideSmoke(environment: EnvironmentName, release: ReleaseSide, situation: Situation): Decision {
  const { hop, observation, rehearsal, promotion, standing } = situation;
  const wanted = release === 'from' ? hop.from : hop.to;
  const unfinished = environment === 'production' ? restoreUnfinished(situation) : undefined;
  if (unfinished !== undefined) return unfinished;
  if (environment === 'staging') {
    if (rehearsal.kind === 'passed') return rehearsedBefore(rehearsal);
    if (rehearsal.kind !== 'started') {
      return refuse(
        `Staging does not hold a restored backup of hop ${hop.id}.`,
        'A smoke test on other data proves nothing.',
        'Run the step "restore" of this hop first.',
      );
    }
    if (release === 'from' && rehearsal.smokedFrom && standing.kind === 'on-to') {
      return alreadyDone(`${hop.from} was smoke-tested before ${hop.to} was deployed, in this rehearsal.`);
    }
    if (release === 'to' && rehearsal.smokedTo && !rehearsal.deployedAgain && standing.kind === 'on-from') {
      return alreadyDone(`${hop.to} was smoke-tested before the way back was started.`);
    }
    // A run was ended during the deploy that comes next, which had stopped the server: that deploy starts it again.
    const isBetween =
      rehearsal.smokedTo && (!rehearsal.rolledBack || (release === 'from' && isBeforeSecond(rehearsal)));
    if (standing.kind === 'unknown' && isBetween) {
      return alreadyDone(`${wanted} was smoke-tested in this rehearsal; the next deploy on staging was started.`);
    }
  } else if (promotion.completed !== undefined) {
    return alreadyDone(`Hop ${hop.id} was completed on ${dayTime(promotion.completed.at)}.`);
  } else if (promotion.smoked && areMigrationsStarted(promotion) && promotion.waited === undefined) {
    return alreadyDone(`${hop.to} was smoke-tested before its migrations were started; they are finished first.`);
  }
  return decideTest(awaitedOf(situation, environment), wanted, observation);
}

/** The rollback was tested, and what follows is the second deploy of the newer release. */
function isBeforeSecond({ smokedBack, deployedAgain }: Checkpoints): boolean {
  return smokedBack && !deployedAgain;
}

/**
 * Whether a test now would prove anything; each round of a validation asks again. A release that was deployed again after a
 * failed migration is tested although that migration has failed: only `migrate` can start it again, and only after a test.
 */
export function decideTest(
  { environment, leftToMigrate }: Pick<Awaited, 'environment' | 'leftToMigrate'>,
  wanted: string,
  { version, migrations }: Observation,
): TestDecision {
  if (version.kind === 'unknown') {
    return cannotTell(
      `The version of ${environment} could not be determined: ${version.reason}.`,
      'No test was run.',
      'Check that the server is running, then run the step again.',
    );
  }
  if (version.value !== wanted) {
    return refuse(
      `${capital(environment)} runs ${version.value}, not ${wanted}.`,
      `A test now would show nothing about ${wanted}.`,
      `Deploy ${wanted} first, or find out why another release answers.`,
    );
  }
  if (migrations.kind === 'failed' && migrations.isNewer) return newerData(environment, migrations, 'No test was run.');
  if (migrations.kind === 'failed' && !leftToMigrate) {
    return failed(
      `No smoke test was run on ${environment}: the migration ${migrations.current} has failed: ${migrations.error}.`,
      'Health alone shows nothing about migrations.',
      'Fix the cause, then run again.',
    );
  }
  if (migrations.kind === 'unknown') {
    return cannotTell(
      `No smoke test was run on ${environment}: ${migrations.reason}.`,
      'Health alone shows nothing about migrations.',
      'Fix the cause, then run again.',
    );
  }
  return { kind: 'act', migrations: migrations.kind, because: `${capital(environment)} runs ${wanted}.` };
}

export type TestDecision = Extract<
  Decision<{ readonly migrations: KnownMigrations }>,
  { kind: 'act' | 'refuse' | 'failed' | 'unknown' }
>;

export type KnownMigrations = Exclude<Observation['migrations'], { kind: 'unknown' }>['kind'];

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
