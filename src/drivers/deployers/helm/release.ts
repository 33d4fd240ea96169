import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { type Cluster, readJson } from './cluster.ts';

/** One revision of a release, as Helm keeps it. */
export interface Revision {
  readonly number: number;
  /** `deployed`, `superseded`, `failed`, `pending-upgrade`, … */
  readonly status: string;
  /** `records-1.4.0`. */
  readonly chart: string;
  readonly updated: string;
}

const history = z.array(
  z.looseObject({ revision: z.number(), status: z.string(), chart: z.string().default(''), updated: z.string() }),
);

/** How many are looked at: more than Helm keeps unless it is told to. */
const looked = 50;

/** All revisions, the oldest first; empty where there is no such release. */
export async function readRevisions(cluster: Cluster): Promise<readonly Revision[]> {
  const result = await cluster.helm(['history', cluster.release, `--max=${looked}`, '--output=json']);
  if (result.exitCode !== 0 && /release: not found/.test(result.stderr)) return [];
  const read = await readJson(cluster, result, history, `The history of the release "${cluster.release}"`);
  return read
    .map(({ revision: number, status, chart, updated }) => ({ number, status, chart, updated }))
    .toSorted((one, other) => one.number - other.number);
}

/**
 * The newest that is known to have been in place whole: where a way back leads, read before anything is changed. Helm calls a
 * revision deployed as soon as the cluster has taken it, so of those that Staged Upgrade has made it counts what was seen of them.
 */
export function lastGood(revisions: readonly Revision[], own: readonly OwnRevision[]): Revision | undefined {
  return revisions.findLast(({ number, status }) => {
    const ours = own.find(({ revision }) => revision === number);
    return ['deployed', 'superseded'].includes(status) && (ours === undefined || ours.wasReady);
  });
}

export function isPending({ status }: Revision): boolean {
  return status.startsWith('pending-');
}

/**
 * Helm hands the labels of a revision on to the next. They name their own revision, so that those of a deploy of ours are
 * told from what somebody else's has inherited.
 */
const label = {
  revision: 'staged-upgrade-revision',
  before: 'staged-upgrade-before',
  version: 'staged-upgrade-version',
  ready: 'staged-upgrade-ready',
} as const;

export interface OwnRevision {
  readonly revision: number;
  /** The revision that was deployed before; 0 where there was none. */
  readonly before: number;
  readonly version: string;
  /** Whether it was seen to be in place, ready, and to stay so. */
  readonly wasReady: boolean;
}

export function labelsOf({ revision, before, version }: Omit<OwnRevision, 'wasReady'>): string {
  return Object.entries({
    [label.revision]: String(revision),
    [label.before]: String(before),
    [label.version]: labelValue(version),
  })
    .map((pair) => pair.join('='))
    .join(',');
}

/** What a label can hold of a version. */
export function labelValue(version: string): string {
  return version
    .replaceAll(/[^A-Za-z0-9._-]/g, '_')
    .slice(0, 60)
    .replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}

/** The revisions that a deploy of ours has made, whether or not it has ended. What they hold is not read. */
export async function readOwnRevisions(cluster: Cluster): Promise<readonly OwnRevision[]> {
  const columns = ['version', label.revision, label.before, label.version, label.ready].map(
    (name, index) => `C${index}:.metadata.labels.${name}`,
  );
  const result = await cluster.kubectl([
    ...['get', 'secrets', `--selector=owner=helm,name=${cluster.release}`, '--no-headers'],
    `--output=custom-columns=${columns.join(',')}`,
  ]);
  if (result.exitCode !== 0) {
    throw new SystemFailure({
      happened: `The Secrets that Helm keeps of the release "${cluster.release}" could not be read from ${cluster.name}${cluster.lastWords(result)}.`,
      means: 'Which revision was there before is not known. Nothing was changed.',
      next: `Make sure that this job may read Secrets in the namespace "${cluster.namespace}", then run the step again.`,
    });
  }
  return result.stdout.split('\n').flatMap((line): OwnRevision[] => {
    const [number, own, before, version = '', ready] = line.trim().split(/\s+/);
    if (number === undefined || number !== own) return [];
    return [{ revision: Number(number), before: Number(before), version, wasReady: ready === number }];
  });
}

/** Kept with the revision itself: whoever goes back later may run elsewhere. */
export async function noteReady(cluster: Cluster, revision: number): Promise<void> {
  const result = await cluster.kubectl([
    ...['label', 'secret', recordOf(cluster, revision), '--overwrite', `${label.ready}=${revision}`],
  ]);
  if (result.exitCode === 0) return;
  throw new SystemFailure({
    happened: `That revision ${revision} of the release "${cluster.release}" is ready could not be noted in ${cluster.name}${cluster.lastWords(result)}.`,
    means: 'It is in place, and a later way back would not lead to it.',
    next: `Make sure that this job may change Secrets in the namespace "${cluster.namespace}", then run the step again.`,
  });
}

/** The name of the Secret in which Helm keeps a revision. */
export function recordOf({ release }: Cluster, revision: number): string {
  return `sh.helm.release.v1.${release}.v${revision}`;
}
