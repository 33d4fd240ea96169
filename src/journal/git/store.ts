import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { UserError } from '../../errors.ts';
import type { StoredFile } from '../chain.ts';
import type { Addition, FileStore, StoredFiles } from '../chained-journal.ts';
import { type Git, redact } from './command.ts';
import { type Recorded, type RemoteTrouble, remoteFailure, remoteTrouble } from './failure.ts';
import { readBlobs, readTree, succeed, writeBlob, writeTree } from './objects.ts';
import { remoteName } from './remote.ts';

export interface GitStoreOptions {
  readonly system: string;
  readonly branch: string;
  readonly remote: string;
  readonly clock: Clock;
  /** Our own repository, opened when it is first needed. */
  readonly repository: () => Promise<Git>;
  /** Taken out of whatever git prints. */
  readonly secrets: readonly string[];
}

const tries = 4;
const aboutFile = 'staged-upgrade-journal.md';
const about = `# The journal of Staged Upgrade

Each folder belongs to one system; each file in it is one thing that was observed, decided or done, in order. The files
are chained by checksums: a changed or missing one stops every later step. Do not edit, squash or force-push this
branch, do not merge it, and do not protect it against pushes by the upgrade workflows.
`;

export function gitStore(options: GitStoreOptions): FileStore {
  const { system, branch, clock } = options;
  const ref = `refs/heads/${branch}`;
  const description = `branch ${branch} of ${redact(options.remote)}`;
  const writer = randomUUID();
  const read = new Map<string, StoredFile>();

  const failure = (trouble: RemoteTrouble, said: string, recorded: Recorded) =>
    remoteFailure(trouble, redact(said, options.secrets), description, branch, recorded);
  const pause = (attempt: number): Promise<void> => clock.sleep((0.5 + Math.random()) * 250 * 2 ** attempt);

  /** The commit that the branch is at on the remote, fetched; the empty string when there is no such branch. */
  const fetchHead = async (git: Git, recorded: Recorded): Promise<string> => {
    for (let attempt = 1; ; attempt++) {
      const looked = await git(['ls-remote', '--exit-code', remoteName, ref]);
      if (looked.exitCode === 2) return '';
      const head = looked.stdout
        .split('\n')
        .flatMap((line) => (line.endsWith(`\t${ref}`) ? [line.split('\t')[0] ?? ''] : []))[0];
      let said = looked.stderr;
      if (looked.exitCode === 0 && head !== undefined) {
        if (await isHere(git, head)) return head;
        const fetched = await git([
          'fetch',
          '--quiet',
          '--no-tags',
          '--no-write-fetch-head',
          remoteName,
          `+${ref}:refs/journal`,
        ]);
        // The branch may have moved on since it was looked at, but not without what it had.
        if (fetched.exitCode === 0 && (await isHere(git, head))) return head;
        said = fetched.stderr;
      }
      const trouble = remoteTrouble(said);
      const lasting = trouble === 'login' || trouble === 'permission' || trouble === 'not-found';
      if (lasting || attempt === tries) throw failure(trouble, said, recorded);
      await pause(attempt);
    }
  };

  const list = async (): Promise<StoredFiles> => {
    const git = await options.repository();
    const head = await fetchHead(git, 'nothing-to-record');
    if (head === '') return { files: [], revision: '' };
    const root = await readTree(git, head);
    if (!root.some(({ name }) => name === aboutFile)) throw otherBranch(description, branch);
    const folder = root.find(({ name, kind }) => name === system && kind === 'tree');
    if (!folder) return { files: [], revision: head };
    const entries = await readTree(git, folder.id);
    // Content has one name in git for ever, so what was read once need not be read again.
    const key = (entry: { id: string; name: string }): string => `${entry.id} ${entry.name}`;
    const fresh = entries.filter((entry) => !read.has(key(entry)));
    const names = new Map(fresh.map((entry) => [entry.name, key(entry)]));
    for (const file of await readBlobs(git, fresh)) read.set(names.get(file.name) ?? file.name, file);
    const files = entries.map((entry) => read.get(key(entry)) ?? { name: entry.name, content: new Uint8Array() });
    return { files, revision: head };
  };

  const add = async (addition: Addition): Promise<'added' | 'taken'> => {
    const git = await options.repository();
    const commit = await writeCommit(git, addition, system, writer);
    for (let attempt = 1; ; attempt++) {
      const pushed = await git(['push', '--porcelain', '--no-verify', remoteName, `${commit}:${ref}`]);
      if (pushed.exitCode === 0) return 'added';
      // What git says about a rejection differs from server to server; where the branch is now does not.
      const head = await fetchHead(git, 'not-certain');
      if (head !== '' && (await git(['merge-base', '--is-ancestor', commit, head])).exitCode === 0) return 'added';
      if (head !== addition.revision) return 'taken';
      const said = `${pushed.stderr}\n${rejections(pushed.stdout)}`;
      const trouble = remoteTrouble(said);
      const passing = trouble === 'busy' || trouble === 'unreachable';
      if (!passing || attempt === tries) throw failure(trouble, said, 'not-recorded');
      await pause(attempt);
    }
  };

  return { description, list, add };
}

async function isHere(git: Git, commit: string): Promise<boolean> {
  return (await git(['cat-file', '-e', `${commit}^{commit}`])).exitCode === 0;
}

/** The lines of `git push --porcelain` about references that were not updated. */
function rejections(porcelain: string): string {
  return porcelain
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.split('\t').at(-1) ?? line)
    .join('\n');
}

async function writeCommit(git: Git, addition: Addition, system: string, writer: string): Promise<string> {
  const { file, revision, subject, at } = addition;
  const root = revision === '' ? [] : await readTree(git, revision);
  const folder = root.find(({ name }) => name === system);
  const entries = folder ? await readTree(git, folder.id) : [];
  const blob = { mode: '100644', kind: 'blob', id: await writeBlob(git, file.content), name: file.name };
  const tree = { mode: '040000', kind: 'tree', id: await writeTree(git, [...entries, blob]), name: system };
  const kept =
    revision === ''
      ? [{ mode: '100644', kind: 'blob', id: await writeBlob(git, Buffer.from(about)), name: aboutFile }]
      : root.filter(({ name }) => name !== system);
  const top = await writeTree(git, [...kept, tree]);
  const parents = revision === '' ? [] : ['-p', revision];
  // The writer's mark keeps the commits of two writers apart, even when they say the same at the same moment.
  const message = `${subject.slice(0, 200)}\n\nEntry ${file.name} of ${system}. Writer ${writer}.\n`;
  const who = { NAME: 'Staged Upgrade', EMAIL: 'journal@staged-upgrade.invalid', DATE: at };
  const identity = Object.fromEntries(
    Object.entries(who).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value],
    ]),
  );
  return (await succeed(git, ['commit-tree', '--no-gpg-sign', ...parents, top], message, identity)).trim();
}

function otherBranch(description: string, branch: string): UserError {
  return new UserError({
    happened: `The ${description} holds something else than a journal: it has no "${aboutFile}".`,
    means: 'Nothing was done, and nothing was added to that branch.',
    next: `Name a branch that does not exist yet with journal: { git: { branch: … } }, instead of "${branch}".`,
  });
}
