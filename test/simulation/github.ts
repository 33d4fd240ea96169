import { approvedEnvironment } from '../../src/core/model/gate.ts';
import { approvalJson, branchPolicyJson, environmentJson, type Writer } from '../support/github-api/resources.ts';
import type { Approval, EnvironmentRecord, Repository } from '../support/github-api/world.ts';
import type { GatedJob } from './act.ts';
import type { Random } from './random.ts';
import { pageOfReleases } from './release-pages.ts';

/** What GitHub answers to one request that nothing disturbs. */
export interface GitHubAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export const githubAddress = 'http://github.internal';
export const repositoryName = 'acme/records';

const environmentNames: Readonly<Record<GatedJob, string>> = {
  promote: 'production',
  finalize: 'production-finalize',
};

const writer: Writer = { api: githubAddress, exampleRepository: {} };

/** The repository on GitHub: how its environments are protected, and what reviewers said about its runs. */
export class SimulatedGitHub {
  readonly #repository: Repository;
  readonly #environments: EnvironmentRecord[] = [];
  readonly #reviews = new Map<string, Approval[]>();
  /** Whether the jobs' token has the permission to read how environments are protected. */
  #mayRead: boolean;

  constructor(random: Random) {
    this.#repository = { name: repositoryName, id: 1, isPrivate: true, environments: this.#environments };
    for (const name of Object.values(environmentNames)) {
      const canAdminsBypass = random.chance(0.6);
      if (random.chance(0.75)) this.#environments.push({ name, reviewers: ['reviewer'], canAdminsBypass });
      else if (random.chance(0.7)) this.#environments.push(unprotected(name, random));
    }
    this.#mayRead = random.chance(0.9);
    if (random.chance(0.8)) this.restrict();
    else if (random.chance(0.5)) this.#environments.push({ name: approvedEnvironment });
  }

  /** Somebody admits only the default branch to the environment whose jobs a whole path was approved for. */
  restrict(): void {
    this.#replace({ name: approvedEnvironment, branches: { names: ['main'] } });
  }

  /** Whether a job waits for a reviewer. GitHub creates a missing environment when a job first names it. */
  asks(job: GatedJob): boolean {
    const name = environmentNames[job];
    if (this.#find(name) === undefined) this.#environments.push({ name });
    return (this.#find(name)?.reviewers ?? []).length > 0;
  }

  /** Whether administrators may let a job through that nobody has approved. */
  mayBypass(job: GatedJob): boolean {
    return this.#find(environmentNames[job])?.canAdminsBypass ?? true;
  }

  review(run: string, job: GatedJob, state: 'approved' | 'rejected'): void {
    const reviews = this.#reviews.get(run) ?? [];
    reviews.push({ state, user: 'reviewer', comment: '', environments: [environmentNames[job]] });
    this.#reviews.set(run, reviews);
  }

  /** Somebody gives the jobs the permission that they lack. */
  permit(): void {
    this.#mayRead = true;
  }

  /** Somebody changes the settings of an environment. */
  protect(job: GatedJob): void {
    this.#replace({ name: environmentNames[job], reviewers: ['reviewer', 'team:releases'] });
  }

  expose(job: GatedJob, random: Random): void {
    this.#replace(unprotected(environmentNames[job], random));
  }

  answerTo({ pathname, searchParams }: URL): GitHubAnswer {
    if (/^\/repos\/acme\/server\/releases$/.test(pathname))
      return pageOfReleases(Number(searchParams.get('page') ?? '1'));
    if (pathname === `/repos/${repositoryName}`) return found({ full_name: repositoryName });
    if (!this.#mayRead) return forbidden;
    const [, limited] = /\/environments\/([^/]+)\/deployment-branch-policies$/.exec(pathname) ?? [];
    if (limited !== undefined) {
      const branches = this.#find(decodeURIComponent(limited))?.branches;
      const names = typeof branches === 'object' ? branches.names : [];
      return found({ total_count: names.length, branch_policies: names.map(branchPolicyJson) });
    }
    const [, environment] = /\/environments\/([^/]+)$/.exec(pathname) ?? [];
    if (environment !== undefined) {
      const index = this.#environments.findIndex(({ name }) => name === decodeURIComponent(environment));
      const record = this.#environments[index];
      return record === undefined ? missing : found(environmentJson(writer, this.#repository, record, index + 1));
    }
    const [, run] = /\/actions\/runs\/(\d+)\/approvals$/.exec(pathname) ?? [];
    if (run === undefined) return missing;
    return found((this.#reviews.get(run) ?? []).map((review) => approvalJson(writer, this.#repository, review)));
  }

  #find(wanted: string): EnvironmentRecord | undefined {
    return this.#environments.find(({ name }) => name === wanted);
  }

  #replace(record: EnvironmentRecord): void {
    const index = this.#environments.findIndex(({ name }) => name === record.name);
    this.#environments.splice(index === -1 ? this.#environments.length : index, 1, record);
  }
}

function unprotected(name: string, random: Random): EnvironmentRecord {
  return random.chance(0.5) ? { name } : { name, waitTimerMinutes: 10, branches: 'protected' };
}

function found(body: unknown): GitHubAnswer {
  return { status: 200, body, headers: { 'content-type': 'application/json; charset=utf-8' } };
}

const forbidden: GitHubAnswer = { ...found({ message: 'Resource not accessible by integration' }), status: 403 };

const missing: GitHubAnswer = { ...found({ message: 'Not Found' }), status: 404 };
