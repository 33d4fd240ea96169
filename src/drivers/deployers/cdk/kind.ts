import type { z } from 'zod';
import { partPlaceholders } from '../../../core/model/parts.ts';
import { kind, type Part, type PartContext } from '../../../world/effects/kind.ts';
import type { Deployer, DeployerKind, PlaceRequest } from '../deployer.ts';
import { cdkInit } from './init.ts';
import { cdkPlace } from './place-rule.ts';
import { cdkSettings } from './settings.ts';
import { cdkMissingVariables } from './variable-rule.ts';

/** A stack that an AWS CDK application describes, and a file that the application reads. */
const part: z.ZodType<Part<Deployer>> = kind('cdk', cdkSettings, (settings, context) => ({
  kind: 'cdk',
  preflight: async (request) => {
    const { preflightCdk } = await import('./preflight.ts');
    return await preflightCdk(settings, context, request);
  },
  deploy: async (request) => {
    const { deployCdk } = await import('./deploy.ts');
    return await deployCdk(settings, contextOf(context, request), request);
  },
  place: async (request) => {
    const { placeOfCdk } = await import('./place.ts');
    return await placeOfCdk(settings, contextOf(context, request), request);
  },
  preview: async (request) => {
    const { previewCdk } = await import('./preview.ts');
    return await previewCdk(settings, contextOf(context, request), request);
  },
  stop: async (request) => {
    const { stopCdk } = await import('./services.ts');
    await stopCdk(settings, context, request);
  },
  logs: async (request) => {
    const { logsOfCdk } = await import('./services.ts');
    await logsOfCdk(settings, context, request);
  },
}));

function contextOf(context: PartContext, { version, from, to, parts }: PlaceRequest): PartContext {
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts), version, from, to };
  return { ...context, placeholders };
}

export const cdk: DeployerKind = { part, init: cdkInit, place: cdkPlace, missingVariables: cdkMissingVariables };
