import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { DeployPlace } from '../../../core/model/deploy-place.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { silentLog } from '../../../world/log.ts';
import type { PlaceRequest, PlaceRule } from '../deployer.ts';
import { askEngine, capital, type Engine, openEngine } from './engine.ts';
import type { ComposeSettings } from './settings.ts';
import { stageFiles } from './staged-files.ts';

const projectVariable = 'COMPOSE_PROJECT_NAME';
const engineInfo = z.object({ ID: z.string(), Name: z.string() });
const named = z.looseObject({ name: z.string() });

/** A project of an engine: a container belongs to it by these two, whatever file it was made from. */
export async function placeOfCompose(
  settings: ComposeSettings,
  context: PartContext,
  { signal }: Pick<PlaceRequest, 'signal'>,
): Promise<DeployPlace> {
  const engine = openEngine({ ...settings, env: nameOnly(settings.env) }, context, { environment: {}, signal });
  await askEngine(engine);
  const { ID: id, Name: host } = await infoOf(engine);
  const project = await projectName(settings, context, { engine, signal });
  return { kind: 'compose', location: { project, engine: id, host } };
}

/** The machine's name besides: one that was cloned from another has the id of its engine too. */
async function infoOf(engine: Engine): Promise<z.output<typeof engineInfo>> {
  const result = await engine.docker(['info', '--format', '{"ID":{{json .ID}},"Name":{{json .Name}}}']);
  const read = result.exitCode === 0 ? engineInfo.safeParse(parsed(result.stdout)) : undefined;
  if (read?.success === true && read.data.ID !== '') return read.data;
  throw new SystemFailure({
    happened: `${capital(engine.name)} did not say its id${result.exitCode === 0 ? '' : engine.lastWords(result)}.`,
    means: 'Whether staging and production are one installation could not be determined. Nothing was changed.',
    next: 'Make sure that "docker info" shows an ID of the server there, then run the step again.',
  });
}

/** As Compose finds it. The variables of a release, which may be secret, are used only where the name is made of them. */
async function projectName(
  settings: ComposeSettings,
  context: PartContext,
  { engine, signal }: { readonly engine: Engine; readonly signal: AbortSignal | undefined },
): Promise<string> {
  const { 'env-file': envFile } = settings;
  const unchanged = { ...settings, images: {}, ...(envFile && { 'env-file': { ...envFile, set: {} } }) };
  const files = await stageFiles(unchanged, context, silentLog);
  try {
    const isGiven = settings.project !== undefined || settings.env[projectVariable] !== undefined;
    if (isGiven || !(await hasVariableName(files.staged)))
      return await nameIn(engine, [...files.staged, '--profile=*', 'config', '--no-interpolate'], context.where);
    const filled = openEngine(settings, context, { environment: {}, signal });
    return await nameIn(filled, [...files.staged, '--profile=*', 'config'], context.where);
  } finally {
    await files.discard();
  }
}

/** Uninterpolated, Compose makes a name of the very letters of a variable. */
async function hasVariableName(args: readonly string[]): Promise<boolean> {
  const paths = args.filter((_, index) => args[index - 1] === '--file');
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return texts.some((text) => named.safeParse(parseDocument(text).toJS()).data?.name.includes('$') === true);
}

async function nameIn(engine: Engine, args: readonly string[], where: string): Promise<string> {
  const result = await engine.docker([...args, '--format=json']);
  const read = result.exitCode === 0 ? named.safeParse(parsed(result.stdout)) : undefined;
  if (read?.success === true) return read.data.name;
  throw new SystemFailure({
    happened: `Docker Compose did not say the name of the project of ${where}${result.exitCode === 0 ? '' : engine.lastWords(result)}.`,
    means: 'Whether staging and production are one installation could not be determined. Nothing was changed.',
    next: `Correct the Compose file, or write the name as ${where}.project. Then run the step again.`,
  });
}

function nameOnly(env: ComposeSettings['env']): ComposeSettings['env'] {
  const name = env[projectVariable];
  return name === undefined ? {} : { [projectVariable]: name };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
