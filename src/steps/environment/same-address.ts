import { settingsOf } from '../../config/environment-settings.ts';
import type { Project } from '../../config/project.ts';
import type { Refusal } from '../../core/decisions/decision.ts';
import { decideAddressesApart } from '../../core/decisions/places-apart.ts';
import { UserError } from '../../core/messages/errors.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';

/**
 * Two variables may hold one address, which the configuration does not show. Undefined if they do not, or if this run lacks one:
 * a staging job has none of production's.
 */
export function sameAddress(project: Project): Refusal | undefined {
  const [production, staging] = [addressOf(project, 'production'), addressOf(project, 'staging')];
  if (production === undefined || staging === undefined) return undefined;
  return decideAddressesApart(production, staging);
}

function addressOf({ configuration, effects }: Project, environment: EnvironmentName): string | undefined {
  const { url } = settingsOf(configuration, environment);
  if (url === undefined) return undefined;
  try {
    return effects.variables.fill(url, `environments.${environment}.url`);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
