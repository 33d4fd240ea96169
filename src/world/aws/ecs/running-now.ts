import { SystemFailure } from '../../../core/messages/errors.ts';
import { countText } from '../../../core/messages/quantities.ts';
import type { EcsService, TaskSeen } from './service.ts';

/** What the services run at this moment, as a sentence: read, never guessed. */
export async function runningNow(services: readonly EcsService[]): Promise<string> {
  const each = await Promise.all(services.map(runningIn));
  return `Now ${each.join('; ')}.`;
}

/** If this work fails, what runs at that moment is read and added to the error. */
export async function sayingWhatRuns<Result>(
  whatRuns: () => Promise<string>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    const { detail } = error;
    throw new SystemFailure({ ...detail, means: `${detail.means} ${await whatRuns()}`.trim() }, { cause: error });
  }
}

async function runningIn(service: EcsService): Promise<string> {
  try {
    const tasks = (await service.tasks('RUNNING')).filter(({ lastStatus }) => lastStatus === 'RUNNING');
    const texts = tasks.map(({ containers = [] }) =>
      containers.map(({ name, image }) => `${name} ${image}`).join(', '),
    );
    const counts = [...Map.groupBy(texts, (text) => text)];
    const running = counts.map(([text, same]) => `${countText(same.length, 'task')} of ${text}`).join(' and ');
    return `${service.title} runs ${running === '' ? 'no task' : running}`;
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return `what ${service.title} runs could not be read (${error.detail.happened.replace(/\.$/, '')})`;
  }
}

/** Why tasks of a revision have stopped: each reason once, the newest last. */
export async function failureReasons(service: EcsService, revision: string): Promise<readonly string[]> {
  const tasks = (await service.tasks('STOPPED'))
    .filter(({ taskDefinitionArn, stopCode }) => {
      return taskDefinitionArn === revision && stopCode !== 'ServiceSchedulerInitiated' && stopCode !== 'UserInitiated';
    })
    .toSorted((one, other) => (one.stoppedAt?.getTime() ?? 0) - (other.stoppedAt?.getTime() ?? 0));
  return [...new Set(tasks.map(reasonOf).filter((reason) => reason !== ''))];
}

function reasonOf({ stoppedReason = '', containers = [] }: TaskSeen): string {
  const each = containers.flatMap(({ name, exitCode, reason }) => [
    ...(exitCode === undefined ? [] : [`${name} exited with code ${exitCode}`]),
    ...(reason === undefined || reason === '' ? [] : [`${name}: ${reason}`]),
  ]);
  return [stoppedReason, ...each]
    .filter((text) => text !== '')
    .join('; ')
    .replace(/\.$/, '');
}
