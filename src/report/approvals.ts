import type { GateScope, GateSetting } from '../core/model/gate.ts';
import type { HopTraits } from '../core/model/sequence.ts';
import type { ApprovalCount } from './plan-model.ts';

/** What a path asks of people, by the gates that are configured. */
export function countApprovals(
  hops: number,
  { deferrable }: HopTraits,
  gates: { readonly production: GateSetting; readonly finalize: GateSetting; readonly scope: GateScope },
): ApprovalCount {
  return {
    ...(gates.scope === 'path' ? { wholePath: true } : {}),
    deploys: gates.production === 'none' ? 0 : hops,
    // Where migrations run at start-up, the approval of the deploy is the only one there can be.
    migrations: deferrable && gates.finalize !== 'none' ? hops : 0,
  };
}

export function approvalSentence({ deploys, migrations, wholePath }: ApprovalCount): string {
  const all = deploys + migrations;
  if (all === 0) return 'No approval will be asked for: the gates are set to "none".';
  if (wholePath === true) return wholePathSentence(deploys, migrations);
  const parts = [
    ...(deploys === 0 ? [] : [`${deploys} before production is deployed`]),
    ...(migrations === 0 ? [] : [`${migrations} before its migrations start`]),
  ];
  return `${all === 1 ? '1 approval' : `${all} approvals`} will be asked for: ${parts.join(' and ')}.`;
}

function wholePathSentence(deploys: number, migrations: number): string {
  const starts = migrations === 0 ? '' : ` and every start of migrations, ${migrations} points of no return`;
  return `1 approval will be asked for, before the first hop, and it is for the whole path: ${deploys === 1 ? 'its deploy' : `all ${deploys} deploys`} on production${migrations === 1 ? ' and the start of its migrations, the point of no return' : starts}. Nobody is asked again; a hop whose rehearsal or tests fail still ends the climb.`;
}
