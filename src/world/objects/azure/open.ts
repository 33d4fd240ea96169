import type { PartContext } from '../../effects/kind.ts';
import { childEnvironment } from '../../processes/child-environment.ts';
import type { BucketConnection, OpenedPlace } from '../opened-place.ts';
import type { Credential } from './asking.ts';
import { type AzureOptions, azureBucket } from './bucket.ts';
import { azureContents, requestHeaders } from './contents.ts';
import type { AzureSettings } from './settings.ts';
import { usualToken } from './token.ts';

/** The container that settings name, with their variables filled in. Sends nothing before it is used. */
export function openAzure(settings: AzureSettings, context: PartContext): OpenedPlace {
  return connectAzure(settings, context);
}

/** @param elsewhere another container than that of the settings, reached with the same credentials */
export function connectAzure(
  settings: AzureSettings,
  { effects, where, placeholders }: PartContext,
  elsewhere?: { readonly name: string; readonly server: string },
): BucketConnection {
  const fill = (key: keyof AzureSettings): string | undefined => {
    const text = settings[key];
    return text === undefined ? undefined : effects.variables.fill(text, `${where}.${key}`, placeholders);
  };
  const own = `${fill('account')}/${fill('container')}`;
  const name = elsewhere?.name ?? own;
  const [account = '', container = ''] = name.split('/');
  const scope = fill('encryption-scope');
  const endpoint = fill('endpoint') ?? `https://${account}.blob.core.windows.net`;
  const options: AzureOptions = {
    ...{ description: `azure-blob ${name}`, account, container, where },
    server: elsewhere?.server ?? endpoint.replace(/\/+$/, ''),
    ...(scope !== undefined && { scope }),
    fetch: effects.fetch,
    clock: effects.clock,
    credential: credentialOf(fill('account-key'), fill('access-token'), { effects, where }),
  };
  return {
    name,
    server: options.server,
    prefix: (fill('prefix') ?? '').replace(/\/+$/, ''),
    bucket: azureBucket(options),
    contents: azureContents(options),
    storing: (headers) => azureBucket({ ...options, headers: requestHeaders(headers) }),
  };
}

function credentialOf(
  key: string | undefined,
  given: string | undefined,
  { effects, where }: Pick<PartContext, 'effects' | 'where'>,
): Credential {
  if (key !== undefined) return { kind: 'key', key };
  if (given !== undefined) return { kind: 'token', token: async () => given };
  const { processes, fetch, clock } = effects;
  const usual = usualToken({ environment: childEnvironment(effects), processes, fetch, clock, where });
  return {
    kind: 'token',
    token: async () => {
      const token = await usual();
      effects.mask(token);
      return token;
    },
  };
}
