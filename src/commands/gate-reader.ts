import { githubApi } from '../github/api.ts';
import { readGate } from '../github/gates.ts';
import type { GateReading } from '../hop/gate.ts';
import type { ReadGate } from '../preflight/gates.ts';
import type { Project } from './project.ts';

/** How the protection of this repository's environments is read; undefined outside of a workflow's job. */
export function gateReader(project: Project): ReadGate {
  return project.run.kind === 'github' ? (environment) => readEnvironment(project, environment) : undefined;
}

export async function readEnvironment({ effects }: Project, name: string): Promise<GateReading> {
  const { environment, journalCredential, clock, signal } = effects;
  const [owner, repo] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  if (journalCredential === undefined || !owner || !repo) {
    return {
      kind: 'cannot-tell',
      reason: 'this step has no token, or does not know its repository',
      next: 'Leave the input "token" of the step as it is by default.',
    };
  }
  const api = await githubApi(journalCredential.token, environment, effects.githubFetch);
  return await readGate(api, { owner, repo, environment: name }, { clock, signal });
}
