import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  promotionOf,
  recordOf
} from "./chunk-HU6FTOZV.js";
import {
  after,
  isOf
} from "./chunk-D43QRV6R.js";
import {
  UserError
} from "./chunk-NJJAAM2E.js";

// src/world/own-file.ts
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
var nearBeginning = 2e3;
async function writeOwnFile(path, { title, text, mark }, write = writeFile) {
  try {
    const beginning = beginningOf(path);
    if (beginning !== "" && !beginning.includes(mark)) throw notOurs(path, title);
    await write(path, text);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new UserError(
      {
        happened: `${title} could not be written to "${path}": ${reason}.`,
        means: "Nothing was saved.",
        next: "Name a file in a folder that exists and may be written to."
      },
      { cause }
    );
  }
}
function beginningOf(path) {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return "";
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(nearBeginning);
    return buffer.toString("utf8", 0, readSync(file, buffer, 0, nearBeginning, 0));
  } finally {
    closeSync(file);
  }
}
function notOurs(path, title) {
  return new UserError({
    happened: `${title} was not written to "${path}": there is a file of that name already, which Staged Upgrade has not written.`,
    means: "It was left as it is. Nothing was saved.",
    next: "Name another file, or move this one away first."
  });
}

// src/core/history/half-done.ts
function halfDoneHop(entries) {
  const begun = entries.findLast(({ event }) => event.type === "deploying" && event.environment === "production");
  if (begun?.event.type !== "deploying") return void 0;
  const { id, digest } = begun.event.hop;
  const promotion = promotionOf(recordOf(entries, begun.event.hop));
  if (!promotion.deployStarted || promotion.completed !== void 0) return void 0;
  if (after(entries, begun).some((entry) => isOf(entry, "adopted") && entry.event.hop.id === id)) return void 0;
  const planned = entries.flatMap(({ event }) => event.type === "planned" ? event.hops : []);
  const hop = planned.findLast((candidate) => candidate.id === id && candidate.digest === digest);
  return hop === void 0 ? void 0 : { hop, since: begun.at };
}

export {
  writeOwnFile,
  halfDoneHop
};
