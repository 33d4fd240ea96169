import type { Configuration } from '../config/schema.ts';
import type { WorkflowContent } from './render/job.ts';
import type { WorkflowSettings } from './render/settings.ts';

/**
 * What the workflows take from a configuration.
 * @param document its plain data, `${NAME}` unresolved
 */
export function contentOf(
  configuration: Configuration,
  document: unknown,
  deferrable: boolean,
  settings: WorkflowSettings,
): WorkflowContent {
  const { environments, gates, system } = configuration;
  return {
    settings,
    system,
    document,
    deferrable,
    urls: { production: literal(environments.production.url), staging: literal(environments.staging.url) },
    jobMinutes: configuration['job-limit'] / 60_000,
    proveRestorePoint: configuration['restore-point'].prove,
    scope: gates.scope,
    gates: { production: gates.production, finalize: deferrable ? gates.finalize : 'none' },
  };
}

/** Undefined for an address that a variable holds. */
function literal(url: string): string | undefined {
  return url.includes('${') ? undefined : url;
}
