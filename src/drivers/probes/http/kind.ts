import type { ProbeKind } from '../probe.ts';
import { httpHealth } from './health.ts';
import { httpMeasure } from './measure.ts';
import { httpMigrationStarter } from './migration-start.ts';
import { httpMigrations } from './migrations.ts';
import { httpReached } from './reached.ts';
import { httpSmokeTest } from './smoke.ts';
import { httpVersion } from './version.ts';

/** A request to the address of the environment, judged by its answer. */
export const http: ProbeKind = {
  version: httpVersion,
  health: httpHealth,
  reached: httpReached,
  migrations: httpMigrations,
  migrationStarter: httpMigrationStarter,
  smokeTest: httpSmokeTest,
  measure: httpMeasure,
};
