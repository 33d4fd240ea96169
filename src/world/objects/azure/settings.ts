import { z } from 'zod';
import { once } from '../../../core/settings/once.ts';
import { template } from '../../../core/settings/scalars.ts';

/** Where a container is, and how it is reached: the same whatever is stored there. */
export const azurePlace = once(() => ({
  account: template.meta({ description: 'The name of the storage account.', examples: ['acmebackups'] }),
  container: template.meta({ description: 'The name of the container.', examples: ['upgrades'] }),
  prefix: template
    .default('{system}')
    .describe('The prefix of the names, without a slash at the end. `{system}` is the name of the system.'),
  endpoint: template
    .optional()
    .describe(
      'The address of the account, if it is a different one: a national cloud, a private endpoint, Azurite. Default: `https://ACCOUNT.blob.core.windows.net`.',
    ),
  'encryption-scope': template
    .optional()
    .describe('The encryption scope that objects are written with. Default: as the container is configured.'),
  'account-key': template
    .optional()
    .describe('A key of the account: a `${NAME}`, never written out. A login without a stored secret is better.'),
  'access-token': template
    .optional()
    .describe(
      'A token for storage that a step of the job has obtained: a `${NAME}`, never written out. It is not renewed. Without it and without a key, the usual places are searched: the variables of a workload identity or of a client with a secret, then the login of the program `az`.',
    ),
}));

const settings = () => z.strictObject(azurePlace());
export type AzureSettings = z.output<ReturnType<typeof settings>>;
