import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import type { AwsAccess } from '../../../world/aws/access.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { filledVariables, howItEnded } from '../../../world/effects/user-command.ts';
import type { Log } from '../../../world/log.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import type { ProcessResult } from '../../../world/processes/process.ts';
import { variableNames } from '../../../world/variables.ts';
import type { CdkSettings } from './settings.ts';
import { templateIn } from './stack.ts';
import type { StackTemplate } from './template-changes.ts';

/** The AWS CDK program, started in the folder of the application. */
export interface CdkProgram {
  readonly name: string;
  run(args: readonly string[], log?: Log): Promise<ProcessResult>;
  /** Why a call failed, for a message: empty, or a phrase that begins with a colon. */
  lastWords(result: ProcessResult): string;
}

export interface ProgramRequest {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly access: AwsAccess;
}

export function openProgram(settings: CdkSettings, context: PartContext, request: ProgramRequest): CdkProgram {
  const { effects, where, placeholders } = context;
  const { access } = request;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const [program, ...rest] = settings.program;
  const { endpoint } = access.clientSettings;
  const merged: Readonly<Record<string, string | undefined>> = {
    ...childEnvironment(effects, Object.values(settings.env).flatMap(variableNames)),
    AWS_REGION: access.region,
    AWS_DEFAULT_REGION: access.region,
    ...(endpoint && { AWS_ENDPOINT_URL: endpoint }),
    NO_COLOR: '1',
    CDK_DISABLE_VERSION_CHECK: '1',
    ...filledVariables(settings.env, context),
    ...request.environment,
  };
  const environment = Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const contexts = Object.entries(settings.context).flatMap(([name, value]) => [
    '--context',
    `${name}=${fill(value, `context.${name}`)}`,
  ]);
  return {
    name: settings.program.join(' '),
    run: async (args, log) =>
      await effects.processes.run({
        argv: [fill(program, 'program'), ...rest.map((text) => fill(text, 'program')), ...args, ...contexts],
        directory: appFolder(settings, context),
        // A session that has expired in the meantime was followed by another one.
        environment: { ...environment, ...access.credentials?.renewed },
        signal: access.signal,
        onLine: (line) => log?.output(line),
      }),
    lastWords: (result) => {
      const lines = effects.pen.text(`${result.stdout}\n${result.stderr}`).split('\n');
      const said = lines.map((line) => line.trim()).filter((line) => line !== '');
      const last = said.findLast((line) => /error|fail|cannot|could not|exceed|❌/i.test(line)) ?? said.at(-1);
      return last === undefined ? '' : `: ${last.replace(/\.$/, '').slice(0, 400)}`;
    },
  };
}

function appFolder({ app }: CdkSettings, { effects, where, placeholders }: PartContext): string {
  return resolve(effects.directory, effects.variables.fill(app, `${where}.app`, placeholders));
}

/** The application's output: read once, compared, and deployed as it was compared. */
export interface Assembly {
  /** A folder outside the repository. */
  readonly folder: string;
  readonly template: StackTemplate;
  remove(): Promise<void>;
}

const artifact = z.looseObject({
  type: z.string(),
  properties: z.looseObject({ templateFile: z.string().optional(), stackName: z.string().optional() }).optional(),
});
const manifest = z.looseObject({ artifacts: z.record(z.string(), artifact) });

/** Makes the application produce its templates. Rejects with a SystemFailure that quotes it. */
export async function synthesize(program: CdkProgram, stack: string, where: string): Promise<Assembly> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-cdk-'));
  const remove = async (): Promise<void> => await rm(folder, { recursive: true, force: true });
  try {
    const result = await program.run(['synth', '--quiet', '--output', folder]);
    if (result.exitCode !== 0) {
      throw new SystemFailure({
        happened: `"${program.name} synth" (${where}) ${howItEnded(result)}${program.lastWords(result)}.`,
        means: 'What the application would deploy is not known. Nothing was deployed.',
        next: `Run it by hand in the folder of ${where}.app, correct the cause, and run the step again.`,
      });
    }
    return { folder, remove, template: await templateOf(folder, stack, where) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function templateOf(folder: string, stack: string, where: string): Promise<StackTemplate> {
  const { artifacts } = manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const found = stacks.find(([id, { properties }]) => (properties?.stackName ?? id) === stack)?.[1];
  const file = found?.properties?.templateFile;
  if (file !== undefined) return templateIn(await readFile(join(folder, file), 'utf8'), `the application of ${where}`);
  const names = stacks.map(([id, { properties }]) => `"${properties?.stackName ?? id}"`);
  throw new UserError({
    happened: `The application of ${where} has no stack "${stack}"; it has ${names.join(', ') || 'none'}.`,
    means: 'Nothing was deployed.',
    next: `Correct ${where}.stack: it is the name that CloudFormation shows.`,
  });
}
