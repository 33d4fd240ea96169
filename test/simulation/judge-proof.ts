import { waiver } from './configuration.ts';
import type { Invariant, Violation } from './invariant.ts';
import type { ProductionDeploy } from './judge-promotion.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** A promotion in the moment in which it deploys. */
export interface Promoted {
  readonly world: World;
  readonly process: SimulatedProcess;
  readonly deploy: ProductionDeploy;
  /** Under which it is done, as was written before. */
  readonly digest: string;
  /** It starts from what was just seen, and nothing is half done. */
  readonly isFresh: boolean;
}

/** Between the decision and the act lies a hook of the user's; clocks differ by less. */
const longestHook = 3_600_000;

const rehearsed = 'no promotion without a passed rehearsal of the same digest';
const restorable = 'no promotion without a restore point of that run';

/** What must have been proved before a hop's `to` is deployed on production. */
export function judgeProof(promoted: Promoted): Violation[] {
  const { world, process, deploy } = promoted;
  const hop = `${deploy.from}--${deploy.to}`;
  const said = world.staged ? unrehearsed(promoted) : [...rehearsal(promoted, hop), ...restorePoint(promoted, hop)];
  const other = otherEdition(promoted);
  const all = other === undefined ? said : [...said, other];
  return all.map(([invariant, text]) => ({ invariant, text: `${process.title}: ${hop}${text}` }));
}

type Said = readonly [Invariant, string];

/** Instead of a rehearsal there is the reason, in the journal. */
function unrehearsed({ world, digest }: Promoted): Said[] {
  const isSaid = world.journal.entries.some(
    ({ event }) => event.type === 'rehearsal-waived' && event.hop.digest === digest && event.because === waiver,
  );
  return isSaid ? [] : [['no promotion without a rehearsal but for a written reason', '']];
}

function otherEdition({ world, deploy: { edition }, digest }: Promoted): Said | undefined {
  const planned = world.editionOf(digest);
  return planned === edition
    ? undefined
    : [rehearsed, ` is done with edition ${edition}, and was planned with ${planned}`];
}

function rehearsal({ world, digest, isFresh }: Promoted, hop: string): Said[] {
  const at = world.judge.rehearsals.passedAt(hop, digest);
  if (at === undefined) return [[rehearsed, '']];
  const age = world.time.now - at;
  if (!isFresh || age <= world.rehearsalMaxAge + longestHook) return [];
  return [[rehearsed, ` is ${(age / 3_600_000).toFixed(1)} h old`]];
}

function restorePoint({ world, process, digest, isFresh }: Promoted, hop: string): Said[] {
  const points = [...world.shelf.kept.values()].filter(
    ({ manifest }) => manifest.purpose === 'restore-point' && manifest.hop.id === hop && manifest.hop.digest === digest,
  );
  const own = points.filter(({ owner }) => owner === process.owner);
  const found: Said[] = [];
  if (points.length === 0 || (isFresh && own.length === 0)) found.push([restorable, '']);
  else if (isFresh && own.every(({ at }) => at < world.replacedByHandAt) && world.replacedByHandAt < process.lookedAt) {
    found.push([restorable, ': it is older than what was changed by hand']);
  }
  if (isFresh && world.proves && !own.some(({ manifest }) => world.judge.isProved(manifest.id)))
    found.push([restorable, ': it was not restored and compared']);
  const approvedAt = world.judge.approvedAt(process.owner, hop, 'promote');
  const isAsked = process.isAttended && world.gates !== 'none' && approvedAt !== undefined;
  if (isAsked && isFresh && own.every(({ at }) => at < approvedAt)) found.push(['no promotion before its gate', '']);
  return found;
}
