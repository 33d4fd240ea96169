import { webhookKind } from '../notifier.ts';

export const webhook = webhookKind(
  'webhook',
  'Any endpoint that accepts JSON: `kind`, `system`, `hop`, `title`, `text` and `url` of the run.',
  (notice) => ({ ...notice }),
);
