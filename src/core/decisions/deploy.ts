import { isOnlyToWatch, servesTarget } from '../history/in-place.ts';
import { traceBefore } from '../history/migration-trace.ts';
import type { Situation } from '../history/situation.ts';
import { dayTime } from '../messages/moments.ts';
import { runName } from '../model/event-sentence.ts';
import type { EnvironmentName, ReleaseSide } from '../model/hop.ts';
import { type Attempt, isSameAttempt } from './backup.ts';
import { decideCheck } from './check.ts';
import { alreadyDone, cannotTell, type Decision, refuse, type Settled } from './decision.ts';
import { rehearsedBefore } from './rehearsed-before.ts';
import { missingRehearsal } from './require-rehearsal.ts';
import { notAtStage } from './take-staging.ts';
import { waivedBecause } from './waiver.ts';

/** `watch`: its deploy command has succeeded and it serves, so it is watched to the end and not deployed again. */
export interface DeployAct {
  readonly how: 'deploy' | 'watch';
}

/** @param run who asks: the restore point must come from this attempt of this run, unless the deploy was started before */
export function decideDeploy(
  environment: EnvironmentName,
  release: ReleaseSide,
  situation: Situation,
  run: Attempt,
): Decision<DeployAct> {
  if (environment === 'staging')
    return release === 'from' ? deployFromOnStaging(situation) : deployToOnStaging(situation);
  if (release === 'from') {
    return refuse(
      `Deploying ${situation.hop.from} on production is a rollback.`,
      'Nothing was changed.',
      'Use the command "rollback": it checks first whether that way back is open.',
    );
  }
  return deployOnProduction(situation, run);
}

function deployFromOnStaging(situation: Situation): Decision<DeployAct> {
  const { hop, rehearsal, standing, traits } = situation;
  if (rehearsal.kind === 'passed') return rehearsedBefore(rehearsal);
  if (rehearsal.kind !== 'started') return startFirst(situation);
  if (!rehearsal.scrubbed) return restoreFirst(hop.id);
  if (rehearsal.deployedTo)
    return alreadyDone(`${hop.from} was deployed and tested before ${hop.to}, in this rehearsal.`);
  const isKept = rehearsal.smokedFrom || rehearsal.carried || traits.stages !== undefined;
  if (isKept && standing.kind === 'on-from') return alreadyDone(`Staging runs ${hop.from} on the restored copy.`);
  if (traits.stages !== undefined) return notAtStage(situation);
  return deployNow(`The restored copy must be proved on ${hop.from}, which it came from.`);
}

function deployToOnStaging(situation: Situation): Decision<DeployAct> {
  const { hop, rehearsal, standing, traits } = situation;
  if (rehearsal.kind === 'passed') return rehearsedBefore(rehearsal);
  if (rehearsal.kind !== 'started') return startFirst(situation);
  if (!rehearsal.smokedFrom) {
    return refuse(
      `On staging, ${hop.from} was not smoke-tested on the restored copy yet.`,
      'The backup is not proved on the release that it came from. Nothing was deployed.',
      `Run the deploy and the smoke test of ${hop.from} first.`,
    );
  }
  if (rehearsal.rolledBack && !rehearsal.deployedAgain) {
    return rehearsal.smokedBack
      ? startOnStaging(situation, `The way back was rehearsed; ${hop.to} is deployed again.`)
      : alreadyDone(`${hop.to} was deployed before the way back was rehearsed.`);
  }
  // Recorded, but not true now: a probe that was wrong then must not block the rehearsal for good.
  const isUndone = standing.kind === 'on-from' && !(rehearsal.rolledBack ? rehearsal.waited : rehearsal.smokedTo);
  if (rehearsal.deployedTo && !isUndone)
    return alreadyDone(
      `${hop.to} was deployed${traits.deferrable ? ' with its migrations deferred' : ''} in this rehearsal.`,
    );
  return startOnStaging(situation, `${hop.from} works on the restored copy; ${hop.to} comes next.`);
}

