import type { ContainerSeen } from './containers.ts';
import { isRunning, stateText } from './running-now.ts';

export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-yet'; readonly reason: string }
  /** It will not get better by waiting. Phrases about the service. */
  | { readonly kind: 'failed'; readonly reason: string };

export interface Awaited {
  readonly service: string;
  readonly containers: readonly ContainerSeen[];
  readonly wanted: number;
  readonly endsByItself: boolean;
}

/** A container that was started again so often does not start. */
const crashLoop = 3;

/** Whether the containers of a service that were made from its new image are ready, as they look at one moment. */
export function readinessOf({ service, containers, wanted, endsByItself }: Awaited): Readiness {
  const each = containers.map((container) => ofContainer(container, endsByItself));
  const failed = each.find(({ kind }) => kind === 'failed');
  if (failed !== undefined) return failed;
  const waiting = each.find(({ kind }) => kind === 'not-yet');
  if (waiting !== undefined) return waiting;
  if (containers.length >= wanted) return { kind: 'ready' };
  return { kind: 'not-yet', reason: `${service} has ${containers.length} of ${wanted} containers` };
}

function ofContainer(container: ContainerSeen, endsByItself: boolean): Readiness {
  const { name, status, health, failing, restarts, exitCode } = container;
  const what = `${name} is ${stateText(container)}`;
  if (restarts >= crashLoop || (status === 'restarting' && restarts >= crashLoop))
    return { kind: 'failed', reason: `${name} does not stay up: it was started again ${restarts} times` };
  if (status === 'restarting') return { kind: 'not-yet', reason: what };
  if (!isRunning(container) && status !== 'created') {
    if (endsByItself && exitCode === 0) return { kind: 'ready' };
    return { kind: 'failed', reason: `${name} has ${stateText(container)}` };
  }
  if (endsByItself) return { kind: 'not-yet', reason: `${name} has not ended yet` };
  if (status !== 'running') return { kind: 'not-yet', reason: what };
  if (health === undefined || health === 'none') return { kind: 'ready' };
  if (health === 'healthy' && failing === 0) return { kind: 'ready' };
  return { kind: 'not-yet', reason: `${what}${saidText(container)}` };
}

function saidText({ said }: ContainerSeen): string {
  const line = said.split('\n').at(-1)?.trim() ?? '';
  return line === '' ? '' : `, and its health check says: ${line.slice(0, 300)}`;
}

/** For how long everything has been ready, over many looks. */
export interface Steadiness {
  readonly readySince: number | undefined;
  /** How often it was ready and then not any more. */
  readonly lost: number;
}

export const notSteady: Steadiness = { readySince: undefined, lost: 0 };

export function steadier({ readySince, lost }: Steadiness, isReady: boolean, at: number): Steadiness {
  if (isReady) return { readySince: readySince ?? at, lost };
  return { readySince: undefined, lost: readySince === undefined ? lost : lost + 1 };
}
