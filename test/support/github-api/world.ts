/** What the fake of GitHub holds. Tests write it down and may change it between requests. */
export interface World {
  readonly repositories: Repository[];
  /** By the token's text. */
  readonly tokens: Record<string, Token>;
}

export interface Repository {
  /** `acme/records`. */
  name: string;
  readonly id: number;
  isPrivate?: boolean;
  /** Former names, which are answered with a redirection. */
  formerNames?: string[];
  defaultBranch?: string;
  releases?: ReleaseRecord[];
  tags?: string[];
  environments?: EnvironmentRecord[];
  /** The default branch is protected when it is among them. */
  protectedBranches?: string[];
  /** Active rules of rulesets, by branch. */
  branchRules?: Record<string, BranchRule[]>;
  runs?: RunRecord[];
}

/** Newest first, as GitHub lists them. */
export interface ReleaseRecord {
  tag: string;
  publishedAt?: string;
  draft?: boolean;
  prerelease?: boolean;
  body?: string;
}

export interface EnvironmentRecord {
  name: string;
  /** Logins of users; teams as `team:slug`. Left out or empty: no required reviewers. */
  reviewers?: string[];
  preventSelfReview?: boolean;
  waitTimerMinutes?: number;
  /** `all`: any branch may deploy. */
  branches?: 'all' | 'protected' | { names: string[] };
  canAdminsBypass?: boolean;
}

export interface BranchRule {
  type: 'creation' | 'update' | 'deletion' | 'non_fast_forward' | 'required_linear_history' | 'required_signatures';
  rulesetId: number;
}

export interface RunRecord {
  id: number;
  approvals: Approval[];
}

export interface Approval {
  state: 'approved' | 'rejected' | 'pending';
  user: string;
  comment: string;
  environments: string[];
}

export type PermissionName = 'actions' | 'administration' | 'contents' | 'metadata';

/** A token of a workflow run (`installation`) or of a person (`fine-grained`). */
export interface Token {
  kind: 'installation' | 'fine-grained';
  /** Repositories that it was given access to, by name. It also reads what is public. */
  repositories: string[];
  permissions: Partial<Record<PermissionName, 'read' | 'write'>>;
  /** Requests an hour; 1,000 for a workflow's own token. */
  limit?: number;
}
