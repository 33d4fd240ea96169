import { resolve } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../../core/messages/errors.ts';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, kind, type Part } from '../../../world/effects/kind.ts';
import type { JournalOpener } from '../../journal.ts';
import { folderJournal } from './folder.ts';
import { folderInit } from './init.ts';

const part = kind(
  'folder',
  () =>
    z
      .strictObject({
        path: template.describe(
          'The folder; a relative path starts at the root of the repository that has the configuration. It must outlive the run: use a mounted disk.',
        ),
      })
      .describe('Keep the journal in a folder that every run of this system can reach.'),
  (settings, { effects, where, placeholders }): JournalOpener =>
    (identity) => {
      if (identity.run.kind === 'github' && effects.environment.RUNNER_ENVIRONMENT === 'github-hosted') {
        throw hostedRunner(where);
      }
      const path = effects.variables.fill(settings.path, `${where}.path`, placeholders);
      return folderJournal(resolve(effects.directory, path), identity, effects.clock);
    },
);

export const folder: Kind<Part<JournalOpener>> = { part, init: folderInit };

function hostedRunner(where: string): UserError {
  return new UserError({
    happened: `${where} keeps the journal in a folder, but this job runs on a GitHub-hosted runner.`,
    means: 'Nothing was done: the next job has another disk and would find an empty journal.',
    next: 'Use journal: { store: { git: {} } }, or run the jobs on your own runner with a folder that lasts.',
  });
}
