import { stagingWaiver } from '../../config/environment-settings.ts';
import type { Project } from '../../config/project.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { dayTime } from '../../core/messages/moments.ts';
import type { Entry } from '../../core/model/event.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';
import type { Side } from '../../report/whereabouts-report.ts';
import { openLiveSystem } from './live-system.ts';

/** One look at an environment, from a runner that may not have what is needed to ask it. */
export async function lookAt(project: Project, environment: EnvironmentName, entries: readonly Entry[]): Promise<Side> {
  const waiver = environment === 'staging' ? stagingWaiver(project.configuration) : undefined;
  if (waiver !== undefined) return { kind: 'waived', reason: waiver };
  try {
    const observation = await openLiveSystem(project, environment, entries).observe(project.effects.signal);
    return { kind: 'observed', observation, hasMigrationsProbe: project.product.probes.migrations !== undefined };
  } catch (error) {
    if (!(error instanceof UserError) && !(error instanceof SystemFailure)) throw error;
    const lastSeen = lastSeenOn(environment, entries, project.effects.clock.now());
    const reason = error.detail.happened.replace(/\.$/, '');
    return { kind: 'not-asked', reason, ...(lastSeen === undefined ? {} : { lastSeen }) };
  }
}

function lastSeenOn(environment: EnvironmentName, entries: readonly Entry[], now: Date): string | undefined {
  const seen = entries.findLast(
    ({ event }) =>
      (event.type === 'checked' || event.type === 'deployed' || event.type === 'smoke-tested') &&
      event.environment === environment,
  );
  if (seen === undefined || !('version' in seen.event)) return undefined;
  return `It was last seen on ${String(seen.event.version)} on ${dayTime(seen.at, now)}.`;
}
