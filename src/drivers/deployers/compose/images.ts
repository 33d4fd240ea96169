import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Artifact } from '../../../core/model/artifacts.ts';
import type { Log } from '../../../world/log.ts';
import { imageReference } from '../image-reference.ts';
import type { Engine } from './engine.ts';
import type { RenderedService } from './rendered-project.ts';
import type { ComposeSettings } from './settings.ts';

/** An image that the engine has, so that nothing has to be pulled when a service is started. */
export interface LocalImage {
  readonly id: string;
  /** The digests by which registries identify it. */
  readonly digests: readonly string[];
}

const inspected = z
  .array(z.looseObject({ Id: z.string(), RepoDigests: z.array(z.string()).nullish() }))
  .transform(([first]) => first);

export async function localImage(engine: Engine, reference: string): Promise<LocalImage | undefined> {
  const result = await engine.docker(['image', 'inspect', reference]);
  if (result.exitCode !== 0) return undefined;
  const found = inspected.parse(JSON.parse(result.stdout));
  if (found === undefined) return undefined;
  const name = imageReference(reference)?.name;
  const digests = (found.RepoDigests ?? []).flatMap((text) => {
    const parsed = imageReference(text);
    return parsed?.digest !== undefined && isSameName(parsed.name, name) ? [parsed.digest] : [];
  });
  return { id: found.Id, digests };
}

/** `docker.io/library/redis` and `redis` are the same. */
function isSameName(one: string, other: string | undefined): boolean {
  const familiar = (name: string): string => name.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
  return other !== undefined && familiar(one) === familiar(other);
}

export interface ImagesRequest {
  readonly files: readonly string[];
  readonly services: readonly RenderedService[];
  readonly pull: ComposeSettings['pull'];
  readonly log: Log;
}

/** Makes the engine pull all images, before anything stops; by the names of their services. */
export async function fetchImages(
  engine: Engine,
  { files, services, pull, log }: ImagesRequest,
): Promise<ReadonlyMap<string, LocalImage>> {
  const images = new Map<string, LocalImage>();
  for (const service of services) {
    const policy = policyOf(service, pull);
    const before = policy === 'always' ? undefined : await localImage(engine, service.image);
    if (before === undefined && policy !== 'never') {
      const pulled = await engine.docker([...files, 'pull', '--policy=always', service.name], { log });
      if (pulled.exitCode !== 0) throw notPulled(service, engine, engine.lastWords(pulled), policy === 'always');
    }
    const image = before ?? (await localImage(engine, service.image));
    if (image === undefined) throw notThere(service, engine);
    images.set(service.name, image);
  }
  return images;
}

function policyOf({ pullPolicy }: RenderedService, pull: ComposeSettings['pull']): 'always' | 'missing' | 'never' {
  if (pull !== undefined) return pull;
  if (pullPolicy === 'never') return 'never';
  return pullPolicy === 'missing' || pullPolicy === 'if_not_present' ? 'missing' : 'always';
}

function notPulled(service: RenderedService, engine: Engine, why: string, always: boolean): SystemFailure {
  return new SystemFailure({
    happened: `The image "${service.image}" of the service "${service.name}" could not be pulled by ${engine.name}${why}.`,
    means: 'Nothing was stopped.',
    next: `Make sure that the image exists and that the engine may pull it${always ? '; or, where images are brought there in another way, set "pull: missing"' : ''}. Then run the step again.`,
  });
}

function notThere(service: RenderedService, engine: Engine): SystemFailure {
  return new SystemFailure({
    happened: `The image "${service.image}" of the service "${service.name}" is not on ${engine.name}, and is not to be pulled.`,
    means: 'Nothing was stopped.',
    next: 'Bring the image there (docker load), or let it be pulled with "pull: missing". Then run the step again.',
  });
}

/** What the images are, whatever their tags mean later. */
export function artifactsOf(
  services: readonly RenderedService[],
  images: ReadonlyMap<string, LocalImage>,
): readonly Artifact[] {
  const artifacts = services.flatMap(({ name, image }): Artifact[] => {
    const found = images.get(name);
    return found === undefined ? [] : [{ name: image, digests: [...found.digests, found.id] }];
  });
  return artifacts.filter(({ name }, index) => artifacts.findIndex((other) => other.name === name) === index);
}
