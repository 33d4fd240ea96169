import type { EnvironmentName } from '../model/hop.ts';
import { type Refusal, refuse } from './decision.ts';

/** A server that accepts the data of a newer release looks healthy and is not: no test of it would show that. */
export function newerData(
  environment: EnvironmentName,
  { error }: { readonly error: string },
  unchanged: string,
): Refusal {
  return refuse(
    `The data of ${environment} is newer than the release that answers: ${error}.`,
    `A server that silently accepts it looks healthy and works incorrectly. ${unchanged}`,
    'Deploy the release that this data belongs to; or stop the server, restore the backup of the release that is to run (staged-upgrade rollback), and deploy that.',
  );
}
