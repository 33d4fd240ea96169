import { SystemFailure } from '../../../core/messages/errors.ts';
import { type ContainerSeen, readContainers } from './containers.ts';
import type { Engine } from './engine.ts';

/** What the engine runs of these services at this moment, as a sentence: read, never guessed. */
export async function runningNow(engine: Engine, project: string, services: readonly string[]): Promise<string> {
  try {
    return runningText(await readContainers(engine, project, services), services);
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return `What runs now could not be read (${error.detail.happened.replace(/\.$/, '')}).`;
  }
}

/** `Now web runs acme/app:1.0.2 (healthy); worker does not run: acme/app:1.1.4 (exited with code 1).` */
export function runningText(containers: readonly ContainerSeen[], services: readonly string[]): string {
  const each = services.map((service) => {
    const own = containers.filter((container) => container.service === service);
    if (own.length === 0) return `${service} has no container`;
    const running = own.filter(isRunning);
    if (running.length === 0) return `${service} does not run: ${counted(own)}`;
    const ended = own.filter((container) => !isRunning(container));
    return `${service} runs ${counted(running)}${ended.length === 0 ? '' : `, beside ${counted(ended)}`}`;
  });
  return `Now ${each.join('; ')}.`;
}

export function isRunning({ status }: ContainerSeen): boolean {
  return status === 'running' || status === 'paused' || status === 'restarting';
}

function counted(containers: readonly ContainerSeen[]): string {
  const texts = containers.map((container) => `${container.image} (${stateText(container)})`);
  const counts = Map.groupBy(texts, (text) => text);
  return [...counts].map(([text, same]) => (same.length === 1 ? text : `${same.length} of ${text}`)).join(' and ');
}

export function stateText({ status, health, exitCode, outOfMemory, restarts }: ContainerSeen): string {
  if (status === 'exited' || status === 'dead')
    return outOfMemory ? 'ended because memory ran out' : `exited with code ${exitCode}`;
  if (status === 'restarting') return `restarting, ${restarts} times so far, last exit code ${exitCode}`;
  if (status === 'running') return health === undefined || health === 'none' ? 'running' : health;
  return status;
}
