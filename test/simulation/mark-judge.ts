import type { Data } from './installation.ts';
import type { World } from './world.ts';

interface Made {
  readonly lineage: string;
  readonly at: number;
}

/** Whether what is emptied on staging was marked by a person, as that very store, before the backup. */
export class MarkJudge {
  readonly #world: World;
  /** By id. */
  readonly #made = new Map<string, Made>();

  constructor(world: World) {
    this.#world = world;
  }

  marked({ mark, lineage }: Data): void {
    if (mark !== undefined) this.#made.set(mark.id, { lineage, at: this.#world.time.now });
  }

  /** What is wrong with emptying a store for a backup; undefined if nothing is. */
  wrongWith({ mark, lineage }: Data, backup: string): string | undefined {
    const kept = this.#world.shelf.kept.get(backup);
    const made = mark === undefined ? undefined : this.#made.get(mark.id);
    if (mark === undefined) return 'has no mark';
    if (made?.lineage !== lineage) return 'has a mark that was made for another';
    if (kept === undefined || made.at >= kept.takenAt) return 'was marked after the backup was taken';
    return kept.manifest.data.every(({ identity }) => identity.mark.kind === 'none')
      ? undefined
      : 'has a mark, and so did production';
  }
}
