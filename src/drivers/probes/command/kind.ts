import type { ProbeKind } from '../probe.ts';
import { commandHealth } from './health.ts';
import { commandMeasure } from './measure.ts';
import { commandMigrations } from './migrations.ts';
import { commandReached } from './reached.ts';
import { commandSmokeTest } from './smoke.ts';
import { commandVersion } from './version.ts';

/** A user's command that only looks, judged by its exit code; a version and the state of migrations are read from its output. */
export const command: ProbeKind = {
  version: commandVersion,
  health: commandHealth,
  reached: commandReached,
  migrations: commandMigrations,
  smokeTest: commandSmokeTest,
  measure: commandMeasure,
};
