import type { LoadedFleet } from '../config/load.ts';
import { UserError } from '../core/messages/errors.ts';
import { maxSystems } from '../core/model/fleet-leg.ts';
import { longestMatrix } from '../core/model/matrix-hop.ts';
import { templates } from '../world/secrets/plain-variables.ts';
import type { FleetContent } from './render/job.ts';

/**
 * What the workflows use from a configuration of several systems.
 * @throws UserError for more systems than a run can have
 */
export function fleetContent({ file, systems }: LoadedFleet): FleetContent {
  if (systems.length > maxSystems) {
    throw new UserError({
      happened: `${file} has ${systems.length} systems.`,
      means: `A run has two matrices of ${longestMatrix} jobs, the most that GitHub allows in one. Nothing was written.`,
      next: `Divide them into configurations of at most ${maxSystems} systems, each in its own repository.`,
    });
  }
  const differing = new Map(systems.map(({ document }) => [variablesOf(document), document]));
  return { documents: [...differing.values()], isLarge: systems.length > longestMatrix };
}

/** The texts that need a variable of the job, with their places. */
function variablesOf(document: unknown): string {
  return JSON.stringify(templates(document).filter(({ text }) => text.includes('${')));
}
