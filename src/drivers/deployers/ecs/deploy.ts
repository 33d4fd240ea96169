import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import type { Artifact } from '../../../core/model/artifacts.ts';
import { type AwsAccess, awsAccess } from '../../../world/aws/access.ts';
import { requireAccount } from '../../../world/aws/account.ts';
import { runningNow, sayingWhatRuns } from '../../../world/aws/ecs/running-now.ts';
import { capital, type EcsService, openService, type ServiceSeen } from '../../../world/aws/ecs/service.ts';
import { desiredCountOf } from '../../../world/aws/ecs/stop-service.ts';
import { untilSteady } from '../../../world/aws/ecs/until-steady.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { filledVariables } from '../../../world/effects/user-command.ts';
import type { DeployRequest } from '../deployer.ts';
import { refuseOther } from '../rehearsed-images.ts';
import { type PinnedImage, pinnedImage } from './image-digest.ts';
import { revisionFor } from './revision.ts';
import type { EcsSettings } from './settings.ts';

/** Registers a revision with the images of a release, updates the service to it, and reads back what its tasks run. */
export async function deployEcs(
  settings: EcsSettings,
  context: PartContext,
  request: DeployRequest,
): Promise<readonly Artifact[]> {
  const { log } = request;
  const access = awsAccess(settings, context, request.signal);
  access.signal.throwIfAborted();
  const images = await imagesOf(settings, context, access);
  const env = filledVariables(settings.env, context);
  await requireAccount(settings, access, context.where);
  const service = await openEcs(settings, context, access);
  const artifacts = [...images.values()].map(({ asked, digest }): Artifact => ({ name: asked, digests: [digest] }));
  for (const { asked, digest } of images.values()) log.info(`${asked} is ${digest}.`);
  return await sayingWhatRuns(
    () => runningNow([service]),
    async () => {
      refuseOther(artifacts, request);
      const seen = await service.look();
      requireRolling(seen, service, context.where);
      const current = await service.definition(seen.taskDefinition ?? '');
      await refuseDrift({ settings, context, access, request, service, current });
      await putInPlace({ settings, context, access, request, service, current, seen, images, env });
      log.info(await runningNow([service]));
      return artifacts;
    },
  );
}

interface Placement extends DriftQuestion {
  readonly seen: ServiceSeen;
  readonly images: ReadonlyMap<string, PinnedImage>;
  readonly env: Readonly<Record<string, string>>;
}

async function putInPlace(placement: Placement): Promise<void> {
  const { settings, context, access, request, service, current, seen, images, env } = placement;
  const { log } = request;
  const wish = { images, env, environment: request.environment, where: context.where };
  const revision = revisionFor(current, wish);
  const desired = desiredCountOf(seen, service);
  try {
    let arn = seen.taskDefinition ?? '';
    if (revision.kind === 'new') {
      arn = await service.register(revision.definition);
      log.info(
        `${arn.split('/').at(-1)} is registered: ${[...images.values()].map(({ pinned }) => pinned).join(', ')}.`,
      );
    }
    const isThere = seen.taskDefinition === arn && seen.desiredCount === desired;
    if (!isThere) await service.update({ taskDefinition: arn, desiredCount: desired });
    const { clock } = context.effects;
    await untilSteady({ service, revision: arn, ready: settings.ready, clock, log, signal: access.signal });
    await readBack(service, images);
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    const { detail } = error;
    const means = `${request.version} is not in place, or not wholly. ${detail.means}`.trim();
    throw new SystemFailure({ ...detail, means }, { cause: error });
  }
}

export async function openEcs(settings: EcsSettings, context: PartContext, access: AwsAccess): Promise<EcsService> {
  const { effects, where, placeholders } = context;
  const fill = (key: 'cluster' | 'service'): string =>
    effects.variables.fill(settings[key], `${where}.${key}`, placeholders);
  return await openService(access, fill('cluster'), fill('service'));
}

export async function imagesOf(
  settings: Pick<EcsSettings, 'images'>,
  { effects, where, placeholders }: PartContext,
  access: AwsAccess,
): Promise<ReadonlyMap<string, PinnedImage>> {
  const asked = Object.entries(settings.images).map(
    ([name, image]) => [name, effects.variables.fill(image, `${where}.images.${name}`, placeholders)] as const,
  );
  const pinned = new Map<string, PinnedImage>();
  for (const [name, image] of asked) {
    pinned.set(name, await pinnedImage(image, { access, fetch: effects.fetch, where: `${where}.images.${name}` }));
  }
  return pinned;
}

function requireRolling(seen: ServiceSeen, service: EcsService, where: string): void {
  const type = seen.deploymentController?.type ?? 'ECS';
  if (type === 'ECS') return;
  throw new UserError({
    happened: `${capital(service.title)} is deployed by ${type}.`,
    means: `Only what Amazon ECS itself deploys can be deployed by ${where}. Nothing was changed.`,
    next: `Deploy it by a command, or let Amazon ECS deploy the service (deploymentController: ECS).`,
  });
}

interface DriftQuestion {
  readonly settings: EcsSettings;
  readonly context: PartContext;
  readonly access: AwsAccess;
  readonly request: DeployRequest;
  readonly service: EcsService;
  readonly current: Awaited<ReturnType<EcsService['definition']>>;
}

/** On production, only what the hop is about may be running: anything else was deployed by somebody else. */
async function refuseDrift({ settings, context, access, request, service, current }: DriftQuestion): Promise<void> {
  if (request.refuseDrift !== true) return;
  const sides = await Promise.all(
    [request.from, request.to].map(async (version) => {
      const placeholders = { ...context.placeholders, version };
      return await imagesOf(settings, { ...context, placeholders }, access);
    }),
  );
  for (const { name = '', image = '' } of current.taskDefinition?.containerDefinitions ?? []) {
    const known = sides.flatMap((side) => {
      const found = side.get(name);
      return found === undefined ? [] : [found.asked, found.pinned];
    });
    if (known.length === 0 || known.includes(image)) continue;
    throw new SystemFailure({
      happened: `The container "${name}" of ${service.title} runs ${image}, and the hop leads from ${request.from} to ${request.to}: ${[...new Set(known)].join(', ')}.`,
      means: 'Somebody else has put something in place. Nothing was changed.',
      next: 'Find out who and why. Deploy by hand what the configuration says, or correct the configuration; then run the step again.',
    });
  }
}

/** The images of the tasks themselves, not those that were requested. */
async function readBack(service: EcsService, images: ReadonlyMap<string, PinnedImage>): Promise<void> {
  for (const task of await service.tasks('RUNNING')) {
    for (const { name = '', image = '', healthStatus } of task.containers ?? []) {
      const wanted = images.get(name);
      if (wanted === undefined) continue;
      const isOther = image !== wanted.pinned;
      if (!isOther && healthStatus !== 'UNHEALTHY') continue;
      throw new SystemFailure({
        happened: isOther
          ? `A task of ${service.title} runs ${image} as "${name}", but ${wanted.pinned} was deployed.`
          : `The container "${name}" of a task of ${service.title} is unhealthy.`,
        means: '',
        next: 'Look at the deployments and the log of the service, correct the cause, and run the step again.',
      });
    }
  }
}
