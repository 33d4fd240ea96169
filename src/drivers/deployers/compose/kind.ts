import type { z } from 'zod';
import { partPlaceholders } from '../../../core/model/parts.ts';
import { kind, type Part, type PartContext } from '../../../world/effects/kind.ts';
import type { Deployer, DeployerKind, PlaceRequest } from '../deployer.ts';
import { deployCompose } from './deploy.ts';
import { composeInit } from './init.ts';
import { logsOfCompose } from './logs.ts';
import { composeFiles } from './own-files.ts';
import { composePlace, placeOfCompose } from './place.ts';
import { preflightCompose } from './preflight.ts';
import { composeSettings } from './settings.ts';
import { stopCompose } from './stop.ts';

/** Services of Docker Compose, on this machine or on a remote engine. */
const part: z.ZodType<Part<Deployer>> = kind('compose', composeSettings, (settings, context) => ({
  kind: 'compose',
  preflight: async (request) => await preflightCompose(settings, context, request),
  deploy: async (request) => {
    return { artifacts: await deployCompose(settings, contextOf(context, request), request) };
  },
  place: async (request) => await placeOfCompose(settings, contextOf(context, request), request),
  stop: async (request) => await stopCompose(settings, context, request),
  logs: async (request) => await logsOfCompose(settings, context, request),
}));

function contextOf(context: PartContext, { version, from, to, parts }: PlaceRequest): PartContext {
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts), version, from, to };
  return { ...context, placeholders };
}

export const compose: DeployerKind = { part, init: composeInit, place: composePlace, files: composeFiles };
