import type { z } from 'zod';
import { partPlaceholders } from '../../../core/model/parts.ts';
import { kind, type Part, type PartContext } from '../../../world/effects/kind.ts';
import type { Deployer, DeployerKind, PlaceRequest } from '../deployer.ts';
import { ecsInit } from './init.ts';
import { ecsPlace } from './place-rule.ts';
import { ecsSettings } from './settings.ts';

/** A service of Amazon ECS, updated by a new revision of its task definition. */
const part: z.ZodType<Part<Deployer>> = kind('ecs', ecsSettings, (settings, context) => ({
  kind: 'ecs',
  preflight: async (request) => {
    const { preflightEcs } = await import('./preflight.ts');
    return await preflightEcs(settings, context, request);
  },
  deploy: async (request) => {
    const { deployEcs } = await import('./deploy.ts');
    return { artifacts: await deployEcs(settings, contextOf(context, request), request) };
  },
  place: async (request) => {
    const { placeOfEcs } = await import('./place.ts');
    return await placeOfEcs(settings, contextOf(context, request), request);
  },
  stop: async (request) => {
    const { stopEcs } = await import('./stop.ts');
    await stopEcs(settings, context, request);
  },
  logs: async (request) => {
    const { logsOfEcs } = await import('./logs.ts');
    await logsOfEcs(settings, context, request);
  },
}));

function contextOf(context: PartContext, { version, from, to, parts }: PlaceRequest): PartContext {
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts), version, from, to };
  return { ...context, placeholders };
}

export const ecs: DeployerKind = { part, init: ecsInit, place: ecsPlace };
