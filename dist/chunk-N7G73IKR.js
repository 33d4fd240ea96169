import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  refuseOther
} from "./chunk-4D6GTSEL.js";
import {
  imageReference,
  whyMoving
} from "./chunk-J7GVVAV2.js";
import {
  requireAccount
} from "./chunk-G6ELUBJS.js";
import {
  countText,
  durationText
} from "./chunk-NPESFTYR.js";
import {
  filledVariables
} from "./chunk-S5KHKUAU.js";
import {
  AwsError,
  askAws,
  awsAccess,
  awsFailure
} from "./chunk-QWH5Y4IL.js";
import {
  looseObject,
  string
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/drivers/deployers/ecs/image-digest.ts
var ofEcr = /^(?<registry>\d{12})\.dkr\.ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/(?<name>.+)$/;
async function pinnedImage(asked, asking) {
  const moving = whyMoving(asked);
  const image = imageReference(asked);
  if (moving !== void 0 || image === void 0) {
    throw new UserError({
      happened: `The image "${asked}" (${asking.where}) ${moving ?? "is not the name of an image"}.`,
      means: "It could not be known that what was rehearsed is what is promoted. Nothing was changed.",
      next: `Name the release in its tag, such as "acme/app:{version}", in ${asking.where}.`
    });
  }
  const { name, tag = "", digest: given } = image;
  const ecr = ofEcr.exec(name)?.groups;
  const digest = given ?? (ecr === void 0 ? await ofRegistry(name, tag, asking) : await ofRepository(ecr, { asked, tag }, asking));
  return { asked, pinned: `${name}@${digest}`, digest };
}
async function ofRepository({ registry, region = "", name }, { asked, tag }, { access }) {
  const sdk = await import("./clients/ecr.js");
  const client = new sdk.ECRClient({ ...access.clientSettings, region });
  try {
    const { imageDetails } = await askAws(
      access,
      (options) => client.send(
        new sdk.DescribeImagesCommand({ registryId: registry, repositoryName: name, imageIds: [{ imageTag: tag }] }),
        options
      )
    );
    return imageDetails?.[0]?.imageDigest ?? "";
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw awsFailure(`The image "${asked}" is not to be had`, error, "Nothing was changed.");
  }
}
var manifestTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
].join(", ");
var tokenAnswer = looseObject({ token: string().optional(), access_token: string().optional() });
async function ofRegistry(name, tag, { access, fetch, where }) {
  const { host, path } = registryOf(name);
  const url = `${/^(?:localhost|127\.)/.test(host) ? "http" : "https"}://${host}/v2/${path}/manifests/${tag}`;
  const ask = async (headers) => await fetch(url, { method: "HEAD", headers: { accept: manifestTypes, ...headers }, signal: access.signal });
  const why = (reason) => new SystemFailure({
    happened: `The registry ${host} did not show the image "${name}:${tag}": ${reason}.`,
    means: "What the tag is now is not known. Nothing was changed.",
    next: `Make sure that the image exists. Where its registry asks for a login, name the image by its digest in ${where} ("acme/app:{version}@sha256:\u2026").`
  });
  try {
    const first = await ask({});
    const response = first.status === 401 ? await ask(await authorization(first, fetch, access.signal)) : first;
    const digest = response.headers.get("docker-content-digest");
    if (response.ok && digest !== null) return digest;
    throw why(response.ok ? "it did not name its digest" : `it answered with ${response.status}`);
  } catch (error) {
    access.signal.throwIfAborted();
    if (error instanceof SystemFailure) throw error;
    throw why(error instanceof Error ? error.message : String(error));
  }
}
function registryOf(name) {
  const [first = "", ...rest] = name.split("/");
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  if (isHost && first !== "docker.io") return { host: first, path: rest.join("/") };
  const path = isHost ? rest.join("/") : name;
  return { host: "registry-1.docker.io", path: path.includes("/") ? path : `library/${path}` };
}
async function authorization(refused, fetch, signal) {
  const challenge = refused.headers.get("www-authenticate") ?? "";
  const value = (key) => new RegExp(`${key}="([^"]*)"`).exec(challenge)?.[1];
  const realm = value("realm");
  if (!/^bearer /i.test(challenge) || realm === void 0 || !URL.canParse(realm)) return {};
  const url = new URL(realm);
  for (const key of ["service", "scope"]) {
    const given = value(key);
    if (given !== void 0) url.searchParams.set(key, given);
  }
  const answered = tokenAnswer.safeParse(await (await fetch(url, { signal })).json());
  const token = answered.data?.token ?? answered.data?.access_token;
  return token === void 0 ? {} : { authorization: `Bearer ${token}` };
}

