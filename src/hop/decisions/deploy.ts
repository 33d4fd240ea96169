import { runName } from '../../journal/wording.ts';
import { alreadyDone, type Decision, refuse, waiting } from '../decision.ts';
import type { EnvironmentName, ReleaseSide } from '../hop.ts';
import type { Situation } from '../situation.ts';
import { type Attempt, isSameAttempt } from './backup.ts';
import { decideCheck } from './check.ts';
import { missingRehearsal } from './require-rehearsal.ts';

/** @param run who asks: the restore point must be of this attempt of this run, unless the deploy was begun before */
export function decideDeploy(
  environment: EnvironmentName,
  release: ReleaseSide,
  situation: Situation,
  run: Attempt,
): Decision {
  if (environment === 'staging')
    return release === 'from' ? deployFromOnStaging(situation) : deployToOnStaging(situation);
  if (release === 'from') {
    return refuse(
      `Deploying ${situation.hop.from} on production is a rollback.`,
      'Nothing was changed.',
      'Use the command "rollback": it looks first whether that way back is open.',
    );
  }
  return deployOnProduction(situation, run);
}

function deployFromOnStaging({ hop, rehearsal, standing }: Situation): Decision {
  if (rehearsal.kind === 'passed') return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind !== 'started') return restoreFirst(hop.id);
  if (!rehearsal.scrubbed) return restoreFirst(hop.id);
  if (rehearsal.deployedTo)
    return alreadyDone(`${hop.from} was deployed and tested before ${hop.to}, in this rehearsal.`);
  if ((rehearsal.smokedFrom || rehearsal.carried) && standing.kind === 'on-from')
    return alreadyDone(`Staging runs ${hop.from} on the restored copy.`);
  return { kind: 'act', because: `The restored copy is to be proved on ${hop.from}, which it came from.` };
}

function deployToOnStaging({ hop, rehearsal, standing, traits }: Situation): Decision {
  if (rehearsal.kind === 'passed') return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind !== 'started') return restoreFirst(hop.id);
  if (!rehearsal.smokedFrom) {
    return refuse(
      `On staging, ${hop.from} was not smoke-tested on the restored copy yet.`,
      'The backup is not proved on the release that it came from. Nothing was deployed.',
      `Run the deploy and the smoke test of ${hop.from} first.`,
    );
  }
  if (rehearsal.rolledBack && !rehearsal.deployedAgain) {
    return rehearsal.smokedBack
      ? { kind: 'act', because: `The way back was rehearsed; ${hop.to} is deployed again.` }
      : alreadyDone(`${hop.to} was deployed before the way back was rehearsed.`);
  }
  // It was recorded, yet it is not so: a probe that lied then must not stop the rehearsal for good.
  const isUndone = standing.kind === 'on-from' && !(rehearsal.rolledBack ? rehearsal.waited : rehearsal.smokedTo);
  if (rehearsal.deployedTo && !isUndone)
    return alreadyDone(
      `${hop.to} was deployed${traits.deferrable ? ' with its migrations deferred' : ''} in this rehearsal.`,
    );
  return { kind: 'act', because: `${hop.from} works on the restored copy; ${hop.to} comes next.` };
}

function deployOnProduction(situation: Situation, run: Attempt): Decision {
  const { hop, promotion, observation, standing } = situation;
  const check = decideCheck(situation);
  if (check.kind !== 'act') return check;
  if (standing.kind === 'on-to' && observation.serving.kind === 'yes' && promotion.deployed !== undefined) {
    return alreadyDone(`Production runs ${hop.to} and serves.`);
  }
  const point = promotion.restorePoint;
  if (point === undefined) {
    return refuse(
      `There is no restore point for hop ${hop.id} on production.`,
      'Without one nothing goes back after the migrations. Production was not touched.',
      'Run "backup" with the purpose "restore-point" first, in this run.',
    );
  }
  if (check.start === 'resume') return { kind: 'act', because: check.because };
  if (situation.traits.proveRestorePoint && !promotion.pointProved) {
    return refuse(
      `The restore point ${point.event.backup} was not restored and compared, which "restore-point.prove" asks for.`,
      'Production was not touched.',
      'Run "restore" with the purpose "restore-point" first.',
    );
  }
  const missing = missingRehearsal(situation);
  if (missing !== undefined) return missing;
  if (!isSameAttempt(point.run, run)) {
    return refuse(
      `The restore point ${point.event.backup} was taken by another run (${runName(point.run)}) on ${point.at}.`,
      'Everything written since would be lost by restoring it. Production was not touched.',
      'Run "backup" with the purpose "restore-point" in this run.',
    );
  }
  return { kind: 'act', because: `Rehearsed, and the restore point ${point.event.backup} was taken. ${check.because}` };
}

function restoreFirst(hop: string): Decision {
  return refuse(
    `Staging does not hold a restored, proved and scrubbed backup of hop ${hop}.`,
    'A rehearsal on other data proves nothing. Nothing was deployed.',
    'Run the step "restore" of this hop first.',
  );
}

/**
 * After a deploy with migrations deferred: did they stay back? Settings are not trusted, since servers were seen to
 * ignore them.
 * @param before what the release before had applied, where the product tells it
 */
export function decideDeferral(
  before: Situation['observation'],
  after: Situation['observation'],
  hop: Situation['hop'],
): Decision {
  const { migrations } = after;
  const started = (what: string): Decision =>
    ({
      kind: 'failed',
      message: {
        happened: `${hop.to} was deployed with its migrations deferred, but ${what}.`,
        means:
          'The setting that keeps them back did not work: there is no rollback window, and going back needs a restore.',
        next: 'Find out how this server is configured (a variable that does not reach it, a setting that it does not know), then rehearse again.',
      },
    }) as const;
  switch (migrations.kind) {
    case 'pending':
      return { kind: 'act', because: `${migrations.next} is pending and has not started.` };
    case 'running':
      return started(`${migrations.current} is running`);
    case 'failed':
      return started(`${migrations.current} was started and failed: ${migrations.error}`);
    case 'done': {
      const was = before.migrations.kind === 'done' ? before.migrations.applied : undefined;
      if (was !== undefined && migrations.applied !== undefined && was !== migrations.applied) {
        return started(`the newest completed migration is ${migrations.applied}, before it was ${was}`);
      }
      return { kind: 'act', because: `${hop.to} brings no migration to start.` };
    }
    case 'unknown':
      return waiting(`It cannot be told whether migrations have started: ${migrations.reason}.`, '', 'Look again.');
  }
}
