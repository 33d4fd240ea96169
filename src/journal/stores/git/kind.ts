import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, kind, type Part } from '../../../world/effects/kind.ts';
import { chainedJournal } from '../../chained-journal.ts';
import type { JournalOpener } from '../../journal.ts';
import type { Git } from './command.ts';
import { gitInit } from './init.ts';
import { encodedLogin } from './remote.ts';
import { openRepository } from './repository.ts';
import { gitStore } from './store.ts';

const part = kind(
  'git',
  () =>
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
            'The branch. It is created on first use, separate from every other branch, and pushes to it must be allowed.',
          ),
        remote: template
          .default('origin')
          .describe('The remote of the clone that has the configuration, or the address of a repository.'),
      })
      .describe(
        'Keep the journal on a branch of a repository, with its own history. Jobs need `permissions: contents: write`.',
      ),
  (settings, { effects, where, placeholders }): JournalOpener => {
    // One for the journals of several systems, which are on one branch.
    let opened: Promise<Git> | undefined;
    return ({ credential, ...identity }) => {
      const remote = effects.variables.fill(settings.remote, `${where}.remote`, placeholders);
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
    };
  },
);

export const git: Kind<Part<JournalOpener>> = { part, init: gitInit };
