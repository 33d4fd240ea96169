import { alreadyDone, cannotTell, type Decision, refuse } from '../decision.ts';
import type { EnvironmentName, ReleaseSide } from '../hop.ts';
import type { Situation } from '../situation.ts';
import { isGoingOn } from './wait.ts';

/** A smoke test is only worth something on the release that it is meant for: a healthy answer of another one is none. */
export function decideSmoke(environment: EnvironmentName, release: ReleaseSide, situation: Situation): Decision {
  const { hop, observation, rehearsal, promotion, standing } = situation;
  const wanted = release === 'from' ? hop.from : hop.to;
  if (environment === 'staging') {
    if (rehearsal.kind === 'passed') return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
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
      return alreadyDone(`${hop.to} was smoke-tested before the way back was begun.`);
    }
  } else if (promotion.completed !== undefined) {
    return alreadyDone(`Hop ${hop.id} was completed on ${promotion.completed.at}.`);
  } else if (promotion.smoked && isGoingOn(promotion) && promotion.waited === undefined) {
    return alreadyDone(`${hop.to} was smoke-tested before its migrations were started; they come to their end first.`);
  }
  if (observation.version.kind === 'unknown') {
    return cannotTell(
      `The version that ${environment} runs cannot be read: ${observation.version.reason}.`,
      'No test was made.',
      'See that the server runs, then run the step again.',
    );
  }
  if (observation.version.value !== wanted) {
    return refuse(
      `${capital(environment)} runs ${observation.version.value}, not ${wanted}.`,
      `A test now would say nothing about ${wanted}.`,
      `Deploy ${wanted} first, or find out why another release answers.`,
    );
  }
  return { kind: 'act', because: `${capital(environment)} runs ${wanted}.` };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
