import { resolve } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../core/messages/errors.ts';
import { template } from '../../core/settings/scalars.ts';
import { kind } from '../../world/effects/kind.ts';
import { chainedJournal } from '../chained-journal.ts';
import type { JournalOpener } from '../journal.ts';
import { folderJournal } from './folder/folder.ts';
import type { Git } from './git/command.ts';
import { encodedLogin } from './git/remote.ts';
import { openRepository } from './git/repository.ts';
import { gitStore } from './git/store.ts';

const folder = kind(
  'folder',
  z
    .strictObject({
      path: template.describe(
        'The folder; a relative path starts at the root of the repository that has the configuration. It must outlive the run: a mounted disk.',
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

const git = kind(
  'git',
  z
    .strictObject({
      branch: z
        .string()
        .regex(
          /^(?!\/|-|.*(\.\.|\/\/|@\{|\.lock$|\/$|\.$))[\w./@-]+$/,
          'the name of a branch, such as staged-upgrade-journal',
        )
        .default('staged-upgrade-journal')
        .describe(
          'The branch. It is made on first use, apart from every other branch, and must not be protected against pushes.',
        ),
      remote: template
        .default('origin')
        .describe('The remote of the clone that has the configuration, or the address of a repository.'),
    })
    .describe(
      'Keep the journal on a branch of a repository of its own history. Jobs need `permissions: contents: write`.',
    ),
  (settings, { effects, where, placeholders }): JournalOpener =>
    ({ credential, ...identity }) => {
      const remote = effects.variables.fill(settings.remote, `${where}.remote`, placeholders);
      let opened: Promise<Git> | undefined;
      const repository = (): Promise<Git> => {
        opened ??= openRepository(effects, remote, where, credential).catch((cause) => {
          opened = undefined;
          throw cause;
        });
        return opened;
      };
      const secrets = credential ? [credential.token, encodedLogin(credential)] : [];
      const store = gitStore({
        system: identity.system,
        branch: settings.branch,
        remote,
        clock: effects.clock,
        signal: effects.signal,
        repository,
        secrets,
      });
      return chainedJournal(store, identity, effects.clock);
    },
);

/** The kinds of journals. A new one is a file and a member here. */
export const journalStore = z.union([folder, git]);

function hostedRunner(where: string): UserError {
  return new UserError({
    happened: `${where} keeps the journal in a folder, and this job runs on a runner hosted by GitHub.`,
    means: 'Nothing was done: the next job has another disk and would find an empty journal.',
    next: 'Use journal: { store: { git: {} } }, or run the jobs on a runner of your own with a folder that lasts.',
  });
}
