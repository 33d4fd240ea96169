import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { account, region } from './aws.ts';
import { type InstalledPart, installedPart } from './parts.ts';

/** The program of the AWS CDK and its library: too big for a development dependency, so scripts/setup.sh installs them. */
export const cdk: InstalledPart = installedPart('The AWS CDK', 'cdk', 'node_modules', 'aws-cdk', 'bin', 'cdk');

/** Keys of the configuration of the application beside this, which are those of Medplum. */
export interface CdkConfig {
  readonly rdsInstances?: number;
  readonly rdsInstanceType?: string;
  readonly rdsReaderInstanceType?: string;
  readonly rdsInstanceVersion?: string;
  readonly rdsSecretsArn?: string;
  readonly databaseName?: string;
  readonly bucketName?: string;
  readonly serverImage?: string;
  readonly desiredServerCount?: number;
  readonly logGroup?: string;
}

export interface CdkApp {
  readonly folder: string;
  readonly stack: string;
  readonly configFile: string;
  /** How the program is called there. */
  readonly program: readonly string[];
  /** One that starts at once, for tests that are not about the program itself. */
  readonly quickProgram: readonly string[];
  /** Besides those of the login. */
  readonly variables: Readonly<Record<string, string>>;
  config(): string;
  remove(): Promise<void>;
}

/** An application of the CDK in a folder of its own, with the configuration file that a person would have written. */
export async function newCdkApp(config: CdkConfig = {}, stack = 'MedplumRecords'): Promise<CdkApp> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-cdk-'));
  await cp(join(import.meta.dirname, 'cdk-app'), folder, { recursive: true });
  // It leads nowhere where the CDK is not installed, and nobody looks then.
  await symlink(join(cdk.path, '../../..'), join(folder, 'node_modules'));
  const configFile = join(folder, 'medplum.config.json');
  const written = {
    name: 'records',
    stackName: stack,
    accountNumber: account,
    region,
    rdsInstances: 1,
    rdsInstanceType: 't4g.medium',
    ...config,
  };
  await writeFile(configFile, `${JSON.stringify(written, null, 2)}\n`);
  return {
    folder,
    stack,
    configFile,
    program: [process.execPath, cdk.path],
    quickProgram: [process.execPath, join(import.meta.dirname, 'quick-cdk.mjs')],
    variables: { CDK_DISABLE_CLI_TELEMETRY: 'true', CI: 'true' },
    config: () => readFileSync(configFile, 'utf8'),
    remove: async () => await rm(folder, { recursive: true, force: true }),
  };
}
