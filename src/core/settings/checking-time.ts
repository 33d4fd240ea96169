import { AsyncLocalStorage } from 'node:async_hooks';

/** What all that is tried of one configuration may take together; what people write needs a hundredth of it. */
const mostMilliseconds = 600;

interface Spent {
  microseconds: number;
}

const spending = new AsyncLocalStorage<Spent>();

export type Checked<T> =
  | { readonly kind: 'checked'; readonly value: T }
  /** `at` is the expression whose turn it was when the time was used up. */
  | { readonly kind: 'too-slow'; readonly at: string };

class TimeIsUp extends Error {
  readonly at: string;

  constructor(at: string) {
    super('the expressions together take too long to check');
    this.at = at;
  }
}

/** All that is tried in `check`, and may take long before it is refused, takes no longer than `mostMilliseconds` together. */
export function withinCheckingTime<T>(check: () => T): Checked<T> {
  try {
    return { kind: 'checked', value: spending.run({ microseconds: 0 }, check) };
  } catch (error) {
    if (error instanceof TimeIsUp) return { kind: 'too-slow', at: error.at };
    throw error;
  }
}

/** What `look` says about an expression, unless those before it have used up the time that all have together. */
export function withinTimeLeft<T>(expression: string, look: () => T): T {
  const spent = spending.getStore();
  if (spent === undefined) return look();
  if (spent.microseconds > mostMilliseconds * 1_000) throw new TimeIsUp(expression);
  const start = process.threadCpuUsage();
  try {
    return look();
  } finally {
    // On a busy machine the time passes without anything being done.
    const { user, system } = process.threadCpuUsage(start);
    spent.microseconds += user + system;
  }
}
