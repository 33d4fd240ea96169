import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { askProgram } from '../../processes/asked-program.ts';
import type { Processes } from '../../processes/process.ts';
import { BucketError } from '../bucket.ts';
import { networkFailure } from '../network-failure.ts';

export interface TokenPlaces {
  readonly environment: Readonly<Record<string, string>>;
  readonly processes: Processes;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** The place of its settings in the configuration, for messages. */
  readonly where: string;
}

interface Token {
  readonly value: string;
  /** In milliseconds since 1970. */
  readonly until: number;
}

const resource = 'https://storage.azure.com';

/** How long before its end it is renewed. */
const earlier = 5 * 60_000;

const granted = z.lazy(() => z.object({ access_token: z.string(), expires_in: z.coerce.number() }));
const ofProgram = z.lazy(() => z.object({ accessToken: z.string(), expires_on: z.coerce.number() }));

/** A token from the usual places, renewed before it expires. */
export function usualToken(places: TokenPlaces): () => Promise<string> {
  let kept: Token | undefined;
  return async () => {
    const now = places.clock.now().getTime();
    if (kept === undefined || kept.until - earlier < now) kept = await newToken(places, now);
    return kept.value;
  };
}

async function newToken(places: TokenPlaces, now: number): Promise<Token> {
  const { AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: client, ...other } = places.environment;
  const file = other.AZURE_FEDERATED_TOKEN_FILE;
  const secret = other.AZURE_CLIENT_SECRET;
  if (tenant !== undefined && client !== undefined && (file !== undefined || secret !== undefined)) {
    const proof: Record<string, string> =
      file === undefined
        ? { client_secret: secret ?? '' }
        : {
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            client_assertion: (await readFile(file, 'utf8')).trim(),
          };
    const host = other.AZURE_AUTHORITY_HOST ?? 'https://login.microsoftonline.com';
    return await granting(
      `${host.replace(/\/$/, '')}/${tenant}/oauth2/v2.0/token`,
      { client_id: client, ...proof },
      places,
      now,
    );
  }
  return await ofLogin(places);
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
async function granting(
  url: string,
  proof: Readonly<Record<string, string>>,
  { fetch, where }: TokenPlaces,
  now: number,
): Promise<Token> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', scope: `${resource}/.default`, ...proof });
  let response: Response;
  try {
    response = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  } catch (cause) {
    throw networkFailure(cause, new URL(url).origin) ?? cause;
  }
  const read = granted.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !read.success) throw noCredentials(where, `the login was answered with ${response.status}`);
  return { value: read.data.access_token, until: now + read.data.expires_in * 1000 };
}

/** What `az login`, or the action Azure/login, has set up. */
async function ofLogin({ processes, environment, where }: TokenPlaces): Promise<Token> {
  const argv = ['az', 'account', 'get-access-token', '--resource', resource, '--output', 'json'] as const;
  const result = await askProgram(processes, { argv, environment });
  if (result === undefined) throw noCredentials(where, 'there are no login variables, and no program "az"');
  try {
    const { accessToken, expires_on: until } = ofProgram.parse(JSON.parse(result.stdout));
    return { value: accessToken, until: until * 1000 };
  } catch {
    throw noCredentials(where, '"az account get-access-token" gave no token');
  }
}

function noCredentials(where: string, why: string): BucketError {
  return new BucketError(`this job has no credentials for it: ${why}`, {
    passes: false,
    withoutLogin: true,
    next: `Let a step of the job log in (OIDC, between the marks of its workflow), or name a key in ${where}.account-key or a token in ${where}.access-token.`,
  });
}
