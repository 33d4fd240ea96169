import type { PartContext } from '../../effects/kind.ts';
import { childEnvironment } from '../../processes/child-environment.ts';
import type { OpenedPlace } from '../opened-place.ts';
import { azureBucket, type Credential } from './bucket.ts';
import type { AzureSettings } from './settings.ts';
import { usualToken } from './token.ts';

/** The container that settings name, with their variables filled in. Nothing is asked before it is used. */
export function openAzure(settings: AzureSettings, { effects, where, placeholders }: PartContext): OpenedPlace {
  const fill = (key: keyof AzureSettings): string | undefined => {
    const text = settings[key];
    return text === undefined ? undefined : effects.variables.fill(text, `${where}.${key}`, placeholders);
  };
  const account = fill('account') ?? '';
  const container = fill('container') ?? '';
  const scope = fill('encryption-scope');
  return {
    prefix: (fill('prefix') ?? '').replace(/\/+$/, ''),
    bucket: azureBucket({
      ...{ description: `azure-blob ${account}/${container}`, account, container, where },
      server: (fill('endpoint') ?? `https://${account}.blob.core.windows.net`).replace(/\/+$/, ''),
      ...(scope !== undefined && { scope }),
      fetch: effects.fetch,
      clock: effects.clock,
      credential: credentialOf(fill('account-key'), fill('access-token'), { effects, where }),
    }),
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
