import type { z } from 'zod';
import { partPlaceholders } from '../../../core/model/parts.ts';
import { kind, type Part, type PartContext } from '../../../world/effects/kind.ts';
import type { Deployer, DeployerKind, PlaceRequest } from '../deployer.ts';
import { helmInit } from './init.ts';
import { helmFiles } from './own-files.ts';
import { helmPlace } from './place-rule.ts';
import { helmSettings } from './settings.ts';
import { helmMissingVariables } from './variable-rule.ts';

/** A Helm release in a Kubernetes cluster. Its driver is loaded when it is used. */
const part: z.ZodType<Part<Deployer>> = kind('helm', helmSettings, (settings, context) => ({
  kind: 'helm',
  preflight: async (request) => {
    const { preflightHelm } = await import('./preflight.ts');
    return await preflightHelm(settings, context, request);
  },
  deploy: async (request) => {
    const { deployHelm } = await import('./deploy.ts');
    return { artifacts: await deployHelm(settings, contextOf(context, request), request) };
  },
  place: async (request) => {
    const { placeOfHelm } = await import('./place.ts');
    return await placeOfHelm(settings, contextOf(context, request), request);
  },
  stop: async (request) => {
    const { stopHelm } = await import('./stop.ts');
    await stopHelm(settings, context, request);
  },
  logs: async (request) => {
    const { logsOfHelm } = await import('./logs.ts');
    await logsOfHelm(settings, context, request);
  },
}));

function contextOf(context: PartContext, { version, from, to, parts }: PlaceRequest): PartContext {
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts), version, from, to };
  return { ...context, placeholders };
}

export const helm: DeployerKind = {
  part,
  init: helmInit,
  place: helmPlace,
  files: helmFiles,
  missingVariables: helmMissingVariables,
};
