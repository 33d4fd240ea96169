import type { Project } from '../../config/project.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';
import type { Database } from '../../drivers/data/database.ts';

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
