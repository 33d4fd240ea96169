import { AsyncLocalStorage } from 'node:async_hooks';

/** The total time for everything that is tried of one configuration; a real configuration needs a hundredth of it. */
const maxMilliseconds = 600;

interface Spent {
  microseconds: number;
}

const spending = new AsyncLocalStorage<Spent | 'checked-before'>();

export type Checked<T> =
  | { readonly kind: 'checked'; readonly value: T }
  /** `at` is the expression that was being tried when the time was up. */
  | { readonly kind: 'too-slow'; readonly at: string };

class TimeIsUp extends Error {
  readonly at: string;

  constructor(at: string) {
    super('the expressions together take too long to check');
    this.at = at;
  }
}

/** Limits everything that is tried in `check`, and may take long before it is refused, to `maxMilliseconds` in total. */
export function withinCheckingTime<T>(check: () => T): Checked<T> {
  try {
    return { kind: 'checked', value: spending.run({ microseconds: 0 }, check) };
  } catch (error) {
    if (error instanceof TimeIsUp) return { kind: 'too-slow', at: error.at };
    throw error;
  }
}

/** Reads what was checked before, such as what is shipped: to try its expressions again takes a tenth of a start. */
export function checkedBefore<T>(read: () => T): T {
  return spending.run('checked-before', read);
}

/**
 * What `look` says about an expression, unless those before it have used up the shared time.
 * @param accepted what it says about one that is accepted
 */
export function withinTimeLeft<T>(expression: string, accepted: T, look: () => T): T {
  const spent = spending.getStore();
  if (spent === 'checked-before') return accepted;
  if (spent === undefined) return look();
  if (spent.microseconds > maxMilliseconds * 1_000) throw new TimeIsUp(expression);
  const start = process.threadCpuUsage();
  try {
    return look();
  } finally {
    // On a busy machine time passes without anything being done.
    const { user, system } = process.threadCpuUsage(start);
    spent.microseconds += user + system;
  }
}
