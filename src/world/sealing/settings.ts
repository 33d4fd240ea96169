import { z } from 'zod';
import { onDemand } from '../../core/settings/on-demand.ts';
import { template } from '../../core/settings/scalars.ts';
import { isRecipientForm } from './recipient-form.ts';

/** A value that is filled in later is checked when it is used. */
const recipient = template.refine(
  (text) => text.includes('${') || isRecipientForm(text.trim()),
  'a public key of age as "age-keygen" prints it, whole: age1…',
);

export const sealSettings = onDemand(() =>
  z
    .strictObject({
      age: z
        .strictObject({
          recipients: z
            .array(recipient)
            .min(1)
            .meta({
              description: 'The public keys (`age1…`) of those who can read the backups: any one of them is enough.',
              examples: [['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p']],
            }),
          identity: template.optional().meta({
            description:
              'The secret key (`AGE-SECRET-KEY-1…`) of one of them, as a `${NAME}`. Only jobs that restore need it: jobs that back up cannot read what they have written.',
            examples: ['${BACKUP_IDENTITY}'],
          }),
        })
        .describe('With age (https://age-encryption.org).'),
    })
    .meta({
      description:
        'Encrypts the files of backups before they leave the machine. Their manifests stay readable: they hold names of tables, numbers of rows and checksums, never a value.',
      examples: [{ age: { recipients: ['${BACKUP_RECIPIENT}'], identity: '${BACKUP_IDENTITY}' } }],
    }),
);

export type SealSettings = z.output<typeof sealSettings>;
