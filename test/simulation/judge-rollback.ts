import { redeployConfirmation } from '../../src/core/decisions/rollback-gate.ts';
import type { EntryOf, RunIdentity } from '../../src/core/model/event.ts';
import type { Act } from './act.ts';
import type { Violation } from './invariant.ts';
import { ownerName, type SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** Between a look at production and the act that follows it there is the fence, and no hook. */
const slowestLookMilliseconds = 60_000;

/** Whether a rollback may change production, what it rolls back to, and whether that was seen to work. */
export class RollbackJudge {
  readonly #world: World;
  /** Those whose job waited for its reviewers. */
  readonly #approved = new Set<string>();
  /** When a process started to restore production's data. */
  readonly #putBackAt = new Map<SimulatedProcess, number>();
  /** Processes that have seen production's smoke tests pass since they deployed there. */
  readonly #haveTested = new Set<SimulatedProcess>();

  constructor(world: World) {
    this.#world = world;
  }

  approved(run: RunIdentity): void {
    this.#approved.add(ownerName(run));
  }

  tested(process: SimulatedProcess): void {
    this.#haveTested.add(process);
  }

  putsBack(process: SimulatedProcess): void {
    this.#putBackAt.set(process, this.#world.time.now);
  }

  judge(process: SimulatedProcess, act: Act): readonly Violation[] {
    if (act.on !== 'production') return [];
    if (act.what !== 'deploy') return this.#gate(process, act);
    this.#haveTested.delete(process);
    return [...this.#gate(process, act), ...this.#onRestored(process, act.version)];
  }

  /** Production runs what it ran before, and every record can be read; or a person has said why that is enough. */
  rolledBackEvent(
    { to, accepted, environment }: EntryOf<'rolled-back'>['event'],
    process: SimulatedProcess,
  ): Violation[] {
    if (environment !== 'production') return [];
    const { running, data } = this.#world.production;
    const { damage } = data.content;
    const found = [
      ...(accepted === undefined && !this.#haveTested.has(process) ? ['it was not tested since'] : []),
      ...(damage !== undefined && running === to ? [`its data: ${damage}`] : []),
    ];
    return found.map((what) => ({
      invariant: 'what is recorded was so',
      text: `${process.title} records that ${to} is back; ${what}`,
    }));
  }

  #gate({ owner, run, mayPreempt, confirmed, title }: SimulatedProcess, act: Act): readonly Violation[] {
    if (this.#world.gates !== 'environment' || run.kind !== 'github' || !mayPreempt) return [];
    if (act.what !== 'deploy' && act.what !== 'restore' && act.what !== 'stop') return [];
    if (this.#approved.has(owner)) return [];
    // On a person's word, if the protection cannot be read: that rollback loses nothing.
    const isOnConfirmation = act.what !== 'restore' && confirmed?.startsWith(wordBefore) === true;
    return isOnConfirmation ? [] : [{ invariant: 'no way back before its gate', text: `${title}: ${act.what}` }];
  }

  /** What was restored is unchanged: another release that was up since, for long enough to be seen, wrote to it. */
  #onRestored(process: SimulatedProcess, version: string): readonly Violation[] {
    const { production, time, faults } = this.#world;
    const { isUp, running, upSince } = production;
    const putBackAt = this.#putBackAt.get(process);
    if (putBackAt === undefined || faults.hidesServers || faults.has('journalSlow')) return [];
    if (!isUp || running === version || upSince < putBackAt || time.now - upSince < slowestLookMilliseconds) return [];
    const text = `${process.title} deploys ${version} on what ${running} wrote after it was put back`;
    return [{ invariant: 'no way back over migrated data', text }];
  }
}

const wordBefore = redeployConfirmation({ id: '' });
