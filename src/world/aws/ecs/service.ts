import { SystemFailure } from '../../../core/messages/errors.ts';
import type { AwsAccess } from '../access.ts';
import { allPages } from '../all-pages.ts';
import { AwsError, askAws, awsFailure } from '../ask.ts';

type Sdk = typeof import('../../clients/ecs.ts');
type Client = InstanceType<Sdk['ECSClient']>;
type Found = NonNullable<Awaited<ReturnType<typeof describeService>>>;
export type ServiceSeen = Found;
export type TaskSeen = NonNullable<Awaited<ReturnType<typeof describeTasks>>>[number];
export type DefinitionSeen = Awaited<ReturnType<typeof describeDefinition>>;

/** How many tasks a stopped service had: stored with the service, where the next deploy finds it, whoever runs that. */
export const desiredTag = 'staged-upgrade:desired-count';

/** A service of a cluster, through the official client; what it refuses is a SystemFailure. */
export interface EcsService {
  /** For messages: `the service "web" of the cluster "records"`. */
  readonly title: string;
  look(): Promise<ServiceSeen>;
  definition(arn: string): Promise<DefinitionSeen>;
  /** Registers a revision and returns its ARN. */
  register(definition: NewDefinition): Promise<string>;
  update(change: ServiceChange): Promise<void>;
  tasks(status: 'RUNNING' | 'STOPPED'): Promise<readonly TaskSeen[]>;
  tag(arn: string, tags: Readonly<Record<string, string>>): Promise<void>;
}

export interface ServiceChange {
  readonly taskDefinition?: string;
  readonly desiredCount?: number;
  /** New tasks of the running revision, which read anew what they read at start. */
  readonly forceNewDeployment?: true;
}

export type NewDefinition = ConstructorParameters<Sdk['RegisterTaskDefinitionCommand']>[0];

export async function openService(access: AwsAccess, cluster: string, service: string): Promise<EcsService> {
  const sdk = await import('../../clients/ecs.ts');
  const client = new sdk.ECSClient(access.clientSettings);
  const title = `the service "${service}" of the cluster "${cluster.split('/').at(-1)}"`;
  const asking = async <Answer>(what: string, ask: Parameters<typeof askAws<Answer>>[1]): Promise<Answer> => {
    try {
      return await askAws(access, ask);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      throw awsFailure(
        `${capital(title)} could not be ${what}`,
        error,
        'What runs there now is as it was before this call.',
      );
    }
  };
  return {
    title,
    look: async () => {
      const found = await asking('read', (options) => describeService(sdk, client, { cluster, service }, options));
      if (found !== undefined && found.status === 'ACTIVE') return found;
      throw new SystemFailure({
        happened: `There is no ${title.replace('the ', '')} in ${access.region}.`,
        means: 'A service is only updated here, never created. Nothing was changed.',
        next: 'Check the account and the region that the job has logged in to, and the names in the configuration.',
      });
    },
    definition: async (arn) => await asking('read', (options) => describeDefinition(sdk, client, arn, options)),
    register: async (definition) => {
      const { taskDefinition } = await asking('given a new revision', (options) =>
        client.send(new sdk.RegisterTaskDefinitionCommand(definition), options),
      );
      return taskDefinition?.taskDefinitionArn ?? '';
    },
    update: async (change) => {
      await asking('updated', (options) =>
        client.send(new sdk.UpdateServiceCommand({ cluster, service, ...change }), options),
      );
    },
    tasks: async (desiredStatus) =>
      await allPages(async (nextToken) => {
        const asked = new sdk.ListTasksCommand({ cluster, serviceName: service, desiredStatus, nextToken });
        const { taskArns: tasks = [], nextToken: next } = await asking('read', (options) =>
          client.send(asked, options),
        );
        if (tasks.length === 0) return { items: [], next };
        return {
          items: await asking('read', (options) => describeTasks(sdk, client, { cluster, tasks }, options)),
          next,
        };
      }),
    tag: async (resourceArn, tags) => {
      const list = Object.entries(tags).map(([key, value]) => ({ key, value }));
      await asking('tagged', (options) =>
        client.send(new sdk.TagResourceCommand({ resourceArn, tags: list }), options),
      );
    },
  };
}

type Options = { readonly abortSignal: AbortSignal };

async function describeService(
  sdk: Sdk,
  client: Client,
  { cluster, service }: { readonly cluster: string; readonly service: string },
  options: Options,
) {
  const asked = new sdk.DescribeServicesCommand({ cluster, services: [service], include: ['TAGS'] });
  return (await client.send(asked, options)).services?.[0];
}

async function describeDefinition(sdk: Sdk, client: Client, taskDefinition: string, options: Options) {
  return await client.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] }), options);
}

async function describeTasks(
  sdk: Sdk,
  client: Client,
  asked: { readonly cluster: string; readonly tasks: string[] },
  options: Options,
) {
  return (await client.send(new sdk.DescribeTasksCommand(asked), options)).tasks ?? [];
}

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
