import { z } from 'zod';
import { template } from '../../core/settings/scalars.ts';

/** Where a cluster is, and how its provider is reached: the same for whatever is done with it. */
export const rdsPlace = {
  cluster: template.meta({
    description: 'The identifier of the cluster, as `aws rds describe-db-clusters` shows it.',
    examples: ['${PRODUCTION_DB_CLUSTER}', 'medplum-production-databasecluster-1a2b3c'],
  }),
  region: template
    .optional()
    .meta({ description: 'The region of the cluster. Left out, `AWS_REGION`.', examples: ['eu-central-1'] }),
  endpoint: template
    .optional()
    .describe(
      'Another address of the API than that of AWS, such as that of a VPC endpoint. Left out, `AWS_ENDPOINT_URL`.',
    ),
};

const place = z.strictObject(rdsPlace);
export type RdsPlace = z.output<typeof place>;
