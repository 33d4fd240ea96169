import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  LeftQuestion
} from "./chunk-5YZEG5XA.js";
import {
  LineCounter,
  answersOfProbes,
  argv,
  childEnvironment,
  deployer,
  deployerInit,
  duplicateKeys,
  duration,
  endedWell,
  environmentNames,
  fine,
  hasStages,
  hopId,
  hopParts,
  howItEnded,
  isAlias,
  isHopId,
  isLabel,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  jobLimit,
  kind,
  kindTitle,
  labelOfVersion,
  loneReturn,
  looksSecret,
  mostLevels,
  namedKind,
  namesSecret,
  oneOf,
  openEvidence,
  parseDocument,
  parseDuration,
  partName,
  partPlaceholders,
  partVersion,
  partVersions,
  passwordsIn,
  plainVariables,
  problem,
  quoted,
  referenceTo,
  releaseSides,
  reversibleStages,
  runUserCommand,
  runUserCommandOrFail,
  shown,
  slug,
  smokeTest,
  stagesProduct,
  template,
  templates,
  tokenSource,
  tooDeepAt,
  variableNames,
  versionsProduct,
  visit,
  warning
} from "./chunk-3XDNTSC4.js";
import {
  SystemFailure,
  UserError,
  ZodISODate,
  ZodISODateTime,
  ZodISODuration,
  ZodISOTime,
  _enum,
  _isoDate,
  _isoDateTime,
  _isoDuration,
  _isoTime,
  array,
  boolean,
  core_exports,
  discriminatedUnion,
  globalRegistry,
  int,
  literal,
  looseObject,
  number,
  object,
  oneLine,
  record,
  safeParse,
  strictObject,
  string,
  union,
  unknown
} from "./chunk-5JBGWOJI.js";
import {
  __export
} from "./chunk-PRKZQ3BE.js";

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration2,
  time: () => time
});
function datetime(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
  return _isoDate(ZodISODate, params);
}
function time(params) {
  return _isoTime(ZodISOTime, params);
}
function duration2(params) {
  return _isoDuration(ZodISODuration, params);
}

// src/config/environment-settings.ts
function stagingWaiver({ environments: { staging: staging2 } }) {
  return "waive" in staging2 ? staging2.waive : void 0;
}
function settingsOf(configuration2, environment3) {
  return environment3 === "production" ? configuration2.environments.production : stagingOf(configuration2);
}
function stagingOf({ environments: { staging: staging2 } }) {
  if (!("waive" in staging2)) return staging2;
  throw new UserError({
    happened: `There is no staging: ${quotedReason(staging2.waive)}.`,
    means: "What works on staging has nothing to work on. Nothing was done.",
    next: 'Go on with the steps on production; or describe a staging under environments.staging in place of "waive".'
  });
}
function quotedReason(reason) {
  return `the configuration waives it ("${reason}")`;
}
function needed(value, where, use) {
  if (value !== void 0) return value;
  throw new UserError({
    happened: `The configuration has no "${where}".`,
    means: `${use} needs it. Nothing was done.`,
    next: `Add it: docs/configuration.md says in which forms.`
  });
}

// src/config/hop-traits.ts
function hopTraits(configuration2, product2) {
  const waiver = stagingWaiver(configuration2);
  const dataless = configuration2.environments.production.data.length === 0;
  return {
    deferrable: product2.migrations !== void 0,
    // It is restored on staging: without data, or without a staging, there is nothing that could be proved.
    proveRestorePoint: configuration2["restore-point"].prove && waiver === void 0 && !dataless,
    ...hasStages(product2) ? { stages: { reversible: reversibleStages(product2) } } : {},
    ...dataless ? { dataless } : {},
    ...waiver === void 0 ? {} : { waiver }
  };
}

// src/core/messages/nearest.ts
function nearest(name, known) {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const near = known.map((candidate) => ({ candidate, distance: distance(wanted, candidate.toLowerCase(), limit) })).filter((each) => each.distance <= limit).sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return near[0]?.candidate;
}
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const edits = [at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1)];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) edits.push(at(beforeLast, column - 2) + 1);
      current.push(Math.min(...edits));
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}
function at(row, column) {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

// src/config/data-checks.ts
import { isDeepStrictEqual } from "node:util";

// src/core/settings/place.ts
function pathText(path) {
  return path.reduce((text3, part7) => {
    if (typeof part7 === "number") return `${text3}[${part7}]`;
    const key = /^[\w-]+$/.test(part7) ? part7 : JSON.stringify(part7);
    return text3 === "" ? key : `${text3}.${key}`;
  }, "");
}

// src/drivers/data/folder/kind.ts
import { resolve as resolve2 } from "node:path";

// src/drivers/data/folder/folder.ts
import { constants as constants2 } from "node:fs";
import { access } from "node:fs/promises";

// src/drivers/data/folder/fingerprint.ts
import { createHash as createHash2 } from "node:crypto";
import { join as join2 } from "node:path";

// src/drivers/data/folder/read-file.ts
import { createHash } from "node:crypto";
import { constants, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

// src/drivers/data/folder/tree.ts
import { lstat, readdir, readlink } from "node:fs/promises";
import { join, posix } from "node:path";
var decoder = new TextDecoder("utf-8", { fatal: true });
async function readTree(root, signal) {
  const entries = [];
  const walk = async (folder4) => {
    signal?.throwIfAborted();
    for (const name of (await namesIn(root, folder4)).sort()) {
      const path = folder4 === "" ? name : `${folder4}/${name}`;
      const entry = await entryAt(root, path);
      if (entry === void 0) continue;
      entries.push(entry);
      if (entry.kind === "folder") await walk(path);
    }
  };
  await walk("");
  return entries;
}
async function namesIn(root, folder4) {
  try {
    const names2 = await readdir(join(root, folder4), { encoding: "buffer" });
    return names2.map((name) => nameOf(name, join(root, folder4)));
  } catch (cause) {
    if (folder4 !== "" && codeOf(cause) === "ENOENT") return [];
    throw cause instanceof SystemFailure ? cause : unreadable(join(root, folder4), cause);
  }
}
function nameOf(name, folder4) {
  try {
    return decoder.decode(name);
  } catch {
    throw refused(`A name in "${folder4}" is not UTF-8`, "Rename it.");
  }
}
async function entryAt(root, path) {
  const full = join(root, path);
  try {
    const found = await lstat(full);
    const mode2 = found.mode & 4095;
    const named5 = { path, uid: found.uid, gid: found.gid };
    if (found.isDirectory()) return { kind: "folder", ...named5, mode: mode2 };
    if (found.isFile()) return { kind: "file", ...named5, mode: mode2, bytes: found.size };
    if (!found.isSymbolicLink()) throw refused(`"${full}" is neither a file nor a folder`, "Remove it.");
    const target = await readlink(full);
    if (!leadsOut(path, target)) return { kind: "link", ...named5, target };
    throw refused(
      `The link "${full}" leads out of the folder, to "${target}"`,
      "Replace it by what it leads to, or by a relative link within the folder."
    );
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return void 0;
    throw cause instanceof SystemFailure ? cause : unreadable(full, cause);
  }
}
function leadsOut(path, target) {
  if (posix.isAbsolute(target)) return true;
  const place2 = posix.normalize(posix.join(posix.dirname(path), target));
  return place2 === ".." || place2.startsWith("../");
}
function refused(happened2, next2) {
  return new SystemFailure({
    happened: `${happened2}.`,
    means: "A copy could not be equal to this folder. Nothing was changed.",
    next: `${next2} Then run the step again.`
  });
}
function unreadable(path, cause) {
  return new SystemFailure(
    {
      happened: `"${path}" cannot be read (${codeOf(cause) ?? "unknown error"}).`,
      means: "Nothing was changed.",
      next: "Make sure that this user may read everything in the folder, then run the step again."
    },
    { cause }
  );
}
function codeOf(cause) {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : void 0;
}

// src/drivers/data/folder/read-file.ts
var tries = 3;
async function readFile(path, copy2, signal) {
  for (let attempt = 1; ; attempt++) {
    const read3 = await readOnce(path, copy2, signal);
    if (read3 !== "changed") return read3;
    if (attempt === tries) throw keepsChanging(path);
  }
}
async function readOnce(path, copy2, signal) {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch((cause) => {
    if (codeOf(cause) === "ENOENT") return void 0;
    throw cause;
  });
  if (file === void 0) return void 0;
  try {
    const before = await file.stat({ bigint: true });
    const hash2 = createHash("sha256");
    let bytes = 0;
    await pipeline(
      file.createReadStream({ autoClose: false, start: 0 }),
      async function* (chunks) {
        for await (const chunk of chunks) {
          hash2.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      },
      copy2 === void 0 ? nowhere() : createWriteStream(copy2, { mode: 384 }),
      ...signal === void 0 ? [] : [{ signal }]
    );
    const after2 = await file.stat({ bigint: true });
    const isSame2 = before.mtimeNs === after2.mtimeNs && before.size === after2.size && after2.size === BigInt(bytes);
    return isSame2 ? { bytes, sha256: hash2.digest("hex") } : "changed";
  } finally {
    await file.close();
  }
}
function nowhere() {
  return new Writable({ write: (_chunk, _encoding, done3) => done3() });
}
function keepsChanging(path) {
  return new SystemFailure({
    happened: `"${path}" was written each time while it was read.`,
    means: "A copy of it would be of no moment. Nothing was changed.",
    next: 'Let the hook "before-backup" stop what writes it, then run the step again.'
  });
}

// src/drivers/data/folder/fingerprint.ts
async function readFingerprint(root, at2, signal) {
  const kept = [];
  for (const entry of await readTree(root, signal)) {
    if (entry.kind !== "file") {
      kept.push(entry);
      continue;
    }
    const read3 = await readFile(join2(root, entry.path), void 0, signal);
    if (read3 !== void 0) kept.push({ ...entry, ...read3 });
  }
  return fingerprintOf(kept, at2);
}
function fingerprintOf(kept, at2) {
  const groups = [...Map.groupBy(kept, groupOf)].toSorted(([a], [b]) => a < b ? -1 : 1);
  const folders = groups.map(([name, entries]) => folderOf(name, entries));
  return { at: at2.toISOString(), tables: [], sequences: [], folders };
}
function groupOf({ kind: kind2, path }) {
  const [first = "", ...rest] = path.split("/");
  return rest.length > 0 || kind2 === "folder" ? first : ".";
}
function folderOf(name, entries) {
  const hash2 = createHash2("sha256");
  let [files, bytes] = [0, 0];
  for (const entry of entries.toSorted((a, b) => a.path < b.path ? -1 : 1)) {
    hash2.update(`${JSON.stringify(lineOf(entry))}
`);
    if (entry.kind !== "file") continue;
    files += 1;
    bytes += entry.bytes;
  }
  return { name, files, bytes, checksum: hash2.digest("hex") };
}
function lineOf(entry) {
  switch (entry.kind) {
    case "folder":
      return [entry.kind, entry.path, entry.mode];
    case "link":
      return [entry.kind, entry.path, entry.target];
    case "file":
      return [entry.kind, entry.path, entry.mode, entry.bytes, entry.sha256];
  }
}

// src/drivers/data/folder/identity.ts
import { readFile as readFile3, realpath, rename, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";

// src/core/model/mark.ts
var whole = /\[staged-upgrade disposable (?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (?<system>[^\s\]]+)\]/g;
var anything = /\[staged-upgrade disposable[^\]]*\]?/g;
function markText({ id, system }) {
  return `[staged-upgrade disposable ${id} ${system}]`;
}
function markIn(text3, { tiedTo, place: place2 }) {
  const found = [...text3.matchAll(anything)];
  if (found.length === 0) return { kind: "none" };
  if (found.length > 1) return { kind: "unclear", reason: `it contains ${found.length} marks`, place: place2 };
  const [only] = [...text3.matchAll(whole)];
  const { id, system } = only?.groups ?? {};
  if (id === void 0 || system === void 0) return { kind: "unclear", reason: "its mark cannot be read", place: place2 };
  return { kind: "disposable", id, system, tiedTo, place: place2 };
}
function withoutMarks(text3) {
  return text3.replace(anything, "").replace(/ {2,}/g, " ").trim();
}

// src/world/durable-files.ts
import { open as open2 } from "node:fs/promises";
async function syncFile(path) {
  const file = await open2(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
async function syncFolder(path) {
  const folder4 = await open2(path, "r");
  try {
    await folder4.sync();
  } finally {
    await folder4.close();
  }
}

// src/drivers/data/mounts.ts
import { readFile as readFile2 } from "node:fs/promises";
async function isMounted(path) {
  const table2 = await readFile2("/proc/self/mountinfo", "utf8").catch(() => "");
  return table2.split("\n").some((line) => unescaped(line.split(" ")[4] ?? "") === path);
}
function unescaped(text3) {
  return text3.replace(/\\(?<code>[0-7]{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8)));
}

// src/drivers/data/folder/identity.ts
async function readIdentity(path) {
  const { root, device, number: number2 } = await whereItIs(path);
  return {
    kind: "folder",
    lineage: { "file-number": number2 },
    location: { host: hostname(), folder: root, device },
    mark: await readMark(root, number2)
  };
}
async function markDisposable(path, choose) {
  const identity2 = await readIdentity(path);
  const { root } = await whereItIs(path);
  if (await isMounted(root)) {
    throw new SystemFailure({
      happened: `"${root}" cannot be marked as disposable: ${mounted}.`,
      means: "Nothing was marked.",
      next: "Let staging use a folder inside of what is mounted there, and name that one."
    });
  }
  const mark2 = await choose({ identity: identity2, name: root });
  if (mark2 === void 0) return void 0;
  const kept = markPath(root);
  try {
    await writeFile(`${kept}.new`, `${markText(mark2)}
`);
    await syncFile(`${kept}.new`);
    await rename(`${kept}.new`, kept);
    await syncFolder(dirname(kept));
  } catch (cause) {
    throw new SystemFailure(
      {
        happened: `The mark "${kept}" could not be written.`,
        means: "The folder is not marked as disposable.",
        next: "Check that this user may write beside the folder."
      },
      { cause }
    );
  }
  return await readIdentity(root);
}
async function whereItIs(path) {
  try {
    const root = await realpath(path);
    const found = await stat(root, { bigint: true });
    if (!found.isDirectory()) throw notThere(path, "is not a folder");
    return { root, device: String(found.dev), number: String(found.ino) };
  } catch (cause) {
    if (cause instanceof SystemFailure) throw cause;
    throw notThere(path, codeOf(cause) === "ENOENT" ? "does not exist" : "cannot be reached", cause);
  }
}
function notThere(path, how, cause) {
  return new SystemFailure(
    {
      happened: `The folder "${path}" ${how}.`,
      means: "Which folder the configuration leads to is not known, so nothing was done.",
      next: "Make it, or correct the path in the configuration; see that this user may read it."
    },
    { cause }
  );
}
var mounted = "something is mounted there, and what is mounted next may be production's";
async function readMark(root, number2) {
  const kept = markPath(root);
  try {
    const text3 = await readFile3(kept, "utf8");
    const { ino } = await stat(kept, { bigint: true });
    const place2 = `the file "${kept}"`;
    const mark2 = markIn(text3, { tiedTo: `file number ${ino}, of folder number ${number2}`, place: place2 });
    const reason = mark2.kind === "none" ? "its mark cannot be read" : await isMounted(root) ? mounted : void 0;
    return reason === void 0 ? mark2 : { kind: "unclear", reason, place: place2 };
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return { kind: "none" };
    throw notThere(kept, "cannot be reached", cause);
  }
}
function markPath(root) {
  return `${root}.staged-upgrade-disposable`;
}

// src/drivers/data/folder/kept-tree.ts
import { mkdir, readFile as readText, writeFile as writeFile2 } from "node:fs/promises";
import { dirname as dirname2, join as join3 } from "node:path";
var listName = "tree.json";
var innerPath = string().min(1).refine((path) => !path.startsWith("/") && !path.split("/").some((part7) => ["", ".", ".."].includes(part7)));
var mode = int().min(0).max(4095);
var named = { path: innerPath, uid: int().min(0), gid: int().min(0) };
var list = array(
  discriminatedUnion("kind", [
    object({ kind: literal("folder"), ...named, mode }),
    object({ kind: literal("link"), ...named, target: string().min(1) }),
    object({ kind: literal("file"), ...named, mode, bytes: int().min(0), sha256: string() })
  ])
);
function keptAt(directory, path) {
  return join3(directory, "files", path.replaceAll("%", "%25").replaceAll("\\", "%5C"));
}
async function keepTree(root, directory, { log, signal }) {
  const kept = [];
  const entries = await readTree(root, signal);
  for (const entry of entries) {
    if (entry.kind !== "file") {
      kept.push(entry);
      continue;
    }
    const copy2 = keptAt(directory, entry.path);
    await mkdir(dirname2(copy2), { recursive: true, mode: 448 });
    const read3 = await readFile(join3(root, entry.path), copy2, signal);
    if (read3 !== void 0) kept.push({ ...entry, ...read3 });
    log.progress({ text: "Copying", done: kept.length, total: entries.length });
  }
  await writeFile2(join3(directory, listName), `${JSON.stringify(kept, null, 1)}
`, { mode: 384 });
  return kept;
}
async function readKept(directory, signal) {
  const kept = await readList(directory);
  for (const entry of kept) {
    if (entry.kind === "link" && leadsOut(entry.path, entry.target))
      throw damaged(`its link "${entry.path}" leads out of the folder`);
    if (entry.kind !== "file") continue;
    const read3 = await readFile(keptAt(directory, entry.path), void 0, signal);
    if (read3 === void 0) throw damaged(`"${entry.path}" is missing`);
    if (read3.sha256 !== entry.sha256) throw damaged(`"${entry.path}" has other content than when it was written`);
  }
  return kept;
}
async function readList(directory) {
  const text3 = await readText(join3(directory, listName), "utf8").catch(() => void 0);
  if (text3 === void 0) throw damaged(`"${listName}" is missing`);
  try {
    return list.parse(JSON.parse(text3));
  } catch {
    throw damaged(`"${listName}" cannot be read`);
  }
}
function damaged(why) {
  return new SystemFailure({
    happened: `The backup of the folder is damaged: ${why}.`,
    means: "It is no way back, and nothing was restored from it.",
    next: "Use another backup, or take a new one; check the disk that holds it."
  });
}

// src/drivers/data/folder/restore.ts
import { randomUUID } from "node:crypto";
import { chmod, copyFile, lchown, lstat as lstat2, mkdir as mkdir2, readdir as readdir3, rename as rename2, rm, rmdir, symlink } from "node:fs/promises";
import { dirname as dirname3, join as join4, relative, resolve } from "node:path";

// src/drivers/data/holders.ts
import { readdir as readdir2, readlink as readlink2 } from "node:fs/promises";
async function processesHolding(isMeant) {
  const ids2 = (await readdir2("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const holding = await Promise.all(ids2.map(async (id) => await hasOpen(id, isMeant) ? [Number(id)] : []));
  return holding.flat();
}
async function hasOpen(id, isMeant) {
  const folder4 = `/proc/${id}/fd`;
  const descriptors = await readdir2(folder4).catch(() => []);
  const targets = await Promise.all(descriptors.map((name) => readlink2(`${folder4}/${name}`).catch(() => "")));
  return targets.some(isMeant);
}

// src/drivers/data/folder/restore.ts
var copyPrefix = ".staged-upgrade-restoring-";
async function replaceFolder(request) {
  const { directory, signal, mayReplace } = request;
  const kept = await readKept(directory, signal);
  const { root } = await whereItIs(request.path);
  for (const other of [directory, ...request.apart]) requireApart(root, other);
  const holders = await processesHolding((held2) => held2.startsWith(`${root}/`));
  if (holders.length > 0) throw inUse(root, holders);
  const refused2 = mayReplace(await readIdentity(root));
  if (refused2 !== void 0) return refused2;
  const copy2 = join4(root, `${copyPrefix}${randomUUID()}`);
  let isEmptied = false;
  try {
    await copyInto(copy2, kept, request);
    const changed = mayReplace(await readIdentity(root));
    if (changed !== void 0) {
      await remove(copy2);
      return changed;
    }
    isEmptied = true;
    for (const name of await readdir3(root)) if (join4(root, name) !== copy2) await remove(join4(root, name));
    for (const name of await readdir3(copy2)) await rename2(join4(copy2, name), join4(root, name));
    await rmdir(copy2);
    await syncFolder(root);
    return void 0;
  } catch (cause) {
    await remove(copy2).catch(() => void 0);
    signal?.throwIfAborted();
    if (cause instanceof SystemFailure) throw cause;
    throw notPut(root, isEmptied, cause);
  }
}
async function copyInto(copy2, kept, { directory, log, signal }) {
  await mkdir2(copy2, { mode: 448 });
  for (const entry of kept) {
    signal?.throwIfAborted();
    const path = join4(copy2, entry.path);
    if (entry.kind === "folder") await mkdir2(path, { recursive: true, mode: 448 });
    if (entry.kind !== "file") continue;
    await mkdir2(dirname3(path), { recursive: true, mode: 448 });
    await copyFile(keptAt(directory, entry.path), path);
    await chmod(path, 384);
    await syncFile(path);
  }
  for (const entry of kept) if (entry.kind === "link") await symlink(entry.target, join4(copy2, entry.path));
  let notOwned = 0;
  for (const entry of kept.toReversed()) {
    const path = join4(copy2, entry.path);
    if (entry.kind === "folder") await syncFolder(path);
    if (!await isGiven(path, entry)) notOwned += 1;
    if (entry.kind !== "link") await chmod(path, entry.mode);
  }
  if (notOwned > 0)
    log.warn(
      `${notOwned} of the files and folders belong to the user of this process, since only an administrator may give them to whom they belonged.`
    );
}
async function isGiven(path, { uid, gid }) {
  const now = await lstat2(path);
  if (now.uid === uid && now.gid === gid) return true;
  return await lchown(path, uid, gid).then(
    () => true,
    () => false
  );
}
async function remove(path) {
  try {
    await rm(path, { recursive: true, force: true });
  } catch (cause) {
    if (codeOf(cause) !== "EACCES" && codeOf(cause) !== "EPERM") throw cause;
    await makeWritable(path);
    await rm(path, { recursive: true, force: true });
  }
}
async function makeWritable(path) {
  const entries = await readdir3(path, { withFileTypes: true }).catch(async () => {
    await chmod(path, 448);
    return await readdir3(path, { withFileTypes: true });
  });
  await chmod(path, 448);
  for (const entry of entries) if (entry.isDirectory()) await makeWritable(join4(path, entry.name));
}
function requireApart(root, other) {
  const within = (inner, outer) => {
    const way = relative(outer, resolve(inner));
    return way === "" || !way.startsWith("..") && !way.startsWith("/");
  };
  if (!within(other, root)) return;
  throw new SystemFailure({
    happened: `"${other}" lies within the folder "${root}".`,
    means: "Emptying the folder would remove what the restore itself needs. Nothing was restored.",
    next: "Let the data be in a folder of its own, apart from backups and from the repository."
  });
}
function inUse(root, holders) {
  return new SystemFailure({
    happened: `Files in "${root}" are in use by process ${holders.join(", ")}.`,
    means: "Nothing was restored; the folder is unchanged.",
    next: 'Stop the server that uses it (see "stop" of the deployer), then run the step again.'
  });
}
function notPut(root, isEmptied, cause) {
  return new SystemFailure(
    {
      happened: `The backup could not be put in the place of what is in "${root}" (${codeOf(cause) ?? "unknown error"}).`,
      means: isEmptied ? "The folder is incomplete: do not start the server on it." : "The folder that was there is unchanged.",
      next: "Check the free disk space and that this user may write everything in the folder, then run the step again."
    },
    { cause }
  );
}

// src/drivers/data/folder/folder.ts
function folderStore({ path, apart, clock }) {
  return {
    kind: "folder",
    noun: "folder",
    identity: () => readIdentity(path()),
    preflight: (request) => preflight(path(), request),
    fingerprint: async (signal) => readFingerprint((await whereItIs(path())).root, clock.now(), signal),
    estimatedBytes: async (signal) => {
      const entries = await readTree((await whereItIs(path())).root, signal);
      return entries.reduce((sum, entry) => sum + (entry.kind === "file" ? entry.bytes : 0), 0);
    },
    markDisposable: (choose) => markDisposable(path(), choose),
    backup: async ({ directory, log, signal }) => {
      const { root } = await whereItIs(path());
      const identity2 = await readIdentity(root);
      const at2 = clock.now();
      const kept = await keepTree(root, directory, { log, signal });
      return {
        identity: identity2,
        dataAt: at2.toISOString(),
        // Of the very bytes that were copied.
        fingerprint: { kind: "same-snapshot", value: fingerprintOf(kept, at2) },
        tools: {},
        references: []
      };
    },
    verify: async ({ directory, signal }) => void await readKept(directory, signal),
    restore: (request) => replaceFolder({ ...request, path: path(), apart })
  };
}
async function preflight(path, { use, subject, signal }) {
  const { root } = await whereItIs(path);
  const entries = await readTree(root, signal);
  if (use === "backup") return [fine(subject, `"${root}" can be read, with ${entries.length} entries.`)];
  try {
    await access(root, constants2.W_OK | constants2.X_OK);
    return [fine(subject, `What is in "${root}" can be replaced.`)];
  } catch {
    return [
      problem(subject, {
        happened: `This user may not write in the folder "${root}".`,
        means: "A restore replaces what is in it, so every rehearsal would fail.",
        next: "Let this user own the folder."
      })
    ];
  }
}

// src/drivers/data/folder/init.ts
var folderInit = {
  name: "folder",
  title: "a folder with files",
  settings: { path: { usual: "${{PREFIX}{SIDE}_DATA_FOLDER}", scriptVariable: "DATA_FOLDER" } },
  scrubExamples: [`rm --recursive --force "$DATA_FOLDER/outbox"`]
};

// src/drivers/data/folder/kind.ts
var settings = strictObject({
  path: template.describe(
    "The folder. A relative path starts in the folder of the command. On staging it must not be a mount itself: name a folder inside."
  )
}).describe(
  "A folder with files, such as uploads: copied with modes and links, compared by path, size and SHA-256. It should not be written while it is copied."
);
var part = namedKind(
  "folder",
  settings,
  (chosen, { effects, where, placeholders }) => folderStore({
    path: () => resolve2(effects.directory, effects.variables.fill(chosen.path, `${where}.path`, placeholders)),
    apart: [effects.directory],
    clock: effects.clock
  })
);
var folder = { part, init: folderInit };

// src/drivers/data/postgres/connection.ts
var sslModes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];
var applicationName = "staged-upgrade";
var knownParameters = /* @__PURE__ */ new Set(["host", "sslmode", "sslrootcert", "sslcert", "sslkey"]);
function parseConnection({ url, password, where }) {
  const parsed3 = URL.canParse(url) ? new URL(url) : void 0;
  if (parsed3 === void 0 || !["postgres:", "postgresql:"].includes(parsed3.protocol)) throw notReadable(where);
  const parameters = parsed3.searchParams;
  for (const name of parameters.keys()) if (!knownParameters.has(name)) throw unknownParameter(where, name);
  const host = parameters.get("host") ?? decoded(parsed3.hostname.replace(/^\[(.*)\]$/, "$1"), where);
  const user = decoded(parsed3.username, where);
  const database = decoded(parsed3.pathname.slice(1), where);
  if (host === "") throw missing(where, "a host");
  if (host.includes(",")) throw missing(where, "exactly one host");
  if (user === "") throw missing(where, "a user");
  if (database === "") throw missing(where, "the name of a database");
  const secret = password ?? (parsed3.password === "" ? void 0 : decoded(parsed3.password, where));
  const sslmode = sslModes.find((mode2) => mode2 === (parameters.get("sslmode") ?? "prefer"));
  if (sslmode === void 0) throw badSslMode(where, parameters.get("sslmode") ?? "");
  const files = fileParameters(parameters);
  if (sslmode.startsWith("verify") && files.sslrootcert === void 0)
    throw missing(where, `sslrootcert=FILE, which sslmode=${sslmode} needs`);
  return {
    where,
    host,
    port: parsed3.port === "" ? 5432 : Number(parsed3.port),
    user,
    database,
    sslmode,
    ...files,
    ...secret === void 0 ? {} : { password: secret }
  };
}
function connectionEnvironment(connection, inherited, pin) {
  const kept = Object.entries(inherited).filter(([name]) => !name.startsWith("PG"));
  const optional = {
    PGPASSWORD: connection.password,
    PGSSLROOTCERT: connection.sslrootcert,
    PGSSLCERT: connection.sslcert,
    PGSSLKEY: connection.sslkey,
    // The name stays for the certificate and the password; the address is the one that was looked at.
    PGHOSTADDR: pin?.address,
    PGOPTIONS: pin?.options
  };
  const set = Object.entries(optional).flatMap(
    ([name, value]) => value === void 0 ? [] : [[name, value]]
  );
  return {
    ...Object.fromEntries([...kept, ...set]),
    PGHOST: connection.host,
    PGPORT: String(connection.port),
    PGUSER: connection.user,
    PGDATABASE: connection.database,
    PGSSLMODE: connection.sslmode,
    PGAPPNAME: applicationName,
    PGCONNECT_TIMEOUT: "15",
    // Their messages are read, so they must be in English.
    LC_ALL: "C"
  };
}
function databaseArgument(connection) {
  return `--dbname=dbname='${connection.database.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
function placeOf(connection) {
  return `"${connection.database}" on ${connection.host}, port ${connection.port}`;
}
function fileParameters(parameters) {
  const sslrootcert = parameters.get("sslrootcert");
  const sslcert = parameters.get("sslcert");
  const sslkey = parameters.get("sslkey");
  return { ...sslrootcert && { sslrootcert }, ...sslcert && { sslcert }, ...sslkey && { sslkey } };
}
function decoded(text3, where) {
  try {
    return decodeURIComponent(text3);
  } catch {
    throw notReadable(where);
  }
}
function notReadable(where) {
  return new UserError({
    happened: `The value of ${where} could not be read as postgres://user:password@host:5432/name (it is not shown, since it may hold a password).`,
    means: "Nothing was done.",
    next: 'Percent-encode characters such as @ : / # ? % in the password (%40 %3A %2F %23 %3F %25), or set the password apart under "password:".'
  });
}
function missing(where, what) {
  return new UserError({
    happened: `The URL in ${where} must name ${what}.`,
    means: "Nothing was done.",
    next: "Write it as postgres://user:password@host:5432/name. If the password holds # ? or /, percent-encode it."
  });
}
function unknownParameter(where, name) {
  return new UserError({
    happened: `The URL in ${where} has the parameter "${name}", which is not supported.`,
    means: "Nothing was done.",
    next: `Remove it. These are accepted: ${[...knownParameters].join(", ")}. A "?" in the password is written %3F.`
  });
}
function badSslMode(where, mode2) {
  return new UserError({
    happened: `The URL in ${where} has sslmode="${mode2}".`,
    means: "Nothing was done.",
    next: `Use one of ${sslModes.join(", ")}.`
  });
}

// src/drivers/data/postgres/dump.ts
import { join as join7 } from "node:path";

// src/drivers/data/postgres/archive.ts
function parseArchiveList(output) {
  const entries = output.split("\n").flatMap((line) => {
    const groups = /^(?<dumpId>\d+); \d+ \d+ (?<text>.*)$/.exec(line)?.groups;
    return groups === void 0 ? [] : [{ dumpId: groups.dumpId ?? "", text: groups.text ?? "", line }];
  });
  const major = /^;\s+Dumped from database version: (\d+)/m.exec(output)?.[1];
  return { entries, serverMajor: major === void 0 ? void 0 : Number(major) };
}
function isRestorable(entry) {
  return !/^(COMMENT - EXTENSION|COMMENT - SCHEMA public|SCHEMA - public)\b/.test(entry.text);
}
function entriesOf(list5, kind2) {
  return list5.entries.filter((entry) => entry.text.startsWith(`${kind2} `));
}
function extensionNames(list5) {
  return entriesOf(list5, "EXTENSION").map((entry) => entry.text.replace(/^EXTENSION - /, "").trim());
}
var setval = /^SELECT pg_catalog\.setval\((?<escaped>E)?'(?<name>(?:[^']|'')*)', (?<value>-?\d+), (?<called>true|false)\);$/;
function sequenceIn(line) {
  const groups = setval.exec(line)?.groups;
  if (groups === void 0) return void 0;
  const literal2 = (groups.name ?? "").replaceAll("''", "'");
  const identifier = groups.escaped === void 0 ? literal2 : literal2.replaceAll("\\\\", "\\");
  const parts = [...identifier.matchAll(/"((?:[^"]|"")*)"|([^".]+)/g)];
  const name = parts.map((part7) => part7[1]?.replaceAll('""', '"') ?? part7[2] ?? "").join(".");
  return { name, value: groups.value ?? "", called: groups.called === "true" };
}

// src/drivers/data/postgres/causes.ts
var again = "then run the step again.";
var signs = [
  [
    /^57P0[12]$/,
    /^terminating connection due to administrator command|^terminating connection because of crash|^server closed the connection unexpectedly/i,
    {
      said: "the server was restarted or shut down, or an administrator ended the connection",
      next: `Wait until the server runs, ${again}`
    }
  ],
  [
    /^57P03$/,
    /^the database system is (starting up|shutting down|in recovery mode|not (yet )?accepting)/i,
    { said: "the server is starting up or shutting down", next: `Wait until it accepts connections, ${again}` }
  ],
  [
    /^(57P05|25P03|25P04)$/,
    /idle[- ](in[- ]transaction|session)|transaction timeout/i,
    {
      said: "the server ended a connection that was idle, or a transaction that took longer than it allows",
      next: `Raise idle_session_timeout, idle_in_transaction_session_timeout and transaction_timeout for this user, ${again}`
    }
  ],
  [
    /^57014$/,
    /^canceling statement due to (statement|lock) timeout/i,
    {
      said: "a statement took longer than the server allows, or was canceled",
      next: `Raise statement_timeout and lock_timeout for this user, or wait until whatever holds a lock has ended, ${again}`
    }
  ],
  [
    /^53100$/,
    /no space left on device|disk full/i,
    { said: "a disk of the server is full", next: `Free space on the server, ${again}` }
  ],
  [
    /^53200$/,
    /^out of memory|^out of shared memory/i,
    {
      said: "the server ran out of memory",
      next: `Give it more memory, or raise max_locks_per_transaction where it names shared memory, ${again}`
    }
  ],
  [
    /^53300$/,
    /^sorry, too many clients|^remaining connection slots|^too many connections/i,
    { said: "the server has no connection left", next: `Free connections, or raise max_connections, ${again}` }
  ],
  [
    /^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_\w+|ERR_TLS_\w+)$/,
    /certificate verify failed|^self[- ]signed certificate/i,
    {
      said: "the server's TLS certificate is not trusted here",
      next: `Name the authority that signed it as sslrootcert in the URL, ${again}`
    }
  ],
  [
    /^$/,
    /does not support SSL/i,
    {
      said: "TLS is wanted by the configuration, and the server does not offer it",
      next: `Let the server offer TLS, or set sslmode=disable where the way to it is trusted, ${again}`
    }
  ],
  [
    /^(ECONNRESET|EPIPE|08003|08006|08001|08004)$/,
    /^connection terminated( unexpectedly)?$|^connection to server was lost|^could not (receive|send) data (from|to) server/i,
    {
      said: "the connection was cut",
      next: `Check the network, and that no proxy or firewall between ends long connections, ${again}`
    }
  ]
];
var wantsEncryption = {
  said: "the server lets this user in over TLS alone (pg_hba.conf)",
  next: `Set sslmode=require in the URL, ${again}`
};
function causeOf(code, message) {
  const text3 = message.replace(/^(?:(?:ERROR|FATAL|PANIC):\s*)?/, "");
  if (/^no pg_hba\.conf entry .*no encryption/i.test(text3)) return wantsEncryption;
  return signs.find(([codes, words3]) => code !== void 0 && codes.test(code) || words3.test(text3))?.[2];
}
function isOfTheBackup(toolError2) {
  return /violates|invalid (input|byte sequence)|syntax error|value too long|out of range|could not create (unique|exclusion)/i.test(
    toolError2
  );
}

// src/drivers/data/postgres/redaction.ts
var beforeNames = "aggregate|cast|column|constraint|database|domain|encoding|extension|file|function|host|index|language|object|parameter|policy|publication|relation|role|schema|sequence|server|socket|table|tablespace|trigger|type|user|view|library|directory|snapshot";
var quotedText = new RegExp(`(?<noun>\\b(?:${beforeNames}) )?(?<text>"(?:[^"]|"")*")`, "g");
var knownShapes = [
  /^duplicate key value violates unique constraint "/,
  /^null value in column "/,
  /^new row for relation "[^"]*" violates check constraint "/,
  /^insert or update on table "/,
  /^update or delete on table "/,
  /^could not create (unique|exclusion) (index|constraint) "/,
  /^conflicting key value violates exclusion constraint "/,
  /^(role|relation|schema|table|type|database|extension|function|tablespace|language|column|index|sequence|constraint) .*(does not exist|already exists)$/,
  /^(permission denied|must be (owner|superuser|member)|must have|cannot (drop|alter|create|execute|lock)|could not (open|access|load|find|extend|write|read|connect|receive|send|import|resize|create|obtain))\b/,
  /^(permission denied to|only roles|no privileges|insufficient)\b/,
  /^invalid input (syntax|value) for (type|enum) /,
  /^invalid byte sequence for encoding "/,
  /^value (too long|out of range)\b/,
  /^syntax error at or near "/,
  /^(extra data|missing data|unexpected EOF)\b/,
  /^(extension ".*" (is not available|has no|must be)|unrecognized configuration parameter ")/,
  /^(canceling|terminating|connection|server closed|the database system|sorry, too many|remaining connection|password authentication|no pg_hba|SSL|FATAL|out of|deadlock|current transaction|database ".*" (does|is)|role ".*" (does|is)|query would be affected|invalid snapshot|could not serialize|no such file|disk full|unsupported version|input file|aborting because|server version|SASL|scram)\b/i
];
function withoutValues(message) {
  const line = (message.split("\n")[0] ?? "").trim();
  const prefix = /^(?:(?:ERROR|FATAL|PANIC):\s*)?/.exec(line)?.[0] ?? "";
  const text3 = line.slice(prefix.length);
  if (!knownShapes.some((shape) => shape.test(text3)))
    return "a message that may quote data, and is only in the server log";
  return text3.replace(quotedText, (match, noun) => noun === void 0 ? '"\u2026"' : match).replace(/\b0x[0-9a-f]{2}\b/gi, "0x\u2026").replace(/\([^()]*\)=\([^()]*\)/g, "(\u2026)=(\u2026)");
}
function toolError(stderr) {
  const lines = stderr.split("\n");
  const errorLine = lines.find((line) => /^pg_(dump|restore): error: /.test(line));
  if (errorLine === void 0) return void 0;
  const text3 = errorLine.replace(/^pg_(dump|restore): error: /, "");
  const entry = lines.map((line) => /from TOC entry \d+; \d+ \d+ (?<object>[^"]+)$/.exec(line)?.groups?.object);
  const object2 = entry.find((each) => each !== void 0);
  const said = /^(?<doing>COPY failed for table "[^"]*"|could not execute query|error returned by PQputCopyData|Dumping the contents of table "[^"]*" failed)[^:]*:\s*(?<error>.*)$/.exec(
    text3
  )?.groups;
  const readable = said === void 0 ? withoutValues(text3) : `${said.doing}: ${withoutValues(said.error ?? "")}`;
  return object2 === void 0 ? readable : `${object2}: ${readable}`;
}

// src/drivers/data/postgres/failure.ts
function codeOf2(cause) {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : void 0;
}
function databaseFailure(cause, doing, means) {
  if (cause instanceof SystemFailure) return cause;
  const code = codeOf2(cause);
  const known = causeOf(code, cause instanceof Error ? cause.message : "");
  const said = known?.said ?? networkError(cause) ?? withoutValues(cause instanceof Error ? cause.message : "");
  return new SystemFailure({
    happened: `${doing} failed: ${said}${code === void 0 ? "" : ` (${code})`}.`,
    means,
    next: known?.next ?? fixFor(code)
  });
}
function requireSuccess(result, tool, means, next2) {
  if (result.exitCode === 0) return result;
  const ended = result.exitCode === void 0 ? `was ended by ${result.endedBy}` : `exit code ${result.exitCode}`;
  const known = causeIn(result.stderr);
  if (known !== void 0) {
    throw new SystemFailure({ happened: `${tool} failed: ${known.said} (${ended}).`, means, next: known.next });
  }
  throw new SystemFailure({
    happened: `${tool} failed: ${toolError(result.stderr) ?? "it did not say why"} (${ended}).`,
    means,
    next: next2
  });
}
function causeIn(stderr) {
  return stderr.split("\n").filter((line) => /^pg_(dump|restore): error: /.test(line)).map((line) => causeOf(void 0, line.replace(/^pg_(dump|restore): error: (.*?(?=(?:ERROR|FATAL): ))?/, ""))).find((cause) => cause !== void 0);
}
function networkError(cause) {
  const code = codeOf2(cause);
  if (!(cause instanceof Error) || code === void 0 || !/^E[A-Z]/.test(code)) return void 0;
  return cause.message === "" ? code : cause.message;
}
function fixFor(code) {
  switch (code) {
    case "28P01":
    case "28000":
      return 'Check user, password and pg_hba.conf. An odd character in the password of a URL must be percent-encoded, or the password set apart under "password:".';
    case "3D000":
      return "Create the database first, or correct its name in the configuration.";
    case "42501":
      return "Grant the missing right to the user of the configuration. To read everything: GRANT pg_read_all_data TO the user (PostgreSQL 14 and later).";
    case "55P03":
    case "57014":
      return "Something holds a lock on a table for long, such as a migration or a VACUUM FULL: wait until it has ended, then run the step again.";
    case "53300":
      return "Free connections, or raise max_connections, then run the step again.";
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "ETIMEDOUT":
    case "ENOENT":
      return "Check host and port in the configuration, and that this machine can reach the server (network, VPN, firewall).";
    default:
      return "Look into the PostgreSQL server's log, which has the whole message, then run the step again.";
  }
}

// src/drivers/data/postgres/fingerprint.ts
import { createHash as createHash3 } from "node:crypto";
var ofTheUser = `
  n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND c.relpersistence <> 't'
  AND NOT EXISTS (
    SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
  )`;
async function listTables(session) {
  return list2(session, ["r", "p"]);
}
async function list2(session, kinds5) {
  return session.query(
    `SELECT n.nspname AS schema, c.relname AS name, format('%I.%I', n.nspname, c.relname) AS sql
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = ANY ($1) AND ${ofTheUser}
     ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`,
    [kinds5]
  );
}
async function lockTables(session, tables) {
  const atOnce = 100;
  for (let start = 0; start < tables.length; start += atOnce) {
    const names2 = tables.slice(start, start + atOnce).map((table2) => table2.sql);
    await session.query(`LOCK TABLE ONLY ${names2.join(", ONLY ")} IN ACCESS SHARE MODE`);
  }
}
async function readTables(session, tables, { content, log, signal }) {
  const read3 = [];
  for (const table2 of tables) {
    signal?.throwIfAborted();
    const [row] = await session.query(`SELECT count(*)::text AS rows FROM ONLY ${table2.sql}`);
    const counted = { name: `${table2.schema}.${table2.name}`, rows: Number(row?.rows) };
    read3.push(content ? { ...counted, checksum: await checksumOf(session, table2, signal) } : counted);
    log?.progress({ text: "tables counted", done: read3.length, total: tables.length });
  }
  const [large] = await session.query(
    "SELECT count(*)::text AS objects FROM pg_largeobject_metadata"
  );
  const objects = Number(large?.objects);
  return objects === 0 ? read3 : [...read3, { name: "pg_largeobject (large objects)", rows: objects }];
}
async function readSequences(session) {
  const read3 = [];
  for (const sequence of await list2(session, ["S"])) {
    const [row] = await session.query(
      `SELECT last_value::text AS value, is_called AS called FROM ${sequence.sql}`
    );
    if (row !== void 0) read3.push({ name: `${sequence.schema}.${sequence.name}`, ...row });
  }
  return read3;
}
var cursorRows = 2e4;
async function checksumOf(session, table2, signal) {
  const hash2 = createHash3("sha256");
  await session.query(
    `DECLARE row_digests NO SCROLL CURSOR FOR
     SELECT sha256(convert_to(each_row::text, 'UTF8')) AS digest FROM ONLY ${table2.sql} AS each_row ORDER BY digest`
  );
  for (; ; ) {
    signal?.throwIfAborted();
    const rows2 = await session.query(`FETCH ${cursorRows} FROM row_digests`);
    for (const row of rows2) hash2.update(row.digest);
    if (rows2.length < cursorRows) break;
  }
  await session.query("CLOSE row_digests");
  return hash2.digest("hex");
}

// src/drivers/data/postgres/list-file.ts
import { mkdtemp, rm as rm2, writeFile as writeFile3 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join5 } from "node:path";
async function writeListFile(entries, body) {
  const folder4 = await mkdtemp(join5(tmpdir(), "staged-upgrade-list-"));
  try {
    const listFile = join5(folder4, "list");
    await writeFile3(listFile, `${entries.map((entry) => entry.line).join("\n")}
`);
    return await body(listFile);
  } finally {
    await rm2(folder4, { recursive: true, force: true });
  }
}

// src/drivers/data/postgres/roles.ts
async function listRoles(session) {
  const rows2 = await session.query(`
    WITH members AS (
      SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
    ), schemas AS (
      SELECT oid, nspname, nspowner FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
    ), owners (classid, objid, role) AS (
      SELECT 'pg_class'::regclass::oid, c.oid, relowner FROM pg_class c JOIN schemas s ON s.oid = relnamespace
      UNION SELECT 'pg_proc'::regclass, p.oid, proowner FROM pg_proc p JOIN schemas s ON s.oid = pronamespace
      UNION SELECT 'pg_type'::regclass, t.oid, typowner FROM pg_type t JOIN schemas s ON s.oid = typnamespace
        WHERE typelem = 0 AND typrelid = 0
      UNION SELECT 'pg_namespace'::regclass, oid, nspowner FROM schemas WHERE nspname <> 'public'
      UNION SELECT classid, objid, refobjid FROM pg_shdepend
        WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND refclassid = 'pg_authid'::regclass AND deptype <> 'i' AND classid <> 'pg_extension'::regclass
    )
    SELECT DISTINCT rolname AS name FROM owners o JOIN pg_roles r ON r.oid = o.role
    WHERE rolname !~ '^pg_' AND NOT EXISTS (SELECT FROM members m WHERE m.classid = o.classid AND m.objid = o.objid)
    ORDER BY rolname`);
  return rows2.map((row) => row.name);
}
async function standingOf(session, roles) {
  return session.query(
    `SELECT wanted.name, r.oid IS NOT NULL AS exists, coalesce(pg_has_role(current_user, r.oid, 'MEMBER'), false) AS "mayGive"
     FROM unnest($1::text[]) AS wanted (name) LEFT JOIN pg_roles r ON r.rolname = wanted.name`,
    [roles]
  );
}
function chooseRoles(setting2, standing) {
  if (setting2 === "ignore") return { kind: "ignore" };
  const absent = standing.filter((role) => !role.exists).map((role) => `"${role.name}"`);
  if (absent.length > 0) {
    const text3 = `the roles ${absent.join(", ")} of the backup do not exist on this server`;
    if (setting2 === "keep") return { kind: "refuse", reason: text3 };
    return {
      kind: "ignore",
      warning: `Owners and privileges are not restored: ${text3}. Everything belongs to the restoring user.`
    };
  }
  const closed2 = standing.filter((role) => !role.mayGive).map((role) => `"${role.name}"`);
  if (closed2.length > 0)
    return { kind: "refuse", reason: `the restoring user is not a member of the roles ${closed2.join(", ")}` };
  return { kind: "keep" };
}

// src/drivers/data/postgres/snapshot.ts
var lockMilliseconds = 6e4;
async function inSnapshot(session, body) {
  try {
    await session.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await session.query(`
      SELECT set_config(name, value, true)
      FROM (VALUES
        ('statement_timeout', '0'),
        ('idle_in_transaction_session_timeout', '0'),
        ('lock_timeout', '${lockMilliseconds}'),
        ('search_path', 'pg_catalog'),
        ('DateStyle', 'ISO, YMD'),
        ('IntervalStyle', 'postgres'),
        ('TimeZone', 'UTC'),
        ('extra_float_digits', '1'),
        ('bytea_output', 'hex'),
        ('row_security', 'off')
      ) AS settings (name, value)`);
    const result = await body();
    await session.query("COMMIT");
    return result;
  } catch (cause) {
    throw databaseFailure(cause, "Reading the database", "Nothing was written to it.");
  }
}

// src/drivers/data/postgres/source.ts
import { readFile as readFile4, writeFile as writeFile4 } from "node:fs/promises";
import { join as join6 } from "node:path";
var source = object({
  /** Major version of the server. */
  serverMajor: int(),
  /** The roles that own something in the archive or have a right on it. */
  roles: array(string())
});
var sourceName = "source.json";
async function writeSource(directory, value) {
  await writeFile4(join6(directory, sourceName), `${JSON.stringify(value, null, 2)}
`);
}
async function readSource(directory) {
  try {
    return source.parse(JSON.parse(await readFile4(join6(directory, sourceName), "utf8")));
  } catch (cause) {
    throw new SystemFailure(
      {
        happened: `The backup has no readable "${sourceName}".`,
        means: "It is not a whole backup of PostgreSQL. Nothing was restored.",
        next: "Take another backup."
      },
      { cause }
    );
  }
}

// src/drivers/data/postgres/dump.ts
var archiveName = "dump";
var notTaken = "There is no backup; the database itself was not touched.";
async function dump(session, request) {
  const taken2 = await inSnapshot(session, async () => {
    const [snapshot] = await session.query("SELECT pg_export_snapshot() AS id");
    const at2 = request.clock.now().toISOString();
    const tables = await listTables(session);
    await lockTables(session, tables);
    const { directory, serverMajor } = request;
    await writeSource(directory, { serverMajor, roles: await listRoles(session) });
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, ...request.signal ? [request.signal] : []]);
    const stopBoth = (cause) => {
      stop.abort(cause);
      throw cause;
    };
    const [counted] = await Promise.all([
      readTables(session, tables, { content: request.content, signal }).catch(stopBoth),
      runDump(snapshot?.id ?? "", tables.length, { ...request, signal }).catch(stopBoth)
    ]);
    return { at: at2, tables: counted };
  });
  const sequences2 = await sequencesInArchive(request);
  return { ...taken2, sequences: sequences2 };
}
async function runDump(snapshot, tables, request) {
  let begun = 0;
  const { tools, directory, jobs, environment: environment3, processes, log, signal } = request;
  const result = await processes.run({
    argv: [
      tools.pgDump,
      "--format=directory",
      `--jobs=${jobs}`,
      `--snapshot=${snapshot}`,
      `--file=${join7(directory, archiveName)}`,
      "--lock-wait-timeout=60000",
      "--no-password",
      "--verbose"
    ],
    environment: environment3,
    onLine: (line) => {
      const table2 = /dumping contents of table "(?<table>.*)"$/.exec(line)?.groups?.table;
      if (table2 !== void 0) log.progress({ text: "Dumping tables", done: ++begun, total: tables });
    },
    ...signal && { signal }
  });
  requireSuccess(result, "pg_dump", notTaken, "See the server log and the free disk space, then run the step again.");
}
async function readArchive(request) {
  const lines = [];
  const result = await request.processes.run({
    argv: [request.tools.pgRestore, "--list", join7(request.directory, archiveName)],
    environment: request.environment,
    onLine: (line, stream) => {
      if (stream === "stdout") lines.push(line);
    },
    ...request.signal && { signal: request.signal }
  });
  const unreadable4 = "The backup cannot be read, so it is no way back. Nothing was restored from it.";
  requireSuccess(
    result,
    "pg_restore --list",
    unreadable4,
    "Check the disk that holds the backup, and take another backup."
  );
  return parseArchiveList(lines.join("\n"));
}
async function sequencesInArchive(request) {
  const list5 = await readArchive(request);
  const entries = entriesOf(list5, "SEQUENCE SET");
  if (entries.length === 0) return [];
  return writeListFile(entries, async (listFile) => {
    const found = [];
    const result = await request.processes.run({
      argv: [request.tools.pgRestore, `--use-list=${listFile}`, "--file=-", join7(request.directory, archiveName)],
      environment: request.environment,
      onLine: (line, stream) => {
        const sequence = stream === "stdout" ? sequenceIn(line) : void 0;
        if (sequence !== void 0) found.push(sequence);
      },
      ...request.signal && { signal: request.signal }
    });
    requireSuccess(result, "pg_restore", notTaken, "Take another backup.");
    if (found.length !== entries.length) {
      throw new SystemFailure({
        happened: `The archive lists ${entries.length} sequences and only ${found.length} of their values could be read.`,
        means: notTaken,
        next: `Report this, with the version of pg_dump (${request.tools.version}).`
      });
    }
    return found;
  });
}

// src/drivers/data/postgres/identity.ts
import { hostname as hostname2 } from "node:os";
async function readIdentity2(session) {
  return (await read(session)).identity;
}
async function read(session) {
  try {
    const [row] = await session.query(`
      SELECT oid::text, datname AS name, host(inet_server_addr()) AS address, current_setting('port') AS port,
        pg_postmaster_start_time() AS started, shobj_description(oid, 'pg_database') AS comment
      FROM pg_database WHERE datname = current_database()`);
    if (row === void 0) throw new Error("pg_database does not list the database that the session is in");
    const system = await systemIdentifier(session);
    const location = { address: row.address ?? `socket on ${hostname2()}`, port: row.port, database: row.name };
    const lineage = { ...system !== void 0 && { "system-identifier": system }, "database-oid": row.oid };
    const comment = row.comment ?? "";
    const identity2 = { kind: "postgres", lineage, location, startedAt: row.started.toISOString() };
    return { identity: { ...identity2, mark: markOf(comment, location, lineage) }, name: row.name, comment };
  } catch (cause) {
    throw databaseFailure(
      cause,
      "Reading the identity of the database",
      "It is not known which one it is, so nothing was done."
    );
  }
}
function markOf(comment, location, lineage) {
  const known = lineage["system-identifier"] !== void 0;
  const tiedTo = Object.values(known ? lineage : { ...location, ...lineage }).join("/");
  return markIn(comment, { tiedTo, place: `the comment on the database "${location.database}"` });
}
async function markDisposable2(session, choose) {
  const found = await read(session);
  const mark2 = await choose(found);
  if (mark2 === void 0) return void 0;
  const unmarked = "It is not marked.";
  try {
    await session.query("BEGIN");
    const { identity: identity2, comment } = await read(session);
    if (!isSame(identity2, found.identity)) {
      throw new SystemFailure({
        happened: "While it was looked at, the database that answers became another one.",
        means: "Something between here and the server leads to more than one database. Nothing was marked.",
        next: `Let ${session.where} name the server itself, not a proxy that chooses one.`
      });
    }
    const text3 = `${withoutMarks(comment)} ${markText(mark2)}`.trim();
    const [statement] = await session.query(
      "SELECT format('COMMENT ON DATABASE %I IS %L', current_database(), $1::text) AS sql",
      [text3]
    );
    await session.query(statement?.sql ?? "");
    const after2 = await readIdentity2(session);
    await session.query("COMMIT");
    return after2;
  } catch (cause) {
    throw databaseFailure(cause, "Marking the database as disposable", `${unmarked} Only its owner may comment on it.`);
  }
}
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
async function systemIdentifier(session) {
  try {
    const [row] = await session.query("SELECT system_identifier::text AS id FROM pg_control_system()");
    return row?.id;
  } catch (cause) {
    const refused2 = cause instanceof Error && "code" in cause && ["42501", "42883", "0A000"].includes(String(cause.code));
    if (refused2) return void 0;
    throw cause;
  }
}

// src/drivers/data/postgres/session.ts
import { readFile as readFile5 } from "node:fs/promises";
import { isIP, Socket } from "node:net";
async function withSession(connection, signal, body, pin) {
  signal?.throwIfAborted();
  const { client, cut, address: address3 } = await connect(connection, pin);
  client.on("error", () => void 0);
  signal?.addEventListener("abort", cut, { once: true });
  try {
    return await body({
      query: async (sql, values = []) => {
        const result = await client.query(sql, [...values]);
        return (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? [];
      },
      address: address3,
      where: connection.where
    });
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause;
  } finally {
    signal?.removeEventListener("abort", cut);
    if (signal?.aborted) cut();
    else await client.end().catch(() => void 0);
  }
}
async function connect(connection, pin) {
  const wanted = connection.sslmode;
  try {
    if (wanted === "disable" || connection.host.startsWith("/")) return await tryOnce(connection, pin, false);
    if (wanted !== "allow" && wanted !== "prefer") return await tryOnce(connection, pin, true);
    try {
      return await tryOnce(connection, pin, true);
    } catch (cause) {
      if (!(cause instanceof Error) || !cause.message.includes("does not support SSL")) throw cause;
      return await tryOnce(connection, pin, false);
    }
  } catch (cause) {
    throw databaseFailure(cause, `Connecting to database ${placeOf(connection)}`, "Nothing was done.");
  }
}
async function tryOnce(connection, pin, encrypted) {
  const { default: pg } = await import("./esm-IRF7APWT.js");
  const socket = new Socket();
  const client = new pg.Client({
    host: pin?.address ?? connection.host,
    port: connection.port,
    user: connection.user,
    database: connection.database,
    // As a function, or pg would take an absent one from PGPASSWORD or ~/.pgpass, which may be another server's.
    password: () => connection.password ?? "",
    application_name: applicationName,
    connectionTimeoutMillis: 15e3,
    keepAlive: true,
    stream: () => socket,
    ssl: encrypted ? await encryption(connection) : false,
    ...pin && { options: pin.options }
  });
  try {
    await client.connect();
  } catch (cause) {
    socket.destroy();
    throw cause;
  }
  return { client, cut: () => socket.destroy(), address: socket.remoteAddress };
}
async function encryption(connection) {
  const { sslmode, sslrootcert, sslcert, sslkey } = connection;
  const verifies = sslmode.startsWith("verify");
  return {
    rejectUnauthorized: verifies,
    ...sslrootcert && sslrootcert !== "system" && { ca: await readFile5(sslrootcert, "utf8") },
    ...sslcert && { cert: await readFile5(sslcert, "utf8") },
    ...sslkey && { key: await readFile5(sslkey, "utf8") },
    // The certificate is for the name, also where the address is given.
    ...isIP(connection.host) === 0 && { servername: connection.host },
    ...sslmode === "verify-ca" && { checkServerIdentity: () => void 0 }
  };
}

// src/drivers/data/postgres/own-sessions.ts
async function movedStatements(connection, one, signal) {
  return await withSession(connection, signal, async (other) => {
    const first = /* @__PURE__ */ new Set();
    const second = /* @__PURE__ */ new Set();
    const askFirst = async () => first.add(await whereIs(one));
    const askSecond = async () => second.add(await whereIs(other));
    for (const ask2 of [askFirst, askFirst, askSecond, askFirst, askSecond, askSecond]) await ask2();
    await inTransaction(one, askFirst, askSecond);
    await inTransaction(other, askSecond, askFirst);
    if (first.size > 1 || second.size > 1)
      return "Statements of one connection came to several sessions of the server.";
    if ([...first].some((place2) => second.has(place2))) return "Two connections came to one session of the server.";
    return void 0;
  });
}
async function requireOwnSessions(connection, session, signal) {
  let seen;
  try {
    seen = await movedStatements(connection, session, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    throw databaseFailure(cause, "Looking whether two connections keep to their sessions", "Nothing was restored.");
  }
  if (seen === void 0) return;
  throw new SystemFailure({
    happened: `Something between here and the server, such as a pooler of transactions, moves statements between sessions. ${seen}`,
    means: "Nothing was restored; the database is unchanged. pg_restore could not be held to the database that was verified.",
    next: `${directAddress(session)}, then run the step again.`
  });
}
function directAddress({ where }) {
  return `Let ${where} name the direct address of the server, not a pooler`;
}
async function inTransaction(session, askInside, askOutside) {
  await session.query("BEGIN");
  await askInside();
  await askOutside();
  await session.query("COMMIT");
}
async function whereIs(session) {
  const [row] = await session.query(
    `SELECT concat(pg_backend_pid(), ' since ', extract(epoch FROM pg_postmaster_start_time())) AS place`
  );
  if (row === void 0) throw new Error("the server does not say which session this is");
  return row.place;
}

// src/drivers/data/postgres/preflight.ts
var shownNames = 5;
var usersRelations = `
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`;
async function backupRights(session, subject) {
  const unreadable4 = await names(
    session,
    `SELECT format('%I.%I', n.nspname, c.relname) AS name ${usersRelations}
       AND c.relkind IN ('r', 'p', 'm', 'S')
       AND NOT (has_schema_privilege(n.oid, 'USAGE') AND CASE c.relkind
         WHEN 'S' THEN has_sequence_privilege(c.oid, 'SELECT') ELSE has_table_privilege(c.oid, 'SELECT') END)
     ORDER BY 1`
  );
  const filtered = await names(
    session,
    `SELECT format('%I.%I', n.nspname, c.relname) AS name ${usersRelations}
       AND c.relkind IN ('r', 'p') AND row_security_active(c.oid) ORDER BY 1`
  );
  const findings = [];
  if (unreadable4.length > 0) {
    findings.push(
      problem(subject, {
        happened: `The user of the configuration may not read ${listed(unreadable4)}.`,
        means: "pg_dump would stop there, so no backup could be taken.",
        next: "Grant it: GRANT pg_read_all_data TO user (PostgreSQL 14 and later), or SELECT on each table and sequence."
      })
    );
  }
  if (filtered.length > 0) {
    findings.push(
      problem(subject, {
        happened: `Row security hides rows of ${listed(filtered)} from the user of the configuration.`,
        means: "A backup would lack them, so pg_dump refuses to take one.",
        next: "Let the user see them: ALTER ROLE user BYPASSRLS."
      })
    );
  }
  return findings.length > 0 ? findings : [fine(subject, "Every table and sequence can be read.")];
}
async function restoreRights(session, { subject, where, roles = "auto", owners = [] }) {
  const [state] = await rows(
    session,
    `SELECT pg_is_in_recovery() AS standby, has_database_privilege(current_database(), 'CREATE') AS create,
       (SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = 'public') AS "createPublic"`
  );
  const foreign = await names(
    session,
    `SELECT format('%I.%I', n.nspname, c.relname) AS name ${usersRelations}
       AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND NOT pg_has_role(current_user, c.relowner, 'MEMBER')
     ORDER BY 1`
  );
  const findings = [];
  if (state?.standby === true) {
    findings.push(
      problem(subject, {
        happened: "The server is a standby, which cannot be written.",
        means: "Nothing can be restored there.",
        next: "Configure the address of the primary server."
      })
    );
  }
  if (state?.create === false || state?.createPublic === false) {
    findings.push(
      problem(subject, {
        happened: `The user of the configuration may not make ${state.create ? 'tables in the schema "public"' : "schemas in the database"}.`,
        means: "A restore makes all objects of the backup again, so every rehearsal would fail.",
        next: "Let the user own the database: ALTER DATABASE name OWNER TO user."
      })
    );
  }
  if (foreign.length > 0) {
    findings.push(
      problem(subject, {
        happened: `The user of the configuration does not own ${listed(foreign)}.`,
        means: "A restore drops what is there, and only an owner may, so every rehearsal would fail.",
        next: "Let the user own these objects: REASSIGN OWNED BY other TO user."
      })
    );
  }
  const choice = owners.length === 0 ? void 0 : chooseRoles(roles, await standingOf(session, owners));
  if (choice?.kind === "refuse") {
    findings.push(
      problem(subject, {
        happened: `What is restored there belongs to roles of production's database: ${choice.reason}.`,
        means: "A restore gives each object to its owner again, so every rehearsal would fail.",
        next: `Make the roles on that server, and the restoring user a member of each (GRANT owner TO user); or leave owners out: "roles: ignore" under ${where}.`
      })
    );
  } else if (choice?.kind === "ignore" && choice.warning !== void 0) {
    findings.push(
      warning(subject, {
        happened: choice.warning,
        means: "The application finds its tables owned by somebody else than on production.",
        next: "Nothing, where staging connects as the restoring user; otherwise make the roles on that server."
      })
    );
  }
  return findings.length > 0 ? findings : [fine(subject, "Its objects can be dropped and made again.")];
}
async function ownSessions(connection, session, { subject, signal }) {
  const seen = await movedStatements(connection, session, signal).catch((cause) => {
    throw databaseFailure(cause, "Looking whether two connections keep to their sessions", "Nothing was done.");
  });
  if (seen === void 0) return [];
  return [
    problem(subject, {
      happened: `Something between here and the server, such as a pooler of transactions, moves statements between sessions. ${seen}`,
      means: "pg_restore could not be held to that database, so a restore refuses before anything is emptied.",
      next: `${directAddress(session)}.`
    })
  ];
}
async function names(session, sql) {
  return (await rows(session, sql)).map(({ name }) => name);
}
async function rows(session, sql) {
  try {
    return await session.query(sql);
  } catch (cause) {
    throw databaseFailure(cause, "Reading the rights of the user", "Nothing was done.");
  }
}
function listed(all) {
  const more = all.length - shownNames;
  return all.slice(0, shownNames).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

// src/drivers/data/postgres/restore.ts
import { join as join8 } from "node:path";

// src/drivers/data/postgres/empty.ts
var dropWords = {
  "composite type": "TYPE",
  "statistics object": "STATISTICS",
  "foreign-data wrapper": "FOREIGN DATA WRAPPER"
};
async function emptyDatabase(session) {
  const owned = await session.query(`
    SELECT 'extension' AS type, quote_ident(extname) AS identity FROM pg_extension
    WHERE extname <> 'plpgsql' AND pg_has_role(current_user, extowner, 'MEMBER')`);
  for (const each of owned) await drop(session, each);
  for (; ; ) {
    const left = await listObjects(session);
    if (left.length === 0) break;
    const before = left.length;
    for (const each of left) await drop(session, each);
    const after2 = await listObjects(session);
    if (after2.length >= before) throw notEmpty(after2);
  }
  for (; ; ) {
    const removed = await session.query(
      "SELECT lo_unlink(oid)::text AS id FROM (SELECT oid FROM pg_largeobject_metadata LIMIT 1000) AS batch"
    );
    if (removed.length === 0) break;
  }
}
async function drop(session, { type, identity: identity2 }) {
  try {
    await session.query(`DROP ${dropWords[type] ?? type.toUpperCase()} IF EXISTS ${identity2} CASCADE`);
  } catch (cause) {
    const later = ["42501", "2BP01", "42704", "42883", "42P01", "3F000"];
    if (!later.includes(codeOf2(cause) ?? "")) throw cause;
  }
}
async function listObjects(session) {
  return session.query(`
    WITH schemas AS (
      SELECT oid, nspname FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
    ), members AS (
      SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
    ), found AS (
      SELECT 1 AS turn, 'pg_publication'::regclass::oid AS classid, oid AS objid FROM pg_publication
      UNION ALL SELECT 1, 'pg_event_trigger'::regclass, oid FROM pg_event_trigger
      UNION ALL SELECT 2, 'pg_class'::regclass, oid FROM pg_class
        WHERE relnamespace IN (SELECT oid FROM schemas) AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
      UNION ALL SELECT 3, d.classid, d.objid FROM pg_depend d
        WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid IN (SELECT oid FROM schemas) AND d.deptype = 'n'
          AND d.classid NOT IN ('pg_class'::regclass, 'pg_extension'::regclass)
      UNION ALL SELECT 4, 'pg_foreign_server'::regclass, oid FROM pg_foreign_server
      UNION ALL SELECT 5, 'pg_foreign_data_wrapper'::regclass, oid FROM pg_foreign_data_wrapper
      UNION ALL SELECT 5, 'pg_cast'::regclass, oid FROM pg_cast WHERE oid >= 16384
      UNION ALL SELECT 5, 'pg_language'::regclass, oid FROM pg_language WHERE oid >= 16384
      UNION ALL SELECT 6, 'pg_namespace'::regclass, oid FROM schemas
        WHERE nspname <> 'public' AND oid NOT IN (
          SELECT refobjid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass AND classid = 'pg_extension'::regclass
        )
    )
    SELECT o.type, o.identity
    FROM found f, pg_identify_object(f.classid, f.objid, 0) AS o
    WHERE o.identity IS NOT NULL
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = f.classid AND m.objid = f.objid)
    ORDER BY f.turn, o.identity`);
}
function notEmpty(left) {
  const shown3 = left.slice(0, 5).map(({ type, identity: identity2 }) => `${type} ${identity2}`);
  const more = left.length > shown3.length ? ` and ${left.length - shown3.length} more` : "";
  return new SystemFailure({
    happened: `The database could not be emptied: ${shown3.join(", ")}${more} could not be dropped.`,
    means: "The database is incomplete, since other objects have been dropped. Nothing was restored. Do not start the server on it.",
    next: "Let the user of the configuration own these objects (REASSIGN OWNED, ALTER \u2026 OWNER TO), or drop them, then run the restore again."
  });
}

// src/drivers/data/postgres/held-session.ts
async function heldSession(session) {
  const [here] = await session.query(
    "SELECT pg_backend_pid() AS pid, extract(epoch FROM pg_postmaster_start_time())::text AS started"
  );
  if (here === void 0) throw new Error("the server does not say which session this is");
  const isHere2 = `pg_backend_pid() = ${here.pid} AND extract(epoch FROM pg_postmaster_start_time())::text = '${here.started}'`;
  return {
    address: session.address,
    where: session.where,
    query: async (sql, values = []) => {
      if (values.length > 0)
        throw new Error("what has values cannot be sent together with the question where it is run");
      try {
        return await session.query(`SELECT 1 / (${isHere2})::int; ${sql}`);
      } catch (cause) {
        throw codeOf2(cause) === divisionByZero ? ledElsewhere(session) : cause;
      }
    }
  };
}
var divisionByZero = "22012";
function ledElsewhere({ where }) {
  return new SystemFailure({
    happened: "Two statements of one connection came to two sessions of a server, or to two servers.",
    means: "Something between here and the server, such as a pooler, leads statements to several places. Nothing was changed but where staging's mark was read.",
    next: `Let ${where} name the server itself, not a pooler, then run the step again.`
  });
}

// src/drivers/data/postgres/sessions.ts
var retryMilliseconds = 1e4;
var pauseMilliseconds = 500;
async function requireNobodyElse(session, { disconnect, clock, signal }) {
  const deadline = clock.now().getTime() + retryMilliseconds;
  for (; ; ) {
    const others = await session.query(`
      SELECT pid, coalesce(nullif(application_name, ''), 'without a name') AS application FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
        AND coalesce(backend_type, 'client backend') = 'client backend'`);
    if (others.length === 0) return;
    if (disconnect) for (const { pid } of others) await session.query("SELECT pg_terminate_backend($1)", [pid]);
    if (clock.now().getTime() >= deadline) throw inUse2(others);
    await clock.sleep(pauseMilliseconds, signal);
  }
}
function inUse2(others) {
  const names2 = [...new Set(others.map((other) => `"${other.application}"`))].join(", ");
  return new SystemFailure({
    happened: `${others.length} other sessions are connected to the database (application ${names2}).`,
    means: "Nothing was restored; the database is unchanged.",
    next: 'Stop the server that uses it (see "stop" of the deployer). If these may be cut off, set "disconnect-others: true".'
  });
}

// src/drivers/data/postgres/tie.ts
import { randomUUID as randomUUID2 } from "node:crypto";
async function withTie(session, body) {
  const name = `staged_upgrade_${randomUUID2().replaceAll("-", "")}`;
  const [seen] = await session.query(
    `SELECT current_setting('default_text_search_config')::regconfig::text AS usual,
       has_database_privilege(current_database(), 'CREATE') AS owns`
  );
  const tie = `${seen?.owns ? name : "public"}.${name}`;
  if (seen?.owns) await session.query(`CREATE SCHEMA ${name}`);
  await session.query(`CREATE TEXT SEARCH CONFIGURATION ${tie} (COPY = ${seen?.usual})`);
  const untie = async () => {
    await session.query(`DROP TEXT SEARCH CONFIGURATION IF EXISTS ${tie}`);
    if (seen?.owns) await session.query(`DROP SCHEMA IF EXISTS ${name}`);
  };
  let result;
  try {
    result = await body({ address: session.address, options: `-c ${setting}=${tie}`, tie });
  } catch (cause) {
    await untie().catch(() => void 0);
    throw cause;
  }
  await untie();
  return result;
}
var setting = "default_text_search_config";
async function requireTied(connection, pin, signal) {
  let reached;
  try {
    const [seen] = await withSession(
      connection,
      signal,
      (session) => session.query(`SELECT current_setting('${setting}') AS tie`),
      pin
    );
    if (seen?.tie === pin.tie) return;
    reached = "It did not get the settings that it was opened with.";
  } catch (cause) {
    signal?.throwIfAborted();
    reached = databaseFailure(cause, "Connecting a second time", "Nothing was restored.").detail.happened;
  }
  throw new SystemFailure({
    happened: `A second connection was not shown to come to the database that was verified. ${reached}`,
    means: "Something between here and the server, such as a proxy or a pooler, leads connections to several places.",
    next: `Let ${connection.where} name the server itself, not a proxy or pooler, then run the step again.`
  });
}

// src/drivers/data/postgres/restore.ts
var unchanged = "Nothing was restored; the database is unchanged.";
var incomplete = "The database is incomplete: do not start the server on it.";
async function restore(session, options) {
  const { log, connection, signal } = options;
  let flags;
  let held2;
  try {
    requireServerFor(options);
    await requireReady(session, options.list);
    flags = await roleFlags(session, options);
    await requireOwnSessions(connection, session, signal);
    await requireNobodyElse(session, { disconnect: options.disconnectOthers, clock: options.clock, signal });
    held2 = await heldSession(session);
    const refused2 = options.mayReplace(await readIdentity2(held2));
    if (refused2 !== void 0) return refused2;
    await withTie(held2, (pin) => requireTied(connection, pin, signal));
  } catch (cause) {
    signal?.throwIfAborted();
    throw databaseFailure(cause, "Preparing the restore", unchanged);
  }
  try {
    log.info("Emptying the database.");
    await held2.query("SELECT set_config('lock_timeout', '60000', false), set_config('statement_timeout', '0', false)");
    await emptyDatabase(held2);
    await requireStill(held2, options);
    await withTie(held2, async (pin) => {
      await requireTied(connection, pin, signal);
      await runRestore(options, flags, pin);
    });
    log.info("Collecting statistics for the query planner (ANALYZE).");
    await session.query("ANALYZE");
    return void 0;
  } catch (cause) {
    signal?.throwIfAborted();
    throw databaseFailure(cause, "Restoring the database", incomplete);
  }
}
async function requireStill(session, { mayReplace }) {
  if (mayReplace(await readIdentity2(session)) === void 0) return;
  throw new SystemFailure({
    happened: "While the database was emptied, it stopped being one that may be replaced: its mark was changed.",
    means: incomplete,
    next: "Find out who did that. Then mark it again (staged-upgrade mark-disposable), and start a new run."
  });
}
function requireServerFor({
  list: list5,
  serverMajor,
  tools
}) {
  if (list5.serverMajor !== void 0 && list5.serverMajor > serverMajor) {
    throw new SystemFailure({
      happened: `The backup comes from PostgreSQL ${list5.serverMajor}, and this server is older: ${serverMajor}.`,
      means: unchanged,
      next: `Run PostgreSQL ${list5.serverMajor} here too: a rehearsal on another version would prove little.`
    });
  }
  if (tools.major >= 17 && serverMajor < 17) {
    throw new SystemFailure({
      happened: `pg_restore is version ${tools.version}, which cannot restore into a server of version ${serverMajor}.`,
      means: unchanged,
      next: `Install postgresql-client-${serverMajor}, or name its folder under "tools:".`
    });
  }
}
async function requireReady(session, list5) {
  const [state] = await session.query(`
    SELECT pg_is_in_recovery() AS standby, (
      SELECT count(subdbid)::text FROM pg_subscription
      WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    ) AS subscriptions`);
  if (state?.standby === true) {
    throw new SystemFailure({
      happened: "The server is a standby, which cannot be written.",
      means: unchanged,
      next: "Configure the address of the primary server."
    });
  }
  if (Number(state?.subscriptions) > 0) {
    throw new SystemFailure({
      happened: "The database subscribes to a publication of another server.",
      means: `${unchanged} Restoring under a subscription would mix the two.`,
      next: "Drop the subscription (DROP SUBSCRIPTION), then run the restore again."
    });
  }
  const absent = await session.query(
    `SELECT wanted.name FROM unnest($1::text[]) AS wanted (name)
     WHERE NOT EXISTS (SELECT FROM pg_available_extensions a WHERE a.name = wanted.name)`,
    [extensionNames(list5)]
  );
  if (absent.length > 0) {
    throw new SystemFailure({
      happened: `The backup needs extensions that this server does not offer: ${absent.map(({ name }) => `"${name}"`).join(", ")}.`,
      means: unchanged,
      next: "Install them on the server, then run the restore again."
    });
  }
}
async function roleFlags(session, { roles, directory, log }) {
  const choice = chooseRoles(roles, await standingOf(session, (await readSource(directory)).roles));
  if (choice.kind === "keep") return [];
  if (choice.kind === "ignore") {
    if (choice.warning !== void 0) log.warn(choice.warning);
    return ["--no-owner", "--no-privileges", "--no-tablespaces"];
  }
  throw new SystemFailure({
    happened: `Owners and privileges cannot be restored: ${choice.reason}.`,
    means: unchanged,
    next: 'Restore as a user that may (GRANT role TO user, or a superuser), or set "roles: ignore" if all may belong to one user.'
  });
}
async function runRestore(options, flags, pin) {
  const { tools, directory, list: list5, jobs, processes, log, signal, connection } = options;
  await writeListFile(list5.entries.filter(isRestorable), async (listFile) => {
    let begun = 0;
    const result = await processes.run({
      argv: [
        tools.pgRestore,
        databaseArgument(connection),
        `--jobs=${jobs}`,
        "--exit-on-error",
        "--no-password",
        // A restored subscription would take over the stream of the server that it was copied from.
        "--no-subscriptions",
        "--verbose",
        `--use-list=${listFile}`,
        ...flags,
        join8(directory, archiveName)
      ],
      environment: connectionEnvironment(connection, options.environment, pin),
      onLine: (line) => {
        const table2 = /processing data for table "(?<table>.*)"$/.exec(line)?.groups?.table;
        if (table2 !== void 0) log.progress({ text: "Restoring tables", done: ++begun });
      },
      ...signal && { signal }
    });
    requireSuccess(
      result,
      "pg_restore",
      incomplete,
      isOfTheBackup(toolError(result.stderr) ?? "") ? "What refuses is in the backup itself: production's own rows or definitions. Correct them on production, then take a new backup; restoring this one again ends the same way." : "Remove the cause, then run the restore again: it starts from an empty database."
    );
  });
}

// src/drivers/data/postgres/tools.ts
import { join as join9 } from "node:path";
async function findTools(request) {
  const { folder: folder4, serverMajor } = request;
  const folders = folder4 === void 0 ? [`/usr/lib/postgresql/${serverMajor}/bin`, ""] : [folder4];
  const found = (await Promise.all(folders.map((each) => toolsIn(each, request)))).filter(
    (tools) => tools !== void 0
  );
  const suitable = found.filter((tools) => tools.major >= serverMajor).sort((one, other) => one.major - other.major)[0];
  if (suitable !== void 0) return suitable;
  const newest = found[0];
  const install = `Install them ("apt-get install postgresql-client-${serverMajor}" on Debian and Ubuntu with the PostgreSQL repository), or name their folder under "tools:".`;
  if (newest === void 0) {
    throw new SystemFailure({
      happened: `pg_dump and pg_restore were not found${folder4 === void 0 ? "" : ` in "${folder4}"`}.`,
      means: "Nothing was done.",
      next: install
    });
  }
  throw new SystemFailure({
    happened: `pg_dump is version ${newest.version}, older than the server, which is version ${serverMajor}.`,
    means: "It cannot read this server. Nothing was done.",
    next: install
  });
}
async function toolsIn(folder4, { processes, environment: environment3 }) {
  const pgDump = folder4 === "" ? "pg_dump" : join9(folder4, "pg_dump");
  const pgRestore = folder4 === "" ? "pg_restore" : join9(folder4, "pg_restore");
  const dump2 = await versionOf(pgDump, processes, environment3);
  const restore3 = await versionOf(pgRestore, processes, environment3);
  if (dump2 === void 0 || restore3 === void 0 || dump2.major !== restore3.major) return void 0;
  return { pgDump, pgRestore, ...dump2 };
}
async function versionOf(program, processes, environment3) {
  try {
    const { stdout, exitCode } = await processes.run({ argv: [program, "--version"], environment: environment3 });
    const groups = /\(PostgreSQL\) (?<version>(?<major>\d+)\S*)/.exec(stdout)?.groups;
    if (exitCode !== 0 || groups === void 0) return void 0;
    return { major: Number(groups.major), version: groups.version ?? "" };
  } catch (cause) {
    if (cause instanceof SystemFailure) return void 0;
    throw cause;
  }
}

// src/drivers/data/postgres/verify.ts
import { stat as stat2 } from "node:fs/promises";
import { join as join10 } from "node:path";
var suffixes = [".dat.gz", ".dat", ".dat.lz4", ".dat.zst"];
async function verifyArchive(request) {
  const list5 = await readArchive(request);
  for (const entry of entriesOf(list5, "TABLE DATA")) {
    const sizes = await Promise.all(
      suffixes.map((suffix) => bytesOf(join10(request.directory, archiveName, `${entry.dumpId}${suffix}`)))
    );
    if (sizes.some((bytes) => bytes > 0)) continue;
    throw new SystemFailure({
      happened: `The backup lists "${entry.text}" and the file "${archiveName}/${entry.dumpId}.dat" with its rows is missing or empty.`,
      means: "The backup is incomplete, so it is no way back. Nothing was restored from it.",
      next: "Take another backup."
    });
  }
  return list5;
}
async function bytesOf(path) {
  const found = await stat2(path).catch(() => void 0);
  return found?.size ?? 0;
}

// src/drivers/data/postgres/database.ts
var oldestServer = 11;
function postgresDatabase(options) {
  const { effects, jobs } = options;
  const { processes, clock } = effects;
  const tools = (serverMajor) => findTools({ processes, environment: childEnvironment(effects), folder: options.toolsFolder(), serverMajor });
  return {
    kind: "postgres",
    noun: "database",
    identity: (signal) => withSession(options.connection(), signal, readIdentity2),
    preflight: ({ use, subject, owners, signal }) => withSession(options.connection(), signal, async (session) => {
      const suited = await tools(await serverMajorOf(session));
      const found = fine(subject, `pg_dump and pg_restore ${suited.version} suit the server.`);
      return [
        found,
        ...use === "backup" ? await backupRights(session, subject) : [
          ...await restoreRights(session, { ...options, subject, owners }),
          ...await ownSessions(options.connection(), session, { subject, signal })
        ]
      ];
    }),
    owners: (signal) => withSession(options.connection(), signal, listRoles),
    fingerprint: (signal, content = options.content) => withSession(
      options.connection(),
      signal,
      (session) => inSnapshot(session, async () => ({
        at: clock.now().toISOString(),
        tables: await readTables(session, await listTables(session), { content, signal }),
        sequences: await readSequences(session)
      }))
    ),
    estimatedBytes: (signal) => withSession(options.connection(), signal, readSize),
    markDisposable: (choose, signal) => withSession(options.connection(), signal, (session) => markDisposable2(session, choose)),
    backup: async ({ directory, log, signal }) => {
      const connection = options.connection();
      const environment3 = connectionEnvironment(connection, childEnvironment(effects));
      return withSession(connection, signal, async (session) => {
        const serverMajor = await serverMajorOf(session);
        const suited = await tools(serverMajor);
        const identity2 = await readIdentity2(session);
        const value = await dump(session, {
          ...{ directory, jobs, serverMajor, environment: environment3, processes, clock, log, signal },
          content: options.content,
          tools: suited
        });
        return {
          identity: identity2,
          dataAt: value.at,
          fingerprint: { kind: "same-snapshot", value },
          tools: { pg_dump: suited.version },
          references: []
        };
      });
    },
    verify: async ({ directory, signal }) => {
      const suited = await tools((await readSource(directory)).serverMajor);
      const environment3 = childEnvironment(effects);
      await verifyArchive({ tools: suited, directory, environment: environment3, processes, signal });
    },
    restore: async ({ directory, log, signal, mayReplace }) => {
      const connection = options.connection();
      const environment3 = childEnvironment(effects);
      return await withSession(connection, signal, async (session) => {
        const serverMajor = await serverMajorOf(session);
        const suited = await tools(serverMajor);
        const list5 = await verifyArchive({ tools: suited, directory, environment: environment3, processes, signal });
        return await restore(session, {
          ...{ directory, list: list5, jobs, serverMajor, environment: environment3, processes, clock, log, signal, connection, mayReplace },
          tools: suited,
          roles: options.roles,
          disconnectOthers: options.disconnectOthers
        });
      });
    }
  };
}
async function serverMajorOf(session) {
  const [row] = await session.query("SELECT current_setting('server_version_num') AS number");
  const major = Math.floor(Number(row?.number) / 1e4);
  if (major >= oldestServer) return major;
  throw new SystemFailure({
    happened: `The PostgreSQL server is version ${major}; ${oldestServer} is the oldest that is supported.`,
    means: "Nothing was done.",
    next: `Upgrade the server to PostgreSQL ${oldestServer} or later first.`
  });
}
async function readSize(session) {
  try {
    const [row] = await session.query(`
      SELECT coalesce(sum(pg_table_size(oid)), 0)::text AS bytes FROM pg_class
      WHERE relkind IN ('r', 'm') AND relnamespace <> 'pg_catalog'::regnamespace
         OR oid = 'pg_catalog.pg_largeobject'::regclass`);
    return Number(row?.bytes);
  } catch (cause) {
    throw databaseFailure(cause, "Reading the size of the database", "Nothing was done.");
  }
}

// src/drivers/data/postgres/init.ts
var postgresInit = {
  name: "postgres",
  title: "PostgreSQL",
  settings: { url: { usual: "${{PREFIX}{SIDE}_DATABASE_URL}", scriptVariable: "DATABASE_URL" } },
  scrubExamples: [
    `psql "$DATABASE_URL" --no-psqlrc --set=ON_ERROR_STOP=1 --command "UPDATE users SET email = 'user-' || id || '@example.invalid'"`,
    `psql "$DATABASE_URL" --no-psqlrc --set=ON_ERROR_STOP=1 --command "DELETE FROM webhooks"`
  ]
};

// src/drivers/data/postgres/kind.ts
var settings2 = strictObject({
  url: template.describe(
    "The address: `postgres://user:password@host:5432/name?sslmode=verify-full`. Odd characters in the password are percent-encoded, or the password stands apart under `password`."
  ),
  password: template.optional().describe("The password as it is, without percent-encoding. Best a variable: `${PGPASSWORD}`."),
  jobs: int().min(1).max(64).default(2).describe("How many tables are dumped and restored at once."),
  tools: template.optional().describe("The folder of pg_dump and pg_restore. Left out, those of the server's major version are looked for."),
  fingerprint: strictObject({
    content: boolean().default(false).describe(
      "Add a SHA-256 of the content of each table, not only its row count. It reads and sorts every row."
    )
  }).prefault({}).describe("What is compared after a restore."),
  roles: _enum(["auto", "keep", "ignore"]).default("auto").describe(
    "What a restore does with owners, privileges and tablespaces. `keep` restores them; `ignore` gives everything to the restoring user; `auto` keeps them where every role of the backup exists."
  ),
  "disconnect-others": boolean().default(false).describe("End other sessions before a restore. Without it, a restore is refused while anyone is connected.")
}).describe("A PostgreSQL database: dumped with pg_dump and restored with pg_restore.");
var part2 = namedKind("postgres", settings2, (chosen, { effects, where, placeholders }) => {
  const fill = (value, key) => effects.variables.fill(value, `${where}.${key}`, placeholders);
  return postgresDatabase({
    where,
    // Filled in when the database is first used: a command may open both environments and touch one.
    connection: () => parseConnection({
      url: fill(chosen.url, "url"),
      password: chosen.password === void 0 ? void 0 : fill(chosen.password, "password"),
      where: `${where}.url`
    }),
    toolsFolder: () => chosen.tools === void 0 ? void 0 : fill(chosen.tools, "tools"),
    jobs: chosen.jobs,
    content: chosen.fingerprint.content,
    roles: chosen.roles,
    disconnectOthers: chosen["disconnect-others"],
    effects
  });
});
var postgres = { part: part2, init: postgresInit };

// src/drivers/data/sqlite/kind.ts
import { resolve as resolve3 } from "node:path";

// src/drivers/data/sqlite/database.ts
import { stat as stat6 } from "node:fs/promises";
import { join as join13 } from "node:path";

// src/drivers/data/sqlite/backup.ts
import { rm as rm3 } from "node:fs/promises";
import { backup } from "node:sqlite";

// src/drivers/data/sqlite/file.ts
import { access as access2 } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
var busyMilliseconds = 1e4;
async function openForReading(file) {
  try {
    await access2(file);
  } catch (cause) {
    throw new SystemFailure(
      {
        happened: `The SQLite database "${file}" does not exist or cannot be reached.`,
        means: "Nothing was done.",
        next: "Check the path in the configuration, and that this user may read the file and its folder."
      },
      { cause }
    );
  }
  const database = new DatabaseSync(file, { readOnly: true, timeout: busyMilliseconds });
  try {
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
    return database;
  } catch (cause) {
    database.close();
    if (cause instanceof Error && "errcode" in cause && cause.errcode === readonlyRollback) throw halfWritten(file);
    throw new SystemFailure({
      happened: `"${file}" could not be read as a SQLite database: ${reasonOf(cause)}.`,
      means: "Nothing was done.",
      next: 'Check the path. A database in WAL mode also needs read and write access to its folder and its "-shm" file.'
    });
  }
}
var readonlyRollback = 776;
function halfWritten(file) {
  return new SystemFailure({
    happened: `The last write to "${file}" was never finished: its server was killed and left "${file}-journal" behind.`,
    means: "Nothing is lost, but only a process that may write can undo that write. Nothing was done.",
    next: 'Start the server once, or run "PRAGMA quick_check" with the sqlite3 program, then run the step again.'
  });
}
function openFinished(file) {
  const url = pathToFileURL(file);
  url.searchParams.set("immutable", "1");
  return new DatabaseSync(url, { readOnly: true });
}
function reasonOf(cause) {
  if (cause instanceof Error && "errstr" in cause && typeof cause.errstr === "string") return cause.errstr;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return "unknown error";
}

// src/drivers/data/sqlite/fingerprint.ts
import { createHash as createHash4 } from "node:crypto";
function readFingerprint2(database, request) {
  const tables = tableNames(database).map((name) => {
    request.signal?.throwIfAborted();
    const rows2 = Number(database.prepare(`SELECT count(*) AS rows FROM main.${quoted2(name)}`).get()?.rows);
    return request.content ? { name, rows: rows2, checksum: checksumOf2(database, name) } : { name, rows: rows2 };
  });
  return { at: request.at.toISOString(), tables, sequences: sequences(database) };
}
function tableNames(database) {
  const rows2 = database.prepare(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
  ).all();
  return rows2.map((row) => String(row.name));
}
function sequences(database) {
  const exists = database.prepare("SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_sequence'").get();
  if (exists === void 0) return [];
  const rows2 = database.prepare("SELECT name, CAST(seq AS TEXT) AS value FROM main.sqlite_sequence ORDER BY name, seq").all();
  return rows2.map((row) => ({ name: String(row.name), value: String(row.value) }));
}
function checksumOf2(database, name) {
  const hash2 = createHash4("sha256");
  const statement = database.prepare(`SELECT * FROM main.${quoted2(name)} NOT INDEXED`);
  statement.setReadBigInts(true);
  for (const row of statement.iterate()) {
    for (const value of Object.values(row)) addValue(hash2, value);
    hash2.update("\n");
  }
  return hash2.digest("hex");
}
function addValue(hash2, value) {
  if (value instanceof Uint8Array) hash2.update(`b${value.length}:`).update(value);
  else if (typeof value === "string") hash2.update(`t${Buffer.byteLength(value)}:`).update(value);
  else hash2.update(`${typeof value}:${String(value)};`);
}
function quoted2(name) {
  return `"${name.replaceAll('"', '""')}"`;
}

// src/drivers/data/sqlite/backup.ts
var pagesAtOnce = 1e3;
var mostRestarts = 5;
var heldBytes = 128 * 1024 * 1024;
async function backUp(request) {
  const database = await openForReading(request.source);
  const dataAt = request.clock.now();
  try {
    await copyWhole(database, request);
  } finally {
    database.close();
  }
  const { target, content, signal } = request;
  signal?.throwIfAborted();
  await syncFile(target);
  verifyBackup(target);
  const finished = openFinished(target);
  try {
    return { dataAt, fingerprint: readFingerprint2(finished, { at: dataAt, content, signal }) };
  } finally {
    finished.close();
  }
}
async function copyWhole(database, request) {
  const { source: source2, target, log } = request;
  const mode2 = database.prepare("PRAGMA journal_mode").get()?.journal_mode;
  if (mode2 === "wal") hold(database);
  if (await copy(database, request)) return;
  const size = "SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size";
  if (Number(database.prepare(size).get()?.bytes) > heldBytes) throw neverEnds(source2);
  log.info("The server keeps writing: it is held off for the moment that the copy takes.");
  for (const suffix of ["", "-journal"]) await rm3(`${target}${suffix}`, { force: true });
  hold(database);
  if (!await copy(database, request)) throw neverEnds(source2);
}
function hold(database) {
  database.exec("BEGIN; SELECT count(*) FROM sqlite_schema");
}
async function copy(database, { source: source2, target, log, signal }) {
  let leastRemaining = Number.POSITIVE_INFINITY;
  let restarts = 0;
  try {
    await backup(database, target, {
      rate: pagesAtOnce,
      progress: ({ totalPages, remainingPages }) => {
        signal?.throwIfAborted();
        if (remainingPages >= leastRemaining) restarts += 1;
        if (restarts > mostRestarts) throw new Error("started over too often");
        leastRemaining = remainingPages;
        log.progress({ text: "pages copied", done: totalPages - remainingPages, total: totalPages });
      }
    });
  } catch (cause) {
    signal?.throwIfAborted();
    if (restarts > mostRestarts) return false;
    throw new SystemFailure({
      happened: `The backup of "${source2}" stopped: ${reasonOf(cause)}.`,
      means: "There is no backup; the database itself was not touched.",
      next: "Check the free disk space and the permissions of the backup folder, then run the step again."
    });
  }
  return true;
}
function verifyBackup(file) {
  let faults;
  try {
    const database = openFinished(file);
    try {
      const answers = database.prepare("PRAGMA integrity_check").all().map((row) => row.integrity_check);
      faults = answers.length === 1 && answers[0] === "ok" ? 0 : answers.length;
    } finally {
      database.close();
    }
  } catch (cause) {
    throw unsound(file, reasonOf(cause));
  }
  if (faults > 0) throw unsound(file, `its integrity check reports ${faults} faults`);
}
function unsound(file, why) {
  return new SystemFailure({
    happened: `The backup "${file}" is not a sound SQLite database: ${why}.`,
    means: "It cannot be trusted as a way back, and nothing was restored from it.",
    next: 'Run "PRAGMA integrity_check" on the original database. If that is sound, check the disk and take another backup.'
  });
}
function neverEnds(source2) {
  return new SystemFailure({
    happened: `The backup of "${source2}" started over more than ${mostRestarts} times, since the server keeps writing.`,
    means: "There is no backup; the database itself was not touched.",
    next: 'Switch the database to WAL ("PRAGMA journal_mode = WAL"), or stop the writes in the before-backup hook.'
  });
}

// src/drivers/data/sqlite/identity.ts
import { readFile as readFile6, realpath as realpath2, rename as rename3, stat as stat4, writeFile as writeFile5 } from "node:fs/promises";
import { hostname as hostname3 } from "node:os";
import { basename, dirname as dirname4, join as join11 } from "node:path";

// src/drivers/data/sqlite/one-name.ts
import { stat as stat3 } from "node:fs/promises";
async function otherName(path) {
  const names2 = await stat3(path).then(
    ({ nlink }) => nlink,
    () => 1
  );
  if (names2 > 1) return `the database file has ${names2} names (hard links), and one of them may be production's`;
  if (await isMounted(path)) return "another file is mounted in the place of the database, which may be production's";
  return void 0;
}

// src/drivers/data/sqlite/identity.ts
async function readIdentity3(file) {
  const place2 = await whereItIs2(file);
  return {
    kind: "sqlite",
    // A file that is not there yet cannot be production's.
    lineage: { "file-number": place2.number ?? "no file yet" },
    location: { host: hostname3(), file: place2.path, ...place2.device === void 0 ? {} : { device: place2.device } },
    mark: await readMark2(place2.path)
  };
}
async function markDisposable3(file, choose) {
  const identity2 = await readIdentity3(file);
  const { path } = await whereItIs2(file);
  const other = await otherName(path);
  if (other !== void 0) {
    throw new SystemFailure({
      happened: `"${path}" cannot be marked as disposable: ${other}.`,
      means: "Nothing was marked.",
      next: "Let staging have a file of its own with one name, in a folder of its own. Mount the folder, not the file."
    });
  }
  const mark2 = await choose({ identity: identity2, name: path });
  if (mark2 === void 0) return void 0;
  const kept = markPath2(path);
  try {
    await writeFile5(`${kept}.new`, `${markText(mark2)}
`);
    await syncFile(`${kept}.new`);
    await rename3(`${kept}.new`, kept);
    await syncFolder(dirname4(kept));
  } catch (cause) {
    throw new SystemFailure(
      {
        happened: `The mark "${kept}" could not be written.`,
        means: "The database is not marked as disposable.",
        next: "Check that this user may write into the folder of the database."
      },
      { cause }
    );
  }
  return await readIdentity3(path);
}
async function whereItIs2(file) {
  try {
    const path = await realpath2(file);
    const { dev, ino } = await stat4(path, { bigint: true });
    return { path, device: String(dev), number: String(ino) };
  } catch (cause) {
    if (!isMissing(cause)) throw outOfReach(file, cause);
  }
  try {
    return { path: join11(await realpath2(dirname4(file)), basename(file)) };
  } catch (cause) {
    throw isMissing(cause) ? noFolder(dirname4(file), cause) : outOfReach(file, cause);
  }
}
function noFolder(folder4, cause) {
  return new SystemFailure(
    {
      happened: `The folder "${folder4}" does not exist.`,
      means: "Which database the configuration leads to is not known without it, so nothing was done.",
      next: "Make the folder, or correct the path in the configuration. The database itself need not exist yet."
    },
    { cause }
  );
}
async function readMark2(path) {
  const kept = markPath2(path);
  try {
    const text3 = await readFile6(kept, "utf8");
    const { ino } = await stat4(kept, { bigint: true });
    const keeping = { tiedTo: `file number ${ino}`, place: `the file "${kept}"` };
    const mark2 = markIn(text3, keeping);
    const reason = mark2.kind === "none" ? "its mark cannot be read" : await otherName(path);
    return reason === void 0 ? mark2 : { kind: "unclear", reason, place: keeping.place };
  } catch (cause) {
    if (isMissing(cause)) return { kind: "none" };
    throw outOfReach(kept, cause);
  }
}
function markPath2(path) {
  return `${path}.staged-upgrade-disposable`;
}
function outOfReach(path, cause) {
  return new SystemFailure(
    {
      happened: `"${path}" cannot be reached.`,
      means: "It is not known which database this is, so nothing was done.",
      next: "Check the path in the configuration, and that this user may read the folder."
    },
    { cause }
  );
}
function isMissing(cause) {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT";
}

// src/drivers/data/sqlite/preflight.ts
import { constants as constants3 } from "node:fs";
import { access as access3, realpath as realpath3 } from "node:fs/promises";
import { dirname as dirname5 } from "node:path";
async function preflight2(file, { use, subject }) {
  if (use === "backup") {
    (await openForReading(file)).close();
    return [fine(subject, `"${file}" can be read.`)];
  }
  const folder4 = dirname5(await realpath3(file).catch(() => file));
  try {
    await access3(folder4, constants3.W_OK | constants3.X_OK);
    return [fine(subject, `"${file}" can be replaced.`)];
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") throw noFolder(folder4, cause);
    return [
      problem(subject, {
        happened: `This user may not write in the folder "${folder4}".`,
        means: "A restore puts the copy into that folder, so every rehearsal would fail.",
        next: "Let this user write in it."
      })
    ];
  }
}

// src/drivers/data/sqlite/restore.ts
import { randomUUID as randomUUID3 } from "node:crypto";
import { chmod as chmod2, chown, copyFile as copyFile2, readdir as readdir4, realpath as realpath4, rename as rename4, rm as rm4, stat as stat5 } from "node:fs/promises";
import { basename as basename2, dirname as dirname6, join as join12 } from "node:path";
import { DatabaseSync as DatabaseSync2 } from "node:sqlite";
var copySuffix = ".restoring-";
async function replaceFile({
  backup: backup3,
  target,
  log,
  mayReplace
}) {
  const path = await realpath4(target).catch(() => target);
  const old = await stat5(path).catch(() => void 0);
  const beside = `${path}${copySuffix}${randomUUID3()}`;
  try {
    if (old !== void 0) await refuseWhileHeld(path);
    const refused2 = mayReplace(await readIdentity3(path));
    if (refused2 !== void 0) return refused2;
    await removeLeftCopies(path, log);
    await copyFile2(backup3, beside);
    if (old !== void 0) await keepAccess(beside, old, log);
    await syncFile(beside);
    verifyBackup(beside);
    const changed = mayReplace(await readIdentity3(path));
    if (changed !== void 0) {
      await rm4(beside, { force: true });
      return changed;
    }
    if (old !== void 0) settleOld(path);
    for (const suffix of ["-wal", "-shm", "-journal"]) await rm4(`${path}${suffix}`, { force: true });
    await rename4(beside, path);
    await syncFolder(dirname6(path));
    return void 0;
  } catch (cause) {
    await rm4(beside, { force: true });
    if (cause instanceof SystemFailure) throw cause;
    throw new SystemFailure(
      {
        happened: `The backup could not be put in the place of "${path}".`,
        means: "The database that was there is unchanged.",
        next: "Check the free disk space and that this user may write into its folder, then run the step again."
      },
      { cause }
    );
  }
}
async function removeLeftCopies(path, log) {
  const folder4 = dirname6(path);
  const names2 = await readdir4(folder4);
  for (const name of names2.filter((each) => each.startsWith(`${basename2(path)}${copySuffix}`))) {
    await rm4(join12(folder4, name), { force: true });
    log.info(`Removed "${name}", which a restore that was killed had left behind.`);
  }
}
async function refuseWhileHeld(path) {
  const holders = await processesHolding((held2) => held2 === path);
  if (holders.length > 0) throw inUse3(path, `by process ${holders.join(", ")}`);
}
function settleOld(path) {
  try {
    const database = new DatabaseSync2(path, { timeout: 1e3 });
    try {
      database.prepare("PRAGMA journal_mode = DELETE").get();
      database.exec("BEGIN EXCLUSIVE; ROLLBACK");
    } finally {
      database.close();
    }
  } catch (cause) {
    const code = cause instanceof Error && "errcode" in cause ? cause.errcode : void 0;
    if (typeof code === "number" && [5, 6].includes(code & 255)) throw inUse3(path, "by another process");
  }
}
async function keepAccess(file, old, log) {
  await chmod2(file, old.mode & 4095);
  try {
    await chown(file, old.uid, old.gid);
  } catch {
    log.warn(
      `The restored database belongs to the user of this process, no longer to user ${old.uid}: its owner could not be kept.`
    );
  }
}
function inUse3(path, by) {
  return new SystemFailure({
    happened: `The SQLite database "${path}" is in use ${by}.`,
    means: "Nothing was restored; the database is unchanged.",
    next: 'Stop the server that uses it (see "stop" of the deployer), then run the step again.'
  });
}

// src/drivers/data/sqlite/database.ts
var backupName = "database.sqlite";
function sqliteDatabase({ file, content, clock }) {
  return {
    kind: "sqlite",
    noun: "database",
    identity: () => readIdentity3(file()),
    preflight: (request) => preflight2(file(), request),
    fingerprint: async (signal, withContent = content) => {
      const database = await openForReading(file());
      try {
        database.exec("BEGIN");
        return readFingerprint2(database, { at: clock.now(), content: withContent, signal });
      } finally {
        database.close();
      }
    },
    estimatedBytes: async () => await bytesOf2(file()) + await bytesOf2(`${file()}-wal`),
    markDisposable: (choose) => markDisposable3(file(), choose),
    backup: async ({ directory, log, signal }) => {
      const source2 = file();
      const identity2 = await readIdentity3(source2);
      const target = join13(directory, backupName);
      const { dataAt, fingerprint: fingerprint2 } = await backUp({ source: source2, target, content, clock, log, signal });
      return {
        identity: identity2,
        dataAt: dataAt.toISOString(),
        fingerprint: { kind: "same-snapshot", value: fingerprint2 },
        tools: { sqlite: process.versions.sqlite ?? "unknown" },
        references: []
      };
    },
    verify: async ({ directory }) => verifyBackup(join13(directory, backupName)),
    restore: async ({ directory, log, signal, mayReplace }) => {
      const backup3 = join13(directory, backupName);
      verifyBackup(backup3);
      signal?.throwIfAborted();
      return await replaceFile({ backup: backup3, target: file(), log, mayReplace });
    }
  };
}
async function bytesOf2(path) {
  try {
    return (await stat6(path)).size;
  } catch (cause) {
    if (isMissing2(cause)) return 0;
    throw new SystemFailure(
      {
        happened: `The size of "${path}" could not be read.`,
        means: "Nothing was done.",
        next: "Check its permissions."
      },
      { cause }
    );
  }
}
function isMissing2(cause) {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT";
}

// src/drivers/data/sqlite/init.ts
var sqliteInit = {
  name: "sqlite",
  title: "SQLite, a file",
  settings: { file: { usual: "${{PREFIX}{SIDE}_DATABASE_FILE}", scriptVariable: "DATABASE_FILE" } },
  scrubExamples: [
    `sqlite3 -bail "$DATABASE_FILE" "UPDATE users SET email = 'user-' || id || '@example.invalid'"`,
    `sqlite3 -bail "$DATABASE_FILE" "DELETE FROM webhooks"`
  ]
};

// src/drivers/data/sqlite/kind.ts
var settings3 = strictObject({
  file: template.describe("The database file. A relative path starts in the folder of the command."),
  fingerprint: strictObject({
    content: boolean().default(false).describe("Add a SHA-256 of the content of each table, not only its row count. It reads every row.")
  }).prefault({}).describe("What is compared after a restore.")
}).describe("A SQLite database: backed up with its online backup while the server runs.");
var part3 = namedKind(
  "sqlite",
  settings3,
  (chosen, { effects, where, placeholders }) => sqliteDatabase({
    // Filled in when the database is first used: a command may open both environments and touch one.
    file: () => resolve3(effects.directory, effects.variables.fill(chosen.file, `${where}.file`, placeholders)),
    content: chosen.fingerprint.content,
    clock: effects.clock
  })
);
var sqlite = { part: part3, init: sqliteInit };

// src/drivers/data-stores.ts
var kinds = [sqlite, postgres, folder];
var dataStore = oneOf(kinds.map(({ part: part7 }) => part7));
var dataStoreInit = kinds.map(({ init }) => init);
var dataStores = union([dataStore, array(dataStore).min(1)]).transform(
  (written3) => "kind" in written3 ? [{ ...written3, at: "" }] : written3.map((part7, index) => ({ ...part7, at: `[${index}]` }))
);

// src/config/schema-shape.ts
function written(schema) {
  if (schema instanceof core_exports.$ZodOptional || schema instanceof core_exports.$ZodDefault || schema instanceof core_exports.$ZodPrefault || schema instanceof core_exports.$ZodNullable || schema instanceof core_exports.$ZodReadonly) {
    return written(schema._zod.def.innerType);
  }
  if (schema instanceof core_exports.$ZodPipe) return written(schema._zod.def.in);
  if (schema instanceof core_exports.$ZodLazy) return written(schema._zod.innerType);
  return schema;
}
function optionsOf(schema) {
  const inner = written(schema);
  return inner instanceof core_exports.$ZodUnion ? inner._zod.def.options.flatMap(optionsOf) : [inner];
}
function shapeOf(schema) {
  const inner = written(schema);
  return inner instanceof core_exports.$ZodObject ? inner._zod.def.shape : void 0;
}
function requiredKeys(shape) {
  return Object.keys(shape).filter((key) => shape[key]?._zod.optin === void 0);
}
function schemaAt(schema, path) {
  const [first, ...rest] = path;
  if (first === void 0) return schema;
  for (const option2 of optionsOf(schema)) {
    const child2 = childOf(option2, first);
    const found = child2 && schemaAt(child2, rest);
    if (found) return found;
  }
  return void 0;
}
function childOf(schema, key) {
  const shape = shapeOf(schema);
  if (shape) return Object.hasOwn(shape, key) ? shape[key] : void 0;
  if (schema instanceof core_exports.$ZodRecord) return schema._zod.def.valueType;
  if (schema instanceof core_exports.$ZodArray) return schema._zod.def.element;
  if (schema instanceof core_exports.$ZodTuple)
    return schema._zod.def.items[Number(key)] ?? schema._zod.def.rest ?? void 0;
  return void 0;
}
function tagsOf(options) {
  const required = options.map((option2) => requiredKeys(shapeOf(option2) ?? {}));
  const common = options.length > 1 ? (required[0] ?? []).filter((key) => required.every((keys) => keys.includes(key))) : [];
  const tags = /* @__PURE__ */ new Map();
  for (const [index, option2] of options.entries()) {
    const [tag, ...others] = (required[index] ?? []).filter((key) => !common.includes(key));
    if (tag === void 0 || others.length > 0 || tags.has(tag)) return void 0;
    tags.set(tag, option2);
  }
  return tags;
}
function isTagged(schema) {
  const inner = withoutDefault(schema);
  return inner instanceof core_exports.$ZodUnion ? tagsOf(optionsOf(inner)) !== void 0 : isOneKind(inner);
}
function isOneKind(schema) {
  if (withoutDefault(schema) instanceof core_exports.$ZodObject) return false;
  const [only, ...others] = optionsOf(schema);
  const [key] = Object.keys((only && shapeOf(only)) ?? {});
  return only !== void 0 && others.length === 0 && key !== void 0 && globalRegistry.get(only)?.title === kindTitle(key);
}
function withoutDefault(schema) {
  if (schema instanceof core_exports.$ZodOptional || schema instanceof core_exports.$ZodDefault || schema instanceof core_exports.$ZodPrefault) {
    return withoutDefault(schema._zod.def.innerType);
  }
  return schema;
}
function descriptionOf(schema) {
  const own = globalRegistry.get(schema)?.description;
  if (own !== void 0) return own;
  const inner = withoutDefault(schema);
  if (inner !== schema) return descriptionOf(inner);
  return schema instanceof core_exports.$ZodPipe ? descriptionOf(schema._zod.def.in) : void 0;
}

// src/config/subject.ts
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function valueAt(value, path) {
  return path.reduce((inner, part7) => child(inner, part7), value);
}
function hasAt(value, path) {
  const last = path.at(-1);
  if (last === void 0) return true;
  const parent = valueAt(value, path.slice(0, -1));
  return typeof parent === "object" && parent !== null && Object.hasOwn(parent, last);
}
function child(value, key) {
  if (typeof value !== "object" || value === null) return void 0;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
function* texts(value, path = []) {
  if (typeof value === "string") yield { text: value, path };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* texts(item, [...path, index]);
  else if (isMapping(value)) for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, key]);
}

// src/config/written-data.ts
function writtenData(document, environment3) {
  const path = ["environments", environment3, "data"];
  const written3 = valueAt(document, path);
  const items = Array.isArray(written3) ? written3 : [written3];
  return items.flatMap((item, index) => {
    if (!isMapping(item)) return [];
    const [kind2, ...others] = Object.keys(item).filter((key) => key !== "name");
    if (kind2 === void 0 || others.length > 0) return [];
    const name = valueAt(item, ["name"]) ?? kind2;
    if (typeof name !== "string") return [];
    return [{ name, kind: kind2, settings: valueAt(item, [kind2]), path: Array.isArray(written3) ? [...path, index] : path }];
  });
}

// src/config/data-checks.ts
var kinds2 = tagsOf(optionsOf(dataStore));
function dataChecks(document) {
  return [
    ...environmentNames.flatMap((environment3) => [
      ...namesApart(writtenData(document, environment3)),
      ...placesApart(writtenData(document, environment3))
    ]),
    ...environmentsAlike(document),
    ...stagingApart(document)
  ];
}
function namesApart(data) {
  return data.flatMap(({ name, kind: kind2, path }, index) => {
    if (data.findIndex((each) => each.name === name) === index) return [];
    const hasOwn = name !== kind2;
    return [
      {
        path: hasOwn ? [...path, "name"] : path,
        at: "value",
        problem: `Two stores of data have the name ${quoted(name)}${hasOwn ? "" : ", which is the name of their kind"}.`,
        accepted: "a different name for each: it identifies its part of a backup, its mark and its messages.",
        fix: `write one beside ${quoted(kind2)}, such as \`name: ${name}-${index + 1}\`, on production and on staging.`
      }
    ];
  });
}
function placesApart(data) {
  return data.flatMap(({ name, settings: settings5, path }, index) => {
    const same = data.slice(0, index).find((each) => isDeepStrictEqual(each.settings, settings5));
    return same === void 0 ? [] : [
      {
        path,
        at: "value",
        problem: `${quoted(name)} has the same settings as ${quoted(same.name)}: one store would be backed up and restored twice.`,
        fix: "give it its own settings, or remove it."
      }
    ];
  });
}
function environmentsAlike(document) {
  const [production2, staging2] = environmentNames.map((environment3) => writtenData(document, environment3));
  const isReadable = ["production", "staging"].every((environment3) => {
    const written3 = valueAt(document, ["environments", environment3, "data"]);
    const read3 = writtenData(document, environment3);
    const isKnown = read3.every(({ kind: kind2 }) => kinds2?.has(kind2) === true);
    return written3 !== void 0 && isKnown && read3.length === (Array.isArray(written3) ? written3.length : 1);
  });
  if (!isReadable || production2 === void 0 || staging2 === void 0) return [];
  const place2 = Array.from({ length: Math.max(production2.length, staging2.length) }, (_, index) => index).find(
    (index) => production2[index]?.name !== staging2[index]?.name || production2[index]?.kind !== staging2[index]?.kind
  );
  if (place2 === void 0) return [];
  const [there, here] = [production2[place2], staging2[place2]];
  return [
    {
      path: here?.path ?? ["environments", "staging", "data"],
      at: "value",
      problem: here === void 0 ? `Staging has nothing to restore production's ${described(there)} on.` : `Staging has ${described(here)} where production has ${there === void 0 ? "nothing" : described(there)}.`,
      accepted: `the stores of data of production, in the same order: ${production2.map(described).join(", ")}.`,
      fix: there === void 0 ? `remove it, or add one to ${pathText(["environments", "production", "data"])}.` : `give both environments the same names and kinds in the same order.`
    }
  ];
}
function described(data) {
  if (data === void 0) return "nothing";
  return data.name === data.kind ? data.kind : `${quoted(data.name)} (${data.kind})`;
}
function stagingApart(document) {
  const production2 = writtenData(document, "production");
  return writtenData(document, "staging").flatMap(({ settings: settings5, kind: kind2, path }) => {
    const same = production2.find((each) => each.kind === kind2 && isDeepStrictEqual(each.settings, settings5));
    return same === void 0 ? [] : [
      {
        path,
        at: "value",
        problem: `Staging has the same \`data\` as production${production2.length > 1 ? `'s ${quoted(same.name)}` : ""}; what staging has is overwritten.`,
        accepted: "a different place from that of environments.production.",
        fix: "give staging its own; where it uses a variable, a different one from production."
      }
    ];
  });
}

// src/core/model/gate.ts
import { createHash as createHash6 } from "node:crypto";

// src/core/model/digest.ts
import { createHash as createHash5 } from "node:crypto";
function digestOf({ done: done3, ...rest }) {
  return sha256({ format: 2, ...rest, done: contentDigests(done3) });
}
function contentDigests(contents2) {
  const present = Object.entries(contents2).filter(([, value]) => !isNothing(value));
  return Object.fromEntries(present.map(([name, value]) => [name, sha256(value)]));
}
function wholeDigest(contents2) {
  return sha256(contentDigests(contents2));
}
function changedContents(before, now) {
  const names2 = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(now)])];
  return names2.filter((name) => before[name] !== now[name]).toSorted();
}
function isNothing(value) {
  return value === void 0 || value === null || canonicalJson(value) === "{}" || canonicalJson(value) === "[]";
}
function sha256(value) {
  return createHash5("sha256").update(canonicalJson(value)).digest("hex");
}
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, member]) => member !== void 0).toSorted(([a], [b]) => a < b ? -1 : 1).map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

// src/core/model/gate.ts
var gateNames = ["production", "finalize"];
var gateSettings = ["environment", "dispatch", "none"];
var gateScopes = ["hop", "path"];
var approvedEnvironment = "production-approved";
function pathGate(place2) {
  return `${place2}, whole path`;
}
var environmentOfGate = {
  production: "production",
  finalize: "production-finalize"
};
function approvedOf(approvals, environment3, used, untold) {
  const wanted = environment3.toLowerCase();
  const listed4 = approvals.filter(
    ({ state, environments }) => state === "approved" && environments.some((name) => name.toLowerCase() === wanted)
  );
  const [first] = listed4;
  if (first === void 0) return { kind: "nobody" };
  const left = [...listed4];
  for (const { by, comment } of used) {
    const index = left.findIndex((each) => each.by === by && each.comment === comment);
    if (index !== -1) left.splice(index, 1);
  }
  const [approval2] = left;
  return approval2 === void 0 || left.length <= untold ? { kind: "used", approval: first } : { kind: "by", approval: approval2 };
}
var shownDigits = 12;
function confirmationFor(gate2, { digest, basis }) {
  const hash2 = createHash6("sha256").update(canonicalJson({ gate: gate2, digest, basis })).digest("hex");
  const digits = hash2.slice(0, shownDigits);
  return gate2 === "finalize" ? `finalize-${digits}` : digits;
}
function isConfirmed(gate2, confirmable, typed) {
  return (typed ?? "").trim().toLowerCase() === confirmationFor(gate2, confirmable);
}

// src/drivers/backup-stores/folder/kind.ts
import { resolve as resolve4 } from "node:path";

// src/drivers/backup-stores/folder/folder.ts
import { randomUUID as randomUUID4 } from "node:crypto";
import { mkdir as mkdir3, readdir as readdir6, readFile as readFile7, rename as rename5, rm as rm5, stat as stat8, statfs, writeFile as writeFile6 } from "node:fs/promises";
import { join as join15 } from "node:path";

// src/core/model/manifest.ts
var backupPurposes = ["rehearsal", "restore-point"];
var manifestFormat = 2;

// src/drivers/backup-stores/backup-id.ts
import { createHash as createHash7 } from "node:crypto";
var longestHop = 120;
function backupId({ purpose, hop, at: at2 }) {
  const time4 = at2.toISOString().replaceAll(/[-:.]/g, "");
  return `${time4}_${purpose}_${safe(hop)}`;
}
function isBackupId(text3) {
  return /^[A-Za-z0-9][A-Za-z0-9._+-]{0,199}$/.test(text3);
}
function safe(hop) {
  const plain2 = hop.replaceAll(/[^A-Za-z0-9._+-]+/g, "-");
  if (plain2 === hop && hop.length <= longestHop) return hop;
  return `${plain2.slice(0, longestHop)}-${createHash7("sha256").update(hop).digest("hex").slice(0, 8)}`;
}

// src/drivers/backup-stores/files.ts
import { createHash as createHash8 } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir as readdir5, stat as stat7 } from "node:fs/promises";
import { join as join14 } from "node:path";
import { pipeline as pipeline2 } from "node:stream/promises";
async function listFiles(root) {
  const found = [];
  const walk = async (prefix) => {
    for (const entry of await readdir5(join14(root, prefix), { withFileTypes: true })) {
      const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) found.push(path);
      else throw notAFile(path);
    }
  };
  await walk("");
  return found.sort();
}
async function listFolders(root) {
  const entries = await readdir5(root, { withFileTypes: true });
  const inner = await Promise.all(
    entries.filter((entry) => entry.isDirectory()).map((entry) => listFolders(join14(root, entry.name)))
  );
  return [...inner.flat(), root];
}
async function describeFile(root, path) {
  const hash2 = createHash8("sha256");
  await pipeline2(createReadStream(join14(root, path)), hash2);
  return { path, bytes: (await stat7(join14(root, path))).size, sha256: hash2.digest("hex") };
}
async function verifyFiles(root, id, expected) {
  const found = await listFiles(root).catch(() => []);
  const names2 = new Set(expected.map((file) => file.path));
  const extra = found.find((path) => !names2.has(path));
  if (extra !== void 0) throw damaged2(id, extra, "is not in its manifest");
  for (const file of expected) {
    const size = found.includes(file.path) ? (await stat7(join14(root, file.path))).size : void 0;
    if (size === void 0) throw damaged2(id, file.path, "is missing");
    if (size !== file.bytes) throw damaged2(id, file.path, `has ${size} bytes instead of ${file.bytes}`);
  }
  for (const file of expected) {
    const { sha256: sha2563 } = await describeFile(root, file.path);
    if (sha2563 !== file.sha256) throw damaged2(id, file.path, "has other content than when it was written (SHA-256)");
  }
}
function damaged2(id, path, how) {
  return new SystemFailure({
    happened: `The file "${path}" of backup "${id}" ${how}.`,
    means: "The backup is damaged and cannot be trusted. Nothing was restored from it.",
    next: "Use another backup, or take a new one; check the disk or bucket that holds it."
  });
}
function notAFile(path) {
  return new SystemFailure({
    happened: `The backup holds "${path}", which is neither a file nor a folder.`,
    means: "The backup is not kept.",
    next: "See which tool puts it there: links and sockets cannot be part of a backup."
  });
}

// src/core/model/data.ts
function dataText(environment3, { name, noun, isOnly }) {
  return isOnly ? `${noun} of ${environment3}` : `${noun} "${name}" of ${environment3}`;
}
function dataPlace(environment3, { name, isOnly }) {
  return isOnly ? `environments.${environment3}.data` : `"${name}" in environments.${environment3}.data`;
}
function lossText({ dataAt, data = [] }, show = String) {
  if (new Set(data.map((each2) => each2.dataAt)).size < 2) return `everything written after ${show(dataAt)}`;
  const each = data.toSorted((a, b) => Date.parse(a.dataAt) - Date.parse(b.dataAt)).map(({ name, dataAt: at2 }) => `to "${name}" after ${show(at2)}`);
  return `everything written ${new Intl.ListFormat("en", { type: "conjunction" }).format(each)}`;
}
function earliest(times) {
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(0);
}

// src/drivers/backup-stores/read-manifest.ts
var texts2 = record(string(), string());
var place = string();
var mark = discriminatedUnion("kind", [
  object({ kind: literal("none") }),
  object({ kind: literal("disposable"), id: string(), system: string(), tiedTo: string(), place }),
  object({ kind: literal("unclear"), reason: string(), place })
]);
var identity = object({
  kind: string(),
  lineage: texts2,
  location: texts2,
  startedAt: string().exactOptional(),
  mark
});
var fingerprint = object({
  at: string(),
  tables: array(object({ name: string(), rows: int().nonnegative(), checksum: string().exactOptional() })),
  sequences: array(object({ name: string(), value: string(), called: boolean().exactOptional() })),
  folders: array(
    object({
      name: string(),
      files: int().nonnegative(),
      bytes: int().nonnegative(),
      checksum: string()
    })
  ).exactOptional()
});
var takenFingerprint = discriminatedUnion("kind", [
  object({ kind: literal("same-snapshot"), value: fingerprint }),
  object({ kind: literal("beside"), value: fingerprint }),
  object({ kind: literal("none"), reason: string() })
]);
var innerPath2 = string().min(1).refine(
  (path) => !path.startsWith("/") && !path.includes("\\") && !path.split("/").some((part7) => ["", ".", ".."].includes(part7)),
  {
    error: "a path that stays inside of the backup"
  }
);
var dataBackup = object({
  // It is the name of a folder.
  name: slug,
  dataAt: iso_exports.datetime(),
  identity,
  fingerprint: takenFingerprint,
  tools: texts2,
  files: array(
    object({ path: innerPath2, bytes: int().nonnegative(), sha256: string().regex(/^[0-9a-f]{64}$/) })
  ),
  references: array(object({ kind: string(), id: string() }))
});
var manifest = object({
  format: literal(manifestFormat),
  id: string(),
  system: string(),
  product: string(),
  purpose: _enum(backupPurposes),
  hop: object({ id: string(), digest: string() }),
  version: string(),
  startedAt: iso_exports.datetime(),
  finishedAt: iso_exports.datetime(),
  dataAt: iso_exports.datetime(),
  journalEntries: int().nonnegative(),
  data: array(dataBackup).refine((all) => new Set(all.map(({ name }) => name)).size === all.length, {
    error: "a name of its own for each store of data"
  })
}).refine(({ data, dataAt }) => data.length === 0 || earliest(data.map((each) => each.dataAt)) === dataAt, {
  error: "the earliest time of its stores of data",
  path: ["dataAt"]
});
function readManifest(text3) {
  let value;
  try {
    value = JSON.parse(text3);
  } catch {
    return { kind: "damaged", reason: "the manifest is not JSON: it was cut off or overwritten" };
  }
  const format = object({ format: unknown() }).safeParse(value);
  if (format.success && format.data.format !== manifestFormat) {
    const found = JSON.stringify(format.data.format) ?? "none";
    return {
      kind: "damaged",
      reason: `the manifest has format ${found}, and this version reads only ${manifestFormat}: use the staged-upgrade that took the backup`
    };
  }
  const read3 = manifest.safeParse(value);
  if (read3.success) return { kind: "manifest", manifest: read3.data };
  const first = read3.error.issues[0];
  return {
    kind: "damaged",
    reason: `the manifest is not valid at "${first?.path.join(".")}": ${first?.message}`
  };
}

// src/drivers/backup-stores/folder/folder.ts
var manifestName = "manifest.json";
var dataName = "data";
var draftPrefix = ".draft-";
var staleMilliseconds = 14 * 864e5;
function folderStore2({ root, clock }) {
  const description = `folder ${root}`;
  const readings = async () => {
    const entries = await inFolder(root, () => readdir6(root, { withFileTypes: true })).catch(noneIfMissing);
    const ids2 = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map((entry) => entry.name);
    return Promise.all(ids2.map(async (id) => ({ id, reading: await readingOf(root, id) })));
  };
  return {
    description,
    begin: async (id) => {
      requireId(id);
      await inFolder(root, () => mkdir3(root, { recursive: true, mode: 448 }));
      await removeStaleDrafts(root, clock);
      const draft = join15(root, `${draftPrefix}${id}-${randomUUID4()}`);
      await inFolder(root, () => mkdir3(join15(draft, dataName), { recursive: true, mode: 448 }));
      return draftIn({ root, draft, id });
    },
    list: async () => {
      const all = await readings();
      const backups = all.flatMap(({ reading }) => reading.kind === "manifest" ? [reading.manifest] : []);
      const damaged3 = all.flatMap(
        ({ id, reading }) => reading.kind === "damaged" ? [{ id, reason: reading.reason }] : []
      );
      return {
        backups: backups.sort((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt)),
        damaged: damaged3
      };
    },
    open: async (id) => {
      requireId(id);
      const reading = await readingOf(root, id);
      if (reading.kind === "damaged") throw notOpened(id, description, reading.reason);
      const directory = join15(root, id, dataName);
      const expected = reading.manifest.data.flatMap(
        ({ name, files }) => files.map((file) => ({ ...file, path: `${name}/${file.path}` }))
      );
      await verifyFiles(directory, id, expected);
      return {
        manifest: reading.manifest,
        directoryOf: (data) => join15(directory, data),
        release: async () => void 0
      };
    },
    freeBytes: async () => {
      await inFolder(root, () => mkdir3(root, { recursive: true, mode: 448 }));
      const { bavail, bsize } = await inFolder(root, () => statfs(root));
      return bavail * bsize;
    }
  };
}
function draftIn({ root, draft, id }) {
  const directory = join15(draft, dataName);
  return {
    directoryFor: (data) => inFolder(root, async () => {
      await mkdir3(join15(directory, data), { mode: 448 });
      return join15(directory, data);
    }),
    commit: (facts) => inFolder(root, async () => {
      if (facts.id !== id) throw new Error(`the manifest of draft "${id}" is for backup "${facts.id}"`);
      const data = [];
      for (const each of facts.data) data.push({ ...each, files: await keptFiles(join15(directory, each.name)) });
      for (const folder4 of await listFolders(directory)) await syncFolder(folder4);
      const manifest2 = { format: manifestFormat, ...facts, data };
      const path = join15(draft, manifestName);
      await writeFile6(path, `${JSON.stringify(manifest2, null, 2)}
`, { flag: "wx", mode: 384 });
      await syncFile(path);
      await syncFolder(draft);
      await rename5(draft, join15(root, id));
      await syncFolder(root);
      return manifest2;
    }),
    discard: () => inFolder(root, () => rm5(draft, { recursive: true, force: true }))
  };
}
async function keptFiles(directory) {
  const files = [];
  for (const path of await listFiles(directory)) {
    await syncFile(join15(directory, path));
    files.push(await describeFile(directory, path));
  }
  return files;
}
async function readingOf(root, id) {
  let text3;
  try {
    text3 = await readFile7(join15(root, id, manifestName), "utf8");
  } catch (cause) {
    const missing4 = codeOf3(cause) === "ENOENT";
    return {
      kind: "damaged",
      reason: missing4 ? "there is no manifest" : `the manifest cannot be read (${codeOf3(cause)})`
    };
  }
  const reading = readManifest(text3);
  if (reading.kind === "manifest" && reading.manifest.id !== id) {
    return { kind: "damaged", reason: `the manifest is that of backup "${reading.manifest.id}"` };
  }
  return reading;
}
async function removeStaleDrafts(root, clock) {
  for (const name of await inFolder(root, () => readdir6(root))) {
    if (!name.startsWith(draftPrefix)) continue;
    const path = join15(root, name);
    const age = clock.now().getTime() - (await stat8(path)).mtimeMs;
    if (age > staleMilliseconds) await rm5(path, { recursive: true, force: true });
  }
}
async function inFolder(root, act2) {
  try {
    return await act2();
  } catch (cause) {
    const code = codeOf3(cause);
    if (code === void 0) throw cause;
    const full = code === "ENOSPC" || code === "EDQUOT";
    throw new SystemFailure(
      {
        happened: `The backup folder "${root}" could not be used${full ? ": the disk is full" : ""} (${code}).`,
        means: "No backup was added; those that are there are unchanged.",
        next: full ? "Free space on its disk, then run the step again." : "Check that it exists and that this user may read and write it."
      },
      { cause }
    );
  }
}
function noneIfMissing(cause) {
  if (cause instanceof SystemFailure && codeOf3(cause.cause) === "ENOENT") return [];
  throw cause;
}
function codeOf3(cause) {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : void 0;
}
function requireId(id) {
  if (isBackupId(id)) return;
  throw new UserError({
    happened: `"${id}" cannot be the id of a backup.`,
    means: "Nothing was done.",
    next: "Use an id as the backup command printed it: letters, digits and . _ + -"
  });
}
function notOpened(id, description, reason) {
  return new SystemFailure({
    happened: `Backup "${id}" in ${description} cannot be used: ${reason}.`,
    means: "Nothing was restored.",
    next: "Check the id, use another backup, or take a new one."
  });
}

// src/drivers/backup-stores/folder/init.ts
var folderInit2 = {
  name: "folder",
  title: "a folder that the runners of production and of staging both reach",
  settings: {
    path: {
      usual: "${BACKUP_FOLDER}",
      input: "backupFolder",
      question: "Which folder do the runners of production and of staging both reach, for backups?"
    }
  }
};

// src/drivers/backup-stores/folder/kind.ts
var settings4 = strictObject({
  path: template.describe(
    "The folder. A relative path starts in the folder of the command. It is made when it is missing."
  )
}).describe("A folder on a disk that all steps share: a terminal or runners of your own, never a hosted runner.");
var part4 = kind("folder", settings4, (chosen, { effects, where, placeholders }) => {
  if (effects.environment.RUNNER_ENVIRONMENT === "github-hosted") throw onHostedRunner(where);
  const path = effects.variables.fill(chosen.path, `${where}.path`, placeholders);
  return folderStore2({ root: resolve4(effects.directory, path), clock: effects.clock });
});
var folder2 = { part: part4, init: folderInit2 };
function onHostedRunner(where) {
  return new UserError({
    happened: `${where} keeps backups in a folder, and this job runs on a hosted runner.`,
    means: "The next job has another disk and would not find them. Nothing was done.",
    next: "Use a store that outlives the job, such as s3, or runners of your own that share the folder."
  });
}

// src/drivers/backup-stores.ts
var kinds3 = [folder2];
var backupStore = oneOf(kinds3.map(({ part: part7 }) => part7));
var backupStoreInit = kinds3.map(({ init }) => init);

// src/journal/stores/folder/kind.ts
import { resolve as resolve5 } from "node:path";

// src/journal/stores/folder/folder.ts
import { randomUUID as randomUUID5 } from "node:crypto";
import { link, lstat as lstat3, mkdir as mkdir4, open as open3, readdir as readdir7, readFile as readFile8, stat as stat9, unlink } from "node:fs/promises";
import { dirname as dirname7, join as join16 } from "node:path";

// src/journal/chain.ts
import { hash } from "node:crypto";

// src/core/model/event.ts
var text = string();
var time2 = iso_exports.datetime().describe("ISO 8601, in UTC.");
var milliseconds = number().min(0);
var count = int().min(0);
var environment = _enum(environmentNames);
var release = _enum(releaseSides);
var runIdentity = object({
  kind: _enum(["github", "terminal"]),
  /** GitHub's run id, or an id made when the command was started. */
  id: text,
  attempt: int().min(1),
  actor: text,
  url: text.exactOptional()
}).readonly();
var processMark = object({
  /** The machine since it was started, and the container in it. */
  machine: text,
  pid: int().min(1),
  started: text,
  /** The folder in which it notes what it starts: who reads another one does not see what has outlived it. */
  notes: text.exactOptional()
}).readonly();
var hopReference = object({ id: text, from: text, to: text, digest: text }).readonly();
var operations = ["plan", "rehearse", "climb"];
var plannedHop = object({
  ...hopReference.unwrap().shape,
  manual: array(object({ id: text, text, url: text.exactOptional(), acknowledged: boolean() }).readonly()).readonly(),
  reasons: array(object({ rule: text, text, url: text.exactOptional() }).readonly()).readonly().exactOptional(),
  /** The versions of the parts beside the release, on both sides of the hop. */
  parts: hopParts.exactOptional()
}).readonly();
var contentDigests2 = record(text, text).readonly();
var recordedIdentity = object({ kind: text, lineage: record(text, text).readonly(), location: record(text, text).readonly() }).readonly();
var recordedData = object({ name: text, ...recordedIdentity.unwrap().shape }).readonly();
var inEnvironment = { hop: hopReference, environment };
var migrationTrace = {
  /** The newest that is complete. */
  applied: text.exactOptional(),
  /** The one that is next. */
  next: text.exactOptional(),
  /** The ids of the jobs that there are, queued ones included. */
  jobs: array(text).readonly().exactOptional()
};
var contents = { tables: count, rows: count, files: count.exactOptional() };
function event(type, shape) {
  return object({ type: literal(type), ...shape }).readonly();
}
var journalEvent = discriminatedUnion("type", [
  event("planned", {
    current: text,
    target: text,
    hops: array(plannedHop).readonly(),
    operation: _enum(operations).exactOptional(),
    /** Why there is no staging, as the configuration had it. */
    waiver: text.exactOptional(),
    /** The facts and parts that were given for it, `name=value`, besides those of the configuration. */
    given: object({ facts: array(text).readonly(), parts: array(text).readonly() }).readonly().exactOptional(),
    /** The digests of what its hops do, by name: a later run can say which of it has changed. */
    contents: contentDigests2.exactOptional()
  }),
  /** The whole path was looked at beforehand; and the journal was seen to take an entry. */
  event("preflighted", { problems: count, warnings: count, unknown: count }),
  /** A person has said that this store may be emptied, and it was seen to have the mark. Written behind the marking. */
  event("disposable-marked", {
    mark: text,
    tiedTo: text,
    /** The store's name in the configuration. */
    data: text,
    /** What was typed as confirmation. */
    name: text,
    identity: recordedIdentity
  }),
  /** Production was found to have a mark: that mark proves nothing any more, wherever it turns up. */
  event("production-found-marked", { mark: text, data: text, identity: recordedIdentity }),
  event("checked", {
    ...inEnvironment,
    version: text,
    ...migrationTrace,
    /** What answered as production's data: none of it is ever marked as disposable, whatever name leads to it later. */
    data: array(recordedData).readonly().exactOptional()
  }),
  event("backed-up", {
    ...inEnvironment,
    purpose: _enum(backupPurposes),
    backup: text,
    version: text,
    /** The data is whole up to here; what is written later is lost by restoring. ISO 8601. */
    dataAt: text,
    /** Each store of data, with up to when its own data is whole. */
    data: array(object({ ...recordedData.unwrap().shape, dataAt: text }).readonly()).readonly().exactOptional(),
    bytes: count,
    milliseconds
  }),
  /** Written before anything is replaced: after a kill, the next run knows that staging holds neither the one nor the other. */
  event("restoring", { ...inEnvironment, backup: text }),
  event("restored", {
    ...inEnvironment,
    backup: text,
    /** True when the fingerprint after the restore was equal to the backup's. */
    proved: boolean(),
    ...contents,
    milliseconds
  }),
  /** A rehearsal without data begins: staging was seen where the hop starts, and nothing is restored there. */
  event("staging-taken", inEnvironment),
  /** The configuration says in writing why this hop goes to production without a rehearsal. */
  event("rehearsal-waived", { hop: hopReference, because: text }),
  /** In a rehearsal of the whole path: the hop before has left staging where this one starts, on a restored copy. */
  event("carried-over", { ...inEnvironment, backup: text, after: text }),
  /** The path is rehearsed again from a restore: what this hop's rehearsal has shown does not count any more. */
  event("rehearsal-voided", { ...inEnvironment, because: text }),
  /** The restore point itself was restored on staging and found equal, before production is deployed. */
  event("point-proved", { ...inEnvironment, backup: text, ...contents, milliseconds }),
  event("scrubbed", { ...inEnvironment, waived: boolean(), milliseconds }),
  /** Written before the deploy starts: after a kill, the next run knows that it may be half done. */
  event("deploying", {
    ...inEnvironment,
    release,
    version: text,
    deferred: boolean(),
    /** Of the parts beside the release, those that are deployed with it. */
    parts: partVersions.exactOptional(),
    /** As the release before was seen directly before; left out where something else answered. */
    ...migrationTrace
  }),
  /** The deploy command has ended well: what it put in place is watched from here on, and not deployed again. */
  event("put-in-place", { ...inEnvironment, release, version: text }),
  /** Migrations ran or were queued although they were deferred: there is no rollback window, whatever is seen later. */
  event("not-deferred", { ...inEnvironment, because: text }),
  event("deployed", {
    ...inEnvironment,
    release,
    version: text,
    /** Migrations were deferred, and seen not to have started. */
    deferred: boolean(),
    parts: partVersions.exactOptional(),
    /** Nothing could show that none has started: a person has answered for it. Why, as a phrase. */
    unproved: text.exactOptional(),
    ...migrationTrace,
    /** From the first failed to the first good health check, as far as it was watched. */
    downtimeMilliseconds: milliseconds.exactOptional(),
    milliseconds
  }),
  event("smoke-tested", {
    ...inEnvironment,
    release,
    version: text,
    migrations: _enum(["done", "pending", "running", "failed"]),
    /** No probe shows the migrations of the product: that they are done was not observed. */
    assumed: literal(true).exactOptional(),
    tests: array(text).readonly(),
    /** What is tested may be corrected while a hop is under way, so it is not in the hop's digest. */
    testsDigest: text.exactOptional(),
    milliseconds,
    /** For how long and how often they were repeated; without these, they ran once. */
    validatedMilliseconds: milliseconds.exactOptional(),
    rounds: int().min(1).exactOptional()
  }),
  /** Written before migrations are started: from here on only a restore goes back. */
  event("migrating", inEnvironment),
  /** Written before each start. `retry`: it had failed, and a person asked for it to be started once more. */
  event("starting", { ...inEnvironment, migration: text, retry: boolean() }),
  /** What the server said to that start. `refused`: the credential was not accepted, so it does not count as one. */
  event("start-answered", { ...inEnvironment, migration: text, said: text, refused: boolean() }),
  event("migrated", { ...inEnvironment, milliseconds }),
  event("waited", { ...inEnvironment, milliseconds }),
  /** A hop that a person did by hand: what runs was observed, how it came there was not. */
  event("adopted", { ...inEnvironment, version: text, reason: text }),
  event("rolling-back", { ...inEnvironment, to: text, reason: text.exactOptional() }),
  event("rolled-back", {
    ...inEnvironment,
    to: text,
    milliseconds,
    /** On production: the smoke tests that it passed then. On staging they are a step of their own. */
    tests: array(text).readonly().exactOptional(),
    testsDigest: text.exactOptional(),
    /** Its tests did not pass, and the person who ran it has accepted that in writing. */
    accepted: object({ reason: text, notPassed: text }).readonly().exactOptional()
  }),
  event("rehearsed", {
    hop: hopReference,
    /** Left out where there is no data. */
    backup: text.exactOptional(),
    /** The digests of what was done and of what it was tested with, by name. */
    contents: contentDigests2.exactOptional()
  }),
  event("approved", {
    hop: hopReference,
    gate: text,
    by: text,
    comment: text.exactOptional(),
    /** What was not seen of it: that nobody is listed, say. Without it, this person let this very job in. */
    note: text.exactOptional()
  }),
  event("completed", { hop: hopReference }),
  event("ended", {
    ...inEnvironment,
    command: text,
    outcome: _enum(["waiting", "failed", "unknown", "refused"]),
    message: text
  }),
  /** From here on only the owner may act on the system, and only while no higher fence is in the journal. */
  event("lease-taken", {
    fence: int().min(1),
    owner: text,
    expiresAt: time2,
    /** The owner who still held the lease: a rollback does not wait for it. */
    preempted: text.exactOptional(),
    /** By how much clocks may differ: so long after the end of the lease before it was this one taken. */
    marginMilliseconds: milliseconds.exactOptional(),
    /** The one process that a run at a terminal is: when it is gone, so is the run. */
    process: processMark.exactOptional(),
    /** Why a person ended the lease of another run. */
    reason: text.exactOptional()
  }),
  event("lease-renewed", { fence: int().min(1), owner: text, expiresAt: time2 }),
  event("lease-released", { fence: int().min(1), owner: text })
]);
var eventTypes = new Set(
  journalEvent.options.flatMap((option2) => [...optionTypes(option2)])
);
function optionTypes(option2) {
  return new Set(option2.unwrap().shape.type.values);
}
var envelope = object({
  format: literal(1),
  sequence: int().min(1),
  /** SHA-256 in hex of the stored text of the entry before; the empty string for the first. */
  previous: text,
  /** ISO 8601, by the writer's clock: clocks differ, so order is according to `sequence` alone. */
  at: time2,
  system: text,
  run: runIdentity,
  event: looseObject({ type: text })
});

// src/journal/damage.ts
var bringItBack = "Restore it exactly as it was written, from a backup of the folder or from the history of the branch; do not rewrite it by hand.";
function damageFailure(where, damage) {
  if (damage.kind === "newer") {
    return new SystemFailure({
      happened: `"${damage.file}" in the journal (${where}) has format ${damage.format}; this version of Staged Upgrade reads format 1.`,
      means: "A newer version has written to this journal. Nothing was done: this version could misread what it says.",
      next: "Use the newer version here too: raise the pinned version of the action, or of the package."
    });
  }
  const { happened: happened2, next: next2 } = describe(damage);
  return new SystemFailure({
    happened: `The journal (${where}) is damaged: ${happened2}`,
    means: "Nothing was done: what the journal says cannot be relied on, and nothing is guessed from the rest.",
    next: next2
  });
}
function describe(damage) {
  switch (damage.kind) {
    case "gap":
      return { happened: `"${damage.missing}" is missing, but "${damage.newest}" is there.`, next: bringItBack };
    case "unreadable":
      return { happened: `"${damage.file}" cannot be read as an entry: ${damage.reason}.`, next: bringItBack };
    case "edited":
      return {
        happened: `"${damage.file}" was changed after it was written: its checksum does not match.`,
        next: bringItBack
      };
    case "broken-chain":
      return {
        happened: `"${damage.file}" does not follow "${damage.before}": one of the two is not what was originally written.`,
        next: bringItBack
      };
    case "misnumbered":
      return {
        happened: `"${damage.file}" holds entry ${damage.sequence}: it was renamed or copied.`,
        next: "Give the file its original name again, and restore what it replaced."
      };
    case "duplicate":
      return {
        happened: `"${damage.file}" is beside "${damage.original}" under the same number.`,
        next: `If "${damage.file}" is a copy (synchronized folders create these), move it out of the folder.`
      };
    case "foreign":
      return {
        happened: `"${damage.file}" is not an entry.`,
        next: "Move it out of the folder: only entries may be there."
      };
    case "not-a-folder":
      return {
        happened: `"${damage.folder}" should be the folder with the entries, but is a ${damage.found}.`,
        next: `Find out what replaced the folder "${damage.folder}", and restore it with all entries from a backup or from the history of the branch.`
      };
    case "other-system":
      return {
        happened: `"${damage.file}" belongs to the system "${damage.system}", not to "${damage.expected}".`,
        next: `Correct "system:" in the configuration if it was changed by mistake; otherwise move the file back to "${damage.system}".`
      };
    case "invalid":
      return {
        happened: `"${damage.file}" is intact, but is not an entry that this version knows: ${damage.reason}.`,
        next: "If a newer version writes to this journal, use that version here too. Otherwise report it with the file attached."
      };
  }
}

// src/journal/chain.ts
var formatOnly = object({ format: int() });
var checksumLine = /^,\n {2}"checksum": "([0-9a-f]{64})"\n\}\n$/;
var checksumLength = `,
  "checksum": "${"0".repeat(64)}"
}
`.length;
function entryFileName(sequence) {
  return `${String(sequence).padStart(6, "0")}.json`;
}
function entryNumber(fileName) {
  const digits = /^(\d{6,15})\.json$/.exec(fileName)?.[1];
  const number2 = Number(digits);
  return number2 >= 1 && entryFileName(number2) === fileName ? number2 : void 0;
}
function sha2562(content) {
  return hash("sha256", content);
}
function headOf(entries) {
  const last = entries.at(-1);
  return last ? { sequence: last.sequence, hash: last.hash } : { sequence: 0, hash: "" };
}
function encodeEntry(entry) {
  const { event: event2, ...rest } = entry;
  const bare = `${JSON.stringify({ ...rest, event: journalEvent.parse(event2) }, null, 2)}
`;
  const checksum = `,
  "checksum": "${sha2562(bare)}"
}
`;
  return { name: entryFileName(entry.sequence), content: Buffer.from(bare.replace(/\n\}\n$/, () => checksum)) };
}
function decodeChain(files, system, { earlier = [], known } = {}) {
  const numbered = /* @__PURE__ */ new Map();
  const strangers = [];
  for (const file of files) {
    const number2 = entryNumber(file.name);
    if (number2 === void 0) strangers.push(file.name);
    else numbered.set(number2, file);
  }
  const stranger = strangers.sort()[0];
  if (stranger !== void 0) {
    const isThere = (number2) => numbered.has(number2) || number2 >= 1 && number2 <= earlier.length;
    return { kind: "damaged", damage: strangerDamage(stranger, isThere) };
  }
  let newest = earlier.length;
  for (const number2 of numbered.keys()) newest = Math.max(newest, number2);
  const entries = [...earlier];
  for (let sequence = earlier.length + 1; sequence <= newest; sequence++) {
    const file = numbered.get(sequence);
    if (!file) {
      return {
        kind: "damaged",
        damage: { kind: "gap", missing: entryFileName(sequence), newest: entryFileName(newest) }
      };
    }
    const before = headOf(entries);
    const same = known?.get(file.name);
    const isKnown = same?.entry.system === system && same.entry.previous === before.hash;
    if (isKnown && (same.content === file.content || Buffer.compare(same.content, file.content) === 0)) {
      entries.push(same.entry);
      continue;
    }
    const read3 = decodeEntry(file, sequence, before, system);
    if ("kind" in read3) return { kind: "damaged", damage: read3 };
    known?.set(file.name, { content: file.content, entry: read3 });
    entries.push(read3);
  }
  return { kind: "intact", entries };
}
function readChain(files, system, where, verified) {
  const chain = decodeChain(files, system, verified);
  if (chain.kind === "damaged") throw damageFailure(where, chain.damage);
  return chain.entries;
}
function verifyContains(entries, head, where = "as it is now") {
  if (head.sequence === 0) return;
  const entry = entries[head.sequence - 1];
  if (entry?.hash === head.hash) return;
  const happened2 = entry ? `Entry ${head.sequence} of the journal (${where}) is not the one that was there before.` : `The journal (${where}) ends at entry ${entries.length}; entry ${head.sequence} was there before.`;
  throw new SystemFailure({
    happened: happened2,
    means: "The journal went backwards: it was rewritten, force-pushed or restored from an old copy. Nothing was done.",
    next: `Restore the journal that contains entry ${head.sequence} (the folder's backup, or the branch's earlier commit), then run this again.`
  });
}
function decodeEntry(file, sequence, before, system) {
  const text3 = Buffer.from(file.content).toString("utf8");
  const json = parseJson(text3);
  if (json.kind === "broken") return { kind: "unreadable", file: file.name, reason: json.reason };
  const format = formatOnly.safeParse(json.value);
  if (format.success && format.data.format > 1) return { kind: "newer", file: file.name, format: format.data.format };
  const [end, bare] = [text3.slice(-checksumLength), text3.slice(0, -checksumLength)];
  const checksum = checksumLine.exec(end)?.[1];
  if (checksum === void 0 || checksum !== sha2562(`${bare}
}
`)) return { kind: "edited", file: file.name };
  const read3 = envelope.safeParse(json.value);
  if (!read3.success) return { kind: "invalid", file: file.name, reason: issues(read3.error) };
  const entry = read3.data;
  if (entry.sequence !== sequence) return { kind: "misnumbered", file: file.name, sequence: entry.sequence };
  if (entry.system !== system) return { kind: "other-system", file: file.name, system: entry.system, expected: system };
  if (entry.previous !== before.hash) {
    return {
      kind: "broken-chain",
      file: file.name,
      before: sequence === 1 ? "the beginning" : entryFileName(before.sequence)
    };
  }
  const event2 = readEvent(entry.event);
  if (event2.kind === "invalid") return { kind: "invalid", file: file.name, reason: event2.reason };
  return { ...entry, event: event2.value, hash: sha2562(file.content) };
}
function readEvent(stored) {
  const { type, ...content } = stored;
  if (!eventTypes.has(type)) return { kind: "read", value: { type: "not-understood", name: type, content } };
  const read3 = journalEvent.safeParse(stored);
  return read3.success ? { kind: "read", value: read3.data } : { kind: "invalid", reason: `${type}: ${issues(read3.error)}` };
}
function parseJson(text3) {
  if (text3 === "") return { kind: "broken", reason: "it is empty" };
  try {
    const value = JSON.parse(text3);
    return { kind: "json", value };
  } catch {
    return { kind: "broken", reason: text3.endsWith("}\n") ? "it is not JSON" : "it ends in the middle" };
  }
}
function strangerDamage(file, isThere) {
  const digits = /(?:^|\/)0*(\d+)[^\d/][^/]*$/.exec(file)?.[1];
  const number2 = Number(digits);
  return digits !== void 0 && isThere(number2) ? { kind: "duplicate", file, original: entryFileName(number2) } : { kind: "foreign", file };
}
function issues(error) {
  return error.issues.map((issue) => `"${issue.path.join(".")}": ${issue.message}`).join("; ");
}

// src/core/messages/quantities.ts
function durationText(milliseconds2) {
  if (milliseconds2 < 1e3) return `${Math.round(milliseconds2)} ms`;
  if (milliseconds2 < 59950) return `${(milliseconds2 / 1e3).toFixed(1)} s`;
  const seconds = Math.round(milliseconds2 / 1e3);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} days ${hours % 24} h`;
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${hours} h ${minutes % 60} min`;
}
function roughText(milliseconds2) {
  if (milliseconds2 < 1e3) return "under 1 s";
  if (milliseconds2 < 119500) return `${Math.round(milliseconds2 / 1e3)} s`;
  if (milliseconds2 < 119.5 * 6e4) return `${Math.round(milliseconds2 / 6e4)} min`;
  return durationText(milliseconds2);
}
function downtimeText(milliseconds2) {
  return milliseconds2 < 1e3 ? "under 1 s" : durationText(milliseconds2);
}
function elapsedText(milliseconds2, total) {
  const [unit, size] = total < 12e4 ? ["s", 1e3] : ["min", 6e4];
  return `${Math.floor(milliseconds2 / size)} of ${Math.ceil(total / size)} ${unit}`;
}
function timeText(at2) {
  return `${at2.slice(0, 19).replace("T", " ")}Z`;
}
function bytesText(bytes) {
  const units = ["bytes", "KiB", "MiB", "GiB", "TiB"];
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const amount = bytes / 1024 ** power;
  return bytes === 1 ? "1 byte" : `${power === 0 ? amount : amount.toFixed(1)} ${units[power] ?? "bytes"}`;
}
function countText(count2, noun) {
  return `${count2.toLocaleString("en-US")} ${noun}${count2 === 1 ? "" : "s"}`;
}

// src/core/messages/validation.ts
function validationProgress(elapsed, total) {
  return `validated ${elapsedText(Math.min(elapsed, total), total)}`;
}
function validationText(milliseconds2, rounds) {
  if (milliseconds2 === void 0 || rounds === void 0) return "";
  return `validated for ${durationText(milliseconds2)} in ${countText(rounds, "round")}`;
}

// src/core/model/contents.ts
function contentsOf({ tables, folders }) {
  return {
    tables: tables.length,
    rows: tables.reduce((sum, table2) => sum + table2.rows, 0),
    ...folders && { files: folders.reduce((sum, folder4) => sum + folder4.files, 0) }
  };
}
function together(all) {
  const files = all.flatMap((each) => each.files ?? []);
  return {
    tables: all.reduce((sum, { tables }) => sum + tables, 0),
    rows: all.reduce((sum, { rows: rows2 }) => sum + rows2, 0),
    ...files.length === 0 ? {} : { files: files.reduce((sum, each) => sum + each, 0) }
  };
}
function countsText({ tables, rows: rows2, files }) {
  const ofFiles = files === void 0 ? [] : [countText(files, "file")];
  const ofDatabases = files !== void 0 && tables === 0 ? [] : [countText(tables, "table"), countText(rows2, "row")];
  return [...ofDatabases, ...ofFiles].join(", ");
}
function contentsText({ tables, rows: rows2, files }) {
  const ofDatabases = `${countText(tables, "table")} with ${countText(rows2, "row")}`;
  if (files === void 0) return ofDatabases;
  return tables === 0 ? countText(files, "file") : `${ofDatabases} and ${countText(files, "file")}`;
}

// src/core/model/event-sentence.ts
function eventSentence(event2) {
  return printable(sentence(event2));
}
function runName(run) {
  return printable(`${run.kind} ${run.id}${run.attempt === 1 ? "" : `/${run.attempt}`}`);
}
function printable(text3) {
  return text3.replace(/\s+/gu, " ").replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "\uFFFD").trim();
}
function sentence(event2) {
  if (event2.type === "not-understood") {
    return `${event2.name} (written by a newer version) ${JSON.stringify(event2.content)}`;
  }
  if (event2.type === "planned")
    return `planned ${event2.current} \u2192 ${event2.target} in ${countText(event2.hops.length, "hop")}`;
  if (event2.type === "preflighted") {
    const { problems, warnings, unknown: unknown2 } = event2;
    return `preflight: ${countText(problems, "problem")}, ${countText(warnings, "warning")}, ${unknown2} could not be checked`;
  }
  if (event2.type === "disposable-marked") return `marked ${event2.data} as disposable: ${event2.name} (${event2.mark})`;
  if (event2.type === "production-found-marked")
    return `${event2.data} of production was found to be marked as disposable (${event2.mark})`;
  if (!("hop" in event2)) return leaseSentence(event2);
  const place2 = "environment" in event2 ? ` on ${event2.environment}` : "";
  const took3 = "milliseconds" in event2 ? ` in ${durationText(event2.milliseconds)}` : "";
  const more = detail(event2);
  return `${nameOf2(event2)} ${event2.hop.id}${place2}${took3}${more === "" ? "" : `: ${more}`}`;
}
function eventWords(event2) {
  const more = detail(event2);
  return printable(more === "" ? nameOf2(event2) : `${nameOf2(event2)}: ${more}`);
}
function nameOf2(event2) {
  return event2.type === "ended" ? `${event2.command} ${event2.outcome}` : event2.type.replaceAll("-", " ");
}
function detail(event2) {
  switch (event2.type) {
    case "checked":
      return event2.version;
    case "backed-up":
      return `${event2.purpose} ${event2.backup}, ${bytesText(event2.bytes)}, data of ${event2.dataAt}`;
    case "restored":
      return `${event2.backup}, ${event2.proved ? "proved equal" : "not proved"} (${countsText(event2)})`;
    case "scrubbed":
      return event2.waived ? "waived" : "";
    case "deploying":
      return `${event2.version}${event2.deferred ? ", migrations deferred" : ""}`;
    case "deployed": {
      const down = event2.downtimeMilliseconds;
      const deferred = event2.deferred ? ", migrations deferred" : "";
      const unproved = event2.unproved === void 0 ? "" : ` (not proved: ${event2.unproved})`;
      return `${event2.version}${deferred}${unproved}${down === void 0 ? "" : `, down for ${downtimeText(down)}`}`;
    }
    case "smoke-tested": {
      const validated = validationText(event2.validatedMilliseconds, event2.rounds);
      const tests2 = `${event2.version}, ${countText(event2.tests.length, "test")}${event2.assumed === true ? "" : `, migrations ${event2.migrations}`}`;
      return validated === "" ? tests2 : `${tests2}, ${validated}`;
    }
    case "adopted":
      return `${event2.version}, "${event2.reason}"`;
    case "rolling-back":
      return `to ${event2.to}${event2.reason === void 0 ? "" : `, "${event2.reason}"`}`;
    case "rolled-back":
      return event2.accepted === void 0 ? `to ${event2.to}${event2.tests === void 0 ? "" : `, ${countText(event2.tests.length, "test")}`}` : `to ${event2.to}, tests not passed and accepted: "${event2.accepted.reason}"`;
    case "point-proved":
      return `${event2.backup} (${countsText(event2)})`;
    case "carried-over":
      return `from ${event2.after}, on ${event2.backup}`;
    case "restoring":
      return event2.backup;
    case "rehearsed":
      return event2.backup ?? "without data";
    case "rehearsal-waived":
      return `"${event2.because}"`;
    case "approved":
      return `by ${event2.by} (${event2.gate})${event2.comment === void 0 ? "" : `, "${event2.comment}"`}${event2.note === void 0 ? "" : `; ${event2.note}`}`;
    case "put-in-place":
      return event2.version;
    case "starting":
      return `${event2.migration}${event2.retry ? ", once more, as a person requested" : ""}`;
    case "start-answered":
      return `${event2.migration}: ${event2.said}`;
    case "not-deferred":
    case "rehearsal-voided":
      return event2.because;
    case "ended":
      return event2.message;
    case "migrating":
    case "migrated":
    case "waited":
    case "completed":
    case "staging-taken":
      return "";
  }
}
function leaseSentence(event2) {
  const whose = `by ${event2.owner}, number ${event2.fence}`;
  switch (event2.type) {
    case "lease-taken":
      return `lease taken ${whose}, until ${event2.expiresAt}${event2.preempted === void 0 ? "" : `, from ${event2.preempted}`}${event2.reason === void 0 ? "" : `, "${event2.reason}"`}`;
    case "lease-renewed":
      return `lease renewed ${whose}, until ${event2.expiresAt}`;
    case "lease-released":
      return `lease released ${whose}`;
  }
}

// src/journal/chained-journal.ts
function share(file) {
  return Number.parseInt(sha2562(file.content).slice(0, 8), 16) / 2 ** 32;
}
var attempts = 200;
function chainedJournal(store, identity2, clock, known) {
  const { description } = store;
  const { system, run } = identity2;
  let seen = headOf([]);
  let verified;
  let last = Promise.resolve();
  const readNow = async () => {
    const { files, revision, unchanged: unchanged2 = 0 } = await store.list(verified?.revision);
    if (verified && files.length === 0 && unchanged2 === verified.entries.length) {
      verifyContains(verified.entries, seen, description);
      verified = { entries: verified.entries, revision };
      return verified;
    }
    const earlier = verified?.entries.slice(0, unchanged2) ?? [];
    const entries = readChain(files, system, description, { earlier, ...known ? { known } : {} });
    verifyContains(entries, seen, description);
    seen = headOf(entries);
    verified = { entries, revision };
    return verified;
  };
  const appendNow = async (event2) => {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const { entries, revision } = await readNow();
      const head = headOf(entries);
      const at2 = clock.now().toISOString();
      const entry = { format: 1, sequence: head.sequence + 1, previous: head.hash, at: at2, system, run, event: event2 };
      const file = encodeEntry(entry);
      const subject = `${system}: ${eventSentence(event2)}`;
      if (await store.add({ file, revision, subject, at: at2 }) === "added") {
        seen = { sequence: entry.sequence, hash: sha2562(file.content) };
        return { ...entry, hash: seen.hash };
      }
      await clock.sleep(share(file) * Math.min(2e3, 10 * attempt));
    }
    throw new SystemFailure({
      happened: `"${event2.type}" could not be added to the journal (${description}): other writers were faster ${attempts} times.`,
      means: "The entry is not recorded.",
      next: "Look for a run that writes to this journal constantly, stop it, and run this again."
    });
  };
  const inTurn = (body) => {
    const turn = last.then(body, body);
    last = turn.catch(() => void 0);
    return turn;
  };
  return {
    description,
    read: () => inTurn(async () => (await readNow()).entries),
    append: (event2) => inTurn(() => appendNow(event2))
  };
}

// src/journal/stores/folder/folder.ts
var draftPrefix2 = ".draft-";
var abandonedMilliseconds = 36e5;
var readAtOnce = 32;
function folderJournal(root, identity2, clock) {
  return chainedJournal(folderStore3(root, join16(root, identity2.system)), identity2, clock);
}
function folderStore3(root, folder4) {
  const failed2 = (doing, cause) => folderFailure(root, doing, cause);
  const description = `folder ${root}`;
  let listed4 = { revision: "0", names: /* @__PURE__ */ new Set(), newest: /* @__PURE__ */ new Map() };
  let confirmed = listed4;
  let tidied = false;
  return {
    description,
    list: async (verified) => {
      if (listed4.revision === verified) confirmed = listed4;
      const before = confirmed.revision === verified ? confirmed : void 0;
      const found = await replacedBy(root, folder4).catch((cause) => {
        throw failed2("read", cause);
      });
      if (found) throw damageFailure(description, { kind: "not-a-folder", ...found });
      const { files, unchanged: unchanged2, newest } = await listFiles2(folder4, before).catch((cause) => {
        throw failed2("read", cause);
      });
      const kept = unchanged2 === before?.names.size ? before.names : /* @__PURE__ */ new Set();
      const names2 = files.length === 0 ? kept : /* @__PURE__ */ new Set([...kept, ...files.map(({ name }) => name)]);
      listed4 = { revision: String(Number(listed4.revision) + 1), names: names2, newest };
      return { files, unchanged: kept.size, revision: listed4.revision };
    },
    add: async ({ file }) => {
      try {
        const added = await addFile(folder4, file, !tidied);
        tidied = true;
        return added;
      } catch (cause) {
        throw failed2("written", cause);
      }
    }
  };
}
var lookedAtAgain = 256;
async function replacedBy(root, folder4) {
  const own = await lstat3(folder4).catch(orIfMissing(void 0));
  if (own && !own.isDirectory()) return { folder: folder4, found: own.isSymbolicLink() ? "link" : "file" };
  if (own) return void 0;
  const link2 = await lstat3(root).catch(orIfMissing(void 0));
  const isDead = link2?.isSymbolicLink() && await stat9(root).catch(orIfMissing(void 0)) === void 0;
  return isDead ? { folder: root, found: "link" } : void 0;
}
async function listFiles2(folder4, before) {
  const names2 = (await readdir7(folder4).catch(orIfMissing([]))).filter(
    (name) => !name.startsWith(draftPrefix2)
  );
  const fresh = before ? names2.filter((name) => !before.names.has(name)) : names2;
  const isWhole = before !== void 0 && names2.length - fresh.length === before.names.size;
  const changed = isWhole ? await changedSince(folder4, before.newest) : true;
  const first = changed ? 1 : (before?.names.size ?? 0) + 1;
  const files = await readFiles(folder4, changed ? names2 : fresh, first);
  const last = first + files.length - 1;
  const watched = Array.from({ length: Math.min(lookedAtAgain, last) }, (_, index) => entryFileName(last - index));
  const kept = changed ? /* @__PURE__ */ new Map() : before?.newest;
  const newest = await Promise.all(
    watched.map(async (name) => [name, kept?.get(name) ?? await stampOf(folder4, name)])
  );
  return { files, unchanged: first - 1, newest: new Map(newest) };
}
async function changedSince(folder4, stamps) {
  const same = await Promise.all([...stamps].map(async ([name, stamp]) => await stampOf(folder4, name) === stamp));
  return same.includes(false);
}
async function stampOf(folder4, name) {
  const found = await lstat3(join16(folder4, name), { bigint: true }).catch(orIfMissing(void 0));
  return found ? `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}` : "";
}
async function readFiles(folder4, visible2, first) {
  const others = visible2.filter((name) => entryNumber(name) === void 0);
  const newest = visible2.reduce((highest, name) => Math.max(highest, entryNumber(name) ?? 0), first - 1);
  const files = new Map(others.map((name) => [name, { name, content: new Uint8Array() }]));
  const seen = new Set(visible2);
  let gap = false;
  for (let from = first; from <= newest && !gap; from += readAtOnce) {
    const count2 = Math.min(readAtOnce, newest - from + 1);
    const names2 = Array.from({ length: count2 }, (_, index) => entryFileName(from + index));
    const read3 = await Promise.all(names2.map(async (name) => ({ name, content: await readIfThere(folder4, name) })));
    for (const { name, content } of read3) if (content !== void 0) files.set(name, { name, content });
    gap = read3.some(({ name, content }) => content === void 0 && !seen.has(name));
  }
  for (const name of visible2) if (!files.has(name)) files.set(name, { name, content: new Uint8Array() });
  return [...files.values()];
}
function readIfThere(folder4, name) {
  return readFile8(join16(folder4, name)).catch(orIfMissing(void 0));
}
async function addFile(folder4, file, tidy) {
  await createFolder(folder4);
  const draft = join16(folder4, `${draftPrefix2}${randomUUID5()}`);
  try {
    await writeDurably(draft, file.content);
    const linked = await link(draft, join16(folder4, file.name)).then(
      () => true,
      async (cause) => {
        if (cause.code !== "EEXIST") throw cause;
        return (await stat9(draft)).nlink > 1;
      }
    );
    if (!linked) return "taken";
    await syncFolder(folder4);
    if (tidy) await removeAbandoned(folder4, draft);
    return "added";
  } finally {
    await unlink(draft).catch(() => void 0);
  }
}
async function writeDurably(path, content) {
  const handle = await open3(path, "wx");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
async function createFolder(folder4) {
  const first = await mkdir4(folder4, { recursive: true });
  if (first === void 0) return;
  for (let made = folder4; made.length >= first.length; made = dirname7(made)) await syncFolder(dirname7(made));
}
async function removeAbandoned(folder4, fresh) {
  try {
    const { mtimeMs } = await stat9(fresh);
    for (const name of (await readdir7(folder4)).filter((name2) => name2.startsWith(draftPrefix2))) {
      const path = join16(folder4, name);
      if (mtimeMs - (await stat9(path)).mtimeMs > abandonedMilliseconds) await unlink(path);
    }
  } catch {
  }
}
function orIfMissing(otherwise) {
  return (cause) => {
    if (cause.code === "ENOENT") return otherwise;
    throw cause;
  };
}
function folderFailure(root, doing, cause) {
  const code = cause instanceof Error && "code" in cause ? cause.code : void 0;
  const why = cause instanceof Error ? cause.message : String(cause);
  const noLinks = code === "EPERM" || code === "ENOTSUP" || code === "EOPNOTSUPP" || code === "EMLINK";
  return new SystemFailure(
    {
      happened: `The journal in the folder "${root}" could not be ${doing}: ${why}.`,
      means: doing === "written" ? "The entry is not safely recorded, and the step does not continue without it." : "Nothing was done.",
      next: noLinks ? "The file system must allow hard links: keep the journal in another folder, or use journal: { store: { git: {} } }." : "Check that the folder is mounted, that this user may write to it, and that its disk is not full."
    },
    { cause }
  );
}

// src/journal/stores/folder/init.ts
var folderInit3 = {
  name: "folder",
  title: "a folder that every run reaches",
  settings: {
    path: {
      usual: "${JOURNAL_FOLDER}",
      input: "journal",
      question: "Which folder does every run reach, for the journal?"
    }
  }
};

// src/journal/stores/folder/kind.ts
var part5 = kind(
  "folder",
  strictObject({
    path: template.describe(
      "The folder; a relative path starts at the root of the repository that has the configuration. It must outlive the run: use a mounted disk."
    )
  }).describe("Keep the journal in a folder that every run of this system can reach."),
  (settings5, { effects, where, placeholders }) => (identity2) => {
    if (identity2.run.kind === "github" && effects.environment.RUNNER_ENVIRONMENT === "github-hosted") {
      throw hostedRunner(where);
    }
    const path = effects.variables.fill(settings5.path, `${where}.path`, placeholders);
    return folderJournal(resolve5(effects.directory, path), identity2, effects.clock);
  }
);
var folder3 = { part: part5, init: folderInit3 };
function hostedRunner(where) {
  return new UserError({
    happened: `${where} keeps the journal in a folder, but this job runs on a runner hosted by GitHub.`,
    means: "Nothing was done: the next job has another disk and would find an empty journal.",
    next: "Use journal: { store: { git: {} } }, or run the jobs on your own runner with a folder that lasts."
  });
}

// src/journal/stores/git/init.ts
var gitInit = { name: "git", title: "a branch of the repository", settings: {} };

// src/journal/stores/git/command.ts
var retryMilliseconds2 = 6e4;
var noAnswer = {
  exitCode: void 0,
  endedBy: "SIGTERM",
  stdout: "",
  stderr: `no answer within ${retryMilliseconds2 / 1e3} s`,
  milliseconds: retryMilliseconds2
};
var ourSettings = [
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["push.followTags", "false"],
  ["push.gpgSign", "false"],
  ["push.recurseSubmodules", "no"],
  ["fetch.recurseSubmodules", "no"],
  ["http.lowSpeedLimit", "1"],
  ["http.lowSpeedTime", "30"]
];
var unwanted = /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|CEILING_DIRECTORIES|PREFIX|QUARANTINE_PATH|EDITOR|ASKPASS|CURL_VERBOSE|TRACE\w*)$|^SSH_ASKPASS/;
function gitCommand(options) {
  const { processes, environment: environment3, directory, repository, settings: settings5 = [] } = options;
  const base = baseEnvironment(environment3, [...settings5, ...ourSettings]);
  return async (args, request = {}) => {
    const patience2 = new AbortController();
    const wait2 = () => setTimeout(() => patience2.abort(), retryMilliseconds2);
    let timer = wait2();
    const { onOutput } = request;
    try {
      return await processes.run({
        argv: ["git", ...repository === void 0 ? [] : [`--git-dir=${repository}`], ...args],
        directory,
        environment: { ...base, ...request.environment },
        input: request.input ?? "",
        // What still writes still works: a long journal on a busy machine takes longer than a remote that is gone. Only
        // what is streamed is that long; the output of everything else is collected.
        ...onOutput && {
          onOutput: (chunk) => {
            clearTimeout(timer);
            timer = wait2();
            onOutput(chunk);
          }
        },
        signal: patience2.signal
      });
    } catch (cause) {
      if (!patience2.signal.aborted) throw cause;
      return noAnswer;
    } finally {
      clearTimeout(timer);
    }
  };
}
function baseEnvironment(inherited, settings5) {
  const kept = Object.entries(inherited).filter(([name]) => !unwanted.test(name));
  const before = Number.parseInt(inherited.GIT_CONFIG_COUNT ?? "0", 10);
  const first = Number.isNaN(before) ? 0 : before;
  const configured = settings5.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value]
  ]);
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(configured),
    GIT_CONFIG_COUNT: String(first + settings5.length),
    GIT_TERMINAL_PROMPT: "0",
    GCM_INTERACTIVE: "never",
    LC_ALL: "C",
    LANGUAGE: "C"
  };
}
function redact(text3, secrets = []) {
  const withoutSecrets = secrets.reduce(
    (rest, secret) => secret === "" ? rest : rest.replaceAll(secret, "***"),
    text3
  );
  return withoutSecrets.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/'"@]+@/gi, "$1***@").replace(/(authorization:\s*)\S.*/gi, "$1***");
}

// src/journal/stores/git/login.ts
function withoutLogin(address3) {
  const url = URL.parse(address3);
  const isHttp = url?.protocol === "http:" || url?.protocol === "https:";
  if (url === null || !isHttp || url.password === "" && !looksSecret(url.username)) {
    return { address: address3, settings: [], secrets: [] };
  }
  const login = `${decoded2(url.username)}:${decoded2(url.password)}`;
  url.username = "";
  url.password = "";
  const encoded = Buffer.from(login).toString("base64");
  return {
    address: url.href,
    settings: headerFor(url.origin, encoded),
    secrets: [encoded, ...login.split(":").filter((part7) => part7.length > 3)]
  };
}
function headerFor(server, encodedLogin2) {
  const key = `http.${new URL(server).origin}/.extraheader`;
  return [
    [key, ""],
    [key, `AUTHORIZATION: basic ${encodedLogin2}`]
  ];
}
function settingWithoutLogin([key, value]) {
  const rewriting = /^url\.(?<base>.+)\.(?<what>insteadof|pushinsteadof)$/is.exec(key)?.groups;
  if (rewriting !== void 0) {
    const { address: address4, settings: settings6 } = withoutLogin(rewriting.base ?? "");
    return [...settings6, [`url.${address4}.${rewriting.what}`, value]];
  }
  if (!/^remote\..+\.(push)?url$/is.test(key)) return [[key, value]];
  const { address: address3, settings: settings5 } = withoutLogin(value);
  return [...settings5, [key, address3]];
}
function decoded2(text3) {
  try {
    return decodeURIComponent(text3);
  } catch {
    return text3;
  }
}

// src/journal/stores/git/remote.ts
var remoteName = "journal";
async function remoteSettings(git2, remote, where, credential) {
  const top = await git2(["rev-parse", "--show-toplevel"]);
  if (top.exitCode !== 0) throw notAClone(where, redact(top.stderr.trim()));
  const listed4 = await git2(["config", "--local", "--includes", "--list", "-z"]);
  if (listed4.exitCode !== 0) throw unreadable2(redact(listed4.stderr.trim()));
  const local = listed4.stdout.split("\0").flatMap((line) => {
    const [key = "", ...value] = line.split("\n");
    return key === "" ? [] : [[key, value.length === 0 ? "true" : value.join("\n")]];
  });
  return {
    settings: [
      ...local.filter(([key]) => /^(http|credential|ssh)\.|^core\.(sshcommand|gitproxy)$/i.test(key)),
      ...credential === void 0 ? [] : headerFor(credential.server, encodedLogin(credential)),
      // Behind the token's: who writes a password into an address means that one.
      ...local.filter(([key]) => /^url\./i.test(key)).flatMap(settingWithoutLogin),
      ...addressOf(remote, local, where).flatMap(settingWithoutLogin)
    ],
    // Relative addresses start at the top of the clone.
    directory: top.stdout.replace(/\n$/, "")
  };
}
function addressOf(remote, local, where) {
  const prefix = `remote.${remote}.`;
  const configured = local.filter(
    ([key]) => key === `${prefix}url` || key === `${prefix}pushurl` || key === `${prefix}proxy`
  );
  if (configured.some(([key]) => key === `${prefix}url`)) {
    return configured.map(([key, value]) => [`remote.${remoteName}.${key.slice(prefix.length)}`, value]);
  }
  if (/[:/]/.test(remote)) return [[`remote.${remoteName}.url`, remote]];
  const names2 = local.flatMap(([key]) => /^remote\.(.+)\.url$/.exec(key)?.[1] ?? []);
  throw new UserError({
    happened: `${where}.remote is "${remote}", but this clone has no remote of that name.`,
    means: "Nothing was done: the journal cannot be reached.",
    next: names2.length === 0 ? 'Add one with "git remote add origin URL".' : `This clone knows: ${names2.map((name) => `"${name}"`).join(", ")}.`
  });
}
function encodedLogin({ token }) {
  return Buffer.from(`x-access-token:${token}`).toString("base64");
}
function notAClone(where, said) {
  return new UserError({
    happened: `${where} keeps the journal on a branch, but git does not find a clone here: ${said}`,
    means: "Nothing was done: the journal cannot be reached.",
    next: "Run this in a clone of the repository (in a workflow: after actions/checkout), or keep the journal in a folder with journal: { store: { folder: { path: /srv/upgrade-journal } } }."
  });
}
function unreadable2(said) {
  return new SystemFailure({
    happened: `The configuration of this clone could not be read: ${said}`,
    means: "Nothing was done: the journal cannot be reached.",
    next: 'Make "git config --list" work here, then run this again.'
  });
}

// src/journal/stores/git/repository.ts
import { rmSync } from "node:fs";
import { mkdtemp as mkdtemp2 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join17 } from "node:path";

// src/journal/stores/git/objects.ts
async function succeed(git2, args, given = {}) {
  return (await succeedWhole(git2, args, given)).toString("utf8");
}
async function succeedWhole(git2, args, given = {}) {
  const chunks = [];
  const result = await git2(args, { ...given, onOutput: (chunk) => chunks.push(chunk) });
  if (result.exitCode === 0) return Buffer.concat(chunks);
  throw new SystemFailure({
    happened: `The local copy of the journal could not be processed: "git ${args[0]}" ended with ${result.exitCode ?? result.endedBy}: ${redact(result.stderr.trim())}`,
    means: "Nothing was recorded.",
    next: "Check that the disk with the temporary folder is not full, and that git works here, then run this again."
  });
}
async function readTree2(git2, tree, folders = []) {
  const deep = folders.length === 0 ? [] : ["-r"];
  const lines = (await succeed(git2, ["ls-tree", "-z", ...deep, tree, ...folders])).split("\0");
  return lines.flatMap((line) => {
    const match = /^(\d+) (\w+) ([0-9a-f]+)\t(.+)$/s.exec(line);
    if (!match) return [];
    const [, mode2 = "", kind2 = "", id = "", name = ""] = match;
    return [{ mode: mode2, kind: kind2, id, name }];
  });
}
async function writeTree(git2, entries) {
  const input = entries.map(({ mode: mode2, kind: kind2, id, name }) => `${mode2} ${kind2} ${id}	${name}\0`).join("");
  return (await succeed(git2, ["mktree", "-z"], { input })).trim();
}
async function writeBlob(git2, content) {
  const input = Buffer.from(content).toString("utf8");
  return (await succeed(git2, ["hash-object", "-w", "--stdin"], { input })).trim();
}
async function readBlobs(git2, ids2) {
  if (ids2.length === 0) return [];
  const output = await succeedWhole(git2, ["cat-file", "--batch", "--buffer"], { input: `${ids2.join("\n")}
` });
  const blobs = [];
  let at2 = 0;
  for (const _ of ids2) {
    const headEnd = output.indexOf(10, at2);
    const bytes = Number(/ blob (\d+)$/.exec(output.toString("latin1", at2, Math.max(at2, headEnd)))?.[1] ?? Number.NaN);
    const isThere = !Number.isNaN(bytes);
    blobs.push(isThere ? output.subarray(headEnd + 1, headEnd + 1 + bytes) : new Uint8Array());
    at2 = isThere ? headEnd + bytes + 2 : headEnd + 1;
  }
  return blobs;
}

// src/journal/stores/git/repository.ts
async function openRepository(effects, remote, where, credential) {
  const { processes } = effects;
  const environment3 = childEnvironment(effects);
  const clone2 = gitCommand({ processes, environment: environment3, directory: effects.directory });
  const { settings: settings5, directory } = await remoteSettings(clone2, remote, where, credential);
  const repository = await mkdtemp2(join17(environment3.RUNNER_TEMP ?? tmpdir2(), "staged-upgrade-journal-"));
  process.once("exit", () => rmSync(repository, { recursive: true, force: true }));
  await succeed(clone2, ["init", "--bare", "--quiet", "--template=", repository]);
  return gitCommand({
    processes,
    environment: environment3,
    directory,
    repository,
    // Hooks that the user has for all repositories are not meant for this one.
    settings: [...settings5, ["core.hooksPath", join17(repository, "hooks")]]
  });
}

// src/journal/stores/git/store.ts
import { randomUUID as randomUUID6 } from "node:crypto";

// src/journal/stores/git/failure.ts
var signs2 = [
  // GitHub names what forbids a push by a number, such as GH006 for a protected branch and GH013 for a ruleset:
  // https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/troubleshooting-rules
  ["rule", /\bGH0\d\d\b|protected branch|rule violation|repository rule/i],
  // Without a reason it may be a server that is being restarted, or whose disk is full for a moment.
  ["declined", /hook declined|push declined/i],
  [
    "permission",
    /error: 403|permission to \S+ denied|write access to repository not granted|not allowed to push|remote: .*read.only/i
  ],
  [
    "login",
    /authentication failed|could not read (username|password)|terminal prompts disabled|permission denied \(|error: 401|invalid username/i
  ],
  ["not-found", /repository not found|repository '.*' not found|does not appear to be a git repository|error: 404/i],
  [
    "busy",
    /cannot lock ref|failed to update ref|reference already exists|non-fast-forward|fetch first|stale info|incorrect old value/i
  ]
];
function remoteTrouble(stderr) {
  return signs2.find(([, sign]) => sign.test(stderr))?.[0] ?? "unreachable";
}
function remoteFailure(trouble, said, where, branch, recorded) {
  const quoted4 = lastLines(said);
  return new SystemFailure({
    happened: `The journal (${where}) ${happened(trouble, recorded)}${quoted4 === "" ? "." : `: ${quoted4}`}`,
    means: consequences[recorded],
    next: fix(trouble, branch, said)
  });
}
var consequences = {
  "nothing-to-record": "Nothing was done.",
  "not-recorded": "The entry is NOT recorded, and the step does not continue without it.",
  "not-certain": "It is not certain whether the entry was recorded. The step does not continue; running it again is safe."
};
function happened(trouble, recorded) {
  const doing = recorded === "nothing-to-record" ? "read" : "written to";
  switch (trouble) {
    case "rule":
      return "could not be written to, because a rule of the repository forbids the push";
    case "declined":
      return "could not be written to, because the server repeatedly declined the push without naming a rule";
    case "permission":
      return `could not be ${doing}, because the permission is missing`;
    case "login":
      return `could not be ${doing}, because git could not log in`;
    case "not-found":
      return "was not found: there is no such repository, or the login is not allowed to see it";
    case "busy":
      return `could not be ${doing}, because the branch stayed locked`;
    case "unreachable":
      return `could not be ${doing}, because the remote did not answer as expected`;
  }
}
function fix(trouble, branch, said) {
  switch (trouble) {
    case "rule":
      return `${settingFor(said, branch)} Or name another branch with journal: { store: { git: { branch: upgrade-journal } } }.`;
    case "declined":
      return `Look at the server's push hooks and at its health, make them accept the branch "${branch}", then run this again.`;
    case "permission":
      return 'Give the job "permissions: contents: write" (a reusable workflow also needs it from the job that calls it), or the token write access to this repository.';
    case "login":
      return 'In a workflow, pass the input "token" (with "permissions: contents: write"). In a terminal, log in so that "git push" works without a question.';
    case "not-found":
      return 'Check the remote with "git remote -v", and that the token may read this repository.';
    case "busy":
      return "Run this again. If that does not help, look on the server for a lock file that a crashed process left behind.";
    case "unreachable":
      return "Check the network and the status page of the server, then run this again.";
  }
}
function settingFor(said, branch) {
  if (/GH013|rule violation|repository rule/i.test(said)) {
    return `In Settings \u2192 Rules \u2192 Rulesets, except the branch "${branch}" from each ruleset that covers it, also those of the organization (on commit messages, signatures, pull requests).`;
  }
  if (/GH006|protected branch/i.test(said)) {
    return `In Settings \u2192 Branches, except the branch "${branch}" from the protection rule whose pattern covers it.`;
  }
  if (/GH009/.test(said)) {
    return "In Settings \u2192 Code security, push protection found a secret in the entry: find out which value it was, mask it under a variable, and have it replaced.";
  }
  return `Except the branch "${branch}" from what the server's message names.`;
}
function lastLines(said) {
  const lines = said.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !/^(hint|To |Done$)/.test(line));
  return lines.slice(-4).join(" / ").slice(0, 600);
}

// src/journal/stores/git/layout.ts
function folderOf2(fileName) {
  return fileName.slice(0, -"000.json".length);
}
function partOf(folder4, entries) {
  const placed2 = [];
  const strangers = [];
  for (const { kind: kind2, id, name } of entries) {
    const fileName = folder4 === "" ? name : name.slice(folder4.length + 1);
    const number2 = kind2 === "blob" ? entryNumber(fileName) : void 0;
    if (number2 === void 0 || folder4 !== "" && folderOf2(entryFileName(number2)) !== folder4) strangers.push(name);
    else placed2.push({ number: number2, id });
  }
  return { placed: placed2, strangers };
}
function listingOf(parts) {
  const ids2 = /* @__PURE__ */ new Map();
  const strangers = [];
  for (const [folder4, part7] of parts) {
    strangers.push(...part7.strangers);
    for (const { number: number2, id } of part7.placed) {
      if (ids2.has(number2)) strangers.push(`${folder4}${folder4 === "" ? "" : "/"}${entryFileName(number2)}`);
      else ids2.set(number2, id);
    }
  }
  return { ids: ids2, strangers };
}
function unchangedIn(now, before) {
  let number2 = 0;
  while (before.ids.has(number2 + 1) && before.ids.get(number2 + 1) === now.ids.get(number2 + 1)) number2++;
  return number2;
}

// src/journal/stores/git/store.ts
var tries2 = 4;
var patience = { running: 12e4, stopping: 3e3 };
var aboutFile = "staged-upgrade-journal.md";
var about = `# The journal of Staged Upgrade

Each folder belongs to one system; each file in it, a thousand to a folder, is one thing that was observed, decided or
done, in order. The files are chained by checksums: a changed or missing one stops every later step. Do not edit, squash
or force-push this branch, do not merge it, and do not protect it against pushes by the upgrade workflows.
`;
var nothing = { ids: /* @__PURE__ */ new Map(), strangers: [], revision: void 0 };
function gitStore(options) {
  const { system, branch, clock } = options;
  const ref = `refs/heads/${branch}`;
  const description = `branch ${branch} of ${redact(options.remote)}`;
  const writer = randomUUID6();
  let reached = false;
  let fetchedBefore = false;
  let parts = /* @__PURE__ */ new Map();
  let listed4 = nothing;
  let confirmed = nothing;
  const failure3 = (trouble, said, recorded) => remoteFailure(trouble, redact(said, options.secrets), description, branch, recorded);
  const attempts3 = () => {
    const waited = { running: 0, stopping: 0 };
    let attempt = 0;
    return async () => {
      attempt++;
      if (!reached && attempt === tries2) return false;
      const state = options.signal.aborted ? "stopping" : "running";
      if (waited[state] >= patience[state]) return false;
      const milliseconds2 = Math.min((0.5 + Math.random()) * 250 * 2 ** attempt, state === "running" ? 5e3 : 500);
      await clock.sleep(milliseconds2);
      waited[state] += milliseconds2;
      return true;
    };
  };
  const fetchHead = async (git2, recorded) => {
    const again2 = attempts3();
    for (; ; ) {
      const looked2 = await git2(["ls-remote", "--exit-code", remoteName, ref]);
      reached ||= looked2.exitCode === 0 || looked2.exitCode === 2;
      if (looked2.exitCode === 2) return "";
      const head = looked2.stdout.split("\n").flatMap((line) => line.endsWith(`	${ref}`) ? [line.split("	")[0] ?? ""] : [])[0];
      let said = looked2.stderr;
      if (looked2.exitCode === 0 && head !== void 0) {
        if (await isHere(git2, head)) return head;
        const depth = fetchedBefore ? [] : ["--depth=1"];
        const flags = ["--quiet", "--no-tags", "--no-write-fetch-head", ...depth];
        const fetched = await git2(["fetch", ...flags, remoteName, `+${ref}:refs/journal`]);
        fetchedBefore ||= fetched.exitCode === 0;
        if (fetched.exitCode === 0 && await isHere(git2, head)) return head;
        said = fetched.stderr;
      }
      const trouble = remoteTrouble(said);
      const lasting = trouble === "login" || trouble === "permission" || trouble === "not-found";
      if (lasting || !await again2()) throw failure3(trouble, said, recorded);
    }
  };
  const list5 = async (verified) => {
    const git2 = await options.repository();
    const head = await fetchHead(git2, "nothing-to-record");
    if (listed4.revision === verified) confirmed = listed4;
    const before = verified !== void 0 && confirmed.revision === verified ? confirmed : void 0;
    if (before !== void 0 && head === verified) return { unchanged: before.ids.size, files: [], revision: head };
    if (head === "") {
      listed4 = { ...nothing, revision: "" };
      return { files: [], revision: "" };
    }
    const root = await readTree2(git2, head);
    if (!root.some(({ name }) => name === aboutFile)) throw otherBranch(description, branch);
    parts = await readParts(git2, systemFolder(root), parts);
    listed4 = { ...listingOf(parts), revision: head };
    const unchanged2 = before === void 0 ? 0 : unchangedIn(listed4, before);
    const fresh = [...listed4.ids].filter(([number2]) => number2 > unchanged2);
    const contents2 = await readBlobs(
      git2,
      fresh.map(([, id]) => id)
    );
    const empty = new Uint8Array();
    const files = [
      ...fresh.map(([number2], index) => ({ name: entryFileName(number2), content: contents2[index] ?? empty })),
      ...listed4.strangers.map((name) => ({ name, content: empty }))
    ];
    return { unchanged: unchanged2, files, revision: head };
  };
  const systemFolder = (root) => {
    const entry = root.find(({ name }) => name === system);
    if (entry === void 0 || entry.kind === "tree") return entry;
    const found = entry.mode === "120000" ? "link" : "file";
    throw damageFailure(description, { kind: "not-a-folder", folder: system, found });
  };
  const add4 = async (addition) => {
    const git2 = await options.repository();
    const commit = await writeCommit(git2, addition, system, writer);
    const again2 = attempts3();
    for (; ; ) {
      const pushed = await git2(["push", "--porcelain", "--no-verify", remoteName, `${commit}:${ref}`]);
      if (pushed.exitCode === 0) return "added";
      const head = await fetchHead(git2, "not-certain");
      if (head !== "" && (await git2(["merge-base", "--is-ancestor", commit, head])).exitCode === 0) return "added";
      if (head !== addition.revision) return "taken";
      const said = `${pushed.stderr}
${rejections(pushed.stdout)}`;
      const trouble = remoteTrouble(said);
      const passing = trouble === "busy" || trouble === "unreachable" || trouble === "declined";
      if (!passing || !await again2()) throw failure3(trouble, said, "not-recorded");
    }
  };
  return { description, list: list5, add: add4 };
}
async function isHere(git2, commit) {
  return (await git2(["cat-file", "-e", `${commit}^{commit}`])).exitCode === 0;
}
function rejections(porcelain) {
  return porcelain.split("\n").filter((line) => line.startsWith("!")).map((line) => line.split("	").at(-1) ?? line).join("\n");
}
async function readParts(git2, system, before) {
  if (system === void 0) return /* @__PURE__ */ new Map();
  const lines = await readTree2(git2, system.id);
  const folders = lines.filter(({ kind: kind2 }) => kind2 === "tree");
  const changed = folders.filter(({ id, name }) => before.get(name)?.id !== id).map(({ name }) => name);
  const inside = Map.groupBy(
    changed.length === 0 ? [] : await readTree2(git2, system.id, changed),
    ({ name }) => name.slice(0, name.indexOf("/"))
  );
  const beside = lines.filter(({ kind: kind2 }) => kind2 !== "tree");
  const parts = /* @__PURE__ */ new Map([["", { id: "", ...partOf("", beside) }]]);
  for (const { id, name } of folders) {
    const same = before.get(name);
    parts.set(name, same?.id === id ? same : { id, ...partOf(name, inside.get(name) ?? []) });
  }
  return parts;
}
async function writeCommit(git2, addition, system, writer) {
  const { file, revision, subject, at: at2 } = addition;
  const blob = { mode: "100644", kind: "blob", id: await writeBlob(git2, file.content), name: file.name };
  const root = revision === "" ? [] : await readTree2(git2, revision);
  const top = await replaced(git2, root, [system, folderOf2(file.name)], blob);
  const kept = root.some(({ name }) => name === aboutFile) ? [] : [{ mode: "100644", kind: "blob", id: await writeBlob(git2, Buffer.from(about)), name: aboutFile }];
  const tree = await writeTree(git2, [...top, ...kept]);
  const parents = revision === "" ? [] : ["-p", revision];
  const message = `${subject.slice(0, 200)}

Entry ${file.name} of ${system}. Writer ${writer}.
`;
  const who = { NAME: "Staged Upgrade", EMAIL: "journal@staged-upgrade.invalid", DATE: at2 };
  const identity2 = Object.fromEntries(
    Object.entries(who).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value]
    ])
  );
  return (await succeed(git2, ["commit-tree", "--no-gpg-sign", ...parents, tree], { input: message, environment: identity2 })).trim();
}
async function replaced(git2, lines, [folder4, ...deeper], file) {
  if (folder4 === void 0) return [...lines, file];
  const present = lines.find(({ name }) => name === folder4);
  const inside = await replaced(git2, present ? await readTree2(git2, present.id) : [], deeper, file);
  const tree = { mode: "040000", kind: "tree", id: await writeTree(git2, inside), name: folder4 };
  return [...lines.filter(({ name }) => name !== folder4), tree];
}
function otherBranch(description, branch) {
  return new UserError({
    happened: `The ${description} contains something other than a journal: it has no "${aboutFile}".`,
    means: "Nothing was done, and nothing was added to that branch.",
    next: `Name a branch that does not exist yet with journal: { store: { git: { branch: upgrade-journal } } }, instead of "${branch}".`
  });
}

// src/journal/stores/git/kind.ts
var part6 = kind(
  "git",
  strictObject({
    branch: string().regex(
      /^(?!\/|-|.*(\.\.|\/\/|@\{|\.lock$|\/$|\.$))[\w./@-]+$/,
      "the name of a branch, such as staged-upgrade-journal"
    ).default("staged-upgrade-journal").describe(
      "The branch. It is created on first use, separate from every other branch, and must not be protected against pushes."
    ),
    remote: template.default("origin").describe("The remote of the clone that has the configuration, or the address of a repository.")
  }).describe(
    "Keep the journal on a branch of a repository, with its own history. Jobs need `permissions: contents: write`."
  ),
  (settings5, { effects, where, placeholders }) => ({ credential, ...identity2 }) => {
    const remote = effects.variables.fill(settings5.remote, `${where}.remote`, placeholders);
    let opened;
    const repository = () => {
      opened ??= openRepository(effects, remote, where, credential).catch((cause) => {
        opened = void 0;
        throw cause;
      });
      return opened;
    };
    const secrets = credential ? [credential.token, encodedLogin(credential)] : [];
    const store = gitStore({
      system: identity2.system,
      branch: settings5.branch,
      remote,
      clock: effects.clock,
      signal: effects.signal,
      repository,
      secrets
    });
    return chainedJournal(store, identity2, effects.clock);
  }
);
var git = { part: part6, init: gitInit };

// src/journal/stores/registry.ts
var kinds4 = [folder3, git];
var journalStore = oneOf(kinds4.map(({ part: part7 }) => part7));
var journalStoreInit = kinds4.map(({ init }) => init);

// src/products/reference.ts
var { access: access4, smoke } = versionsProduct.shape;
var extension = strictObject({ ...versionsProduct.shape, access: access4.unwrap(), smoke: smoke.unwrap() }).partial().extend({ extends: slug.describe("The name of a product that is shipped.") }).describe("A product that is shipped, with keys of its definition replaced as a whole by your own.");
var productReference = union([slug, versionsProduct, stagesProduct, extension]);

// node_modules/temporal-polyfill/chunks/root.js
var NativeTemporal = globalThis.Temporal;

// node_modules/temporal-utils/dist/errorMessages.js
var expectedPositive = (entityName, num) => `Non-positive ${entityName}: ${num}`;
var expectedFinite = (entityName, num) => `Non-finite ${entityName}: ${num}`;
var forbiddenBigIntToNumber = (entityName) => `Cannot convert bigint to ${entityName}`;
var invalidObject = "Invalid object";
var numberOutOfRange = (entityName, val, min, max) => invalidEntity(entityName, val) + `; must be between ${min}-${max}`;
var invalidEntity = (fieldName, val) => `Invalid ${fieldName}: ${val}`;

// node_modules/temporal-utils/dist/utils.js
var nanoInMicro = 1e3;
var nanoInMilli = 1e6;
var nanoInSec = 1e9;
var nanoInMinute = 6e10;
var nanoInHour = 36e11;
function normalizeOptions(options) {
  if (options === void 0) {
    return /* @__PURE__ */ Object.create(null);
  }
  return requireObjectLike(options);
}
function toFiniteNumber(arg, entityName = "number") {
  if (typeof arg === "bigint") {
    throw new TypeError(forbiddenBigIntToNumber(entityName));
  }
  arg = Number(arg);
  if (!Number.isFinite(arg)) {
    throw new RangeError(expectedFinite(entityName, arg));
  }
  return arg;
}
function toIntegerWithTrunc(arg, entityName) {
  return Math.trunc(toFiniteNumber(arg, entityName)) || 0;
}
function toPositiveIntegerWithTruncation(arg, entityName) {
  return requireNumberIsPositive(toIntegerWithTrunc(arg, entityName), entityName);
}
function requireNumberIsPositive(num, entityName = "number") {
  if (num <= 0) {
    throw new RangeError(expectedPositive(entityName, num));
  }
  return num;
}
function constrainToRange(num, min, max) {
  return Math.min(Math.max(num, min), max);
}
function isObjectLike(arg) {
  return arg !== null && (typeof arg === "object" || typeof arg === "function");
}
function requireObjectLike(arg) {
  if (!isObjectLike(arg)) {
    throw new TypeError(invalidObject);
  }
  return arg;
}

// node_modules/temporal-utils/dist/diff.js
function createDiffFunc(unit) {
  return (date0, date1, options) => {
    const normOptions = normalizeDiffOptions(options);
    if (normOptions.roundingMode || normOptions.roundingIncrement !== void 0) {
      return date0.until(date1, {
        ...normOptions,
        largestUnit: unit,
        smallestUnit: unit
      })[unit];
    }
    const duration4 = date0.until(date1, { largestUnit: unit });
    if (duration4.blank) {
      return 0;
    }
    if (isTimeUnit(unit)) {
      return duration4.total(unit);
    }
    const relativeTo = !("day" in date0) && "toPlainDate" in date0 ? date0.toPlainDate({ day: 1 }) : date0;
    return duration4.total({ unit, relativeTo });
  };
}
function isTimeUnit(unit) {
  return unit === "hours" || unit === "minutes" || unit === "seconds" || unit === "milliseconds" || unit === "microseconds" || unit === "nanoseconds";
}
var diffYears = createDiffFunc("years");
var diffMonths = createDiffFunc("months");
var diffWeeks = createDiffFunc("weeks");
var diffDays = createDiffFunc("days");
var diffHours = createDiffFunc("hours");
var diffMinutes = createDiffFunc("minutes");
var diffSeconds = createDiffFunc("seconds");
var diffMilliseconds = createDiffFunc("milliseconds");
var diffMicroseconds = createDiffFunc("microseconds");
var diffNanoseconds = createDiffFunc("nanoseconds");
function normalizeDiffOptions(options) {
  return typeof options === "string" ? { roundingMode: options } : options || {};
}

// node_modules/temporal-polyfill/chunks/internal.js
var invalidEntity2 = invalidEntity;
var missingField = (fieldName) => `Missing ${fieldName}`;
var invalidChoice = (fieldName, val, choiceMap) => invalidEntity(fieldName, val) + "; must be " + Object.keys(choiceMap).join();
var forbiddenValueOf = "Cannot use valueOf";
var invalidCallingContext = "Invalid calling context";
var exoticCalendarRequired = (calendarId, remedy) => `Unknown calendar ${calendarId}; might need ${remedy}`;
var invalidTimeZone = (calendarId) => invalidEntity("TimeZone", calendarId);
var outOfBoundsDate = "Out-of-bounds date";
var failedParse = (s) => `Cannot parse: ${s}`;
var constrainToRange2 = constrainToRange;
function throwRangeError(message) {
  throw new RangeError(message);
}
function throwTypeError(message) {
  throw new TypeError(message);
}
function clampProp(props, propName, min, max, overflow) {
  return clampEntity(propName, ((props2, propName2) => {
    const propVal = props2[propName2];
    return void 0 === propVal && throwTypeError(missingField(propName2)), propVal;
  })(props, propName), min, max, overflow);
}
function clampEntity(entityName, num, min, max, overflow, choices) {
  const clamped = constrainToRange2(num, min, max);
  return overflow && num !== clamped && throwRangeError(((entityName2, val, min2, max2, choices2) => choices2 ? numberOutOfRange(entityName2, choices2[val], choices2[min2], choices2[max2]) : numberOutOfRange(entityName2, val, min2, max2))(entityName, num, min, max, choices)), clamped;
}
function memoize(generator, MapClass = Map, maxSize = 1e4) {
  const map = new MapClass();
  return (key, ...otherArgs) => {
    if (map.has(key)) {
      return map.get(key);
    }
    map.size >= maxSize && map.clear();
    const val = generator(key, ...otherArgs);
    return map.set(key, val), val;
  };
}
var createNameDescriptors = (name) => createPropDescriptors({
  name
}, 1);
var createPropDescriptors = (propVals, readonly) => mapProps((value) => ({
  value,
  configurable: 1,
  writable: !readonly
}), propVals);
var createStringTagDescriptors = (value) => ({
  [Symbol.toStringTag]: {
    value,
    configurable: 1
  }
});
function mapProps(transformer, props) {
  const res = {};
  for (const propName in props) {
    res[propName] = transformer(props[propName], propName);
  }
  return res;
}
function zipPropsConst(propNames, propVal) {
  const res = {};
  for (const propName of propNames) {
    res[propName] = propVal;
  }
  return res;
}
function createPropGetters(propNames) {
  const getters = {};
  for (const propName of propNames) {
    getters[propName] = (slots) => slots[propName];
  }
  return getters;
}
function pluckProps(propNames, props, dest = /* @__PURE__ */ Object.create(null)) {
  for (const propName of propNames) {
    dest[propName] = props[propName];
  }
  return dest;
}
function allPropsEqual(propNames, props0, props1) {
  for (const propName of propNames) {
    if (props0[propName] !== props1[propName]) {
      return 0;
    }
  }
  return 1;
}
function bindArgs(f, ...boundArgs) {
  return (...dynamicArgs) => f(...boundArgs, ...dynamicArgs);
}
function noop() {
}
function capitalize(s) {
  return s[0].toUpperCase() + s.substring(1);
}
function createRegExp(meat) {
  return new RegExp(`^${meat}$`);
}
function parseSubsecNano(fracStr) {
  return parseInt(fracStr.padEnd(9, "0"));
}
function parseInt0(s) {
  return void 0 === s ? 0 : parseInt(s);
}
function padNumber(digits, num) {
  return String(num).padStart(digits, "0");
}
var padNumber2 = /* @__PURE__ */ bindArgs(padNumber, 2);
function compareNumbers(a, b) {
  return Math.sign(a - b);
}
function divFloorBigInt(num, denom) {
  const whole2 = num / denom;
  return num % denom < 0n ? whole2 - 1n : whole2;
}
function divModFloorBigInt(num, divisor) {
  const quotient = divFloorBigInt(num, divisor);
  return [quotient, num - quotient * divisor];
}
function divModFloor(num, divisor) {
  return [Math.floor(num / divisor), modFloor(num, divisor)];
}
function modFloor(num, divisor) {
  return (num % divisor + divisor) % divisor;
}
function divTrunc(num, divisor) {
  return Math.trunc(num / divisor) || 0;
}
function hasHalf(num) {
  return 0.5 === Math.abs(num % 1);
}
function normalizeEraName(era) {
  const normalized = era.normalize("NFD").toLowerCase().replace(/[^a-z0-9]/g, "");
  return "bc" === normalized || "b" === normalized ? "bce" : "ad" === normalized || "a" === normalized ? "ce" : normalized;
}
var isoCalendarImpl = void 0;
function getCalendarSlotId(calendar) {
  return calendar === isoCalendarImpl ? "iso8601" : 0 === calendar ? "gregory" : calendar.id;
}
function formatMonthCode(monthCodeNumber, isLeapMonth) {
  return "M" + padNumber2(monthCodeNumber) + (isLeapMonth ? "L" : "");
}
var unitNameMap = {
  nanosecond: 0,
  microsecond: 1,
  millisecond: 2,
  second: 3,
  minute: 4,
  hour: 5,
  day: 6,
  week: 7,
  month: 8,
  year: 9
};
var unitNamesAsc = /* @__PURE__ */ Object.keys(unitNameMap);
var nanoInMicro2 = nanoInMicro;
var nanoInMilli2 = nanoInMilli;
var nanoInSec2 = nanoInSec;
var nanoInMinute2 = nanoInMinute;
var nanoInHour2 = nanoInHour;
var nanoInUtcDay = 864e11;
var unitNanoMap = [1, nanoInMicro2, nanoInMilli2, nanoInSec2, nanoInMinute2, nanoInHour2, nanoInUtcDay];
var bigNanoInMilli = /* @__PURE__ */ BigInt(nanoInMilli2);
var bigNanoInSec = /* @__PURE__ */ BigInt(nanoInSec2);
var bigNanoInUtcDay = /* @__PURE__ */ BigInt(nanoInUtcDay);
var timeFieldNamesAsc = /* @__PURE__ */ unitNamesAsc.slice(0, 6);
var timeGetters = /* @__PURE__ */ createPropGetters(timeFieldNamesAsc);
var calendarDateFieldNamesAsc = ["day", "month", "year"];
var timeFieldDefaults = /* @__PURE__ */ zipPropsConst(timeFieldNamesAsc, 0);
function timeFieldsToNano(timeFields) {
  return timeFieldsToSec(timeFields) * nanoInSec2 + timeFieldsToSubsecNano(timeFields);
}
function timeFieldsToSec(timeFields) {
  return 3600 * timeFields.hour + 60 * timeFields.minute + timeFields.second;
}
function timeFieldsToSubsecNano(timeFields) {
  return timeFields.millisecond * nanoInMilli2 + timeFields.microsecond * nanoInMicro2 + timeFields.nanosecond;
}
function nanoToTimeAndDay(nano) {
  const [dayDelta, timeNano] = divModFloor(nano, nanoInUtcDay);
  return [nanoToTimeFields(timeNano), dayDelta];
}
function nanoToTimeFields(timeNano) {
  const [timeMilli, nanoAfterMilli] = divModFloor(timeNano, nanoInMilli2);
  const [microsecond, nanosecond] = divModFloor(nanoAfterMilli, nanoInMicro2);
  return milliToTimeFields(timeMilli, microsecond, nanosecond);
}
function milliToTimeFields(timeMilli, microsecond = 0, nanosecond = 0) {
  const [hour, milliAfterHour] = divModFloor(timeMilli, 36e5);
  const [minute, milliAfterMinute] = divModFloor(milliAfterHour, 6e4);
  const [second, millisecond] = divModFloor(milliAfterMinute, 1e3);
  return {
    hour,
    minute,
    second,
    millisecond,
    microsecond,
    nanosecond
  };
}
function epochNanoToSecMod(epochNano) {
  const [epochSec, nano] = divModFloorBigInt(epochNano, bigNanoInSec);
  return [Number(epochSec), Number(nano)];
}
function epochNanoToMilli(epochNano) {
  return Number(divFloorBigInt(epochNano, bigNanoInMilli));
}
function isoDateTimeToEpochNano(isoDateTime) {
  return isoDateToEpochNano(isoDateTime) + BigInt(timeFieldsToNano(isoDateTime));
}
function isoDateToEpochNano(isoDate) {
  return BigInt(isoDateToEpochDays(isoDate)) * bigNanoInUtcDay;
}
function isoDateToEpochDays(isoDate) {
  return isoPartsToEpochDays(isoDate.year, isoDate.month, isoDate.day);
}
function isoPartsToEpochDays(isoYear, isoMonth = 1, isoDay = 1) {
  const monthIndex = isoMonth - 1;
  return isoYear += Math.floor(monthIndex / 12), isoMonth = modFloor(monthIndex, 12), Date.UTC(isoYear % 400 - 400, isoMonth, 0) / 864e5 + 146097 * (divTrunc(isoYear, 400) + 1) + isoDay;
}
function epochNanoToIsoDateTime(epochNano) {
  const [epochDays, nanoAfterDay] = divModFloorBigInt(epochNano, bigNanoInUtcDay);
  return {
    ...epochDaysToIsoDate(Number(epochDays)),
    ...nanoToTimeFields(Number(nanoAfterDay))
  };
}
function epochDaysToIsoDate(epochDays) {
  const legacyDate = new Date(864e5 * modFloor(epochDays, 146097));
  return {
    year: legacyDate.getUTCFullYear() + 400 * Math.floor(epochDays / 146097),
    month: legacyDate.getUTCMonth() + 1,
    day: legacyDate.getUTCDate()
  };
}
function computeIsoMonthCodeParts(month) {
  return [month, 0];
}
function computeIsoDaysInMonth(year, month) {
  switch (month) {
    case 2:
      return computeIsoInLeapYear(year) ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
  }
  return 31;
}
function computeIsoInLeapYear(year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
function computeIsoDayOfWeek(isoDate) {
  return modFloor(isoPartsToEpochDays(isoDate.year, isoDate.month, isoDate.day) + 4, 7) || 7;
}
function computeGregoryEraFields({ year }) {
  return year < 1 ? {
    era: "bce",
    eraYear: 1 - year
  } : {
    era: "ce",
    eraYear: year
  };
}
function validateIsoDateFields(isoInternals) {
  return constrainIsoDateFields(isoInternals, 1), isoInternals;
}
function constrainIsoDateFields(isoDate, overflow) {
  const { year } = isoDate;
  const month = clampProp(isoDate, "month", 1, 12, overflow);
  return {
    year,
    month,
    day: clampProp(isoDate, "day", 1, computeIsoDaysInMonth(year, month), overflow)
  };
}
function computeCalendarDateFields(calendar, isoDate) {
  return calendar ? calendar.de(isoDate) : isoDate;
}
function computeCalendarMonthCodeParts(calendar, year, month) {
  return calendar ? calendar.L(year, month) : computeIsoMonthCodeParts(month);
}
function computeCalendarEraFields(calendar, isoDate) {
  return 0 === calendar ? computeGregoryEraFields(isoDate) : calendar && calendar.h?.(isoDate) || {};
}
function computeCalendarMonthCode(calendar, isoDate) {
  const { year, month } = computeCalendarDateFields(calendar, isoDate);
  const [monthCodeNumber, isLeapMonth] = computeCalendarMonthCodeParts(calendar, year, month);
  return formatMonthCode(monthCodeNumber, isLeapMonth);
}
var durationFieldNamesAsc = /* @__PURE__ */ unitNamesAsc.map((unitName) => unitName + "s");
var requireString = /* @__PURE__ */ bindArgs(requireType, "string");
function requireType(typeName, arg, entityName = typeName) {
  return typeof arg !== typeName && throwTypeError(invalidEntity2(entityName, arg)), arg;
}
function requireNumberIsInteger(num, entityName = "number") {
  return Number.isInteger(num) || throwRangeError(((entityName2, num2) => `Non-integer ${entityName2}: ${num2}`)(entityName, num)), num || 0;
}
function toString(arg) {
  return "symbol" == typeof arg && throwTypeError("Cannot convert Symbol to string"), String(arg);
}
function toPrimitiveWithStringHint(arg) {
  if (!isObjectLike(arg)) {
    return arg;
  }
  const exoticToPrimitive = arg[Symbol.toPrimitive];
  if (null != exoticToPrimitive) {
    "function" != typeof exoticToPrimitive && throwTypeError();
    const primitive = Reflect.apply(exoticToPrimitive, arg, ["string"]);
    return isObjectLike(primitive) && throwTypeError(), primitive;
  }
  return Date.prototype[Symbol.toPrimitive].call(arg, "string");
}
function toStrictInteger(arg, entityName) {
  return requireNumberIsInteger(toFiniteNumber(arg, entityName), entityName);
}
var smallestUnitStr = "smallestUnit";
var epochDisambigMap = {
  compatible: 0,
  reject: 1,
  earlier: 2,
  later: 3
};
var calendarDisplayMap = {
  auto: 0,
  never: 1,
  critical: 2,
  always: 3
};
var roundingModeMap = {
  floor: 0,
  halfFloor: 1,
  ceil: 2,
  halfCeil: 3,
  trunc: 4,
  halfTrunc: 5,
  expand: 6,
  halfExpand: 7,
  halfEven: 8
};
var roundingModeFuncs = [Math.floor, (num) => hasHalf(num) ? Math.floor(num) : Math.round(num), Math.ceil, (num) => hasHalf(num) ? Math.ceil(num) : Math.round(num), Math.trunc, (num) => hasHalf(num) ? Math.trunc(num) || 0 : Math.round(num), (num) => num < 0 ? Math.floor(num) : Math.ceil(num), (num) => Math.sign(num) * Math.round(Math.abs(num)) || 0, (num) => hasHalf(num) ? (num = Math.trunc(num) || 0) + num % 2 : Math.round(num)];
var directionMap = {
  previous: -1,
  next: 1
};
function coerceFractionalSecondDigits(options) {
  let subsecDigits = options.fractionalSecondDigits;
  if (void 0 !== subsecDigits) {
    if ("number" != typeof subsecDigits) {
      if ("auto" === toString(subsecDigits)) {
        return;
      }
      throwRangeError(invalidEntity2("fractionalSecondDigits", subsecDigits));
    }
    subsecDigits = clampEntity("fractionalSecondDigits", Math.floor(subsecDigits), 0, 9, 1);
  }
  return subsecDigits;
}
function coerceUnitOption(optionName, options, minUnit = 0, ensureDefined) {
  let unitStr = options[optionName];
  if (void 0 === unitStr) {
    return ensureDefined ? minUnit : void 0;
  }
  if (unitStr = toString(unitStr), "auto" === unitStr) {
    return ensureDefined ? minUnit : null;
  }
  let unit = unitNameMap[unitStr];
  return void 0 === unit && (unit = durationFieldNamesAsc.indexOf(unitStr)), unit < 0 && throwRangeError(invalidChoice(optionName, unitStr, unitNameMap)), unit;
}
function coerceChoiceOption(optionName, enumNameMap, options, defaultChoice = 0) {
  const enumArg = options[optionName];
  if (void 0 === enumArg) {
    return defaultChoice;
  }
  const enumStr = toString(enumArg);
  const enumNum = enumNameMap[enumStr];
  return void 0 === enumNum && throwRangeError(invalidChoice(optionName, enumStr, enumNameMap)), enumNum;
}
var coerceSmallestUnit = /* @__PURE__ */ bindArgs(coerceUnitOption, smallestUnitStr);
var coerceEpochDisambig = /* @__PURE__ */ bindArgs(coerceChoiceOption, "disambiguation", epochDisambigMap);
var coerceCalendarDisplay = /* @__PURE__ */ bindArgs(coerceChoiceOption, "calendarName", calendarDisplayMap);
var coerceRoundingMode = /* @__PURE__ */ bindArgs(coerceChoiceOption, "roundingMode", roundingModeMap);
var coerceDirection = /* @__PURE__ */ bindArgs(coerceChoiceOption, "direction", directionMap);
function normalizeOptionsOrString(options, optionName) {
  return "string" == typeof options ? ((optionName2, optionVal) => {
    const res = /* @__PURE__ */ Object.create(null);
    return res[optionName2] = optionVal, res;
  })(optionName, options) : requireObjectLike(options);
}
function validateUnitRange(optionName, unit, minUnit, maxUnit) {
  return null != unit && clampEntity(optionName, unit, minUnit, maxUnit, 1, unitNamesAsc), unit;
}
function combineDateAndTime(isoDate, time4) {
  return pluckProps(calendarDateFieldNamesAsc, isoDate, pluckProps(timeFieldNamesAsc, time4));
}
var epochNanoMax = /* @__PURE__ */ BigInt(1e8) * bigNanoInUtcDay;
var epochNanoMin = /* @__PURE__ */ BigInt(-1e8) * bigNanoInUtcDay;
var plainDateEpochNanoMin = epochNanoMin - bigNanoInUtcDay;
function checkIsoDateInBounds(isoDate, allowPlainDateLowerEdge = 1) {
  const epochNano = isoDateToEpochNano(isoDate);
  return (epochNano < (allowPlainDateLowerEdge ? plainDateEpochNanoMin : epochNanoMin) || epochNano > epochNanoMax) && throwRangeError(outOfBoundsDate), isoDate;
}
function checkIsoDateTimeInBounds(isoDateTime) {
  return checkIsoDateTimeEpochNanoInBounds(isoDateTimeToEpochNano(isoDateTime)), isoDateTime;
}
function checkIsoDateTimeEpochNanoInBounds(epochNano) {
  return (epochNano <= plainDateEpochNanoMin || epochNano >= epochNanoMax + bigNanoInUtcDay) && throwRangeError(outOfBoundsDate), epochNano;
}
function checkEpochNanoInBounds(epochNano) {
  return (epochNano < epochNanoMin || epochNano > epochNanoMax) && throwRangeError(outOfBoundsDate), epochNano;
}
function isoDateTimeAndOffsetToEpochNano(isoDateTime, offsetNano) {
  return checkEpochNanoInBounds(isoDateToEpochNano(isoDateTime) + BigInt(timeFieldsToNano(isoDateTime) - offsetNano));
}
function roundNumberToInc(num, roundingInc, roundingMode) {
  return roundWithMode(num / roundingInc, roundingMode) * roundingInc || 0;
}
function roundWithMode(num, roundingMode) {
  return roundingModeFuncs[roundingMode](num);
}
function createEpochNanoSlots(epochNano) {
  return {
    epochNanoseconds: epochNano
  };
}
function createZonedEpochNanoSlots(epochNano, timeZone2, calendar) {
  return {
    calendar,
    timeZone: timeZone2,
    epochNanoseconds: epochNano
  };
}
function createDateTimeSlots(isoDateTime, calendar) {
  return pluckProps(timeFieldNamesAsc, isoDateTime, createDateSlots(isoDateTime, calendar));
}
function createDateSlots(isoDate, calendar) {
  return pluckProps(calendarDateFieldNamesAsc, isoDate, {
    calendar
  });
}
function createTimeSlots(time4) {
  return pluckProps(timeFieldNamesAsc, time4);
}
function roundDateTimeToInc(isoDateTime, nanoInc, roundingMode, spanNano) {
  const [roundedTimeFields, dayDelta] = roundTimeToInc(isoDateTime, nanoInc, roundingMode, spanNano);
  const roundedIsoDateTime = combineDateAndTime(moveDateByDays(isoDateTime, dayDelta), roundedTimeFields);
  return checkIsoDateTimeInBounds(roundedIsoDateTime), roundedIsoDateTime;
}
function roundTimeToInc(timeFields, nanoInc, roundingMode, spanNano = nanoInUtcDay) {
  const timeNano = timeFieldsToNano(timeFields);
  const remainderNano = timeNano % spanNano;
  return nanoToTimeAndDay(timeNano - remainderNano + roundNumberToInc(remainderNano, nanoInc, roundingMode));
}
function roundToMinute(offsetNano) {
  return roundNumberToInc(offsetNano, nanoInMinute2, 7);
}
var zonedEpochSlotsToIso = /* @__PURE__ */ memoize(_zonedEpochSlotsToIso, WeakMap);
function _zonedEpochSlotsToIso(slots) {
  const { epochNanoseconds, timeZone: timeZone2 } = slots;
  const offsetNanoseconds3 = timeZone2.B(epochNanoseconds);
  return {
    ...epochNanoToIsoDateTime(epochNanoseconds + BigInt(offsetNanoseconds3)),
    offsetNanoseconds: offsetNanoseconds3
  };
}
function getInstantPreferringOffset(timeZone2, isoDateTime, offsetNano) {
  return getMatchingInstantFor(timeZone2, isoDateTime, offsetNano, 2, 0);
}
function getMatchingInstantFor(timeZone2, isoDateTime, offsetNano, offsetDisambig = 0, epochDisambig = 0, epochFuzzy, hasZ) {
  if (hasZ || void 0 !== offsetNano && 1 === offsetDisambig) {
    return isoDateTimeAndOffsetToEpochNano(isoDateTime, offsetNano || 0);
  }
  const possibleEpochNanos = timeZone2.O(isoDateTime);
  if (void 0 !== offsetNano && 3 !== offsetDisambig) {
    checkIsoDateInBounds(isoDateTime, 0);
    const matchingEpochNano = ((possibleEpochNanos2, isoDateTime2, offsetNano2, fuzzy) => {
      const zonedEpochNano = isoDateTimeToEpochNano(isoDateTime2);
      fuzzy && (offsetNano2 = roundToMinute(offsetNano2));
      for (const possibleEpochNano of possibleEpochNanos2) {
        let possibleOffsetNano = Number(zonedEpochNano - possibleEpochNano);
        if (fuzzy && (possibleOffsetNano = roundToMinute(possibleOffsetNano)), possibleOffsetNano === offsetNano2) {
          return possibleEpochNano;
        }
      }
    })(possibleEpochNanos, isoDateTime, offsetNano, epochFuzzy);
    if (void 0 !== matchingEpochNano) {
      return matchingEpochNano;
    }
    0 === offsetDisambig && throwRangeError("Invalid TimeZone offset");
  }
  return getSingleInstantFor(timeZone2, isoDateTime, epochDisambig, possibleEpochNanos);
}
function getSingleInstantFor(timeZone2, isoDateTime, disambig = 0, possibleEpochNanos = timeZone2.O(isoDateTime)) {
  if (1 === possibleEpochNanos.length) {
    return possibleEpochNanos[0];
  }
  if (1 === disambig && throwRangeError("Ambiguous offset"), possibleEpochNanos.length) {
    return possibleEpochNanos[3 === disambig ? 1 : 0];
  }
  const zonedEpochNano = isoDateTimeToEpochNano(isoDateTime);
  const gapNano = ((timeZone3, zonedEpochNano2) => {
    const startOffsetNano = timeZone3.B(zonedEpochNano2 - bigNanoInUtcDay);
    return ((gapNano2) => (gapNano2 > nanoInUtcDay && throwRangeError("Out-of-bounds TimeZone gap"), gapNano2))(timeZone3.B(zonedEpochNano2 + bigNanoInUtcDay) - startOffsetNano);
  })(timeZone2, zonedEpochNano);
  const shiftedIsoDateTime = epochNanoToIsoDateTime(zonedEpochNano + BigInt(gapNano * (2 === disambig ? -1 : 1)));
  return (possibleEpochNanos = timeZone2.O(shiftedIsoDateTime))[2 === disambig ? 0 : possibleEpochNanos.length - 1];
}
function moveDateByDays(isoDate, days) {
  return days ? epochDaysToIsoDate(isoDateToEpochDays(isoDate) + days) : isoDate;
}
var maxDurationSeconds = 2 ** 53;
function compareIsoDateTimeFields(isoDateTime0, isoDateTime1) {
  return compareIsoDateFields(isoDateTime0, isoDateTime1) || compareTimeFields(isoDateTime0, isoDateTime1);
}
function compareIsoDateFields(isoDate0, isoDate1) {
  return compareNumbers(isoDateToEpochDays(isoDate0), isoDateToEpochDays(isoDate1));
}
function compareTimeFields(timeFields0, timeFields1) {
  return compareNumbers(timeFieldsToNano(timeFields0), timeFieldsToNano(timeFields1));
}
function plainDateTimesEqual(plainDateTimeSlots0, plainDateTimeSlots1) {
  return !compareIsoDateTimeFields(plainDateTimeSlots0, plainDateTimeSlots1) && plainDateTimeSlots0.calendar === plainDateTimeSlots1.calendar;
}
var offsetRegExp = /^([+-])([01]\d|2[0-3])(?:(:?)([0-5]\d)(?:\3([0-5]\d)(?:[.,](\d{1,9}))?)?)?$/;
function parseOffsetNano(s) {
  const offsetNano = parseOffsetNanoMaybe(s);
  return void 0 === offsetNano && throwRangeError(failedParse(s)), offsetNano;
}
function parseOffsetNanoMaybe(s, onlyHourMinute) {
  const parts = offsetRegExp.exec(s);
  if (parts) {
    return onlyHourMinute && parts[5] && throwRangeError(failedParse(s)), /* @__PURE__ */ ((s2) => s2 && "+" !== s2 ? -1 : 1)(parts[1]) * (parseInt(parts[2]) * nanoInHour2 + parseInt0(parts[4]) * nanoInMinute2 + parseInt0(parts[5]) * nanoInSec2 + parseSubsecNano(parts[6] || ""));
  }
}
var dateFieldRefiners = {
  era: toString,
  month: toPositiveIntegerWithTruncation,
  monthCode(monthCode, fieldName) {
    return requireString(toPrimitiveWithStringHint(monthCode), fieldName);
  },
  day: toPositiveIntegerWithTruncation
};
var timeFieldRefiners = /* @__PURE__ */ zipPropsConst(timeFieldNamesAsc, toIntegerWithTrunc);
var dateTimeFieldRefiners = /* @__PURE__ */ Object.assign({}, dateFieldRefiners, timeFieldRefiners);
var zonedDateTimeFieldRefiners = {
  offset(offsetString) {
    return parseOffsetNano(requireString(toPrimitiveWithStringHint(offsetString)));
  },
  ...dateTimeFieldRefiners
};
function refineEpochDisambigOptions(options) {
  return coerceEpochDisambig(normalizeOptions(options));
}
function createDateTimeFromRefinedFields(isoDate, timeFields = timeFieldDefaults, calendar) {
  const isoDateTime = combineDateAndTime(isoDate, timeFields);
  return checkIsoDateTimeInBounds(isoDateTime), createDateTimeSlots(isoDateTime, calendar);
}
var RawDateTimeFormat = Intl.DateTimeFormat;
function formatEpochMilliToPartsRecord(intlFormat, epochMilli) {
  epochMilli < -864e13 && throwRangeError(outOfBoundsDate);
  const parts = intlFormat.formatToParts(epochMilli);
  const hash2 = {};
  for (const part7 of parts) {
    hash2[part7.type] = part7.value;
  }
  return hash2;
}
var timeZonePeriodDaysByName = {
  "El_Aaiun": 16,
  "Tucuman": 12,
  "Tirane": 11,
  "Riga": 10,
  "Simferopol": 9,
  "Vienna": 9,
  "Tunis": 8,
  "Boa_Vista": 6,
  "Fortaleza": 6,
  "Maceio": 6,
  "Noronha": 6,
  "Recife": 6,
  "Gaza": 6,
  "Hebron": 6,
  "DeNoronha": 6
};
var minPossibleTransitionSec = -4e9;
function refineTimeDisplayTuple(options, maxSmallestUnit = 4) {
  const subsecDigits = coerceFractionalSecondDigits(options);
  const roundingMode = coerceRoundingMode(options, 4);
  const smallestUnit = coerceSmallestUnit(options);
  return [roundingMode, ...resolveSmallestUnitAndSubsecDigits(validateUnitRange(smallestUnitStr, smallestUnit, 0, maxSmallestUnit), subsecDigits)];
}
function refineDateDisplayOptions(options) {
  return coerceCalendarDisplay(normalizeOptions(options));
}
function refineTimeDisplayOptions(options, maxSmallestUnit) {
  return refineTimeDisplayTuple(normalizeOptions(options), maxSmallestUnit);
}
function resolveSmallestUnitAndSubsecDigits(smallestUnit, subsecDigits) {
  return null != smallestUnit ? [unitNanoMap[smallestUnit], smallestUnit < 4 ? 9 - 3 * smallestUnit : -1] : [void 0 === subsecDigits ? 1 : 10 ** (9 - subsecDigits), subsecDigits];
}
function formatInstantIsoAuto(instantSlots) {
  return formatIsoDateTimeFields(epochNanoToIsoDateTime(instantSlots.epochNanoseconds), void 0) + "Z";
}
function formatZonedDateTimeIsoAuto(zonedDateTimeSlots) {
  const calendar = zonedDateTimeSlots.calendar;
  const timeZone2 = zonedDateTimeSlots.timeZone;
  const offsetNano = timeZone2.B(zonedDateTimeSlots.epochNanoseconds);
  return formatIsoDateTimeFields(epochNanoToIsoDateTime(zonedDateTimeSlots.epochNanoseconds + BigInt(offsetNano)), void 0) + formatOffsetNano(roundToMinute(offsetNano)) + formatTimeZone(timeZone2.id, 0) + (calendar === isoCalendarImpl ? "" : formatCalendarId(getCalendarSlotId(calendar), 0));
}
function formatPlainDateTimeIso(plainDateTimeSlots0, options) {
  const displayOptions = ((options2) => (options2 = normalizeOptions(options2), [coerceCalendarDisplay(options2), ...refineTimeDisplayTuple(options2)]))(options);
  return ((calendar, isoDateTime, calendarDisplay, roundingMode, nanoInc, subsecDigits) => formatIsoDateTimeFields(roundDateTimeToInc(isoDateTime, nanoInc, roundingMode), subsecDigits) + formatCalendar(calendar, calendarDisplay))(plainDateTimeSlots0.calendar, plainDateTimeSlots0, ...displayOptions);
}
function formatDateTimeIsoAuto(isoDateTimeSlots) {
  const calendar = isoDateTimeSlots.calendar;
  return formatIsoDateTimeFields(isoDateTimeSlots, void 0) + (calendar === isoCalendarImpl ? "" : formatCalendarId(getCalendarSlotId(calendar), 0));
}
function formatPlainDateIso(plainDateSlots, options) {
  return calendar = plainDateSlots.calendar, isoDate = plainDateSlots, calendarDisplay = refineDateDisplayOptions(options), formatIsoDateFields(isoDate) + formatCalendar(calendar, calendarDisplay);
  var calendar, isoDate, calendarDisplay;
}
function formatDateIsoAuto(plainDateSlots) {
  return formatIsoDateFields(plainDateSlots) + (plainDateSlots.calendar === isoCalendarImpl ? "" : formatCalendarId(getCalendarSlotId(plainDateSlots.calendar), 0));
}
function formatPlainTimeIso(slots, options) {
  return ((fields, roundingMode, nanoInc, subsecDigits) => formatTimeFields(roundTimeToInc(fields, nanoInc, roundingMode)[0], subsecDigits))(slots, ...refineTimeDisplayOptions(options));
}
function formatTimeIsoAuto(slots) {
  return formatTimeFields(slots, void 0);
}
function formatIsoDateTimeFields(isoDateTime, subsecDigits) {
  return formatIsoDateFields(isoDateTime) + "T" + formatTimeFields(isoDateTime, subsecDigits);
}
function formatIsoDateFields(isoDate) {
  return formatIsoYearMonthFields(isoDate) + "-" + padNumber2(isoDate.day);
}
function formatIsoYearMonthFields(isoDate) {
  const { year } = isoDate;
  return (year < 0 || year > 9999 ? getSignStr(year) + padNumber(6, Math.abs(year)) : padNumber(4, year)) + "-" + padNumber2(isoDate.month);
}
function formatTimeFields(timeFields, subsecDigits) {
  const parts = [padNumber2(timeFields.hour), padNumber2(timeFields.minute)];
  return -1 !== subsecDigits && parts.push(padNumber2(timeFields.second) + ((millisecond, microsecond, nanosecond, subsecDigits2) => formatSubsecNano(millisecond * nanoInMilli2 + microsecond * nanoInMicro2 + nanosecond, subsecDigits2))(timeFields.millisecond, timeFields.microsecond, timeFields.nanosecond, subsecDigits)), parts.join(":");
}
function formatOffsetNano(offsetNano, offsetDisplay = 0) {
  if (1 === offsetDisplay) {
    return "";
  }
  const [hour, nanoRemainder0] = divModFloor(Math.abs(offsetNano), nanoInHour2);
  const [minute, nanoRemainder1] = divModFloor(nanoRemainder0, nanoInMinute2);
  const [second, nanoRemainder2] = divModFloor(nanoRemainder1, nanoInSec2);
  return getSignStr(offsetNano) + padNumber2(hour) + ":" + padNumber2(minute) + (second || nanoRemainder2 ? ":" + padNumber2(second) + formatSubsecNano(nanoRemainder2) : "");
}
function formatTimeZone(timeZoneId, timeZoneDisplay) {
  return 1 !== timeZoneDisplay ? "[" + (2 === timeZoneDisplay ? "!" : "") + timeZoneId + "]" : "";
}
function formatCalendar(calendar, calendarDisplay) {
  return calendarDisplay > 1 || 0 === calendarDisplay && calendar !== isoCalendarImpl ? formatCalendarId(getCalendarSlotId(calendar), 2 === calendarDisplay) : "";
}
function formatCalendarId(calendarId, isCritical) {
  return "[" + (isCritical ? "!" : "") + "u-ca=" + calendarId + "]";
}
var trailingZerosRE = /0+$/;
function formatSubsecNano(totalNano, subsecDigits) {
  let s = padNumber(9, totalNano);
  return s = void 0 === subsecDigits ? s.replace(trailingZerosRE, "") : s.slice(0, subsecDigits), s ? "." + s : "";
}
function getSignStr(num) {
  return num < 0 ? "-" : "+";
}
var icuRegExp = /^(AC|AE|AG|AR|AS|BE|BS|CA|CN|CS|CT|EA|EC|IE|IS|JS|MI|NE|NS|PL|PN|PR|PS|SS|VS)T$/;
var badCharactersRegExp = /[^\w\/:+-]+/;
function refineTimeZoneId(rawId) {
  return resolveTimeZoneId(requireString(rawId));
}
function resolveTimeZoneId(rawId) {
  return resolveTimeZoneRecord(rawId).id;
}
var resolveTimeZoneRecord = /* @__PURE__ */ memoize((rawId) => {
  const upperRawId = rawId.toUpperCase();
  const offsetRecord = ((upperRawId2) => {
    const offsetNano = parseOffsetNanoMaybe(upperRawId2, 1);
    if (void 0 !== offsetNano) {
      return {
        id: formatOffsetNano(offsetNano),
        Z: offsetNano,
        m: offsetNano
      };
    }
  })(upperRawId);
  if (offsetRecord) {
    return {
      kind: "fixed",
      ...offsetRecord
    };
  }
  const normId = "UTC" === upperRawId ? "UTC" : ((rawId2) => (badCharactersRegExp.test(rawId2) && throwRangeError(invalidTimeZone(rawId2)), icuRegExp.test(rawId2) && throwRangeError("Forbidden ICU TimeZone"), rawId2.toLowerCase().split("/").map((part7, partI) => (part7.length <= 3 || /\d/.test(part7)) && !/etc|yap/.test(part7) ? part7.toUpperCase() : part7.replace(/baja|dumont|[a-z]+/g, (a, i) => a.length <= 2 && !partI || "in" === a || "chat" === a ? a.toUpperCase() : a.length > 2 || !i ? capitalize(a).replace(/island|noronha|murdo|rivadavia|urville/, capitalize) : a)).join("/")))(rawId);
  return queryNamedTimeZoneRecord(normId);
});
var queryNamedTimeZoneRecord = /* @__PURE__ */ memoize((normId) => {
  if ("UTC" === normId) {
    return {
      kind: "utc",
      id: normId,
      m: normId
    };
  }
  const format = (upperNormId = normId.toUpperCase(), new RawDateTimeFormat("en-u-hc-h23", {
    calendar: "iso8601",
    timeZone: upperNormId,
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric"
  }));
  var upperNormId;
  return {
    kind: "named",
    id: normId,
    format,
    m: format.resolvedOptions().timeZone
  };
});
function queryTimeZone(rawTimeZoneId) {
  const record2 = resolveTimeZoneRecord(rawTimeZoneId);
  return queryTimeZoneRecord(record2.id, record2);
}
var queryTimeZoneRecord = /* @__PURE__ */ memoize((normTimeZoneId, record2) => "named" === record2.kind ? new IntlTimeZone(normTimeZoneId, record2.m, record2.format) : new FixedTimeZone(normTimeZoneId, record2.m, "fixed" === record2.kind ? record2.Z : 0));
var FixedTimeZone = class {
  constructor(id, compareKey, offsetNano) {
    this.id = id, this.m = compareKey, this.Z = offsetNano;
  }
  B() {
    return this.Z;
  }
  O(isoDateTime) {
    return [isoDateTimeAndOffsetToEpochNano(isoDateTime, this.Z)];
  }
  C() {
  }
};
var IntlTimeZone = class {
  constructor(id, compareKey, format) {
    this.id = id, this.m = compareKey, this.me = ((computeOffsetSec, periodDays) => {
      const getSample = memoize(computeOffsetSec);
      const getSplit = memoize(createSplitTuple);
      const periodSec = 86400 * periodDays;
      function getOffsetSec(epochSec) {
        const [startEpochSec, endEpochSec] = computePeriod(epochSec, periodSec);
        const clampedStartEpochSec = clampIntlSampleEpochSec(startEpochSec);
        const clampedEndEpochSec = clampIntlSampleEpochSec(endEpochSec);
        const startOffsetSec = getSample(clampedStartEpochSec);
        const endOffsetSec = getSample(clampedEndEpochSec);
        return startOffsetSec === endOffsetSec ? startOffsetSec : pinch(getSplit(clampedStartEpochSec, clampedEndEpochSec), startOffsetSec, endOffsetSec, epochSec);
      }
      function searchTransition(searchEpochSec, direction, searchLimit, epochSec = searchEpochSec) {
        let [startEpochSec, endEpochSec] = computePeriod(searchEpochSec, periodSec);
        const inc = periodSec * direction;
        const inBounds = () => direction < 0 ? endEpochSec > searchLimit : startEpochSec < searchLimit;
        for (; inBounds(); ) {
          const clampedStartEpochSec = clampIntlSampleEpochSec(startEpochSec);
          const clampedEndEpochSec = clampIntlSampleEpochSec(endEpochSec);
          const startOffsetSec = getSample(clampedStartEpochSec);
          const endOffsetSec = getSample(clampedEndEpochSec);
          if (startOffsetSec !== endOffsetSec) {
            const split2 = getSplit(clampedStartEpochSec, clampedEndEpochSec);
            pinch(split2, startOffsetSec, endOffsetSec);
            const transitionEpochSec = split2[0];
            if ((compareNumbers(transitionEpochSec, epochSec) || 1) === direction) {
              return transitionEpochSec;
            }
          }
          startEpochSec += inc, endEpochSec += inc;
        }
      }
      function pinch(split2, startOffsetSec, endOffsetSec, forEpochSec) {
        let offsetSec;
        let splitDurSec;
        for (; (void 0 === forEpochSec || void 0 === (offsetSec = forEpochSec < split2[0] ? startOffsetSec : forEpochSec >= split2[1] ? endOffsetSec : void 0)) && (splitDurSec = split2[1] - split2[0]); ) {
          const middleEpochSec = split2[0] + Math.floor(splitDurSec / 2);
          computeOffsetSec(middleEpochSec) === endOffsetSec ? split2[1] = middleEpochSec : split2[0] = middleEpochSec + 1;
        }
        return offsetSec;
      }
      return {
        Ae(zonedEpochSec) {
          const wideOffsetSec0 = getOffsetSec(zonedEpochSec - 86400);
          const wideOffsetSec1 = getOffsetSec(zonedEpochSec + 86400);
          const wideUtcEpochSec0 = zonedEpochSec - wideOffsetSec0;
          const wideUtcEpochSec1 = zonedEpochSec - wideOffsetSec1;
          if (wideOffsetSec0 === wideOffsetSec1) {
            return [wideUtcEpochSec0];
          }
          const narrowOffsetSec0 = getOffsetSec(wideUtcEpochSec0);
          return narrowOffsetSec0 === getOffsetSec(wideUtcEpochSec1) ? [zonedEpochSec - narrowOffsetSec0] : wideOffsetSec0 > wideOffsetSec1 ? [wideUtcEpochSec0, wideUtcEpochSec1] : [];
        },
        ze: getOffsetSec,
        C(epochSec, direction) {
          if (!(direction > 0 && epochSec >= 864e10)) {
            if (direction < 0) {
              if (epochSec <= minPossibleTransitionSec) {
                return;
              }
              return epochSec > 4e9 ? searchTransition(epochSec, -1, epochSec - 94867200) ?? searchTransition(4e9, -1, minPossibleTransitionSec) : searchTransition(epochSec, -1, minPossibleTransitionSec);
            }
            return searchTransition(Math.max(epochSec, minPossibleTransitionSec) - 1, 1, Math.max(epochSec, Math.floor(Date.now() / 1e3)) + 94867200, epochSec);
          }
        }
      };
    })(/* @__PURE__ */ ((format2) => (epochSec) => {
      const intlParts = formatEpochMilliToPartsRecord(format2, 1e3 * epochSec);
      return 86400 * isoPartsToEpochDays(((intlParts2) => {
        const relatedYear = intlParts2.relatedYear;
        if (void 0 !== relatedYear) {
          return parseInt(relatedYear);
        }
        const year = parseInt(intlParts2.year);
        return void 0 !== intlParts2.era && "bce" === normalizeEraName(intlParts2.era) ? 1 - year : year;
      })(intlParts), parseInt(intlParts.month), parseInt(intlParts.day)) + 3600 * parseInt(intlParts.hour) + 60 * parseInt(intlParts.minute) + parseInt(intlParts.second) - epochSec;
    })(format), ((timeZoneId) => {
      const timeZoneName = timeZoneId.split("/").pop();
      return timeZonePeriodDaysByName[timeZoneName] || 19;
    })(id));
  }
  B(epochNano) {
    return this.me.ze(((epochNano2) => epochNanoToSecMod(epochNano2)[0])(epochNano)) * nanoInSec2;
  }
  O(isoDateTime) {
    const zonedEpochSec = 86400 * isoDateToEpochDays(isoDateTime) + timeFieldsToSec(isoDateTime);
    const subsecNano = timeFieldsToSubsecNano(isoDateTime);
    return this.me.Ae(zonedEpochSec).map((epochSec) => checkEpochNanoInBounds(BigInt(epochSec) * bigNanoInSec + BigInt(subsecNano)));
  }
  C(epochNano, direction) {
    const [epochSec, subsecNano] = epochNanoToSecMod(epochNano);
    const resEpochSec = this.me.C(epochSec + (direction > 0 || subsecNano ? 1 : 0), direction);
    if (void 0 !== resEpochSec) {
      return BigInt(resEpochSec) * bigNanoInSec;
    }
  }
};
function createSplitTuple(startEpochSec, endEpochSec) {
  return [startEpochSec, endEpochSec];
}
function computePeriod(epochSec, periodSec) {
  const startEpochSec = Math.floor(epochSec / periodSec) * periodSec;
  return [startEpochSec, startEpochSec + periodSec];
}
function clampIntlSampleEpochSec(epochSec) {
  return constrainToRange2(epochSec, -1e10, 864e10);
}
function throwFailedParse(s) {
  throwRangeError(failedParse(s));
}
function parsePlainTime(s) {
  const organized = parseDateTimeLike(s = requireString(s)) || parseTimeOnly(s);
  return (!organized || !organized.qe || organized.I || parseYearMonthOnly(s) || parseMonthDayOnly(s)) && throwFailedParse(s), createTimeSlots(organized);
}
function timeRegExpStr(separatorIndex, leapSecondStr = "") {
  return `([01]\\d|2[0-3])(?:(:?)([0-5]\\d)(?:\\${separatorIndex}([0-5]\\d${leapSecondStr})(?:[.,](\\d{1,9}))?)?)?`;
}
var dateTimeRegExpStr = "((?!-0{6})[+-]\\d{6}|\\d{4})(-?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?:[Tt ]" + timeRegExpStr(6, "|60") + "(?:([Zz])|(([+-])" + timeRegExpStr(14) + "))?)?";
var yearMonthRegExp = /* @__PURE__ */ createRegExp("((?!-0{6})[+-]\\d{6}|\\d{4})-?(0[1-9]|1[0-2])(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
var monthDayRegExp = /* @__PURE__ */ createRegExp("(?:--)?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
var dateTimeRegExp = /* @__PURE__ */ createRegExp(dateTimeRegExpStr + "(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
var annotationRegExp = /\[(!?)([^=]+)=([^\]]+)/g;
function parseDateTimeLike(s) {
  const parts = dateTimeRegExp.exec(s);
  if (!parts) {
    return;
  }
  const organized = ((parts2) => ({
    year: parseInt(parts2[1]),
    month: parseInt(parts2[3]),
    day: parseInt(parts2[4]),
    ...nanoToTimeAndDay(parseSubsecNano(parts2[9] || ""))[0],
    hour: parseInt0(parts2[5]),
    minute: parseInt0(parts2[7]),
    second: Math.min(parseInt0(parts2[8]), 59),
    ...organizeAnnotationParts(parts2[18], parts2[19]),
    qe: !!parts2[5],
    I: !!parts2[10],
    offset: parts2[11]
  }))(parts);
  return validateIsoDateFields(organized);
}
function parseYearMonthOnly(s) {
  const parts = yearMonthRegExp.exec(s);
  return parts ? requireIsoCalendar(((parts2) => ({
    year: parseInt(parts2[1]),
    month: parseInt(parts2[2]),
    day: 1,
    ...organizeAnnotationParts(parts2[3], parts2[4])
  }))(parts)) : void 0;
}
function parseMonthDayOnly(s) {
  const parts = monthDayRegExp.exec(s);
  if (parts) {
    const organized = ((parts2) => ({
      year: 1972,
      month: parseInt(parts2[1]),
      day: parseInt(parts2[2]),
      ...organizeAnnotationParts(parts2[3], parts2[4])
    }))(parts);
    if (allPropsEqual(calendarDateFieldNamesAsc, isoDate = organized, constrainIsoDateFields(isoDate))) {
      return requireIsoCalendar(organized);
    }
  }
  var isoDate;
}
function requireIsoCalendar(organized) {
  return "iso8601" !== organized.calendarId && throwFailedParse(organized.calendarId), organized;
}
function parseTimeOnly(s) {
  const organized = parseDateTimeLike(s.replace(/^t?/i, "0000-01-01T"));
  return organized && !organized.I ? organized : void 0;
}
function organizeAnnotationParts(timeZoneId, s) {
  let calendarIsCritical;
  const calendarIds = [];
  return s.replace(annotationRegExp, (whole2, criticalStr, key, value) => ("u-ca" === key ? (calendarIds.push(value.toLowerCase()), calendarIsCritical || (calendarIsCritical = criticalStr)) : criticalStr && throwFailedParse(whole2), "")), calendarIds.length > 1 && calendarIsCritical && throwFailedParse(s), {
    timeZoneId,
    calendarId: calendarIds[0] || "iso8601"
  };
}
function instantToZonedDateTime(instantSlots, timeZone2, calendar) {
  return createZonedEpochNanoSlots(instantSlots.epochNanoseconds, timeZone2, calendar);
}
function zonedDateTimeToDateTime(zonedDateTimeSlots0) {
  return createDateTimeSlots(zonedEpochSlotsToIso(zonedDateTimeSlots0), zonedDateTimeSlots0.calendar);
}
function zonedDateTimeToDate(zonedDateTimeSlots0) {
  return createDateSlots(zonedEpochSlotsToIso(zonedDateTimeSlots0), zonedDateTimeSlots0.calendar);
}
function zonedDateTimeToTime(zonedDateTimeSlots0) {
  return createTimeSlots(zonedEpochSlotsToIso(zonedDateTimeSlots0));
}
function dateTimeToZonedDateTime(plainDateTimeSlots, timeZone2, epochDisambig) {
  return createZonedEpochNanoSlots(checkEpochNanoInBounds(getSingleInstantFor(timeZone2, plainDateTimeSlots, epochDisambig)), timeZone2, plainDateTimeSlots.calendar);
}
function epochMilliToInstant(epochMilli) {
  return createEpochNanoSlots(checkEpochNanoInBounds(BigInt(toStrictInteger(epochMilli)) * bigNanoInMilli));
}
function createOptionsTransformer(shapeFieldNames, invalidShapeFieldNames, ignoredFieldNames, defaultShapeFields, dateStyleReplacementFields) {
  const shapeFieldNameSet = new Set(shapeFieldNames);
  const invalidShapeFieldNameSet = new Set(invalidShapeFieldNames);
  const ignoredFieldNameSet = new Set(ignoredFieldNames);
  return (options, allowPartialOverlap) => {
    let dateStyle;
    let timeStyle;
    const granularShapeFields = {};
    const modifierFields = {};
    const otherFields = {};
    let hasInvalidGranularShapeFields = 0;
    let hasInvalidStyleFields = 0;
    for (const name of Object.keys(options)) {
      const value = options[name];
      void 0 === value || ignoredFieldNameSet.has(name) || (shapeFieldNameSet.has(name) ? "dateStyle" === name ? dateStyle = value : "timeStyle" === name ? timeStyle = value : granularShapeFields[name] = value : "era" === name ? modifierFields[name] = value : invalidShapeFieldNameSet.has(name) ? "dateStyle" === name || "timeStyle" === name ? hasInvalidStyleFields = 1 : hasInvalidGranularShapeFields = 1 : otherFields[name] = value);
    }
    const hasDateStyle = void 0 !== dateStyle;
    const hasTimeStyle = void 0 !== timeStyle;
    const hasAnyStyle = hasDateStyle || hasTimeStyle;
    const hasGranularShapeFields = Object.keys(granularShapeFields).length > 0;
    const hasInvalids = hasInvalidGranularShapeFields || hasInvalidStyleFields;
    const hasShapeFields = hasGranularShapeFields || hasDateStyle || hasTimeStyle;
    const hasModifierFields = Object.keys(modifierFields).length > 0;
    (!allowPartialOverlap && hasInvalids || allowPartialOverlap && hasInvalids && !hasShapeFields || hasAnyStyle && (hasGranularShapeFields || hasModifierFields || hasInvalidGranularShapeFields)) && throwTypeError("Invalid formatting options");
    const transformedOptions = {};
    return hasAnyStyle || hasShapeFields || Object.assign(transformedOptions, defaultShapeFields), Object.assign(transformedOptions, granularShapeFields, modifierFields, otherFields), hasDateStyle && (dateStyleReplacementFields ? Object.assign(transformedOptions, dateStyleReplacementFields[dateStyle]) : transformedOptions.dateStyle = dateStyle), hasTimeStyle && (transformedOptions.timeStyle = timeStyle), transformedOptions;
  };
}
var dateDefaultShapeFields = {
  year: "numeric",
  month: "numeric",
  day: "numeric"
};
var timeDefaultShapeFields = {
  hour: "numeric",
  minute: "numeric",
  second: "numeric"
};
var dateTimeDefaultShapeFields = /* @__PURE__ */ Object.assign({}, dateDefaultShapeFields, timeDefaultShapeFields);
var dateShapeFieldNames = ["weekday", "year", "month", "day", "dateStyle"];
var timeShapeFieldNames = ["dayPeriod", "hour", "minute", "second", "fractionalSecondDigits", "timeStyle"];
var dateTimeShapeFieldNames = /* @__PURE__ */ dateShapeFieldNames.concat(timeShapeFieldNames);
var transformZonedOptions = /* @__PURE__ */ createOptionsTransformer(dateTimeShapeFieldNames, [], [], {
  ...dateTimeDefaultShapeFields,
  timeZoneName: "short"
});
function refineDirectionOptions(options) {
  const normalizedOptions = normalizeOptionsOrString(options, "direction");
  const res = coerceDirection(normalizedOptions, 0);
  return res || throwRangeError(invalidEntity2("direction", res)), res;
}

// node_modules/temporal-polyfill/chunks/apiHelpers.js
var PlainYearMonthBranding = "PlainYearMonth";
var PlainMonthDayBranding = "PlainMonthDay";
var PlainDateBranding = "PlainDate";
var PlainDateTimeBranding = "PlainDateTime";
var PlainTimeBranding = "PlainTime";
var ZonedDateTimeBranding = "ZonedDateTime";
var InstantBranding = "Instant";
var DurationBranding = "Duration";
var CalendarBranding = "Calendar";
function defineTemporalClass(branding, cls, getSlots, ...getterMaps) {
  return Object.defineProperties(cls, createNameDescriptors(branding)), Object.defineProperties(cls.prototype, createStringTagDescriptors("Temporal." + branding)), Object.defineProperties(cls.prototype, mapProps((getter) => ({
    get() {
      return getter(getSlots(this));
    },
    configurable: 1
  }), Object.assign({}, ...getterMaps))), cls;
}
var attachDebugString = "noop" !== noop.name || globalThis.process ? noop : (instance) => {
  Object.defineProperty(instance, "_str_", {
    value: instance.toJSON()
  });
};
function invalidRecordType() {
  throwTypeError(invalidCallingContext);
}
function forbiddenValueOf2() {
  throwTypeError(forbiddenValueOf);
}
var dateFieldGetters$1 = {
  era(slots) {
    return computeCalendarEraFields(slots.calendar, slots).era;
  },
  eraYear(slots) {
    return computeCalendarEraFields(slots.calendar, slots).eraYear;
  },
  year(slots) {
    return computeCalendarDateFields(slots.calendar, slots).year;
  },
  month(slots) {
    return computeCalendarDateFields(slots.calendar, slots).month;
  },
  monthCode(slots) {
    return computeCalendarMonthCode(slots.calendar, slots);
  },
  day(slots) {
    return computeCalendarDateFields(slots.calendar, slots).day;
  }
};
function createNativeGetters(shimGetters) {
  return createPropGetters(Object.keys(shimGetters));
}
var timeGetters2 = /* @__PURE__ */ createNativeGetters(timeGetters);
var dateFieldGetters = /* @__PURE__ */ createNativeGetters(dateFieldGetters$1);

// node_modules/temporal-polyfill/chunks/funcApi.js
var PlainYearMonthRecordBranding = `${PlainYearMonthBranding}Record`;
var PlainMonthDayRecordBranding = `${PlainMonthDayBranding}Record`;
var PlainDateRecordBranding = `${PlainDateBranding}Record`;
var PlainDateTimeRecordBranding = `${PlainDateTimeBranding}Record`;
var PlainTimeRecordBranding = `${PlainTimeBranding}Record`;
var ZonedDateTimeRecordBranding = `${ZonedDateTimeBranding}Record`;
var InstantRecordBranding = `${InstantBranding}Record`;
var DurationRecordBranding = `${DurationBranding}Record`;
var CalendarRecordBranding = `${CalendarBranding}Record`;
var calendarMap = /* @__PURE__ */ new WeakMap();
var instantMap = /* @__PURE__ */ new WeakMap();
var zonedDateTimeMap = /* @__PURE__ */ new WeakMap();
var plainDateTimeMap = /* @__PURE__ */ new WeakMap();
var plainDateMap = /* @__PURE__ */ new WeakMap();
var plainTimeMap = /* @__PURE__ */ new WeakMap();
function getCalendarSlots(record2) {
  return getCalendarSlotsIfPresent(record2) || invalidRecordType();
}
function getCalendarSlotsIfPresent(record2) {
  return calendarMap.get(record2);
}
function getInstantSlots(record2) {
  return getInstantSlotsIfPresent(record2) || invalidRecordType();
}
function getInstantSlotsIfPresent(record2) {
  return instantMap.get(record2);
}
function setInstantSlots(instance, slots) {
  instantMap.set(instance, slots);
}
function getZonedDateTimeSlots(record2) {
  return getZonedDateTimeSlotsIfPresent(record2) || invalidRecordType();
}
function getZonedDateTimeSlotsIfPresent(record2) {
  return zonedDateTimeMap.get(record2);
}
function setZonedDateTimeSlots(instance, slots) {
  zonedDateTimeMap.set(instance, slots);
}
function getPlainDateTimeSlots(record2) {
  return getPlainDateTimeSlotsIfPresent(record2) || invalidRecordType();
}
function getPlainDateTimeSlotsIfPresent(record2) {
  return plainDateTimeMap.get(record2);
}
function setPlainDateTimeSlots(instance, slots) {
  plainDateTimeMap.set(instance, slots);
}
function getPlainDateSlots(record2) {
  return getPlainDateSlotsIfPresent(record2) || invalidRecordType();
}
function getPlainDateSlotsIfPresent(record2) {
  return plainDateMap.get(record2);
}
function setPlainDateSlots(instance, slots) {
  plainDateMap.set(instance, slots);
}
function getPlainTimeSlots(record2) {
  return getPlainTimeSlotsIfPresent(record2) || invalidRecordType();
}
function getPlainTimeSlotsIfPresent(record2) {
  return plainTimeMap.get(record2);
}
function setPlainTimeSlots(instance, slots) {
  plainTimeMap.set(instance, slots);
}
function getCalendarRecordId(record2) {
  return getCalendarSlots(record2).id;
}
function getCalendarRecordImplCreator(record2) {
  const getImpl = getCalendarSlots(record2).xe;
  return getImpl || throwRangeError(exoticCalendarRequired(getCalendarRecordId(record2), "getExotic or getAny")), getImpl;
}

// node_modules/temporal-polyfill/chunks/funcApi-native.js
function requireTimeZoneId(timeZoneId) {
  return "string" == typeof timeZoneId && timeZoneId.includes("[") && throwRangeError(invalidTimeZone(timeZoneId)), timeZoneId;
}
function refineNativeCalendarArgMaybe(calendarRecord) {
  if (void 0 !== calendarRecord) {
    return getValidatedCalendarId(calendarRecord);
  }
}
function getValidatedCalendarId(record2) {
  return getCalendarRecordImplCreator(record2), getCalendarRecordId(record2);
}
var getNativePlainTime = getPlainTimeSlots;
var NativePlainTimeRecord = /* @__PURE__ */ defineTemporalClass(PlainTimeRecordBranding, class {
  toJSON() {
    return getNativePlainTime(this).toJSON();
  }
  valueOf() {
    return getNativePlainTime(this).valueOf();
  }
}, getNativePlainTime, timeGetters2);
function createNativePlainTimeRecord(native) {
  const instance = Object.create(NativePlainTimeRecord.prototype);
  return setPlainTimeSlots(instance, native), attachDebugString(instance), instance;
}
function fromString$6(s) {
  return createNativePlainTimeRecord(NativeTemporal.PlainTime.from(s));
}
function toString$6(record2, options) {
  return getNativePlainTime(record2).toString(options);
}
var getNativePlainDateTime = getPlainDateTimeSlots;
var NativePlainDateTimeRecord = /* @__PURE__ */ defineTemporalClass(PlainDateTimeRecordBranding, class {
  get calendarId() {
    return getNativePlainDateTime(this).calendarId;
  }
  toJSON() {
    return getNativePlainDateTime(this).toJSON();
  }
  valueOf() {
    return getNativePlainDateTime(this).valueOf();
  }
}, getNativePlainDateTime, dateFieldGetters, timeGetters2);
function createNativePlainDateTimeRecord(native) {
  const instance = Object.create(NativePlainDateTimeRecord.prototype);
  return setPlainDateTimeSlots(instance, native), attachDebugString(instance), instance;
}
function equals$5(record2, otherRecord) {
  const native = getNativePlainDateTime(record2);
  const otherNative = getNativePlainDateTime(otherRecord);
  return native.equals(otherNative);
}
function toString$5(record2, options) {
  return getNativePlainDateTime(record2).toString(options);
}
function toZonedDateTime$1(record2, timeZoneId, options) {
  return createNativeZonedDateTimeRecord(getNativePlainDateTime(record2).toZonedDateTime(requireTimeZoneId(timeZoneId), options));
}
var getNativePlainDate = getPlainDateSlots;
var NativePlainDateRecord = /* @__PURE__ */ defineTemporalClass(PlainDateRecordBranding, class {
  get calendarId() {
    return getNativePlainDate(this).calendarId;
  }
  toJSON() {
    return getNativePlainDate(this).toJSON();
  }
  valueOf() {
    return getNativePlainDate(this).valueOf();
  }
}, getNativePlainDate, dateFieldGetters);
function createNativePlainDateRecord(native) {
  const instance = Object.create(NativePlainDateRecord.prototype);
  return setPlainDateSlots(instance, native), attachDebugString(instance), instance;
}
function create$2(isoYear, isoMonth, isoDay, calendar) {
  return createNativePlainDateRecord(new NativeTemporal.PlainDate(isoYear, isoMonth, isoDay, refineNativeCalendarArgMaybe(calendar)));
}
function dayOfWeek$1(record2) {
  return getNativePlainDate(record2).dayOfWeek;
}
function toString$2(record2, options) {
  return getNativePlainDate(record2).toString(options);
}
function toPlainDateTime$1(record2, plainTimeRecord) {
  const native = getNativePlainDate(record2);
  const plainTimeNative = void 0 === plainTimeRecord ? void 0 : getNativePlainTime(plainTimeRecord);
  return createNativePlainDateTimeRecord(native.toPlainDateTime(plainTimeNative));
}
function addDays$1(record2, days) {
  return createNativePlainDateRecord(getNativePlainDate(record2).add({
    days
  }));
}
var getNativeZonedDateTime = getZonedDateTimeSlots;
var NativeZonedDateTimeRecord = /* @__PURE__ */ defineTemporalClass(ZonedDateTimeRecordBranding, class {
  get calendarId() {
    return getNativeZonedDateTime(this).calendarId;
  }
  get timeZoneId() {
    return getNativeZonedDateTime(this).timeZoneId;
  }
  get epochMilliseconds() {
    return getNativeZonedDateTime(this).epochMilliseconds;
  }
  get epochNanoseconds() {
    return getNativeZonedDateTime(this).epochNanoseconds;
  }
  toJSON() {
    return getNativeZonedDateTime(this).toJSON();
  }
  valueOf() {
    return getNativeZonedDateTime(this).valueOf();
  }
}, getNativeZonedDateTime, dateFieldGetters, timeGetters2);
function createNativeZonedDateTimeRecord(native) {
  const instance = Object.create(NativeZonedDateTimeRecord.prototype);
  return setZonedDateTimeSlots(instance, native), attachDebugString(instance), instance;
}
function offset(record2) {
  return getNativeZonedDateTime(record2).offset;
}
function getTimeZoneTransition(record2, options) {
  const resNative = getNativeZonedDateTime(record2).getTimeZoneTransition(options);
  return resNative ? createNativeZonedDateTimeRecord(resNative) : null;
}
function toPlainDateTime(record2) {
  return createNativePlainDateTimeRecord(getNativeZonedDateTime(record2).toPlainDateTime());
}
function toPlainDate(record2) {
  return createNativePlainDateRecord(getNativeZonedDateTime(record2).toPlainDate());
}
function toPlainTime(record2) {
  return createNativePlainTimeRecord(getNativeZonedDateTime(record2).toPlainTime());
}
var getNativeInstant = getInstantSlots;
var NativeInstantRecord = /* @__PURE__ */ defineTemporalClass(InstantRecordBranding, class {
  get epochMilliseconds() {
    return getNativeInstant(this).epochMilliseconds;
  }
  get epochNanoseconds() {
    return getNativeInstant(this).epochNanoseconds;
  }
  toJSON() {
    return getNativeInstant(this).toJSON();
  }
  valueOf() {
    return getNativeInstant(this).valueOf();
  }
});
function createNativeInstantRecord(native) {
  const instance = Object.create(NativeInstantRecord.prototype);
  return setInstantSlots(instance, native), attachDebugString(instance), instance;
}
function fromEpochMilliseconds(epochMilliseconds) {
  return createNativeInstantRecord(NativeTemporal.Instant.fromEpochMilliseconds(epochMilliseconds));
}
function toZonedDateTimeISO(record2, timeZoneId) {
  return createNativeZonedDateTimeRecord(getNativeInstant(record2).toZonedDateTimeISO(requireTimeZoneId(timeZoneId)));
}

// node_modules/temporal-polyfill/chunks/funcApi-shim.js
function refineShimCalendarArgMaybe(calendarRecord) {
  return void 0 === calendarRecord ? isoCalendarImpl : getCalendarRecordImpl(calendarRecord);
}
function getCalendarRecordImpl(record2) {
  return getCalendarRecordImplCreator(record2)();
}
var getShimPlainTimeSlots = getPlainTimeSlots;
var ShimPlainTimeRecord = /* @__PURE__ */ defineTemporalClass(PlainTimeRecordBranding, class {
  toJSON() {
    return formatTimeIsoAuto(getShimPlainTimeSlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
}, getShimPlainTimeSlots, timeGetters);
function createShimPlainTimeRecord(slots) {
  const instance = Object.create(ShimPlainTimeRecord.prototype);
  return setPlainTimeSlots(instance, slots), attachDebugString(instance), instance;
}
function fromString$62(s) {
  return createShimPlainTimeRecord(parsePlainTime(s));
}
function toString$62(record2, options) {
  return formatPlainTimeIso(getShimPlainTimeSlots(record2), options);
}
var getShimPlainDateTimeSlots = getPlainDateTimeSlots;
var ShimPlainDateTimeRecord = /* @__PURE__ */ defineTemporalClass(PlainDateTimeRecordBranding, class {
  get calendarId() {
    return getCalendarSlotId(getShimPlainDateTimeSlots(this).calendar);
  }
  toJSON() {
    return formatDateTimeIsoAuto(getShimPlainDateTimeSlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
}, getShimPlainDateTimeSlots, dateFieldGetters$1, timeGetters);
function createShimPlainDateTimeRecord(slots) {
  const instance = Object.create(ShimPlainDateTimeRecord.prototype);
  return setPlainDateTimeSlots(instance, slots), attachDebugString(instance), instance;
}
function equals$52(record2, otherRecord) {
  const slots = getShimPlainDateTimeSlots(record2);
  const otherSlots = getShimPlainDateTimeSlots(otherRecord);
  return plainDateTimesEqual(slots, otherSlots);
}
function toString$52(record2, options) {
  return formatPlainDateTimeIso(getShimPlainDateTimeSlots(record2), options);
}
function toZonedDateTime$12(record2, timeZoneId, options) {
  return createShimZonedDateTimeRecord(dateTimeToZonedDateTime(getShimPlainDateTimeSlots(record2), queryTimeZone(refineTimeZoneId(timeZoneId)), refineEpochDisambigOptions(options)));
}
var getShimPlainDateSlots = getPlainDateSlots;
var ShimPlainDateRecord = /* @__PURE__ */ defineTemporalClass(PlainDateRecordBranding, class {
  get calendarId() {
    return getCalendarSlotId(getShimPlainDateSlots(this).calendar);
  }
  toJSON() {
    return formatDateIsoAuto(getShimPlainDateSlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
}, getShimPlainDateSlots, dateFieldGetters$1);
function createShimPlainDateRecord(slots) {
  const instance = Object.create(ShimPlainDateRecord.prototype);
  return setPlainDateSlots(instance, slots), attachDebugString(instance), instance;
}
function create$22(isoYear, isoMonth, isoDay, calendar) {
  const fields = checkIsoDateInBounds(validateIsoDateFields(mapProps(toIntegerWithTrunc, {
    year: isoYear,
    month: isoMonth,
    day: isoDay
  })));
  const calendarImpl = refineShimCalendarArgMaybe(calendar);
  return createShimPlainDateRecord(createDateSlots(fields, calendarImpl));
}
function dayOfWeek$12(record2) {
  return computeIsoDayOfWeek(getShimPlainDateSlots(record2));
}
function toString$22(record2, options) {
  return formatPlainDateIso(getShimPlainDateSlots(record2), options);
}
function toPlainDateTime$12(record2, plainTimeRecord = timeFieldDefaults) {
  const slots = getShimPlainDateSlots(record2);
  const timeFields = getPlainTimeSlotsIfPresent(plainTimeRecord) || plainTimeRecord;
  return createShimPlainDateTimeRecord(createDateTimeFromRefinedFields(slots, timeFields, slots.calendar));
}
function addDays$12(record2, days) {
  const slots = getShimPlainDateSlots(record2);
  return createRecordFromDateFields(createDateSlots(moveDateByDays(slots, toStrictInteger(days)), slots.calendar));
}
function createRecordFromDateFields(isoDate) {
  return checkIsoDateInBounds(isoDate), createShimPlainDateRecord(createDateSlots(isoDate, isoDate.calendar));
}
var getShimZonedDateTimeSlots = getZonedDateTimeSlots;
var ShimZonedDateTimeRecord = /* @__PURE__ */ defineTemporalClass(ZonedDateTimeRecordBranding, class {
  get calendarId() {
    return getCalendarSlotId(getShimZonedDateTimeSlots(this).calendar);
  }
  get timeZoneId() {
    return getShimZonedDateTimeSlots(this).timeZone.id;
  }
  get epochMilliseconds() {
    return epochNanoToMilli(getShimZonedDateTimeSlots(this).epochNanoseconds);
  }
  get epochNanoseconds() {
    return getShimZonedDateTimeSlots(this).epochNanoseconds;
  }
  toJSON() {
    return formatZonedDateTimeIsoAuto(getShimZonedDateTimeSlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
}, getShimZonedDateTimeIsoSlots, dateFieldGetters$1, timeGetters);
function createShimZonedDateTimeRecord(slots) {
  const instance = Object.create(ShimZonedDateTimeRecord.prototype);
  return setZonedDateTimeSlots(instance, slots), attachDebugString(instance), instance;
}
function getShimZonedDateTimeIsoSlots(record2) {
  const slots = getShimZonedDateTimeSlots(record2);
  return {
    ...zonedEpochSlotsToIso(slots),
    calendar: slots.calendar
  };
}
function offsetNanoseconds(record2) {
  return zonedEpochSlotsToIso(getShimZonedDateTimeSlots(record2)).offsetNanoseconds;
}
function offset2(record2) {
  return formatOffsetNano(offsetNanoseconds(record2));
}
function getTimeZoneTransition2(record2, options) {
  const slots = getShimZonedDateTimeSlots(record2);
  const epochNanoseconds = slots.timeZone.C(slots.epochNanoseconds, refineDirectionOptions(options));
  return void 0 !== epochNanoseconds ? createShimZonedDateTimeRecord({
    ...slots,
    epochNanoseconds
  }) : null;
}
function toPlainDateTime2(record2) {
  return createShimPlainDateTimeRecord(zonedDateTimeToDateTime(getShimZonedDateTimeSlots(record2)));
}
function toPlainDate2(record2) {
  return createShimPlainDateRecord(zonedDateTimeToDate(getShimZonedDateTimeSlots(record2)));
}
function toPlainTime2(record2) {
  return createShimPlainTimeRecord(zonedDateTimeToTime(getShimZonedDateTimeSlots(record2)));
}
var endOfHour2 = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: 0,
  second: 0,
  millisecond: 0,
  microsecond: 0,
  nanosecond: 0
}), nanoInHour2 - 1);
var endOfMinute2 = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: slots.minute,
  second: 0,
  millisecond: 0,
  microsecond: 0,
  nanosecond: 0
}), nanoInMinute2 - 1);
var endOfSecond2 = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: slots.minute,
  second: slots.second,
  millisecond: 0,
  microsecond: 0,
  nanosecond: 0
}), nanoInSec2 - 1);
var endOfMillisecond2 = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: slots.minute,
  second: slots.second,
  millisecond: slots.millisecond,
  microsecond: 0,
  nanosecond: 0
}), nanoInMilli2 - 1);
var endOfMicrosecond2 = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: slots.minute,
  second: slots.second,
  millisecond: slots.millisecond,
  microsecond: slots.microsecond,
  nanosecond: 0
}), nanoInMicro2 - 1);
function alignedZonedTime(computeAlignment, nanoDelta = 0) {
  return (record2) => {
    const slots = getShimZonedDateTimeSlots(record2);
    const { timeZone: timeZone2 } = slots;
    const isoDateTime = zonedEpochSlotsToIso(slots);
    const alignedIsoDateTime = combineDateAndTime(isoDateTime, computeAlignment(isoDateTime));
    const epochNanoseconds = getInstantPreferringOffset(timeZone2, alignedIsoDateTime, isoDateTime.offsetNanoseconds) + BigInt(nanoDelta);
    return createShimZonedDateTimeRecord({
      ...slots,
      epochNanoseconds: checkEpochNanoInBounds(epochNanoseconds)
    });
  };
}
var getShimInstantSlots = getInstantSlots;
var ShimInstantRecord = /* @__PURE__ */ defineTemporalClass(InstantRecordBranding, class {
  get epochMilliseconds() {
    return epochNanoToMilli(getShimInstantSlots(this).epochNanoseconds);
  }
  get epochNanoseconds() {
    return getShimInstantSlots(this).epochNanoseconds;
  }
  toJSON() {
    return formatInstantIsoAuto(getShimInstantSlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
});
function createShimInstantRecord(slots) {
  const instance = Object.create(ShimInstantRecord.prototype);
  return setInstantSlots(instance, slots), attachDebugString(instance), instance;
}
function fromEpochMilliseconds2(epochMilliseconds) {
  return createShimInstantRecord(epochMilliToInstant(epochMilliseconds));
}
function toZonedDateTimeISO2(record2, timeZoneId) {
  return createShimZonedDateTimeRecord(instantToZonedDateTime(getShimInstantSlots(record2), queryTimeZone(refineTimeZoneId(timeZoneId))));
}

// node_modules/temporal-polyfill/fns/Instant.js
var fromEpochMilliseconds3 = NativeTemporal ? fromEpochMilliseconds : fromEpochMilliseconds2;
var toZonedDateTimeISO3 = NativeTemporal ? toZonedDateTimeISO : toZonedDateTimeISO2;

// node_modules/temporal-polyfill/fns/PlainDate.js
var create3 = NativeTemporal ? create$2 : create$22;
var dayOfWeek = NativeTemporal ? dayOfWeek$1 : dayOfWeek$12;
var toString4 = NativeTemporal ? toString$2 : toString$22;
var toPlainDateTime3 = NativeTemporal ? toPlainDateTime$1 : toPlainDateTime$12;
var addDays = NativeTemporal ? addDays$1 : addDays$12;

// node_modules/temporal-polyfill/fns/PlainDateTime.js
var equals3 = NativeTemporal ? equals$5 : equals$52;
var toString5 = NativeTemporal ? toString$5 : toString$52;
var toZonedDateTime3 = NativeTemporal ? toZonedDateTime$1 : toZonedDateTime$12;

// node_modules/temporal-polyfill/fns/PlainTime.js
var fromString3 = NativeTemporal ? fromString$6 : fromString$62;
var toString6 = NativeTemporal ? toString$6 : toString$62;

// node_modules/temporal-polyfill/fns/ZonedDateTime.js
var offset3 = NativeTemporal ? offset : offset2;
var getTimeZoneTransition3 = NativeTemporal ? getTimeZoneTransition : getTimeZoneTransition2;
var toPlainDateTime4 = NativeTemporal ? toPlainDateTime : toPlainDateTime2;
var toPlainDate3 = NativeTemporal ? toPlainDate : toPlainDate2;
var toPlainTime3 = NativeTemporal ? toPlainTime : toPlainTime2;

// src/core/timing/local-time.ts
function dayFrom(text3) {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = text3.split("-").map(Number);
  return create3(year, month, day);
}
function dayAt(at2, timeZone2) {
  return toPlainDate3(inZone(at2, timeZone2));
}
function daysAfter(day, days) {
  return addDays(day, days);
}
function weekdayOf(day) {
  return dayOfWeek(day);
}
function dayText(day) {
  return toString4(day);
}
function momentOf(day, time4, timeZone2) {
  const shown3 = time4 === "24:00" ? toPlainDateTime3(daysAfter(day, 1)) : toPlainDateTime3(day, fromString3(time4));
  const moment2 = toZonedDateTime3(shown3, timeZone2, { disambiguation: "earlier" });
  if (equals3(toPlainDateTime4(moment2), shown3)) return moment2.epochMilliseconds;
  const change = getTimeZoneTransition3(moment2, "next");
  if (change === null) {
    throw new Error(`${toString5(shown3)} is not skipped by any clock change in ${timeZone2}`);
  }
  return change.epochMilliseconds;
}
function localText(at2, timeZone2) {
  const local = inZone(at2.getTime(), timeZone2);
  const weekday = at2.toLocaleDateString("en-US", { weekday: "short", timeZone: timeZone2 });
  const time4 = toString6(toPlainTime3(local), { smallestUnit: "minute" });
  return `${weekday} ${dayText(toPlainDate3(local))} ${time4} (${offset3(local)}, ${timeZone2})`;
}
function inZone(at2, timeZone2) {
  return toZonedDateTimeISO3(fromEpochMilliseconds3(at2), timeZone2);
}

// src/core/timing/span.ts
var always = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
function without(span, hole) {
  return [
    { start: span.start, end: Math.min(span.end, hole.start) },
    { start: Math.max(span.start, hole.end), end: span.end }
  ].filter(({ start, end }) => start < end);
}
function merged(spans) {
  const joined = [];
  const ordered = spans.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start);
  for (const span of ordered) {
    const last = joined.at(-1);
    if (last === void 0 || span.start > last.end) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}

// src/core/timing/window.ts
var weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
function decideWindow(windows, now) {
  if (windows === void 0) return { kind: "open" };
  const at2 = now.getTime();
  const next2 = openSpans(windows, at2).find(({ end }) => end > at2);
  if (next2 === void 0) throw new Error(`no opening was found in the maintenance windows after ${now.toISOString()}`);
  return next2.start <= at2 ? { kind: "open", ...untilOf(next2) } : { kind: "closed", opensAt: new Date(next2.start), reason: closedReason(windows, at2) };
}
function nextLongEnough(windows, now, milliseconds2) {
  const at2 = now.getTime();
  const next2 = openSpans(windows, at2).find(({ start, end }) => start > at2 && end - start >= milliseconds2);
  return next2 && new Date(next2.start);
}
var daysLookedAhead = 21;
function openSpans({ timeZone: timeZone2, weekly, closed: closed2 }, now) {
  const shut = closed2.map((period) => closedSpan(period, timeZone2));
  const open5 = weekly === void 0 || coversTheWeek(weekly) ? [always] : weeklySpans(weekly, shut, now, timeZone2);
  return merged(shut.reduce((left, period) => left.flatMap((span) => without(span, period)), open5));
}
function weeklySpans(weekly, shut, now, timeZone2) {
  const anchors = [now, ...shut.map(({ end }) => end).filter((end) => end > now)];
  const days = /* @__PURE__ */ new Map();
  for (const anchor of anchors) {
    const first = daysAfter(dayAt(anchor, timeZone2), -1);
    for (let ahead = 0; ahead <= daysLookedAhead; ahead += 1) {
      const day = daysAfter(first, ahead);
      days.set(dayText(day), day);
    }
  }
  return [...days.values()].flatMap(
    (day) => weekly.filter((window) => opensOn(window, day)).map((window) => spanOn(day, window, timeZone2))
  );
}
function opensOn({ days }, day) {
  return days.some((name) => weekdays.indexOf(name) + 1 === weekdayOf(day));
}
function spanOn(day, { from, to }, timeZone2) {
  const last = to <= from ? daysAfter(day, 1) : day;
  return { start: momentOf(day, from, timeZone2), end: momentOf(last, to, timeZone2) };
}
function closedSpan({ from, to }, timeZone2) {
  return { start: momentOf(dayFrom(from), "00:00", timeZone2), end: momentOf(dayFrom(to), "24:00", timeZone2) };
}
var minutesOfDay = 24 * 60;
var minutesOfWeek = 7 * minutesOfDay;
function coversTheWeek(weekly) {
  const shown3 = weekly.flatMap(
    ({ days, from, to }) => days.flatMap((day) => {
      const start = weekdays.indexOf(day) * minutesOfDay + minutesOf(from);
      const end = start + ((minutesOf(to) - minutesOf(from) + minutesOfDay) % minutesOfDay || minutesOfDay);
      return [
        { start, end },
        { start: start - minutesOfWeek, end: end - minutesOfWeek }
      ];
    })
  );
  return merged(shown3).some(({ start, end }) => start <= 0 && end >= minutesOfWeek);
}
function minutesOf(time4) {
  return Number(time4.slice(0, 2)) * 60 + Number(time4.slice(3));
}
function untilOf({ end }) {
  return Number.isFinite(end) ? { until: new Date(end) } : {};
}
function closedReason({ timeZone: timeZone2, weekly = [], closed: closed2 }, at2) {
  const period = closed2.find((each) => {
    const { start, end } = closedSpan(each, timeZone2);
    return start <= at2 && at2 < end;
  });
  if (period !== void 0) return `closed from ${period.from} to ${period.to}: ${period.reason}`;
  return `outside the maintenance windows (${weekly.map(windowText).join("; ")}, ${timeZone2})`;
}
function windowText({ days, from, to }) {
  const when = days.length === weekdays.length ? "every day" : days.join(", ");
  return `${when} ${from}\u2013${to}`;
}

// src/config/window.ts
var time3 = string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day from "00:00" to "23:59", such as "22:00"').meta({ title: "time of day" });
var endTime = string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day from "00:00" to "24:00", such as "04:00"').meta({ title: "time of day" });
var date2 = iso_exports.date("a calendar date such as 2026-12-20").meta({ title: "date" });
var timeZone = string().refine(isTimeZone, "the name of a time zone, such as Europe/Zurich or UTC").meta({ title: "time zone", description: "The name of a time zone of the IANA database: `Europe/Zurich`, `UTC`." });
var weeklyWindow = strictObject({
  days: array(_enum(weekdays)).min(1).default([...weekdays]).describe("The days on which the window opens. Left out: every day."),
  from: time3.meta({ description: "When the window opens.", examples: ["22:00"] }),
  to: endTime.meta({
    description: "When it closes; a time before `from` is on the next day. `24:00` is the end of the day, so `00:00` to `24:00` is the whole day.",
    examples: ["04:00"]
  })
}).refine(({ from, to }) => from !== to, {
  path: ["to"],
  error: 'a different time from `from`; the whole day is from "00:00" to "24:00"'
});
var closedPeriod = strictObject({
  from: date2.meta({ description: "The first day.", examples: ["2026-12-20"] }),
  to: date2.meta({ description: "The last day, closed until its end.", examples: ["2027-01-03"] }),
  reason: string().min(1).describe("Why; it is shown to anyone who has to wait.")
}).refine(({ from, to }) => from <= to, { path: ["to"], error: "the same day as `from` or a later one" });
var maintenanceWindows = strictObject({
  "time-zone": timeZone.describe(
    "The time zone of these times and days, including daylight saving: `Europe/Zurich`."
  ),
  open: array(weeklyWindow).min(1).optional().describe("Every week. Windows that touch are one window. Left out: always, except in `closed`."),
  closed: array(closedPeriod).max(100).default([]).describe("Days on which no window opens, whatever `open` says.")
}).meta({
  examples: [
    {
      "time-zone": "Europe/Zurich",
      open: [{ days: ["sat", "sun"], from: "22:00", to: "04:00" }],
      closed: [{ from: "2026-12-20", to: "2027-01-03", reason: "Year-end freeze" }]
    }
  ]
}).transform(
  (written3) => ({
    timeZone: written3["time-zone"],
    closed: written3.closed,
    ...written3.open === void 0 ? {} : { weekly: written3.open }
  })
);
function isTimeZone(name) {
  if (name !== "UTC" && !/^[A-Za-z_]+\/[\w/+-]+$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

// src/config/schema.ts
var hook = strictObject({
  run: argv,
  env: record(string(), template).default({}).describe(
    "Variables for the command. Of the secrets in this file it gets only those that are used here or in `run`; it inherits everything else that the job has."
  )
}).describe("A command of your own. Exit code 0 means that it succeeded.");
var environmentKeys = {
  url: template.optional().meta({
    description: "The address of the server, without a slash at the end. Paths of probes and smoke tests are appended. Only a product with stages may do without, where nothing is asked by HTTP.",
    examples: ["https://api.example.com"]
  }),
  access: record(slug, union([template, tokenSource])).prefault({}).meta({
    description: "Credentials that the product's probes need, by the product's name for each. Each is a `${NAME}`, never written out; or a client that a token is obtained with, which is renewed before it expires.",
    examples: [
      { admin: "${PRODUCTION_ADMIN_TOKEN}" },
      {
        admin: {
          "client-credentials": {
            "token-url": "{url}/oauth2/token",
            "client-id": "${PRODUCTION_CLIENT_ID}",
            "client-secret": "${PRODUCTION_CLIENT_SECRET}"
          }
        }
      }
    ]
  }),
  data: dataStores.optional().transform((written3) => written3 ?? []).meta({
    description: "Only a product with stages may do without: then nothing is backed up, and nothing can be restored. What is backed up on production and restored on staging: a store of data, or a list of several, with the same names in the same order on both. Each may have a `name` beside its kind; without one, the kind is its name. Two of one kind need it.",
    examples: [
      { postgres: { url: "${PRODUCTION_DATABASE_URL}" } },
      [
        { postgres: { url: "${PRODUCTION_RECORDS_URL}" }, name: "records" },
        { postgres: { url: "${PRODUCTION_TASKS_URL}" }, name: "tasks" }
      ]
    ]
  }),
  deploy: deployer.optional().describe("How a release is deployed. Only a product whose stages have a `deploy` of their own may do without.")
};
var deployHooks = {
  "before-deploy": hook.optional().describe("Runs directly before each deploy: for example to turn on maintenance mode or to notify users."),
  "after-deploy": hook.optional().describe("Runs after each deploy that succeeded."),
  logs: hook.optional().describe("Prints the server's log, which goes into the file that is written when there is no way back."),
  "on-failure": hook.optional().describe("Runs when a step in this environment fails.")
};
var production = strictObject({
  ...environmentKeys,
  hooks: strictObject({ "before-backup": hook.optional().describe("Runs directly before each backup."), ...deployHooks }).prefault({}).describe("Your own commands around the steps on production.")
});
var scrub = union([
  hook,
  strictObject({ waive: string().min(1).describe("The reason, which goes into the journal.") }).describe("Says why a copy of live data may be started unchanged.")
]);
var staging = strictObject({
  ...environmentKeys,
  disposable: literal(true).describe("Says that everything in this environment may be replaced. Without it, nothing is written there."),
  hooks: strictObject({
    scrub: scrub.optional().describe(
      "Runs after a restore, before the server first starts: a copy of live data must not write mail to patients."
    ),
    ...deployHooks
  }).prefault({}).describe("Your own commands around the steps on staging.")
});
var waivedStaging = strictObject({
  waive: string().min(1).describe(
    "Why there is no staging: a whole sentence for whoever approves. It is in the plan, in the summary and in the journal, and is a part of what is approved."
  )
}).describe("There is no staging: hops go to production without a rehearsal. Only for a product with stages.");
var gate = _enum(gateSettings);
var scope = _enum(gateScopes);
var defaultBudget = "5h";
var defaultJobLimit = "6h";
var configuration = strictObject({
  system: slug.meta({
    description: "Names the lock, the journal and the backups. Never change it on a live system.",
    examples: ["records"]
  }),
  product: productReference.describe(
    "The name of a shipped product; `extends:` with such a name, and your own keys; or your own definition."
  ),
  environments: strictObject({
    production: production.describe("The installation that people use."),
    staging: union([staging, waivedStaging]).describe("Where each hop is rehearsed on a restored copy of production. Its data is overwritten.")
  }).describe("The two installations of the system."),
  backup: strictObject({
    store: backupStore.describe("Where backups are kept. The jobs of both environments must be able to reach it.")
  }).optional().describe("The backups of production. Only a product without `data` may do without."),
  rehearsal: strictObject({
    "max-age": duration.prefault("7d").describe("How old a rehearsal may be at promotion, measured from the data of the backup that it proved.")
  }).prefault({}).describe("How long a rehearsal counts."),
  "restore-point": strictObject({
    prove: boolean().default(false).describe("Restore the restore point on staging before production is deployed.")
  }).prefault({}).describe("The second backup, taken after the approval, directly before production is deployed."),
  gates: strictObject({
    production: gate.default("environment").describe("Who approves that a hop goes to production."),
    finalize: gate.default("environment").describe("Who approves that the migrations start: the point of no return."),
    scope: scope.default("hop").describe(
      "What one approval is for. `hop`: each hop has its own. `path`: one approval, given after the plan, lets all hops of the run go to production and lets their migrations start, each only as planned and only when its rehearsal has passed; nobody is asked again. Needs `production: environment`, and an environment `production-approved`."
    )
  }).prefault({}).describe(
    "`environment`: the reviewers of the GitHub environment, whose protection is read before production is changed. `dispatch`, for plans without reviewers: the run ends as waiting, and a person starts the workflow again with the confirmation of the hop. `none`: nobody."
  ),
  journal: strictObject({ store: journalStore.prefault({ git: {} }).describe("Where the journal is kept.") }).prefault({}).describe("The record of what was observed, decided and done."),
  windows: maintenanceWindows.optional().describe(
    "When production may be changed. At other times promotion waits, and says for how long; a rollback never waits."
  ),
  lock: strictObject({
    lease: duration.prefault("15m").describe("How long a run that has died keeps others from acting. A live run renews its lease in time."),
    "clock-tolerance": duration.prefault("2m").describe("How much the clocks of two runners may differ.")
  }).prefault({}).describe("One run at a time acts on a system, under a lease in the journal."),
  "start-timeout": duration.prefault("15m").describe("How long a release may take to answer after a deploy before the step ends as failed."),
  budget: duration.prefault(defaultBudget).describe("How long one wait may take before the step ends as waiting; a later run continues."),
  "job-limit": jobLimit.prefault(defaultJobLimit).describe(
    "How long a job of the workflows may run; `init` writes it into them. A wait ends as waiting before that, and a later run continues. GitHub ends each job on its own runners after 6h."
  ),
  validate: strictObject({
    for: duration.describe('For how long they run. At most as long as "budget".'),
    every: duration.prefault("30s").describe("How long to pause between two rounds.")
  }).optional().meta({
    description: "Repeats the smoke tests of production for a time before they count as passed: after the deploy, while the rollback window is open, and again after the migrations. One that fails ends the step at once. Without it they run once, as they do on staging.",
    examples: [{ for: "30m", every: "30s" }]
  }),
  "rollback-window": strictObject({
    "warn-after": duration.prefault("24h").describe("How long it may be open before reports warn about it.")
  }).prefault({}).describe(
    "The time on production between a deploy with deferred migrations and their start, during which the previous release can be deployed again."
  ),
  releases: strictObject({
    "minimum-age": duration.optional().describe(
      "How long ago a release must have been published before a path uses it. A release without a known date is then not used."
    ),
    prereleases: boolean().default(false).describe("Lets a path use prereleases. A prerelease that is named as the target is always used.")
  }).prefault({}).describe("Which of the published releases a path may use; the product defines where they are found."),
  acknowledge: array(string().min(1)).default([]).describe("Ids of manual steps that a person has done; `plan` lists them."),
  facts: record(slug, union([boolean(), number(), string()])).default({}).describe("Facts about this installation that conditional path rules need."),
  parts: record(partName, partVersion).default({}).meta({
    description: "The present versions of parts of production besides its release, such as a chart, where no probe of the product shows them. Path rules use them, and `{parts.chart}` passes them to your commands.",
    examples: [{ chart: "7.10.0" }]
  }),
  smoke: array(smokeTest).prefault([]).describe("Your own tests, run after the product's.")
}).meta({ title: "Staged Upgrade", description: "The configuration of Staged Upgrade: .github/staged-upgrade.yml" });

// src/config/cross-checks.ts
function crossChecks(document, products) {
  return [
    ...product(document, products),
    ...addressesApart(document),
    ...dataChecks(document),
    ...urls(document),
    ...validation(document),
    ...gateScope(document)
  ];
}
function product(document, products) {
  const chosen = valueAt(document, ["product"]);
  const extended = valueAt(chosen, ["extends"]);
  const name = isMapping(chosen) ? extended : chosen;
  const own = (key) => isMapping(chosen) ? valueAt(chosen, [key]) : void 0;
  if (isMapping(chosen) && extended === void 0)
    return access5(document, String(own("title") ?? "The product"), own("access"));
  if (typeof name !== "string" || name === "") return [];
  const definition = products.find(name);
  if (definition) {
    return access5(document, String(own("title") ?? definition.title), own("access") ?? definition.access);
  }
  const near = nearest(name, products.names);
  return [
    {
      path: isMapping(chosen) ? ["product", "extends"] : ["product"],
      at: "value",
      problem: `There is no product ${quoted(name)}.`,
      accepted: `${products.names.join(", ")}, or your own definition in place of the name.`,
      fix: near ? `did you mean "${near}"?` : "write one of these names, or write the product out."
    }
  ];
}
function access5(document, title, asked2) {
  const names2 = keysOf(asked2);
  return environmentNames.flatMap((environment3) => {
    const settings5 = valueAt(document, ["environments", environment3]);
    if (!isMapping(settings5) || "waive" in settings5) return [];
    const given = keysOf(valueAt(settings5, ["access"]));
    return names2.filter((name) => !given.includes(name)).map((name) => {
      const near = nearest(
        name,
        given.filter((each) => !names2.includes(each))
      );
      const variable = `${environment3}_${name}`.toUpperCase().replace(/\W+/g, "_");
      const description = valueAt(asked2, [name, "description"]);
      return {
        path: ["environments", environment3, "access", ...near ? [near] : []],
        at: "key",
        problem: `${title} needs the credential ${quoted(name)}${typeof description === "string" ? `: ${description}` : "."}`,
        fix: near ? `did you mean "${name}" where you wrote "${near}"?` : `add \`${name}: "\${${variable}}"\` to environments.${environment3}.access.`
      };
    });
  });
}
function keysOf(value) {
  return isMapping(value) ? Object.keys(value) : [];
}
function addressesApart(document) {
  const path = ["environments", "staging", "url"];
  const staging2 = valueAt(document, path);
  if (staging2 === void 0 || staging2 !== valueAt(document, ["environments", "production", "url"])) return [];
  return [
    {
      path,
      at: "value",
      problem: "Staging has the same `url` as production; what staging has is overwritten.",
      accepted: "a different address from that of environments.production.",
      fix: "give staging its own `url`; where it uses a variable, a different one from production."
    }
  ];
}
function urls(document) {
  return environmentNames.flatMap((environment3) => {
    const path = ["environments", environment3, "url"];
    const url = valueAt(document, path);
    if (typeof url !== "string" || url === "") return [];
    const base = { path, at: "value", accepted: "a URL such as https://example.com." };
    if (url.endsWith("/")) {
      return [{ ...base, problem: "This URL ends with a slash; paths are appended to it.", fix: "remove the slash." }];
    }
    if (url.includes("${") || /^https?:\/\/[^/\s]/i.test(url)) return [];
    const problem2 = `This is ${shown(url, path)}, which has no http:// or https://.`;
    return [{ ...base, problem: problem2, fix: "write the whole address." }];
  });
}
function gateScope(document) {
  if (valueAt(document, ["gates", "scope"]) !== "path") return [];
  const accepted2 = { production: ["environment"], finalize: ["environment", "none"] };
  return ["production", "finalize"].flatMap((gate2) => {
    const setting2 = valueAt(document, ["gates", gate2]) ?? "environment";
    if (typeof setting2 !== "string" || accepted2[gate2].some((each) => each === setting2)) return [];
    return [
      {
        path: ["gates", gate2],
        at: "value",
        problem: `One approval for the whole path ("scope: path") is given by reviewers, but this gate is ${quoted(setting2)}.`,
        accepted: accepted2[gate2].map(quoted).join(" or "),
        fix: 'write "environment", or leave out "scope", so that each hop is approved separately.'
      }
    ];
  });
}
function validation(document) {
  const total = durationAt(document, ["validate", "for"]);
  const every = durationAt(document, ["validate", "every"]);
  const budget = durationAt(document, ["budget"]) ?? durationOf(defaultBudget);
  if (total === void 0) return [];
  const findings = [];
  if (budget !== void 0 && total.milliseconds > budget.milliseconds) {
    findings.push({
      path: ["validate", "for"],
      at: "value",
      problem: `The smoke tests would run for ${total.text}, but one step may take only ${budget.text} ("budget").`,
      accepted: `a duration of at most ${budget.text}.`,
      fix: `write ${budget.text} or less, or make "budget" longer.`
    });
  }
  const job = durationAt(document, ["job-limit"]) ?? durationOf(defaultJobLimit);
  if (findings.length === 0 && job !== void 0 && total.milliseconds > job.milliseconds / 2) {
    findings.push({
      path: ["validate", "for"],
      at: "value",
      problem: `The smoke tests would run for ${total.text}, but a job, which also backs up and deploys, may run for only ${job.text} ("job-limit").`,
      accepted: `a duration of at most half of ${job.text}.`,
      fix: 'write a shorter one, or make "job-limit" longer if your own runners allow it.'
    });
  }
  if (every !== void 0 && every.milliseconds > total.milliseconds) {
    findings.push({
      path: ["validate", "every"],
      at: "value",
      problem: `This is ${every.text}, but the smoke tests run for only ${total.text}: they would hardly be repeated.`,
      accepted: `a duration of at most ${total.text}.`,
      fix: "write how long to pause between two rounds, such as 30s."
    });
  }
  return findings;
}
function durationAt(document, path) {
  const text3 = valueAt(document, path);
  return typeof text3 === "string" ? durationOf(text3) : void 0;
}
function durationOf(text3) {
  const milliseconds2 = parseDuration(text3);
  return milliseconds2 === void 0 ? void 0 : { text: text3, milliseconds: milliseconds2 };
}

// src/config/accepted.ts
function accepted(schema) {
  if (isJson(schema)) return "a text, a finite number, true, false, null, or a list or mapping of these";
  const options = optionsOf(schema);
  const alone = ofOneOrSeveral(options);
  if (alone !== void 0) return `${accepted(alone)}; or a list of these`;
  const tags = isTagged(schema) ? tagsOf(options) : void 0;
  if (tags?.size === 1) return `{ ${[...tags.keys()].join()}: \u2026 }`;
  if (tags) return `one of the kinds ${[...tags.keys()].join(", ")}, such as { ${[...tags.keys()][0]}: \u2026 }`;
  return [...new Set(options.map((option2) => options.length > 1 ? shortly(option2) : acceptedByOne(option2)))].join(
    ", or "
  );
}
function ofOneOrSeveral(options) {
  const [list5, ...others] = options.filter((option2) => option2 instanceof core_exports.$ZodArray);
  if (list5 === void 0 || others.length > 0 || options.length === 1) return void 0;
  const { element } = list5._zod.def;
  const single = options.filter((option2) => option2 !== list5);
  return optionsOf(element).every((option2) => single.includes(option2)) ? element : void 0;
}
function isJson(schema) {
  return schema instanceof core_exports.$ZodLazy && optionsOf(schema).some((option2) => containsItself(option2, schema));
}
function containsItself(option2, whole2) {
  const inside = option2 instanceof core_exports.$ZodArray ? option2._zod.def.element : option2 instanceof core_exports.$ZodRecord ? option2._zod.def.valueType : void 0;
  return inside instanceof core_exports.$ZodLazy && inside._zod.innerType === whole2._zod.innerType;
}
function shortly(schema) {
  const required = requiredKeys(shapeOf(schema) ?? {});
  return required.length === 0 ? acceptedByOne(schema) : `a mapping with at least ${required.join(", ")}`;
}
function acceptedByOne(schema) {
  const values = schema._zod.values;
  if (values && (schema instanceof core_exports.$ZodEnum || schema instanceof core_exports.$ZodLiteral)) {
    return values.size === 1 ? `${[...values].map(String).join()}` : `one of ${[...values].map(String).join(", ")}`;
  }
  const shape = shapeOf(schema);
  if (shape) return `a mapping with the keys ${Object.keys(shape).join(", ")}`;
  if (schema instanceof core_exports.$ZodString) return patternWords(schema) ?? "a text";
  if (schema instanceof core_exports.$ZodBoolean) return "true or false";
  if (schema instanceof core_exports.$ZodNumber) return schema._zod.def.checks?.length ? "a whole number" : "a finite number";
  if (schema instanceof core_exports.$ZodNull) return "nothing";
  if (schema instanceof core_exports.$ZodArray) return `a list; each item is ${accepted(schema._zod.def.element)}`;
  if (schema instanceof core_exports.$ZodTuple) return "a list of texts with at least one item, such as [program, argument]";
  if (schema instanceof core_exports.$ZodRecord)
    return `a mapping of names; each value is ${accepted(schema._zod.def.valueType)}`;
  return "another value";
}
function patternWords(schema) {
  const result = safeParse(schema, "\0");
  const issue = result.success ? void 0 : result.error.issues.find((each) => each.code === "invalid_format");
  if (issue?.code !== "invalid_format") return void 0;
  if (issue.format === "url") return "a URL such as https://example.com";
  return issue.message.startsWith("Invalid") ? void 0 : issue.message;
}

// src/config/fix.ts
var yes = ["true", "yes", "on"];
var no = ["false", "no", "off"];
function fixFor2(subject) {
  const { value, path } = subject;
  const options = subject.schema ? optionsOf(subject.schema) : [];
  const types = options.map((option2) => option2._zod.def.type);
  if (value === null || value === void 0) return fixForNothing(subject);
  if ((typeof value === "number" || typeof value === "boolean") && types.includes("string")) {
    const text3 = subject.written(path) ?? String(value);
    if (options.some((option2) => safeParse(option2, text3).success))
      return `put it in quotes: ${JSON.stringify(text3)}.`;
    return "write a text in the accepted form, in quotes.";
  }
  if (typeof value === "string") return fixForText(value, options, types);
  if (typeof value === "object" && types.length === 1 && types[0] === "string") return "write one text here.";
  return "write it in the accepted form.";
}
function fixForNothing(subject) {
  const required = subject.schema?._zod.optin === void 0;
  return required ? "give it a value." : "give it a value, or remove the key.";
}
function fixForText(value, options, types) {
  const text3 = value.trim().toLowerCase();
  const wantsBoolean = types.includes("boolean") || options.some((option2) => option2._zod.values?.has(true));
  if (wantsBoolean && yes.includes(text3)) return "write true, without quotes.";
  if (types.includes("boolean") && no.includes(text3)) return "write false, without quotes.";
  if (types.includes("number") && text3 !== "" && Number.isFinite(Number(text3))) return `write ${text3}, without quotes.`;
  if (types.includes("tuple")) return "write it as a list: [program, argument, argument].";
  if (types.includes("array")) return 'write it as a list: one item to a line, each after "- ", or [in, brackets].';
  const near = nearest(
    text3,
    options.flatMap((option2) => [...option2._zod.values ?? []].map(String))
  );
  if (near) return `did you mean "${near}"?`;
  const rewritten = rewritings(text3).find(
    (each) => each !== value && options.some((option2) => safeParse(option2, each).success)
  );
  return rewritten === void 0 ? "write it in the accepted form." : `did you mean "${rewritten}"?`;
}
function rewritings(text3) {
  const duration4 = /^(\d+)\s*(s|m|h|d)[a-z]*$/.exec(text3);
  const name = text3.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  if (/[<>=~^|]|^v?\d+\.\d/.test(text3)) return [text3, ...ranges(text3)];
  return [text3, ...duration4 ? [`${duration4[1]}${duration4[2]}`] : [name]];
}
function ranges(text3) {
  const plain2 = text3.replaceAll(/=>/g, ">=").replaceAll(/=</g, "<=").replaceAll(/==+/g, "=").replaceAll(/(?<!\w)v(?=\d)/g, "").replaceAll(/(\.[x*])+(?![\w.])/g, "").replaceAll(/\s*(,|&&?|\band\b)\s*/g, " ").replaceAll(/\s*(\|+|\bor\b)\s*/g, " || ").trim();
  const spelledOut = plain2.replaceAll(/\^(\d+)((?:\.\d+)*)/g, (_, major, rest) => `>=${major}${rest} <${Number(major) + 1}`).replaceAll(
    /~>?\s*(\d+)\.(\d+)((?:\.\d+)*)/g,
    (_, major, minor, rest) => `>=${major}.${minor}${rest} <${major}.${Number(minor) + 1}`
  );
  return /\^0/.test(plain2) ? [] : [plain2, spelledOut];
}

// src/config/explain-choice.ts
function explainChoice(subject, against2) {
  const { schema, value } = subject;
  if (schema === void 0) return [];
  const options = optionsOf(schema);
  const objects = options.filter((option2) => shapeOf(option2) !== void 0);
  if (!isMapping(value) || objects.length === 0) return notOfAnyForm(subject, options, against2);
  const tags = tagsOf(objects);
  if (tags === void 0) return closest(objects, value).flatMap((form2) => against2(form2, subject));
  const keys = Object.keys(value);
  const chosen = keys.filter((key) => tags.has(key));
  const [tag, ...others] = chosen;
  const meant = objects.find((form2) => keys.some((key) => isOnlyIn(form2, key, objects)));
  if (tag === void 0 && meant !== void 0) return against2(meant, subject);
  if (tag === void 0) return [noKind(subject, [...tags.keys()], keys, objects)];
  if (others.length > 0) return [severalKinds(subject, chosen)];
  const form = tags.get(tag);
  return form ? against2(form, subject) : [];
}
function notOfAnyForm(subject, options, against2) {
  const sameType = options.filter((option2) => option2._zod.def.type === typeOf(subject.value));
  const [only] = sameType;
  if (only && sameType.length === 1) return against2(only, subject);
  return [
    {
      path: subject.path,
      at: "value",
      problem: subject.given ? `This is ${shown(subject.value, subject.path)}.` : `The key ${quoted(String(subject.path.at(-1)))} is missing.`,
      accepted: `${subject.schema ? accepted(subject.schema) : ""}.`,
      fix: kindFix(subject, options)
    }
  ];
}
function kindFix(subject, options) {
  const tags = tagsOf(options.filter((option2) => shapeOf(option2) !== void 0));
  if (typeof subject.value === "string" && tags) {
    const near = nearest(subject.value, [...tags.keys()]);
    if (near) return `write { ${near}: \u2026 } with the settings of ${near}.`;
  }
  return subject.value === null ? fixForNothing(subject) : typeof subject.value === "string" ? "write it in the accepted form." : fixFor2(subject);
}
function noKind(subject, kinds5, keys, objects) {
  const known = objects.flatMap((option2) => Object.keys(shapeOf(option2) ?? {}));
  const unknown2 = keys.filter((key2) => !known.includes(key2));
  const [key] = unknown2;
  const place2 = key === void 0 ? { path: subject.path, at: "value" } : { path: [...subject.path, key], at: "key" };
  const near = unknown2.map((each) => nearest(each, kinds5)).find((each) => each !== void 0);
  return {
    ...place2,
    problem: key === void 0 ? "The kind is missing." : `Unknown kind ${quoted(key)}.`,
    accepted: `${kinds5.join(", ")}.`,
    fix: near ? `did you mean "${near}"?` : `use one of them as the key: { ${kinds5[0]}: \u2026 }.`
  };
}
function severalKinds(subject, chosen) {
  const list5 = chosen.map((key) => quoted(key)).join(" and ");
  return {
    path: subject.path,
    at: "value",
    problem: `Only one of ${list5} may be here.`,
    fix: `keep one of ${list5}.`
  };
}
function isOnlyIn(form, key, objects) {
  const having = objects.filter((option2) => Object.hasOwn(shapeOf(option2) ?? {}, key));
  return having.length === 1 && having[0] === form;
}
function closest(objects, value) {
  const keys = Object.keys(value);
  const shared = (option2) => keys.filter((key) => Object.hasOwn(shapeOf(option2) ?? {}, key)).length;
  return [...objects].sort((a, b) => shared(b) - shared(a)).slice(0, 1);
}
function typeOf(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

// src/config/former-database.ts
var longestShown = 100;
function formerDatabase(environment3, path) {
  if (path.length !== 3 || path[0] !== "environments" || path[2] !== "database" || !isMapping(environment3))
    return void 0;
  const value = Object.entries(environment3).find(([key]) => key === "database")?.[1];
  const base = {
    path,
    at: "key",
    problem: "This key is now `data`: an environment may have several stores of data.",
    meant: "data"
  };
  if (hasAt(environment3, ["data"])) return { ...base, fix: "remove it: `data` is there too." };
  return { ...base, fix: isMapping(value) ? `write \`data: ${rendered(value)}\`.` : "write `data` in its place." };
}
function rendered(value) {
  const text3 = flow(value, false);
  return text3 === void 0 || text3.length > longestShown ? flow(value, true) ?? "\u2026" : text3;
}
function flow(value, isShort2) {
  if (typeof value === "string")
    return looksSecret(value) || passwordsIn(value).length > 0 ? void 0 : JSON.stringify(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (!isMapping(value)) return void 0;
  const members = Object.entries(value).map(([key, member]) => {
    if (isShort2) return `${key}: \u2026`;
    const text3 = namesSecret(key) ? void 0 : flow(member, false);
    return text3 === void 0 ? void 0 : `${key}: ${text3}`;
  });
  return members.includes(void 0) ? void 0 : `{ ${members.join(", ")} }`;
}

// src/config/explain.ts
function explain(schema, value, path, issues2, written3) {
  const subjectAt = (inner) => ({
    schema: schemaAt(schema, inner),
    value: valueAt(value, inner),
    path: [...path, ...inner],
    given: hasAt(value, inner),
    written: written3
  });
  const findings = issues2.filter((issue) => !followsUnknownKey(issue, issues2)).flatMap((issue) => {
    const inner = issue.path.filter((part7) => typeof part7 !== "symbol");
    const subject = subjectAt(inner);
    const parent = subjectAt(inner.slice(0, -1));
    if (!subject.given && inner.length > 0 && !(parent.schema && isOneKind(parent.schema))) return [missing2(subject)];
    if (issue.code === "invalid_union") return explainChoice(subject, against);
    if (subject.given && subject.schema && isOneKind(subject.schema)) return explainChoice(subject, against);
    if (!subject.given && inner.length > 0 && parent.schema && isOneKind(parent.schema))
      return explainChoice(parent, against);
    return explainIssue(issue, subject);
  });
  return withoutFollowing(findings);
}
function followsUnknownKey(issue, issues2) {
  const place2 = issue.path.join(".");
  return issue.code === "custom" && issues2.some((other) => other.code === "unrecognized_keys" && other.path.join(".") === place2);
}
function against(form, subject) {
  const result = safeParse(form, subject.value);
  return result.success ? [] : explain(form, subject.value, subject.path, result.error.issues, subject.written);
}
function explainIssue(issue, subject) {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, subject));
  switch (issue.code) {
    case "invalid_type":
    case "invalid_value":
      return [wrongValue(subject)];
    case "invalid_key": {
      const name = String(subject.path.at(-1) ?? "");
      const form = issue.issues.map((each) => each.message).join("; ");
      return [
        {
          path: subject.path,
          at: "key",
          problem: `${quoted(name)} is not allowed as a name here.`,
          accepted: `${form}.`,
          fix: "rename it."
        }
      ];
    }
    case "too_small":
    case "too_big":
      return [wrongSize(issue, subject)];
    default:
      return [{ ...wrongValue(subject), accepted: `${acceptedFor(subject, issue.message)}.` }];
  }
}
function unknownKey(key, subject) {
  const former = formerDatabase(subject.value, [...subject.path, key]);
  if (former !== void 0) return former;
  const objects = subject.schema ? optionsOf(subject.schema).filter((option2) => shapeOf(option2) !== void 0) : [];
  const [form] = isMapping(subject.value) ? closest(objects, subject.value) : objects;
  const known = Object.keys((form && shapeOf(form)) ?? {});
  const near = nearest(key, known);
  const meant = near !== void 0 && !hasAt(subject.value, [near]) ? near : void 0;
  return {
    path: [...subject.path, key],
    at: "key",
    problem: key === "<<" ? "Merge keys (`<<`) are not supported." : `Unknown key ${quoted(key)}.`,
    ...known.length === 0 ? {} : { accepted: `${known.join(", ")}.` },
    fix: key === "<<" ? "write the keys out." : meant ? `did you mean "${meant}"?` : "correct or remove it.",
    ...meant === void 0 ? {} : { meant }
  };
}
function missing2(subject) {
  const key = subject.path.at(-1);
  const description = subject.schema && descriptionOf(subject.schema);
  const what = typeof key === "number" ? `Item ${key + 1} is missing.` : `The key ${quoted(String(key))} is missing.`;
  const only = subject.schema && optionsOf(subject.schema).length === 1 ? [...subject.schema._zod.values ?? []] : [];
  const line = `${key}:${only.length === 1 ? ` ${String(only[0])}` : ""}`;
  const parent = pathText(subject.path.slice(0, -1));
  return {
    path: subject.path,
    at: "value",
    problem: description ? `${what} ${description}` : what,
    accepted: `${acceptedFor(subject)}.`,
    fix: typeof key === "number" ? `add it to ${parent}.` : `add \`${line}\`${parent === "" ? "" : ` to ${parent}`}.`
  };
}
function wrongValue(subject) {
  return {
    path: subject.path,
    at: "value",
    problem: `This is ${shown(subject.value, subject.path)}.`,
    accepted: `${acceptedFor(subject)}.`,
    fix: fixFor2(subject)
  };
}
function wrongSize(issue, subject) {
  const isText = typeof subject.value === "string";
  const isEmpty = subject.value === "" || Array.isArray(subject.value) && subject.value.length === 0;
  const unit = isText ? " characters" : Array.isArray(subject.value) ? " items" : "";
  const limit = issue.code === "too_small" ? `at least ${issue.minimum}${unit}` : `at most ${issue.maximum}${unit}`;
  return {
    ...wrongValue(subject),
    problem: isEmpty ? "This is empty." : `This is ${shown(subject.value, subject.path)}.`,
    accepted: isEmpty ? `${acceptedFor(subject)}.` : `${acceptedFor(subject)}, ${limit}.`,
    fix: isEmpty ? "give it a value." : `write ${limit}.`
  };
}
function acceptedFor(subject, message) {
  const form = subject.schema && accepted(subject.schema);
  const own = message !== void 0 && !message.startsWith("Invalid");
  return own ? message : form ?? "something else";
}
function withoutFollowing(findings) {
  const place2 = (finding2) => JSON.stringify([finding2.path, finding2.problem]);
  const once = [...new Map(findings.toReversed().map((finding2) => [place2(finding2), finding2])).values()].toReversed();
  const meant = new Set(
    once.flatMap(
      (finding2) => finding2.meant === void 0 ? [] : [JSON.stringify([...finding2.path.slice(0, -1), finding2.meant])]
    )
  );
  return once.filter((finding2) => finding2.at === "key" || !meant.has(JSON.stringify(finding2.path)));
}

// src/config/literal-secrets.ts
function literalSecrets(document) {
  return [...texts(document)].flatMap(({ text: text3, path }) => {
    const what = secretIn(text3, path);
    return what === void 0 ? [] : [finding(what, path)];
  });
}
function secretIn(text3, path) {
  if (passwordsIn(text3).some(isLiteral)) return "This contains a password that is written out.";
  if (looksSecret(text3)) return "This looks like a key or a token.";
  if (!isLiteral(text3)) return void 0;
  if (path[0] === "environments" && path[2] === "access" && path.length === 4) return "This credential is written out.";
  const key = path.at(-1);
  return typeof key === "string" && namesSecret(key) ? `Judging by its name, "${key}" is a secret, and it is written out.` : void 0;
}
function isLiteral(text3) {
  return text3 !== "" && !/(?<!\$)\$\{|(?<!\{)\{[\w.-]+\}/.test(text3);
}
function finding(problem2, path) {
  const name = variableFor(path);
  return {
    path,
    at: "value",
    problem: problem2,
    accepted: "a value with ${NAME}, an environment variable that the job gets from a secret.",
    fix: `write "\${${name}}", set ${name} from a secret of the job's environment, and change the secret: it may have been read.`
  };
}
function variableFor(path) {
  const last = path.at(-1);
  const kind2 = path[2] === "data" ? path.slice(3, -1).find((part7) => typeof part7 === "string") : void 0;
  const environment3 = path[0] === "environments" ? [path[1], ...kind2 === void 0 ? [] : [kind2]] : [];
  return [...environment3, typeof last === "string" ? last : "secret"].join("_").toUpperCase().replace(/\W+/g, "_");
}

// src/config/mistake.ts
var ConfigurationError = class extends UserError {
  file;
  mistakes;
  constructor(file, mistakes) {
    const one = mistakes.length === 1;
    const ordered = [...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);
    super({
      happened: `${file} has ${one ? "a mistake" : `${mistakes.length} mistakes`}.

${ordered.map((mistake) => rendered2(file, mistake)).join("\n\n")}
`,
      means: "Nothing was done.",
      next: `Correct ${one ? "it" : "them"}, then run the command again.`
    });
    this.file = file;
    this.mistakes = ordered;
  }
};
function rendered2(file, mistake) {
  const where = pathText(mistake.path);
  return [
    `${file}:${mistake.line}:${mistake.column}${where === "" ? "" : `: ${where}`}`,
    mistake.problem,
    ...mistake.accepted ? [`Accepted: ${mistake.accepted}`] : [],
    `Fix: ${mistake.fix}`
  ].join("\n  ");
}

// src/config/product-needs.ts
function chosenIn(document, products) {
  const product2 = valueAt(document, ["product"]);
  if (isMapping(product2)) return { isStages: "stages" in product2, written: product2 };
  const shipped = typeof product2 === "string" ? products.find(product2) : void 0;
  return shipped === void 0 ? void 0 : { isStages: hasStages(shipped), written: void 0 };
}
function missingForProduct(document, products) {
  const chosen = chosenIn(document, products);
  const isStages = chosen?.isStages === true;
  const needs = environmentNames.flatMap((environment3) => {
    const settings5 = valueAt(document, ["environments", environment3]);
    if (!isMapping(settings5) || environment3 === "staging" && "waive" in settings5) return [];
    const keys = isStages ? neededByStages(document, chosen.written) : ["url", "data", "deploy"];
    return keys.map((key) => ["environments", environment3, key]);
  });
  const hasData = valueAt(document, ["environments", "production", "data"]) !== void 0;
  const all = [...needs, ...isStages && !hasData ? [] : [["backup"]]];
  return all.filter((path) => valueAt(document, path) === void 0).map((path) => ({ code: "invalid_type", expected: "object", path: [...path], input: void 0, message: "" }));
}
function neededByStages(document, written3) {
  const asked2 = { product: written3, smoke: valueAt(document, ["smoke"]) };
  const stages = valueAt(written3, ["stages"]);
  const later = Array.isArray(stages) ? stages.slice(1) : [];
  return [
    ...asksByHttp(asked2) ? ["url"] : [],
    ...later.some((stage) => isMapping(stage) && !("deploy" in stage)) ? ["deploy"] : []
  ];
}
function asksByHttp(value) {
  if (Array.isArray(value)) return value.some(asksByHttp);
  if (isMapping(value)) return "http" in value || Object.values(value).some(asksByHttp);
  return [...texts(value)].some(({ text: text3 }) => /(?<!\{)\{url\}/.test(text3));
}
function stagesChecks(document, products) {
  const chosen = chosenIn(document, products);
  if (chosen === void 0) return [];
  const staging2 = ["environments", "staging"];
  const waiver = valueAt(document, [...staging2, "waive"]);
  const data = environmentNames.map((name) => valueAt(document, ["environments", name, "data"]) !== void 0);
  return [
    ...waiver !== void 0 && !chosen.isStages ? [
      {
        path: [...staging2, "waive"],
        at: "key",
        problem: "Staging can be waived only for a product with stages; this one has releases.",
        accepted: "a staging on which each hop is rehearsed on a copy of production.",
        fix: 'describe a staging in place of "waive".'
      }
    ] : [],
    ...chosen.isStages && waiver === void 0 && data[0] !== data[1] && isMapping(valueAt(document, staging2)) ? [
      {
        path: [...staging2],
        at: "key",
        problem: `Only ${data[0] ? "production" : "staging"} has a \`data\`: what is backed up on production is restored on staging.`,
        accepted: "data on both, or on neither.",
        fix: `add it to environments.${data[0] ? "staging" : "production"}, or leave it out of both.`
      }
    ] : []
  ];
}

// src/config/source.ts
var limits = {
  fileKilobytes: 256,
  lines: 3e3,
  /** Of one text, or one key. */
  textCharacters: 1e4,
  /** In one mapping, or one list. */
  items: 1e3,
  /** In the whole file, with what aliases repeat. */
  values: 1e4,
  levels: mostLevels
};
function parseSource(text3) {
  if (text3.length > limits.fileKilobytes * 1024) {
    const problem2 = `The file is larger than ${limits.fileKilobytes} KiB.`;
    return oneMistake(problem2, "name the configuration file, not another one.");
  }
  const lines = text3.split("\n").length;
  if (lines > limits.lines) {
    const problem2 = `The file has ${lines} lines; ${limits.lines} is the most that is read.`;
    return oneMistake(problem2, "leave out what is not configuration.", limits.lines + 1);
  }
  const alone = loneReturn(text3);
  if (alone !== void 0)
    return oneMistake(
      "A line ends with a carriage return alone, as on old Macintoshes.",
      "save the file with Unix or Windows line breaks.",
      alone
    );
  const deep = tooDeepAt(text3);
  if (deep !== void 0)
    return oneMistake(
      "The file is nested too deeply to be read.",
      "write it flatter.",
      text3.slice(0, deep).split("\n").length
    );
  try {
    return parsed(text3);
  } catch (error) {
    if (error instanceof RangeError)
      return oneMistake("The file is nested too deeply to be read.", "write it flatter.");
    if (error instanceof ReferenceError) {
      return oneMistake("Aliases (`*name`) multiply too often.", "write the values out.");
    }
    throw error;
  }
}
function parsed(text3) {
  const lines = new LineCounter();
  const document = parseDocument(text3, {
    lineCounter: lines,
    prettyErrors: false,
    version: "1.2",
    stringKeys: true,
    uniqueKeys: false
  });
  const mistakes = [
    ...withoutFollowing2([...document.errors, ...document.warnings]).map((error) => ({
      ...syntaxFinding(error),
      ...position(lines, error.pos[0])
    })),
    ...keysWrittenTwice(document, text3).map(({ offset: offset4, finding: finding2 }) => ({ ...finding2, ...position(lines, offset4) })),
    ...wrongAliases(document).map(({ offset: offset4, finding: finding2 }) => ({ ...finding2, ...position(lines, offset4) }))
  ];
  if (mistakes.length > 0) return { kind: "mistakes", mistakes };
  const tooMuch = beyondLimits(document);
  if (tooMuch.length > 0) {
    return {
      kind: "mistakes",
      mistakes: tooMuch.map(({ offset: offset4, finding: finding2 }) => ({ ...finding2, ...position(lines, offset4) }))
    };
  }
  const data = document.toJS({ maxAliasCount: 100 });
  if (isTooDeep(data)) return tooDeep;
  if (valuesIn(data) > limits.values) return tooMany;
  const locate = (finding2) => ({ ...finding2, ...position(lines, offsetOf(document, finding2)) });
  const written3 = (path) => {
    const node = nodeAt(document, path);
    return isScalar(node) ? node.source : void 0;
  };
  return { kind: "source", source: { data, locate, written: written3 } };
}
function position(lines, offset4) {
  const { line, col } = lines.linePos(offset4);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
var independent = ["NON_STRING_KEY", "TAG_RESOLVE_FAILED"];
function withoutFollowing2(errors) {
  const stumbled = errors.filter((error) => !independent.includes(error.code)).sort((a, b) => a.pos[0] - b.pos[0])[0];
  return errors.filter(
    (error) => error === stumbled || independent.includes(error.code) && !(stumbled && error.pos[0] > stumbled.pos[0])
  );
}
function keysWrittenTwice(document, text3) {
  const stumbled = Math.min(
    ...document.errors.filter(({ code }) => !independent.includes(code)).map(({ pos }) => pos[0])
  );
  return duplicateKeys(document).filter((offset4) => offset4 < stumbled).map((offset4) => {
    const key = /^[\w.-]+/.exec(text3.slice(offset4, offset4 + limits.textCharacters))?.[0];
    const problem2 = `The key ${key ? `"${key}" ` : ""}is written twice in the same place.`;
    return { offset: offset4, finding: { path: [], at: "value", problem: problem2, fix: "keep one of the two." } };
  });
}
var noAnchor = {
  path: [],
  at: "value",
  problem: "This alias (`*name`) has no anchor (`&name`) before it.",
  fix: "if a text starts with *, put it in quotes; otherwise write the value out."
};
var containsItself2 = {
  path: [],
  at: "value",
  problem: "This alias (`*name`) is inside what it refers to.",
  fix: "write the value out."
};
function wrongAliases(document) {
  const wrong = [];
  visit(document, {
    Alias: (_key, alias, ancestors) => {
      const offset4 = alias.range?.[0] ?? 0;
      const target = alias.resolve(document);
      if (target === void 0) wrong.push({ offset: offset4, finding: noAnchor });
      else if (ancestors.includes(target)) wrong.push({ offset: offset4, finding: containsItself2 });
    }
  });
  return wrong;
}
function beyondLimits(document) {
  const found = [];
  const add4 = (node, problem2, fix2) => {
    found.push({ offset: node.range?.[0] ?? 0, finding: { path: [], at: "value", problem: problem2, fix: fix2 } });
  };
  visit(document, {
    Scalar: (_key, scalar2) => {
      const length = scalar2.source?.length ?? 0;
      if (length <= limits.textCharacters) return;
      const problem2 = `This text has ${length} characters; ${limits.textCharacters} is the most that is read.`;
      add4(scalar2, problem2, "put a long script or document into its own file, and name the file.");
    },
    Collection: (_key, { items, range }) => {
      if (items.length <= limits.items) return;
      const problem2 = `There are ${items.length} values here; ${limits.items} is the most that is read in one place.`;
      found.push({
        offset: range?.[0] ?? 0,
        finding: { path: [], at: "value", problem: problem2, fix: "leave out what is not configuration." }
      });
    }
  });
  return found;
}
function isTooDeep(data, levels = limits.levels) {
  if (typeof data !== "object" || data === null) return false;
  return levels === 0 || Object.values(data).some((child2) => isTooDeep(child2, levels - 1));
}
function syntaxFinding(error) {
  const base = { path: [], at: "value" };
  switch (error.code) {
    case "TAB_AS_INDENT":
      return { ...base, problem: "A tab is used to indent.", fix: "indent with spaces." };
    case "TAG_RESOLVE_FAILED":
      return {
        ...base,
        problem: "This tag (`!name`) means nothing here.",
        fix: "if a text starts with !, put it in quotes; otherwise leave out the tag."
      };
    case "MULTIPLE_DOCS":
      return {
        ...base,
        problem: "The file contains a second document, after `---`.",
        fix: "keep one configuration in a file."
      };
    case "RESOURCE_EXHAUSTION":
      return { ...base, problem: "The file is nested too deeply to be read.", fix: "write it flatter." };
    case "NON_STRING_KEY":
      return { ...base, problem: "A key must be a text.", fix: "put the key in quotes." };
    case "BAD_INDENT":
    case "MULTILINE_IMPLICIT_KEY":
    case "BLOCK_AS_IMPLICIT_KEY":
    case "BLOCK_IN_FLOW":
      return {
        ...base,
        problem: "This line does not fit the lines around it (YAML).",
        fix: 'indent it like its neighbours; put a text that contains ": " or " #" in quotes.'
      };
    default:
      return {
        ...base,
        problem: `This cannot be read as YAML (${error.code.toLowerCase().replaceAll("_", " ")}).`,
        fix: "look for a missing quote, bracket or colon here or on the line before; put a text that starts with { or [ or @ or % in quotes."
      };
  }
}
function oneMistake(problem2, fix2, line = 1) {
  return { kind: "mistakes", mistakes: [{ path: [], at: "value", problem: problem2, fix: fix2, line, column: 1 }] };
}
function valuesIn(data, from = 0) {
  if (from > limits.values || typeof data !== "object" || data === null) return from + 1;
  return Object.values(data).reduce(
    (count2, child2) => count2 > limits.values ? count2 : valuesIn(child2, count2),
    from + 1
  );
}
var tooMany = oneMistake(
  `The file contains more than ${limits.values} values, including those that aliases (\`*name\`) repeat.`,
  "leave out what is not configuration."
);
var tooDeep = oneMistake("The file is nested too deeply to be read.", "write it flatter.");
function offsetOf(document, finding2) {
  if (finding2.at === "value") {
    const node = nodeAt(document, finding2.path);
    if (node?.range) return node.range[0];
  }
  for (let length = finding2.path.length; length > 0; length--) {
    const offset4 = keyOffset(document, finding2.path.slice(0, length));
    if (offset4 !== void 0) return offset4;
  }
  return document.contents?.range?.[0] ?? 0;
}
function keyOffset(document, path) {
  const parent = nodeAt(document, path.slice(0, -1));
  if (!isMap(parent)) return void 0;
  const key = parent.items.find((item) => keyText(item.key) === String(path.at(-1)))?.key;
  return isNode(key) ? key.range?.[0] : void 0;
}
function nodeAt(document, path) {
  let node = followed(document, document.contents);
  for (const part7 of path) {
    if (isMap(node)) node = followed(document, node.items.find((item) => keyText(item.key) === String(part7))?.value);
    else if (isSeq(node)) node = followed(document, node.items[Number(part7)]);
    else return void 0;
  }
  return node;
}
function followed(document, node) {
  if (isAlias(node)) return node.resolve(document);
  if (isPair(node)) return void 0;
  return isNode(node) ? node : void 0;
}
function keyText(key) {
  return String(isScalar(key) ? key.value : key);
}

// src/config/template-checks.ts
function variableSyntax(document) {
  return [...texts(document)].flatMap(
    ({ text: text3, path }) => [...text3.matchAll(/\$\$\{|\$\{(?<github>\{[^}]*\}\})?(?<inside>[^}]*)(?<end>\}?)/g)].flatMap(
      (match) => {
        const problem2 = match[0] === "$${" ? void 0 : wrongVariable(match.groups ?? {});
        return problem2 === void 0 ? [] : [
          {
            path,
            at: "value",
            accepted: "${NAME}, the name of an environment variable; $${ for a literal ${.",
            ...problem2
          }
        ];
      }
    )
  );
}
function wrongVariable(groups) {
  const inside = groups.inside ?? "";
  if (groups.github !== void 0) {
    return {
      problem: "GitHub does not fill in ${{ \u2026 }} in this file.",
      fix: "write ${NAME} here, and NAME: ${{ \u2026 }} in the env: of the job that needs it."
    };
  }
  if (groups.end === "")
    return { problem: "A ${ is not closed.", fix: "close it with }, or write $${ for a literal ${." };
  if (/^[A-Za-z_]\w*$/.test(inside)) return void 0;
  if (/^[A-Za-z_]\w*:?[-+?=]/.test(inside)) {
    return {
      problem: "A variable cannot have a default or a condition here.",
      fix: "write ${NAME} alone; a variable that is not set is an error."
    };
  }
  if (/^[A-Za-z_]\w*$/.test(inside.trim()))
    return { problem: "There is a space in ${\u2026}.", fix: `write \${${inside.trim()}}.` };
  return {
    problem: "This ${\u2026} does not contain the name of a variable.",
    fix: "a name has letters, digits and _, and does not start with a digit."
  };
}
var dashed = /^[-+]/;
var interpreters = [
  { programs: /^(ba|da|z|k|mk|a|fi)?sh$/, script: /^-[a-z]*c$/, option: dashed },
  { programs: /^(pwsh|powershell)(\.exe)?$/i, script: /^-c(ommand)?$/i, option: dashed },
  { programs: /^cmd(\.exe)?$/i, script: /^\/[ck]$/i, option: /^\// },
  { programs: /^python[\d.]*$/, script: /^-[a-zA-Z]*c$/, option: dashed },
  { programs: /^(node|deno|bun|perl|ruby)$/, script: /^(-[a-zA-Z]*[eEp]|--eval|--print|eval)$/, option: dashed }
];
var withValue = /^[-+][a-zA-Z]*[oO]$/;
function scriptsWithValues(document, path = []) {
  if (Array.isArray(document)) {
    const script2 = scriptPosition(document);
    const text3 = script2 === void 0 ? void 0 : document[script2];
    const value = typeof text3 === "string" ? /(?<!\$)\$\{[^}]*\}|(?<![{$])\{[^{}]*\}/.exec(text3)?.[0] : void 0;
    if (script2 !== void 0 && value !== void 0) return [pasted(value, [...path, script2])];
    return document.flatMap((item, index) => scriptsWithValues(item, [...path, index]));
  }
  if (!isMapping(document)) return [];
  return Object.entries(document).flatMap(([key, item]) => scriptsWithValues(item, [...path, key]));
}
function scriptPosition(argv3) {
  const words3 = argv3.map((word2) => typeof word2 === "string" ? word2 : "");
  for (const [index, word2] of words3.entries()) {
    const program = word2.split("/").at(-1) ?? "";
    const interpreter = interpreters.find((each) => each.programs.test(program));
    const position2 = interpreter && scriptAfter(words3, index, interpreter);
    if (position2 !== void 0) return position2;
  }
  return void 0;
}
function scriptAfter(words3, program, interpreter) {
  for (let index = program + 1; index < words3.length; index++) {
    const word2 = words3[index] ?? "";
    if (interpreter.script.test(word2)) return index + 1;
    if (!interpreter.option.test(word2)) return void 0;
    if (withValue.test(word2)) index++;
  }
  return void 0;
}
function pasted(value, path) {
  const variable = value.startsWith("$");
  const known = /^\{(version|from|to|parts\.[a-z0-9-]+)\}$/.exec(value)?.[1];
  return {
    path,
    at: "value",
    problem: `${value} would be pasted into the text of a script, where its value can run as a command.`,
    accepted: "a script that takes values as arguments or from its environment.",
    fix: variable ? `write $${value}: the shell then reads the variable itself, which it inherits.` : known ? `write "$1" in the script and add two items after it: script, "${value}".` : 'write "$1" in the script and pass the value after it; for a brace of the script itself write {{ and }}.'
  };
}

// src/config/to-fill-in.ts
var fillIn = "FILL IN";
function toFillIn(document) {
  return [...texts(document)].flatMap(({ text: text3, path }) => {
    if (!text3.startsWith(fillIn)) return [];
    const wanted = text3.slice(fillIn.length).replace(/^[\s:]+/, "");
    return [
      {
        path,
        at: "value",
        problem: `This is still to be filled in${wanted === "" ? "." : `: ${wanted}.`}`,
        fix: "write it here."
      }
    ];
  });
}

// src/config/load.ts
function loadConfiguration(text3, file, products, { unfinished = false } = {}) {
  const parsed3 = parseSource(text3);
  if (parsed3.kind === "mistakes") throw new ConfigurationError(file, parsed3.mistakes);
  const { source: source2 } = parsed3;
  const fail = (findings2) => {
    throw new ConfigurationError(file, findings2.map(source2.locate));
  };
  const document = source2.data;
  if (!isMapping(document)) {
    const empty = document === null || document === void 0;
    return fail([
      {
        path: [],
        at: "value",
        problem: empty ? "The file is empty." : "The file is not a mapping of keys to values.",
        fix: "run `staged-upgrade init` to write it, or start with `system:`."
      }
    ]);
  }
  const result = configuration.safeParse(document);
  const issues2 = [...result.success ? [] : result.error.issues, ...missingForProduct(document, products)];
  const findings = [
    ...explain(configuration, document, [], issues2, source2.written),
    ...crossChecks(document, products),
    ...stagesChecks(document, products),
    ...literalSecrets(document),
    ...variableSyntax(document),
    ...scriptsWithValues(document),
    ...unfinished ? [] : toFillIn(document)
  ];
  if (findings.length > 0 || !result.success) return fail(findings);
  return { kind: "configuration", file, value: result.data, document: { ...document } };
}
function unfinishedPlaces(text3) {
  const parsed3 = parseSource(text3);
  return parsed3.kind === "mistakes" ? [] : toFillIn(parsed3.source.data).map(parsed3.source.locate);
}

// src/core/interface/input.ts
function text2(places) {
  return {
    ...placed(places),
    form: { kind: "text" },
    read: ([value = ""]) => ({ kind: "value", value })
  };
}
function word(words3, places) {
  return {
    ...placed(places),
    form: { kind: "word", words: words3 },
    read: ([given = ""]) => oneOf2(given, words3)
  };
}
function flag(places) {
  return {
    ...placed(places),
    form: { kind: "flag" },
    read: ([given = ""]) => {
      const said = oneOf2(given, ["true", "false"]);
      return said.kind === "value" ? { kind: "value", value: said.value === "true" } : said;
    }
  };
}
function list3(places, separator = /[,\n]/) {
  return {
    ...placed(places),
    form: { kind: "list", separator },
    read: (value) => ({ kind: "value", value })
  };
}
function duration3(places) {
  return {
    ...placed(places),
    form: { kind: "duration" },
    read: ([given = ""]) => {
      const value = parseDuration(given);
      return value === void 0 ? { kind: "wrong", text: given, accepted: "a whole number and s, m, h or d: 90s, 15m, 5h, 7d" } : { kind: "value", value };
    }
  };
}
function placed({ action, option: option2 }) {
  return {
    ...action === void 0 ? {} : { action: typeof action === "string" ? { description: action } : action },
    ...option2 === void 0 ? {} : { option: { flags: option2[0], description: option2[1] } }
  };
}
function oneOf2(given, words3) {
  const value = words3.find((each) => each === given);
  if (value !== void 0) return { kind: "value", value };
  const meant = nearest(given, words3);
  return { kind: "wrong", text: given, accepted: listed2(words3), ...meant === void 0 ? {} : { meant } };
}
function listed2(words3) {
  const quoted4 = words3.map((each) => `"${each}"`);
  return quoted4.length < 2 ? quoted4.join("") : `${quoted4.slice(0, -1).join(", ")} or ${quoted4.at(-1)}`;
}

// src/core/interface/inputs.ts
var betweenFacts = /\n|,(?=\s*[^\s,=]+=)/;
var declared = {
  config: text2({
    action: {
      description: "The configuration's file, relative to the checkout.",
      default: ".github/staged-upgrade.yml"
    },
    option: ["--config <file>", "the configuration (default: .github/staged-upgrade.yml)"]
  }),
  // Without a default of its own: a path that is checked (--path) may end anywhere, unless a target is named.
  target: text2({
    action: "Where the path leads, for plan: newest, newest-patch, a line such as 5.1 (its newest patch), an exact version, or unfinished: that of the climb which waits, if one does.",
    option: [
      "--target <version>",
      "newest, newest-patch, a line such as 5.1, an exact version, or unfinished: where the climb that waits leads (default: newest)"
    ]
  }),
  operation: word(operations, {
    action: "What plan plans for: plan (to look, without it), rehearse or climb; the journal keeps it, and only a climb is continued with by itself."
  }),
  current: text2({
    action: "The version that production is believed to run; plan ends with an error when production says otherwise.",
    option: ["--current <version>", "what you believe production runs; an error when it says otherwise"]
  }),
  offline: flag({
    option: ["--offline", "plan from --current as given: production is not asked, and nothing is recorded"]
  }),
  product: text2({
    option: [
      "--product <name>",
      "a shipped product, such as medplum: what init writes for, or what plan plans for from --current, without any configuration"
    ]
  }),
  prereleases: flag({ option: ["--prereleases", "let the path use prereleases"] }),
  minimumAge: duration3({ option: ["--minimum-age <duration>", "use no release that is younger: 12h, 7d"] }),
  environment: word(environmentNames, {
    action: "The environment that the step acts on: production or staging.",
    option: ["--environment <name>", "where to act"]
  }),
  hop: text2({
    action: "The hop that the step belongs to, as JSON the way plan wrote it into the matrix, or its id such as 1.0.2--1.1.4.",
    option: ["--hop <id>", "the id of a planned hop, such as 1.0.2--1.1.4"]
  }),
  release: word(releaseSides, {
    action: "The side of the hop that deploy and smoke are about: from or to.",
    option: ["--release <side>", "which side of the hop"]
  }),
  purpose: word(backupPurposes, {
    action: "Why backup takes a backup: rehearsal (to be restored on staging) or restore-point (the way back, directly before the deploy).",
    option: ["--purpose <purpose>", "what the backup is for"]
  }),
  budget: duration3({
    action: "How long a wait may take before the step ends as waiting, such as 90s, 15m or 5h; without it the configuration's budget counts.",
    option: ["--budget <duration>", "how long to wait at most: 90s, 15m, 5h"]
  }),
  retry: flag({
    action: "Whether migrate starts a migration that has failed once more, true or false; wait, smoke and report of production are given the same.",
    option: ["--retry", "start a migration that has failed once more; it is kept in the journal"]
  }),
  acknowledge: list3({
    action: "Ids of manual steps that a person has done, separated by commas or line breaks, besides those in the configuration.",
    option: ["--acknowledge <id>", "a manual step that is done; may be repeated"]
  }),
  facts: list3(
    {
      action: "Facts about the installation that conditional rules ask for, as name=value, one a line or separated by commas; they override the configuration's.",
      option: ["--facts <name=value>", "a fact about this installation; may be repeated"]
    },
    betweenFacts
  ),
  parts: list3({
    action: "The present versions of parts of production beside its release, as name=version, one a line or separated by commas, such as chart=7.10.0; needed where no probe of the product shows them.",
    option: [
      "--part <name=version>",
      "the present version of a part of production beside its release, such as chart=7.10.0; may be repeated"
    ]
  }),
  releases: text2({
    action: "The file with a pinned release list to plan from, in place of asking where the product publishes its releases.",
    option: ["--releases <file>", "plan from a pinned copy of the release list"]
  }),
  saveReleases: text2({ option: ["--save-releases <file>", "write the release list that was planned from"] }),
  path: text2({
    action: "A path to check against the rules in place of planning one, as versions separated by commas.",
    option: ["--path <versions>", "check this path (1.1.4,1.2.1,1.3.1) against the rules in place of planning one"]
  }),
  confirm: text2({
    action: "What a person typed as confirmation: for a gate that is set to dispatch, what the waiting run asked for; for a rollback that loses data, the hop's id; for mark-disposable, the name of staging's database.",
    option: [
      "--confirm <text>",
      "typed as confirmation: the hop's id for a way back that loses data, the database's name for mark-disposable"
    ]
  }),
  data: text2({
    action: "For mark-disposable where staging has several stores of data, the name in the configuration of the one that is marked.",
    option: ["--data <name>", "one of staging's stores of data, where there are several (default: each)"]
  }),
  reason: text2({
    action: "Why a person asked for this; it is kept in the journal.",
    option: ["--reason <text>", "why; it is kept in the journal"]
  }),
  accept: text2({
    action: "For a rollback whose smoke tests have failed before because a test is itself wrong, why it is finished all the same; it is kept in the journal.",
    option: [
      "--accept <reason>",
      "finish a rollback although its smoke tests have failed, and keep in the journal why that is right"
    ]
  }),
  output: text2({
    action: "For report, a file to write it into besides the summary: a page that loads nothing if it ends in .html, otherwise Markdown.",
    option: [
      "--output <file>",
      "also write the report into a file: a page of its own if it ends in .html, otherwise Markdown"
    ]
  }),
  yes: flag({ option: ["--yes", "approve every gate beforehand"] }),
  until: text2({
    option: ["--until <hop>", "stop after this hop (1.0.2--1.1.4), or at the version that it leads to (1.1.4)"]
  }),
  keep: flag({ option: ["--keep", "keep the folder with servers, backups, journal and the report"] }),
  title: text2({ option: ["--title <text>", "for --product own: what people call the product"] }),
  published: text2({
    option: [
      "--published <where>",
      "for --product own: where its releases are published, as npm:NAME, pypi:NAME, crates:NAME or github:OWNER/NAME"
    ]
  }),
  line: text2({ option: ["--line <unit>", "for --product own: which lines must not be skipped: major, minor or none"] }),
  healthPath: text2({
    option: ["--health-path <path>", "for --product own: the path that answers 200 when the server is healthy"]
  }),
  versionPath: text2({
    option: ["--version-path <path>", "for --product own: the path whose JSON answer says the version"]
  }),
  versionValue: text2({
    option: ["--version-value <place>", "for --product own: where the version is in that answer, such as data.version"]
  }),
  system: text2({
    option: ["--system <name>", "a name for your installation; it names the lock, the journal and the backups"]
  }),
  database: text2({
    option: ["--database <kind>", "what keeps the data, such as postgres; a name that is unknown lists all"]
  }),
  deployer: text2({ option: ["--deployer <kind>", "how a release is put in place, such as command"] }),
  store: text2({ option: ["--store <kind>", "where backups are kept, such as folder"] }),
  productionUrl: text2({ option: ["--production-url <url>", "where production answers"] }),
  stagingUrl: text2({ option: ["--staging-url <url>", "where staging answers"] }),
  deploy: text2({
    option: ["--deploy <command>", "puts {version} in place in {environment}; split at spaces, no shell"]
  }),
  stop: text2({
    option: ["--stop <command>", "stops the server of {environment}, so that its database can be replaced"]
  }),
  scrub: text2({
    option: ["--scrub <command>", "makes a copy of live data harmless before a server starts on it"]
  }),
  backupFolder: text2({ option: ["--backup-folder <path>", "a folder that the runners of both environments reach"] }),
  journal: text2({
    option: ["--journal <git|folder>", "where the record is kept: a branch of the repository, or a folder"]
  }),
  runner: text2({
    option: ["--runner <labels>", "labels of the runner that reaches production (and staging), separated by commas"]
  }),
  stagingRunner: text2({ option: ["--staging-runner <labels>", "labels of the runner that reaches staging"] }),
  action: text2({ option: ["--action <pin>", "the action to use, as OWNER/NAME@COMMIT, the full commit"] }),
  variable: list3({
    option: ["--variable <name...>", "names of ${NAME}s that are no secrets: they come from variables"]
  }),
  oidc: flag({ option: ["--oidc", "let the jobs ask for an OIDC token, to log in to a cloud"] }),
  schedule: text2({
    option: [
      "--schedule <cron>",
      'start a run by itself at these times (UTC) that continues with what waits; "none" for no such runs'
    ]
  }),
  check: flag({
    option: ["--check", "only say whether the workflows are what init would write; exit code 1 when not"]
  }),
  update: flag({ option: ["--update", "write the workflows again, keeping what is between marks"] }),
  force: flag({
    option: ["--force", "replace files that were changed by hand; use an action by a branch or tag"]
  })
};
var inputs = declared;
var stepInputs = {
  summary: flag({
    action: { description: "Whether the step adds to the job summary, true or false.", default: "true" }
  }),
  token: text2({
    action: {
      description: "The token that reads approvals and pushes the journal's branch; the job needs contents write for the latter.",
      default: "${{ github.token }}"
    }
  })
};
var inputNames = Object.keys(declared).filter(isInputName);
function isInputName(name) {
  return Object.hasOwn(declared, name);
}
function readGiven(names2, textsOf, onWrong) {
  const given = {};
  const read3 = (name) => {
    const texts3 = textsOf(name);
    if (texts3.length === 0) return;
    const accepted2 = inputs[name].read(texts3);
    if (accepted2.kind === "wrong") onWrong(name, accepted2);
    else given[name] = accepted2.value;
  };
  for (const name of names2) read3(name);
  return Object.freeze(given);
}
function taken(given, names2) {
  const own = {};
  for (const name of names2) if (given[name] !== void 0) own[name] = given[name];
  return own;
}

// src/init/options.ts
var initInputs = [
  "product",
  "title",
  "published",
  "line",
  "healthPath",
  "versionPath",
  "versionValue",
  "system",
  "database",
  "deployer",
  "store",
  "productionUrl",
  "stagingUrl",
  "deploy",
  "stop",
  "scrub",
  "backupFolder",
  "journal",
  "runner",
  "stagingRunner",
  "action",
  "variable",
  "oidc",
  "schedule",
  "check",
  "update",
  "force"
];

// src/init/plain-values.ts
var hidden = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
function refuseHidden(name, value) {
  const found = hidden.exec(value)?.[0];
  if (found === void 0) return;
  const isBreak = /[\n\r\u2028\u2029\u0085]/.test(found);
  const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  throw new UserError({
    happened: `${name} has ${isBreak ? "a line break" : `the control character U+${code}`} in it: ${shown2(value)}.`,
    means: "It would add to the files what nobody sees in a review. Nothing was written.",
    next: "Write the value again, on one line."
  });
}
function shown2(value) {
  const escaped2 = (text3) => `\\u${text3.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replaceAll(new RegExp(hidden, "gu"), escaped2);
}
function refuseHiddenFlags(options) {
  for (const name of initInputs) {
    const [flag2 = ""] = inputs[name].option?.flags.split(" ") ?? [];
    const value = options[name];
    for (const text3 of Array.isArray(value) ? value : [value]) if (typeof text3 === "string") refuseHidden(flag2, text3);
  }
}
function refuseExpressions(name, labels2) {
  const label2 = labels2.find((each) => each.includes("${"));
  if (label2 === void 0) return;
  throw new UserError({
    happened: `${name} has an expression as a label: "${label2}".`,
    means: "It would be evaluated for each run, so the workflow would not say which machine gets the credentials. Nothing was written.",
    next: `Write the label itself, such as ${name} self-hosted,production.`
  });
}
function mistakenFlag(flag2, value, why) {
  return new UserError({ happened: `${flag2} is "${value}".`, means: "Nothing was written.", next: why });
}

// src/init/presets.ts
var presets = {
  sample: {
    system: "sample",
    prefix: "SAMPLE_",
    productionUrl: "http://127.0.0.1:${SAMPLE_PRODUCTION_PORT}",
    stagingUrl: "http://127.0.0.1:${SAMPLE_STAGING_PORT}",
    kinds: {
      data: { kind: "sqlite", settings: { file: "${{PREFIX}{SIDE}_STATE}/records.sqlite" } },
      deploy: {
        kind: "command",
        settings: {
          run: ["node", "deploy.mjs", "start", "{version}"],
          stop: ["node", "deploy.mjs", "stop"],
          env: {
            SAMPLE_STATE: "${{PREFIX}{SIDE}_STATE}",
            SAMPLE_PORT: "${{PREFIX}{SIDE}_PORT}",
            SAMPLE_TOKEN: "${{PREFIX}{SIDE}_ADMIN_TOKEN}"
          }
        }
      },
      store: { kind: "folder", settings: { path: "${SAMPLE_BACKUPS}" } },
      journal: { kind: "git" }
    },
    scrub: { waive: "The records of the sample are invented." }
  },
  unleash: {
    system: "flags",
    prefix: "UNLEASH_",
    productionUrl: "http://127.0.0.1:${UNLEASH_PRODUCTION_PORT}",
    stagingUrl: "http://127.0.0.1:${UNLEASH_STAGING_PORT}",
    kinds: {
      data: { kind: "postgres" },
      deploy: {
        kind: "command",
        settings: {
          run: ["node", "deploy.mjs", "start", "{version}"],
          stop: ["node", "deploy.mjs", "stop"],
          env: {
            UNLEASH_STATE: "${{PREFIX}{SIDE}_STATE}",
            UNLEASH_RELEASES: "${UNLEASH_RELEASES}",
            UNLEASH_PORT: "${{PREFIX}{SIDE}_PORT}",
            UNLEASH_ADMIN_TOKEN: "${{PREFIX}{SIDE}_ADMIN_TOKEN}",
            DATABASE_URL: "${{PREFIX}{SIDE}_DATABASE_URL}"
          }
        }
      },
      store: { kind: "folder", settings: { path: "${UNLEASH_BACKUPS}" } },
      journal: { kind: "git" }
    },
    scrub: {
      run: ["node", "scrub.mjs"],
      env: { UNLEASH_STAGING_DATABASE_URL: "${UNLEASH_STAGING_DATABASE_URL}" }
    },
    plain: ["UNLEASH_PRODUCTION_STATE", "UNLEASH_RELEASES", "UNLEASH_STAGING_STATE"]
  }
};
var general = {
  prefix: "",
  scrub: { run: ["./deploy/scrub.sh"] }
};
function presetFor(product2) {
  const own = Object.hasOwn(presets, product2) ? presets[product2] : void 0;
  return { ...general, ...own };
}

// src/init/checks.ts
var systemName = (answer) => slug.safeParse(answer).success ? void 0 : "A name has small letters, digits and single hyphens, and at most 63 characters: patient-records.";
var address = (answer) => {
  const form = "Write the whole address, such as https://records.example.com, or a variable that holds it: ${PRODUCTION_URL}.";
  if (answer.endsWith("/")) return `It ends with a slash, and paths are appended to it. ${form}`;
  if (/^\$\{[A-Za-z_]\w*\}/.test(answer)) return void 0;
  if (!/^https?:\/\/[^/\s]/i.test(answer)) return `It does not begin with http:// or https://. ${form}`;
  const filled2 = answer.replaceAll(/\$\{[A-Za-z_]\w*\}/g, "1");
  return URL.canParse(filled2) ? void 0 : `It is not an address. ${form}`;
};
function stagingAddress(production2) {
  return (answer) => address(answer) ?? (answer === production2 ? "That is the address of production, and what staging has is overwritten. Write the address of a second server." : void 0);
}
var requestPath = (answer) => /^\/\S*$/.test(answer) ? void 0 : `A path begins with "/" and has no spaces; it is appended to the address of the server: /health.`;
var jsonPlace = (answer) => /^[^\s.$[\]]+(\.[^\s.$[\]]+)*$/.test(answer) ? void 0 : "Keys of the JSON answer with dots between them, and numbers for places in a list: version, data.version or nodes.0.version.";

// src/init/choose-kind.ts
async function chooseKind(family, options, proposed, questions) {
  const kind2 = kindOfFlags(family, options, proposed?.kind) ?? named2(family, await nameWithoutFlag(family, proposed, questions));
  const ownProposal = proposed?.kind === kind2.name ? proposed.settings ?? {} : {};
  const asks = proposed === void 0 ? questions : void 0;
  const settings5 = {};
  for (const [key, setting2] of Object.entries(kind2.settings)) {
    const value = flagOf(setting2, family, options) ?? ownProposal[key] ?? await asked(setting2, asks);
    if (value !== void 0) settings5[key] = value;
  }
  return { kind: kind2, settings: settings5 };
}
async function nameWithoutFlag({ kinds: kinds5, question, usual }, proposed, questions) {
  if (proposed !== void 0) return proposed.kind;
  if (questions === void 0 || kinds5.length === 1) return usual;
  const titles = Object.fromEntries(kinds5.map(({ name, title }) => [name, `${name}: ${title}`]));
  return await questions.choose(question, Object.keys(titles), usual, titles);
}
function kindOfFlags(family, options, proposed) {
  const { kinds: kinds5, input, usual } = family;
  const given = options[input];
  const byName = kinds5.find(({ name }) => name === given);
  if (byName !== void 0) return byName;
  const bySetting = kinds5.filter(
    ({ settings: settings5 }) => Object.values(settings5).some((setting2) => flagOf(setting2, family, options) !== void 0)
  );
  if (given !== void 0 && !bySetting.some((kind2) => inputsOf(kind2).includes(input)))
    throw unknownKind(family, given);
  return bySetting.find(({ name }) => name === (proposed ?? usual)) ?? bySetting[0];
}
function inputsOf({ settings: settings5 }) {
  return Object.values(settings5).map(({ input }) => input);
}
function flagOf(setting2, { kinds: kinds5 }, options) {
  if (setting2.input === void 0) return void 0;
  const given = new Map(Object.entries(options)).get(setting2.input);
  if (typeof given !== "string" || kinds5.some(({ name }) => name === given)) return void 0;
  return Array.isArray(setting2.usual) ? words(setting2.input, given) : given;
}
async function asked({ question, usual }, questions) {
  if (question === void 0 || questions === void 0 || typeof usual !== "string") return void 0;
  const answer = await questions.text(question, usual);
  refuseHidden(`The answer to "${question}"`, answer);
  return answer;
}
function words(input, text3) {
  const [program, ...rest] = text3.split(/\s+/).filter((word2) => word2 !== "");
  if (program !== void 0) return [program, ...rest];
  const flag2 = flagName(input);
  throw new UserError({
    happened: `${flag2} is empty.`,
    means: "Nothing was written.",
    next: `Give it a program and its arguments: ${flag2} "./deploy.sh {environment} {version}".`
  });
}
function named2(family, name) {
  const found = family.kinds.find((kind2) => kind2.name === name);
  if (found === void 0) throw unknownKind(family, name);
  return found;
}
function unknownKind({ kinds: kinds5, input }, name) {
  const names2 = kinds5.map((kind2) => kind2.name);
  const meant = nearest(name, names2);
  const advice = meant === void 0 ? "" : `Did you mean "${meant}"? `;
  return mistakenFlag(flagName(input), name, `${advice}It must be ${names2.join(" or ")}.`);
}
function flagName(input) {
  return inputs[input].option?.flags.split(" ")[0] ?? input;
}

// src/init/families.ts
var initFamilies = {
  data: {
    kinds: dataStoreInit,
    usual: "postgres",
    question: "What keeps its data?",
    input: "database"
  },
  deploy: {
    kinds: deployerInit,
    usual: "command",
    question: "How is a release put in place?",
    input: "deployer"
  },
  store: {
    kinds: backupStoreInit,
    usual: "folder",
    question: "Where are backups kept?",
    input: "store"
  },
  journal: {
    kinds: journalStoreInit,
    usual: "git",
    question: "Where is the journal kept, the record of what was done?",
    input: "journal"
  }
};

// src/init/render/yaml.ts
function indent(spaces, lines) {
  return lines.map((line) => line === "" ? "" : " ".repeat(spaces) + line);
}
function scalar(text3) {
  const plain2 = /^[A-Za-z0-9_./$]/.test(text3) && !/: |:$| #|[\n"\\]|\s$/.test(text3) && !/^(true|false|null|yes|no|on|off|~|[\d.]+(e\d+)?|0x[\da-f]+)$/i.test(text3);
  return plain2 ? text3 : JSON.stringify(text3);
}
function mapping(entries) {
  return entries.map(([key, value]) => `${key}: ${scalar(value)}`);
}
function labels(list5) {
  const only = list5.length === 1 ? list5[0] : void 0;
  return only === void 0 ? `[${list5.map(flowScalar).join(", ")}]` : scalar(only);
}
function flowScalar(text3) {
  return /[,[\]{}]/.test(text3) ? JSON.stringify(text3) : scalar(text3);
}

// src/init/render/published-at.ts
var sources = {
  npm: {
    name: /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-zA-Z0-9~-][a-zA-Z0-9._~-]*$/,
    form: "npm:unleash-server",
    scheme: "semver",
    render: (name) => `npm: { package: ${flowScalar(name)} }`
  },
  pypi: {
    name: /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i,
    form: "pypi:isso",
    scheme: "pep440",
    render: (name) => `pypi: { project: ${flowScalar(name)} }`
  },
  crates: {
    name: /^[a-z][a-z0-9_-]*$/i,
    form: "crates:ripgrep",
    scheme: "semver",
    render: (name) => `crates: { crate: ${flowScalar(name)} }`
  },
  github: {
    name: /^[\w.-]+\/[\w.-]+$/,
    form: "github:medplum/medplum",
    scheme: "semver",
    render: (name) => `github-releases: { repository: ${flowScalar(name)} }`
  }
};
var forms = Object.values(sources).map(({ form }) => form);
var releasesForm = `${forms.slice(0, -1).join(", ")} or ${forms.at(-1)}`;
var releasesPlace = (answer) => {
  const [kind2 = "", name] = split(answer);
  const source2 = Object.hasOwn(sources, kind2) ? sources[kind2] : void 0;
  if (source2 === void 0 || name === void 0) {
    const meant = nearest(kind2, Object.keys(sources));
    return `${meant === void 0 ? "" : `Did you mean "${meant}:"? `}Write where it is published and its name there: ${releasesForm}. Other places are written into the configuration later.`;
  }
  return source2.name.test(name) ? void 0 : `"${name}" is not a name there. Write it as ${source2.form}.`;
};
function renderedSource(answer) {
  const [kind2 = "", name = ""] = split(answer);
  const source2 = Object.hasOwn(sources, kind2) ? sources[kind2] : void 0;
  return source2 === void 0 ? void 0 : { scheme: source2.scheme, line: source2.render(name) };
}
function split(answer) {
  const at2 = answer.indexOf(":");
  return at2 < 0 ? [answer] : [answer.slice(0, at2), answer.slice(at2 + 1)];
}

// src/init/render/own-definition.ts
var lineUnits = ["major", "minor", "none"];
function renderOwnProduct(own) {
  const source2 = own.releases === void 0 ? void 0 : renderedSource(own.releases);
  const missing4 = (what) => JSON.stringify(`${fillIn}: ${what}`);
  return [
    "# What is known about the product. Every key, with what else a product may say (migrations that can be kept back,",
    '# parts beside the release, stages in place of versions): docs/configuration.md, "product".',
    "product:",
    ...indent(2, [
      `name: ${own.name}`,
      `title: ${scalar(own.title)}`,
      "# How its versions are read: semver (1.2.3), pep440 (Python) or numbers (any dotted numbers).",
      `versions: { scheme: ${source2?.scheme ?? "semver"} }`,
      "# Where its releases are published, such as { npm: { package: unleash-server } } or { pypi: { project: isso } }. Also:",
      "# crates, github-releases, github-tags, helm-index, oci-tags, a file, or a list written out here.",
      `releases: ${source2 === void 0 ? `{ list: [${missing4("where its releases are published, in place of this list")}] }` : `{ ${source2.line} }`}`,
      ...pathRules(own.line),
      "probes:",
      "  # Is it serving? Also: expect: { json: { status: ok } }, contains: a text, or a command.",
      `  health: { http: { path: ${own.healthPath === void 0 ? missing4("the path that answers 200 when the server is healthy, such as /health") : quotedPath(own.healthPath)} } }`,
      "  # Which release answers? In place of value (JSON): header, pattern (text), or a command. A release that says it",
      "  # elsewhere: value: [data.version, data.server.version], the first that is there counts.",
      "  version:",
      "    http:",
      `      path: ${own.versionPath === void 0 ? missing4("the path whose answer says the version, such as /version") : quotedPath(own.versionPath)}`,
      `      value: ${own.versionValue === void 0 ? missing4("where the version is in the JSON answer, such as data.version") : scalar(own.versionValue)}`,
      "# What every installation must be able to do after a hop. Add what would be missed first: a login, a search, a record.",
      "smoke:",
      `  - { name: it is healthy, http: { path: ${own.healthPath === void 0 ? missing4("the same path as for health") : quotedPath(own.healthPath)} } }`
    ])
  ];
}
function pathRules(line) {
  const about2 = "# Which releases must not be skipped, and why: the vendor says. Every rule, with an example: docs/path-rules.md.";
  if (line === "none") return [about2, "path: []"];
  const reason = `It is not known that a ${line} may be skipped, so none is. Write here what the vendor says.`;
  return [about2, "path:", `  - no-line-skipped: { line: ${line}, land: newest, reason: ${JSON.stringify(reason)} }`];
}
function quotedPath(path) {
  return /[{}[\],]/.test(path) ? JSON.stringify(path) : scalar(path);
}

// src/init/own-answers.ts
var ownProduct = "own";
var ownProductChoice = "a product of my own";
async function ownProductFrom(options, questions, ask2) {
  const optional = async (flag2, given, message, proposed, check2) => given === void 0 && questions === void 0 ? void 0 : await ask2({ flag: flag2, given, usual: proposed === "" ? void 0 : proposed, message, check: check2 });
  const title = await ask2({ flag: "--title", given: options.title, message: "What is the product called?" });
  const releases = await optional(
    "--published",
    options.published,
    `Where are its releases published? (${releasesForm})`,
    "",
    releasesPlace
  );
  const line = await lineFrom(options.line, questions);
  const healthPath = await optional(
    "--health-path",
    options.healthPath,
    "Which path answers 200 when the server is healthy?",
    "/health",
    requestPath
  );
  const versionPath = await optional(
    "--version-path",
    options.versionPath,
    "Which path says its version, as JSON?",
    "/version",
    requestPath
  );
  const versionValue = await optional(
    "--version-value",
    options.versionValue,
    "Where in that answer is the version?",
    "version",
    jsonPlace
  );
  return { name: nameFrom(title), title, releases, line, healthPath, versionPath, versionValue };
}
async function lineFrom(given, questions) {
  if (given === void 0) {
    const message = "Which of its lines must not be skipped?";
    return await questions?.choose(message, lineUnits, "minor") ?? "minor";
  }
  const known = lineUnits.find((unit) => unit === given);
  if (known !== void 0) return known;
  const meant = nearest(given, lineUnits);
  throw mistakenFlag(
    "--line",
    given,
    `${meant === void 0 ? "" : `Did you mean "${meant}"? `}It must be ${lineUnits.slice(0, -1).join(", ")} or ${lineUnits.at(-1)}.`
  );
}
function nameFrom(title) {
  const name = title.normalize("NFKD").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "").slice(0, 63).replace(/-+$/, "");
  return name === "" ? "own" : name;
}

// src/init/answers.ts
async function answersFrom(options, products, questions) {
  const absent = [];
  const ask2 = async ({ flag: flag2, given, usual, message, check: check2 }) => {
    const value = given?.trim() ?? await questions?.text(message, usual ?? "", check2) ?? usual;
    if (value === void 0) {
      absent.push(flag2);
      return "";
    }
    refuseHidden(flag2, value);
    const reason = check2?.(value);
    if (reason !== void 0) throw mistakenFlag(flag2, value, reason);
    return value;
  };
  const product2 = options.product ?? await chosenProduct(products, questions);
  if (product2 === void 0) throw missing3(["--product"], products.names);
  const definition = products.find(product2);
  const isOwn = product2 === ownProduct && definition === void 0;
  if (definition === void 0 && !isOwn) throw unknownProduct(product2, products.names);
  const own = isOwn ? await ownProductFrom(options, questions, ask2) : void 0;
  const preset = presetFor(product2);
  const system = await ask2({
    flag: "--system",
    given: options.system,
    usual: preset.system,
    message: "A name for your installation (small letters and hyphens)",
    check: systemName
  });
  const productionUrl = await ask2({
    flag: "--production-url",
    given: options.productionUrl,
    usual: preset.productionUrl,
    message: "Where does production answer? (URL)",
    check: address
  });
  const stagingUrl = await ask2({
    flag: "--staging-url",
    given: options.stagingUrl,
    usual: preset.stagingUrl,
    message: "Where does staging answer? (URL)",
    check: stagingAddress(productionUrl)
  });
  if (absent.length > 0) throw missing3(absent, products.names);
  const choose = (name) => chooseKind(initFamilies[name], options, preset.kinds?.[name], questions);
  return {
    prefix: preset.prefix,
    product: product2,
    ...own === void 0 ? {} : { own },
    system,
    productionUrl,
    stagingUrl,
    data: await choose("data"),
    deploy: await choose("deploy"),
    store: await choose("store"),
    journal: await choose("journal"),
    scrub: options.scrub === void 0 ? preset.scrub : { run: words("scrub", options.scrub) },
    access: Object.keys(definition?.access ?? {})
  };
}
async function chosenProduct({ names: names2 }, questions) {
  const chosen = await questions?.choose("Which product?", [...names2, ownProductChoice], names2[0] ?? ownProductChoice);
  return chosen === ownProductChoice ? ownProduct : chosen;
}
function unknownProduct(name, names2) {
  const meant = nearest(name, names2);
  return new UserError({
    happened: `There is no product "${name}".`,
    means: "Nothing was written.",
    next: `${meant === void 0 ? "" : `Did you mean "${meant}"? `}There are: ${names2.join(", ")}. For a product of your own: --product ${ownProduct}.`
  });
}
function missing3(flags, names2) {
  return new UserError({
    happened: `${flags.join(", ")} ${flags.length === 1 ? "is" : "are"} missing, and there is no terminal to ask at.`,
    means: "Nothing was written.",
    next: `Give ${flags.length === 1 ? "it" : "them"} as flags. Products: ${[...names2, ownProduct].join(", ")}. All flags: staged-upgrade init --help.`
  });
}

// src/init/render/kinds.ts
function flow2(chosen, names2) {
  const settings5 = valuesOf(chosen, names2, {}).map(([key, value]) => `${key}: ${flowValue(value)}`);
  return `{ ${chosen.kind.name}: ${settings5.length === 0 ? "{}" : `{ ${settings5.join(", ")} }`} }`;
}
function block(chosen, names2, dataVariables) {
  const { kind: kind2 } = chosen;
  const lines = valuesOf(chosen, names2, dataVariables).flatMap(([key, value]) => {
    const comment = kind2.settings[key]?.comment;
    return [...comment === void 0 ? [] : [`# ${comment}`], ...blockValue(key, value)];
  });
  return lines.length === 0 ? [`${kind2.name}: {}`] : [`${kind2.name}:`, ...indent(2, lines)];
}
function scriptVariables(chosen, names2) {
  const named5 = valuesOf(chosen, names2, {}).flatMap(([key, value]) => {
    const name = chosen.kind.settings[key]?.scriptVariable;
    return name === void 0 || typeof value !== "string" ? [] : [[name, value]];
  });
  return Object.fromEntries(named5);
}
function flowMapping(variables) {
  const members = Object.entries(variables).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
function argv2(list5) {
  return `[${list5.map(flowScalar).join(", ")}]`;
}
function valuesOf({ kind: kind2, settings: settings5 }, names2, dataVariables) {
  return Object.entries(kind2.settings).map(([key, { usual }]) => {
    const value = settings5[key] ?? (typeof usual === "function" ? usual(dataVariables) : usual);
    return [key, filled(value, names2)];
  });
}
function filled(value, names2) {
  const fill = (text3) => {
    const prefixed = text3.replaceAll("{PREFIX}", names2.prefix);
    return names2.side === void 0 ? prefixed : prefixed.replaceAll("{SIDE}", names2.side);
  };
  if (typeof value === "string") return fill(value);
  if (isList(value)) return value.map(fill);
  return Object.fromEntries(Object.entries(value).map(([name, text3]) => [name, fill(text3)]));
}
function flowValue(value) {
  if (typeof value === "string") return JSON.stringify(value);
  return isList(value) ? argv2(value) : flowMapping(value);
}
function blockValue(key, value) {
  if (typeof value === "string" || isList(value) || Object.keys(value).length === 0)
    return [`${key}: ${flowValue(value)}`];
  return [
    `${key}:`,
    ...indent(
      2,
      Object.entries(value).map(([name, text3]) => `${name}: ${JSON.stringify(text3)}`)
    )
  ];
}
function isList(value) {
  return Array.isArray(value);
}

// src/init/render/configuration.ts
function renderConfiguration(answers) {
  const { system, product: product2, own, prefix } = answers;
  const lines = [
    "# What Staged Upgrade knows about this system. Every key: docs/configuration.md of the project.",
    "# ${NAME} is an environment variable of the job: secrets stay in the environments of this repository.",
    `system: ${scalar(system)}`,
    ...own === void 0 ? [`product: ${scalar(product2)}`] : renderOwnProduct(own),
    "environments:",
    "  production:",
    ...indent(4, environment2(answers, "production")),
    "  staging:",
    "    # Everything here may be replaced: each rehearsal restores a copy of production over it.",
    "    disposable: true",
    ...indent(4, environment2(answers, "staging")),
    ...indent(4, scrub2(answers)),
    `# ${capital(answers.store.kind.title)}.`,
    `backup: { store: ${flow2(answers.store, { prefix })} }`,
    `journal: { store: ${flow2(answers.journal, { prefix })} }`,
    "# Who lets a hop continue: the reviewers of a GitHub environment (environment), or nobody (none).",
    "gates: { production: environment, finalize: environment }"
  ];
  return `${lines.join("\n")}
`;
}
function environment2(answers, side) {
  const { access: access6, prefix } = answers;
  const url = side === "production" ? answers.productionUrl : answers.stagingUrl;
  const names2 = namesOf(answers, side);
  return [
    `url: ${url.includes("${") ? JSON.stringify(url) : scalar(url)}`,
    ...access6.length === 0 ? [] : ["access:"],
    ...access6.map((name) => `  ${name}: "\${${prefix}${upper(`${side}_${name}`)}}"`),
    `data: ${flow2(answers.data, names2)}`,
    "deploy:",
    ...indent(2, block(answers.deploy, names2, scriptVariables(answers.data, names2)))
  ];
}
function scrub2(answers) {
  const hook2 = answers.scrub;
  const env = "run" in hook2 ? hook2.env ?? scriptVariables(answers.data, namesOf(answers, "staging")) : {};
  return [
    "hooks:",
    "  # Before the server first starts on a copy of live data: it must not write mail to the people in it.",
    "run" in hook2 ? `  scrub: { run: ${argv2(hook2.run)}, env: ${flowMapping(env)} }` : `  scrub: { waive: ${JSON.stringify(hook2.waive)} }`
  ];
}
function namesOf({ prefix }, side) {
  return { prefix, side: upper(side) };
}
function capital(text3) {
  return text3.slice(0, 1).toUpperCase() + text3.slice(1);
}
function upper(name) {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_");
}

// src/init/scripts.ts
import { existsSync } from "node:fs";
import { readFile as readFile9 } from "node:fs/promises";
import { isAbsolute, join as join18, resolve as resolve6 } from "node:path";

// src/init/render/own-scripts.ts
var scriptToFillIn = "# staged-upgrade: to be filled in";
function renderScripts(answers) {
  const { deploy: deploy2, stop, scrub: scrub3, title } = answers;
  return [
    ...deploy2 === void 0 ? [] : [script(deploy2, deployLines(deploy2, title))],
    ...stop === void 0 ? [] : [script(stop, stopLines(stop, title))],
    ...scrub3 === void 0 ? [] : [script(scrub3, scrubLines(scrub3, answers))]
  ].filter(({ path }) => !path.startsWith("/") && !path.split("/").includes(".."));
}
function deployLines(path, title) {
  return [
    `# Puts a release of ${title} in place in one environment, and leaves it running:`,
    `#   ${path} ENVIRONMENT VERSION`,
    "# Exit code 0 means that it was put in place; whether it serves then, the probes say. It may be called again with a",
    "# release that is in place already. What it prints is kept in the log of the run.",
    "set -euo pipefail",
    "environment=$1 # production or staging",
    "version=$2",
    "",
    ...unfilled("how a release is put in place", [
      'IMAGE_TAG=$version docker compose --project-name "records-$environment" up --detach --wait',
      'ssh "records-$environment.example.com" sudo /usr/local/sbin/install-records "$version"'
    ]),
    `echo "${path} is not filled in yet: it was to put $version in place on $environment. Nothing was done." >&2`,
    "exit 78"
  ];
}
function stopLines(path, title) {
  return [
    `# Stops the server of ${title} in one environment, so that its data can be replaced:`,
    `#   ${path} ENVIRONMENT`,
    "# It returns when the server has stopped, and succeeds when none was running.",
    "set -euo pipefail",
    "environment=$1 # production or staging",
    "",
    ...unfilled("how the server is stopped", [
      'docker compose --project-name "records-$environment" stop',
      'ssh "records-$environment.example.com" sudo systemctl stop records'
    ]),
    `echo "${path} is not filled in yet: the server of $environment still runs." >&2`,
    "exit 78"
  ];
}
function scrubLines(path, { title, dataVariables, scrubExamples }) {
  return [
    `# Makes a copy of production's data harmless on staging, before ${title} first starts on it: it must not write mail to`,
    "# the people in it, call webhooks, or charge anybody.",
    `#   ${path}, with ${dataVariables.join(", ")} in the environment`,
    "set -euo pipefail",
    ...dataVariables.map((name) => `: "\${${name}:?is not set}"`),
    "",
    ...unfilled("what is to be changed in the copy", scrubExamples),
    `echo "${path} is not filled in yet: the copy is as live as production's data." >&2`,
    "exit 78"
  ];
}
function unfilled(what, examples) {
  return [
    scriptToFillIn,
    `# Write here ${what}, in place of everything from the line above to the end. For example:`,
    ...examples.map((example) => `#   ${example}`)
  ];
}
function script(path, lines) {
  return { path: path.replace(/^\.\//, ""), text: `#!/usr/bin/env bash
${lines.join("\n")}
`, executable: true };
}

// src/init/scripts.ts
function scriptsIn(document) {
  return [...new Set(commandsIn(document).flat())].filter(isScript);
}
function missingScripts(document, directory) {
  return scriptsIn(document).filter((name) => !existsSync(isAbsolute(name) ? name : join18(directory, name)));
}
var ending = /^[\w./-]+\.(c?js|mjs|ts|sh|py|rb)$/;
function isScript(word2) {
  return ending.test(word2) || word2.startsWith("./") && !word2.includes("{");
}
function commandsIn(value) {
  if (Array.isArray(value)) return value.flatMap(commandsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const isCommand = (key === "run" || key === "stop") && Array.isArray(member);
    return isCommand ? [member.filter((word2) => typeof word2 === "string")] : commandsIn(member);
  });
}
async function unfinishedScripts(document, directory) {
  const unfinished = [];
  for (const name of scriptsIn(document)) {
    const text3 = await readFile9(resolve6(directory, name), "utf8").catch(() => "");
    if (text3.includes(scriptToFillIn)) unfinished.push(name);
  }
  return unfinished;
}

// src/core/model/outcome.ts
var exitCodes = {
  passed: 0,
  skipped: 0,
  failed: 1,
  waiting: 3,
  unknown: 4,
  refused: 5
};
var exitCodeOf = { userError: 2, defect: 70, hungUp: 129, interrupted: 130, terminated: 143 };

// src/core/model/sequence.ts
var jobNames = ["read", "rehearse", "promote", "finalize"];
function hopSequence(traits) {
  return [
    ...read2(traits),
    ...traits.waiver === void 0 ? rehearse(traits) : [],
    ...promote(traits),
    ...traits.deferrable ? finalize() : []
  ];
}
function read2({ dataless, waiver }) {
  const at2 = { job: "read", environment: "production" };
  const check2 = { ...at2, id: "check", command: "check", title: "Check that production is healthy on {from}" };
  if (dataless || waiver !== void 0) return [check2];
  return [
    check2,
    { ...at2, id: "backup", command: "backup", purpose: "rehearsal", title: "Back up production for the rehearsal" }
  ];
}
function rehearse(traits) {
  const at2 = { job: "rehearse", environment: "staging" };
  const proof = [
    {
      ...at2,
      id: "restore",
      checkpoint: "scrubbed",
      command: "restore",
      title: traits.dataless ? "Make sure that staging is at {from}" : "Restore the backup on staging, compare, scrub"
    },
    ...traits.stages === void 0 ? [deployFrom(at2)] : [],
    {
      ...at2,
      id: "smoke-from",
      checkpoint: "smokedFrom",
      command: "smoke",
      release: "from",
      title: "Smoke test {from}"
    },
    { ...at2, id: "deploy-to", checkpoint: "deployedTo", command: "deploy", release: "to", title: deployTitle(traits) }
  ];
  const report2 = { ...at2, id: "report", command: "report", title: "Report what was proved" };
  if (!traits.deferrable) {
    return [
      ...proof,
      { ...at2, id: "wait", checkpoint: "waited", command: "wait", title: "Wait until {to} is serving" },
      { ...at2, id: "smoke-to", checkpoint: "smokedLast", command: "smoke", release: "to", title: "Smoke test {to}" },
      report2
    ];
  }
  return [
    ...proof,
    {
      ...at2,
      id: "smoke-to",
      checkpoint: "smokedTo",
      command: "smoke",
      release: "to",
      title: "Smoke test {to} before its migrations"
    },
    {
      ...at2,
      id: "rollback",
      checkpoint: "rolledBack",
      command: "rollback",
      title: "Go back to {from}, as a rollback would"
    },
    {
      ...at2,
      id: "smoke-back",
      checkpoint: "smokedBack",
      command: "smoke",
      release: "from",
      title: "Smoke test {from} after the way back"
    },
    {
      ...at2,
      id: "deploy-again",
      checkpoint: "deployedAgain",
      command: "deploy",
      release: "to",
      title: "Deploy {to} again"
    },
    { ...at2, id: "migrate", checkpoint: "migrating", command: "migrate", title: "Start the migrations" },
    { ...at2, id: "wait", checkpoint: "waited", command: "wait", title: "Wait for the migrations" },
    {
      ...at2,
      id: "smoke",
      checkpoint: "smokedLast",
      command: "smoke",
      release: "to",
      title: "Smoke test {to} after its migrations"
    },
    report2
  ];
}
function deployFrom(at2) {
  return { ...at2, id: "deploy-from", command: "deploy", release: "from", title: "Deploy {from} on the restored copy" };
}
function promote(traits) {
  const prove = {
    job: "promote",
    environment: "staging",
    id: "prove",
    command: "restore",
    purpose: "restore-point",
    title: "Restore the restore point on staging and compare"
  };
  const at2 = { job: "promote", environment: "production" };
  return [
    { ...at2, id: "check", command: "check", title: "Check production again" },
    ...traits.dataless ? [] : [restorePoint(at2)],
    ...traits.proveRestorePoint ? [prove] : [],
    { ...at2, id: "deploy", command: "deploy", release: "to", title: deployTitle(traits) },
    { ...at2, id: "wait", command: "wait", title: "Wait until {to} is serving" },
    { ...at2, id: "smoke", command: "smoke", release: "to", title: "Smoke test {to}" },
    { ...at2, id: "report", command: "report", title: "Report the state of production" }
  ];
}
function restorePoint(at2) {
  return { ...at2, id: "backup", command: "backup", purpose: "restore-point", title: "Take the restore point" };
}
function finalize() {
  const at2 = { job: "finalize", environment: "production" };
  return [
    { ...at2, id: "migrate", command: "migrate", title: "Start the migrations: the point of no return" },
    { ...at2, id: "wait", command: "wait", title: "Wait for the migrations" },
    { ...at2, id: "smoke", command: "smoke", release: "to", title: "Smoke test {to} after its migrations" },
    { ...at2, id: "report", command: "report", title: "Report the state of production" }
  ];
}
function deployTitle(traits) {
  return traits.deferrable ? "Deploy {to} with its migrations deferred" : "Deploy {to}";
}

// src/steps/hop/needs.ts
var always2 = {
  common: ["product", "journal"],
  own: ["url", "access", "hooks.on-failure", "hooks.logs"]
};
function placesOf({ common = [], own = [] }, environment3) {
  return [...always2.common, ...common, ...[...always2.own, ...own].map((part7) => `environments.${environment3}.${part7}`)];
}
function projectWithin(project, command2, { common = [] }) {
  if (common.includes("backup")) return project;
  return { ...project, store: () => refuseUndeclared(command2, "backup") };
}
function liveWithin(live, command2, { common = [], own = [] }) {
  const hooks = `environments.${live.environment}.hooks.`;
  const declared2 = [...always2.own, ...own];
  return {
    ...live,
    data: () => own.includes("data") ? live.data() : refuseUndeclared(command2, "data"),
    deployer: (target) => own.includes("deploy") ? live.deployer(target) : refuseUndeclared(command2, "deploy"),
    smokeTests: (placeholders) => common.includes("smoke") ? live.smokeTests(placeholders) : refuseUndeclared(command2, "smoke"),
    context: (where, placeholders) => {
      const part7 = where.startsWith(hooks) ? `hooks.${where.slice(hooks.length)}` : void 0;
      if (part7 !== void 0 && !declared2.includes(part7)) refuseUndeclared(command2, part7);
      return live.context(where, placeholders);
    }
  };
}
function refuseUndeclared(command2, part7) {
  throw new Error(`the step "${command2}" uses "${part7}" of the configuration, which it does not declare`);
}

// src/core/history/entries.ts
function ofHop(entries, hop) {
  return entries.filter(({ event: event2 }) => "hop" in event2 && event2.hop.id === hop.id && event2.hop.digest === hop.digest);
}
function inEnvironment2(entries, environment3) {
  return entries.filter(({ event: event2 }) => "environment" in event2 && event2.environment === environment3);
}
function isOf(entry, type) {
  return entry.event.type === type;
}
function latest(entries, type) {
  return entries.findLast((entry) => isOf(entry, type));
}
function after(entries, entry) {
  return entries.filter(({ sequence }) => sequence > entry.sequence);
}

// src/core/history/disposable-marks.ts
function recordOfMark(entries, mark2) {
  return entries.find(
    (entry) => isOf(entry, "disposable-marked") && entry.event.mark === mark2
  );
}
function foundOnProduction(entries, mark2) {
  return entries.find(
    (entry) => isOf(entry, "production-found-marked") && entry.event.mark === mark2
  );
}
function newestMarks(entries) {
  const counting = entries.filter(
    (entry) => isOf(entry, "disposable-marked") && foundOnProduction(entries, entry.event.mark) === void 0
  );
  return new Map(counting.map((entry) => [entry.event.data, entry]));
}
function orderOf(marked2, backup3) {
  if (marked2.sequence > backup3.journalEntries) return { kind: "younger" };
  return marked2.at < backup3.startedAt ? { kind: "older" } : { kind: "clocks-differ" };
}
function productionStores(entries, backups) {
  const recorded = entries.flatMap(({ event: event2 }) => {
    if (event2.type === "production-found-marked") return [event2.identity];
    const isSeen = event2.type === "checked" || event2.type === "backed-up";
    return isSeen && event2.environment === "production" ? event2.data ?? [] : [];
  });
  return [...recorded, ...backups.flatMap(({ data }) => data.map(({ identity: identity2 }) => identity2))];
}
function asRecorded({ kind: kind2, lineage, location }) {
  return { kind: kind2, lineage, location };
}
function recordedAs(name, identity2) {
  return { name, ...asRecorded(identity2) };
}

// src/core/model/standing.ts
function standingOf2(observation, hop, labels2) {
  if (observation.version.kind === "unknown") return { kind: "unknown", reason: observation.version.reason };
  const version = observation.version.value;
  if (version === hop.from) return { kind: "on-from" };
  if (version === hop.to) return { kind: "on-to" };
  const at2 = labels2.indexOf(version);
  if (at2 === -1) return { kind: "off-path", version };
  return at2 < labels2.indexOf(hop.from) ? { kind: "earlier", version } : { kind: "later", version };
}

// src/core/history/production-data.ts
function unfinishedRestore(entries) {
  return latest(sinceGoneBack(entries), "restoring");
}
function wasRestored(entries, since) {
  const production2 = inEnvironment2(after(entries, since), "production");
  return production2.some((entry) => isOf(entry, "restored") && entry.event.proved);
}
function unfinishedRollback(entries) {
  const last = inEnvironment2(entries, "production").findLast(
    ({ event: event2 }) => event2.type === "rolling-back" || event2.type === "rolled-back" || event2.type === "deploying"
  );
  return last !== void 0 && isOf(last, "rolling-back") ? last : void 0;
}
function startedMigrations(entries, from) {
  const started = sinceGoneBack(entries).findLast(
    (entry) => (isOf(entry, "migrating") || isOf(entry, "not-deferred")) && entry.event.hop.from === from
  );
  if (started === void 0) return void 0;
  const before = inEnvironment2(entries, "production").findLast(
    (entry) => isOf(entry, "checked") && entry.event.version === from && entry.sequence < started.sequence
  );
  return { started, appliedBefore: before?.event.applied };
}
function sinceGoneBack(entries) {
  const production2 = inEnvironment2(entries, "production");
  const back = latest(production2, "rolled-back");
  return back === void 0 ? production2 : after(production2, back);
}

// src/core/history/promotion.ts
function hasRollbackFailed(since) {
  const begun = latest(since, "rolling-back");
  if (begun === void 0) return false;
  return after(since, begun).some(
    ({ event: event2 }) => event2.type === "ended" && event2.command === "rollback" && event2.outcome === "failed"
  );
}
function notDeferredIn(since) {
  const last = latest(since, "not-deferred");
  return last === void 0 || wasRestored(since, last) ? void 0 : last;
}
function isInPlace(since, deploying) {
  if (deploying === void 0) return false;
  const later = after(since, deploying);
  return latest(later, "put-in-place") !== void 0 && latest(later, "rolling-back") === void 0;
}
function isPastReturn({ migrating, completed: completed2 }) {
  return migrating !== void 0 || completed2?.event.type === "adopted";
}
function promotionOf(record2) {
  const production2 = inEnvironment2(record2.entries, "production");
  const back = latest(production2, "rolled-back");
  const since = back === void 0 ? production2 : after(production2, back);
  const deploying = latest(since, "deploying");
  const finished = latest(since, "deployed");
  const isChangedSince = [deploying, latest(since, "rolling-back")].some(
    (entry) => entry !== void 0 && finished !== void 0 && finished.sequence < entry.sequence
  );
  const deployed = isChangedSince ? void 0 : finished;
  const smoked = latest(since, "smoke-tested");
  const completed2 = record2.entries.findLast(
    (entry) => isOf(entry, "completed") || isOf(entry, "adopted")
  );
  const restorePoint2 = since.findLast(
    (entry) => isOf(entry, "backed-up") && entry.event.purpose === "restore-point"
  );
  const restoring = latest(since, "restoring");
  const proved = latest(record2.entries, "point-proved");
  return {
    restorePoint: restorePoint2,
    pointProved: restorePoint2 !== void 0 && proved?.event.backup === restorePoint2.event.backup,
    deployStarted: deploying !== void 0,
    deployed,
    inPlace: isInPlace(since, deploying),
    notDeferred: notDeferredIn(since),
    smoked: deployed !== void 0 && smoked !== void 0 && smoked.sequence > deployed.sequence,
    migrating: latest(since, "migrating"),
    waited: latest(since, "waited"),
    restoring,
    restored: restoring !== void 0 && wasRestored(since, restoring),
    rollbackFailed: hasRollbackFailed(since),
    completed: back !== void 0 && completed2 !== void 0 && completed2.sequence < back.sequence ? void 0 : completed2
  };
}

// src/core/history/record.ts
function recordOf(entries, hop) {
  const own = ofHop(entries, hop);
  return { hop, entries: own, rehearsedOn: rehearsedOn(entries, own) };
}
function rehearsedOn(entries, own) {
  const rehearsal = own.findLast(
    (entry) => isOf(entry, "carried-over") || isOf(entry, "backed-up") && entry.event.purpose === "rehearsal"
  );
  if (rehearsal === void 0 || isOf(rehearsal, "backed-up")) return rehearsal;
  const { event: event2 } = rehearsal;
  return entries.findLast(
    (entry) => isOf(entry, "backed-up") && event2.type === "carried-over" && entry.event.backup === event2.backup
  );
}
function plannedLabels(entries) {
  const hops = latest(entries, "planned")?.event.hops ?? [];
  return hops.length === 0 ? [] : [...hops.slice(0, 1).map((hop) => hop.from), ...hops.map((hop) => hop.to)];
}

// src/core/history/rehearsal.ts
function rehearsalOf(entries, record2) {
  const here = inEnvironment2(record2.entries, "staging");
  const start = here.findLast(isStart);
  if (start === void 0)
    return restoreHasFailed(here) ? { kind: "void", because: "its restore failed" } : { kind: "none" };
  const backup3 = isOf(start, "staging-taken") ? void 0 : start.event.backup;
  const voided = latest(here, "rehearsal-voided");
  if (voided !== void 0 && voided.sequence > start.sequence) return { kind: "void", because: voided.event.because };
  const rehearsed2 = latest(record2.entries, "rehearsed");
  if (rehearsed2 !== void 0 && rehearsed2.sequence > start.sequence) {
    const { backup: proved } = rehearsed2.event;
    const dataAt = (proved === void 0 ? void 0 : dataAtOf(entries, proved)) ?? rehearsed2.at;
    return { kind: "passed", backup: proved, at: rehearsed2.at, dataAt };
  }
  const taken2 = inEnvironment2(entries, "staging").findLast(
    (entry) => isOf(entry, "restoring") || isOf(entry, "carried-over") || isOf(entry, "staging-taken")
  );
  if (taken2 !== void 0 && taken2.sequence > start.sequence) {
    return { kind: "void", because: "staging has been used for something else since" };
  }
  if (isOf(start, "restored") && !start.event.proved) {
    return { kind: "void", because: `the restored copy was not equal to ${backup3}` };
  }
  const since = after(here, start);
  const failure3 = since.findLast(({ event: event2 }) => event2.type === "ended" && event2.outcome === "failed");
  if (failure3?.event.type === "ended") return { kind: "void", because: `${failure3.event.command} failed on staging` };
  const carried = isOf(start, "carried-over");
  const reached = checkpoints(since);
  const scrubbed = backup3 === void 0 || carried || reached.scrubbed;
  return { kind: "started", backup: backup3, startedAt: start.at, carried, ...reached, scrubbed };
}
function confirmableOf({ hop, entries }) {
  const rehearsed2 = latest(entries, "rehearsed") ?? entries.find((entry) => isOf(entry, "rehearsal-waived"));
  if (rehearsed2 === void 0) return void 0;
  const back = latest(inEnvironment2(after(entries, rehearsed2), "production"), "rolling-back");
  return { digest: hop.digest, basis: (back ?? rehearsed2).hash };
}
function dataAtOf(entries, backup3) {
  const taken2 = entries.find(({ event: event2 }) => event2.type === "backed-up" && event2.backup === backup3);
  return taken2?.event.type === "backed-up" ? taken2.event.dataAt : void 0;
}
function restoreHasFailed(here) {
  const restoring = latest(here, "restoring");
  if (restoring === void 0) return false;
  return after(here, restoring).some(({ event: event2 }) => event2.type === "ended" && event2.outcome === "failed");
}
function isStart(entry) {
  return isOf(entry, "restored") || isOf(entry, "carried-over") || isOf(entry, "staging-taken");
}
function checkpoints(since) {
  const reached = {
    scrubbed: false,
    smokedFrom: false,
    deployStarted: false,
    inPlace: false,
    deployedTo: false,
    smokedTo: false,
    rolledBack: false
  };
  const later = { smokedBack: false, deployedAgain: false, migrating: false, waited: false, smokedLast: false };
  const seen = { ...reached, ...later };
  for (const { event: event2 } of since) {
    switch (event2.type) {
      case "scrubbed":
        seen.scrubbed = true;
        break;
      case "deploying":
        if (event2.release === "to") seen.deployStarted = true;
        seen.inPlace = false;
        break;
      case "put-in-place":
        seen.inPlace = event2.release === "to";
        break;
      case "rolling-back":
        seen.deployStarted = false;
        seen.inPlace = false;
        break;
      case "deployed":
        if (event2.release === "to" && seen.rolledBack) seen.deployedAgain = true;
        else if (event2.release === "to" && seen.smokedFrom) seen.deployedTo = true;
        break;
      case "rolled-back":
        seen.rolledBack = seen.smokedTo;
        break;
      case "migrating":
        seen.migrating = true;
        break;
      case "waited":
        seen.waited = true;
        break;
      case "smoke-tested":
        if (event2.release === "from" && seen.rolledBack) seen.smokedBack = true;
        else if (event2.release === "from") seen.smokedFrom = true;
        else if (seen.waited) seen.smokedLast = true;
        else if (seen.deployedTo) seen.smokedTo = true;
        break;
      default:
        break;
    }
  }
  return seen;
}
function isComplete(rehearsal, traits) {
  const needed2 = hopSequence(traits).flatMap(({ checkpoint }) => checkpoint ?? []);
  return needed2.length > 0 && needed2.every((checkpoint) => rehearsal[checkpoint]);
}

// src/core/history/situation.ts
function situationOf({ entries, ...parts }) {
  const record2 = recordOf(entries, parts.hop);
  return {
    ...parts,
    retry: parts.retry === true,
    record: record2,
    startedMigrations: startedMigrations(entries, parts.hop.from),
    unfinishedRollback: unfinishedRollback(entries),
    marks: newestMarks(entries),
    standing: standingOf2(parts.observation, parts.hop, plannedLabels(entries)),
    rehearsal: parts.traits.waiver === void 0 ? countedRehearsal(entries, record2, parts) : { kind: "waived", because: parts.traits.waiver },
    promotion: halted(promotionOf(record2), entries)
  };
}
function countedRehearsal(entries, record2, terms) {
  const rehearsal = rehearsalOf(entries, record2);
  return isFoundHalfDone(record2, promotionOf(record2)) ? rehearsal : expired(rehearsal, terms);
}
function halted(promotion, entries) {
  const restoring = unfinishedRestore(entries);
  if (restoring === void 0) return promotion;
  const undone = { deployed: void 0, migrating: void 0, waited: void 0, completed: void 0 };
  const none = { smoked: false, inPlace: false };
  return { ...promotion, ...undone, ...none, restoring, restored: wasRestored(entries, restoring) };
}
function isFoundHalfDone({ hop, entries }, { deployStarted }) {
  return deployStarted && latest(entries, "checked")?.event.version !== hop.from;
}
function expired(rehearsal, { now, rehearsalMaxAge }) {
  if (rehearsal.kind !== "passed") return rehearsal;
  const age = ageInMilliseconds(rehearsal.dataAt, now);
  if (age <= rehearsalMaxAge) return rehearsal;
  return {
    kind: "void",
    because: `it was made on data from ${hoursOrDays(age)} ago (${rehearsal.dataAt}), and "rehearsal.max-age" allows ${hoursOrDays(rehearsalMaxAge)}`
  };
}
function hoursOrDays(milliseconds2) {
  const hours = milliseconds2 / 36e5;
  return hours < 48 ? `${hours.toFixed(1)} hours` : `${(hours / 24).toFixed(1)} days`;
}
function ageInMilliseconds(at2, now) {
  return now.getTime() - new Date(at2).getTime();
}

// src/core/history/migration-trace.ts
function traceOf(migrations2) {
  if (migrations2.kind === "unknown") return {};
  const { applied, jobs } = migrations2;
  return {
    ...applied === void 0 ? {} : { applied },
    ...migrations2.kind === "pending" ? { next: migrations2.next } : {},
    ...jobs === void 0 ? {} : { jobs: jobs.map(({ id }) => id) }
  };
}
function startedSince(before, now) {
  switch (now.kind) {
    case "unknown":
      return void 0;
    case "running":
      return `the migration ${now.current} is running or queued`;
    case "failed":
      return `the migration ${now.current} was started and failed: ${now.error}`;
    case "pending":
    case "done":
      return appliedSince(before, now) ?? queuedSince(before, now) ?? movedSince(before, now);
  }
}
function appliedSince({ applied }, now) {
  if (applied === void 0 || now.applied === void 0 || applied === now.applied) return void 0;
  return `the newest completed migration is ${now.applied}, before it was ${applied}`;
}
function queuedSince({ jobs: before }, now) {
  const next2 = now.kind === "pending" ? now.next : void 0;
  const job = now.jobs?.find(
    ({ id, migration }) => migration === next2 || before !== void 0 && !before.includes(id)
  );
  return job === void 0 ? void 0 : `there is a job for the migration ${job.migration} (${job.state})`;
}
function movedSince({ next: next2 }, now) {
  if (next2 === void 0) return void 0;
  if (now.kind === "done") return `the migration ${next2} was pending, and nothing is any more`;
  return now.next === next2 ? void 0 : `the migration ${next2} was pending, and now ${now.next} is`;
}
var appliedNotTold = "the migrations probe does not report which migration is the newest complete one";
function cannotShow({ applied }, now) {
  if (now.kind === "unknown") return now.reason;
  if (now.applied === void 0) return appliedNotTold;
  return applied === void 0 ? "it is not known which migration was the newest complete one before the deploy" : void 0;
}
function traceBefore(situation, environment3) {
  const { standing, observation } = situation;
  const kept = sinceReplaced(situation, environment3).filter((entry) => showsBefore(entry, situation));
  const begun = kept.find((entry) => isOf(entry, "deploying"));
  const before = begun === void 0 ? kept : kept.filter(({ sequence }) => sequence <= begun.sequence);
  const seenNow = begun === void 0 && standing.kind === "on-from" ? [traceOf(observation.migrations)] : [];
  const seen = [...before.map(({ event: event2 }) => keptIn(event2)), ...seenNow];
  return Object.assign({}, ...environment3 === "production" ? seen : seen.toReversed());
}
function showsBefore(entry, { hop }) {
  if (isOf(entry, "checked")) return entry.event.version === hop.from;
  if (isOf(entry, "deployed")) return entry.event.release === "from";
  return isOf(entry, "deploying") && entry.event.release === "to";
}
function traceDeployed(situation, environment3) {
  const deployed = sinceReplaced(situation, environment3).findLast(
    (entry) => isOf(entry, "deployed") && entry.event.release === "to"
  );
  return keptIn(deployed?.event);
}
function sinceReplaced({ record: record2 }, environment3) {
  const here = inEnvironment2(record2.entries, environment3);
  const replacing = environment3 === "production" ? ["rolled-back"] : ["restored", "carried-over"];
  return here.slice(here.findLastIndex(({ event: event2 }) => replacing.includes(event2.type)) + 1);
}
function keptIn(event2) {
  if (event2 === void 0) return {};
  const { applied, next: next2, jobs } = event2;
  return {
    ...applied === void 0 ? {} : { applied },
    ...next2 === void 0 ? {} : { next: next2 },
    ...jobs === void 0 ? {} : { jobs }
  };
}

// src/core/history/way-back.ts
function finishRollback(hop, isOtherwiseConfigured = false) {
  const it = `Finish it: ${waysToRollBack(hop)}; it says whether the hop's id must be typed as confirmation.`;
  return isOtherwiseConfigured ? `${it}${bringBack}` : it;
}
var bringBack = " It was started with a different configuration: restore that one first.";
function waysToRollBack(hop) {
  return `run the workflow "Rollback" with the hop ${hop}, or in a terminal: staged-upgrade rollback --hop ${hop}`;
}
function finishRestoreFirst({ restoring, restored: restored2, isOtherwiseConfigured }) {
  const { at: at2, event: event2 } = restoring;
  const { backup: backup3 } = event2;
  const { id, from } = event2.hop;
  return restored2 ? {
    happened: `A rollback of hop ${id} has restored ${backup3} over production, and ${from} has not been seen to work on it.`,
    means: "Nothing else may be done on it before that, and no path starts there.",
    next: finishRollback(id, isOtherwiseConfigured)
  } : {
    happened: `A rollback of hop ${id} has been restoring ${backup3} over production since ${at2}, and is not finished.`,
    means: "Its database may be half replaced. Nothing else may be done on it, and no path starts there.",
    next: `Finish the rollback: staged-upgrade rollback --hop ${id} --confirm ${id}.${isOtherwiseConfigured ? bringBack : ""}`
  };
}

// src/core/decisions/decision.ts
function alreadyDone(because, backup3) {
  return { kind: "already-done", because, ...backup3 === void 0 ? {} : { backup: backup3 } };
}
function refuse(happened2, means, next2) {
  return { kind: "refuse", message: { happened: happened2, means, next: next2 } };
}
function waiting(happened2, means, next2) {
  return { kind: "waiting", message: { happened: happened2, means, next: next2 } };
}
function failed(happened2, means, next2) {
  return { kind: "failed", message: { happened: happened2, means, next: next2 } };
}
function cannotTell(happened2, means, next2) {
  return { kind: "unknown", message: { happened: happened2, means, next: next2 } };
}

// src/core/decisions/manual-steps.ts
function blockedByManualSteps(hop) {
  const open5 = hop.manual.filter((step3) => !step3.acknowledged);
  if (open5.length === 0) return void 0;
  const list5 = open5.map((step3) => `${step3.id} (${step3.text}${step3.url === void 0 ? "" : ` ${step3.url}`})`).join("; ");
  return refuse(
    `Hop ${hop.id} needs a person first: ${list5}.`,
    "Nothing was changed.",
    `Do it, then start a new run with ${open5.map((step3) => `"${step3.id}"`).join(", ")} as its input "acknowledge", or add it to "acknowledge" in the configuration.`
  );
}

// src/core/decisions/check.ts
function decideCheck(situation) {
  const { hop, promotion, standing } = situation;
  const unfinished = restoreUnfinished(situation);
  if (unfinished !== void 0) return unfinished;
  if (promotion.completed !== void 0 && standing.kind !== "on-from") {
    return alreadyDone(`Hop ${hop.id} was completed on ${promotion.completed.at}.`);
  }
  switch (standing.kind) {
    case "earlier":
      return waiting(
        `Production runs ${standing.version}, which comes earlier on the path than ${hop.from}.`,
        "This hop was not started; an earlier hop is not finished yet.",
        "Finish the earlier hop; a new run then continues here on its own."
      );
    case "later":
      return alreadyDone(`Production runs ${standing.version}, which comes later on the path than ${hop.to}.`);
    case "off-path":
      return refuse(
        `Production runs ${standing.version}, which is not on the planned path (this hop goes from ${hop.from} to ${hop.to}).`,
        "Somebody deployed another release, or the plan is old. Nothing was changed.",
        `Start a new run: it plans from ${standing.version}.`
      );
    case "unknown":
      return unreadable3(situation, standing.reason);
    case "on-to":
      return onTarget(situation);
    case "on-from":
      return onStart(situation);
  }
}
function restoreUnfinished({ promotion, hop }) {
  const { restoring, restored: restored2 } = promotion;
  if (restoring === void 0) return void 0;
  const isOtherwiseConfigured = isOtherwise(restoring.event.hop, hop);
  return { kind: "refuse", message: finishRestoreFirst({ restoring, restored: restored2, isOtherwiseConfigured }) };
}
function unreadable3({ hop, promotion }, reason) {
  if (promotion.deployStarted) {
    return {
      kind: "act",
      start: "resume",
      because: `A deploy of ${hop.to} was started and production does not answer (${reason}): the deploy is finished now.`
    };
  }
  return cannotTell(
    `The version of production could not be determined: ${reason}.`,
    "It is not known whether this hop may start. Nothing was changed.",
    "Check that the server is running and that this runner can reach its url, then run again."
  );
}
function onTarget({ hop, promotion, observation }) {
  if (promotion.deployStarted) {
    if (observation.migrations.kind === "failed" && promotion.migrating === void 0)
      return migrationFailed(observation.migrations);
    return { kind: "act", start: "resume", because: `Production already runs ${hop.to}; this hop is finished now.` };
  }
  return refuse(
    `Production already runs ${hop.to}, but the journal has no deploy of it by this hop (${hop.id}, digest ${hop.digest.slice(0, 12)}).`,
    "Somebody deployed it by hand, or the configuration changed since. What was rehearsed is not what runs.",
    `Start a new run: it plans from ${hop.to}. If it comes here again, the hop was started with a different configuration: restore that one; or let its migrations run to the end and record the hop as done by hand: staged-upgrade adopt --hop ${hop.id} --reason "\u2026".`
  );
}
function onStart(situation) {
  const { hop, promotion, observation } = situation;
  const started = promotion.migrating ?? promotion.notDeferred ?? startedElsewhere(situation);
  if (started !== void 0) {
    const { to } = started.event.hop;
    return refuse(
      `Production runs ${hop.from}, but the migrations of ${to} were started on ${started.at}.`,
      `${hop.from} on data that ${to} has migrated may look healthy and damage data.`,
      "Stop writing to it. Restore the restore point, or deploy the newer release again, before anything else is done."
    );
  }
  const ran = promotion.deployStarted ? startedSince(dataBefore(situation), observation.migrations) : void 0;
  if (ran !== void 0) {
    return refuse(
      `Production runs ${hop.from}, but migrations have started since ${hop.to} was deployed: ${ran}.`,
      `${hop.from} on data that ${hop.to} has migrated may look healthy and damage data; its report that nothing is pending proves nothing.`,
      "Stop writing to it. Restore the restore point, or deploy the newer release again, before anything else is done."
    );
  }
  const unfinished = rollbackUnfinished(situation);
  if (unfinished !== void 0) return unfinished;
  const blocked = blockedByManualSteps(hop);
  if (blocked !== void 0) return blocked;
  const unhealthy = notReady(situation, hop.from);
  if (unhealthy !== void 0) return unhealthy;
  return {
    kind: "act",
    start: "fresh",
    because: `Production is healthy on ${hop.from}${withNothingPending(observation)} (observed ${observation.at}).`
  };
}
function withNothingPending({ migrations: migrations2 }) {
  return migrations2.kind === "done" && migrations2.assumed !== true ? ", with nothing pending" : "";
}
function rollbackUnfinished({ unfinishedRollback: unfinishedRollback2, hop }) {
  if (unfinishedRollback2 === void 0 || unfinishedRollback2.event.to !== hop.from) return void 0;
  const { at: at2, event: event2 } = unfinishedRollback2;
  const { id } = event2.hop;
  return refuse(
    `The rollback of hop ${id} was started on ${at2} and is not finished.`,
    `Production runs ${hop.from}, which has not been seen to work there since. Nothing was changed.`,
    finishRollback(id, isOtherwise(event2.hop, hop))
  );
}
function isOtherwise(begun, hop) {
  return begun.id === hop.id && begun.digest !== hop.digest;
}
function dataBefore(situation) {
  const { next: _, ...data } = traceBefore(situation, "production");
  return data;
}
function startedElsewhere({
  startedMigrations: startedMigrations2,
  observation: { migrations: migrations2 }
}) {
  if (startedMigrations2 === void 0) return void 0;
  const { started, appliedBefore } = startedMigrations2;
  if (started.event.type === "not-deferred") return started;
  const applied = "applied" in migrations2 ? migrations2.applied : void 0;
  return applied !== void 0 && applied === appliedBefore ? void 0 : started;
}
function notReady({ observation }, version) {
  const { serving, migrations: migrations2 } = observation;
  if (serving.kind === "no") {
    return failed(
      `Production on ${version} reports that it is not healthy: ${serving.reason}.`,
      "If an unhealthy system is upgraded, nobody can see why the upgrade fails. Nothing was changed.",
      "Make it healthy first, then run again."
    );
  }
  if (serving.kind === "unknown") {
    return cannotTell(
      `It could not be determined whether production on ${version} is healthy: ${serving.reason}.`,
      "Nothing was changed.",
      "Check that the server is running and that this runner can reach it, then run again."
    );
  }
  switch (migrations2.kind) {
    case "done":
      return void 0;
    case "running":
      return waiting(
        `Production on ${version} is still running the migration ${migrations2.current}.`,
        "The next hop may start only when nothing is left. Nothing was changed.",
        "Run again when it is done."
      );
    case "pending":
      return refuse(
        `Production on ${version} has a migration left that was not started: ${migrations2.next}.`,
        "The next release may refuse to start, or lose data, on such a database. Nothing was changed.",
        "Let its migrations run to the end, then run again."
      );
    case "failed":
      return migrationFailed(migrations2);
    case "unknown":
      return cannotTell(
        `It could not be determined whether production on ${version} has migrations left: ${migrations2.reason}.`,
        "Unknown never counts as done. Nothing was changed.",
        "Check the address and the credential of the migrations probe, then run again."
      );
  }
}
function migrationFailed(migrations2) {
  return failed(
    `On production the migration ${migrations2.current} has failed: ${migrations2.error}.`,
    "It blocks every later one. Nothing was changed.",
    "Fix its cause with the vendor's help, let it complete, then run again."
  );
}

// src/core/decisions/identity.ts
function compareIdentities(production2, staging2) {
  if (isPartOfOne(production2, staging2)) {
    const reason2 = `one lies within the other (${describeLocation(production2)}; ${describeLocation(staging2)})`;
    return { kind: "same", reason: reason2 };
  }
  if (production2.kind !== staging2.kind) {
    const kinds5 = `production's is ${production2.kind}, staging's is ${staging2.kind}`;
    return { kind: "cannot-tell", reason: `they are of different kinds (${kinds5}) and cannot be compared` };
  }
  const place2 = describeLocation(staging2);
  const samePlace = equalRecords(production2.location, staging2.location);
  if (differsInSharedKey(production2.lineage, staging2.lineage)) {
    if (!samePlace) return { kind: "different" };
    const reason2 = `it is at production's address (${place2}), although it is not what was there before`;
    return { kind: "cannot-tell", reason: reason2 };
  }
  if (samePlace) return { kind: "same", reason: `both are ${place2}` };
  if (production2.startedAt !== void 0 && production2.startedAt === staging2.startedAt) {
    const reason2 = `it is reached at a different address (${place2}), and is the same one on a server that started at ${staging2.startedAt}`;
    return { kind: "same", reason: reason2 };
  }
  if (isSameFile(production2, staging2)) {
    return { kind: "same", reason: `it is production's file, reached by a different path (${place2})` };
  }
  const reason = `it (${place2}) has the same origin as production's, so it is production itself or a physical copy of it`;
  return { kind: "cannot-tell", reason };
}
function mayBeOne(one, other) {
  return one.kind === other.kind || isPartOfOne(one, other);
}
function isPartOfOne(one, other) {
  const { host } = one.location;
  if (host === void 0 || host !== other.location.host) return false;
  return isWithin(one.location, other.location.folder) || isWithin(other.location, one.location.folder);
}
function isWithin({ folder: folder4, file }, outer) {
  return outer !== void 0 && (folder4 ?? file)?.startsWith(`${outer.replace(/\/$/, "")}/`) === true;
}
function isSamePlace(one, other) {
  return one.kind === other.kind && equalRecords(one.location, other.location);
}
function differsInSharedKey(one, other) {
  return Object.entries(one).some(([key, value]) => other[key] !== void 0 && other[key] !== value);
}
function isSameFile(production2, staging2) {
  if (production2.startedAt !== void 0 || staging2.startedAt !== void 0) return false;
  return ["host", "device"].every(
    (key) => production2.location[key] !== void 0 && production2.location[key] === staging2.location[key]
  );
}
function equalRecords(one, other) {
  const keys = Object.keys(one);
  return keys.length > 0 && keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
function describeLocation(identity2) {
  return Object.entries(identity2.location).map(([key, value]) => `${key} "${value}"`).join(", ");
}

// src/core/decisions/may-be-emptied.ts
var markCommand = "staged-upgrade mark-disposable";
var inWorkflow = 'on GitHub the workflow "Upgrade" with the operation "mark-disposable"';
function markStaging(data) {
  return `If that ${data.noun} is staging's and nobody else's, mark it once: ${markCommand}${option(data)} (${inWorkflow}). If it is not, correct ${dataPlace("staging", data)}.`;
}
function option({ name, isOnly }) {
  return isOnly ? "" : ` --data ${name}`;
}
function ownStore(data) {
  return `Give staging its own empty ${data.noun}, under a name that production never had, correct ${dataPlace("staging", data)}, and mark it: ${markCommand}${option(data)}.`;
}
var newBackup = "Start a new run: it takes a new backup and restores that one.";
var nothing2 = "Nothing was written.";
function decideMayBeEmptied(question) {
  const { backup: backup3, data, now, entries, system } = question;
  const isProduction = notApart(question);
  if (isProduction !== void 0) return isProduction;
  const standing = standingOfMark(data, now, entries, system);
  if (standing.kind === "refuse") return standing;
  const { marked: marked2 } = standing;
  if (!entries.some(({ event: event2 }) => event2.type === "backed-up" && event2.backup === backup3.id)) {
    return refuse(
      `This journal has no record of taking ${backup3.id}.`,
      `Whether staging was marked before that is not known. ${nothing2}`,
      `${newBackup} If the journal was lost or changed, mark staging again first: ${markCommand}.`
    );
  }
  if (backup3.data.some(({ identity: identity2 }) => identity2.mark.kind !== "none")) {
    return refuse(
      `Production had a disposable mark when ${backup3.id} was taken.`,
      `So a mark does not distinguish staging from production. ${nothing2}`,
      "Start a new run: its check says how to remove the mark from production."
    );
  }
  return inOrder(data, marked2, backup3);
}
function notApart({ backup: backup3, data, now }) {
  for (const { name, identity: identity2 } of backup3.data) {
    if (name !== data.name && !mayBeOne(identity2, now)) continue;
    const comparison = compareIdentities(identity2, now);
    const whose = name === data.name ? "production's" : `production's "${name}"`;
    if (comparison.kind === "same") {
      return refuse(
        `The ${dataText("staging", data)} is ${whose}: ${comparison.reason}.`,
        `Restoring there would have replaced production. ${nothing2}`,
        `Correct ${dataPlace("staging", data)} or the variables that this job gets.`
      );
    }
    if (comparison.kind === "cannot-tell") {
      return refuse(
        `The ${dataText("staging", data)} could be ${whose}: ${comparison.reason}.`,
        `In that case no mark makes it disposable. ${nothing2}`,
        ownStore(data)
      );
    }
  }
  return void 0;
}
function standingOfMark(data, now, entries, system) {
  const { mark: mark2 } = now;
  const it = `${dataText("staging", data)} (${describeLocation(now)})`;
  if (mark2.kind === "none") {
    return refuse(
      `The ${it} is not marked as disposable.`,
      `Only what a person has marked is ever emptied, and only for backups that were taken after that. ${nothing2}`,
      markStaging(data)
    );
  }
  if (mark2.kind === "unclear") {
    return refuse(
      `The disposable mark of the ${it} is unclear: ${mark2.reason} (${mark2.place}).`,
      `It may have been copied along with data. ${nothing2}`,
      markStaging(data)
    );
  }
  if (mark2.system !== system) {
    return refuse(
      `The ${it} is marked as disposable for "${mark2.system}", and this is "${system}".`,
      `Two systems that share one staging would rehearse on each other's data. ${nothing2}`,
      `Give each its own ${data.noun}. If "${mark2.system}" no longer uses it, remove the mark (${mark2.place}), then: ${markCommand}${option(data)}.`
    );
  }
  const found = foundOnProduction(entries, mark2.id);
  if (found !== void 0) {
    return refuse(
      `The disposable mark of the ${it} was found on production on ${found.at}.`,
      `So it no longer distinguishes staging from production. ${nothing2}`,
      `Make sure that ${dataPlace("staging", data)} does not point to production or a copy of it. ${markStaging(data)}`
    );
  }
  const marked2 = recordOfMark(entries, mark2.id);
  if (marked2 === void 0 || marked2.event.tiedTo !== mark2.tiedTo) {
    const why = marked2 === void 0 ? "this journal never recorded it" : `the journal recorded it for another one (${describeLocation(marked2.event.identity)})`;
    return refuse(
      `The ${it} has a disposable mark that was not made for it: ${why}.`,
      `A mark that was copied along with a ${data.noun} proves nothing. ${nothing2}`,
      markStaging(data)
    );
  }
  if (marked2.event.data !== data.name) {
    return refuse(
      `The ${it} was marked as disposable as "${marked2.event.data}", and "${data.name}" points there now.`,
      `One store of data would be restored over another one. ${nothing2}`,
      `Correct ${dataPlace("staging", data)}; if it is right as it is now, mark it again: ${markCommand}${option(data)}.`
    );
  }
  return { kind: "counts", marked: marked2 };
}
function inOrder(data, marked2, backup3) {
  switch (orderOf(marked2, backup3).kind) {
    case "older":
      return void 0;
    case "younger":
      return refuse(
        `The ${dataText("staging", data)} was marked as disposable on ${marked2.at}, after ${backup3.id} was started (${backup3.startedAt}).`,
        `A mark that is newer than the backup may have been put on production. ${nothing2}`,
        newBackup
      );
    case "clocks-differ":
      return refuse(
        `The journal has the disposable mark of the ${dataText("staging", data)} before ${backup3.id}, but by its time (${marked2.at}) it is later than the start of the backup (${backup3.startedAt}): the clock of one of the two machines was wrong.`,
        `Which of them is older cannot be proved. ${nothing2}`,
        clockAdvice(marked2)
      );
  }
}
function clockAdvice({ at: at2, run }) {
  return `Correct the clock that is wrong (${run.actor} marked staging in ${run.kind} run ${run.id}). If ${at2} is in the past by the correct time, start a new run, which takes a new backup; if it is in the future, wait until then, or mark staging again: ${markCommand}.`;
}

// src/core/decisions/waiver.ts
function refusesWaiver({ stages, waiver }) {
  if (waiver === void 0 || stages !== void 0) return void 0;
  return refuse(
    "The configuration waives staging, and this product has releases.",
    "A release may change data in ways that only a rehearsal on a copy of it shows. Production was not touched.",
    'Describe a staging under environments.staging in place of "waive".'
  );
}
function waivedBecause(waiver) {
  return `The rehearsal is waived: "${waiver}".`;
}

// src/core/decisions/require-rehearsal.ts
function missingRehearsal(situation) {
  const { hop, rehearsal, traits } = situation;
  if (rehearsal.kind === "waived") return refusesWaiver(traits);
  const next2 = "Start a new run: it rehearses this hop first.";
  if (rehearsal.kind === "void") {
    return refuse(
      `The rehearsal of ${hop.id} does not count: ${rehearsal.because}.`,
      "Production was not touched.",
      next2
    );
  }
  if (rehearsal.kind !== "passed") {
    return refuse(
      `Hop ${hop.id} with digest ${hop.digest.slice(0, 12)} was not rehearsed${rehearsal.kind === "started" ? " to the end" : ""}.`,
      "What is approved must be what was rehearsed. Production was not touched.",
      next2
    );
  }
  return void 0;
}
function missingConfirmable(hop, untouched) {
  return refuse(
    `No rehearsal of hop ${hop} has passed with this configuration.`,
    `There is nothing that a person could confirm yet. ${untouched}`,
    "Start a new run: it rehearses this hop first."
  );
}

// src/core/decisions/backup.ts
function isSameAttempt(one, other) {
  return one.id === other.id && one.attempt === other.attempt;
}
function decideBackup(purpose, situation, question) {
  if (situation.traits.dataless) return alreadyDone("There is no data, so there is nothing to back up.");
  if (purpose === "rehearsal" && situation.rehearsal.kind === "waived")
    return alreadyDone("There is no staging that it could be restored on, so no backup is taken for a rehearsal.");
  return purpose === "rehearsal" ? decideRehearsalBackup(situation, question) : decideRestorePoint(situation, question);
}
function decideRehearsalBackup(situation, { stored, data }) {
  const { rehearsal } = situation;
  const check2 = decideCheck(situation);
  if (check2.kind !== "act") return check2;
  if (rehearsal.kind === "passed") {
    return alreadyDone(
      `The rehearsal of this hop passed on ${rehearsal.at}, on ${rehearsal.backup}.`,
      rehearsal.backup
    );
  }
  if (check2.start === "resume") return alreadyDone(check2.because, situation.record.rehearsedOn?.event.backup);
  const useless = data.map((each) => notRestorable(situation, each)).find((why) => why !== void 0);
  if (useless !== void 0) return useless;
  const usable = newestUsable("rehearsal", stored.filter(isRestorable2(situation, data)), situation);
  if (usable !== void 0 && rehearsal.kind !== "void") {
    return alreadyDone(`${usable.id} was taken for this hop on ${usable.finishedAt}.`, usable.id);
  }
  return { kind: "act", because: check2.because };
}
function notRestorable({ marks: marks2, now }, data) {
  const marked2 = marks2.get(data.name);
  if (marked2 === void 0) {
    return refuse(
      `The ${dataText("staging", data)} was not marked as disposable yet, as far as this journal knows.`,
      "Only what was marked before a backup is ever emptied for it, so this one could not be restored there. No backup was taken.",
      markStaging(data)
    );
  }
  if (marked2.at < now.toISOString()) return void 0;
  return waiting(
    `The ${dataText("staging", data)} was marked as disposable at ${marked2.at}, and by the clock of this machine it is ${now.toISOString()}: one of the two clocks is wrong.`,
    "A backup that seems to be older than the mark is never restored on staging. No backup was taken.",
    clockAdvice(marked2)
  );
}
function isRestorable2({ marks: marks2 }, data) {
  return (backup3) => data.every(({ name }) => {
    const marked2 = marks2.get(name);
    return marked2 !== void 0 && orderOf(marked2, backup3).kind === "older";
  });
}
function decideRestorePoint(situation, { stored, run }) {
  const { promotion, hop } = situation;
  const check2 = decideCheck(situation);
  if (check2.kind !== "act") return check2;
  const taken2 = promotion.restorePoint;
  const kept = taken2 !== void 0 && stored.some((manifest2) => manifest2.id === taken2.event.backup);
  if (check2.start === "resume") {
    if (kept)
      return alreadyDone(
        `The restore point ${taken2.event.backup} was taken before the deploy was started.`,
        taken2.event.backup
      );
    return refuse(
      `The deploy of ${hop.to} on production was started, and its restore point ${taken2?.event.backup ?? ""} is not in the store.`,
      "Without it there is no proven way back for this hop.",
      "Find out where it went before you continue. Nothing was changed."
    );
  }
  const missing4 = missingRehearsal(situation);
  if (missing4 !== void 0) return missing4;
  if (kept && isSameAttempt(taken2.run, run))
    return alreadyDone(`The restore point ${taken2.event.backup} was taken in this run.`, taken2.event.backup);
  return { kind: "act", because: check2.because };
}
function newestUsable(purpose, stored, { now, rehearsalMaxAge }) {
  return stored.filter((manifest2) => manifest2.purpose === purpose && ageInMilliseconds(manifest2.dataAt, now) <= rehearsalMaxAge).toSorted((a, b) => a.dataAt.localeCompare(b.dataAt)).at(-1);
}

// src/steps/environment/open-data.ts
function openData({ configuration: configuration2, effects }, environment3) {
  const { data } = settingsOf(configuration2, environment3);
  return data.map(({ name, at: at2, open: open5 }) => {
    const store = open5({
      effects,
      where: `environments.${environment3}.data${at2}`,
      placeholders: { system: configuration2.system, environment: environment3 }
    });
    return { name, noun: store.noun, isOnly: data.length === 1, store };
  });
}
async function identitiesOf(data, signal) {
  const seen = [];
  for (const each of data) seen.push([each, await each.store.identity(signal)]);
  return seen;
}
function configuredData(data) {
  return data.map(({ name, store }) => ({ name, kind: store.kind }));
}

// src/core/decisions/gate.ts
function decideGate(gate2, state, hop) {
  const untouched = unharmed[gate2](hop.to);
  switch (state.setting) {
    case "none":
      return { kind: "act", because: `The configuration asks for no approval ("gates: { ${gate2}: none }").` };
    case "dispatch":
      return dispatched(gate2, state, hop, untouched);
    case "environment":
      return decideProtection(state, wordsFor(gate2, untouched));
    case "path":
      return ofPath(gate2, state, hop, untouched);
  }
}
function wordsFor(gate2, untouched) {
  return {
    untouched,
    again: "start a new run",
    otherwise: `climb in a terminal, which asks, or write "gates: { ${gate2}: none }" into the configuration`
  };
}
function ofPath(gate2, { protection, covers }, { id }, untouched) {
  const next2 = "Start a new run: it plans, and asks once for all of its hops.";
  if (covers === void 0) {
    return refuse(
      `This attempt of the run has no approval of its path ("gates: { scope: path }").`,
      `It is given in the job "approve", in the environment "${protection.environment}", and a run whose jobs are re-run does not give it again. ${untouched}`,
      next2
    );
  }
  if (!covers) {
    return refuse(
      `Hop ${id}, as it is configured now, is not among the hops that this run was approved for.`,
      `What was approved must be what is done. ${untouched}`,
      next2
    );
  }
  return decideProtection(protection, wordsFor(gate2, untouched));
}
function decideProtection(state, words3) {
  const { environment: environment3, reading, approved, settingsUrl } = state;
  const { untouched, again: again2, otherwise } = words3;
  const setUp = `Open ${settingsUrl}, choose "${environment3}", tick "Required reviewers", name who approves, and save the protection rules; then ${again2}. If it cannot be ticked, the plan of this repository has no reviewers: ${otherwise}.`;
  switch (reading.kind) {
    case "protected":
      return reading.adminsMayBypass === false ? approvedStrictly(environment3, reading.reviewers, approved, words3) : { kind: "act", because: `${waitsFor(environment3, reading.reviewers)}; ${whoApproved(approved)}.` };
    case "unprotected":
      return refuse(
        `The GitHub environment "${environment3}" lets jobs start without anybody's approval: ${reading.why}.`,
        untouched,
        setUp
      );
    case "missing":
      return refuse(
        `The GitHub environment "${environment3}" does not exist. GitHub makes it when a job names it, without any protection.`,
        untouched,
        setUp
      );
    case "cannot-tell":
      return cannotTell(
        `It could not be determined whether the GitHub environment "${environment3}" has required reviewers: ${reading.reason}.`,
        `What cannot be determined never counts as approved. ${untouched}`,
        reading.next ?? "Run it again later; https://www.githubstatus.com shows the status of GitHub."
      );
  }
}
function approvedStrictly(environment3, reviewers, approved, { untouched, again: again2 }) {
  const nobodyElse = `nobody may bypass its reviewers (${reviewers.join(", ")})`;
  switch (approved.kind) {
    // A job that does not name its environment starts without asking anyone, however well that is protected.
    case "nobody":
      return refuse(
        `Nobody approved this run for the GitHub environment "${environment3}", and ${nobodyElse}.`,
        `The job of this step does not wait for them: it does not name the environment. ${untouched}`,
        `Give the job "environment: ${environment3}", as "staged-upgrade init --update" writes it; then ${again2}.`
      );
    case "used":
      return refuse(
        `Nobody approved this job for the GitHub environment "${environment3}": every approval of this run has admitted another of its jobs, or may have, in this attempt or an earlier one. And ${nobodyElse}.`,
        `GitHub does not always ask again when jobs are re-run. ${untouched}`,
        `In place of re-running jobs, ${again2}: it asks.`
      );
    case "by":
    case "not-told":
      return { kind: "act", because: `${waitsFor(environment3, reviewers)}; ${whoApproved(approved)}.` };
  }
}
function waitsFor(environment3, reviewers) {
  return `"${environment3}" waits for one of its reviewers (${reviewers.join(", ")})`;
}
function whoApproved(approved) {
  switch (approved.kind) {
    case "by":
      return `${approved.approval.by} approved this run`;
    case "used":
      return `GitHub lists no approval of this job, only approvals that admitted other jobs of this run, or may have, the first by ${approved.approval.by}`;
    case "nobody":
      return "GitHub lists nobody who approved this run: an administrator may have let it pass";
    case "not-told":
      return `it could not be determined who approved this run: ${approved.reason}`;
  }
}
function dispatched(gate2, { confirmable, confirmation }, hop, untouched) {
  if (confirmable === void 0) return missingConfirmable(hop.id, untouched);
  if (isConfirmed(gate2, confirmable, confirmation)) {
    return { kind: "act", because: `A person started this run with the confirmation of hop ${hop.id}.` };
  }
  const typed = (confirmation ?? "").trim();
  const what = gate2 === "production" ? `the promotion of hop ${hop.id}` : `the migrations of hop ${hop.id}`;
  return waiting(
    `A person has to confirm ${what}.`,
    typed === "" ? `${untouched} Nothing failed.` : `${untouched} Nothing failed: ${JSON.stringify(typed.slice(0, longestShown2))}, with which this run was started, confirms something else, or this hop as it was before it changed or was rehearsed again.`,
    `Read what the rehearsal showed. To continue, start the workflow with "confirm" set to: ${confirmationFor(gate2, confirmable)}`
  );
}
var longestShown2 = 80;
var unharmed = {
  production: () => "Production was not touched.",
  finalize: (to) => `${to} runs on production; its migrations were not started, so the rollback window stays open.`
};

// src/steps/hop/hop-step.ts
import { basename as basename3 } from "node:path";

// src/core/history/lease.ts
var defaultMarginMilliseconds = 12e4;
function leaseOwner(run) {
  return runName(run);
}
function leaseState(entries) {
  return entries.reduce(next, { fence: 0, held: void 0 });
}
function next(state, { event: event2, run, at: at2 }) {
  switch (event2.type) {
    case "lease-taken": {
      if (event2.fence !== state.fence + 1 || isTooEarly(event2, at2, state.held)) return state;
      const { fence, owner, expiresAt, process: process2 } = event2;
      return { fence, held: { fence, owner, run, expiresAt, ...process2 && { process: process2 } } };
    }
    case "lease-renewed": {
      if (state.held?.fence !== event2.fence || state.held.owner !== event2.owner) return state;
      return { ...state, held: { ...state.held, expiresAt: event2.expiresAt } };
    }
    case "lease-released":
      return state.held?.fence === event2.fence && state.held.owner === event2.owner ? { ...state, held: void 0 } : state;
    default:
      return state;
  }
}
function isTooEarly({ preempted, marginMilliseconds = 0 }, at2, held2) {
  if (held2 === void 0 || preempted !== void 0) return false;
  return Date.parse(at2) <= Date.parse(held2.expiresAt) + marginMilliseconds;
}
function decideLease(entries, now, run, { preempt = false, marginMilliseconds = defaultMarginMilliseconds, isGone = () => false } = {}) {
  const { fence, held: held2 } = leaseState(entries);
  const take = { kind: "take", fence: fence + 1 };
  if (!held2) return take;
  const { owner, expiresAt } = held2;
  if (owner === leaseOwner(run)) return { kind: "already-mine", fence, expiresAt };
  if (now.getTime() > Date.parse(expiresAt) + marginMilliseconds) return take;
  if (preempt || isEarlierAttempt(held2.run, run) || isGone(held2)) return { ...take, preempted: owner };
  return { kind: "held-by", owner, until: expiresAt };
}
function isCurrent(entries, fence) {
  return leaseState(entries).held?.fence === fence;
}
function isEarlierAttempt(other, run) {
  return run.kind === "github" && other.kind === "github" && other.id === run.id && other.attempt < run.attempt;
}

// src/journal/lease-holding.ts
var LeaseLost = class extends Error {
  name = "LeaseLost";
  to;
  constructor(to) {
    super(to === void 0 ? "The lease of this system has ended." : `The lease of this system went to ${to}.`);
    this.to = to;
  }
};
var defaultMilliseconds = 9e5;
async function takeLease(journal2, request) {
  const { run, clock, process: process2, milliseconds: milliseconds2 = defaultMilliseconds } = request;
  const { marginMilliseconds = defaultMarginMilliseconds } = request;
  const owner = leaseOwner(run);
  const expiresAt = () => new Date(clock.now().getTime() + milliseconds2).toISOString();
  for (; ; ) {
    const decision = decideLease(await journal2.read(), clock.now(), run, request);
    if (decision.kind === "held-by") return decision;
    const { fence } = decision;
    const left = decision.kind === "already-mine" ? Date.parse(decision.expiresAt) - clock.now().getTime() : 0;
    if (decision.kind === "already-mine" && left > milliseconds2 / 2) {
      return {
        kind: "taken",
        lease: heldLease(journal2, clock, { fence, owner, run, expiresAt: decision.expiresAt }, milliseconds2)
      };
    }
    const preempted = decision.kind === "take" && decision.preempted !== void 0 ? { preempted: decision.preempted } : {};
    await journal2.append(
      decision.kind === "take" ? {
        type: "lease-taken",
        fence,
        owner,
        expiresAt: expiresAt(),
        marginMilliseconds,
        ...preempted,
        ...process2 && { process: process2 }
      } : { type: "lease-renewed", fence, owner, expiresAt: expiresAt() }
    );
    const { held: held2 } = leaseState(await journal2.read());
    if (held2?.fence === fence && held2.owner === owner) {
      return { kind: "taken", lease: heldLease(journal2, clock, held2, milliseconds2) };
    }
  }
}
function heldLease(journal2, clock, { fence, owner, expiresAt }, milliseconds2) {
  let knownUntil = Date.parse(expiresAt);
  const confirm = async () => {
    const { held: held2 } = leaseState(await journal2.read());
    if (held2?.fence !== fence) return { kind: "lost", to: held2?.owner };
    knownUntil = Date.parse(held2.expiresAt);
    const left = knownUntil - clock.now().getTime();
    if (left > milliseconds2 / 2) return { kind: "current" };
    const renewedUntil = new Date(clock.now().getTime() + milliseconds2).toISOString();
    await journal2.append({ type: "lease-renewed", fence, owner, expiresAt: renewedUntil });
    const after2 = leaseState(await journal2.read()).held;
    if (after2?.fence !== fence) return { kind: "lost", to: after2?.owner };
    knownUntil = Date.parse(after2.expiresAt);
    return { kind: "current" };
  };
  const unconfirmed = () => clock.now().getTime() < knownUntil ? { kind: "current" } : { kind: "lost", to: void 0 };
  const during = async (act2) => {
    const finished = new AbortController();
    const lost = new AbortController();
    const renewing = (async () => {
      while (!finished.signal.aborted) {
        await clock.sleep(milliseconds2 / 4, finished.signal);
        const standing = await confirm().catch(unconfirmed);
        if (standing.kind === "lost") return lost.abort(new LeaseLost(standing.to));
      }
    })().catch(() => void 0);
    try {
      return await act2(lost.signal);
    } finally {
      finished.abort();
      await renewing;
    }
  };
  const release2 = async () => {
    if (isCurrent(await journal2.read(), fence)) await journal2.append({ type: "lease-released", fence, owner });
  };
  return { fence, confirm, during, release: release2 };
}

// src/report/document.ts
function heading(level, text3) {
  return { kind: "heading", level, text: text3 };
}
function paragraph(...text3) {
  return { kind: "paragraph", text: text3 };
}
function list4(items) {
  if (items.length === 0) return [];
  return [{ kind: "list", items: items.map((item) => isItem(item) ? item : { text: item }) }];
}
function folded(title, blocks) {
  return blocks.length === 0 ? [] : [{ kind: "folded", title, blocks }];
}
function section(title, blocks) {
  return blocks.length === 0 ? [] : [heading(3, title), ...blocks];
}
function table(head, rows2) {
  return rows2.length === 0 ? [] : [{ kind: "table", head, rows: rows2 }];
}
function spansOf(line) {
  return isSpans(line) ? line : [line];
}
function isSpans(line) {
  return Array.isArray(line);
}
function isItem(item) {
  return typeof item === "object" && "text" in item;
}

// src/world/writing/draft.ts
var opening = "\uFDD0";
var closing = "\uFDD1";
var marks = /[\ufdd0\ufdd1]/g;
var marked = /\ufdd0([^\ufdd0\ufdd1]*)\ufdd1/;
function asItIs(text3) {
  return `${opening}${text3.replace(marks, "")}${closing}`;
}
function writtenDraft(draft, shown3, own) {
  return draft.split(marked).map((part7, index) => index % 2 === 1 ? shown3(part7) : own(part7)).join("");
}

// src/world/writing/visible.ts
var colours = new RegExp(
  [
    String.raw`(?:\u001b\[|\u009b)[\d;:]*[mK]`,
    String.raw`\u001b\([AB0]`,
    String.raw`(?:\u001b\]|\u009d)8;[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)`
  ].join("|"),
  "g"
);
function withoutColours(text3) {
  return text3.replace(colours, "");
}
var unseen = /(?![\t\n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufdd0-\ufdef]/gu;
var short = { "\r": "\\r", "\b": "\\b", "\f": "\\f", "\v": "\\v" };
function visible(text3) {
  return text3.replace(
    unseen,
    (character) => short[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  );
}

// src/world/writing/markdown.ts
function escapeMarkdown(text3) {
  return asItIs(text3);
}
function markdownLink(text3, url) {
  return `[${text3}](${url.replace(/[\s()<>[\]\\`|"']/g, (character) => `%${hex(character)}`)})`;
}
function hex(character) {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, "0");
}
function writtenMarkdown(draft, plain2) {
  return writtenDraft(draft, (text3) => shownAsItIs(plain2(text3)), visible);
}
function shownAsItIs(text3) {
  const parts = text3.replace(/\s+/g, " ").split(address2);
  return parts.map((part7, index) => index % 2 === 1 ? `<${part7}>` : escaped(part7)).join("");
}
var address2 = /(https?:\/\/[\w.~:/?#@!$&'()+,;=%-]*[_~#][\w.~:/?#@!$&'()+,;=%-]*[\w/])/;
function escaped(text3) {
  return text3.replace(/[\\`*_{}[\]<>|~#]/g, (character) => `\\${character}`).replace(/@(?=\w)/g, "@\u200B");
}

// src/report/document-markdown.ts
function markdownOf(document) {
  return `${document.map(blockText).join("\n\n")}
`;
}
function blockText(block3) {
  switch (block3.kind) {
    case "heading":
      return `${"#".repeat(block3.level)} ${escapeMarkdown(block3.text)}`;
    case "paragraph":
      return lineText(block3.text);
    case "list":
      return block3.items.map(itemText).join("\n");
    case "table": {
      const row = (cells2) => `| ${cells2.join(" | ")} |`;
      return [
        row(block3.head.map(escapeMarkdown)),
        `|${block3.head.map(() => "---").join("|")}|`,
        ...block3.rows.map((cells2) => row(cells2.map(cellText)))
      ].join("\n");
    }
    case "box":
      return `> [!${block3.tone.toUpperCase()}]
> ${lineText(block3.text)}`;
    case "diagram":
      return `\`\`\`mermaid
${block3.mermaid.replaceAll("`", "'")}
\`\`\``;
    case "folded":
      return `<details>
<summary>${titleText(block3.title)}</summary>

${block3.blocks.map(blockText).join("\n\n")}

</details>`;
  }
}
function titleText(title) {
  return title.replace(/\s+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function itemText({ text: text3, ticked }) {
  const box = ticked === void 0 ? "" : `[${ticked ? "x" : " "}] `;
  return `- ${box}${lineText(text3)}`;
}
function cellText(line) {
  return spansOf(line).map(
    (span) => spanText(typeof span === "object" && "code" in span ? { code: span.code.replaceAll("|", "/") } : span)
  ).join("");
}
function lineText(line) {
  return spansOf(line).map(spanText).join("");
}
function spanText(span) {
  if (typeof span === "string") return span === "" ? "" : escapeMarkdown(span);
  if ("strong" in span) return `**${escapeMarkdown(span.strong)}**`;
  if ("break" in span) return "<br>";
  if ("code" in span) return `\`${span.code.replace(/[`\s]+/g, " ")}\``;
  return markdownLink(escapeMarkdown(span.link), span.url);
}

// src/core/messages/moments.ts
var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function dayTime(at2, now) {
  return written2(at2, now, (clock) => clock.slice(0, 5));
}
function dayOf(at2) {
  return dayTime(at2, /* @__PURE__ */ new Date(0)).replace(/ \d\d:\d\d UTC$/, "");
}
function fullTime(at2) {
  return dayTime(at2.toISOString(), /* @__PURE__ */ new Date(0));
}
function exactTime(at2, now) {
  return written2(at2, now, (clock) => clock);
}
function moment(at2, now) {
  return isTime(at2) ? `${dayTime(at2, now)}, ${agoText(at2, now)}` : at2;
}
function isTime(at2) {
  return !Number.isNaN(Date.parse(at2));
}
function agoText(at2, now) {
  const minutes = (now.getTime() - Date.parse(at2)) / 6e4;
  if (minutes < -5) return `in ${spanText2(-minutes)}`;
  return minutes < 1 ? "just now" : `${spanText2(minutes)} ago`;
}
function spanText2(minutes) {
  if (minutes < 120) return `${Math.floor(minutes)} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
function written2(at2, now, shown3) {
  if (!isTime(at2)) return at2;
  const date3 = new Date(at2);
  const [day, clock = ""] = date3.toISOString().split(/[T.]/);
  const year = day?.slice(0, 4) === String(now.getUTCFullYear()) ? "" : ` ${day?.slice(0, 4) ?? ""}`;
  return `${date3.getUTCDate()} ${months[date3.getUTCMonth()] ?? ""}${year} ${shown3(clock)} UTC`;
}

// src/report/production-line.ts
function productionLine(hop, entries, observation) {
  if (observation === void 0) return lastSeen(entries);
  const { version, serving } = observation;
  const runs2 = version.kind === "known" ? version.value : `something that does not answer (${version.reason})`;
  const serves = serving.kind === "unknown" ? `cannot tell (${serving.reason})` : serving.kind;
  const data = dataOf(hop, recordOf(entries, hop), version.kind === "known" ? version.value : void 0);
  return `Production runs ${runs2}${data === void 0 ? "" : ` on ${data}`}, serving: ${serves}.`;
}
function dataOf({ from, to }, record2, version) {
  const { migrating, waited, completed: completed2, deployStarted } = promotionOf(record2);
  const deferred = latest(inEnvironment2(record2.entries, "production"), "deploying")?.event.deferred;
  if (completed2 !== void 0 || migrating !== void 0 && waited !== void 0) return `data of ${to}`;
  if (migrating !== void 0) return `data whose migration to ${to} was started`;
  if (deployStarted) return deferred === false ? `data that ${to} may have migrated` : `data of ${from}`;
  return version === from ? `data of ${from}` : void 0;
}
function lastSeen(entries) {
  const seen = entries.findLast(
    ({ event: event2 }) => (event2.type === "checked" || event2.type === "deployed") && event2.environment === "production"
  );
  if (seen?.event.type !== "checked" && seen?.event.type !== "deployed") return "Production was not touched.";
  return `Production was not touched by this step; it was last seen on ${seen.event.version} on ${fullTime(new Date(seen.at))}.`;
}

// src/report/failure-summary.ts
function failureSummary(facts) {
  const { hop, environment: environment3, outcome, message } = facts;
  return markdownOf([
    {
      kind: "box",
      tone: outcome === "waiting" ? "note" : "caution",
      text: [{ strong: productionLine(hop, facts.entries, facts.observation) }, ` ${message.next}`]
    },
    paragraph({ strong: outcome }, ` on ${environment3}, hop ${hop.from} \u2192 ${hop.to}: ${message.happened}`),
    ...message.means === "" ? [] : [paragraph(message.means)]
  ]);
}

// src/drivers/probes/observe.ts
async function observe(probes, now, signal) {
  const [text3, serving, status] = await Promise.all([
    probes.version(signal),
    probes.health(signal),
    probes.migrations?.(signal)
  ]);
  const version = text3.kind === "known" ? probes.readLabel(text3.value) : text3;
  return { at: now().toISOString(), version, serving, migrations: status ?? derived(version, serving) };
}
function derived(version, serving) {
  if (version.kind === "unknown") return version;
  if (serving.kind === "yes") return { kind: "done", assumed: true };
  return { kind: "unknown", reason: serving.reason };
}

// src/core/path/sources/stages/source.ts
function stagesSource(stages, title) {
  return {
    stateOf: (seen) => stateOf(stages, seen),
    pathTo: (current, target) => pathTo(stages, title, current, target)
  };
}
function stateOf(stages, seen) {
  const reasons = [];
  for (const { name, parts } of stages.toReversed()) {
    const reached = seen[name] ?? { kind: "unknown", reason: "it was not probed" };
    if (reached.kind === "yes") return { kind: "known", value: { label: name, parts } };
    if (reached.kind === "unknown") {
      const { reason, refused: refused2 } = reached;
      const said = `whether the stage "${name}" is reached could not be determined: ${reason}`;
      return { kind: "unknown", reason: said, ...refused2 === void 0 ? {} : { refused: refused2 } };
    }
    reasons.unshift(`"${name}": ${reached.reason}`);
  }
  return { kind: "unknown", reason: `none of its stages is reached (${reasons.join("; ")})` };
}
function pathTo(stages, title, current, target) {
  const places = new Map(stages.map(({ name }, place2) => [name, place2]));
  const from = places.get(current.label);
  if (from === void 0) return unknownStage("current", current.label, stages, title);
  const to = isLast(target) ? stages.length - 1 : places.get(target);
  if (to === void 0) return unknownStage("target", target, stages, title);
  const ends = { current: current.label, target: stages[to]?.name ?? target, details: detailsOf(stages, title) };
  if (to === from) {
    const last = to === stages.length - 1 ? ", the last stage" : "";
    return {
      ...ends,
      kind: "already-there",
      message: {
        happened: `${title} is at "${ends.target}"${last}.`,
        means: "There is nothing to do.",
        next: last === "" ? `The stages after it are ${namesOf2(stages.slice(to + 1))}.` : ""
      }
    };
  }
  if (to < from) {
    const back = hopId(stages[from - 1]?.name ?? "", current.label);
    return {
      ...ends,
      kind: "downgrade",
      message: {
        happened: `"${ends.target}" is before "${current.label}", where ${title} is.`,
        means: "A path only goes forward, so none was planned.",
        next: `To go back one stage: staged-upgrade rollback --hop ${back}; it says whether it is possible to go back from that stage.`
      }
    };
  }
  return { ...ends, kind: "path", steps: stepsOf(stages, current, { from, to }), notes: [] };
}
function isLast(target) {
  return target === "newest";
}
function stepsOf(stages, current, { from, to }) {
  let { parts } = current;
  return stages.slice(from + 1, to + 1).map((stage, index) => {
    const { name, title, reason, url, manual } = stage;
    const before = parts;
    parts = { ...before, ...stage.parts };
    const hasParts = Object.keys(parts).length > 0;
    return {
      from: stages[from + index]?.name ?? current.label,
      to: name,
      tag: name,
      reasons: [{ rule: "stages", text: `${title}: ${reason}`, ...url === void 0 ? {} : { url } }],
      manual,
      notes: [],
      parts: [],
      ...hasParts ? { partVersions: { from: before, to: parts } } : {}
    };
  });
}
function unknownStage(which, asked2, stages, title) {
  return {
    kind: "unknown-release",
    which,
    asked: asked2,
    message: {
      happened: which === "current" ? `"${asked2}" is not a stage of ${title}.` : `The target "${asked2}" is not a stage of ${title}.`,
      means: "No path was planned.",
      next: `Its stages are, in order: ${namesOf2(stages)}. "newest" is the last of them.`
    },
    nearest: {},
    details: detailsOf(stages, title)
  };
}
function detailsOf(stages, title) {
  return {
    source: `the definition of ${title}`,
    releases: stages.length,
    unit: "stage",
    ignored: [],
    leftOut: [],
    unknownFacts: [],
    idle: []
  };
}
function namesOf2(stages) {
  return stages.map(({ name }) => name).join(", ");
}

// src/steps/environment/live-state.ts
function stageTests(product2, { version }) {
  return hasStages(product2) ? product2.stages.find(({ name }) => name === version)?.smoke ?? [] : [];
}
function stateProbes(product2, openProbe) {
  if (!hasStages(product2)) {
    return {
      version: openProbe(product2.probes.version, "version probe"),
      health: openProbe(product2.probes.health, "health probe"),
      readLabel: (text3) => labelOfVersion(text3, product2.versions, product2.title)
    };
  }
  const { stages, title, probes } = product2;
  const source2 = stagesSource(stages, title);
  const reached = stages.map(
    ({ name, reached: part7 }) => [name, openProbe(part7, `probe of the stage "${name}"`)]
  );
  const version = async (signal) => {
    const seen = await Promise.all(
      reached.map(async ([name, probe]) => [name, await probe(signal)])
    );
    const state = source2.stateOf(Object.fromEntries(seen));
    return state.kind === "known" ? { kind: "known", value: state.value.label } : state;
  };
  return {
    version,
    // A stage that is reached is all that is asked of a change without a health probe.
    health: probes.health === void 0 ? async () => ({ kind: "yes" }) : openProbe(probes.health, "health probe"),
    readLabel: (label2) => ({ kind: "known", value: label2 })
  };
}

// src/steps/environment/stage-deployer.ts
function stageDeployer({ stages, title }, { to, version }, common) {
  const stage = stages.find(({ name }) => name === to);
  const forward = version === to;
  const part7 = forward ? stage?.deploy ?? common : stage?.back;
  const key = forward ? "deploy" : "back";
  const where = `the ${key} of the stage "${to}" of ${title}`;
  if (part7 !== void 0) return { part: part7, where };
  throw new UserError({
    happened: `The definition of ${title} does not say how ${forward ? `the stage "${to}" is reached` : `one goes back from the stage "${to}"`}.`,
    means: "Nothing was done.",
    next: `Add "${key}" to that stage.`
  });
}

// src/steps/environment/live-system.ts
function openLiveSystem(project, environment3) {
  const { configuration: configuration2, product: product2, effects } = project;
  const settings5 = settingsOf(configuration2, environment3);
  const base = `environments.${environment3}`;
  const context = (where, placeholders = {}) => ({
    effects,
    where,
    placeholders: { system: configuration2.system, environment: environment3, ...placeholders }
  });
  const address3 = () => settings5.url === void 0 ? {} : { url: effects.variables.fill(settings5.url, `${base}.url`).replace(/\/+$/, "") };
  let opened;
  const tokens = () => {
    opened ??= Object.fromEntries(
      Object.entries(settings5.access).flatMap(
        ([name, part7]) => typeof part7 === "string" ? [] : [[`access.${name}`, part7.open(context(`${base}.access.${name}`, address3()))]]
      )
    );
    return opened;
  };
  const probeContext = (where, placeholders = {}) => {
    const access6 = Object.entries(settings5.access).flatMap(
      ([name, value]) => typeof value === "string" ? [[`access.${name}`, effects.variables.fill(value, `${base}.access.${name}`)]] : []
    );
    return {
      ...context(where, { ...address3(), ...Object.fromEntries(access6), ...placeholders }),
      tokens: tokens()
    };
  };
  const openProbe = (part7, name) => part7.open(probeContext(`the ${name} of ${product2.title} (${environment3})`));
  let probing;
  const probes = () => {
    probing ??= {
      ...stateProbes(product2, openProbe),
      migrations: product2.probes.migrations && openProbe(product2.probes.migrations, "migrations probe")
    };
    return probing;
  };
  return {
    environment: environment3,
    observe: async (signal) => await observe(probes(), () => effects.clock.now(), signal),
    observeParts: async (signal) => {
      const readings = Object.entries(product2.probes.parts ?? {}).map(
        async ([name, part7]) => [name, partReading(name, await openProbe(part7, `probe of ${name}`)(signal))]
      );
      return Object.fromEntries(await Promise.all(readings));
    },
    get health() {
      return probes().health;
    },
    data: () => openData(project, environment3),
    deployer: (target) => {
      if (hasStages(product2) && target !== void 0) {
        const { part: part7, where } = stageDeployer(product2, target, settings5.deploy);
        return part7.open(probeContext(`${where} (${environment3})`));
      }
      return needed(settings5.deploy, `${base}.deploy`, `What puts a release in place on ${environment3}`).open(
        context(`${base}.deploy`)
      );
    },
    smokeTests: (placeholders) => [...product2.smoke, ...stageTests(product2, placeholders), ...configuration2.smoke].map(
      (test) => test.open(probeContext("smoke", placeholders))
    ),
    evidence: () => [...answersOfProbes(project.productDocument.probes), ...product2.evidence].map(
      (source2) => openEvidence(source2, probeContext(`the evidence "${source2.name}"`))
    ),
    starter: () => product2.migrations && openProbe(product2.migrations.start, "start of the migrations"),
    context
  };
}
function partReading(name, text3) {
  if (text3.kind === "unknown") return text3;
  const version = text3.value.trim().replace(/^v(?=\d)/, "");
  if (partVersion.safeParse(version).success) return { kind: "known", value: version };
  return { kind: "unknown", reason: `what the probe of "${name}" reads is not a version` };
}

// src/steps/hop/diagnostics.ts
import { writeFile as writeFile7 } from "node:fs/promises";
import { join as join19 } from "node:path";

// src/report/journal-log.ts
var journalColumns = ["#", "time", "run", "actor", "what"];
function journalLog(entries) {
  if (entries.length === 0) return "The journal is empty: nothing has been recorded yet.\n";
  const rows2 = [journalColumns, ...entries.map(journalRow)];
  const widths = journalColumns.map((_, column) => Math.max(...rows2.map((cells2) => [...cells2[column] ?? ""].length)));
  return rows2.map(
    (cells2) => `${cells2.map((cell, column) => pad(cell, widths[column] ?? 0)).join("  ").trimEnd()}
`
  ).join("");
}
function journalRow({ sequence, at: at2, run, event: event2 }) {
  return [
    String(sequence),
    at2.replace(/T(\d\d:\d\d:\d\d)(\.\d+)?Z$/, " $1Z"),
    runName(run),
    printable(run.actor),
    eventSentence(event2)
  ];
}
function pad(text3, width) {
  return text3 + " ".repeat(Math.max(0, width - [...text3].length));
}

// src/report/diagnostics-report.ts
var diagnosticsPrefix = "staged-upgrade-diagnostics-";
function diagnosticsReport({
  hop,
  product: product2,
  observation,
  entries,
  configuration: configuration2,
  serverLog: serverLog2,
  ended,
  evidence
}) {
  return [
    `# ${escapeMarkdown(`${product2}: ${hop.title}`)}`,
    block2("What happened", [ended.happened, ended.means, ended.next].filter((line) => line !== "").join("\n")),
    block2("Observed", JSON.stringify(observation, void 0, 2)),
    ...evidence.map(({ name, text: text3 }) => block2(name, text3)),
    block2("Hop", JSON.stringify(hop, void 0, 2)),
    block2("Journal", journalLog(entries)),
    block2("Configuration", JSON.stringify(configuration2, void 0, 2)),
    block2("Server log", serverLog2),
    ""
  ].join("\n\n");
}
function block2(title, text3) {
  const longest = Math.max(0, ...[...text3.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `## ${escapeMarkdown(title)}

${fence}text
${text3.trimEnd()}
${fence}`;
}

// src/steps/hop/diagnostics.ts
async function writeDiagnostics(context, observation, ended) {
  const { project, hop } = context;
  const { effects, document, journal: journal2 } = project;
  const name = `${diagnosticsPrefix}${hop.id}.md`;
  const report2 = diagnosticsReport({
    hop,
    product: project.product.title,
    observation,
    entries: await journal2.read(),
    configuration: document,
    serverLog: await serverLog(context),
    ended,
    evidence: await evidenceOf(context)
  });
  const save2 = effects.saveFile ?? writeFile7;
  const file = join19(effects.startedIn ?? effects.directory, name);
  try {
    await save2(file, effects.pen.markdown(report2));
  } catch (cause) {
    effects.log.warn(`${name} could not be written: ${cause instanceof Error ? cause.message : String(cause)}`);
    return void 0;
  }
  return file;
}
async function evidenceOf({ live, project }) {
  const { signal } = project.effects;
  return await Promise.all(
    live.evidence().map(async (each) => ({ name: each.name, text: await each.collect(signal) }))
  );
}
async function serverLog({ project, live, environment: environment3, placeholders }) {
  const hook2 = settingsOf(project.configuration, environment3).hooks.logs;
  if (hook2 === void 0) return `No hook "logs" is configured for ${environment3}.`;
  const result = await runUserCommand(hook2, live.context(`environments.${environment3}.hooks.logs`, placeholders));
  return endedWell(result) ? result.stdout : `The hook "logs" ${howItEnded(result)}.
${result.stdout}${result.stderr}`;
}

// src/steps/hop/hooks.ts
async function runHook(context, name, placeholders = context.placeholders) {
  const { project, environment: environment3, live } = context;
  const hooks = settingsOf(
    project.configuration,
    environment3
  ).hooks;
  const hook2 = hooks[name];
  if (hook2 === void 0) return;
  await context.confirmLease();
  await project.effects.log.group(`Hook ${name}`, async () => {
    await runUserCommandOrFail(
      hook2,
      live.context(`environments.${environment3}.hooks.${name}`, placeholders),
      `The step stops here, because its hook "${name}" failed.`
    );
  });
}

// src/core/decisions/expected.ts
function expectedMilliseconds(record2, act2, validation2 = 0) {
  const { entries } = record2;
  const staging2 = inEnvironment2(entries, "staging");
  const deployed = staging2.findLast((entry) => isOf(entry, "deployed") && entry.event.release === "to");
  const waited = latest(staging2, "waited")?.event.milliseconds;
  const smoke3 = (latest(staging2, "smoke-tested")?.event.milliseconds ?? 0) + validation2;
  const backedUp = record2.rehearsedOn?.event.milliseconds;
  const deferred = areDeferred(staging2);
  const deploy2 = deployed === void 0 || !isOf(deployed, "deployed") ? void 0 : (
    // What is not deferred runs in the same job.
    deployed.event.milliseconds + (deferred ? 0 : waited ?? 0) + smoke3
  );
  switch (act2) {
    case "restore-point":
      return backedUp === void 0 || deploy2 === void 0 ? void 0 : backedUp + deploy2;
    case "deploy":
      return deploy2;
    case "migrate": {
      const migrations2 = deferred ? rehearsedMigrations(record2) : void 0;
      return migrations2 === void 0 ? void 0 : migrations2 + smoke3;
    }
  }
}
var firstPauseMilliseconds = 200;
function migrationsStarted({ entries }, environment3) {
  const here = inEnvironment2(entries, environment3);
  const deploying = latest(here, "deploying");
  if (!areDeferred(here)) return deploying;
  const since = deploying === void 0 ? here : after(here, deploying);
  return since.find((entry) => isOf(entry, "migrating")) ?? latest(here, "migrating");
}
function rehearsedMigrations(record2) {
  const here = inEnvironment2(record2.entries, "staging");
  const waited = latest(here, "waited");
  if (waited === void 0) return void 0;
  const before = { ...record2, entries: record2.entries.filter(({ sequence }) => sequence < waited.sequence) };
  const begun = migrationsStarted(before, "staging");
  if (begun === void 0) return void 0;
  const ended = latest(after(inEnvironment2(before.entries, "staging"), begun), "migrated") ?? waited;
  return sawTheEnd(ended, begun) ? Math.max(0, Date.parse(ended.at) - Date.parse(begun.at)) : void 0;
}
function sawTheEnd(ended, begun) {
  const sameRun = ended.run.id === begun.run.id && ended.run.attempt === begun.run.attempt;
  return sameRun || ended.event.milliseconds >= firstPauseMilliseconds;
}
function areDeferred(here) {
  return latest(here, "deploying")?.event.deferred === true;
}

// src/core/decisions/estimate.ts
function evidenceOf2(entries, hop, terms) {
  const record2 = recordOf(entries, hop);
  const estimate = estimateOf(record2, terms.validation);
  const rehearsed2 = rehearsedOf(entries, record2, terms);
  const formerly = rehearsed2 === void 0 ? formerRehearsal(entries, record2, terms) : void 0;
  return {
    ...estimate === void 0 ? {} : { estimate },
    ...rehearsed2 === void 0 ? {} : { rehearsed: rehearsed2 },
    ...formerly === void 0 ? {} : { formerly }
  };
}
function estimateOf(record2, validation2 = 0) {
  const deploy2 = expectedMilliseconds(record2, "restore-point", validation2);
  if (deploy2 === void 0) return void 0;
  const migrate2 = expectedMilliseconds(record2, "migrate", validation2) ?? 0;
  return {
    milliseconds: deploy2 + migrate2,
    longestJobMilliseconds: Math.max(deploy2, migrate2),
    basis: `the rehearsal of this hop${validation2 === 0 ? "" : `, with ${durationText(validation2)} of smoke tests each time`}`
  };
}
function rehearsedOf(entries, record2, terms) {
  const rehearsal = countedRehearsal(entries, record2, terms);
  if (rehearsal.kind !== "passed") return void 0;
  const { at: at2, backup: backup3, dataAt } = rehearsal;
  const countsUntil = new Date(Date.parse(dataAt) + terms.rehearsalMaxAge).toISOString();
  const before = latest(record2.entries, "rehearsed")?.event.contents;
  const changed = before === void 0 ? [] : changedContents(before, terms.contents);
  return { at: at2, ...backup3 === void 0 ? {} : { backup: backup3 }, countsUntil, changed };
}
function formerRehearsal(entries, record2, terms) {
  const { hop } = record2;
  const last = entries.findLast(
    (entry) => isOf(entry, "rehearsed") && entry.event.hop.id === hop.id
  );
  if (last === void 0) return void 0;
  const { at: at2, event: event2 } = last;
  if (event2.hop.digest === hop.digest) {
    const rehearsal = countedRehearsal(entries, record2, terms);
    return { at: at2, because: rehearsal.kind === "void" ? rehearsal.because : "it has been started again since" };
  }
  const changed = event2.contents === void 0 ? [] : changedContents(event2.contents, terms.contents);
  return { at: at2, because: changed.length === 0 ? "what the hop does has changed since" : changedSince2(changed) };
}
function changedSince2(names2) {
  const list5 = new Intl.ListFormat("en", { type: "conjunction" }).format(names2.map((name) => `"${name}"`));
  return `${list5} ${names2.length === 1 ? "has" : "have"} changed since`;
}

// src/core/model/matrix-hop.ts
var label = string().refine(isLabel);
var matrixHop = strictObject({
  id: string(),
  index: int().min(1),
  count: int().min(1),
  from: label,
  to: label,
  digest: string().regex(/^[0-9a-f]{64}$/),
  parts: hopParts.unwrap().strict().exactOptional()
}).refine(({ id, from, to }) => id === hopId(from, to));
var longestMatrix = 256;
var longestText = 1e4;
function matrixHopOf({ id, index, count: count2, from, to, digest, parts }) {
  return { id, index, count: count2, from, to, digest, ...parts === void 0 ? {} : { parts } };
}
function matrixJson(hop) {
  return JSON.stringify(matrixHopOf(hop));
}
function readMatrixHop(text3) {
  if (text3.length > longestText) return { kind: "wrong", because: `it is longer than ${longestText} characters` };
  let json;
  try {
    json = JSON.parse(text3);
  } catch {
    return { kind: "wrong", because: "it starts like JSON but cannot be read as JSON" };
  }
  const parsed3 = matrixHop.safeParse(json);
  if (parsed3.success) return { kind: "read", hop: parsed3.data };
  const [issue] = parsed3.error.issues;
  const place2 = issue?.path.map(String).join(".") ?? "";
  if (place2 !== "") return { kind: "wrong", because: `its "${place2}" is not what "plan" writes` };
  return {
    kind: "wrong",
    because: issue?.code === "custom" ? "its id does not match its versions" : 'its keys are not those that "plan" writes'
  };
}

// src/core/model/planned-hop.ts
function hopsOf({ hops }) {
  return hops.map((hop, index) => ({
    ...hop,
    index: index + 1,
    count: hops.length,
    title: `${hop.from} \u2192 ${hop.to}`,
    reasons: hop.reasons ?? []
  }));
}

// src/steps/hop/hop-contents.ts
function hopDigest(project, { from, to, parts }) {
  return digestOf({ system: project.configuration.system, from, to, parts, done: doneContents(project) });
}
function doneContents({ document, productDocument: product2 }) {
  const { production: production2, staging: staging2 } = documentParts.parse(document).environments;
  return {
    "product.probes": product2.probes,
    "product.migrations": product2.migrations,
    // What is backed up and proved: not where it is.
    "environments.production.data": writtenData(document, "production").map(({ name, kind: kind2 }) => ({ name, kind: kind2 })),
    "product.stages": stagesAsDone(product2.stages),
    "environments.production.deploy": production2.deploy,
    "environments.production.hooks": hooksThatAct(production2.hooks),
    "environments.staging.deploy": staging2.deploy,
    "environments.staging.waive": staging2.waive,
    "environments.staging.hooks": hooksThatAct(staging2.hooks)
  };
}
function testContents({ document, productDocument: product2 }) {
  return {
    "product.smoke": product2.smoke,
    "product.stages.smoke": stageTestsOf(product2.stages),
    smoke: document.smoke,
    validate: document.validate
  };
}
function allContentDigests(project) {
  return contentDigests({ ...doneContents(project), ...testContents(project) });
}
function testsDigest(project) {
  return wholeDigest(testContents(project));
}
var environmentParts = object({
  waive: unknown().optional(),
  deploy: unknown().optional(),
  hooks: record(string(), unknown()).nullish()
});
var documentParts = object({
  environments: object({ production: environmentParts, staging: environmentParts })
});
var stageList = array(looseObject({})).optional();
function stagesAsDone(stages) {
  return stageList.parse(stages ?? void 0)?.map(({ title: _title, reason: _reason, url: _url, smoke: _smoke, ...done3 }) => done3);
}
function stageTestsOf(stages) {
  return stageList.parse(stages ?? void 0)?.map(({ smoke: smoke3 }) => smoke3 ?? []);
}
var reportingHooks = /* @__PURE__ */ new Set(["logs", "on-failure"]);
function hooksThatAct(hooks) {
  return Object.fromEntries(Object.entries(hooks ?? {}).filter(([name]) => !reportingHooks.has(name)));
}

// src/steps/hop/hop-input.ts
function readHop(given, entries, project) {
  if (given === void 0) {
    throw new UserError({
      happened: 'The input "hop" is missing.',
      means: "A step of a hop must know which hop it belongs to. Nothing was done.",
      next: 'Give it the id of a planned hop, in a terminal as --hop 1.0.2--1.1.4; in a workflow, the matrix element that "plan" made (${{ toJSON(matrix.hop) }}).'
    });
  }
  return asPlanned(typeof given === "string" ? named3(given, entries) : given, entries, project);
}
function named3(text3, entries) {
  return text3.trimStart().startsWith("{") ? fromMatrix(text3, entries) : byId(text3.trim(), entries);
}
function asPlanned(given, entries, project) {
  const digest = hopDigest(project, given);
  if (digest === given.digest) return given;
  throw new UserError({
    happened: `The configuration is not the one that hop ${given.id} was planned with (digest ${given.digest.slice(0, 12)}, now ${digest.slice(0, 12)})${whatChanged(given, entries, project)}.`,
    means: "What was planned and approved is not what would be done. Nothing was done.",
    next: "Start a new run: it plans, rehearses and asks for approval with the present configuration. To finish what was started, such as a rollback, restore the former one first."
  });
}
function whatChanged({ id, digest }, entries, project) {
  const plan = entries.findLast(
    (entry) => isOf(entry, "planned") && entry.event.hops.some((hop) => hop.id === id && hop.digest === digest)
  );
  if (plan?.event.contents === void 0) return "";
  const changed = changedContents(plan.event.contents, contentDigests(doneContents(project)));
  if (changed.length === 0) return "";
  return `: ${changedSince2(changed)}`;
}
function fromMatrix(text3, entries) {
  const reading = readMatrixHop(text3);
  if (reading.kind === "wrong") throw notOfTheMatrix(`is not a hop as "plan" makes it: ${reading.because}`);
  const { id, digest } = reading.hop;
  const planned = plansOf(entries).flatMap(({ event: event2 }) => hopsOf(event2).filter((hop) => hop.id === id));
  const same = planned.filter((hop) => hop.digest === digest);
  const [newest] = same;
  if (newest !== void 0) {
    const asked2 = JSON.stringify(reading.hop);
    return same.find((hop) => matrixJson(hop) === asked2) ?? newest;
  }
  throw notOfTheMatrix(
    planned.length === 0 ? `names the hop ${id}, which is in no plan of the journal` : `names the hop ${id} with the digest ${digest.slice(0, 12)}, with which no plan of the journal has it`
  );
}
function notOfTheMatrix(what) {
  return new UserError({
    happened: `The input "hop" ${what}.`,
    means: "Nothing was done.",
    next: "Hand on the matrix element as it is, ${{ toJSON(matrix.hop) }}, or give the id of a planned hop such as 1.0.2--1.1.4."
  });
}
function byId(id, entries) {
  if (!isHopId(id)) throw notAnId(id);
  const plans = plansOf(entries);
  for (const plan of plans) {
    const found = hopsOf(plan.event).find((hop) => hop.id === id && hop.id === hopId(hop.from, hop.to));
    if (found !== void 0) return found;
  }
  const [last] = plans;
  const list5 = last === void 0 ? "" : last.event.hops.map((hop) => hop.id).join(", ");
  throw new UserError({
    happened: `No path that was planned has a hop "${id}".`,
    means: "Nothing was done.",
    next: list5 === "" ? 'Run "plan" first.' : `The hops that were planned last are: ${list5}.`
  });
}
function plansOf(entries) {
  return entries.filter((entry) => isOf(entry, "planned")).toReversed();
}
function typedHop(text3) {
  if (!isHopId(text3)) throw notAnId(text3);
  return text3;
}
function notAnId(text3) {
  const shown3 = JSON.stringify(text3.length > 60 ? `${text3.slice(0, 60)}\u2026` : text3);
  return new UserError({
    happened: `${shown3} is not the id of a hop.`,
    means: "A hop is named by its two versions, joined by two hyphens. Nothing was done.",
    next: 'Write, for example, 1.0.2--1.1.4. "staged-upgrade plan" lists the ids, and so does the log.'
  });
}

// src/steps/hop/lost-records.ts
function recordsOf(entries, stored, toleranceMilliseconds) {
  const began = entries[0] === void 0 ? Number.POSITIVE_INFINITY : Date.parse(entries[0].at);
  const known = new Set(entries.flatMap((entry) => isOf(entry, "backed-up") ? [entry.event.backup] : []));
  const backups = stored.filter(
    ({ id, startedAt }) => !known.has(id) && Date.parse(startedAt) + toleranceMilliseconds < began
  );
  if (backups.length > 0) return { kind: "without-journal", backups };
  const isEmpty = known.size > 0 && !stored.some(({ id }) => known.has(id));
  return isEmpty ? { kind: "without-backups", recorded: known.size } : { kind: "together" };
}
async function refuseLostRecords(project) {
  const lost = await lostRecords(project);
  if (lost?.kind === "without-backups") project.effects.log.warn(oneLine(lost.message));
  if (lost?.kind === "without-journal") throw new UserError(lost.message);
}
async function warnOfLostRecords(project, entries) {
  try {
    const lost = await lostRecords(project, entries);
    if (lost !== void 0) project.effects.log.warn(oneLine(lost.message));
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
  }
}
async function lostRecords(project, entries) {
  const { journal: journal2, configuration: configuration2 } = project;
  const stored = await storedHere(project);
  if (stored === void 0) return void 0;
  const own = stored.filter(({ system }) => system === configuration2.system);
  const records = recordsOf(entries ?? await journal2.read(), own, configuration2.lock["clock-tolerance"]);
  switch (records.kind) {
    case "together":
      return void 0;
    case "without-backups":
      return { kind: records.kind, message: withoutBackups(project, records.recorded) };
    case "without-journal":
      return { kind: records.kind, message: withoutJournal(project, records.backups) };
  }
}
async function storedHere(project) {
  try {
    return (await project.store().list()).backups;
  } catch (error) {
    if (error instanceof UserError) return void 0;
    throw error;
  }
}
function withoutBackups(project, recorded) {
  const { journal: journal2, configuration: configuration2 } = project;
  return {
    happened: `The journal (${journal2.description}) has recorded ${countText(recorded, "backup")} of ${configuration2.system}, and none of them is in ${project.store().description}.`,
    means: "Should that be the wrong place, a rollback finds nothing to restore.",
    next: "Correct backup.store before anything else is done; if they were removed on purpose, nothing has to be done."
  };
}
function withoutJournal(project, backups) {
  const { journal: journal2, configuration: configuration2 } = project;
  const newest = backups.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1);
  return {
    happened: `${project.store().description} has ${countText(backups.length, "backup")} of ${configuration2.system} from before the journal began (${journal2.description}), the newest ${newest?.id}.`,
    means: "This is not the journal in which they were recorded, so what was half done, approved or held is not known here. Nothing was done.",
    next: "Make sure that the journal is there: its disk mounted, its path and branch as they were. If it is lost for good, look at production yourself, then move these backups to another place; they are kept, and a new journal begins."
  };
}

// src/steps/hop/new-run.ts
function withNewRun(message, newRun) {
  const glue = message.next === "" ? "" : /[.!?…]$/.test(message.next) ? " " : " \xB7 ";
  return { ...message, next: `${message.next}${glue}New run: ${newRun}` };
}
function newRunOf(project, stopped) {
  return project.run.kind === "github" ? onGithub(project, stopped) : atTerminal(project, stopped);
}
function onGithub(project, stopped) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = project.effects.environment;
  if (!server || !repository) return 'choose "Run workflow" on the page "Actions" of this repository';
  const actions = `${server}/${repository}/actions`;
  const file = workflowFile(project.effects.environment.GITHUB_WORKFLOW_REF, repository);
  if (file === void 0) return `${actions} (choose the workflow, then "Run workflow")`;
  if (isRollback(stopped)) return `${actions}/workflows/${file} ("Run workflow", hop ${stopped.hop})`;
  const planned = planOf(stopped);
  const acknowledged = acknowledgedFor(project, planned);
  const inputs2 = [
    ...planned?.event.operation === "rehearse" ? ["operation rehearse"] : [],
    ...planned === void 0 ? [] : [`target ${planned.event.target}`],
    ...givenText("facts", planned?.event.given?.facts),
    ...givenText("parts", planned?.event.given?.parts),
    ...acknowledged.length === 0 ? [] : [`acknowledge "${acknowledged.join(", ")}"`]
  ];
  const upgrade = file === "rollback.yml" ? "upgrade.yml" : file;
  return `${actions}/workflows/${upgrade} (${['"Run workflow"', ...inputs2].join(", ")})`;
}
function givenText(input, values = []) {
  return values.length === 0 ? [] : [`${input} "${values.join(", ")}"`];
}
function workflowFile(reference, repository) {
  const prefix = `${repository}/.github/workflows/`;
  if (reference === void 0 || !reference.startsWith(prefix)) return void 0;
  return reference.slice(prefix.length).split("@")[0] || void 0;
}
function atTerminal(project, stopped) {
  const { config: config2, facts = [], parts = [] } = stopped.input;
  const configured = config2 === void 0 ? [] : ["--config", config2];
  if (isRollback(stopped)) return command(["rollback", ...configured, "--hop", stopped.hop]);
  const planned = planOf(stopped);
  const given = planned?.event.given ?? { facts: [], parts: [] };
  return command([
    planned?.event.operation === "rehearse" ? "rehearse" : "climb",
    ...configured,
    ...planned === void 0 ? [] : ["--target", planned.event.target],
    ...acknowledgedFor(project, planned).flatMap((id) => ["--acknowledge", id]),
    ...[.../* @__PURE__ */ new Set([...given.facts, ...facts])].flatMap((fact) => ["--facts", fact]),
    ...[.../* @__PURE__ */ new Set([...given.parts, ...parts])].flatMap((part7) => ["--part", part7])
  ]);
}
function planOf({ entries, hop }) {
  const all = entries.filter((entry) => isOf(entry, "planned"));
  const own = all.filter(({ event: event2 }) => hop === void 0 || event2.hops.some(({ id }) => id === hop));
  return own.findLast(({ event: event2 }) => event2.operation !== "plan") ?? own.at(-1) ?? all.at(-1);
}
function isRollback(stopped) {
  const { command: name, environment: environment3 = "production" } = stopped;
  return name === "rollback" && environment3 === "production" && stopped.hop !== void 0;
}
function acknowledgedFor({ configuration: configuration2 }, planned) {
  const steps = planned?.event.hops.flatMap(({ manual }) => manual) ?? [];
  const ids2 = steps.filter(({ acknowledged }) => acknowledged).map(({ id }) => id);
  return [...new Set(ids2)].filter((id) => !configuration2.acknowledge.includes(id));
}
function command(words3) {
  return ["npx", "staged-upgrade", ...words3.map(quoted3)].join(" ");
}
function quoted3(word2) {
  return /^[\w@%+=:,./-]+$/.test(word2) ? word2 : `'${word2.replaceAll("'", `'\\''`)}'`;
}

// src/steps/hop/stopped.ts
var StoppedStep = class extends Error {
  name = "StoppedStep";
  step;
  constructor(step3, options) {
    super(`${step3.command} of ${step3.hop} on ${step3.environment} was stopped`, options);
    this.step = step3;
  }
};
var stoppedExitCodes = {
  SIGINT: exitCodeOf.interrupted,
  SIGTERM: exitCodeOf.terminated,
  SIGHUP: exitCodeOf.hungUp
};
function stoppedMessage(error, signal) {
  if (error instanceof LeftQuestion) {
    return {
      happened: `The question was interrupted by ${named4(signal)}.`,
      means: "It was not answered, so nothing was changed by it.",
      next: "Run the same command again when it may continue."
    };
  }
  if (!(error instanceof StoppedStep)) {
    return {
      happened: `Stopped by ${named4(signal)}.`,
      means: "No step of a hop was being done, so none is half done.",
      next: "Run the same command again."
    };
  }
  const { command: command2, hop, environment: environment3, notRecorded } = error.step;
  return {
    happened: `${command2} of hop ${hop} on ${environment3} was stopped by ${named4(signal)}.`,
    means: notRecorded === void 0 ? "It may be half done. What was being done is recorded, the lease was released, and the commands that it had started were ended." : `It may be half done, and that could not be recorded (${notRecorded}). The journal has what was started; the lease ends by itself.`,
    next: "Run the same command again: it looks at what is there and continues."
  };
}
function named4(signal) {
  const meaning = {
    SIGINT: "SIGINT (Ctrl-C, or a cancelled run)",
    SIGTERM: "SIGTERM",
    SIGHUP: "SIGHUP (the terminal was closed)"
  };
  return meaning[signal];
}

// src/steps/hop/left-behind.ts
function leftBehind({ effects, configuration: configuration2, journal: journal2 }) {
  return effects.witness?.leftBehind(keyOf(configuration2.system, journal2.description)) ?? [];
}
function keyOf(system, journal2) {
  return { system, journal: journal2 };
}
function commandLeftBehind(project) {
  const command2 = leftBehind(project).find(({ kind: kind2 }) => kind2 === "command");
  if (command2 === void 0) return void 0;
  return waiting(
    `${leftBehindText(command2)} is still running, although the run that started it is gone.`,
    `It may be changing ${project.configuration.system}. Nothing was done.`,
    `Wait until it has ended, or end it with: kill -- -${command2.pid}. Then run the same command again.`
  );
}
function leftBehindText({ program, pid, run }) {
  return `"${program}" (process ${pid}, started by ${run})`;
}

// src/core/timing/clock-verdict.ts
var newestEntries = 20;
var roundingMilliseconds = 1e3;
function clockVerdict(now, entries, reading, toleranceMilliseconds) {
  if (reading !== void 0) {
    const ahead = reading.asked.getTime() - reading.served.getTime() - roundingMilliseconds;
    if (ahead > toleranceMilliseconds) return { kind: "ahead", milliseconds: ahead, reading };
    const behind = reading.served.getTime() - reading.answered.getTime();
    if (behind > toleranceMilliseconds) return { kind: "behind", milliseconds: behind, reading };
  }
  const confirmed = reading !== void 0;
  const latest2 = latestOf(entries.slice(-newestEntries));
  if (latest2 === void 0) return { kind: "plausible", confirmed };
  const milliseconds2 = Date.parse(latest2.at) - now.getTime();
  return milliseconds2 > toleranceMilliseconds ? { kind: "entry-ahead", milliseconds: milliseconds2, entry: latest2, confirmed } : { kind: "plausible", confirmed };
}
function latestOf(entries) {
  return entries.reduce(
    (latest2, entry) => latest2 === void 0 || Date.parse(entry.at) > Date.parse(latest2.at) ? entry : latest2,
    void 0
  );
}

// src/steps/hop/right-clock.ts
function verdictOnClock({ effects, configuration: configuration2 }, entries) {
  const { clock, githubReading } = effects;
  return clockVerdict(clock.now(), entries, githubReading?.(), configuration2.lock["clock-tolerance"]);
}
var longestAnswer = 1e4;
async function askGitHubForTime({ effects, run }) {
  const { githubReading, environment: environment3, signal } = effects;
  const api = environment3.GITHUB_API_URL;
  if (run.kind !== "github" || !api || githubReading === void 0 || githubReading() !== void 0) return;
  try {
    const answer = await (effects.githubFetch ?? effects.fetch)(`${api.replace(/\/$/, "")}/rate_limit`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestAnswer)])
    });
    await answer.body?.cancel();
  } catch {
    signal.throwIfAborted();
  }
}
function wrongClock(project, entries = []) {
  const verdict2 = verdictOnClock(project, entries);
  if (verdict2.kind === "plausible") return void 0;
  if (verdict2.kind === "entry-ahead") {
    project.effects.log.warn(oneLine(clockMessage(verdict2)));
    return void 0;
  }
  const { happened: happened2, means, next: next2 } = clockMessage(verdict2);
  return { ...refuse(happened2, `${means} Nothing was done.`, next2), unrecorded: true };
}
function warnOfWrongClock(project, entries = []) {
  const verdict2 = verdictOnClock(project, entries);
  if (verdict2.kind !== "plausible") project.effects.log.warn(oneLine(clockMessage(verdict2)));
}
var clockSubject = "the clock";
function clockFindings(verdict2) {
  switch (verdict2.kind) {
    case "plausible":
      return verdict2.confirmed ? [fine(clockSubject, "This machine's clock agrees with GitHub's.")] : [];
    case "entry-ahead":
      return [warning(clockSubject, clockMessage(verdict2))];
    default:
      return [problem(clockSubject, clockMessage(verdict2))];
  }
}
var waysOut = 'If production must go back now: "rollback" waits for no lease; it preempts whoever holds it. A lease that a wrong clock has left behind is ended with: staged-upgrade unlock --reason "why".';
function clockMessage(verdict2) {
  switch (verdict2.kind) {
    case "ahead":
      return {
        happened: `${offBy(verdict2, "ahead of")}.`,
        means: "It would take over leases that are still in use, and its own would keep every other run waiting until that time has come.",
        next: `Set the clock of this machine ("timedatectl" shows it), then start a new run. ${waysOut}`
      };
    case "behind":
      return {
        happened: `${offBy(verdict2, "behind")}.`,
        means: "Others would believe its lease to be over while it still acts, and act at the same time.",
        next: `Set the clock of this machine ("timedatectl" shows it), then start a new run. ${waysOut}`
      };
    case "entry-ahead": {
      const { entry, milliseconds: milliseconds2, confirmed } = verdict2;
      const who = `${runName(entry.run)} (${entry.run.actor})`;
      return {
        happened: `Entry ${entry.sequence} of the journal ("${eventSentence(entry.event)}", ${entry.at}) lies ${durationText(milliseconds2)} ahead of this machine's clock.`,
        means: confirmed ? `GitHub's clock agrees with this one: the clock of ${who} was ahead, and a lease or a mark of that run counts until its time has come.` : `Either this machine's clock is behind, and its leases end too early, or the clock of ${who} was ahead, and a lease or a mark of that run counts until its time has come.`,
        next: `Set the clock that is wrong ("timedatectl" shows it). ${waysOut}`
      };
    }
  }
}
function offBy({ milliseconds: milliseconds2, reading }, how) {
  return `The clock of this machine is ${durationText(milliseconds2)} ${how} GitHub's: here it was ${reading.answered.toISOString()} when GitHub answered at ${reading.served.toISOString()}`;
}

// src/steps/hop/under-lease.ts
async function underLease(project, { preempt, entries }, body) {
  const { journal: journal2, run, effects, configuration: configuration2 } = project;
  const working = preempt ? void 0 : commandLeftBehind(project);
  if (working !== void 0) return working;
  if (preempt) warnOfWrongClock(project, entries);
  const wrong = preempt ? void 0 : wrongClock(project, entries);
  if (wrong !== void 0) return wrong;
  const answer = await takeLease(journal2, {
    run,
    clock: effects.clock,
    milliseconds: configuration2.lock.lease,
    marginMilliseconds: configuration2.lock["clock-tolerance"],
    preempt,
    process: run.kind === "terminal" ? effects.witness?.self : void 0,
    isGone: ({ process: process2 }) => process2 !== void 0 && effects.witness?.sees(process2) === "gone" && // What it has started may work on, noted where only its own user looks.
    effects.witness.seesNotesOf(process2) && leftBehind(project).length === 0
  });
  if (answer.kind === "held-by") {
    return heldBy(project, answer.owner, answer.until);
  }
  try {
    return await answer.lease.during((lost) => body(answer.lease, AbortSignal.any([effects.signal, lost])));
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    return refuse(
      `${error.message} This step was ended.`,
      "Another run acts now, for example a rollback. What this step was doing may be half done.",
      "Look at what the other run does; a new run resumes from what it observes."
    );
  }
}
function heldBy(project, owner, until) {
  const { system, lock } = project.configuration;
  const tolerance = lock["clock-tolerance"];
  const from = new Date(Date.parse(until) + tolerance).toISOString();
  const [left] = leftBehind(project);
  const longest = project.effects.clock.now().getTime() + lock.lease + tolerance;
  const tooLong = Date.parse(until) > longest ? ` That is later than a lease of ${durationText(lock.lease)} can end: the clock of that run was ahead, or this machine's is behind.` : "";
  return waiting(
    `${owner} is acting on ${system}; its lease ends at ${until} unless it is renewed, and another run may act from ${from} (clocks may differ by ${durationText(tolerance)}).${tooLong}`,
    "Two runs never act at once. Nothing was done.",
    left === void 0 ? 'Wait until that run has ended, then start a new run. If it is known to be gone: staged-upgrade unlock --reason "why it is gone". If production must go back now: "rollback" does not wait, it preempts that run.' : `That run is gone, and something that ${leftBehindText(left)} had started is still running: wait until it has ended, or until that time. To end it: kill -- -${left.pid}.`
  );
}
async function endOfRun(project, work) {
  const result = await givingBackIfThrown(project, work);
  const endedWell2 = result.outcome === "passed" || result.outcome === "skipped";
  if (project.run.kind === "terminal" || !endedWell2) await releaseQuietly(project);
  return result;
}
function isLastUnderLease({ kind: kind2 }, { command: command2, purpose }, { environment: environment3, skipped }) {
  if (command2 === "adopt" || command2 === "rollback" && environment3 === "production") return true;
  if (kind2 !== "github") return false;
  return command2 === "check" && skipped || command2 === "backup" && purpose === "rehearsal";
}
async function givingBackIfThrown(project, work) {
  try {
    return await work();
  } catch (error) {
    await releaseQuietly(project);
    throw error;
  }
}
async function releaseQuietly(project) {
  try {
    await releaseLease(project);
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    project.effects.log.warn(`The lease could not be released; it ends by itself. ${error.message}`);
  }
}
async function releaseLease({ journal: journal2, run }) {
  const owner = leaseOwner(run);
  const { held: held2 } = leaseState(await journal2.read());
  if (held2?.owner === owner) await journal2.append({ type: "lease-released", fence: held2.fence, owner });
}

// src/steps/hop/hop-step.ts
async function hopStep(project, input, work) {
  return await givingBackIfThrown(project, () => step(project, input, work));
}
async function step(project, input, { environment: environment3, needs, preempts: preempt, body, beforehand }) {
  project.effects.signal.throwIfAborted();
  const entries = await project.journal.read();
  if (!entries.some((entry) => isOf(entry, "planned"))) await refuseLostRecords(project);
  const hop = readHop(input.hop, entries, project);
  const plain2 = contextOf(project, input, { environment: environment3, needs, hop });
  const work = async () => await beforehand(plain2) ?? await underLease(project, { preempt, entries }, (lease, signal) => {
    const within = { ...project, effects: { ...project.effects, signal } };
    return endOf(contextOf(within, input, { environment: environment3, needs, hop, lease }), project.effects.signal, body);
  });
  const end = await recordingStop(plain2, work);
  const skipped = end.kind === "already-done";
  const isDone = end.kind === "done" || skipped;
  if (isDone && isLastUnderLease(project.run, input, { environment: environment3, skipped })) await releaseQuietly(project);
  switch (end.kind) {
    case "done":
      return stepResult(
        "passed",
        end.headline,
        `${escapeMarkdown(end.headline)}
${(end.details ?? []).map((line) => `
- ${escapeMarkdown(line)}`).join("")}
`,
        end.outputs
      );
    case "already-done":
      return stepResult(
        "skipped",
        `Nothing to do: ${end.because}`,
        `${escapeMarkdown(`Nothing to do: ${end.because}`)}
`,
        end.backup === void 0 ? {} : { backup: end.backup }
      );
    default:
      return await notDone(plain2, end);
  }
}
function contextOf(whole2, input, { environment: environment3, needs, hop, lease }) {
  const project = projectWithin(whole2, input.command, needs);
  const live = liveWithin(openLiveSystem(whole2, environment3), input.command, needs);
  const reference = referenceTo(hop);
  return {
    project,
    command: input.command,
    input,
    hop,
    environment: environment3,
    live,
    situation: async () => {
      const observation = await observeWell(live, project.effects);
      return situationOf({
        hop,
        traits: project.traits,
        now: project.effects.clock.now(),
        observation,
        entries: await project.journal.read(),
        rehearsalMaxAge: project.configuration.rehearsal["max-age"],
        retry: input.retry === true
      });
    },
    record: (event2) => project.journal.append({ ...event2, hop: reference, environment: environment3 }),
    confirmLease: async () => {
      const standing = await lease?.confirm();
      if (standing?.kind === "lost") throw new LeaseLost(standing.to);
    },
    placeholders: { from: hop.from, to: hop.to, ...partPlaceholders(hop.parts?.from) }
  };
}
var looks = 3;
var pauseMilliseconds2 = 500;
async function observeWell(live, { clock, signal }) {
  for (let look = 1; ; look++) {
    const observation = await live.observe(signal);
    const { version, migrations: migrations2 } = observation;
    if (version.kind === "known" && migrations2.kind !== "unknown" || look === looks) return observation;
    await clock.sleep(pauseMilliseconds2, signal);
  }
}
async function recordingStop(context, work) {
  const { project, command: command2, hop, environment: environment3 } = context;
  try {
    return await work();
  } catch (error) {
    if (!project.effects.signal.aborted) throw error;
    const facts = { command: command2, hop: hop.id, environment: environment3 };
    try {
      const message = `${command2} of hop ${hop.id} was stopped; what it was doing may be half done.`;
      await context.record({ type: "ended", command: command2, outcome: "unknown", message });
      await releaseLease(project);
    } catch (cause) {
      const why = project.effects.pen.text(cause instanceof Error ? cause.message : String(cause));
      throw new StoppedStep({ ...facts, notRecorded: why }, { cause: error });
    }
    throw new StoppedStep(facts, { cause: error });
  }
}
async function endOf(context, stop, body) {
  try {
    return await body(context);
  } catch (error) {
    if (error instanceof SystemFailure && !stop.aborted) return { kind: "failed", message: error.detail };
    throw error;
  }
}
var outcomeOf = { waiting: "waiting", refuse: "refused", failed: "failed", unknown: "unknown" };
async function notDone(context, end) {
  const { project, command: command2, input, environment: environment3, hop } = context;
  const outcome = outcomeOf[end.kind];
  const { pen } = project.effects;
  const said = {
    happened: pen.text(end.message.happened),
    means: pen.text(end.message.means),
    next: pen.text(end.message.next)
  };
  if (end.kind !== "refuse" || end.unrecorded !== true)
    await context.record({ type: "ended", command: command2, outcome, message: oneLine(said) });
  if (outcome === "failed") await failureHook(context);
  await releaseLease(project);
  const observation = environment3 === "production" ? await lookAgain(context) : void 0;
  const entries = await project.journal.read();
  const file = observation !== void 0 && needsEvidence(command2, outcome) ? await writeDiagnostics(context, observation, said) : void 0;
  const message = outcome === "waiting" ? withNewRun(said, newRunOf(project, { command: command2, environment: input.environment, input, entries, hop: hop.id })) : withFile(said, file, project.run.kind === "github");
  const summary = failureSummary({ hop, environment: environment3, outcome, message, observation, entries });
  return { ...stepResult(outcome, message.happened, summary), message };
}
function needsEvidence(command2, outcome) {
  return outcome === "failed" || outcome === "unknown" || outcome === "refused" && command2 === "rollback";
}
function withFile(message, file, isWorkflow) {
  if (file === void 0) return message;
  const where = isWorkflow ? `${basename3(file)}, an artifact of this run` : file;
  return { ...message, next: `${message.next} What the vendor will ask for is in ${where}.`.trimStart() };
}
async function lookAgain({ live }) {
  return await live.observe();
}
async function failureHook(context) {
  try {
    await runHook(context, "on-failure");
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    context.project.effects.log.warn(`The hook "on-failure" failed too: ${error.message}`);
  }
}
function stepResult(outcome, headline, summary, outputs = {}) {
  return { outcome, headline, outputs, summary, text: "" };
}
function isAct(decision) {
  return decision.kind === "act";
}

// src/world/github/ask.ts
var attempts2 = 3;
var longestAnswer2 = 3e4;
var requestFailure = object({
  status: number(),
  message: string(),
  response: object({ headers: record(string(), unknown()) }).optional()
});
async function ask({ clock, signal }, schema, request) {
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    const tooLong = AbortSignal.timeout(longestAnswer2);
    try {
      const { data } = await request({ signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong });
      const read3 = schema.safeParse(data);
      if (read3.success) return { kind: "answered", value: read3.data };
      const where = read3.error.issues[0]?.path.join(".");
      return {
        kind: "cannot-tell",
        reason: `GitHub's answer has another form than it documents${where ? ` (at ${where})` : ""}`
      };
    } catch (error) {
      signal?.throwIfAborted();
      const failure3 = requestFailure.safeParse(error);
      if (!failure3.success) throw error;
      if (failure3.data.status === 404) return { kind: "not-found" };
      if (failure3.data.status < 500 || attempt === attempts2) return cannotTell2(failure3.data);
      await clock.sleep(1e3 * 4 ** (attempt - 1), signal);
    }
  }
}
function cannotTell2({ status, message, response }) {
  const headers = response?.headers ?? {};
  const reason = response === void 0 ? `GitHub could not be reached (${message})` : `GitHub answered ${status}: ${message.replace(/ - https?:\S+$/, "")}`;
  const next2 = adviceOnRequest(status, headers, message);
  return { kind: "cannot-tell", reason, ...next2 === void 0 ? {} : { next: next2 } };
}
function adviceOnRequest(status, headers, message) {
  const limited = status === 403 || status === 429;
  if (limited && String(headers["x-ratelimit-remaining"]) === "0") {
    const reset = Number(headers["x-ratelimit-reset"]);
    const when = Number.isFinite(reset) ? ` after ${new Date(reset * 1e3).toISOString()}` : " in an hour";
    return `The token's requests of this hour are used up: run it again${when}.`;
  }
  if (status === 429 || limited && /secondary rate limit/i.test(message)) {
    return "GitHub asks for a pause: run it again in a few minutes.";
  }
  if (status === 401) return "The token is not valid, or has expired: start a new run.";
  if (status === 403) return 'Give the job "permissions: { actions: read }".';
  return void 0;
}

// src/world/github/gates.ts
var reviewer = object({
  type: string(),
  reviewer: object({ login: string().exactOptional(), slug: string().exactOptional() })
});
var environmentAnswer = object({
  name: string(),
  can_admins_bypass: boolean().exactOptional(),
  protection_rules: array(
    looseObject({
      type: string(),
      wait_timer: number().exactOptional(),
      prevent_self_review: boolean().exactOptional(),
      reviewers: array(reviewer).exactOptional()
    })
  ).exactOptional()
});
var approvalsAnswer = array(
  object({
    state: _enum(["approved", "rejected", "pending"]),
    comment: string().nullish(),
    user: object({ login: string() }).nullish(),
    environments: array(object({ name: string() }))
  })
);
async function readGate(api, { owner, repo, environment: environment3 }, asking2) {
  const answer = await ask(
    asking2,
    environmentAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/environments/{environment_name}", {
      owner,
      repo,
      environment_name: environment3,
      request
    })
  );
  switch (answer.kind) {
    case "answered":
      return protectionOf(answer.value);
    case "not-found":
      return await whyNotFound(api, { owner, repo }, asking2);
    case "cannot-tell":
      return answer;
  }
}
function protectionOf(environment3) {
  const rules = environment3.protection_rules ?? [];
  const waitMinutes = Math.max(0, ...rules.map((rule) => rule.wait_timer ?? 0));
  const review = rules.find(({ type }) => type === "required_reviewers");
  const reviewers = (review?.reviewers ?? []).map(reviewerName);
  if (review === void 0 || reviewers.length === 0) return { kind: "unprotected", why: whyUnprotected(rules) };
  return {
    kind: "protected",
    reviewers,
    preventSelfReview: review.prevent_self_review ?? false,
    waitMinutes,
    ...environment3.can_admins_bypass === void 0 ? {} : { adminsMayBypass: environment3.can_admins_bypass }
  };
}
function reviewerName({ type, reviewer: { login, slug: slug2 } }) {
  return slug2 === void 0 ? login ?? `someone (${type})` : `team ${slug2}`;
}
var ruleNames = {
  wait_timer: "a wait timer",
  branch_policy: "a rule about branches",
  required_reviewers: "a list of required reviewers with nobody on it"
};
function whyUnprotected(rules) {
  if (rules.length === 0) return "it has no protection rules";
  return `it has ${rules.map(({ type }) => ruleNames[type] ?? `the rule "${type}"`).join(" and ")}, which no person's approval is needed for`;
}
async function whyNotFound(api, repository, asking2) {
  const seen = await ask(
    asking2,
    object({}),
    (request) => api.request("GET /repos/{owner}/{repo}", { ...repository, request })
  );
  if (seen.kind === "answered") return { kind: "missing" };
  return seen.kind === "not-found" ? unseen2(repository) : seen;
}
async function readApproval(api, { owner, repo, runId }, asking2) {
  const answer = await ask(
    asking2,
    approvalsAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals", {
      owner,
      repo,
      run_id: Number(runId),
      request
    })
  );
  if (answer.kind === "cannot-tell") return answer;
  if (answer.kind === "not-found") {
    return { kind: "cannot-tell", reason: `GitHub shows no run ${runId} of ${owner}/${repo} to this token` };
  }
  const approvals = answer.value.map(({ state, user, comment, environments }) => ({
    state,
    // The account of whoever approved may be gone by now: https://github.com/ghost
    by: user?.login ?? "ghost",
    comment: comment ?? "",
    environments: environments.map(({ name }) => name)
  }));
  return { kind: "known", approvals };
}
function unseen2({ owner, repo }) {
  return {
    kind: "cannot-tell",
    reason: `GitHub shows the repository ${owner}/${repo} to this token as not existing`,
    next: `Give the step the token of this repository's own workflow, with "permissions: { actions: read }".`
  };
}

// src/world/github/error-answers.ts
var documented = object({ message: string(), documentation_url: string().optional() });
function withPlainErrors(fetch) {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.status < 400) return response;
    const { status, statusText, headers } = response;
    const read3 = documented.safeParse(parsed2(await response.text()));
    const body = read3.success ? read3.data : { message: "an answer that GitHub does not document" };
    const said = new Headers(headers);
    said.set("content-type", "application/json; charset=utf-8");
    for (const name of ["content-length", "content-encoding"]) said.delete(name);
    return new Response(JSON.stringify(body), { status, statusText, headers: said });
  };
}
function parsed2(text3) {
  try {
    return JSON.parse(text3);
  } catch {
    return {
      message: text3.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim().slice(0, 200)
    };
  }
}

// src/world/github/api.ts
var silent = { debug: () => void 0, info: () => void 0, warn: () => void 0, error: () => void 0 };
async function githubApi(token, environment3, fetch) {
  const { Octokit: Client } = await import("./dist-src-GJ5HPQ5Z.js");
  const baseUrl = environment3.GITHUB_API_URL;
  return new Client({
    auth: token,
    userAgent: "staged-upgrade",
    log: silent,
    ...baseUrl ? { baseUrl } : {},
    request: { fetch: withPlainErrors(fetch ?? globalThis.fetch) }
  });
}

// src/world/github/branches.ts
var environmentAnswer2 = object({
  deployment_branch_policy: object({ protected_branches: boolean(), custom_branch_policies: boolean() }).nullish()
});
var policiesAnswer = object({
  branch_policies: array(object({ name: string(), type: string().exactOptional() }))
});
var branchesAnswer = array(object({ name: string() }));
async function readBranches(api, { owner, repo, environment: environment3 }, asking2) {
  const at2 = { owner, repo, environment_name: environment3 };
  const answer = await ask(
    asking2,
    environmentAnswer2,
    (request) => api.request("GET /repos/{owner}/{repo}/environments/{environment_name}", { ...at2, request })
  );
  if (answer.kind === "not-found") return await whyNotFound(api, { owner, repo }, asking2);
  if (answer.kind === "cannot-tell") return answer;
  const policy = answer.value.deployment_branch_policy ?? void 0;
  if (policy === void 0) return { kind: "any", why: "it has no rule about branches" };
  if (!policy.custom_branch_policies) return await protectedBranches(api, { owner, repo }, asking2);
  const policies = await ask(
    asking2,
    policiesAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies", {
      ...at2,
      per_page: 100,
      request
    })
  );
  if (policies.kind === "cannot-tell") return policies;
  if (policies.kind === "not-found") return { kind: "cannot-tell", reason: "GitHub does not list its rules" };
  const names2 = policies.value.branch_policies.map(({ name }) => name);
  const all = names2.find((name) => /^[*/]+$/.test(name));
  return all === void 0 ? { kind: "named", names: names2 } : { kind: "any", why: `its rule "${all}" fits every branch of its form` };
}
async function protectedBranches(api, repository, asking2) {
  const answer = await ask(
    asking2,
    branchesAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/branches", { ...repository, protected: true, per_page: 1, request })
  );
  if (answer.kind === "cannot-tell") return answer;
  if (answer.kind === "not-found") return { kind: "cannot-tell", reason: "GitHub does not list the branches" };
  return answer.value.length === 0 ? { kind: "any", why: "it lets protected branches in, and no branch of the repository is protected" } : { kind: "protected" };
}

// src/steps/gate/gate-reader.ts
function gateReader(project) {
  return project.run.kind === "github" ? (environment3) => readEnvironment(project, environment3) : void 0;
}
function branchReader(project) {
  return project.run.kind === "github" ? (environment3) => readBranchesOf(project, environment3) : void 0;
}
function readEnvironment(project, environment3) {
  return asking(project, (api, here, how) => readGate(api, { ...here, environment: environment3 }, how));
}
function readBranchesOf(project, environment3) {
  return asking(project, (api, here, how) => readBranches(api, { ...here, environment: environment3 }, how));
}
async function asking({ effects }, read3) {
  const { environment: environment3, journalCredential, clock, signal } = effects;
  const [owner, repo] = (environment3.GITHUB_REPOSITORY ?? "").split("/");
  if (journalCredential === void 0 || !owner || !repo) {
    return {
      kind: "cannot-tell",
      reason: "this step has no token, or does not know its repository",
      next: 'Leave the input "token" of the step as it is by default.'
    };
  }
  const api = await githubApi(journalCredential.token, environment3, effects.githubFetch ?? effects.fetch);
  return await read3(api, { owner, repo }, { clock, signal });
}

// src/steps/gate/gate-state.ts
async function environmentGate({ project, hop }, environment3) {
  return await gateOf(project, environment3, usedApprovals(await project.journal.read(), project.run, environment3, hop));
}
async function pathApprovalGate(project, environment3) {
  return await gateOf(project, environment3, usedByAttempts(await project.journal.read(), project.run, environment3));
}
async function gateOf(project, environment3, used) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = project.effects.environment;
  return {
    setting: "environment",
    environment: environment3,
    approved: await approvedIn(project, environment3, used),
    reading: await readEnvironment(project, environment3),
    settingsUrl: `${server ?? "https://github.com"}/${repository ?? ""}/settings/environments`
  };
}
function usedApprovals(entries, run, environment3, hop) {
  const ofRun = entries.filter((entry) => entry.run.kind === run.kind && entry.run.id === run.id);
  const recorded = ofRun.filter(
    (entry) => isOf(entry, "approved") && entry.event.gate === environment3 && // What has a note was not seen to be an approval of that job, so that it used none up.
    entry.event.note === void 0 && (entry.event.hop.id !== hop.id || !isSameAttempt(entry.run, run))
  );
  const hops = latest(ofRun, "planned")?.event.hops.length ?? 1;
  const earlier = recorded.filter((entry) => entry.run.attempt < run.attempt).length;
  return {
    approvals: recorded.map(({ event: { by, comment } }) => ({ by, comment: comment ?? "" })),
    untold: Math.max(0, (run.attempt - 1) * hops - earlier)
  };
}
function usedByAttempts(entries, run, environment3) {
  const attempts3 = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (!isOf(entry, "approved") || entry.event.gate !== pathGate(environment3)) continue;
    const isOther = entry.run.kind === run.kind && entry.run.id === run.id && !isSameAttempt(entry.run, run);
    if (isOther && entry.event.note === void 0) attempts3.set(entry.run.attempt, entry);
  }
  const recorded = [...attempts3.values()];
  return {
    approvals: recorded.map(({ event: { by, comment } }) => ({ by, comment: comment ?? "" })),
    untold: Math.max(0, run.attempt - 1 - recorded.length)
  };
}
async function approvedIn(project, environment3, { approvals, untold }) {
  const runId = project.run.id;
  const reading = await asking(project, (api, here, how) => readApproval(api, { ...here, runId }, how));
  if (reading.kind === "cannot-tell") return { kind: "not-told", reason: reading.reason };
  return approvedOf(reading.approvals, environment3, approvals, untold);
}
function passedEnvironment({ environment: gate2, approved }) {
  switch (approved.kind) {
    case "by": {
      const { by, comment } = approved.approval;
      return { gate: gate2, by, ...comment === "" ? {} : { comment } };
    }
    case "used":
      return {
        gate: gate2,
        by: approved.approval.by,
        note: "that approval has admitted another job of this run before, or may have"
      };
    case "nobody":
      return { gate: gate2, by: "nobody", note: "GitHub lists nobody; an administrator may have let it pass" };
    case "not-told":
      return { gate: gate2, by: "unknown", note: `who approved could not be determined: ${approved.reason}` };
  }
}
async function recordOnce({ project, hop }, passed) {
  const { gate: gate2, by, note } = passed;
  const isRecorded = (await project.journal.read()).some(
    (entry) => isOf(entry, "approved") && entry.event.gate === gate2 && entry.event.by === by && entry.event.note === note && entry.event.hop.digest === hop.digest && isSameAttempt(entry.run, project.run)
  );
  if (!isRecorded) await project.journal.append({ type: "approved", hop: referenceTo(hop), ...passed });
}

// src/steps/gate/promotion-gate.ts
async function notApproved(context, gate2) {
  const { project, hop } = context;
  if (project.run.kind === "terminal") return void 0;
  const { state, passed } = await stateOf2(context, gate2);
  const wrong = wrongClock(project);
  if (wrong !== void 0) return wrong;
  const decision = decideGate(gate2, state, hop);
  if (!isAct(decision)) return decision;
  if (passed?.note !== void 0) project.effects.log.warn(decision.because);
  if (passed !== void 0) await recordOnce(context, passed);
  return void 0;
}
async function stateOf2(context, gate2) {
  const { project, input, hop } = context;
  const setting2 = project.configuration.gates[gate2];
  switch (setting2) {
    case "none":
      return { state: { setting: setting2 }, passed: void 0 };
    case "dispatch": {
      const { confirm } = input;
      const confirmable = confirmableOf(recordOf(await project.journal.read(), hop));
      return {
        state: {
          setting: setting2,
          ...confirmable === void 0 ? {} : { confirmable },
          ...confirm === void 0 ? {} : { confirmation: confirm }
        },
        passed: { gate: `dispatch, ${gate2}`, by: project.run.actor }
      };
    }
    case "environment": {
      if (project.configuration.gates.scope === "path")
        return { state: await pathState(context, environmentOfGate.production), passed: void 0 };
      const state = await environmentGate(context, environmentOfGate[gate2]);
      return { state, passed: passedEnvironment(state) };
    }
  }
}
async function pathState({ project, hop }, environment3) {
  const own = (await project.journal.read()).filter(
    (entry) => isOf(entry, "approved") && entry.event.gate === pathGate(environment3) && entry.run.kind === project.run.kind && isSameAttempt(entry.run, project.run)
  );
  const covers = own.some(({ event: event2 }) => event2.hop.id === hop.id && event2.hop.digest === hop.digest);
  return {
    setting: "path",
    protection: await pathApprovalGate(project, environment3),
    covers: own.length === 0 ? void 0 : covers
  };
}

// src/core/timing/freeze.ts
var freezeVariable = "STAGED_UPGRADE_FREEZE";
var longestReason = 300;
function decideFreeze(value) {
  const text3 = (value ?? "").replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
  const word2 = text3.toLowerCase();
  if (word2 === "" || word2 === "false") return { kind: "off" };
  if (word2 === "true") return { kind: "on" };
  return { kind: "on", reason: text3.length <= longestReason ? text3 : `${text3.slice(0, longestReason)}\u2026` };
}

// src/core/decisions/promotion-time.ts
function decidePromotionTime(time4) {
  const { freeze, windows, begun, now } = time4;
  if (freeze.kind === "on") return frozen(time4, freeze);
  if (windows === void 0) return { kind: "act", because: "No maintenance windows are configured." };
  const reading = decideWindow(windows, now);
  if (begun) {
    const outside = reading.kind === "closed" ? ", although no maintenance window is open" : "";
    return {
      kind: "act",
      because: `${nouns[time4.act]} of ${time4.hop.id} was started and is being finished${outside}.`
    };
  }
  if (reading.kind === "closed") return tooEarly(time4, windows, reading);
  if (reading.until === void 0) return { kind: "act", because: "No maintenance window closes." };
  return whileOpen(time4, windows, reading.until);
}
function whileOpen(time4, windows, until) {
  const { now, expectedMilliseconds: expected } = time4;
  const left = until.getTime() - now.getTime();
  const open5 = `The maintenance window is open until ${localText(until, windows.timeZone)}, for ${durationText(left)}`;
  if (expected === void 0) return { kind: "act", because: `${open5}. How long this takes is not known.` };
  if (expected <= left) return { kind: "act", because: `${open5}; ${took(time4, expected)}.` };
  const happened2 = `${open5}; ${took(time4, expected)}, which does not fit.`;
  const next2 = nextLongEnough(windows, now, expected);
  return next2 === void 0 ? neverFits(time4, happened2) : untilNext(time4, happened2, next2, windows);
}
function tooEarly(time4, windows, { opensAt, reason }) {
  const { now, expectedMilliseconds: expected = 0 } = time4;
  const happened2 = `It is ${localText(now, windows.timeZone)}: ${reason}.`;
  const next2 = nextLongEnough(windows, now, expected);
  if (next2 === void 0) {
    return neverFits(time4, `${happened2} No window is open for long enough: ${took(time4, expected)}.`);
  }
  const short2 = next2 > opensAt ? ` The next window, from ${localText(opensAt, windows.timeZone)}, is too short: ${took(time4, expected)}.` : "";
  return untilNext(time4, happened2 + short2, next2, windows);
}
function took({ validationMilliseconds: validation2 = 0 }, expected) {
  const rehearsal = `the rehearsal took ${durationText(expected - validation2)}`;
  return validation2 === 0 ? rehearsal : `${rehearsal}, and the smoke tests then run for ${durationText(validation2)}`;
}
function untilNext(time4, happened2, next2, { timeZone: timeZone2 }) {
  const wait2 = next2.getTime() - time4.now.getTime();
  return waiting(
    happened2,
    `${held[time4.act](time4.hop.to)} Nothing failed.`,
    `Start a new run when the next window opens: ${localText(next2, timeZone2)}, in ${durationText(wait2)}. If it cannot wait, change "windows" in the configuration.`
  );
}
function neverFits(time4, happened2) {
  return refuse(
    happened2,
    `${held[time4.act](time4.hop.to)} No window that is configured is long enough, so waiting would not help.`,
    `Make a window in "windows" of the configuration longer${(time4.validationMilliseconds ?? 0) > 0 ? ', or "validate" shorter' : ""}, then start a new run.`
  );
}
function frozen({ act: act2, begun, hop }, { reason }) {
  const why = reason === void 0 ? "" : `: ${reason}`;
  return waiting(
    `Promotion is frozen by the variable ${freezeVariable}${why}${/[.!?…]$/.test(why) ? "" : "."}`,
    begun ? `${nouns[act2]} of ${hop.id} was started and remains half done on production.` : held[act2](hop.to),
    begun ? `Look at production now. To continue, ${lift}; to go back, run the rollback of ${hop.id}: a freeze never stops it.` : `When it is over, ${lift}. A freeze never stops a rollback.`
  );
}
var lift = `set the repository variable ${freezeVariable} to "false" or delete it, then start a new run`;
var nouns = {
  "restore-point": "The restore point",
  deploy: "The deploy",
  migrate: "The migration"
};
var held = {
  "restore-point": () => "Production was not touched.",
  deploy: () => "Production was not touched.",
  migrate: (to) => `${to} runs on production; its migrations were not started, so the rollback window stays open.`
};

// src/steps/gate/promotion-time.ts
function notNow({ project, hop }, situation, act2) {
  const { promotion, record: record2, now } = situation;
  const { validate, windows } = project.configuration;
  const expected = expectedMilliseconds(record2, act2, validate?.for);
  const decision = decidePromotionTime({
    hop,
    act: act2,
    begun: act2 === "migrate" ? promotion.migrating !== void 0 : promotion.deployStarted,
    now,
    freeze: decideFreeze(project.effects.environment[freezeVariable]),
    windows,
    ...validate === void 0 ? {} : { validationMilliseconds: validate.for },
    ...expected === void 0 ? {} : { expectedMilliseconds: expected }
  });
  return isAct(decision) ? void 0 : decision;
}

// src/steps/frame/step.ts
function did(what) {
  return { kind: "did", did: what };
}
async function nothingElse() {
  return void 0;
}
function step2(parts) {
  const { command: command2, needs, mindsRetry } = parts;
  return {
    command: command2,
    needs,
    writesJournal: true,
    ...mindsRetry === void 0 ? {} : { mindsRetry },
    gateAt: (where) => parts.gateAt?.(where) ?? parts.permit?.(where)?.gate,
    run: async (project, input) => {
      const opened = parts.open(input, project);
      return await hopStep(
        project,
        { ...input, command: command2 },
        {
          environment: opened.environment,
          needs,
          preempts: parts.preempts?.(opened) === true,
          body: (context) => inOrder2(parts, context, opened),
          beforehand: async (context) => await parts.beforehand?.(context, opened)
        }
      );
    }
  };
}
async function inOrder2(parts, context, opened) {
  const gathered = await parts.gather(context, opened);
  const seen = { opened, gathered, situation: await context.situation(), run: context.project.run };
  const decision = parts.decide(seen);
  if (!isAct(decision)) return decision;
  const held2 = await notPermitted(context, seen.situation, parts.permit?.(opened));
  if (held2 !== void 0) return held2;
  const end = await parts.act(context, decision, seen);
  if (end.kind !== "did") return end;
  const event2 = parts.record(end.did, seen);
  if (event2 !== void 0) await context.record(event2);
  await parts.conclude?.(context);
  return { kind: "done", ...parts.report(end.did, seen) };
}
async function notPermitted(context, situation, permit) {
  if (permit === void 0) return void 0;
  return notNow(context, situation, permit.act) ?? await notApproved(context, permit.gate);
}

// src/steps/backup/stored-backups.ts
async function storedFor(project, hop) {
  if (project.traits.dataless) return [];
  const { backups, damaged: damaged3 } = await project.store().list();
  for (const { id, reason } of damaged3)
    project.effects.log.warn(`The backup ${id} is damaged and does not count: ${reason}`);
  return backups.filter(
    (manifest2) => manifest2.system === project.configuration.system && manifest2.hop.id === hop.id && manifest2.hop.digest === hop.digest
  );
}

// src/core/decisions/production-mark.ts
function decideProductionIsUnmarked(data, now, entries) {
  const { mark: mark2 } = now;
  if (mark2.kind === "none") return void 0;
  return refuse(
    `The ${dataText("production", data)} (${describeLocation(now)}) has a disposable mark in ${mark2.place}: ${howItCameAbout(data, now, entries)}`,
    "What has such a mark may be emptied for a rehearsal. Nothing was done.",
    `Make sure that environments.staging.data and the variables of the staging jobs do not point to production. Then remove the mark: delete ${mark2.place}, or the words "[staged-upgrade disposable \u2026]" in it. Then start a new run.`
  );
}
function howItCameAbout(data, { mark: mark2 }, entries) {
  if (mark2.kind !== "disposable") return `${mark2.kind === "unclear" ? mark2.reason : "there is one"}.`;
  const marked2 = recordOfMark(entries, mark2.id);
  if (marked2 === void 0) {
    return `this journal did not record it, so it came with a copy of a marked ${data.noun}, or "${mark2.system}" was set up from another repository.`;
  }
  const { actor, kind: kind2, id } = marked2.run;
  if (marked2.event.tiedTo !== mark2.tiedTo)
    return `it was made on ${marked2.at} for another ${data.noun} (${describeLocation(marked2.event.identity)}), and came here with a copy of it.`;
  return `${actor} put it there on ${marked2.at} (${kind2} run ${id}), when ${dataPlace("staging", { ...data, name: marked2.event.data })} pointed to it.`;
}

// src/steps/backup/unmarked-production.ts
async function markedProduction({ journal: journal2 }, seen) {
  const entries = await journal2.read();
  for (const [{ name }, now] of seen) {
    const { mark: mark2 } = now;
    if (mark2.kind === "disposable" && foundOnProduction(entries, mark2.id) === void 0)
      await journal2.append({
        type: "production-found-marked",
        mark: mark2.id,
        data: name,
        identity: asRecorded(now)
      });
  }
  return seen.map(([data, now]) => decideProductionIsUnmarked(data, now, entries)).find((why) => why !== void 0);
}

// src/steps/backup/backup.ts
var backup2 = step2({
  command: "backup",
  needs: { common: ["backup"], own: ["data", "hooks.before-backup"] },
  open: (input) => ({ environment: "production", purpose: purposeOf(input) }),
  gather: async ({ project, hop }) => ({ stored: await storedFor(project, hop), data: openData(project, "staging") }),
  decide: ({ opened, situation, gathered, run }) => decideBackup(opened.purpose, situation, { ...gathered, run }),
  permit: ({ purpose }) => purpose === "restore-point" ? { act: "restore-point", gate: "production" } : void 0,
  act: async (context, _, { opened }) => {
    const { project, live } = context;
    await refuseLostRecords(project);
    const before = await identitiesOf(live.data(), project.effects.signal);
    const marked2 = await markedProduction(project, before);
    if (marked2 !== void 0) return marked2;
    await runHook(context, "before-backup");
    await context.confirmLease();
    const started = project.effects.clock.now();
    const taken2 = await takeBackup(context, opened.purpose, started);
    if (taken2.kind === "settled") return taken2.settled;
    const milliseconds2 = project.effects.clock.now().getTime() - started.getTime();
    return did({ manifest: taken2.manifest, milliseconds: milliseconds2, store: project.store().description });
  },
  record: ({ manifest: manifest2, milliseconds: milliseconds2 }) => ({
    type: "backed-up",
    purpose: manifest2.purpose,
    backup: manifest2.id,
    version: manifest2.version,
    dataAt: manifest2.dataAt,
    data: manifest2.data.map((each) => ({ ...recordedAs(each.name, each.identity), dataAt: each.dataAt })),
    bytes: bytesOf3(manifest2),
    milliseconds: milliseconds2
  }),
  report: ({ manifest: manifest2, milliseconds: milliseconds2, store }) => ({
    headline: `Backed up production on ${manifest2.version} as ${manifest2.id} in ${durationText(milliseconds2)}.`,
    details: [
      `${countText(filesOf(manifest2).length, "file")}, ${bytesText(bytesOf3(manifest2))}, in ${store}.`,
      ...manifest2.data.map((each) => `${manifest2.data.length === 1 ? "" : `${each.name}: `}${contentText(each)}`)
    ],
    outputs: { backup: manifest2.id }
  })
});
function filesOf({ data }) {
  return data.flatMap(({ files }) => files);
}
function bytesOf3(manifest2) {
  return filesOf(manifest2).reduce((sum, file) => sum + file.bytes, 0);
}
async function takeBackup(context, purpose, started) {
  const { project, hop, live } = context;
  const { effects, configuration: configuration2, product: product2 } = project;
  const id = backupId({ purpose, hop: hop.id, at: started });
  const journalEntries = (await project.journal.read()).length;
  const draft = await project.store().begin(id);
  return await orDiscard(draft, async () => {
    const data = [];
    for (const each of live.data()) {
      const taken2 = await takeOne(context, each, draft);
      const marked2 = await markedProduction(project, [[each, taken2.identity]]);
      if (marked2 !== void 0) {
        await draft.discard();
        return { kind: "settled", settled: marked2 };
      }
      data.push(taken2);
    }
    const after2 = await live.observe();
    const version = after2.version.kind === "known" ? after2.version.value : void 0;
    if (version !== hop.from) throw changedUnderway(hop.from, version);
    const manifest2 = await draft.commit({
      id,
      system: configuration2.system,
      product: product2.name,
      purpose,
      hop: { id: hop.id, digest: hop.digest },
      version: hop.from,
      startedAt: started.toISOString(),
      finishedAt: effects.clock.now().toISOString(),
      dataAt: earliest(data.map((each) => each.dataAt)) ?? started.toISOString(),
      journalEntries,
      data
    });
    return { kind: "taken", manifest: manifest2 };
  });
}
async function takeOne({ project: { effects } }, { name, isOnly, store }, draft) {
  const { log, signal } = effects;
  const directory = await draft.directoryFor(name);
  const title = isOnly ? `Back up ${store.kind}` : `Back up ${name}`;
  const taken2 = await log.group(title, () => store.backup({ directory, log, signal }));
  await store.verify({ directory, references: taken2.references, log, signal });
  return { name, ...taken2 };
}
async function orDiscard(draft, body) {
  try {
    return await body();
  } catch (error) {
    await draft.discard();
    throw error;
  }
}
function changedUnderway(from, now) {
  return new SystemFailure({
    happened: `While the backup was taken, production changed from ${from} to ${now ?? "something that does not answer"}.`,
    means: "It is not known which release the backup belongs to, so it was discarded.",
    next: "Find out who deployed, then run again."
  });
}
function contentText({ dataAt, fingerprint: fingerprint2 }) {
  const until = `Data of ${dataAt}: what is written later is not in it.`;
  if (fingerprint2.kind === "none") return `${until} No fingerprint: ${fingerprint2.reason}`;
  return `${until} ${contentsText(contentsOf(fingerprint2.value))}, counted in the snapshot itself.`;
}
function purposeOf(input) {
  if (input.purpose !== void 0) return input.purpose;
  throw new UserError({
    happened: 'The input "purpose" is missing.',
    means: "A backup for the rehearsal and a restore point are taken at different times. Nothing was done.",
    next: 'Say "rehearsal" (before staging is restored) or "restore-point" (after the approval, directly before the deploy).'
  });
}

// src/core/decisions/parts.ts
function otherParts({ id, from, parts }, observed) {
  const readings = Object.entries(parts?.from ?? {}).flatMap(([name, planned]) => {
    const reading = observed[name];
    return reading === void 0 ? [] : [{ name, planned, reading }];
  });
  const other = readings.flatMap(
    ({ name, planned, reading }) => reading.kind === "known" && reading.value !== planned ? [{ name, planned, seen: reading.value }] : []
  );
  const [first] = other;
  if (first !== void 0) {
    const all = other.map(
      ({ name, planned, seen }) => `the part "${name}" is ${seen}, and the hop starts from ${planned}`
    );
    return refuse(
      `Production runs ${from}, but ${all.join("; ")}.`,
      `Hop ${id} was planned, and may have been rehearsed, from something else. Nothing was changed.`,
      `Start a new run: it plans from what production has. Or set "${first.name}" back to ${first.planned}.`
    );
  }
  for (const { name, planned, reading } of readings) {
    if (reading.kind === "unknown") {
      return cannotTell(
        `It could not be determined whether the part "${name}" of production is ${planned}, which hop ${id} starts from: ${reading.reason}.`,
        "What was rehearsed may have started from another. Nothing was changed.",
        `Check the address and the credential of the probe of "${name}", then run again.`
      );
    }
  }
  return void 0;
}

// src/steps/check/check.ts
var check = step2({
  command: "check",
  needs: { common: ["backup"], own: ["data"] },
  open: () => ({ environment: "production" }),
  gather: nothingElse,
  decide: ({ situation }) => decideCheck(situation),
  act: async ({ project, live, hop }, { start, because }) => {
    if (start === "resume") {
      await warnOfLostRecords(project, await project.journal.read());
      return did({ start, because, data: void 0 });
    }
    await refuseLostRecords(project);
    const other = otherParts(hop, await live.observeParts(project.effects.signal));
    if (other !== void 0) return other;
    const found = await identitiesOf(live.data(), project.effects.signal);
    const marked2 = await markedProduction(project, found);
    const data = found.map(([{ name }, now]) => recordedAs(name, now));
    if (marked2 !== void 0) return marked2;
    await recordWaiver({ project, hop });
    return did({ start, because, data });
  },
  record: ({ data }, { situation: { observation } }) => ({
    type: "checked",
    version: observation.version.kind === "known" ? observation.version.value : "does not answer",
    ...traceOf(observation.migrations),
    ...data === void 0 ? {} : { data }
  }),
  report: ({ start, because }) => ({ headline: because, outputs: { start } })
});
async function recordWaiver({ project, hop }) {
  const { waiver } = project.traits;
  if (waiver === void 0) return;
  const { entries } = recordOf(await project.journal.read(), hop);
  if (latest(entries, "rehearsal-waived") !== void 0) return;
  await project.journal.append({ type: "rehearsal-waived", hop: referenceTo(hop), because: waiver });
}

// src/core/history/in-place.ts
function servesTarget({ standing, observation }) {
  return standing.kind === "on-to" && observation.serving.kind === "yes";
}
function isOnlyToWatch(situation) {
  const { promotion } = situation;
  return promotion.deployed === void 0 && promotion.inPlace && servesTarget(situation);
}

// src/core/decisions/take-staging.ts
function decideTakeStaging(situation) {
  const { hop, rehearsal, standing } = situation;
  if (rehearsal.kind === "passed") return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind === "started")
    return alreadyDone(`The rehearsal of this hop has been under way since ${rehearsal.startedAt}.`);
  if (standing.kind !== "on-from") return notAtStage(situation);
  return { kind: "act", how: "take", because: `Staging is at ${hop.from}. There is no data, so nothing is restored.` };
}
function notAtStage({ hop, standing }) {
  const next2 = `Bring staging to ${hop.from}: set it up again, or go back there. Then run the step again.`;
  if (standing.kind === "unknown") {
    return cannotTell(
      `It could not be determined at which stage staging is: ${standing.reason}.`,
      `The rehearsal of ${hop.id} starts from ${hop.from}. Nothing was done.`,
      next2
    );
  }
  const at2 = standing.kind === "on-to" ? hop.to : standing.kind === "on-from" ? hop.from : standing.version;
  return refuse(
    `Staging is at ${at2}, not at ${hop.from}.`,
    `The rehearsal of ${hop.id} starts from ${hop.from}. Nothing was done.`,
    next2
  );
}

// src/core/decisions/deploy.ts
function decideDeploy(environment3, release2, situation, run) {
  if (environment3 === "staging")
    return release2 === "from" ? deployFromOnStaging(situation) : deployToOnStaging(situation);
  if (release2 === "from") {
    return refuse(
      `Deploying ${situation.hop.from} on production is a rollback.`,
      "Nothing was changed.",
      'Use the command "rollback": it checks first whether that way back is open.'
    );
  }
  return deployOnProduction(situation, run);
}
function deployFromOnStaging(situation) {
  const { hop, rehearsal, standing, traits } = situation;
  if (rehearsal.kind === "passed") return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind !== "started") return startFirst(situation);
  if (!rehearsal.scrubbed) return restoreFirst(hop.id);
  if (rehearsal.deployedTo)
    return alreadyDone(`${hop.from} was deployed and tested before ${hop.to}, in this rehearsal.`);
  const isKept = rehearsal.smokedFrom || rehearsal.carried || traits.stages !== void 0;
  if (isKept && standing.kind === "on-from") return alreadyDone(`Staging runs ${hop.from} on the restored copy.`);
  if (traits.stages !== void 0) return notAtStage(situation);
  return deployNow(`The restored copy must be proved on ${hop.from}, which it came from.`);
}
function deployToOnStaging(situation) {
  const { hop, rehearsal, standing, traits } = situation;
  if (rehearsal.kind === "passed") return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind !== "started") return startFirst(situation);
  if (!rehearsal.smokedFrom) {
    return refuse(
      `On staging, ${hop.from} was not smoke-tested on the restored copy yet.`,
      "The backup is not proved on the release that it came from. Nothing was deployed.",
      `Run the deploy and the smoke test of ${hop.from} first.`
    );
  }
  if (rehearsal.rolledBack && !rehearsal.deployedAgain) {
    return rehearsal.smokedBack ? startOnStaging(situation, `The way back was rehearsed; ${hop.to} is deployed again.`) : alreadyDone(`${hop.to} was deployed before the way back was rehearsed.`);
  }
  const isUndone = standing.kind === "on-from" && !(rehearsal.rolledBack ? rehearsal.waited : rehearsal.smokedTo);
  if (rehearsal.deployedTo && !isUndone)
    return alreadyDone(
      `${hop.to} was deployed${traits.deferrable ? " with its migrations deferred" : ""} in this rehearsal.`
    );
  return startOnStaging(situation, `${hop.from} works on the restored copy; ${hop.to} comes next.`);
}
function startOnStaging(situation, because) {
  const { hop, rehearsal, standing, traits, observation } = situation;
  if (rehearsal.kind === "started" && rehearsal.inPlace && servesTarget(situation)) return watchOnly(hop.to);
  const isStarted = rehearsal.kind === "started" && (rehearsal.deployStarted || rehearsal.rolledBack);
  if (!traits.deferrable || isStarted) return deployNow(because);
  const { migrations: migrations2, version } = observation;
  if (standing.kind === "on-from" && migrations2.kind !== "unknown") return deployNow(because);
  if (traceBefore(situation, "staging").applied !== void 0) return deployNow(because);
  const why = version.kind === "unknown" ? version.reason : migrations2.kind === "unknown" ? migrations2.reason : `${version.value} answers`;
  return cannotTell(
    `Staging does not report which of its migrations are complete on ${hop.from}: ${why}.`,
    `Without that nothing shows whether ${hop.to} really defers its own. Nothing was deployed.`,
    `Check the server on staging and the credential of its migrations probe, then start a new run: it deploys ${hop.from} there again if something else answers.`
  );
}
function deployNow(because) {
  return { kind: "act", how: "deploy", because };
}
function watchOnly(to) {
  return {
    kind: "act",
    how: "watch",
    because: `${to} was deployed before and is serving: it is watched, not deployed again.`
  };
}
function deployOnProduction(situation, run) {
  const { hop, promotion } = situation;
  const check2 = decideCheck(situation);
  if (check2.kind !== "act") return check2;
  if (promotion.deployed !== void 0 && servesTarget(situation)) {
    return alreadyDone(`Production runs ${hop.to} and serves.`);
  }
  const point = promotion.restorePoint;
  if (point === void 0 && situation.traits.dataless !== true) {
    return refuse(
      `There is no restore point for hop ${hop.id} on production.`,
      "Without one there is no way back after the migrations. Production was not touched.",
      'Run "backup" with the purpose "restore-point" first, in this run.'
    );
  }
  if (check2.start === "resume") {
    return isOnlyToWatch(situation) ? watchOnly(hop.to) : deployNow(check2.because);
  }
  if (point === void 0)
    return missingRehearsal(situation) ?? deployNow(`${whyWithoutPoint(situation)} ${check2.because}`);
  if (situation.traits.proveRestorePoint && !promotion.pointProved) {
    return refuse(
      `The restore point ${point.event.backup} was not restored and compared, which "restore-point.prove" requires.`,
      "Production was not touched.",
      'Run "restore" with the purpose "restore-point" first.'
    );
  }
  const missing4 = missingRehearsal(situation);
  if (missing4 !== void 0) return missing4;
  if (!isSameAttempt(point.run, run)) {
    return refuse(
      `The restore point ${point.event.backup} was taken by another run (${runName(point.run)}) on ${point.at}.`,
      "Everything written since would be lost by restoring it. Production was not touched.",
      'Run "backup" with the purpose "restore-point" in this run.'
    );
  }
  return deployNow(`${rehearsedWords(situation)} The restore point ${point.event.backup} was taken. ${check2.because}`);
}
function rehearsedWords({ rehearsal }) {
  return rehearsal.kind === "waived" ? waivedBecause(rehearsal.because) : "Rehearsed.";
}
function whyWithoutPoint(situation) {
  return `${rehearsedWords(situation)} There is no data, so there is no restore point.`;
}
function startFirst({ hop, traits }) {
  if (!traits.dataless) return restoreFirst(hop.id);
  return refuse(
    `The rehearsal of hop ${hop.id} was not started on staging.`,
    `It was not seen there that it starts from ${hop.from}. Nothing was deployed.`,
    'Run the step "restore" of this hop first: without data it only looks.'
  );
}
function restoreFirst(hop) {
  return refuse(
    `Staging does not hold a restored, proved and scrubbed backup of hop ${hop}.`,
    "A rehearsal on other data proves nothing. Nothing was deployed.",
    'Run the step "restore" of this hop first.'
  );
}

// src/steps/hop/environment-input.ts
function environmentOf({ environment: environment3 }, command2) {
  if (environment3 !== void 0) return environment3;
  throw new UserError({
    happened: 'The input "environment" is missing.',
    means: `"${command2}" would not know what to act on. Nothing was done.`,
    next: 'Say "staging" or "production".'
  });
}

// src/core/decisions/looks.ts
var noLooks = { refused: 0, other: void 0 };
function looked(before, observation, to, at2) {
  const { version, serving } = observation;
  const isOther = version.kind === "known" && version.value !== to && serving.kind === "yes";
  const { other } = before;
  const steady = isOther && other?.version === version.value ? other : void 0;
  return {
    refused: refusal(observation) === void 0 ? 0 : before.refused + 1,
    other: isOther ? { version: version.value, looks: (steady?.looks ?? 0) + 1, since: steady?.since ?? at2 } : void 0
  };
}
var refusedLooks = 3;
var steadyLooks = 5;
var steadyMilliseconds = 3e4;
function tellsByNow(looks2, observation, {
  to,
  environment: environment3,
  at: at2,
  patience: patience2 = steadyMilliseconds
}) {
  const refused2 = refusal(observation);
  if (refused2 !== void 0 && looks2.refused >= refusedLooks) return noAccess(environment3, refused2);
  const { other } = looks2;
  if (other === void 0 || other.looks < steadyLooks) return void 0;
  const since = at2 - other.since;
  return since < Math.min(patience2, steadyMilliseconds) ? void 0 : otherAnswers(other.version, to, environment3, since);
}
function refusal({ version, serving, migrations: migrations2 }) {
  for (const part7 of [version, serving, migrations2]) {
    if ("refused" in part7 && part7.refused === true) return part7.reason;
  }
  return void 0;
}
function noAccess(environment3, refused2) {
  return failed(
    `Access to ${environment3} was refused ${refusedLooks} times in a row: ${refused2}.`,
    "What happens there can no longer be seen. That neither started nor stopped anything: what is running there continues.",
    "Renew that credential in the secrets of this environment, or correct its permissions; then run again: the run resumes from what it observes."
  );
}
function otherAnswers(version, to, environment3, since) {
  return failed(
    `The deploy command ended well, but ${version} answers on ${environment3}: healthy, and steady for ${durationText(since)}. ${to} does not.`,
    `Either ${to} was never deployed, or another server answers at this url.`,
    `See what the deploy command of ${environment3} really changes, and which server environments.${environment3}.url points to. Then run again.`
  );
}

// src/steps/restore/stopped-server.ts
var pauseMilliseconds3 = 250;
async function stopServer(context) {
  const { live, project, environment: environment3 } = context;
  if (mayRun(live)) return void 0;
  const deployer2 = live.deployer();
  const { log, signal } = project.effects;
  if (deployer2.stop !== void 0) {
    const { stop } = deployer2;
    await log.group(`Stop the server on ${environment3}`, () => stop({ log, signal }));
    return await untilSilent(context);
  }
  const { serving } = await live.observe(signal);
  if (serving.kind !== "yes") return void 0;
  return refuse(
    `The server on ${environment3} runs, and the configuration does not say how to stop it.`,
    "It would write to its data while that is replaced. Nothing was restored.",
    `Add "stop" to environments.${environment3}.deploy.${deployer2.kind}.`
  );
}
function mayRun({ data }) {
  return data().every(({ store }) => store.serverDuringRestore === "running");
}
async function untilSilent(context) {
  const { project, environment: environment3 } = context;
  const { clock, log, signal } = project.effects;
  const limit = project.configuration["start-timeout"];
  const until = clock.now().getTime() + limit;
  for (; ; ) {
    const version = await startedMeanwhile(context);
    if (version === void 0) return void 0;
    if (clock.now().getTime() >= until) return stillAnswers(environment3, version, limit);
    log.progress({ text: `Waiting until ${version} on ${environment3} has stopped` });
    await clock.sleep(pauseMilliseconds3, signal);
  }
}
function stillAnswers(environment3, version, limit) {
  return {
    kind: "failed",
    message: {
      happened: `The server on ${environment3} was stopped, but ${durationText(limit)} later ${version} answers there.`,
      means: "It would write to its data while that is replaced. Nothing was restored.",
      next: `Make sure that environments.${environment3}.deploy stops every server there, and that nothing else starts one. Then run the step again.`
    }
  };
}
async function startedMeanwhile({ live, situation }) {
  if (mayRun(live)) return void 0;
  const { version, serving } = (await situation()).observation;
  return version.kind === "known" && serving.kind === "yes" ? version.value : void 0;
}

// src/steps/deploy/downtime.ts
var pauseMilliseconds4 = 200;
function watchDowntime(health, clock, signal) {
  const ended = new AbortController();
  const either = AbortSignal.any([ended.signal, signal]);
  let served = false;
  let downBefore = false;
  let downSince;
  let total = 0;
  const look = async () => {
    const asked2 = clock.now().getTime();
    const { kind: kind2 } = await health(either);
    if (kind2 === "yes") {
      served = true;
      if (downSince !== void 0) total += clock.now().getTime() - downSince;
      downSince = void 0;
    } else if (served) {
      downSince ??= asked2;
    } else {
      downBefore = true;
    }
  };
  const watch2 = async () => {
    while (!either.aborted) {
      await look();
      await clock.sleep(pauseMilliseconds4, either);
    }
  };
  const watching = watch2().catch((error) => {
    if (!either.aborted) throw error;
  });
  let result;
  const finish = async () => {
    ended.abort();
    await watching;
    const whole2 = downSince === void 0 ? total : total + (clock.now().getTime() - downSince);
    return !served || downBefore && whole2 === 0 ? void 0 : whole2;
  };
  return {
    stop: () => {
      result ??= finish();
      return result;
    }
  };
}

// src/core/decisions/deferral.ts
function decideDeferral(before, first, now, hop) {
  if (now.kind === "unknown") return { kind: "cannot-tell", reason: now.reason };
  const { next: _, ...data } = before;
  const what = startedSince(data, now) ?? startedSince(first, now);
  if (what !== void 0) return { kind: "started", what };
  const because = now.kind === "pending" ? `${now.next} is pending and has not started.` : `${hop.to} brings no migration to start.`;
  const why = cannotShow(before, now);
  return why === void 0 ? { kind: "proved", because, nothingPending: now.kind === "done" } : { kind: "unproved", why, because };
}
function notDeferred(environment3, to, what, wayBack3) {
  return failed(
    `${to} was deployed with its migrations deferred, but they were not deferred: ${what}.`,
    environment3 === "staging" ? "The setting that holds them back did not work, so this rehearsal does not prove a way back. Production was not touched." : "The setting that holds them back did not work: the rollback window is closed, and only a restore goes back.",
    `Find out how this server is configured (a variable that does not reach it, a setting that it does not know). ${environment3 === "staging" ? "Then start a new run: it rehearses again." : wayBack3}`
  );
}
var unprovedDeferral = "unproved-deferral";
function askForProof(environment3, to, why) {
  const look = why === appliedNotTold ? 'Give the migrations probe "applied", or check the system yourself.' : "Check the system yourself: is there a migration of it, complete, running or queued?";
  return cannotTell(
    `${to} runs on ${environment3}, and nothing shows whether its migrations were really deferred: ${why}.`,
    "If one has started, deploying the older release again would damage data. Nothing is assumed, and nothing more was done.",
    `${look} If none has started, add "${unprovedDeferral}" to "acknowledge" in the configuration and run again: it watches ${to} and does not deploy it again.`
  );
}
function deferralUnknown(to, reason) {
  return {
    happened: `It could not be determined whether migrations of ${to} have started: ${reason}.`,
    means: "The rollback window is not known to be open.",
    next: "Fix the cause, then run again: it looks again before anything else is done."
  };
}

// src/steps/deploy/prove-deferral.ts
var pauseMilliseconds5 = 250;
async function proveDeferral(context, { version, before, hasStarted }, first) {
  const { project, live, hop } = context;
  const { clock, signal } = project.effects;
  const settle = project.product.migrations?.settle;
  const shown3 = { kind: "shown", unproved: void 0, trace: traceOf(first.migrations) };
  if (settle === void 0 || version !== hop.to) return { ...shown3, note: `${version} answers and is healthy.` };
  if (hasStarted === true)
    return { ...shown3, note: `${version} answers and is healthy; its migrations were started before.` };
  const started = clock.now().getTime();
  const elapsed = () => clock.now().getTime() - started;
  let { migrations: migrations2 } = first;
  let held2;
  for (; ; ) {
    const deferral2 = decideDeferral(before ?? {}, held2 ?? {}, migrations2, hop);
    if (deferral2.kind === "started") return await closeWindow(context, deferral2.what);
    const isOver = elapsed() >= settle || deferral2.kind === "proved" && deferral2.nothingPending;
    if (isOver && deferral2.kind !== "cannot-tell") return stands(context, deferral2, settle, traceOf(migrations2));
    if (deferral2.kind === "cannot-tell" && elapsed() >= project.configuration["start-timeout"])
      return { kind: "unknown", message: deferralUnknown(version, deferral2.reason) };
    if (deferral2.kind !== "cannot-tell") held2 ??= traceOf(migrations2);
    await clock.sleep(pauseMilliseconds5, signal);
    ({ migrations: migrations2 } = await live.observe(signal));
  }
}
async function closeWindow(context, what) {
  const { environment: environment3, hop } = context;
  await context.record({ type: "not-deferred", because: what });
  const wayBack3 = `To go back: staged-upgrade rollback --hop ${hop.id} --confirm ${hop.id}; it restores the restore point. Or let the migrations run to the end and record the hop as done by hand: staged-upgrade adopt --hop ${hop.id} --reason "\u2026".`;
  return notDeferred(environment3, hop.to, what, wayBack3);
}
function stands({ project, environment: environment3, hop, input }, deferral2, settle, trace) {
  const note = `Watched for ${settle / 1e3} s: ${deferral2.because}`;
  if (deferral2.kind === "proved") {
    return { kind: "shown", note: deferral2.nothingPending ? deferral2.because : note, unproved: void 0, trace };
  }
  const acknowledged = [...project.configuration.acknowledge, ...input.acknowledge ?? []];
  if (!acknowledged.includes(unprovedDeferral)) return askForProof(environment3, hop.to, deferral2.why);
  const said = `Nothing shows whether a migration has started (${deferral2.why}); "${unprovedDeferral}" is acknowledged.`;
  return { kind: "shown", note: `${note} ${said}`, unproved: deferral2.why, trace };
}

// src/steps/deploy/deploy-release.ts
var pauseMilliseconds6 = 250;
async function deployRelease(context, release2) {
  const { project, hop, live } = context;
  const { clock, log, signal } = project.effects;
  const started = clock.now().getTime();
  const parts = (release2.version === hop.to ? hop.parts?.to : hop.parts?.from) ?? {};
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts) };
  if (release2.watchOnly !== true) {
    await runHook(context, "before-deploy", placeholders);
    const other = release2.onRestored === true ? await startedMeanwhile(context) : void 0;
    if (other !== void 0) return { kind: "settled", settled: touchedBy(other, context) };
  }
  const downtime2 = watchDowntime(live.health, clock, signal);
  try {
    await context.confirmLease();
    if (release2.watchOnly !== true) {
      await log.group(
        `Deploy ${release2.version} on ${context.environment}`,
        () => live.deployer({ version: release2.version, from: hop.from, to: hop.to }).deploy({
          version: release2.version,
          from: hop.from,
          to: hop.to,
          parts,
          environment: deferral(context),
          log,
          signal
        })
      );
      if (release2.version === hop.to) {
        await context.record({ type: "put-in-place", release: "to", version: hop.to });
      } else if (context.command === "rollback" && context.environment === "production") {
        await context.record({ type: "put-in-place", release: "from", version: hop.from });
      }
    }
    const answered = await firstAnswer(context, release2);
    if (answered.kind === "settled") return answered;
    const downtimeMilliseconds = await downtime2.stop();
    const shown3 = answered.kind === "starting" ? { kind: "shown", note: answered.note, unproved: void 0, trace: {} } : await proveDeferral(context, release2, answered.observation);
    if (shown3.kind !== "shown") return { kind: "settled", settled: shown3 };
    await runHook(context, "after-deploy", placeholders);
    const { note, unproved, trace } = shown3;
    const milliseconds2 = clock.now().getTime() - started;
    return { kind: "deployed", milliseconds: milliseconds2, downtimeMilliseconds, note, unproved, trace };
  } finally {
    await downtime2.stop();
  }
}
function touchedBy(version, { environment: environment3, hop }) {
  return {
    kind: "failed",
    message: {
      happened: `After its data was put back, somebody has started ${version} on ${environment3}.`,
      means: `It may have changed what was restored, so ${hop.from} was not deployed on it.`,
      next: "Make sure that nothing else deploys there, then run the same rollback again: it restores again."
    }
  };
}
function deferral({ project }) {
  return project.product.migrations?.defer.env ?? {};
}
async function firstAnswer(context, { version }) {
  const { project, live, environment: environment3 } = context;
  const { clock, signal, log } = project.effects;
  const limit = project.configuration["start-timeout"];
  const started = clock.now().getTime();
  let looks2 = noLooks;
  for (; ; ) {
    const observation = await live.observe(signal);
    if (observation.version.kind === "known" && observation.version.value === version && observation.serving.kind === "yes") {
      return { kind: "answered", observation };
    }
    const at2 = clock.now().getTime();
    const elapsed = at2 - started;
    looks2 = looked(looks2, observation, version, at2);
    const told2 = project.traits.deferrable ? tellsByNow(looks2, observation, { to: version, environment: environment3, at: at2, patience: limit }) : void 0;
    if (told2 !== void 0) return { kind: "settled", settled: withWayBack(told2, context) };
    if (elapsed >= limit) return notAnswering(context, version, observation);
    log.progress({
      text: `Waiting until ${version} answers on ${environment3}`,
      done: Math.round(elapsed / 1e3),
      total: limit / 1e3
    });
    await clock.sleep(pauseMilliseconds6, signal);
  }
}
function withWayBack(told2, { environment: environment3, hop }) {
  if (environment3 === "staging" || !("message" in told2)) return told2;
  const { message } = told2;
  return { ...told2, message: { ...message, next: `${message.next} To go back, ${waysToRollBack(hop.id)}.` } };
}
function notAnswering({ project, environment: environment3, hop }, version, seen) {
  const limit = `${project.configuration["start-timeout"] / 1e3} s`;
  const answer = seen.version.kind === "unknown" ? `it does not answer (${seen.version.reason})` : seen.version.value === version ? `it says ${version} and is not healthy (${seen.serving.kind === "yes" ? "" : seen.serving.reason})` : `${seen.version.value} answers`;
  if (!project.traits.deferrable && (seen.version.kind === "unknown" || seen.version.value !== version)) {
    return {
      kind: "starting",
      note: `After ${limit} ${answer}: its migrations run at start-up, so the wait continues.`
    };
  }
  const back = environment3 === "production" ? `To go back, ${waysToRollBack(hop.id)}.` : "Production was not touched.";
  return {
    kind: "settled",
    settled: {
      kind: "failed",
      message: {
        happened: `${version} was deployed on ${environment3}, but after ${limit} ${answer}.`,
        means: environment3 === "production" ? "Production may not be serving." : "The rehearsal found this before production was affected.",
        next: `Look at the server's log. ${back}`
      }
    }
  };
}

// src/steps/deploy/deploy.ts
var deploy = step2({
  command: "deploy",
  needs: { own: ["deploy", "hooks.before-deploy", "hooks.after-deploy"] },
  open: (input) => ({
    environment: environmentOf(input, "deploy"),
    release: releaseOf(input, "deploy")
  }),
  gather: nothingElse,
  decide: ({ opened: { environment: environment3, release: release2 }, situation, run }) => decideDeploy(environment3, release2, situation, run),
  permit: ({ environment: environment3 }) => environment3 === "production" ? { act: "deploy", gate: "production" } : void 0,
  act: async (context, { how }, { opened: { environment: environment3, release: release2 }, situation }) => {
    const { project, hop } = context;
    const version = release2 === "from" ? hop.from : hop.to;
    const deferred = project.traits.deferrable;
    const parts = partsToDeploy(hop.parts?.[release2]);
    const before = traceBefore(situation, environment3);
    const isBefore = release2 === "to" && situation.standing.kind === "on-from";
    const isWatched = how === "watch";
    if (!isWatched) {
      await context.record({ type: "deploying", release: release2, version, deferred, ...parts, ...isBefore ? before : {} });
    }
    const hasStarted = environment3 === "production" && situation.promotion.migrating !== void 0;
    const released = deployRelease(context, { version, before, hasStarted, watchOnly: isWatched });
    const end = await (environment3 === "production" ? orTheWayBack(released, hop.id) : released);
    return end.kind === "settled" ? end.settled : did({ ...end, version, deferred, parts, isWatched });
  },
  record: ({ version, deferred, milliseconds: milliseconds2, parts, trace, unproved, downtimeMilliseconds }, { opened }) => ({
    type: "deployed",
    release: opened.release,
    version,
    deferred,
    milliseconds: milliseconds2,
    ...parts,
    ...trace,
    ...unproved === void 0 ? {} : { unproved },
    ...downtimeMilliseconds === void 0 ? {} : { downtimeMilliseconds }
  }),
  report: ({ version, milliseconds: milliseconds2, note, isWatched, downtimeMilliseconds: down }, { opened: { environment: environment3 } }) => ({
    headline: isWatched ? `${version} was deployed on ${environment3} before, and it answers and is healthy.` : `Deployed ${version} on ${environment3} in ${durationText(milliseconds2)}.`,
    details: [note, ...down === void 0 ? [] : [`Not serving for ${downtimeText(down)}.`]]
  })
});
function partsToDeploy(parts = {}) {
  return Object.keys(parts).length === 0 ? {} : { parts };
}
async function orTheWayBack(work, hop) {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    const { next: next2 } = error.detail;
    throw new SystemFailure(
      { ...error.detail, next: `${next2} Or, to go back, ${waysToRollBack(hop)}.` },
      { cause: error }
    );
  }
}
function releaseOf({ release: release2 }, command2) {
  if (release2 !== void 0) return release2;
  throw new UserError({
    happened: 'The input "release" is missing.',
    means: `"${command2}" must know which side of the hop it is for. Nothing was done.`,
    next: 'Say "from" or "to".'
  });
}

// src/core/decisions/migration-run.ts
var mostWithoutTrace = 2;
function nextMove(started, { version, serving, migrations: migrations2 }, terms) {
  if (version.kind !== "known" || version.value !== terms.hop.to) return { kind: "look" };
  switch (migrations2.kind) {
    case "done":
      return serving.kind === "yes" ? { kind: "complete" } : { kind: "look" };
    case "running":
    case "unknown":
      return { kind: "look" };
    case "failed":
      return afterFailure(started, migrations2, terms);
    case "pending":
      return serving.kind === "yes" ? afterPending(started, migrations2.next, terms) : { kind: "look" };
  }
}
function afterFailure(started, migrations2, terms) {
  const { current, jobs } = migrations2;
  const { last, retry } = started;
  if (retry && last === void 0) return { kind: "start", migration: current, retry: true };
  if (last?.migration === current && last.wasFailed && isOld(last, jobs, terms)) return { kind: "look" };
  return { kind: "end", settled: migrationFailed2(migrations2, terms) };
}
function isOld(last, jobs, { at: at2, trace }) {
  const isFresh = at2 - last.at < trace;
  if (jobs === void 0) return isFresh;
  return isFresh && jobs.every(({ id, migration }) => migration !== last.migration || last.jobs.includes(id));
}
function afterPending({ counts, said, last, retry }, next2, terms) {
  const count2 = counts.get(next2) ?? 0;
  if (count2 === 0) return { kind: "start", migration: next2, retry: false };
  if (last?.migration === next2 && terms.at - last.at < terms.trace) return { kind: "look" };
  if (count2 < mostWithoutTrace) return { kind: "start", migration: next2, retry: false };
  if (retry && last === void 0) return { kind: "start", migration: next2, retry: true };
  return { kind: "end", settled: noTrace(next2, count2, said.get(next2), terms) };
}
function migrationFailed2({ current, error }, { hop, environment: environment3 }) {
  const happened2 = `The migration ${current} of ${hop.to} has failed: ${error}.`;
  return environment3 === "staging" ? failed(
    happened2,
    "The rehearsal found this before production was affected.",
    "Fix its cause, then start a new run: it rehearses again."
  ) : failed(
    happened2,
    "Later migrations wait for it; the next hop is blocked. Health can still look good. It is started again only when somebody asks for it.",
    howToRetry(hop.id)
  );
}
function howToRetry(hop) {
  return `Fix its cause. Then ask for one more start: run the workflow "Upgrade" with "retry" ticked, or in a terminal: staged-upgrade climb --retry, or staged-upgrade migrate --hop ${hop} --environment production --retry.`;
}
function noTrace(migration, count2, said, { hop, environment: environment3 }) {
  return cannotTell(
    `The migration ${migration} of ${hop.to} was started ${count2} times on ${environment3}, and is still pending. The server said: ${said ?? "nothing that was recorded"}.`,
    "Whether it runs could not be determined, so it is not started again. It may wait in a queue.",
    `Look at the log of the server. If it is running, run again: the step waits until it ends. ${environment3 === "production" ? howToRetry(hop.id) : "Otherwise start a new run: it rehearses again."}`
  );
}
function startedBefore({ record: record2 }, environment3, retry) {
  const here = inEnvironment2(record2.entries, environment3);
  const replaced2 = here.findLastIndex(
    ({ event: { type } }) => type === "rolled-back" || type === "restored" || type === "carried-over"
  );
  const counts = /* @__PURE__ */ new Map();
  const said = /* @__PURE__ */ new Map();
  for (const entry of here.slice(replaced2 + 1)) {
    if (isOf(entry, "starting")) add3(counts, entry.event.migration, 1);
    if (!isAnswer(entry)) continue;
    if (entry.event.refused) add3(counts, entry.event.migration, -1);
    said.set(entry.event.migration, entry.event.said);
  }
  return { counts, said, last: void 0, retry };
}
function isAnswer(entry) {
  return isOf(entry, "start-answered");
}
function add3(counts, migration, by) {
  counts.set(migration, (counts.get(migration) ?? 0) + by);
}
function withStart(started, last, said, refused2) {
  const counts = new Map(started.counts);
  if (!refused2) add3(counts, last.migration, 1);
  return { counts, said: new Map([...started.said, [last.migration, said]]), last, retry: started.retry };
}

// src/core/decisions/migrate.ts
function decideMigrate(environment3, situation) {
  const { hop, observation, standing, traits } = situation;
  if (!traits.deferrable)
    return alreadyDone("The migrations of this product run at start-up; there is nothing to start.");
  const missing4 = environment3 === "staging" ? missingOnStaging(situation) : missingOnProduction(situation);
  if (missing4 !== void 0) return missing4;
  if (standing.kind === "unknown") {
    return cannotTell(
      `The version of ${environment3} could not be determined: ${standing.reason}.`,
      "No migration was started.",
      "Check that the server is running, then run the step again."
    );
  }
  if (standing.kind !== "on-to") {
    const runs2 = observation.version.kind === "known" ? observation.version.value : "something else";
    return refuse(
      `${environment3} runs ${runs2}, not ${hop.to}.`,
      "No migration was started.",
      `Deploy ${hop.to} first.`
    );
  }
  switch (observation.migrations.kind) {
    case "done":
      return { kind: "act", start: false, because: `${hop.to} brings nothing to start.` };
    case "running":
      return { kind: "act", start: false, because: `${observation.migrations.current} was already running.` };
    case "unknown":
      return cannotTell(
        `It could not be determined whether migrations are pending: ${observation.migrations.reason}.`,
        "No migration was started.",
        "Check the address and the credential of the migrations probe, then run the step again."
      );
    case "pending":
      return notServing(environment3, situation) ?? {
        kind: "act",
        start: true,
        because: `${observation.migrations.next} was pending.`
      };
    case "failed":
      if (!situation.retry || environment3 === "staging") {
        return migrationFailed2(observation.migrations, { hop, environment: environment3 });
      }
      return {
        kind: "act",
        start: true,
        because: `${observation.migrations.current} had failed before (${observation.migrations.error}) and was started once more, as requested.`
      };
  }
}
function notServing(environment3, { hop, observation: { serving } }) {
  if (environment3 === "staging" || serving.kind === "yes") return void 0;
  if (serving.kind === "unknown") {
    return cannotTell(
      `It could not be determined whether ${hop.to} is serving on production: ${serving.reason}.`,
      "No migration was started, so the rollback window stays open.",
      "Check that this runner can reach it, then run the step again."
    );
  }
  return failed(
    `${hop.to} was tested on production, and it is no longer serving: ${serving.reason}.`,
    "No migration was started, so the rollback window stays open.",
    "Look at the log of the server. Make it serve and start a new run, or go back while that loses nothing."
  );
}
function missingOnStaging({ hop, rehearsal }) {
  if (rehearsal.kind === "passed") return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind === "started" && rehearsal.deployedAgain) return void 0;
  return refuse(
    `On staging, the way back from ${hop.to} to ${hop.from} was not rehearsed yet.`,
    "Once migrations have started it cannot be rehearsed any more. No migration was started.",
    `Run the steps of hop ${hop.id} on staging in their order.`
  );
}
function missingOnProduction({ hop, promotion }) {
  if (promotion.completed !== void 0)
    return alreadyDone(`Hop ${hop.id} was completed on ${promotion.completed.at}.`);
  if (promotion.deployed !== void 0 && promotion.smoked) return void 0;
  return refuse(
    `${hop.to} was not ${promotion.deployed === void 0 ? "deployed" : "smoke-tested"} on production by this hop.`,
    "The rollback window is given up only for a release that has been seen to work. No migration was started.",
    `Run the steps of hop ${hop.id} on production in their order.`
  );
}

// src/steps/hop/budget.ts
var reserveMilliseconds = 15 * 6e4;
function budgetOf(project, { budget = project.configuration.budget }) {
  return Math.min(budget, leftOfJob(project) ?? Number.POSITIVE_INFINITY);
}
function leftOfJob({ effects, configuration: configuration2 }) {
  const { jobStartedAt, clock } = effects;
  if (jobStartedAt === void 0) return void 0;
  const end = jobStartedAt.getTime() + configuration2["job-limit"] - reserveMilliseconds;
  return Math.max(0, end - clock.now().getTime());
}

// src/core/decisions/forecast.ts
function forecastOf(record2) {
  const begun = migrationsStarted(record2, "production");
  if (begun === void 0) return void 0;
  const rehearsed2 = rehearsedMigrations(record2);
  return { startedAt: begun.at, ...rehearsed2 === void 0 ? {} : { rehearsed: rehearsed2 } };
}
function takenMilliseconds({ startedAt }, now) {
  return Math.max(0, now.getTime() - Date.parse(startedAt));
}

// src/core/decisions/pace.ts
var growth = 1.5;
var longestPauseMilliseconds = 15e3;
var atLeastMilliseconds = 1500;
var shareOfDuration = 0.015;
function paceAfter(before, { version, serving, migrations: migrations2 }, at2) {
  const name = migrations2.kind === "pending" ? migrations2.next : "current" in migrations2 ? migrations2.current : "";
  const applied = "applied" in migrations2 ? migrations2.applied : "";
  const seen = JSON.stringify([
    version.kind === "known" ? version.value : "",
    serving.kind,
    migrations2.kind,
    name,
    applied
  ]);
  if (before === void 0 || before.seen !== seen) return { seen, since: at2, pause: firstPauseMilliseconds };
  const bound = Math.max(atLeastMilliseconds, shareOfDuration * (at2 - before.since));
  return { ...before, pause: Math.min(before.pause * growth, bound, longestPauseMilliseconds) };
}

// src/core/decisions/wait.ts
function decideWait(environment3, situation) {
  const { hop, rehearsal, promotion } = situation;
  if (environment3 === "staging" && rehearsal.kind === "passed")
    return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (environment3 === "production" && promotion.completed !== void 0)
    return alreadyDone(`Hop ${hop.id} was completed on ${promotion.completed.at}.`);
  return { kind: "act", because: `${hop.to} is waited for.`, awaited: awaitedOf(situation, environment3) };
}
function judgeWait(awaited, observation, hop) {
  const { version, serving, migrations: migrations2 } = observation;
  const { to } = hop;
  if (migrations2.kind === "failed" && version.kind === "known" && version.value === to) {
    return awaited.leftToMigrate ? alreadyDone(`The migration ${migrations2.current} has failed; "migrate" starts it once more, behind its gate.`) : failure(awaited, migrations2, hop);
  }
  if (version.kind === "known" && version.value !== to) return void 0;
  if (version.kind === "unknown" || serving.kind !== "yes") return void 0;
  if (migrations2.kind === "done") {
    return migrations2.assumed === true ? { kind: "act", because: `${to} serves. Its migrations run at start-up, and no probe shows them.` } : { kind: "act", because: `${to} serves, and all its migrations are complete.` };
  }
  if (migrations2.kind === "pending") {
    return awaited.kind === "migrated" ? alreadyDone(`${to} serves, and ${migrations2.next} is pending: only "migrate" starts it, behind its gate.`) : { kind: "act", because: `${to} serves; ${migrations2.next} is pending and has not started.` };
  }
  return void 0;
}
function failure({ startedAgainBy, environment: environment3 }, migrations2, hop) {
  const said = migrationFailed2(migrations2, { hop, environment: environment3 });
  if (startedAgainBy === "migrate" || environment3 === "staging" || !("message" in said)) return said;
  const means = "Later migrations wait for it; the next hop is blocked. Health can still look good.";
  return { ...said, message: { ...said.message, means, next: startedAgain[startedAgainBy] } };
}
var startedAgain = {
  server: "Fix its cause and start the server again, which starts its migrations once more; then start a new run: it watches them.",
  nobody: "Fix its cause with the vendor's help, let it complete, then run again."
};
function budgetEnded(observation, to, budgetMilliseconds, forecast) {
  const { version, serving, migrations: migrations2 } = observation;
  const budget = durationText(budgetMilliseconds);
  if (version.kind === "known" && version.value === to && serving.kind === "yes" && migrations2.kind === "running") {
    return waiting(
      `After ${budget} the migration ${migrations2.current} is still running${migrationProgress(migrations2.progress)}.`,
      `Nothing failed: the server continues to work.${forecast === void 0 ? "" : ` ${forecast}`}`,
      "Start a new run later: it continues to watch from here."
    );
  }
  if (version.kind === "known" && version.value !== to) {
    return failed(
      `After ${budget} ${version.value} still answers, not ${to}.`,
      `Either ${to} did not come up, or another server answers at this url, or the version that it reports is wrong.`,
      "Look at the log of the server."
    );
  }
  if (serving.kind === "no") {
    return failed(
      `After ${budget} ${to} is not healthy: ${serving.reason}.`,
      "It is deployed but not serving.",
      "Look at the log of the server."
    );
  }
  const reason = version.kind === "unknown" ? version.reason : serving.kind === "unknown" ? serving.reason : migrations2.kind === "unknown" ? migrations2.reason : migrations2.kind === "pending" ? `${migrations2.next} is still pending` : `its migrations are ${migrations2.kind}`;
  return cannotTell(
    `After ${budget} it could not be determined whether ${to} is done: ${reason}.`,
    version.kind === "known" && serving.kind === "yes" ? `${to} serves; only how far its migrations are is not known.` : "It may be starting, or down.",
    "Look at the log of the server, then run again: the wait continues."
  );
}
function migrationProgress(progress) {
  if (progress === void 0) return "";
  return ` (${progress.done}${progress.total === void 0 ? "" : ` of ${progress.total}`})`;
}
function awaitedOf(situation, environment3) {
  const { traits, promotion, rehearsal, retry } = situation;
  if (!traits.deferrable) return { environment: environment3, kind: "migrated", startedAgainBy: "server", leftToMigrate: false };
  if (environment3 === "staging") {
    const started = rehearsal.kind === "started" && rehearsal.migrating;
    return { environment: environment3, kind: started ? "migrated" : "serving", startedAgainBy: "migrate", leftToMigrate: false };
  }
  const { migrating } = promotion;
  if (migrating === void 0) return { environment: environment3, kind: "serving", startedAgainBy: "nobody", leftToMigrate: false };
  const kind2 = isGoingOn(promotion) ? "migrated" : "serving";
  return { environment: environment3, kind: kind2, startedAgainBy: "migrate", leftToMigrate: retry };
}
function isGoingOn({ migrating, deployed }) {
  return migrating !== void 0 && deployed !== void 0 && deployed.sequence < migrating.sequence;
}

// src/report/forecast.ts
function forecastProgress(forecast, now) {
  const taken2 = takenMilliseconds(forecast, now);
  const { rehearsed: rehearsed2 } = forecast;
  if (rehearsed2 === void 0) return `for ${roughText(taken2)}`;
  const longer = longerThan(rehearsed2, taken2);
  return longer === void 0 ? `${roughText(taken2)} of about ${roughText(rehearsed2)} (as in the rehearsal)` : `${roughText(taken2)}, ${longer} longer than in the rehearsal`;
}
function forecastSentence(forecast, now) {
  const taken2 = takenMilliseconds(forecast, now);
  const { rehearsed: rehearsed2 } = forecast;
  const so = `Its migrations have taken ${roughText(taken2)} so far`;
  if (rehearsed2 === void 0) return `${so}.`;
  const longer = longerThan(rehearsed2, taken2);
  return longer === void 0 ? `${so}; in the rehearsal they took ${roughText(rehearsed2)}, so about ${roughText(Math.max(0, rehearsed2 - taken2))} are left.` : `${so}, ${longer} longer than in the rehearsal.`;
}
function longerThan(rehearsed2, taken2) {
  const more = roughText(taken2 - rehearsed2);
  return taken2 <= rehearsed2 || roughText(taken2) === roughText(rehearsed2) || taken2 - rehearsed2 < 1e3 ? void 0 : more;
}

// src/steps/migrations/wait-progress.ts
function showProgress({ project, hop, environment: environment3 }, { migrations: migrations2, version }, forecast) {
  const { log } = project.effects;
  const time4 = forecast === void 0 ? "" : `: ${forecast}`;
  if (migrations2.kind === "running") {
    const far = migrationProgress(migrations2.progress);
    log.progress({ text: `${hop.to} on ${environment3} runs the migration ${migrations2.current}${far}${time4}` });
  } else {
    const seen = version.kind === "known" ? `${version.value} answers, its migrations: ${migrations2.kind}` : version.reason;
    log.progress({ text: `Waiting for ${hop.to} on ${environment3} (${seen})${time4}` });
  }
}

// src/steps/migrations/run-migrations.ts
async function runMigrations(context, situation, budget) {
  const { project, live, environment: environment3, hop } = context;
  const { clock, signal } = project.effects;
  const forecast = environment3 === "production" ? forecastOf((await context.situation()).record) : void 0;
  const trace = project.product.migrations?.trace ?? 0;
  const begun = clock.now().getTime();
  let started = startedBefore(situation, environment3, environment3 === "production" && situation.retry);
  let { observation } = situation;
  let looks2 = noLooks;
  let pace;
  for (let starts = 0; ; ) {
    const at2 = clock.now().getTime();
    looks2 = looked(looks2, observation, hop.to, at2);
    const move = nextMove(started, observation, { hop, environment: environment3, at: at2, trace });
    if (move.kind === "complete") return { kind: "complete", starts, milliseconds: at2 - begun };
    if (move.kind === "end") return move.settled;
    const told2 = tellsByNow(looks2, observation, { to: hop.to, environment: environment3, at: at2 });
    if (told2 !== void 0) return told2;
    if (move.kind === "start") {
      const held2 = environment3 === "production" && starts > 0 ? notNow(context, situation, "migrate") : void 0;
      if (held2 !== void 0) return held2;
      const made = await startOne(context, started, observation, move);
      if ("settled" in made) return made.settled;
      ({ started } = made);
      starts++;
      pace = void 0;
    }
    const elapsed = clock.now().getTime() - begun;
    if (elapsed >= budget) {
      const end = budgetEnded(observation, hop.to, budget, forecast && forecastSentence(forecast, clock.now()));
      if (isAct(end)) throw new Error("a budget that ended cannot be a reason to act");
      return end;
    }
    showProgress(context, observation, forecast && forecastProgress(forecast, clock.now()));
    pace = paceAfter(pace, observation, clock.now().getTime());
    await clock.sleep(Math.min(pace.pause, Math.max(budget - elapsed, 1)), signal);
    observation = await live.observe(signal);
  }
}
async function startOne(context, started, { migrations: migrations2 }, { migration, retry }) {
  const { project, live, environment: environment3, confirmLease, record: record2 } = context;
  const { log, signal, clock, pen } = project.effects;
  const starter = live.starter();
  if (starter === void 0)
    throw new Error(`${project.product.name} is deferrable without a way to start its migrations`);
  await confirmLease();
  await record2({ type: "starting", migration, retry });
  log.info(`Starting the migration ${migration}${retry ? " once more" : ""}.`);
  const answer = await starter(signal);
  const said = pen.text(answer.said);
  const refused2 = answer.kind === "refused";
  await record2({ type: "start-answered", migration, said, refused: refused2 });
  if (refused2) return { settled: startRefused(environment3, migration, said) };
  const jobs = "jobs" in migrations2 ? migrations2.jobs ?? [] : [];
  const last = {
    migration,
    at: clock.now().getTime(),
    jobs: jobs.map(({ id }) => id),
    wasFailed: migrations2.kind === "failed"
  };
  return { started: withStart(started, last, said, refused2) };
}
function startRefused(environment3, migration, said) {
  return {
    kind: "failed",
    message: {
      happened: `The migration ${migration} was not started on ${environment3}: ${said}.`,
      means: "The credential was not accepted, so nothing was started.",
      next: "Renew it, or give it the right to start migrations; then run the step again."
    }
  };
}

// src/steps/migrations/migrate.ts
var migrate = step2({
  command: "migrate",
  needs: {},
  mindsRetry: true,
  open: (input, project) => ({
    environment: environmentOf(input, "migrate"),
    budget: budgetOf(project, input)
  }),
  gather: nothingElse,
  decide: ({ opened, situation }) => decideMigrate(opened.environment, situation),
  permit: ({ environment: environment3 }) => environment3 === "production" ? { act: "migrate", gate: "finalize" } : void 0,
  act: async (context, { because }, { opened, situation }) => {
    await context.record({ type: "migrating" });
    const end = await runMigrations(context, situation, opened.budget);
    return end.kind === "complete" ? did({ ...end, because, to: context.hop.to }) : end;
  },
  record: ({ milliseconds: milliseconds2 }) => ({ type: "migrated", milliseconds: milliseconds2 }),
  report: ({ starts, milliseconds: milliseconds2, because, to }, { opened: { environment: environment3 }, situation }) => {
    if (starts > 0) {
      const took3 = `in ${durationText(milliseconds2)}`;
      const headline = `Started the migrations of ${to} on ${environment3}, and they are complete ${took3}: only a restore goes back from here.`;
      return { headline, details: [because] };
    }
    const wereStarted = [...startedBefore(situation, environment3, false).counts.values()].some((count2) => count2 > 0);
    return {
      headline: wereStarted ? `The migrations of ${to} on ${environment3} were started by an earlier run, and they are complete: only a restore goes back from here.` : `Nothing was to be started on ${environment3}: ${because}`
    };
  }
});

// src/steps/migrations/wait.ts
var wait = step2({
  command: "wait",
  needs: {},
  mindsRetry: true,
  open: (input, project) => ({
    environment: environmentOf(input, "wait"),
    budget: budgetOf(project, input)
  }),
  gather: nothingElse,
  decide: ({ opened, situation }) => decideWait(opened.environment, situation),
  act: (context, { awaited }, { opened, situation }) => watch(context, awaited, opened.budget, situation),
  record: ({ awaited, milliseconds: milliseconds2 }) => awaited.kind === "migrated" ? { type: "waited", milliseconds: milliseconds2 } : void 0,
  report: ({ because, milliseconds: milliseconds2, isAtOnce }) => ({
    headline: isAtOnce ? because : `${because} Waited ${durationText(milliseconds2)}.`
  })
});
async function watch(context, awaited, budget, situation) {
  const { project, hop, live, environment: environment3 } = context;
  const forecast = environment3 === "production" && awaited.kind === "migrated" ? forecastOf(situation.record) : void 0;
  const { clock, signal } = project.effects;
  const started = clock.now().getTime();
  let observation = situation.observation;
  let looks2 = noLooks;
  let pace;
  for (; ; ) {
    const judged = judgeWait(awaited, observation, hop);
    const at2 = clock.now().getTime();
    const elapsed = at2 - started;
    if (judged !== void 0 && !isAct(judged)) return judged;
    if (judged !== void 0) {
      return did({ because: judged.because, milliseconds: elapsed, awaited, isAtOnce: pace === void 0 });
    }
    looks2 = looked(looks2, observation, hop.to, at2);
    const told2 = project.traits.deferrable ? tellsByNow(looks2, observation, { to: hop.to, environment: environment3, at: at2 }) : void 0;
    if (told2 !== void 0) return told2;
    if (elapsed >= budget) {
      const end = budgetEnded(observation, hop.to, budget, forecast && forecastSentence(forecast, clock.now()));
      if (isAct(end)) throw new Error("a budget that ended cannot be a reason to act");
      return end;
    }
    showProgress(context, observation, forecast && forecastProgress(forecast, clock.now()));
    pace = paceAfter(pace, observation, at2);
    await clock.sleep(Math.min(pace.pause, Math.max(budget - elapsed, 1)), signal);
    observation = await live.observe(signal);
  }
}

// src/core/decisions/rollback.ts
function decideRollback(environment3, situation, request) {
  return environment3 === "staging" ? onStaging(situation) : onProduction(situation, request);
}
function onStaging(situation) {
  const { hop, rehearsal, standing } = situation;
  if (rehearsal.kind === "passed") return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind !== "started" || !rehearsal.smokedTo) {
    return refuse(
      `On staging, ${hop.to} was not deployed and smoke-tested yet.`,
      "There is nothing to go back from.",
      `Run the steps of hop ${hop.id} on staging in their order.`
    );
  }
  const isUndone = standing.kind === "on-to" && !rehearsal.smokedBack;
  if (rehearsal.rolledBack && !isUndone) return alreadyDone("The way back was rehearsed.");
  const window = windowOf(situation, "staging", false);
  switch (window.kind) {
    case "closed":
      return closed(hop.from, window.why);
    case "unproved":
      return { kind: "act", way: "redeploy", unproved: window.why, because: unprovedBecause(window.why) };
    case "told":
      return window.decision;
  }
}
function onProduction(situation, request) {
  const { hop, promotion, standing, observation } = situation;
  if (promotion.restoring !== void 0) {
    const { backup: backup3 } = promotion.restoring.event;
    if (standsOnRestored(situation) && request.confirm === void 0) {
      return {
        kind: "act",
        way: "redeploy",
        onto: backup3,
        because: `${backup3} was put back before: ${hop.from} is deployed on it and tested again.`
      };
    }
    const other = otherBackups(situation, request.stored).find(({ id }) => id === request.confirm);
    if (other !== void 0) {
      const because = `Confirmed: ${other.id} is restored in place of ${backup3}, which loses ${lossText(other)}.`;
      return { kind: "act", way: "restore", backup: other, because };
    }
    return restoreIfConfirmed(situation, request, "a restore over production was started and is not finished");
  }
  if (standing.kind === "on-from" && observation.serving.kind === "yes" && !promotion.deployStarted) {
    return alreadyDone(`Production runs ${hop.from} and serves.`);
  }
  if (!promotion.deployStarted) {
    return refuse(
      `The journal has no deploy of ${hop.to} on production by hop ${hop.id}.`,
      "What going back from here would do is not known. Nothing was changed.",
      'Name the hop that was deployed last; "staged-upgrade log" lists them.'
    );
  }
  if (situation.traits.stages !== void 0) return backToStage(situation, situation.traits.stages.reversible, request);
  const window = windowOf(situation, "production", isPastReturn(promotion));
  if (window.kind === "closed") return restoreIfConfirmed(situation, request, window.why);
  if (window.kind === "unproved") return redeployIfConfirmed(situation, request, window.why);
  if (window.decision.kind === "act" && promotion.rollbackFailed && request.confirm === hop.id)
    return restoreIfConfirmed(situation, request, `${hop.from} was deployed again before, and that rollback failed`);
  return window.decision;
}
function backToStage(situation, reversible, request) {
  const { hop, standing, traits } = situation;
  if (standing.kind === "off-path" || standing.kind === "later") {
    return refuse(
      `Production is at ${standing.version}, which is neither ${hop.from} nor ${hop.to}.`,
      "This hop is not the one that was done last. Nothing was changed.",
      "Name the hop that was done last."
    );
  }
  if (reversible.includes(hop.to))
    return { kind: "act", way: "redeploy", because: `The stage "${hop.to}" says how it is gone back from.` };
  const why = `the stage "${hop.to}" does not say how it is gone back from`;
  if (!traits.dataless) return restoreIfConfirmed(situation, request, why);
  return refuse(
    `There is no way back to ${hop.from}: ${why}, and there is no data that could be restored.`,
    "Nothing was changed.",
    `Fix the cause and continue; or add "back" to the stage "${hop.to}", which must lead to ${hop.from} without losing anything.`
  );
}
function otherBackups({ hop, record: record2 }, stored) {
  const proved = record2.entries.flatMap(
    (entry) => isOf(entry, "restored") && entry.event.proved ? [entry.event] : []
  );
  return stored.filter(({ purpose, version }) => purpose === "rehearsal" && version === hop.from).filter(({ id }) => proved.some((event2) => event2.environment === "staging" && event2.backup === id)).toSorted((a, b) => b.dataAt.localeCompare(a.dataAt));
}
function standsOnRestored(situation) {
  const { hop, promotion, standing, observation } = situation;
  const begun = promotion.restoring?.event.hop;
  const isOwn = begun?.id === hop.id && begun.digest === hop.digest;
  const isTouched = observation.migrations.kind === "running" || observation.migrations.kind === "failed" || whatRan(situation, "production") !== void 0;
  return isOwn && promotion.restored && standing.kind === "on-from" && !isTouched;
}
function windowOf(situation, environment3, started) {
  const { hop, traits, observation, standing } = situation;
  const open5 = (because) => ({ kind: "told", decision: { kind: "act", way: "redeploy", because } });
  if (standing.kind === "off-path" || standing.kind === "earlier" || standing.kind === "later") {
    return {
      kind: "told",
      decision: refuse(
        `${standing.version} is running, which is neither ${hop.from} nor ${hop.to}.`,
        "This hop is not the one that was done last. Nothing was changed.",
        "Name the hop that was deployed last."
      )
    };
  }
  if (!traits.deferrable) return { kind: "closed", why: `the migrations of ${hop.to} run at its start-up` };
  if (started) return { kind: "closed", why: `the migrations of ${hop.to} were started` };
  const ran = whatRan(situation, environment3);
  if (ran !== void 0) return { kind: "closed", why: ran };
  const unproved = whyUnproved(situation, environment3);
  if (unproved !== void 0) return { kind: "unproved", why: unproved };
  switch (observation.migrations.kind) {
    case "pending":
      return open5(`${observation.migrations.next} is pending and none has started: the rollback window is open.`);
    case "done":
      return open5("Nothing was started by this hop, and nothing is pending.");
    case "running":
      return { kind: "closed", why: `the migration ${observation.migrations.current} is running` };
    case "failed":
      return { kind: "closed", why: `the migration ${observation.migrations.current} was started and failed` };
    case "unknown":
      if (standing.kind === "unknown")
        return open5(
          `${hop.to} does not answer; its migrations were seen to be held back, and nothing has started them.`
        );
      return {
        kind: "told",
        decision: cannotTell(
          `It could not be determined whether migrations of ${hop.to} have started: ${observation.migrations.reason}.`,
          `If one has, ${hop.from} would damage data. Nothing was changed.`,
          "Check the address and the credential of the migrations probe, then run the step again."
        )
      };
  }
}
function whatRan(situation, environment3) {
  const { hop, observation, standing, record: record2 } = situation;
  const { migrations: migrations2 } = observation;
  const recorded = environment3 === "production" ? situation.promotion.notDeferred?.event.because : void 0;
  if (recorded !== void 0) return recorded;
  if (migrations2.kind !== "done" && migrations2.kind !== "pending") return void 0;
  const { next: _, ...before } = traceBefore(situation, environment3);
  const ran = startedSince(before, migrations2);
  if (ran !== void 0) return ran;
  if (standing.kind !== "on-to") return void 0;
  const moved = startedSince(traceDeployed(situation, environment3), migrations2);
  if (moved !== void 0) return moved;
  const brings = record2.entries.some(
    (entry) => isOf(entry, "smoke-tested") && entry.event.release === "to" && entry.event.migrations === "pending"
  );
  return brings && migrations2.kind === "done" ? `${hop.to} brings migrations, and they are complete` : void 0;
}
function whyUnproved(situation, environment3) {
  const { migrations: migrations2, version } = situation.observation;
  if (migrations2.kind === "done" || migrations2.kind === "pending")
    return cannotShow(traceBefore(situation, environment3), migrations2);
  if (migrations2.kind !== "unknown" || version.kind === "known") return void 0;
  return whyUnseen(situation, environment3);
}
function whyUnseen({ hop, record: record2 }, environment3) {
  const here = inEnvironment2(record2.entries, environment3);
  const since = here.slice(here.findLastIndex((entry) => isOf(entry, "deploying") && entry.event.release === "to") + 1);
  const seen = since.find(
    (entry) => isOf(entry, "deployed") && entry.event.release === "to"
  );
  return seen === void 0 ? `${hop.to} does not answer, and has not been seen since it was deployed` : seen.event.unproved;
}
function notMigratedConfirmation({ id }) {
  return `not-migrated-${id}`;
}
function unprovedBecause(why) {
  return `A person has confirmed that no migration has started; nothing else shows it (${why}).`;
}
function redeployIfConfirmed(situation, request, why) {
  const { hop } = situation;
  const { confirm } = request;
  const word2 = notMigratedConfirmation(hop);
  if (confirm === word2) return { kind: "act", way: "redeploy", unproved: why, because: unprovedBecause(why) };
  if (confirm === hop.id)
    return restoreIfConfirmed(situation, request, `nothing shows whether migrations have started`);
  return refuse(
    `Nothing shows whether migrations of ${hop.to} have started: ${why}.`,
    `If one has, ${hop.from} would damage data. Nothing was changed.`,
    `Check the system: is there a job of a migration that ${hop.to} brings, in any state? If there is none, type "${word2}" as confirmation: staged-upgrade rollback --hop ${hop.id} --confirm ${word2}. Otherwise type ${hop.id}: that restores the restore point, and everything written since is lost.`
  );
}
function restoreIfConfirmed({ hop, promotion }, { stored, confirm }, why) {
  const point = promotion.restorePoint?.event;
  const backup3 = stored.find((manifest2) => manifest2.id === point?.backup);
  if (point === void 0 || backup3 === void 0) return noWayBack(hop.from, why, point?.backup);
  const loss = lossText(backup3);
  if (confirm === hop.id) {
    return {
      kind: "act",
      way: "restore",
      backup: backup3,
      because: `Confirmed: ${backup3.id} is restored, which loses ${loss}.`
    };
  }
  return refuse(
    `${hop.from} must not simply be deployed again: ${why}.`,
    `The only way back is to restore ${backup3.id}, and that loses ${loss}. Nothing was changed.`,
    `Fixing the cause and continuing is better. To restore nevertheless, start the workflow "Rollback" again with the hop's id typed as confirmation, or: staged-upgrade rollback --hop ${hop.id} --confirm ${hop.id}.${confirm === void 0 ? "" : ` ("${confirm}" was typed.)`}`
  );
}
function noWayBack(from, why, backup3) {
  return refuse(
    `There is no way back to ${from}: ${why}, and ${backup3 === void 0 ? "the journal has no restore point of this hop" : `the restore point ${backup3} is not in the store`}.`,
    "Deploying it now would damage data. Nothing was changed.",
    "Fix the cause and continue. The diagnostics file contains what the vendor will ask for."
  );
}
function closed(from, why) {
  return failed(
    `${from} may not be deployed again: ${why}.`,
    "The rollback window is closed. Nothing was changed.",
    "Start a new run: it rehearses again."
  );
}

// src/core/decisions/rollback-window.ts
function openRollbackWindow(situation) {
  const { traits, promotion, standing, record: record2, now } = situation;
  if (!traits.deferrable || promotion.completed !== void 0) return void 0;
  if (standing.kind !== "on-to" && standing.kind !== "unknown") return void 0;
  const decision = decideRollback("production", situation, { stored: [], confirm: void 0 });
  if (decision.kind !== "act" || decision.way !== "redeploy") return void 0;
  const production2 = inEnvironment2(record2.entries, "production");
  const back = latest(production2, "rolled-back");
  const first = (back === void 0 ? production2 : after(production2, back)).find((entry) => isOf(entry, "deployed"));
  if (first === void 0) return void 0;
  return { since: first.at, milliseconds: Math.max(0, ageInMilliseconds(first.at, now)) };
}

// src/core/history/half-done.ts
function halfDoneHop(entries) {
  const begun = entries.findLast(({ event: event2 }) => event2.type === "deploying" && event2.environment === "production");
  if (begun?.event.type !== "deploying") return void 0;
  const { id, digest } = begun.event.hop;
  const promotion = promotionOf(recordOf(entries, begun.event.hop));
  if (!promotion.deployStarted || promotion.completed !== void 0) return void 0;
  if (after(entries, begun).some((entry) => isOf(entry, "adopted") && entry.event.hop.id === id)) return void 0;
  const planned = entries.flatMap(({ event: event2 }) => event2.type === "planned" ? event2.hops : []);
  const hop = planned.findLast((candidate) => candidate.id === id && candidate.digest === digest);
  return hop === void 0 ? void 0 : { hop, since: begun.at };
}

// src/core/history/whereabouts.ts
function whereaboutsOf(entries, terms) {
  const halfDone = halfDoneHop(entries);
  const restoring = unfinishedRestore(entries);
  const goneBack = lastRollback(entries);
  return {
    holder: holderOf(entries, terms),
    halfDone: halfDone && { ...halfDone, promotion: promotionOf(recordOf(entries, halfDone.hop)) },
    rollback: unfinishedRollback(entries),
    restore: restoring && { restoring, restored: wasRestored(entries, restoring) },
    stopped: stoppedAt(entries),
    goneBack,
    restored: goneBack && restoredBy(entries, goneBack),
    doneByHand: terms.production && doneByHand(entries, terms.production)
  };
}
function holderOf(entries, { now, tolerance, run: asking2 }) {
  const { held: held2 } = leaseState(entries);
  if (held2 === void 0 || held2.owner === leaseOwner(asking2)) return { kind: "nobody" };
  const taken2 = entries.findLast((entry) => isOf(entry, "lease-taken") && entry.event.fence === held2.fence);
  const freeAt = Date.parse(held2.expiresAt) + tolerance;
  const doing = entries.findLast(
    ({ run, event: event2 }) => run.id === held2.run.id && run.attempt === held2.run.attempt && !("fence" in event2)
  );
  return {
    kind: now.getTime() > freeAt ? "lapsed" : "acting",
    lease: held2,
    since: taken2?.at ?? held2.expiresAt,
    freeAt: new Date(freeAt).toISOString(),
    doing: taken2 !== void 0 && doing !== void 0 && doing.sequence > taken2.sequence ? doing : void 0
  };
}
function stoppedAt(entries) {
  const last = entries.findLast(({ event: event2 }) => "hop" in event2 && event2.type !== "approved");
  return last !== void 0 && isOf(last, "ended") ? last : void 0;
}
function lastRollback(entries) {
  const last = entries.findLast(
    ({ event: event2 }) => (event2.type === "rolled-back" || event2.type === "deploying" || event2.type === "rolling-back") && event2.environment === "production"
  );
  return last !== void 0 && isOf(last, "rolled-back") ? last : void 0;
}
function restoredBy(entries, back) {
  const before = entries.filter(({ sequence }) => sequence < back.sequence);
  const deployed = before.findLast(
    ({ event: event2 }) => event2.type === "deploying" && event2.environment === "production" && event2.release === "to"
  );
  const since = deployed === void 0 ? before : after(before, deployed);
  return since.findLast(
    (entry) => isOf(entry, "restored") && entry.event.environment === "production"
  );
}
function doneByHand(entries, { version }) {
  const hops = latest(entries, "planned")?.event.hops ?? [];
  if (version.kind === "unknown") return void 0;
  const place2 = hops.findIndex(({ to }) => to === version.value);
  return hops.slice(0, place2 + 1).find((hop) => {
    const { completed: completed2, deployStarted } = promotionOf(recordOf(entries, hop));
    return completed2 === void 0 && !deployStarted;
  });
}

// src/core/decisions/question.ts
function toApprove(job, situation) {
  const { hop, promotion, observation } = situation;
  if (promotion.completed !== void 0)
    return { kind: "nothing", because: `Hop ${hop.id} was completed on ${promotion.completed.at}.` };
  if (job === "promote") {
    if (!promotion.deployStarted) return { kind: "deploy" };
    if (isOnlyToWatch(situation))
      return { kind: "nothing", because: `${hop.to} was deployed on production: it is only watched.` };
    return promotion.deployed !== void 0 && servesTarget(situation) ? { kind: "nothing", because: `${hop.to} was deployed on production on ${promotion.deployed.at}.` } : { kind: "deploy-again" };
  }
  const { migrating } = promotion;
  if (migrating === void 0) return { kind: "migrations" };
  const hasFailed = observation.migrations.kind === "failed";
  return isGoingOn(promotion) && !hasFailed ? { kind: "nothing", because: `The migrations of ${hop.to} were started on production on ${migrating.at}.` } : { kind: "migrations-again" };
}
function toApproveNext({ promotion, rehearsal, traits, unfinishedRollback: unfinishedRollback2 }) {
  const { completed: completed2, restoring, deployStarted, deployed, smoked, migrating } = promotion;
  if (completed2 !== void 0) return { kind: "nothing", because: "" };
  if (restoring !== void 0 || unfinishedRollback2 !== void 0)
    return { kind: "nothing", because: "A rollback must be finished first." };
  if (!deployStarted) {
    return rehearsal.kind === "passed" || rehearsal.kind === "waived" ? { kind: "deploy" } : { kind: "nothing", because: "There is nothing to approve before the rehearsal has passed." };
  }
  if (deployed === void 0) return { kind: "deploy-again" };
  return smoked && traits.deferrable && migrating === void 0 ? { kind: "migrations" } : { kind: "nothing", because: "" };
}

// src/report/stage-words.ts
function stageReturn({ hop, traits }) {
  if (traits.stages === void 0) return void 0;
  if (traits.stages.reversible.includes(hop.to)) return "by-its-own";
  return traits.dataless ? "none" : "by-restoring";
}
function stageReturnText(situation) {
  const { to, from } = situation.hop;
  switch (stageReturn(situation)) {
    case void 0:
      return void 0;
    case "by-its-own":
      return `The stage "${to}" says how one goes back from it to ${from}, and nothing is lost by that.`;
    case "by-restoring":
      return `Only restoring the restore point goes back from "${to}".`;
    case "none":
      return `There is no way back from "${to}": its definition names none, and there is no data that could be restored.`;
  }
}
function pathWarnings(hops, traits) {
  const { waiver, dataless } = traits;
  const lost = hops.filter((hop) => stageReturn({ hop, traits }) === "none");
  return [
    ...waiver === void 0 ? [] : [`Nothing is rehearsed: the configuration waives staging, because "${waiver}".`],
    ...dataless ? ["There is no data: no backup is taken, and nothing could be restored."] : [],
    ...lost.length === 0 ? [] : [
      `There is no way back from ${new Intl.ListFormat("en").format(lost.map(({ to }) => to))}: no "back" is defined there.`
    ]
  ];
}

// src/report/gate-question.ts
function takesPointAnew({ kind: kind2 }, { hop, observation }) {
  return kind2 === "deploy-again" && observation?.version.kind === "known" && observation.version.value === hop.from;
}
function stakeOf(asked2, situation, contents2) {
  const facts = [
    { about: "Rehearsal", text: waived(situation) },
    { about: "Done so far", text: done(situation) },
    { about: "Undoing it", text: noReturn(asked2, situation) },
    { about: "Time", text: took2(asked2, situation) },
    { about: "Downtime", text: downtime(asked2, situation) },
    { about: "Way back", text: wayBackRehearsed(asked2, situation) },
    { about: "Restoring", text: goingBack(asked2, situation) },
    { about: "Tests", text: testsSince(situation, contents2) }
  ];
  return { facts: facts.filter(({ text: text3 }) => text3 !== ""), question: questionOf(asked2, situation) };
}
function questionOf(asked2, { hop, traits }) {
  const back = stageReturn({ hop, traits });
  switch (asked2.kind) {
    case "deploy":
      if (back !== void 0)
        return `Promote ${hop.title} to production${back === "none" ? ", after which there is no way back" : ""}?`;
      return traits.deferrable ? `Promote ${hop.title} to production?` : `Promote ${hop.title} to production, past the point of no return?`;
    case "deploy-again":
      return `Deploy ${hop.to} on production again, to finish it?`;
    case "migrations":
      return `Start the migrations of ${hop.to} on production?`;
    case "migrations-again":
      return `Start the migrations of ${hop.to} on production again?`;
  }
}
function waived({ traits: { waiver } }) {
  return waiver === void 0 ? "" : `None: the configuration waives it ("${waiver}").`;
}
function done({ hop, promotion, observation, record: record2, now }) {
  const { deployStarted, deployed, smoked } = promotion;
  if (!deployStarted) return "";
  const started = latest(inEnvironment2(record2.entries, "production"), "deploying");
  const deploy2 = deployed === void 0 ? `The deploy of ${hop.to} was started${started === void 0 ? "" : ` on ${dayTime(started.at, now)}`}, and its end is not recorded.` : `${hop.to} was deployed on ${dayTime(deployed.at, now)}${smoked ? " and has passed its smoke tests" : ""}.`;
  const unproved = deployed?.event.unproved === void 0 || promotion.migrating !== void 0 ? "" : `Nothing shows that its migrations have not started there: ${deployed.event.unproved}.`;
  return [runs(observation), deploy2, unproved, failedMigration(observation)].filter((part7) => part7 !== "").join(" ");
}
function runs(observation) {
  if (observation === void 0) return "";
  const { version } = observation;
  return version.kind === "known" ? `Production runs ${version.value}.` : "Production does not answer.";
}
function failedMigration(observation) {
  return observation?.migrations.kind === "failed" ? `The migration ${observation.migrations.current} has failed: ${observation.migrations.error}.` : "";
}
function noReturn(asked2, { hop, traits, promotion, now }) {
  const ofStage2 = stageReturnText({ hop, traits });
  if (ofStage2 !== void 0) return ofStage2;
  if (promotion.migrating !== void 0)
    return `The point of no return was passed on ${dayTime(promotion.migrating.at, now)}.`;
  if (promotion.notDeferred !== void 0)
    return `The migrations of ${hop.to} were not kept back on production (${promotion.notDeferred.event.because}): only a restore goes back.`;
  if (asked2.kind === "migrations" || asked2.kind === "migrations-again")
    return `This is the point of no return: ${hop.from} cannot be deployed again afterwards.`;
  if (traits.deferrable && isUnseen(promotion))
    return `Whether the migrations of ${hop.to} were kept back is not known: the end of its deploy is not recorded.`;
  if (traits.deferrable)
    return `The migrations of ${hop.to} are kept back: until they are started, ${hop.from} can be deployed again and nothing is lost.`;
  return promotion.deployStarted ? `The migrations of ${hop.to} run at its start-up: the point of no return may be passed already.` : `The deploy is the point of no return: the migrations of ${hop.to} run at its start-up, and only a restore goes back.`;
}
function isUnseen({ deployStarted, deployed }) {
  return deployStarted && deployed === void 0;
}
function took2(asked2, situation) {
  const { record: record2, traits, now } = situation;
  const rehearsed2 = latest(record2.entries, "rehearsed");
  if (rehearsed2 === void 0) return "";
  const act2 = actOf(asked2, situation);
  const expected = expectedMilliseconds(record2, act2);
  if (expected === void 0) return "";
  const deploy2 = `the deploy${traits.deferrable || traits.stages !== void 0 ? "" : ", the migrations"} and the tests`;
  const what = act2 === "migrate" ? "the migrations and their tests" : act2 === "deploy" || traits.dataless ? deploy2 : `the backup, ${deploy2}`;
  return `In the rehearsal of ${dayTime(rehearsed2.at, now)}, ${what} took ${roughText(expected)}.`;
}
function downtime(asked2, situation) {
  const { record: record2 } = situation;
  if (actOf(asked2, situation) === "migrate" || latest(record2.entries, "rehearsed") === void 0) return "";
  const down = latest(inEnvironment2(record2.entries, "staging"), "deployed")?.event.downtimeMilliseconds;
  return down === void 0 ? "It was not measured in the rehearsal." : `In the rehearsal staging was not serving for ${downtimeText(down)} while it was deployed.`;
}
function actOf(asked2, situation) {
  const { promotion } = situation;
  if (asked2.kind === "migrations" || asked2.kind === "migrations-again") return "migrate";
  const isFirst = asked2.kind === "deploy" && promotion.restorePoint === void 0;
  return isFirst || takesPointAnew(asked2, situation) ? "restore-point" : "deploy";
}
function wayBackRehearsed(asked2, { hop, traits, record: record2, promotion }) {
  if (!traits.deferrable || promotion.notDeferred !== void 0) return "";
  if (asked2.kind !== "deploy" && asked2.kind !== "deploy-again") return "";
  const staging2 = inEnvironment2(record2.entries, "staging");
  const back = latest(staging2, "rolled-back");
  if (back === void 0) return "";
  const over = staging2.findLast(
    (entry) => isOf(entry, "deployed") && entry.event.release === "to" && entry.sequence < back.sequence
  );
  const tested = `The way back was rehearsed: ${hop.from} was deployed again over ${hop.to} and passed its smoke tests.`;
  return over?.event.unproved === void 0 ? `${tested} No migration of ${hop.to} had started there by then.` : `${tested} It is not proved: nothing shows that no migration of ${hop.to} had started there (${over.event.unproved}).`;
}
function goingBack(asked2, situation) {
  const { promotion, traits, now } = situation;
  if (traits.dataless) return "There is no data: nothing is backed up, and nothing can be restored.";
  const point = promotion.restorePoint?.event;
  const isOpen = traits.deferrable && promotion.migrating === void 0 && promotion.notDeferred === void 0;
  const isTakenAnew = takesPointAnew(asked2, situation);
  if (point !== void 0 && !isTakenAnew)
    return `Going back ${isOpen ? "after the migrations have started " : ""}means restoring the restore point, which loses ${lossText(point, (time4) => exactTime(time4, now))}.`;
  if (asked2.kind === "deploy" || isTakenAnew)
    return `${isTakenAnew ? "A new restore point" : "The restore point"} is taken first. ${traits.deferrable ? "Once the migrations have started, restoring it" : "Restoring it"} loses everything written after it was taken.`;
  return "The journal has no restore point of this hop: there is no way back.";
}
function testsSince({ record: record2 }, contents2) {
  const before = latest(record2.entries, "rehearsed")?.event.contents;
  const changed = before === void 0 ? [] : changedContents(before, contents2);
  return changed.length === 0 ? "" : `The tests are not the ones of the rehearsal: ${changedSince2(changed)}. As they are now, they have not run on staging.`;
}

// src/report/rollback-window.ts
function windowSentence({ since, milliseconds: milliseconds2 }, now) {
  return `The rollback window has been open for ${durationText(milliseconds2)}, since ${dayTime(since, now)}.`;
}
function windowWarning(hop, { since, milliseconds: milliseconds2 }, newRun, now) {
  return {
    happened: `The rollback window of hop ${hop.id} has been open for ${durationText(milliseconds2)}, since ${dayTime(since, now)}.`,
    means: "Its migrations are still to come, over all that is written meanwhile, and the next hop cannot begin before they are done.",
    next: `Continue with a new run: ${newRun}. Or go back: ${waysToRollBack(hop.id)}.`
  };
}
function windowBox({ happened: happened2, means, next: next2 }) {
  return { kind: "box", tone: "warning", text: [{ strong: happened2 }, ` ${means} ${next2}`] };
}

// src/report/going-back.ts
function goingBack2(situation, window, isAsked) {
  const { hop, traits, promotion, now } = situation;
  const loss = isAsked ? "" : ` ${losses(situation)}`;
  const how = waysToRollBack(hop.id);
  const ofStage2 = stageReturnText({ hop, traits });
  if (ofStage2 !== void 0) {
    const way = stageReturn({ hop, traits });
    return way === "none" ? ofStage2 : `${ofStage2}${way === "by-restoring" ? loss : ""} To go back, ${how}.`;
  }
  if (isClosed({ traits, promotion })) {
    const closed2 = traits.deferrable ? "The rollback window is closed: only a restore goes back." : "Only a restore goes back.";
    return `${closed2}${loss} To go back, ${how}; it asks for the hop's id as confirmation.`;
  }
  if (isUnseen(promotion)) {
    return `Whether migrations of ${hop.to} have started is not known, since it was not seen after its deploy. To go back, ${how}: it looks, and where nothing shows that none has started it asks for a confirmation.`;
  }
  const age = window === void 0 ? "" : `${windowSentence(window, now)} `;
  return `${age}Until the migrations are started, nothing has to be restored: to go back, ${how}.${loss}`;
}
function losses({ traits, promotion, now }) {
  const after2 = isClosed({ traits, promotion }) ? "" : "After they have started, only a restore goes back. ";
  const point = promotion.restorePoint?.event;
  return point === void 0 ? `${after2}The journal has no restore point of this hop.` : `${after2}Restoring the restore point loses ${lossText(point, (time4) => exactTime(time4, now))}.`;
}
function isClosed({ traits, promotion }) {
  return !traits.deferrable || promotion.migrating !== void 0 || promotion.notDeferred !== void 0;
}

// src/report/hop-steps.ts
function hopSteps(own, now) {
  const rows2 = own.flatMap(({ at: at2, event: event2 }) => {
    const when = exactTime(at2, now);
    if (event2.type === "approved") return [[when, "", eventWords(event2), ""]];
    if (event2.type === "migrating") return [[when, event2.environment, "migrations started", ""]];
    if (event2.type === "ended") return [[when, event2.environment, eventWords(event2), ""]];
    if (event2.type === "not-understood" || !("milliseconds" in event2)) return [];
    const tested = event2.type === "smoke-tested" && event2.tests.length > 0 ? ` (${event2.tests.join(", ")})` : "";
    return [[when, event2.environment, `${eventWords(event2)}${tested}`, roughText(event2.milliseconds)]];
  });
  return table(["when", "environment", "step", "took"], rows2);
}

// src/report/proof-table.ts
var open4 = { kind: "open" };
function proofTable(situation) {
  const { record: record2, rehearsal, promotion } = situation;
  const hasStarted = promotion.restorePoint !== void 0 || promotion.deployStarted || promotion.completed !== void 0;
  if (rehearsal.kind === "none" && record2.rehearsedOn === void 0 && !hasStarted) return [];
  const head = ["step", "rehearsed on staging", "took", ...hasStarted ? ["production", "took"] : []];
  return table(
    head,
    rowsOf(situation).map(({ what, staging: staging2, production: production2 }) => [
      { strong: what },
      ...cells(staging2),
      ...hasStarted ? cells(production2) : []
    ])
  );
}
function cells(result) {
  switch (result.kind) {
    case "done":
      return [`\u2714 ${result.detail}`, result.milliseconds === void 0 ? "" : roughText(result.milliseconds)];
    case "failed":
      return [`\u2718 ${result.detail}`, ""];
    case "open":
      return ["not yet", ""];
    case "none":
      return [`\u2013 ${result.detail}`, ""];
  }
}
function rowsOf(situation) {
  const { hop, traits, record: record2, promotion } = situation;
  const staging2 = sinceRestore(inEnvironment2(record2.entries, "staging"));
  const production2 = sinceRollback(inEnvironment2(record2.entries, "production"));
  const point = promotion.restorePoint?.event;
  const taken2 = record2.rehearsedOn?.event;
  const kept = traits.deferrable ? ", migrations kept back" : "";
  const upgrade = (here) => {
    const deployed = here.find((entry) => isOf(entry, "deployed") && isTo(entry));
    if (deployed === void 0) return failure2(here, ["deploy"]) ?? open4;
    const { milliseconds: milliseconds2, downtimeMilliseconds: down } = deployed.event;
    const unproved = deployed.event.unproved === void 0 ? "" : " (not proved)";
    const serving = down === void 0 ? "" : `, not serving for ${downtimeText(down)}`;
    return { kind: "done", detail: `${hop.to} serves${kept}${unproved}${serving}`, milliseconds: milliseconds2 };
  };
  const ofData = [
    {
      what: "Backup",
      staging: taken2 === void 0 ? open4 : { kind: "done", detail: `of production, ${bytesText(taken2.bytes)}`, milliseconds: taken2.milliseconds },
      production: point === void 0 ? open4 : { kind: "done", detail: `restore point, ${bytesText(point.bytes)}`, milliseconds: point.milliseconds }
    },
    { what: "Restore compared", staging: restored(staging2), production: pointProved(situation) }
  ];
  const ofReleases = [
    {
      what: "Way back",
      staging: traits.deferrable ? wayBack(situation, staging2) : onlyRestore,
      production: traits.deferrable ? { kind: "none", detail: "not needed" } : onlyRestore
    },
    {
      what: "Migrations",
      staging: migrations(staging2, rehearsedMigrations(record2)),
      production: migrations(production2, void 0)
    }
  ];
  const rows2 = [
    ...traits.dataless ? [] : ofData,
    { what: "Upgrade", staging: upgrade(staging2), production: upgrade(production2) },
    ...traits.stages === void 0 ? ofReleases : [ofStage(situation)],
    { what: "Tests", staging: tests(staging2), production: tests(production2) }
  ];
  return traits.waiver === void 0 ? rows2 : rows2.map((row) => ({ ...row, staging: notRehearsed }));
}
var notRehearsed = { kind: "none", detail: "waived" };
function ofStage(situation) {
  const back = stageReturn(situation);
  const detail2 = back === "by-its-own" ? "as the stage says" : back === "none" ? "none" : "only by restoring";
  return { what: "Way back", staging: { kind: "none", detail: "not rehearsed" }, production: { kind: "none", detail: detail2 } };
}
var onlyRestore = { kind: "none", detail: "only by restoring: migrations run at start-up" };
function restored(here) {
  const carried = latest(here, "carried-over");
  if (carried !== void 0) return { kind: "done", detail: `continued after hop ${carried.event.after}` };
  const restore3 = latest(here, "restored");
  if (restore3 === void 0) return failure2(here, ["restore"]) ?? open4;
  const { proved, milliseconds: milliseconds2 } = restore3.event;
  const counts = countsText(restore3.event);
  if (!proved) return { kind: "failed", detail: `not equal to the backup (${counts})` };
  const scrubbed = latest(here, "scrubbed");
  const scrub3 = scrubbed === void 0 ? "" : scrubbed.event.waived ? "; not scrubbed, as configured" : "; scrubbed";
  return {
    kind: "done",
    detail: `equal: ${counts}${scrub3}`,
    milliseconds: milliseconds2 + (scrubbed?.event.milliseconds ?? 0)
  };
}
function pointProved({ record: record2, promotion, traits }) {
  if (!traits.proveRestorePoint) return { kind: "none", detail: "not asked for" };
  const proof = latest(record2.entries, "point-proved");
  if (!promotion.pointProved || proof === void 0) return open4;
  return { kind: "done", detail: `equal: ${countsText(proof.event)}`, milliseconds: proof.event.milliseconds };
}
function wayBack({ hop }, here) {
  const back = latest(here, "rolled-back");
  if (back === void 0) return failure2(here, ["rollback"]) ?? open4;
  return { kind: "done", detail: `${hop.from} again, over ${hop.to}`, milliseconds: back.event.milliseconds };
}
function migrations(here, took3) {
  const waited = latest(here, "waited");
  const failed2 = failure2(here, ["migrate", "wait"]);
  if (failed2 !== void 0 || waited === void 0) return failed2 ?? open4;
  const own = latest(here, "migrated")?.event.milliseconds ?? waited.event.milliseconds;
  return { kind: "done", detail: "complete", milliseconds: took3 ?? own };
}
function tests(here) {
  const failed2 = failure2(here, ["smoke"]);
  if (failed2 !== void 0) return failed2;
  const passed = here.filter((entry) => isOf(entry, "smoke-tested"));
  const last = passed.at(-1);
  if (last === void 0) return open4;
  const { event: event2 } = last;
  const times = passed.length === 1 ? "" : `, ${passed.length} times`;
  return {
    kind: "done",
    detail: `${countText(event2.tests.length, "test")} passed${times}`,
    milliseconds: passed.reduce((sum, entry) => sum + entry.event.milliseconds, 0)
  };
}
function failure2(here, commands) {
  const ended = here.findLast((entry) => isOf(entry, "ended"));
  if (ended === void 0 || !commands.includes(ended.event.command) || ended.event.outcome === "waiting")
    return void 0;
  return after(here, ended).some(({ event: event2 }) => done2.has(event2.type)) ? void 0 : { kind: "failed", detail: ended.event.outcome };
}
var done2 = /* @__PURE__ */ new Set([
  "restored",
  "deployed",
  "rolled-back",
  "waited",
  "migrated",
  "smoke-tested"
]);
function isTo(entry) {
  return entry.event.release === "to";
}
function sinceRestore(here) {
  const start = here.findLast(
    (entry) => isOf(entry, "restored") || isOf(entry, "carried-over") || isOf(entry, "staging-taken")
  );
  return start === void 0 ? here : [start, ...after(here, start)];
}
function sinceRollback(here) {
  const back = latest(here, "rolled-back");
  return back === void 0 ? here : after(here, back);
}

// src/report/verdict.ts
function verdict(situation) {
  const { hop, promotion, record: record2, now } = situation;
  const { completed: completed2, migrating, deployed, deployStarted, smoked } = promotion;
  if (completed2 !== void 0) {
    return isOf(completed2, "adopted") ? [good("Done by hand", `, recorded ${moment(completed2.at, now)}.`)] : [good("Complete on production", ` since ${moment(completed2.at, now)}.`)];
  }
  const stopped = stoppedOn(record2.entries);
  if (deployStarted && stopped !== void 0 && stopped.event.outcome !== "waiting") {
    const { command: command2, outcome, message } = stopped.event;
    return [bad(`"${command2}" ended as ${outcome} on production`, `, ${moment(stopped.at, now)}: ${message}`)];
  }
  if (migrating !== void 0) {
    return [
      plain("The migrations are not finished", `: they were started on production ${moment(migrating.at, now)}.`)
    ];
  }
  if (deployed !== void 0 && smoked) {
    return [good(`${hop.to} works on production`, `: deployed ${moment(deployed.at, now)}, smoke tests passed.`)];
  }
  if (deployStarted)
    return [plain(`${hop.to} is half done on production`, ": its deploy was started and not tested yet.")];
  return [...rolledBack(situation), rehearsed(situation)];
}
function rolledBack({ record: record2, now }) {
  const back = latest(inEnvironment2(record2.entries, "production"), "rolled-back");
  if (back === void 0) return [];
  return [plain("Rolled back", ` ${moment(back.at, now)}: ${back.event.to} was deployed on production again.`)];
}
function rehearsed({ hop, traits, rehearsal, record: record2, now }) {
  switch (rehearsal.kind) {
    case "passed": {
      const isProved = inEnvironment2(record2.entries, "staging").every(
        ({ event: event2 }) => event2.type !== "deployed" || event2.unproved === void 0
      );
      const shown3 = !traits.deferrable ? "the upgrade with its migrations" : isProved ? "the upgrade, the way back and the migrations" : "the upgrade and the migrations";
      if (traits.dataless)
        return good("The rehearsal passed", `: ${hop.to} was reached on staging, and all smoke tests passed there.`);
      const data = `production's data of ${moment(rehearsal.dataAt, now)}`;
      return good("The rehearsal passed", `: ${shown3} worked on ${data}, and so did all smoke tests.`);
    }
    case "void":
      return bad("The rehearsal does not count", `: ${rehearsal.because}.`);
    case "started":
      return plain("The rehearsal is not finished.", "");
    case "waived":
      return bad("Not rehearsed", `: the configuration waives it ("${rehearsal.because}").`);
    case "none":
      return plain(
        "The rehearsal has not started.",
        traits.dataless ? "" : " Nothing was restored and compared for this hop yet."
      );
  }
}
function stoppedOn(own) {
  const production2 = inEnvironment2(own, "production");
  const ended = latest(production2, "ended");
  return ended === void 0 || after(production2, ended).length > 0 ? void 0 : ended;
}
function good(strong, rest) {
  return paragraph("\u2714 ", { strong }, rest);
}
function bad(strong, rest) {
  return paragraph("\u2718 ", { strong }, rest);
}
function plain(strong, rest) {
  return paragraph({ strong }, rest);
}

// src/report/hop-report.ts
function hopReport(facts) {
  return markdownOf(hopDocument(facts));
}
function hopDocument(facts) {
  const { situation, window } = facts;
  const { hop } = situation;
  return [
    heading(2, `${hop.title} (hop ${hop.index} of ${hop.count})`),
    ...window?.warning === void 0 ? [] : [windowBox(window.warning)],
    ...verdict(situation),
    ...proofTable(situation),
    ...approval(facts),
    ...section("To do by hand", list4(hop.manual.map(manualItem))),
    ...wayBack2(facts),
    ...folded(
      "Why this hop",
      list4(
        hop.reasons.map(({ text: text3, url }) => url === void 0 ? text3 : [`${text3} (`, { link: "source", url }, ")"])
      )
    ),
    ...folded("Every step, with its time", hopSteps(situation.record.entries, situation.now)),
    ...folded("Ids: backups, and the digest of what is approved", ids(situation))
  ];
}
function manualItem({ id, text: text3, acknowledged }) {
  return { ticked: acknowledged, text: `${id}: ${text3}` };
}
function approval({ situation, gates, contents: contents2 }) {
  const { hop, traits } = situation;
  const asked2 = toApproveNext(situation);
  if (asked2.kind === "nothing") return asked2.because === "" ? [] : [paragraph(asked2.because)];
  const gate2 = asked2.kind === "migrations" || asked2.kind === "migrations-again" ? "finalize" : "production";
  const isAsked = gates.scope === "hop" && gates[gate2] !== "none";
  const { facts } = stakeOf(asked2, { ...situation, observation: void 0 }, contents2);
  return section(isAsked ? "If you approve" : "Next on production, without another approval", [
    paragraph(act(asked2, hop.to, traits), ...isAsked ? howToApprove(gate2, gates, situation) : []),
    ...list4(facts.map(({ about: about2, text: text3 }) => [{ strong: about2 }, `: ${text3}`]))
  ]);
}
function act(asked2, to, traits) {
  switch (asked2.kind) {
    case "deploy": {
      const deploy2 = traits.deferrable ? "deployed with its migrations deferred, watched and smoke-tested" : "deployed, watched and smoke-tested";
      return `Production is checked again, a restore point is taken, and ${to} is ${deploy2}. Nothing other than what was rehearsed is done.`;
    }
    case "deploy-again":
      return `The deploy of ${to} on production is finished, watched and smoke-tested.`;
    case "migrations":
    case "migrations-again":
      return `The migrations of ${to} are started on production, watched to their end, and ${to} is smoke-tested again.`;
  }
}
function howToApprove(gate2, gates, { record: record2 }) {
  const confirmable = confirmableOf(record2);
  if (gates[gate2] !== "dispatch" || confirmable === void 0) return [];
  return [
    " To approve, start the workflow with ",
    { code: "confirm" },
    " set to ",
    { code: confirmationFor(gate2, confirmable) },
    "."
  ];
}
function wayBack2({ situation, window }) {
  const { promotion } = situation;
  if (!promotion.deployStarted && rolledBack(situation).length > 0) return [];
  const isAsked = toApproveNext(situation).kind !== "nothing";
  if (!isAsked && !promotion.deployStarted) return [];
  return section("Going back", [paragraph(goingBack2(situation, window?.open, isAsked))]);
}
function ids({ hop, record: record2, promotion }) {
  const rehearsed2 = record2.rehearsedOn?.event.backup;
  const point = promotion.restorePoint?.event.backup;
  const named5 = (name, id) => id === void 0 ? [] : [paragraph(`${name}: `, { code: id })];
  return [
    ...named5("Backup of the rehearsal", rehearsed2),
    ...named5("Restore point", point),
    ...named5("Digest of what is approved", hop.digest)
  ];
}

// src/report/path-report.ts
function pathDocument(facts) {
  const { planned, entries, complete, where, next: next2, warning: warning2, now } = facts;
  const stands2 = hopStands(planned, entries);
  return [
    heading(1, `${planned.current} \u2192 ${planned.target}`),
    paragraph(complete ? "\u2714 " : "", { strong: `The path is ${complete ? "complete" : "not complete"}.` }, ` ${next2}`),
    ...warning2 === void 0 ? [] : [windowBox(warning2)],
    ...where,
    ...table(
      ["hop", "rehearsed", "restore point", "not serving", "state"],
      planned.hops.map((hop) => hopRow(entries, hop, now))
    ),
    // What a person looks for is open: the hop that is next, or under way.
    ...stands2.flatMap((stand, index) => {
      const hop = facts.hops[index] ?? [];
      return stand.kind === "current" ? hop : folded(hopTitle(stand, index, stands2.length), hop);
    })
  ];
}
function hopStands(planned, entries) {
  const done3 = planned.hops.map((hop) => promotionOf(recordOf(entries, hop)).completed !== void 0);
  const current = done3.indexOf(false);
  return planned.hops.map(({ from, to }, index) => ({
    from,
    to,
    kind: done3[index] === true ? "complete" : index === current ? "current" : "ahead"
  }));
}
function hopTitle({ from, to, kind: kind2 }, index, count2) {
  const state = kind2 === "complete" ? "complete" : "not its turn yet";
  return `Hop ${index + 1} of ${count2}, ${from} \u2192 ${to}: ${state}`;
}
function hopRow(entries, hop, now) {
  const record2 = recordOf(entries, hop);
  const promotion = promotionOf(record2);
  const down = promotion.deployed?.event.downtimeMilliseconds;
  const point = promotion.restorePoint?.event;
  return [
    `${hop.from} \u2192 ${hop.to}`,
    rehearsalText(rehearsalOf(entries, record2), now),
    point === void 0 ? "none" : `data of ${dayTime(point.dataAt, now)}`,
    down === void 0 ? "" : downtimeText(down),
    stateText(record2, promotion, now)
  ];
}
function rehearsalText(rehearsal, now) {
  switch (rehearsal.kind) {
    case "passed":
      return `\u2714 ${dayTime(rehearsal.at, now)}`;
    case "started":
      return `started ${dayTime(rehearsal.startedAt, now)}`;
    case "void":
      return `no: ${rehearsal.because}`;
    case "waived":
      return `waived: ${rehearsal.because}`;
    case "none":
      return "no";
  }
}
function stateText({ entries }, { completed: completed2, deployStarted, migrating }, now) {
  const production2 = inEnvironment2(entries, "production");
  if (completed2 !== void 0)
    return isOf(completed2, "adopted") ? `done by hand, recorded ${dayTime(completed2.at, now)}` : `\u2714 complete, ${dayTime(completed2.at, now)}`;
  if (deployStarted)
    return migrating === void 0 ? "half done on production" : "half done on production, migrations started";
  const back = latest(production2, "rolled-back");
  if (back !== void 0) return `rolled back, ${dayTime(back.at, now)}`;
  const ended = latest(production2, "ended") ?? latest(entries, "ended");
  if (ended === void 0) return "not started on production";
  const { command: command2, outcome, environment: environment3 } = ended.event;
  return `"${command2}" ended as ${outcome} on ${environment3}, ${dayTime(ended.at, now)}`;
}

// src/report/whereabouts-report.ts
function whereaboutsLines({ whereabouts, sides, now }) {
  const { rollback: rollback2, restore: restore3, halfDone, stopped, goneBack, restored: restored2 } = whereabouts;
  const lines = [
    { label: "Production", text: sideText(sides.production, now) },
    { label: "Staging", text: sideText(sides.staging, now) },
    { label: "Acting", text: holderText(whereabouts.holder, now) }
  ];
  if (restore3 !== void 0) {
    const { happened: happened2, means } = finishRestoreFirst({ ...restore3, isOtherwiseConfigured: false });
    lines.push({ label: "Unfinished", text: `${happened2} ${means}` });
  } else if (rollback2 !== void 0) {
    const { id } = rollback2.event.hop;
    const text3 = `The rollback of hop ${id} to ${rollback2.event.to} was started on ${dayTime(rollback2.at, now)}, and it is not finished.`;
    lines.push({ label: "Unfinished", text: text3 });
  } else if (halfDone !== void 0) {
    lines.push({ label: "Half done", text: halfDoneText(halfDone, stopped, now) });
  }
  if (goneBack !== void 0) {
    const { hop, to, accepted: accepted2 } = goneBack.event;
    const data = restored2 === void 0 ? "nothing was restored" : `${restored2.event.backup} was put back, and what was written after it is lost`;
    const tests2 = accepted2 === void 0 ? "" : ` Its smoke tests did not pass, which was accepted: "${accepted2.reason}".`;
    lines.push({
      label: "Rolled back",
      text: `Hop ${hop.id} was rolled back to ${to} on ${dayTime(goneBack.at, now)}; ${data}.${tests2}`
    });
  }
  if (stopped !== void 0) {
    const { command: command2, environment: environment3, outcome, hop, message } = stopped.event;
    const text3 = `"${command2}" of hop ${hop.id} on ${environment3} ended as ${outcome} on ${dayTime(stopped.at, now)}: ${message}`;
    lines.push({ label: "Stopped", text: text3 });
  }
  return lines;
}
function whatNow({ whereabouts, sides: { production: production2 }, newRun, complete, now }) {
  const { holder, rollback: rollback2, restore: restore3, halfDone, stopped, doneByHand: doneByHand2 } = whereabouts;
  if (holder.kind === "acting") {
    const { url } = holder.lease.run;
    return `Let ${holder.lease.owner} end${url === void 0 ? "" : `: ${url}`}. Should it be dead, others may act from ${dayTime(holder.freeAt, now)} on.`;
  }
  if (restore3 !== void 0) return finishRestoreFirst({ ...restore3, isOtherwiseConfigured: false }).next;
  if (rollback2 !== void 0) return finishRollback(rollback2.event.hop.id);
  if (halfDone !== void 0) {
    const { id } = halfDone.hop;
    const hasFailedMigration = production2.kind === "observed" && production2.observation.migrations.kind === "failed";
    const onward = hasFailedMigration ? howToRetry(id) : `Finish the hop by a new run: ${newRun}.`;
    return `${onward} Or, to go back, ${waysToRollBack(id)}.`;
  }
  if (doneByHand2 !== void 0) {
    return `Production runs what hop ${doneByHand2.id} leads to, and the journal has no deploy of it. If somebody did it by hand, record that: staged-upgrade adopt --hop ${doneByHand2.id} --reason "why". Then plan again.`;
  }
  if (complete === void 0) return "No path was planned yet: staged-upgrade plan shows what there is to climb.";
  if (complete) return "Nothing is left to do.";
  const { outcome } = stopped?.event ?? {};
  const first = outcome === "failed" || outcome === "refused" ? "Fix the cause first. " : "";
  return `${first}Start a new run: it resumes from what it observes. New run: ${newRun}`;
}
function whereaboutsText(facts) {
  const lines = whereaboutsLines(facts);
  const width = Math.max(...lines.map(({ label: label2 }) => label2.length));
  return lines.map(({ label: label2, text: text3 }) => `${label2.padEnd(width)}  ${text3}`).join("\n");
}
function whereaboutsList(facts) {
  return list4(whereaboutsLines(facts).map(({ label: label2, text: text3 }) => [{ strong: label2 }, `: ${text3}`]));
}
function sideText(side, now) {
  if (side.kind === "not-asked")
    return `could not be asked here (${side.reason}).${side.lastSeen === void 0 ? "" : ` ${side.lastSeen}`}`;
  const { version, serving, migrations: migrations2, at: at2 } = side.observation;
  const seen = `, observed ${moment(at2, now)}`;
  if (version.kind === "unknown") return `does not report its version (${version.reason})${seen}.`;
  const serves = serving.kind === "yes" ? "serving" : `${serving.kind === "no" ? "not serving" : "serving unknown"} (${serving.reason})`;
  return `runs ${version.value}, ${serves}${side.hasMigrationsProbe ? `, ${migrationsText(migrations2)}` : ""}${seen}.`;
}
function migrationsText(migrations2) {
  switch (migrations2.kind) {
    case "done":
      return "no migration left";
    case "pending":
      return `${migrations2.next} pending, not started`;
    case "running":
      return `migration ${migrations2.current} running`;
    case "failed":
      return `migration ${migrations2.current} failed (${migrations2.error})`;
    case "unknown":
      return `migrations unknown (${migrations2.reason})`;
  }
}
function holderText(holder, now) {
  if (holder.kind === "nobody") return "nobody; no lease is held.";
  const { lease, since, freeAt, doing } = holder;
  const who = `${lease.owner} (${lease.run.actor}) holds the lease since ${dayTime(since, now)}`;
  const did2 = doing === void 0 ? "" : ` Last: ${eventSentence(doing.event)}, ${dayTime(doing.at, now)}.`;
  return holder.kind === "acting" ? `${who}. Unless renewed it ends at ${dayTime(lease.expiresAt, now)}; others may act from ${dayTime(freeAt, now)}, since clocks may differ.${did2}` : `nobody. ${who}, which ended at ${dayTime(lease.expiresAt, now)} without being given back: that run has died.${did2}`;
}
function halfDoneText({ hop, since, promotion }, stopped, now) {
  const { deployed, smoked, migrating, waited } = promotion;
  const end = stopped?.event;
  const failsNow = end?.command === "smoke" && end.outcome === "failed" && end.environment === "production" && end.hop.id === hop.id;
  const passed = failsNow ? "smoke tests passed at first, and have failed since" : "smoke tests passed";
  const notPassed2 = failsNow ? "smoke tests failed" : "not smoke-tested";
  const reached = [
    deployed === void 0 ? "its end is not recorded" : `done on ${dayTime(deployed.at, now)}`,
    ...deployed === void 0 ? [] : [smoked ? passed : notPassed2],
    ...migrating === void 0 ? [] : [
      `its migrations were started on ${dayTime(migrating.at, now)}${waited === void 0 ? "" : " and waited for"}`
    ]
  ];
  return `Hop ${hop.id} on production: the deploy of ${hop.to} was started on ${dayTime(since, now)}, ${reached.join(", ")}.`;
}

// src/steps/environment/sides.ts
async function lookAt(project, environment3, entries) {
  try {
    const observation = await openLiveSystem(project, environment3).observe(project.effects.signal);
    return { kind: "observed", observation, hasMigrationsProbe: project.product.probes.migrations !== void 0 };
  } catch (error) {
    if (!(error instanceof UserError) && !(error instanceof SystemFailure)) throw error;
    const lastSeen2 = lastSeenOn(environment3, entries, project.effects.clock.now());
    const reason = error.detail.happened.replace(/\.$/, "");
    return { kind: "not-asked", reason, ...lastSeen2 === void 0 ? {} : { lastSeen: lastSeen2 } };
  }
}
function lastSeenOn(environment3, entries, now) {
  const seen = entries.findLast(
    ({ event: event2 }) => (event2.type === "checked" || event2.type === "deployed" || event2.type === "smoke-tested") && event2.environment === environment3
  );
  if (seen === void 0 || !("version" in seen.event)) return void 0;
  return `It was last seen on ${String(seen.event.version)} on ${dayTime(seen.at, now)}.`;
}

// src/steps/report/save-report.ts
import { writeFile as writeFile8 } from "node:fs/promises";
import { resolve as resolve7 } from "node:path";

// src/report/document-html.ts
function htmlOf(document, top) {
  const levels = document.flatMap((block3) => block3.kind === "heading" ? [block3.level] : []);
  return blocksHtml(document, Math.min(...levels, 3) - top);
}
function blocksHtml(document, above) {
  return document.map((block3) => blockHtml(block3, above)).join("\n");
}
function blockHtml(block3, above) {
  switch (block3.kind) {
    case "heading": {
      const level = block3.level - above;
      return `<h${level}>${asItIs(block3.text)}</h${level}>`;
    }
    case "paragraph":
      return `<p${mood(block3.text)}>${lineHtml(block3.text)}</p>`;
    case "list": {
      const isToDo = block3.items.some(({ ticked }) => ticked !== void 0);
      return `<ul${isToDo ? ' class="to-do"' : ""}>
${block3.items.map(itemHtml).join("\n")}
</ul>`;
    }
    case "table":
      return tableHtml(block3.head, block3.rows);
    case "box":
      return `<p class="box ${block3.tone}" role="note">${lineHtml(block3.text)}</p>`;
    case "diagram":
      return "";
    case "folded":
      return `<details>
<summary>${asItIs(block3.title)}</summary>
${blocksHtml(block3.blocks, above)}
</details>`;
  }
}
function tableHtml(head, rows2) {
  const name = asItIs(head.filter((cell) => cell !== "").join(", "));
  return [
    `<section class="scroll" tabindex="0" aria-label="${name}">`,
    "<table>",
    `<thead><tr>${head.map((cell) => `<th scope="col">${asItIs(cell)}</th>`).join("")}</tr></thead>`,
    "<tbody>",
    ...rows2.map((cells2) => `<tr>${cells2.map((cell, column) => cellHtml(cell, column)).join("")}</tr>`),
    "</tbody>",
    "</table>",
    "</section>"
  ].join("\n");
}
function cellHtml(line, column) {
  const text3 = lineHtml(line);
  const classes = [moodOf(line), isShort(line) ? "short" : ""].filter((name) => name !== "");
  const named5 = classes.length === 0 ? "" : ` class="${classes.join(" ")}"`;
  return column === 0 ? `<th scope="row"${named5}>${text3}</th>` : `<td${named5}>${text3}</td>`;
}
function isShort(line) {
  const lengths = spansOf(line).map(
    (span) => (typeof span === "string" ? span : "strong" in span ? span.strong : "").length
  );
  return lengths.reduce((sum, length) => sum + length, 0) <= 16;
}
function itemHtml({ text: text3, ticked }) {
  if (ticked === void 0) return `<li>${lineHtml(text3)}</li>`;
  return `<li><span class="box-of-list">${ticked ? "\u2611" : "\u2610"}</span> ${lineHtml(text3)}</li>`;
}
function mood(line) {
  const name = moodOf(line);
  return name === "" ? "" : ` class="${name}"`;
}
function moodOf(line) {
  const [first] = spansOf(line);
  if (typeof first !== "string") return "";
  if (first.startsWith("\u2714")) return "good";
  return first.startsWith("\u2718") ? "bad" : "";
}
function lineHtml(line) {
  return spansOf(line).map(spanHtml).join("");
}
function spanHtml(span) {
  if (typeof span === "string") return asItIs(span);
  if ("strong" in span) return `<strong>${asItIs(span.strong)}</strong>`;
  if ("break" in span) return "<br>";
  if ("code" in span) return `<code>${asItIs(span.code)}</code>`;
  if (!/^https?:\/\//i.test(span.url)) return asItIs(`${span.link}: ${span.url}`);
  return `<a href="${asItIs(span.url)}" rel="noreferrer">${asItIs(span.link)}</a>`;
}

// src/report/page-style.ts
var pageStyle = `:root {
  --page: #ffffff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --shade: #f6f8fa;
  --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #0550ae;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --text: #e6edf3; --quiet: #9da7b3; --line: #3d444d; --shade: #161b22;
    --good: #56d364; --bad: #ff7b72; --warn: #e3b341; --link: #6cb6ff;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; overflow-wrap: anywhere;
}
header { border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; color: var(--quiet); }
header p { margin: 0 0 .75rem; }
header strong { color: var(--text); }
h1, h2, h3 { line-height: 1.25; margin: 1.75rem 0 .75rem; }
h1 { font-size: 1.75rem; margin-top: 0; }
h2 { font-size: 1.35rem; }
h3 { font-size: 1.1rem; }
p, ul { margin: .5rem 0; }
ul { padding-left: 1.4rem; }
li { margin: .25rem 0; }
a { color: var(--link); }
.good strong, td.good::first-letter { color: var(--good); }
.bad strong, td.bad::first-letter { color: var(--bad); }
code { font: .875em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--shade); padding: .1em .35em; border-radius: .25em; }
.path { display: flex; flex-wrap: wrap; gap: .5rem 1.6rem; list-style: none; margin: 0 0 1.25rem; padding: 0; }
.path li { position: relative; margin: 0; padding: .25rem .6rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--shade); color: var(--text); }
.path li:not(:last-child)::after { content: "\u2192"; position: absolute; right: -1.3rem; color: var(--quiet); font-weight: 400; }
.path small { color: var(--quiet); }
.path .complete { border-color: var(--good); }
.path .current { border: 2px solid var(--text); font-weight: 600; }
.scroll { overflow-x: auto; margin: .75rem 0; }
.scroll:focus-visible, summary:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; min-width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
thead th { background: var(--shade); }
tbody th { font-weight: 400; }
.short { white-space: nowrap; }
.box { border-left: .25rem solid var(--quiet); padding: .5rem .75rem; background: var(--shade); }
.box.warning { border-color: var(--warn); }
.box.caution { border-color: var(--bad); }
.to-do { list-style: none; padding-left: 0; }
details { border: 1px solid var(--line); border-radius: .4rem; padding: 0 .75rem; margin: .75rem 0; }
details[open] { padding-bottom: .5rem; }
summary { cursor: pointer; padding: .5rem 0; font-weight: 600; }
details > h2:first-of-type, details > h3:first-of-type { margin-top: .5rem; }
@media (max-width: 40rem) {
  body { padding: 1rem .75rem 3rem; }
  h1 { font-size: 1.4rem; }
  table { font-size: .85rem; }
}
@media print {
  :root {
    --page: #ffffff; --text: #000000; --quiet: #444444; --line: #999999; --shade: #f2f2f2;
    --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #000000;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  summary { list-style: none; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  tr, .box { break-inside: avoid; }
  h1, h2, h3, summary { break-after: avoid; }
  a[href]::after { content: " (" attr(href) ")"; }
}
`;

// src/report/report-page.ts
function isHtmlFile(file) {
  return /\.html?$/i.test(file);
}
function reportPage({ system, product: product2, document, entries, now }) {
  const made = fullTime(now);
  const planned = latest(entries, "planned")?.event;
  const title = planned === void 0 ? system : `${system}: ${planned.current} \u2192 ${planned.target}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${asItIs(title)}</title>
<style>
${pageStyle}</style>
</head>
<body>
<header>
<p>Upgrade report of <strong>${asItIs(system)}</strong> (${asItIs(product2)}), made ${asItIs(made)}</p>
${planned === void 0 ? "" : pathHtml(planned.current, hopStands(planned, entries))}
</header>
<main>
${htmlOf(document, 1)}
${htmlOf([heading(2, "Journal"), ...journal(entries)], 2)}
</main>
</body>
</html>
`;
}
var words2 = { complete: "\u2714 done", current: "next", ahead: "later" };
function pathHtml(from, stands2) {
  if (stands2.length === 0) return "";
  const state = (label2, kind2, word2) => `<li class="${kind2}"><span>${asItIs(label2)}</span> <small>${word2}</small></li>`;
  return [
    '<ol class="path" aria-label="The path">',
    state(from, "complete", "start"),
    ...stands2.map(({ to, kind: kind2 }) => state(to, kind2, words2[kind2])),
    "</ol>"
  ].join("\n");
}
function journal(entries) {
  return folded(`All that was observed, decided and done: ${countText(entries.length, "record")}`, [
    ...table(journalColumns, entries.map(journalRow))
  ]);
}

// src/steps/report/save-report.ts
async function saveReport({ configuration: configuration2, product: product2, effects }, output, document, entries) {
  const { pen, clock } = effects;
  const facts = { system: configuration2.system, product: product2.title, document, entries, now: clock.now() };
  const text3 = isHtmlFile(output) ? pen.html(reportPage(facts)) : pen.markdown(markdownOf(document));
  await save(resolve7(effects.startedIn ?? effects.directory, output), text3, effects.saveFile ?? writeFile8);
}
async function save(file, text3, write) {
  try {
    await write(file, text3);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new UserError(
      {
        happened: `The report could not be written to "${file}": ${code}.`,
        means: "Nothing was saved.",
        next: "Name a file in a folder that exists and may be written to."
      },
      { cause }
    );
  }
}

// src/steps/report/report.ts
var reportDeclared = {
  needs: {},
  writesJournal: false,
  mindsRetry: true,
  gateAt: () => void 0
};
async function report(project, input) {
  const entries = await project.journal.read();
  await warnOfLostRecords(project, entries);
  const { document, result } = input.hop === void 0 ? await ofPath2(project, input, entries) : ofHop2(project, input, readHop(input.hop, entries, project), entries);
  await releaseLease(project);
  if (input.output !== void 0) await saveReport(project, input.output, document, entries);
  return { ...result, summary: markdownOf(document) };
}
function ofHop2(project, input, hop, entries) {
  const situation = {
    ...situationOn(project, entries, hop, notObserved(project)),
    retry: input.retry === true
  };
  const newRun = newRunOf(project, { command: "report", environment: input.environment, input, entries, hop: hop.id });
  const window = reportedWindow(project, situation, newRun);
  const onProduction2 = input.environment === "production";
  if (onProduction2 && window?.warning !== void 0) project.effects.log.warn(oneLine(window.warning));
  const document = hopDocument({ ...factsFrom(project), situation, ...window === void 0 ? {} : { window } });
  const { outcome, headline } = onProduction2 ? ofProduction(situation, project.run) : ofStaging(situation);
  const stopped = stoppedHere(entries, hop, input.environment, project.run);
  const next2 = stopped === void 0 ? goesOn : `First do what the step "${stopped.event.command}" says. ${goesOn}`;
  const message = withNewRun({ happened: headline, means: "", next: next2 }, newRun);
  const outputs = { complete: situation.promotion.completed !== void 0 };
  return { document, result: { outcome, headline, outputs, text: "", ...outcome === "passed" ? {} : { message } } };
}
var goesOn = "Start a new run: it resumes from what it observes.";
function stoppedHere(entries, { id }, environment3, run) {
  const own = entries.filter((entry) => isSameAttempt(entry.run, run));
  const ended = own.filter((entry) => isOf(entry, "ended"));
  return ended.findLast(({ event: { hop, outcome, environment: on } }) => {
    return hop.id === id && on === environment3 && (outcome === "failed" || outcome === "refused");
  });
}
function situationOn(project, entries, hop, observation) {
  return situationOf({
    hop,
    traits: project.traits,
    now: project.effects.clock.now(),
    observation,
    entries,
    rehearsalMaxAge: project.configuration.rehearsal["max-age"]
  });
}
function reportedWindow(project, situation, newRun) {
  const open5 = openRollbackWindow(situation);
  if (open5 === void 0) return void 0;
  if (open5.milliseconds <= project.configuration["rollback-window"]["warn-after"]) return { open: open5 };
  return { open: open5, warning: windowWarning(situation.hop, open5, newRun, situation.now) };
}
function ofStaging({ hop, rehearsal }) {
  return rehearsal.kind === "passed" ? { outcome: "passed", headline: `Hop ${hop.id} was rehearsed on ${rehearsal.backup ?? "staging"}.` } : {
    outcome: "waiting",
    headline: `The rehearsal of hop ${hop.id} has not passed${rehearsal.kind === "void" ? `: ${rehearsal.because}` : ""}.`
  };
}
function ofProduction(situation, run) {
  const { hop, promotion, record: record2, traits } = situation;
  if (promotion.completed !== void 0) return { outcome: "passed", headline: `Hop ${hop.id} is complete.` };
  if (promotion.deployed !== void 0 && promotion.smoked && traits.deferrable) {
    const awaited = awaitedOf(situation, "production");
    const works = `${hop.to} is deployed on production and works`;
    if (isLeftToNextJob(situation, run))
      return { outcome: "passed", headline: `${works}; what is left of its migrations is started behind their gate.` };
    if (awaited.kind === "serving") {
      const left = promotion.migrating === void 0 ? "its migrations have" : "what is left of its migrations has";
      return { outcome: "passed", headline: `${works}; ${left} not started.` };
    }
  }
  const back = latest(inEnvironment2(record2.entries, "production"), "rolled-back");
  return {
    outcome: "waiting",
    headline: back === void 0 || promotion.deployStarted ? `Hop ${hop.id} is not complete on production.` : `Hop ${hop.id} was rolled back on ${back.at}: ${back.event.to} was deployed on production again.`
  };
}
function isLeftToNextJob({ promotion, record: record2 }, run) {
  const { migrating, waited } = promotion;
  if (migrating === void 0 || waited !== void 0 || isSameAttempt(migrating.run, run)) return false;
  const own = inEnvironment2(record2.entries, "production").filter((entry) => isSameAttempt(entry.run, run));
  return own.every(({ event: event2 }) => event2.type !== "ended");
}
function factsFrom(project) {
  return { gates: project.configuration.gates, contents: allContentDigests(project) };
}
async function ofPath2(project, input, entries) {
  const planned = latest(entries, "planned")?.event;
  const sides = {
    production: await lookAt(project, "production", entries),
    staging: await lookAt(project, "staging", entries)
  };
  const observed = sides.production.kind === "observed" ? sides.production.observation : void 0;
  const whereabouts = whereaboutsOf(entries, {
    now: project.effects.clock.now(),
    tolerance: project.configuration.lock["clock-tolerance"],
    run: project.run,
    production: observed
  });
  const newRun = newRunOf(project, { command: "report", input, entries });
  const facts = { whereabouts, sides, newRun, now: project.effects.clock.now() };
  return planned === void 0 ? neverPlanned({ ...facts, complete: void 0 }) : ofPlanned(project, planned, { ...facts, entries, observation: observed ?? notObserved(project) });
}
function neverPlanned(facts) {
  const headline = "No path was planned yet.";
  return {
    document: [paragraph({ strong: headline }, ` ${whatNow(facts)}`), ...whereaboutsList(facts)],
    result: {
      outcome: "skipped",
      headline: `${headline} staged-upgrade plan shows what there is to climb.`,
      outputs: { complete: false },
      text: whereaboutsText(facts)
    }
  };
}
function ofPlanned(project, planned, found) {
  const { entries, observation, newRun } = found;
  const { current, target } = planned;
  const hops = hopsOf(planned);
  const done3 = hops.filter((hop) => completed(entries, hop));
  const there = observation.version.kind === "known" && observation.version.value === target;
  const complete = there && done3.length === hops.length;
  const facts = { ...found, complete };
  const next2 = whatNow(facts);
  const headline = complete ? `upgraded ${current} \u2192 ${target} in ${hops.length} ${hops.length === 1 ? "hop" : "hops"}` : `${done3.length} of ${hops.length} hops from ${current} to ${target} are complete.`;
  const reported = hops.map((hop) => {
    const situation = situationOn(project, entries, hop, observation);
    return { situation, window: reportedWindow(project, situation, newRun) };
  });
  const warning2 = reported.map(({ window }) => window?.warning).find((each2) => each2 !== void 0);
  if (warning2 !== void 0) project.effects.log.warn(oneLine(warning2));
  const each = reported.map(
    ({ situation, window }) => hopDocument({
      ...factsFrom(project),
      situation,
      ...window === void 0 ? {} : { window: { open: window.open } }
    })
  );
  const where = whereaboutsList(facts);
  const open5 = done3.length < hops.length;
  const means = open5 ? "The path is not finished." : `Every hop was completed, but production was not seen to run ${target} now.`;
  const message = { happened: headline, means, next: next2 };
  return {
    document: pathDocument({ planned, entries, complete, where, next: next2, warning: warning2, hops: each, now: found.now }),
    result: {
      outcome: complete ? "passed" : "waiting",
      headline,
      outputs: {
        complete,
        current: observation.version.kind === "known" ? observation.version.value : "",
        target
      },
      text: whereaboutsText(facts),
      ...complete ? {} : { message }
    }
  };
}
function completed(entries, hop) {
  return promotionOf(recordOf(entries, hop)).completed !== void 0;
}
function notObserved(project) {
  const nothing3 = { kind: "unknown", reason: "not asked" };
  return { at: project.effects.clock.now().toISOString(), version: nothing3, serving: nothing3, migrations: nothing3 };
}

// src/core/decisions/restore.ts
function decideRestoreAndScrub(situation, stored) {
  const { rehearsal } = situation;
  const decision = decideRestore(situation, stored);
  if (decision.kind !== "already-done" || rehearsal.kind !== "started" || rehearsal.scrubbed) return decision;
  if (rehearsal.backup === void 0) return decision;
  return {
    kind: "act",
    how: "scrub",
    id: rehearsal.backup,
    because: "The copy was restored before; it is scrubbed now."
  };
}
function decideRestore(situation, stored) {
  const { hop, rehearsal } = situation;
  if (rehearsal.kind === "passed")
    return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`, rehearsal.backup);
  const backup3 = newestUsable("rehearsal", stored, situation);
  if (backup3 === void 0) {
    return refuse(
      `The store has no rehearsal backup for hop ${hop.id} with digest ${hop.digest.slice(0, 12)} that is young enough.`,
      "Staging was not touched.",
      'Run the backup step of this hop first (job "read"), or check that this runner reaches the same store.'
    );
  }
  if (rehearsal.kind === "started" && rehearsal.backup === backup3.id) {
    return alreadyDone(
      `${backup3.id} was restored and proved on ${rehearsal.startedAt}; the rehearsal continues from there.`,
      backup3.id
    );
  }
  const because = rehearsal.kind === "void" ? `The rehearsal starts over: ${rehearsal.because}.` : `${backup3.id} must be proved.`;
  return { kind: "act", how: "restore", backup: backup3, because };
}
function decideProof({ hop, promotion }, stored) {
  const point = promotion.restorePoint?.event.backup;
  const backup3 = stored.find((manifest2) => manifest2.id === point);
  if (backup3 === void 0) {
    return refuse(
      `There is no restore point of hop ${hop.id} to prove${point === void 0 ? "" : `: ${point} is not in the store`}.`,
      "Nothing was restored.",
      'Run "backup" with the purpose "restore-point" first, in this run.'
    );
  }
  if (promotion.pointProved) return alreadyDone(`${backup3.id} was restored on staging and found equal.`, backup3.id);
  return {
    kind: "act",
    how: "restore",
    backup: backup3,
    because: `${backup3.id} must be proved before production is deployed.`
  };
}

// src/core/decisions/fingerprint.ts
function compareFingerprints(expected, actual) {
  if (expected.kind === "none") return { kind: "cannot-tell", reason: expected.reason, differences: [] };
  const structure = [
    ...namesThatDiffer("table", expected.value.tables, actual.tables),
    ...namesThatDiffer("sequence", expected.value.sequences, actual.sequences),
    ...namesThatDiffer("folder", expected.value.folders ?? [], actual.folders ?? [])
  ];
  const content = [
    ...paired(expected.value.tables, actual.tables).flatMap(([want, got]) => tableDifferences(want, got)),
    ...paired(expected.value.sequences, actual.sequences).flatMap(([want, got]) => sequenceDifferences(want, got)),
    ...paired(expected.value.folders ?? [], actual.folders ?? []).flatMap(
      ([want, got]) => folderDifferences(want, got)
    )
  ];
  if (structure.length > 0) return { kind: "different", differences: [...structure, ...content] };
  if (content.length > 0 && expected.kind === "beside") {
    const reason = "The fingerprint was read beside the running system, so what was written in the meantime may differ.";
    return { kind: "cannot-tell", reason, differences: content };
  }
  if (content.length > 0) return { kind: "different", differences: content };
  const unchecked = paired(expected.value.tables, actual.tables).filter(
    ([want, got]) => want.checksum !== void 0 && got.checksum === void 0
  );
  if (unchecked.length > 0) {
    const reason = `The backup has content checksums and what was restored was read without them (${unchecked.length} tables).`;
    return { kind: "cannot-tell", reason, differences: [] };
  }
  return { kind: "equal", contents: contentsOf(actual) };
}
function namesThatDiffer(what, expected, actual) {
  const expectedNames = new Set(expected.map((each) => each.name));
  const actualNames = new Set(actual.map((each) => each.name));
  return [
    ...expected.filter(({ name }) => !actualNames.has(name)).map(({ name }) => `${what} "${name}" is missing`),
    ...actual.filter(({ name }) => !expectedNames.has(name)).map(({ name }) => `${what} "${name}" is not in the backup`)
  ];
}
function paired(expected, actual) {
  const byName = new Map(actual.map((each) => [each.name, each]));
  return expected.flatMap((want) => {
    const got = byName.get(want.name);
    return got === void 0 ? [] : [[want, got]];
  });
}
function tableDifferences(want, got) {
  if (want.rows !== got.rows) return [`table "${want.name}" has ${got.rows} rows, expected ${want.rows}`];
  const compared = want.checksum !== void 0 && got.checksum !== void 0;
  if (compared && want.checksum !== got.checksum)
    return [`table "${want.name}" has different content in the same number of rows`];
  return [];
}
function folderDifferences(want, got) {
  if (want.files !== got.files) return [`folder "${want.name}" has ${got.files} files, expected ${want.files}`];
  if (want.bytes !== got.bytes) return [`folder "${want.name}" has ${got.bytes} bytes, expected ${want.bytes}`];
  return want.checksum === got.checksum ? [] : [`folder "${want.name}" has other content, in as many files`];
}
function sequenceDifferences(want, got) {
  const text3 = (sequence) => `${sequence.value}${sequence.called === false ? " (not used yet)" : ""}`;
  if (text3(want) === text3(got)) return [];
  return [`sequence "${want.name}" is at ${text3(got)}, expected ${text3(want)}`];
}

// src/core/decisions/same-stores.ts
function decideSameStores({ id, data }, environment3, configured) {
  const backedUp = listed3(data.map(({ name, identity: { kind: kind2 } }) => ({ name, kind: kind2 })));
  const now = listed3(configured);
  if (backedUp === now) return void 0;
  return refuse(
    `${id} holds ${backedUp}, but environments.${environment3}.data is ${now}.`,
    "Which part belongs to which store is not known. Nothing was written.",
    "Start a new run, which takes a backup of what is configured now; or restore the configuration that it was taken with."
  );
}
function listed3(data) {
  const each = data.map(({ name, kind: kind2 }) => name === kind2 ? name : `${name} (${kind2})`);
  return each.length === 0 ? "no data" : each.join(", ");
}

// src/steps/restore/restore-backup.ts
async function whyNotAll({ live, environment: environment3, project }, backup3, mayReplace) {
  const data = live.data();
  const others = decideSameStores(backup3, environment3, configuredData(data));
  if (others !== void 0) return others;
  const seen = await identitiesOf(data, project.effects.signal);
  return seen.map(([each, now]) => mayReplace(each, now)).find((why) => why !== void 0);
}
async function restoreBackup(context, backup3, mayReplace, shows = "restored") {
  const { project, live } = context;
  const { clock } = project.effects;
  const started = clock.now().getTime();
  const stored = await project.store().open(backup3.id);
  try {
    const pairs = live.data().flatMap((each) => {
      const kept = stored.manifest.data.find(({ name }) => name === each.name);
      return kept === void 0 ? [] : [{ ...each, kept, directory: stored.directoryOf(each.name) }];
    });
    if (pairs.length > 1) for (const pair of pairs) await pair.store.verify(requestOf(context, pair));
    await context.confirmLease();
    const stopped = await stopServer(context);
    if (stopped !== void 0) return { kind: "settled", settled: stopped };
    const refused2 = pairs.length > 1 ? await whyNotAll(context, backup3, mayReplace) : void 0;
    if (refused2 !== void 0) return { kind: "settled", settled: refused2 };
    await context.record({ type: "restoring", backup: backup3.id });
    await context.confirmLease();
    const changed = await replaceAll(context, pairs, mayReplace);
    if (changed !== void 0) return { kind: "settled", settled: changed };
    const compared = await compareAll(context, backup3, pairs);
    if (compared.kind === "settled") return compared;
    const { contents: contents2 } = compared;
    const milliseconds2 = clock.now().getTime() - started;
    await context.record(
      shows === "restored" ? { type: "restored", backup: backup3.id, proved: true, ...contents2, milliseconds: milliseconds2 } : { type: "point-proved", backup: backup3.id, ...contents2, milliseconds: milliseconds2 }
    );
    return { kind: "proved", contents: contents2, milliseconds: milliseconds2 };
  } finally {
    await stored.release();
  }
}
function requestOf({ project }, { kept, directory }) {
  const { log, signal } = project.effects;
  return { directory, references: kept.references, log, signal };
}
async function replaceAll(context, pairs, mayReplace) {
  const { environment: environment3, project } = context;
  const replaced2 = [];
  for (const pair of pairs) {
    const what = dataText(environment3, pair);
    const refused2 = await project.effects.log.group(
      `Restore the ${what}`,
      () => pair.store.restore({ ...requestOf(context, pair), mayReplace: (now) => mayReplace(pair, now) })
    );
    if (refused2 !== void 0) return replaced2.length === 0 ? refused2 : afterOthers(refused2, replaced2);
    replaced2.push(what);
    await context.confirmLease();
  }
  return void 0;
}
function afterOthers(refused2, replaced2) {
  if (refused2.kind === "already-done") return refused2;
  const { message } = refused2;
  return {
    ...refused2,
    message: {
      ...message,
      means: `${message.means} Before that, the ${replaced2.join(" and the ")} had been replaced.`
    }
  };
}
async function compareAll({ environment: environment3, project }, { id }, pairs) {
  const { signal } = project.effects;
  const equal = [];
  const differences = [];
  for (const { name, isOnly, store, kept } of pairs) {
    const comparison = compareFingerprints(kept.fingerprint, await store.fingerprint(signal, hasChecksums(kept)));
    if (comparison.kind === "equal") equal.push(comparison.contents);
    else differences.push(`${isOnly ? "" : `in "${name}" `}${differenceText(comparison)}`);
  }
  return differences.length === 0 ? { kind: "equal", contents: together(equal) } : { kind: "settled", settled: notEqual(environment3, id, differences) };
}
function hasChecksums({ fingerprint: fingerprint2 }) {
  return fingerprint2.kind !== "none" && fingerprint2.value.tables.some((table2) => table2.checksum !== void 0);
}
function differenceText(comparison) {
  return comparison.kind === "cannot-tell" ? `it could not be determined (${comparison.reason})` : comparison.differences.join("; ");
}
function notEqual(environment3, backup3, differences) {
  return {
    kind: "failed",
    message: {
      happened: `What was restored on ${environment3} is not shown to be equal to ${backup3}: ${differences.join("; ")}.`,
      means: environment3 === "staging" ? "This backup is not a way back. Production was not touched." : "Production is stopped, on data that is not what was backed up.",
      next: environment3 === "staging" ? "Take a new backup (start a new run). If it differs again, something writes to staging, or the backup loses data." : "Find out what writes to it, then run the same rollback again."
    }
  };
}

// src/steps/restore/restore.ts
var restore2 = step2({
  command: "restore",
  needs: { common: ["backup"], own: ["data", "deploy", "hooks.scrub"] },
  open: ({ purpose }) => ({ environment: "staging", isProof: purpose === "restore-point" }),
  gather: ({ project, hop }) => storedFor(project, hop),
  decide: ({ opened, situation, gathered: stored }) => situation.traits.dataless ? decideTakeStaging(situation) : opened.isProof ? decideProof(situation, stored) : decideRestoreAndScrub(situation, stored),
  act: async (context, decision, { opened }) => {
    if (decision.how === "take") return did({ headline: decision.because });
    if (decision.how === "scrub") {
      const scrubbed = await scrubCopy(context);
      return did({ backup: decision.id, headline: decision.because, scrubbed });
    }
    const { backup: backup3 } = decision;
    const { project } = context;
    const entries = await project.journal.read();
    const { system } = project.configuration;
    const mayReplace = (data, now) => decideMayBeEmptied({ backup: backup3, data, now, entries, system });
    const refused2 = await whyNotAll(context, backup3, mayReplace);
    if (refused2 !== void 0) return refused2;
    const end = await restoreBackup(context, backup3, mayReplace, opened.isProof ? "point-proved" : "restored");
    if (end.kind === "settled") return end.settled;
    const { milliseconds: milliseconds2, contents: contents2 } = end;
    return did({
      backup: backup3.id,
      headline: `Restored ${backup3.id} on staging in ${durationText(milliseconds2)}: ${contentsText(contents2)}, equal to the backup.`,
      scrubbed: await scrubCopy(context)
    });
  },
  record: ({ scrubbed }) => scrubbed === void 0 ? { type: "staging-taken" } : { type: "scrubbed", waived: scrubbed.isWaived, milliseconds: scrubbed.milliseconds },
  report: ({ backup: backup3, headline, scrubbed }) => ({
    headline,
    details: scrubbed === void 0 ? [] : [`The copy was ${scrubbed.how.replace(/\.$/, "")}.`],
    outputs: backup3 === void 0 ? {} : { backup: backup3 }
  })
});
async function scrubCopy(context) {
  const { project, live } = context;
  const { scrub: scrub3 } = stagingOf(project.configuration).hooks;
  if (scrub3 === void 0) {
    return { isWaived: true, milliseconds: 0, how: 'not scrubbed: no hook "scrub" is configured' };
  }
  if ("waive" in scrub3) return { isWaived: true, milliseconds: 0, how: `not scrubbed: ${scrub3.waive}` };
  const started = project.effects.clock.now().getTime();
  await context.confirmLease();
  await project.effects.log.group(
    "Hook scrub",
    () => runUserCommandOrFail(
      scrub3,
      live.context("environments.staging.hooks.scrub", context.placeholders),
      "The copy of live data was not scrubbed, so no server is started on it."
    )
  );
  const milliseconds2 = project.effects.clock.now().getTime() - started;
  return { isWaived: false, milliseconds: milliseconds2, how: `scrubbed in ${durationText(milliseconds2)}` };
}

// src/core/decisions/back-in-place.ts
function isBackInPlace({ record: record2, standing, observation }) {
  if (standing.kind !== "on-from" || observation.serving.kind !== "yes") return false;
  const production2 = inEnvironment2(record2.entries, "production");
  const begun = latest(production2, "rolling-back");
  if (begun === void 0) return false;
  const since = after(production2, begun);
  const placed2 = since.findLast((entry) => isOf(entry, "put-in-place") && entry.event.release === "from");
  if (placed2 === void 0) return false;
  return !after(since, placed2).some(
    ({ event: event2 }) => event2.type === "rolled-back" || event2.type === "deploying" || event2.type === "restoring" || event2.type === "ended" && event2.command === "rollback" && event2.outcome === "failed"
  );
}

// src/core/decisions/may-go-back.ts
function mayGoBack(situation, request) {
  const { promotion, traits } = situation;
  const canRestore = isConfirmedRestore(situation, request);
  if (promotion.restoring !== void 0) return promotion.restored && request.confirm === void 0 || canRestore;
  if (!promotion.deployStarted) return false;
  const isClosed2 = !traits.deferrable || isPastReturn(promotion);
  return !isClosed2 || canRestore;
}
function isConfirmedRestore(situation, { stored, confirm }) {
  const { hop, promotion } = situation;
  if (confirm === void 0) return false;
  if (promotion.restoring !== void 0 && otherBackups(situation, stored).some(({ id }) => id === confirm))
    return true;
  return confirm === hop.id && stored.some(({ id }) => id === promotion.restorePoint?.event.backup);
}

// src/core/decisions/rollback-again.ts
function refuseRepeatedRollback(entries, hop, run) {
  if (run.kind !== "github") return void 0;
  const before = inEnvironment2(entries, "production").find(
    (entry) => isOf(entry, "rolled-back") && entry.event.hop.id === hop.id && entry.run.kind === "github" && entry.run.id === run.id && entry.run.attempt < run.attempt
  );
  if (before === void 0) return void 0;
  const deployed = inEnvironment2(after(entries, before), "production").find((entry) => isOf(entry, "deploying"));
  if (deployed === void 0) return void 0;
  return refuse(
    `This run already rolled back hop ${hop.id} on ${before.at} (attempt ${before.run.attempt}), and production has been deployed again since (${deployed.at}).`,
    "A re-run repeats what was typed for the first attempt, when production held other data. Nothing was changed.",
    "To roll back what runs now, start a new run of the rollback workflow. Do not re-run this one."
  );
}

// src/core/decisions/rollback-gate.ts
function redeployConfirmation({ id }) {
  return `redeploy-${id}`;
}
function decideRollbackGate(way, state, hop, confirm) {
  const typed = redeployConfirmation(hop);
  const inTerminal = way === "restore" ? `staged-upgrade rollback --hop ${hop.id} --confirm ${confirm ?? hop.id}` : `staged-upgrade rollback --hop ${hop.id}`;
  const decision = decideProtection(state, {
    untouched: "Nothing was changed on production.",
    again: "start the rollback again",
    otherwise: `go back in a terminal (${inTerminal}), where the person who types it needs no other approval, or write "gates: { production: none }" into the configuration`
  });
  if (decision.kind !== "unknown" || state.reading.kind !== "cannot-tell") return decision;
  const { reason } = state.reading;
  if (way === "redeploy" && confirm === typed) {
    return {
      kind: "act",
      unread: reason,
      because: `A person typed ${typed}: ${hop.from} is deployed again although the protection of "${state.environment}" could not be read (${reason}).`
    };
  }
  const { happened: happened2, means, next: next2 } = decision.message;
  const atOnce = way === "redeploy" ? `If it cannot wait: ${hop.from} is deployed again without it when the workflow "Rollback" is started with ${typed} as confirmation; that way back loses nothing.` : `If it cannot wait: in a terminal the person who types it is the gate: ${inTerminal}`;
  return cannotTell(happened2, means, `${next2} ${atOnce}`);
}

// src/core/decisions/smoke.ts
function decideSmoke(environment3, release2, situation) {
  const { hop, observation, rehearsal, promotion, standing } = situation;
  const wanted = release2 === "from" ? hop.from : hop.to;
  const unfinished = environment3 === "production" ? restoreUnfinished(situation) : void 0;
  if (unfinished !== void 0) return unfinished;
  if (environment3 === "staging") {
    if (rehearsal.kind === "passed") return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
    if (rehearsal.kind !== "started") {
      return refuse(
        `Staging does not hold a restored backup of hop ${hop.id}.`,
        "A smoke test on other data proves nothing.",
        'Run the step "restore" of this hop first.'
      );
    }
    if (release2 === "from" && rehearsal.smokedFrom && standing.kind === "on-to") {
      return alreadyDone(`${hop.from} was smoke-tested before ${hop.to} was deployed, in this rehearsal.`);
    }
    if (release2 === "to" && rehearsal.smokedTo && !rehearsal.deployedAgain && standing.kind === "on-from") {
      return alreadyDone(`${hop.to} was smoke-tested before the way back was started.`);
    }
    const isBetween = rehearsal.smokedTo && (!rehearsal.rolledBack || release2 === "from" && isBeforeSecond(rehearsal));
    if (standing.kind === "unknown" && isBetween) {
      return alreadyDone(`${wanted} was smoke-tested in this rehearsal; the next deploy on staging was started.`);
    }
  } else if (promotion.completed !== void 0) {
    return alreadyDone(`Hop ${hop.id} was completed on ${promotion.completed.at}.`);
  } else if (promotion.smoked && isGoingOn(promotion) && promotion.waited === void 0) {
    return alreadyDone(`${hop.to} was smoke-tested before its migrations were started; they are finished first.`);
  }
  return decideTest(awaitedOf(situation, environment3), wanted, observation);
}
function isBeforeSecond({ smokedBack, deployedAgain }) {
  return smokedBack && !deployedAgain;
}
function decideTest({ environment: environment3, leftToMigrate }, wanted, { version, migrations: migrations2 }) {
  if (version.kind === "unknown") {
    return cannotTell(
      `The version of ${environment3} could not be determined: ${version.reason}.`,
      "No test was run.",
      "Check that the server is running, then run the step again."
    );
  }
  if (version.value !== wanted) {
    return refuse(
      `${capital2(environment3)} runs ${version.value}, not ${wanted}.`,
      `A test now would show nothing about ${wanted}.`,
      `Deploy ${wanted} first, or find out why another release answers.`
    );
  }
  if (migrations2.kind === "failed" && !leftToMigrate) {
    return failed(
      `No smoke test was run on ${environment3}: the migration ${migrations2.current} has failed: ${migrations2.error}.`,
      "Health alone shows nothing about migrations.",
      "Fix the cause, then run again."
    );
  }
  if (migrations2.kind === "unknown") {
    return cannotTell(
      `No smoke test was run on ${environment3}: ${migrations2.reason}.`,
      "Health alone shows nothing about migrations.",
      "Fix the cause, then run again."
    );
  }
  return { kind: "act", migrations: migrations2.kind, because: `${capital2(environment3)} runs ${wanted}.` };
}
function capital2(text3) {
  return text3.slice(0, 1).toUpperCase() + text3.slice(1);
}

// src/steps/environment/same-data.ts
function notTheSameData(backup3, data, now, entries) {
  const taken2 = backup3.data.find(({ name }) => name === data.name)?.identity;
  const comparison = taken2 === void 0 ? void 0 : compareIdentities(taken2, now);
  if (comparison?.kind === "same") return void 0;
  const isReplaced = taken2 !== void 0 && comparison?.kind === "cannot-tell" && isSamePlace(taken2, now);
  if (isReplaced && wasRestoredOver(backup3, entries)) return void 0;
  const why = comparison?.kind === "cannot-tell" ? comparison.reason : `it is another ${data.noun}`;
  return refuse(
    `The ${dataText("production", data)} is not shown to be the one that ${backup3.id} was taken from: ${why}.`,
    "A restore could replace data that has nothing to do with it. Nothing was changed.",
    `Look at ${dataPlace("production", data)}. If production was rebuilt on purpose, restore the backup by hand and start the release that it was taken from; a new run then says how to continue.`
  );
}
function wasRestoredOver({ id }, entries) {
  const taken2 = entries.find(({ event: event2 }) => event2.type === "backed-up" && event2.backup === id);
  if (taken2 === void 0) return false;
  return inEnvironment2(after(entries, taken2), "production").some((entry) => isOf(entry, "restoring"));
}

// src/core/decisions/validation.ts
var mostUntold = 3;
function afterRound(round, place2, validation2) {
  if (validation2 === void 0) return round;
  const left = validation2.for - place2.endedAfter;
  const next2 = Math.max(0, Math.min(validation2.every, left));
  switch (round.kind) {
    case "passed":
      return place2.beganAfter >= validation2.for ? round : { kind: "again", inMilliseconds: next2, untold: 0 };
    case "unknown": {
      const untold = place2.untoldBefore + 1;
      return untold < mostUntold ? { kind: "again", inMilliseconds: validation2.every, untold } : {
        kind: "unknown",
        message: told(round.message, place2, `, its result could not be determined ${untold} times in a row`)
      };
    }
    case "failed":
      return { kind: "failed", message: told(round.message, place2, "") };
    case "refuse":
      return place2.number === 1 ? round : { kind: "failed", message: told(round.message, place2, "") };
  }
}
function fitsIntoJob(validation2, leftMilliseconds) {
  if (leftMilliseconds === void 0 || validation2.for <= leftMilliseconds) {
    return { kind: "act", because: "The job lasts long enough." };
  }
  return waiting(
    `The smoke tests would run for ${durationText(validation2.for)}, but only ${durationText(leftMilliseconds)} of this job are left.`,
    "Nothing failed; they were not started.",
    "Start a new run: it starts with them."
  );
}
function told(message, { number: number2, endedAfter }, more) {
  const when = `After ${durationText(endedAfter)} of validation, in round ${number2}${more}`;
  return { ...message, happened: `${when}: ${message.happened}` };
}

// src/steps/smoke/smoke-rounds.ts
async function smokeRounds(context, testing) {
  const { clock, log, signal } = context.project.effects;
  const { validation: validation2, tests: tests2, version } = testing;
  const started = clock.now().getTime();
  const elapsed = () => clock.now().getTime() - started;
  if (validation2 !== void 0) {
    const { for: total, every } = validation2;
    log.info(
      `Repeating ${countText(tests2.length, "smoke test")} every ${durationText(every)} for ${durationText(total)}.`
    );
  }
  let { observation } = testing;
  let untold = 0;
  for (let number2 = 1; ; number2++) {
    const beganAfter = elapsed();
    const round = await oneRound(context, testing, observation);
    const place2 = { number: number2, beganAfter, endedAfter: elapsed(), untoldBefore: untold };
    const next2 = afterRound(round, place2, validation2);
    if (next2.kind === "passed") return { ...next2, kind: "tested", milliseconds: place2.endedAfter, rounds: number2 };
    if (next2.kind !== "again") return next2;
    untold = next2.untold;
    if (round.kind !== "passed") log.info(`Round ${number2} is asked again: ${round.message.happened}`);
    else if (validation2 !== void 0) {
      const far = validationProgress(place2.endedAfter, validation2.for);
      log.progress({ text: `${version} on ${context.environment}: ${far}` });
    }
    await clock.sleep(next2.inMilliseconds, signal);
    observation = await context.live.observe(signal);
  }
}
async function oneRound(context, { version, tests: tests2, leftToMigrate }, observation) {
  const decision = decideTest({ environment: context.environment, leftToMigrate }, version, observation);
  if (decision.kind !== "act") return decision;
  const results = [];
  for (const test of tests2) results.push({ name: test.name, result: await test.run(context.project.effects.signal) });
  const bad2 = results.filter(({ result }) => result.kind !== "passed");
  return bad2.length > 0 ? notPassed(context, version, bad2) : { kind: "passed", migrations: decision.migrations };
}
function notPassed({ environment: environment3, hop }, version, bad2) {
  const list5 = bad2.map(({ name, result }) => `"${name}": ${result.kind === "passed" ? "" : result.reason}`).join("; ");
  const message = {
    happened: `${version} on ${environment3} did not pass its smoke tests: ${list5}.`,
    means: environment3 === "staging" ? "The rehearsal found this before production was affected." : `Production runs ${version}, and it does not do everything that it must.`,
    next: environment3 === "staging" ? `Fix the cause, then start a new run: it rehearses again. ${wrongTest}` : `Decide: correct the cause and run again, or, to go back, ${waysToRollBack(hop.id)}. ${wrongTest}`
  };
  return { kind: bad2.some(({ result }) => result.kind === "failed") ? "failed" : "unknown", message };
}
var wrongTest = "If a test itself is wrong, correct it in the configuration and start a new run: tests are not bound by what was approved.";

// src/core/history/preempted.ts
var begins = /* @__PURE__ */ new Set(["deploying", "restoring", "migrating", "rolling-back"]);
function stillAtWork(entries, owner) {
  const production2 = inEnvironment2(entries, "production");
  return preemptedBy(entries, owner).find((name) => {
    const last = production2.findLast(({ run }) => runName(run) === name);
    return last !== void 0 && begins.has(last.event.type);
  });
}
function preemptedBy(entries, owner) {
  const names2 = [];
  for (let name = lastPreempted(entries, owner); name !== void 0; name = lastPreempted(entries, name)) {
    if (name === owner || names2.includes(name)) break;
    names2.push(name);
  }
  return names2;
}
function lastPreempted(entries, owner) {
  const leases = entries.filter((entry) => isOf(entry, "lease-taken"));
  const taken2 = leases.findLast(({ event: event2 }) => event2.owner === owner);
  if (taken2 === void 0 || taken2.event.preempted !== void 0) return taken2?.event.preempted;
  const before = leases.findLast(({ sequence }) => sequence < taken2.sequence);
  return before?.event.reason === void 0 ? void 0 : before.event.owner;
}

// src/steps/rollback/preempted.ts
var graceMilliseconds = 3e4;
var pauseMilliseconds7 = 3e3;
async function waitForPreemptedRun({ project }) {
  const { clock, log, signal } = project.effects;
  const longest = project.configuration.lock.lease / 4 + graceMilliseconds;
  const until = clock.now().getTime() + longest;
  let said = "";
  for (; ; ) {
    const waited = await waitedFor(project);
    if (waited === void 0) return;
    if (waited.isBounded && clock.now().getTime() >= until) return;
    const text3 = waited.isBounded ? `Waiting until ${waited.what} has ended what it does, at most ${durationText(longest)}.` : `Waiting until ${waited.what} has ended: its run is gone, and it may still deploy. To end it: kill -- -${waited.pid}`;
    if (text3 !== said) log.warn(text3);
    said = text3;
    await clock.sleep(pauseMilliseconds7, signal);
  }
}
async function waitedFor(project) {
  const left = leftBehind(project);
  const command2 = left.find(({ kind: kind2 }) => kind2 === "command");
  if (command2 !== void 0) return { isBounded: false, what: leftBehindText(command2), pid: command2.pid };
  const entries = await project.journal.read();
  const other = stillAtWork(entries, leaseOwner(project.run));
  if (other === void 0) return void 0;
  return isSeenGone(project, entries, other) && left.length === 0 ? void 0 : { isBounded: true, what: other };
}
function isSeenGone({ effects }, entries, owner) {
  const taken2 = entries.findLast((entry) => isOf(entry, "lease-taken") && entry.event.owner === owner);
  const process2 = taken2 !== void 0 && isOf(taken2, "lease-taken") ? taken2.event.process : void 0;
  return process2 !== void 0 && effects.witness?.sees(process2) === "gone" && effects.witness.seesNotesOf(process2);
}

// src/steps/rollback/rollback-gate.ts
async function rollbackNotApproved(context, way) {
  const { project, hop, input } = context;
  const { log } = project.effects;
  const setting2 = project.configuration.gates.production;
  if (project.run.kind === "terminal" || setting2 === "none") return void 0;
  if (setting2 === "dispatch") {
    await recordOnce(context, { gate: "dispatch, rollback", by: project.run.actor });
    return void 0;
  }
  const state = await environmentGate(context, environmentOfGate.production);
  warnOfWrongClock(project);
  const decision = decideRollbackGate(way, state, hop, input.confirm);
  if (!isAct(decision)) return decision;
  if (decision.unread === void 0) {
    const passed = passedEnvironment(state);
    if (passed.note !== void 0) log.warn(decision.because);
    await recordOnce(context, passed);
  } else {
    log.warn(decision.because);
    const note = `its protection was unknown: ${decision.unread}`;
    await recordOnce(context, { gate: state.environment, by: project.run.actor, note });
  }
  return void 0;
}

// src/steps/rollback/rollback.ts
var rollback = step2({
  command: "rollback",
  needs: { common: ["backup", "smoke"], own: ["data", "deploy", "hooks.before-deploy", "hooks.after-deploy"] },
  gateAt: ({ environment: environment3 }) => environment3 === "production" ? "production" : void 0,
  open: ({ environment: environment3 = "production", reason, accept }) => ({ environment: environment3, reason, accept }),
  preempts: ({ environment: environment3 }) => environment3 === "production",
  beforehand: refusedBeforehand,
  gather: async (context) => {
    const confirm = restoreConfirmed(context);
    if (context.environment === "staging") return { stored: [], confirm };
    await waitForPreemptedRun(context);
    return { stored: await storedFor(context.project, context.hop), confirm };
  },
  decide: ({ opened: { environment: environment3 }, situation, gathered }) => decideRollback(environment3, situation, gathered),
  act: async (context, way, { opened, situation, gathered: { stored } }) => {
    const { project, hop, environment: environment3 } = context;
    const isProduction = environment3 === "production";
    const unapproved = isProduction ? await rollbackNotApproved(context, way.way) : void 0;
    if (unapproved !== void 0) return unapproved;
    const entries = await project.journal.read();
    const mayReplace = (backup3) => (data, now) => notTheSameData(backup3, data, now, entries);
    if (way.way === "restore") {
      const wrong = await whyNotAll(context, way.backup, mayReplace(way.backup));
      if (wrong !== void 0) return wrong;
    }
    const { reason, accept } = opened;
    const watchOnly2 = isProduction && way.way === "redeploy" && isBackInPlace(situation);
    if (!watchOnly2)
      await context.record({ type: "rolling-back", to: hop.from, ...reason === void 0 ? {} : { reason } });
    if (way.way === "restore") {
      const put = await restoreBackup(context, way.backup, mayReplace(way.backup));
      if (put.kind === "settled") return withOthers(put.settled, way.backup, situation, stored);
    }
    const onRestored = way.way === "restore";
    const end = await deployRelease(context, { version: hop.from, onRestored, watchOnly: watchOnly2 });
    if (end.kind === "settled") return end.settled;
    const back = { way, hop, milliseconds: end.milliseconds, tests: [], accepted: void 0 };
    if (!isProduction) return did({ ...back, testsDigest: void 0 });
    const tested = await testOlder(context);
    const digest = testsDigest(project);
    if (tested.kind === "tested") return did({ ...back, testsDigest: digest, tests: tested.names });
    const accepted2 = await acceptedBy(context, accept, tested, situation);
    if (accepted2 === void 0) return notWorking(context, tested, way, situation.promotion.restorePoint?.event);
    return did({ ...back, testsDigest: digest, accepted: accepted2 });
  },
  record: ({ hop, milliseconds: milliseconds2, tests: tests2, testsDigest: digest, accepted: accepted2 }) => ({
    type: "rolled-back",
    to: hop.from,
    milliseconds: milliseconds2,
    ...digest === void 0 ? {} : { testsDigest: digest },
    ...digest === void 0 || accepted2 !== void 0 ? {} : { tests: tests2 },
    ...accepted2 === void 0 ? {} : { accepted: accepted2 }
  }),
  report: (back, { opened: { environment: environment3 } }) => ({
    headline: `Went back from ${back.hop.to} to ${back.hop.from} on ${environment3} in ${durationText(back.milliseconds)}${testedText(back)}; ${restoredText(back.way)}.`,
    details: [back.way.because]
  })
});
function testedText({ hop, tests: tests2, testsDigest: digest, accepted: accepted2 }) {
  if (accepted2 !== void 0) return `; its smoke tests did not pass, which was accepted: "${accepted2.reason}"`;
  return digest === void 0 ? "" : `; ${hop.from} passed ${countText(tests2.length, "smoke test")}`;
}
function restoredText(way) {
  if (way.way === "restore") return "the restore point was restored";
  return way.unproved === void 0 ? "nothing was restored" : "nothing was restored, and nothing shows whether migrations had started";
}
async function refusedBeforehand(context) {
  if (context.environment !== "production") return void 0;
  const { journal: journal2, run } = context.project;
  const repeated = refuseRepeatedRollback(await journal2.read(), context.hop, run);
  if (repeated !== void 0) return repeated;
  const situation = await context.situation();
  const request = { stored: await storedFor(context.project, context.hop), confirm: restoreConfirmed(context) };
  if (mayGoBack(situation, request)) return void 0;
  const decision = decideRollback("production", situation, request);
  return isAct(decision) ? void 0 : decision;
}
function restoreConfirmed({ input: { confirm }, hop }) {
  return confirm === redeployConfirmation(hop) ? void 0 : confirm;
}
function withOthers(settled, tried, situation, stored) {
  const other = otherBackups(situation, stored).find(({ id: id2 }) => id2 !== tried.id);
  if (settled.kind !== "failed" || other === void 0) return settled;
  const { id } = other;
  const instead = `Should ${tried.id} be bad: ${id} came back whole on staging. staged-upgrade rollback --hop ${situation.hop.id} --confirm ${id} restores it instead, and ${lossText(other)} is lost.`;
  return { ...settled, message: { ...settled.message, next: `${settled.message.next} ${instead}` } };
}
async function testOlder(context) {
  const { live, hop } = context;
  const tests2 = live.smokeTests({ ...context.placeholders, version: hop.from });
  const { observation } = await context.situation();
  const end = await smokeRounds(context, {
    version: hop.from,
    tests: tests2,
    observation,
    leftToMigrate: false,
    validation: void 0
  });
  return end.kind === "tested" ? { ...end, names: tests2.map(({ name }) => name) } : end;
}
async function acceptedBy({ project, situation, hop }, accept, tested, before) {
  if (accept === void 0 || tested.kind === "already-done") return void 0;
  const { observation } = await situation();
  const works = decideTest({ environment: "production", leftToMigrate: false }, hop.from, observation);
  if (works.kind !== "act" || observation.serving.kind !== "yes" || !hasFailedBefore(before)) return void 0;
  return { reason: accept, notPassed: project.effects.pen.text(tested.message.happened) };
}
function hasFailedBefore({ record: record2 }) {
  const production2 = inEnvironment2(record2.entries, "production");
  const begun = latest(production2, "rolling-back");
  if (begun === void 0) return false;
  return after(production2, begun).some(
    ({ event: event2 }) => event2.type === "ended" && event2.command === "rollback" && event2.outcome !== "refused"
  );
}
function notWorking({ hop }, tested, way, point) {
  if (tested.kind === "already-done") return tested;
  const restored2 = way.way === "restore" ? way.backup.id : way.onto;
  const plainly = restored2 === void 0 ? "" : ", with nothing typed as confirmation";
  const again2 = `Look at the log of ${hop.from}. Then run the same rollback again${plainly}: it deploys and tests once more.`;
  return {
    ...tested,
    message: {
      happened: tested.message.happened,
      means: `${hop.from} was deployed on production again, and it has not been seen to work. The rollback is not finished.`,
      next: `${again2} ${ifTheTestIsWrong(hop)}${tested.kind === "failed" ? ifDamaged(hop, restored2, point) : ""}`
    }
  };
}
function ifTheTestIsWrong({ id }) {
  return `Should the test be wrong: correct it in the configuration and run the same rollback again; or finish it as it is: staged-upgrade rollback --hop ${id} --accept "why" (in the workflow, "accept").`;
}
function ifDamaged({ id }, restored2, point) {
  const command2 = `Should the data be damaged: staged-upgrade rollback --hop ${id} --confirm ${id}`;
  if (restored2 !== void 0) return ` ${command2}; it restores ${restored2} again, and what was written since is lost.`;
  return point === void 0 ? "" : ` ${command2}; it restores ${point.backup}, and that loses ${lossText(point)}.`;
}

// src/core/decisions/nothing-to-start.ts
function isNothingToStart(situation) {
  const { traits, promotion, standing, observation } = situation;
  if (!traits.deferrable || promotion.deployed === void 0 || promotion.migrating !== void 0) return false;
  if (standing.kind !== "on-to" || observation.migrations.kind !== "done") return false;
  const back = decideRollback("production", situation, { stored: [], confirm: void 0 });
  return back.kind === "act" && back.way === "redeploy";
}

// src/steps/smoke/smoke.ts
var smoke2 = step2({
  command: "smoke",
  needs: { common: ["smoke"] },
  mindsRetry: true,
  open: (input) => ({
    environment: environmentOf(input, "smoke"),
    release: releaseOf(input, "smoke")
  }),
  gather: nothingElse,
  decide: ({ opened: { environment: environment3, release: release2 }, situation }) => decideSmoke(environment3, release2, situation),
  act: async (context, _, { opened: { environment: environment3, release: release2 }, situation }) => {
    const { project, hop, live, placeholders } = context;
    const version = release2 === "from" ? hop.from : hop.to;
    const tests2 = live.smokeTests({ ...placeholders, ...partPlaceholders(hop.parts?.[release2]), version });
    const validation2 = environment3 === "production" ? project.configuration.validate : void 0;
    const fits = validation2 && fitsIntoJob(validation2, leftOfJob(project));
    if (fits !== void 0 && !isAct(fits)) return fits;
    const { observation } = situation;
    const { leftToMigrate } = awaitedOf(situation, environment3);
    const end = await smokeRounds(context, { version, tests: tests2, observation, leftToMigrate, validation: validation2 });
    if (end.kind !== "tested") return end;
    return did({
      ...end,
      version,
      tests: tests2.map(({ name }) => name),
      testsDigest: testsDigest(project),
      isAssumed: project.product.probes.migrations === void 0,
      isValidation: validation2 !== void 0
    });
  },
  record: ({ version, migrations: migrations2, milliseconds: milliseconds2, rounds, ...smoked }, { opened }) => ({
    type: "smoke-tested",
    release: opened.release,
    version,
    migrations: migrations2,
    ...smoked.isAssumed ? { assumed: true } : {},
    tests: smoked.tests,
    testsDigest: smoked.testsDigest,
    milliseconds: milliseconds2,
    ...smoked.isValidation ? { validatedMilliseconds: milliseconds2, rounds } : {}
  }),
  conclude: recordCompletion,
  report: ({ version, tests: tests2, milliseconds: milliseconds2, rounds, isValidation }, { opened: { environment: environment3 } }) => {
    const passed = `${version} on ${environment3} passed ${tests2.length} of ${tests2.length} smoke tests`;
    return {
      headline: isValidation ? `${passed}, ${validationText(milliseconds2, rounds)}.` : `${passed} in ${durationText(milliseconds2)}.`,
      details: tests2
    };
  }
});
async function recordCompletion(context) {
  const { project, environment: environment3, hop } = context;
  const situation = await context.situation();
  const reference = referenceTo(hop);
  if (environment3 === "staging") {
    const { rehearsal } = situation;
    if (rehearsal.kind !== "started" || !isComplete(rehearsal, project.traits)) return;
    const contents2 = allContentDigests(project);
    const { backup: backup3 } = rehearsal;
    const on = backup3 === void 0 ? {} : { backup: backup3 };
    await project.journal.append({ type: "rehearsed", hop: reference, ...on, contents: contents2 });
    return;
  }
  const { promotion, observation } = situation;
  const waited = promotion.waited !== void 0 && (promotion.migrating !== void 0 || !project.traits.deferrable);
  const migrated = waited || isNothingToStart(situation);
  if (promotion.completed === void 0 && promotion.smoked && migrated && observation.migrations.kind === "done") {
    await project.journal.append({ type: "completed", hop: reference });
  }
}

// src/steps/hop-steps.ts
var hopSteps2 = {
  check,
  backup: backup2,
  restore: restore2,
  deploy,
  wait,
  smoke: smoke2,
  migrate,
  rollback,
  report: reportDeclared
};
function declaredBy({ command: command2 }) {
  return hopSteps2[command2];
}

// src/init/render/workflow-jobs.ts
var workflowJobs = [
  "plan",
  "approve",
  "read",
  "rehearse",
  "promote",
  "finalize",
  "report",
  "rollback",
  "mark"
];
function partsOf(job, proveRestorePoint) {
  switch (job) {
    case "approve":
      return ["journal"];
    case "mark":
      return ["journal", "environments.staging.data", "backup"];
    case "plan":
    case "report":
      return ["product", "journal", "environments.production.url", "environments.production.access"];
    case "rollback":
      return placesOf(declaredBy({ command: "rollback" }).needs, "production");
    default:
      return stepsOf2(job, proveRestorePoint).flatMap((step3) => placesOf(declaredBy(step3).needs, step3.environment));
  }
}
function stepsOf2(job, proveRestorePoint) {
  return hopSequence({ deferrable: true, proveRestorePoint }).filter((step3) => step3.job === job);
}

// src/init/render/variables.ts
function jobVariables(document, job, plain2, prove) {
  const open5 = [...plain2, ...plainVariables(document)];
  const used = partsOf(job, prove).flatMap((path) => templates(valueAt2(document, path.split("."))));
  const names2 = [...new Set(used.flatMap((template2) => variableNames(template2.text)))].toSorted();
  return names2.map((name) => ({ name, from: open5.includes(name) ? "vars" : "secrets" }));
}
function allVariables(document) {
  return [...new Set(templates(document).flatMap(({ text: text3 }) => variableNames(text3)))].toSorted();
}
function valueAt2(value, path) {
  return path.reduce((part7, key) => {
    if (typeof part7 !== "object" || part7 === null) return void 0;
    return Object.entries(part7).find(([name]) => name === key)?.[1];
  }, value);
}

// src/init/render/needed.ts
function environmentOfJob(job, scope2) {
  switch (job) {
    case "plan":
    case "read":
    case "report":
      return "production-read";
    case "rehearse":
    case "mark":
      return "staging";
    case "approve":
    case "rollback":
      return environmentOfGate.production;
    case "promote":
      return scope2 === "path" ? approvedEnvironment : environmentOfGate.production;
    case "finalize":
      return scope2 === "path" ? approvedEnvironment : environmentOfGate.finalize;
  }
}
function jobsOf({ deferrable, dataless, waiver }, scope2) {
  const without2 = [
    ...deferrable ? [] : ["finalize"],
    ...scope2 === "path" ? [] : ["approve"],
    ...waiver === void 0 ? [] : ["rehearse", "mark"],
    // Nothing is emptied for a rehearsal where nothing is restored.
    ...dataless ? ["mark"] : []
  ];
  return workflowJobs.filter((job) => !without2.includes(job));
}
function credentialEnvironments(document, traits, scope2) {
  const jobs = jobsOf(traits, scope2);
  const secret = jobs.filter(
    (job) => jobVariables(document, job, [], traits.proveRestorePoint).some(({ from }) => from === "secrets")
  );
  return [...new Set(secret.map((job) => environmentOfJob(job, scope2)))];
}
function neededEnvironments(content) {
  const { scope: scope2 } = content;
  const jobs = jobsOf(content.traits, scope2);
  const names2 = [...new Set(jobs.map((job) => environmentOfJob(job, scope2)))];
  return names2.map((name) => {
    const all = jobs.filter((job) => environmentOfJob(job, scope2) === name).flatMap((job) => jobVariables(content.document, job, content.settings.plain, content.proveRestorePoint));
    const byName = new Map(all.map((variable) => [variable.name, variable]));
    return { name, variables: [...byName.values()].toSorted((a, b) => a.name < b.name ? -1 : 1) };
  });
}

export {
  processMark,
  operations,
  journalEvent,
  ofHop,
  inEnvironment2 as inEnvironment,
  isOf,
  latest,
  after,
  finishRollback,
  finishRestoreFirst,
  alreadyDone,
  refuse,
  cannotTell,
  restoreUnfinished,
  withNothingPending,
  notReady,
  nearest,
  inputs,
  stepInputs,
  inputNames,
  readGiven,
  taken,
  settingsOf,
  stagingOf,
  needed,
  hopTraits,
  pathText,
  valueAt,
  texts,
  contentDigests,
  gateNames,
  approvedEnvironment,
  pathGate,
  environmentOfGate,
  dataText,
  dataPlace,
  durationText,
  roughText,
  timeText,
  bytesText,
  countText,
  runName,
  localText,
  decideWindow,
  nextLongEnough,
  ConfigurationError,
  loadConfiguration,
  unfinishedPlaces,
  writtenDraft,
  withoutColours,
  visible,
  escapeMarkdown,
  writtenMarkdown,
  leftBehind,
  keyOf,
  leftBehindText,
  leaseOwner,
  leaseState,
  verdictOnClock,
  askGitHubForTime,
  wrongClock,
  clockSubject,
  clockFindings,
  underLease,
  endOfRun,
  releaseLease,
  productionStores,
  asRecorded,
  unfinishedRestore,
  wasRestored,
  unfinishedRollback,
  startedMigrations,
  promotionOf,
  recordOf,
  jobNames,
  hopSequence,
  rehearsalOf,
  situationOf,
  countedRehearsal,
  compareIdentities,
  mayBeOne,
  describeLocation,
  markCommand,
  option,
  standingOfMark,
  decideProtection,
  heading,
  paragraph,
  list4 as list,
  folded,
  section,
  table,
  markdownOf,
  dayTime,
  dayOf,
  fullTime,
  stagesSource,
  openData,
  identitiesOf,
  openLiveSystem,
  journalLog,
  diagnosticsPrefix,
  evidenceOf2 as evidenceOf,
  changedSince2 as changedSince,
  longestMatrix,
  matrixHopOf,
  hopsOf,
  hopDigest,
  doneContents,
  allContentDigests,
  asPlanned,
  typedHop,
  refuseLostRecords,
  warnOfLostRecords,
  lostRecords,
  withNewRun,
  newRunOf,
  exitCodes,
  exitCodeOf,
  stoppedExitCodes,
  stoppedMessage,
  isAct,
  gateReader,
  branchReader,
  readBranchesOf,
  pathApprovalGate,
  passedEnvironment,
  recordOnce,
  freezeVariable,
  decideFreeze,
  did,
  nothingElse,
  step2 as step,
  decideProductionIsUnmarked,
  backup2 as backup,
  check,
  servesTarget,
  isOnlyToWatch,
  toApprove,
  pathWarnings,
  unprovedDeferral,
  halfDoneHop,
  stakeOf,
  whereaboutsOf,
  hopReport,
  report,
  deploy,
  budgetOf,
  migrate,
  wait,
  restore2 as restore,
  rollback,
  smoke2 as smoke,
  initInputs,
  refuseHidden,
  refuseHiddenFlags,
  refuseExpressions,
  initFamilies,
  indent,
  scalar,
  mapping,
  labels,
  presetFor,
  answersFrom,
  renderConfiguration,
  renderScripts,
  declaredBy,
  jobVariables,
  allVariables,
  valueAt2,
  scriptsIn,
  missingScripts,
  unfinishedScripts,
  environmentOfJob,
  jobsOf,
  credentialEnvironments,
  neededEnvironments
};
