import type { Violation } from './invariant.ts';
import { judgeProof } from './judge-proof.ts';
import { isAtLeast, manualSince, pendingOn } from './releases.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

export interface ProductionDeploy {
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly deferred: boolean;
  /** Of the configuration that determines what is run. */
  readonly edition: number;
}

/** What must hold at the moment in which a hop's `to` is deployed on production; empty if all of it does. */
export function judgePromotion(world: World, process: SimulatedProcess, deploy: ProductionDeploy): Violation[] {
  const { from, to } = deploy;
  const hop = `${from}--${to}`;
  const found: Violation[] = [];
  const name = `${process.title}: ${hop}`;
  const saw = process.sawProduction;
  // What somebody deployed there by hand, and what does not answer, nobody can know.
  const lies = world.faults.lie('production');
  const isHidden = lies || (!process.productionAnswered && world.changedByHandAt > 0);
  if (saw !== from && saw !== to && !isHidden) {
    found.push({ invariant: 'no hop is out of order', text: `${name}, while production has ${saw}` });
  }
  const pending = saw === from && !lies ? pendingOn(from, world.production.data.content.applied) : [];
  if (pending.length > 0) {
    found.push({ invariant: 'no hop is out of order', text: `${name}, while ${pending[0]?.name} is pending` });
  }
  // The entry written before the act names its digest.
  const { digest } = process.deploying?.id === hop ? process.deploying : { digest: '' };
  const isFresh = saw === from && process.productionAnswered && !lies;
  found.push(...judgeProof({ world, process, deploy, digest, isFresh }));
  if (
    process.isAttended &&
    world.gates !== 'none' &&
    world.judge.approvedAt(process.owner, hop, 'promote') === undefined
  ) {
    found.push({ invariant: 'no promotion before its gate', text: name });
  }
  if (process.isFrozen) found.push({ invariant: 'no promotion while it is frozen', text: name });
  if (isAtLeast(to, manualSince) && !isAtLeast(from, manualSince) && !world.manualDone) {
    found.push({ invariant: 'no hop before the work that only a person can do', text: name });
  }
  return found;
}
