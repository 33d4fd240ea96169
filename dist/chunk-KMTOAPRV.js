import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  makeFolder
} from "./chunk-CSXL2D7F.js";

// src/world/compiled-code.ts
import { existsSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
function keepCompiled(parent) {
  if (!parent) return;
  const folder = join(parent, "staged-upgrade-compiled");
  try {
    makeFolder(folder, 448);
    if (isOurs(folder)) enableCompileCache(folder);
  } catch {
  }
}
function userCache({ XDG_CACHE_HOME, HOME }) {
  const folder = XDG_CACHE_HOME || (HOME ? join(HOME, ".cache") : void 0);
  return folder !== void 0 && existsSync(folder) ? folder : void 0;
}
function isOurs(folder) {
  const { uid, mode } = statSync(folder);
  return process.getuid === void 0 || uid === process.getuid() && (mode & 18) === 0;
}

export {
  keepCompiled,
  userCache
};
