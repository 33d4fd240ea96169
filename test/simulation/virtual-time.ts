import { setImmediate } from 'node:timers/promises';

/** Ten times what has ever been seen in a whole scenario. */
const maxEvents = 1_000_000;

interface Planned {
  readonly time: number;
  readonly order: number;
  readonly happen: () => void;
}

/**
 * Time that passes only when nothing is left to do at the present instant. What is planned happens in the order of its
 * time; after each, everything that waited for it runs until it waits again, so that a run is the same every time.
 */
export class VirtualTime {
  /** Milliseconds since 1970, by the true clock; those of the runners differ from it. */
  now = 0;
  readonly #heap: Planned[] = [];
  #order = 0;

  at(time: number, happen: () => void): void {
    const heap = this.#heap;
    let index = heap.length;
    const planned = { time: Math.max(time, this.now), order: this.#order++, happen };
    heap.push(planned);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || isBefore(above, planned)) break;
      heap[index] = above;
      heap[parent] = planned;
      index = parent;
    }
  }

  after(milliseconds: number, happen: () => void): void {
    this.at(this.now + milliseconds, happen);
  }

  pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /**
   * @param most the time after which nothing more happens: what is still planned then stays planned
   * @returns `busy`: so much happened that somebody asks endlessly, and never waits long enough for anything to change
   */
  async run(isOver: () => boolean, most: number): Promise<'over' | 'idle' | 'late' | 'busy'> {
    for (const until = this.#order + maxEvents; ; ) {
      // Only promises, no timers and no input: when an immediate runs, all of them have been settled.
      await setImmediate();
      if (isOver()) return 'over';
      const next = this.#heap[0];
      if (next === undefined) return 'idle';
      if (next.time > most) return 'late';
      if (this.#order > until) return 'busy';
      this.#removeFirst();
      this.now = next.time;
      next.happen();
    }
  }

  #removeFirst(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      const child = right !== undefined && left !== undefined && isBefore(right, left) ? right : left;
      if (child === undefined || isBefore(last, child)) break;
      heap[index] = child;
      index = child === right ? 2 * index + 2 : 2 * index + 1;
    }
    heap[index] = last;
  }
}

function isBefore(one: Planned, other: Planned): boolean {
  return one.time < other.time || (one.time === other.time && one.order < other.order);
}
