import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Message } from '../../../core/messages/message.ts';
import { type AwsAccess, awsAccess } from '../../../world/aws/access.ts';
import { requireAccount } from '../../../world/aws/account.ts';
import { runningNow } from '../../../world/aws/ecs/running-now.ts';
import { type EcsService, openService } from '../../../world/aws/ecs/service.ts';
import { readServiceLogs } from '../../../world/aws/ecs/service-logs.ts';
import { desiredCountOf, stopService } from '../../../world/aws/ecs/stop-service.ts';
import { untilSteady } from '../../../world/aws/ecs/until-steady.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { Log } from '../../../world/log.ts';
import type { LogsRequest, StopRequest } from '../deployer.ts';
import type { CdkSettings } from './settings.ts';
import { openStack, type Stack } from './stack.ts';

/** The Amazon ECS services that a stack has created. */
async function servicesOf(stack: Stack, access: AwsAccess): Promise<readonly EcsService[]> {
  const arns = await stack.resources('AWS::ECS::Service');
  return await Promise.all(
    arns.map(async (arn) => {
      // arn:aws:ecs:us-west-2:123456789012:service/CLUSTER/SERVICE
      const [cluster = '', service = ''] = arn.split(':service/').at(-1)?.split('/').slice(-2) ?? [];
      return await openService(access, cluster, service);
    }),
  );
}

/** What the services of a stack run at this moment, as a sentence; empty if it has none, or does not exist. */
export async function servicesNow(stack: Stack, access: AwsAccess): Promise<string> {
  try {
    if ((await stack.status()) === undefined) return '';
    const services = await servicesOf(stack, access);
    return services.length === 0 ? '' : await runningNow(services);
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return `What runs now could not be read (${error.detail.happened.replace(/\.$/, '')}).`;
  }
}

/** Stops all tasks of the stack's services: their data must not be written to. */
export async function stopCdk(
  settings: CdkSettings,
  context: PartContext,
  { log, signal }: StopRequest,
): Promise<void> {
  const access = awsAccess(settings, context, signal);
  const { clock } = access;
  const { 'no-services': why } = settings;
  const services = await servicesNamed(settings, context, access, {
    means: 'What is to be stopped, so that nothing writes to its data, is not known. Nothing was stopped.',
    next: `Deploy by a command that can stop the server, or name the stack that has its service. If none writes to it, as in a stack with only the database, write why: ${context.where}.no-services.`,
    mayBeNone: why !== undefined,
  });
  if (services.length === 0) log.info(`Nothing is stopped: ${why ?? ''}`);
  for (const service of services)
    await stopService({ service, within: settings.ready.within, clock, log, signal: access.signal });
}

/** What the containers of all services of the stack have logged since a given time, if they write to Amazon CloudWatch. */
export async function logsOfCdk(
  settings: CdkSettings,
  context: PartContext,
  { since, onLine, signal }: LogsRequest,
): Promise<void> {
  const access = awsAccess(settings, context, signal);
  const services = await servicesNamed(settings, context, access, {
    means: 'It is not known what the server has logged.',
    next: 'Name the stack that has its service, or leave the test of its log out.',
  });
  for (const service of services) await readServiceLogs(service, access, { since, onLine });
}

/** @throws SystemFailure if there is none */
async function servicesNamed(
  settings: CdkSettings,
  { effects, where, placeholders }: PartContext,
  access: AwsAccess,
  { mayBeNone = false, ...withoutAny }: Pick<Message, 'means' | 'next'> & { readonly mayBeNone?: boolean },
): Promise<readonly EcsService[]> {
  const stack = openStack(access, effects.variables.fill(settings.stack, `${where}.stack`, placeholders));
  await requireAccount(settings, access, where);
  const services = await servicesOf(stack, access);
  if (services.length > 0 || mayBeNone) return services;
  const happened = `${stack.title.replace('the', 'The')} (${where}.stack) has no service of Amazon ECS.`;
  throw new SystemFailure({ happened, ...withoutAny });
}

interface Settling {
  readonly stack: Stack;
  readonly access: AwsAccess;
  readonly ready: CdkSettings['ready'];
  /** Whether the running tasks have to read their parameters again, which no update of the stack makes them do. */
  readonly isStale: boolean;
  readonly log: Log;
}

/**
 * What CloudFormation does not do: starts tasks again that a step has stopped, and replaces running ones if only a
 * parameter has changed.
 */
export async function settleServices({ stack, access, ready, isStale, log }: Settling): Promise<void> {
  for (const service of await servicesOf(stack, access)) {
    const seen = await service.look();
    const isStopped = (seen.desiredCount ?? 0) === 0;
    if (!isStopped && !isStale) continue;
    const desiredCount = desiredCountOf(seen, service);
    log.info(`${isStopped ? 'Starting' : 'Replacing'} the tasks of ${service.title}: ${desiredCount}.`);
    await service.update(isStopped ? { desiredCount } : { forceNewDeployment: true });
    const { clock, signal } = access;
    await untilSteady({ service, revision: seen.taskDefinition ?? '', ready, clock, log, signal });
  }
}
