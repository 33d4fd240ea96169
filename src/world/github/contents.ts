import { z } from 'zod';
import type { FileChange } from '../../core/model/file-change.ts';
import type { GitHubApi } from './api.ts';
import { ask, type CannotTell } from './ask.ts';
import type { Asking, Repository } from './gates.ts';

/** What happened to a change of a file that belongs in the repository. */
export type FileKept =
  /** Committed to the branch, or already there. */
  | { readonly kind: 'committed'; readonly commit: string | undefined }
  | { readonly kind: 'proposed'; readonly url: string; readonly because: string }
  | { readonly kind: 'not-kept'; readonly reason: string; readonly next?: string };

export interface ToKeep extends Repository {
  /** The branch that the workflow runs for. */
  readonly branch: string;
  /** The branch on which it is proposed, if it may not be committed there. */
  readonly proposal: string;
  readonly message: string;
  readonly description: string;
  readonly change: FileChange;
}

/** https://docs.github.com/en/rest/repos/contents#get-repository-content */
const file = z.lazy(() => z.object({ sha: z.string(), content: z.string(), encoding: z.literal('base64') }));
const commit = z.lazy(() => z.object({ commit: z.object({ sha: z.string().optional() }) }));
const reference = z.lazy(() => z.object({ object: z.object({ sha: z.string() }) }));
const pull = z.object({ html_url: z.string() });
const pulls = z.lazy(() => z.array(pull));

/**
 * Commits the change to the branch. If the token may not, or the branch's rules forbid it, it is proposed in a pull request.
 * Changes that somebody else made to the file in the meantime are never overwritten.
 */
export async function keepFile(api: GitHubApi, toKeep: ToKeep, asking: Asking): Promise<FileKept> {
  const { branch, proposal } = toKeep;
  const direct = await commitTo(api, toKeep, branch, asking);
  if (direct.kind !== 'refused') return direct;
  const made = await branchFrom(api, toKeep, asking);
  if (made !== undefined) return { kind: 'not-kept', reason: `${direct.reason}; ${made.reason}`, ...adviceOf(made) };
  const there = await commitTo(api, toKeep, proposal, asking);
  if (there.kind === 'refused') return { kind: 'not-kept', reason: `${direct.reason}; ${there.reason}` };
  if (there.kind === 'not-kept') return there;
  const url = await pullRequest(api, toKeep, asking);
  return typeof url === 'string'
    ? { kind: 'proposed', url, because: direct.reason }
    : { kind: 'not-kept', reason: `it is on the branch "${proposal}", and no pull request was made: ${url.reason}` };
}

type Committed = Exclude<FileKept, { kind: 'proposed' }> | { readonly kind: 'refused'; readonly reason: string };

async function commitTo(
  api: GitHubApi,
  { owner, repo, change, message }: ToKeep,
  branch: string,
  asking: Asking,
): Promise<Committed> {
  const { path, before, after } = change;
  const place = { owner, repo, path };
  const found = await ask(asking, file, (request) =>
    api.request('GET /repos/{owner}/{repo}/contents/{path}', { ...place, ref: branch, request }),
  );
  if (found.kind === 'not-found') return { kind: 'not-kept', reason: `the branch "${branch}" has no file ${path}` };
  if (found.kind === 'cannot-tell') return { kind: 'not-kept', reason: found.reason, ...adviceOf(found) };
  const now = Buffer.from(found.value.content, 'base64').toString('utf8');
  if (now === after) return { kind: 'committed', commit: undefined };
  if (now !== before)
    return { kind: 'not-kept', reason: `${path} on the branch "${branch}" differs from what this job has checked out` };
  const written = await ask(asking, commit, (request) =>
    api.request('PUT /repos/{owner}/{repo}/contents/{path}', {
      ...place,
      message,
      content: Buffer.from(after, 'utf8').toString('base64'),
      sha: found.value.sha,
      branch,
      request,
    }),
  );
  if (written.kind === 'answered') return { kind: 'committed', commit: written.value.commit.sha };
  const reason = written.kind === 'not-found' ? 'the token may not write to the repository' : written.reason;
  return { kind: 'refused', reason };
}

/** Undefined if the branch of the proposal exists now. */
async function branchFrom(
  api: GitHubApi,
  { owner, repo, branch, proposal }: ToKeep,
  asking: Asking,
): Promise<CannotTell | undefined> {
  const head = await ask(asking, reference, (request) =>
    api.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner, repo, ref: `heads/${branch}`, request }),
  );
  if (head.kind !== 'answered')
    return head.kind === 'cannot-tell' ? head : { kind: 'cannot-tell', reason: `there is no branch "${branch}"` };
  const { sha } = head.value.object;
  const made = await ask(asking, z.unknown(), (request) =>
    api.request('POST /repos/{owner}/{repo}/git/refs', { owner, repo, ref: `refs/heads/${proposal}`, sha, request }),
  );
  if (made.kind === 'answered') return undefined;
  // An earlier attempt may have created it.
  if (made.kind === 'cannot-tell' && /already exists/i.test(made.reason)) return undefined;
  return made.kind === 'cannot-tell' ? made : { kind: 'cannot-tell', reason: 'the token may not make a branch' };
}

async function pullRequest(
  api: GitHubApi,
  { owner, repo, branch, proposal, message, description }: ToKeep,
  asking: Asking,
): Promise<string | CannotTell> {
  const place = { owner, repo };
  const open = await ask(asking, pulls, (request) =>
    api.request('GET /repos/{owner}/{repo}/pulls', { ...place, head: `${owner}:${proposal}`, state: 'open', request }),
  );
  const [existing] = open.kind === 'answered' ? open.value : [];
  if (existing !== undefined) return existing.html_url;
  const made = await ask(asking, pull, (request) =>
    api.request('POST /repos/{owner}/{repo}/pulls', {
      ...place,
      title: message,
      body: description,
      head: proposal,
      base: branch,
      request,
    }),
  );
  if (made.kind === 'answered') return made.value.html_url;
  return made.kind === 'cannot-tell' ? made : { kind: 'cannot-tell', reason: 'the token may not make a pull request' };
}

function adviceOf({ next }: CannotTell): { readonly next?: string } {
  return next === undefined ? {} : { next };
}
