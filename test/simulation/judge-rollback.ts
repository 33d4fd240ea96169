import { redeployConfirmation } from '../../src/core/decisions/rollback-gate.ts';
import type { RunIdentity } from '../../src/core/model/event.ts';
import type { Act } from './act.ts';
import type { Violation } from './invariant.ts';
import { ownerName, type SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** Who may change production by a rollback in a workflow: those whose job waited for its reviewers. */
export class RollbackJudge {
  readonly #world: World;
  readonly #approved = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  approved(run: RunIdentity): void {
    this.#approved.add(ownerName(run));
  }

  /** @param act one that changes production */
  judge(process: SimulatedProcess, act: Act): readonly Violation[] {
    const { owner, run, mayPreempt, confirmed, title } = process;
    if (this.#world.gates !== 'environment' || run.kind !== 'github' || !mayPreempt) return [];
    if (act.what !== 'deploy' && act.what !== 'restore' && act.what !== 'stop') return [];
    if (act.on !== 'production' || this.#approved.has(owner)) return [];
    // On a person's word, where the protection cannot be read: that way back loses nothing.
    const isOnWord = act.what !== 'restore' && confirmed?.startsWith(wordBefore) === true;
    return isOnWord ? [] : [{ invariant: 'no way back before its gate', text: `${title}: ${act.what}` }];
  }
}

const wordBefore = redeployConfirmation({ id: '' });
