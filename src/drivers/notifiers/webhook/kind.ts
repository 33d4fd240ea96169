import { webhookKind } from '../notifier.ts';

export const webhook = webhookKind(
  'webhook',
  'Anything that takes JSON: `kind`, `system`, `hop`, `title`, `text` and `url` of the run.',
  (notice) => ({ ...notice }),
);
