import { resolve } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../../core/messages/errors.ts';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, kind, type Part } from '../../../world/effects/kind.ts';
import { scratchOf, scratchSetting } from '../scratch.ts';
import type { BackupStoreOpener } from '../store.ts';
import { folderStore } from './folder.ts';
import { folderInit } from './init.ts';

const settings = () =>
  z
    .strictObject({
      path: template.describe(
        'The folder. A relative path starts in the folder of the command. It is created if it is missing.',
      ),
      ...scratchSetting,
    })
    .describe(
      'A folder on a disk that all steps share: for a terminal or self-hosted runners, never for hosted runners.',
    );

const part = kind<ReturnType<typeof settings>, BackupStoreOpener>('folder', settings, (chosen, context) => {
  const { effects, where, placeholders } = context;
  if (effects.environment.RUNNER_ENVIRONMENT === 'github-hosted') throw onHostedRunner(where);
  const path = effects.variables.fill(chosen.path, `${where}.path`, placeholders);
  const root = resolve(effects.directory, path);
  const scratch = scratchOf(chosen, context);
  return ({ seal }) => folderStore({ root, clock: effects.clock, seal, scratch });
});

export const folder: Kind<Part<BackupStoreOpener>> = { part, init: folderInit };

function onHostedRunner(where: string): UserError {
  return new UserError({
    happened: `${where} keeps backups in a folder, and this job runs on a hosted runner.`,
    means: 'The next job has another disk and would not find them. Nothing was done.',
    next: 'Keep them where every job reaches them (`backup: { store: { s3: { bucket: BUCKET } } }`), or use runners of your own that share the folder.',
  });
}
