import type { z } from 'zod';
import { partPlaceholders } from '../../../core/model/parts.ts';
import { kind, type Part, type PartContext } from '../../../world/effects/kind.ts';
import type { Deployer, DeployerKind, PlaceRequest } from '../deployer.ts';
import { composeInit } from './init.ts';
import { composeFiles } from './own-files.ts';
import { composePlace } from './place-rule.ts';
import { composeSettings } from './settings.ts';

/** Services of Docker Compose, on this machine or on a remote engine. The implementation is loaded when it is needed. */
const part: z.ZodType<Part<Deployer>> = kind('compose', composeSettings, (settings, context) => ({
  kind: 'compose',
  preflight: async (request) => {
    const { preflightCompose } = await import('./preflight.ts');
    return await preflightCompose(settings, context, request);
  },
  deploy: async (request) => {
    const { deployCompose } = await import('./deploy.ts');
    return { artifacts: await deployCompose(settings, contextOf(context, request), request) };
  },
  place: async (request) => {
    const { placeOfCompose } = await import('./place.ts');
    return await placeOfCompose(settings, contextOf(context, request), request);
  },
  stop: async (request) => {
    const { stopCompose } = await import('./stop.ts');
    await stopCompose(settings, context, request);
  },
  logs: async (request) => {
    const { logsOfCompose } = await import('./logs.ts');
    await logsOfCompose(settings, context, request);
  },
}));

function contextOf(context: PartContext, { version, from, to, parts }: PlaceRequest): PartContext {
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts), version, from, to };
  return { ...context, placeholders };
}

export const compose: DeployerKind = { part, init: composeInit, place: composePlace, files: composeFiles };
