import type { z } from 'zod';
import { partPlaceholders } from '../../../core/model/parts.ts';
import { type Kind, kind, type Part, type PartContext } from '../../../world/effects/kind.ts';
import type { Deployer } from '../deployer.ts';
import { deployCompose } from './deploy.ts';
import { composeInit } from './init.ts';
import { logsOfCompose } from './logs.ts';
import { preflightCompose } from './preflight.ts';
import { composeSettings } from './settings.ts';
import { stopCompose } from './stop.ts';

/** Services of Docker Compose, on this machine or on a remote engine. */
const part: z.ZodType<Part<Deployer>> = kind('compose', composeSettings, (settings, context) => ({
  kind: 'compose',
  preflight: async (request) => await preflightCompose(settings, context, request),
  deploy: async (request) => {
    const { version, from, to, parts } = request;
    const placeholders: PartContext['placeholders'] = {
      ...context.placeholders,
      ...partPlaceholders(parts),
      version,
      from,
      to,
    };
    return { artifacts: await deployCompose(settings, { ...context, placeholders }, request) };
  },
  stop: async (request) => await stopCompose(settings, context, request),
  logs: async (request) => await logsOfCompose(settings, context, request),
}));

export const compose: Kind<Part<Deployer>> = { part, init: composeInit };
