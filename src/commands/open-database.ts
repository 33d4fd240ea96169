import type { Database } from '../databases/database.ts';
import type { EnvironmentName } from '../hop/hop.ts';
import type { Project } from './project.ts';

/** Without the address and the credentials that the probes need: a job may have a database and no server. */
export function openDatabase(
  { configuration, effects }: Pick<Project, 'configuration' | 'effects'>,
  environment: EnvironmentName,
): Database {
  return configuration.environments[environment].database.open({
    effects,
    where: `environments.${environment}.database`,
    placeholders: { system: configuration.system, environment },
  });
}
