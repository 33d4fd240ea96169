import type { RunIdentity } from '../../src/core/model/event.ts';

/** A new run at a terminal each time. */
export class RunIdentitySource {
  readonly #name: string;
  #count = 0;

  constructor(name: string) {
    this.#name = name;
  }

  next(): RunIdentity {
    return terminal(`${this.#name}-${++this.#count}`);
  }
}

export function terminal(id: string): RunIdentity {
  return { kind: 'terminal', id, attempt: 1, actor: 'engineer' };
}
