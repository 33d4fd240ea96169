import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  artifactsOf,
  fetchImages,
  recreate,
  renderProject,
  requireRolling,
  roll
} from "./chunk-PCN5HATG.js";
import "./chunk-LYDKZ6BA.js";
import {
  runOneOff,
  stopServices
} from "./chunk-6DYO2AD5.js";
import "./chunk-S3H5TXQI.js";
import {
  isRunning,
  runningNow
} from "./chunk-QVHVT5VD.js";
import "./chunk-DFXOY5DR.js";
import {
  readContainers
} from "./chunk-DOOSYVZE.js";
import "./chunk-D6LYRJON.js";
import "./chunk-XUEIFE5U.js";
import {
  askEngine,
  openEngine,
  stageFiles
} from "./chunk-EN4XYEWR.js";
import "./chunk-FAX5FTC3.js";
import {
  refuseOther
} from "./chunk-4D6GTSEL.js";
import "./chunk-EJC5YJIG.js";
import "./chunk-J7GVVAV2.js";
import "./chunk-KHDOC3WC.js";
import "./chunk-P25ZD2ZY.js";
import "./chunk-NPESFTYR.js";
import "./chunk-S5KHKUAU.js";
import "./chunk-RXKSJZAV.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/compose/deploy.ts
async function deployCompose(settings, context, request) {
  const engine = openEngine(settings, context, request);
  await askEngine(engine);
  const files = await stageFiles(settings, context, request.log);
  try {
    const project = await renderProject(engine, files.staged, settings, context.where);
    return await sayingWhatRuns(
      { engine, project, version: request.version },
      () => putInPlace({ settings, context, request, engine, files, project })
    );
  } finally {
    await files.discard();
  }
}
async function putInPlace(deploy) {
  const { settings, context, request, engine, files, project } = deploy;
  const { services } = project;
  const { log } = request;
  if (settings.strategy === "rolling") requireRolling(project, context.where);
  await refuseDrift(deploy);
  const images = await fetchImages(engine, { files: files.staged, services, pull: settings.pull, log });
  const artifacts = artifactsOf(services, images);
  for (const { name, digests } of artifacts) log.info(`${name} is ${digests[0] ?? "without a digest"}.`);
  refuseOther(artifacts, request);
  if (settings["stop-first"]) await stopServices(engine, project.name, settings.services, log);
  await runCommands(deploy, "before", { images, files: files.staged });
  await files.putInPlace();
  const replacement = {
    engine,
    project,
    files: files.inPlace,
    images,
    ready: settings.ready,
    clock: context.effects.clock,
    log,
    signal: request.signal ? AbortSignal.any([request.signal, context.effects.signal]) : context.effects.signal
  };
  await (settings.strategy === "rolling" ? roll(replacement) : recreate(replacement));
  await runCommands(deploy, "after", { images, files: files.inPlace });
  log.info(await runningNow(engine, project.name, settings.services));
  return artifacts;
}
async function runCommands({ settings, context, request, engine, project }, phase, { images, files }) {
  const isUpgrade = request.version === request.to;
  for (const [index, command] of settings[phase].entries()) {
    if (command.when === "upgrade" && !isUpgrade) continue;
    const [service] = command.run;
    const imageId = images.get(service)?.id;
    const where = `${context.where}.${phase}.${index}`;
    if (imageId === void 0) throw notOfTheRelease(service, where, context.where);
    const oneOff = {
      settings: command,
      where,
      project: project.name,
      files,
      imageId,
      context,
      log: request.log
    };
    await runOneOff(engine, oneOff);
  }
}
function notOfTheRelease(service, where, base) {
  return new UserError({
    happened: `${where}.run names the service "${service}", which is not in ${base}.services.`,
    means: "Its image was not looked at beforehand, so the command was not run.",
    next: `Name a service of ${base}.services, or add it there.`
  });
}
async function refuseDrift(deploy) {
  const { settings, request, engine, project } = deploy;
  if (request.refuseDrift !== true) return;
  const known = new Map(project.services.map(({ name, image }) => [name, [image]]));
  for (const { name, image } of await otherSide(deploy)) {
    known.get(name)?.push(image);
  }
  const containers = await readContainers(engine, project.name, settings.services);
  const other = containers.find((one) => isRunning(one) && !(known.get(one.service) ?? []).includes(one.image));
  if (other === void 0) return;
  throw new SystemFailure({
    happened: `The container ${other.name} runs ${other.image}, and the hop leads from ${request.from} to ${request.to}: ${(known.get(other.service) ?? []).toReversed().join(" to ")}.`,
    means: "Somebody else has put something in place. Nothing was stopped.",
    next: "Find out who and why. Deploy by hand what the configuration says, or correct the configuration; then run the step again."
  });
}
async function otherSide({ settings, context, request, files }) {
  const version = request.version === request.to ? request.from : request.to;
  try {
    const other = { ...context, placeholders: { ...context.placeholders, version } };
    const otherEngine = openEngine(settings, other, request);
    return (await renderProject(otherEngine, files.inPlace, settings, context.where)).services;
  } catch (error) {
    if (error instanceof UserError || error instanceof SystemFailure) return [];
    throw error;
  }
}
async function sayingWhatRuns({
  engine,
  project,
  version
}, work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    const { detail } = error;
    const services = project.services.map(({ name }) => name);
    const now = await runningNow(engine, project.name, services);
    const means = `${detail.means === "" ? `The deploy of ${version} has not ended.` : detail.means} ${now}`;
    throw new SystemFailure({ ...detail, means }, { cause: error });
  }
}
export {
  deployCompose
};
