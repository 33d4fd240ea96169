import { isDeepStrictEqual } from 'node:util';
import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import { cannotTell, type Finding, fine, problem } from '../../../core/messages/finding.ts';
import { partPlaceholders } from '../../../core/model/parts.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { silentLog } from '../../../world/log.ts';
import type { DeployPreflight, PlaceRequest } from '../deployer.ts';
import { askEngine, type Engine, openEngine } from './engine.ts';
import { localImage } from './images.ts';
import { renderProject } from './rendered-project.ts';
import { requireRolling } from './replace.ts';
import type { ComposeSettings } from './settings.ts';
import { stageFiles } from './staged-files.ts';

/** Checks whether the engine is in reach, the files can be read for each release, and its images are available. */
export async function preflightCompose(
  settings: ComposeSettings,
  context: PartContext,
  { hops, subject, signal }: DeployPreflight,
): Promise<readonly Finding[]> {
  const sides = hops.flatMap(({ from, to, parts }) => [
    { version: from, from, to, parts: parts?.from },
    { version: to, from, to, parts: parts?.to },
  ]);
  const once = sides.filter((one, index) => sides.findIndex((side) => isSame(side, one)) === index);
  try {
    await askEngine(openEngine({ ...settings, env: {} }, context, { environment: {}, signal }));
  } catch (error) {
    if (error instanceof SystemFailure) return [problem(subject, error.detail)];
    throw error;
  }
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { version, from, to, parts } of once) {
    const placeholders = { ...context.placeholders, ...partPlaceholders(parts), version, from, to };
    const within = { ...context, placeholders };
    const engine = openEngine(settings, within, { environment: {}, signal });
    try {
      const files = await stageFiles(settings, within, silentLog);
      try {
        const project = await renderProject(engine, files.staged, settings, context.where);
        if (settings.strategy === 'rolling') requireRolling(project, context.where);
        for (const { image, name } of project.services) {
          if (seen.has(image)) continue;
          seen.add(image);
          findings.push(...(await imageFindings(engine, image, name, subject)));
        }
      } finally {
        await files.discard();
      }
    } catch (error) {
      if (!(error instanceof SystemFailure) && !(error instanceof UserError)) throw error;
      findings.push(problem(subject, { ...error.detail, happened: `${version}: ${error.detail.happened}` }));
    }
  }
  const isFine = findings.every(({ kind }) => kind !== 'problem' && kind !== 'cannot-tell');
  return isFine ? [fine(subject, fineText([...seen])), ...findings] : findings;
}

type Side = Pick<PlaceRequest, 'version'> & { readonly parts: PlaceRequest['parts'] | undefined };

/** Both sides have the same release if only a part moves. */
function isSame(one: Side, other: Side): boolean {
  return one.version === other.version && isDeepStrictEqual(one.parts ?? {}, other.parts ?? {});
}

function fineText(images: readonly string[]): string {
  return images.length === 0
    ? 'The Docker engine and Compose answer.'
    : `The Docker engine and Compose answer, and these images are to be had: ${images.join(', ')}.`;
}

/** Nothing is pulled: on production that could fill the disk long before the hop. */
async function imageFindings(engine: Engine, image: string, service: string, subject: string): Promise<Finding[]> {
  if ((await localImage(engine, image)) !== undefined) return [];
  const insecure = /^(?:127\.\d+\.\d+\.\d+|localhost)(?::|\/)/.test(image) ? ['--insecure'] : [];
  const result = await engine.docker(['manifest', 'inspect', ...insecure, image]);
  if (result.exitCode === 0) return [];
  const words = engine.lastWords(result);
  const message = {
    happened: `The image "${image}" of the service "${service}" is not on ${engine.name}, and its registry did not show it${words}.`,
    means: 'The deploy would stop before anything is changed.',
    next: 'Make sure that the image exists and that this job may read it (docker login).',
  };
  return [
    /no such manifest|manifest unknown|not found/i.test(words)
      ? problem(subject, message)
      : cannotTell(subject, message),
  ];
}
