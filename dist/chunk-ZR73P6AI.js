import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  overall,
  untilReady
} from "./chunk-RUQLFMBF.js";
import {
  isRunning,
  stateText
} from "./chunk-2NAS5U2X.js";
import {
  readContainers
} from "./chunk-337MZF5C.js";
import {
  imageReference,
  whyMoving
} from "./chunk-J7GVVAV2.js";
import {
  array,
  looseObject,
  number,
  record,
  string,
  union,
  unknown
} from "./start.js";
import {
  SystemFailure,
  UserError
} from "./start.js";

// src/drivers/deployers/compose/images.ts
var inspected = array(looseObject({ Id: string(), RepoDigests: array(string()).nullish() })).transform(([first]) => first);
async function localImage(engine, reference) {
  const result = await engine.docker(["image", "inspect", reference]);
  if (result.exitCode !== 0) return void 0;
  const found = inspected.parse(JSON.parse(result.stdout));
  if (found === void 0) return void 0;
  const name = imageReference(reference)?.name;
  const digests = (found.RepoDigests ?? []).flatMap((text) => {
    const parsed = imageReference(text);
    return parsed?.digest !== void 0 && isSameName(parsed.name, name) ? [parsed.digest] : [];
  });
  return { id: found.Id, digests };
}
function isSameName(one, other) {
  const familiar = (name) => name.replace(/^(?:index\.)?docker\.io\//, "").replace(/^library\//, "");
  return other !== void 0 && familiar(one) === familiar(other);
}
async function fetchImages(engine, { files, services, pull, log }) {
  const images = /* @__PURE__ */ new Map();
  for (const service of services) {
    const policy = policyOf(service, pull);
    const before = policy === "always" ? void 0 : await localImage(engine, service.image);
    if (before === void 0 && policy !== "never") {
      const pulled = await engine.docker([...files, "pull", "--policy=always", service.name], { log });
      if (pulled.exitCode !== 0) throw notPulled(service, engine, engine.lastWords(pulled), policy === "always");
    }
    const image = before ?? await localImage(engine, service.image);
    if (image === void 0) throw notThere(service, engine);
    images.set(service.name, image);
  }
  return images;
}
function policyOf({ pullPolicy }, pull) {
  if (pull !== void 0) return pull;
  if (pullPolicy === "never") return "never";
  return pullPolicy === "missing" || pullPolicy === "if_not_present" ? "missing" : "always";
}
function notPulled(service, engine, why, always) {
  return new SystemFailure({
    happened: `The image "${service.image}" of the service "${service.name}" could not be pulled by ${engine.name}${why}.`,
    means: "Nothing was stopped.",
    next: `Make sure that the image exists and that the engine may pull it${always ? '; or, where images are brought there in another way, set "pull: missing"' : ""}. Then run the step again.`
  });
}
function notThere(service, engine) {
  return new SystemFailure({
    happened: `The image "${service.image}" of the service "${service.name}" is not on ${engine.name}, and is not to be pulled.`,
    means: "Nothing was stopped.",
    next: 'Bring the image there (docker load), or let it be pulled with "pull: missing". Then run the step again.'
  });
}
function artifactsOf(services, images) {
  const artifacts = services.flatMap(({ name, image }) => {
    const found = images.get(name);
    return found === void 0 ? [] : [{ name: image, digests: [...found.digests, found.id] }];
  });
  return artifacts.filter(({ name }, index) => artifacts.findIndex((other) => other.name === name) === index);
}

// src/drivers/deployers/compose/rendered-project.ts
var port = looseObject({ published: string().optional() });
var renderedService = looseObject({
  image: string().optional(),
  build: unknown().optional(),
  pull_policy: string().optional(),
  container_name: string().optional(),
  scale: number().optional(),
  deploy: looseObject({ replicas: union([number(), string()]).optional() }).nullish(),
  ports: array(port).nullish(),
  depends_on: record(string(), looseObject({ condition: string().optional() })).nullish()
});
var rendered = looseObject({ name: string(), services: record(string(), renderedService) });
async function renderProject(engine, files, { services: names }, where) {
  const result = await engine.docker([...files, "--profile=*", "config", "--format=json"]);
  if (result.exitCode !== 0) {
    throw new SystemFailure({
      happened: `Docker Compose cannot read the files of ${where}${engine.lastWords(result)}.`,
      means: "Nothing was changed.",
      next: `Correct the Compose file, or set what it asks for in ${where}.env.`
    });
  }
  const { name, services } = rendered.parse(JSON.parse(result.stdout));
  const blank = blankVariables(result.stderr);
  return {
    name,
    services: names.map((service) => {
      const found = services[service];
      if (found === void 0) throw noService(service, Object.keys(services), where);
      const image = fixedImage(service, found, blank, where);
      const awaited = Object.values(services).flatMap((other) => other.depends_on?.[service]?.condition ?? []);
      return {
        name: service,
        image,
        pullPolicy: found.pull_policy,
        replicas: Number(found.deploy?.replicas ?? found.scale ?? 1),
        single: whySingle(found),
        endsByItself: awaited.includes("service_completed_successfully")
      };
    })
  };
}
function fixedImage(service, { image, build }, blank, where) {
  const named = blank.length === 0 ? "" : ` Not set: ${blank.join(", ")}.`;
  if (image === void 0) {
    throw new UserError({
      happened: `The service "${service}" has no image${build === void 0 ? "" : ": it is built where it runs"}.`,
      means: "What is built anew on production is not what was rehearsed. Nothing was changed.",
      next: 'Build the image once, push it to a registry, and name it in the Compose file with "image".'
    });
  }
  const why = whyMoving(image);
  if (why === void 0) return image;
  throw new UserError({
    happened: `The image "${image}" of the service "${service}" ${why}.${named}`,
    means: "What is rehearsed could be another release than what is promoted. Nothing was changed.",
    next: `Let the Compose file name the release, such as image: acme/app:\${APP_TAG:?}, and set it in ${where}.env: { APP_TAG: "{version}" }.`
  });
}
function noService(service, there, where) {
  return new UserError({
    happened: `The Compose file has no service "${service}", which ${where}.services names.`,
    means: "Nothing was changed.",
    next: `Its services are ${there.join(", ")}: correct ${where}.services.`
  });
}
function whySingle({ container_name: name, ports }) {
  if (name !== void 0) return `has the fixed container_name "${name}"`;
  const fixed = ports?.find(({ published = "" }) => /^[1-9]\d*$/.test(published));
  return fixed === void 0 ? void 0 : `publishes the fixed port ${fixed.published}`;
}
function blankVariables(stderr) {
  const names = [...stderr.matchAll(/The \\?"([A-Za-z0-9_]+)\\?" variable is not set/g)].flatMap(
    (match) => match[1] ?? []
  );
  return [...new Set(names)];
}

// src/drivers/deployers/compose/readiness.ts
var crashLoop = 3;
function readinessOf({ service, containers, wanted, endsByItself }) {
  const each = containers.map((container) => ofContainer(container, endsByItself));
  const failed2 = each.find(({ kind }) => kind === "failed");
  if (failed2 !== void 0) return failed2;
  const waiting = each.find(({ kind }) => kind === "not-yet");
  if (waiting !== void 0) return waiting;
  if (containers.length >= wanted) return { kind: "ready" };
  return { kind: "not-yet", reason: `${service} has ${containers.length} of ${wanted} containers` };
}
function ofContainer(container, endsByItself) {
  const { name, status, health, failing, restarts, exitCode } = container;
  const what = `${name} is ${stateText(container)}`;
  if (restarts >= crashLoop || status === "restarting" && restarts >= crashLoop)
    return { kind: "failed", reason: `${name} does not stay up: it was started again ${restarts} times` };
  if (status === "restarting") return { kind: "not-yet", reason: what };
  if (!isRunning(container) && status !== "created") {
    if (endsByItself && exitCode === 0) return { kind: "ready" };
    return { kind: "failed", reason: `${name} has ${stateText(container)}` };
  }
  if (endsByItself) return { kind: "not-yet", reason: `${name} has not ended yet` };
  if (status !== "running") return { kind: "not-yet", reason: what };
  if (health === void 0 || health === "none") return { kind: "ready" };
  if (health === "healthy" && failing === 0) return { kind: "ready" };
  return { kind: "not-yet", reason: `${what}${saidText(container)}` };
}
function saidText({ said }) {
  const line = said.split("\n").at(-1)?.trim() ?? "";
  return line === "" ? "" : `, and its health check says: ${line.slice(0, 300)}`;
}

// src/drivers/deployers/compose/replace.ts
var only = ["--detach", "--no-deps", "--no-build", "--pull=never", "--quiet-pull"];
async function recreate(replacement) {
  const { engine, project, log } = replacement;
  await compose(replacement, "up", [...only, ...project.services.map(({ name }) => name)]);
  await replaced(replacement, project.services);
  log.info(`${project.services.map(({ name }) => name).join(", ")} on ${engine.name}: replaced, and ready.`);
}
async function putFirst(replacement, names) {
  const services = replacement.project.services.filter(({ name }) => names.includes(name));
  if (services.length === 0) return;
  await compose(replacement, "up", [...only, ...services.map(({ name }) => name)]);
  await replaced(replacement, services);
}
function requireRolling({ services }, where) {
  const single = services.find((service) => service.single !== void 0);
  if (single === void 0) return;
  throw new UserError({
    happened: `The service "${single.name}" ${single.single}, and ${where}.strategy is rolling.`,
    means: "A second replica could not run beside it. Nothing was changed.",
    next: `Take that out of the Compose file and put a proxy in front of its replicas, or set ${where}.strategy to recreate.`
  });
}
async function roll(replacement) {
  const { engine, project, log } = replacement;
  const hashes = await configHashes(replacement);
  for (const service of project.services) {
    const isNew = (container) => container.imageId === replacement.images.get(service.name)?.id && container.configHash === hashes.get(service.name);
    for (; ; ) {
      const all = await readContainers(engine, project.name, [service.name]);
      const old = all.filter((container) => !isNew(container));
      const ended = all.filter((container) => !isRunning(container));
      if (ended.length > 0) {
        for (const container of ended) await remove(replacement, container);
        continue;
      }
      const fresh = all.length - old.length;
      if (fresh < service.replicas) {
        log.info(`${service.name}: starting replica ${fresh + 1} of ${service.replicas} of the new release.`);
        await scale(replacement, service, all.length + 1);
        await replaced(replacement, [{ ...service, replicas: fresh + 1 }], isNew);
      }
      const [oldest] = old;
      if (oldest === void 0) {
        if (fresh >= service.replicas) break;
        continue;
      }
      log.info(`${service.name}: stopping ${oldest.name}, which runs ${oldest.image}.`);
      await remove(replacement, oldest);
    }
    await replaced(replacement, [service]);
    log.info(`${service.name}: all ${service.replicas} replicas were replaced, one at a time, and are ready.`);
  }
}
async function scale(replacement, { name }, count) {
  await compose(replacement, "up", [...only, "--no-recreate", `--scale=${name}=${count}`, name]);
}
async function remove(replacement, { id, name }) {
  for (const command of ["stop", "rm"]) {
    const result = await replacement.engine.docker([command, id]);
    if (result.exitCode === 0 || /no such container/i.test(result.stderr)) continue;
    throw failed(
      `The container ${name} could not be ${command === "stop" ? "stopped" : "removed"}${replacement.engine.lastWords(result)}.`
    );
  }
}
async function replaced(replacement, services, counts = () => true) {
  const { engine, project, images, ready, clock, log, signal } = replacement;
  const names = services.map(({ name }) => name);
  const containers = await untilReady({
    settings: ready,
    clock,
    log,
    signal,
    next: "Read its log (docker compose logs), correct the cause, and run the step again.",
    look: async () => {
      const all = (await readContainers(engine, project.name, names)).filter(counts);
      const awaited = services.map(({ name, replicas, endsByItself }) => ({
        service: name,
        containers: all.filter(({ service }) => service === name),
        wanted: replicas,
        endsByItself
      }));
      const seen = awaited.flatMap((one) => one.containers);
      const each = awaited.map(readinessOf);
      return {
        seen,
        each: overall(each).kind === "ready" ? [...each, ...await replacement.readBack.look(seen)] : each,
        starts: seen.map(({ id, restarts }) => `${id} ${restarts}`).join()
      };
    }
  });
  const other = containers.find(({ service, imageId }) => imageId !== images.get(service)?.id);
  if (other === void 0) return;
  throw failed(
    `The container ${other.name} is ready, but was made from the image ${other.imageId}, and not from ${images.get(other.service)?.id ?? "the one that was looked at"}.`,
    "Somebody else may be deploying there. Make sure that nobody is, then run the step again."
  );
}
async function configHashes({ engine, files }) {
  const result = await engine.docker([...files, "--profile=*", "config", "--hash=*"]);
  if (result.exitCode !== 0) throw failed(`Docker Compose cannot read its files${engine.lastWords(result)}.`);
  const lines = result.stdout.split("\n").map((line) => line.trim().split(/\s+/));
  return new Map(lines.flatMap(([service, hash]) => service && hash ? [[service, hash]] : []));
}
async function compose(replacement, command, args) {
  const { engine, files, log } = replacement;
  const result = await engine.docker([...files, command, ...args], { log });
  if (result.exitCode !== 0) throw failed(`"docker compose ${command}" failed${engine.lastWords(result)}.`);
}
function failed(happened, next = "Correct the cause, and run the step again.") {
  return new SystemFailure({ happened, means: "", next });
}

export {
  localImage,
  fetchImages,
  artifactsOf,
  renderProject,
  recreate,
  putFirst,
  requireRolling,
  roll
};
