import { durationText } from '../messages/quantities.ts';
import type { EnvironmentName } from '../model/hop.ts';
import type { Observation } from '../model/observation.ts';
import { failed, type Settled } from './decision.ts';

/** What several looks in a row have shown that one look cannot: a probe that fails once proves nothing. */
export interface Looks {
  /** How many in a row were denied access. */
  readonly refused: number;
  /** Another release that has answered, healthy, ever since. */
  readonly other: SteadyOther | undefined;
}

interface SteadyOther {
  readonly version: string;
  readonly looks: number;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

export const noLooks: Looks = { refused: 0, other: undefined };

/** @param at milliseconds since the epoch */
export function looked(before: Looks, observation: Observation, to: string, at: number): Looks {
  const { version, serving } = observation;
  const isOther = version.kind === 'known' && version.value !== to && serving.kind === 'yes';
  const { other } = before;
  const steady = isOther && other?.version === version.value ? other : undefined;
  return {
    refused: refusal(observation) === undefined ? 0 : before.refused + 1,
    other: isOther
      ? { version: version.value, looks: (steady?.looks ?? 0) + 1, since: steady?.since ?? at }
      : undefined,
  };
}

const refusedLooks = 3;
const steadyLooks = 5;
/** While servers are replaced one by one, the previous release still answers for a while. */
const steadyMilliseconds = 30_000;

/**
 * What waiting never fixes: a credential that is not accepted, or another release that answers instead. Undefined while
 * there is reason to look again.
 * @param grace for how long another release may still answer; milliseconds
 */
export function decideFromLooks(
  looks: Looks,
  observation: Observation,
  {
    to,
    environment,
    at,
    grace = steadyMilliseconds,
  }: {
    readonly to: string;
    readonly environment: EnvironmentName;
    readonly at: number;
    readonly grace?: number;
  },
): Settled | undefined {
  const refused = refusal(observation);
  if (refused !== undefined && looks.refused >= refusedLooks) return noAccess(environment, refused);
  const { other } = looks;
  if (other === undefined || other.looks < steadyLooks) return undefined;
  const since = at - other.since;
  return since < Math.min(grace, steadyMilliseconds) ? undefined : otherAnswers(other.version, to, environment, since);
}

/** Why access was denied; undefined if it was not. */
export function refusal({ version, serving, migrations }: Observation): string | undefined {
  for (const part of [version, serving, migrations]) {
    if ('refused' in part && part.refused === true) return part.reason;
  }
  return undefined;
}

function noAccess(environment: EnvironmentName, refused: string): Settled {
  return failed(
    `Access to ${environment} was refused ${refusedLooks} times in a row: ${refused}.`,
    'Its state can no longer be observed. This neither started nor stopped anything: whatever is running there continues.',
    'Renew that credential in the secrets of this environment, or correct its permissions; then run again: the run resumes from what it observes.',
  );
}

function otherAnswers(version: string, to: string, environment: EnvironmentName, since: number): Settled {
  return failed(
    `The deploy command succeeded, but ${version} answers on ${environment}: healthy, and unchanged for ${durationText(since)}. ${to} does not.`,
    `Either ${to} was never deployed, or another server answers at this url.`,
    `Check what the deploy command of ${environment} really changes, and which server environments.${environment}.url points to. Then run again.`,
  );
}
