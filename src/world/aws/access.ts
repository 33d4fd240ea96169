import { UserError } from '../../core/messages/errors.ts';
import type { Clock } from '../clock.ts';
import type { PartContext } from '../effects/kind.ts';
import { type AwsKeys, type JobCredentials, jobCredentials } from './credentials.ts';
import { environmentCredentials, environmentRegion } from './environment.ts';
import { requestHandler } from './request-handler.ts';
import type { AwsSettings } from './settings.ts';

/** An AWS account in one region, in the form that every official client takes. */
export interface AwsAccess {
  readonly region: string;
  readonly clientSettings: AwsClientSettings;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The job's, if a login step has set them. */
  readonly credentials?: JobCredentials;
}

export interface AwsClientSettings {
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials?: () => Promise<AwsKeys>;
  readonly maxAttempts: number;
  readonly requestHandler: Record<string, unknown>;
}

/** Sends nothing before it is used. @throws UserError if no region is known */
export function awsAccess(settings: AwsSettings, context: PartContext, signal?: AbortSignal): AwsAccess {
  const { effects, where, placeholders } = context;
  const { environment } = effects;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const region = settings.region === undefined ? environmentRegion(environment) : fill(settings.region, 'region');
  if (region === undefined) throw noRegion(where);
  const endpoint = settings.endpoint === undefined ? environment.AWS_ENDPOINT_URL : fill(settings.endpoint, 'endpoint');
  const found = environmentCredentials(environment);
  for (const secret of [found?.secretAccessKey, found?.sessionToken]) if (secret) effects.mask(secret);
  const handler = requestHandler(effects.fetch);
  const credentials = jobCredentials(effects, { region, ...(endpoint && { endpoint }), requestHandler: handler });
  return {
    region,
    ...(credentials && { credentials }),
    clock: effects.clock,
    signal: signal ? AbortSignal.any([signal, effects.signal]) : effects.signal,
    clientSettings: {
      region,
      // `askAws` retries what may pass, with a clock that can be stopped.
      maxAttempts: 1,
      requestHandler: handler,
      ...(endpoint && { endpoint }),
      ...(credentials && { credentials: credentials.now }),
    },
  };
}

function noRegion(where: string): UserError {
  return new UserError({
    happened: `${where} names no region, and the variable AWS_REGION is not set.`,
    means: 'Nothing was asked of AWS, and nothing was done.',
    next: `Write "region:" into ${where}, or let the login step of the job set AWS_REGION.`,
  });
}
