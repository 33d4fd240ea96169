import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { awsLogin } from '../../../world/aws/login.ts';
import { rdsKeys } from '../../../world/aws/rds.ts';
import { kind } from '../../../world/effects/kind.ts';
import type { ProbeKind } from '../probe.ts';

const key = (usual: string, description: string) =>
  z
    .string()
    .min(1)
    .default(usual)
    .describe(`${description} A dotted path in the file; set it for your own CDK application.`);

const settings = () =>
  z
    .strictObject({
      ...rdsKeys,
      database: template
        .optional()
        .describe(
          'The address of a database of Aurora PostgreSQL at the endpoint of the writer, with a role that may log in: it reports how far each reader lags behind. A lag of more than ten seconds stops a hop, and so does a missing answer. If it is left out, the lag is not checked.',
        ),
      'one-zone': z
        .string()
        .min(1)
        .optional()
        .describe(
          'Why all instances may be in one zone. Without it, the writer is not resized before a reader is in another zone.',
        ),
      configuration: z
        .strictObject({
          file: template.meta({
            description:
              'The configuration file of the CDK application: JSON or YAML, in the repository. `deploy.cdk` edits the same file.',
            examples: ['medplum.production.config.json'],
          }),
          instances: key('rdsInstances', 'How many instances the cluster has, the writer among them.'),
          writer: key('rdsInstanceType', 'The class of the instance that is declared as the writer.'),
          reader: key('rdsReaderInstanceType', "The class of all others; if the file has none, the writer's."),
          foreign: key(
            'rdsSecretsArn',
            'The key that is set if the stack uses a database that it does not own: then nothing is planned.',
          ),
        })
        .describe('What the CDK application declares. The default keys are those of Medplum.'),
    })
    .describe('A cluster of Amazon RDS or Aurora, read through the AWS API: see `docs/aws-rds.md`.');
export type RdsClusterSettings = z.output<ReturnType<typeof settings>>;

/** A provider's cluster: what it consists of is its state. */
export const rdsCluster: ProbeKind = {
  topology: kind('rds-cluster', settings, (chosen, context) => {
    const opened = import('./probe.ts').then(({ openRdsProbe }) => openRdsProbe(chosen, context));
    // The caller learns why it could not be opened.
    opened.catch(() => undefined);
    return {
      look: async (signal) => await (await opened).look(signal),
      offer: async (signal) => await (await opened).offer(signal),
    };
  }),
  login: { name: 'rds-cluster', login: awsLogin },
};
