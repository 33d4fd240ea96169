import { z } from 'zod';
import { duration, environmentName, fineDuration, template } from '../../../core/settings/scalars.ts';
import { awsKeys } from '../../../world/aws/settings.ts';

export const ecsSettings = () =>
  z
    .strictObject({
      cluster: template.describe('The name or the ARN of the cluster.'),
      service: template.describe('The name of the service. It is there already, and keeps how many tasks it has.'),
      images: z
        .record(z.string().min(1), template)
        .refine((images) => Object.keys(images).length > 0, 'at least one container')
        .describe(
          'By the name of a container, the image of a release: `web: "acme/app:{version}"`. It is pinned by its digest.',
        ),
      env: z
        .record(environmentName, template)
        .default({})
        .describe('Variables of these containers that are set for a release. All others stay as they are.'),
      account: z
        .string()
        .regex(/^\d{12}$/, 'the number of an account: 12 digits')
        .optional()
        .describe('The account in which the cluster is: a job that has logged in to another one deploys nothing.'),
      ready: z
        .strictObject({
          within: duration.prefault('15m').describe('How long the deployment may take.'),
          stable: fineDuration.prefault('10s').describe('How long it must stay steady without a break.'),
        })
        .prefault({})
        .describe('A deployment is ready when Amazon ECS calls it completed and as many tasks run as are desired.'),
      ...awsKeys,
    })
    .describe('A service of Amazon ECS.');

export type EcsSettings = z.output<ReturnType<typeof ecsSettings>>;
