import type { Violation } from './invariant.ts';
import { isAtLeast, manualSince, pendingOn } from './releases.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

export interface ProductionDeploy {
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly deferred: boolean;
  /** Of the configuration that says what is run. */
  readonly edition: number;
}

/** Between the decision and the act lies a hook of the user's; clocks differ by less. */
const longestHook = 3_600_000;

/** What must hold in the moment in which a hop's `to` is deployed on production; empty when all of it does. */
export function judgePromotion(world: World, process: SimulatedProcess, deploy: ProductionDeploy): Violation[] {
  const { from, to } = deploy;
  const hop = `${from}--${to}`;
  const found: Violation[] = [];
  const name = `${process.title}: ${hop}`;
  const saw = process.sawProduction;
  // What somebody put there by hand, and what does not answer, nobody can know.
  const lies = world.faults.lie('production');
  const isHidden = lies || (!process.productionAnswered && world.changedByHandAt > 0);
  if (saw !== from && saw !== to && !isHidden) {
    found.push({ invariant: 'no hop is out of order', text: `${name}, while production has ${saw}` });
  }
  const pending = saw === from && !lies ? pendingOn(from, world.production.data.content.applied) : [];
  if (pending.length > 0) {
    found.push({ invariant: 'no hop is out of order', text: `${name}, while ${pending[0]?.name} is pending` });
  }
  // What is written before the act says under which digest it is done.
  const { digest } = process.deploying?.id === hop ? process.deploying : { digest: '' };
  const rehearsedAt = world.judge.rehearsals.passedAt(hop, digest);
  const isFresh = saw === from && process.productionAnswered && !lies;
  if (rehearsedAt === undefined) {
    found.push({ invariant: 'no promotion without a passed rehearsal of the same digest', text: name });
  } else if (world.editionOf(digest) !== deploy.edition) {
    found.push({
      invariant: 'no promotion without a passed rehearsal of the same digest',
      text: `${name} is done with edition ${deploy.edition}, and was planned with ${world.editionOf(digest)}`,
    });
  } else if (isFresh && world.time.now - rehearsedAt > world.rehearsalMaxAge + longestHook) {
    const hours = ((world.time.now - rehearsedAt) / 3_600_000).toFixed(1);
    found.push({
      invariant: 'no promotion without a passed rehearsal of the same digest',
      text: `${name} is ${hours} h old`,
    });
  }
  const points = [...world.shelf.kept.values()].filter(
    ({ manifest }) => manifest.purpose === 'restore-point' && manifest.hop.id === hop && manifest.hop.digest === digest,
  );
  const own = points.filter(({ owner }) => owner === process.owner);
  const approvedAt = world.judge.approvedAt(process.owner, hop, 'promote');
  if (points.length === 0 || (isFresh && own.length === 0)) {
    found.push({ invariant: 'no promotion without a restore point of that run', text: name });
  } else if (
    isFresh &&
    own.every(({ at }) => at < world.replacedByHandAt) &&
    world.replacedByHandAt < process.lookedAt
  ) {
    found.push({
      invariant: 'no promotion without a restore point of that run',
      text: `${name}: it is older than what was changed by hand`,
    });
  }
  if (isFresh && world.proves && !own.some(({ manifest }) => world.judge.isProved(manifest.id))) {
    found.push({
      invariant: 'no promotion without a restore point of that run',
      text: `${name}: it was not restored and compared`,
    });
  }
  if (
    process.isAttended &&
    world.gates !== 'none' &&
    (approvedAt === undefined || (isFresh && own.every(({ at }) => at < approvedAt)))
  ) {
    found.push({ invariant: 'no promotion before its gate', text: name });
  }
  if (process.isFrozen) found.push({ invariant: 'no promotion while it is frozen', text: name });
  if (isAtLeast(to, manualSince) && !isAtLeast(from, manualSince) && !world.manualDone) {
    found.push({ invariant: 'no hop before the work that only a person can do', text: name });
  }
  return found;
}
