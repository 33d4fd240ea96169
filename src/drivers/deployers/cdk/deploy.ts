import { SystemFailure } from '../../../core/messages/errors.ts';
import { type AwsAccess, awsAccess } from '../../../world/aws/access.ts';
import { requireAccount } from '../../../world/aws/account.ts';
import { sayingWhatRuns } from '../../../world/aws/ecs/running-now.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { howItEnded } from '../../../world/effects/user-command.ts';
import type { Deployed, DeployRequest } from '../deployer.ts';
import { type ConfigurationFile, configurationFile } from './configuration-file.ts';
import { type ProductParameters, productParameters } from './product-parameters.ts';
import { type Assembly, type CdkProgram, openProgram, synthesize } from './program.ts';
import { refusalOf } from './refusal.ts';
import { servicesNow, settleServices } from './services.ts';
import type { CdkSettings } from './settings.ts';
import { openStack, type Stack, type StackStatus, settledStatus } from './stack.ts';
import { afterUpdate, stackVerdict, whenStuck } from './stack-verdict.ts';
import { changeText, type StackChange, stackChanges } from './template-changes.ts';

interface Deploy {
  readonly settings: CdkSettings;
  readonly context: PartContext;
  readonly request: DeployRequest;
  readonly access: AwsAccess;
  readonly program: CdkProgram;
  readonly stack: Stack;
}

/** Sets the keys of the state, compares the resulting template with what is deployed, and deploys it. */
export async function deployCdk(
  settings: CdkSettings,
  context: PartContext,
  request: DeployRequest,
): Promise<Deployed> {
  const { effects, where, placeholders } = context;
  const { log } = request;
  const access = awsAccess(settings, context, request.signal);
  access.signal.throwIfAborted();
  const name = effects.variables.fill(settings.stack, `${where}.stack`, placeholders);
  const program = openProgram(settings, context, { environment: request.environment, access });
  const stack = openStack(access, name);
  const deploy: Deploy = { settings, context, request, access, program, stack };
  const file = await configurationFile(settings, context, log);
  const parameters = productParameters(settings, context, { environment: request.environment, access });
  await requireAccount(settings, access, where);
  return await sayingWhatRuns(
    () => servicesNow(stack, access),
    () => putInPlace(deploy, file, parameters),
  );
}

async function putInPlace(deploy: Deploy, file: ConfigurationFile, parameters: ProductParameters): Promise<Deployed> {
  const { settings, context, request, access, program, stack } = deploy;
  const { where } = context;
  const { log } = request;
  const means = `${request.version} was not deployed.`;
  await requireUpdatable(stack, { where, means }, await settledStatus(stack, access, { within: settings.within, log }));

  await file.putInPlace();
  let isDeployed = false;
  try {
    const assembly = await synthesize(program, stack.name, where);
    try {
      const changes = await intendedChanges(deploy, assembly);
      const isChanged = await parameters.putInPlace(log);
      // From here on the file says what CloudFormation was asked for.
      isDeployed = true;
      await update(deploy, assembly);
      const isStale = isChanged && changes.length === 0;
      await settleServices({ stack, access, ready: settings.ready, isStale, log });
    } catch (error) {
      isDeployed = isDeployed && !(error instanceof RolledBack);
      if (!isDeployed) await parameters.restore();
      throw error;
    } finally {
      await assembly.remove();
    }
  } finally {
    if (!isDeployed) await file.restore();
  }
  return file.change === undefined ? {} : { fileChanges: [file.change] };
}

/** CloudFormation has rolled back to what was there before. */
class RolledBack extends SystemFailure {}

/** @throws SystemFailure for a stack that cannot be updated */
export async function requireUpdatable(
  stack: Stack,
  { where, means }: { readonly where: string; readonly means: string },
  seen: StackStatus | undefined,
): Promise<void> {
  if (seen === undefined) {
    throw new SystemFailure({
      happened: `There is no stack "${stack.name}" (${where}.stack) in this account and region.`,
      means: `${means} A stack is updated here, and never created.`,
      next: `Check the account and the region that the job has logged in to, and ${where}.stack. A new stack is deployed once by hand.`,
    });
  }
  const verdict = stackVerdict(seen.status);
  if (verdict === 'updatable') return;
  const happened = `${capital(stack.title)} is ${seen.status}${seen.reason === '' ? '' : `: ${seen.reason.replace(/\.$/, '')}`}.`;
  if (verdict === 'busy') {
    const next = 'Wait until it has ended, then run the step again.';
    throw new SystemFailure({ happened, means: `An update is under way. ${means}`, next });
  }
  const stuck = whenStuck(verdict, { ...stack, failures: await failuresOf(stack, seen.changed) });
  throw new SystemFailure({ happened, means: `${stuck.means} ${means}`, next: stuck.next });
}

/** A message has room for the first causes. */
const shownFailures = 4;

/** For the update that started then. */
async function failuresOf(stack: Stack, since: Date | undefined): Promise<readonly string[]> {
  return (await stack.failures(since ?? new Date(0))).slice(0, shownFailures);
}

/** The changes are shown, and all of them must be intended. */
async function intendedChanges(deploy: Deploy, { template, folder }: Assembly): Promise<readonly StackChange[]> {
  const { settings, request, stack, program, context } = deploy;
  const changes = stackChanges(await stack.template(), template);
  for (const change of changes) request.log.info(`${changeText(change)}.`);
  if (changes.length === 0) request.log.info(`${capital(stack.title)} has what the application says already.`);
  const refused = refusalOf(changes, {
    settings,
    intended: request.intended,
    title: stack.title,
    where: context.where,
  });
  if (refused !== undefined)
    throw new SystemFailure({ ...refused, means: `${request.version} was not deployed. ${refused.means}` });
  // For readers of the log who know the program's own output.
  await program.run(['diff', stack.name, '--app', folder, '--method=template'], request.log);
  return changes;
}

async function update(deploy: Deploy, assembly: Assembly): Promise<void> {
  const { settings, context, request, access, program, stack } = deploy;
  const { log, version } = request;
  const started = access.clock.now();
  const result = await program.run(
    [
      'deploy',
      stack.name,
      '--app',
      assembly.folder,
      '--require-approval=never',
      `--method=${settings.method}`,
      '--progress=events',
    ],
    log,
  );
  // The program may have lost its credentials, or been ended: CloudFormation continues anyway.
  const seen = await settledStatus(stack, access, { within: settings.within, log });
  const left = stackChanges(await stack.template(), assembly.template);
  const isWhole = seen !== undefined && /^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/.test(seen.status);
  if (result.exitCode === 0 && isWhole && left.length === 0) {
    log.info(`${capital(stack.title)} is ${seen.status}, with all that the application says.`);
    return;
  }
  const failures = await failuresOf(stack, started);
  const [cause] = failures;
  const status = seen === undefined ? 'gone' : seen.status;
  const words = cause === undefined ? program.lastWords(result) : `. ${cause}`;
  const ended = afterUpdate({
    version,
    status,
    hasAll: left.length === 0,
    stack: { ...stack, failures: failures.slice(1) },
  });
  const detail = {
    happened: `"${program.name} deploy" (${context.where}) ${howItEnded(result)}, and ${stack.title} is ${status}${words}.`,
    means: ended.means,
    next: ended.next,
  };
  throw ended.isBack ? new RolledBack(detail) : new SystemFailure(detail);
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
