import type { GateScope, GateSetting } from '../core/model/gate.ts';
import type { HopTraits } from '../core/model/sequence.ts';
import type { ApprovalCount } from './plan-model.ts';

/** The approvals that a path requires, by the gates that are configured. */
export function countApprovals(
  hops: number,
  { deferrable }: HopTraits,
  gates: { readonly production: GateSetting; readonly finalize: GateSetting; readonly scope: GateScope },
): ApprovalCount {
  return {
    ...(gates.scope === 'path' ? { wholePath: true } : {}),
    deploys: gates.production === 'none' ? 0 : hops,
    // If migrations run at start-up, the approval of the deploy is the only one there can be.
    migrations: deferrable && gates.finalize !== 'none' ? hops : 0,
  };
}

/** Whether a hop has migrations is known for certain only once its release runs, so their number is a range. */
export function approvalSentence({ deploys, migrations, wholePath }: ApprovalCount): string {
  const most = deploys + migrations;
  if (most === 0) return 'No approval will be asked for: the gates are set to "none".';
  if (wholePath === true) return wholePathSentence(deploys, migrations);
  const eachHop = deploys === 1 ? 'if the hop' : 'for each hop that';
  if (deploys === 0) {
    const often = migrations === 1 ? '1 approval' : `${migrations} approvals`;
    return `At most ${often} will be asked for: before the migrations of a hop start, where it brings any.`;
  }
  const asked = `${numberOf(deploys, most)} will be asked for`;
  if (migrations === 0) return `${asked}, ${deploys === 1 ? '' : 'each '}before production is deployed.`;
  return `${asked}: ${deploys} before production is deployed, and 1 more ${eachHop} brings migrations, before they start.`;
}

function numberOf(least: number, most: number): string {
  if (most === 1) return '1 approval';
  if (least === most) return `${most} approvals`;
  return `${least} ${most === least + 1 ? 'or' : 'to'} ${most} approvals`;
}

function wholePathSentence(deploys: number, migrations: number): string {
  const what = deploys === 1 ? 'its deploy' : `all ${deploys} deploys`;
  const starts = migrations === 0 ? '' : migrationStarts(migrations);
  return `1 approval will be asked for, before the first hop, and it is for the whole path: ${what} on production${starts}. Nobody is asked again; a hop whose rehearsal or tests fail still ends the climb.`;
}

function migrationStarts(hops: number): string {
  return hops === 1
    ? ' and the start of its migrations, the point of no return'
    : ` and every start of migrations, up to ${hops} points of no return`;
}
