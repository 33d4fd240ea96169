import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Cluster } from './cluster.ts';
import { parsed } from './cluster-api.ts';

/** One revision of a release, as Helm has labelled its record. */
export interface Revision {
  readonly number: number;
  /** `deployed`, `superseded`, `failed`, `pending-upgrade`, … */
  readonly status: string;
  /** For one that a deploy of ours has made, whether or not it has ended. */
  readonly ours: OwnRevision | undefined;
}

export interface OwnRevision {
  /** The revision that was deployed before; 0 if there was none. */
  readonly before: number;
  readonly version: string;
  /** Whether it was seen to be deployed, ready, and to stay so. */
  readonly wasReady: boolean;
}

const record = z.looseObject({ metadata: z.looseObject({ labels: z.record(z.string(), z.string()) }) });
/** An empty list of metadata is null. */
const listed = z.looseObject({ items: z.array(record).nullable() });

/** Without their content: a record contains the whole chart and all values. */
const labelsOnly = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/** All revisions, the oldest first; empty if there is no such release. */
export async function readRevisions(cluster: Cluster): Promise<readonly Revision[]> {
  const selector = encodeURIComponent(`owner=helm,name=${cluster.release}`);
  const answer = await cluster.api.get(`${secretsOf(cluster)}?labelSelector=${selector}`, labelsOnly);
  const what = `The Secrets that Helm keeps of the release "${cluster.release}"`;
  const read = answer.kind === 'answer' ? listed.safeParse(parsed(answer.text)).data : undefined;
  if (read === undefined) {
    throw new SystemFailure({
      happened: `${what} could not be read from ${cluster.name}${answer.kind === 'refused' ? answer.why : ''}.`,
      means: 'Which revision was there before is not known. Nothing was changed.',
      next: `Make sure that this job may list Secrets in the namespace "${cluster.namespace}", then run the step again.`,
    });
  }
  return (read.items ?? [])
    .map(({ metadata: { labels } }) => revisionOf(labels))
    .toSorted((one, other) => one.number - other.number);
}

function revisionOf(labels: Readonly<Record<string, string>>): Revision {
  const number = labels.version ?? '';
  const ours =
    labels[label.revision] === number
      ? {
          before: Number(labels[label.before]),
          version: labels[label.version] ?? '',
          wasReady: labels[label.ready] === number,
        }
      : undefined;
  return { number: Number(number), status: labels.status ?? '', ours };
}

/**
 * The newest that is known to have been completely deployed: where a rollback leads, read before anything is changed. Helm calls
 * a revision deployed as soon as the cluster has accepted it, so for those that Staged Upgrade has made, what was seen counts.
 */
export function lastGood(revisions: readonly Revision[]): Revision | undefined {
  return revisions.findLast(
    ({ status, ours }) => ['deployed', 'superseded'].includes(status) && (ours === undefined || ours.wasReady),
  );
}

export function isPending({ status }: Revision): boolean {
  return status.startsWith('pending-');
}

/**
 * Helm copies the labels of a revision to the next. They name their own revision, so that those of our deploys can be
 * distinguished from those that somebody else's deploy has inherited.
 */
const label = {
  revision: 'staged-upgrade-revision',
  before: 'staged-upgrade-before',
  version: 'staged-upgrade-version',
  ready: 'staged-upgrade-ready',
} as const;

export function labelsOf({
  revision,
  before,
  version,
}: Omit<OwnRevision, 'wasReady'> & { readonly revision: number }): string {
  return Object.entries({
    [label.revision]: String(revision),
    [label.before]: String(before),
    [label.version]: labelValue(version),
  })
    .map((pair) => pair.join('='))
    .join(',');
}

/** The part of a version that a label can hold. */
export function labelValue(version: string): string {
  return version
    .replaceAll(/[^A-Za-z0-9._-]/g, '_')
    .slice(0, 60)
    .replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}

/** Stored with the revision itself: a later rollback may run elsewhere. */
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

export function secretsOf({ namespace }: Cluster): string {
  return `/api/v1/namespaces/${namespace}/secrets`;
}

/** The name of the Secret in which Helm stores a revision. */
export function recordOf({ release }: Cluster, revision: number): string {
  return `sh.helm.release.v1.${release}.v${revision}`;
}