// src/drivers/deployers/ecs/revision.ts
import { isDeepStrictEqual } from "node:util";
function revisionFor({ taskDefinition, tags }, wish) {
  const containers = taskDefinition?.containerDefinitions ?? [];
  const names = containers.map(({ name }) => name);
  const missing = [...wish.images.keys()].find((name) => !names.includes(name));
  if (taskDefinition === void 0 || missing !== void 0) {
    throw new UserError({
      happened: `The task definition has no container "${missing}", which ${wish.where}.images names; it has ${names.join(", ") || "none"}.`,
      means: "Nothing was changed.",
      next: `Correct ${wish.where}.images.`
    });
  }
  const changed = containers.map((container) => {
    const image = wish.images.get(container.name ?? "");
    if (image === void 0) return container;
    return { ...container, image: image.pinned, environment: withVariables(container.environment ?? [], wish) };
  });
  if (isDeepStrictEqual(changed.map(plain), containers.map(plain))) return { kind: "same" };
  const {
    // What Amazon ECS itself says of a revision is no part of a new one.
    taskDefinitionArn: _arn,
    revision: _revision,
    status: _status,
    requiresAttributes: _attributes,
    compatibilities: _compatibilities,
    registeredAt: _at,
    registeredBy: _by,
    deregisteredAt: _until,
    family = "",
    ...kept
  } = taskDefinition;
  const definition = { ...kept, family, containerDefinitions: changed };
  return { kind: "new", definition: tags === void 0 || tags.length === 0 ? definition : { ...definition, tags } };
}
function withVariables(there, { env, environment }) {
  const wanted = { ...env, ...environment };
  const kept = there.filter(({ name = "" }) => !Object.hasOwn(wanted, name) || wanted[name] !== void 0);
  const named = new Set(kept.map(({ name }) => name));
  const set = kept.map((one) => ({ name: one.name, value: wanted[one.name ?? ""] ?? one.value }));
  const added = Object.entries(wanted).filter(([name, value]) => value !== void 0 && !named.has(name));
  return [...set, ...added.map(([name, value]) => ({ name, value }))];
}
function plain(container) {
  const entries = Object.entries(container).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return JSON.parse(JSON.stringify(Object.fromEntries(entries)));
}

// src/drivers/deployers/ecs/running-now.ts
async function runningNow(service) {
  try {
    const tasks = (await service.tasks("RUNNING")).filter(({ lastStatus }) => lastStatus === "RUNNING");
    if (tasks.length === 0) return "Now no task runs.";
    const texts = tasks.map(
      ({ containers = [] }) => containers.map(({ name, image }) => `${name} ${image}`).join(", ")
    );
    const counts = [...Map.groupBy(texts, (text) => text)];
    return `Now ${counts.map(([text, same]) => `${countText(same.length, "task")} run${same.length === 1 ? "s" : ""} ${text}`).join("; ")}.`;
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return `What runs now could not be read (${error.detail.happened.replace(/\.$/, "")}).`;
  }
}
async function failureReasons(service, revision) {
  const tasks = (await service.tasks("STOPPED")).filter(({ taskDefinitionArn, stopCode }) => {
    return taskDefinitionArn === revision && stopCode !== "ServiceSchedulerInitiated" && stopCode !== "UserInitiated";
  }).toSorted((one, other) => (one.stoppedAt?.getTime() ?? 0) - (other.stoppedAt?.getTime() ?? 0));
  return [...new Set(tasks.map(reasonOf).filter((reason) => reason !== ""))];
}
function reasonOf({ stoppedReason = "", containers = [] }) {
  const each = containers.flatMap(({ name, exitCode, reason }) => [
    ...exitCode === void 0 ? [] : [`${name} exited with code ${exitCode}`],
    ...reason === void 0 || reason === "" ? [] : [`${name}: ${reason}`]
  ]);
  return [stoppedReason, ...each].filter((text) => text !== "").join("; ").replace(/\.$/, "");
}

