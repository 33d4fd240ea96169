import { z } from 'zod';
import { duration, environmentName, fineDuration, template } from '../../../core/settings/scalars.ts';
import { awsKeys } from '../../../world/aws/settings.ts';

export const ecsSettings = () =>
  z
    .strictObject({
      cluster: template.describe('The name or the ARN of the cluster.'),
      service: template.describe('The name of the service. It must exist, and keeps its number of tasks.'),
      images: z
        .record(z.string().min(1), template)
        .refine((images) => Object.keys(images).length > 0, 'at least one container')
        .describe(
          'For each container, the image of a release: `web: "acme/app:{version}"`. It is pinned by its digest.',
        ),
      env: z
        .record(environmentName, template)
        .default({})
        .describe('Variables of these containers that are set for a release. All others stay as they are.'),
      account: z
        .string()
        .regex(/^\d{12}$/, 'the number of an account: 12 digits')
        .optional()
        .describe('The AWS account of the cluster: a job that is logged in to another account deploys nothing.'),
      ready: z
        .strictObject({
          within: duration.prefault('15m').describe('How long the deployment may take.'),
          stable: fineDuration.prefault('10s').describe('How long it must stay stable without interruption.'),
        })
        .prefault({})
        .describe('A deployment is ready when Amazon ECS calls it completed and as many tasks run as are desired.'),
      ...awsKeys,
    })
    .describe('An Amazon ECS service.');

export type EcsSettings = z.output<ReturnType<typeof ecsSettings>>;
