import type { PartContext } from '../../effects/kind.ts';
import { BucketError } from '../bucket.ts';
import type { OpenedPlace } from '../opened-place.ts';
import { gcsBucket } from './bucket.ts';
import type { GcsSettings } from './settings.ts';

/** The bucket that settings name, with their variables filled in. Sends nothing before it is used. */
export function openGcs(settings: GcsSettings, { effects, where, placeholders }: PartContext): OpenedPlace {
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const bucket = fill(settings.bucket, 'bucket');
  const key = settings['kms-key'];
  const given = settings['access-token'] === undefined ? undefined : fill(settings['access-token'], 'access-token');
  let usual: Promise<() => Promise<string>> | undefined;
  return {
    prefix: fill(settings.prefix, 'prefix').replace(/\/+$/, ''),
    bucket: gcsBucket({
      description: `gcs ${bucket}`,
      bucket,
      where,
      server: settings.endpoint === undefined ? 'https://storage.googleapis.com' : fill(settings.endpoint, 'endpoint'),
      kmsKey: key === undefined ? undefined : fill(key, 'kms-key'),
      fetch: effects.fetch,
      token: async () => {
        if (given !== undefined) return given;
        usual ??= usualToken(effects.fetch, where);
        const token = await (await usual)();
        effects.mask(token);
        return token;
      },
    }),
  };
}

/** From the usual places, in their usual order; it is renewed before it expires. */
async function usualToken(fetch: typeof globalThis.fetch, where: string): Promise<() => Promise<string>> {
  const { GoogleAuth } = await import('../../clients/google-auth.ts');
  const auth = new GoogleAuth({
    scopes: 'https://www.googleapis.com/auth/devstorage.read_write',
    clientOptions: { transporterOptions: { fetchImplementation: fetch } },
  });
  return async () => {
    try {
      const token = await auth.getAccessToken();
      if (typeof token === 'string') return token;
    } catch (cause) {
      throw noCredentials(where, cause);
    }
    throw noCredentials(where);
  };
}

function noCredentials(where: string, cause?: unknown): BucketError {
  const why = cause instanceof Error ? ` (${cause.message.split('\n')[0]?.replace(/\.$/, '')})` : '';
  return new BucketError(`this job has no credentials for it${why}`, {
    passes: false,
    withoutLogin: true,
    next: `Let a step of the job log in (OIDC, between the marks of its workflow), or name a token in ${where}.access-token.`,
    cause,
  });
}
