import type { ProbeKind } from '../probe.ts';
import { commandHealth } from './health.ts';
import { commandReached } from './reached.ts';
import { commandSmokeTest } from './smoke.ts';

/** A command of the user's that looks, judged by its exit code. */
export const command: ProbeKind = {
  health: commandHealth,
  reached: commandReached,
  smokeTest: commandSmokeTest,
};
