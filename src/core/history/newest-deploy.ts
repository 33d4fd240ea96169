import type { Entry } from '../model/event.ts';
import type { EnvironmentName } from '../model/hop.ts';
import { inEnvironment } from './entries.ts';

/** When what runs in an environment was started last, by what is recorded; undefined where nothing was. */
export function newestDeploy(entries: readonly Entry[], environment: EnvironmentName): Date | undefined {
  const entry = inEnvironment(entries, environment).findLast(
    ({ event: { type } }) => type === 'deploying' || type === 'rolling-back',
  );
  return entry && new Date(entry.at);
}
