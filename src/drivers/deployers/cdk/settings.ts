import { z } from 'zod';
import { onDemand } from '../../../core/settings/on-demand.ts';
import { argv, duration, environmentName, fineDuration, template } from '../../../core/settings/scalars.ts';
import { awsKeys } from '../../../world/aws/settings.ts';
import { variableNames } from '../../../world/variables.ts';
import type { AllowedChange } from './judge-changes.ts';

const resourceType = z
  .string()
  .regex(/^[A-Za-z0-9]+(?:::[A-Za-z0-9]+)+$/, 'a type of resource, such as AWS::RDS::DBInstance');

/** Properties of resources start with a capital letter, so these two words cannot be properties. */
const mayBe = { added: 'added', removed: 'removed' } as const;

const changes = onDemand(() =>
  z
    .record(resourceType, z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]))
    .refine((types) => Object.keys(types).length > 0, 'at least one type of resource')
    .transform((types): readonly AllowedChange[] =>
      Object.entries(types).map(([type, names]) => {
        const intended = [names].flat();
        return {
          type,
          properties: intended.filter((name) => name !== mayBe.added && name !== mayBe.removed),
          added: intended.includes(mayBe.added),
          removed: intended.includes(mayBe.removed),
        };
      }),
    ),
);

export const cdkSettings = () =>
  z
    .strictObject({
      app: template
        .default('.')
        .describe(
          'The folder of the application, with its cdk.json; a relative path starts at the root of the repository.',
        ),
      stack: template.describe('The name of the stack in CloudFormation.'),
      account: z
        .string()
        .regex(/^\d{12}$/, 'the number of an account: 12 digits')
        .optional()
        .describe('The AWS account of the stack: a job that is logged in to another account deploys nothing.'),
      file: template.describe(
        'The JSON or YAML file that the application reads, from the root of the repository. It is changed in place: comments and layout stay as they are, and the change is shown.',
      ),
      set: z
        .record(z.string().min(1), template)
        .describe(
          'Keys that are set in it for a state, such as `image: "acme/app:{version}"`; a dot leads to a nested key. A value keeps the type that it has in the file, and `none` removes the key.',
        ),
      changes: changes.describe(
        'What a deploy may change: for each type of resource, the properties that may change, and `added` or `removed` if such resources may be added or removed. If the application would change anything else, or lose data, the deploy is refused before it starts.',
      ),
      context: z
        .record(
          z.string().min(1),
          template.refine((text) => variableNames(text).length === 0, {
            error:
              'a text without ${NAME}: it is an argument, which every process of the machine can read; a secret belongs into "env"',
          }),
        )
        .default({})
        .describe(
          'Context values for the application (`--context`), such as `config: medplum.config.json`. They are arguments, which every process on the machine can read: use nothing secret, and no `${NAME}`, which belongs in `env`.',
        ),
      program: argv
        .default(['npx', '--no-install', 'cdk'])
        .describe('How the AWS CDK program is started in the folder of the application.'),
      method: z.enum(['change-set', 'direct']).default('change-set').describe('How the CDK updates the stack.'),
      env: z
        .record(environmentName, template)
        .default({})
        .describe('Variables for the application. Of the secrets in this file it gets only those that are used here.'),
      'product-variables': z
        .strictObject({
          parameters: z
            .record(z.string().min(1), template)
            .describe('For each variable, the full name of the parameter that the server reads instead.'),
        })
        .optional()
        .describe(
          "For a server that reads the product's environment variables, such as the one that defers its migrations, from parameters of AWS Systems Manager. They are written, or removed, before an update, and read back. If it is left out, the application gets the variables.",
        ),
      'no-services': z
        .string()
        .min(1)
        .optional()
        .describe(
          'For a stack without an Amazon ECS service: why nothing has to be stopped before data is restored, for example because nobody uses its database, or because a hook stops it. If it is left out, a restore that would need it is refused.',
        ),
      ready: z
        .strictObject({
          within: duration.prefault('15m').describe('How long tasks may take to start or to stop.'),
          stable: fineDuration.prefault('10s').describe('How long they must stay stable without interruption.'),
        })
        .prefault({})
        .describe(
          'When the Amazon ECS services in the stack count as ready, if they were not started by an update of the stack: they were stopped for a restore, or only a parameter has changed.',
        ),
      within: duration
        .prefault('2h')
        .describe('How long to wait for an update of the stack that is already in progress before a deploy starts.'),
      ...awsKeys,
    })
    .describe('A stack of the AWS CDK. It must exist: it is updated, never created.');

export type CdkSettings = z.output<ReturnType<typeof cdkSettings>>;
