import { resolve } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../../core/messages/errors.ts';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, kind, type Part } from '../../../world/effects/kind.ts';
import type { BackupStore } from '../store.ts';
import { folderStore } from './folder.ts';
import { folderInit } from './init.ts';

const settings = z
  .strictObject({
    path: template.describe(
      'The folder. A relative path starts in the folder of the command. It is made when it is missing.',
    ),
  })
  .describe('A folder on a disk that all steps share: a terminal or runners of your own, never a hosted runner.');

const part = kind<typeof settings, BackupStore>('folder', settings, (chosen, { effects, where, placeholders }) => {
  if (effects.environment.RUNNER_ENVIRONMENT === 'github-hosted') throw onHostedRunner(where);
  const path = effects.variables.fill(chosen.path, `${where}.path`, placeholders);
  return folderStore({ root: resolve(effects.directory, path), clock: effects.clock });
});

export const folder: Kind<Part<BackupStore>> = { part, init: folderInit };

function onHostedRunner(where: string): UserError {
  return new UserError({
    happened: `${where} keeps backups in a folder, and this job runs on a hosted runner.`,
    means: 'The next job has another disk and would not find them. Nothing was done.',
    next: 'Use a store that outlives the job, such as s3, or runners of your own that share the folder.',
  });
}
