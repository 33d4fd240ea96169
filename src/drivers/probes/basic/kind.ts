import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { kind, type Part } from '../../../world/effects/kind.ts';
import type { AccessToken, TokenReading } from '../../../world/secrets/access-token.ts';

const settings = () =>
  z
    .strictObject({
      user: template.describe('The name.'),
      password: template.meta({
        description: 'Its password. A `${NAME}`, never written out.',
        examples: ['${PRODUCTION_PASSWORD}'],
      }),
    })
    .describe('A name and its password, sent with each request (HTTP Basic).');

/** https://www.rfc-editor.org/rfc/rfc7617 */
export const basic: z.ZodType<Part<AccessToken>> = kind(
  'basic',
  settings,
  (chosen, { effects, where, placeholders }) => {
    const fill = (key: 'user' | 'password'): string =>
      effects.variables.fill(chosen[key], `${where}.${key}`, placeholders);
    const value = Buffer.from(`${fill('user')}:${fill('password')}`).toString('base64');
    effects.mask(value);
    const reading: TokenReading = { kind: 'token', value };
    return {
      scheme: 'Basic',
      current: async () => reading,
      // There is nothing to renew.
      insteadOf: async () => undefined,
      accepted: () => undefined,
    };
  },
);
