import { z } from 'zod';
import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import { whyMoving } from '../image-reference.ts';
import type { Engine } from './engine.ts';
import type { ComposeSettings } from './settings.ts';

const port = z.looseObject({ published: z.string().optional() });

const renderedService = z.looseObject({
  image: z.string().optional(),
  build: z.unknown().optional(),
  pull_policy: z.string().optional(),
  container_name: z.string().optional(),
  scale: z.number().optional(),
  deploy: z.looseObject({ replicas: z.union([z.number(), z.string()]).optional() }).nullish(),
  ports: z.array(port).nullish(),
  depends_on: z.record(z.string(), z.looseObject({ condition: z.string().optional() })).nullish(),
});

const rendered = z.looseObject({ name: z.string(), services: z.record(z.string(), renderedService) });

/** Compose's files as it resolves them, with all variables filled in. Its variables may be secret: it is never shown. */
export interface RenderedProject {
  readonly name: string;
  readonly services: readonly RenderedService[];
}

/** One of the services that belong to the release. */
export interface RenderedService {
  readonly name: string;
  readonly image: string;
  readonly pullPolicy: string | undefined;
  readonly replicas: number;
  /** Why it cannot run twice at the same time, as a phrase about it; undefined if it can. */
  readonly single: string | undefined;
  /** Others wait until it has succeeded: it is not a server. */
  readonly endsByItself: boolean;
}

/** @param files the arguments of `docker compose` that name the files */
export async function renderProject(
  engine: Engine,
  files: readonly string[],
  { services: names }: Pick<ComposeSettings, 'services'>,
  where: string,
): Promise<RenderedProject> {
  const result = await engine.docker([...files, '--profile=*', 'config', '--format=json']);
  if (result.exitCode !== 0) {
    throw new SystemFailure({
      happened: `Docker Compose cannot read the files of ${where}${engine.lastWords(result)}.`,
      means: 'Nothing was changed.',
      next: `Correct the Compose file, or set what it asks for in ${where}.env.`,
    });
  }
  const { name, services } = rendered.parse(JSON.parse(result.stdout));
  const blank = blankVariables(result.stderr);
  return {
    name,
    services: names.map((service): RenderedService => {
      const found = services[service];
      if (found === undefined) throw noService(service, Object.keys(services), where);
      const image = fixedImage(service, found, blank, where);
      const awaited = Object.values(services).flatMap((other) => other.depends_on?.[service]?.condition ?? []);
      return {
        name: service,
        image,
        pullPolicy: found.pull_policy,
        replicas: Number(found.deploy?.replicas ?? found.scale ?? 1),
        single: whySingle(found),
        endsByItself: awaited.includes('service_completed_successfully'),
      };
    }),
  };
}

function fixedImage(
  service: string,
  { image, build }: z.output<typeof renderedService>,
  blank: readonly string[],
  where: string,
): string {
  const named = blank.length === 0 ? '' : ` Not set: ${blank.join(', ')}.`;
  if (image === undefined) {
    throw new UserError({
      happened: `The service "${service}" has no image${build === undefined ? '' : ', so Compose would build it on the machine that runs it'}.`,
      means: 'What is built anew on production is not what was rehearsed. Nothing was changed.',
      next: 'Build the image once, push it to a registry, and name it in the Compose file with "image".',
    });
  }
  const why = whyMoving(image);
  if (why === undefined) return image;
  throw new UserError({
    happened: `The image "${image}" of the service "${service}" ${why}.${named}`,
    means: 'What is rehearsed could be another release than what is promoted. Nothing was changed.',
    next: `Let the Compose file name the release, such as image: acme/app:\${APP_TAG:?}, and set it in ${where}.env: { APP_TAG: "{version}" }.`,
  });
}

function noService(service: string, there: readonly string[], where: string): UserError {
  return new UserError({
    happened: `The Compose file has no service "${service}", which ${where}.services names.`,
    means: 'Nothing was changed.',
    next: `Its services are ${there.join(', ')}: correct ${where}.services.`,
  });
}

function whySingle({ container_name: name, ports }: z.output<typeof renderedService>): string | undefined {
  if (name !== undefined) return `has the fixed container_name "${name}"`;
  const fixed = ports?.find(({ published = '' }) => /^[1-9]\d*$/.test(published));
  return fixed === undefined ? undefined : `publishes the fixed port ${fixed.published}`;
}

/** Variables that Compose found nowhere and took as blank. */
function blankVariables(stderr: string): string[] {
  const names = [...stderr.matchAll(/The \\?"([A-Za-z0-9_]+)\\?" variable is not set/g)].flatMap(
    (match) => match[1] ?? [],
  );
  return [...new Set(names)];
}
