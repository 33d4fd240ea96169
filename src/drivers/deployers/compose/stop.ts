import { SystemFailure } from '../../../core/messages/errors.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { Log } from '../../../world/log.ts';
import type { StopRequest } from '../deployer.ts';
import { readContainers } from './containers.ts';
import type { Engine } from './engine.ts';
import { oneOffPrefix } from './one-off.ts';
import { openProject } from './open-project.ts';
import { isRunning, runningNow } from './running-now.ts';
import type { ComposeSettings } from './settings.ts';

/** Stops the services of the release, and any of its commands that still run. Which release runs does not matter. */
export async function stopCompose(
  settings: ComposeSettings,
  context: PartContext,
  { log, signal }: StopRequest,
): Promise<void> {
  const { engine, project } = await openProject(settings, context, signal);
  await stopServices(engine, project, settings.stop ?? settings.services, log);
  const commands = await engine.docker(['ps', '--quiet', `--filter=name=^/?${oneOffPrefix(project)}`]);
  const ids = commands.stdout.split('\n').filter((id) => id !== '');
  if (ids.length > 0) await stopContainers(engine, ids, project, settings.services);
}

/** The last named is stopped first: it may need those before it. */
export async function stopServices(
  engine: Engine,
  project: string,
  services: readonly string[],
  log: Log,
): Promise<void> {
  const containers = await readContainers(engine, project, services);
  for (const service of services.toReversed()) {
    const running = containers.filter((container) => container.service === service && isRunning(container));
    if (running.length === 0) continue;
    log.info(`Stopping ${running.map(({ name }) => name).join(', ')} on ${engine.name}.`);
    await stopContainers(
      engine,
      running.map(({ id }) => id),
      project,
      services,
    );
  }
}

async function stopContainers(
  engine: Engine,
  ids: readonly string[],
  project: string,
  services: readonly string[],
): Promise<void> {
  const result = await engine.docker(['stop', ...ids]);
  if (result.exitCode === 0 || /no such container/i.test(result.stderr)) return;
  throw new SystemFailure({
    happened: `A container could not be stopped by ${engine.name}${engine.lastWords(result)}.`,
    means: await runningNow(engine, project, services),
    next: 'Correct the cause, and run the step again.',
  });
}
