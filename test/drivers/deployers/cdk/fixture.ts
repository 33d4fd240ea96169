import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { newCdkApp } from '../../../support/aws/cdk.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import type { MakeDeployFixture } from '../fixture.ts';

/** In place of AWS, which deploy.test.ts uses: one stack, which always has what is in this template. */
const template = JSON.stringify({
  Resources: {
    Cluster: {
      Type: 'AWS::RDS::DBCluster',
      Properties: {
        Engine: 'aurora-postgresql',
        EngineVersion: '16.6',
        DatabaseName: 'medplum',
        MasterUsername: 'clusteradmin',
      },
      DeletionPolicy: 'Retain',
    },
    Instance1: {
      Type: 'AWS::RDS::DBInstance',
      Properties: {
        DBClusterIdentifier: { Ref: 'Cluster' },
        Engine: 'aurora-postgresql',
        DBInstanceClass: 'db.t4g.medium',
      },
    },
  },
});

const results: Readonly<Record<string, string>> = {
  GetCallerIdentity: '<Account>123456789012</Account><Arn>arn:aws:sts::123456789012:assumed-role/deploy/run</Arn>',
  DescribeStacks:
    '<Stacks><member><StackName>records</StackName><StackId>arn</StackId><CreationTime>2026-03-01T02:14:09Z</CreationTime><StackStatus>UPDATE_COMPLETE</StackStatus></member></Stacks>',
  GetTemplate: `<TemplateBody>${template.replaceAll('"', '&quot;')}</TemplateBody>`,
  DescribeStackEvents: '<StackEvents/>',
  UpdateStack: '<Error><Message>No updates are to be performed.</Message></Error>',
};

function answer(body: string): string {
  const action = new URLSearchParams(body).get('Action') ?? '';
  return `<${action}Response><${action}Result>${results[action] ?? ''}</${action}Result></${action}Response>`;
}

export const makeFixture: MakeDeployFixture = async (test) => {
  const app = await newCdkApp({}, 'records');
  test.after(() => app.remove());
  // The program itself asks over the network.
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    response.end(answer(Buffer.concat(pieces).toString('utf8')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const read = (name: string) => readFile(join(app.folder, name), 'utf8').catch(() => '');
  const environment = {
    PATH: process.env.PATH ?? '',
    AWS_REGION: 'us-west-2',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'testing-key',
    AWS_SECRET_ACCESS_KEY: 'testing-secret',
  };
  writeFileSync(
    app.configFile,
    readFileSync(app.configFile, 'utf8').replace('{', '{ "version": "1.0.2", "chart": "7.11.1",'),
  );
  return {
    effects: databaseEffects({}, { directory: app.folder, environment }),
    settings: (behaviour) => {
      writeFileSync(join(app.folder, 'behaviour'), behaviour);
      return {
        cdk: {
          stack: 'records',
          file: 'medplum.config.json',
          set: { version: '{version}', chart: '{parts.chart}' },
          changes: { 'AWS::RDS::DBInstance': 'DBInstanceClass' },
          program: behaviour === 'absent' ? ['no-such-tool-here'] : app.quickProgram,
        },
      };
    },
    placed: async () =>
      (await read('placed'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    hanging: async () =>
      (await read('hanging'))
        .split(' ')
        .filter((id) => id !== '')
        .map(Number),
    lastWords: 'the image was not found',
  };
};
