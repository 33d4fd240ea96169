import type { Entry } from '../model/event.ts';
import type { EnvironmentName } from '../model/hop.ts';
import { inEnvironment } from './entries.ts';

/** When the release that runs in an environment was last started, according to the journal; undefined if it has no deploy. */
export function newestDeploy(entries: readonly Entry[], environment: EnvironmentName): Date | undefined {
  const entry = inEnvironment(entries, environment).findLast(
    ({ event: { type } }) => type === 'deploying' || type === 'rolling-back',
  );
  return entry && new Date(entry.at);
}
