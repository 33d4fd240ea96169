import { randomUUID } from 'node:crypto';
import { UserError } from '../../../core/messages/errors.ts';
import type { Clock } from '../../../world/clock.ts';
import { entryFileName, entryNumber } from '../../chain.ts';
import type { Addition, FileStore, StoredFiles } from '../../chained-journal.ts';
import { damageFailure } from '../../damage.ts';
import { type Git, redact } from './command.ts';
import { type CommitRequest, writeCommit } from './commit.ts';
import { type Recorded, type RemoteTrouble, remoteFailure, remoteTrouble } from './failure.ts';
import { folderOf, type Listing, listingOf, type Part, partOf, unchangedIn } from './layout.ts';
import { readBlobs, readTree, type TreeEntry } from './objects.ts';
import { remoteName } from './remote.ts';

export interface GitStoreOptions {
  readonly system: string;
  readonly branch: string;
  readonly remote: string;
  readonly clock: Clock;
  /** Our own repository, opened when it is first needed. */
  readonly repository: () => Promise<Git>;
  /** Aborted when the run is being stopped: what was done is recorded even then, but nobody waits long for it. */
  readonly signal: AbortSignal;
  /** Removed from everything that git prints. */
  readonly secrets: readonly string[];
}

/** How often a remote that has not answered yet is asked: its address may be wrong. */
const tries = 4;

/** For how long a remote that has answered before is expected to come back. */
const longestWait = { running: 120_000, stopping: 3_000 } as const;
const aboutFile = 'staged-upgrade-journal.md';
const about = `# The journal of Staged Upgrade

Each folder belongs to one system; each file in it, a thousand to a folder, is one thing that was observed, decided or
done, in order. The files are chained by checksums: a changed or missing one stops every later step. Do not edit, squash
or force-push this branch, do not merge it, and do not protect it against pushes by the upgrade workflows.
`;

interface Listed extends Listing {
  /** The commit; undefined before anything was listed, empty if there is no branch. */
  readonly revision: string | undefined;
}

interface Added extends Pick<Addition, 'file' | 'revision'> {
  readonly number: number;
  /** Of its content. */
  readonly id: string;
  /** The commit of which it is the newest entry. */
  readonly head: string;
}

const nothing: Listed = { ids: new Map(), unexpected: [], revision: undefined };

/** What each folder of a system held when it was read, by path: a tree with the same id need not be read again. */
type Parts = ReadonlyMap<string, Part & { readonly id: string }>;

