import type { Git } from './command.ts';
import { succeed, unprocessed } from './objects.ts';

export interface CommitRequest {
  /** The commit to add to; empty for the first one of a branch. */
  readonly parent: string;
  readonly message: string;
  /** ISO 8601. */
  readonly at: string;
  readonly files: readonly CommitFile[];
}

export interface CommitFile {
  readonly path: string;
  readonly content: Uint8Array;
}

export interface Commit {
  readonly id: string;
  /** Of the files' contents, in their order. */
  readonly blobs: readonly string[];
}

/** Only in our own repository: it keeps what was written until it is pushed. */
const ref = 'refs/staged-upgrade/entry';
const who = 'Staged Upgrade <journal@staged-upgrade.invalid>';

/**
 * Adds files to a commit, in one process: creating the blobs, the trees above them and the commit one by one takes nine
 * processes for each entry.
 */
export async function writeCommit(git: Git, { parent, message, at, files }: CommitRequest): Promise<Commit> {
  const when = `${Math.floor(Date.parse(at) / 1000)} +0000`;
  const commands = [
    // Without this, the previous commit would be its parent.
    `reset ${ref}\n`,
    `commit ${ref}\nmark :1\nauthor ${who} ${when}\ncommitter ${who} ${when}`,
    data(message),
    ...(parent === '' ? [] : [`from ${parent}`]),
    ...files.flatMap(({ path, content }) => [`M 100644 inline ${path}`, data(Buffer.from(content).toString('utf8'))]),
    'get-mark :1',
    ...files.map(({ path }) => `ls :1 ${path}`),
    'done\n',
  ];
  const output = await succeed(git, ['fast-import', '--quiet', '--done', '--force'], { input: commands.join('\n') });
  const [id = '', ...blobs] = output
    .trimEnd()
    .split('\n')
    .map((line) => /^(?:100644 blob )?([0-9a-f]{40,64})(?:\t|$)/.exec(line)?.[1] ?? '');
  // A push of no commit would remove the branch.
  if (id === '') throw unprocessed(`"git fast-import" did not name the commit that it wrote: ${output.trim()}`);
  return { id, blobs };
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}
