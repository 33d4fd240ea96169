import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  notReadable
} from "./chunk-HL2FA6NW.js";
import {
  UserError
} from "./chunk-NJJAAM2E.js";

// src/config/find.ts
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
var defaultFiles = [".github/staged-upgrade.yml", ".github/staged-upgrade.yaml"];
async function findConfiguration(directory, named) {
  if (named !== void 0) {
    const text = await contents(directory, named);
    if (text === void 0)
      throw missing(`The configuration "${named}" does not exist in ${directory}.`, "Correct its name");
    return { file: named, text, root: rootOf(resolve(directory, named)) };
  }
  const [first, second] = await findDefault(resolve(directory));
  if (first === void 0) {
    throw missing(
      `There is no configuration: neither ${defaultFiles.join(" nor ")} exists in ${directory} or above it in its repository.`,
      "Name another file with --config"
    );
  }
  if (second !== void 0) {
    throw new UserError({
      happened: `Both ${first.file} and ${second.file} exist.`,
      means: "It is not known which one is meant, and nothing was done.",
      next: "Remove one of them, or name the right one with --config (in a workflow, the input config)."
    });
  }
  return first;
}
async function findDefault(directory) {
  const found = [];
  for (const file of defaultFiles) {
    const text = await contents(directory, file);
    if (text !== void 0) found.push({ file, text, root: directory });
  }
  const above = dirname(directory);
  const isTop = above === directory || existsSync(join(directory, ".git"));
  return found.length > 0 || isTop ? found : await findDefault(above);
}
function rootOf(path) {
  const own = dirname(path);
  if (basename(own) === ".github") return dirname(own);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return own;
  }
}
async function contents(directory, file) {
  try {
    const not = await notReadable(resolve(directory, file));
    if (not !== void 0) throw notRead(file, not.why);
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(resolve(directory, file)));
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : void 0;
    if (code === "ENOENT" || code === "ENOTDIR") return void 0;
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      {
        happened: code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? `The configuration "${file}" is not UTF-8 text.` : `The configuration "${file}" cannot be read (${String(code ?? cause)}).`,
        means: "Nothing was done.",
        next: code === "EISDIR" ? "Name a file, not a folder." : "Save it as UTF-8, and check its permissions."
      },
      { cause }
    );
  }
}
function notRead(file, why) {
  return new UserError({
    happened: `The configuration "${file}" ${why}.`,
    means: "Nothing was done.",
    next: "Name the configuration; this is something different."
  });
}
function missing(happened, otherwise) {
  return new UserError({
    happened,
    means: "Nothing was done.",
    next: `${otherwise}, or run \`staged-upgrade init\` to write one. In a workflow, actions/checkout must run before this step.`
  });
}

// src/steps/hop/open-project.ts
async function openProject(configFile, effects, run, system) {
  const found = await findConfiguration(effects.directory, configFile);
  const { readProject } = await import("./read-project-VQAH2UHT.js");
  return readProject(found, effects, run, system);
}
async function openFleet(configFile, effects, run) {
  const found = await findConfiguration(effects.directory, configFile);
  const { readFleet } = await import("./read-project-VQAH2UHT.js");
  return readFleet(found, effects, run);
}

export {
  openProject,
  openFleet
};
