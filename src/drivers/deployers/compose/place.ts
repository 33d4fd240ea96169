import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { DeployPlace } from '../../../core/model/deploy-place.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { silentLog } from '../../../world/log.ts';
import type { PlaceRequest } from '../deployer.ts';
import { askEngine, capital, type Engine, jsonOf } from './engine.ts';
import { engineForName, projectName } from './project-name.ts';
import type { ComposeSettings } from './settings.ts';
import { stageFiles } from './staged-files.ts';

const engineInfo = z.object({ ID: z.string(), Name: z.string() });

/** A project of an engine: a container belongs to it by these two, whatever file it was made from. */
export async function placeOfCompose(
  settings: ComposeSettings,
  context: PartContext,
  { signal }: Pick<PlaceRequest, 'signal'>,
): Promise<DeployPlace> {
  const engine = engineForName(settings, context, signal);
  await askEngine(engine);
  const { ID: id, Name: host } = await infoOf(engine);
  const { 'env-file': envFile } = settings;
  const unchanged = { ...settings, images: {}, ...(envFile && { 'env-file': { ...envFile, set: {} } }) };
  const files = await stageFiles(unchanged, context, silentLog);
  try {
    const project = await projectName(settings, context, { engine, files: files.staged, signal });
    return { kind: 'compose', location: { project, engine: id, host } };
  } finally {
    await files.discard();
  }
}

/** The machine's name as well: a cloned machine has the engine id of its original. */
async function infoOf(engine: Engine): Promise<z.output<typeof engineInfo>> {
  const result = await engine.docker(['info', '--format', '{"ID":{{json .ID}},"Name":{{json .Name}}}']);
  const read = engineInfo.safeParse(jsonOf(result));
  if (read.success && read.data.ID !== '') return read.data;
  throw new SystemFailure({
    happened: `${capital(engine.name)} did not say its id${result.exitCode === 0 ? '' : engine.lastWords(result)}.`,
    means: 'Whether staging and production are one installation could not be determined. Nothing was changed.',
    next: 'Make sure that "docker info" shows an ID of the server there, then run the step again.',
  });
}