export function gitStore(options: GitStoreOptions): FileStore {
  const { system, branch, clock } = options;
  const ref = `refs/heads/${branch}`;
  const description = `branch ${branch} of ${redact(options.remote)}`;
  const writer = randomUUID();
  let reached = false;
  let fetchedBefore = false;
  let parts: Parts = new Map();
  let listed: Listed = nothing;
  let confirmed: Listed = nothing;
  /** What this store added last: its content is known without being read. */
  let added: Added | undefined;
  /** The commits that were seen in the local repository. */
  const here = new Set<string>();

  const isHere = async (git: Git, commit: string): Promise<boolean> => {
    if (here.has(commit)) return true;
    const isThere = (await git(['cat-file', '-e', `${commit}^{commit}`])).exitCode === 0;
    if (isThere) here.add(commit);
    return isThere;
  };

  const failure = (trouble: RemoteTrouble, output: string, recorded: Recorded) =>
    remoteFailure(trouble, redact(output, options.secrets), description, branch, recorded);
  /** Waits before the next attempt; returns whether there is one. */
  const attempts = (): (() => Promise<boolean>) => {
    const waited = { running: 0, stopping: 0 };
    let attempt = 0;
    return async () => {
      attempt++;
      if (!reached && attempt === tries) return false;
      const state = options.signal.aborted ? 'stopping' : 'running';
      if (waited[state] >= longestWait[state]) return false;
      const milliseconds = Math.min((0.5 + Math.random()) * 250 * 2 ** attempt, state === 'running' ? 5_000 : 500);
      await clock.sleep(milliseconds);
      waited[state] += milliseconds;
      return true;
    };
  };

  /** The branch's commit on the remote, fetched; the empty string if there is no such branch. */
  const fetchHead = async (git: Git, recorded: Recorded): Promise<string> => {
    const again = attempts();
    for (;;) {
      const looked = await git(['ls-remote', '--exit-code', remoteName, ref]);
      reached ||= looked.exitCode === 0 || looked.exitCode === 2;
      if (looked.exitCode === 2) return '';
      const head = looked.stdout
        .split('\n')
        .flatMap((line) => (line.endsWith(`\t${ref}`) ? [line.split('\t')[0] ?? ''] : []))[0];
      let output = looked.stderr;
      if (looked.exitCode === 0 && head !== undefined) {
        if (await isHere(git, head)) return head;
        // Every entry is in the newest commit: nobody needs the history before what was first seen.
        const depth = fetchedBefore ? [] : ['--depth=1'];
        const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', ...depth];
        const fetched = await git(['fetch', ...flags, remoteName, `+${ref}:refs/journal`]);
        fetchedBefore ||= fetched.exitCode === 0;
        // The branch may have moved on since it was looked at, but only by additions.
        if (fetched.exitCode === 0 && (await isHere(git, head))) return head;
        output = fetched.stderr;
      }
      const trouble = remoteTrouble(output);
      const lasting = trouble === 'login' || trouble === 'permission' || trouble === 'not-found';
      if (lasting || !(await again())) throw failure(trouble, output, recorded);
    }
  };

  const list = async (verified?: string): Promise<StoredFiles> => {
    const git = await options.repository();
    const head = await fetchHead(git, 'nothing-to-record');
    if (listed.revision === verified) confirmed = listed;
    const before = verified !== undefined && confirmed.revision === verified ? confirmed : undefined;
    // A commit's content never changes.
    if (before !== undefined && head === verified) return { unchanged: before.ids.size, files: [], revision: head };
    if (before !== undefined && added?.head === head && added.revision === verified) {
      const { file, number, id } = added;
      listed = { ...before, ids: new Map([...before.ids, [number, id]]), revision: head };
      return { unchanged: before.ids.size, files: [file], revision: head };
    }
    if (head === '') {
      listed = { ...nothing, revision: '' };
      return { files: [], revision: '' };
    }
    const root = await readTree(git, head);
    if (!root.some(({ name }) => name === aboutFile)) throw otherBranch(description, branch);
    parts = await readParts(git, systemFolder(root), parts);
    listed = { ...listingOf(parts), revision: head };
    const unchanged = before === undefined ? 0 : unchangedIn(listed, before);
    const fresh = [...listed.ids].filter(([number]) => number > unchanged);
    const contents = await readBlobs(
      git,
      fresh.map(([, id]) => id),
    );
    const empty = new Uint8Array();
    const files = [
      ...fresh.map(([number], index) => ({ name: entryFileName(number), content: contents[index] ?? empty })),
      ...listed.unexpected.map((name) => ({ name, content: empty })),
    ];
    return { unchanged, files, revision: head };
  };

  /** @throws SystemFailure if it exists and is not a folder: that is not an empty journal */
  const systemFolder = (root: readonly TreeEntry[]): TreeEntry | undefined => {
    const entry = root.find(({ name }) => name === system);
    if (entry === undefined || entry.kind === 'tree') return entry;
    const found = entry.mode === '120000' ? 'link' : 'file';
    throw damageFailure(description, { kind: 'not-a-folder', folder: system, found });
  };

  const add = async (addition: Addition): Promise<'added' | 'taken'> => {
    const git = await options.repository();
    const { id: commit, blobs } = await writeCommit(git, commitOf(addition, system, writer));
    here.add(commit);
    const isAdded = (): 'added' => {
      const [number, id] = [entryNumber(addition.file.name), blobs[0]];
      if (number !== undefined && id !== undefined) added = { ...addition, head: commit, number, id };
      return 'added';
    };
    const again = attempts();
    for (;;) {
      const pushed = await git(['push', '--porcelain', '--no-verify', remoteName, `${commit}:${ref}`]);
      if (pushed.exitCode === 0) return isAdded();
      // What git says about a rejection differs from server to server; the branch's position does not.
      const head = await fetchHead(git, 'not-certain');
      if (head !== '' && (await git(['merge-base', '--is-ancestor', commit, head])).exitCode === 0) return isAdded();
      if (head !== addition.revision) return 'taken';
      const output = `${pushed.stderr}\n${rejections(pushed.stdout)}`;
      const trouble = remoteTrouble(output);
      const passing = trouble === 'busy' || trouble === 'unreachable' || trouble === 'declined';
      if (!passing || !(await again())) throw failure(trouble, output, 'not-recorded');
    }
  };

  return { description, list, add };
}

/** The lines of `git push --porcelain` about references that were not updated. */
function rejections(porcelain: string): string {
  return porcelain
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.split('\t').at(-1) ?? line)
    .join('\n');
}

async function readParts(git: Git, system: TreeEntry | undefined, before: Parts): Promise<Parts> {
  if (system === undefined) return new Map();
  const lines = await readTree(git, system.id);
  const folders = lines.filter(({ kind }) => kind === 'tree');
  const changed = folders.filter(({ id, name }) => before.get(name)?.id !== id).map(({ name }) => name);
  const inside = Map.groupBy(changed.length === 0 ? [] : await readTree(git, system.id, changed), ({ name }) =>
    name.slice(0, name.indexOf('/')),
  );
  const beside = lines.filter(({ kind }) => kind !== 'tree');
  const parts = new Map([['', { id: '', ...partOf('', beside) }]]);
  for (const { id, name } of folders) {
    const same = before.get(name);
    parts.set(name, same?.id === id ? same : { id, ...partOf(name, inside.get(name) ?? []) });
  }
  return parts;
}

function commitOf({ file, revision, subject, at }: Addition, system: string, writer: string): CommitRequest {
  const path = `${system}/${folderOf(file.name)}/${file.name}`;
  return {
    parent: revision,
    // The writer's mark keeps the commits of two writers apart, even if they say the same at the same moment.
    message: `${subject.slice(0, 200)}\n\nEntry ${file.name} of ${system}. Writer ${writer}.\n`,
    at,
    files: [
      { path, content: file.content },
      // Only a commit with this file is listed, and thus added to.
      ...(revision === '' ? [{ path: aboutFile, content: Buffer.from(about) }] : []),
    ],
  };
}

function otherBranch(description: string, branch: string): UserError {
  return new UserError({
    happened: `The ${description} contains something other than a journal: it has no "${aboutFile}".`,
    means: 'Nothing was done, and nothing was added to that branch.',
    next: `Name a branch that does not exist yet with journal: { store: { git: { branch: upgrade-journal } } }, instead of "${branch}".`,
  });
}
