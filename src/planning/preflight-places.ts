import type { Project } from '../config/project.ts';
import { decidePlacesApart, type ProductionPlace } from '../core/decisions/places-apart.ts';
import { productionPlace } from '../core/history/production-place.ts';
import { UserError } from '../core/messages/errors.ts';
import { type Finding, fine, problem } from '../core/messages/finding.ts';
import { deployPlaceText } from '../core/model/deploy-place.ts';
import { type EnvironmentName, type Hop, releaseOn } from '../core/model/hop.ts';
import { openLiveSystem } from '../steps/environment/live-system.ts';
import { sameAddress } from '../steps/environment/same-address.ts';
import type { PreflightScope } from './preflight-scope.ts';

/**
 * Whether staging is deployed in production's place. As before a step that changes staging, what counts is where the journal
 * saw production. Only a terminal, from which both are deployed, compares directly: in a workflow, the engine of a job's own
 * machine is another one in each job.
 */
export async function placeFindings(
  project: Project,
  hop: Hop,
  { subject, scope }: { readonly subject: string; readonly scope: PreflightScope },
): Promise<Finding[]> {
  const isTerminal = project.run.kind === 'terminal';
  const isStagings = scope.looksAt('staging') && (isTerminal || !scope.looksAt('production'));
  const here = isStagings ? await placeOf(project, 'staging', hop) : undefined;
  if (here === undefined) return [];
  const asked = isTerminal && scope.looksAt('production') ? await placeOf(project, 'production', hop) : undefined;
  const there = asked ?? (await recorded(project, here.place.kind));
  if (there === undefined) return [];
  const refused = decidePlacesApart(there, here.place);
  return refused === undefined
    ? [fine(subject, `Staging is deployed at ${deployPlaceText(here.place)}, and production is not.`)]
    : [problem(subject, refused.message)];
}

/** Whether staging answers at production's address, where this run has both. */
export function addressFindings(project: Project, subject: string): Finding[] {
  const refused = sameAddress(project);
  return refused === undefined ? [] : [problem(subject, refused.message)];
}

/** Undefined if the deployer knows of no places, or if this run lacks a variable: that is a finding of its own. */
async function placeOf(project: Project, environment: EnvironmentName, hop: Hop): Promise<ProductionPlace | undefined> {
  const [from, to] = [releaseOn(hop, 'from'), releaseOn(hop, 'to')];
  const request = { version: to, from, to, parts: hop.parts?.to ?? {}, signal: project.effects.signal };
  const target = { from: hop.from, to: hop.to, version: hop.to };
  try {
    const place = await openLiveSystem(project, environment, []).place(target)?.place?.(request);
    return place && { place, at: project.effects.clock.now().toISOString() };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

async function recorded(project: Project, kind: string): Promise<ProductionPlace | undefined> {
  const seen = productionPlace(await project.journal.read(), kind);
  return seen && { place: seen.event.place, at: seen.at };
}
