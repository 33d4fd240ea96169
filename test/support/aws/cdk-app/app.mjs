// A stack as Medplum's CDK makes it: the same keys of the same file, for the cluster, the server and whatever a test adds.
import { readFileSync } from 'node:fs';
import { App, BootstraplessSynthesizer, CfnResource, Stack } from 'aws-cdk-lib';
import { serverOf } from './server.mjs';

const app = new App();
const config = JSON.parse(readFileSync(app.node.tryGetContext('config') ?? 'medplum.config.json', 'utf8'));
const stack = new Stack(app, config.stackName, {
  env: { account: config.accountNumber, region: config.region },
  synthesizer: new BootstraplessSynthesizer(),
});

// As in Medplum's: a database that is named there is not the stack's.
if (!config.rdsSecretsArn) {
  const { addDatabase } = await import('./database.mjs');
  addDatabase(stack, config);
}
if (config.bucketName) {
  const { Bucket } = await import('aws-cdk-lib/aws-s3');
  new Bucket(stack, 'Binaries', { bucketName: config.bucketName });
}
for (const [name, { Type: type, Properties: properties }] of Object.entries(serverOf(config)))
  new CfnResource(stack, name, { type, properties });
