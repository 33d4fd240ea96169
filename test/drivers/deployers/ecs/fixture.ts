import { once } from 'node:events';
import { createServer } from 'node:http';
import { startRegistry } from '../../../support/aws/registry.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import type { MakeDeployFixture, ToolBehaviour } from '../fixture.ts';

interface Variable {
  readonly name: string;
  readonly value: string;
}

interface Definition {
  readonly taskDefinitionArn: string;
  readonly family: string;
  readonly containerDefinitions: readonly {
    readonly name: string;
    readonly image: string;
    readonly environment?: readonly Variable[];
  }[];
}

/** In place of Amazon ECS, for which deploy.test.ts uses a stand-in: one service, updated at once. */
export const makeFixture: MakeDeployFixture = async (test) => {
  const registry = await startRegistry();
  test.after(() => registry.close());
  const image = `${registry.host}/acme/web`;
  const placed: string[] = [];
  let behaviour: ToolBehaviour = 'works';
  const first: Definition = {
    taskDefinitionArn: 'arn:aws:ecs:us-west-2:123456789012:task-definition/web:1',
    family: 'web',
    containerDefinitions: [{ name: 'web', image: `${image}:1.0.2` }],
  };
  const definitions = [first];
  let current = first;
  const answers: Readonly<Record<string, (asked: Readonly<Record<string, unknown>>) => object | undefined>> = {
    DescribeServices: () => {
      const deployment = {
        status: 'PRIMARY',
        rolloutState: behaviour === 'hangs' ? 'IN_PROGRESS' : 'COMPLETED',
        taskDefinition: current.taskDefinitionArn,
        runningCount: 1,
      };
      const counts = { desiredCount: 1, runningCount: 1, pendingCount: 0 };
      const service = { status: 'ACTIVE', taskDefinition: current.taskDefinitionArn, deployments: [deployment] };
      return { services: [{ ...service, ...counts, serviceName: 'web' }] };
    },
    DescribeTaskDefinition: () => ({ taskDefinition: current }),
    RegisterTaskDefinition: (asked) => {
      const made = {
        ...first,
        ...asked,
        taskDefinitionArn: first.taskDefinitionArn.replace(/1$/, `${definitions.length + 1}`),
      };
      definitions.push(made);
      return { taskDefinition: made };
    },
    UpdateService: ({ taskDefinition }) => {
      if (behaviour === 'fails') return undefined;
      current = definitions.find((one) => one.taskDefinitionArn === taskDefinition) ?? current;
      const [container] = current.containerDefinitions;
      const variable = (name: string) => container?.environment?.find((one) => one.name === name)?.value;
      placed.push(JSON.stringify({ version: variable('VERSION'), chart: variable('CHART'), defer: variable('DEFER') }));
      return {};
    },
    TagResource: () => ({}),
    ListTasks: () => ({ taskArns: ['task'] }),
    DescribeTasks: () => ({ tasks: [{ lastStatus: 'RUNNING', containers: current.containerDefinitions }] }),
  };
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    if (request.headers['x-amz-target'] === undefined) {
      response.end(
        '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
      );
      return;
    }
    const action = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    const answer = answers[action]?.(JSON.parse(Buffer.concat(pieces).toString('utf8')));
    const error = { __type: 'InvalidParameterException', message: 'the image was not found' };
    response.writeHead(answer === undefined ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(answer ?? error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const environment = {
    AWS_REGION: 'us-west-2',
    AWS_ACCESS_KEY_ID: 'testing-key',
    AWS_SECRET_ACCESS_KEY: 'testing-secret',
  };
  const clock = {
    now: () => new Date(),
    sleep: async () => await new Promise<void>((resolve) => setImmediate(resolve)),
  };
  return {
    withoutProgram: true,
    effects: databaseEffects({}, { environment, clock }),
    settings: (wanted) => {
      behaviour = wanted;
      return {
        ecs: {
          cluster: 'records',
          service: 'web',
          images: { web: `${image}:{version}` },
          env: { VERSION: '{version}', CHART: '{parts.chart}' },
          ready: { stable: '1ms' },
          endpoint: `http://127.0.0.1:${wanted === 'absent' ? 9 : port}`,
        },
      };
    },
    placed: async () => placed.map((line) => JSON.parse(line)),
    hanging: async () => [],
    lastWords: 'the image was not found',
  };
};
