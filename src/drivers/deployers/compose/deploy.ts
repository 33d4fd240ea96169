import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import type { Artifact } from '../../../core/model/artifacts.ts';
import { partPlaceholders } from '../../../core/model/parts.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { silentLog } from '../../../world/log.ts';
import type { DeployRequest } from '../deployer.ts';
import { refuseOther } from '../rehearsed-images.ts';
import { readContainers } from './containers.ts';
import { askEngine, type Engine, openEngine } from './engine.ts';
import { artifactsOf, fetchImages } from './images.ts';
import { type OneOffRequest, runOneOff } from './one-off.ts';
import { readBack } from './read-back.ts';
import { type RenderedProject, renderProject } from './rendered-project.ts';
import { putFirst, type Replacement, recreate, requireRolling, roll } from './replace.ts';
import { isRunning, runningNow } from './running-now.ts';
import type { ComposeSettings } from './settings.ts';
import { type StagedFiles, stageFiles } from './staged-files.ts';
import { stopServices } from './stop.ts';

/** Deploys a release: checks everything that it needs before anything stops, and reads back what runs then. */
export async function deployCompose(
  settings: ComposeSettings,
  context: PartContext,
  request: DeployRequest,
): Promise<readonly Artifact[]> {
  const engine = openEngine(settings, context, request);
  await askEngine(engine);
  const pinnedOther = settings.pinned === undefined ? undefined : await otherPinned(settings, context, request);
  const files = await stageFiles(settings, context, request.log);
  try {
    const project = await renderProject(engine, files.staged, settings, context.where);
    return await sayingWhatRuns({ engine, project, version: request.version }, () =>
      putInPlace({ settings, context, request, engine, files, project, pinnedOther }),
    );
  } finally {
    await files.discard();
  }
}

interface Deploy {
  readonly settings: ComposeSettings;
  readonly context: PartContext;
  readonly request: DeployRequest;
  readonly engine: Engine;
  readonly files: StagedFiles;
  readonly project: RenderedProject;
  /** The content of the file that is published with the other release, if there is one. */
  readonly pinnedOther: RenderedProject['services'] | undefined;
}

async function putInPlace(deploy: Deploy): Promise<readonly Artifact[]> {
  const { settings, context, request, engine, files, project } = deploy;
  const { services } = project;
  const { log } = request;
  if (settings.strategy === 'rolling') requireRolling(project, context.where);
  requireOfTheRelease(deploy);
  await refuseDrift(deploy);
  const images = await fetchImages(engine, { files: files.staged, services, pull: settings.pull, log });
  const artifacts = artifactsOf(services, images);
  for (const { name, digests } of artifacts) log.info(`${name} is ${digests[0] ?? 'without a digest'}.`);
  refuseOther(artifacts, request);

  if (settings['stop-first']) await stopServices(engine, project.name, settings.stop ?? settings.services, log);
  const replacementBy = (by: readonly string[]): Replacement => ({
    engine,
    project,
    files: by,
    images,
    readBack: readBack(engine, settings, context, log),
    ready: settings.ready,
    clock: context.effects.clock,
    log,
    signal: request.signal ? AbortSignal.any([request.signal, context.effects.signal]) : context.effects.signal,
  });
  await runCommands(deploy, 'before', replacementBy(files.staged));
  await files.putInPlace();
  const replacement = replacementBy(files.inPlace);
  await (settings.strategy === 'rolling' ? roll(replacement) : recreate(replacement));
  await runCommands(deploy, 'after', replacement);
  log.info(await runningNow(engine, project.name, settings.services));
  return artifacts;
}

/** @throws UserError for a command in a service whose image is not checked beforehand. Nothing has been changed then. */
function requireOfTheRelease({ settings, context: { where }, project: { services } }: Deploy): void {
  const isKnown = (name: string): boolean => services.some((service) => service.name === name);
  for (const phase of ['before', 'after'] as const) {
    for (const [index, { run, needs }] of settings[phase].entries()) {
      const at = `${where}.${phase}.${index}`;
      const [service] = run;
      if (!isKnown(service)) throw notOfTheRelease(service, `${at}.run`, where);
      const unknown = needs.find((name) => !isKnown(name));
      if (unknown !== undefined) throw notOfTheRelease(unknown, `${at}.needs`, where);
    }
  }
}

