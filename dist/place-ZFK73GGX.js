import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  engineForName,
  projectName
} from "./chunk-OXJDHCDJ.js";
import "./chunk-XUEIFE5U.js";
import {
  askEngine,
  capital,
  jsonOf,
  stageFiles
} from "./chunk-GPL4UOAT.js";
import "./chunk-FAX5FTC3.js";
import {
  silentLog
} from "./chunk-V2FWIV6S.js";
import "./chunk-NLDPKLUP.js";
import "./chunk-SPBY6WGP.js";
import "./chunk-NW77X6IW.js";
import "./chunk-MIP6TCEH.js";
import "./chunk-AQUAXNHM.js";
import "./chunk-NPAGDH5U.js";
import "./chunk-FVAJADZM.js";
import "./chunk-ZGX2ZA3I.js";
import "./chunk-HL2FA6NW.js";
import "./chunk-FMH4LM5E.js";
import {
  object,
  string
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";
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
