import { z } from 'zod';
import { argv, duration, environmentName, fineDuration, template } from '../../../core/settings/scalars.ts';
import { awsKeys } from '../../../world/aws/settings.ts';
import { variableNames } from '../../../world/variables.ts';
import type { AllowedChange } from './judge-changes.ts';

const resourceType = z
  .string()
  .regex(/^[A-Za-z0-9]+(?:::[A-Za-z0-9]+)+$/, 'a type of resource, such as AWS::RDS::DBInstance');

/** Properties of resources are written with a capital, so that these two words are none. */
const mayBe = { added: 'added', removed: 'removed' } as const;

const changes = z
  .record(resourceType, z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]))
  .refine((types) => Object.keys(types).length > 0, 'at least one type of resource')
  .transform((types): readonly AllowedChange[] =>
    Object.entries(types).map(([type, names]) => {
      const meant = [names].flat();
      return {
        type,
        properties: meant.filter((name) => name !== mayBe.added && name !== mayBe.removed),
        added: meant.includes(mayBe.added),
        removed: meant.includes(mayBe.removed),
      };
    }),
  );

export const cdkSettings = () =>
  z
    .strictObject({
      app: template
        .default('.')
        .describe(
          'The folder of the application, with its cdk.json; a relative path starts at the root of the repository.',
        ),
      stack: template.describe('The name of the stack, as CloudFormation has it.'),
      account: z
        .string()
        .regex(/^\d{12}$/, 'the number of an account: 12 digits')
        .optional()
        .describe('The account in which the stack is: a job that has logged in to another one deploys nothing.'),
      file: template.describe(
        'The JSON or YAML file that the application reads, from the root of the repository. It is changed in place: comments and layout stay as they are, and the change is shown.',
      ),
      set: z
        .record(z.string().min(1), template)
        .describe(
          'Keys that are set in it for a state, such as `image: "acme/app:{version}"`; a dot leads to a key below another. A value keeps the type that stands there, and one that is `none` removes its key.',
        ),
      changes: changes.describe(
        'What a deploy means to change: by the type of resource, the properties that may change, and `added` or `removed` where such resources may be. Anything else that the application would change refuses the deploy before it starts, and so does whatever loses data.',
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
          'Context values for the application (`--context`), such as `config: medplum.config.json`. They are arguments, which every process of the machine can read: nothing secret, and no `${NAME}`, which belongs into `env`.',
        ),
      program: argv
        .default(['npx', '--no-install', 'cdk'])
        .describe('How the program of the AWS CDK is started in the folder of the application.'),
      method: z.enum(['change-set', 'direct']).default('change-set').describe('How the CDK has the stack updated.'),
      env: z
        .record(environmentName, template)
        .default({})
        .describe('Variables for the application. Of the secrets of this file it gets those that stand here.'),
      'product-variables': z
        .strictObject({
          parameters: z
            .record(z.string().min(1), template)
            .describe('By the name of a variable, the whole name of the parameter that the server reads in its place.'),
        })
        .optional()
        .describe(
          'Where the server reads what the product is told by environment variables, such as that it holds back its migrations: parameters of AWS Systems Manager. They are written, or removed, before an update, and read back. Left out, the application gets the variables.',
        ),
      'no-services': z
        .string()
        .min(1)
        .optional()
        .describe(
          'Why nothing has to be stopped before data is restored, for a stack without a service of Amazon ECS: that its database is used by nobody there, or is stopped by a hook. Left out, a restore that would need it is refused.',
        ),
      ready: z
        .strictObject({
          within: duration.prefault('15m').describe('How long tasks may take to start or to end.'),
          stable: fineDuration.prefault('10s').describe('How long they must stay steady without a break.'),
        })
        .prefault({})
        .describe(
          'When the services of Amazon ECS in the stack are ready that no update of the stack has started: they were stopped for a restore, or only a parameter has changed.',
        ),
      within: duration
        .prefault('2h')
        .describe('How long an update of the stack that is under way already may take before a deploy starts.'),
      ...awsKeys,
    })
    .describe('A stack of the AWS CDK. One that is there already is updated; it is not created.');

export type CdkSettings = z.output<ReturnType<typeof cdkSettings>>;
