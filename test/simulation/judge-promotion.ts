import type { Violation } from './judge.ts';
import { pendingOn } from './releases.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

export interface ProductionDeploy {
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly deferred: boolean;
}

/** What must hold in the moment in which a hop's `to` is deployed on production; empty when all of it does. */
export function judgePromotion(world: World, process: SimulatedProcess, deploy: ProductionDeploy): Violation[] {
  const { from, to } = deploy;
  const hop = `${from}--${to}`;
  const found: Violation[] = [];
  const name = `${process.title}: ${hop}`;
  const saw = process.sawProduction;
  // What somebody put there by hand, and what does not answer, nobody can know.
  const isHidden = !process.productionAnswered && world.changedByHandAt > 0;
  if (saw !== from && saw !== to && !isHidden) {
    found.push({ invariant: 'no hop is out of order', text: `${name}, while production has ${saw}` });
  }
  const pending = saw === from ? pendingOn(from, world.production.data.content.applied) : [];
  if (pending.length > 0) {
    found.push({ invariant: 'no hop is out of order', text: `${name}, while ${pending[0]?.name} is pending` });
  }
  const rehearsedAt = world.judge.rehearsals.passedAt(hop, process.edition);
  const isFresh = saw === from && process.productionAnswered;
  if (rehearsedAt === undefined) {
    found.push({ invariant: 'no promotion without a passed rehearsal of the same digest', text: name });
  } else if (isFresh && world.time.now - rehearsedAt > world.rehearsalMaxAge + world.widestSkew) {
    const hours = ((world.time.now - rehearsedAt) / 3_600_000).toFixed(1);
    found.push({
      invariant: 'no promotion without a passed rehearsal of the same digest',
      text: `${name} is ${hours} h old`,
    });
  }
  const digest = world.digestOf(hop, process.edition);
  const points = [...world.shelf.kept.values()].filter(
    ({ manifest }) =>
      manifest.purpose === 'restore-point' &&
      manifest.hop.id === hop &&
      (digest === undefined || manifest.hop.digest === digest),
  );
  const own = points.filter(({ runId }) => runId === process.run.id);
  const approvedAt = world.judge.approvedAt(process.owner, hop, 'promote');
  if (points.length === 0 || (isFresh && own.length === 0)) {
    found.push({ invariant: 'no promotion without a restore point of that run', text: name });
  } else if (isFresh && own.every(({ at }) => at < world.changedByHandAt)) {
    found.push({
      invariant: 'no promotion without a restore point of that run',
      text: `${name}: it is older than what was changed by hand`,
    });
  }
  if (process.isAttended && world.gates && approvedAt === undefined) {
    found.push({ invariant: 'no promotion before its gate', text: name });
  }
  return found;
}
