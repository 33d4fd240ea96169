import type { Project } from '../../config/project.ts';
import type { BranchReading, GateReading } from '../../core/model/gate.ts';
import { type GitHubApi, githubApi } from '../../world/github/api.ts';
import { readBranches } from '../../world/github/branches.ts';
import { type Asking, type Repository, readGate } from '../../world/github/gates.ts';

/** How a gate's GitHub environment is protected; undefined outside of GitHub, where the terminal asks. */
export type ReadGate = ((environment: string) => Promise<GateReading>) | undefined;

/** Which branches may use a GitHub environment; undefined outside of GitHub. */
export type ReadBranches = ((environment: string) => Promise<BranchReading>) | undefined;

/** Reads the protection of this repository's environments; undefined outside of a workflow's job. */
export function gateReader(project: Project): ReadGate {
  return project.run.kind === 'github' ? (environment) => readEnvironment(project, environment) : undefined;
}

/** Which branches may use them; undefined outside of a workflow's job. */
export function branchReader(project: Project): ReadBranches {
  return project.run.kind === 'github' ? (environment) => readBranchesOf(project, environment) : undefined;
}

export function readEnvironment(project: Project, environment: string): Promise<GateReading> {
  return asking(project, (api, here, how) => readGate(api, { ...here, environment }, how));
}

export function readBranchesOf(project: Project, environment: string): Promise<BranchReading> {
  return asking(project, (api, here, how) => readBranches(api, { ...here, environment }, how));
}

interface Untold {
  readonly kind: 'cannot-tell';
  readonly reason: string;
  readonly next?: string;
}

/** What GitHub is asked about this repository; each answer may be that it could not be asked. */
export async function asking<Reading>(
  { effects }: Project,
  read: (api: GitHubApi, here: Repository, how: Asking) => Promise<Reading>,
): Promise<Reading | Untold> {
  const { environment, journalCredential, clock, signal } = effects;
  const [owner, repo] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  if (journalCredential === undefined || !owner || !repo) {
    return {
      kind: 'cannot-tell',
      reason: 'this step has no token, or does not know its repository',
      next: 'Leave the input "token" of the step as it is by default.',
    };
  }
  const api = await githubApi(journalCredential.token, environment, effects.githubFetch ?? effects.fetch);
  return await read(api, { owner, repo }, { clock, signal });
}
