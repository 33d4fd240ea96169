import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { DeployPlace } from '../../../core/model/deploy-place.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { silentLog } from '../../../world/log.ts';
import type { PlaceRequest, PlaceRule } from '../deployer.ts';
import { askEngine, capital, type Engine, jsonOf } from './engine.ts';
import { engineForName, projectName, projectVariable } from './project-name.ts';
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

/** The machine's name besides: one that was cloned from another has the id of its engine too. */
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

const written = z.looseObject({
  file: z.union([z.string(), z.array(z.string())]),
  project: z.string().optional(),
  env: z.record(z.string(), z.unknown()).optional(),
  'env-file': z.looseObject({ file: z.string() }).optional(),
  context: z.string().optional(),
  host: z.string().optional(),
});

/** On each machine another engine: whose it is shows where the job runs. */
const ownEngine = /^(?:unix|npipe|fd):|^tcp:\/\/(?:localhost|127\.|\[::1\])/i;

export const composePlace: PlaceRule = {
  keys: ['file', 'project', `env.${projectVariable}`, 'env-file.file', 'pinned.url', 'context', 'host'],
  written: (settings) => {
    const read = written.safeParse(settings);
    if (!read.success) return undefined;
    const { file, project, env = {}, 'env-file': envFile, context, host } = read.data;
    const isOwn = host === undefined ? context === undefined || context === 'default' : ownEngine.test(host);
    if (isOwn) return undefined;
    const name = project ?? env[projectVariable];
    const text = JSON.stringify({ host, context, ...(name === undefined ? { file, env, envFile } : { name }) });
    const key = project !== undefined || name === undefined ? 'project' : `env.${projectVariable}`;
    return {
      text,
      key,
      advice: 'give each environment a project of its own, such as `project: "{system}-{environment}"`',
    };
  },
};
