import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  localImage,
  renderProject,
  requireRolling
} from "./chunk-ZR73P6AI.js";
import "./chunk-RUQLFMBF.js";
import "./chunk-2NAS5U2X.js";
import "./chunk-337MZF5C.js";
import {
  askEngine,
  openEngine,
  stageFiles
} from "./chunk-GGYR6SAC.js";
import "./steps.js";
import "./chunk-J7GVVAV2.js";
import {
  cannotTell_5KFJR3PX as cannotTell,
  fine,
  problem
} from "./project.js";
import {
  partPlaceholders
} from "./project.js";
import {
  silentLog
} from "./project.js";
import "./chunk-Q4ZBEIHS.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./terminal.js";
import "./start.js";
import "./project.js";
import "./start.js";
import {
  SystemFailure,
  UserError
} from "./start.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/compose/preflight.ts
import { isDeepStrictEqual } from "node:util";
async function preflightCompose(settings, context, { hops, subject, signal }) {
  const sides = hops.flatMap(({ from, to, parts }) => [
    { version: from, from, to, parts: parts?.from },
    { version: to, from, to, parts: parts?.to }
  ]);
  const once = sides.filter((one, index) => sides.findIndex((side) => isSame(side, one)) === index);
  try {
    await askEngine(openEngine({ ...settings, env: {} }, context, { environment: {}, signal }));
  } catch (error) {
    if (error instanceof SystemFailure) return [problem(subject, error.detail)];
    throw error;
  }
  const findings = [];
  const seen = /* @__PURE__ */ new Set();
  for (const { version, from, to, parts } of once) {
    const placeholders = { ...context.placeholders, ...partPlaceholders(parts), version, from, to };
    const within = { ...context, placeholders };
    const engine = openEngine(settings, within, { environment: {}, signal });
    try {
      const files = await stageFiles(settings, within, silentLog);
      try {
        const project = await renderProject(engine, files.staged, settings, context.where);
        if (settings.strategy === "rolling") requireRolling(project, context.where);
        for (const { image, name } of project.services) {
          if (seen.has(image)) continue;
          seen.add(image);
          findings.push(...await imageFindings(engine, image, name, subject));
        }
      } finally {
        await files.discard();
      }
    } catch (error) {
      if (!(error instanceof SystemFailure) && !(error instanceof UserError)) throw error;
      findings.push(problem(subject, { ...error.detail, happened: `${version}: ${error.detail.happened}` }));
    }
  }
  const isFine = findings.every(({ kind }) => kind !== "problem" && kind !== "cannot-tell");
  return isFine ? [fine(subject, fineText([...seen])), ...findings] : findings;
}
function isSame(one, other) {
  return one.version === other.version && isDeepStrictEqual(one.parts ?? {}, other.parts ?? {});
}
function fineText(images) {
  return images.length === 0 ? "The Docker engine and Compose answer." : `The Docker engine and Compose answer, and these images are to be had: ${images.join(", ")}.`;
}
async function imageFindings(engine, image, service, subject) {
  if (await localImage(engine, image) !== void 0) return [];
  const insecure = /^(?:127\.\d+\.\d+\.\d+|localhost)(?::|\/)/.test(image) ? ["--insecure"] : [];
  const result = await engine.docker(["manifest", "inspect", ...insecure, image]);
  if (result.exitCode === 0) return [];
  const words = engine.lastWords(result);
  const message = {
    happened: `The image "${image}" of the service "${service}" is not on ${engine.name}, and its registry did not show it${words}.`,
    means: "The deploy would stop before anything is changed.",
    next: "Make sure that the image exists and that this job may read it (docker login)."
  };
  return [
    /no such manifest|manifest unknown|not found/i.test(words) ? problem(subject, message) : cannotTell(subject, message)
  ];
}
export {
  preflightCompose
};
