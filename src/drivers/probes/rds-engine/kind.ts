import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { awsLogin } from '../../../world/aws/login.ts';
import { awsKeys } from '../../../world/aws/settings.ts';
import { kind } from '../../../world/effects/kind.ts';
import type { ProbeKind } from '../probe.ts';

const settings = () =>
  z
    .strictObject({
      cluster: template
        .optional()
        .describe(
          'The identifier of the cluster, as `aws rds describe-db-clusters` shows it. Either this or `instance`.',
        ),
      instance: template.optional().describe('The identifier of an instance that belongs to no cluster.'),
      ...awsKeys,
    })
    .refine(({ cluster, instance }) => (cluster === undefined) !== (instance === undefined), {
      error: 'either "cluster" or "instance"',
    })
    .describe(
      'The engine version of Amazon RDS or Aurora, read through the AWS API: it is known while the cluster and all its instances are available and none has a pending version change.',
    );
export type RdsEngineProbeSettings = z.output<ReturnType<typeof settings>>;

/** A database server itself, as its provider shows it. */
export const rdsEngineVersion: ProbeKind = {
  version: kind('rds-engine', settings, (asked, context) => async (signal) => {
    const { readEngineVersion } = await import('./version.ts');
    return await readEngineVersion(asked, context, signal);
  }),
  login: { name: 'rds-engine', login: awsLogin },
};
