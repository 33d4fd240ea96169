import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  desiredCountOf,
  openService,
  stopService,
  untilSteady
} from "./chunk-SXYRW56U.js";
import {
  openStack
} from "./chunk-VN5AY22X.js";
import {
  requireAccount
} from "./chunk-G6ELUBJS.js";
import {
  awsAccess
} from "./chunk-QWH5Y4IL.js";
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";

// src/drivers/deployers/cdk/services.ts
async function servicesOf(stack, access) {
  const arns = await stack.resources("AWS::ECS::Service");
  return await Promise.all(
    arns.map(async (arn) => {
      const [cluster = "", service = ""] = arn.split(":service/").at(-1)?.split("/").slice(-2) ?? [];
      return await openService(access, cluster, service);
    })
  );
}
async function stopCdk(settings, context, { log, signal }) {
  const { effects, where, placeholders } = context;
  const access = awsAccess(settings, context, signal);
  const stack = openStack(access, effects.variables.fill(settings.stack, `${where}.stack`, placeholders));
  await requireAccount(settings, access, where);
  const services = await servicesOf(stack, access);
  if (services.length === 0) {
    throw new SystemFailure({
      happened: `${stack.title.replace("the", "The")} (${where}.stack) has no service of Amazon ECS.`,
      means: "What is to be stopped, so that nothing writes to its data, is not known. Nothing was stopped.",
      next: "Deploy by a command that can stop the server, or name the stack that has its service."
    });
  }
  const { clock } = effects;
  for (const service of services)
    await stopService({ service, within: settings.ready.within, clock, log, signal: access.signal });
}
async function settleServices({ stack, access, ready, isStale, log }) {
  for (const service of await servicesOf(stack, access)) {
    const seen = await service.look();
    const isStopped = (seen.desiredCount ?? 0) === 0;
    if (!isStopped && !isStale) continue;
    const desiredCount = desiredCountOf(seen, service);
    log.info(`${isStopped ? "Starting" : "Replacing"} the tasks of ${service.title}: ${desiredCount}.`);
    await service.update(isStopped ? { desiredCount } : { forceNewDeployment: true });
    const { clock, signal } = access;
    await untilSteady({ service, revision: seen.taskDefinition ?? "", ready, clock, log, signal });
  }
}

export {
  stopCdk,
  settleServices
};
