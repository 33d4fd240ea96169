import { z } from 'zod';
import type { Effects } from '../effects/effects.ts';
import { environmentCredentials } from './environment.ts';

export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** The clients ask again for credentials that expire. */
  readonly expiration?: Date;
}

/** Set by a login step: they usually last an hour, and a wait may last longer. */
export interface JobCredentials {
  now(): Promise<AwsKeys>;
  /** For a program that is started: those that it would not find in its environment. */
  readonly renewed: Readonly<Record<string, string>>;
  /** @returns false if this job has no OIDC identity, or its role is unknown */
  renew(signal: AbortSignal): Promise<boolean>;
}

type Needed = Pick<Effects, 'environment' | 'fetch' | 'mask'>;

export interface RenewalRequest {
  readonly region: string;
  readonly endpoint?: string;
  readonly requestHandler: Record<string, unknown>;
}

const vouched = z.object({ value: z.string().min(1) });
const assumed = /^arn:(?<partition>[\w-]+):sts::(?<account>\d{12}):assumed-role\/(?<role>[^/]+)\//;

/**
 * In a job of GitHub Actions that may request an OIDC token (`id-token: write`), an expired session is followed by a new
 * session of the same role. Undefined if no login step has set anything: then the client searches the other usual places, and
 * renews what it finds there.
 */
export function jobCredentials(effects: Needed, request: RenewalRequest): JobCredentials | undefined {
  const { environment } = effects;
  const first = environmentCredentials(environment);
  if (first === undefined) return undefined;
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token, AWS_ROLE_ARN: named } = environment;
  const mayRenew = Boolean(url && token && first.sessionToken);
  const keep: {
    keys: AwsKeys;
    role: Promise<string | undefined> | undefined;
    renewed: Readonly<Record<string, string>>;
  } = {
    // An expired session makes the client ask here each time, and so it gets what was renewed in the meantime.
    keys: { ...first, ...(mayRenew && { expiration: new Date(0) }) },
    role: undefined,
    renewed: {},
  };
  const connected = async (credentials: AwsKeys) => {
    const sdk = await import('../clients/sts.ts');
    return { sdk, client: new sdk.STSClient({ ...request, credentials, maxAttempts: 1 }) };
  };
  /** Requested while the session is still valid: nothing else that a login step leaves behind contains it. */
  const roleOf = async (): Promise<string | undefined> => {
    if (named) return named;
    const { sdk, client } = await connected(first);
    const { Arn = '' } = await client.send(new sdk.GetCallerIdentityCommand({}));
    const { partition, account, role } = assumed.exec(Arn)?.groups ?? {};
    return role === undefined ? undefined : `arn:${partition}:iam::${account}:role/${role}`;
  };
  return {
    now: async () => {
      if (mayRenew) keep.role ??= roleOf().catch(() => undefined);
      return keep.keys;
    },
    get renewed() {
      return keep.renewed;
    },
    renew: async (signal) => {
      const role = await keep.role;
      if (!mayRenew || role === undefined) return false;
      const answer = await effects.fetch(`${url}&audience=sts.amazonaws.com`, {
        headers: { authorization: `bearer ${token}` },
        signal,
      });
      const read = vouched.safeParse(await answer.json().catch(() => undefined));
      if (!answer.ok || !read.success) return false;
      effects.mask(read.data.value);
      const { sdk, client } = await connected(first);
      const RoleSessionName = 'staged-upgrade';
      const asked = { RoleArn: role, RoleSessionName, WebIdentityToken: read.data.value };
      const { Credentials: given } = await client.send(new sdk.AssumeRoleWithWebIdentityCommand(asked), {
        abortSignal: signal,
      });
      const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = given ?? {};
      if (!accessKeyId || !secretAccessKey || !sessionToken) return false;
      for (const secret of [secretAccessKey, sessionToken]) effects.mask(secret);
      keep.keys = { accessKeyId, secretAccessKey, sessionToken, expiration: new Date(0) };
      keep.renewed = {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_SESSION_TOKEN: sessionToken,
      };
      return true;
    },
  };
}
