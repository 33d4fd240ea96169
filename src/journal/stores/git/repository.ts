import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Effects, JournalCredential } from '../../../world/effects/effects.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import { type Git, gitCommand } from './command.ts';
import { succeed } from './objects.ts';
import { remoteSettings } from './remote.ts';

/**
 * A bare repository of our own that knows the user's remote. The user's clone is only read: it may be shallow, partial
 * or without credentials, and must not be changed. Each process creates a new one and removes it at its end, so an earlier
 * process can leave nothing broken or locked in it.
 */
export async function openRepository(
  effects: Pick<Effects, 'processes' | 'environment' | 'withheld' | 'directory'>,
  remote: string,
  where: string,
  credential: JournalCredential | undefined,
): Promise<Git> {
  const { processes } = effects;
  const environment = childEnvironment(effects);
  const clone = gitCommand({ processes, environment, directory: effects.directory });
  const { settings, directory } = await remoteSettings(clone, remote, where, credential);

  const repository = await mkdtemp(join(environment.RUNNER_TEMP ?? tmpdir(), 'staged-upgrade-journal-'));
  process.once('exit', () => rmSync(repository, { recursive: true, force: true }));
  await succeed(clone, ['init', '--bare', '--quiet', '--template=', repository]);
  return gitCommand({
    processes,
    environment,
    directory,
    repository,
    // Hooks that the user has for all repositories are not meant for this one.
    settings: [...settings, ['core.hooksPath', join(repository, 'hooks')]],
  });
}
