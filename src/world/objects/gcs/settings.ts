import { z } from 'zod';
import { once } from '../../../core/settings/once.ts';
import { template } from '../../../core/settings/scalars.ts';

/** Where a bucket is, and how it is reached: the same whatever is stored there. */
export const gcsPlace = once(() => ({
  bucket: template.meta({ description: 'The name of the bucket.', examples: ['acme-backups'] }),
  prefix: template
    .default('{system}')
    .describe('The prefix of the keys, without a slash at the end. `{system}` is the name of the system.'),
  endpoint: template
    .optional()
    .describe(
      'The address of the service, if it is a different one, such as a private endpoint. Default: storage.googleapis.com.',
    ),
  'kms-key': template
    .optional()
    .describe('The full name of the key that the service encrypts with. Default: as the bucket is configured.'),
  'access-token': template
    .optional()
    .describe(
      'A token that a step of the job has obtained: a `${NAME}`, never written out. It is not renewed. Without it the usual places are searched: what a login step has set (OIDC), a key file, the account of the machine.',
    ),
}));

const settings = () => z.strictObject(gcsPlace());
export type GcsSettings = z.output<ReturnType<typeof settings>>;
