import { clientCredentials } from './client-credentials.ts';
import { httpHealth } from './health.ts';
import { httpMigrationStarter } from './migration-start.ts';
import { httpMigrations } from './migrations.ts';
import { httpVersion } from './version.ts';

/** The kinds of each probe. A second kind makes its line a z.union. */
export const healthProbe = httpHealth;
export const versionProbe = httpVersion;
export const migrationsProbe = httpMigrations;
export const migrationStarter = httpMigrationStarter;
/** What gives out a credential that ends after a while. */
export const tokenSource = clientCredentials;
export { smokeTest } from './smoke.ts';
