import { githubApi } from '../github/api.ts';
import { readGate } from '../github/gates.ts';
import type { ReadGate } from '../preflight/gates.ts';
import type { Project } from './project.ts';

/** How the protection of this repository's environments is read; undefined outside of a workflow's job. */
export function gateReader({ run, effects }: Project): ReadGate {
  if (run.kind !== 'github') return undefined;
  const { environment, journalCredential, clock, signal } = effects;
  const [owner, repo] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  if (journalCredential === undefined || !owner || !repo) {
    return async () => ({
      kind: 'cannot-tell',
      reason: 'this step has no token, or does not know its repository',
      next: 'Leave the input "token" of the step as it is by default.',
    });
  }
  const { token } = journalCredential;
  return async (name) =>
    await readGate(
      await githubApi(token, environment),
      { owner, repo, environment: name },
      { clock, ...(signal ? { signal } : {}) },
    );
}
