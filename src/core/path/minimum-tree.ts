/** Numbers by place; finds the least number of any span in O(log n). A place that was never set counts as infinite. */
export class MinimumTree {
  readonly #size: number;
  readonly #nodes: Float64Array;

  constructor(length: number) {
    this.#size = 2 ** Math.ceil(Math.log2(Math.max(1, length)));
    this.#nodes = new Float64Array(2 * this.#size).fill(Number.POSITIVE_INFINITY);
  }

  get(place: number): number {
    return this.#node(this.#size + place);
  }

  set(place: number, value: number): void {
    let node = this.#size + place;
    this.#nodes[node] = value;
    while (node > 1) {
      node >>>= 1;
      this.#nodes[node] = Math.min(this.#node(2 * node), this.#node(2 * node + 1));
    }
  }

  /** The last place in [start, end) that holds the least number there; undefined if all are infinite. */
  lastMinimum(start: number, end: number): number | undefined {
    let best = 0;
    let left = start + this.#size;
    let right = end + this.#size;
    const rightNodes: number[] = [];
    const consider = (node: number) => {
      if (best === 0 || this.#node(node) <= this.#node(best)) best = node;
    };
    while (left < right) {
      if (left % 2 === 1) consider(left++);
      if (right % 2 === 1) rightNodes.push(--right);
      left >>>= 1;
      right >>>= 1;
    }
    for (const node of rightNodes.toReversed()) consider(node);
    if (best === 0 || this.#node(best) === Number.POSITIVE_INFINITY) return undefined;
    while (best < this.#size) best = this.#node(2 * best + 1) <= this.#node(2 * best) ? 2 * best + 1 : 2 * best;
    return best - this.#size;
  }

  #node(node: number): number {
    return this.#nodes[node] ?? Number.POSITIVE_INFINITY;
  }
}
