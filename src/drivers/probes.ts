import { clientCredentials } from './probes/client-credentials.ts';
import { httpMigrationStarter } from './probes/migration-start.ts';
import { httpMigrations } from './probes/migrations.ts';
import { httpVersion } from './probes/version.ts';

/** The kinds of each probe. A second kind makes its line a z.union. */
export const versionProbe = httpVersion;
export const migrationsProbe = httpMigrations;
export const migrationStarter = httpMigrationStarter;
/** What gives out a credential that ends after a while. */
export const tokenSource = clientCredentials;
export { healthProbe } from './probes/health.ts';
export { reachedProbe } from './probes/reached.ts';
export { smokeTest } from './probes/smoke.ts';
