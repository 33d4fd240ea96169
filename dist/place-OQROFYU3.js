import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  engineForName,
  projectName
} from "./chunk-BKATBUIV.js";
import "./project.js";
import {
  askEngine,
  capital,
  jsonOf,
  stageFiles
} from "./chunk-GGYR6SAC.js";
import "./steps.js";
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
import "./start.js";
import "./project.js";
import {
  object,
  string
} from "./start.js";
import {
  SystemFailure
} from "./start.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/compose/place.ts
var engineInfo = object({ ID: string(), Name: string() });
async function placeOfCompose(settings, context, { signal }) {
  const engine = engineForName(settings, context, signal);
  await askEngine(engine);
  const { ID: id, Name: host } = await infoOf(engine);
  const { "env-file": envFile } = settings;
  const unchanged = { ...settings, images: {}, ...envFile && { "env-file": { ...envFile, set: {} } } };
  const files = await stageFiles(unchanged, context, silentLog);
  try {
    const project = await projectName(settings, context, { engine, files: files.staged, signal });
    return { kind: "compose", location: { project, engine: id, host } };
  } finally {
    await files.discard();
  }
}
async function infoOf(engine) {
  const result = await engine.docker(["info", "--format", '{"ID":{{json .ID}},"Name":{{json .Name}}}']);
  const read = engineInfo.safeParse(jsonOf(result));
  if (read.success && read.data.ID !== "") return read.data;
  throw new SystemFailure({
    happened: `${capital(engine.name)} did not say its id${result.exitCode === 0 ? "" : engine.lastWords(result)}.`,
    means: "Whether staging and production are one installation could not be determined. Nothing was changed.",
    next: 'Make sure that "docker info" shows an ID of the server there, then run the step again.'
  });
}
export {
  placeOfCompose
};
