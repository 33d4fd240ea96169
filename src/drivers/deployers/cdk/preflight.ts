import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import { type Finding, fine, problem, warning } from '../../../core/messages/finding.ts';
import { partPlaceholders } from '../../../core/model/parts.ts';
import { awsAccess } from '../../../world/aws/access.ts';
import { requireAccount } from '../../../world/aws/account.ts';
import { openParameters } from '../../../world/aws/parameters.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { howItEnded } from '../../../world/effects/user-command.ts';
import { silentLog } from '../../../world/log.ts';
import type { DeployPreflight } from '../deployer.ts';
import { configurationFile } from './configuration-file.ts';
import { requireUpdatable } from './deploy.ts';
import { parameterNames } from './product-parameters.ts';
import { type CdkProgram, openProgram, synthesize } from './program.ts';
import type { CdkSettings } from './settings.ts';
import { openStack, type Stack } from './stack.ts';
import { changeText, stackChanges } from './template-changes.ts';

/** Checks whether the program works here, whose account this is, and whether the stack matches what the application says now. */
export async function preflightCdk(
  settings: CdkSettings,
  context: PartContext,
  { hops, subject, signal }: DeployPreflight,
): Promise<readonly Finding[]> {
  const { effects, where } = context;
  const finding = (error: unknown): Finding => {
    if (error instanceof SystemFailure || error instanceof UserError) return problem(subject, error.detail);
    throw error;
  };
  const unset: Finding[] = [];
  for (const { from, to, parts } of hops) {
    for (const [version, own] of [[from, parts?.from] as const, [to, parts?.to] as const]) {
      const placeholders = { ...context.placeholders, ...partPlaceholders(own), version, from, to };
      await configurationFile(settings, { ...context, placeholders }, silentLog).catch((error: unknown) =>
        unset.push(finding(error)),
      );
    }
  }
  if (unset.length > 0) return unset;
  try {
    const access = awsAccess(settings, context, signal);
    const name = effects.variables.fill(settings.stack, `${where}.stack`, context.placeholders);
    const program = openProgram(settings, context, { environment: {}, access });
    const version = await versionOf(program, where);
    const identity = await requireAccount(settings, access, where);
    const stack = openStack(access, name);
    const seen = await stack.status();
    if (seen?.status.endsWith('_IN_PROGRESS') !== true)
      await requireUpdatable(stack, { where, means: 'The deploy would stop before anything is changed.' }, seen);
    const text = `AWS CDK ${version} is here, and ${stack.title} of the account ${identity.account} is ${seen?.status}.`;
    const parameters = openParameters(access);
    for (const parameter of parameterNames(settings, context)?.values() ?? []) await parameters.read(parameter);
    return [fine(subject, text), ...(await driftFindings(program, stack, subject, where))];
  } catch (error) {
    return [finding(error)];
  }
}

async function versionOf(program: CdkProgram, where: string): Promise<string> {
  const result = await program.run(['--version']);
  if (result.exitCode === 0) return result.stdout.trim().split(' ')[0] ?? '';
  throw new SystemFailure({
    happened: `"${program.name} --version" (${where}.program) ${howItEnded(result)}${program.lastWords(result)}.`,
    means: 'The AWS CDK is not on this machine, so the deploy would fail.',
    next: `Install it in the job before (npm ci in the folder of ${where}.app), or correct ${where}.program.`,
  });
}

/** What is deployed should match the application before anything is changed in it. */
async function driftFindings(program: CdkProgram, stack: Stack, subject: string, where: string): Promise<Finding[]> {
  const assembly = await synthesize(program, stack.name, where);
  try {
    const changes = stackChanges(await stack.template(), assembly.template);
    if (changes.length === 0) return [];
    return [
      warning(subject, {
        happened: `The application and its configuration file differ from ${stack.title} already: ${changes.map(changeText).join('; ')}.`,
        means: 'Somebody has changed one and not the other. A deploy would change this too, or refuse to.',
        next: 'Deploy by hand what the repository says, or bring the repository to what is deployed.',
      }),
    ];
  } finally {
    await assembly.remove();
  }
}
