import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  diffArrays
} from "./steps.js";
import {
  syncFile,
  syncFolder
} from "./project.js";
import {
  readTextFile
} from "./start.js";
import {
  UserError
} from "./start.js";

// src/drivers/deployers/changed-file.ts
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
function changedLines({ before, text }) {
  return diffArrays(before.split("\n"), text.split("\n")).flatMap(
    ({ value, added, removed }) => added ? value.map((line) => `+ ${line}`) : removed ? value.map((line) => `- ${line}`) : []
  );
}
function stagedPath(path) {
  return join(dirname(path), `.${basename(path)}.staged-upgrade`);
}
async function stage({ path, text }) {
  await writeFile(stagedPath(path), text, { mode: await modeOf(path) ?? 384 });
}
async function putStagedInPlace(path) {
  await syncFile(stagedPath(path));
  await rename(stagedPath(path), path);
  await syncFolder(dirname(path));
}
async function discardStaged(path) {
  await rm(stagedPath(path), { force: true });
}
async function modeOf(path) {
  return await stat(path).then(
    ({ mode }) => mode & 511,
    () => void 0
  );
}
async function textOf(path, where, mayBeMissing = false) {
  try {
    return await readTextFile(path);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    if (mayBeMissing && code === "ENOENT") return "";
    throw new UserError(
      {
        happened: `The file ${path} (${where}) ${code === "ENOENT" ? "is not there" : `could not be read: ${code}`}.`,
        means: "Nothing was changed.",
        next: `Check it out in this job, or correct ${where}.`
      },
      { cause }
    );
  }
}

export {
  changedLines,
  stagedPath,
  stage,
  putStagedInPlace,
  discardStaged,
  textOf
};
