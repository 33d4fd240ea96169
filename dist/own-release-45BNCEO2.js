import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  ownRepository
} from "./chunk-5IQD4NAQ.js";
import {
  strictObject,
  string
} from "./start.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";

// src/init/own-release.ts
import { readFileSync } from "node:fs";
var ownReleaseFile = new URL("./own-release.json", new URL("./assets/init/own-release.ts", import.meta.url));
var ownReleaseShape = strictObject({
  /** As in package.json. */
  version: string().regex(/^\d+\.\d+\.\d+$/),
  commit: string().regex(/^[0-9a-f]{40}$/)
});
function ownRelease() {
  const text = readIfThere(ownReleaseFile);
  if (text === void 0) return void 0;
  const { version, commit } = ownReleaseShape.parse(JSON.parse(text));
  return { repository: ownRepository, ref: commit, version: `v${version}` };
}
function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return void 0;
    throw error;
  }
}
export {
  ownRelease,
  ownReleaseFile,
  ownReleaseShape
};
