import type { GateSetting } from '../hop/gate.ts';
import type { HopTraits } from '../hop/sequence.ts';
import type { ApprovalCount } from './plan-model.ts';

/** What a path asks of people, by the gates that are configured. */
export function countApprovals(
  hops: number,
  { deferrable }: HopTraits,
  gates: { readonly production: GateSetting; readonly finalize: GateSetting },
): ApprovalCount {
  return {
    deploys: gates.production === 'none' ? 0 : hops,
    // Where migrations run at start-up, the approval of the deploy is the only one there can be.
    migrations: deferrable && gates.finalize !== 'none' ? hops : 0,
  };
}

export function approvalSentence({ deploys, migrations }: ApprovalCount): string {
  const all = deploys + migrations;
  if (all === 0) return 'No approval will be asked for: the gates are set to "none".';
  const parts = [
    ...(deploys === 0 ? [] : [`${deploys} before production is deployed`]),
    ...(migrations === 0 ? [] : [`${migrations} before its migrations start`]),
  ];
  return `${all === 1 ? '1 approval' : `${all} approvals`} will be asked for: ${parts.join(' and ')}.`;
}
