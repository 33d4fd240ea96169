import { tmpdir } from 'node:os';
import { systemClock } from '../../src/world/clock.ts';
import type { Effects } from '../../src/world/effects/effects.ts';
import { type Log, silentLog } from '../../src/world/log.ts';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { variablesFrom } from '../../src/world/variables.ts';
import { penWithoutSecrets } from './pen.ts';

/** Real effects, with the given variables and a log that keeps its warnings. */
export function databaseEffects(
  variables: Readonly<Record<string, string>> = {},
  overrides: Partial<Pick<Effects, 'clock' | 'processes' | 'environment' | 'directory'>> = {},
): Effects & { readonly warnings: string[] } {
  const warnings: string[] = [];
  const log: Log = { ...silentLog, warn: (text) => warnings.push(text) };
  return {
    clock: systemClock,
    processes: systemProcesses,
    fetch: globalThis.fetch,
    log,
    variables: variablesFrom(variables, () => undefined),
    ...penWithoutSecrets(),
    environment: { PATH: process.env.PATH ?? '' },
    directory: tmpdir(),
    signal: new AbortController().signal,
    warnings,
    ...overrides,
  };
}
