import { alreadyDone, cannotTell, type Decision, refuse } from '../decision.ts';
import type { EnvironmentName } from '../hop.ts';
import type { Situation } from '../situation.ts';

/** Deploying `from` again, which is right only while no migration of `to` has started: inside the rollback window. */
export function decideRollback(environment: EnvironmentName, situation: Situation): Decision {
  return environment === 'staging' ? onStaging(situation) : onProduction(situation);
}

function onStaging(situation: Situation): Decision {
  const { hop, rehearsal } = situation;
  if (rehearsal.kind === 'passed') return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind !== 'started' || !rehearsal.smokedTo) {
    return refuse(
      `On staging, ${hop.to} was not deployed and smoke-tested yet.`,
      'There is nothing to go back from.',
      `Run the steps of hop ${hop.id} on staging in their order.`,
    );
  }
  if (rehearsal.rolledBack) return alreadyDone('The way back was rehearsed.');
  return windowOpen(situation, false);
}

function onProduction(situation: Situation): Decision {
  const { hop, promotion, standing, observation } = situation;
  if (standing.kind === 'on-from' && observation.serving.kind === 'yes' && !promotion.deployBegun) {
    return alreadyDone(`Production runs ${hop.from} and serves.`);
  }
  if (!promotion.deployBegun) {
    return refuse(
      `The journal has no deploy of ${hop.to} on production by hop ${hop.id}.`,
      'It cannot be known what going back from here would do. Nothing was changed.',
      'Name the hop that was deployed last; "staged-upgrade log" lists them.',
    );
  }
  return windowOpen(situation, promotion.migrating !== undefined || promotion.completed !== undefined);
}

function windowOpen({ hop, traits, observation, standing }: Situation, started: boolean): Decision {
  if (!traits.deferrable) {
    return closed(hop.from, `the migrations of ${hop.to} run at its start-up`);
  }
  if (started) return closed(hop.from, `the migrations of ${hop.to} were started`);
  if (standing.kind === 'off-path' || standing.kind === 'earlier' || standing.kind === 'later') {
    return refuse(
      `${standing.version} runs, which is neither ${hop.from} nor ${hop.to}.`,
      'This hop is not what was done last. Nothing was changed.',
      'Name the hop that was deployed last.',
    );
  }
  switch (observation.migrations.kind) {
    case 'pending':
      return {
        kind: 'act',
        because: `${observation.migrations.next} is pending and none has started: the rollback window is open.`,
      };
    case 'done':
      return { kind: 'act', because: 'Nothing was started by this hop, and nothing is pending.' };
    case 'running':
      return closed(hop.from, `the migration ${observation.migrations.current} is running`);
    case 'failed':
      return closed(hop.from, `the migration ${observation.migrations.current} was started and failed`);
    case 'unknown':
      // A release that never came up is just what a rollback is for; the journal knows that nothing was started.
      return standing.kind === 'unknown'
        ? { kind: 'act', because: `${hop.to} does not answer, and the journal has no start of its migrations.` }
        : cannotTell(
            `It cannot be told whether migrations of ${hop.to} have started: ${observation.migrations.reason}.`,
            `If one has, ${hop.from} would damage data. Nothing was changed.`,
            'Check the address and the credential of the migrations probe, then run the step again.',
          );
  }
}

function closed(from: string, why: string): Decision {
  return refuse(
    `${from} may not be deployed again: ${why}.`,
    'The point of no return is passed: only restoring the restore point goes back, and it loses what was written since. Nothing was changed.',
    'Prefer to correct the cause and go on. Collect the server log and the list of migrations for the vendor.',
  );
}
