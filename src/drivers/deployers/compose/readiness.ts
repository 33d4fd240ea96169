import type { Readiness } from '../until-ready.ts';
import type { ContainerSeen } from './containers.ts';
import { isRunning, stateText } from './running-now.ts';

export interface Awaited {
  readonly service: string;
  readonly containers: readonly ContainerSeen[];
  readonly wanted: number;
  readonly endsByItself: boolean;
}

/** A container that was restarted this often does not start. */
const crashLoop = 3;

/** Whether the containers of a service that were made from its new image are ready, judging by one look. */
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
  return { kind: 'not-yet', reason: `${what}${lastOutputLine(container)}` };
}

function lastOutputLine({ said }: ContainerSeen): string {
  const line = said.split('\n').at(-1)?.trim() ?? '';
  return line === '' ? '' : `, and its health check says: ${line.slice(0, 300)}`;
}
