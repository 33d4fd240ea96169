import type { Settled } from '../../core/decisions/decision.ts';
import { decidePlacesApart } from '../../core/decisions/places-apart.ts';
import { productionPlace } from '../../core/history/production-place.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { isSameDeployPlace } from '../../core/model/deploy-place.ts';
import { releaseOn } from '../../core/model/hop.ts';
import type { PlaceRequest } from '../../drivers/deployers/deployer.ts';
import { sameAddress } from '../environment/same-address.ts';
import type { DeployTarget } from '../environment/stage-deployer.ts';
import type { HopStepContext } from './hop-step.ts';
import type { Needs } from './needs.ts';

/**
 * Before a step acts: on production, a step that can look records where production is deployed; on staging, each step compares
 * the addresses, and one that stops or replaces its server also that place with its own. Why it may not act, or undefined.
 */
export async function apartFromProduction(
  context: HopStepContext,
  { own = [], place }: Needs,
): Promise<Settled | undefined> {
  if (context.environment === 'staging') {
    const together = sameAddress(context.project);
    if (together !== undefined || !own.includes('deploy')) return together;
    return await notOnProduction(context);
  }
  if (place === true) await notePlace(context);
  return undefined;
}

async function notOnProduction(context: HopStepContext): Promise<Settled | undefined> {
  const { live, project } = context;
  const request = requestOf(context);
  const deployer = live.place(targetOf(context));
  if (deployer?.place === undefined) return undefined;
  const seen = productionPlace(await project.journal.read(), deployer.kind);
  if (seen !== undefined) {
    return decidePlacesApart({ place: seen.event.place, at: seen.at }, await deployer.place(request));
  }
  project.effects.log.info(
    'Whether staging is deployed apart from production was not compared: the journal does not say where production is.',
  );
  return undefined;
}

/** A job that cannot look may continue: what it does on production needs no staging. */
async function notePlace(context: HopStepContext): Promise<void> {
  const { live, project } = context;
  try {
    const request = requestOf(context);
    const place = await live.place(targetOf(context))?.place?.(request);
    if (place === undefined) return;
    const before = productionPlace(await project.journal.read(), place.kind)?.event.place;
    if (before !== undefined && isSameDeployPlace(before, place)) return;
    await project.journal.append({ type: 'production-place-seen', place });
  } catch (error) {
    if (!(error instanceof SystemFailure) && !(error instanceof UserError)) throw error;
    const { happened } = error.detail;
    project.effects.log.warn(
      `Where production is deployed could not be read: ${happened} Staging is compared with where it was seen before, if it was.`,
    );
  }
}

/** Stages differ by their labels. */
function targetOf({ hop: { from, to } }: HopStepContext): DeployTarget {
  return { version: to, from, to };
}

function requestOf({ hop, project }: HopStepContext): PlaceRequest {
  const [from, to] = [releaseOn(hop, 'from'), releaseOn(hop, 'to')];
  return { version: to, from, to, parts: hop.parts?.to ?? {}, signal: project.effects.signal };
}
