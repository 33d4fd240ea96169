/** What is backed up and replaced: a cluster with its instances, or a single instance. */
export interface Subject {
  readonly noun: 'cluster' | 'instance';
  /** Of the snapshots, as a backup refers to them: `rds-cluster-snapshot`. */
  readonly reference: string;
  /** The shell command that lists it, for messages. */
  readonly describe: string;
  find(id: string, signal?: AbortSignal): Promise<Found | undefined>;
  readonly snapshots: Snapshots;
  /** Requests a new one from a snapshot, configured like another one; a cluster then has no instances yet. */
  restore(snapshot: string, id: string, plan: RestorePlan): Promise<void>;
  /** Requests the instances of a cluster that has become available. */
  addMembers(id: string, like: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  renameMember(from: string, to: string): Promise<void>;
  setPassword(id: string, password: string): Promise<void>;
  addTags(arn: string, tags: Tags): Promise<void>;
  remove(found: Found): Promise<void>;
}

export type Tags = Readonly<Record<string, string>>;

export interface RestorePlan {
  /** The id of the one whose place, network and parameters it gets. */
  readonly like: string;
  readonly tags: Tags;
}

/** Its own, as its provider describes it. */
export interface Found {
  readonly id: string;
  readonly arn: string;
  /** Unique for all time; a copy gets its own. */
  readonly resource: string;
  readonly status: string;
  readonly engine: string;
  readonly engineVersion: string;
  /** Nobody may delete it. */
  readonly isProtected: boolean;
  readonly tags: Tags;
  /** Of a cluster. */
  readonly members: readonly FoundMember[];
}

export interface FoundMember {
  readonly id: string;
  readonly status: string;
}

export interface Snapshot {
  readonly arn: string;
  readonly status: string;
  readonly progress: number;
  readonly engine: string;
}

export interface Snapshots {
  start(id: string, name: string, tags: Tags): Promise<void>;
  /** By its name or its ARN. */
  find(name: string, signal?: AbortSignal): Promise<Snapshot | undefined>;
  copy(from: string, name: string, options: { readonly key: string; readonly tags: Tags }): Promise<void>;
  /** Lets other accounts restore from it. */
  share(name: string, accounts: readonly string[]): Promise<void>;
  remove(name: string): Promise<void>;
}

export function isAvailable({ status, members }: Found): boolean {
  return status === 'available' && members.every((each) => each.status === 'available');
}

/** States that only a person can resolve. */
const dead = /^(?:failed|incompatible-|inaccessible-encryption-credentials|restore-error|storage-full)/;

export function deadState({ id, status, members }: Found): string | undefined {
  const all = [{ id, status }, ...members];
  const found = all.find((each) => dead.test(each.status));
  return found === undefined ? undefined : `"${found.id}" is ${found.status}`;
}
