import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import "./chunk-PRKZQ3BE.js";

// src/world/compiled-code.ts
import { mkdirSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
function keepCompiled(parent) {
  if (!parent) return;
  const folder = join(parent, "staged-upgrade-compiled");
  try {
    mkdirSync(folder, { recursive: true, mode: 448 });
    if (isOurs(folder)) enableCompileCache(folder);
  } catch {
  }
}
function isOurs(folder) {
  const { uid, mode } = statSync(folder);
  return process.getuid === void 0 || uid === process.getuid() && (mode & 18) === 0;
}

// src/action.ts
keepCompiled(process.env.RUNNER_TEMP);
await import("./main-TVLKSKKM.js");
