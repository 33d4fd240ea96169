import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  array,
  looseObject,
  record,
  string,
  union,
  unknown
} from "./chunk-K63SF6ED.js";

// src/drivers/deployers/compose/place-rule.ts
var projectVariable = "COMPOSE_PROJECT_NAME";
var written = looseObject({
  file: union([string(), array(string())]),
  project: string().optional(),
  env: record(string(), unknown()).optional(),
  "env-file": looseObject({ file: string() }).optional(),
  context: string().optional(),
  host: string().optional()
});
var ownEngine = /^(?:unix|npipe|fd):|^tcp:\/\/(?:localhost|127\.|\[::1\])/i;
var composePlace = {
  keys: ["file", "project", `env.${projectVariable}`, "env-file.file", "pinned.url", "context", "host"],
  written: (settings) => {
    const read = written.safeParse(settings);
    if (!read.success) return void 0;
    const { file, project, env = {}, "env-file": envFile, context, host } = read.data;
    const isOwn = host === void 0 ? context === void 0 || context === "default" : ownEngine.test(host);
    if (isOwn) return void 0;
    const name = project ?? env[projectVariable];
    const text = JSON.stringify({ host, context, ...name === void 0 ? { file, env, envFile } : { name } });
    const key = project !== void 0 || name === void 0 ? "project" : `env.${projectVariable}`;
    return {
      text,
      key,
      advice: 'give each environment a project of its own, such as `project: "{system}-{environment}"`'
    };
  }
};

export {
  projectVariable,
  composePlace
};
