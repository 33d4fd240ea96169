import { SystemFailure } from '../../../core/messages/errors.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { LogsRequest } from '../deployer.ts';
import { readContainers } from './containers.ts';
import { openProject } from './open-project.ts';
import type { ComposeSettings } from './settings.ts';

/** What the containers of the release have logged since a given time, one after the other; including stopped ones. */
export async function logsOfCompose(
  settings: ComposeSettings,
  context: PartContext,
  { since, onLine, signal }: LogsRequest,
): Promise<void> {
  const { engine, project } = await openProject(settings, context, signal);
  for (const { id, name } of await readContainers(engine, project, settings.services)) {
    const result = await engine.docker(['logs', `--since=${since.toISOString()}`, id], { onLine });
    if (result.exitCode === 0) continue;
    // None of its output is quoted: a log contains what people have said.
    throw new SystemFailure({
      happened: `The log of the container ${name} could not be read by ${engine.name}.`,
      means: 'It is not known what the server has logged.',
      next: 'Make sure that its logging driver can be read (docker logs), then run the step again.',
    });
  }
}
