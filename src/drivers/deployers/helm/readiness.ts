import type { Readiness } from '../until-ready.ts';
import type { ContainerSeen, PodSeen, WorkloadSeen } from './workloads.ts';

export type Judged =
  | Readiness
  /** It fails, and may recover: it counts as failed if it has not after this time. */
  | { readonly kind: 'suspicious'; readonly reason: string; readonly grace: number };

const grace = { stuck: 5000, pull: 20_000 };

/** Whether a workload is as it was requested, judging by one look. */
export function judgeWorkload(workload: WorkloadSeen, restarts: number): Judged {
  const { key, conditions, pods, wanted, updated, available, total } = workload;
  const [kind = ''] = key.split('/');
  if (kind === 'cronjob') return { kind: 'ready' };
  if (!workload.observed) return { kind: 'not-yet', reason: `${key} was not looked at by its controller yet` };
  if (kind === 'job') return ofJob(workload);
  const wrong = conditions.find(
    ({ type, status, reason }) =>
      (type === 'Progressing' && status === 'False' && reason === 'ProgressDeadlineExceeded') ||
      (type === 'ReplicaFailure' && status === 'True'),
  );
  const current = pods.filter(({ isCurrent, isDeleting }) => isCurrent && !isDeleting);
  const each = current.map((pod) => judgePod(pod, restarts));
  const failed = each.find(({ kind: is }) => is === 'failed');
  if (failed !== undefined) return failed;
  if (wrong?.type === 'ReplicaFailure') return { kind: 'failed', reason: `${key} can make no pod: ${wrong.message}` };
  if (wrong !== undefined) {
    const waits = each.find(({ kind: is }) => is !== 'ready');
    const why = waits === undefined || waits.kind === 'ready' ? wrong.message : waits.reason;
    return { kind: 'failed', reason: `${key} has exceeded its progress deadline: ${why}` };
  }
  const suspicious = each.find(({ kind: is }) => is === 'suspicious');
  if (suspicious !== undefined) return suspicious;
  const stuck = kind === 'statefulset' ? stuckPod(pods) : undefined;
  if (stuck !== undefined) return { kind: 'suspicious', reason: stuckText(key, stuck), grace: grace.stuck };
  const waiting = each.find(({ kind: is }) => is === 'not-yet');
  if (waiting !== undefined) return waiting;
  if (updated < wanted) return { kind: 'not-yet', reason: `${key} has ${updated} of ${wanted} new pods` };
  if (total > updated) return { kind: 'not-yet', reason: `${key} has ${total - updated} pods of before` };
  if (available < wanted) return { kind: 'not-yet', reason: `${key} has ${available} of ${wanted} pods available` };
  return { kind: 'ready' };
}

function ofJob({ key, succeeded, conditions, suspended }: WorkloadSeen): Judged {
  const failed = conditions.find(({ type, status }) => type === 'Failed' && status === 'True');
  if (failed !== undefined) return { kind: 'failed', reason: `${key} has failed: ${failed.message || failed.reason}` };
  return succeeded || suspended ? { kind: 'ready' } : { kind: 'not-yet', reason: `${key} has not ended yet` };
}

/** Such an image will not exist in a minute either. */
const noSuchImage = /not ?found|manifest unknown|name unknown|denied|unauthorized|forbidden|invalid reference/i;

export function judgePod(pod: PodSeen, restarts: number): Judged {
  const { name, unschedulable, containers, isReady, phase } = pod;
  for (const container of containers) {
    const judged = judgeContainer(name, container, restarts);
    if (judged !== undefined) return judged;
  }
  if (phase === 'Failed') {
    const code = containers.find(({ ended }) => ended !== undefined)?.ended?.exitCode;
    return { kind: 'failed', reason: `${name} has ended${code === undefined ? '' : ` with exit code ${code}`}` };
  }
  if (unschedulable !== undefined)
    return { kind: 'not-yet', reason: `no node takes ${name}: ${unschedulable.replace(/\.$/, '')}` };
  if (isReady) return { kind: 'ready' };
  const starting = containers.find(({ isRunning }) => !isRunning);
  const how = starting?.waiting === undefined ? 'runs and is not ready' : `is starting (${starting.waiting.reason})`;
  return { kind: 'not-yet', reason: `${name} ${how}` };
}

function judgeContainer(pod: string, container: ContainerSeen, restarts: number): Judged | undefined {
  const { name, image, waiting, ended } = container;
  const how = ended === undefined ? '' : `, the last time with exit code ${ended.exitCode} (${ended.reason})`;
  if (container.restarts > restarts)
    return {
      kind: 'failed',
      reason: `the container ${name} of ${pod} does not stay up: it was started again ${container.restarts} times${how}`,
    };
  switch (waiting?.reason) {
    case 'ErrImagePull':
    case 'ImagePullBackOff':
    case 'ErrImageNeverPull':
    case 'InvalidImageName':
    case 'ImageInspectError': {
      const reason = `the image ${image} of ${pod} cannot be pulled (${waiting.reason}${shortened(waiting.message)})`;
      const isCertain =
        noSuchImage.test(waiting.message) || !['ErrImagePull', 'ImagePullBackOff'].includes(waiting.reason);
      return isCertain ? { kind: 'failed', reason } : { kind: 'suspicious', reason, grace: grace.pull };
    }
    case 'CreateContainerConfigError':
    case 'CreateContainerError':
    case 'RunContainerError':
      return {
        kind: 'suspicious',
        reason: `the container ${name} of ${pod} cannot be started (${waiting.reason}${shortened(waiting.message)})`,
        grace: grace.pull,
      };
    default:
      return undefined;
  }
}

/** The last part says what; the ones before it say which component reported it to which. */
function shortened(message: string): string {
  const words = message.trim().split('\n').at(-1) ?? '';
  return words === '' ? '' : `: ${words.length > 160 ? `… ${words.slice(-160)}` : words}`;
}

/** The controller of a StatefulSet replaces no pod that has never become ready, not even by a template that would fix it. */
export function stuckPod(pods: readonly PodSeen[]): PodSeen | undefined {
  return pods.find(
    (pod) => !pod.isCurrent && !pod.isDeleting && !pod.isReady && pod.phase !== 'Succeeded' && pod.phase !== 'Failed',
  );
}

export function stuckText(key: string, { name, namespace }: PodSeen): string {
  return `${key} does not replace ${name}, which is not ready; Kubernetes waits for it for ever. When nothing in it is to be kept, a person deletes it, and the new one is made: kubectl delete pod ${name} --namespace ${namespace}`;
}