/** What was there before must be known, or nothing shows later whether migrations were really deferred. */
function startOnStaging(situation: Situation, because: string): Decision<DeployAct> {
  const { hop, rehearsal, standing, traits, observation } = situation;
  if (rehearsal.kind === 'started' && rehearsal.inPlace && servesTarget(situation)) return watchOnly(hop.to);
  // What was there before its first deploy is in the journal.
  const isStarted = rehearsal.kind === 'started' && (rehearsal.deployStarted || rehearsal.rolledBack);
  if (!traits.deferrable || isStarted) return deployNow(because);
  const { migrations, version } = observation;
  if (standing.kind === 'on-from' && migrations.kind !== 'unknown') return deployNow(because);
  // The first answer of `from` on the restored copy has shown it.
  if (traceBefore(situation, 'staging').applied !== undefined) return deployNow(because);
  const why =
    version.kind === 'unknown'
      ? version.reason
      : migrations.kind === 'unknown'
        ? migrations.reason
        : `${version.value} answers`;
  return cannotTell(
    `Staging does not report which of its migrations are complete on ${hop.from}: ${why}.`,
    `Without that nothing shows whether ${hop.to} really defers its own. Nothing was deployed.`,
    `Check the server on staging and the credential of its migrations probe, then start a new run: it deploys ${hop.from} there again if something else answers.`,
  );
}

function deployNow(because: string): Decision<DeployAct> {
  return { kind: 'act', how: 'deploy', because };
}

function watchOnly(to: string): Decision<DeployAct> {
  return {
    kind: 'act',
    how: 'watch',
    because: `${to} was deployed before and is serving: it is watched, not deployed again.`,
  };
}

function deployOnProduction(situation: Situation, run: Attempt): Decision<DeployAct> {
  const { hop, promotion } = situation;
  const check = decideCheck(situation);
  if (check.kind !== 'act') return check;
  if (promotion.deployed !== undefined && servesTarget(situation)) {
    return alreadyDone(`Production runs ${hop.to} and serves.`);
  }
  const point = promotion.restorePoint;
  if (point === undefined && situation.traits.dataless !== true) {
    return refuse(
      `There is no restore point for hop ${hop.id} on production.`,
      'Without one there is no way back after the migrations. Production was not touched.',
      'Run "backup" with the purpose "restore-point" first, in this run.',
    );
  }
  if (check.start === 'resume') {
    return isOnlyToWatch(situation) ? watchOnly(hop.to) : deployNow(check.because);
  }
  if (point === undefined)
    return missingRehearsal(situation) ?? deployNow(`${whyNoRestorePoint(situation)} ${check.because}`);
  if (situation.traits.proveRestorePoint && !promotion.pointProved) {
    return refuse(
      `The restore point ${point.event.backup} was not restored and compared, which "restore-point.prove" requires.`,
      'Production was not touched.',
      'Run "restore" with the purpose "restore-point" first.',
    );
  }
  const missing = missingRehearsal(situation);
  if (missing !== undefined) return missing;
  if (!isSameAttempt(point.run, run)) {
    return refuse(
      `The restore point ${point.event.backup} was taken by another run (${runName(point.run)}) on ${dayTime(point.at)}.`,
      'Restoring it would lose everything written since. Production was not touched.',
      'Run "backup" with the purpose "restore-point" in this run.',
    );
  }
  return deployNow(`${rehearsedWords(situation)} The restore point ${point.event.backup} was taken. ${check.because}`);
}

/** Named in place of the rehearsal if there was none. */
function rehearsedWords({ rehearsal }: Situation): string {
  return rehearsal.kind === 'waived' ? waivedBecause(rehearsal.because) : 'Rehearsed.';
}

function whyNoRestorePoint(situation: Situation): string {
  return `${rehearsedWords(situation)} There is no data, so there is no restore point.`;
}

function startFirst({ hop, traits }: Situation): Settled {
  if (!traits.dataless) return restoreFirst(hop.id);
  return refuse(
    `The rehearsal of hop ${hop.id} was not started on staging.`,
    `Staging was not seen to be at ${hop.from}. Nothing was deployed.`,
    'Run the step "restore" of this hop first: without data it only checks that.',
  );
}

function restoreFirst(hop: string): Settled {
  return refuse(
    `Staging does not hold a restored, proved and scrubbed backup of hop ${hop}.`,
    'A rehearsal on other data proves nothing. Nothing was deployed.',
    'Run the step "restore" of this hop first.',
  );
}
