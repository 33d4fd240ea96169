import { dayTime } from '../messages/moments.ts';
import { type DeployPlace, deployPlaceText, isSameDeployPlace } from '../model/deploy-place.ts';
import { type Refusal, refuse } from './decision.ts';

/** Where production was seen, and when. */
export interface ProductionPlace {
  readonly place: DeployPlace;
  readonly at: string;
}

/** A deploy on staging replaces what runs there: that must not be production. Undefined if it is not. */
export function decidePlacesApart(production: ProductionPlace, staging: DeployPlace): Refusal | undefined {
  if (!isSameDeployPlace(production.place, staging)) return undefined;
  return refuse(
    `Staging is deployed where production is: ${deployPlaceText(staging)} (${staging.kind}), where production was seen on ${dayTime(production.at)}.`,
    'They are one installation, so a rehearsal would stop and replace what runs on production. Nothing on staging was changed.',
    `Let environments.staging.deploy.${staging.kind} name its own place, and correct the variables that the jobs of staging get. If production is no longer there, start a new run, whose first step reads where it is now.`,
  );
}

/** What is asked of staging must not be answered by production: its tests would pass, and its migrations start there. */
export function decideAddressesApart(production: string, staging: string): Refusal | undefined {
  if (asParsed(production) !== asParsed(staging)) return undefined;
  return refuse(
    'environments.staging.url is the address of production.',
    'Production would answer for staging, so a rehearsal would prove nothing, and what it starts would start on production. Nothing on staging was changed.',
    'Correct the variables in environments.staging.url, then start a new run.',
  );
}

/** As a client sees it: letter case of the host, the default port and a last slash make no other address. */
function asParsed(address: string): string {
  return (URL.parse(address)?.href ?? address).replace(/\/+$/, '');
}
