import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, kind, type Part } from '../../../world/effects/kind.ts';
import { openS3 } from '../../../world/objects/s3/open.ts';
import { s3Place } from '../../../world/objects/s3/settings.ts';
import { bucketJournal } from '../../bucket-journal.ts';
import type { JournalOpener } from '../../journal.ts';
import { s3Init } from './init.ts';

const settings = () =>
  z
    .strictObject({
      ...s3Place(),
      prefix: template
        .default('staged-upgrade-journal')
        .describe('The prefix of the keys, without a slash at the end; the name of the system follows.'),
    })
    .describe(
      'Keep the journal in a bucket in S3, or on a server that speaks its protocol and supports conditional writes: for repositories whose rules forbid the branch.',
    );

const part = kind<ReturnType<typeof settings>, JournalOpener>('s3', settings, (chosen, context) => {
  const { bucket, prefix } = openS3(chosen, context);
  return (identity) => bucketJournal(bucket, prefix, identity, context.effects.clock);
});

export const s3: Kind<Part<JournalOpener>> = { part, init: s3Init };
