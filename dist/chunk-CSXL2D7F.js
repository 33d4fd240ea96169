import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/make-folder.ts
import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
function makeFolder(folder, mode = 511) {
  const missing = [];
  for (let at = resolve(folder); !isThere(at); at = dirname(at)) missing.unshift(at);
  for (const each of missing) {
    try {
      mkdirSync(each, { mode });
    } catch (error) {
      if (codeOf(error) !== "EEXIST" || !isThere(each)) throw error;
    }
  }
  if (missing.length === 0) mkdirSync(folder, { recursive: true });
  return missing[0];
}
function isThere(path) {
  try {
    statSync(path);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return false;
    throw error;
  }
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : void 0;
}

export {
  makeFolder
};
