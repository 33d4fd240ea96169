import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Cluster } from './cluster.ts';
import type { WorkloadText } from './manifest.ts';
import { type ReleaseRecord, readRecord } from './record.ts';
import { lastGood, type Revision, readRevisions } from './release.ts';
import { type PodSeen, readWorkloads, type WorkloadSeen } from './workloads.ts';

/**
 * What runs of the release at this moment, as sentences: read, never guessed.
 * @param texts what was to be deployed besides
 */
export async function runningNow(cluster: Cluster, texts: readonly WorkloadText[]): Promise<string> {
  try {
    const revisions = await readRevisions(cluster);
    const newest = revisions.at(-1);
    const good = lastGood(revisions);
    const shown = newest && (await shownOf(cluster, newest));
    const inPlace = good?.number === newest?.number ? shown : good && (await shownOf(cluster, good));
    const known = (inPlace ?? shown)?.record.workloads ?? [];
    const others = texts.filter(({ key }) => !known.some((one) => one.key === key));
    const workloads = await readWorkloads(cluster, [...known, ...others]);
    return `${runningText(workloads)} ${revisionText(cluster, shown, inPlace)}`;
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return `What runs now could not be read (${error.detail.happened.replace(/\.$/, '')}).`;
  }
}

/** `Now deployment/web runs acme/web:1.0.2 (2 ready), beside acme/web:1.1.4 (ImagePullBackOff).` */
export function runningText(workloads: readonly WorkloadSeen[]): string {
  const each = workloads.flatMap((workload) => {
    const { key, pods } = workload;
    if (/^(?:cron)?job\//.test(key)) return [];
    const alive = pods.filter(({ phase, isDeleting }) => phase !== 'Succeeded' && phase !== 'Failed' && !isDeleting);
    if (alive.length === 0) return [`${key} runs nothing${workload.wanted === 0 ? ' (it is scaled to zero)' : ''}`];
    const ready = counted(alive.filter(({ isReady }) => isReady));
    const others = counted(alive.filter(({ isReady }) => !isReady));
    if (ready === '') return [`${key} serves nothing: ${others}`];
    return [`${key} runs ${ready}${others === '' ? '' : `, beside ${others}`}`];
  });
  return each.length === 0 ? 'Now nothing of the release runs.' : `Now ${each.join('; ')}.`;
}

function counted(pods: readonly PodSeen[]): string {
  const texts = pods.map((pod) => `${imagesText(pod)} (${stateText(pod)})`);
  return [...Map.groupBy(texts, (text) => text)]
    .map(([text, same]) => (same.length === 1 ? text : `${same.length} of ${text}`))
    .join(' and ');
}

function imagesText({ containers }: PodSeen): string {
  return [...new Set(containers.map(({ image }) => image))].join(' and ') || 'a pod without a container yet';
}

export function stateText({ isReady, containers, unschedulable, phase }: PodSeen): string {
  if (isReady) return 'ready';
  const waiting = containers.find((one) => one.waiting !== undefined)?.waiting?.reason;
  if (waiting !== undefined && waiting !== '') return waiting;
  return unschedulable === undefined ? (phase === 'Running' ? 'not ready' : phase.toLowerCase()) : 'no node takes it';
}

interface Shown {
  readonly revision: Revision;
  readonly record: ReleaseRecord;
}

async function shownOf(cluster: Cluster, revision: Revision): Promise<Shown> {
  return { revision, record: await readRecord(cluster, revision.number) };
}

function revisionText({ release }: Cluster, newest: Shown | undefined, good: Shown | undefined): string {
  if (newest === undefined) return `Helm has no release "${release}".`;
  const { revision, record } = newest;
  const text = `Helm's release "${release}" is at revision ${revision.number} (${record.chart}), ${revision.status}`;
  if (good === undefined) return `${text}; no revision was in place whole before.`;
  return good.revision.number === revision.number
    ? `${text}.`
    : `${text}; revision ${good.revision.number} (${good.record.chart}) was in place before.`;
}
