import type { Configuration } from '../config/schema.ts';
import type { HopTraits } from '../core/model/sequence.ts';
import type { FleetContent, WorkflowContent } from './render/job.ts';
import type { WorkflowSettings } from './render/settings.ts';

/**
 * What the workflows use from a configuration.
 * @param document its plain data, `${NAME}` unresolved
 */
export function contentOf(
  configuration: Configuration,
  document: unknown,
  traits: HopTraits,
  settings: WorkflowSettings,
  fleet?: FleetContent,
): WorkflowContent {
  const { environments, gates, system } = configuration;
  const { deferrable, proveRestorePoint } = traits;
  return {
    settings,
    system,
    document,
    ...(fleet === undefined ? {} : { fleet }),
    deferrable,
    urls: {
      // One system's address is not another's.
      production: fleet === undefined ? literal(environments.production.url) : undefined,
      staging: fleet !== undefined || 'waive' in environments.staging ? undefined : literal(environments.staging.url),
    },
    jobMinutes: configuration['job-limit'] / 60_000,
    proveRestorePoint,
    traits,
    scope: gates.scope,
    tracksIssue: configuration['tracking-issue'] !== undefined,
    gates: { production: gates.production, finalize: deferrable ? gates.finalize : 'none' },
  };
}

/** Undefined for an address that is in a variable. */
function literal(url: string | undefined): string | undefined {
  return url === undefined || url.includes('${') ? undefined : url;
}
