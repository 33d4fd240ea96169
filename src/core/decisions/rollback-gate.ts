import type { Hop } from '../model/hop.ts';
import { cannotTell, type Decision } from './decision.ts';
import { decideProtection, type EnvironmentGate } from './gate.ts';
import type { WayBack } from './rollback.ts';

/** What a person types to deploy the older release again although production's protection could not be read. */
export function redeployConfirmation({ id }: Pick<Hop, 'id'>): string {
  return `redeploy-${id}`;
}

/** How a rollback in a workflow passed the gate. `unread`: on a person's word, because GitHub did not answer. */
export interface RollbackPassed {
  readonly unread?: string;
}

/**
 * A rollback changes production, so its job passes production's gate like a promotion: permission to start a workflow is not
 * permission to replace data. If the older release is only deployed again, nothing is lost, and an unreachable GitHub must not
 * prevent it: then a person's word is enough.
 * @param confirm as it was typed
 */
export function decideRollbackGate(
  way: WayBack['way'],
  state: EnvironmentGate,
  hop: Pick<Hop, 'id' | 'from'>,
  confirm: string | undefined,
): Decision<RollbackPassed> {
  const typed = redeployConfirmation(hop);
  const inTerminal =
    way === 'restore'
      ? `staged-upgrade rollback --hop ${hop.id} --confirm ${confirm ?? hop.id}`
      : `staged-upgrade rollback --hop ${hop.id}`;
  const decision = decideProtection(state, {
    untouched: 'Nothing was changed on production.',
    again: 'start the rollback again',
    otherwise: `go back in a terminal (${inTerminal}), where the person who types it needs no other approval, or write "gates: { production: none }" into the configuration`,
  });
  if (decision.kind !== 'unknown' || state.reading.kind !== 'cannot-tell') return decision;
  const { reason } = state.reading;
  if (way === 'redeploy' && confirm === typed) {
    return {
      kind: 'act',
      unread: reason,
      because: `A person typed ${typed}: ${hop.from} is deployed again although the protection of "${state.environment}" could not be read (${reason}).`,
    };
  }
  const { happened, means, next } = decision.message;
  const atOnce =
    way === 'redeploy'
      ? `If it cannot wait: ${hop.from} is deployed again without it when the workflow "Rollback" is started with ${typed} as confirmation; that way back loses nothing.`
      : `If it cannot wait: in a terminal the person who types it is the gate: ${inTerminal}`;
  return cannotTell(happened, means, `${next} ${atOnce}`);
}
