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
    .describe(`${description} A dotted path in the file; for a CDK application of your own, its own.`);

const settings = () =>
  z
    .strictObject({
      ...rdsKeys,
      database: template
        .optional()
        .describe(
          'The address of a database of Aurora PostgreSQL at the endpoint of the writer, with a role that may log in: it is asked how far each reader is behind. One that is more than ten seconds behind stops a hop, and so does an answer that does not come. Left out, nobody looks.',
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
              'The configuration file of the CDK application: JSON or YAML, in the repository. `deploy.cdk` edits the same.',
            examples: ['medplum.production.config.json'],
          }),
          instances: key('rdsInstances', 'How many instances the cluster has, the writer among them.'),
          writer: key('rdsInstanceType', 'The class of the instance that is declared as the writer.'),
          reader: key('rdsReaderInstanceType', "The class of all others; left out there, the writer's."),
          foreign: key(
            'rdsSecretsArn',
            'Set there where the stack uses a database that it does not own: then nothing is planned.',
          ),
        })
        .describe('What the CDK application declares. Without a setting of their own, the keys are those of Medplum.'),
    })
    .describe('A cluster of Amazon RDS or Aurora, asked through the API of AWS: `docs/aws-rds.md`.');
export type RdsClusterSettings = z.output<ReturnType<typeof settings>>;

/** A cluster of a provider: what it consists of is its state. */
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
