import type { Clock } from '../../../src/world/clock.ts';
import type { Effects } from '../../../src/world/effects/effects.ts';
import type { PartContext } from '../../../src/world/effects/kind.ts';
import { silentLog } from '../../../src/world/log.ts';
import { variablesFrom } from '../../../src/world/variables.ts';
import { penWithoutSecrets } from '../../support/pen.ts';

/** A clock on which a sleep takes no time but is remembered. */
export interface SimulatedClock extends Clock {
  readonly sleeps: readonly number[];
}

export function simulatedClock(start = '2026-11-20T02:00:00Z'): SimulatedClock {
  const sleeps: number[] = [];
  let now = Date.parse(start);
  return {
    sleeps,
    now: () => new Date(now),
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      sleeps.push(milliseconds);
      now += milliseconds;
    },
  };
}

export interface TestContext extends PartContext {
  readonly clock: SimulatedClock;
  readonly warnings: readonly string[];
  readonly masked: readonly string[];
}

export function contextFor(
  given: { environment?: Record<string, string>; directory?: string; placeholders?: Record<string, string> } = {},
): TestContext {
  const warnings: string[] = [];
  const masked: string[] = [];
  const clock = simulatedClock();
  const { environment = {}, directory = '.', placeholders = {} } = given;
  const effects: Effects = {
    clock,
    processes: { run: () => Promise.reject(new Error('a release source starts no process')) },
    fetch: globalThis.fetch,
    log: { ...silentLog, warn: (text) => warnings.push(text) },
    variables: variablesFrom(environment, (value) => masked.push(value)),
    ...penWithoutSecrets(),
    environment,
    directory,
    signal: new AbortController().signal,
  };
  return { effects, where: 'releases', placeholders, clock, warnings, masked };
}
