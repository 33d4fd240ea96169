import assert from 'node:assert/strict';

/** What a release engineer expects of every case that it applies to. */
export interface Law<Case extends Asked> {
  /** A sentence. */
  readonly says: string;
  /** The steps that it applies to; all if left out. */
  readonly of?: readonly Case['command'][];
  /** Which of their cases it applies to; all if left out. */
  readonly about?: (seen: Case) => boolean;
  readonly holds: (seen: Case) => boolean;
}

export interface Asked {
  readonly command: string;
}

interface Account<Case extends Asked> {
  readonly law: Law<Case>;
  cases: number;
  broken: number;
  first: Case | undefined;
}

/** Checks cases against laws, one by one: there are too many to keep. */
export class Court<Case extends Asked> {
  readonly #accounts: readonly Account<Case>[];
  readonly #byCommand = new Map<string, readonly Account<Case>[]>();
  cases = 0;

  constructor(laws: readonly Law<Case>[]) {
    this.#accounts = laws.map((law) => ({ law, cases: 0, broken: 0, first: undefined }));
  }

  hear(seen: Case): void {
    this.cases += 1;
    for (const account of this.#concerning(seen.command)) {
      const { law } = account;
      if (law.about?.(seen) === false) continue;
      account.cases += 1;
      if (law.holds(seen)) continue;
      account.broken += 1;
      account.first ??= seen;
    }
  }

  /** A law that applied to no case has proved nothing. */
  assertKept(says: string, describe: (seen: Case) => string): void {
    const account = this.#accounts.find(({ law }) => law.says === says);
    assert.ok(account !== undefined && account.cases > 0, `no case was about this law: ${says}`);
    if (account.first === undefined) return;
    assert.fail(`${account.broken} of ${account.cases} cases break it, the first:\n${describe(account.first)}`);
  }

  #concerning(command: Case['command']): readonly Account<Case>[] {
    const known = this.#byCommand.get(command);
    if (known !== undefined) return known;
    const found = this.#accounts.filter(({ law }) => law.of === undefined || law.of.includes(command));
    this.#byCommand.set(command, found);
    return found;
  }
}
