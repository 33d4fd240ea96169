import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  engineForName,
  projectName
} from "./chunk-BKATBUIV.js";
import {
  askEngine,
  composeArguments
} from "./chunk-GGYR6SAC.js";

// src/drivers/deployers/compose/open-project.ts
async function openProject(settings, context, signal) {
  const engine = engineForName(settings, context, signal);
  await askEngine(engine);
  const files = composeArguments(settings, context);
  return { engine, project: await projectName(settings, context, { engine, files, signal }) };
}

export {
  openProject
};