// src/drivers/deployers/ecs/service.ts
var desiredTag = "staged-upgrade:desired-count";
async function openService(access, cluster, service) {
  const sdk = await import("./clients/ecs.js");
  const client = new sdk.ECSClient(access.clientSettings);
  const title = `the service "${service}" of the cluster "${cluster.split("/").at(-1)}"`;
  const asking = async (what, ask) => {
    try {
      return await askAws(access, ask);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      throw awsFailure(
        `${capital(title)} could not be ${what}`,
        error,
        "What runs there now is as it was before this call."
      );
    }
  };
  return {
    title,
    look: async () => {
      const found = await asking("read", (options) => describeService(sdk, client, { cluster, service }, options));
      if (found !== void 0 && found.status === "ACTIVE") return found;
      throw new SystemFailure({
        happened: `There is no ${title.replace("the ", "")} in ${access.region}.`,
        means: "A service is updated here, and never created. Nothing was changed.",
        next: "Check the account and the region that the job has logged in to, and the names in the configuration."
      });
    },
    definition: async (arn) => await asking("read", (options) => describeDefinition(sdk, client, arn, options)),
    register: async (definition) => {
      const { taskDefinition } = await asking(
        "given a new revision",
        (options) => client.send(new sdk.RegisterTaskDefinitionCommand(definition), options)
      );
      return taskDefinition?.taskDefinitionArn ?? "";
    },
    update: async (change) => {
      await asking(
        "updated",
        (options) => client.send(new sdk.UpdateServiceCommand({ cluster, service, ...change }), options)
      );
    },
    tasks: async (desiredStatus) => {
      const { taskArns = [] } = await asking(
        "read",
        (options) => client.send(new sdk.ListTasksCommand({ cluster, serviceName: service, desiredStatus }), options)
      );
      if (taskArns.length === 0) return [];
      return await asking("read", (options) => describeTasks(sdk, client, { cluster, tasks: taskArns }, options));
    },
    tag: async (resourceArn, tags) => {
      const list = Object.entries(tags).map(([key, value]) => ({ key, value }));
      await asking(
        "tagged",
        (options) => client.send(new sdk.TagResourceCommand({ resourceArn, tags: list }), options)
      );
    }
  };
}
async function describeService(sdk, client, { cluster, service }, options) {
  const asked = new sdk.DescribeServicesCommand({ cluster, services: [service], include: ["TAGS"] });
  return (await client.send(asked, options)).services?.[0];
}
async function describeDefinition(sdk, client, taskDefinition, options) {
  return await client.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition, include: ["TAGS"] }), options);
}
async function describeTasks(sdk, client, asked, options) {
  const tasks = asked.tasks.slice(0, 100);
  return (await client.send(new sdk.DescribeTasksCommand({ ...asked, tasks }), options)).tasks ?? [];
}
function capital(text) {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

// src/drivers/deployers/ecs/until-steady.ts
var mostFailed = 3;
var pauses = { early: 500, earlyUntil: 1e4, later: 2e3 };
async function untilSteady(wait) {
  const { service, revision, ready, clock, log, signal } = wait;
  const started = clock.now().getTime();
  let steadySince;
  for (; ; ) {
    const verdict = verdictOn(await service.look(), revision);
    const at = clock.now().getTime();
    if (verdict.kind === "failed") throw await notReady(wait, verdict.reason);
    steadySince = verdict.kind === "steady" ? steadySince ?? at : void 0;
    if (steadySince !== void 0 && at - steadySince >= ready.stable) return;
    if (at - started >= ready.within) {
      const why = verdict.kind === "steady" ? "it did not stay steady" : verdict.reason;
      throw await notReady(wait, `after ${durationText(ready.within)} ${why}`);
    }
    log.progress({
      text: verdict.kind === "steady" ? "Steady; watching whether it stays so" : `Not ready yet: ${verdict.reason}`,
      done: Math.round((at - started) / 1e3),
      total: ready.within / 1e3
    });
    await clock.sleep(at - started < pauses.earlyUntil ? pauses.early : pauses.later, signal);
  }
}
function verdictOn(seen, revision) {
  const { deployments = [], desiredCount = 0, runningCount = 0, pendingCount = 0 } = seen;
  const primary = deployments.find(({ status }) => status === "PRIMARY");
  const own = deployments.find(({ taskDefinition }) => taskDefinition === revision);
  if (own?.rolloutState === "FAILED" || primary?.taskDefinition !== revision) {
    const said = own?.rolloutStateReason ?? primary?.rolloutStateReason ?? "";
    const reason = own !== void 0 || /circuit breaker/i.test(said) ? said : "its deployment was ended";
    const back = primary?.taskDefinition !== revision ? ", and Amazon ECS has put the former revision back" : "";
    return { kind: "failed", reason: `${reason.replace(/\.$/, "")}${back}` };
  }
  const failed = primary.failedTasks ?? 0;
  const isGuarded = seen.deploymentConfiguration?.deploymentCircuitBreaker?.enable === true;
  if (!isGuarded && failed >= mostFailed && runningCount < desiredCount + (deployments.length > 1 ? 1 : 0))
    return { kind: "failed", reason: `${failed} of its tasks have failed` };
  const isComplete = primary.rolloutState === void 0 || primary.rolloutState === "COMPLETED";
  if (deployments.length === 1 && isComplete && runningCount === desiredCount && pendingCount === 0)
    return { kind: "steady" };
  const running = primary.runningCount ?? 0;
  return { kind: "not-yet", reason: `${running} of ${desiredCount} tasks of the new revision run` };
}
async function notReady({ service, revision }, reason) {
  const [cause] = (await failureReasons(service, revision)).toReversed();
  return new SystemFailure({
    happened: `${capital(service.title)} does not become steady: ${reason}${cause === void 0 ? "" : `. A task ended: ${cause}`}.`,
    means: await runningNow(service),
    next: "Read the log of the task that ended, correct the cause, and run the step again."
  });
}

// src/drivers/deployers/ecs/deploy.ts
async function deployEcs(settings, context, request) {
  const { log } = request;
  const access = awsAccess(settings, context, request.signal);
  access.signal.throwIfAborted();
  const images = await imagesOf(settings, context, access);
  const env = filledVariables(settings.env, context);
  await requireAccount(settings, access, context.where);
  const service = await openEcs(settings, context, access);
  const artifacts = [...images.values()].map(({ asked, digest }) => ({ name: asked, digests: [digest] }));
  for (const { asked, digest } of images.values()) log.info(`${asked} is ${digest}.`);
  refuseOther(artifacts, request);
  const seen = await service.look();
  requireRolling(seen, service, context.where);
  const current = await service.definition(seen.taskDefinition ?? "");
  await refuseDrift({ settings, context, access, request, service, current });
  const wish = { images, env, environment: request.environment, where: context.where };
  const revision = revisionFor(current, wish);
  const desired = desiredCountOf(seen, service);
  try {
    let arn = seen.taskDefinition ?? "";
    if (revision.kind === "new") {
      arn = await service.register(revision.definition);
      log.info(
        `${arn.split("/").at(-1)} is registered: ${[...images.values()].map(({ pinned }) => pinned).join(", ")}.`
      );
    }
    const isThere = seen.taskDefinition === arn && seen.desiredCount === desired;
    if (!isThere) await service.update({ taskDefinition: arn, desiredCount: desired });
    const { clock } = context.effects;
    await untilSteady({ service, revision: arn, ready: settings.ready, clock, log, signal: access.signal });
    await readBack(service, images);
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    const { detail } = error;
    const means = `${request.version} is not in place, or not wholly. ${detail.means}`;
    throw new SystemFailure({ ...detail, means }, { cause: error });
  }
  log.info(await runningNow(service));
  return artifacts;
}
async function openEcs(settings, context, access) {
  const { effects, where, placeholders } = context;
  const fill = (key) => effects.variables.fill(settings[key], `${where}.${key}`, placeholders);
  return await openService(access, fill("cluster"), fill("service"));
}
async function imagesOf(settings, { effects, where, placeholders }, access) {
  const asked = Object.entries(settings.images).map(
    ([name, image]) => [name, effects.variables.fill(image, `${where}.images.${name}`, placeholders)]
  );
  const pinned = /* @__PURE__ */ new Map();
  for (const [name, image] of asked) {
    pinned.set(name, await pinnedImage(image, { access, fetch: effects.fetch, where: `${where}.images.${name}` }));
  }
  return pinned;
}
function requireRolling(seen, service, where) {
  const type = seen.deploymentController?.type ?? "ECS";
  if (type === "ECS") return;
  throw new UserError({
    happened: `${capital(service.title)} is deployed by ${type}.`,
    means: `Only what Amazon ECS itself deploys can be deployed by ${where}. Nothing was changed.`,
    next: `Deploy it by a command, or let Amazon ECS deploy the service (deploymentController: ECS).`
  });
}
function desiredCountOf({ desiredCount = 0, tags = [] }, service) {
  if (desiredCount > 0) return desiredCount;
  const before = Number(tags.find(({ key }) => key === desiredTag)?.value);
  if (Number.isInteger(before) && before > 0) return before;
  throw new SystemFailure({
    happened: `${capital(service.title)} has a desired count of 0, and no tag "${desiredTag}" says what it was.`,
    means: "Somebody has stopped it, so how many tasks are meant is not known. Nothing was changed.",
    next: "Set its desired count by hand (aws ecs update-service --desired-count), then run the step again."
  });
}
async function refuseDrift({ settings, context, access, request, service, current }) {
  if (request.refuseDrift !== true) return;
  const sides = await Promise.all(
    [request.from, request.to].map(async (version) => {
      const placeholders = { ...context.placeholders, version };
      return await imagesOf(settings, { ...context, placeholders }, access);
    })
  );
  for (const { name = "", image = "" } of current.taskDefinition?.containerDefinitions ?? []) {
    const known = sides.flatMap((side) => {
      const found = side.get(name);
      return found === void 0 ? [] : [found.asked, found.pinned];
    });
    if (known.length === 0 || known.includes(image)) continue;
    throw new SystemFailure({
      happened: `The container "${name}" of ${service.title} runs ${image}, and the hop leads from ${request.from} to ${request.to}: ${[...new Set(known)].join(", ")}.`,
      means: "Somebody else has put something in place. Nothing was changed.",
      next: "Find out who and why. Deploy by hand what the configuration says, or correct the configuration; then run the step again."
    });
  }
}
async function readBack(service, images) {
  for (const task of await service.tasks("RUNNING")) {
    for (const { name = "", image = "", healthStatus } of task.containers ?? []) {
      const wanted = images.get(name);
      if (wanted === void 0) continue;
      const isOther = image !== wanted.pinned;
      if (!isOther && healthStatus !== "UNHEALTHY") continue;
      throw new SystemFailure({
        happened: isOther ? `A task of ${service.title} runs ${image} as "${name}", and ${wanted.pinned} was deployed.` : `The container "${name}" of a task of ${service.title} is unhealthy.`,
        means: await runningNow(service),
        next: "Look at the deployments and the log of the service, correct the cause, and run the step again."
      });
    }
  }
}

export {
  revisionFor,
  runningNow,
  desiredTag,
  capital,
  deployEcs,
  openEcs,
  imagesOf
};
