import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, kind, type Part } from '../../../world/effects/kind.ts';
import { openGcs } from '../../../world/objects/gcs/open.ts';
import { gcsPlace } from '../../../world/objects/gcs/settings.ts';
import { bucketJournal } from '../../bucket-journal.ts';
import type { JournalOpener } from '../../journal.ts';
import { gcsInit } from './init.ts';

const settings = () =>
  z
    .strictObject({
      ...gcsPlace(),
      prefix: template
        .default('staged-upgrade-journal')
        .describe('The prefix of the keys, without a slash at the end; the name of the system follows.'),
    })
    .describe('Keep the journal in a Google Cloud Storage bucket: for repositories whose rules forbid the branch.');

const part = kind<ReturnType<typeof settings>, JournalOpener>('gcs', settings, (chosen, context) => {
  const { bucket, prefix } = openGcs(chosen, context);
  return (identity) => bucketJournal(bucket, prefix, identity, context.effects.clock);
});

export const gcs: Kind<Part<JournalOpener>> = { part, init: gcsInit };
