import type { Situation } from '../history/situation.ts';
import { dayTime } from '../messages/moments.ts';
import type { EnvironmentName } from '../model/hop.ts';
import { alreadyDone, cannotTell, type Decision, failed, refuse, type Settled } from './decision.ts';
import { migrationFailed } from './migration-run.ts';
import { rehearsedBefore } from './rehearsed-before.ts';

/** `start` is false if they are running already or none is left: recorded anyway, so that their end is waited for. */
export interface MigrateAct {
  readonly start: boolean;
}

/** Starting the migrations: the point of no return. */
export function decideMigrate(environment: EnvironmentName, situation: Situation): Decision<MigrateAct> {
  const { hop, observation, standing, traits } = situation;
  if (!traits.deferrable)
    return alreadyDone('The migrations of this product run with the deploy; there is nothing to start.');
  const missing = environment === 'staging' ? missingOnStaging(situation) : missingOnProduction(situation);
  if (missing !== undefined) return missing;
  if (standing.kind === 'unknown') {
    return cannotTell(
      `The version of ${environment} could not be determined: ${standing.reason}.`,
      'No migration was started.',
      'Check that the server is running, then run the step again.',
    );
  }
  if (standing.kind !== 'on-to') {
    const runs = observation.version.kind === 'known' ? observation.version.value : 'something else';
    return refuse(
      `${environment} runs ${runs}, not ${hop.to}.`,
      'No migration was started.',
      `Deploy ${hop.to} first.`,
    );
  }
  switch (observation.migrations.kind) {
    case 'done':
      return { kind: 'act', start: false, because: `${hop.to} has nothing to start.` };
    case 'running':
      return { kind: 'act', start: false, because: `${observation.migrations.current} was already running.` };
    case 'unknown':
      return cannotTell(
        `It could not be determined whether migrations are pending: ${observation.migrations.reason}.`,
        'No migration was started.',
        'Check the address and the credential of the migrations probe, then run the step again.',
      );
    case 'pending':
      return (
        notServing(environment, situation) ?? {
          kind: 'act',
          start: true,
          because: `${observation.migrations.next} was pending.`,
        }
      );
    case 'failed':
      if (!situation.retry || environment === 'staging') {
        return migrationFailed(observation.migrations, { hop, environment });
      }
      return {
        kind: 'act',
        start: true,
        because: `${observation.migrations.current} failed before (${observation.migrations.error}) and was restarted, as requested.`,
      };
  }
}

/** An approval may be days old: the rollback window is not given up for a release that has stopped serving since its test. */
function notServing(environment: EnvironmentName, { hop, observation: { serving } }: Situation): Settled | undefined {
  if (environment === 'staging' || serving.kind === 'yes') return undefined;
  if (serving.kind === 'unknown') {
    return cannotTell(
      `It could not be determined whether ${hop.to} is serving on production: ${serving.reason}.`,
      'No migration was started, so the rollback window stays open.',
      'Check that this runner can reach it, then run the step again.',
    );
  }
  return failed(
    `${hop.to} was tested on production, but is no longer serving: ${serving.reason}.`,
    'No migration was started, so the rollback window stays open.',
    'Look at the log of the server. Get it serving and start a new run, or go back while that loses nothing.',
  );
}

function missingOnStaging({ hop, rehearsal }: Situation): Settled | undefined {
  if (rehearsal.kind === 'passed') return rehearsedBefore(rehearsal);
  if (rehearsal.kind === 'started' && rehearsal.deployedAgain) return undefined;
  return refuse(
    `On staging, the way back from ${hop.to} to ${hop.from} was not rehearsed yet.`,
    'Once migrations have started it can no longer be rehearsed. No migration was started.',
    `Run the steps of hop ${hop.id} on staging in order.`,
  );
}

function missingOnProduction({ hop, promotion }: Situation): Settled | undefined {
  if (promotion.completed !== undefined)
    return alreadyDone(`Hop ${hop.id} was completed on ${dayTime(promotion.completed.at)}.`);
  if (promotion.deployed !== undefined && promotion.smoked) return undefined;
  return refuse(
    `${hop.to} was not ${promotion.deployed === undefined ? 'deployed' : 'smoke-tested'} on production by this hop.`,
    'The rollback window is given up only for a release that has been seen to work. No migration was started.',
    `Run the steps of hop ${hop.id} on production in order.`,
  );
}
