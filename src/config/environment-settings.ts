import { UserError } from '../core/messages/errors.ts';
import type { EnvironmentName } from '../core/model/hop.ts';
import type { Configuration, EnvironmentSettings, StagingSettings } from './schema.ts';

type WithEnvironments = Pick<Configuration, 'environments'>;

/** Why there is no staging, in the user's own words; undefined if there is one. */
export function stagingWaiver({ environments: { staging } }: WithEnvironments): string | undefined {
  return 'waive' in staging ? staging.waive : undefined;
}

/** @throws UserError for staging, if the configuration says that there is none */
export function settingsOf(configuration: WithEnvironments, environment: EnvironmentName): EnvironmentSettings {
  return environment === 'production' ? configuration.environments.production : stagingOf(configuration);
}

export function stagingOf({ environments: { staging } }: WithEnvironments): StagingSettings {
  if (!('waive' in staging)) return staging;
  throw new UserError({
    happened: `There is no staging: ${quotedReason(staging.waive)}.`,
    means: 'What works on staging has nothing to work on. Nothing was done.',
    next: 'Continue with the steps on production; or describe a staging under environments.staging instead of "waive".',
  });
}

function quotedReason(reason: string): string {
  return `the configuration waives it ("${reason}")`;
}

/** @throws UserError for a key that this product or command needs, and that is missing */
export function needed<Value>(value: Value | undefined, where: string, use: string): Value {
  if (value !== undefined) return value;
  throw new UserError({
    happened: `The configuration has no "${where}".`,
    means: `${use} needs it. Nothing was done.`,
    next: `Add it: docs/configuration.md says in which forms.`,
  });
}
