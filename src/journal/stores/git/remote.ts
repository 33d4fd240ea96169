import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import type { JournalCredential } from '../../../world/effects/effects.ts';
import { type Git, redact, type Setting } from './command.ts';
import { headerFor, settingWithoutLogin } from './login.ts';

/** The name of the remote in our own repository. */
export const remoteName = 'journal';

/**
 * What our own repository needs to reach the user's remote: its address, and everything that the user's clone has
 * configured for it (a credential that actions/checkout persisted, a proxy, an ssh command). Settings outside of the clone
 * apply by themselves.
 * @param git works in the user's clone
 */
export async function remoteSettings(
  git: Git,
  remote: string,
  where: string,
  credential: JournalCredential | undefined,
): Promise<{ readonly settings: readonly Setting[]; readonly directory: string }> {
  const top = await git(['rev-parse', '--show-toplevel']);
  if (top.exitCode !== 0) throw notAClone(where, redact(top.stderr.trim()));
  const listed = await git(['config', '--local', '--includes', '--list', '-z']);
  if (listed.exitCode !== 0) throw unreadable(redact(listed.stderr.trim()));

  const local = listed.stdout.split('\0').flatMap((line): Setting[] => {
    const [key = '', ...value] = line.split('\n');
    // A key without "=" is git's way of writing true.
    return key === '' ? [] : [[key, value.length === 0 ? 'true' : value.join('\n')]];
  });
  return {
    settings: [
      ...local.filter(([key]) => /^(http|credential|ssh)\.|^core\.(sshcommand|gitproxy)$/i.test(key)),
      ...(credential === undefined ? [] : headerFor(credential.server, encodedLogin(credential))),
      // After the token's: whoever writes a password into an address means that one.
      ...local.filter(([key]) => /^url\./i.test(key)).flatMap(settingWithoutLogin),
      ...addressOf(remote, local, where).flatMap(settingWithoutLogin),
    ],
    // Relative addresses start at the top of the clone.
    directory: top.stdout.replace(/\n$/, ''),
  };
}

function addressOf(remote: string, local: readonly Setting[], where: string): Setting[] {
  const prefix = `remote.${remote}.`;
  const configured = local.filter(
    ([key]) => key === `${prefix}url` || key === `${prefix}pushurl` || key === `${prefix}proxy`,
  );
  if (configured.some(([key]) => key === `${prefix}url`)) {
    return configured.map(([key, value]) => [`remote.${remoteName}.${key.slice(prefix.length)}`, value]);
  }
  if (/[:/]/.test(remote)) return [[`remote.${remoteName}.url`, remote]];
  const names = local.flatMap(([key]) => /^remote\.(.+)\.url$/.exec(key)?.[1] ?? []);
  throw new UserError({
    happened: `${where}.remote is "${remote}", but this clone has no remote of that name.`,
    means: 'Nothing was done: the journal cannot be reached.',
    next:
      names.length === 0
        ? 'Add one with "git remote add origin URL".'
        : `This clone knows: ${names.map((name) => `"${name}"`).join(', ')}.`,
  });
}

export function encodedLogin({ token }: JournalCredential): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}

function notAClone(where: string, output: string): UserError {
  return new UserError({
    happened: `${where} keeps the journal on a branch, but git does not find a clone here: ${output}`,
    means: 'Nothing was done: the journal cannot be reached.',
    next: 'Run this in a clone of the repository (in a workflow: after actions/checkout), or keep the journal in a folder with journal: { store: { folder: { path: /srv/upgrade-journal } } }.',
  });
}

function unreadable(output: string): SystemFailure {
  return new SystemFailure({
    happened: `The configuration of this clone could not be read: ${output}`,
    means: 'Nothing was done: the journal cannot be reached.',
    next: 'Make "git config --list" work here, then run this again.',
  });
}
