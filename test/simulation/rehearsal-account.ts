import type { HopReference } from '../../src/core/model/event.ts';
import type { ProductionDeploy } from './judge-promotion.ts';
import { newestKnownTo } from './releases.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** The order of what a rehearsal must really have done, each as a letter; others may lie between. */
const wholeWithWindow = /H.*F.*f.*T.*t.*F.*f.*T.*t$/;
const wholeWithout = /H.*F.*f.*T.*t$/;

/** What was really done on staging since the last restore there, and which hops it was enough for. */
export class RehearsalAccount {
  readonly #world: World;
  readonly #passed = new Map<string, number>();
  /** The backup that staging holds, complete and equal; undefined if it holds none. */
  #hop: HopReference | undefined;
  #deeds = '';
  /** Restores that were started. */
  #copies = 0;
  #from = '';

  constructor(world: World) {
    this.#world = world;
  }

  passedAt(hop: string, digest: string): number | undefined {
    return this.#passed.get(`${hop} ${digest}`);
  }

  restoreStarted(): void {
    this.#copies++;
    this.#hop = undefined;
    this.#deeds = '';
  }

  restored(backup: string): void {
    const kept = this.#world.shelf.kept.get(backup);
    const { data, hop } = kept?.manifest ?? {};
    const fingerprint = data?.[0]?.fingerprint;
    const rows = fingerprint?.kind === 'same-snapshot' ? fingerprint.value.tables[0]?.rows : undefined;
    if (hop === undefined || rows !== kept?.content.rows) return;
    const [from = '', to = ''] = hop.id.split('--');
    this.#hop = { ...hop, from, to };
    this.#from = from;
  }

  /** In a rehearsal of the whole path a hop starts where the previous one ended, on the same copy. */
  carriedOver(hop: HopReference, before: string, process: SimulatedProcess): void {
    const { staging, judge, faults } = this.#world;
    const isLeftSo = this.#hop?.id === before && this.#isWhole(this.#hop) && staging.installed === hop.from;
    if (!isLeftSo && !faults.lie('staging')) {
      judge.violated(
        'no promotion without a passed rehearsal of the same digest',
        `${process.title} carries ${hop.id} over from ${before}; staging holds ${this.#hop?.id ?? 'nothing'}, done: ${this.#deeds}`,
      );
    }
    this.#hop = hop;
    this.#from = hop.from;
    // What was scrubbed stays scrubbed, and the previous hop has deployed what this one starts from.
    this.#deeds = 'HF';
  }

  /** @returns what is called when all of it is scrubbed: a copy that was restored in the meantime is not. */
  scrubbing(): () => void {
    const copy = this.#copies;
    return () => {
      if (copy === this.#copies) this.#deeds += 'H';
    };
  }

  deployed(process: SimulatedProcess, { version, edition }: ProductionDeploy): void {
    if (this.#hop !== undefined && this.#world.editionOf(this.#hop.digest) !== edition) {
      this.#world.judge.violated(
        'no promotion without a passed rehearsal of the same digest',
        `${process.title} deploys with edition ${edition} on the copy of ${this.#hop.id}, which was planned with another`,
      );
    }
    if (this.#hop !== undefined && !this.#deeds.includes('H')) {
      this.#world.judge.violated('no copy of live data is started before it is scrubbed', process.title);
    }
    this.#deeds += version === this.#from ? 'F' : 'T';
  }

  smoked(whole: boolean): void {
    if (!whole) return;
    this.#deeds += this.#world.staging.running === this.#from ? 'f' : 't';
  }

  /** The journal says that the hop was rehearsed: was it? */
  recorded(hop: HopReference, process: SimulatedProcess): void {
    const { judge, faults } = this.#world;
    const { applied } = this.#world.staging.data.content;
    const isSame = this.#hop?.id === hop.id && this.#hop.digest === hop.digest;
    if (!isSame || (!this.#isWhole(hop) && !faults.lie('staging'))) {
      judge.violated(
        'no promotion without a passed rehearsal of the same digest',
        `${process.title} records it of ${hop.id}; staging holds ${this.#hop?.id ?? 'nothing'}, done: ${this.#deeds}, data ${applied}`,
      );
    }
    this.#passed.set(`${hop.id} ${hop.digest}`, this.#world.time.now);
  }

  /** All of it was really done, and no migration is left. */
  #isWhole(hop: HopReference): boolean {
    const { staging, deferrable } = this.#world;
    const { applied, job } = staging.data.content;
    const isDone = (deferrable ? wholeWithWindow : wholeWithout).test(this.#deeds);
    return isDone && applied >= newestKnownTo(hop.to) && job === undefined;
  }
}