async function runCommands(
  { settings, context, request, engine, project }: Deploy,
  phase: 'before' | 'after',
  replacement: Replacement,
): Promise<void> {
  const { images, files } = replacement;
  const isUpgrade = request.version === request.to;
  for (const [index, command] of settings[phase].entries()) {
    if (command.when === 'upgrade' && !isUpgrade) continue;
    const [service] = command.run;
    const where = `${context.where}.${phase}.${index}`;
    const imageId = images.get(service)?.id;
    if (imageId === undefined) throw notOfTheRelease(service, `${where}.run`, context.where);
    if (phase === 'before') await putFirst(replacement, command.needs);
    const oneOff: OneOffRequest = {
      settings: command,
      where,
      project: project.name,
      files,
      imageId,
      context,
      log: request.log,
    };
    await runOneOff(engine, oneOff);
  }
}

function notOfTheRelease(service: string, where: string, base: string): UserError {
  return new UserError({
    happened: `${where} names the service "${service}", which is not in ${base}.services.`,
    means: 'Its image would not be looked at before the command is run. Nothing was stopped.',
    next: `Name a service of ${base}.services, or add it there.`,
  });
}

/** On production, only what the hop is about may be running: anything else was deployed by somebody else. */
async function refuseDrift(deploy: Deploy): Promise<void> {
  const { settings, request, engine, project } = deploy;
  if (request.refuseDrift !== true) return;
  const known = new Map(project.services.map(({ name, image }) => [name, [image]]));
  for (const { name, image } of await otherSide(deploy)) {
    known.get(name)?.push(image);
  }
  const containers = await readContainers(engine, project.name, settings.services);
  const other = containers.find((one) => isRunning(one) && !(known.get(one.service) ?? []).includes(one.image));
  if (other === undefined) return;
  throw new SystemFailure({
    happened: `The container ${other.name} runs ${other.image}, and the hop leads from ${request.from} to ${request.to}: ${(known.get(other.service) ?? []).toReversed().join(' to ')}.`,
    means: 'Somebody else has put something in place. Nothing was stopped.',
    next: 'Find out who and why. Deploy by hand what the configuration says, or correct the configuration; then run the step again.',
  });
}

/** What the files say about the other side of the hop; nothing if they cannot say it. */
async function otherSide({
  settings,
  context,
  request,
  files,
  pinnedOther,
}: Deploy): Promise<RenderedProject['services']> {
  if (pinnedOther !== undefined) return pinnedOther;
  return await orNothing(async () => {
    const other = ofOtherSide(context, request);
    // Anything that is not a variable of this deploy is still as it was: in the present files.
    return (await renderProject(openEngine(settings, other, request), files.inPlace, settings, context.where)).services;
  });
}

/** A file that comes with each release was not installed by an earlier job: this one has its own checkout. */
async function otherPinned(
  settings: ComposeSettings,
  context: PartContext,
  request: DeployRequest,
): Promise<RenderedProject['services']> {
  if (request.refuseDrift !== true) return [];
  return await orNothing(async () => {
    const other = ofOtherSide(context, request);
    const files = await stageFiles(settings, other, silentLog);
    try {
      return (await renderProject(openEngine(settings, other, request), files.staged, settings, context.where))
        .services;
    } finally {
      await files.discard();
    }
  });
}

function ofOtherSide(context: PartContext, { version, from, to, otherParts }: DeployRequest): PartContext {
  const other = version === to ? from : to;
  return { ...context, placeholders: { ...context.placeholders, ...partPlaceholders(otherParts), version: other } };
}

async function orNothing(read: () => Promise<RenderedProject['services']>): Promise<RenderedProject['services']> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError || error instanceof SystemFailure) return [];
    throw error;
  }
}

/** If anything fails from here on, what the engine runs is read and reported. */
async function sayingWhatRuns<Result>(
  {
    engine,
    project,
    version,
  }: { readonly engine: Engine; readonly project: RenderedProject; readonly version: string },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    const { detail } = error;
    const services = project.services.map(({ name }) => name);
    const now = await runningNow(engine, project.name, services);
    const means = `${detail.means === '' ? `The deploy of ${version} has not ended.` : detail.means} ${now}`;
    throw new SystemFailure({ ...detail, means }, { cause: error });
  }
}
