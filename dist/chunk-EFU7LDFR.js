import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  LeftQuestion
} from "./chunk-5YZEG5XA.js";
import {
  compareIdentities,
  describeLocation,
  isSamePlace,
  mayBeOne
} from "./chunk-DO6CFL5Q.js";
import {
  BucketError,
  eachOf,
  networkFailure,
  openS3,
  partSize,
  pieceBytes,
  readObject,
  readWhole,
  steadyBucket,
  upload
} from "./chunk-ICTYYFXL.js";
import {
  answersOfProbes,
  awsLogin,
  deployFiles,
  deployPlaceRules,
  deployer,
  deployerInit,
  environmentNames,
  fileRequirementsOf,
  hasStages,
  hasTopology,
  hasVersions,
  hopId,
  isDoneByHand,
  isHopId,
  isLabel,
  kind,
  kindTitle,
  labelOfVersion,
  measure,
  namedKind,
  oneOf,
  openEvidence,
  problemsIn,
  referenceTo,
  releaseNamed,
  releaseOn,
  releaseSides,
  reversibleStages,
  shippedProducts,
  smokeTest,
  stagesProduct,
  tokenSource,
  topologyLogins,
  topologyProbe,
  topologyProduct,
  versionsProduct
} from "./chunk-U4L25DT2.js";
import {
  canonicalJson,
  changedContents,
  contentDigests,
  digestOf,
  wholeDigest
} from "./chunk-VQ6AOQ3M.js";
import {
  checkout,
  usesText
} from "./chunk-NKULE4NZ.js";
import {
  databasePattern
} from "./chunk-PZ7VFSWD.js";
import {
  compareFingerprints,
  contentsOf,
  contentsText,
  countsText,
  together
} from "./chunk-LTOGQBN3.js";
import {
  omissions,
  outsideSettings,
  rolesSettings
} from "./chunk-OQS2GBV2.js";
import {
  askProgram
} from "./chunk-M4XLWBTW.js";
import {
  markIn,
  markText
} from "./chunk-NWYZOM3M.js";
import {
  withinCheckingTime
} from "./chunk-PBG3ANSW.js";
import {
  duplicateKeys,
  loneReturn,
  mostLevels,
  tooDeepAt
} from "./chunk-U2324AUP.js";
import {
  fine,
  problem,
  warning
} from "./chunk-5KFJR3PX.js";
import {
  artifact
} from "./chunk-EJC5YJIG.js";
import {
  hopParts,
  partName,
  partPlaceholders,
  partVersion,
  partVersions
} from "./chunk-BRELSNAC.js";
import {
  variableIn,
  withVariable,
  withoutVariable
} from "./chunk-FAX5FTC3.js";
import {
  createTwoFilesPatch,
  diffArrays,
  syncFile,
  syncFolder
} from "./chunk-P25ZD2ZY.js";
import {
  endedWell,
  howItEnded,
  runUserCommand,
  runUserCommandOrFail
} from "./chunk-CL6HD5LP.js";
import {
  childEnvironment,
  looksSecret,
  namesSecret,
  passwordsIn,
  plainVariables,
  quoted,
  shown,
  substituted,
  templates,
  variableNames
} from "./chunk-QLIG4M7L.js";
import {
  bytesText,
  countText,
  downtimeText,
  durationText,
  elapsedText,
  roughText
} from "./chunk-NPESFTYR.js";
import {
  className,
  readInstanceClass
} from "./chunk-LWQJJA54.js";
import {
  jsonDepth
} from "./chunk-ARSCWZF6.js";
import {
  awsKeys
} from "./chunk-WT3XFSQP.js";
import {
  argv,
  duration,
  jobLimit,
  parseDuration,
  slug,
  template
} from "./chunk-5KAGRMLE.js";
import {
  L,
  S,
  a,
  b,
  e,
  i,
  m as m2,
  n,
  p,
  s
} from "./chunk-FMH4LM5E.js";
import {
  ZodBigInt,
  ZodBoolean,
  ZodDate,
  ZodISODate,
  ZodISODateTime,
  ZodISODuration,
  ZodISOTime,
  ZodNumber,
  ZodString,
  _coercedBigint,
  _coercedBoolean,
  _coercedDate,
  _coercedNumber,
  _coercedString,
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
  m,
  number,
  object,
  record,
  safeParse,
  strictObject,
  string,
  tuple,
  union,
  unknown
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure,
  UserError,
  oneLine
} from "./chunk-NJJAAM2E.js";
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
function datetime(o4) {
  return _isoDateTime(ZodISODateTime, o4);
}
function date(o4) {
  return _isoDate(ZodISODate, o4);
}
function time(o4) {
  return _isoTime(ZodISOTime, o4);
}
function duration2(o4) {
  return _isoDuration(ZodISODuration, o4);
}

// node_modules/zod/v4/classic/coerce.js
var coerce_exports = {};
__export(coerce_exports, {
  bigint: () => bigint,
  boolean: () => boolean2,
  date: () => date2,
  number: () => number2,
  string: () => string2
});
function string2(e2) {
  return _coercedString(ZodString, e2);
}
function number2(e2) {
  return _coercedNumber(ZodNumber, e2);
}
function boolean2(e2) {
  return _coercedBoolean(ZodBoolean, e2);
}
function bigint(e2) {
  return _coercedBigint(ZodBigInt, e2);
}
function date2(e2) {
  return _coercedDate(ZodDate, e2);
}

// src/config/environment-settings.ts
function stagingWaiver({ environments: { staging: staging2 } }) {
  return "waive" in staging2 ? staging2.waive : void 0;
}
function settingsOf(configuration2, environment4) {
  return environment4 === "production" ? configuration2.environments.production : stagingOf(configuration2);
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
    // A topology is changed back by the same deploy.
    ...hasTopology(product2) ? { stages: { reversible: "all" } } : {},
    ...dataless ? { dataless } : {},
    ...waiver === void 0 ? {} : { waiver }
  };
}

// src/core/messages/nearest.ts
function nearest(name, known2) {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const near = known2.map((candidate) => ({ candidate, distance: distance(wanted, candidate.toLowerCase(), limit) })).filter((each) => each.distance <= limit).sort((a5, b6) => a5.distance - b6.distance || (a5.candidate < b6.candidate ? -1 : 1));
  return near[0]?.candidate;
}
function distance(a5, b6, limit) {
  if (Math.abs(a5.length - b6.length) > limit) return limit + 1;
  let beforeLast = [];
  let last = Array.from({ length: b6.length + 1 }, (_5, column) => column);
  for (let row = 1; row <= a5.length; row++) {
    const current = [row];
    for (let column = 1; column <= b6.length; column++) {
      const same = a5[row - 1] === b6[column - 1];
      const edits = [at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1)];
      const swapped = row > 1 && column > 1 && a5[row - 1] === b6[column - 2] && a5[row - 2] === b6[column - 1];
      if (swapped) edits.push(at(beforeLast, column - 2) + 1);
      current.push(Math.min(...edits));
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b6.length);
}
function at(row, column) {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

// src/config/subject.ts
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function valueAt(value, path) {
  return path.reduce((inner, part17) => child(inner, part17), value);
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

// src/config/answer-names.ts
function unknownAnswers(document, path = []) {
  if (Array.isArray(document)) return document.flatMap((item, index) => unknownAnswers(item, [...path, index]));
  if (!isMapping(document)) return [];
  if (typeof valueAt(document, ["path"]) === "string") return inRequest({ ...document }, path);
  return Object.entries(document).flatMap(([key, item]) => unknownAnswers(item, [...path, key]));
}
function inRequest(request, path) {
  const { before, jobs, ...own } = request;
  const earlier2 = Array.isArray(before) ? before : [];
  const names = earlier2.map((each) => String(valueAt(each, ["name"]) ?? ""));
  const inBefore = earlier2.flatMap(
    (each, index) => wrongNames(each, names.slice(0, index), [...path, "before", index])
  );
  return [...inBefore, ...wrongNames(own, names, path), ...unknownAnswers(jobs, [...path, "jobs"])];
}
function wrongNames(value, names, path) {
  return [...texts(value)].flatMap(
    ({ text: text3, path: inner }) => [...text3.matchAll(/\{answers\.([^{}.]*)[^{}]*\}|\$answers\.([A-Za-z]\w*)/g)].flatMap(
      ([place3, inBraces, inExpression]) => {
        const name = inBraces ?? inExpression ?? "";
        if (names.includes(name)) return [];
        return [
          {
            path: [...path, ...inner],
            at: "value",
            problem: `${place3} is the answer of a request that is not made before this one.`,
            accepted: names.length === 0 ? "the name of a request in `before` of this request, which has none." : `one of the requests made before: ${names.join(", ")}.`,
            fix: `add a request with \`name: ${name}\` to \`before\`, or correct the name.`
          }
        ];
      }
    )
  );
}

// src/config/data-checks.ts
import { isDeepStrictEqual } from "node:util";

// src/core/settings/place.ts
function pathText(path) {
  return path.reduce((text3, part17) => {
    if (typeof part17 === "number") return `${text3}[${part17}]`;
    const key = /^[\w-]+$/.test(part17) ? part17 : JSON.stringify(part17);
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
    const names = await readdir(join(root, folder4), { encoding: "buffer" });
    return names.map((name) => nameOf(name, join(root, folder4)));
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
  const place3 = posix.normalize(posix.join(posix.dirname(path), target));
  return place3 === ".." || place3.startsWith("../");
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
    const read2 = await readOnce(path, copy2, signal);
    if (read2 !== "changed") return read2;
    if (attempt === tries) throw keepsChanging(path);
  }
}
async function readOnce(path, copy2, signal) {
  const file2 = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch((cause) => {
    if (codeOf(cause) === "ENOENT") return void 0;
    throw cause;
  });
  if (file2 === void 0) return void 0;
  try {
    const before = await file2.stat({ bigint: true });
    const hash2 = createHash("sha256");
    let bytes2 = 0;
    await pipeline(
      file2.createReadStream({ autoClose: false, start: 0 }),
      async function* (chunks) {
        for await (const chunk of chunks) {
          hash2.update(chunk);
          bytes2 += chunk.length;
          yield chunk;
        }
      },
      copy2 === void 0 ? nowhere() : createWriteStream(copy2, { mode: 384 }),
      ...signal === void 0 ? [] : [{ signal }]
    );
    const after2 = await file2.stat({ bigint: true });
    const isSame = before.mtimeNs === after2.mtimeNs && before.size === after2.size && after2.size === BigInt(bytes2);
    return isSame ? { bytes: bytes2, sha256: hash2.digest("hex") } : "changed";
  } finally {
    await file2.close();
  }
}
function nowhere() {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
function keepsChanging(path) {
  return new SystemFailure({
    happened: `"${path}" was written each time while it was read.`,
    means: "A copy of it would be of no moment. Nothing was changed.",
    next: 'Let the hook "before-backup" stop what writes it, then run the step again.'
  });
}

// src/drivers/data/folder/fingerprint.ts
async function readFingerprint(root, at4, signal) {
  const kept = [];
  for (const entry of await readTree(root, signal)) {
    if (entry.kind !== "file") {
      kept.push(entry);
      continue;
    }
    const read2 = await readFile(join2(root, entry.path), void 0, signal);
    if (read2 !== void 0) kept.push({ ...entry, ...read2 });
  }
  return fingerprintOf(kept, at4);
}
function fingerprintOf(kept, at4) {
  const groups = [...Map.groupBy(kept, groupOf)].toSorted(([a5], [b6]) => a5 < b6 ? -1 : 1);
  const folders = groups.map(([name, entries]) => folderOf(name, entries));
  return { at: at4.toISOString(), tables: [], sequences: [], folders };
}
function groupOf({ kind: kind2, path }) {
  const [first2 = "", ...rest] = path.split("/");
  return rest.length > 0 || kind2 === "folder" ? first2 : ".";
}
function folderOf(name, entries) {
  const hash2 = createHash2("sha256");
  let [files, bytes2] = [0, 0];
  for (const entry of entries.toSorted((a5, b6) => a5.path < b6.path ? -1 : 1)) {
    hash2.update(`${JSON.stringify(lineOf(entry))}
`);
    if (entry.kind !== "file") continue;
    files += 1;
    bytes2 += entry.bytes;
  }
  return { name, files, bytes: bytes2, checksum: hash2.digest("hex") };
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

// src/drivers/data/mounts.ts
import { readFile as readFile2 } from "node:fs/promises";
async function isMounted(path) {
  const table2 = await readFile2("/proc/self/mountinfo", "utf8").catch(() => "");
  return table2.split("\n").some((line) => unescaped(line.split(" ")[4] ?? "") === path);
}
function unescaped(text3) {
  return text3.replace(/\\(?<code>[0-7]{3})/g, (_5, code) => String.fromCharCode(Number.parseInt(code, 8)));
}

// src/drivers/data/folder/identity.ts
async function readIdentity(path) {
  const { root, device, number: number3 } = await whereItIs(path);
  return {
    kind: "folder",
    lineage: { "file-number": number3 },
    location: { host: hostname(), folder: root, device },
    mark: await readMark(root, number3)
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
async function readMark(root, number3) {
  const kept = markPath(root);
  try {
    const text3 = await readFile3(kept, "utf8");
    const { ino } = await stat(kept, { bigint: true });
    const place3 = `the file "${kept}"`;
    const mark2 = markIn(text3, { tiedTo: `file number ${ino}, of folder number ${number3}`, place: place3 });
    const reason = mark2.kind === "none" ? "its mark cannot be read" : await isMounted(root) ? mounted : void 0;
    return reason === void 0 ? mark2 : { kind: "unclear", reason, place: place3 };
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
var innerPath = string().min(1).refine((path) => !path.startsWith("/") && !path.split("/").some((part17) => ["", ".", ".."].includes(part17)));
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
    const read2 = await readFile(join3(root, entry.path), copy2, signal);
    if (read2 !== void 0) kept.push({ ...entry, ...read2 });
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
    const read2 = await readFile(keptAt(directory, entry.path), void 0, signal);
    if (read2 === void 0) throw damaged(`"${entry.path}" is missing`);
    if (read2.sha256 !== entry.sha256) throw damaged(`"${entry.path}" has other content than when it was written`);
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
    means: "It cannot be used to go back, and nothing was restored from it.",
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
  const ids = (await readdir2("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const holding = await Promise.all(ids.map(async (id2) => await hasOpen(id2, isMeant) ? [Number(id2)] : []));
  return holding.flat();
}
async function hasOpen(id2, isMeant) {
  const folder4 = `/proc/${id2}/fd`;
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
      const at4 = clock.now();
      const kept = await keepTree(root, directory, { log, signal });
      return {
        identity: identity2,
        dataAt: at4.toISOString(),
        // Of the very bytes that were copied.
        fingerprint: { kind: "same-snapshot", value: fingerprintOf(kept, at4) },
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

// src/drivers/data/infrahub-backup/init.ts
var infrahubBackupInit = {
  name: "infrahub-backup",
  title: "Infrahub's graph and task manager, by infrahub-backup",
  settings: { project: { usual: "${{PREFIX}{SIDE}_PROJECT}", scriptVariable: "PROJECT" } },
  scrubExamples: [
    `docker compose --project-name "$PROJECT" exec -T database sh -c 'cypher-shell -u "\${NEO4J_AUTH%%/*}" -p "\${NEO4J_AUTH#*/}"' < deploy/scrub.cypher`
  ]
};

// src/drivers/data/infrahub-backup/lazy-store.ts
function lazyStore(settings17, context) {
  let opened2;
  const store = () => {
    opened2 ??= import("./store-IG6JZGHT.js").then(({ openStore }) => openStore(settings17, context));
    return opened2;
  };
  return {
    kind: "infrahub-backup",
    noun: "installation",
    // The vendor's program works on running containers: it stops and starts what it has to.
    serverDuringRestore: "running",
    identity: async (signal) => await (await store()).identity(signal),
    preflight: async (request) => await (await store()).preflight?.(request) ?? [],
    fingerprint: async (signal, like) => await (await store()).fingerprint(signal, like),
    estimatedBytes: async (signal) => await (await store()).estimatedBytes(signal),
    markDisposable: async (choose, signal) => await (await store()).markDisposable(choose, signal),
    backup: async (request) => await (await store()).backup(request),
    verify: async (request) => await (await store()).verify(request),
    restore: async (request) => await (await store()).restore(request)
  };
}

// src/drivers/data/infrahub-backup/kind.ts
var settings2 = strictObject({
  project: template.describe("The project of Docker Compose that Infrahub runs in."),
  program: template.prefault("infrahub-backup").describe("The vendor's program, by its name or its path."),
  database: string().min(1).default("neo4j").describe("The name of the database in Neo4j."),
  "task-manager": boolean().default(true).describe("Whether the task manager's database is backed up and restored too."),
  "tasks-within": duration.prefault("30m").describe("How long running tasks are waited for; the backup fails then, before anything is stopped."),
  "ready-within": duration.prefault("10m").describe("How long Infrahub may take to serve again after a backup for which its services were stopped."),
  timeout: duration.prefault("4h").describe("How long a backup or a restore may take."),
  fingerprint: strictObject({
    content: boolean().default(true).describe("Compare what is in the graph, by sums of all nodes and relationships. `false` only counts them.")
  }).prefault({}).describe("What is compared after a restore.")
}).describe(
  "Infrahub's graph and task manager in Docker Compose, by the vendor's `infrahub-backup`. The object store is not in it: that is a store of its own."
);
var part2 = namedKind(
  "infrahub-backup",
  settings2,
  (chosen, context) => lazyStore(chosen, context)
);
var infrahubBackup = { part: part2, init: infrahubBackupInit };

// src/drivers/data/mongodb/init.ts
var mongodbInit = {
  name: "mongodb",
  title: "MongoDB",
  settings: {
    url: { usual: "${{PREFIX}{SIDE}_MONGODB_URL}", scriptVariable: "MONGODB_URL" },
    databases: { usual: ["records"] }
  },
  scrubExamples: [
    `mongosh "$MONGODB_URL" --quiet --eval 'db.getSiblingDB("records").users.updateMany({}, [{ $set: { email: { $concat: [{ $toString: "$_id" }, "@example.invalid"] } } }])'`,
    `mongosh "$MONGODB_URL" --quiet --eval 'db.getSiblingDB("records").webhooks.deleteMany({})'`
  ]
};

// src/drivers/data/mongodb/settings.ts
var meanwhileSettings = ["stated", "refused"];
var mongodbSettings = strictObject({
  url: template.describe(
    "The address: `mongodb://user:password@host:27017/?authSource=admin`, with all members of a replica set, or `mongodb+srv://\u2026`. Odd characters in the password are percent-encoded, or the password stands apart under `password`."
  ),
  password: template.optional().describe("The password as it is, without percent-encoding. Best a variable: `${MONGODB_PASSWORD}`."),
  databases: array(databasePattern).min(1).describe(
    "The databases of the application. A `*` at the end stands for any end: `deviceauth-*` are those of its tenants. All others are left alone."
  ),
  prefix: string().regex(/^[A-Za-z0-9_-]*$/).default("").describe(
    'What stands in front of the name of each database on this server: with `staging_`, production\'s "deviceauth" is restored as "staging_deviceauth".'
  ),
  "server-is-upgraded": boolean().default(false).describe(
    "Whether it is the MongoDB itself that is upgraded: then nothing is stopped before a restore, which needs it running. Nothing else may use it meanwhile."
  ),
  jobs: int().min(1).max(64).default(4).describe("How many collections are dumped and restored at once."),
  tools: template.optional().describe("The folder of mongodump and mongorestore. Left out, they are looked for in the PATH."),
  "changed-meanwhile": m(meanwhileSettings).default("stated").describe(
    "What happens when documents are written while they are dumped, so that the collections of a backup are of different moments: `stated` says which, and how far apart they are; `refused` takes no such backup."
  ),
  fingerprint: strictObject({
    content: boolean().default(true).describe("Compare the documents themselves, by a sum of their SHA-256. `false` only counts them.")
  }).prefault({}).describe("What is compared after a restore.")
}).describe("Databases of a MongoDB server: dumped with mongodump and restored with mongorestore.");

// src/drivers/data/mongodb/kind.ts
var part3 = namedKind("mongodb", mongodbSettings, (settings17, context) => {
  const opened2 = async () => (await import("./store-535KMGA5.js")).mongodbStore(settings17, context);
  return {
    kind: "mongodb",
    noun: "database",
    ...settings17["server-is-upgraded"] ? { serverDuringRestore: "running" } : {},
    identity: async (signal) => (await opened2()).identity(signal),
    preflight: async (request) => (await opened2()).preflight(request),
    fingerprint: async (signal, like) => (await opened2()).fingerprint(signal, like),
    estimatedBytes: async (signal) => (await opened2()).estimatedBytes(signal),
    markDisposable: async (choose, signal) => (await opened2()).markDisposable(choose, signal),
    backup: async (request) => (await opened2()).backup(request),
    verify: async (request) => (await opened2()).verify(request),
    restore: async (request) => (await opened2()).restore(request)
  };
});
var mongodb = { part: part3, init: mongodbInit };

// src/drivers/data/store-on-demand.ts
function storeOnDemand(said, open3) {
  let opened2;
  const load = () => {
    opened2 ??= open3();
    return opened2;
  };
  return {
    ...said,
    identity: async (signal) => (await load()).identity(signal),
    preflight: async (request) => await (await load()).preflight?.(request) ?? [],
    needs: async (signal) => await (await load()).needs?.(signal) ?? {},
    fingerprint: async (signal, like) => (await load()).fingerprint(signal, like),
    estimatedBytes: async (signal) => (await load()).estimatedBytes(signal),
    markDisposable: async (choose, signal) => (await load()).markDisposable(choose, signal),
    backup: async (request) => (await load()).backup(request),
    verify: async (request) => (await load()).verify(request),
    restore: async (request) => (await load()).restore(request),
    forget: async (references, signal) => {
      if (references.length > 0) await (await load()).forget?.(references, signal);
    }
  };
}

// src/drivers/data/mysql/definers-setting.ts
var definersSettings = ["auto", "keep", "ignore"];

// src/drivers/data/mysql/init.ts
var mysqlInit = {
  name: "mysql",
  title: "MySQL or MariaDB",
  settings: { url: { usual: "${{PREFIX}{SIDE}_DATABASE_URL}", scriptVariable: "DATABASE_URL" } },
  scrubExamples: [
    `mariadb --defaults-file="$STAGING_CLIENT_CNF" --execute="UPDATE users SET email = CONCAT('user-', id, '@example.invalid')"`,
    `mariadb --defaults-file="$STAGING_CLIENT_CNF" --execute="DELETE FROM webhooks"`
  ]
};

// src/drivers/data/mysql/outside.ts
var outsideSettings2 = ["cut", "keep"];

// src/drivers/data/mysql/kind.ts
var settings3 = strictObject({
  url: template.describe(
    "The address: `mysql://user:password@host:3306/name?ssl-mode=verify-identity&ssl-ca=/path/ca.pem`; `mariadb://` is the same. Odd characters in the password are percent-encoded, or the password stands apart under `password`."
  ),
  password: template.optional().describe("The password as it is, without percent-encoding. Best a variable: `${MYSQL_PASSWORD}`."),
  tools: template.optional().describe(
    "The folder of mariadb-dump and mariadb, or of mysqldump and mysql. Left out, they are looked for in the `PATH`. They are those of the server: MariaDB for MariaDB, MySQL for MySQL."
  ),
  fingerprint: strictObject({
    content: boolean().default(true).describe(
      "Compare the rows themselves, by checksums that the server computes in the state that is dumped. `false` only counts them."
    ),
    except: array(string()).default([]).describe("Tables whose rows are only counted: `audit_log`. Everything else of them is compared.")
  }).prefault({}).describe("What is compared after a restore."),
  definers: m(definersSettings).default("auto").describe(
    "Who owns views, routines, triggers and events after a restore. `keep` leaves them their owners; `ignore` gives them to the restoring user; `auto` keeps them where all owners exist and the user may make what belongs to others."
  ),
  outside: m(outsideSettings2).default("cut").describe(
    "What a copy does by itself. `cut` switches its events off; `keep` leaves them on. A rollback always does."
  ),
  "disconnect-others": boolean().default(false).describe("End other sessions before a restore. Without it, a restore is refused while anyone is connected.")
}).describe("A MySQL or MariaDB database: dumped with mariadb-dump or mysqldump in one state, and read in again.");
var part4 = namedKind("mysql", settings3, (chosen, { effects, where, placeholders }) => {
  const fill = (value, key) => effects.variables.fill(value, `${where}.${key}`, placeholders);
  return storeOnDemand({ kind: "mysql", noun: "database" }, async () => {
    const { mysqlDatabase } = await import("./database-V4DVEPA5.js");
    return mysqlDatabase({
      // Filled in when the database is first used: a command may open both environments and touch one.
      connection: () => ({
        url: fill(chosen.url, "url"),
        password: chosen.password === void 0 ? void 0 : fill(chosen.password, "password"),
        where: `${where}.url`
      }),
      toolsFolder: () => chosen.tools === void 0 ? void 0 : fill(chosen.tools, "tools"),
      content: chosen.fingerprint,
      definers: chosen.definers,
      outside: chosen.outside,
      disconnectOthers: chosen["disconnect-others"],
      effects
    });
  });
});
var mysql = { part: part4, init: mysqlInit };

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
var settings4 = strictObject({
  url: template.describe(
    "The address: `postgres://user:password@host:5432/name?sslmode=verify-full`. Odd characters in the password are percent-encoded, or the password is given separately, under `password`."
  ),
  password: template.optional().describe("The password as it is, without percent-encoding. Best a variable: `${PGPASSWORD}`."),
  jobs: int().min(1).max(64).default(2).describe("How many tables are dumped and restored at once."),
  tools: template.optional().describe("The folder of pg_dump and pg_restore. Left out, those of the server's major version are looked for."),
  fingerprint: strictObject({
    content: boolean().default(true).describe(
      "Compare the rows themselves, by checksums that the server computes in the snapshot that is dumped. `false` only counts them."
    ),
    except: array(string()).default([]).describe(
      "Tables whose rows are only counted, with their schema: `public.audit_log`; a name with a dot in quotes. Everything else of them is compared."
    )
  }).prefault({}).describe("What is compared after a restore."),
  roles: m(rolesSettings).default("auto").describe(
    "What a restore does with owners, privileges and tablespaces. `keep` restores them; `create` first makes the roles that are missing, as roles that nobody can log in as; `ignore` gives everything to the restoring user; `auto` keeps them where every role of the backup exists."
  ),
  "leave-out": array(m(omissions)).default([]).describe(
    "What a restore leaves out, where only a superuser could make it and the copy does well without it: `publications`, `event-triggers`."
  ),
  outside: m(outsideSettings).default("cut").describe(
    "What a copy keeps of production's ways to other servers. `cut` restores no user mappings of foreign servers, and switches the jobs of pg_cron and pgAgent off; `keep` restores all of it. A rollback always does."
  ),
  "disconnect-others": boolean().default(false).describe("End other sessions before a restore. Without it, a restore is refused while anyone is connected.")
}).describe("A PostgreSQL database: dumped with pg_dump and restored with pg_restore.");
var part5 = namedKind(
  "postgres",
  settings4,
  (chosen, context) => storeOnDemand({ kind: "postgres", noun: "database" }, async () => await opened(chosen, context))
);
async function opened(chosen, { effects, where, placeholders }) {
  const [{ parseConnection }, { postgresDatabase }] = await Promise.all([
    import("./connection-AO2VILQ7.js"),
    import("./database-4GBSYZZR.js")
  ]);
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
    content: chosen.fingerprint,
    roles: chosen.roles,
    leaveOut: chosen["leave-out"],
    outside: chosen.outside,
    disconnectOthers: chosen["disconnect-others"],
    effects
  });
}
var postgres = { part: part5, init: postgresInit };

// src/drivers/data/rds/init.ts
var rdsInit = {
  name: "rds",
  title: "Amazon RDS or Aurora, by its snapshots",
  settings: {
    cluster: { usual: "${{PREFIX}{SIDE}_DB_CLUSTER}" },
    database: {
      usual: { postgres: { url: "${{PREFIX}{SIDE}_DATABASE_URL}" } },
      comment: "What is in it is compared through its database: postgres or mysql."
    }
  },
  scrubExamples: [
    `psql "$STAGING_DATABASE_URL" --command="UPDATE users SET email = 'user-' || id || '@example.invalid'"`
  ],
  login: awsLogin
};

// src/drivers/data/rds/kind.ts
function settingsWith(database) {
  return strictObject({
    cluster: template.optional().describe(
      "The identifier of the cluster, as `aws rds describe-db-clusters` shows it. Either this or `instance`."
    ),
    instance: template.optional().describe(
      "The identifier of an instance that belongs to no cluster, as `aws rds describe-db-instances` shows it."
    ),
    ...awsKeys,
    database: database.describe(
      "How what is in it is looked at, before and after: `{ postgres: { url: \u2026 } }` or `{ mysql: { url: \u2026 } }`, at the endpoint of this cluster or instance. Nothing is dumped."
    ),
    copy: strictObject({
      key: template.describe("The KMS key of the copy: its ARN, its id or an alias."),
      "share-with": array(template).default([]).describe(
        "The accounts that may restore from the copy. A snapshot with the key of AWS itself cannot be shared."
      )
    }).optional().describe(
      "Makes a copy of each snapshot with a key of your own, and uses that: for a staging in another account. Left out, the snapshot itself is used."
    ),
    password: template.optional().describe(
      "The password of the master user of a restored copy. Left out, it is the one that the snapshot has: production's."
    ),
    within: duration.prefault("4h").describe("How long a snapshot or a restore may take.")
  }).refine(({ cluster, instance }) => cluster === void 0 !== (instance === void 0), {
    error: 'either "cluster" or "instance"'
  }).describe(
    "A cluster or an instance of Amazon RDS or Aurora: a backup is a snapshot, which the provider keeps, and a restore makes a new one in the place of the old one, under the same name."
  );
}
function rds(database) {
  const part17 = namedKind(
    "rds",
    settingsWith(database),
    (chosen, context) => storeOnDemand({ kind: "rds", noun: chosen.cluster === void 0 ? "instance" : "cluster" }, async () => {
      const { openStore } = await import("./store-CQUBLADI.js");
      return openStore(chosen, context);
    })
  );
  return { part: part17, init: rdsInit };
}

// src/world/objects/s3/settings.ts
var credentials = strictObject({
  "access-key-id": template.describe("The id of the access key."),
  "secret-access-key": template.describe("Its secret: a `${NAME}`, never written out."),
  "session-token": template.optional().describe("The session token of credentials that expire.")
}).describe(
  "An access key of its own. Without it the usual places are searched: the variables that a login step sets (OIDC), a web identity token, a profile, the role of the machine."
);
var s3Place = {
  bucket: template.meta({ description: "The name of the bucket.", examples: ["acme-backups"] }),
  region: template.optional().meta({ description: "The region of the bucket. Left out, `AWS_REGION`.", examples: ["eu-central-1"] }),
  prefix: template.default("{system}").describe("What the keys start with, without a slash at the end. `{system}` is the name of the system."),
  endpoint: template.optional().meta({
    description: "The address of a server that speaks the protocol of S3, such as MinIO, R2 or Ceph. Left out, AWS.",
    examples: ["https://minio.example.com:9000"]
  }),
  "path-style": boolean().default(false).describe(
    "Puts the name of the bucket into the path instead of the host name, as most servers of your own need it."
  ),
  checksum: m(["sha256", "md5"]).default("sha256").describe("How the server checks what reaches it. `md5` is for servers that do not know the other."),
  "server-side-encryption": union([
    literal("sse-s3"),
    strictObject({ "kms-key": template.describe("The ARN or id of the key.") }).describe("With a key of the key management service.")
  ]).optional().describe(
    "How the server encrypts what it stores: `sse-s3`, or a key of its key management service. Left out, as the bucket is set up."
  ),
  credentials: credentials.optional()
};
var settings5 = strictObject(s3Place);

// src/drivers/data/s3-bucket/init.ts
var s3BucketInit = {
  name: "s3-bucket",
  title: "a bucket of S3, or of MinIO, R2 or Ceph, with files of the application",
  settings: {
    bucket: { usual: "${{PREFIX}{SIDE}_BUCKET}", scriptVariable: "BUCKET" },
    region: { usual: "${AWS_REGION}" }
  },
  scrubExamples: [`aws s3 rm "s3://$BUCKET/exports/" --recursive`],
  login: awsLogin
};

// src/drivers/data/s3-bucket/method.ts
var methods = ["auto", "versions", "copy"];

// src/drivers/data/s3-bucket/kind.ts
var settings6 = strictObject({
  ...s3Place,
  bucket: template.meta({
    description: "The name of the bucket. Staging has one of its own, never production's.",
    examples: ["acme-documents"]
  }),
  prefix: template.default("").describe("What the keys start with, without a slash at the end. Left out, all objects of the bucket."),
  method: m(methods).default("auto").describe(
    "What a backup is. `versions`: the list of objects and their versions, which the bucket keeps; `copy`: all their bytes; `auto`: versions where versioning is enabled, otherwise copies."
  ),
  fingerprint: strictObject({
    content: boolean().default(true).describe("Compare the bytes of each object, which reads all of them. `false` compares keys and sizes.")
  }).prefault({}).describe("What is compared after a restore.")
}).describe("A bucket of S3, or of a server that speaks its protocol, with files of the application.");
var part6 = namedKind(
  "s3-bucket",
  settings6,
  (chosen, context) => storeOnDemand({ kind: "s3-bucket", noun: "bucket" }, async () => {
    const { s3BucketStore } = await import("./store-CJRHKIAG.js");
    const { method, fingerprint: fingerprint2, ...place3 } = chosen;
    return s3BucketStore({ settings: place3, method, content: fingerprint2.content, context });
  })
);
var s3Bucket = { part: part6, init: s3BucketInit };

// src/drivers/data/sqlite/kind.ts
import { resolve as resolve3 } from "node:path";

// src/drivers/data/sqlite/database.ts
import { stat as stat5 } from "node:fs/promises";
import { join as join7 } from "node:path";

// src/drivers/data/sqlite/backup.ts
import { rm as rm2 } from "node:fs/promises";
import { backup } from "node:sqlite";

// src/drivers/data/sqlite/file.ts
import { access as access2 } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
var busyMilliseconds = 1e4;
async function openForReading(file2) {
  try {
    await access2(file2);
  } catch (cause) {
    throw new SystemFailure(
      {
        happened: `The SQLite database "${file2}" does not exist or cannot be reached.`,
        means: "Nothing was done.",
        next: "Check the path in the configuration, and that this user may read the file and its folder."
      },
      { cause }
    );
  }
  const database = new DatabaseSync(file2, { readOnly: true, timeout: busyMilliseconds });
  try {
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
    return database;
  } catch (cause) {
    database.close();
    if (cause instanceof Error && "errcode" in cause && cause.errcode === readonlyRollback) throw halfWritten(file2);
    throw new SystemFailure({
      happened: `"${file2}" could not be read as a SQLite database: ${reasonOf(cause)}.`,
      means: "Nothing was done.",
      next: 'Check the path. A database in WAL mode also needs read and write access to its folder and its "-shm" file.'
    });
  }
}
var readonlyRollback = 776;
function halfWritten(file2) {
  return new SystemFailure({
    happened: `The last write to "${file2}" was never finished: its server was killed and left "${file2}-journal" behind.`,
    means: "Nothing is lost, but only a process that may write can undo that write. Nothing was done.",
    next: 'Start the server once, or run "PRAGMA quick_check" with the sqlite3 program, then run the step again.'
  });
}
function openFinished(file2) {
  const url = pathToFileURL(file2);
  url.searchParams.set("immutable", "1");
  return new DatabaseSync(url, { readOnly: true });
}
function reasonOf(cause) {
  if (cause instanceof Error && "errstr" in cause && typeof cause.errstr === "string") return cause.errstr;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return "unknown error";
}

// src/drivers/data/sqlite/fingerprint.ts
import { createHash as createHash3 } from "node:crypto";
function readFingerprint2(database, request) {
  const tables = tableNames(database).map((name) => {
    request.signal?.throwIfAborted();
    const rows = Number(database.prepare(`SELECT count(*) AS rows FROM main.${quoted2(name)}`).get()?.rows);
    return request.content ? { name, rows, checksum: checksumOf(database, name) } : { name, rows };
  });
  return { at: request.at.toISOString(), tables, sequences: sequences(database) };
}
function tableNames(database) {
  const rows = database.prepare(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
  ).all();
  return rows.map((row) => String(row.name));
}
function sequences(database) {
  const exists = database.prepare("SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_sequence'").get();
  if (exists === void 0) return [];
  const rows = database.prepare("SELECT name, CAST(seq AS TEXT) AS value FROM main.sqlite_sequence ORDER BY name, seq").all();
  return rows.map((row) => ({ name: String(row.name), value: String(row.value) }));
}
function checksumOf(database, name) {
  const hash2 = createHash3("sha256");
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
  const { source, target, log } = request;
  const mode2 = database.prepare("PRAGMA journal_mode").get()?.journal_mode;
  if (mode2 === "wal") hold(database);
  if (await copy(database, request)) return;
  const size = "SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size";
  if (Number(database.prepare(size).get()?.bytes) > heldBytes) throw neverEnds(source);
  log.info("The server keeps writing: it is held off for the moment that the copy takes.");
  for (const suffix of ["", "-journal"]) await rm2(`${target}${suffix}`, { force: true });
  hold(database);
  if (!await copy(database, request)) throw neverEnds(source);
}
function hold(database) {
  database.exec("BEGIN; SELECT count(*) FROM sqlite_schema");
}
async function copy(database, { source, target, log, signal }) {
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
      happened: `The backup of "${source}" stopped: ${reasonOf(cause)}.`,
      means: "There is no backup; the database itself was not touched.",
      next: "Check the free disk space and the permissions of the backup folder, then run the step again."
    });
  }
  return true;
}
function verifyBackup(file2) {
  let faults;
  try {
    const database = openFinished(file2);
    try {
      const answers = database.prepare("PRAGMA integrity_check").all().map((row) => row.integrity_check);
      faults = answers.length === 1 && answers[0] === "ok" ? 0 : answers.length;
    } finally {
      database.close();
    }
  } catch (cause) {
    throw unsound(file2, reasonOf(cause));
  }
  if (faults > 0) throw unsound(file2, `its integrity check reports ${faults} faults`);
}
function unsound(file2, why) {
  return new SystemFailure({
    happened: `The backup "${file2}" is not a sound SQLite database: ${why}.`,
    means: "It cannot be trusted as a way back, and nothing was restored from it.",
    next: 'Run "PRAGMA integrity_check" on the original database. If that is sound, check the disk and take another backup.'
  });
}
function neverEnds(source) {
  return new SystemFailure({
    happened: `The backup of "${source}" started over more than ${mostRestarts} times, since the server keeps writing.`,
    means: "There is no backup; the database itself was not touched.",
    next: 'Switch the database to WAL ("PRAGMA journal_mode = WAL"), or stop the writes in the before-backup hook.'
  });
}

// src/drivers/data/sqlite/identity.ts
import { readFile as readFile4, realpath as realpath2, rename as rename3, stat as stat3, writeFile as writeFile3 } from "node:fs/promises";
import { hostname as hostname2 } from "node:os";
import { basename, dirname as dirname4, join as join5 } from "node:path";

// src/drivers/data/sqlite/one-name.ts
import { stat as stat2 } from "node:fs/promises";
async function otherName(path) {
  const names = await stat2(path).then(
    ({ nlink }) => nlink,
    () => 1
  );
  if (names > 1) return `the database file has ${names} names (hard links), and one of them may be production's`;
  if (await isMounted(path)) return "another file is mounted in the place of the database, which may be production's";
  return void 0;
}

// src/drivers/data/sqlite/identity.ts
async function readIdentity2(file2) {
  const place3 = await whereItIs2(file2);
  return {
    kind: "sqlite",
    // A file that is not there yet cannot be production's.
    lineage: { "file-number": place3.number ?? "no file yet" },
    location: { host: hostname2(), file: place3.path, ...place3.device === void 0 ? {} : { device: place3.device } },
    mark: await readMark2(place3.path)
  };
}
async function markDisposable2(file2, choose) {
  const identity2 = await readIdentity2(file2);
  const { path } = await whereItIs2(file2);
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
    await writeFile3(`${kept}.new`, `${markText(mark2)}
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
  return await readIdentity2(path);
}
async function whereItIs2(file2) {
  try {
    const path = await realpath2(file2);
    const { dev, ino } = await stat3(path, { bigint: true });
    return { path, device: String(dev), number: String(ino) };
  } catch (cause) {
    if (!isMissing(cause)) throw outOfReach(file2, cause);
  }
  try {
    return { path: join5(await realpath2(dirname4(file2)), basename(file2)) };
  } catch (cause) {
    throw isMissing(cause) ? noFolder(dirname4(file2), cause) : outOfReach(file2, cause);
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
    const text3 = await readFile4(kept, "utf8");
    const { ino } = await stat3(kept, { bigint: true });
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
async function preflight2(file2, { use, subject }) {
  if (use === "backup") {
    (await openForReading(file2)).close();
    return [fine(subject, `"${file2}" can be read.`)];
  }
  const folder4 = dirname5(await realpath3(file2).catch(() => file2));
  try {
    await access3(folder4, constants3.W_OK | constants3.X_OK);
    return [fine(subject, `"${file2}" can be replaced.`)];
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
import { randomUUID as randomUUID2 } from "node:crypto";
import { chmod as chmod2, chown, copyFile as copyFile2, readdir as readdir4, realpath as realpath4, rename as rename4, rm as rm3, stat as stat4 } from "node:fs/promises";
import { basename as basename2, dirname as dirname6, join as join6 } from "node:path";
import { DatabaseSync as DatabaseSync2 } from "node:sqlite";
var copySuffix = ".restoring-";
async function replaceFile({
  backup: backup4,
  target,
  log,
  mayReplace
}) {
  const path = await realpath4(target).catch(() => target);
  const old = await stat4(path).catch(() => void 0);
  const beside = `${path}${copySuffix}${randomUUID2()}`;
  try {
    if (old !== void 0) await refuseWhileHeld(path);
    const refused2 = mayReplace(await readIdentity2(path));
    if (refused2 !== void 0) return refused2;
    await removeLeftCopies(path, log);
    await copyFile2(backup4, beside);
    if (old !== void 0) await keepAccess(beside, old, log);
    await syncFile(beside);
    verifyBackup(beside);
    const changed = mayReplace(await readIdentity2(path));
    if (changed !== void 0) {
      await rm3(beside, { force: true });
      return changed;
    }
    if (old !== void 0) settleOld(path);
    for (const suffix of ["-wal", "-shm", "-journal"]) await rm3(`${path}${suffix}`, { force: true });
    await rename4(beside, path);
    await syncFolder(dirname6(path));
    return void 0;
  } catch (cause) {
    await rm3(beside, { force: true }).catch(() => void 0);
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
  const names = await readdir4(folder4);
  for (const name of names.filter((each) => each.startsWith(`${basename2(path)}${copySuffix}`))) {
    await rm3(join6(folder4, name), { force: true });
    log.info(`Removed "${name}", which a restore that was killed had left behind.`);
  }
}
async function refuseWhileHeld(path) {
  const holders = await processesHolding((held2) => held2 === path);
  if (holders.length > 0) throw inUse2(path, `by process ${holders.join(", ")}`);
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
    if (typeof code === "number" && [5, 6].includes(code & 255)) throw inUse2(path, "by another process");
  }
}
async function keepAccess(file2, old, log) {
  await chmod2(file2, old.mode & 4095);
  try {
    await chown(file2, old.uid, old.gid);
  } catch {
    log.warn(
      `The restored database belongs to the user of this process, no longer to user ${old.uid}: its owner could not be kept.`
    );
  }
}
function inUse2(path, by) {
  return new SystemFailure({
    happened: `The SQLite database "${path}" is in use ${by}.`,
    means: "Nothing was restored; the database is unchanged.",
    next: 'Stop the server that uses it (see "stop" of the deployer), then run the step again.'
  });
}

// src/drivers/data/sqlite/database.ts
var backupName = "database.sqlite";
function sqliteDatabase({ file: file2, content, clock }) {
  return {
    kind: "sqlite",
    noun: "database",
    identity: () => readIdentity2(file2()),
    preflight: (request) => preflight2(file2(), request),
    fingerprint: async (signal, like) => {
      const withContent = like === void 0 ? content : like.tables.some(({ checksum }) => checksum !== void 0);
      const database = await openForReading(file2());
      try {
        database.exec("BEGIN");
        return readFingerprint2(database, { at: clock.now(), content: withContent, signal });
      } finally {
        database.close();
      }
    },
    estimatedBytes: async () => await bytesOf(file2()) + await bytesOf(`${file2()}-wal`),
    markDisposable: (choose) => markDisposable2(file2(), choose),
    backup: async ({ directory, log, signal }) => {
      const source = file2();
      const identity2 = await readIdentity2(source);
      const target = join7(directory, backupName);
      const { dataAt, fingerprint: fingerprint2 } = await backUp({ source, target, content, clock, log, signal });
      return {
        identity: identity2,
        dataAt: dataAt.toISOString(),
        fingerprint: { kind: "same-snapshot", value: fingerprint2 },
        tools: { sqlite: process.versions.sqlite ?? "unknown" },
        references: []
      };
    },
    verify: async ({ directory }) => verifyBackup(join7(directory, backupName)),
    restore: async ({ directory, log, signal, mayReplace }) => {
      const backup4 = join7(directory, backupName);
      verifyBackup(backup4);
      signal?.throwIfAborted();
      return await replaceFile({ backup: backup4, target: file2(), log, mayReplace });
    }
  };
}
async function bytesOf(path) {
  try {
    return (await stat5(path)).size;
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
var settings7 = strictObject({
  file: template.describe("The database file. A relative path starts in the folder of the command."),
  fingerprint: strictObject({
    content: boolean().default(true).describe("Compare the rows themselves, by a SHA-256 of each table. `false` only counts them.")
  }).prefault({}).describe("What is compared after a restore.")
}).describe("A SQLite database: backed up with its online backup while the server runs.");
var part7 = namedKind(
  "sqlite",
  settings7,
  (chosen, { effects, where, placeholders }) => sqliteDatabase({
    // Filled in when the database is first used: a command may open both environments and touch one.
    file: () => resolve3(effects.directory, effects.variables.fill(chosen.file, `${where}.file`, placeholders)),
    content: chosen.fingerprint.content,
    clock: effects.clock
  })
);
var sqlite = { part: part7, init: sqliteInit };

// src/drivers/data-stores.ts
var kinds = [
  sqlite,
  postgres,
  mysql,
  mongodb,
  // A snapshot is looked into through the database that is in it.
  rds(oneOf([postgres.part, mysql.part])),
  folder,
  s3Bucket,
  infrahubBackup
];
var dataStore = oneOf(kinds.map(({ part: part17 }) => part17));
var dataStoreInit = kinds.map(({ init }) => init);
var dataStores = union([dataStore, array(dataStore).min(1)]).transform(
  (written5) => "kind" in written5 ? [{ ...written5, at: "" }] : written5.map((part17, index) => ({ ...part17, at: `[${index}]` }))
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
  const [first2, ...rest] = path;
  if (first2 === void 0) return schema;
  for (const option2 of optionsOf(schema)) {
    const child2 = childOf(option2, first2);
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
    const [tag, ...others2] = (required[index] ?? []).filter((key) => !common.includes(key));
    if (tag === void 0 || others2.length > 0 || tags.has(tag)) return void 0;
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
  const [only, ...others2] = optionsOf(schema);
  const [key] = Object.keys((only && shapeOf(only)) ?? {});
  return only !== void 0 && others2.length === 0 && key !== void 0 && globalRegistry.get(only)?.title === kindTitle(key);
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

// src/config/written-data.ts
function writtenData(document, environment4) {
  const path = ["environments", environment4, "data"];
  const written5 = valueAt(document, path);
  const items = Array.isArray(written5) ? written5 : [written5];
  return items.flatMap((item, index) => {
    if (!isMapping(item)) return [];
    const [kind2, ...others2] = Object.keys(item).filter((key) => key !== "name");
    if (kind2 === void 0 || others2.length > 0) return [];
    const name = valueAt(item, ["name"]) ?? kind2;
    if (typeof name !== "string") return [];
    return [{ name, kind: kind2, settings: valueAt(item, [kind2]), path: Array.isArray(written5) ? [...path, index] : path }];
  });
}

// src/config/data-checks.ts
var kinds2 = tagsOf(optionsOf(dataStore));
function dataChecks(document) {
  return [
    ...environmentNames.flatMap((environment4) => [
      ...namesApart(writtenData(document, environment4)),
      ...placesApart(writtenData(document, environment4))
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
  return data.flatMap(({ name, settings: settings17, path }, index) => {
    const same = data.slice(0, index).find((each) => isDeepStrictEqual(each.settings, settings17));
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
  const [production2, staging2] = environmentNames.map((environment4) => writtenData(document, environment4));
  const isReadable = ["production", "staging"].every((environment4) => {
    const written5 = valueAt(document, ["environments", environment4, "data"]);
    const read2 = writtenData(document, environment4);
    const isKnown = read2.every(({ kind: kind2 }) => kinds2?.has(kind2) === true);
    return written5 !== void 0 && isKnown && read2.length === (Array.isArray(written5) ? written5.length : 1);
  });
  if (!isReadable || production2 === void 0 || staging2 === void 0) return [];
  const place3 = Array.from({ length: Math.max(production2.length, staging2.length) }, (_5, index) => index).find(
    (index) => production2[index]?.name !== staging2[index]?.name || production2[index]?.kind !== staging2[index]?.kind
  );
  if (place3 === void 0) return [];
  const [there, here] = [production2[place3], staging2[place3]];
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
  return writtenData(document, "staging").flatMap(({ settings: settings17, kind: kind2, path }) => {
    const same = production2.find((each) => each.kind === kind2 && isDeepStrictEqual(each.settings, settings17));
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

// src/config/deploy-places.ts
function deployPlacesApart(document) {
  return [...deployPlaceRules].flatMap(([kind2, rule]) => {
    const path = ["environments", "staging", "deploy", kind2];
    const production2 = rule.written(valueAt(document, ["environments", "production", "deploy", kind2]));
    const staging2 = rule.written(valueAt(document, path));
    if (staging2 === void 0 || production2?.text !== staging2.text) return [];
    if (staging2.text.includes("{environment}")) return [];
    const key = staging2.key.split(".");
    const isWritten = valueAt(document, [...path, ...key]) !== void 0;
    return [
      {
        path: isWritten ? [...path, ...key] : path,
        at: isWritten ? "value" : "key",
        problem: "Staging is deployed where production is: a rehearsal would replace what runs on production.",
        accepted: "another place than that of environments.production.",
        fix: `${staging2.advice}; where it uses a variable, use a different one from production.`
      }
    ];
  });
}

// src/core/model/gate.ts
import { createHash as createHash4 } from "node:crypto";
var gateNames = ["production", "finalize"];
var gateSettings = ["environment", "dispatch", "none"];
var gateScopes = ["hop", "path"];
var approvedEnvironment = "production-approved";
function terminalGate(gate2) {
  return `terminal, ${gate2 === "production" ? "promote" : "finalize"}`;
}
function pathGate(place3) {
  return `${place3}, whole path`;
}
var environmentOfGate = {
  production: "production",
  finalize: "production-finalize"
};
function environmentOn(name, { configuration: configuration2, fleet }) {
  return fleet === void 0 ? name : `${configuration2.system}-${name}`;
}
function approvedOf(approvals, environment4, used, untold) {
  const wanted = environment4.toLowerCase();
  const listed4 = approvals.filter(
    ({ state, environments: environments2 }) => state === "approved" && environments2.some((name) => name.toLowerCase() === wanted)
  );
  const [first2] = listed4;
  if (first2 === void 0) return { kind: "nobody" };
  const left = [...listed4];
  for (const { by, comment } of used) {
    const index = left.findIndex((each) => each.by === by && each.comment === comment);
    if (index !== -1) left.splice(index, 1);
  }
  const [approval2] = left;
  return approval2 === void 0 || left.length <= untold ? { kind: "used", approval: first2 } : { kind: "by", approval: approval2 };
}
var shownDigits = 12;
function confirmationFor(gate2, { digest, basis }) {
  const hash2 = createHash4("sha256").update(canonicalJson({ gate: gate2, digest, basis })).digest("hex");
  const digits = hash2.slice(0, shownDigits);
  return gate2 === "finalize" ? `finalize-${digits}` : digits;
}
function isConfirmed(gate2, confirmable, typed) {
  return (typed ?? "").trim().toLowerCase() === confirmationFor(gate2, confirmable);
}

// src/world/objects/azure/bucket.ts
import { createHash as createHash5 } from "node:crypto";

// src/world/objects/azure/listing.ts
function listingPage(xml) {
  return {
    objects: elements(xml, "Blob").map((blob) => ({
      key: nameIn(blob),
      bytes: Number(first(blob, "Content-Length") ?? 0),
      version: first(blob, "Etag") ?? "",
      modified: new Date(first(blob, "Last-Modified") ?? 0)
    })),
    folders: elements(xml, "BlobPrefix").map(nameIn),
    next: first(xml, "NextMarker") ?? ""
  };
}
function nameIn(xml) {
  const found = /<Name(?<encoded> Encoded="true")?>(?<text>[^<]*)<\/Name>/.exec(xml)?.groups;
  const text3 = unescaped2(found?.text ?? "");
  return found?.encoded === void 0 ? text3 : decodeURIComponent(text3);
}
function elements(xml, name) {
  return [...xml.matchAll(new RegExp(`<${name}>(?<inner>.*?)</${name}>`, "gs"))].map(
    ({ groups }) => groups?.inner ?? ""
  );
}
function first(xml, name) {
  const text3 = new RegExp(`<${name}>(?<text>[^<]*)</${name}>`).exec(xml)?.groups?.text;
  return text3 === void 0 ? void 0 : unescaped2(text3);
}
var entities = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
function unescaped2(text3) {
  return text3.replace(/&(?:(?<name>lt|gt|quot|apos|amp)|#x(?<hex>[0-9a-f]+)|#(?<decimal>\d+));/gi, (whole, ...rest) => {
    const { name, hex: hex2, decimal } = rest.at(-1);
    if (name !== void 0) return entities[name.toLowerCase()] ?? whole;
    return String.fromCodePoint(hex2 === void 0 ? Number(decimal) : Number.parseInt(hex2, 16));
  });
}

// src/world/objects/azure/failure.ts
function codeOf2(response, text3) {
  return response.headers.get("x-ms-error-code") ?? first(text3, "Code") ?? "";
}
async function azureFailure(response, named5) {
  const { status } = response;
  const { container, account, where } = named5;
  const text3 = await response.text();
  const code = codeOf2(response, text3);
  const said = `${status}${code === "" ? "" : `: ${code}`}`;
  const failed2 = (message, next2, passes = false) => new BucketError(message, { passes, next: next2 });
  if (status === 408 || status === 429 || status >= 500)
    return failed2(
      `the server is busy or failed (${said})`,
      "Run the step again later. If it stays so, see the status of the service.",
      true
    );
  if (code === "ContainerNotFound" || code === "ResourceNotFound")
    return failed2(
      `there is no container "${container}" in the account "${account}"`,
      `Create it, or correct "container" in ${where}.`
    );
  if (status === 401 || code === "AuthenticationFailed" || code === "InvalidAuthenticationInfo")
    return failed2(
      `the server does not accept the credentials (${said})`,
      "Check the login step of the job, or the key, and the clock of this machine: a request that is signed at another time is refused. Credentials of a session expire: a run that is started again logs in again."
    );
  if (status === 403)
    return failed2(
      `a right is missing (${said})`,
      "What is needed on the container: the role Storage Blob Data Contributor; and that the network rules of the account let this machine in."
    );
  if (status === 409 && /Immutable|LegalHold/.test(code))
    return failed2(`the object is held (${said})`, "Wait until its immutability policy or legal hold has ended.");
  return failed2(said, `Check ${where}, and what the service says about this error.`);
}

// src/world/objects/azure/sign.ts
import { createHmac } from "node:crypto";
var signedHeaders = [
  ...["content-encoding", "content-language", "content-length", "content-md5", "content-type", "date"],
  ...["if-modified-since", "if-match", "if-none-match", "if-unmodified-since", "range"]
];
function authorization({ account, key }, { method, url, headers, bytes: bytes2 }) {
  const plain4 = signedHeaders.map(
    (name) => name === "content-length" ? bytes2 === 0 ? "" : String(bytes2) : headers.get(name) ?? ""
  );
  const own = [...headers].filter(([name]) => name.startsWith("x-ms-")).toSorted(([one], [other]) => one < other ? -1 : 1).map(([name, value]) => `${name}:${value.trim()}`);
  const query = [...url.searchParams].toSorted(([one], [other]) => one < other ? -1 : 1).map(([name, value]) => `${name.toLowerCase()}:${value}`);
  const resource2 = [`/${account}${url.pathname}`, ...query].join("\n");
  const text3 = [method, ...plain4, ...own, resource2].join("\n");
  const signature = createHmac("sha256", Buffer.from(key, "base64")).update(text3, "utf8").digest("base64");
  return `SharedKey ${account}:${signature}`;
}

// src/world/objects/azure/bucket.ts
var mebibyte = 1024 ** 2;
var azureParts = {
  leastBytes: 1,
  mostBytes: 4e3 * mebibyte,
  mostParts: 5e4,
  mostObjectBytes: 5e4 * 4e3 * mebibyte,
  multipleOf: 1,
  inAnyOrder: true
};
var apiVersion = "2021-12-02";
function azureBucket(options) {
  const { server, container, scope: scope2, credential: credential2, account, clock } = options;
  const ask2 = async (key, { method = "GET", query = {}, headers = {}, body, signal }, ...expected) => {
    const path = key === void 0 ? "" : `/${key.split("/").map(encodeURIComponent).join("/")}`;
    const url = new URL(`${server}/${encodeURIComponent(container)}${path}`);
    for (const [name, value] of Object.entries(query)) if (value !== "") url.searchParams.set(name, value);
    const sent = new Headers({ ...headers, "x-ms-version": apiVersion, "x-ms-date": clock.now().toUTCString() });
    const bytes2 = body?.byteLength ?? 0;
    sent.set(
      "authorization",
      credential2.kind === "key" ? authorization({ account, key: credential2.key }, { method, url, headers: sent, bytes: bytes2 }) : `Bearer ${await credential2.token()}`
    );
    let response;
    try {
      response = await options.fetch(url, {
        ...{ method, headers: sent, redirect: "manual" },
        ...body && { body: Uint8Array.from(body) },
        ...signal && { signal }
      });
    } catch (cause) {
      throw networkFailure(cause, server) ?? cause;
    }
    if (response.ok || expected.includes(response.status)) return response;
    throw await azureFailure(response, options);
  };
  const pages = async (prefix2, delimiter, signal) => {
    const all = [];
    let marker = "";
    do {
      const query = { restype: "container", comp: "list", prefix: prefix2, delimiter, marker };
      const page2 = listingPage(await (await ask2(void 0, { query, signal })).text());
      all.push(page2);
      marker = page2.next;
    } while (marker !== "");
    return all;
  };
  const written5 = { ...scope2 !== void 0 && { "x-ms-encryption-scope": scope2 } };
  const stored = (bytes2) => ({
    ...written5,
    "content-type": "application/octet-stream",
    "content-md5": createHash5("md5").update(bytes2).digest("base64")
  });
  return {
    description: options.description,
    parts: azureParts,
    list: async (prefix2, signal) => (await pages(prefix2, "", signal)).flatMap(({ objects }) => objects),
    folders: async (prefix2, signal) => (await pages(prefix2, "/", signal)).flatMap(({ folders }) => folders.map((each) => each.slice(prefix2.length, -1))),
    read: async (key, from, signal) => {
      const headers = { "x-ms-range": `bytes=${from}-${from + pieceBytes - 1}` };
      const response = await ask2(key, { headers, signal }, 404, 416);
      if (response.status === 404) return await missing(response, options);
      if (response.status === 416) return new Uint8Array();
      try {
        return new Uint8Array(await response.arrayBuffer());
      } catch (cause) {
        throw networkFailure(cause, server) ?? cause;
      }
    },
    create: async (key, bytes2, signal) => {
      const headers = { ...stored(bytes2), "x-ms-blob-type": "BlockBlob", "if-none-match": "*" };
      const response = await ask2(key, { method: "PUT", headers, body: bytes2, signal }, 409, 412);
      if (response.ok) return "created";
      const code = codeOf2(response, await response.clone().text());
      if (response.status === 412 || code === "BlobAlreadyExists") return "taken";
      throw await azureFailure(response, options);
    },
    startUpload: async (key) => {
      const blocks = /* @__PURE__ */ new Map();
      return {
        send: async ({ number: number3 }, bytes2, signal) => {
          if (bytes2.byteLength === 0) return;
          const id2 = Buffer.from(String(number3).padStart(6, "0")).toString("base64");
          const query = { comp: "block", blockid: id2 };
          await ask2(key, { method: "PUT", query, headers: stored(bytes2), body: bytes2, signal });
          blocks.set(number3, id2);
        },
        finish: async (signal) => {
          const ids = [...blocks].toSorted(([one], [other]) => one - other).map(([, id2]) => `<Latest>${id2}</Latest>`);
          const body = Buffer.from(`<?xml version="1.0" encoding="utf-8"?><BlockList>${ids.join("")}</BlockList>`);
          const headers = { ...written5, "content-type": "application/xml" };
          await ask2(key, { method: "PUT", query: { comp: "blocklist" }, headers, body, signal });
        },
        // Blocks that belong to nothing the service forgets after a week.
        drop: async () => void 0
      };
    },
    heldUntil: async (key, signal) => {
      const response = await ask2(key, { method: "HEAD", signal }, 404);
      if (response.headers.get("x-ms-legal-hold") === "true") return "its legal hold is removed";
      const until = response.headers.get("x-ms-immutability-policy-until-date");
      return until === null || new Date(until) <= clock.now() ? void 0 : new Date(until).toISOString();
    },
    remove: async (key, signal) => {
      const response = await ask2(
        key,
        { method: "DELETE", headers: { "x-ms-delete-snapshots": "include" }, signal },
        404
      );
      if (response.status === 404) await missing(response, options);
    },
    dropUnfinished: async () => void 0
  };
}
async function missing(response, options) {
  const code = codeOf2(response, await response.clone().text());
  if (code !== "BlobNotFound") throw await azureFailure(response, options);
  return void 0;
}

// src/world/objects/azure/token.ts
import { readFile as readFile5 } from "node:fs/promises";
var resource = "https://storage.azure.com";
var earlier = 5 * 6e4;
var granted = object({ access_token: string(), expires_in: coerce_exports.number() });
var ofProgram = object({ accessToken: string(), expires_on: coerce_exports.number() });
function usualToken(places) {
  let kept;
  return async () => {
    const now = places.clock.now().getTime();
    if (kept === void 0 || kept.until - earlier < now) kept = await newToken(places, now);
    return kept.value;
  };
}
async function newToken(places, now) {
  const { AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: client, ...other } = places.environment;
  const file2 = other.AZURE_FEDERATED_TOKEN_FILE;
  const secret = other.AZURE_CLIENT_SECRET;
  if (tenant !== void 0 && client !== void 0 && (file2 !== void 0 || secret !== void 0)) {
    const proof = file2 === void 0 ? { client_secret: secret ?? "" } : {
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: (await readFile5(file2, "utf8")).trim()
    };
    const host = other.AZURE_AUTHORITY_HOST ?? "https://login.microsoftonline.com";
    return await granting(
      `${host.replace(/\/$/, "")}/${tenant}/oauth2/v2.0/token`,
      { client_id: client, ...proof },
      places,
      now
    );
  }
  return await ofLogin(places);
}
async function granting(url, proof, { fetch, where }, now) {
  const body = new URLSearchParams({ grant_type: "client_credentials", scope: `${resource}/.default`, ...proof });
  let response;
  try {
    response = await fetch(url, { method: "POST", body, redirect: "manual" });
  } catch (cause) {
    throw networkFailure(cause, new URL(url).origin) ?? cause;
  }
  const read2 = granted.safeParse(await response.json().catch(() => void 0));
  if (!response.ok || !read2.success) throw noCredentials(where, `the login was answered with ${response.status}`);
  return { value: read2.data.access_token, until: now + read2.data.expires_in * 1e3 };
}
async function ofLogin({ processes, environment: environment4, where }) {
  const argv3 = ["az", "account", "get-access-token", "--resource", resource, "--output", "json"];
  const result = await askProgram(processes, { argv: argv3, environment: environment4 });
  if (result === void 0) throw noCredentials(where, 'there are no variables of a login, and no program "az"');
  try {
    const { accessToken, expires_on: until } = ofProgram.parse(JSON.parse(result.stdout));
    return { value: accessToken, until: until * 1e3 };
  } catch {
    throw noCredentials(where, '"az account get-access-token" gave no token');
  }
}
function noCredentials(where, why) {
  return new BucketError(`this job has no credentials for it: ${why}`, {
    passes: false,
    next: `Let a step of the job log in (OIDC, between the marks of its workflow), or name a key in ${where}.account-key or a token in ${where}.access-token.`
  });
}

// src/world/objects/azure/open.ts
function openAzure(settings17, { effects, where, placeholders }) {
  const fill = (key) => {
    const text3 = settings17[key];
    return text3 === void 0 ? void 0 : effects.variables.fill(text3, `${where}.${key}`, placeholders);
  };
  const account = fill("account") ?? "";
  const container = fill("container") ?? "";
  const scope2 = fill("encryption-scope");
  return {
    prefix: (fill("prefix") ?? "").replace(/\/+$/, ""),
    bucket: azureBucket({
      ...{ description: `azure-blob ${account}/${container}`, account, container, where },
      server: (fill("endpoint") ?? `https://${account}.blob.core.windows.net`).replace(/\/+$/, ""),
      ...scope2 !== void 0 && { scope: scope2 },
      fetch: effects.fetch,
      clock: effects.clock,
      credential: credentialOf(fill("account-key"), fill("access-token"), { effects, where })
    })
  };
}
function credentialOf(key, given, { effects, where }) {
  if (key !== void 0) return { kind: "key", key };
  if (given !== void 0) return { kind: "token", token: async () => given };
  const { processes, fetch, clock } = effects;
  const usual = usualToken({ environment: childEnvironment(effects), processes, fetch, clock, where });
  return {
    kind: "token",
    token: async () => {
      const token = await usual();
      effects.mask(token);
      return token;
    }
  };
}

// src/world/objects/azure/settings.ts
var azurePlace = {
  account: template.meta({ description: "The name of the storage account.", examples: ["acmebackups"] }),
  container: template.meta({ description: "The name of the container.", examples: ["upgrades"] }),
  prefix: template.default("{system}").describe("What the names start with, without a slash at the end. `{system}` is the name of the system."),
  endpoint: template.optional().describe(
    "The address of the account, where it is another one: a national cloud, a private endpoint, Azurite. Left out, `https://ACCOUNT.blob.core.windows.net`."
  ),
  "encryption-scope": template.optional().describe("The encryption scope that objects are written with. Left out, as the container is set up."),
  "account-key": template.optional().describe("A key of the account: a `${NAME}`, never written out. Better a login without a stored secret."),
  "access-token": template.optional().describe(
    "A token for storage that a step of the job has made: a `${NAME}`, never written out. It is not renewed. Without it and without a key, the usual places are asked: the variables of a workload identity or of a client with a secret, then the login of the program `az`."
  )
};
var settings8 = strictObject(azurePlace);

// src/drivers/backup-stores/bucket-store.ts
import { randomUUID as randomUUID3 } from "node:crypto";
import { join as join12 } from "node:path";

// src/drivers/backup-stores/bucket-draft.ts
import { mkdir as mkdir4, stat as stat7 } from "node:fs/promises";
import { join as join10 } from "node:path";

// src/drivers/backup-stores/bucket-layout.ts
var draftsName = ".drafts";
var removedAtOnce = 16;
async function dropPlace(bucket, below) {
  await bucket.dropUnfinished(below);
  const objects = await bucket.list(below);
  await eachOf(objects, removedAtOnce, ({ key }) => bucket.remove(key));
}

// src/drivers/backup-stores/files.ts
import { createHash as createHash6 } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir as readdir5, rm as rm4, stat as stat6 } from "node:fs/promises";
import { join as join8 } from "node:path";
import { pipeline as pipeline2 } from "node:stream/promises";
async function listFiles(root) {
  const found = [];
  const walk = async (prefix2) => {
    for (const entry of await readdir5(join8(root, prefix2), { withFileTypes: true })) {
      const path = prefix2 === "" ? entry.name : `${prefix2}/${entry.name}`;
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
    entries.filter((entry) => entry.isDirectory()).map((entry) => listFolders(join8(root, entry.name)))
  );
  return [...inner.flat(), root];
}
async function describeFile(root, path) {
  const hash2 = createHash6("sha256");
  await pipeline2(createReadStream(join8(root, path)), hash2);
  return { path, bytes: (await stat6(join8(root, path))).size, sha256: hash2.digest("hex") };
}
async function verifyFiles(root, id2, expected) {
  verifySizes(id2, expected, await sizesIn(root));
  for (const file2 of expected) {
    const { sha256: sha2562 } = await describeFile(root, file2.path);
    if (sha2562 !== file2.sha256) throw damaged2(id2, file2.path, "has other content than when it was written (SHA-256)");
  }
}
function verifySizes(id2, expected, found) {
  const names = new Set(expected.map((file2) => file2.path));
  const extra = [...found.keys()].find((path) => !names.has(path));
  if (extra !== void 0) throw damaged2(id2, extra, "is not in its manifest");
  for (const file2 of expected) {
    const size = found.get(file2.path);
    const { bytes: bytes2 } = asStored(file2);
    if (size === void 0) throw damaged2(id2, file2.path, "is missing");
    if (size !== bytes2) throw damaged2(id2, file2.path, `has ${size} bytes instead of ${bytes2}`);
  }
}
function asStored(file2) {
  return file2.stored ?? file2;
}
async function sizesIn(root) {
  const found = /* @__PURE__ */ new Map();
  for (const path of await listFiles(root).catch(() => []))
    found.set(path, (await stat6(join8(root, path))).size);
  return found;
}
var staleMilliseconds = 14 * 864e5;
async function removeStale(root, prefix2, clock) {
  for (const name of await readdir5(root)) {
    if (!name.startsWith(prefix2)) continue;
    const path = join8(root, name);
    const age = clock.now().getTime() - (await stat6(path)).mtimeMs;
    if (age > staleMilliseconds) await rm4(path, { recursive: true, force: true });
  }
}
function damaged2(id2, path, how) {
  return new SystemFailure({
    happened: `The file "${path}" of backup "${id2}" ${how}.`,
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

// src/core/model/manifest.ts
var backupPurposes = ["rehearsal", "restore-point"];
var manifestFormat = 2;

// src/drivers/backup-stores/backup-id.ts
import { createHash as createHash7 } from "node:crypto";
var longestHop = 120;
function backupId({ purpose, hop, at: at4 }) {
  const time4 = at4.toISOString().replaceAll(/[-:.]/g, "");
  return `${time4}_${purpose}_${safe(hop)}`;
}
function isBackupId(text3) {
  return /^[A-Za-z0-9][A-Za-z0-9._+-]{0,199}$/.test(text3);
}
function safe(hop) {
  const plain4 = hop.replaceAll(/[^A-Za-z0-9._+-]+/g, "-");
  if (plain4 === hop && hop.length <= longestHop) return hop;
  return `${plain4.slice(0, longestHop)}-${createHash7("sha256").update(hop).digest("hex").slice(0, 8)}`;
}

// src/core/model/data.ts
function dataText(environment4, { name, noun, isOnly }) {
  return isOnly ? `${noun} of ${environment4}` : `${noun} "${name}" of ${environment4}`;
}
function dataPlace(environment4, { name, isOnly }) {
  return isOnly ? `environments.${environment4}.data` : `"${name}" in environments.${environment4}.data`;
}
function lossText({ dataAt, data = [] }, show = String) {
  if (new Set(data.map((each2) => each2.dataAt)).size < 2) return `everything written after ${show(dataAt)}`;
  const each = data.toSorted((a5, b6) => Date.parse(a5.dataAt) - Date.parse(b6.dataAt)).map(({ name, dataAt: at4 }) => `to "${name}" after ${show(at4)}`);
  return `everything written ${new Intl.ListFormat("en", { type: "conjunction" }).format(each)}`;
}
function earliest(times) {
  return times.toSorted((a5, b6) => Date.parse(a5) - Date.parse(b6)).at(0);
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
  ).exactOptional(),
  objects: record(string(), texts2).exactOptional(),
  definedBy: string().exactOptional(),
  roles: array(string()).exactOptional()
});
var takenFingerprint = discriminatedUnion("kind", [
  object({ kind: literal("same-snapshot"), value: fingerprint }),
  object({ kind: literal("beside"), value: fingerprint, until: fingerprint.exactOptional() }),
  object({ kind: literal("none"), reason: string() })
]);
var innerPath2 = string().min(1).refine(
  (path) => !path.startsWith("/") && !path.includes("\\") && !path.split("/").some((part17) => ["", ".", ".."].includes(part17)),
  {
    error: "a path that stays inside of the backup"
  }
);
var bytes = { bytes: int().nonnegative(), sha256: string().regex(/^[0-9a-f]{64}$/) };
var dataBackup = object({
  // It is the name of a folder.
  name: slug,
  dataAt: iso_exports.datetime(),
  identity,
  fingerprint: takenFingerprint,
  tools: texts2,
  files: array(object({ path: innerPath2, ...bytes, stored: object(bytes).exactOptional() })),
  references: array(object({ kind: string(), id: string() }))
});
var manifest = object({
  format: literal(manifestFormat),
  id: string(),
  system: string(),
  product: string(),
  purpose: m(backupPurposes),
  hop: object({ id: string(), digest: string() }),
  version: string(),
  startedAt: iso_exports.datetime(),
  finishedAt: iso_exports.datetime(),
  dataAt: iso_exports.datetime(),
  journalEntries: int().nonnegative(),
  encryption: object({ kind: literal("age"), recipients: array(string()) }).exactOptional(),
  place: slug.exactOptional(),
  data: array(dataBackup).refine((all) => new Set(all.map(({ name }) => name)).size === all.length, {
    error: "a name of its own for each store of data"
  })
}).refine(
  ({ data, encryption }) => data.every(({ files }) => files.every(({ stored }) => stored === void 0 === (encryption === void 0))),
  { error: "all of its files encrypted, or none", path: ["encryption"] }
).refine(({ data, dataAt }) => data.length === 0 || earliest(data.map((each) => each.dataAt)) === dataAt, {
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
  const read2 = manifest.safeParse(value);
  if (read2.success) return { kind: "manifest", manifest: read2.data };
  const first2 = read2.error.issues[0];
  return {
    kind: "damaged",
    reason: `the manifest is not valid at "${first2?.path.join(".")}": ${first2?.message}`
  };
}

// src/drivers/backup-stores/stored-manifest.ts
var manifestName = "manifest.json";
function newManifest(facts2, data, { seal, place: place3 }) {
  return {
    format: manifestFormat,
    ...facts2,
    ...seal && { encryption: { kind: "age", recipients: seal.recipients } },
    ...place3 !== void 0 && { place: place3 },
    data
  };
}
function manifestText(manifest2) {
  return `${JSON.stringify(manifest2, null, 2)}
`;
}
function readingUnder(id2, text3) {
  const reading = readManifest(text3);
  if (reading.kind === "manifest" && reading.manifest.id !== id2)
    return { kind: "damaged", reason: `the manifest is that of backup "${reading.manifest.id}"` };
  return reading;
}
function listed(all) {
  const backups = all.flatMap(({ reading }) => reading.kind === "manifest" ? [reading.manifest] : []);
  return {
    backups: backups.toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt)),
    damaged: all.flatMap(({ id: id2, reading }) => reading.kind === "damaged" ? [{ id: id2, reason: reading.reason }] : [])
  };
}
function requireId(id2) {
  if (isBackupId(id2)) return;
  throw new UserError({
    happened: `"${id2}" cannot be the id of a backup.`,
    means: "Nothing was done.",
    next: "Use an id as the backup command printed it: letters, digits and . _ + -"
  });
}
function notOpened(id2, description, reason) {
  return new SystemFailure({
    happened: `Backup "${id2}" in ${description} cannot be used: ${reason}.`,
    means: "Nothing was restored.",
    next: "Check the id, use another backup, or take a new one."
  });
}
function requireSeal(manifest2, seal) {
  if (manifest2.encryption === void 0 || seal !== void 0) return;
  throw new UserError({
    happened: `The backup "${manifest2.id}" is encrypted, and the configuration has no "backup.encryption".`,
    means: "It cannot be read. Nothing was restored.",
    next: `Write backup.encryption with the recipients (${manifest2.encryption.recipients.join(", ")}) and the identity of one of them.`
  });
}

// src/drivers/backup-stores/transfer.ts
import { createHash as createHash8 } from "node:crypto";
import { createReadStream as createReadStream2, createWriteStream as createWriteStream2 } from "node:fs";
import { mkdir as mkdir3 } from "node:fs/promises";
import { dirname as dirname7, join as join9 } from "node:path";
import { pipeline as pipeline3 } from "node:stream/promises";
var Tally = class {
  #hash = createHash8("sha256");
  #bytes = 0;
  #sha256;
  async *count(stream) {
    for await (const piece of stream) {
      this.#hash.update(piece);
      this.#bytes += piece.byteLength;
      yield piece;
    }
  }
  get counted() {
    this.#sha256 ??= this.#hash.digest("hex");
    return { bytes: this.#bytes, sha256: this.#sha256 };
  }
};
async function sendFile(directory, path, seal, store) {
  const plain4 = new Tally();
  const stored = new Tally();
  const read2 = plain4.count(createReadStream2(join9(directory, path), { highWaterMark: 1024 * 1024 }));
  await store(stored.count(seal ? await seal.seal(read2) : read2));
  return { path, ...plain4.counted, ...seal && { stored: stored.counted } };
}
async function fetchFile(stream, { expected, name, backup: backup4 }, target, seal) {
  const plain4 = new Tally();
  const stored = new Tally();
  await mkdir3(dirname7(target), { recursive: true, mode: 448 });
  const read2 = stored.count(stream);
  const opened2 = expected.stored === void 0 ? read2 : await unsealed(read2, seal);
  await pipeline3(plain4.count(opened2), createWriteStream2(target, { flags: "wx", mode: 384 }));
  const asStored2 = expected.stored ?? expected;
  for (const [found, right] of [
    [stored.counted, asStored2],
    [plain4.counted, expected]
  ]) {
    if (found.bytes !== right.bytes) throw damaged2(backup4, name, `has ${found.bytes} bytes instead of ${right.bytes}`);
    if (found.sha256 !== right.sha256)
      throw damaged2(backup4, name, "has other content than when it was written (SHA-256)");
  }
}
async function unsealed(stream, seal) {
  if (seal === void 0) throw new Error("an encrypted file was to be read without a seal");
  return await seal.unseal(stream);
}

// src/drivers/backup-stores/bucket-draft.ts
var filesAtOnce = 2;
function bucketDraft(options) {
  const { bucket, prefix: prefix2, scratch, seal, signal, id: id2, place: place3, directory } = options;
  const below = `${prefix2}/${id2}/${place3}`;
  const marker = `${prefix2}/${draftsName}/${id2}/${place3}`;
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  const send = async (data, path) => {
    const local = join10(directory, data);
    const { size } = await stat7(join10(local, path));
    const parts2 = partSize(seal?.sealedBytes(size) ?? size, bucket.parts);
    if (parts2 === void 0) throw tooLarge(`${data}/${path}`, size, bucket.description);
    return await sendFile(
      local,
      path,
      seal,
      (stream) => upload(bucket, `${below}/${data}/${path}`, stream, parts2, either)
    );
  };
  const ahead = /* @__PURE__ */ new Map();
  let turn = Promise.resolve();
  const sendAhead = async (data, path) => {
    try {
      const stamp = await stampOf(join10(directory, data, path));
      return { stamp, file: await send(data, path) };
    } catch {
      return void 0;
    }
  };
  const kept = async (data, path) => {
    const sent = await ahead.get(`${data}/${path}`);
    if (sent !== void 0 && sent.stamp === await stampOf(join10(directory, data, path))) return sent.file;
    return await send(data, path);
  };
  return {
    directoryFor: async (data) => {
      await mkdir4(join10(directory, data), { mode: 448 });
      return join10(directory, data);
    },
    // One after the other, beside a dump that has the machine to itself otherwise.
    finished: (data, path) => {
      const sent = turn.then(() => sendAhead(data, path));
      turn = sent;
      ahead.set(`${data}/${path}`, sent);
    },
    commit: async (facts2) => {
      if (facts2.id !== id2) throw new Error(`the manifest of draft "${id2}" is for backup "${facts2.id}"`);
      const data = [];
      for (const each of facts2.data) {
        const paths = await listFiles(join10(directory, each.name));
        data.push({ ...each, files: await eachOf(paths, filesAtOnce, (path) => kept(each.name, path)) });
      }
      const manifest2 = newManifest(facts2, data, { seal, place: place3 });
      const key = `${prefix2}/${id2}/${manifestName}`;
      const text3 = Buffer.from(manifestText(manifest2));
      if (await bucket.create(key, text3) === "taken") throw takenMeanwhile(id2, bucket.description);
      const stored = await readWhole(bucket, key, signal);
      if (stored?.equals(text3) !== true) throw notReadBack(id2, bucket.description);
      await bucket.remove(marker).catch(() => void 0);
      await scratch.remove(directory);
      return manifest2;
    },
    discard: async () => {
      ended.abort(new Error("the draft was discarded"));
      await Promise.all(ahead.values());
      await scratch.remove(directory);
      await dropPlace(bucket, `${below}/`);
      await bucket.remove(marker);
    }
  };
}
async function stampOf(path) {
  const { size, mtimeNs, ino } = await stat7(path, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
}
function tooLarge(path, bytes2, description) {
  return new SystemFailure({
    happened: `The file "${path}" of the backup has ${bytesText(bytes2)}, more than one object in ${description} can have.`,
    means: "No backup was added; those that are there are unchanged.",
    next: "Keep backups in a store that takes larger files, or back up in several files."
  });
}
function takenMeanwhile(id2, description) {
  return new SystemFailure({
    happened: `Another run has written the backup "${id2}" to ${description} meanwhile.`,
    means: "It is never replaced. This backup was not added.",
    next: "Run the step again: it takes another id."
  });
}
function notReadBack(id2, description) {
  return new SystemFailure({
    happened: `The manifest of backup "${id2}" was written to ${description}, and reads differently.`,
    means: "The backup cannot be trusted.",
    next: "Look for what changes objects there (a lifecycle rule, a replication), then run the step again."
  });
}

// src/drivers/backup-stores/scratch.ts
import { mkdir as mkdir5, mkdtemp, rm as rm5, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join11, resolve as resolve4 } from "node:path";
var prefix = "staged-upgrade-backup-";
var scratchSetting = {
  scratch: template.optional().describe(
    "A folder on the disk of the runner for a backup that is being written or read, where the store cannot be read in place: it must have room for a whole one. Left out, the temporary folder of the job."
  )
};
function scratchOf({ scratch: chosen }, { effects, where, placeholders }) {
  const { environment: environment4, variables, directory, clock } = effects;
  const named5 = chosen === void 0 ? void 0 : variables.fill(chosen, `${where}.scratch`, placeholders);
  return scratchIn(named5 === void 0 ? environment4.RUNNER_TEMP || tmpdir() : resolve4(directory, named5), clock);
}
function scratchIn(root, clock) {
  return {
    root,
    make: () => usable(root, async () => {
      await mkdir5(root, { recursive: true, mode: 448 });
      await removeStale(root, prefix, clock);
      return await mkdtemp(join11(root, prefix));
    }),
    remove: (folder4) => rm5(folder4, { recursive: true, force: true }),
    freeBytes: () => usable(root, async () => {
      await mkdir5(root, { recursive: true, mode: 448 });
      const { bavail, bsize } = await statfs(root);
      return bavail * bsize;
    })
  };
}
async function requireRoom(scratch, id2, bytes2) {
  const free = await scratch.freeBytes();
  if (bytes2 <= free) return;
  throw new SystemFailure({
    happened: `The backup "${id2}" has ${bytesText(bytes2)}, and ${bytesText(free)} are free in the folder "${scratch.root}".`,
    means: "It could not be fetched. Nothing was restored.",
    next: "Free space there, use a runner with a larger disk, or name another folder (scratch: in backup.store)."
  });
}
async function usable(root, act) {
  try {
    return await act();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    throw new SystemFailure(
      {
        happened: `The folder "${root}", where backups are put together, could not be used (${code}).`,
        means: "No backup was written or read.",
        next: "Check that it exists, that this user may write to it and that its disk is not full, or name another one (scratch: in backup.store)."
      },
      { cause }
    );
  }
}

// src/drivers/backup-stores/bucket-store.ts
var manifestsAtOnce = 16;
var filesAtOnce2 = 4;
function bucketStore(options) {
  const { bucket, prefix: prefix2, scratch, seal, clock, signal } = options;
  const { description } = bucket;
  const readingOf2 = async (id2) => {
    const text3 = await readWhole(bucket, `${prefix2}/${id2}/${manifestName}`, signal);
    return text3 === void 0 ? { kind: "damaged", reason: "there is no manifest" } : readingUnder(id2, text3.toString("utf8"));
  };
  return {
    description,
    room: `the folder ${scratch.root}`,
    begin: async (id2) => {
      requireId(id2);
      if ((await readingOf2(id2)).kind === "manifest") throw taken(id2, description);
      const place3 = `files-${randomUUID3().slice(0, 8)}`;
      await bucket.create(`${prefix2}/${draftsName}/${id2}/${place3}`, Buffer.from(`${clock.now().toISOString()}
`));
      await dropStale(options, id2);
      return bucketDraft({ ...options, id: id2, place: place3, directory: await scratch.make() });
    },
    list: async () => {
      const ids = (await bucket.folders(`${prefix2}/`)).filter((name) => !name.startsWith("."));
      const readings = await eachOf(ids, manifestsAtOnce, async (id2) => ({ id: id2, reading: await readingOf2(id2) }));
      return listed(
        readings.filter(({ reading }) => reading.kind === "manifest" || reading.reason !== "there is no manifest")
      );
    },
    open: async (id2) => {
      requireId(id2);
      const reading = await readingOf2(id2);
      if (reading.kind === "damaged") throw notOpened(id2, description, reading.reason);
      requireSeal(reading.manifest, seal);
      return await fetched(reading.manifest, options);
    },
    remove: async (id2) => {
      requireId(id2);
      const reading = await readingOf2(id2);
      if (reading.kind === "damaged") throw notOpened(id2, description, reading.reason);
      return await removed(reading.manifest, options);
    },
    freeBytes: async () => {
      await bucket.folders(`${prefix2}/`);
      return await scratch.freeBytes();
    }
  };
}
async function fetched(manifest2, options) {
  const { bucket, prefix: prefix2, scratch, seal, signal } = options;
  const { id: id2 } = manifest2;
  const below = `${prefix2}/${id2}/${manifest2.place ?? ""}/`;
  const files = manifest2.data.flatMap(
    ({ name, files: files2 }) => files2.map((file2) => ({ ...file2, path: `${name}/${file2.path}` }))
  );
  const found = (await bucket.list(below)).map(({ key, bytes: bytes2 }) => [key.slice(below.length), bytes2]);
  verifySizes(id2, files, new Map(found));
  await requireRoom(
    scratch,
    id2,
    files.reduce((sum, { bytes: bytes2 }) => sum + bytes2, 0)
  );
  const directory = await scratch.make();
  try {
    await eachOf(files, filesAtOnce2, async (expected) => {
      const stream = await readObject(bucket, `${below}${expected.path}`, signal);
      if (stream === void 0) throw notOpened(id2, bucket.description, `its file "${expected.path}" is missing`);
      await fetchFile(stream, { expected, name: expected.path, backup: id2 }, join12(directory, expected.path), seal);
    });
  } catch (error) {
    await scratch.remove(directory);
    throw error;
  }
  return {
    manifest: manifest2,
    directoryOf: (data) => join12(directory, data),
    release: () => scratch.remove(directory)
  };
}
async function removed({ id: id2, place: place3 = "" }, { bucket, prefix: prefix2 }) {
  const manifest2 = `${prefix2}/${id2}/${manifestName}`;
  const keys = [manifest2, ...(await bucket.list(`${prefix2}/${id2}/${place3}/`)).map(({ key }) => key)];
  const held2 = await eachOf(keys, manifestsAtOnce, (key) => bucket.heldUntil(key));
  const until = held2.filter((each) => each !== void 0).toSorted().at(-1);
  if (until !== void 0) return { kind: "held", until };
  const marker = `${prefix2}/${draftsName}/${id2}/${place3}`;
  await bucket.create(marker, Buffer.from("removed\n"));
  await bucket.remove(manifest2);
  await dropPlace(bucket, `${prefix2}/${id2}/${place3}/`);
  await bucket.remove(marker);
  return { kind: "removed" };
}
async function dropStale({ bucket, prefix: prefix2, signal }, ownId) {
  const drafts = await bucket.list(`${prefix2}/${draftsName}/`);
  const now = Math.max(...drafts.map(({ modified }) => modified.getTime()));
  for (const { key, modified } of drafts) {
    if (now - modified.getTime() <= staleMilliseconds) continue;
    const [id2 = "", place3 = ""] = key.slice(`${prefix2}/${draftsName}/`.length).split("/");
    if (id2 === ownId || place3 === "") continue;
    const text3 = await readWhole(bucket, `${prefix2}/${id2}/${manifestName}`, signal);
    const reading = text3 && readingUnder(id2, text3.toString("utf8"));
    const isKept = reading !== void 0 && (reading.kind === "damaged" || reading.manifest.place === place3);
    if (!isKept) await dropPlace(bucket, `${prefix2}/${id2}/${place3}/`);
    await bucket.remove(key);
  }
}
function taken(id2, description) {
  return new SystemFailure({
    happened: `There is a backup "${id2}" in ${description} already.`,
    means: "It is never replaced. Nothing was written.",
    next: "Run the step again: it takes another id."
  });
}

// src/drivers/backup-stores/open-bucket-store.ts
function openBucketStore({ bucket, prefix: prefix2 }, settings17, context) {
  const { clock, signal } = context.effects;
  const scratch = scratchOf(settings17, context);
  const means2 = {
    read: "It could not be seen which backups there are. Nothing was restored.",
    write: "No backup was added; those that are there are unchanged."
  };
  return ({ seal }) => bucketStore({
    bucket: steadyBucket(bucket, { clock, signal, means: means2 }),
    prefix: prefix2,
    scratch,
    seal,
    clock,
    signal
  });
}

// src/world/objects/azure/login.ts
var azureLogin = {
  name: "Log in to Azure",
  action: { repository: "Azure/login", ref: "a457da9ea143d694b1b9c7c869ebb04ebe844ef5", version: "v2.3.0" },
  with: {
    "client-id": { variable: "AZURE_CLIENT_ID" },
    "tenant-id": { variable: "AZURE_TENANT_ID" },
    "subscription-id": { variable: "AZURE_SUBSCRIPTION_ID" }
  }
};

// src/drivers/backup-stores/azure-blob/init.ts
var azureBlobInit = {
  name: "azure-blob",
  title: "a container of Azure Blob Storage: also for hosted runners",
  settings: {
    account: { usual: "${BACKUP_ACCOUNT}", question: "In which storage account are backups kept?" },
    container: { usual: "${BACKUP_CONTAINER}", question: "In which container of it?" }
  },
  login: azureLogin
};

// src/drivers/backup-stores/azure-blob/kind.ts
var settings9 = strictObject({ ...azurePlace, ...scratchSetting }).describe("A container of Azure Blob Storage. Every runner can reach it.");
var part8 = kind(
  "azure-blob",
  settings9,
  (chosen, context) => openBucketStore(openAzure(chosen, context), chosen, context)
);
var azureBlob = { part: part8, init: azureBlobInit };

// src/drivers/backup-stores/folder/kind.ts
import { resolve as resolve5 } from "node:path";

// src/drivers/backup-stores/folder/folder.ts
import { randomUUID as randomUUID4 } from "node:crypto";
import { createReadStream as createReadStream3, createWriteStream as createWriteStream3 } from "node:fs";
import { mkdir as mkdir6, readdir as readdir6, readFile as readFile6, rename as rename5, rm as rm6, statfs as statfs2, writeFile as writeFile4 } from "node:fs/promises";
import { dirname as dirname8, join as join13 } from "node:path";
import { pipeline as pipeline4 } from "node:stream/promises";
var dataName = "data";
var draftPrefix = ".draft-";
function folderStore2(options) {
  const { root, clock, seal, scratch } = options;
  const description = `folder ${root}`;
  const readings = async () => {
    const entries = await inFolder(root, () => readdir6(root, { withFileTypes: true })).catch(noneIfMissing);
    const ids = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map((entry) => entry.name);
    return Promise.all(ids.map(async (id2) => ({ id: id2, reading: await readingOf(root, id2) })));
  };
  return {
    description,
    begin: async (id2) => {
      requireId(id2);
      await inFolder(root, () => mkdir6(root, { recursive: true, mode: 448 }));
      await inFolder(root, () => removeStale(root, draftPrefix, clock));
      const draft = join13(root, `${draftPrefix}${id2}-${randomUUID4()}`);
      await inFolder(root, () => mkdir6(join13(draft, dataName), { recursive: true, mode: 448 }));
      return draftIn(options, { draft, id: id2, written: seal ? await scratch.make() : join13(draft, dataName) });
    },
    list: async () => listed(await readings()),
    open: async (id2) => {
      requireId(id2);
      const reading = await readingOf(root, id2);
      if (reading.kind === "damaged") throw notOpened(id2, description, reading.reason);
      const { manifest: manifest2 } = reading;
      requireSeal(manifest2, seal);
      return manifest2.encryption === void 0 ? await openedInPlace(manifest2, root) : await decrypted(manifest2, options);
    },
    remove: async (id2) => {
      requireId(id2);
      const gone = join13(root, `${draftPrefix}${id2}-${randomUUID4()}`);
      await inFolder(root, async () => {
        await rename5(join13(root, id2), gone);
        await syncFolder(root);
        await rm6(gone, { recursive: true, force: true });
      });
      return { kind: "removed" };
    },
    freeBytes: async () => {
      await inFolder(root, () => mkdir6(root, { recursive: true, mode: 448 }));
      const { bavail, bsize } = await inFolder(root, () => statfs2(root));
      return bavail * bsize;
    }
  };
}
function draftIn({ root, seal, scratch }, { draft, id: id2, written: written5 }) {
  const directory = join13(draft, dataName);
  return {
    directoryFor: (data) => inFolder(root, async () => {
      await mkdir6(join13(written5, data), { mode: 448 });
      return join13(written5, data);
    }),
    commit: (facts2) => inFolder(root, async () => {
      if (facts2.id !== id2) throw new Error(`the manifest of draft "${id2}" is for backup "${facts2.id}"`);
      const data = [];
      for (const each of facts2.data) {
        const own = join13(directory, each.name);
        const files = seal ? await sealedFiles(join13(written5, each.name), own, seal) : await keptFiles(own);
        data.push({ ...each, files });
      }
      for (const folder4 of await listFolders(directory)) await syncFolder(folder4);
      const manifest2 = newManifest(facts2, data, { seal });
      const path = join13(draft, manifestName);
      await writeFile4(path, manifestText(manifest2), { flag: "wx", mode: 384 });
      await syncFile(path);
      await syncFolder(draft);
      await rename5(draft, join13(root, id2));
      await syncFolder(root);
      if (seal) await scratch.remove(written5);
      return manifest2;
    }),
    discard: () => inFolder(root, async () => {
      await rm6(draft, { recursive: true, force: true });
      if (seal) await scratch.remove(written5);
    })
  };
}
async function keptFiles(directory) {
  const files = [];
  for (const path of await listFiles(directory)) {
    await syncFile(join13(directory, path));
    files.push(await describeFile(directory, path));
  }
  return files;
}
async function sealedFiles(written5, directory, seal) {
  const files = [];
  await mkdir6(directory, { recursive: true, mode: 448 });
  for (const path of await listFiles(written5)) {
    const target = join13(directory, path);
    await mkdir6(dirname8(target), { recursive: true, mode: 448 });
    files.push(
      await sendFile(
        written5,
        path,
        seal,
        (stream) => pipeline4(stream, createWriteStream3(target, { flags: "wx", mode: 384 }))
      )
    );
    await syncFile(target);
  }
  return files;
}
function filesOf({ data }) {
  return data.flatMap(({ name, files }) => files.map((file2) => ({ ...file2, path: `${name}/${file2.path}` })));
}
async function openedInPlace(manifest2, root) {
  const directory = join13(root, manifest2.id, dataName);
  await verifyFiles(directory, manifest2.id, filesOf(manifest2));
  return { manifest: manifest2, directoryOf: (data) => join13(directory, data), release: async () => void 0 };
}
async function decrypted(manifest2, { root, seal, scratch }) {
  const { id: id2 } = manifest2;
  const stored = join13(root, id2, dataName);
  const files = filesOf(manifest2);
  verifySizes(id2, files, await sizesIn(stored));
  await requireRoom(
    scratch,
    id2,
    files.reduce((sum, { bytes: bytes2 }) => sum + bytes2, 0)
  );
  const directory = await scratch.make();
  try {
    for (const expected of files) {
      const stream = createReadStream3(join13(stored, expected.path));
      await fetchFile(stream, { expected, name: expected.path, backup: id2 }, join13(directory, expected.path), seal);
    }
  } catch (error) {
    await scratch.remove(directory);
    throw error;
  }
  return { manifest: manifest2, directoryOf: (data) => join13(directory, data), release: () => scratch.remove(directory) };
}
async function readingOf(root, id2) {
  let text3;
  try {
    text3 = await readFile6(join13(root, id2, manifestName), "utf8");
  } catch (cause) {
    const missing5 = codeOf3(cause) === "ENOENT";
    return {
      kind: "damaged",
      reason: missing5 ? "there is no manifest" : `the manifest cannot be read (${codeOf3(cause)})`
    };
  }
  return readingUnder(id2, text3);
}
async function inFolder(root, act) {
  try {
    return await act();
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

// src/drivers/backup-stores/folder/init.ts
var folderInit2 = {
  name: "folder",
  title: "a folder that the runners of production and of staging both reach",
  onOwnRunners: true,
  settings: {
    path: {
      usual: "${BACKUP_FOLDER}",
      input: "backupFolder",
      question: "Which folder do the runners of production and of staging both reach, for backups?"
    }
  }
};

// src/drivers/backup-stores/folder/kind.ts
var settings10 = strictObject({
  path: template.describe(
    "The folder. A relative path starts in the folder of the command. It is made when it is missing."
  ),
  ...scratchSetting
}).describe("A folder on a disk that all steps share: a terminal or runners of your own, never a hosted runner.");
var part9 = kind("folder", settings10, (chosen, context) => {
  const { effects, where, placeholders } = context;
  if (effects.environment.RUNNER_ENVIRONMENT === "github-hosted") throw onHostedRunner(where);
  const path = effects.variables.fill(chosen.path, `${where}.path`, placeholders);
  const root = resolve5(effects.directory, path);
  const scratch = scratchOf(chosen, context);
  return ({ seal }) => folderStore2({ root, clock: effects.clock, seal, scratch });
});
var folder2 = { part: part9, init: folderInit2 };
function onHostedRunner(where) {
  return new UserError({
    happened: `${where} keeps backups in a folder, and this job runs on a hosted runner.`,
    means: "The next job has another disk and would not find them. Nothing was done.",
    next: "Keep them where every job reaches them (`backup: { store: { s3: { bucket: BUCKET } } }`), or use runners of your own that share the folder."
  });
}

// src/world/objects/gcs/bucket.ts
import { createHash as createHash9 } from "node:crypto";

// src/world/objects/gcs/failure.ts
var answer = object({ error: object({ message: string() }) });
async function gcsFailure(response, { bucket, where }) {
  const { status } = response;
  const said = `${status}: ${messageIn(await response.text())}`;
  const failed2 = (message, next2, passes = false) => new BucketError(message, { passes, next: next2 });
  if (status === 408 || status === 429 || status >= 500)
    return failed2(
      `the server is busy or failed (${said})`,
      "Run the step again later. If it stays so, see the status of the service.",
      true
    );
  if (status === 404) return failed2(`there is no bucket "${bucket}"`, `Create it, or correct "bucket" in ${where}.`);
  if (status === 401)
    return failed2(
      `the server does not accept the credentials (${said})`,
      "Check the login step of the job. Credentials of a session expire: a run that is started again logs in again."
    );
  if (status === 403)
    return failed2(
      `a right is missing (${said})`,
      "What is needed on the bucket: storage.objects.create, get, list and delete (the role Storage Object User), and the use of the KMS key, where there is one."
    );
  return failed2(said, `Check ${where}, and what the server says about this error.`);
}
function messageIn(text3) {
  try {
    const read2 = answer.safeParse(JSON.parse(text3));
    if (read2.success) return read2.data.error.message.replace(/\.$/, "");
  } catch {
  }
  return text3.trim().slice(0, 200).replace(/\.$/, "");
}

// src/world/objects/gcs/bucket.ts
var kibibyte = 1024;
var gcsParts = {
  leastBytes: 256 * kibibyte,
  mostBytes: 1024 ** 3,
  mostParts: Number.MAX_SAFE_INTEGER,
  mostObjectBytes: 5 * 1024 ** 4,
  multipleOf: 256 * kibibyte,
  inAnyOrder: false
};
var storedObject = object({
  name: string(),
  size: string().default("0"),
  generation: string().default(""),
  md5Hash: string().optional(),
  updated: string().optional(),
  retentionExpirationTime: string().optional(),
  temporaryHold: boolean().optional(),
  eventBasedHold: boolean().optional()
});
var page = object({
  items: array(storedObject).default([]),
  prefixes: array(string()).default([]),
  nextPageToken: string().optional()
});
function gcsBucket(options) {
  const { server, bucket, fetch, kmsKey } = options;
  const objects = `${server}/storage/v1/b/${encodeURIComponent(bucket)}/o`;
  const uploads = `${server}/upload/storage/v1/b/${encodeURIComponent(bucket)}/o`;
  const ask2 = async (url, { method = "GET", headers, body, signal }, ...expected) => {
    const authorization2 = `Bearer ${await options.token()}`;
    let response;
    try {
      response = await fetch(url, {
        method,
        headers: { authorization: authorization2, "accept-encoding": "identity", ...headers },
        redirect: "manual",
        ...body && { body: Uint8Array.from(body) },
        ...signal && { signal }
      });
    } catch (cause) {
      throw networkFailure(cause, server) ?? cause;
    }
    if (response.ok || expected.includes(response.status)) return response;
    throw await gcsFailure(response, options);
  };
  const pages = async (prefix2, delimiter, signal) => {
    const items = [];
    const prefixes = [];
    let pageToken = "";
    do {
      const query = new URLSearchParams({ prefix: prefix2, delimiter, pageToken });
      const read2 = page.parse(await (await ask2(`${objects}?${query}`, { signal })).json());
      items.push(...read2.items);
      prefixes.push(...read2.prefixes);
      pageToken = read2.nextPageToken ?? "";
    } while (pageToken !== "");
    return { items, prefixes };
  };
  const started = (key, type, once2) => `${uploads}?${new URLSearchParams({
    uploadType: type,
    name: key,
    ...once2 && { ifGenerationMatch: "0" },
    ...kmsKey !== void 0 && { kmsKeyName: kmsKey }
  })}`;
  return {
    description: options.description,
    parts: gcsParts,
    list: async (prefix2, signal) => (await pages(prefix2, "", signal)).items.map(({ name, size, generation, updated }) => ({
      key: name,
      bytes: Number(size),
      version: generation,
      modified: new Date(updated ?? 0)
    })),
    folders: async (prefix2, signal) => (await pages(prefix2, "/", signal)).prefixes.map((each) => each.slice(prefix2.length, -1)),
    read: async (key, from, signal) => {
      const headers = { range: `bytes=${from}-${from + pieceBytes - 1}` };
      const response = await ask2(`${objects}/${encodeURIComponent(key)}?alt=media`, { headers, signal }, 404, 416);
      if (response.status === 404) return await missing2(response, options);
      if (response.status === 416) return new Uint8Array();
      try {
        return new Uint8Array(await response.arrayBuffer());
      } catch (cause) {
        throw networkFailure(cause, server) ?? cause;
      }
    },
    create: async (key, bytes2, signal) => {
      const headers = { "content-type": "application/octet-stream" };
      const response = await ask2(started(key, "media", true), { method: "POST", headers, body: bytes2, signal }, 412);
      if (response.status === 412) return "taken";
      requireSame(storedObject.parse(await response.json()).md5Hash, createHash9("md5").update(bytes2).digest("base64"));
      return "created";
    },
    startUpload: async (key, signal) => {
      const headers = { "content-type": "application/json", "x-upload-content-type": "application/octet-stream" };
      const response = await ask2(started(key, "resumable", false), { method: "POST", headers, signal });
      const session = response.headers.get("location");
      if (session === null) throw new Error("the server named no address for the upload");
      return resumable(session, ask2);
    },
    heldUntil: async (key, signal) => {
      const response = await ask2(`${objects}/${encodeURIComponent(key)}`, { signal }, 404);
      if (response.status === 404) return await missing2(response, options);
      const { temporaryHold, eventBasedHold, retentionExpirationTime } = storedObject.parse(await response.json());
      return temporaryHold === true || eventBasedHold === true ? "its hold is removed" : retentionExpirationTime;
    },
    remove: async (key, signal) => {
      await ask2(`${objects}/${encodeURIComponent(key)}`, { method: "DELETE", signal }, 404);
    },
    // What was begun and not finished the service forgets after a week.
    dropUnfinished: async () => void 0
  };
}
function resumable(session, ask2) {
  const hash2 = createHash9("md5");
  let hashed = 0;
  return {
    send: async ({ offset, isLast: isLast2 }, bytes2, signal) => {
      const end = offset + bytes2.byteLength;
      const range = bytes2.byteLength === 0 ? "*" : `${offset}-${end - 1}`;
      const headers = { "content-range": `bytes ${range}/${isLast2 ? end : "*"}` };
      const response = await ask2(session, { method: "PUT", headers, body: bytes2, signal }, 308);
      if (hashed === offset && bytes2.byteLength > 0) hash2.update(bytes2);
      hashed = end;
      if (isLast2) {
        const { md5Hash } = storedObject.parse(await response.json());
        return requireSame(md5Hash, hash2.copy().digest("base64"));
      }
      const kept = /^bytes=0-(?<last>\d+)$/.exec(response.headers.get("range") ?? "")?.groups?.last;
      if (kept === void 0 || Number(kept) + 1 < end) throw incomplete();
    },
    finish: async () => void 0,
    drop: async () => {
      await ask2(session, { method: "DELETE" }, 404, 410, 499);
    }
  };
}
function requireSame(found, right) {
  if (found === void 0 || found === right) return;
  throw new BucketError("what the server has stored is not what was sent (MD5)", {
    passes: true,
    next: "Run the step again. If it happens again, look at what changes requests between this machine and the server."
  });
}
function incomplete() {
  return new BucketError("the server has kept only a part of what was sent", {
    passes: true,
    next: "Run the step again later."
  });
}
async function missing2(response, options) {
  const text3 = await response.text();
  if (/bucket/i.test(text3)) throw await gcsFailure(new Response(text3, { status: 404 }), options);
  return void 0;
}

// src/world/objects/gcs/open.ts
function openGcs(settings17, { effects, where, placeholders }) {
  const fill = (text3, key2) => effects.variables.fill(text3, `${where}.${key2}`, placeholders);
  const bucket = fill(settings17.bucket, "bucket");
  const key = settings17["kms-key"];
  const given = settings17["access-token"] === void 0 ? void 0 : fill(settings17["access-token"], "access-token");
  let usual;
  return {
    prefix: fill(settings17.prefix, "prefix").replace(/\/+$/, ""),
    bucket: gcsBucket({
      description: `gcs ${bucket}`,
      bucket,
      where,
      server: settings17.endpoint === void 0 ? "https://storage.googleapis.com" : fill(settings17.endpoint, "endpoint"),
      kmsKey: key === void 0 ? void 0 : fill(key, "kms-key"),
      fetch: effects.fetch,
      token: async () => {
        if (given !== void 0) return given;
        usual ??= usualToken2(effects.fetch, where);
        const token = await (await usual)();
        effects.mask(token);
        return token;
      }
    })
  };
}
async function usualToken2(fetch, where) {
  const { GoogleAuth } = await import("./clients/google-auth.js");
  const auth = new GoogleAuth({
    scopes: "https://www.googleapis.com/auth/devstorage.read_write",
    clientOptions: { transporterOptions: { fetchImplementation: fetch } }
  });
  return async () => {
    try {
      const token = await auth.getAccessToken();
      if (typeof token === "string") return token;
    } catch (cause) {
      throw noCredentials2(where, cause);
    }
    throw noCredentials2(where);
  };
}
function noCredentials2(where, cause) {
  const why = cause instanceof Error ? ` (${cause.message.split("\n")[0]?.replace(/\.$/, "")})` : "";
  return new BucketError(`this job has no credentials for it${why}`, {
    passes: false,
    next: `Let a step of the job log in (OIDC, between the marks of its workflow), or name a token in ${where}.access-token.`,
    cause
  });
}

// src/world/objects/gcs/settings.ts
var gcsPlace = {
  bucket: template.meta({ description: "The name of the bucket.", examples: ["acme-backups"] }),
  prefix: template.default("{system}").describe("What the keys start with, without a slash at the end. `{system}` is the name of the system."),
  endpoint: template.optional().describe(
    "The address of the service, where it is another one: a private endpoint. Left out, storage.googleapis.com."
  ),
  "kms-key": template.optional().describe("The full name of the key that the service encrypts with. Left out, as the bucket is set up."),
  "access-token": template.optional().describe(
    "A token that a step of the job has made: a `${NAME}`, never written out. It is not renewed. Without it the usual places are searched: what a login step has set (OIDC), a key file, the account of the machine."
  )
};
var settings11 = strictObject(gcsPlace);

// src/world/objects/gcs/login.ts
var googleLogin = {
  name: "Log in to Google Cloud",
  action: {
    repository: "google-github-actions/auth",
    ref: "7c6bc770dae815cd3e89ee6cdf493a5fab2cc093",
    version: "v3.0.0"
  },
  with: {
    workload_identity_provider: { variable: "GCP_IDENTITY_PROVIDER" },
    service_account: { variable: "GCP_SERVICE_ACCOUNT" }
  }
};

// src/drivers/backup-stores/gcs/init.ts
var gcsInit = {
  name: "gcs",
  title: "a bucket of Google Cloud Storage: also for hosted runners",
  settings: { bucket: { usual: "${BACKUP_BUCKET}", question: "Which bucket are backups kept in?" } },
  login: googleLogin
};

// src/drivers/backup-stores/gcs/kind.ts
var settings12 = strictObject({ ...gcsPlace, ...scratchSetting }).describe("A bucket of Google Cloud Storage. Every runner can reach it.");
var part10 = kind(
  "gcs",
  settings12,
  (chosen, context) => openBucketStore(openGcs(chosen, context), chosen, context)
);
var gcs = { part: part10, init: gcsInit };

// src/drivers/backup-stores/s3/init.ts
var s3Init = {
  name: "s3",
  title: "a bucket of S3, or of MinIO, R2 or Ceph: also for hosted runners",
  settings: {
    bucket: { usual: "${BACKUP_BUCKET}", question: "Which bucket are backups kept in?" },
    region: { usual: "${AWS_REGION}", question: "In which region is the bucket?" }
  },
  login: awsLogin
};

// src/drivers/backup-stores/s3/kind.ts
var settings13 = strictObject({ ...s3Place, ...scratchSetting }).describe("A bucket of S3, or of a server that speaks its protocol (MinIO, R2, Ceph). Every runner can reach it.");
var part11 = kind(
  "s3",
  settings13,
  (chosen, context) => openBucketStore(openS3(chosen, context), chosen, context)
);
var s3 = { part: part11, init: s3Init };

// src/drivers/backup-stores.ts
var kinds3 = [folder2, s3, gcs, azureBlob];
var backupStore = oneOf(kinds3.map(({ part: part17 }) => part17));
var backupStoreInit = kinds3.map(({ init }) => init);

// src/core/messages/validation.ts
function validationProgress(elapsed, total) {
  return `validated ${elapsedText(Math.min(elapsed, total), total)}`;
}
function validationText(milliseconds2, rounds) {
  if (milliseconds2 === void 0 || rounds === void 0) return "";
  return `validated for ${durationText(milliseconds2)} in ${countText(rounds, "round")}`;
}

// src/core/model/deploy-place.ts
var deployPlace = object({
  /** The kind of deployer: `compose`. */
  kind: string(),
  /** What tells it from every other one of its kind, as the system itself says it: `engine`, `project`. */
  location: record(string(), string()).readonly()
}).readonly();
function isSameDeployPlace(one, other) {
  const keys = Object.keys(one.location);
  return one.kind === other.kind && keys.length === Object.keys(other.location).length && keys.every((key) => one.location[key] === other.location[key]);
}
function deployPlaceText({ location }) {
  return Object.entries(location).map(([key, value]) => `${key} "${value}"`).join(", ");
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
  if (event2.type === "at-target")
    return `production was seen to run ${event2.version}, the target of ring ${event2.ring}`;
  if (event2.type === "disposable-marked") return `marked ${event2.data} as disposable: ${event2.name} (${event2.mark})`;
  if (event2.type === "backups-removed") return `removed old backups: ${event2.backups.join(", ")}`;
  if (event2.type === "production-found-marked")
    return `${event2.data} of production was found to be marked as disposable (${event2.mark})`;
  if (event2.type === "production-place-seen")
    return `production was seen at ${deployPlaceText(event2.place)} (${event2.place.kind})`;
  if (!("hop" in event2)) return leaseSentence(event2);
  const place3 = "environment" in event2 ? ` on ${event2.environment}` : "";
  const took2 = "milliseconds" in event2 ? ` in ${durationText(event2.milliseconds)}` : "";
  const more = detail(event2);
  return `${nameOf2(event2)} ${event2.hop.id}${place3}${took2}${more === "" ? "" : `: ${more}`}`;
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
    case "baseline-taken":
      return `${event2.version}, ${countText(event2.measures.length, "measure")}`;
    case "deploying":
      return `${event2.version}${event2.deferred ? ", migrations deferred" : ""}`;
    case "deployed": {
      const down = downText(event2);
      const deferred = event2.deferred ? ", migrations deferred" : "";
      const unproved = event2.unproved === void 0 ? "" : ` (not proved: ${event2.unproved})`;
      return `${event2.version}${deferred}${unproved}${down}`;
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
      return event2.accepted === void 0 ? `to ${event2.to}${event2.tests === void 0 ? "" : `, ${countText(event2.tests.length, "test")}`}${downText(event2)}` : `to ${event2.to}${downText(event2)}, tests not passed and accepted: "${event2.accepted.reason}"`;
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
function downText({
  downtimeMilliseconds: down,
  availability: availability2
}) {
  if (down === void 0) return "";
  const { looks: looks2, failed: failed2 } = availability2 ?? { looks: 0, failed: 0 };
  const counted = failed2 === 0 ? "" : ` (${failed2} of ${looks2} health checks failed)`;
  return `, down for ${downtimeText(down)}${counted}`;
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

// src/journal/chain.ts
import { hash } from "node:crypto";

// src/core/model/event-shapes.ts
var text = string();
var time2 = iso_exports.datetime().describe("ISO 8601, in UTC.");
var milliseconds = number().min(0);
var count = int().min(0);
var environment = m(environmentNames);
var release = m(releaseSides);
var runIdentity = object({
  kind: m(["github", "terminal"]),
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
  parts: hopParts.exactOptional(),
  /** The releases on both sides, where the labels say more than them. */
  releases: object({ from: text, to: text }).readonly().exactOptional()
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
var availability = object({
  looks: count,
  failed: count,
  downtimeMilliseconds: milliseconds,
  longestGapMilliseconds: milliseconds,
  medianMilliseconds: milliseconds,
  slowestMilliseconds: milliseconds
}).readonly();
var contents = { tables: count, rows: count, files: count.exactOptional() };
function event(type, shape) {
  return object({ type: literal(type), ...shape }).readonly();
}

// src/core/model/data-events.ts
var dataEvents = [
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
    purpose: m(backupPurposes),
    backup: text,
    version: text,
    /** The data is whole up to here; what is written later is lost by restoring. ISO 8601. */
    dataAt: text,
    /** Each store of data, with up to when its own data is whole. */
    data: array(object({ ...recordedData.unwrap().shape, dataAt: text }).readonly()).readonly().exactOptional(),
    bytes: count,
    milliseconds
  }),
  /** By what the configuration says of how long backups are kept. */
  event("backups-removed", { backups: array(text).readonly() }),
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
  /** The restore point itself was restored on staging and found equal, before production is deployed. */
  event("point-proved", { ...inEnvironment, backup: text, ...contents, milliseconds }),
  event("scrubbed", { ...inEnvironment, waived: boolean(), milliseconds })
];

// src/core/model/lease-events.ts
var leaseEvents = [
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
];

// src/core/model/plan-events.ts
var planEvents = [
  event("planned", {
    current: text,
    target: text,
    hops: array(plannedHop).readonly(),
    operation: m(operations).exactOptional(),
    /** Where a run of a whole fleet takes it up: the ring that it is in. */
    ring: text.exactOptional(),
    /** Why there is no staging, as the configuration had it. */
    waiver: text.exactOptional(),
    /** The facts and parts that were given for it, `name=value`, besides those of the configuration. */
    given: object({ facts: array(text).readonly(), parts: array(text).readonly() }).readonly().exactOptional(),
    /** The digests of what its hops do, by name: a later run can say which of it has changed. */
    contents: contentDigests2.exactOptional()
  }),
  /** A run of a whole fleet has seen that production runs the target, and serves: nothing is to be done, and the time of its ring counts. */
  event("at-target", { version: text, ring: text }),
  /** The whole path was looked at beforehand; and the journal was seen to take an entry. */
  event("preflighted", { problems: count, warnings: count, unknown: count }),
  /** Where production is deployed: staging, whose jobs have no access to it, is compared with that. */
  event("production-place-seen", { place: deployPlace }),
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
    outcome: m(["waiting", "failed", "unknown", "refused"]),
    message: text
  }),
  /** A hop that a person did by hand: what runs was observed, how it came there was not. */
  event("adopted", { ...inEnvironment, version: text, reason: text })
];

// src/core/model/release-events.ts
var releaseEvents = [
  /** What the release before does, measured before the newer one is deployed. */
  event("baseline-taken", {
    ...inEnvironment,
    version: text,
    measures: array(
      object({ name: text, count: number().exactOptional(), digest: text.exactOptional(), milliseconds }).readonly()
    ).readonly()
  }),
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
  event("put-in-place", {
    ...inEnvironment,
    release,
    version: text,
    /** Its images by digest, where the deployer knows them: what is promoted must be what was rehearsed. */
    artifacts: array(artifact).readonly().exactOptional()
  }),
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
    availability: availability.exactOptional(),
    /** The same of writes, where they are asked for by themselves. */
    writes: availability.exactOptional(),
    milliseconds
  }),
  event("smoke-tested", {
    ...inEnvironment,
    release,
    version: text,
    migrations: m(["done", "pending", "running", "failed"]),
    /** No probe shows the migrations of the product: that they are done was not observed. */
    assumed: literal(true).exactOptional(),
    tests: array(text).readonly(),
    /** What is tested may be corrected while a hop is under way, so it is not in the hop's digest. */
    testsDigest: text.exactOptional(),
    milliseconds,
    /** For how long and how often they were repeated; without these, they ran once. */
    validatedMilliseconds: milliseconds.exactOptional(),
    rounds: int().min(1).exactOptional(),
    /** How it compares with the release before, a sentence each. */
    compared: array(text).readonly().exactOptional()
  }),
  /** Written before migrations are started: from here on only a restore goes back. */
  event("migrating", inEnvironment),
  /** Written before each start. `retry`: it had failed, and a person asked for it to be started once more. */
  event("starting", { ...inEnvironment, migration: text, retry: boolean() }),
  /** What the server said to that start. `refused`: the credential was not accepted, so it does not count as one. */
  event("start-answered", { ...inEnvironment, migration: text, said: text, refused: boolean() }),
  event("migrated", { ...inEnvironment, milliseconds }),
  event("waited", { ...inEnvironment, milliseconds }),
  event("rolling-back", { ...inEnvironment, to: text, reason: text.exactOptional() }),
  event("rolled-back", {
    ...inEnvironment,
    to: text,
    milliseconds,
    downtimeMilliseconds: milliseconds.exactOptional(),
    availability: availability.exactOptional(),
    /** The same of writes, where they are asked for by themselves. */
    writes: availability.exactOptional(),
    /** On production: the smoke tests that it passed then. On staging they are a step of their own. */
    tests: array(text).readonly().exactOptional(),
    testsDigest: text.exactOptional(),
    /** Its tests did not pass, and the person who ran it has accepted that in writing. */
    accepted: object({ reason: text, notPassed: text }).readonly().exactOptional()
  })
];

// src/core/model/staging-events.ts
var stagingEvents = [
  /** A rehearsal without data begins: staging was seen where the hop starts, and nothing is restored there. */
  event("staging-taken", inEnvironment),
  /** The configuration says in writing why this hop goes to production without a rehearsal. */
  event("rehearsal-waived", { hop: hopReference, because: text }),
  /** In a rehearsal of the whole path: the hop before has left staging where this one starts, on a restored copy. */
  event("carried-over", { ...inEnvironment, backup: text, after: text }),
  /** The path is rehearsed again from a restore: what this hop's rehearsal has shown does not count any more. */
  event("rehearsal-voided", { ...inEnvironment, because: text }),
  event("rehearsed", {
    hop: hopReference,
    /** Left out where there is no data. */
    backup: text.exactOptional(),
    /** The digests of what was done and of what it was tested with, by name. */
    contents: contentDigests2.exactOptional()
  })
];

// src/core/model/event.ts
var journalEvent = discriminatedUnion("type", [
  ...planEvents,
  ...dataEvents,
  ...stagingEvents,
  ...releaseEvents,
  ...leaseEvents
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
  const number3 = Number(digits);
  return number3 >= 1 && entryFileName(number3) === fileName ? number3 : void 0;
}
function sha256(content) {
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
  "checksum": "${sha256(bare)}"
}
`;
  return { name: entryFileName(entry.sequence), content: Buffer.from(bare.replace(/\n\}\n$/, () => checksum)) };
}
function decodeChain(files, system2, { earlier: earlier2 = [], known: known2 } = {}) {
  const numbered = /* @__PURE__ */ new Map();
  const strangers = [];
  for (const file2 of files) {
    const number3 = entryNumber(file2.name);
    if (number3 === void 0) strangers.push(file2.name);
    else numbered.set(number3, file2);
  }
  const stranger = strangers.sort()[0];
  if (stranger !== void 0) {
    const isThere = (number3) => numbered.has(number3) || number3 >= 1 && number3 <= earlier2.length;
    return { kind: "damaged", damage: strangerDamage(stranger, isThere) };
  }
  let newest = earlier2.length;
  for (const number3 of numbered.keys()) newest = Math.max(newest, number3);
  const entries = [...earlier2];
  for (let sequence = earlier2.length + 1; sequence <= newest; sequence++) {
    const file2 = numbered.get(sequence);
    if (!file2) {
      return {
        kind: "damaged",
        damage: { kind: "gap", missing: entryFileName(sequence), newest: entryFileName(newest) }
      };
    }
    const before = headOf(entries);
    const same = known2?.get(file2.name);
    const isKnown = same?.entry.system === system2 && same.entry.previous === before.hash;
    if (isKnown && (same.content === file2.content || Buffer.compare(same.content, file2.content) === 0)) {
      entries.push(same.entry);
      continue;
    }
    const read2 = decodeEntry(file2, sequence, before, system2);
    if ("kind" in read2) return { kind: "damaged", damage: read2 };
    known2?.set(file2.name, { content: file2.content, entry: read2 });
    entries.push(read2);
  }
  return { kind: "intact", entries };
}
function readChain(files, system2, where, verified) {
  const chain = decodeChain(files, system2, verified);
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
function decodeEntry(file2, sequence, before, system2) {
  const text3 = Buffer.from(file2.content).toString("utf8");
  const json = parseJson(text3);
  if (json.kind === "broken") return { kind: "unreadable", file: file2.name, reason: json.reason };
  const format = formatOnly.safeParse(json.value);
  if (format.success && format.data.format > 1) return { kind: "newer", file: file2.name, format: format.data.format };
  const [end, bare] = [text3.slice(-checksumLength), text3.slice(0, -checksumLength)];
  const checksum = checksumLine.exec(end)?.[1];
  if (checksum === void 0 || checksum !== sha256(`${bare}
}
`)) return { kind: "edited", file: file2.name };
  const read2 = envelope.safeParse(json.value);
  if (!read2.success) return { kind: "invalid", file: file2.name, reason: issues(read2.error) };
  const entry = read2.data;
  if (entry.sequence !== sequence) return { kind: "misnumbered", file: file2.name, sequence: entry.sequence };
  if (entry.system !== system2) return { kind: "other-system", file: file2.name, system: entry.system, expected: system2 };
  if (entry.previous !== before.hash) {
    return {
      kind: "broken-chain",
      file: file2.name,
      before: sequence === 1 ? "the beginning" : entryFileName(before.sequence)
    };
  }
  const event2 = readEvent(entry.event);
  if (event2.kind === "invalid") return { kind: "invalid", file: file2.name, reason: event2.reason };
  return { ...entry, event: event2.value, hash: sha256(file2.content) };
}
function readEvent(stored) {
  const { type, ...content } = stored;
  if (!eventTypes.has(type)) return { kind: "read", value: { type: "not-understood", name: type, content } };
  const read2 = journalEvent.safeParse(stored);
  return read2.success ? { kind: "read", value: read2.data } : { kind: "invalid", reason: `${type}: ${issues(read2.error)}` };
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
function strangerDamage(file2, isThere) {
  const digits = /(?:^|\/)0*(\d+)[^\d/][^/]*$/.exec(file2)?.[1];
  const number3 = Number(digits);
  return digits !== void 0 && isThere(number3) ? { kind: "duplicate", file: file2, original: entryFileName(number3) } : { kind: "foreign", file: file2 };
}
function issues(error) {
  return error.issues.map((issue) => `"${issue.path.join(".")}": ${issue.message}`).join("; ");
}

// src/journal/chained-journal.ts
function share(file2) {
  return Number.parseInt(sha256(file2.content).slice(0, 8), 16) / 2 ** 32;
}
var attempts = 200;
function chainedJournal(store, identity2, clock, known2) {
  const { description } = store;
  const { system: system2, run } = identity2;
  let seen = headOf([]);
  let verified;
  let last = Promise.resolve();
  const readNow = async () => {
    const { files, revision, unchanged = 0 } = await store.list(verified?.revision);
    if (verified && files.length === 0 && unchanged === verified.entries.length) {
      verifyContains(verified.entries, seen, description);
      verified = { entries: verified.entries, revision };
      return verified;
    }
    const earlier2 = verified?.entries.slice(0, unchanged) ?? [];
    const entries = readChain(files, system2, description, { earlier: earlier2, ...known2 ? { known: known2 } : {} });
    verifyContains(entries, seen, description);
    seen = headOf(entries);
    verified = { entries, revision };
    return verified;
  };
  const appendNow = async (event2) => {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const { entries, revision } = await readNow();
      const head = headOf(entries);
      const at4 = clock.now().toISOString();
      const entry = { format: 1, sequence: head.sequence + 1, previous: head.hash, at: at4, system: system2, run, event: event2 };
      const file2 = encodeEntry(entry);
      const subject = `${system2}: ${eventSentence(event2)}`;
      if (await store.add({ file: file2, revision, subject, at: at4 }) === "added") {
        seen = { sequence: entry.sequence, hash: sha256(file2.content) };
        return { ...entry, hash: seen.hash };
      }
      await clock.sleep(share(file2) * Math.min(2e3, 10 * attempt));
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

// src/journal/bucket-journal.ts
var readAtOnce = 16;
var means = {
  read: "Nothing was done.",
  write: "It is not certain that the entry is recorded, and the step does not continue without it."
};
function bucketJournal(bucket, prefix2, identity2, clock) {
  const steady = steadyBucket(bucket, { clock, means });
  return chainedJournal(bucketFiles(steady, bucket, `${prefix2}/${identity2.system}/`), identity2, clock);
}
function bucketFiles(bucket, once2, below) {
  let listed4 = { revision: "0", objects: [] };
  let confirmed = listed4;
  let isConditional = false;
  return {
    description: `${bucket.description}/${below.slice(0, -1)}`,
    list: async (verified) => {
      if (listed4.revision === verified) confirmed = listed4;
      const before = confirmed.revision === verified ? confirmed.objects : [];
      const objects = await bucket.list(below);
      const differing = before.findIndex(({ key, version }, index) => {
        const now = objects[index];
        return now?.key !== key || now.version !== version;
      });
      const unchanged = differing === -1 ? before.length : 0;
      listed4 = { revision: String(Number(listed4.revision) + 1), objects };
      return { files: await read2(objects.slice(unchanged)), unchanged, revision: listed4.revision };
    },
    add: async ({ file: file2 }) => {
      const key = `${below}${file2.name}`;
      if (await bucket.create(key, file2.content) === "taken") return "taken";
      if (!isConditional) isConditional = await knowsConditions(once2, key, file2.content);
      return "added";
    }
  };
  async function read2(objects) {
    const files = [];
    for (let from = 0; from < objects.length; from += readAtOnce) {
      const some = objects.slice(from, from + readAtOnce);
      const contents2 = await Promise.all(some.map(({ key }) => readWhole(bucket, key)));
      for (const [index, content] of contents2.entries())
        if (content !== void 0) files.push({ name: (some[index]?.key ?? "").slice(below.length), content });
    }
    return files;
  }
}
async function knowsConditions(once2, key, content) {
  try {
    if (await once2.create(key, content) === "taken") return true;
  } catch (error) {
    if (error instanceof BucketError) return false;
    throw error;
  }
  throw unconditional(once2.description);
}
function unconditional(description) {
  return new SystemFailure({
    happened: `${description} has replaced an object that it was told not to replace: its server takes no notice of conditional writes (If-None-Match).`,
    means: "Two runs could act at the same time, and each would replace what the other has recorded. The step does not continue.",
    next: "Use a server that knows conditional writes, as AWS and newer versions of MinIO and Ceph do, or keep the journal on a branch or in a folder (journal.store)."
  });
}

// src/journal/stores/azure-blob/init.ts
var azureBlobInit2 = {
  name: "azure-blob",
  title: "a container of Azure Blob Storage, where rules of the repository forbid the branch",
  settings: {
    account: { usual: "${JOURNAL_ACCOUNT}", question: "In which storage account is the journal kept?" },
    container: { usual: "${JOURNAL_CONTAINER}", question: "In which container of it?" }
  },
  login: azureLogin
};

// src/journal/stores/azure-blob/kind.ts
var settings14 = strictObject({
  ...azurePlace,
  prefix: template.default("staged-upgrade-journal").describe("What the keys start with, without a slash at the end; the name of the system follows.")
}).describe("Keep the journal in a container of Azure Blob Storage: for repositories whose rules forbid the branch.");
var part12 = kind("azure-blob", settings14, (chosen, context) => {
  const { bucket, prefix: prefix2 } = openAzure(chosen, context);
  return (identity2) => bucketJournal(bucket, prefix2, identity2, context.effects.clock);
});
var azureBlob2 = { part: part12, init: azureBlobInit2 };

// src/journal/stores/folder/kind.ts
import { resolve as resolve6 } from "node:path";

// src/journal/stores/folder/folder.ts
import { randomUUID as randomUUID5 } from "node:crypto";
import { link, lstat as lstat3, mkdir as mkdir7, open as open2, readdir as readdir7, readFile as readFile7, stat as stat8, unlink } from "node:fs/promises";
import { dirname as dirname9, join as join14 } from "node:path";
var draftPrefix2 = ".draft-";
var abandonedMilliseconds = 36e5;
var readAtOnce2 = 32;
function folderJournal(root, identity2, clock) {
  return chainedJournal(folderStore3(root, join14(root, identity2.system)), identity2, clock);
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
      const { files, unchanged, newest } = await listFiles2(folder4, before).catch((cause) => {
        throw failed2("read", cause);
      });
      const kept = unchanged === before?.names.size ? before.names : /* @__PURE__ */ new Set();
      const names = files.length === 0 ? kept : /* @__PURE__ */ new Set([...kept, ...files.map(({ name }) => name)]);
      listed4 = { revision: String(Number(listed4.revision) + 1), names, newest };
      return { files, unchanged: kept.size, revision: listed4.revision };
    },
    add: async ({ file: file2 }) => {
      try {
        const added = await addFile(folder4, file2, !tidied);
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
  const isDead = link2?.isSymbolicLink() && await stat8(root).catch(orIfMissing(void 0)) === void 0;
  return isDead ? { folder: root, found: "link" } : void 0;
}
async function listFiles2(folder4, before) {
  const names = (await readdir7(folder4).catch(orIfMissing([]))).filter(
    (name) => !name.startsWith(draftPrefix2)
  );
  const fresh = before ? names.filter((name) => !before.names.has(name)) : names;
  const isWhole = before !== void 0 && names.length - fresh.length === before.names.size;
  const changed = isWhole ? await changedSince(folder4, before.newest) : true;
  const first2 = changed ? 1 : (before?.names.size ?? 0) + 1;
  const files = await readFiles(folder4, changed ? names : fresh, first2);
  const last = first2 + files.length - 1;
  const watched = Array.from({ length: Math.min(lookedAtAgain, last) }, (_5, index) => entryFileName(last - index));
  const kept = changed ? /* @__PURE__ */ new Map() : before?.newest;
  const newest = await Promise.all(
    watched.map(async (name) => [name, kept?.get(name) ?? await stampOf2(folder4, name)])
  );
  return { files, unchanged: first2 - 1, newest: new Map(newest) };
}
async function changedSince(folder4, stamps) {
  const same = await Promise.all([...stamps].map(async ([name, stamp]) => await stampOf2(folder4, name) === stamp));
  return same.includes(false);
}
async function stampOf2(folder4, name) {
  const found = await lstat3(join14(folder4, name), { bigint: true }).catch(orIfMissing(void 0));
  return found ? `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}` : "";
}
async function readFiles(folder4, visible2, first2) {
  const others2 = visible2.filter((name) => entryNumber(name) === void 0);
  const newest = visible2.reduce((highest, name) => Math.max(highest, entryNumber(name) ?? 0), first2 - 1);
  const files = new Map(others2.map((name) => [name, { name, content: new Uint8Array() }]));
  const seen = new Set(visible2);
  let gap = false;
  for (let from = first2; from <= newest && !gap; from += readAtOnce2) {
    const count2 = Math.min(readAtOnce2, newest - from + 1);
    const names = Array.from({ length: count2 }, (_5, index) => entryFileName(from + index));
    const read2 = await Promise.all(names.map(async (name) => ({ name, content: await readIfThere(folder4, name) })));
    for (const { name, content } of read2) if (content !== void 0) files.set(name, { name, content });
    gap = read2.some(({ name, content }) => content === void 0 && !seen.has(name));
  }
  for (const name of visible2) if (!files.has(name)) files.set(name, { name, content: new Uint8Array() });
  return [...files.values()];
}
function readIfThere(folder4, name) {
  return readFile7(join14(folder4, name)).catch(orIfMissing(void 0));
}
async function addFile(folder4, file2, tidy) {
  await createFolder(folder4);
  const draft = join14(folder4, `${draftPrefix2}${randomUUID5()}`);
  try {
    await writeDurably(draft, file2.content);
    const linked = await link(draft, join14(folder4, file2.name)).then(
      () => true,
      async (cause) => {
        if (cause.code !== "EEXIST") throw cause;
        return (await stat8(draft)).nlink > 1;
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
  const handle = await open2(path, "wx");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
async function createFolder(folder4) {
  const first2 = await mkdir7(folder4, { recursive: true });
  if (first2 === void 0) return;
  for (let made = folder4; made.length >= first2.length; made = dirname9(made)) await syncFolder(dirname9(made));
}
async function removeAbandoned(folder4, fresh) {
  try {
    const { mtimeMs } = await stat8(fresh);
    for (const name of (await readdir7(folder4)).filter((name2) => name2.startsWith(draftPrefix2))) {
      const path = join14(folder4, name);
      if (mtimeMs - (await stat8(path)).mtimeMs > abandonedMilliseconds) await unlink(path);
    }
  } catch {
  }
}
function orIfMissing(otherwise3) {
  return (cause) => {
    if (cause.code === "ENOENT") return otherwise3;
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
  onOwnRunners: true,
  settings: {
    path: {
      usual: "${JOURNAL_FOLDER}",
      input: "journal",
      question: "Which folder does every run reach, for the journal?"
    }
  }
};

// src/journal/stores/folder/kind.ts
var part13 = kind(
  "folder",
  strictObject({
    path: template.describe(
      "The folder; a relative path starts at the root of the repository that has the configuration. It must outlive the run: use a mounted disk."
    )
  }).describe("Keep the journal in a folder that every run of this system can reach."),
  (settings17, { effects, where, placeholders }) => (identity2) => {
    if (identity2.run.kind === "github" && effects.environment.RUNNER_ENVIRONMENT === "github-hosted") {
      throw hostedRunner(where);
    }
    const path = effects.variables.fill(settings17.path, `${where}.path`, placeholders);
    return folderJournal(resolve6(effects.directory, path), identity2, effects.clock);
  }
);
var folder3 = { part: part13, init: folderInit3 };
function hostedRunner(where) {
  return new UserError({
    happened: `${where} keeps the journal in a folder, but this job runs on a runner hosted by GitHub.`,
    means: "Nothing was done: the next job has another disk and would find an empty journal.",
    next: "Use journal: { store: { git: {} } }, or run the jobs on your own runner with a folder that lasts."
  });
}

// src/journal/stores/gcs/init.ts
var gcsInit2 = {
  name: "gcs",
  title: "a bucket of Google Cloud Storage, where rules of the repository forbid the branch",
  settings: {
    bucket: { usual: "${JOURNAL_BUCKET}", question: "Which bucket is the journal kept in?" }
  },
  login: googleLogin
};

// src/journal/stores/gcs/kind.ts
var settings15 = strictObject({
  ...gcsPlace,
  prefix: template.default("staged-upgrade-journal").describe("What the keys start with, without a slash at the end; the name of the system follows.")
}).describe("Keep the journal in a bucket of Google Cloud Storage: for repositories whose rules forbid the branch.");
var part14 = kind("gcs", settings15, (chosen, context) => {
  const { bucket, prefix: prefix2 } = openGcs(chosen, context);
  return (identity2) => bucketJournal(bucket, prefix2, identity2, context.effects.clock);
});
var gcs2 = { part: part14, init: gcsInit2 };

// src/journal/stores/git/init.ts
var gitInit = { name: "git", title: "a branch of the repository", settings: {} };

// src/journal/stores/git/command.ts
var retryMilliseconds = 6e4;
var noAnswer = {
  exitCode: void 0,
  endedBy: "SIGTERM",
  stdout: "",
  stderr: `no answer within ${retryMilliseconds / 1e3} s`,
  milliseconds: retryMilliseconds
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
  const { processes, environment: environment4, directory, repository, settings: settings17 = [] } = options;
  const base = baseEnvironment(environment4, [...settings17, ...ourSettings]);
  return async (args, request = {}) => {
    const patience2 = new AbortController();
    const wait2 = () => setTimeout(() => patience2.abort(), retryMilliseconds);
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
function baseEnvironment(inherited, settings17) {
  const kept = Object.entries(inherited).filter(([name]) => !unwanted.test(name));
  const before = Number.parseInt(inherited.GIT_CONFIG_COUNT ?? "0", 10);
  const first2 = Number.isNaN(before) ? 0 : before;
  const configured = settings17.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${first2 + index}`, key],
    [`GIT_CONFIG_VALUE_${first2 + index}`, value]
  ]);
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(configured),
    GIT_CONFIG_COUNT: String(first2 + settings17.length),
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
function withoutLogin(address4) {
  const url = URL.parse(address4);
  const isHttp = url?.protocol === "http:" || url?.protocol === "https:";
  if (url === null || !isHttp || url.password === "" && !looksSecret(url.username)) {
    return { address: address4, settings: [], secrets: [] };
  }
  const login = `${decoded(url.username)}:${decoded(url.password)}`;
  url.username = "";
  url.password = "";
  const encoded = Buffer.from(login).toString("base64");
  return {
    address: url.href,
    settings: headerFor(url.origin, encoded),
    secrets: [encoded, ...login.split(":").filter((part17) => part17.length > 3)]
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
    const { address: address5, settings: settings18 } = withoutLogin(rewriting.base ?? "");
    return [...settings18, [`url.${address5}.${rewriting.what}`, value]];
  }
  if (!/^remote\..+\.(push)?url$/is.test(key)) return [[key, value]];
  const { address: address4, settings: settings17 } = withoutLogin(value);
  return [...settings17, [key, address4]];
}
function decoded(text3) {
  try {
    return decodeURIComponent(text3);
  } catch {
    return text3;
  }
}

// src/journal/stores/git/remote.ts
var remoteName = "journal";
async function remoteSettings(git2, remote, where, credential2) {
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
      ...credential2 === void 0 ? [] : headerFor(credential2.server, encodedLogin(credential2)),
      // Behind the token's: who writes a password into an address means that one.
      ...local.filter(([key]) => /^url\./i.test(key)).flatMap(settingWithoutLogin),
      ...addressOf(remote, local, where).flatMap(settingWithoutLogin)
    ],
    // Relative addresses start at the top of the clone.
    directory: top.stdout.replace(/\n$/, "")
  };
}
function addressOf(remote, local, where) {
  const prefix2 = `remote.${remote}.`;
  const configured = local.filter(
    ([key]) => key === `${prefix2}url` || key === `${prefix2}pushurl` || key === `${prefix2}proxy`
  );
  if (configured.some(([key]) => key === `${prefix2}url`)) {
    return configured.map(([key, value]) => [`remote.${remoteName}.${key.slice(prefix2.length)}`, value]);
  }
  if (/[:/]/.test(remote)) return [[`remote.${remoteName}.url`, remote]];
  const names = local.flatMap(([key]) => /^remote\.(.+)\.url$/.exec(key)?.[1] ?? []);
  throw new UserError({
    happened: `${where}.remote is "${remote}", but this clone has no remote of that name.`,
    means: "Nothing was done: the journal cannot be reached.",
    next: names.length === 0 ? 'Add one with "git remote add origin URL".' : `This clone knows: ${names.map((name) => `"${name}"`).join(", ")}.`
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
import { join as join15 } from "node:path";

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
  const lines2 = (await succeed(git2, ["ls-tree", "-z", ...deep, tree, ...folders])).split("\0");
  return lines2.flatMap((line) => {
    const match = /^(\d+) (\w+) ([0-9a-f]+)\t(.+)$/s.exec(line);
    if (!match) return [];
    const [, mode2 = "", kind2 = "", id2 = "", name = ""] = match;
    return [{ mode: mode2, kind: kind2, id: id2, name }];
  });
}
async function writeTree(git2, entries) {
  const input = entries.map(({ mode: mode2, kind: kind2, id: id2, name }) => `${mode2} ${kind2} ${id2}	${name}\0`).join("");
  return (await succeed(git2, ["mktree", "-z"], { input })).trim();
}
async function writeBlob(git2, content) {
  const input = Buffer.from(content).toString("utf8");
  return (await succeed(git2, ["hash-object", "-w", "--stdin"], { input })).trim();
}
async function readBlobs(git2, ids) {
  if (ids.length === 0) return [];
  const output = await succeedWhole(git2, ["cat-file", "--batch", "--buffer"], { input: `${ids.join("\n")}
` });
  const blobs = [];
  let at4 = 0;
  for (const _5 of ids) {
    const headEnd = output.indexOf(10, at4);
    const bytes2 = Number(/ blob (\d+)$/.exec(output.toString("latin1", at4, Math.max(at4, headEnd)))?.[1] ?? Number.NaN);
    const isThere = !Number.isNaN(bytes2);
    blobs.push(isThere ? output.subarray(headEnd + 1, headEnd + 1 + bytes2) : new Uint8Array());
    at4 = isThere ? headEnd + bytes2 + 2 : headEnd + 1;
  }
  return blobs;
}

// src/journal/stores/git/repository.ts
async function openRepository(effects, remote, where, credential2) {
  const { processes } = effects;
  const environment4 = childEnvironment(effects);
  const clone2 = gitCommand({ processes, environment: environment4, directory: effects.directory });
  const { settings: settings17, directory } = await remoteSettings(clone2, remote, where, credential2);
  const repository = await mkdtemp2(join15(environment4.RUNNER_TEMP ?? tmpdir2(), "staged-upgrade-journal-"));
  process.once("exit", () => rmSync(repository, { recursive: true, force: true }));
  await succeed(clone2, ["init", "--bare", "--quiet", "--template=", repository]);
  return gitCommand({
    processes,
    environment: environment4,
    directory,
    repository,
    // Hooks that the user has for all repositories are not meant for this one.
    settings: [...settings17, ["core.hooksPath", join15(repository, "hooks")]]
  });
}

// src/journal/stores/git/store.ts
import { randomUUID as randomUUID6 } from "node:crypto";

// src/journal/stores/git/failure.ts
var signs = [
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
  return signs.find(([, sign]) => sign.test(stderr))?.[0] ?? "unreachable";
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
  const lines2 = said.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !/^(hint|To |Done$)/.test(line));
  return lines2.slice(-4).join(" / ").slice(0, 600);
}

// src/journal/stores/git/layout.ts
function folderOf2(fileName) {
  return fileName.slice(0, -"000.json".length);
}
function partOf(folder4, entries) {
  const placed2 = [];
  const strangers = [];
  for (const { kind: kind2, id: id2, name } of entries) {
    const fileName = folder4 === "" ? name : name.slice(folder4.length + 1);
    const number3 = kind2 === "blob" ? entryNumber(fileName) : void 0;
    if (number3 === void 0 || folder4 !== "" && folderOf2(entryFileName(number3)) !== folder4) strangers.push(name);
    else placed2.push({ number: number3, id: id2 });
  }
  return { placed: placed2, strangers };
}
function listingOf(parts2) {
  const ids = /* @__PURE__ */ new Map();
  const strangers = [];
  for (const [folder4, part17] of parts2) {
    strangers.push(...part17.strangers);
    for (const { number: number3, id: id2 } of part17.placed) {
      if (ids.has(number3)) strangers.push(`${folder4}${folder4 === "" ? "" : "/"}${entryFileName(number3)}`);
      else ids.set(number3, id2);
    }
  }
  return { ids, strangers };
}
function unchangedIn(now, before) {
  let number3 = 0;
  while (before.ids.has(number3 + 1) && before.ids.get(number3 + 1) === now.ids.get(number3 + 1)) number3++;
  return number3;
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
  const { system: system2, branch, clock } = options;
  const ref = `refs/heads/${branch}`;
  const description = `branch ${branch} of ${redact(options.remote)}`;
  const writer = randomUUID6();
  let reached2 = false;
  let fetchedBefore = false;
  let parts2 = /* @__PURE__ */ new Map();
  let listed4 = nothing;
  let confirmed = nothing;
  const failure2 = (trouble, said, recorded) => remoteFailure(trouble, redact(said, options.secrets), description, branch, recorded);
  const attempts4 = () => {
    const waited = { running: 0, stopping: 0 };
    let attempt = 0;
    return async () => {
      attempt++;
      if (!reached2 && attempt === tries2) return false;
      const state = options.signal.aborted ? "stopping" : "running";
      if (waited[state] >= patience[state]) return false;
      const milliseconds2 = Math.min((0.5 + Math.random()) * 250 * 2 ** attempt, state === "running" ? 5e3 : 500);
      await clock.sleep(milliseconds2);
      waited[state] += milliseconds2;
      return true;
    };
  };
  const fetchHead = async (git2, recorded) => {
    const again = attempts4();
    for (; ; ) {
      const looked2 = await git2(["ls-remote", "--exit-code", remoteName, ref]);
      reached2 ||= looked2.exitCode === 0 || looked2.exitCode === 2;
      if (looked2.exitCode === 2) return "";
      const head = looked2.stdout.split("\n").flatMap((line) => line.endsWith(`	${ref}`) ? [line.split("	")[0] ?? ""] : [])[0];
      let said = looked2.stderr;
      if (looked2.exitCode === 0 && head !== void 0) {
        if (await isHere(git2, head)) return head;
        const depth = fetchedBefore ? [] : ["--depth=1"];
        const flags = ["--quiet", "--no-tags", "--no-write-fetch-head", ...depth];
        const fetched2 = await git2(["fetch", ...flags, remoteName, `+${ref}:refs/journal`]);
        fetchedBefore ||= fetched2.exitCode === 0;
        if (fetched2.exitCode === 0 && await isHere(git2, head)) return head;
        said = fetched2.stderr;
      }
      const trouble = remoteTrouble(said);
      const lasting = trouble === "login" || trouble === "permission" || trouble === "not-found";
      if (lasting || !await again()) throw failure2(trouble, said, recorded);
    }
  };
  const list4 = async (verified) => {
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
    parts2 = await readParts(git2, systemFolder(root), parts2);
    listed4 = { ...listingOf(parts2), revision: head };
    const unchanged = before === void 0 ? 0 : unchangedIn(listed4, before);
    const fresh = [...listed4.ids].filter(([number3]) => number3 > unchanged);
    const contents2 = await readBlobs(
      git2,
      fresh.map(([, id2]) => id2)
    );
    const empty = new Uint8Array();
    const files = [
      ...fresh.map(([number3], index) => ({ name: entryFileName(number3), content: contents2[index] ?? empty })),
      ...listed4.strangers.map((name) => ({ name, content: empty }))
    ];
    return { unchanged, files, revision: head };
  };
  const systemFolder = (root) => {
    const entry = root.find(({ name }) => name === system2);
    if (entry === void 0 || entry.kind === "tree") return entry;
    const found = entry.mode === "120000" ? "link" : "file";
    throw damageFailure(description, { kind: "not-a-folder", folder: system2, found });
  };
  const add2 = async (addition) => {
    const git2 = await options.repository();
    const commit2 = await writeCommit(git2, addition, system2, writer);
    const again = attempts4();
    for (; ; ) {
      const pushed = await git2(["push", "--porcelain", "--no-verify", remoteName, `${commit2}:${ref}`]);
      if (pushed.exitCode === 0) return "added";
      const head = await fetchHead(git2, "not-certain");
      if (head !== "" && (await git2(["merge-base", "--is-ancestor", commit2, head])).exitCode === 0) return "added";
      if (head !== addition.revision) return "taken";
      const said = `${pushed.stderr}
${rejections(pushed.stdout)}`;
      const trouble = remoteTrouble(said);
      const passing = trouble === "busy" || trouble === "unreachable" || trouble === "declined";
      if (!passing || !await again()) throw failure2(trouble, said, "not-recorded");
    }
  };
  return { description, list: list4, add: add2 };
}
async function isHere(git2, commit2) {
  return (await git2(["cat-file", "-e", `${commit2}^{commit}`])).exitCode === 0;
}
function rejections(porcelain) {
  return porcelain.split("\n").filter((line) => line.startsWith("!")).map((line) => line.split("	").at(-1) ?? line).join("\n");
}
async function readParts(git2, system2, before) {
  if (system2 === void 0) return /* @__PURE__ */ new Map();
  const lines2 = await readTree2(git2, system2.id);
  const folders = lines2.filter(({ kind: kind2 }) => kind2 === "tree");
  const changed = folders.filter(({ id: id2, name }) => before.get(name)?.id !== id2).map(({ name }) => name);
  const inside = Map.groupBy(
    changed.length === 0 ? [] : await readTree2(git2, system2.id, changed),
    ({ name }) => name.slice(0, name.indexOf("/"))
  );
  const beside = lines2.filter(({ kind: kind2 }) => kind2 !== "tree");
  const parts2 = /* @__PURE__ */ new Map([["", { id: "", ...partOf("", beside) }]]);
  for (const { id: id2, name } of folders) {
    const same = before.get(name);
    parts2.set(name, same?.id === id2 ? same : { id: id2, ...partOf(name, inside.get(name) ?? []) });
  }
  return parts2;
}
async function writeCommit(git2, addition, system2, writer) {
  const { file: file2, revision, subject, at: at4 } = addition;
  const blob = { mode: "100644", kind: "blob", id: await writeBlob(git2, file2.content), name: file2.name };
  const root = revision === "" ? [] : await readTree2(git2, revision);
  const top = await replaced(git2, root, [system2, folderOf2(file2.name)], blob);
  const kept = root.some(({ name }) => name === aboutFile) ? [] : [{ mode: "100644", kind: "blob", id: await writeBlob(git2, Buffer.from(about)), name: aboutFile }];
  const tree = await writeTree(git2, [...top, ...kept]);
  const parents = revision === "" ? [] : ["-p", revision];
  const message = `${subject.slice(0, 200)}

Entry ${file2.name} of ${system2}. Writer ${writer}.
`;
  const who = { NAME: "Staged Upgrade", EMAIL: "journal@staged-upgrade.invalid", DATE: at4 };
  const identity2 = Object.fromEntries(
    Object.entries(who).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value]
    ])
  );
  return (await succeed(git2, ["commit-tree", "--no-gpg-sign", ...parents, tree], { input: message, environment: identity2 })).trim();
}
async function replaced(git2, lines2, [folder4, ...deeper], file2) {
  if (folder4 === void 0) return [...lines2, file2];
  const present = lines2.find(({ name }) => name === folder4);
  const inside = await replaced(git2, present ? await readTree2(git2, present.id) : [], deeper, file2);
  const tree = { mode: "040000", kind: "tree", id: await writeTree(git2, inside), name: folder4 };
  return [...lines2.filter(({ name }) => name !== folder4), tree];
}
function otherBranch(description, branch) {
  return new UserError({
    happened: `The ${description} contains something other than a journal: it has no "${aboutFile}".`,
    means: "Nothing was done, and nothing was added to that branch.",
    next: `Name a branch that does not exist yet with journal: { store: { git: { branch: upgrade-journal } } }, instead of "${branch}".`
  });
}

// src/journal/stores/git/kind.ts
var part15 = kind(
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
  (settings17, { effects, where, placeholders }) => {
    let opened2;
    return ({ credential: credential2, ...identity2 }) => {
      const remote = effects.variables.fill(settings17.remote, `${where}.remote`, placeholders);
      const repository = () => {
        opened2 ??= openRepository(effects, remote, where, credential2).catch((cause) => {
          opened2 = void 0;
          throw cause;
        });
        return opened2;
      };
      const secrets = credential2 ? [credential2.token, encodedLogin(credential2)] : [];
      const store = gitStore({
        system: identity2.system,
        branch: settings17.branch,
        remote,
        clock: effects.clock,
        signal: effects.signal,
        repository,
        secrets
      });
      return chainedJournal(store, identity2, effects.clock);
    };
  }
);
var git = { part: part15, init: gitInit };

// src/journal/stores/s3/init.ts
var s3Init2 = {
  name: "s3",
  title: "a bucket of S3, or of MinIO, R2 or Ceph, where rules of the repository forbid the branch",
  settings: {
    bucket: { usual: "${JOURNAL_BUCKET}", question: "Which bucket is the journal kept in?" },
    region: { usual: "${AWS_REGION}", question: "In which region is the bucket?" }
  },
  login: awsLogin
};

// src/journal/stores/s3/kind.ts
var settings16 = strictObject({
  ...s3Place,
  prefix: template.default("staged-upgrade-journal").describe("What the keys start with, without a slash at the end; the name of the system follows.")
}).describe(
  "Keep the journal in a bucket of S3, or of a server that speaks its protocol and knows conditional writes: for repositories whose rules forbid the branch."
);
var part16 = kind("s3", settings16, (chosen, context) => {
  const { bucket, prefix: prefix2 } = openS3(chosen, context);
  return (identity2) => bucketJournal(bucket, prefix2, identity2, context.effects.clock);
});
var s32 = { part: part16, init: s3Init2 };

// src/journal/stores/registry.ts
var kinds4 = [folder3, git, s32, gcs2, azureBlob2];
var journalStore = oneOf(kinds4.map(({ part: part17 }) => part17));
var journalStoreInit = kinds4.map(({ init }) => init);

// src/products/reference.ts
var { access: access4, baseline, smoke, evidence, checklists, stores, "known-problems": known } = versionsProduct.shape;
var extension = strictObject({
  ...versionsProduct.shape,
  access: access4.unwrap(),
  smoke: smoke.unwrap(),
  evidence: evidence.unwrap(),
  checklists: checklists.unwrap(),
  stores: stores.unwrap(),
  "known-problems": known.unwrap(),
  baseline: baseline.unwrap()
}).partial().extend({ extends: slug.describe("The name of a product that is shipped.") }).describe("A product that is shipped, with keys of its definition replaced as a whole by your own.");
var productReference = union([slug, versionsProduct, stagesProduct, topologyProduct, extension]);

// src/world/sealing/settings.ts
var sealSettings = strictObject({
  age: strictObject({
    recipients: array(template).min(1).meta({
      description: "The public keys (`age1\u2026`) of those who can read the backups: each of them can by itself.",
      examples: [["age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"]]
    }),
    identity: template.optional().meta({
      description: "The secret key (`AGE-SECRET-KEY-1\u2026`) of one of them, as a `${NAME}`. Only jobs that restore need it: those that back up cannot read what they have written.",
      examples: ["${BACKUP_IDENTITY}"]
    })
  }).describe("With age (https://age-encryption.org).")
}).meta({
  description: "Encrypts the files of backups before they leave the machine. Their manifests stay readable: they hold names of tables, numbers of rows and checksums, never a value.",
  examples: [{ age: { recipients: ["${BACKUP_RECIPIENT}"], identity: "${BACKUP_IDENTITY}" } }]
});

// src/core/model/notice.ts
var noticeKinds = ["approval", "failed", "complete", "rolled-back"];
function shortened(text3, limit) {
  return text3.length <= limit ? text3 : `${text3.slice(0, limit - 1).trimEnd()}\u2026`;
}

// src/drivers/notifiers/post.ts
var timeout = 1e4;
var attempts2 = 2;
var longestPause = 1e4;
async function postJson(url, body, { fetch, clock, signal }) {
  let reason = "";
  for (let attempt = 1; attempt <= attempts2 && !signal.aborted; attempt++) {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
        // A message is for the place that was named, and for none that it leads to.
        redirect: "manual",
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)])
      });
      await response.body?.cancel();
      if (response.ok) return { kind: "sent" };
      reason = `it answered ${response.status}`;
      if (response.status !== 429 && response.status < 500) break;
      if (attempt < attempts2) await clock.sleep(pauseOf(response.headers.get("retry-after")));
    } catch (error) {
      reason = whyNot(error);
    }
  }
  return { kind: "not-sent", reason: reason === "" ? "the run is being stopped" : reason };
}
function pauseOf(retryAfter) {
  const seconds = Number(retryAfter ?? "1");
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0) * 1e3, longestPause) : 1e3;
}
function whyNot(error) {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${timeout / 1e3} s`;
  const { cause } = error;
  if (cause instanceof Error && "code" in cause) return String(cause.code);
  return error.name === "TypeError" ? "it could not be reached" : error.message;
}

// src/drivers/notifiers/notifier.ts
var address = template.regex(/^\$\{[A-Za-z_]\w*\}$/, "a `${NAME}`: whoever knows the address can write there").describe("The address, as a `${NAME}`: whoever knows it can write there.");
function webhookKind(name, description, bodyOf) {
  return {
    part: kind(
      name,
      strictObject({ url: address }).describe(description),
      ({ url }, { effects, where, placeholders }) => (notice2) => postJson(effects.variables.fill(url, `${where}.url`, placeholders), bodyOf(notice2), effects)
    )
  };
}

// src/drivers/notifiers/slack/message.ts
var longest = { header: 150, section: 3e3, text: 4e3 };
function plain(text3) {
  return text3.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function escaped(text3, limit) {
  let length = limit;
  let shown4 = plain(shortened(text3, length));
  while (shown4.length > limit) {
    length -= shown4.length - limit;
    shown4 = plain(shortened(text3, Math.max(1, length)));
  }
  return shown4;
}
function slackMessage({ title, text: text3, url }) {
  const link2 = url === void 0 ? [] : [`<${plain(url)}|Open the run>`];
  return {
    // Shown in a notification, where blocks are not.
    text: escaped(title, longest.text),
    blocks: [
      { type: "header", text: { type: "plain_text", text: shortened(title, longest.header), emoji: false } },
      ...text3 === "" ? [] : [section(escaped(text3, longest.section))],
      ...link2.map(section)
    ]
  };
}
function section(text3) {
  return { type: "section", text: { type: "mrkdwn", text: text3 } };
}

// src/drivers/notifiers/slack/kind.ts
var slack = webhookKind("slack", "A channel of Slack, by an incoming webhook.", slackMessage);

// src/drivers/notifiers/teams/message.ts
var longest2 = { title: 500, text: 5e3 };
function plain2(text3) {
  return text3.replaceAll(/[\\`*_[\]()#>~|]/g, (sign) => `\\${sign}`);
}
function teamsMessage({ title, text: text3, url, kind: kind2 }) {
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          fallbackText: shortened(title, longest2.title),
          body: [
            {
              type: "TextBlock",
              text: plain2(shortened(title, longest2.title)),
              weight: "Bolder",
              size: "Medium",
              color: kind2 === "failed" ? "Attention" : "Default",
              wrap: true
            },
            ...text3 === "" ? [] : [{ type: "TextBlock", text: plain2(shortened(text3, longest2.text)), wrap: true }]
          ],
          ...url === void 0 ? {} : { actions: [{ type: "Action.OpenUrl", title: "Open the run", url }] }
        }
      }
    ]
  };
}

// src/drivers/notifiers/teams/kind.ts
var teams = webhookKind(
  "teams",
  "A channel of Microsoft Teams, by a workflow that posts what a webhook receives.",
  teamsMessage
);

// src/drivers/notifiers/webhook/kind.ts
var webhook = webhookKind(
  "webhook",
  "Anything that takes JSON: `kind`, `system`, `hop`, `title`, `text` and `url` of the run.",
  (notice2) => ({ ...notice2 })
);

// src/drivers/notifiers.ts
var notifier = oneOf([slack, teams, webhook].map(({ part: part17 }) => part17));

// src/config/notify-settings.ts
var notifications = array(
  strictObject({
    to: notifier.describe("Where."),
    on: tuple([m(noticeKinds)], m(noticeKinds)).default([...noticeKinds]).describe(
      "Of what: `approval`, a hop waits for a person; `failed`, a step did not succeed; `complete`, a hop is done; `rolled-back`."
    )
  })
).default([]).meta({
  description: "Whom the workflows tell of what goes on. What goes wrong with it is a warning: nothing stops for it.",
  examples: [[{ to: { slack: { url: "${SLACK_WEBHOOK}" } }, on: ["approval", "failed"] }]]
});

// node_modules/temporal-polyfill/chunks/root.js
var o = globalThis.Temporal;

// node_modules/temporal-utils/dist/errorMessages.js
var expectedPositive = (n2, e2) => `Non-positive ${n2}: ${e2}`;
var expectedFinite = (n2, e2) => `Non-finite ${n2}: ${e2}`;
var forbiddenBigIntToNumber = (n2) => `Cannot convert bigint to ${n2}`;
var invalidObject = "Invalid object";
var numberOutOfRange = (n2, e2, o4, t) => invalidEntity(n2, e2) + `; must be between ${o4}-${t}`;
var invalidEntity = (n2, e2) => `Invalid ${n2}: ${e2}`;
var unsupportedWeekNumbers = "Calendar week operations forbidden";

// node_modules/temporal-utils/dist/utils.js
var nanoInMicro = 1e3;
var nanoInMilli = 1e6;
var nanoInSec = 1e9;
var nanoInMinute = 6e10;
var nanoInHour = 36e11;
function normalizeOptions(e2) {
  return e2 === void 0 ? /* @__PURE__ */ Object.create(null) : requireObjectLike(e2);
}
function toFiniteNumber(e2, n2 = "number") {
  if (typeof e2 == "bigint") throw new TypeError(forbiddenBigIntToNumber(n2));
  if (e2 = Number(e2), !Number.isFinite(e2)) throw new RangeError(expectedFinite(n2, e2));
  return e2;
}
function toIntegerWithTrunc(e2, n2) {
  return Math.trunc(toFiniteNumber(e2, n2)) || 0;
}
function toPositiveIntegerWithTruncation(e2, n2) {
  return requireNumberIsPositive(toIntegerWithTrunc(e2, n2), n2);
}
function requireNumberIsPositive(e2, n2 = "number") {
  if (e2 <= 0) throw new RangeError(expectedPositive(n2, e2));
  return e2;
}
function constrainToRange(e2, n2, t) {
  return Math.min(Math.max(e2, n2), t);
}
function isObjectLike(e2) {
  return e2 !== null && (typeof e2 == "object" || typeof e2 == "function");
}
function requireObjectLike(e2) {
  if (!isObjectLike(e2)) throw new TypeError(invalidObject);
  return e2;
}

// node_modules/temporal-utils/dist/diff.js
function o2(n2) {
  return (s5, t, i5) => {
    const e2 = d(i5);
    if (e2.roundingMode || e2.roundingIncrement !== void 0) return s5.until(t, { ...e2, largestUnit: n2, smallestUnit: n2 })[n2];
    const r = s5.until(t, { largestUnit: n2 });
    if (r.blank) return 0;
    if (f(n2)) return r.total(n2);
    const c3 = !("day" in s5) && "toPlainDate" in s5 ? s5.toPlainDate({ day: 1 }) : s5;
    return r.total({ unit: n2, relativeTo: c3 });
  };
}
function f(n2) {
  return n2 === "hours" || n2 === "minutes" || n2 === "seconds" || n2 === "milliseconds" || n2 === "microseconds" || n2 === "nanoseconds";
}
var diffYears = o2("years");
var diffMonths = o2("months");
var diffWeeks = o2("weeks");
var diffDays = o2("days");
var diffHours = o2("hours");
var diffMinutes = o2("minutes");
var diffSeconds = o2("seconds");
var diffMilliseconds = o2("milliseconds");
var diffMicroseconds = o2("microseconds");
var diffNanoseconds = o2("nanoseconds");
function d(n2) {
  return typeof n2 == "string" ? { roundingMode: n2 } : n2 || {};
}

// node_modules/temporal-polyfill/chunks/internal.js
var Sn = invalidEntity;
var Li = unsupportedWeekNumbers;
var he = (n2) => `Missing ${n2}`;
var wo = (n2, e2, t) => invalidEntity(n2, e2) + "; must be " + Object.keys(t).join();
var $i = "Cannot use valueOf";
var _i = "Invalid calling context";
var An = "Invalid leap month";
var Hi = (n2, e2) => `Unknown calendar ${n2}; might need ${e2}`;
var xo = (n2) => invalidEntity("TimeZone", n2);
var on = "Out-of-bounds date";
var Nt = (n2) => `Cannot parse: ${n2}`;
var _e = constrainToRange;
function p2(n2) {
  throw new RangeError(n2);
}
function b2(n2) {
  throw new TypeError(n2);
}
function It(n2, e2, t, o4, r) {
  return U(e2, ((i5, c3) => {
    const a5 = i5[c3];
    return a5 === void 0 && b2(he(c3)), a5;
  })(n2, e2), t, o4, r);
}
function U(n2, e2, t, o4, r, i5) {
  const c3 = _e(e2, t, o4);
  return r && e2 !== c3 && p2(((a5, u4, s5, f4, m5) => m5 ? numberOutOfRange(a5, m5[u4], m5[s5], m5[f4]) : numberOutOfRange(a5, u4, s5, f4))(n2, e2, t, o4, i5)), c3;
}
function kn(n2, e2 = Map, t = 1e4) {
  const o4 = new e2();
  return (r, ...i5) => {
    if (o4.has(r)) return o4.get(r);
    o4.size >= t && o4.clear();
    const c3 = n2(r, ...i5);
    return o4.set(r, c3), c3;
  };
}
var Ki = (n2) => vt({ name: n2 }, 1);
var vt = (n2, e2) => jo((t) => ({ value: t, configurable: 1, writable: !e2 }), n2);
var Uo = (n2) => ({ [Symbol.toStringTag]: { value: n2, configurable: 1 } });
function jo(n2, e2) {
  const t = {};
  for (const o4 in e2) t[o4] = n2(e2[o4], o4);
  return t;
}
function le(n2, e2) {
  const t = {};
  for (const o4 of n2) t[o4] = e2;
  return t;
}
function Tt(n2) {
  const e2 = {};
  for (const t of n2) e2[t] = (o4) => o4[t];
  return e2;
}
function Q(n2, e2, t = /* @__PURE__ */ Object.create(null)) {
  for (const o4 of n2) t[o4] = e2[o4];
  return t;
}
function Wo(n2, e2, t) {
  for (const o4 of n2) if (e2[o4] !== t[o4]) return 0;
  return 1;
}
function Qi(n2, e2, t) {
  const o4 = { ...t };
  for (let r = 0; r < e2; r++) o4[n2[r]] = 0;
  return o4;
}
function j(n2, ...e2) {
  return (...t) => n2(...e2, ...t);
}
function nc(n2) {
  return n2;
}
function ec() {
}
function Lo(n2) {
  return n2[0].toUpperCase() + n2.substring(1);
}
function R(...n2) {
  return [].concat(...n2).sort();
}
function Mt(n2) {
  return new RegExp(`^${n2}$`);
}
function ye(n2) {
  return parseInt(n2.padEnd(9, "0"));
}
function G(n2) {
  return n2 === void 0 ? 0 : parseInt(n2);
}
function qe(n2, e2) {
  return String(e2).padStart(n2, "0");
}
var nn = j(qe, 2);
function rn(n2, e2) {
  return Math.sign(n2 - e2);
}
function _(n2, e2) {
  return n2 < e2 ? -1 : n2 > e2 ? 1 : 0;
}
function zo(n2, e2) {
  const t = n2 / e2;
  return n2 % e2 < 0n ? t - 1n : t;
}
function Dt(n2, e2) {
  const t = zo(n2, e2);
  return [t, n2 - t * e2];
}
function cn(n2, e2) {
  return [Math.floor(n2 / e2), pe(n2, e2)];
}
function pe(n2, e2) {
  return (n2 % e2 + e2) % e2;
}
function Yn(n2, e2) {
  return Math.trunc(n2 / e2) || 0;
}
function Ft(n2, e2) {
  return n2 % e2 || 0;
}
function $o(n2, e2 = 1) {
  return e2 * (0.5 + n2 / 5);
}
function He(n2) {
  return Math.abs(n2 % 1) === 0.5;
}
function qo(n2) {
  const e2 = n2.normalize("NFD").toLowerCase().replace(/[^a-z0-9]/g, "");
  return e2 === "bc" || e2 === "b" ? "bce" : e2 === "ad" || e2 === "a" ? "ce" : e2;
}
var S2 = void 0;
function en(n2) {
  return n2 === S2 ? "iso8601" : n2 === 0 ? "gregory" : n2.id;
}
function Go(n2, e2) {
  return "M" + nn(n2) + (e2 ? "L" : "");
}
function Ge(n2, e2, t) {
  return n2 + (e2 || t && n2 >= t ? 1 : 0);
}
var Ct = { nanosecond: 0, microsecond: 1, millisecond: 2, second: 3, minute: 4, hour: 5, day: 6, week: 7, month: 8, year: 9 };
var bt = Object.keys(Ct);
var Jn = nanoInMicro;
var Kn = nanoInMilli;
var Nn = nanoInSec;
var Qn = nanoInMinute;
var ne = nanoInHour;
var fn = 864e11;
var $ = [1, Jn, Kn, Nn, Qn, ne, fn];
var Vo = BigInt(Jn);
var ge = BigInt(Kn);
var In = BigInt(Nn);
var Xo = BigInt(Qn);
var Jo = BigInt(ne);
var F = BigInt(fn);
function Ne(n2, e2) {
  const t = Number(n2 / F), o4 = Number(n2 % F);
  return t * (fn / e2) + (Math.trunc(o4 / e2) + o4 % e2 / e2);
}
var W = bt.slice(0, 6);
var uc = Tt(W);
var Ve = ["year"];
var wn = ["day"];
var Ot = ["day", "month", "year"];
var Xe = ["offset"];
var Et = ["timeZone"];
var ee = ["era", "eraYear"];
var Ko = ["month", "monthCode"];
var Zt = R(W);
var dc = R(ee, Ve);
var Ie = R(Ko, Ve);
var Qo = R(ee, Ie);
var ve = R(["monthCode"], Ve);
var nr = R(ee, ve);
var er = R(wn, ["monthCode"]);
var xn = R(wn, Ie);
var Un = R(wn, ee, Ie);
var tr = R(xn, W);
var or = R(Un, W);
var mc = R(xn, W, Xe);
var hc = R(Un, W, Xe);
var rr = R(xn, W, Xe, Et);
var ir = R(Un, W, Xe, Et);
var lc = R(wn, ve);
var yc = R(wn, ee, ve);
var A = le(W, 0);
function L2(n2) {
  return Bt(n2) * Nn + ur(n2);
}
function ar(n2) {
  return 1e3 * Bt(n2) + n2.millisecond;
}
function Bt(n2) {
  return 3600 * n2.hour + 60 * n2.minute + n2.second;
}
function ur(n2) {
  return n2.millisecond * Kn + n2.microsecond * Jn + n2.nanosecond;
}
function Rt(n2) {
  const [e2, t] = cn(n2, fn);
  return [sr(t), e2];
}
function sr(n2) {
  const [e2, t] = cn(n2, Kn), [o4, r] = cn(t, Jn);
  return fr(e2, o4, r);
}
function fr(n2, e2 = 0, t = 0) {
  const [o4, r] = cn(n2, 36e5), [i5, c3] = cn(r, 6e4), [a5, u4] = cn(c3, 1e3);
  return { hour: o4, minute: i5, second: a5, millisecond: u4, microsecond: e2, nanosecond: t };
}
function dr(n2) {
  const [e2, t] = Dt(n2, In);
  return [Number(e2), Number(t)];
}
function gc(n2) {
  return Number(zo(n2, ge));
}
function O(n2) {
  return V(n2) + BigInt(L2(n2));
}
function Nc(n2) {
  return mr(n2) + ar(n2);
}
function V(n2) {
  return BigInt(q(n2)) * F;
}
function mr(n2) {
  return 864e5 * q(n2);
}
function q(n2) {
  return te(n2.year, n2.month, n2.day);
}
function te(n2, e2 = 1, t = 1) {
  const o4 = e2 - 1;
  return n2 += Math.floor(o4 / 12), e2 = pe(o4, 12), Date.UTC(n2 % 400 - 400, e2, 0) / 864e5 + 146097 * (Yn(n2, 400) + 1) + t;
}
function vn(n2) {
  const [e2, t] = Dt(n2, F);
  return { ...Ke(Number(e2)), ...sr(Number(t)) };
}
function Ke(n2) {
  const e2 = new Date(864e5 * pe(n2, 146097));
  return { year: e2.getUTCFullYear() + 400 * Math.floor(n2 / 146097), month: e2.getUTCMonth() + 1, day: e2.getUTCDate() };
}
function hr(n2) {
  return [n2, 0];
}
function lr(n2, e2, t) {
  return { year: n2, month: e2, day: t };
}
function Pt(n2, e2) {
  switch (e2) {
    case 2:
      return Te(n2) ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
  }
  return 31;
}
function yr(n2) {
  return Te(n2) ? 366 : 365;
}
function Te(n2) {
  return n2 % 4 == 0 && (n2 % 100 != 0 || n2 % 400 == 0);
}
function pr(n2, e2, t) {
  return n2 += Yn(t, 12), (e2 += Ft(t, 12)) < 1 ? (n2--, e2 += 12) : e2 > 12 && (n2++, e2 -= 12), { year: n2, month: e2 };
}
function gr(n2, e2, t, o4) {
  return 12 * (t - n2) + o4 - e2;
}
function Me(n2) {
  return pe(te(n2.year, n2.month, n2.day) + 4, 7) || 7;
}
function Nr(n2) {
  return te(n2.year, n2.month, n2.day) - te(n2.year) + 1;
}
function St(n2) {
  let e2 = n2.year, t = Math.floor((Nr(n2) - Me(n2) + 10) / 7), o4 = At(e2);
  return t < 1 ? t = o4 = At(--e2) : t > o4 && (t = 1, o4 = At(++e2)), { weekOfYear: t, yearOfWeek: e2, De: o4 };
}
function At(n2) {
  const e2 = Me({ year: n2, month: 1, day: 1 });
  return e2 === 4 || e2 === 3 && Te(n2) ? 53 : 52;
}
function Ir({ year: n2 }) {
  return n2 < 1 ? { era: "bce", eraYear: 1 - n2 } : { era: "ce", eraYear: n2 };
}
function kt(n2) {
  return vr(n2, 1), n2;
}
function vr(n2, e2) {
  const { year: t } = n2, o4 = It(n2, "month", 1, 12, e2);
  return { year: t, month: o4, day: It(n2, "day", 1, Pt(t, o4), e2) };
}
function C(n2, e2) {
  return n2 ? n2.de(e2) : e2;
}
function Tn(n2, e2, t) {
  return n2 ? n2.L(e2, t) : hr(t);
}
function Cc(n2, e2) {
  return n2 === 0 ? Ir(e2) : n2 && n2.h?.(e2) || {};
}
function Mn(n2, e2, t, o4) {
  return n2 ? n2.fe(e2, t, o4) : lr(e2, t, o4);
}
function De(n2, e2) {
  return n2 ? n2.j(e2) : 12;
}
function Fe(n2, e2, t) {
  return n2 ? n2.o(e2, t) : Pt(e2, t);
}
function bc(n2, e2) {
  const { year: t, month: o4 } = C(n2, e2), [r, i5] = Tn(n2, t, o4);
  return Go(r, i5);
}
function Tr(n2, e2) {
  const { year: t, month: o4 } = C(n2, e2);
  return Fe(n2, t, o4);
}
function Mr(n2, e2) {
  const { year: t } = C(n2, e2);
  return n2 ? n2.i(t) : yr(t);
}
function Dr(n2, e2) {
  if (!n2) return Nr(e2);
  const { year: t } = C(n2, e2), o4 = Mn(n2, t, 1, 1);
  return q(e2) - q(o4) + 1;
}
var D = bt.map((n2) => n2 + "s");
var Rc = Tt(D);
var Fr = R(D);
var Pc = D.slice(0, 6);
var Cr = D.slice(6);
var Sc = Cr.slice(1);
var Z = le(D, 0);
var nt = le(Pc, 0);
var Yt = j(Qi, D);
var X = j(Ac, "string");
function Ac(n2, e2, t = n2) {
  return typeof e2 !== n2 && b2(Sn(t, e2)), e2;
}
function Or(n2, e2 = "number") {
  return Number.isInteger(n2) || p2(((t, o4) => `Non-integer ${t}: ${o4}`)(e2, n2)), n2 || 0;
}
function et(n2) {
  return typeof n2 == "symbol" && b2("Cannot convert Symbol to string"), String(n2);
}
function wt(n2) {
  if (!isObjectLike(n2)) return n2;
  const e2 = n2[Symbol.toPrimitive];
  if (e2 != null) {
    typeof e2 != "function" && b2();
    const t = Reflect.apply(e2, n2, ["string"]);
    return isObjectLike(t) && b2(), t;
  }
  return Date.prototype[Symbol.toPrimitive].call(n2, "string");
}
function xt(n2, e2) {
  return Or(toFiniteNumber(n2, e2), e2);
}
var dn = "smallestUnit";
var kc = { constrain: 0, reject: 1 };
var Yc = { compatible: 0, reject: 1, earlier: 2, later: 3 };
var wc = { reject: 0, use: 1, prefer: 2, ignore: 3 };
var xc = { auto: 0, never: 1, critical: 2, always: 3 };
var Uc = { auto: 0, never: 1, critical: 2 };
var jc = { auto: 0, never: 1 };
var Wc = { floor: 0, halfFloor: 1, ceil: 2, halfCeil: 3, trunc: 4, halfTrunc: 5, expand: 6, halfExpand: 7, halfEven: 8 };
var Lc = [Math.floor, (n2) => He(n2) ? Math.floor(n2) : Math.round(n2), Math.ceil, (n2) => He(n2) ? Math.ceil(n2) : Math.round(n2), Math.trunc, (n2) => He(n2) ? Math.trunc(n2) || 0 : Math.round(n2), (n2) => n2 < 0 ? Math.floor(n2) : Math.ceil(n2), (n2) => Math.sign(n2) * Math.round(Math.abs(n2)) || 0, (n2) => He(n2) ? (n2 = Math.trunc(n2) || 0) + n2 % 2 : Math.round(n2)];
var zc = { previous: -1, next: 1 };
function oe(n2) {
  const e2 = n2.roundingIncrement;
  if (e2 === void 0) return 1;
  const t = toIntegerWithTrunc(e2, "roundingIncrement");
  return (t < 1 || t > 10 ** 9) && p2(Sn("roundingIncrement", t)), t;
}
function Ut(n2) {
  let e2 = n2.fractionalSecondDigits;
  if (e2 !== void 0) {
    if (typeof e2 != "number") {
      if (et(e2) === "auto") return;
      p2(Sn("fractionalSecondDigits", e2));
    }
    e2 = U("fractionalSecondDigits", Math.floor(e2), 0, 9, 1);
  }
  return e2;
}
function jt(n2, e2, t = 0, o4) {
  let r = e2[n2];
  if (r === void 0) return o4 ? t : void 0;
  if (r = et(r), r === "auto") return o4 ? t : null;
  let i5 = Ct[r];
  return i5 === void 0 && (i5 = D.indexOf(r)), i5 < 0 && p2(wo(n2, r, Ct)), i5;
}
function Dn(n2, e2, t, o4 = 0) {
  const r = t[n2];
  if (r === void 0) return o4;
  const i5 = et(r), c3 = e2[i5];
  return c3 === void 0 && p2(wo(n2, i5, e2)), c3;
}
var re = j(jt, dn);
var Zr = j(jt, "largestUnit");
var $c = j(jt, "unit");
var Br = j(Dn, "overflow", kc);
var Rr = j(Dn, "disambiguation", Yc);
var _c = j(Dn, "offset", wc);
var Wt = j(Dn, "calendarName", xc);
var qc = j(Dn, "timeZoneName", Uc);
var Hc = j(Dn, "offset", jc);
var Fn = j(Dn, "roundingMode", Wc);
var Gc = j(Dn, "direction", zc);
function ie(n2, e2) {
  return typeof n2 == "string" ? ((t, o4) => {
    const r = /* @__PURE__ */ Object.create(null);
    return r[t] = o4, r;
  })(e2, n2) : requireObjectLike(n2);
}
function Ce(n2, e2, t, o4) {
  const r = o4 ? fn : $[e2 + 1];
  if (r) {
    const i5 = n2 * $[e2];
    (r % i5 || !o4 && i5 === r) && p2(Sn("roundingIncrement", n2));
  } else !t && n2 > 1 && p2(Sn("roundingIncrement", n2));
  return n2;
}
function ce(n2, e2, t, o4) {
  return e2 != null && U(n2, e2, t, o4, 1, bt), e2;
}
function Jc(n2, e2) {
  return typeof e2 == "string" || e2 && (e2.roundingMode || e2.roundingIncrement !== void 0) ? ((t, o4, r, i5 = 7) => {
    let c3 = oe(o4 = ie(o4, "roundingMode"));
    const a5 = Fn(o4, i5);
    return c3 = Ce(c3, t, r), [c3, a5];
  })(n2, e2, 1, 4) : [1, void 0];
}
function Kc(n2, e2, t) {
  let o4 = oe(e2 = Sr(e2));
  const r = Fn(e2, 7);
  return o4 = Ce(o4, n2, void 0, t), [o4, r];
}
function Sr(n2) {
  return n2 === void 0 ? /* @__PURE__ */ Object.create(null) : ie(n2, "roundingMode");
}
function v(n2, e2) {
  return Q(Ot, n2, Q(W, e2));
}
var tt = BigInt(1e8) * F;
var Lt = BigInt(-1e8) * F;
var zt = Lt - F;
function k(n2, e2 = 1) {
  const t = V(n2);
  return (t < (e2 ? zt : Lt) || t > tt) && p2(on), n2;
}
function jn(n2) {
  return Wn(O(n2)), n2;
}
function Wn(n2) {
  return (n2 <= zt || n2 >= tt + F) && p2(on), n2;
}
function tn(n2) {
  return (n2 < Lt || n2 > tt) && p2(on), n2;
}
function $t(n2, e2) {
  return tn(V(n2) + BigInt(L2(n2) - e2));
}
function Ln(n2, e2, t) {
  return rt(n2 / e2, t) * e2 || 0;
}
function rt(n2, e2) {
  return Lc[e2](n2);
}
function it(n2, e2, t, o4) {
  const r = qt(n2, e2, o4, t);
  return Yr(r, Number(t - r.N) / Number(r.te - r.N));
}
function _t(n2, e2, t, o4, r, i5) {
  return Ar(qt(Yn(n2, r) * r, r * e2, o4, t), t, r, i5);
}
function Ar(n2, e2, t, o4) {
  return Ln(Yr(n2, Ht(e2, n2.N, n2.te)), t, o4);
}
function qt(n2, e2, t, o4) {
  let r = kr(n2, e2, t);
  return ((i5, c3, a5, u4) => u4 > 0 ? c3 <= i5 && i5 <= a5 : a5 <= i5 && i5 <= c3)(o4, r.N, r.te, Math.sign(e2)) || (r = kr(n2 + e2, e2, t)), r;
}
function kr(n2, e2, t) {
  const o4 = n2 + e2;
  return { ve: n2, pe: o4, N: t(n2), te: t(o4) };
}
function Yr(n2, e2) {
  return n2.ve + e2 * (n2.pe - n2.ve);
}
function Ht(n2, e2, t) {
  const o4 = t - e2, r = n2 - e2;
  if (!r) return 0;
  const i5 = r < 0n ? -r : r, c3 = o4 < 0n ? -o4 : o4, a5 = _(r, 0n) === _(o4, 0n) ? 1 : -1;
  return _(i5, c3) <= 0 ? i5 === c3 ? a5 : $o(_(2n * i5, c3), a5) : Number(r) / Number(o4);
}
function be(n2) {
  return { epochNanoseconds: n2 };
}
function an(n2, e2, t) {
  return { calendar: t, timeZone: e2, epochNanoseconds: n2 };
}
function Gt(n2, e2) {
  return Q(W, n2, un(n2, e2));
}
function un(n2, e2) {
  return Q(Ot, n2, { calendar: e2 });
}
function Vt(n2) {
  return Q(W, n2);
}
function oa(n2, e2) {
  const { calendar: t, timeZone: o4 } = e2;
  return hn(o4, n2(t, B(e2)));
}
function ra(n2, e2, t) {
  const { calendar: o4, timeZone: r } = e2, i5 = B(e2), [c3, a5] = n2(o4, i5);
  return Lr(e2.epochNanoseconds, hn(r, c3), hn(r, a5), t);
}
function xr(n2, e2, t, o4) {
  if (e2 === 0 && t === 1) return n2.epochNanoseconds;
  const r = B(n2);
  return $r(n2.timeZone, Ur(r, e2, t, o4), r.offsetNanoseconds);
}
function Ur(n2, e2, t, o4) {
  return jr(n2, Ee(e2, t), o4, $[e2 + 1]);
}
function ca(n2, e2, t, o4) {
  return Xt(n2, Ee(e2, t), o4, $[e2 + 1]);
}
function jr(n2, e2, t, o4) {
  const [r, i5] = Xt(n2, e2, t, o4), c3 = v(P(n2, i5), r);
  return jn(c3), c3;
}
function Xt(n2, e2, t, o4 = fn) {
  const r = L2(n2), i5 = r % o4;
  return Rt(r - i5 + Ln(i5, e2, t));
}
function Lr(n2, e2, t, o4) {
  return rt(Ht(n2 < t ? n2 : t - 1n, e2, t), o4) ? t : e2;
}
function Oe(n2) {
  return Ln(n2, Qn, 7);
}
function ae(n2, e2, t) {
  return zr(n2, e2, t, n2 / e2 % 2n);
}
function Jt(n2, e2, t) {
  const [o4, r] = Dt(n2, F), i5 = o4 * F;
  return i5 + zr(r, e2, t, i5 / e2 + r / e2 & 1n);
}
function zr(n2, e2, t, o4) {
  const r = n2 / e2, i5 = n2 % e2;
  let c3 = 0;
  i5 && (c3 = $o(_(2n * (i5 < 0n ? -i5 : i5), e2), Math.sign(Number(i5))));
  const a5 = rt(Number(o4) + c3, t);
  return (r - o4 + BigInt(a5)) * e2;
}
function Ee(n2, e2) {
  return $[n2] * e2;
}
function ue(n2, e2) {
  return BigInt($[n2]) * BigInt(e2);
}
var B = kn(fa, WeakMap);
function fa(n2) {
  const { epochNanoseconds: e2, timeZone: t } = n2, o4 = t.B(e2);
  return { ...vn(e2 + BigInt(o4)), offsetNanoseconds: o4 };
}
function $r(n2, e2, t) {
  return Ze(n2, e2, t, 2, 0);
}
function Ze(n2, e2, t, o4 = 0, r = 0, i5, c3) {
  if (c3 || t !== void 0 && o4 === 1) return $t(e2, t || 0);
  const a5 = n2.O(e2);
  if (t !== void 0 && o4 !== 3) {
    k(e2, 0);
    const u4 = ((s5, f4, m5, d5) => {
      const h2 = O(f4);
      d5 && (m5 = Oe(m5));
      for (const g3 of s5) {
        let y4 = Number(h2 - g3);
        if (d5 && (y4 = Oe(y4)), y4 === m5) return g3;
      }
    })(a5, e2, t, i5);
    if (u4 !== void 0) return u4;
    o4 === 0 && p2("Invalid TimeZone offset");
  }
  return mn(n2, e2, r, a5);
}
function mn(n2, e2, t = 0, o4 = n2.O(e2)) {
  if (o4.length === 1) return o4[0];
  if (t === 1 && p2("Ambiguous offset"), o4.length) return o4[t === 3 ? 1 : 0];
  const r = O(e2), i5 = ((a5, u4) => {
    const s5 = a5.B(u4 - F);
    return ((f4) => (f4 > fn && p2("Out-of-bounds TimeZone gap"), f4))(a5.B(u4 + F) - s5);
  })(n2, r), c3 = vn(r + BigInt(i5 * (t === 2 ? -1 : 1)));
  return (o4 = n2.O(c3))[t === 2 ? 0 : o4.length - 1];
}
function hn(n2, e2) {
  const t = n2.O(e2);
  if (t.length) return t[0];
  const o4 = O(e2) - F;
  return n2.C(o4, 1);
}
function ma(n2, e2, t, o4, r) {
  const i5 = k(ln(n2, e2));
  return ln(n2, t || o4 ? k(Be(n2, i5, t, o4, r)) : i5);
}
function ha(n2, e2) {
  const [t, o4] = to(n2, e2);
  return jn(v(P(n2, o4), t));
}
function zn(n2, e2, t, o4 = 0) {
  let { years: r, months: i5, weeks: c3, days: a5 } = t, u4;
  if (a5 += Number(_n(t) / F), r || i5) u4 = Be(n2, e2, r, i5, o4);
  else {
    if (!c3 && !a5) return e2;
    u4 = e2;
  }
  return (c3 || a5) && (u4 = P(u4, 7 * c3 + a5)), k(u4);
}
function ln(n2, e2) {
  return P(e2, 1 - C(n2, e2).day);
}
function Be(n2, e2, t, o4, r) {
  const i5 = C(n2, e2);
  let { year: c3, month: a5, day: u4 } = i5;
  if (t) {
    const [s5, f4] = Tn(n2, c3, a5);
    c3 += t, a5 = eo(n2, s5, f4, n2 ? n2.p(c3) : void 0, r), a5 = U("month", a5, 1, De(n2, c3), r);
  }
  return o4 && ({ year: c3, month: a5 } = no(n2, c3, a5, o4)), u4 = U("day", u4, 1, Fe(n2, c3, a5), r), Mn(n2, c3, a5, u4);
}
function no(n2, e2, t, o4) {
  return n2 ? n2.ae(e2, t, o4) : pr(e2, t, o4);
}
function eo(n2, e2, t, o4, r) {
  if (t) {
    const i5 = n2 ? n2.l : void 0;
    if (o4 !== void 0 && (i5 < 0 || o4 === e2 + 1)) return o4;
    if (r === 1 && p2(An), i5 < 0) return -i5;
  }
  return Ge(e2, 0, o4);
}
function to(n2, e2) {
  const t = Number(e2 / F), o4 = Number(e2 % F), [r, i5] = Rt(L2(n2) + o4);
  return [r, t + i5];
}
function qr(n2, e2) {
  return tn(n2 + e2);
}
function P(n2, e2) {
  return e2 ? Ke(q(n2) + e2) : n2;
}
function ya(n2, e2) {
  return en(n2) !== en(e2) && p2("Mismatching Calendars"), n2;
}
function Hr(n2, e2) {
  return n2.m !== e2.m && p2("Mismatching TimeZones"), n2;
}
function oo(n2, e2, t, o4, r) {
  return r < 6 ? { ...Z, ...On(o4.epochNanoseconds - t.epochNanoseconds, r) } : ((i5, c3, a5) => {
    const u4 = _(a5.epochNanoseconds, c3.epochNanoseconds);
    if (!u4) return Z;
    if (!Pe(B(c3), B(a5))) return { ...Z, ...On(a5.epochNanoseconds - c3.epochNanoseconds, 5) };
    const [s5, f4, m5] = Jr(i5, c3, a5, u4);
    return { ...(d5 = s5, h2 = f4, Re(e2, d5, h2, r)), ...dt(m5) };
    var d5, h2;
  })(n2, t, o4);
}
function Vr(n2, e2, t, o4) {
  const r = O(e2), i5 = O(t), c3 = _(i5, r);
  return c3 ? o4 <= 6 ? { ...Z, ...On(i5 - r, o4) } : Xr(n2, e2, t, c3, o4) : Z;
}
function Xr(n2, e2, t, o4, r) {
  let i5 = t, c3 = L2(t) - L2(e2);
  return Math.sign(c3) === -o4 && (i5 = P(t, -o4), c3 += fn * o4), { ...Re(n2, e2, i5, r), ...dt(c3) };
}
function Jr(n2, e2, t, o4) {
  const r = B(e2), i5 = B(t), c3 = t.epochNanoseconds;
  let a5 = 0;
  const u4 = L2(i5) - L2(r);
  Math.sign(u4) === -o4 && a5++;
  const s5 = o4 > 0 ? 2 : 1;
  for (; ; a5++) {
    const f4 = P(i5, a5 * -o4), m5 = mn(n2, v(f4, r));
    if (a5 === s5 || _(c3, m5) !== -o4) return [r, f4, Number(c3 - m5)];
  }
}
function Re(n2, e2, t, o4) {
  if (o4 <= 7) return ((y4, l3, I2) => {
    const N2 = ro(l3, I2);
    return y4 ? { ...Z, weeks: Yn(N2, 7), days: Ft(N2, 7) } : { ...Z, days: N2 };
  })(o4 === 7, e2, t);
  const r = C(n2, e2), i5 = C(n2, t);
  if (o4 === 8) {
    const { year: y4, month: l3, day: I2 } = r, { year: N2, month: T2, day: M3 } = i5, Y2 = Math.sign(rn(N2, y4) || rn(T2, l3) || ro(e2, t));
    let w = 0, K2 = 0;
    if (Y2) {
      w = n2 ? n2.ee(y4, l3, N2, T2) : gr(y4, l3, N2, T2);
      let H = Be(n2, e2, 0, w, 0);
      Y2 * rn(I2, M3) > 0 && (w -= Y2, H = Be(n2, e2, 0, w, 0)), K2 = ro(H, t);
    }
    return { ...Z, months: w, days: K2 };
  }
  const { year: c3, month: a5, day: u4 } = r;
  let { year: s5, month: f4, day: m5 } = i5, d5 = s5 - c3, h2 = f4 - a5, g3 = m5 - u4;
  if (d5 || h2) {
    const y4 = Math.sign(d5 || h2);
    let l3 = Fe(n2, s5, f4), I2 = 0;
    if (Math.sign(m5 - u4) === -y4) {
      const N2 = l3;
      ({ year: s5, month: f4 } = no(n2, s5, f4, -y4)), d5 = s5 - c3, h2 = f4 - a5, l3 = Fe(n2, s5, f4), I2 = y4 < 0 ? -N2 : l3;
    }
    if (g3 = m5 - Math.min(u4, l3) + I2, d5) {
      const [N2, T2] = Tn(n2, c3, a5), [M3, Y2] = Tn(n2, s5, f4), w = n2 ? n2.l : void 0;
      if (h2 = w !== void 0 && T2 && !Y2 && (w < 0 ? y4 > 0 && M3 === -w : y4 < 0 && M3 === N2) ? 0 : M3 - N2 || Number(Y2) - Number(T2), Math.sign(h2) === -y4) {
        const K2 = y4 < 0 && -De(n2, s5);
        s5 -= y4, d5 = s5 - c3, h2 = f4 - eo(n2, N2, T2, n2 ? n2.p(s5) : void 0, 0) + (K2 || De(n2, s5));
      } else if (n2) {
        const K2 = eo(n2, N2, T2, n2.p(s5), 0);
        h2 = n2.ee(s5, K2, s5, f4);
      }
    }
  }
  return { ...Z, years: d5, months: h2, days: g3 };
}
function Pe(n2, e2) {
  return rn(n2.year, e2.year) || rn(n2.month, e2.month) || rn(n2.day, e2.day);
}
function ro(n2, e2) {
  return q(e2) - q(n2);
}
function Se(n2, e2) {
  return ri(e2) ? n2.X(e2) : n2.ne;
}
function io(n2, e2, t) {
  const o4 = B(t);
  return { ne: t.epochNanoseconds, X: (r) => mn(e2, v(zn(n2, o4, r), o4)) };
}
function ut(n2, e2) {
  return { ne: V(e2), X: (t) => V(zn(n2, e2, t)) };
}
function co(n2, e2, t) {
  const o4 = {};
  for (let r = e2; r >= 0; r--) {
    const i5 = $[r];
    o4[t[r]] = Yn(n2, i5), n2 = Ft(n2, i5);
  }
  return o4;
}
var Ma = 2 ** 53;
function ft(n2) {
  const e2 = {};
  for (const t of D) e2[t] = -1 * n2[t] || 0;
  return e2;
}
function bn(n2, e2 = D) {
  let t = 0;
  for (const o4 of e2) {
    const r = Math.sign(n2[o4]);
    r && (t && t !== r && p2("Cannot mix duration signs"), t = r);
  }
  return t;
}
function ei(n2, e2) {
  return U(n2, e2, -4294967295, 4294967295, 1);
}
function ti(n2) {
  Number.isSafeInteger(n2) || p2("Out-of-bounds duration");
}
function _n(n2) {
  return BigInt(n2.hours) * Jo + BigInt(n2.minutes) * Xo + oi(n2);
}
function oi(n2) {
  return BigInt(n2.seconds) * In + BigInt(n2.milliseconds) * ge + BigInt(n2.microseconds) * Vo + BigInt(n2.nanoseconds);
}
function On(n2, e2 = 6) {
  const t = Number(n2 / F), o4 = Number(n2 % F), r = $[e2], i5 = e2 <= 3 ? Number(n2 / BigInt(r)) : t * (fn / r) + Yn(o4, r);
  Number.isFinite(i5) || p2(on), e2 <= 3 && Math.abs(i5) / (Nn / $[e2]) >= Ma && p2(on);
  const c3 = co(o4, e2, D);
  return c3[D[e2]] = i5, c3;
}
function dt(n2, e2 = 5) {
  return co(n2, e2, D);
}
function ri(n2) {
  return !!bn(n2, Cr);
}
function ii(n2, e2) {
  return ke(n2, e2) || uo(n2, e2);
}
function ke(n2, e2) {
  return rn(q(n2), q(e2));
}
function uo(n2, e2) {
  return rn(L2(n2), L2(e2));
}
function Za(n2, e2) {
  return !ii(n2, e2) && n2.calendar === e2.calendar;
}
var Aa = /^([+-])([01]\d|2[0-3])(?:(:?)([0-5]\d)(?:\3([0-5]\d)(?:[.,](\d{1,9}))?)?)?$/;
function fo(n2) {
  const e2 = ui(n2);
  return e2 === void 0 && p2(Nt(n2)), e2;
}
function ui(n2, e2) {
  const t = Aa.exec(n2);
  if (t) return e2 && t[5] && p2(Nt(n2)), /* @__PURE__ */ ((o4) => o4 && o4 !== "+" ? -1 : 1)(t[1]) * (parseInt(t[2]) * ne + G(t[4]) * Qn + G(t[5]) * Nn + ye(t[6] || ""));
}
var J = { era: et, month: toPositiveIntegerWithTruncation, monthCode(n2, e2) {
  return X(wt(n2), e2);
}, day: toPositiveIntegerWithTruncation };
var mo = le(W, toIntegerWithTrunc);
var si = le(D, xt);
var ho = Object.assign({}, J, mo);
var lo = { offset(n2) {
  return fo(X(wt(n2)));
}, ...ho };
function se(n2) {
  return n2 === void 0 ? 0 : Br(requireObjectLike(n2));
}
function ka(n2) {
  return Rr(normalizeOptions(n2));
}
function po(n2, e2 = A, t) {
  const o4 = v(n2, e2);
  return jn(o4), Gt(o4, t);
}
var fe = Intl.DateTimeFormat;
function hi(n2, e2) {
  e2 < -864e13 && p2(on);
  const t = n2.formatToParts(e2), o4 = {};
  for (const r of t) o4[r.type] = r.value;
  return o4;
}
var xa = { El_Aaiun: 16, Tucuman: 12, Tirane: 11, Riga: 10, Simferopol: 9, Vienna: 9, Tunis: 8, Boa_Vista: 6, Fortaleza: 6, Maceio: 6, Noronha: 6, Recife: 6, Gaza: 6, Hebron: 6, DeNoronha: 6 };
var lt = -4e9;
function li(n2, e2 = 4) {
  const t = Ut(n2), o4 = Fn(n2, 4), r = re(n2);
  return [o4, ...vo(ce(dn, r, 0, e2), t)];
}
function Io(n2) {
  return Wt(normalizeOptions(n2));
}
function yi(n2, e2) {
  return li(normalizeOptions(n2), e2);
}
function vo(n2, e2) {
  return n2 != null ? [$[n2], n2 < 4 ? 9 - 3 * n2 : -1] : [e2 === void 0 ? 1 : 10 ** (9 - e2), e2];
}
function ja(n2) {
  return de(vn(n2.epochNanoseconds), void 0) + "Z";
}
function La(n2) {
  const e2 = n2.calendar, t = n2.timeZone, o4 = t.B(n2.epochNanoseconds);
  return de(vn(n2.epochNanoseconds + BigInt(o4)), void 0) + xe(Oe(o4)) + vi(t.id, 0) + (e2 === S2 ? "" : Gn(en(e2), 0));
}
function za(n2, e2) {
  const t = ((o4) => (o4 = normalizeOptions(o4), [Wt(o4), ...li(o4)]))(e2);
  return ((o4, r, i5, c3, a5, u4) => de(jr(r, a5, c3), u4) + Do(o4, i5))(n2.calendar, n2, ...t);
}
function $a(n2) {
  const e2 = n2.calendar;
  return de(n2, void 0) + (e2 === S2 ? "" : Gn(en(e2), 0));
}
function _a(n2, e2) {
  return t = n2.calendar, o4 = n2, r = Io(e2), Hn(o4) + Do(t, r);
  var t, o4, r;
}
function qa(n2) {
  return Hn(n2) + (n2.calendar === S2 ? "" : Gn(en(n2.calendar), 0));
}
function Ga(n2) {
  const e2 = n2.calendar;
  return e2 !== S2 ? Hn(n2) + Gn(en(e2), 0) : To(n2);
}
function Xa(n2) {
  const e2 = n2.calendar;
  return e2 !== S2 ? Hn(n2) + Gn(en(e2), 0) : Ii(n2);
}
function Ja(n2, e2) {
  return ((t, o4, r, i5) => Mo(Xt(t, r, o4)[0], i5))(n2, ...yi(e2));
}
function Ka(n2) {
  return Mo(n2, void 0);
}
function nu(n2) {
  return gi(n2, void 0);
}
function gi(n2, e2) {
  const { sign: t } = n2, o4 = t === -1 ? ft(n2) : n2, { hours: r, minutes: i5 } = o4, c3 = oi(o4), a5 = Number(c3 / In), u4 = Number(c3 % In);
  ti(a5);
  const s5 = Fo(u4, e2), f4 = e2 >= 0 || !t || s5;
  return (t < 0 ? "-" : "") + "P" + Ni({ Y: qn(o4.years), M: qn(o4.months), W: qn(o4.weeks), D: qn(o4.days) }) + (r || i5 || a5 || f4 ? "T" + Ni({ H: qn(r), M: qn(i5), S: qn(a5, f4) + s5 }) : "");
}
function Ni(n2) {
  const e2 = [];
  for (const t in n2) {
    const o4 = n2[t];
    o4 && e2.push(o4, t);
  }
  return e2.join("");
}
function qn(n2, e2) {
  if (!n2 && !e2) return "";
  const t = /* @__PURE__ */ Object.create(null);
  return t.useGrouping = 0, n2.toLocaleString("fullwide", t);
}
function de(n2, e2) {
  return Hn(n2) + "T" + Mo(n2, e2);
}
function Hn(n2) {
  return To(n2) + "-" + nn(n2.day);
}
function To(n2) {
  const { year: e2 } = n2;
  return (e2 < 0 || e2 > 9999 ? Ti(e2) + qe(6, Math.abs(e2)) : qe(4, e2)) + "-" + nn(n2.month);
}
function Ii(n2) {
  return nn(n2.month) + "-" + nn(n2.day);
}
function Mo(n2, e2) {
  const t = [nn(n2.hour), nn(n2.minute)];
  return e2 !== -1 && t.push(nn(n2.second) + ((o4, r, i5, c3) => Fo(o4 * Kn + r * Jn + i5, c3))(n2.millisecond, n2.microsecond, n2.nanosecond, e2)), t.join(":");
}
function xe(n2, e2 = 0) {
  if (e2 === 1) return "";
  const [t, o4] = cn(Math.abs(n2), ne), [r, i5] = cn(o4, Qn), [c3, a5] = cn(i5, Nn);
  return Ti(n2) + nn(t) + ":" + nn(r) + (c3 || a5 ? ":" + nn(c3) + Fo(a5) : "");
}
function vi(n2, e2) {
  return e2 !== 1 ? "[" + (e2 === 2 ? "!" : "") + n2 + "]" : "";
}
function Do(n2, e2) {
  return e2 > 1 || e2 === 0 && n2 !== S2 ? Gn(en(n2), e2 === 2) : "";
}
function Gn(n2, e2) {
  return "[" + (e2 ? "!" : "") + "u-ca=" + n2 + "]";
}
var eu = /0+$/;
function Fo(n2, e2) {
  let t = qe(9, n2);
  return t = e2 === void 0 ? t.replace(eu, "") : t.slice(0, e2), t ? "." + t : "";
}
function Ti(n2) {
  return n2 < 0 ? "-" : "+";
}
var tu = /^(AC|AE|AG|AR|AS|BE|BS|CA|CN|CS|CT|EA|EC|IE|IS|JS|MI|NE|NS|PL|PN|PR|PS|SS|VS)T$/;
var ou = /[^\w\/:+-]+/;
function ru(n2) {
  return Co(X(n2));
}
function Co(n2) {
  return Mi(n2).id;
}
var Mi = kn((n2) => {
  const e2 = n2.toUpperCase(), t = ((r) => {
    const i5 = ui(r, 1);
    if (i5 !== void 0) return { id: xe(i5), Z: i5, m: i5 };
  })(e2);
  if (t) return { kind: "fixed", ...t };
  const o4 = e2 === "UTC" ? "UTC" : ((r) => (ou.test(r) && p2(xo(r)), tu.test(r) && p2("Forbidden ICU TimeZone"), r.toLowerCase().split("/").map((i5, c3) => (i5.length <= 3 || /\d/.test(i5)) && !/etc|yap/.test(i5) ? i5.toUpperCase() : i5.replace(/baja|dumont|[a-z]+/g, (a5, u4) => a5.length <= 2 && !c3 || a5 === "in" || a5 === "chat" ? a5.toUpperCase() : a5.length > 2 || !u4 ? Lo(a5).replace(/island|noronha|murdo|rivadavia|urville/, Lo) : a5)).join("/")))(n2);
  return iu(o4);
});
var iu = kn((n2) => {
  if (n2 === "UTC") return { kind: "utc", id: n2, m: n2 };
  const e2 = (t = n2.toUpperCase(), new fe("en-u-hc-h23", { calendar: "iso8601", timeZone: t, era: "short", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" }));
  var t;
  return { kind: "named", id: n2, format: e2, m: e2.resolvedOptions().timeZone };
});
function Ue(n2) {
  const e2 = Mi(n2);
  return cu(e2.id, e2);
}
var cu = kn((n2, e2) => e2.kind === "named" ? new uu(n2, e2.m, e2.format) : new au(n2, e2.m, e2.kind === "fixed" ? e2.Z : 0));
var au = class {
  constructor(e2, t, o4) {
    this.id = e2, this.m = t, this.Z = o4;
  }
  B() {
    return this.Z;
  }
  O(e2) {
    return [$t(e2, this.Z)];
  }
  C() {
  }
};
var uu = class {
  constructor(e2, t, o4) {
    this.id = e2, this.m = t, this.me = ((r, i5) => {
      const c3 = kn(r), a5 = kn(su), u4 = 86400 * i5;
      function s5(d5) {
        const [h2, g3] = Di(d5, u4), y4 = yt(h2), l3 = yt(g3), I2 = c3(y4), N2 = c3(l3);
        return I2 === N2 ? I2 : m5(a5(y4, l3), I2, N2, d5);
      }
      function f4(d5, h2, g3, y4 = d5) {
        let [l3, I2] = Di(d5, u4);
        const N2 = u4 * h2, T2 = () => h2 < 0 ? I2 > g3 : l3 < g3;
        for (; T2(); ) {
          const M3 = yt(l3), Y2 = yt(I2), w = c3(M3), K2 = c3(Y2);
          if (w !== K2) {
            const H = a5(M3, Y2);
            m5(H, w, K2);
            const x2 = H[0];
            if ((rn(x2, y4) || 1) === h2) return x2;
          }
          l3 += N2, I2 += N2;
        }
      }
      function m5(d5, h2, g3, y4) {
        let l3, I2;
        for (; (y4 === void 0 || (l3 = y4 < d5[0] ? h2 : y4 >= d5[1] ? g3 : void 0) === void 0) && (I2 = d5[1] - d5[0]); ) {
          const N2 = d5[0] + Math.floor(I2 / 2);
          r(N2) === g3 ? d5[1] = N2 : d5[0] = N2 + 1;
        }
        return l3;
      }
      return { Ae(d5) {
        const h2 = s5(d5 - 86400), g3 = s5(d5 + 86400), y4 = d5 - h2, l3 = d5 - g3;
        if (h2 === g3) return [y4];
        const I2 = s5(y4);
        return I2 === s5(l3) ? [d5 - I2] : h2 > g3 ? [y4, l3] : [];
      }, ze: s5, C(d5, h2) {
        if (!(h2 > 0 && d5 >= 864e10)) return h2 < 0 ? d5 <= lt ? void 0 : d5 > 4e9 ? f4(d5, -1, d5 - 94867200) ?? f4(4e9, -1, lt) : f4(d5, -1, lt) : f4(Math.max(d5, lt) - 1, 1, Math.max(d5, Math.floor(Date.now() / 1e3)) + 94867200, d5);
      } };
    })(/* @__PURE__ */ ((r) => (i5) => {
      const c3 = hi(r, 1e3 * i5);
      return 86400 * te(((a5) => {
        const u4 = a5.relatedYear;
        if (u4 !== void 0) return parseInt(u4);
        const s5 = parseInt(a5.year);
        return a5.era !== void 0 && qo(a5.era) === "bce" ? 1 - s5 : s5;
      })(c3), parseInt(c3.month), parseInt(c3.day)) + 3600 * parseInt(c3.hour) + 60 * parseInt(c3.minute) + parseInt(c3.second) - i5;
    })(o4), ((r) => {
      const i5 = r.split("/").pop();
      return xa[i5] || 19;
    })(e2));
  }
  B(e2) {
    return this.me.ze(((t) => dr(t)[0])(e2)) * Nn;
  }
  O(e2) {
    const t = 86400 * q(e2) + Bt(e2), o4 = ur(e2);
    return this.me.Ae(t).map((r) => tn(BigInt(r) * In + BigInt(o4)));
  }
  C(e2, t) {
    const [o4, r] = dr(e2), i5 = this.me.C(o4 + (t > 0 || r ? 1 : 0), t);
    if (i5 !== void 0) return BigInt(i5) * In;
  }
};
function su(n2, e2) {
  return [n2, e2];
}
function Di(n2, e2) {
  const t = Math.floor(n2 / e2) * e2;
  return [t, t + e2];
}
function yt(n2) {
  return _e(n2, -1e10, 864e10);
}
function gn(n2) {
  p2(Nt(n2));
}
function Cu(n2) {
  const e2 = Bn(n2 = X(n2)) || Oi(n2);
  return (!e2 || !e2.qe || e2.I || Oo(n2) || Eo(n2)) && gn(n2), Vt(e2);
}
function Ci(n2, e2 = "") {
  return `([01]\\d|2[0-3])(?:(:?)([0-5]\\d)(?:\\${n2}([0-5]\\d${e2})(?:[.,](\\d{1,9}))?)?)?`;
}
var Zu = "((?!-0{6})[+-]\\d{6}|\\d{4})(-?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?:[Tt ]" + Ci(6, "|60") + "(?:([Zz])|(([+-])" + Ci(14) + "))?)?";
var Bu = Mt("((?!-0{6})[+-]\\d{6}|\\d{4})-?(0[1-9]|1[0-2])(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
var Ru = Mt("(?:--)?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
var Pu = Mt(Zu + "(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
var Su = /\[(!?)([^=]+)=([^\]]+)/g;
function Bn(n2) {
  const e2 = Pu.exec(n2);
  if (!e2) return;
  const t = ((o4) => ({ year: parseInt(o4[1]), month: parseInt(o4[3]), day: parseInt(o4[4]), ...Rt(ye(o4[9] || ""))[0], hour: G(o4[5]), minute: G(o4[7]), second: Math.min(G(o4[8]), 59), ...Zo(o4[18], o4[19]), qe: !!o4[5], I: !!o4[10], offset: o4[11] }))(e2);
  return kt(t);
}
function Oo(n2) {
  const e2 = Bu.exec(n2);
  return e2 ? bi(((t) => ({ year: parseInt(t[1]), month: parseInt(t[2]), day: 1, ...Zo(t[3], t[4]) }))(e2)) : void 0;
}
function Eo(n2) {
  const e2 = Ru.exec(n2);
  if (e2) {
    const o4 = ((r) => ({ year: 1972, month: parseInt(r[1]), day: parseInt(r[2]), ...Zo(r[3], r[4]) }))(e2);
    if (Wo(Ot, t = o4, vr(t))) return bi(o4);
  }
  var t;
}
function bi(n2) {
  return n2.calendarId !== "iso8601" && gn(n2.calendarId), n2;
}
function Oi(n2) {
  const e2 = Bn(n2.replace(/^t?/i, "0000-01-01T"));
  return e2 && !e2.I ? e2 : void 0;
}
function Zo(n2, e2) {
  let t;
  const o4 = [];
  return e2.replace(Su, (r, i5, c3, a5) => (c3 === "u-ca" ? (o4.push(a5.toLowerCase()), t || (t = i5)) : i5 && gn(r), "")), o4.length > 1 && t && gn(e2), { timeZoneId: n2, calendarId: o4[0] || "iso8601" };
}
function qu(n2, e2, t) {
  return an(n2.epochNanoseconds, e2, t);
}
function Gu(n2) {
  return Gt(B(n2), n2.calendar);
}
function Vu(n2) {
  return un(B(n2), n2.calendar);
}
function Xu(n2) {
  return Vt(B(n2));
}
function Ju(n2, e2, t) {
  return an(tn(mn(e2, n2, t)), e2, n2.calendar);
}
function os(n2) {
  return be(tn(BigInt(xt(n2)) * ge));
}
function is(n2) {
  return n2.timeZone = "UTC", ["full", "long"].includes(n2.timeStyle) && (n2.timeStyle = "medium"), n2;
}
function as(n2, e2, t) {
  const o4 = n2.resolvedOptions().calendar;
  !t && e2.calendar === S2 || en(e2.calendar) === o4 || p2("Mismatching Calendars");
}
function Vn(n2, e2, t, o4, r) {
  const i5 = new Set(n2), c3 = new Set(e2), a5 = new Set(t);
  return (u4, s5) => {
    let f4, m5;
    const d5 = {}, h2 = {}, g3 = {};
    let y4 = 0, l3 = 0;
    for (const x2 of Object.keys(u4)) {
      const Xn2 = u4[x2];
      Xn2 === void 0 || a5.has(x2) || (i5.has(x2) ? x2 === "dateStyle" ? f4 = Xn2 : x2 === "timeStyle" ? m5 = Xn2 : d5[x2] = Xn2 : x2 === "era" ? h2[x2] = Xn2 : c3.has(x2) ? x2 === "dateStyle" || x2 === "timeStyle" ? l3 = 1 : y4 = 1 : g3[x2] = Xn2);
    }
    const I2 = f4 !== void 0, N2 = m5 !== void 0, T2 = I2 || N2, M3 = Object.keys(d5).length > 0, Y2 = y4 || l3, w = M3 || I2 || N2, K2 = Object.keys(h2).length > 0;
    (!s5 && Y2 || s5 && Y2 && !w || T2 && (M3 || K2 || y4)) && b2("Invalid formatting options");
    const H = {};
    return T2 || w || Object.assign(H, o4), Object.assign(H, d5, h2, g3), I2 && (r ? Object.assign(H, r[f4]) : H.dateStyle = f4), N2 && (H.timeStyle = m5), H;
  };
}
var Bi = { year: "numeric", month: "numeric", day: "numeric" };
var Ri = { hour: "numeric", minute: "numeric", second: "numeric" };
var Ro = Object.assign({}, Bi, Ri);
var Po = ["weekday", "year", "month", "day", "dateStyle"];
var Le = ["dayPeriod", "hour", "minute", "second", "fractionalSecondDigits", "timeStyle"];
var So = Po.concat(Le);
var us = ["weekday", "day"].concat(Le);
var ss = ["weekday", "year"].concat(Le);
var fs = Vn(So, [], [], Ro);
var ds = Vn(So, [], [], { ...Ro, timeZoneName: "short" });
var ms = Vn(So, [], ["timeZoneName"], Ro);
var hs = Vn(Po, Le, ["timeZoneName"], Bi);
var ls = Vn(Le, Po, ["timeZoneName", "era"], Ri);
var ys = Vn(["year", "month", "dateStyle"], us, ["timeZoneName"], { year: "numeric", month: "numeric" }, { full: { year: "numeric", month: "long" }, long: { year: "numeric", month: "long" }, medium: { year: "numeric", month: "short" }, short: { year: "2-digit", month: "numeric" } });
var ps = Vn(["month", "day", "dateStyle"], ss, ["timeZoneName", "era"], { month: "numeric", day: "numeric" }, { full: { month: "long", day: "numeric" }, long: { month: "long", day: "numeric" }, medium: { month: "short", day: "numeric" }, short: { month: "numeric", day: "numeric" } });
function Ns(n2) {
  const e2 = ie(n2, "direction"), t = Gc(e2, 0);
  return t || p2(Sn("direction", t)), t;
}
function Ts(n2, e2 = nc) {
  const t = /* @__PURE__ */ new WeakMap();
  function o4(u4) {
    const s5 = t.get(u4);
    return s5 || b2("Invalid calling context"), s5;
  }
  class r {
    constructor(s5, f4 = /* @__PURE__ */ Object.create(null)) {
      const m5 = e2(f4), d5 = [], h2 = new Proxy(/* @__PURE__ */ Object.create(null), { get(I2, N2) {
        const T2 = m5[N2];
        return T2 !== void 0 && d5.push(N2), T2;
      } }), g3 = new fe(s5, h2), y4 = g3.resolvedOptions(), l3 = Q(d5, y4);
      t.set(this, { $: n2({ t: g3, Ce: y4.locale, F: l3, Ee: m5 }), t: g3 });
    }
    get format() {
      const s5 = o4(this);
      return s5.we || (s5.we = (f4) => {
        const [m5, ...d5] = s5.$.A(f4);
        return m5.format(...d5);
      });
    }
    formatToParts(s5) {
      const { $: f4 } = o4(this), [m5, ...d5] = f4.A(s5);
      return m5.formatToParts(...d5);
    }
    resolvedOptions() {
      return o4(this).t.resolvedOptions();
    }
  }
  const { prototype: i5 } = r;
  function c3(u4, s5) {
    return new r(u4, s5);
  }
  fe.prototype.formatRange && Object.defineProperties(i5, vt({ formatRange(u4, s5) {
    const { $: f4 } = o4(this), [m5, d5, h2] = f4.v(u4, s5);
    return m5.formatRange(d5, h2);
  }, formatRangeToParts(u4, s5) {
    const { $: f4 } = o4(this), [m5, d5, h2] = f4.v(u4, s5);
    return m5.formatRangeToParts(d5, h2);
  } }));
  const a5 = Object.getOwnPropertyDescriptors(fe);
  return a5.prototype.value = i5, Object.defineProperties(c3, a5), i5.constructor = c3, Object.defineProperties(i5, Uo("Intl.DateTimeFormat")), c3;
}
function Si(n2, e2, t, [o4, r]) {
  let i5 = e2 - n2;
  return r !== void 0 && (i5 = ae(i5, ue(t, o4), r)), Ne(i5, $[t]);
}
function Ms(n2, e2, t, o4) {
  return Si(O(n2), O(e2), t, o4);
}
function Ds(n2, e2, t, [o4, r]) {
  let i5 = L2(e2) - L2(n2);
  return r !== void 0 && (i5 = Ln(i5, Ee(t, o4), r)), Ne(BigInt(i5), $[t]);
}
function Cs(n2, e2, t, o4, r) {
  const i5 = ln(n2, e2), c3 = ln(n2, t);
  return Pe(i5, c3) ? (k(i5), k(c3), Ai(o4, { he: () => Re(n2, i5, c3, o4), le: ut(n2, i5), ie: V(c3) }, r, 0, o4 === 8)) : 0;
}
function Ai(n2, e2, [t, o4], r, i5) {
  const { he: c3, le: a5 } = e2, u4 = c3();
  let { ie: s5 } = e2;
  return bn(u4) ? o4 !== void 0 ? i5 && t === 1 ? u4[D[n2]] : ki(n2, u4, s5, a5, t, o4) : (r ? s5 = tn(Se(a5, { ...u4, ...nt }) + _n(u4)) : (Wn(a5.ne), Wn(s5)), ki(n2, u4, s5, a5, 1, void 0)) : 0;
}
function Os(n2, e2, t, o4, [r, i5]) {
  const c3 = n2 === 7 ? 7 : 1, a5 = t.epochNanoseconds, u4 = o4.epochNanoseconds > a5 ? 1 : -1, s5 = B(t);
  let f4 = 0, m5;
  if (Pe(s5, B(o4))) {
    const [l3, I2, N2] = Jr(e2, t, o4, u4);
    f4 = q(I2) - q(l3), m5 = N2;
  } else m5 = Number(o4.epochNanoseconds - a5);
  const d5 = (l3) => l3 ? mn(e2, v(k(P(s5, l3)), s5)) : a5, h2 = i5 === void 0 ? tn(d5(f4) + BigInt(m5)) : o4.epochNanoseconds, g3 = Math.trunc(f4 / c3), y4 = (l3) => d5(l3 * c3);
  return i5 === void 0 ? it(g3, u4, h2, y4) : _t(g3, u4, h2, y4, r, i5);
}
function ki(n2, e2, t, o4, r, i5) {
  const c3 = bn(e2), a5 = D[n2], u4 = (s5) => Se(o4, { ...Z, [a5]: s5 });
  return i5 === void 0 ? it(e2[a5], c3, t, u4) : _t(e2[a5], c3, t, u4, r, i5);
}
function Es(n2, e2, t, o4) {
  return P(e2, U("dayOfMonth", t, 1, Mr(n2, e2), o4) - Dr(n2, e2));
}
function Zs(n2, e2, t, o4) {
  return P(e2, U("day", t, 1, Tr(n2, e2), o4) - C(n2, e2).day);
}
function Bs(n2, e2, t) {
  return P(n2, U("dayOfWeek", e2, 1, 7, t) - Me(n2));
}
function Rs(n2, e2, t, o4) {
  n2 !== S2 && p2(Li);
  const { weekOfYear: r, De: i5 } = St(e2);
  return P(e2, 7 * (U("weekOfYear", t, 1, i5, o4) - r));
}
function Ps(n2) {
  return v(n2, A);
}
function Yi(n2, e2) {
  const { year: t } = C(n2, e2);
  return pt(n2, t);
}
function wi(n2, e2) {
  const { year: t, month: o4 } = C(n2, e2);
  return pt(n2, t, o4);
}
function Ao(n2, e2) {
  return v(P(e2, 1 - Me(e2)), A);
}
function Ss(n2, e2) {
  return xi(n2, e2)[1];
}
function As(n2, e2) {
  return Ui(n2, e2)[1];
}
function ks(n2, e2) {
  return v(P(Ao(0, e2), 7), A);
}
function Ys(n2, e2) {
  return v(P(e2, 1), A);
}
function xi(n2, e2) {
  return [Yi(n2, e2), pt(n2, C(n2, e2).year + 1)];
}
function Ui(n2, e2) {
  const t = wi(n2, e2), { year: o4, month: r } = C(n2, e2), { year: i5, month: c3 } = no(n2, o4, r, 1);
  return [t, pt(n2, i5, c3)];
}
function ws(n2, e2) {
  const t = Ao(0, e2);
  return [t, v(P(t, 7), A)];
}
function xs(n2, e2, t, o4) {
  return ji(n2, e2, t, V(t), o4);
}
function pt(n2, e2, t = 1) {
  return v(Mn(n2, e2, t, 1), A);
}
function Us(n2, e2, t, o4) {
  return ji(n2, e2, t, O(t), o4);
}
function ji(n2, e2, t, o4, r) {
  const [i5, c3] = n2(e2, t);
  return rt(Ht(o4, O(i5), O(c3)), r) ? c3 : i5;
}

// node_modules/temporal-polyfill/chunks/apiHelpers.js
var _e2 = "PlainYearMonth";
var Ae = "PlainMonthDay";
var Je = "PlainDate";
var qe2 = "PlainDateTime";
var ze = "PlainTime";
var He2 = "ZonedDateTime";
var Ke2 = "Instant";
var Qe = "Duration";
var Xe2 = "Calendar";
function Se2(e2, n2, a5, ...r) {
  return Object.defineProperties(n2, Ki(e2)), Object.defineProperties(n2.prototype, Uo("Temporal." + e2)), Object.defineProperties(n2.prototype, jo((t) => ({ get() {
    return t(a5(this));
  }, configurable: 1 }), Object.assign({}, ...r))), n2;
}
var en2 = ec.name !== "noop" || globalThis.process ? ec : (e2) => {
  Object.defineProperty(e2, "_str_", { value: e2.toJSON() });
};
function nn2() {
  b2(_i);
}
function an2() {
  b2($i);
}
var b3 = { era(e2) {
  return Cc(e2.calendar, e2).era;
}, eraYear(e2) {
  return Cc(e2.calendar, e2).eraYear;
}, year(e2) {
  return C(e2.calendar, e2).year;
}, month(e2) {
  return C(e2.calendar, e2).month;
}, monthCode(e2) {
  return bc(e2.calendar, e2);
} };
var B2 = { era(e2) {
  return Cc(e2.calendar, e2).era;
}, eraYear(e2) {
  return Cc(e2.calendar, e2).eraYear;
}, year(e2) {
  return C(e2.calendar, e2).year;
}, month(e2) {
  return C(e2.calendar, e2).month;
}, monthCode(e2) {
  return bc(e2.calendar, e2);
}, day(e2) {
  return C(e2.calendar, e2).day;
} };
var $2 = { monthCode(e2) {
  return bc(e2.calendar, e2);
}, day(e2) {
  return C(e2.calendar, e2).day;
} };
function y(e2) {
  return Tt(Object.keys(e2));
}
var gn2 = y(Rc);
var Tn2 = y(uc);
var Fn2 = y(b3);
var Mn2 = y(B2);
var Yn2 = y($2);
var On2 = j(x, 9);
var Cn2 = j(x, 8);
var vn2 = j(L3, 7);
var Un2 = j(L3, 6);
var In2 = j2;
var Zn2 = j(A2, 9);
var Nn2 = j(A2, 8);
var Pn = j(V2, 9);
var Gn2 = j(V2, 8);
var wn2 = j(J2, 9);
var Rn = j(J2, 8);
function kn2(e2, n2, a5, r) {
  return ya(n2.calendar, a5.calendar), j2(e2, n2, a5, r);
}
function Wn2(e2, n2, a5, r) {
  return ya(n2.calendar, a5.calendar), Ms(n2, a5, e2, Jc(e2, r));
}
function En2(e2, n2, a5, r) {
  return Ds(n2, a5, e2, Jc(e2, r));
}
function bn2(e2, n2) {
  return (a5, r, t, o4) => e2(a5, n2(r), n2(t), o4);
}
function j2(e2, n2, a5, r) {
  return Si(n2.epochNanoseconds, a5.epochNanoseconds, e2, Jc(e2, r));
}
function x(e2, n2, a5, r) {
  const t = ya(n2.calendar, a5.calendar), o4 = Jc(e2, r), d5 = Hr(n2.timeZone, a5.timeZone);
  return n2.epochNanoseconds === a5.epochNanoseconds ? 0 : Ai(e2, { he: () => oo(d5, t, n2, a5, e2), le: io(t, d5, n2), ie: a5.epochNanoseconds }, o4, 1);
}
function L3(e2, n2, a5, r) {
  ya(n2.calendar, a5.calendar);
  const t = Jc(e2, r), o4 = Hr(n2.timeZone, a5.timeZone);
  return n2.epochNanoseconds === a5.epochNanoseconds ? 0 : Os(e2, o4, n2, a5, t);
}
function V2(e2, n2, a5, r) {
  const t = ya(n2.calendar, a5.calendar);
  return q2(e2, r, () => Vr(t, n2, a5, e2), ut(t, n2), _2(n2, a5));
}
function _2(e2, n2) {
  return O(n2) - BigInt(L2(e2));
}
function A2(e2, n2, a5, r) {
  const t = ya(n2.calendar, a5.calendar);
  return q2(e2, r, () => Re(t, n2, a5, e2), ut(t, n2), V(a5));
}
function J2(e2, n2, a5, r) {
  const t = ya(n2.calendar, a5.calendar);
  return Cs(t, n2, a5, e2, Jc(e2, r));
}
function q2(e2, n2, a5, r, t) {
  return Ai(e2, { he: a5, le: r, ie: t }, Jc(e2, n2));
}
function Ln2(e2) {
  return (n2, a5, r) => e2(n2, -a5, r);
}
function Vn2(e2, n2, a5, r) {
  const t = se(r);
  return a5 ? Be(e2, n2, xt(a5), 0, t) : n2;
}
function _n2(e2, n2, a5, r) {
  const t = se(r);
  return a5 ? Be(e2, n2, 0, xt(a5), t) : n2;
}
function An2(e2, n2, a5, r) {
  const t = se(r);
  return Es(e2, n2, toIntegerWithTrunc(a5), t);
}
function Jn2(e2, n2, a5, r) {
  const t = se(r);
  return Zs(e2, n2, toPositiveIntegerWithTruncation(a5), t);
}
function qn2(e2, n2, a5, r) {
  const t = se(r);
  return Bs(n2, toIntegerWithTrunc(a5), t);
}
function zn2(e2, n2, a5, r) {
  const t = se(r);
  return Rs(e2, n2, toIntegerWithTrunc(a5), t);
}

// node_modules/temporal-polyfill/chunks/funcApi.js
var U2 = `${_e2}Record`;
var V3 = `${Ae}Record`;
var X2 = `${Je}Record`;
var _3 = `${qe2}Record`;
var b4 = `${ze}Record`;
var nn3 = `${He2}Record`;
var tn2 = `${Ke2}Record`;
var en3 = `${Qe}Record`;
var rn2 = `${Xe2}Record`;
var l = /* @__PURE__ */ new WeakMap();
var u = /* @__PURE__ */ new WeakMap();
var d2 = /* @__PURE__ */ new WeakMap();
var g = /* @__PURE__ */ new WeakMap();
var f2 = /* @__PURE__ */ new WeakMap();
var P2 = /* @__PURE__ */ new WeakMap();
var D2 = /* @__PURE__ */ new WeakMap();
var p3 = /* @__PURE__ */ new WeakMap();
var R2 = /* @__PURE__ */ new WeakMap();
function M(n2) {
  return m3(n2) || nn2();
}
function m3(n2) {
  return l.get(n2);
}
function an3(n2) {
  return T(n2) || nn2();
}
function T(n2) {
  return u.get(n2);
}
function on2(n2, t) {
  u.set(n2, t);
}
function cn2(n2) {
  return o3(n2) || nn2();
}
function o3(n2) {
  return d2.get(n2);
}
function sn(n2, t) {
  d2.set(n2, t);
}
function ln2(n2) {
  return i2(n2) || nn2();
}
function i2(n2) {
  return g.get(n2);
}
function un2(n2, t) {
  g.set(n2, t);
}
function dn2(n2) {
  return c(n2) || nn2();
}
function c(n2) {
  return f2.get(n2);
}
function gn3(n2, t) {
  f2.set(n2, t);
}
function fn2(n2) {
  return s2(n2) || nn2();
}
function s2(n2) {
  return P2.get(n2);
}
function Pn2(n2, t) {
  P2.set(n2, t);
}
function Dn2(n2) {
  return C2(n2) || nn2();
}
function C2(n2) {
  return D2.get(n2);
}
function pn(n2, t) {
  D2.set(n2, t);
}
function Rn2(n2) {
  return W2(n2) || nn2();
}
function W2(n2) {
  return p3.get(n2);
}
function mn2(n2) {
  return v2(n2) || nn2();
}
function v2(n2) {
  return R2.get(n2);
}
var Bn2 = Se2(rn2, class {
  toJSON() {
    return a2(this);
  }
  valueOf() {
    return a2(this);
  }
});
function a2(n2) {
  return M(n2).id;
}
function In3(n2) {
  const t = M(n2).xe;
  return t || p2(Hi(a2(n2), "getExotic or getAny")), t;
}

// node_modules/temporal-polyfill/chunks/funcApi-native.js
var Wn3 = fe;
function k2(n2) {
  class t extends Wn3 {
    format(r) {
      return super.format(n2(r));
    }
    formatToParts(r) {
      return super.formatToParts(n2(r));
    }
    formatRange(r, f4) {
      return super.formatRange(n2(r), n2(f4));
    }
    formatRangeToParts(r, f4) {
      return super.formatRangeToParts(n2(r), n2(f4));
    }
  }
  return (e2, r) => new t(e2, r);
}
var M2 = mn2;
var Fn3 = Se2(en3, class {
  toJSON() {
    return M2(this).toJSON();
  }
  valueOf() {
    return M2(this).valueOf();
  }
}, M2, gn2);
function Z2(n2, t) {
  return { ...Sr(t), smallestUnit: n2 };
}
function g2(n2) {
  return typeof n2 == "string" && n2.includes("[") && p2(xo(n2)), n2;
}
function b5(n2) {
  if (n2 !== void 0) return F2(n2);
}
function F2(n2) {
  return In3(n2), a2(n2);
}
var d3 = fn2;
var Kn2 = Se2(b4, class {
  toJSON() {
    return d3(this).toJSON();
  }
  valueOf() {
    return d3(this).valueOf();
  }
}, d3, Tn2);
function O2(n2) {
  const t = Object.create(Kn2.prototype);
  return Pn2(t, n2), en2(t), t;
}
function _n3(n2) {
  return O2(o.PlainTime.from(n2));
}
var it2 = k2(d3);
function ut2(n2, t) {
  return d3(n2).toString(t);
}
function R3(n2, t, e2) {
  return ((r, f4) => O2(d3(r).round(f4)))(t, Z2(n2, e2));
}
var Yt2 = j(R3, "hour");
var gt = j(R3, "minute");
var bt2 = j(R3, "second");
var Nt2 = j(R3, "millisecond");
var wt2 = j(R3, "microsecond");
var i3 = ln2;
var Ut2 = Se2(_3, class {
  get calendarId() {
    return i3(this).calendarId;
  }
  toJSON() {
    return i3(this).toJSON();
  }
  valueOf() {
    return i3(this).valueOf();
  }
}, i3, Mn2, Tn2);
function c2(n2) {
  const t = Object.create(Ut2.prototype);
  return un2(t, n2), en2(t), t;
}
function ce2(n2, t) {
  const e2 = i3(n2), r = i3(t);
  return e2.equals(r);
}
var fe2 = k2(i3);
function le2(n2, t) {
  return i3(n2).toString(t);
}
function he2(n2, t, e2) {
  return u2(i3(n2).toZonedDateTime(g2(t), e2));
}
function I(n2, t, e2) {
  return ((r, f4) => c2(i3(r).round(f4)))(t, Z2(n2, e2));
}
var ze2 = j(I, "day");
var xe2 = j(I, "hour");
var Ae2 = j(I, "minute");
var Ve2 = j(I, "second");
var Ke3 = j(I, "millisecond");
var Qe2 = j(I, "microsecond");
var D3 = Rn2;
var Nr2 = Se2(V3, class {
  get calendarId() {
    return D3(this).calendarId;
  }
  toJSON() {
    return D3(this).toJSON();
  }
  valueOf() {
    return D3(this).valueOf();
  }
}, D3, Yn2);
var Wr = k2(D3);
var m4 = Dn2;
var Br2 = Se2(U2, class {
  get calendarId() {
    return m4(this).calendarId;
  }
  toJSON() {
    return m4(this).toJSON();
  }
  valueOf() {
    return m4(this).valueOf();
  }
}, m4, Fn2);
var Xr2 = k2(m4);
var s4 = dn2;
var mo2 = Se2(X2, class {
  get calendarId() {
    return s4(this).calendarId;
  }
  toJSON() {
    return s4(this).toJSON();
  }
  valueOf() {
    return s4(this).valueOf();
  }
}, s4, Mn2);
function h(n2) {
  const t = Object.create(mo2.prototype);
  return gn3(t, n2), en2(t), t;
}
function ho2(n2, t, e2, r) {
  return h(new o.PlainDate(n2, t, e2, b5(r)));
}
function To2(n2) {
  return s4(n2).dayOfWeek;
}
var Ro2 = k2(s4);
function Lo2(n2, t) {
  return s4(n2).toString(t);
}
function qo2(n2, t) {
  const e2 = s4(n2), r = t === void 0 ? void 0 : d3(t);
  return c2(e2.toPlainDateTime(r));
}
function Ko2(n2, t) {
  return h(s4(n2).add({ days: t }));
}
var a3 = cn2;
var ma2 = Se2(nn3, class {
  get calendarId() {
    return a3(this).calendarId;
  }
  get timeZoneId() {
    return a3(this).timeZoneId;
  }
  get epochMilliseconds() {
    return a3(this).epochMilliseconds;
  }
  get epochNanoseconds() {
    return a3(this).epochNanoseconds;
  }
  toJSON() {
    return a3(this).toJSON();
  }
  valueOf() {
    return a3(this).valueOf();
  }
}, a3, Mn2, Tn2);
function u2(n2) {
  const t = Object.create(ma2.prototype);
  return sn(t, n2), en2(t), t;
}
function Ya(n2) {
  return a3(n2).offset;
}
function Ca(n2, t) {
  const e2 = a3(n2).getTimeZoneTransition(t);
  return e2 ? u2(e2) : null;
}
function Ea(n2) {
  return c2(a3(n2).toPlainDateTime());
}
function za2(n2) {
  return h(a3(n2).toPlainDate());
}
function xa2(n2) {
  return O2(a3(n2).toPlainTime());
}
function p4(n2, t, e2) {
  return ((r, f4) => u2(a3(r).round(f4)))(t, Z2(n2, e2));
}
var Di2 = j(p4, "day");
var Yi2 = j(p4, "hour");
var gi2 = j(p4, "minute");
var bi2 = j(p4, "second");
var Ni2 = j(p4, "millisecond");
var wi2 = j(p4, "microsecond");
var $3 = an3;
var ts = Se2(tn2, class {
  get epochMilliseconds() {
    return $3(this).epochMilliseconds;
  }
  get epochNanoseconds() {
    return $3(this).epochNanoseconds;
  }
  toJSON() {
    return $3(this).toJSON();
  }
  valueOf() {
    return $3(this).valueOf();
  }
});
function y2(n2) {
  const t = Object.create(ts.prototype);
  return on2(t, n2), en2(t), t;
}
function rs(n2) {
  return y2(o.Instant.fromEpochMilliseconds(n2));
}
function fs2(n2, t) {
  return u2($3(n2).toZonedDateTimeISO(g2(t)));
}
var $s = k2($3);
function L4(n2, t, e2) {
  return ((r, f4) => y2($3(r).round(f4)))(t, Z2(n2, e2));
}
var Is = j(L4, "hour");
var ps2 = j(L4, "minute");
var Ps2 = j(L4, "second");
var Ws = j(L4, "millisecond");
var Fs2 = j(L4, "microsecond");

// node_modules/temporal-polyfill/chunks/funcApi-shim.js
function sn3(n2, t) {
  const o4 = Ts(n2, t);
  return Object.setPrototypeOf(o4.prototype, fe.prototype), (e2, s5) => new o4(e2, s5);
}
var f3 = mn2;
var Ir2 = Se2(en3, class {
  toJSON() {
    return nu(f3(this));
  }
  valueOf() {
    return an2();
  }
}, f3, Rc);
function C3(n2) {
  return n2 === void 0 ? S2 : In4(n2);
}
function In4(n2) {
  return In3(n2)();
}
var l2 = fn2;
var Lr2 = Se2(b4, class {
  toJSON() {
    return Ka(l2(this));
  }
  valueOf() {
    return an2();
  }
}, l2, uc);
function S3(n2) {
  const t = Object.create(Lr2.prototype);
  return Pn2(t, n2), en2(t), t;
}
function Ar2(n2) {
  return S3(Cu(n2));
}
var xr2 = sn3((n2) => ({ A(t) {
  const o4 = l2(t);
  return [n2.t, ar(o4)];
}, v(t, o4) {
  const e2 = l2(t), s5 = l2(o4);
  return [n2.t, ar(e2), ar(s5)];
} }), (n2) => is(ls(n2, 1)));
function Kr(n2, t) {
  return Ja(l2(n2), t);
}
function rn3(n2, t, o4) {
  const e2 = l2(t), s5 = BigInt(xt(o4)) * BigInt(n2);
  return S3(to(e2, s5)[0]);
}
var eo2 = j(rn3, ne);
var so = j(rn3, Qn);
var ro2 = j(rn3, Nn);
var ao2 = j(rn3, Kn);
var co2 = j(rn3, Jn);
var io2 = j(rn3, 1);
var na = Ln2(eo2);
var ta2 = Ln2(so);
var oa2 = Ln2(ro2);
var ea2 = Ln2(ao2);
var sa = Ln2(co2);
var ra2 = Ln2(io2);
function On3(n2, t, o4) {
  const e2 = l2(t), [s5, c3] = Kc(n2, o4);
  return S3(ca(e2, n2, s5, c3)[0]);
}
var aa = j(On3, 5);
var ca2 = j(On3, 4);
var ia = j(On3, 3);
var da2 = j(On3, 2);
var ua = j(On3, 1);
var an4 = bn2(En2, l2);
var Ia2 = j(an4, 5);
var Oa2 = j(an4, 4);
var ga2 = j(an4, 3);
var ya2 = j(an4, 2);
var Ya3 = j(an4, 1);
var ba2 = j(an4, 0);
var a4 = ln2;
var ka2 = Se2(_3, class {
  get calendarId() {
    return en(a4(this).calendar);
  }
  toJSON() {
    return $a(a4(this));
  }
  valueOf() {
    return an2();
  }
}, a4, B2, uc);
function $4(n2) {
  const t = Object.create(ka2.prototype);
  return un2(t, n2), en2(t), t;
}
function Ja2(n2, t) {
  const o4 = a4(n2), e2 = a4(t);
  return Za(o4, e2);
}
var _a2 = sn3((n2) => ({ A(t) {
  const o4 = a4(t), e2 = n2.t;
  return as(e2, o4), [e2, Nc(o4)];
}, v(t, o4) {
  const e2 = a4(t), s5 = a4(o4), c3 = n2.t;
  return as(c3, e2), as(c3, s5), [c3, Nc(e2), Nc(s5)];
} }), (n2) => is(ms(n2, 1)));
function Va2(n2, t) {
  return za(a4(n2), t);
}
function Qa2(n2, t, o4) {
  return D4(Ju(a4(n2), Ue(ru(t)), ka(o4)));
}
function uo2(n2, t, o4) {
  const e2 = a4(n2);
  return $4(po(Vn2(e2.calendar, e2, t, o4), e2, e2.calendar));
}
function lo2(n2, t, o4) {
  const e2 = a4(n2);
  return $4(po(_n2(e2.calendar, e2, t, o4), e2, e2.calendar));
}
function fo2(n2, t) {
  const o4 = a4(n2);
  return $4(po(P(o4, 7 * xt(t)), o4, o4.calendar));
}
function mo3(n2, t) {
  const o4 = a4(n2);
  return $4(po(P(o4, xt(t)), o4, o4.calendar));
}
var $o2 = j(un4, ne);
var ho3 = j(un4, Qn);
var To3 = j(un4, Nn);
var Do2 = j(un4, Kn);
var po2 = j(un4, Jn);
var So2 = j(un4, 1);
var ac = Ln2(uo2);
var cc = Ln2(lo2);
var ic = Ln2(fo2);
var dc2 = Ln2(mo3);
var uc2 = Ln2($o2);
var lc2 = Ln2(ho3);
var fc = Ln2(To3);
var mc2 = Ln2(Do2);
var $c2 = Ln2(po2);
var hc2 = Ln2(So2);
var Tc = j(ht2, 9, xi);
var Dc = j(ht2, 8, Ui);
var pc = j(ht2, 7, ws);
function cn4(n2, t, o4) {
  const e2 = a4(t), [s5, c3] = Kc(n2, o4);
  return $4(Gt(Ur(e2, n2, s5, c3), e2.calendar));
}
var Sc2 = j(cn4, 6);
var Mc2 = j(cn4, 5);
var Ic = j(cn4, 4);
var Oc2 = j(cn4, 3);
var gc2 = j(cn4, 2);
var yc2 = j(cn4, 1);
var Yc2 = ln4(Yi);
var bc2 = ln4(wi);
var kc2 = ln4(Ao);
var Nc2 = Xc(Ps);
var Fc2 = gn4((n2) => ({ hour: n2.hour, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }));
var Pc2 = gn4((n2) => ({ hour: n2.hour, minute: n2.minute, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }));
var wc2 = gn4((n2) => ({ hour: n2.hour, minute: n2.minute, second: n2.second, millisecond: 0, microsecond: 0, nanosecond: 0 }));
var vc = gn4((n2) => ({ hour: n2.hour, minute: n2.minute, second: n2.second, millisecond: n2.millisecond, microsecond: 0, nanosecond: 0 }));
var Wc2 = gn4((n2) => ({ hour: n2.hour, minute: n2.minute, second: n2.second, millisecond: n2.millisecond, microsecond: n2.microsecond, nanosecond: 0 }));
var Zc2 = ln4(Ss, -1);
var Bc2 = ln4(As, -1);
var Cc2 = ln4(ks, -1);
var Rc2 = fn4(() => ({ hour: 23, minute: 59, second: 59, millisecond: 999, microsecond: 999, nanosecond: 999 }));
var Ec2 = fn4((n2) => ({ hour: n2.hour, minute: 59, second: 59, millisecond: 999, microsecond: 999, nanosecond: 999 }));
var Lc2 = fn4((n2) => ({ hour: n2.hour, minute: n2.minute, second: 59, millisecond: 999, microsecond: 999, nanosecond: 999 }));
var Hc2 = fn4((n2) => ({ hour: n2.hour, minute: n2.minute, second: n2.second, millisecond: 999, microsecond: 999, nanosecond: 999 }));
var qc2 = fn4((n2) => ({ hour: n2.hour, minute: n2.minute, second: n2.second, millisecond: n2.millisecond, microsecond: 999, nanosecond: 999 }));
var Ac2 = fn4((n2) => ({ hour: n2.hour, minute: n2.minute, second: n2.second, millisecond: n2.millisecond, microsecond: n2.microsecond, nanosecond: 999 }));
var dn4 = bn2(Wn2, a4);
var Gc2 = j(dn4, 5);
var _c2 = j(dn4, 4);
var xc2 = j(dn4, 3);
var Vc2 = j(dn4, 2);
var Kc2 = j(dn4, 1);
var Qc = j(dn4, 0);
function un4(n2, t, o4) {
  const e2 = a4(t), s5 = BigInt(xt(o4)) * BigInt(n2);
  return $4(Gt(ha(e2, s5), e2.calendar));
}
function ht2(n2, t, o4, e2) {
  const s5 = a4(o4), [, c3] = Kc(n2, e2), M3 = Us(t, s5.calendar, s5, c3);
  return $4(po(M3, M3, s5.calendar));
}
function ln4(n2, t = 0) {
  return (o4) => {
    const e2 = a4(o4);
    let s5 = n2(e2.calendar, e2);
    return t && (s5 = vn(O(s5) + BigInt(t))), $4(po(s5, s5, e2.calendar));
  };
}
function Xc(n2) {
  return (t) => {
    const o4 = a4(t);
    return $4(Gt(n2(o4), o4.calendar));
  };
}
function gn4(n2) {
  return (t) => {
    const o4 = a4(t);
    return $4(Gt(v(o4, n2(o4)), o4.calendar));
  };
}
function fn4(n2) {
  return (t) => {
    const o4 = a4(t);
    return $4(Gt(v(o4, n2(o4)), o4.calendar));
  };
}
var y3 = Rn2;
var ni2 = Se2(V3, class {
  get calendarId() {
    return en(y3(this).calendar);
  }
  toJSON() {
    return Xa(y3(this));
  }
  valueOf() {
    return an2();
  }
}, y3, $2);
var ai = sn3((n2) => ({ A(t) {
  const o4 = y3(t), e2 = n2.t;
  return as(e2, o4, 1), [e2, mr(o4)];
}, v(t, o4) {
  const e2 = y3(t), s5 = y3(o4), c3 = n2.t;
  return as(c3, e2, 1), as(c3, s5, 1), [c3, mr(e2), mr(s5)];
} }), (n2) => is(ps(n2, 1)));
var u3 = Dn2;
var fi2 = Se2(U2, class {
  get calendarId() {
    return en(u3(this).calendar);
  }
  toJSON() {
    return Ga(u3(this));
  }
  valueOf() {
    return an2();
  }
}, u3, b3);
function N(n2) {
  const t = Object.create(fi2.prototype);
  return pn(t, n2), en2(t), t;
}
var bi3 = sn3((n2) => ({ A(t) {
  const o4 = u3(t), e2 = n2.t;
  return as(e2, o4, 1), [e2, mr(o4)];
}, v(t, o4) {
  const e2 = u3(t), s5 = u3(o4), c3 = n2.t;
  return as(c3, e2, 1), as(c3, s5, 1), [c3, mr(e2), mr(s5)];
} }), (n2) => is(ys(n2, 1)));
function Mo2(n2, t, o4) {
  const e2 = u3(n2);
  return N(un(ma(e2.calendar, e2, ei("years", xt(t)), 0, se(o4)), e2.calendar));
}
function Io2(n2, t, o4) {
  const e2 = u3(n2);
  return N(un(ma(e2.calendar, e2, 0, ei("months", xt(t)), se(o4)), e2.calendar));
}
var vi2 = Ln2(Mo2);
var Wi = Ln2(Io2);
var i4 = dn2;
var Li2 = Se2(X2, class {
  get calendarId() {
    return en(i4(this).calendar);
  }
  toJSON() {
    return qa(i4(this));
  }
  valueOf() {
    return an2();
  }
}, i4, B2);
function Y(n2) {
  const t = Object.create(Li2.prototype);
  return gn3(t, n2), en2(t), t;
}
function Hi2(n2, t, o4, e2) {
  const s5 = k(kt(jo(toIntegerWithTrunc, { year: n2, month: t, day: o4 }))), c3 = C3(e2);
  return Y(un(s5, c3));
}
function zi2(n2) {
  return Me(i4(n2));
}
var rd = sn3((n2) => ({ A(t) {
  const o4 = i4(t), e2 = n2.t;
  return as(e2, o4), [e2, mr(o4)];
}, v(t, o4) {
  const e2 = i4(t), s5 = i4(o4), c3 = n2.t;
  return as(c3, e2), as(c3, s5), [c3, mr(e2), mr(s5)];
} }), (n2) => is(hs(n2, 1)));
function cd(n2, t) {
  return _a(i4(n2), t);
}
function ud(n2, t = A) {
  const o4 = i4(n2), e2 = s2(t) || t;
  return $4(po(o4, e2, o4.calendar));
}
function Yo(n2, t) {
  const o4 = i4(n2);
  return R4(un(P(o4, xt(t)), o4.calendar));
}
var Od = j(Tt2, 9, xi);
var gd = j(Tt2, 8, Ui);
var yd = j(Tt2, 7, ws);
var Yd = mn4(Yi);
var bd = mn4(wi);
var kd = mn4(Ao);
var Nd = mn4(Ss, -1);
var Fd = mn4(As, -1);
var Pd = mn4(ks, -1);
function Tt2(n2, t, o4, e2) {
  const s5 = i4(o4), [, c3] = Kc(n2, e2);
  return R4({ ...xs(t, s5.calendar, s5, c3), calendar: s5.calendar });
}
function mn4(n2, t = 0) {
  return (o4) => {
    const e2 = i4(o4);
    return R4({ ...P(n2(e2.calendar, e2), t), calendar: e2.calendar });
  };
}
function R4(n2) {
  return k(n2), Y(un(n2, n2.calendar));
}
var d4 = cn2;
var Bd = Se2(nn3, class {
  get calendarId() {
    return en(d4(this).calendar);
  }
  get timeZoneId() {
    return d4(this).timeZone.id;
  }
  get epochMilliseconds() {
    return gc(d4(this).epochNanoseconds);
  }
  get epochNanoseconds() {
    return d4(this).epochNanoseconds;
  }
  toJSON() {
    return La(d4(this));
  }
  valueOf() {
    return an2();
  }
}, G2, B2, uc);
function D4(n2) {
  const t = Object.create(Bd.prototype);
  return sn(t, n2), en2(t), t;
}
function G2(n2) {
  const t = d4(n2);
  return { ...B(t), calendar: t.calendar };
}
function bo(n2) {
  return B(d4(n2)).offsetNanoseconds;
}
function jd(n2) {
  return xe(bo(n2));
}
function au2(n2, t) {
  const o4 = d4(n2), e2 = o4.timeZone.C(o4.epochNanoseconds, Ns(t));
  return e2 !== void 0 ? D4({ ...o4, epochNanoseconds: e2 }) : null;
}
function lu2(n2) {
  return $4(Gu(d4(n2)));
}
function fu(n2) {
  return Y(Vu(d4(n2)));
}
function mu2(n2) {
  return S3(Xu(d4(n2)));
}
var hu2 = _4(An2);
var Tu2 = _4(Jn2, $r);
var Du2 = _4(qn2);
var pu2 = _4(zn2);
var ko = _4(Vn2);
var No2 = _4(_n2);
var Fo2 = _4((n2, t, o4) => P(t, 7 * xt(o4)));
var Po2 = _4((n2, t, o4) => P(t, xt(o4)));
var wo2 = j(hn3, ne);
var vo2 = j(hn3, Qn);
var Wo2 = j(hn3, Nn);
var Zo2 = j(hn3, Kn);
var Bo = j(hn3, Jn);
var Co2 = j(hn3, 1);
var Su2 = Ln2(ko);
var Mu2 = Ln2(No2);
var Iu = Ln2(Fo2);
var Ou = Ln2(Po2);
var gu2 = Ln2(wo2);
var yu2 = Ln2(vo2);
var Yu2 = Ln2(Wo2);
var bu2 = Ln2(Zo2);
var ku = Ln2(Bo);
var Nu2 = Ln2(Co2);
var Fu2 = j(Dt2, 9, xi);
var Pu2 = j(Dt2, 8, Ui);
var wu2 = j(Dt2, 7, ws);
function Yn3(n2, t, o4) {
  const e2 = d4(t), [s5, c3] = Kc(n2, o4);
  return D4(an(xr(e2, n2, s5, c3), e2.timeZone, e2.calendar));
}
var Wu2 = j(Yn3, 5);
var Zu2 = j(Yn3, 4);
var Bu2 = j(Yn3, 3);
var Cu2 = j(Yn3, 2);
var Ru2 = j(Yn3, 1);
var Eu = K(Yi);
var Lu2 = K(wi);
var Hu2 = K(Ao);
var qu2 = E((n2) => ({ hour: n2.hour, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }));
var Au = E((n2) => ({ hour: n2.hour, minute: n2.minute, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }));
var ju2 = E((n2) => ({ hour: n2.hour, minute: n2.minute, second: n2.second, millisecond: 0, microsecond: 0, nanosecond: 0 }));
var Uu2 = E((n2) => ({ hour: n2.hour, minute: n2.minute, second: n2.second, millisecond: n2.millisecond, microsecond: 0, nanosecond: 0 }));
var zu2 = E((n2) => ({ hour: n2.hour, minute: n2.minute, second: n2.second, millisecond: n2.millisecond, microsecond: n2.microsecond, nanosecond: 0 }));
var Ju2 = K(Ss, -1);
var Gu2 = K(As, -1);
var _u2 = K(ks, -1);
var xu2 = K(Ys, -1);
var Vu2 = E((n2) => ({ hour: n2.hour, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }), ne - 1);
var Ku2 = E((n2) => ({ hour: n2.hour, minute: n2.minute, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }), Qn - 1);
var Qu2 = E((n2) => ({ hour: n2.hour, minute: n2.minute, second: n2.second, millisecond: 0, microsecond: 0, nanosecond: 0 }), Nn - 1);
var Xu2 = E((n2) => ({ hour: n2.hour, minute: n2.minute, second: n2.second, millisecond: n2.millisecond, microsecond: 0, nanosecond: 0 }), Kn - 1);
var nl = E((n2) => ({ hour: n2.hour, minute: n2.minute, second: n2.second, millisecond: n2.millisecond, microsecond: n2.microsecond, nanosecond: 0 }), Jn - 1);
var $n3 = bn2(kn2, d4);
var rl = j($n3, 5);
var al = j($n3, 4);
var cl = j($n3, 3);
var il = j($n3, 2);
var dl = j($n3, 1);
var ul = j($n3, 0);
function hn3(n2, t, o4) {
  const e2 = d4(t), s5 = BigInt(xt(o4)) * BigInt(n2);
  return D4({ ...e2, epochNanoseconds: qr(e2.epochNanoseconds, s5) });
}
function Dt2(n2, t, o4, e2) {
  const s5 = d4(o4), [, c3] = Kc(n2, e2), M3 = ra(t, s5, c3);
  return D4({ ...s5, epochNanoseconds: tn(M3) });
}
function K(n2, t = 0) {
  return (o4) => {
    const e2 = d4(o4), s5 = oa(n2, e2) + BigInt(t);
    return D4({ ...e2, epochNanoseconds: tn(s5) });
  };
}
function E(n2, t = 0) {
  return (o4) => {
    const e2 = d4(o4), { timeZone: s5 } = e2, c3 = B(e2), M3 = v(c3, n2(c3)), g3 = $r(s5, M3, c3.offsetNanoseconds) + BigInt(t);
    return D4({ ...e2, epochNanoseconds: tn(g3) });
  };
}
function _4(n2, t) {
  return (o4, ...e2) => {
    const s5 = d4(o4), { calendar: c3, timeZone: M3 } = s5, g3 = B(s5), w = n2(c3, g3, ...e2), Q2 = v(w, g3), Dn4 = ke(w, g3) ? t ? t(M3, Q2, g3.offsetNanoseconds) : mn(M3, Q2) : s5.epochNanoseconds;
    return D4({ ...s5, epochNanoseconds: tn(Dn4) });
  };
}
var p5 = an3;
var ll = Se2(tn2, class {
  get epochMilliseconds() {
    return gc(p5(this).epochNanoseconds);
  }
  get epochNanoseconds() {
    return p5(this).epochNanoseconds;
  }
  toJSON() {
    return ja(p5(this));
  }
  valueOf() {
    return an2();
  }
});
function L5(n2) {
  const t = Object.create(ll.prototype);
  return on2(t, n2), en2(t), t;
}
function ml(n2) {
  return L5(os(n2));
}
function Il(n2, t) {
  return D4(qu(p5(n2), Ue(ru(t))));
}
var Ol = sn3((n2) => ({ A(t) {
  const o4 = p5(t);
  return [n2.t, gc(o4.epochNanoseconds)];
}, v(t, o4) {
  const e2 = p5(t), s5 = p5(o4);
  return [n2.t, gc(e2.epochNanoseconds), gc(s5.epochNanoseconds)];
} }), (n2) => fs(n2, 1));
function bn3(n2, t, o4) {
  const e2 = p5(t), [s5, c3] = Kc(n2, o4, 1);
  return L5(be(Jt(e2.epochNanoseconds, ue(n2, s5), c3)));
}
var Ll = j(bn3, 5);
var Hl = j(bn3, 4);
var ql = j(bn3, 3);
var Al = j(bn3, 2);
var jl = j(bn3, 1);
var Tn4 = bn2(In2, p5);
var Ul = j(Tn4, 5);
var zl = j(Tn4, 4);
var Jl = j(Tn4, 3);
var Gl = j(Tn4, 2);
var _l = j(Tn4, 1);
var xl = j(Tn4, 0);

// node_modules/temporal-polyfill/fns/Instant.js
var qs2 = o ? rs : ml;
var vs3 = o ? fs2 : Il;

// node_modules/temporal-polyfill/fns/PlainDate.js
var tt2 = o ? ho2 : Hi2;
var ot2 = o ? To2 : zi2;
var Dt3 = o ? Lo2 : cd;
var bt3 = o ? qo2 : ud;
var Zt2 = o ? Ko2 : Yo;

// node_modules/temporal-polyfill/fns/PlainDateTime.js
var Ct2 = o ? ce2 : Ja2;
var jt2 = o ? le2 : Va2;
var At3 = o ? he2 : Qa2;

// node_modules/temporal-polyfill/fns/PlainTime.js
var Ks = o ? _n3 : Ar2;
var so2 = o ? ut2 : Kr;

// node_modules/temporal-polyfill/fns/ZonedDateTime.js
var qt3 = o ? Ya : jd;
var so3 = o ? Ca : au2;
var no2 = o ? Ea : lu2;
var ro3 = o ? za2 : fu;
var io3 = o ? xa2 : mu2;

// src/core/timing/local-time.ts
function dayFrom(text3) {
  const [year = Number.NaN, month = Number.NaN, day2 = Number.NaN] = text3.split("-").map(Number);
  return tt2(year, month, day2);
}
function dayAt(at4, timeZone2) {
  return ro3(inZone(at4, timeZone2));
}
function daysAfter(day2, days2) {
  return Zt2(day2, days2);
}
function weekdayOf(day2) {
  return ot2(day2);
}
function dayText(day2) {
  return Dt3(day2);
}
function momentOf(day2, time4, timeZone2) {
  const shown4 = time4 === "24:00" ? bt3(daysAfter(day2, 1)) : bt3(day2, Ks(time4));
  const moment2 = At3(shown4, timeZone2, { disambiguation: "earlier" });
  if (Ct2(no2(moment2), shown4)) return moment2.epochMilliseconds;
  const change = so3(moment2, "next");
  if (change === null) {
    throw new Error(`${jt2(shown4)} is not skipped by any clock change in ${timeZone2}`);
  }
  return change.epochMilliseconds;
}
function localText(at4, timeZone2) {
  const local = inZone(at4.getTime(), timeZone2);
  const weekday = at4.toLocaleDateString("en-US", { weekday: "short", timeZone: timeZone2 });
  const time4 = so2(io3(local), { smallestUnit: "minute" });
  return `${weekday} ${dayText(ro3(local))} ${time4} (${qt3(local)}, ${timeZone2})`;
}
function inZone(at4, timeZone2) {
  return vs3(qs2(at4), timeZone2);
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
  const ordered = spans.filter(({ start, end }) => start < end).toSorted((a5, b6) => a5.start - b6.start);
  for (const span of ordered) {
    const last = joined.at(-1);
    if (last === void 0 || span.start > last.end) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}

// src/core/timing/window.ts
var weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
function decideWindow(windows3, now) {
  if (windows3 === void 0) return { kind: "open" };
  const at4 = now.getTime();
  const next2 = openSpans(windows3, at4).find(({ end }) => end > at4);
  if (next2 === void 0) throw new Error(`no opening was found in the maintenance windows after ${now.toISOString()}`);
  return next2.start <= at4 ? { kind: "open", ...untilOf(next2) } : { kind: "closed", opensAt: new Date(next2.start), reason: closedReason(windows3, at4) };
}
function nextLongEnough(windows3, now, milliseconds2) {
  const at4 = now.getTime();
  const next2 = openSpans(windows3, at4).find(({ start, end }) => start > at4 && end - start >= milliseconds2);
  return next2 && new Date(next2.start);
}
var daysLookedAhead = 21;
function openSpans({ timeZone: timeZone2, weekly, closed: closed2 }, now) {
  const shut = closed2.map((period) => closedSpan(period, timeZone2));
  const open3 = weekly === void 0 || coversTheWeek(weekly) ? [always] : weeklySpans(weekly, shut, now, timeZone2);
  return merged(shut.reduce((left, period) => left.flatMap((span) => without(span, period)), open3));
}
function weeklySpans(weekly, shut, now, timeZone2) {
  const anchors = [now, ...shut.map(({ end }) => end).filter((end) => end > now)];
  const days2 = /* @__PURE__ */ new Map();
  for (const anchor of anchors) {
    const first2 = daysAfter(dayAt(anchor, timeZone2), -1);
    for (let ahead = 0; ahead <= daysLookedAhead; ahead += 1) {
      const day2 = daysAfter(first2, ahead);
      days2.set(dayText(day2), day2);
    }
  }
  return [...days2.values()].flatMap(
    (day2) => weekly.filter((window) => opensOn(window, day2)).map((window) => spanOn(day2, window, timeZone2))
  );
}
function opensOn({ days: days2 }, day2) {
  return days2.some((name) => weekdays.indexOf(name) + 1 === weekdayOf(day2));
}
function spanOn(day2, { from, to: to2 }, timeZone2) {
  const last = to2 <= from ? daysAfter(day2, 1) : day2;
  return { start: momentOf(day2, from, timeZone2), end: momentOf(last, to2, timeZone2) };
}
function closedSpan({ from, to: to2 }, timeZone2) {
  return { start: momentOf(dayFrom(from), "00:00", timeZone2), end: momentOf(dayFrom(to2), "24:00", timeZone2) };
}
var minutesOfDay = 24 * 60;
var minutesOfWeek = 7 * minutesOfDay;
function coversTheWeek(weekly) {
  const shown4 = weekly.flatMap(
    ({ days: days2, from, to: to2 }) => days2.flatMap((day2) => {
      const start = weekdays.indexOf(day2) * minutesOfDay + minutesOf(from);
      const end = start + ((minutesOf(to2) - minutesOf(from) + minutesOfDay) % minutesOfDay || minutesOfDay);
      return [
        { start, end },
        { start: start - minutesOfWeek, end: end - minutesOfWeek }
      ];
    })
  );
  return merged(shown4).some(({ start, end }) => start <= 0 && end >= minutesOfWeek);
}
function minutesOf(time4) {
  return Number(time4.slice(0, 2)) * 60 + Number(time4.slice(3));
}
function untilOf({ end }) {
  return Number.isFinite(end) ? { until: new Date(end) } : {};
}
function closedReason({ timeZone: timeZone2, weekly = [], closed: closed2 }, at4) {
  const period = closed2.find((each) => {
    const { start, end } = closedSpan(each, timeZone2);
    return start <= at4 && at4 < end;
  });
  if (period !== void 0) return `closed from ${period.from} to ${period.to}: ${period.reason}`;
  return `outside the maintenance windows (${weekly.map(windowText).join("; ")}, ${timeZone2})`;
}
function windowText({ days: days2, from, to: to2 }) {
  const when = days2.length === weekdays.length ? "every day" : days2.join(", ");
  return `${when} ${from}\u2013${to2}`;
}

// src/config/window.ts
var time3 = string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day from "00:00" to "23:59", such as "22:00"').meta({ title: "time of day" });
var endTime = string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day from "00:00" to "24:00", such as "04:00"').meta({ title: "time of day" });
var date3 = iso_exports.date("a calendar date such as 2026-12-20").meta({ title: "date" });
var timeZone = string().refine(isTimeZone, "the name of a time zone, such as Europe/Zurich or UTC").meta({ title: "time zone", description: "The name of a time zone of the IANA database: `Europe/Zurich`, `UTC`." });
var weeklyWindow = strictObject({
  days: array(m(weekdays)).min(1).default([...weekdays]).describe("The days on which the window opens. Left out: every day."),
  from: time3.meta({ description: "When the window opens.", examples: ["22:00"] }),
  to: endTime.meta({
    description: "When it closes; a time before `from` is on the next day. `24:00` is the end of the day, so `00:00` to `24:00` is the whole day.",
    examples: ["04:00"]
  })
}).refine(({ from, to: to2 }) => from !== to2, {
  path: ["to"],
  error: 'a different time from `from`; the whole day is from "00:00" to "24:00"'
});
var closedPeriod = strictObject({
  from: date3.meta({ description: "The first day.", examples: ["2026-12-20"] }),
  to: date3.meta({ description: "The last day, closed until its end.", examples: ["2027-01-03"] }),
  reason: string().min(1).describe("Why; it is shown to anyone who has to wait.")
}).refine(({ from, to: to2 }) => from <= to2, { path: ["to"], error: "the same day as `from` or a later one" });
var writtenWindows = strictObject({
  "time-zone": timeZone.describe(
    "The time zone of these times and days, including daylight saving: `Europe/Zurich`."
  ),
  open: array(weeklyWindow).min(1).optional().describe("Every week. Windows that touch are one window. Left out: always, except in `closed`."),
  closed: array(closedPeriod).max(100).default([]).describe("Days on which no window opens, regardless of `open`.")
}).transform(
  (written5) => ({
    timeZone: written5["time-zone"],
    closed: written5.closed,
    ...written5.open === void 0 ? {} : { weekly: written5.open }
  })
);
var noWindows = strictObject({
  waive: string().min(1).describe("Why production may be changed at any time, although its vendor asks for a maintenance window.")
}).transform(() => void 0);
var maintenanceWindows = union([writtenWindows, noWindows]).meta({
  examples: [
    {
      "time-zone": "Europe/Zurich",
      open: [{ days: ["sat", "sun"], from: "22:00", to: "04:00" }],
      closed: [{ from: "2026-12-20", to: "2027-01-03", reason: "Year-end freeze" }]
    }
  ]
});
function windowsWaiver(document) {
  const waiver = valueAt(document, ["windows", "waive"]);
  return typeof waiver === "string" ? waiver : void 0;
}
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
    description: "The address of the server, without a slash at the end. Paths of probes and smoke tests are appended. Only a product without releases may do without, where nothing is asked by HTTP.",
    examples: ["https://api.example.com"]
  }),
  access: record(slug, union([template, tokenSource])).prefault({}).meta({
    description: "Credentials that the product's probes need, by the product's name for each. Each is a `${NAME}`, never written out; or a client or a login that a token is obtained with, which is renewed before it expires; or a name and its password.",
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
  data: dataStores.optional().transform((written5) => written5 ?? []).meta({
    description: "Only a product without releases may do without: then nothing is backed up, and nothing can be restored. What is backed up on production and restored on staging: a store of data, or a list of several, with the same names in the same order on both. Each may have a `name` beside its kind; without one, the kind is its name. Two of one kind need it.",
    examples: [
      { postgres: { url: "${PRODUCTION_DATABASE_URL}" } },
      [
        { postgres: { url: "${PRODUCTION_RECORDS_URL}" }, name: "records" },
        { postgres: { url: "${PRODUCTION_TASKS_URL}" }, name: "tasks" }
      ]
    ]
  }),
  "server-settings": array(string().min(1)).default([]).meta({
    description: "Files of the repository that its server is configured by. `preflight`, `plan` and `check` look through them, and through `deploy`, for settings that the product is known to misread.",
    examples: [["compose.yml", "medplum.config.json"]]
  }),
  topology: topologyProbe.optional().describe(
    "What shows what the system consists of, for a product whose states are topologies: the instances of a database cluster, say."
  ),
  deploy: deployer.optional().describe("How a release is deployed. Only a product whose stages have a `deploy` of their own may do without.")
};
var deployHooks = {
  "before-deploy": hook.optional().describe("Runs directly before each deploy: for example to turn on maintenance mode or to notify users."),
  "after-deploy": hook.optional().describe("Runs after each deploy that succeeded."),
  "after-migrations": hook.optional().describe(
    "Runs when the migrations that were deferred are complete, or the release brings none, before its last smoke test: for example to deploy it once more without what defers them. It must end only when the server serves again."
  ),
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
}).describe("There is no staging: hops go to production without a rehearsal. Only for a product without releases.");
var gate = m(gateSettings);
var scope = m(gateScopes);
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
    store: backupStore.describe("Where backups are kept. The jobs of both environments must be able to reach it."),
    encryption: sealSettings.optional(),
    keep: strictObject({
      newest: int().min(1).describe("This many of the newest are kept, regardless of their age."),
      for: duration.optional().describe("All that are younger are kept.")
    }).optional().meta({
      description: "Removes older backups after each new one. Never removed are the newest that was proved, the way back of the last hop, what an open hop needs, and what the store holds (object lock). Left out, none is removed.",
      examples: [{ newest: 5, for: "90d" }]
    })
  }).optional().describe("The backups of production. Only a product without `data` may do without."),
  rehearsal: strictObject({
    "max-age": duration.prefault("7d").describe("How old a rehearsal may be at promotion, measured from the data of the backup that it proved."),
    "max-downtime": duration.optional().describe(
      "How long staging may not serve while the newer release is deployed there. A longer downtime, or one that was not measured, fails the rehearsal, before production is touched. Left out: it is measured where it can be, and shown before production is approved."
    )
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
  "tracking-issue": strictObject({
    labels: tuple([string().min(1)], string().min(1)).default(["staged-upgrade"]).describe("Labels of the issue; it is found again by the first of them."),
    assignees: array(string().min(1)).default([]).describe("Who is assigned to it: names of users.")
  }).optional().meta({
    description: "One issue of this repository for each climb, which the workflows keep up to date: how far each hop is, who has to approve what, and the newest run. It is closed when the path is complete. `init` gives the jobs that report the permission `issues: write`.",
    examples: [{ labels: ["staged-upgrade", "maintenance"] }]
  }),
  notify: notifications,
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
  baseline: array(measure).prefault([]).meta({
    description: "What is measured of your own before a newer release is deployed and compared after, besides what the product measures: counts that must not fall, values that must stay the same, and how long it takes.",
    examples: [
      [
        {
          name: "patients",
          sql: { url: "{access.reports}", query: "select count(*) as n from patient", value: "0.n" },
          compare: "not-fewer"
        }
      ]
    ]
  }),
  smoke: array(smokeTest).prefault([]).describe("Your own tests, run after the product's.")
}).meta({ title: "Staged Upgrade", description: "The configuration of Staged Upgrade: .github/staged-upgrade.yml" });

// src/config/cross-checks.ts
function crossChecks(document, products) {
  return [
    ...product(document, products),
    ...addressesApart(document),
    ...deployPlacesApart(document),
    ...dataChecks(document),
    ...urls(document),
    ...validation(document),
    ...gateScope(document),
    ...neededWindow(document, products)
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
  const names = keysOf(asked2);
  return environmentNames.flatMap((environment4) => {
    const settings17 = valueAt(document, ["environments", environment4]);
    if (!isMapping(settings17) || "waive" in settings17) return [];
    const given = keysOf(valueAt(settings17, ["access"]));
    return names.filter((name) => !given.includes(name)).map((name) => {
      const near = nearest(
        name,
        given.filter((each) => !names.includes(each))
      );
      const variable = `${environment4}_${name}`.toUpperCase().replace(/\W+/g, "_");
      const description = valueAt(asked2, [name, "description"]);
      return {
        path: ["environments", environment4, "access", ...near ? [near] : []],
        at: "key",
        problem: `${title} needs the credential ${quoted(name)}${typeof description === "string" ? `: ${description}` : "."}`,
        fix: near ? `did you mean "${name}" where you wrote "${near}"?` : `add \`${name}: "\${${variable}}"\` to environments.${environment4}.access.`
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
  return environmentNames.flatMap((environment4) => {
    const path = ["environments", environment4, "url"];
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
    const setting = valueAt(document, ["gates", gate2]) ?? "environment";
    if (typeof setting !== "string" || accepted2[gate2].some((each) => each === setting)) return [];
    return [
      {
        path: ["gates", gate2],
        at: "value",
        problem: `One approval for the whole path ("scope: path") is given by reviewers, but this gate is ${quoted(setting)}.`,
        accepted: accepted2[gate2].map(quoted).join(" or "),
        fix: 'write "environment", or leave out "scope", so that each hop is approved separately.'
      }
    ];
  });
}
function neededWindow(document, products) {
  const product2 = valueAt(document, ["product"]);
  const name = isMapping(product2) ? valueAt(product2, ["extends"]) : product2;
  const shipped = typeof name === "string" ? products.find(name) : void 0;
  const written5 = valueAt(product2, ["needs-window"]);
  const reason = isMapping(product2) && written5 !== void 0 ? valueAt(written5, ["reason"]) : shipped?.["needs-window"]?.reason;
  const windows3 = valueAt(document, ["windows"]);
  if (typeof reason !== "string" || isMapping(windows3) && ("open" in windows3 || "waive" in windows3)) return [];
  return [
    {
      path: windows3 === void 0 ? ["product"] : ["windows"],
      at: "key",
      problem: `This product is upgraded in a maintenance window only, and ${windows3 === void 0 ? "there are no `windows`" : "these `windows` never close"}. ${reason}`,
      accepted: "`windows` with `open`; or, in writing, that they are waived.",
      fix: 'add `windows: { time-zone: Europe/Zurich, open: [{ days: [sat], from: "22:00", to: "04:00" }] }` with your own times, or `windows: { waive: "the reason" }`.'
    }
  ];
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
  const [list4, ...others2] = options.filter((option2) => option2 instanceof core_exports.$ZodArray);
  if (list4 === void 0 || others2.length > 0 || options.length === 1) return void 0;
  const { element } = list4._zod.def;
  const single = options.filter((option2) => option2 !== list4);
  return optionsOf(element).every((option2) => single.includes(option2)) ? element : void 0;
}
function isJson(schema) {
  return schema instanceof core_exports.$ZodLazy && optionsOf(schema).some((option2) => containsItself(option2, schema));
}
function containsItself(option2, whole) {
  const inside = option2 instanceof core_exports.$ZodArray ? option2._zod.def.element : option2 instanceof core_exports.$ZodRecord ? option2._zod.def.valueType : void 0;
  return inside instanceof core_exports.$ZodLazy && inside._zod.innerType === whole._zod.innerType;
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
var no3 = ["false", "no", "off"];
function fixFor(subject) {
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
  if (types.includes("boolean") && no3.includes(text3)) return "write false, without quotes.";
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
  const plain4 = text3.replaceAll(/=>/g, ">=").replaceAll(/=</g, "<=").replaceAll(/==+/g, "=").replaceAll(/(?<!\w)v(?=\d)/g, "").replaceAll(/(\.[x*])+(?![\w.])/g, "").replaceAll(/\s*(,|&&?|\band\b)\s*/g, " ").replaceAll(/\s*(\|+|\bor\b)\s*/g, " || ").trim();
  const spelledOut = plain4.replaceAll(/\^(\d+)((?:\.\d+)*)/g, (_5, major, rest) => `>=${major}${rest} <${Number(major) + 1}`).replaceAll(
    /~>?\s*(\d+)\.(\d+)((?:\.\d+)*)/g,
    (_5, major, minor, rest) => `>=${major}.${minor}${rest} <${major}.${Number(minor) + 1}`
  );
  return /\^0/.test(plain4) ? [] : [plain4, spelledOut];
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
  const [tag, ...others2] = chosen;
  const meant = objects.find((form2) => keys.some((key) => isOnlyIn(form2, key, objects)));
  if (tag === void 0 && meant !== void 0) return against2(meant, subject);
  if (tag === void 0) return [noKind(subject, [...tags.keys()], keys, objects)];
  if (others2.length > 0) return [severalKinds(subject, chosen)];
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
  return subject.value === null ? fixForNothing(subject) : typeof subject.value === "string" ? "write it in the accepted form." : fixFor(subject);
}
function noKind(subject, kinds5, keys, objects) {
  const known2 = objects.flatMap((option2) => Object.keys(shapeOf(option2) ?? {}));
  const unknown2 = keys.filter((key2) => !known2.includes(key2));
  const [key] = unknown2;
  const place3 = key === void 0 ? { path: subject.path, at: "value" } : { path: [...subject.path, key], at: "key" };
  const near = unknown2.map((each) => nearest(each, kinds5)).find((each) => each !== void 0);
  return {
    ...place3,
    problem: key === void 0 ? "The kind is missing." : `Unknown kind ${quoted(key)}.`,
    accepted: `${kinds5.join(", ")}.`,
    fix: near ? `did you mean "${near}"?` : `use one of them as the key: { ${kinds5[0]}: \u2026 }.`
  };
}
function severalKinds(subject, chosen) {
  const list4 = chosen.map((key) => quoted(key)).join(" and ");
  return {
    path: subject.path,
    at: "value",
    problem: `Only one of ${list4} may be here.`,
    fix: `keep one of ${list4}.`
  };
}
function isOnlyIn(form, key, objects) {
  const having = objects.filter((option2) => Object.hasOwn(shapeOf(option2) ?? {}, key));
  return having.length === 1 && having[0] === form;
}
function closest(objects, value) {
  const keys = Object.keys(value);
  const shared3 = (option2) => keys.filter((key) => Object.hasOwn(shapeOf(option2) ?? {}, key)).length;
  return [...objects].sort((a5, b6) => shared3(b6) - shared3(a5)).slice(0, 1);
}
function typeOf(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

// src/config/former-database.ts
var longestShown = 100;
function formerDatabase(environment4, path) {
  if (path.length !== 3 || path[0] !== "environments" || path[2] !== "database" || !isMapping(environment4))
    return void 0;
  const value = Object.entries(environment4).find(([key]) => key === "database")?.[1];
  const base = {
    path,
    at: "key",
    problem: "This key is now `data`: an environment may have several stores of data.",
    meant: "data"
  };
  if (hasAt(environment4, ["data"])) return { ...base, fix: "remove it: `data` is there too." };
  return { ...base, fix: isMapping(value) ? `write \`data: ${rendered(value)}\`.` : "write `data` in its place." };
}
function rendered(value) {
  const text3 = flow(value, false);
  return text3 === void 0 || text3.length > longestShown ? flow(value, true) ?? "\u2026" : text3;
}
function flow(value, isShort) {
  if (typeof value === "string")
    return looksSecret(value) || passwordsIn(value).length > 0 ? void 0 : JSON.stringify(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (!isMapping(value)) return void 0;
  const members = Object.entries(value).map(([key, member2]) => {
    if (isShort) return `${key}: \u2026`;
    const text3 = namesSecret(key) ? void 0 : flow(member2, false);
    return text3 === void 0 ? void 0 : `${key}: ${text3}`;
  });
  return members.includes(void 0) ? void 0 : `{ ${members.join(", ")} }`;
}

// src/config/explain.ts
function explain(schema, value, path, issues2, written5) {
  const subjectAt = (inner) => ({
    schema: schemaAt(schema, inner),
    value: valueAt(value, inner),
    path: [...path, ...inner],
    given: hasAt(value, inner),
    written: written5
  });
  const findings = issues2.filter((issue) => !followsUnknownKey(issue, issues2)).flatMap((issue) => {
    const inner = issue.path.filter((part17) => typeof part17 !== "symbol");
    const subject = subjectAt(inner);
    const parent = subjectAt(inner.slice(0, -1));
    if (!subject.given && inner.length > 0 && !(parent.schema && isOneKind(parent.schema))) return [missing3(subject)];
    if (issue.code === "invalid_union") return explainChoice(subject, against);
    if (subject.given && subject.schema && isOneKind(subject.schema)) return explainChoice(subject, against);
    if (!subject.given && inner.length > 0 && parent.schema && isOneKind(parent.schema))
      return explainChoice(parent, against);
    return explainIssue(issue, subject);
  });
  return withoutFollowing(findings);
}
function followsUnknownKey(issue, issues2) {
  const place3 = issue.path.join(".");
  return issue.code === "custom" && issues2.some((other) => other.code === "unrecognized_keys" && other.path.join(".") === place3);
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
  const known2 = Object.keys((form && shapeOf(form)) ?? {});
  const near = nearest(key, known2);
  const meant = near !== void 0 && !hasAt(subject.value, [near]) ? near : void 0;
  return {
    path: [...subject.path, key],
    at: "key",
    problem: key === "<<" ? "Merge keys (`<<`) are not supported." : `Unknown key ${quoted(key)}.`,
    ...known2.length === 0 ? {} : { accepted: `${known2.join(", ")}.` },
    fix: key === "<<" ? "write the keys out." : meant ? `did you mean "${meant}"?` : "correct or remove it.",
    ...meant === void 0 ? {} : { meant }
  };
}
function missing3(subject) {
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
    fix: fixFor(subject)
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
  const place3 = (finding2) => JSON.stringify([finding2.path, finding2.problem]);
  const once2 = [...new Map(findings.toReversed().map((finding2) => [place3(finding2), finding2])).values()].toReversed();
  const meant = new Set(
    once2.flatMap(
      (finding2) => finding2.meant === void 0 ? [] : [JSON.stringify([...finding2.path.slice(0, -1), finding2.meant])]
    )
  );
  return once2.filter((finding2) => finding2.at === "key" || !meant.has(JSON.stringify(finding2.path)));
}

// src/config/fleet.ts
function isOfFleet(document) {
  return Object.hasOwn(document, "systems");
}
function systemNames(document) {
  const { systems } = document;
  return isMapping(systems) ? Object.keys(systems) : [];
}
var together2 = ["access", "facts", "parts"];
function documentOf(document, system2) {
  const { systems, rings: _rings, ...shared3 } = document;
  const own = mappingAt(systems, [system2]);
  const merged3 = { system: system2, ...shared3 };
  return mappingOf(substituted(withOwn(merged3, own), variablesOf(own)));
}
function withOwn(shared3, own) {
  const { ring: _ring, variables: _variables, environments: environments2, acknowledge: acknowledge2, ...rest } = own;
  const replaced3 = merged2(shared3, rest);
  const acknowledged = [shared3.acknowledge, acknowledge2].flatMap(
    (list4) => Array.isArray(list4) ? list4 : []
  );
  return {
    ...replaced3,
    ...acknowledge2 === void 0 ? {} : { acknowledge: acknowledged },
    ...isMapping(environments2) ? { environments: withEnvironments(shared3.environments, environments2) } : {}
  };
}
function withEnvironments(shared3, own) {
  const changed = Object.entries(own).map(([name, keys]) => [
    name,
    merged2(mappingAt(shared3, [name]), isMapping(keys) ? mappingOf(keys) : {})
  ]);
  return { ...mappingAt(shared3, []), ...Object.fromEntries(changed) };
}
function merged2(shared3, own) {
  const entries = Object.entries(own).map(([key, value]) => {
    const before = shared3[key];
    const both = together2.includes(key) && isMapping(before) && isMapping(value);
    return [key, both ? { ...before, ...value } : value];
  });
  return { ...shared3, ...Object.fromEntries(entries) };
}
function variablesOf({ variables }) {
  const named5 = isMapping(variables) ? Object.entries(variables) : [];
  return Object.fromEntries(named5.flatMap(([name, text3]) => typeof text3 === "string" ? [[name, text3]] : []));
}
function mappingAt(value, path) {
  const found = valueAt(value, path);
  return isMapping(found) ? mappingOf(found) : {};
}
function mappingOf(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
function writtenPlace(document, system2, path) {
  const ofSystem3 = ["systems", system2];
  if (path[0] === "system") return ofSystem3;
  const own = [...ofSystem3, ...path];
  return reached(document, own) - ofSystem3.length > reached(document, path) || hasAt(document, own) ? own : path;
}
function reached(document, path) {
  const missing5 = path.findIndex((_5, index) => !hasAt(document, path.slice(0, index + 1)));
  return missing5 === -1 ? path.length : missing5;
}
function fleetChecks(document, rings, systems) {
  return [
    ...Object.hasOwn(document, "system") ? [bothKinds] : [],
    ...ringChecks(rings, systems),
    ...dataApart(document),
    ...alike(document)
  ];
}
var bothKinds = {
  path: ["system"],
  at: "key",
  problem: "There is a `system` beside `systems`.",
  fix: "leave out `system`: each of `systems` has its name."
};
function ringChecks(rings, systems) {
  const names = (rings ?? []).map(({ name }) => name);
  const twice = names.flatMap(
    (name, index) => names.indexOf(name) === index ? [] : [
      {
        path: ["rings", index, "name"],
        at: "value",
        problem: `There are two rings ${quoted(name)}.`,
        fix: "give each a name of its own."
      }
    ]
  );
  const of = Object.entries(systems).flatMap(([system2, { ring: ring2 }]) => {
    if (ring2 === void 0 && names.length === 0) return [];
    if (ring2 !== void 0 && names.includes(ring2)) return [];
    const path = ring2 === void 0 ? ["systems", system2] : ["systems", system2, "ring"];
    return [
      {
        path,
        at: "value",
        problem: ring2 === void 0 ? `The system ${quoted(system2)} is in no ring.` : `There is no ring ${quoted(ring2)}.`,
        ...names.length === 0 ? {} : { accepted: names.join(", ") },
        fix: names.length === 0 ? "write `rings:` with its name, or leave out `ring`." : "name one of `rings`."
      }
    ];
  });
  const empty = names.flatMap(
    (name, index) => Object.values(systems).some(({ ring: ring2 }) => ring2 === name) ? [] : [
      {
        path: ["rings", index],
        at: "value",
        problem: `No system is in the ring ${quoted(name)}.`,
        fix: "leave it out, or put a system into it."
      }
    ]
  );
  return [...twice, ...of, ...empty];
}
function dataApart(document) {
  const seen = /* @__PURE__ */ new Map();
  return systemNames(document).flatMap((system2) => {
    const own = documentOf(document, system2);
    return ["production", "staging"].flatMap((environment4) => {
      const data = valueAt(own, ["environments", environment4, "data"]);
      const key = canonicalJson(data ?? null);
      if (data === void 0 || key.includes("${")) return [];
      const before = seen.get(key);
      seen.set(key, `${environment4} of ${system2}`);
      if (before === void 0 || before.endsWith(` of ${system2}`)) return [];
      return [
        {
          path: ["systems", system2],
          at: "key",
          problem: `The data of ${environment4} of ${system2} is that of ${before}.`,
          fix: "give each system data of its own, with a `${NAME}` in the shared part and `variables` here."
        }
      ];
    });
  });
}
function alike(document) {
  const [first2, ...others2] = systemNames(document);
  if (first2 === void 0) return [];
  const wanted = kindsOf(documentOf(document, first2));
  return others2.flatMap(
    (system2) => kindsOf(documentOf(document, system2)).flatMap(({ environment: environment4, key, kinds: kinds5 }, index) => {
      const usual = wanted[index]?.kinds ?? "";
      if (kinds5 === usual) return [];
      return [
        {
          path: ["systems", system2, "environments", environment4, key],
          at: "key",
          problem: `${key} of ${environment4} is ${quoted(kinds5)} in ${system2} and ${quoted(usual)} in ${first2}.`,
          fix: "use the same kinds in all systems, or write a configuration of its own for this one."
        }
      ];
    })
  );
}
function kindsOf(document) {
  return ["production", "staging"].flatMap(
    (environment4) => ["data", "deploy"].map((key) => {
      const value = valueAt(document, ["environments", environment4, key]);
      const each = [value].flat().map((part17) => isMapping(part17) ? Object.keys(part17)[0] ?? "" : "");
      return { environment: environment4, key, kinds: each.join(", ") };
    })
  );
}

// src/config/fleet-settings.ts
var { environments, facts, acknowledge, windows } = configuration.shape;
var { hooks: _hooks, ...ofProduction } = environments.shape.production.shape;
var otherwise = (value) => unknown().meta({ description: value.description ?? "" }).optional();
var environment2 = strictObject(
  Object.fromEntries(Object.entries(ofProduction).map(([key, value]) => [key, otherwise(value)]))
);
var member = strictObject({
  ring: slug.optional().describe("The ring that it is in, by its name in `rings`. Needed where there are rings."),
  variables: record(string().regex(/^[A-Za-z_]\w*$/, "the name of a variable, such as SITE_URL"), string().min(1)).optional().meta({
    description: "What `${NAME}` stands for in this system, where it is not secret: the text is put in its place, and may itself name a `${SECRET}`. A name that is not here is a variable of the job, whose value is in the environment of this system on GitHub.",
    examples: [{ SITE_URL: "https://north.example.org" }]
  }),
  environments: strictObject({ production: environment2.optional(), staging: environment2.optional() }).optional().describe(
    "Keys of its environments that are otherwise than in the shared part: each takes the place of the shared one as a whole, `access` name by name. Everything but `hooks` may differ."
  ),
  facts: facts.unwrap().optional().describe("Facts about this system, besides the shared ones."),
  parts: record(partName, partVersion).optional().describe("The present versions of parts of this system, besides the shared ones."),
  acknowledge: acknowledge.unwrap().optional().describe("Manual steps that are done for this system, besides the shared ones."),
  windows: otherwise(windows.describe("When this system may be changed, in place of the shared windows."))
});
var ring = strictObject({
  name: slug.describe("Its name."),
  hold: duration.optional().describe(
    "How long each of its systems must have run the target before the next ring starts. After that time each is looked at again: one that is gone, is not healthy or runs something else keeps the next ring closed."
  )
});
var fleetSettings = object({
  rings: array(ring).min(1).optional().meta({
    description: "The order in which the systems are upgraded: a ring starts when every system of the one before runs the target and has held it for its time. Without rings all systems go together.",
    examples: [[{ name: "pilot", hold: "3d" }, { name: "wards", hold: "7d" }, { name: "all" }]]
  }),
  systems: record(slug, member).meta({
    description: "Several installations of the same product under one configuration, in place of `system`, each by its name: it names the lock, the journal, the backups and the environments on GitHub of that system. What is written here is what differs.",
    examples: [{ north: { ring: "pilot", variables: { SITE_URL: "https://north.example.org" } } }]
  })
});
var { system, ...shared } = configuration.shape;
var configurationFile = strictObject({
  system: system.optional(),
  rings: fleetSettings.shape.rings,
  systems: fleetSettings.shape.systems.optional(),
  ...shared
}).meta({ title: "Staged Upgrade", description: "The configuration of Staged Upgrade: .github/staged-upgrade.yml" });

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
  const kind2 = path[2] === "data" ? path.slice(3, -1).find((part17) => typeof part17 === "string") : void 0;
  const environment4 = path[0] === "environments" ? [path[1], ...kind2 === void 0 ? [] : [kind2]] : [];
  return [...environment4, typeof last === "string" ? last : "secret"].join("_").toUpperCase().replace(/\W+/g, "_");
}

// src/config/mistake.ts
var ConfigurationError = class extends UserError {
  file;
  mistakes;
  constructor(file2, mistakes) {
    const one = mistakes.length === 1;
    const ordered = [...mistakes].sort((a5, b6) => a5.line - b6.line || a5.column - b6.column);
    super({
      happened: `${file2} has ${one ? "a mistake" : `${mistakes.length} mistakes`}.

${ordered.map((mistake) => rendered2(file2, mistake)).join("\n\n")}
`,
      means: "Nothing was done.",
      next: `Correct ${one ? "it" : "them"}, then run the command again.`
    });
    this.file = file2;
    this.mistakes = ordered;
  }
};
function rendered2(file2, mistake) {
  const where = pathText(mistake.path);
  return [
    `${file2}:${mistake.line}:${mistake.column}${where === "" ? "" : `: ${where}`}`,
    mistake.problem,
    ...mistake.accepted ? [`Accepted: ${mistake.accepted}`] : [],
    `Fix: ${mistake.fix}`
  ].join("\n  ");
}

// src/config/product-needs.ts
function chosenIn(document, products) {
  const product2 = valueAt(document, ["product"]);
  if (isMapping(product2) && !("extends" in product2)) return { kind: kindOf(product2), written: product2 };
  const name = isMapping(product2) ? valueAt(product2, ["extends"]) : product2;
  const shipped = typeof name === "string" ? products.find(name) : void 0;
  return shipped === void 0 ? void 0 : { kind: kindOf(shipped), written: void 0 };
}
function kindOf(product2) {
  return "stages" in product2 ? "stages" : "topology" in product2 ? "topology" : "versions";
}
function missingForProduct(document, products) {
  const chosen = chosenIn(document, products);
  const needs = environmentNames.flatMap((environment4) => {
    const settings17 = valueAt(document, ["environments", environment4]);
    if (!isMapping(settings17) || environment4 === "staging" && "waive" in settings17) return [];
    const keys = keysNeeded(document, chosen);
    return keys.map((key) => ["environments", environment4, key]);
  });
  const hasData = valueAt(document, ["environments", "production", "data"]) !== void 0;
  const mayLackData = chosen !== void 0 && chosen.kind !== "versions";
  const all = [...needs, ...mayLackData && !hasData ? [] : [["backup"]]];
  return all.filter((path) => valueAt(document, path) === void 0).map((path) => ({ code: "invalid_type", expected: "object", path: [...path], input: void 0, message: "" }));
}
function keysNeeded(document, chosen) {
  switch (chosen?.kind) {
    case "stages":
      return neededByStages(document, chosen.written);
    case "topology":
      return ["topology", "deploy"];
    default:
      return ["url", "data", "deploy"];
  }
}
function neededByStages(document, written5) {
  const asked2 = { product: written5, smoke: valueAt(document, ["smoke"]) };
  const stages = valueAt(written5, ["stages"]);
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
  const isOfReleases = chosen.kind === "versions";
  const staging2 = ["environments", "staging"];
  const waiver = valueAt(document, [...staging2, "waive"]);
  const data = environmentNames.map((name) => valueAt(document, ["environments", name, "data"]) !== void 0);
  return [
    ...waiver !== void 0 && isOfReleases ? [
      {
        path: [...staging2, "waive"],
        at: "key",
        problem: "Staging can be waived only for a product without releases; this one has them.",
        accepted: "a staging on which each hop is rehearsed on a copy of production.",
        fix: 'describe a staging in place of "waive".'
      }
    ] : [],
    ...!isOfReleases && waiver === void 0 && data[0] !== data[1] && isMapping(valueAt(document, staging2)) ? [
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
  lines: 6e3,
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
  const lines2 = text3.split("\n").length;
  if (lines2 > limits.lines) {
    const problem2 = `The file has ${lines2} lines; ${limits.lines} is the most that is read.`;
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
  const lines2 = new s();
  const document = a(text3, {
    lineCounter: lines2,
    prettyErrors: false,
    version: "1.2",
    stringKeys: true,
    uniqueKeys: false
  });
  const mistakes = [
    ...withoutFollowing2([...document.errors, ...document.warnings]).map((error) => ({
      ...syntaxFinding(error),
      ...position(lines2, error.pos[0])
    })),
    ...keysWrittenTwice(document, text3).map(({ offset, finding: finding2 }) => ({ ...finding2, ...position(lines2, offset) })),
    ...wrongAliases(document).map(({ offset, finding: finding2 }) => ({ ...finding2, ...position(lines2, offset) }))
  ];
  if (mistakes.length > 0) return { kind: "mistakes", mistakes };
  const tooMuch = beyondLimits(document);
  if (tooMuch.length > 0) {
    return {
      kind: "mistakes",
      mistakes: tooMuch.map(({ offset, finding: finding2 }) => ({ ...finding2, ...position(lines2, offset) }))
    };
  }
  const data = document.toJS({ maxAliasCount: 100 });
  if (isTooDeep(data)) return tooDeep;
  if (valuesIn(data) > limits.values) return tooMany;
  const locate = (finding2) => ({ ...finding2, ...position(lines2, offsetOf(document, finding2)) });
  const written5 = (path) => {
    const node = nodeAt(document, path);
    return e(node) ? node.source : void 0;
  };
  return { kind: "source", source: { data, locate, written: written5 } };
}
function position(lines2, offset) {
  const { line, col } = lines2.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
var independent = ["NON_STRING_KEY", "TAG_RESOLVE_FAILED"];
function withoutFollowing2(errors) {
  const stumbled = errors.filter((error) => !independent.includes(error.code)).sort((a5, b6) => a5.pos[0] - b6.pos[0])[0];
  return errors.filter(
    (error) => error === stumbled || independent.includes(error.code) && !(stumbled && error.pos[0] > stumbled.pos[0])
  );
}
function keysWrittenTwice(document, text3) {
  const stumbled = Math.min(
    ...document.errors.filter(({ code }) => !independent.includes(code)).map(({ pos }) => pos[0])
  );
  return duplicateKeys(document).filter((offset) => offset < stumbled).map((offset) => {
    const key = /^[\w.-]+/.exec(text3.slice(offset, offset + limits.textCharacters))?.[0];
    const problem2 = `The key ${key ? `"${key}" ` : ""}is written twice in the same place.`;
    return { offset, finding: { path: [], at: "value", problem: problem2, fix: "keep one of the two." } };
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
  m2(document, {
    Alias: (_key, alias, ancestors) => {
      const offset = alias.range?.[0] ?? 0;
      const target = alias.resolve(document);
      if (target === void 0) wrong.push({ offset, finding: noAnchor });
      else if (ancestors.includes(target)) wrong.push({ offset, finding: containsItself2 });
    }
  });
  return wrong;
}
function beyondLimits(document) {
  const found = [];
  const add2 = (node, problem2, fix2) => {
    found.push({ offset: node.range?.[0] ?? 0, finding: { path: [], at: "value", problem: problem2, fix: fix2 } });
  };
  m2(document, {
    Scalar: (_key, scalar2) => {
      const length = scalar2.source?.length ?? 0;
      if (length <= limits.textCharacters) return;
      const problem2 = `This text has ${length} characters; ${limits.textCharacters} is the most that is read.`;
      add2(scalar2, problem2, "put a long script or document into its own file, and name the file.");
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
    const offset = keyOffset(document, finding2.path.slice(0, length));
    if (offset !== void 0) return offset;
  }
  return document.contents?.range?.[0] ?? 0;
}
function keyOffset(document, path) {
  const parent = nodeAt(document, path.slice(0, -1));
  if (!b(parent)) return void 0;
  const key = parent.items.find((item) => keyText(item.key) === String(path.at(-1)))?.key;
  return n(key) ? key.range?.[0] : void 0;
}
function nodeAt(document, path) {
  let node = followed(document, document.contents);
  for (const part17 of path) {
    if (b(node)) node = followed(document, node.items.find((item) => keyText(item.key) === String(part17))?.value);
    else if (S(node)) node = followed(document, node.items[Number(part17)]);
    else return void 0;
  }
  return node;
}
function followed(document, node) {
  if (i(node)) return node.resolve(document);
  if (p(node)) return void 0;
  return n(node) ? node : void 0;
}
function keyText(key) {
  return String(e(key) ? key.value : key);
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
  const words2 = argv3.map((word2) => typeof word2 === "string" ? word2 : "");
  for (const [index, word2] of words2.entries()) {
    const program = word2.split("/").at(-1) ?? "";
    const interpreter = interpreters.find((each) => each.programs.test(program));
    const position2 = interpreter && scriptAfter(words2, index, interpreter);
    if (position2 !== void 0) return position2;
  }
  return void 0;
}
function scriptAfter(words2, program, interpreter) {
  for (let index = program + 1; index < words2.length; index++) {
    const word2 = words2[index] ?? "";
    if (interpreter.script.test(word2)) return index + 1;
    if (!interpreter.option.test(word2)) return void 0;
    if (withValue.test(word2)) index++;
  }
  return void 0;
}
function pasted(value, path) {
  const variable = value.startsWith("$");
  const known2 = /^\{(version|from|to|parts\.[a-z0-9-]+)\}$/.exec(value)?.[1];
  return {
    path,
    at: "value",
    problem: `${value} would be pasted into the text of a script, where its value can run as a command.`,
    accepted: "a script that takes values as arguments or from its environment.",
    fix: variable ? `write $${value}: the shell then reads the variable itself, which it inherits.` : known2 ? `write "$1" in the script and add two items after it: script, "${value}".` : 'write "$1" in the script and pass the value after it; for a brace of the script itself write {{ and }}.'
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
function loadConfiguration(text3, file2, products, options = {}) {
  const read2 = readDocument(text3, file2);
  const reader = { file: file2, source: read2.source, products, unfinished: options.unfinished === true };
  if (!isOfFleet(read2.document)) {
    refuseOther(file2, valueAt(read2.document, ["system"]), options.system);
    return checked(read2.document, (path) => path, reader);
  }
  const { rings, systems } = checkedFleet(read2.document, reader);
  const system2 = chosenSystem(file2, Object.keys(systems), options.system);
  return ofSystem(read2.document, system2, systems[system2]?.ring ?? rings[0]?.name ?? wholeFleet, reader);
}
function loadFleet(text3, file2, products, { unfinished = false } = {}) {
  const { source, document } = readDocument(text3, file2);
  if (!isOfFleet(document)) return void 0;
  const reader = { file: file2, source, products: readOnce2(products), unfinished };
  const { rings, systems } = checkedFleet(document, reader);
  const mistakes = /* @__PURE__ */ new Map();
  let faulty = 0;
  const loaded = Object.entries(systems).flatMap(([system2, { ring: ring2 }]) => {
    if (faulty === mostFaulty) return [];
    try {
      return [ofSystem(document, system2, ring2 ?? rings[0]?.name ?? wholeFleet, reader)];
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      faulty++;
      for (const mistake of error.mistakes)
        mistakes.set(`${mistake.line}:${mistake.column}:${mistake.problem}`, mistake);
      return [];
    }
  });
  if (mistakes.size > 0) throw new ConfigurationError(file2, [...mistakes.values()]);
  return { file: file2, rings, systems: loaded };
}
var mostFaulty = 20;
function readOnce2({ names, find: find2 }) {
  const found = /* @__PURE__ */ new Map();
  return {
    names,
    find: (name) => {
      if (!found.has(name)) found.set(name, find2(name));
      return found.get(name);
    }
  };
}
var wholeFleet = "all";
function readDocument(text3, file2) {
  const parsed4 = parseSource(text3);
  if (parsed4.kind === "mistakes") throw new ConfigurationError(file2, parsed4.mistakes);
  const { source } = parsed4;
  const { data } = source;
  if (isMapping(data)) return { source, document: { ...data } };
  const empty = data === null || data === void 0;
  const finding2 = {
    path: [],
    at: "value",
    problem: empty ? "The file is empty." : "The file is not a mapping of keys to values.",
    fix: "run `staged-upgrade init` to write it, or start with `system:`."
  };
  throw new ConfigurationError(file2, [source.locate(finding2)]);
}
function checkedFleet(document, { file: file2, source }) {
  const own = { systems: document.systems, ..."rings" in document ? { rings: document.rings } : {} };
  const result = fleetSettings.safeParse(own);
  const findings = result.success ? fleetChecks(document, result.data.rings, result.data.systems) : explain(fleetSettings, own, [], result.error.issues, source.written);
  if (!result.success || findings.length > 0) throw new ConfigurationError(file2, findings.map(source.locate));
  const { rings = [{ name: wholeFleet }], systems } = result.data;
  return { rings: rings.map(({ name, hold: hold2 = 0 }) => ({ name, hold: hold2 })), systems };
}
function ofSystem(document, system2, ring2, reader) {
  const loaded = checked(documentOf(document, system2), (path) => writtenPlace(document, system2, path), reader);
  return { ...loaded, fleet: { ring: ring2 } };
}
function checked(document, placeOf, { file: file2, source, products, unfinished }) {
  const fail = (findings2) => {
    throw new ConfigurationError(
      file2,
      findings2.map((finding2) => source.locate({ ...finding2, path: placeOf(finding2.path) }))
    );
  };
  const written5 = (path) => source.written(placeOf(path));
  const looked2 = withinCheckingTime(() => checkedDocument(document, written5, products, unfinished));
  if (looked2.kind === "too-slow") return fail([tooSlowTogether(document, looked2.at)]);
  const { result, findings } = looked2.value;
  if (findings.length > 0 || !result.success) return fail(findings);
  return { kind: "configuration", file: file2, value: result.data, document: { ...document } };
}
function checkedDocument(document, written5, products, unfinished) {
  const result = configuration.safeParse(document, { jitless: true });
  const issues2 = [...result.success ? [] : result.error.issues, ...missingForProduct(document, products)];
  const findings = [
    ...explain(configuration, document, [], issues2, written5),
    ...crossChecks(document, products),
    ...stagesChecks(document, products),
    ...literalSecrets(document),
    ...variableSyntax(document),
    ...unknownAnswers(document),
    ...scriptsWithValues(document),
    ...unfinished ? [] : toFillIn(document)
  ];
  return { result, findings };
}
function tooSlowTogether(document, expression) {
  return {
    path: placeOfText(document, expression) ?? [],
    at: "value",
    problem: "The regular expressions and JSONata up to here take too long to check already.",
    fix: "write fewer or simpler ones: look first at groups that repeat, as in (a+b?)*, at several .* in one, and at long JSONata."
  };
}
function placeOfText(value, wanted) {
  if (typeof value === "string") return value.includes(wanted) ? [] : void 0;
  const inner = Array.isArray(value) ? [...value.entries()] : isMapping(value) ? Object.entries(value) : [];
  for (const [key, each] of inner) {
    const place3 = placeOfText(each, wanted);
    if (place3 !== void 0) return [key, ...place3];
  }
  return void 0;
}
function chosenSystem(file2, names, given) {
  if (given !== void 0 && names.includes(given)) return given;
  const listed4 = names.length <= mostListed ? names.join(", ") : `${names.slice(0, mostListed).join(", ")} and ${names.length - mostListed} more`;
  if (given === void 0) {
    throw new UserError({
      happened: `${file2} is the configuration of ${names.length === 1 ? "a fleet of one system" : `${names.length} systems`}, and none of them is named.`,
      means: "It is not known which one is meant. Nothing was done.",
      next: `Name one with --system (in a workflow, the input system): ${listed4}. For all of them: staged-upgrade fleet.`
    });
  }
  const meant = nearest(given, names);
  throw new UserError({
    happened: `There is no system "${given}" in ${file2}.`,
    means: "Nothing was done.",
    next: `${meant === void 0 ? "" : `Did you mean "${meant}"? `}There are: ${listed4}.`
  });
}
var mostListed = 20;
function refuseOther(file2, system2, given) {
  if (given === void 0 || given === "" || given === system2 || typeof system2 !== "string") return;
  throw new UserError({
    happened: `The system "${given}" is named, and ${file2} is the configuration of "${system2}" alone.`,
    means: "One of the two is not meant. Nothing was done.",
    next: "Leave the name out, or name the configuration that has it with --config."
  });
}
function unfinishedPlaces(text3) {
  const parsed4 = parseSource(text3);
  return parsed4.kind === "mistakes" ? [] : toFillIn(parsed4.source.data).map(parsed4.source.locate);
}

// src/core/interface/input.ts
function text2(places) {
  return {
    ...placed(places),
    form: { kind: "text" },
    read: ([value = ""]) => ({ kind: "value", value })
  };
}
function word(words2, places) {
  return {
    ...placed(places),
    form: { kind: "word", words: words2 },
    read: ([given = ""]) => oneOf2(given, words2)
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
function list2(places, separator = /[,\n]/) {
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
function oneOf2(given, words2) {
  const value = words2.find((each) => each === given);
  if (value !== void 0) return { kind: "value", value };
  const meant = nearest(given, words2);
  return { kind: "wrong", text: given, accepted: listed2(words2), ...meant === void 0 ? {} : { meant } };
}
function listed2(words2) {
  const quoted4 = words2.map((each) => `"${each}"`);
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
  system: text2({
    action: "Which system the step is about, by its name, where the configuration has several (systems).",
    option: [
      "--system <name>",
      "one of several systems of the configuration; for init, a name for your installation, which names the lock, the journal and the backups"
    ]
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
  ring: text2({
    action: "For plan in the workflows of several systems, the ring that a run of the whole fleet takes the system up with; the journal keeps it, and only what was taken up so is continued with in the next ring."
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
  write: flag({ option: ["--write", "write the change into the files; without it, it is only shown"] }),
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
  acknowledge: list2({
    action: "Ids of manual steps that a person has done, separated by commas or line breaks, besides those in the configuration.",
    option: ["--acknowledge <id>", "a manual step that is done; may be repeated"]
  }),
  facts: list2(
    {
      action: "Facts about the installation that conditional rules ask for, as name=value, one a line or separated by commas; they override the configuration's.",
      option: ["--facts <name=value>", "a fact about this installation; may be repeated"]
    },
    betweenFacts
  ),
  parts: list2({
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
  database: text2({
    option: ["--database <kind>", "what keeps the data, such as postgres; a name that is unknown lists all"]
  }),
  deployer: text2({ option: ["--deployer <kind>", "how a release is put in place, such as command"] }),
  store: text2({ option: ["--store <kind>", "where backups are kept, such as s3"] }),
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
  encryptFor: list2({
    option: [
      "--encrypt-for <key...>",
      "public keys of age (age1\u2026) that backups are encrypted for; any one of them reads them"
    ]
  }),
  backupFolder: text2({ option: ["--backup-folder <path>", "a folder that the runners of both environments reach"] }),
  journal: text2({
    option: [
      "--journal <git|folder>",
      "where the record is kept: a branch of the repository, a folder, or the name of another kind"
    ]
  }),
  runner: text2({
    option: ["--runner <labels>", "labels of the runner that reaches production (and staging), separated by commas"]
  }),
  stagingRunner: text2({ option: ["--staging-runner <labels>", "labels of the runner that reaches staging"] }),
  action: text2({ option: ["--action <pin>", "the action to use, as OWNER/NAME@COMMIT, the full commit"] }),
  variable: list2({
    option: ["--variable <name...>", "names of ${NAME}s that are not secrets: they come from variables"]
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
function readGiven(names, textsOf, onWrong) {
  const given = {};
  const read2 = (name) => {
    const texts3 = textsOf(name);
    if (texts3.length === 0) return;
    const accepted2 = inputs[name].read(texts3);
    if (accepted2.kind === "wrong") onWrong(name, accepted2);
    else given[name] = accepted2.value;
  };
  for (const name of names) read2(name);
  return Object.freeze(given);
}
function taken2(given, names) {
  const own = {};
  for (const name of names) if (given[name] !== void 0) own[name] = given[name];
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
  "encryptFor",
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
  const escaped3 = (text3) => `\\u${text3.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replaceAll(new RegExp(hidden, "gu"), escaped3);
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

// src/init/checks.ts
var systemName = (answer2) => slug.safeParse(answer2).success ? void 0 : "A name has small letters, digits and single hyphens, and at most 63 characters: patient-records.";
var address2 = (answer2) => {
  const form = "Write the whole address, such as https://records.example.com, or a variable that holds it: ${PRODUCTION_URL}.";
  if (answer2.endsWith("/")) return `It ends with a slash, and paths are appended to it. ${form}`;
  if (/^\$\{[A-Za-z_]\w*\}/.test(answer2)) return void 0;
  if (!/^https?:\/\/[^/\s]/i.test(answer2)) return `It does not begin with http:// or https://. ${form}`;
  const filled2 = answer2.replaceAll(/\$\{[A-Za-z_]\w*\}/g, "1");
  return URL.canParse(filled2) ? void 0 : `It is not an address. ${form}`;
};
function stagingAddress(production2) {
  return (answer2) => address2(answer2) ?? (answer2 === production2 ? "That is the address of production, and what staging has is overwritten. Write the address of a second server." : void 0);
}
var requestPath = (answer2) => /^\/\S*$/.test(answer2) ? void 0 : `A path begins with "/" and has no spaces; it is appended to the address of the server: /health.`;
var jsonPlace = (answer2) => /^[^\s.$[\]]+(\.[^\s.$[\]]+)*$/.test(answer2) ? void 0 : "Keys of the JSON answer with dots between them, and numbers for places in a list: version, data.version or nodes.0.version.";

// src/init/choose-kind.ts
async function chooseKind(family, options, proposed, questions) {
  const kind2 = kindOfFlags(family, options, proposed?.kind) ?? named2(family, await nameWithoutFlag(family, proposed, questions));
  const ownProposal = proposed?.kind === kind2.name ? proposed.settings : {};
  const asks = proposed === void 0 ? questions : void 0;
  const settings17 = { ...ownProposal };
  for (const [key, setting] of Object.entries(kind2.settings)) {
    const given = flagOf(setting, family, options);
    const value = given ?? (key in ownProposal ? void 0 : await asked(setting, asks));
    if (value !== void 0) settings17[key] = value;
  }
  return { kind: kind2, settings: settings17 };
}
async function nameWithoutFlag({ kinds: kinds5, question: question2, usual }, proposed, questions) {
  if (proposed !== void 0) return proposed.kind;
  if (questions === void 0 || kinds5.length === 1) return usual;
  const titles = Object.fromEntries(kinds5.map(({ name, title }) => [name, `${name}: ${title}`]));
  return await questions.choose(question2, Object.keys(titles), usual, titles);
}
function kindOfFlags(family, options, proposed) {
  const { kinds: kinds5, input, usual } = family;
  const given = options[input];
  const byName = kinds5.find(({ name }) => name === given);
  if (byName !== void 0) return byName;
  const bySetting = kinds5.filter(
    ({ settings: settings17 }) => Object.values(settings17).some((setting) => flagOf(setting, family, options) !== void 0)
  );
  if (given !== void 0 && !bySetting.some((kind2) => inputsOf(kind2).includes(input)))
    throw unknownKind(family, given);
  return bySetting.find(({ name }) => name === (proposed ?? usual)) ?? bySetting[0];
}
function inputsOf({ settings: settings17 }) {
  return Object.values(settings17).map(({ input }) => input);
}
function flagOf(setting, { kinds: kinds5 }, options) {
  if (setting.input === void 0) return void 0;
  const given = new Map(Object.entries(options)).get(setting.input);
  if (typeof given !== "string" || kinds5.some(({ name }) => name === given)) return void 0;
  return Array.isArray(setting.usual) ? words(setting.input, given) : given;
}
async function asked({ question: question2, usual }, questions) {
  if (question2 === void 0 || questions === void 0 || typeof usual !== "string") return void 0;
  const answer2 = await questions.text(question2, usual);
  refuseHidden(`The answer to "${question2}"`, answer2);
  return answer2;
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
  const names = kinds5.map((kind2) => kind2.name);
  const meant = nearest(name, names);
  const advice = meant === void 0 ? "" : `Did you mean "${meant}"? `;
  return mistakenFlag(flagName(input), name, `${advice}It must be ${names.join(" or ")}.`);
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
function indent(spaces, lines2) {
  return lines2.map((line) => line === "" ? "" : " ".repeat(spaces) + line);
}
function scalar(text3) {
  const plain4 = /^[A-Za-z0-9_./$]/.test(text3) && !/: |:$| #|[\n"\\]|\s$/.test(text3) && !/^(true|false|null|yes|no|on|off|~|[\d.]+(e\d+)?|0x[\da-f]+)$/i.test(text3);
  return plain4 ? text3 : JSON.stringify(text3);
}
function mapping(entries) {
  return entries.map(([key, value]) => `${key}: ${scalar(value)}`);
}
function labels(list4) {
  const only = list4.length === 1 ? list4[0] : void 0;
  return only === void 0 ? `[${list4.map(flowScalar).join(", ")}]` : scalar(only);
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
var releasesPlace = (answer2) => {
  const [kind2 = "", name] = split(answer2);
  const source = Object.hasOwn(sources, kind2) ? sources[kind2] : void 0;
  if (source === void 0 || name === void 0) {
    const meant = nearest(kind2, Object.keys(sources));
    return `${meant === void 0 ? "" : `Did you mean "${meant}:"? `}Write where it is published and its name there: ${releasesForm}. Other places are written into the configuration later.`;
  }
  return source.name.test(name) ? void 0 : `"${name}" is not a name there. Write it as ${source.form}.`;
};
function renderedSource(answer2) {
  const [kind2 = "", name = ""] = split(answer2);
  const source = Object.hasOwn(sources, kind2) ? sources[kind2] : void 0;
  return source === void 0 ? void 0 : { scheme: source.scheme, line: source.render(name) };
}
function split(answer2) {
  const at4 = answer2.indexOf(":");
  return at4 < 0 ? [answer2] : [answer2.slice(0, at4), answer2.slice(at4 + 1)];
}

// src/init/render/own-definition.ts
var lineUnits = ["major", "minor", "none"];
function renderOwnProduct(own) {
  const source = own.releases === void 0 ? void 0 : renderedSource(own.releases);
  const missing5 = (what) => JSON.stringify(`${fillIn}: ${what}`);
  return [
    "# What is known about the product. Every key, with what else a product may say (migrations that can be kept back,",
    '# parts beside the release, stages in place of versions): docs/configuration.md, "product".',
    "product:",
    ...indent(2, [
      `name: ${own.name}`,
      `title: ${scalar(own.title)}`,
      "# How its versions are read: semver (1.2.3), pep440 (Python) or numbers (any dotted numbers).",
      `versions: { scheme: ${source?.scheme ?? "semver"} }`,
      "# Where its releases are published, such as { npm: { package: unleash-server } } or { pypi: { project: isso } }. Also:",
      "# crates, github-releases, github-tags, helm-index, oci-tags, a file, or a list written out here.",
      `releases: ${source === void 0 ? `{ list: [${missing5("where its releases are published, in place of this list")}] }` : `{ ${source.line} }`}`,
      ...pathRules(own.line),
      "probes:",
      "  # Is it serving? Also: expect: { json: { status: ok } }, contains: a text, or a command.",
      `  health: { http: { path: ${own.healthPath === void 0 ? missing5("the path that answers 200 when the server is healthy, such as /health") : quotedPath(own.healthPath)} } }`,
      "  # Which release answers? In place of value (JSON): header, pattern (text), or a command. A release that says it",
      "  # elsewhere: value: [data.version, data.server.version], the first that is there counts.",
      "  version:",
      "    http:",
      `      path: ${own.versionPath === void 0 ? missing5("the path whose answer says the version, such as /version") : quotedPath(own.versionPath)}`,
      `      value: ${own.versionValue === void 0 ? missing5("where the version is in the JSON answer, such as data.version") : scalar(own.versionValue)}`,
      "# What every installation must be able to do after a hop. Add what would be missed first: a login, a search, a record.",
      "smoke:",
      `  - { name: it is healthy, http: { path: ${own.healthPath === void 0 ? missing5("the same path as for health") : quotedPath(own.healthPath)} } }`
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
  const known2 = lineUnits.find((unit) => unit === given);
  if (known2 !== void 0) return known2;
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
  if (product2 === void 0) throw missing4(["--product"], products.names);
  const definition = products.find(product2);
  const isOwn = product2 === ownProduct && definition === void 0;
  if (definition === void 0 && !isOwn) throw unknownProduct(product2, products.names);
  const own = isOwn ? await ownProductFrom(options, questions, ask2) : void 0;
  const proposal = products.proposal(product2);
  const system2 = await ask2({
    flag: "--system",
    given: options.system,
    usual: proposal.system,
    message: "A name for your installation (small letters and hyphens)",
    check: systemName
  });
  const productionUrl = await ask2({
    flag: "--production-url",
    given: options.productionUrl,
    usual: proposal["production-url"],
    message: "Where does production answer? (URL)",
    check: address2
  });
  const stagingUrl = await ask2({
    flag: "--staging-url",
    given: options.stagingUrl,
    usual: proposal["staging-url"],
    message: "Where does staging answer? (URL)",
    check: stagingAddress(productionUrl)
  });
  if (absent.length > 0) throw missing4(absent, products.names);
  const choose = (name) => chooseKind(initFamilies[name], options, proposal.kinds[name], questions);
  return {
    prefix: proposal.prefix,
    product: product2,
    ...own === void 0 ? {} : { own },
    system: system2,
    productionUrl,
    stagingUrl,
    data: await choose("data"),
    deploy: await choose("deploy"),
    store: await choose("store"),
    encryptFor: options.encryptFor ?? [],
    journal: await choose("journal"),
    scrub: options.scrub === void 0 ? proposal.scrub : { run: words("scrub", options.scrub) },
    windows: proposal.windows,
    access: Object.keys(definition?.access ?? {}).map((name) => ({ name, source: proposal.access[name] }))
  };
}
async function chosenProduct({ names }, questions) {
  const chosen = await questions?.choose("Which product?", [...names, ownProductChoice], names[0] ?? ownProductChoice);
  return chosen === ownProductChoice ? ownProduct : chosen;
}
function unknownProduct(name, names) {
  const meant = nearest(name, names);
  return new UserError({
    happened: `There is no product "${name}".`,
    means: "Nothing was written.",
    next: `${meant === void 0 ? "" : `Did you mean "${meant}"? `}There are: ${names.join(", ")}. For a product of your own: --product ${ownProduct}.`
  });
}
function missing4(flags, names) {
  return new UserError({
    happened: `${flags.join(", ")} ${flags.length === 1 ? "is" : "are"} missing, and there is no terminal to ask at.`,
    means: "Nothing was written.",
    next: `Give ${flags.length === 1 ? "it" : "them"} as flags. Products: ${[...names, ownProduct].join(", ")}. All flags: staged-upgrade init --help.`
  });
}

// src/init/render/kinds.ts
function flow2(chosen, names) {
  const settings17 = valuesOf(chosen, names, {}).map(([key, value]) => `${key}: ${flowValue(value)}`);
  return `{ ${chosen.kind.name}: ${settings17.length === 0 ? "{}" : `{ ${settings17.join(", ")} }`} }`;
}
function block(chosen, names, dataVariables) {
  const { kind: kind2 } = chosen;
  const lines2 = valuesOf(chosen, names, dataVariables).flatMap(([key, value]) => {
    const comment = kind2.settings[key]?.comment;
    return [...comment === void 0 ? [] : [`# ${comment}`], ...blockValue(key, value)];
  });
  return lines2.length === 0 ? [`${kind2.name}: {}`] : [`${kind2.name}:`, ...indent(2, lines2)];
}
function scriptVariables(chosen, names) {
  const named5 = valuesOf(chosen, names, {}).flatMap(([key, value]) => {
    const name = chosen.kind.settings[key]?.scriptVariable;
    return name === void 0 || typeof value !== "string" ? [] : [[name, value]];
  });
  return Object.fromEntries(named5);
}
function flowMapping(mapping2) {
  const members = Object.entries(mapping2).map(([name, value]) => `${name}: ${flowValue(value)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
function argv2(list4) {
  return `[${list4.map(flowScalar).join(", ")}]`;
}
function valuesOf({ kind: kind2, settings: settings17 }, names, dataVariables) {
  const usual = Object.entries(kind2.settings).map(([key, setting]) => [
    key,
    typeof setting.usual === "function" ? setting.usual(dataVariables) : setting.usual
  ]);
  const all = { ...Object.fromEntries(usual), ...settings17 };
  return Object.entries(all).flatMap(
    ([key, value]) => value === null ? [] : [[key, filled(value, names)]]
  );
}
function filled(value, names) {
  const fill = (text3) => {
    const prefixed = text3.replaceAll("{PREFIX}", names.prefix);
    return names.side === void 0 ? prefixed : prefixed.replaceAll("{SIDE}", names.side);
  };
  if (typeof value === "string") return fill(value);
  if (typeof value === "boolean") return value;
  if (isList(value)) return value.map((each) => filled(each, names));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, names)]));
}
function flowValue(value) {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean") return String(value);
  if (!isList(value)) return flowMapping(value);
  const texts3 = value.filter((each) => typeof each === "string");
  return texts3.length === value.length ? argv2(texts3) : `[${value.map(flowValue).join(", ")}]`;
}
function blockValue(key, value) {
  if (isList(value) && value.some((each) => typeof each === "object"))
    return [`${key}:`, ...indent(2, value.flatMap(memberLines))];
  if (typeof value !== "object" || isList(value) || Object.keys(value).length === 0)
    return [`${key}: ${flowValue(value)}`];
  return [
    `${key}:`,
    ...indent(
      2,
      Object.entries(value).map(([name, each]) => `${name}: ${flowValue(each)}`)
    )
  ];
}
function memberLines(member2) {
  if (typeof member2 !== "object" || isList(member2)) return [`- ${flowValue(member2)}`];
  const lines2 = Object.entries(member2).map(([name, each]) => `${name}: ${flowValue(each)}`);
  return lines2.map((line, index) => `${index === 0 ? "-" : " "} ${line}`);
}
function isList(value) {
  return Array.isArray(value);
}

// src/init/render/configuration.ts
function renderConfiguration(answers) {
  const { system: system2, product: product2, own, prefix: prefix2 } = answers;
  const lines2 = [
    "# What Staged Upgrade knows about this system. Every key: docs/configuration.md of the project.",
    "# ${NAME} is an environment variable of the job: secrets stay in the environments of this repository.",
    `system: ${scalar(system2)}`,
    ...own === void 0 ? [`product: ${scalar(product2)}`] : renderOwnProduct(own),
    "environments:",
    "  production:",
    ...indent(4, environment3(answers, "production")),
    "  staging:",
    "    # Everything here may be replaced: each rehearsal restores a copy of production over it.",
    "    disposable: true",
    ...indent(4, environment3(answers, "staging")),
    ...indent(4, scrub2(answers)),
    `# ${capital(answers.store.kind.title)}.`,
    ...backup2(flow2(answers.store, { prefix: prefix2 }), answers.encryptFor),
    `journal: { store: ${flow2(answers.journal, { prefix: prefix2 })} }`,
    ...windows2(answers.windows),
    "# Who lets a hop continue: the reviewers of a GitHub environment (environment), or nobody (none).",
    "gates: { production: environment, finalize: environment }"
  ];
  return `${lines2.join("\n")}
`;
}
function windows2(proposed) {
  if (proposed === void 0) return [];
  const { "time-zone": zone, from, to: to2 } = proposed;
  return [
    "# When production may be changed: write your own times.",
    `windows: { time-zone: ${zone}, open: [{ from: "${from}", to: "${to2}" }] }`
  ];
}
function backup2(store, recipients) {
  if (recipients.length === 0) return [`backup: { store: ${store} }`];
  return [
    "backup:",
    `  store: ${store}`,
    "  # Public keys. The identity is the secret key of one of them: only jobs that restore get it.",
    `  encryption: { age: { recipients: ${argv2(recipients)}, identity: "\${BACKUP_IDENTITY}" } }`
  ];
}
function environment3(answers, side) {
  const { access: access6, prefix: prefix2 } = answers;
  const url = side === "production" ? answers.productionUrl : answers.stagingUrl;
  const names = namesOf(answers, side);
  return [
    `url: ${url.includes("${") ? JSON.stringify(url) : scalar(url)}`,
    ...access6.length === 0 ? [] : ["access:"],
    ...indent(
      2,
      access6.flatMap((one) => credential(one, side, prefix2))
    ),
    `data: ${flow2(answers.data, names)}`,
    "deploy:",
    ...indent(2, block(answers.deploy, names, scriptVariables(answers.data, names)))
  ];
}
function credential({ name, source }, side, prefix2) {
  if (source === void 0) return [`${name}: "\${${prefix2}${upper(`${side}_${name}`)}}"`];
  const named5 = (text3) => text3.replaceAll("{PREFIX}", prefix2).replaceAll("{SIDE}", upper(side));
  const written5 = (value) => typeof value === "string" ? JSON.stringify(named5(value)) : flowMapping(Object.fromEntries(Object.entries(value).map(([key, text3]) => [key, named5(text3)])));
  const lines2 = Object.entries(source).flatMap(([kind2, settings17]) => [
    `${kind2}:`,
    ...indent(
      2,
      Object.entries(settings17).map(([key, value]) => `${key}: ${written5(value)}`)
    )
  ]);
  return [`${name}:`, ...indent(2, lines2)];
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
function namesOf({ prefix: prefix2 }, side) {
  return { prefix: prefix2, side: upper(side) };
}
function capital(text3) {
  return text3.slice(0, 1).toUpperCase() + text3.slice(1);
}
function upper(name) {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_");
}

// src/core/model/sequence.ts
var jobNames = ["read", "rehearse", "promote", "finalize"];
function isReversible({ stages }, label2) {
  return stages !== void 0 && (stages.reversible === "all" || stages.reversible.includes(label2));
}
function eachCheckpoint(of) {
  return {
    scrubbed: of("scrubbed"),
    smokedFrom: of("smokedFrom"),
    deployedTo: of("deployedTo"),
    smokedTo: of("smokedTo"),
    rolledBack: of("rolledBack"),
    smokedBack: of("smokedBack"),
    deployedAgain: of("deployedAgain"),
    migrating: of("migrating"),
    waited: of("waited"),
    smokedLast: of("smokedLast")
  };
}
function hopSequence(traits) {
  return [
    ...read(traits),
    ...traits.waiver === void 0 ? rehearse(traits) : [],
    ...promote(traits),
    ...traits.deferrable ? finalize() : []
  ];
}
function read({ dataless, waiver }) {
  const at4 = { job: "read", environment: "production" };
  const check2 = { ...at4, id: "check", command: "check", title: "Check that production is healthy on {from}" };
  if (dataless || waiver !== void 0) return [check2];
  return [
    check2,
    { ...at4, id: "backup", command: "backup", purpose: "rehearsal", title: "Back up production for the rehearsal" }
  ];
}
function rehearse(traits) {
  const at4 = { job: "rehearse", environment: "staging" };
  const proof = [
    {
      ...at4,
      id: "restore",
      checkpoint: "scrubbed",
      command: "restore",
      title: traits.dataless ? "Make sure that staging is at {from}" : "Restore the backup on staging, compare, scrub"
    },
    ...traits.stages === void 0 ? [deployFrom(at4)] : [],
    {
      ...at4,
      id: "smoke-from",
      checkpoint: "smokedFrom",
      command: "smoke",
      release: "from",
      title: "Smoke test {from}"
    },
    { ...at4, id: "deploy-to", checkpoint: "deployedTo", command: "deploy", release: "to", title: deployTitle(traits) }
  ];
  const report = { ...at4, id: "report", command: "report", title: "Report what was proved" };
  if (!traits.deferrable) {
    return [
      ...proof,
      { ...at4, id: "wait", checkpoint: "waited", command: "wait", title: "Wait until {to} is serving" },
      { ...at4, id: "smoke-to", checkpoint: "smokedLast", command: "smoke", release: "to", title: "Smoke test {to}" },
      report
    ];
  }
  return [
    ...proof,
    {
      ...at4,
      id: "smoke-to",
      checkpoint: "smokedTo",
      command: "smoke",
      release: "to",
      title: "Smoke test {to} before its migrations"
    },
    {
      ...at4,
      id: "rollback",
      checkpoint: "rolledBack",
      command: "rollback",
      title: "Go back to {from}, as a rollback would"
    },
    {
      ...at4,
      id: "smoke-back",
      checkpoint: "smokedBack",
      command: "smoke",
      release: "from",
      title: "Smoke test {from} after the way back"
    },
    {
      ...at4,
      id: "deploy-again",
      checkpoint: "deployedAgain",
      command: "deploy",
      release: "to",
      title: "Deploy {to} again"
    },
    { ...at4, id: "migrate", checkpoint: "migrating", command: "migrate", title: "Start the migrations" },
    { ...at4, id: "wait", checkpoint: "waited", command: "wait", title: "Wait for the migrations" },
    {
      ...at4,
      id: "smoke",
      checkpoint: "smokedLast",
      command: "smoke",
      release: "to",
      title: "Smoke test {to} after its migrations"
    },
    report
  ];
}
function deployFrom(at4) {
  return { ...at4, id: "deploy-from", command: "deploy", release: "from", title: "Deploy {from} on the restored copy" };
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
  const at4 = { job: "promote", environment: "production" };
  return [
    { ...at4, id: "check", command: "check", title: "Check production again" },
    ...traits.dataless ? [] : [restorePoint(at4)],
    ...traits.proveRestorePoint ? [prove] : [],
    { ...at4, id: "deploy", command: "deploy", release: "to", title: deployTitle(traits) },
    { ...at4, id: "wait", command: "wait", title: "Wait until {to} is serving" },
    { ...at4, id: "smoke", command: "smoke", release: "to", title: "Smoke test {to}" },
    { ...at4, id: "report", command: "report", title: "Report the state of production" }
  ];
}
function restorePoint(at4) {
  return { ...at4, id: "backup", command: "backup", purpose: "restore-point", title: "Take the restore point" };
}
function finalize() {
  const at4 = { job: "finalize", environment: "production" };
  return [
    { ...at4, id: "migrate", command: "migrate", title: "Start the migrations: the point of no return" },
    { ...at4, id: "wait", command: "wait", title: "Wait for the migrations" },
    { ...at4, id: "smoke", command: "smoke", release: "to", title: "Smoke test {to} after its migrations" },
    { ...at4, id: "report", command: "report", title: "Report the state of production" }
  ];
}
function deployTitle(traits) {
  return traits.deferrable ? "Deploy {to} with its migrations deferred" : "Deploy {to}";
}

// src/config/backup-places.ts
var backupPlaces = ["backup.store", "backup.encryption.age.recipients"];
var identityPlace = "backup.encryption.age.identity";

// src/steps/hop/needs.ts
var always2 = {
  common: ["product", "journal", "notify"],
  own: ["url", "access", "topology", "hooks.on-failure", "hooks.logs"]
};
function needsOfStep({ common = [], own = [], ...more }) {
  return { ...more, common: [...always2.common, ...common], own: [...always2.own, ...own] };
}
function placesOf({ common = [], own = [], logs, place: place3 }, environment4, readsLogs2) {
  const parts2 = logs === true && readsLogs2 ? [...own, "deploy"] : own;
  const deployed = place3 === true && environment4 === "production" && !parts2.includes("deploy") ? placeSettings : [];
  return [
    ...common.flatMap(placesOfCommon),
    ...[...parts2, ...deployed].map((part17) => `environments.${environment4}.${part17}`)
  ];
}
var placeSettings = [...deployPlaceRules].flatMap(([kind2, { keys }]) => keys.map((key) => `deploy.${kind2}.${key}`));
function placesOfCommon(part17) {
  switch (part17) {
    case "backup":
      return backupPlaces;
    case "decryption":
      return [identityPlace];
    default:
      return [part17];
  }
}
function projectWithin(project, command2, { common = [] }) {
  if (common.includes("backup")) return project;
  return { ...project, store: () => refuseUndeclared(command2, "backup") };
}
function liveWithin(live, command2, { common = [], own = [], place: place3 }) {
  const hooks = `environments.${live.environment}.hooks.`;
  const declared3 = [...always2.own, ...own];
  return {
    ...live,
    data: () => own.includes("data") ? live.data() : refuseUndeclared(command2, "data"),
    deployer: (target) => own.includes("deploy") ? live.deployer(target) : refuseUndeclared(command2, "deploy"),
    // A log is looked for after a failure, whatever the step is: what it was not given it does without.
    deployerLogs: () => own.includes("deploy") ? live.deployerLogs() : void 0,
    place: (target) => place3 === true || own.includes("deploy") ? live.place(target) : refuseUndeclared(command2, "deploy"),
    measures: (placeholders) => common.includes("baseline") ? live.measures(placeholders) : refuseUndeclared(command2, "baseline"),
    smokeTests: (placeholders, since) => common.includes("smoke") ? live.smokeTests(placeholders, since) : refuseUndeclared(command2, "smoke"),
    context: (where, placeholders) => {
      const part17 = where.startsWith(hooks) ? `hooks.${where.slice(hooks.length)}` : void 0;
      if (part17 !== void 0 && !declared3.includes(part17)) refuseUndeclared(command2, part17);
      return live.context(where, placeholders);
    }
  };
}
function refuseUndeclared(command2, part17) {
  throw new Error(`the step "${command2}" uses "${part17}" of the configuration, which it does not declare`);
}

// src/core/decisions/decision.ts
function alreadyDone(because, backup4) {
  return { kind: "already-done", because, ...backup4 === void 0 ? {} : { backup: backup4 } };
}
function refuse(happened2, means2, next2) {
  return { kind: "refuse", message: { happened: happened2, means: means2, next: next2 } };
}
function waiting(happened2, means2, next2) {
  return { kind: "waiting", message: { happened: happened2, means: means2, next: next2 } };
}
function failed(happened2, means2, next2) {
  return { kind: "failed", message: { happened: happened2, means: means2, next: next2 } };
}
function cannotTell(happened2, means2, next2) {
  return { kind: "unknown", message: { happened: happened2, means: means2, next: next2 } };
}

// src/core/history/entries.ts
function ofHop(entries, hop) {
  return entries.filter(({ event: event2 }) => "hop" in event2 && event2.hop.id === hop.id && event2.hop.digest === hop.digest);
}
function inEnvironment2(entries, environment4) {
  return entries.filter(({ event: event2 }) => "environment" in event2 && event2.environment === environment4);
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
  if (rehearsal.kind === "waived") return refusesWaiver(traits) ?? unrecordedWaiver(situation, rehearsal.because);
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
function unrecordedWaiver({ hop, record: record2 }, reason) {
  if (record2.entries.some((entry) => isOf(entry, "rehearsal-waived") && entry.event.because === reason))
    return void 0;
  return refuse(
    `The journal does not say yet that hop ${hop.id} goes to production without a rehearsal.`,
    "The check of production records that, with the reason. Production was not touched.",
    `Run "staged-upgrade check --hop ${hop.id}" first.`
  );
}
function missingConfirmable(hop, untouched) {
  return refuse(
    `No rehearsal of hop ${hop} has passed with this configuration.`,
    `There is nothing that a person could confirm yet. ${untouched}`,
    "Start a new run: it rehearses this hop first."
  );
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
function ofPath(gate2, { protection, covers }, { id: id2 }, untouched) {
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
      `Hop ${id2}, as it is configured now, is not among the hops that this run was approved for.`,
      `What was approved must be what is done. ${untouched}`,
      next2
    );
  }
  return decideProtection(protection, wordsFor(gate2, untouched));
}
function decideProtection(state, words2) {
  const { environment: environment4, reading, approved, settingsUrl } = state;
  const { untouched, again, otherwise: otherwise3 } = words2;
  const setUp = `Open ${settingsUrl}, choose "${environment4}", tick "Required reviewers", name who approves, and save the protection rules; then ${again}. If it cannot be ticked, the plan of this repository has no reviewers: ${otherwise3}.`;
  switch (reading.kind) {
    case "protected":
      return reading.adminsMayBypass === false ? approvedStrictly(environment4, reading.reviewers, approved, words2) : { kind: "act", because: `${waitsFor(environment4, reading.reviewers)}; ${whoApproved(approved)}.` };
    case "unprotected":
      return refuse(
        `The GitHub environment "${environment4}" lets jobs start without anybody's approval: ${reading.why}.`,
        untouched,
        setUp
      );
    case "missing":
      return refuse(
        `The GitHub environment "${environment4}" does not exist. GitHub makes it when a job names it, without any protection.`,
        untouched,
        setUp
      );
    case "cannot-tell":
      return cannotTell(
        `It could not be determined whether the GitHub environment "${environment4}" has required reviewers: ${reading.reason}.`,
        `What cannot be determined never counts as approved. ${untouched}`,
        reading.next ?? "Run it again later; https://www.githubstatus.com shows the status of GitHub."
      );
  }
}
function approvedStrictly(environment4, reviewers, approved, { untouched, again }) {
  const nobodyElse = `nobody may bypass its reviewers (${reviewers.join(", ")})`;
  switch (approved.kind) {
    // A job that does not name its environment starts without asking anyone, however well that is protected.
    case "nobody":
      return refuse(
        `Nobody approved this run for the GitHub environment "${environment4}", and ${nobodyElse}.`,
        `The job of this step does not wait for them: it does not name the environment. ${untouched}`,
        `Give the job "environment: ${environment4}", as "staged-upgrade init --update" writes it; then ${again}.`
      );
    case "used":
      return refuse(
        `Nobody approved this job for the GitHub environment "${environment4}": every approval of this run has admitted another of its jobs, or may have, in this attempt or an earlier one. And ${nobodyElse}.`,
        `GitHub does not always ask again when jobs are re-run. ${untouched}`,
        `In place of re-running jobs, ${again}: it asks.`
      );
    case "by":
    case "not-told":
      return { kind: "act", because: `${waitsFor(environment4, reviewers)}; ${whoApproved(approved)}.` };
  }
}
function waitsFor(environment4, reviewers) {
  return `"${environment4}" waits for one of its reviewers (${reviewers.join(", ")})`;
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
  finalize: (to2) => `${to2} runs on production; its migrations were not started, so the rollback window stays open.`
};

// src/core/decisions/approve-path.ts
function decidePathApproval(protection, approved, branches) {
  const untouched = "Nothing was approved, and production was not touched.";
  const again = "start a new run";
  const decision = decideProtection(protection, {
    untouched,
    again,
    otherwise: "climb in a terminal, which asks"
  });
  if (decision.kind !== "act") return decision;
  const page2 = `Open ${protection.settingsUrl}, choose "${approved}", name the default branch alone under "Deployment branches and tags"; then ${again}.`;
  switch (branches.kind) {
    case "protected":
    case "named":
      return decision;
    case "any":
      return refuse(
        `The GitHub environment "${approved}" admits workflows from any branch: ${branches.why}.`,
        `It asks nobody and holds the credentials of production, so whoever can push a branch could use them. ${untouched}`,
        page2
      );
    case "missing":
      return refuse(
        `The GitHub environment "${approved}" does not exist. GitHub makes it when a job names it, open to every branch.`,
        `With "gates: { scope: path }" the jobs that change production run in it. ${untouched}`,
        page2
      );
    case "cannot-tell":
      return cannotTell(
        `It could not be determined which branches the GitHub environment "${approved}" lets in: ${branches.reason}.`,
        `What cannot be determined never counts as protected. ${untouched}`,
        branches.next ?? "Run it again later; https://www.githubstatus.com shows the status of GitHub."
      );
  }
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
function rehearsalOf(entries, record2, traits) {
  const here = inEnvironment2(record2.entries, "staging");
  const start = here.findLast(isStart);
  if (start === void 0)
    return restoreHasFailed(here) ? { kind: "void", because: "its restore failed" } : { kind: "none" };
  const backup4 = isOf(start, "staging-taken") ? void 0 : start.event.backup;
  const voided = latest(here, "rehearsal-voided");
  if (voided !== void 0 && voided.sequence > start.sequence) return { kind: "void", because: voided.event.because };
  const rehearsed2 = latest(record2.entries, "rehearsed");
  if (rehearsed2 !== void 0 && rehearsed2.sequence > start.sequence) {
    const { backup: proved } = rehearsed2.event;
    const dataAt = (proved === void 0 ? void 0 : dataAtOf(entries, proved)) ?? rehearsed2.at;
    return { kind: "passed", backup: proved, at: rehearsed2.at, dataAt };
  }
  const taken3 = inEnvironment2(entries, "staging").findLast(
    (entry) => isOf(entry, "restoring") || isOf(entry, "carried-over") || isOf(entry, "staging-taken")
  );
  if (taken3 !== void 0 && taken3.sequence > start.sequence) {
    return { kind: "void", because: "staging has been used for something else since" };
  }
  if (isOf(start, "restored") && !start.event.proved) {
    return { kind: "void", because: `the restored copy was not equal to ${backup4}` };
  }
  const since = after(here, start);
  const failure2 = since.findLast(({ event: event2 }) => event2.type === "ended" && event2.outcome === "failed");
  if (failure2?.event.type === "ended") return { kind: "void", because: `${failure2.event.command} failed on staging` };
  const carried = isOf(start, "carried-over");
  const isScrubbed = backup4 === void 0 || carried;
  return { kind: "started", backup: backup4, startedAt: start.at, carried, ...checkpoints(since, traits, isScrubbed) };
}
function confirmableOf({ hop, entries }) {
  const rehearsed2 = latest(entries, "rehearsed") ?? entries.find((entry) => isOf(entry, "rehearsal-waived"));
  if (rehearsed2 === void 0) return void 0;
  const back = latest(inEnvironment2(after(entries, rehearsed2), "production"), "rolling-back");
  return { digest: hop.digest, basis: (back ?? rehearsed2).hash };
}
function dataAtOf(entries, backup4) {
  const taken3 = entries.find(({ event: event2 }) => event2.type === "backed-up" && event2.backup === backup4);
  return taken3?.event.type === "backed-up" ? taken3.event.dataAt : void 0;
}
function restoreHasFailed(here) {
  const restoring = latest(here, "restoring");
  if (restoring === void 0) return false;
  return after(here, restoring).some(({ event: event2 }) => event2.type === "ended" && event2.outcome === "failed");
}
function isStart(entry) {
  return isOf(entry, "restored") || isOf(entry, "carried-over") || isOf(entry, "staging-taken");
}
function checkpoints(since, traits, isScrubbed) {
  const steps3 = hopSequence(traits);
  const reached2 = new Set(isScrubbed ? ["scrubbed"] : []);
  let [deployStarted, inPlace] = [false, false];
  for (const { event: event2 } of since) {
    if (event2.type === "deploying" || event2.type === "put-in-place") {
      const isNewer = event2.release === "to";
      if (event2.type === "put-in-place") inPlace = isNewer;
      else [deployStarted, inPlace] = [deployStarted || isNewer, false];
    }
    if (event2.type === "rolling-back") [deployStarted, inPlace] = [false, false];
    const next2 = steps3.find(({ checkpoint }) => checkpoint !== void 0 && !reached2.has(checkpoint));
    if (next2?.checkpoint !== void 0 && isDone(next2, event2)) reached2.add(next2.checkpoint);
  }
  const has = eachCheckpoint((checkpoint) => reached2.has(checkpoint));
  return { deployStarted, inPlace, ...has };
}
function isDone(step3, event2) {
  switch (step3.command) {
    case "restore":
      return event2.type === "scrubbed";
    case "deploy":
      return event2.type === "deployed" && event2.release === step3.release;
    case "smoke":
      return event2.type === "smoke-tested" && event2.release === step3.release;
    case "rollback":
      return event2.type === "rolled-back";
    case "migrate":
      return event2.type === "migrating";
    case "wait":
      return event2.type === "waited";
    default:
      return false;
  }
}
function isComplete(rehearsal, traits) {
  const needed2 = hopSequence(traits).flatMap(({ checkpoint }) => checkpoint ?? []);
  return needed2.length > 0 && needed2.every((checkpoint) => rehearsal[checkpoint]);
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

// src/world/writing/draft.ts
var opening = "\uFDD0";
var closing = "\uFDD1";
var marks = /[\ufdd0\ufdd1]/g;
var marked = /\ufdd0([^\ufdd0\ufdd1]*)\ufdd1/;
function asItIs(text3) {
  return `${opening}${text3.replace(marks, "")}${closing}`;
}
function writtenDraft(draft, shown4, own) {
  return draft.split(marked).map((part17, index) => index % 2 === 1 ? shown4(part17) : own(part17)).join("");
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
function writtenMarkdown(draft, plain4) {
  return writtenDraft(draft, (text3) => shownAsItIs(plain4(text3)), visible);
}
function shownAsItIs(text3) {
  const parts2 = text3.replace(/\s+/g, " ").split(address3);
  return parts2.map((part17, index) => index % 2 === 1 ? `<${part17}>` : escaped2(part17)).join("");
}
var address3 = /(https?:\/\/[\w.~:/?#@!$&'()+,;=%-]*[_~#][\w.~:/?#@!$&'()+,;=%-]*[\w/])/;
function escaped2(text3) {
  return text3.replace(/[\\`*_{}[\]<>|~#]/g, (character) => `\\${character}`).replace(/@(?=\w)/g, "@\u200B");
}

// src/world/github/plain-answers.ts
var documented = object({ message: string(), documentation_url: string().optional() });
var deepest = 100;
function withPlainAnswers(fetch) {
  return async (input, init) => {
    const response = await fetch(input, init);
    const text3 = await response.text();
    if (jsonDepth(text3) > deepest) return plain3(response, 502, { message: "an answer that is nested too deeply" });
    if (response.status < 400) return plain3(response, response.status, text3);
    const read2 = documented.safeParse(parsed2(text3));
    return plain3(
      response,
      response.status,
      read2.success ? read2.data : { message: "an answer that GitHub does not document" }
    );
  };
}
function plain3({ headers, statusText }, status, body) {
  const said = new Headers(headers);
  if (typeof body !== "string") said.set("content-type", "application/json; charset=utf-8");
  for (const name of ["content-length", "content-encoding"]) said.delete(name);
  const hasBody = ![204, 205, 304].includes(status);
  const text3 = typeof body === "string" ? body : JSON.stringify(body);
  return new Response(hasBody ? text3 : null, { status, statusText, headers: said });
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
async function githubApi(token, environment4, fetch) {
  const { Octokit: Client } = await import("./dist-src-BJXKM5BK.js");
  const baseUrl = environment4.GITHUB_API_URL;
  return new Client({
    auth: token,
    userAgent: "staged-upgrade",
    log: silent,
    ...baseUrl ? { baseUrl } : {},
    request: { fetch: withPlainAnswers(fetch ?? globalThis.fetch) }
  });
}

// src/world/github/ask.ts
var attempts3 = 3;
var longestAnswer = 3e4;
var requestFailure = object({
  status: number(),
  message: string(),
  response: object({ headers: record(string(), unknown()) }).optional()
});
async function ask({
  clock,
  signal,
  permission = "actions: read"
}, schema, request) {
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    const tooLong = AbortSignal.timeout(longestAnswer);
    try {
      const { data } = await request({ signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong });
      const read2 = schema.safeParse(data);
      if (read2.success) return { kind: "answered", value: read2.data };
      const where = read2.error.issues[0]?.path.join(".");
      return {
        kind: "cannot-tell",
        reason: `GitHub's answer has another form than it documents${where ? ` (at ${where})` : ""}`
      };
    } catch (error) {
      signal?.throwIfAborted();
      const failure2 = requestFailure.safeParse(error);
      if (!failure2.success) throw error;
      if (failure2.data.status === 404) return { kind: "not-found" };
      if (failure2.data.status < 500 || attempt === attempts3) return cannotTell2(failure2.data, permission);
      await clock.sleep(1e3 * 4 ** (attempt - 1), signal);
    }
  }
}
function cannotTell2({ status, message, response }, permission) {
  const headers = response?.headers ?? {};
  const reason = response === void 0 ? `GitHub could not be reached (${message})` : `GitHub answered ${status}: ${message.replace(/ - https?:\S+$/, "")}`;
  const next2 = adviceOnRequest(status, headers, message, permission);
  return { kind: "cannot-tell", reason, ...next2 === void 0 ? {} : { next: next2 } };
}
function adviceOnRequest(status, headers, message, permission) {
  const limited = status === 403 || status === 429;
  if (limited && String(headers["x-ratelimit-remaining"]) === "0") {
    const reset = new Date(Number(headers["x-ratelimit-reset"]) * 1e3);
    const when = Number.isNaN(reset.getTime()) ? " in an hour" : ` after ${reset.toISOString()}`;
    return `The token's requests of this hour are used up: run it again${when}.`;
  }
  if (status === 429 || limited && /secondary rate limit/i.test(message)) {
    return "GitHub asks for a pause: run it again in a few minutes.";
  }
  if (status === 401) return "The token is not valid, or has expired: start a new run.";
  if (status === 403) return `Give the job "permissions: { ${permission} }".`;
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
    state: m(["approved", "rejected", "pending"]),
    comment: string().nullish(),
    user: object({ login: string() }).nullish(),
    environments: array(object({ name: string() }))
  })
);
async function readGate(api, { owner, repo, environment: environment4 }, asking2) {
  const answer2 = await ask(
    asking2,
    environmentAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/environments/{environment_name}", {
      owner,
      repo,
      environment_name: environment4,
      request
    })
  );
  switch (answer2.kind) {
    case "answered":
      return protectionOf(answer2.value);
    case "not-found":
      return await whyNotFound(api, { owner, repo }, asking2);
    case "cannot-tell":
      return answer2;
  }
}
function protectionOf(environment4) {
  const rules = environment4.protection_rules ?? [];
  const waitMinutes = Math.max(0, ...rules.map((rule) => rule.wait_timer ?? 0));
  const review = rules.find(({ type }) => type === "required_reviewers");
  const reviewers = (review?.reviewers ?? []).map(reviewerName);
  if (review === void 0 || reviewers.length === 0) return { kind: "unprotected", why: whyUnprotected(rules) };
  return {
    kind: "protected",
    reviewers,
    preventSelfReview: review.prevent_self_review ?? false,
    waitMinutes,
    ...environment4.can_admins_bypass === void 0 ? {} : { adminsMayBypass: environment4.can_admins_bypass }
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
  const answer2 = await ask(
    asking2,
    approvalsAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals", {
      owner,
      repo,
      run_id: Number(runId),
      request
    })
  );
  if (answer2.kind === "cannot-tell") return answer2;
  if (answer2.kind === "not-found") {
    return { kind: "cannot-tell", reason: `GitHub shows no run ${runId} of ${owner}/${repo} to this token` };
  }
  const approvals = answer2.value.map(({ state, user, comment, environments: environments2 }) => ({
    state,
    // The account of whoever approved may be gone by now: https://github.com/ghost
    by: user?.login ?? "ghost",
    comment: comment ?? "",
    environments: environments2.map(({ name }) => name)
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

// src/world/github/branches.ts
var environmentAnswer2 = object({
  deployment_branch_policy: object({ protected_branches: boolean(), custom_branch_policies: boolean() }).nullish()
});
var policiesAnswer = object({
  branch_policies: array(object({ name: string(), type: string().exactOptional() }))
});
var branchesAnswer = array(object({ name: string() }));
async function readBranches(api, { owner, repo, environment: environment4 }, asking2) {
  const at4 = { owner, repo, environment_name: environment4 };
  const answer2 = await ask(
    asking2,
    environmentAnswer2,
    (request) => api.request("GET /repos/{owner}/{repo}/environments/{environment_name}", { ...at4, request })
  );
  if (answer2.kind === "not-found") return await whyNotFound(api, { owner, repo }, asking2);
  if (answer2.kind === "cannot-tell") return answer2;
  const policy = answer2.value.deployment_branch_policy ?? void 0;
  if (policy === void 0) return { kind: "any", why: "it has no rule about branches" };
  if (!policy.custom_branch_policies) return await protectedBranches(api, { owner, repo }, asking2);
  const policies = await ask(
    asking2,
    policiesAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies", {
      ...at4,
      per_page: 100,
      request
    })
  );
  if (policies.kind === "cannot-tell") return policies;
  if (policies.kind === "not-found") return { kind: "cannot-tell", reason: "GitHub does not list its rules" };
  const names = policies.value.branch_policies.map(({ name }) => name);
  const all = names.find((name) => /^[*/]+$/.test(name));
  return all === void 0 ? { kind: "named", names } : { kind: "any", why: `its rule "${all}" fits every branch of its form` };
}
async function protectedBranches(api, repository, asking2) {
  const answer2 = await ask(
    asking2,
    branchesAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/branches", { ...repository, protected: true, per_page: 1, request })
  );
  if (answer2.kind === "cannot-tell") return answer2;
  if (answer2.kind === "not-found") return { kind: "cannot-tell", reason: "GitHub does not list the branches" };
  return answer2.value.length === 0 ? { kind: "any", why: "it lets protected branches in, and no branch of the repository is protected" } : { kind: "protected" };
}

// src/steps/gate/gate-reader.ts
function gateReader(project) {
  return project.run.kind === "github" ? (environment4) => readEnvironment(project, environment4) : void 0;
}
function branchReader(project) {
  return project.run.kind === "github" ? (environment4) => readBranchesOf(project, environment4) : void 0;
}
function readEnvironment(project, environment4) {
  return asking(project, (api, here, how) => readGate(api, { ...here, environment: environment4 }, how));
}
function readBranchesOf(project, environment4) {
  return asking(project, (api, here, how) => readBranches(api, { ...here, environment: environment4 }, how));
}
async function asking({ effects }, read2) {
  const { environment: environment4, journalCredential, clock, signal } = effects;
  const [owner, repo] = (environment4.GITHUB_REPOSITORY ?? "").split("/");
  if (journalCredential === void 0 || !owner || !repo) {
    return {
      kind: "cannot-tell",
      reason: "this step has no token, or does not know its repository",
      next: 'Leave the input "token" of the step as it is by default.'
    };
  }
  const api = await githubApi(journalCredential.token, environment4, effects.githubFetch ?? effects.fetch);
  return await read2(api, { owner, repo }, { clock, signal });
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
function orderOf(marked2, backup4) {
  if (marked2.sequence > backup4.journalEntries) return { kind: "younger" };
  return marked2.at < backup4.startedAt ? { kind: "older" } : { kind: "clocks-differ" };
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
function standingOf(observation, hop, labels2) {
  if (observation.version.kind === "unknown") return { kind: "unknown", reason: observation.version.reason };
  const version = observation.version.value;
  if (version === hop.from) return { kind: "on-from" };
  if (version === hop.to) return { kind: "on-to" };
  const at4 = labels2.indexOf(version);
  if (at4 === -1) return { kind: "off-path", version };
  return at4 < labels2.indexOf(hop.from) ? { kind: "earlier", version } : { kind: "later", version };
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
function isPastReturn({ migrating, completed }) {
  return migrating !== void 0 || completed?.event.type === "adopted";
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
  const completed = record2.entries.findLast(
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
    completed: back !== void 0 && completed !== void 0 && completed.sequence < back.sequence ? void 0 : completed
  };
}

// src/core/history/situation.ts
function situationOf({ entries, ...parts2 }) {
  const record2 = recordOf(entries, parts2.hop);
  return {
    ...parts2,
    retry: parts2.retry === true,
    record: record2,
    startedMigrations: startedMigrations(entries, parts2.hop.from),
    unfinishedRollback: unfinishedRollback(entries),
    marks: newestMarks(entries),
    standing: standingOf(parts2.observation, parts2.hop, plannedLabels(entries)),
    rehearsal: parts2.traits.waiver === void 0 ? countedRehearsal(entries, record2, parts2) : { kind: "waived", because: parts2.traits.waiver },
    promotion: halted(promotionOf(record2), entries)
  };
}
function countedRehearsal(entries, record2, terms) {
  const rehearsal = rehearsalOf(entries, record2, terms.traits);
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
function ageInMilliseconds(at4, now) {
  return now.getTime() - new Date(at4).getTime();
}

// src/core/history/migration-trace.ts
function traceOf(migrations) {
  if (migrations.kind === "unknown") return {};
  const { applied, jobs } = migrations;
  return {
    ...applied === void 0 ? {} : { applied },
    ...migrations.kind === "pending" ? { next: migrations.next } : {},
    ...jobs === void 0 ? {} : { jobs: jobs.map(({ id: id2 }) => id2) }
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
    ({ id: id2, migration }) => migration === next2 || before !== void 0 && !before.includes(id2)
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
function traceBefore(situation, environment4) {
  const { standing, observation } = situation;
  const kept = sinceReplaced(situation, environment4).filter((entry) => showsBefore(entry, situation));
  const begun = kept.find((entry) => isOf(entry, "deploying"));
  const before = begun === void 0 ? kept : kept.filter(({ sequence }) => sequence <= begun.sequence);
  const seenNow = begun === void 0 && standing.kind === "on-from" ? [traceOf(observation.migrations)] : [];
  const seen = [...before.map(({ event: event2 }) => keptIn(event2)), ...seenNow];
  return Object.assign({}, ...environment4 === "production" ? seen : seen.toReversed());
}
function showsBefore(entry, { hop }) {
  if (isOf(entry, "checked")) return entry.event.version === hop.from;
  if (isOf(entry, "deployed")) return entry.event.release === "from";
  return isOf(entry, "deploying") && entry.event.release === "to";
}
function traceDeployed(situation, environment4) {
  const deployed = sinceReplaced(situation, environment4).findLast(
    (entry) => isOf(entry, "deployed") && entry.event.release === "to"
  );
  return keptIn(deployed?.event);
}
function sinceReplaced({ record: record2 }, environment4) {
  const here = inEnvironment2(record2.entries, environment4);
  const replacing = environment4 === "production" ? ["rolled-back"] : ["restored", "carried-over"];
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
  const it3 = `Finish it: ${waysToRollBack(hop)}; it says whether the hop's id must be typed as confirmation.`;
  return isOtherwiseConfigured ? `${it3}${bringBack}` : it3;
}
var bringBack = " It was started with a different configuration: restore that one first.";
function waysToRollBack(hop) {
  return `run the workflow "Rollback" with the hop ${hop}, or in a terminal: staged-upgrade rollback --hop ${hop}`;
}
function finishRestoreFirst({ restoring, restored, isOtherwiseConfigured }) {
  const { at: at4, event: event2 } = restoring;
  const { backup: backup4 } = event2;
  const { id: id2, from } = event2.hop;
  return restored ? {
    happened: `A rollback of hop ${id2} has restored ${backup4} over production, and ${from} has not been seen to work on it.`,
    means: "Nothing else may be done on it before that, and no path starts there.",
    next: finishRollback(id2, isOtherwiseConfigured)
  } : {
    happened: `A rollback of hop ${id2} has been restoring ${backup4} over production since ${at4}, and is not finished.`,
    means: "Its database may be half replaced. Nothing else may be done on it, and no path starts there.",
    next: `Finish the rollback: staged-upgrade rollback --hop ${id2} --confirm ${id2}.${isOtherwiseConfigured ? bringBack : ""}`
  };
}

// src/core/decisions/manual-steps.ts
function blockedByManualSteps(hop) {
  const open3 = hop.manual.filter((step3) => !isDoneByHand(step3));
  if (open3.length === 0) return void 0;
  const ids = open3.filter(({ files }) => files === void 0).map(({ id: id2 }) => `"${id2}"`);
  const byFiles = open3.length > ids.length ? howToChange(hop) : void 0;
  const byHand = ids.length === 0 ? void 0 : `Do it, then start a new run with ${ids.join(", ")} as its input "acknowledge", or add it to "acknowledge" in the configuration.`;
  return refuse(
    `Hop ${hop.id} needs a person first: ${open3.map(stepText).join("; ")}.`,
    "Nothing was changed.",
    [byHand, byFiles].filter((part17) => part17 !== void 0).join(" ")
  );
}
function blockedByFiles(hop) {
  const open3 = hop.manual.filter((step3) => !step3.acknowledged && step3.files?.kind === "missing");
  const [first2] = open3;
  if (first2 === void 0) return void 0;
  return refuse(
    `${hop.to} asks for a configuration that your files do not have: ${open3.map(stepText).join("; ")}.`,
    "Deployed with them as they are, it would not start or would do something else. Nothing was changed.",
    howToChange(hop)
  );
}
function stepText({ id: id2, text: text3, url, files }) {
  const missing5 = files?.kind === "missing" ? `: ${files.missing.join(" ")}` : "";
  return `${id2} (${text3}${url === void 0 ? "" : ` ${url}`})${missing5}`;
}
function howToChange({ id: id2 }) {
  return `See the change with "staged-upgrade configure --hop ${id2}", write it with --write, commit the files, then run again.`;
}

// src/core/decisions/newer-data.ts
function newerData(environment4, { error }, unchanged) {
  return refuse(
    `The data of ${environment4} is newer than the release that answers: ${error}.`,
    `A server that accepts it without a word looks healthy and works wrongly. ${unchanged}`,
    "Deploy the release that this data belongs to; or stop the server, restore the backup of the release that is to run (staged-upgrade rollback), and deploy that."
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
  const { restoring, restored } = promotion;
  if (restoring === void 0) return void 0;
  const isOtherwiseConfigured = isOtherwise(restoring.event.hop, hop);
  return { kind: "refuse", message: finishRestoreFirst({ restoring, restored, isOtherwiseConfigured }) };
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
    const { to: to2 } = started.event.hop;
    return refuse(
      `Production runs ${hop.from}, but the migrations of ${to2} were started on ${started.at}.`,
      `${hop.from} on data that ${to2} has migrated may look healthy and damage data.`,
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
function withNothingPending({ migrations }) {
  return migrations.kind === "done" && migrations.assumed !== true ? ", with nothing pending" : "";
}
function rollbackUnfinished({ unfinishedRollback: unfinishedRollback2, hop }) {
  if (unfinishedRollback2 === void 0 || unfinishedRollback2.event.to !== hop.from) return void 0;
  const { at: at4, event: event2 } = unfinishedRollback2;
  const { id: id2 } = event2.hop;
  return refuse(
    `The rollback of hop ${id2} was started on ${at4} and is not finished.`,
    `Production runs ${hop.from}, which has not been seen to work there since. Nothing was changed.`,
    finishRollback(id2, isOtherwise(event2.hop, hop))
  );
}
function isOtherwise(begun, hop) {
  return begun.id === hop.id && begun.digest !== hop.digest;
}
function dataBefore(situation) {
  const { next: _5, ...data } = traceBefore(situation, "production");
  return data;
}
function startedElsewhere({
  startedMigrations: startedMigrations2,
  observation: { migrations }
}) {
  if (startedMigrations2 === void 0) return void 0;
  const { started, appliedBefore } = startedMigrations2;
  if (started.event.type === "not-deferred") return started;
  const applied = "applied" in migrations ? migrations.applied : void 0;
  return applied !== void 0 && applied === appliedBefore ? void 0 : started;
}
function notReady({ observation }, version) {
  const { serving, migrations } = observation;
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
  switch (migrations.kind) {
    case "done":
      return void 0;
    case "running":
      return waiting(
        `Production on ${version} is still running the migration ${migrations.current}.`,
        "The next hop may start only when nothing is left. Nothing was changed.",
        "Run again when it is done."
      );
    case "pending":
      return refuse(
        `Production on ${version} has a migration left that was not started: ${migrations.next}.`,
        "The next release may refuse to start, or lose data, on such a database. Nothing was changed.",
        "Let its migrations run to the end, then run again."
      );
    case "failed":
      return migrationFailed(migrations);
    case "unknown":
      return cannotTell(
        `It could not be determined whether production on ${version} has migrations left: ${migrations.reason}.`,
        "Unknown never counts as done. Nothing was changed.",
        "Check the address and the credential of the migrations probe, then run again."
      );
  }
}
function migrationFailed(migrations) {
  if (migrations.isNewer) return newerData("production", migrations, "Nothing was changed.");
  return failed(
    `On production the migration ${migrations.current} has failed: ${migrations.error}.`,
    "It blocks every later one. Nothing was changed.",
    "Fix its cause with the vendor's help, let it complete, then run again."
  );
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
function decideMayBeEmptied(question2) {
  const { backup: backup4, data, now, entries, system: system2 } = question2;
  const isProduction = notApart(question2);
  if (isProduction !== void 0) return isProduction;
  const standing = standingOfMark(data, now, entries, system2);
  if (standing.kind === "refuse") return standing;
  const { marked: marked2 } = standing;
  if (!entries.some(({ event: event2 }) => event2.type === "backed-up" && event2.backup === backup4.id)) {
    return refuse(
      `This journal has no record of taking ${backup4.id}.`,
      `Whether staging was marked before that is not known. ${nothing2}`,
      `${newBackup} If the journal was lost or changed, mark staging again first: ${markCommand}.`
    );
  }
  if (backup4.data.some(({ identity: identity2 }) => identity2.mark.kind !== "none")) {
    return refuse(
      `Production had a disposable mark when ${backup4.id} was taken.`,
      `So a mark does not distinguish staging from production. ${nothing2}`,
      "Start a new run: its check says how to remove the mark from production."
    );
  }
  return inOrder(data, marked2, backup4);
}
function notApart({ backup: backup4, data, now }) {
  for (const { name, identity: identity2 } of backup4.data) {
    if (name !== data.name && !mayBeOne(identity2, now)) continue;
    const comparison2 = compareIdentities(identity2, now);
    const whose = name === data.name ? "production's" : `production's "${name}"`;
    if (comparison2.kind === "same") {
      return refuse(
        `The ${dataText("staging", data)} is ${whose}: ${comparison2.reason}.`,
        `Restoring there would have replaced production. ${nothing2}`,
        `Correct ${dataPlace("staging", data)} or the variables that this job gets.`
      );
    }
    if (comparison2.kind === "cannot-tell") {
      return refuse(
        `The ${dataText("staging", data)} could be ${whose}: ${comparison2.reason}.`,
        `In that case no mark makes it disposable. ${nothing2}`,
        ownStore(data)
      );
    }
  }
  return void 0;
}
function standingOfMark(data, now, entries, system2) {
  const { mark: mark2 } = now;
  const it3 = `${dataText("staging", data)} (${describeLocation(now)})`;
  if (mark2.kind === "none") {
    return refuse(
      `The ${it3} is not marked as disposable.`,
      `Only what a person has marked is ever emptied, and only for backups that were taken after that. ${nothing2}`,
      markStaging(data)
    );
  }
  if (mark2.kind === "unclear") {
    return refuse(
      `The disposable mark of the ${it3} is unclear: ${mark2.reason} (${mark2.place}).`,
      `It may have been copied along with data. ${nothing2}`,
      markStaging(data)
    );
  }
  if (mark2.system !== system2) {
    return refuse(
      `The ${it3} is marked as disposable for "${mark2.system}", and this is "${system2}".`,
      `Two systems that share one staging would rehearse on each other's data. ${nothing2}`,
      `Give each its own ${data.noun}. If "${mark2.system}" no longer uses it, remove the mark (${mark2.place}), then: ${markCommand}${option(data)}.`
    );
  }
  const found = foundOnProduction(entries, mark2.id);
  if (found !== void 0) {
    return refuse(
      `The disposable mark of the ${it3} was found on production on ${found.at}.`,
      `So it no longer distinguishes staging from production. ${nothing2}`,
      `Make sure that ${dataPlace("staging", data)} does not point to production or a copy of it. ${markStaging(data)}`
    );
  }
  const marked2 = recordOfMark(entries, mark2.id);
  if (marked2 === void 0 || marked2.event.tiedTo !== mark2.tiedTo) {
    const why = marked2 === void 0 ? "this journal never recorded it" : `the journal recorded it for another one (${describeLocation(marked2.event.identity)})`;
    return refuse(
      `The ${it3} has a disposable mark that was not made for it: ${why}.`,
      `A mark that was copied along with a ${data.noun} proves nothing. ${nothing2}`,
      markStaging(data)
    );
  }
  if (marked2.event.data !== data.name) {
    return refuse(
      `The ${it3} was marked as disposable as "${marked2.event.data}", and "${data.name}" points there now.`,
      `One store of data would be restored over another one. ${nothing2}`,
      `Correct ${dataPlace("staging", data)}; if it is right as it is now, mark it again: ${markCommand}${option(data)}.`
    );
  }
  return { kind: "counts", marked: marked2 };
}
function inOrder(data, marked2, backup4) {
  switch (orderOf(marked2, backup4).kind) {
    case "older":
      return void 0;
    case "younger":
      return refuse(
        `The ${dataText("staging", data)} was marked as disposable on ${marked2.at}, after ${backup4.id} was started (${backup4.startedAt}).`,
        `A mark that is newer than the backup may have been put on production. ${nothing2}`,
        newBackup
      );
    case "clocks-differ":
      return refuse(
        `The journal has the disposable mark of the ${dataText("staging", data)} before ${backup4.id}, but by its time (${marked2.at}) it is later than the start of the backup (${backup4.startedAt}): the clock of one of the two machines was wrong.`,
        `Which of them is older cannot be proved. ${nothing2}`,
        clockAdvice(marked2)
      );
  }
}
function clockAdvice({ at: at4, run }) {
  return `Correct the clock that is wrong (${run.actor} marked staging in ${run.kind} run ${run.id}). If ${at4} is in the past by the correct time, start a new run, which takes a new backup; if it is in the future, wait until then, or mark staging again: ${markCommand}.`;
}

// src/core/decisions/backup.ts
function isSameAttempt(one, other) {
  return one.id === other.id && one.attempt === other.attempt;
}
function decideBackup(purpose, situation, question2) {
  if (situation.traits.dataless) return alreadyDone("There is no data, so there is nothing to back up.");
  if (purpose === "rehearsal" && situation.rehearsal.kind === "waived")
    return alreadyDone("There is no staging that it could be restored on, so no backup is taken for a rehearsal.");
  return purpose === "rehearsal" ? decideRehearsalBackup(situation, question2) : decideRestorePoint(situation, question2);
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
  const usable2 = newestUsable("rehearsal", stored.filter(isRestorable(situation, data)), situation);
  if (usable2 !== void 0 && rehearsal.kind !== "void") {
    return alreadyDone(`${usable2.id} was taken for this hop on ${usable2.finishedAt}.`, usable2.id);
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
function isRestorable({ marks: marks2, record: record2 }, data) {
  return (backup4) => record2.entries.some(({ event: event2 }) => "backup" in event2 && event2.backup === backup4.id) && data.every(({ name }) => {
    const marked2 = marks2.get(name);
    return marked2 !== void 0 && orderOf(marked2, backup4).kind === "older";
  });
}
function decideRestorePoint(situation, { stored, run }) {
  const { promotion, hop } = situation;
  const check2 = decideCheck(situation);
  if (check2.kind !== "act") return check2;
  const taken3 = promotion.restorePoint;
  const kept = taken3 !== void 0 && stored.some((manifest2) => manifest2.id === taken3.event.backup);
  if (check2.start === "resume") {
    if (kept)
      return alreadyDone(
        `The restore point ${taken3.event.backup} was taken before the deploy was started.`,
        taken3.event.backup
      );
    return refuse(
      `The deploy of ${hop.to} on production was started, and its restore point ${taken3?.event.backup ?? ""} is not in the store.`,
      "Without it there is no proven way back for this hop.",
      "Find out where it went before you continue. Nothing was changed."
    );
  }
  const missing5 = missingRehearsal(situation);
  if (missing5 !== void 0) return missing5;
  if (kept && isSameAttempt(taken3.run, run))
    return alreadyDone(`The restore point ${taken3.event.backup} was taken in this run.`, taken3.event.backup);
  return { kind: "act", because: check2.because };
}
function newestUsable(purpose, stored, { now, rehearsalMaxAge }) {
  return stored.filter((manifest2) => manifest2.purpose === purpose && ageInMilliseconds(manifest2.dataAt, now) <= rehearsalMaxAge).toSorted((a5, b6) => a5.dataAt.localeCompare(b6.dataAt)).at(-1);
}

// src/steps/gate/gate-state.ts
async function environmentGate({ project, hop }, environment4) {
  return await gateOf(project, environment4, usedApprovals(await project.journal.read(), project.run, environment4, hop));
}
async function pathApprovalGate(project, environment4) {
  return await gateOf(project, environment4, usedByAttempts(await project.journal.read(), project.run, environment4));
}
async function gateOf(project, environment4, used) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = project.effects.environment;
  return {
    setting: "environment",
    environment: environment4,
    approved: await approvedIn(project, environment4, used),
    reading: await readEnvironment(project, environment4),
    settingsUrl: `${server ?? "https://github.com"}/${repository ?? ""}/settings/environments`
  };
}
function usedApprovals(entries, run, environment4, hop) {
  const ofRun = entries.filter((entry) => entry.run.kind === run.kind && entry.run.id === run.id);
  const recorded = ofRun.filter(
    (entry) => isOf(entry, "approved") && entry.event.gate === environment4 && // What has a note was not seen to be an approval of that job, so that it used none up.
    entry.event.note === void 0 && (entry.event.hop.id !== hop.id || !isSameAttempt(entry.run, run))
  );
  const hops = latest(ofRun, "planned")?.event.hops.length ?? 1;
  const earlier2 = recorded.filter((entry) => entry.run.attempt < run.attempt).length;
  return {
    approvals: recorded.map(({ event: { by, comment } }) => ({ by, comment: comment ?? "" })),
    untold: Math.max(0, (run.attempt - 1) * hops - earlier2)
  };
}
function usedByAttempts(entries, run, environment4) {
  const attempts4 = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (!isOf(entry, "approved") || entry.event.gate !== pathGate(environment4)) continue;
    const isOther = entry.run.kind === run.kind && entry.run.id === run.id && !isSameAttempt(entry.run, run);
    if (isOther && entry.event.note === void 0) attempts4.set(entry.run.attempt, entry);
  }
  const recorded = [...attempts4.values()];
  return {
    approvals: recorded.map(({ event: { by, comment } }) => ({ by, comment: comment ?? "" })),
    untold: Math.max(0, run.attempt - 1 - recorded.length)
  };
}
async function approvedIn(project, environment4, { approvals, untold }) {
  const runId = project.run.id;
  const reading = await asking(project, (api, here, how) => readApproval(api, { ...here, runId }, how));
  if (reading.kind === "cannot-tell") return { kind: "not-told", reason: reading.reason };
  return approvedOf(reading.approvals, environment4, approvals, untold);
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
function next(state, { event: event2, run, at: at4 }) {
  switch (event2.type) {
    case "lease-taken": {
      if (event2.fence !== state.fence + 1 || isTooEarly(event2, at4, state.held)) return state;
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
function isTooEarly({ preempted, marginMilliseconds: marginMilliseconds2 = 0 }, at4, held2) {
  if (held2 === void 0 || preempted !== void 0) return false;
  return Date.parse(at4) <= Date.parse(held2.expiresAt) + marginMilliseconds2;
}
function decideLease(entries, now, run, { preempt = false, marginMilliseconds: marginMilliseconds2 = defaultMarginMilliseconds, isGone = () => false } = {}) {
  const { fence, held: held2 } = leaseState(entries);
  const take = { kind: "take", fence: fence + 1 };
  if (!held2) return take;
  const { owner, expiresAt } = held2;
  if (owner === leaseOwner(run)) return { kind: "already-mine", fence, expiresAt };
  if (now.getTime() > Date.parse(expiresAt) + marginMilliseconds2) return take;
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
  constructor(to2) {
    super(to2 === void 0 ? "The lease of this system has ended." : `The lease of this system went to ${to2}.`);
    this.to = to2;
  }
};
var defaultMilliseconds = 9e5;
async function takeLease(journal, request) {
  const { run, clock, process: process2, milliseconds: milliseconds2 = defaultMilliseconds } = request;
  const { marginMilliseconds: marginMilliseconds2 = defaultMarginMilliseconds } = request;
  const owner = leaseOwner(run);
  const expiresAt = () => new Date(clock.now().getTime() + milliseconds2).toISOString();
  for (; ; ) {
    const decision = decideLease(await journal.read(), clock.now(), run, request);
    if (decision.kind === "held-by") return decision;
    const { fence } = decision;
    const left = decision.kind === "already-mine" ? Date.parse(decision.expiresAt) - clock.now().getTime() : 0;
    if (decision.kind === "already-mine" && left > milliseconds2 / 2) {
      return {
        kind: "taken",
        lease: heldLease(journal, clock, { fence, owner, run, expiresAt: decision.expiresAt }, milliseconds2)
      };
    }
    const preempted = decision.kind === "take" && decision.preempted !== void 0 ? { preempted: decision.preempted } : {};
    await journal.append(
      decision.kind === "take" ? {
        type: "lease-taken",
        fence,
        owner,
        expiresAt: expiresAt(),
        marginMilliseconds: marginMilliseconds2,
        ...preempted,
        ...process2 && { process: process2 }
      } : { type: "lease-renewed", fence, owner, expiresAt: expiresAt() }
    );
    const { held: held2 } = leaseState(await journal.read());
    if (held2?.fence === fence && held2.owner === owner) {
      return { kind: "taken", lease: heldLease(journal, clock, held2, milliseconds2) };
    }
  }
}
function heldLease(journal, clock, { fence, owner, expiresAt }, milliseconds2) {
  let knownUntil = Date.parse(expiresAt);
  const confirm = async () => {
    const { held: held2 } = leaseState(await journal.read());
    if (held2?.fence !== fence) return { kind: "lost", to: held2?.owner };
    knownUntil = Date.parse(held2.expiresAt);
    const left = knownUntil - clock.now().getTime();
    if (left > milliseconds2 / 2) return { kind: "current" };
    const renewedUntil = new Date(clock.now().getTime() + milliseconds2).toISOString();
    await journal.append({ type: "lease-renewed", fence, owner, expiresAt: renewedUntil });
    const after2 = leaseState(await journal.read()).held;
    if (after2?.fence !== fence) return { kind: "lost", to: after2?.owner };
    knownUntil = Date.parse(after2.expiresAt);
    return { kind: "current" };
  };
  const unconfirmed = () => clock.now().getTime() < knownUntil ? { kind: "current" } : { kind: "lost", to: void 0 };
  const during = async (act) => {
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
      return await act(lost.signal);
    } finally {
      finished.abort();
      await renewing;
    }
  };
  const release2 = async () => {
    if (isCurrent(await journal.read(), fence)) await journal.append({ type: "lease-released", fence, owner });
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
function list3(items) {
  if (items.length === 0) return [];
  return [{ kind: "list", items: items.map((item) => isItem(item) ? item : { text: item }) }];
}
function folded(title, blocks) {
  return blocks.length === 0 ? [] : [{ kind: "folded", title, blocks }];
}
function section2(title, blocks) {
  return blocks.length === 0 ? [] : [heading(3, title), ...blocks];
}
function table(head, rows) {
  return rows.length === 0 ? [] : [{ kind: "table", head, rows }];
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
      const row = (cells) => `| ${cells.join(" | ")} |`;
      return [
        row(block3.head.map(escapeMarkdown)),
        `|${block3.head.map(() => "---").join("|")}|`,
        ...block3.rows.map((cells) => row(cells.map(cellText)))
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
function dayTime(at4, now) {
  return written2(at4, now, (clock) => clock.slice(0, 5));
}
function dayOf(at4) {
  return dayTime(at4, /* @__PURE__ */ new Date(0)).replace(/ \d\d:\d\d UTC$/, "");
}
function fullTime(at4) {
  return dayTime(at4.toISOString(), /* @__PURE__ */ new Date(0));
}
function exactTime(at4, now) {
  return written2(at4, now, (clock) => clock);
}
function moment(at4, now) {
  return isTime(at4) ? `${dayTime(at4, now)}, ${agoText(at4, now)}` : at4;
}
function isTime(at4) {
  return !Number.isNaN(Date.parse(at4));
}
function agoText(at4, now) {
  const minutes = (now.getTime() - Date.parse(at4)) / 6e4;
  if (minutes < -5) return `in ${spanText2(-minutes)}`;
  return minutes < 1 ? "just now" : `${spanText2(minutes)} ago`;
}
function spanText2(minutes) {
  if (minutes < 120) return `${Math.floor(minutes)} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
function written2(at4, now, shown4) {
  if (!isTime(at4)) return at4;
  const date4 = new Date(at4);
  const [day2, clock = ""] = date4.toISOString().split(/[T.]/);
  const year = day2?.slice(0, 4) === String(now.getUTCFullYear()) ? "" : ` ${day2?.slice(0, 4) ?? ""}`;
  return `${date4.getUTCDate()} ${months[date4.getUTCMonth()] ?? ""}${year} ${shown4(clock)} UTC`;
}

// src/report/production-line.ts
function productionLine(hop, entries, observation) {
  if (observation === void 0) return lastSeen(entries);
  const { version, serving } = observation;
  const runs = version.kind === "known" ? version.value : `something that does not answer (${version.reason})`;
  const serves = serving.kind === "unknown" ? `unknown (${serving.reason})` : serving.kind;
  const data = dataOf(hop, recordOf(entries, hop), version.kind === "known" ? version.value : void 0);
  return `Production runs ${runs}${data === void 0 ? "" : ` on ${data}`}, serving: ${serves}.`;
}
function dataOf({ from, to: to2 }, record2, version) {
  const { migrating, waited, completed, deployStarted } = promotionOf(record2);
  const deferred = latest(inEnvironment2(record2.entries, "production"), "deploying")?.event.deferred;
  if (completed !== void 0 || migrating !== void 0 && waited !== void 0) return `data of ${to2}`;
  if (migrating !== void 0) return `data whose migration to ${to2} was started`;
  if (deployStarted) return deferred === false ? `data that ${to2} may have migrated` : `data of ${from}`;
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
function failureSummary(facts2) {
  const { hop, environment: environment4, outcome, message } = facts2;
  return markdownOf([
    {
      kind: "box",
      tone: outcome === "waiting" ? "note" : "caution",
      text: [{ strong: productionLine(hop, facts2.entries, facts2.observation) }, ` ${message.next}`]
    },
    paragraph({ strong: outcome }, ` on ${environment4}, hop ${hop.from} \u2192 ${hop.to}: ${message.happened}`),
    ...message.means === "" ? [] : [paragraph(message.means)]
  ]);
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
function windowBox({ happened: happened2, means: means2, next: next2 }) {
  return { kind: "box", tone: "warning", text: [{ strong: happened2 }, ` ${means2} ${next2}`] };
}

// src/report/path-report.ts
function pathDocument(facts2) {
  const { planned, entries, complete, where, next: next2, warning: warning2 } = facts2;
  const stands2 = hopStands(planned, entries);
  return [
    heading(1, `${planned.current} \u2192 ${planned.target}`),
    paragraph(complete ? "\u2714 " : "", { strong: `The path is ${complete ? "complete" : "not complete"}.` }, ` ${next2}`),
    ...warning2 === void 0 ? [] : [windowBox(warning2)],
    ...where,
    ...hopsTable(facts2),
    // What a person looks for is open: the hop that is next, or under way.
    ...stands2.flatMap((stand, index) => {
      const hop = facts2.hops[index] ?? [];
      return stand.kind === "current" ? hop : folded(hopTitle(stand, index, stands2.length), hop);
    })
  ];
}
function hopsTable(facts2) {
  return table(
    ["hop", "rehearsed", "restore point", "not serving", "state"],
    facts2.planned.hops.map((hop) => hopRow(hop, facts2))
  );
}
function hopStands(planned, entries) {
  const done = planned.hops.map((hop) => promotionOf(recordOf(entries, hop)).completed !== void 0);
  const current = done.indexOf(false);
  return planned.hops.map(({ from, to: to2 }, index) => ({
    from,
    to: to2,
    kind: done[index] === true ? "complete" : index === current ? "current" : "ahead"
  }));
}
function hopTitle({ from, to: to2, kind: kind2 }, index, count2) {
  const state = kind2 === "complete" ? "complete" : "not its turn yet";
  return `Hop ${index + 1} of ${count2}, ${from} \u2192 ${to2}: ${state}`;
}
function hopRow(hop, { entries, now, traits }) {
  const record2 = recordOf(entries, hop);
  const promotion = promotionOf(record2);
  const down = promotion.deployed?.event.downtimeMilliseconds;
  const point = promotion.restorePoint?.event;
  return [
    `${hop.from} \u2192 ${hop.to}`,
    rehearsalText(rehearsalOf(entries, record2, traits), now),
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
function stateText({ entries }, { completed, deployStarted, migrating }, now) {
  const production2 = inEnvironment2(entries, "production");
  if (completed !== void 0)
    return isOf(completed, "adopted") ? `done by hand, recorded ${dayTime(completed.at, now)}` : `\u2714 complete, ${dayTime(completed.at, now)}`;
  if (deployStarted)
    return migrating === void 0 ? "half done on production" : "half done on production, migrations started";
  const back = latest(production2, "rolled-back");
  if (back !== void 0) return `rolled back, ${dayTime(back.at, now)}`;
  const ended = latest(production2, "ended") ?? latest(entries, "ended");
  if (ended === void 0) return "not started on production";
  const { command: command2, outcome, environment: environment4 } = ended.event;
  return `"${command2}" ended as ${outcome} on ${environment4}, ${dayTime(ended.at, now)}`;
}

// src/report/tracking-issue.ts
function trackingIssue(facts2) {
  const { system: system2, planned, entries, message, runUrl, now } = facts2;
  const current = hopStands(planned, entries).findIndex(({ kind: kind2 }) => kind2 === "current");
  const isComplete2 = current < 0;
  const done = isComplete2 ? planned.hops.length : current;
  const waiting2 = isComplete2 ? void 0 : waitsFor2(facts2, current);
  const record2 = latest(entries, "ended") ?? latest(entries, "planned");
  return {
    title: `Upgrade of ${system2}: ${planned.current} \u2192 ${planned.target}`,
    isComplete: isComplete2,
    document: [
      paragraph(
        isComplete2 ? "\u2714 " : "",
        { strong: isComplete2 ? "The path is complete." : `${done} of ${planned.hops.length} hops are complete.` },
        ...waiting2 === void 0 ? [] : [` ${waiting2}`]
      ),
      ...message === void 0 || waiting2 !== void 0 ? [] : [paragraph(`${message.happened} ${message.next}`)],
      ...hopsTable(facts2),
      ...list3([
        ...runUrl === void 0 ? [] : [[{ link: "The newest run", url: runUrl }]],
        ...record2 === void 0 ? [] : [`As of ${dayTime(record2.at, now)}.`]
      ])
    ]
  };
}
function waitsFor2({ planned, entries, gates, traits }, index) {
  const hop = planned.hops[index];
  if (hop === void 0 || gates.scope === "path") return void 0;
  const record2 = recordOf(entries, hop);
  const promotion = promotionOf(record2);
  const manual = hop.manual.filter(({ acknowledged }) => !acknowledged).map(({ id: id2 }) => id2);
  const steps3 = manual.length === 0 ? "" : ` To be done by hand and acknowledged before it: ${manual.join(", ")}.`;
  if (rehearsalOf(entries, record2, traits).kind === "passed" && !promotion.deployStarted)
    return `Hop ${hop.id} was rehearsed. ${whoApproves("production", gates)}${steps3}`;
  const isOpen2 = promotion.deployed !== void 0 && promotion.smoked && promotion.migrating === void 0;
  if (traits.deferrable && isOpen2 && promotion.completed === void 0)
    return `${hop.to} is on production, and the rollback window is open. ${whoApproves("finalize", gates)} It is the point of no return.`;
  return void 0;
}
function whoApproves(gate2, gates) {
  switch (gates[gate2]) {
    case "environment":
      return `It waits for the reviewers of the environment "${gates.environment(gate2)}": they approve it in the run.`;
    case "dispatch":
      return "It waits for a person who starts the workflow with its confirmation, which the run shows.";
    case "none":
      return "Nobody is asked before it continues.";
  }
}

// src/report/notices.ts
function noticeOfReport(environment4, situation, facts2) {
  const { hop, rehearsal, promotion, record: record2, traits } = situation;
  if (environment4 === "staging")
    return rehearsal.kind === "passed" && !promotion.deployStarted && promotion.completed === void 0 ? approval("production", `${hop.title} was rehearsed and waits for approval`, "", hop, facts2) : void 0;
  if (environment4 !== "production") return void 0;
  const back = latest(inEnvironment2(record2.entries, "production"), "rolled-back");
  if (back !== void 0 && isSameAttempt(back.run, facts2.run))
    return notice(
      "rolled-back",
      `${hop.title} was rolled back`,
      `${back.event.to} runs on production again.`,
      hop,
      facts2
    );
  const { completed } = promotion;
  if (completed !== void 0)
    return isSameAttempt(completed.run, facts2.run) ? notice(
      "complete",
      `${hop.title} is complete`,
      `Production runs ${hop.to}. This was hop ${hop.index} of ${hop.count}.`,
      hop,
      facts2
    ) : void 0;
  const isOpen2 = promotion.deployed !== void 0 && promotion.smoked && promotion.migrating === void 0;
  if (!traits.deferrable || !isOpen2) return void 0;
  const meaning = "The rollback window is open. What comes next is the point of no return.";
  return approval(
    "finalize",
    `${hop.to} is on production and waits for the start of its migrations`,
    meaning,
    hop,
    facts2
  );
}
function noticeOfFailure({ command: command2, environment: environment4, hop }, { happened: happened2, next: next2 }, facts2) {
  return notice(
    "failed",
    `${hop.title}: "${command2}" did not succeed on ${environment4}`,
    `${happened2} ${next2}`.trim(),
    hop,
    facts2
  );
}
function approval(gate2, title, meaning, hop, facts2) {
  const { gates } = facts2;
  if (gates.scope === "path" || gates[gate2] === "none") return void 0;
  return notice(
    "approval",
    title,
    [meaning, whoApproves(gate2, gates)].filter((text3) => text3 !== "").join(" "),
    hop,
    facts2
  );
}
function notice(kind2, title, text3, hop, { system: system2, run }) {
  return {
    kind: kind2,
    system: system2,
    hop: hop.id,
    title: `${system2}: ${title}`,
    text: text3,
    ...run.url === void 0 ? {} : { url: run.url }
  };
}

// src/core/history/named-states.ts
function namedStates(entries) {
  const hops = entries.flatMap((entry) => isOf(entry, "planned") ? entry.event.hops : []);
  const named5 = /* @__PURE__ */ new Map();
  for (const hop of hops) {
    for (const side of ["from", "to"]) {
      const state = namedStateOf(hop, side);
      if (state !== void 0) named5.set(JSON.stringify([state.label, state.parts]), state);
    }
  }
  return [...named5.values()];
}
function namedStateOf(hop, side) {
  const release2 = hop.releases?.[side];
  const label2 = hop[side];
  return release2 === void 0 || release2 === label2 ? void 0 : { label: label2, release: release2, parts: hop.parts?.[side] ?? {} };
}
function candidates(release2, states) {
  return states.filter((state) => state.release === release2);
}
function labelOf(release2, readings, states) {
  const compared = candidates(release2, states).map(({ label: label2, parts: parts2 }) => ({ label: label2, fit: fitOf(parts2, readings) }));
  const same = compared.find(({ fit }) => fit.kind === "same");
  if (same !== void 0) return { kind: "known", value: same.label };
  for (const { label: label2, fit } of compared) {
    if (fit.kind === "unknown") {
      const reason = `${release2} answers, and whether it is ${label2} could not be determined: the part "${fit.part}" could not be read (${fit.reason})`;
      return { kind: "unknown", reason };
    }
  }
  return { kind: "known", value: release2 };
}
function fitOf(parts2, readings) {
  const shown4 = Object.entries(parts2).flatMap(([part17, version]) => {
    const reading = readings[part17];
    return reading === void 0 ? [] : [{ part: part17, version, reading }];
  });
  if (shown4.some(({ version, reading }) => reading.kind === "known" && reading.value !== version)) {
    return { kind: "other" };
  }
  for (const { part: part17, reading } of shown4) {
    if (reading.kind === "unknown") return { kind: "unknown", part: part17, reason: reading.reason };
  }
  return { kind: shown4.length === 0 ? "other" : "same" };
}

// src/drivers/probes/observe.ts
async function observe(probes, now, signal) {
  const answering = probes.version(signal).then((text3) => text3.kind === "known" ? probes.readLabel(text3.value) : text3);
  const [version, serving, status] = await Promise.all([
    answering,
    probes.health(signal),
    probes.migrations?.(signal, answering)
  ]);
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
  for (const { name, parts: parts2 } of stages.toReversed()) {
    const reached2 = seen[name] ?? { kind: "unknown", reason: "it was not probed" };
    if (reached2.kind === "yes") return { kind: "known", value: { label: name, parts: parts2 } };
    if (reached2.kind === "unknown") {
      const { reason, refused: refused2 } = reached2;
      const said = `whether the stage "${name}" is reached could not be determined: ${reason}`;
      return { kind: "unknown", reason: said, ...refused2 === void 0 ? {} : { refused: refused2 } };
    }
    reasons.unshift(`"${name}": ${reached2.reason}`);
  }
  return { kind: "unknown", reason: `none of its stages is reached (${reasons.join("; ")})` };
}
function pathTo(stages, title, current, target) {
  const places = new Map(stages.map(({ name }, place3) => [name, place3]));
  const from = places.get(current.label);
  if (from === void 0) return unknownStage("current", current.label, stages, title);
  const to2 = isLast(target) ? stages.length - 1 : places.get(target);
  if (to2 === void 0) return unknownStage("target", target, stages, title);
  const ends = { current: current.label, target: stages[to2]?.name ?? target, details: detailsOf(stages, title) };
  if (to2 === from) {
    const last = to2 === stages.length - 1 ? ", the last stage" : "";
    return {
      ...ends,
      kind: "already-there",
      message: {
        happened: `${title} is at "${ends.target}"${last}.`,
        means: "There is nothing to do.",
        next: last === "" ? `The stages after it are ${namesOf2(stages.slice(to2 + 1))}.` : ""
      }
    };
  }
  if (to2 < from) {
    const back = hopId(stages[from - 1]?.name ?? "", current.label);
    return {
      ...ends,
      kind: "downgrade",
      message: {
        happened: `"${ends.target}" is before "${current.label}", where ${title} is.`,
        means: "A path only goes forward, so none was planned.",
        next: `To continue, name a target from ${current.label} on. To go back one stage that was climbed by this tool: staged-upgrade rollback --hop ${back}; it says whether it is possible to go back from that stage. What was moved by hand is moved back by hand.`
      }
    };
  }
  return { ...ends, kind: "path", steps: stepsOf(stages, current, { from, to: to2 }), notes: [] };
}
function isLast(target) {
  return target === "newest";
}
function stepsOf(stages, current, { from, to: to2 }) {
  let { parts: parts2 } = current;
  return stages.slice(from + 1, to2 + 1).map((stage, index) => {
    const { name, title, reason, url, manual } = stage;
    const before = parts2;
    parts2 = { ...before, ...stage.parts };
    const hasParts = Object.keys(parts2).length > 0;
    return {
      from: stages[from + index]?.name ?? current.label,
      to: name,
      tag: name,
      reasons: [{ rule: "stages", text: `${title}: ${reason}`, ...url === void 0 ? {} : { url } }],
      manual,
      notes: [],
      parts: [],
      ...hasParts ? { partVersions: { from: before, to: parts2 } } : {}
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

// src/core/path/sources/topology/topology.ts
var noReaderSetting = "none";
function topology(instances, writer, readers, setting) {
  const classes = [...new Set(readers.map(className))].toSorted();
  const isOwn = classes.length > 1 || classes.length === 1 && classes[0] !== className(writer);
  if (instances < 1 || instances === 1 !== (classes.length === 0))
    throw new Error(`${instances} instances cannot have readers of ${classes.length} classes`);
  return {
    instances,
    writer: className(writer),
    readers: classes,
    hasReaderSetting: isOwn || setting && instances > 1
  };
}
function labelOf2({ instances, writer, readers, hasReaderSetting }) {
  const all = `${instances}x-${writer}`;
  return hasReaderSetting ? `${all}+reader-${readers.join("+")}` : all;
}
function topologyText({ instances, writer, readers, hasReaderSetting }) {
  const all = `${instances}\xD7${writer}`;
  if (!hasReaderSetting) return all;
  const [only] = readers;
  return readers.length === 1 && only === writer ? `${all}, with the reader setting` : `${all} \u2192 ${readers.length === 1 ? "reader" : "readers"} ${readers.join(", ")}`;
}
var labelPattern = /^(?<instances>[1-9]\d?)x-(?<writer>[a-z0-9.]+)(?:\+reader-(?<readers>[a-z0-9.+]+))?$/;
function readLabel(label2) {
  const groups = labelPattern.exec(label2)?.groups;
  if (groups?.instances === void 0 || groups.writer === void 0) return void 0;
  const { instances: count2, writer, readers: written5 } = groups;
  const instances = Number(count2);
  const readers = written5 === void 0 ? instances > 1 ? [writer] : [] : written5.split("+");
  if ([writer, ...readers].some((each) => readInstanceClass(each) === void 0)) return void 0;
  if (instances === 1 && readers.length > 0) return void 0;
  const read2 = topology(instances, writer, readers, written5 !== void 0);
  return labelOf2(read2) === label2 ? read2 : void 0;
}
function partsOf({ instances, writer, readers, hasReaderSetting }) {
  return {
    instances: String(instances),
    writer,
    reader: hasReaderSetting ? readers.join("+") : noReaderSetting
  };
}
function stateOfTopology(each) {
  return { label: labelOf2(each), parts: partsOf(each) };
}

// src/core/path/sources/topology/seen.ts
function stateOf2(seen) {
  const read2 = topologyOf(seen);
  return read2.kind === "known" ? { kind: "known", value: stateOfTopology(read2.value) } : read2;
}
function topologyOf(seen) {
  const { cluster, members, declared: declared3 } = seen;
  const unknown2 = (reason) => ({ kind: "unknown", reason });
  if (members.length === 0) return unknown2(`the cluster "${cluster.id}" has no instances`);
  if (cluster.status !== "available") return unknown2(`the cluster "${cluster.id}" is ${cluster.status}`);
  const changing = members.find(({ status }) => status !== "available");
  if (changing !== void 0) return unknown2(changingText(changing));
  const waiting2 = members.find(({ pending }) => pendingClass(pending) !== void 0);
  if (waiting2 !== void 0)
    return unknown2(
      `the instance "${waiting2.id}" (${className(waiting2.instanceClass)}) has not changed to ${className(pendingClass(waiting2.pending) ?? "")} yet`
    );
  const odd = members.find(({ instanceClass }) => readInstanceClass(instanceClass) === void 0);
  if (odd !== void 0)
    return unknown2(
      `the instance "${odd.id}" has the class ${odd.instanceClass}, which has no size that could be compared with another`
    );
  const first2 = declaredFirst(seen);
  if (first2 === void 0)
    return unknown2(`none of the instances of "${cluster.id}" is its writer: a failover may be under way`);
  const readers = members.filter(({ id: id2 }) => id2 !== first2.id).map(({ instanceClass }) => className(instanceClass));
  const setting = declared3.kind === "known" ? declared3.value.reader : void 0;
  const isByOwnSetting = setting !== void 0 && readers.every((each) => each === className(setting));
  return { kind: "known", value: topology(members.length, first2.instanceClass, readers, isByOwnSetting) };
}
function changingText({ id: id2, status, instanceClass, pending }) {
  const to2 = pendingClass(pending);
  const change = to2 === void 0 ? "" : `, from ${className(instanceClass)} to ${className(to2)}`;
  return `the instance "${id2}" is ${status}${change}`;
}
function pendingClass(pending) {
  return pending.DBInstanceClass;
}
function declaredFirst({ members, declared: declared3 }) {
  const tiers = members.map(({ tier }) => tier ?? Number.POSITIVE_INFINITY);
  const lowest = Math.min(...tiers);
  const preferred = members.filter(({ tier }) => tier === lowest);
  if (preferred.length === 1) return preferred[0];
  if (declared3.kind === "known") {
    const { writer, reader } = declared3.value;
    const ofWriter = members.filter(({ instanceClass }) => className(instanceClass) === className(writer));
    if (reader !== void 0 && className(reader) !== className(writer) && ofWriter.length === 1) return ofWriter[0];
  }
  return members.find(({ role }) => role === "writer");
}
function writerOf({ members }) {
  return members.find(({ role }) => role === "writer");
}

// src/core/path/sources/topology/declared.ts
function declaredTopology({ instances, writer, reader }) {
  return topology(instances, writer, instances === 1 ? [] : [reader ?? writer], reader !== void 0);
}
function unusableDeclaration({ declared: declared3 }) {
  if (declared3.kind === "unknown") return declared3.reason;
  const { instances, reader } = declared3.value;
  return instances === 1 && reader !== void 0 ? `the configuration file declares one instance and a class for readers (${className(reader)}), which nothing has: whoever adds a reader would get that class unawares` : void 0;
}
function driftFrom(seen, accepted2 = []) {
  const unusable = unusableDeclaration(seen);
  if (unusable !== void 0 || seen.declared.kind === "unknown") return unusable;
  const live = topologyOf(seen);
  const file2 = declaredTopology(seen.declared.value);
  const known2 = [...live.kind === "known" ? [live.value] : [], ...accepted2].map(labelOf2);
  if (known2.includes(labelOf2(file2))) return void 0;
  const cluster = live.kind === "known" ? `the cluster is ${topologyText(live.value)}` : live.reason;
  return `the configuration file declares ${topologyText(file2)}, and ${cluster}: the checkout may lack the commit of the hop before, or somebody has changed one of the two`;
}

// src/core/path/sources/topology/hops.ts
function hopsTo(start, goal) {
  const hops = [];
  let from = start;
  for (; ; ) {
    const next2 = nextHop(from, goal);
    if (next2 === void 0) return hops;
    hops.push(next2);
    from = next2.to;
  }
}
function nextHop(from, { instances, instanceClass }) {
  const { writer, readers, hasReaderSetting } = from;
  const hop = (change, to2) => ({ change, from, to: to2 });
  const isUniform = readers.length <= 1;
  const isNew = from.instances === 1 && (instances > 1 || writer !== instanceClass);
  if (isNew || from.instances < instances && isUniform) {
    const count2 = Math.max(instances, 2);
    return hop("add-instances", topology(count2, writer, readers.length === 0 ? [writer] : readers, hasReaderSetting));
  }
  if (from.instances > 1 && (!isUniform || readers[0] !== instanceClass))
    return hop("reader", topology(from.instances, writer, [instanceClass], true));
  if (writer !== instanceClass) return hop("writer", topology(from.instances, instanceClass, readers, true));
  if (hasReaderSetting) return hop("reader-setting", topology(from.instances, writer, readers, false));
  if (from.instances > instances)
    return hop("remove-instances", topology(instances, writer, instances === 1 ? [] : readers, false));
  return void 0;
}
function changeBetween(from, to2) {
  const isSameReaders = from.readers.join() === to2.readers.join();
  if (from.instances !== to2.instances) {
    const isOnlyThat = from.writer === to2.writer && (isSameReaders || from.instances === 1 || to2.instances === 1);
    return isOnlyThat ? from.instances < to2.instances ? "add-instances" : "remove-instances" : void 0;
  }
  if (from.writer !== to2.writer) return isSameReaders ? "writer" : void 0;
  if (!isSameReaders) return "reader";
  return from.hasReaderSetting === to2.hasReaderSetting ? void 0 : "reader-setting";
}

// src/core/path/sources/topology/maintenance-window.ts
var minute = 6e4;
var day = 24 * 60 * minute;
var week = 7 * day;
var days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
var windowPattern = /^(?<from>[a-z]{3}):(?<fromHour>\d\d):(?<fromMinute>\d\d)-(?<to>[a-z]{3}):(?<toHour>\d\d):(?<toMinute>\d\d)$/;
function untilWindow(window, now) {
  const groups = windowPattern.exec(window.toLowerCase())?.groups;
  if (groups === void 0) return void 0;
  const start = ofWeek(groups.from, groups.fromHour, groups.fromMinute);
  const end = ofWeek(groups.to, groups.toHour, groups.toMinute);
  if (start === void 0 || end === void 0) return void 0;
  const at4 = now.getUTCDay() * day + now.getTime() % day;
  const since = (at4 - start + week) % week;
  const length = (end - start + week) % week;
  return since < length ? 0 : (week - since) % week;
}
function ofWeek(name = "", hour = "", minutes = "") {
  const place3 = days.indexOf(name);
  return place3 === -1 ? void 0 : place3 * day + Number(hour) * 60 * minute + Number(minutes) * minute;
}

// src/core/path/sources/topology/hop-obstacle.ts
var marginMilliseconds = 60 * 6e4;
function hopObstacle(seen, { from, to: to2, isBack, now }) {
  const [before, after2] = [readLabel(from), readLabel(to2)];
  if (before === void 0 || after2 === void 0) return void 0;
  const drift = driftFrom(seen, [before, after2]);
  if (drift !== void 0) return driftMessage(drift);
  return roleMessage(seen, { before, after: after2, isBack }) ?? windowMessage(seen, before, after2, now);
}
function driftMessage(drift) {
  return {
    happened: `${drift.slice(0, 1).toUpperCase()}${drift.slice(1)}.`,
    means: "A deploy of this checkout would undo one of the two. Nothing was changed.",
    next: "Check out the branch with the newest commit of that file (or merge its pull request), or correct the file, then run again."
  };
}
function roleMessage(seen, { before, after: after2, isBack }) {
  const change = changeBetween(before, after2);
  const [first2, writer] = [declaredFirst(seen), writerOf(seen)];
  if (first2 === void 0 || writer === void 0 || change === void 0) return void 0;
  const others2 = seen.members.filter(({ id: id2 }) => id2 !== writer.id);
  if (change === "remove-instances") {
    if (writer.id === first2.id) return void 0;
    return failOver(
      seen,
      first2,
      `"${writer.id}" takes the writes, and it is one of the instances that this change would remove.`
    );
  }
  const changesWriter = change === "writer" === (writer.id === first2.id) && (change === "writer" || change === "reader");
  if (!changesWriter || isBack) return void 0;
  const wanted = change === "writer" ? after2.writer : after2.readers[0];
  const unready = others2.find(({ instanceClass }) => className(instanceClass) !== wanted);
  if (unready === void 0) return void 0;
  const happened2 = `"${writer.id}" takes the writes, and this change would resize it before "${unready.id}", which it would fail over to.`;
  return first2.id === writer.id ? {
    happened: happened2,
    means: "The application would be on an instance of the old size meanwhile. Nothing was changed.",
    next: "Start a new run: it plans the readers first."
  } : failOver(seen, first2, happened2);
}
function failOver({ cluster }, to2, happened2) {
  return {
    happened: happened2,
    means: `After a failover, the instance that is declared as the writer ("${to2.id}") is a reader. Nothing was changed.`,
    next: `Fail over to it in a quiet minute, which interrupts writes for some seconds: aws rds failover-db-cluster --db-cluster-identifier ${cluster.id} --target-db-instance-identifier ${to2.id}. Then run again.`
  };
}
function windowMessage(seen, before, after2, now) {
  const change = changeBetween(before, after2);
  if (change === void 0 || change === "reader-setting") return void 0;
  for (const { of, window, due } of seen.maintenance) {
    const until = untilWindow(window, now);
    if (due.length === 0 || until === void 0 || until > marginMilliseconds) continue;
    return {
      happened: `Maintenance of ${of} is due (${due.join(", ")}), and its window (${window} UTC) ${until === 0 ? "is open" : `opens in ${durationText(until)}`}.`,
      means: "An instance could be taken down while another is resized. Nothing was changed.",
      next: "Run again when the maintenance is done; or apply it now, or defer it, in the console of RDS."
    };
  }
  return void 0;
}

// src/core/path/sources/topology/readiness.ts
function unfitness(seen, { mostLag }) {
  const { cluster, members } = seen;
  const waiting2 = [
    ...Object.entries(cluster.pending).map(([what, to2]) => `${what} of the cluster (${to2})`),
    ...members.flatMap(
      ({ id: id2, pending }) => Object.entries(pending).filter(([what]) => what !== "DBInstanceClass").map(([what, to2]) => `${what} of "${id2}" (${to2})`)
    )
  ];
  const unwell = [
    ...cluster.status === "available" ? [] : [`the cluster "${cluster.id}" is ${cluster.status}`],
    ...members.filter(({ status }) => status !== "available").map(({ id: id2, status }) => `the instance "${id2}" is ${status}`)
  ];
  const behind = members.filter(({ lag }) => lag !== void 0 && lag > mostLag);
  return [
    ...unwell,
    ...waiting2.length === 0 ? [] : [
      `changes of somebody else wait for the maintenance window and would be applied along with this one: ${waiting2.join(", ")}`
    ],
    ...behind.map(
      ({ id: id2, lag = 0 }) => `the reader "${id2}" is ${durationText(lag)} behind the writer, and a failover waits for it`
    )
  ];
}

// src/steps/environment/live-topology.ts
var mostLagMilliseconds = 1e4;
function topologyProbes(probe, health) {
  const look = shared2((signal) => probe.look(signal));
  return {
    version: async (signal) => {
      const seen = await look(signal);
      if (seen.kind === "unknown") return seen;
      const state = stateOf2(seen.value);
      return state.kind === "known" ? { kind: "known", value: state.value.label } : state;
    },
    health: async (signal) => {
      const [seen, answering] = await Promise.all([look(signal), health?.(signal)]);
      const fit = fitness(seen);
      return fit.kind === "yes" ? answering ?? fit : fit;
    },
    readLabel: (label2) => ({ kind: "known", value: label2 })
  };
}
function fitness(seen) {
  if (seen.kind === "unknown") return seen;
  const reasons = unfitness(seen.value, { mostLag: mostLagMilliseconds });
  return reasons.length === 0 ? { kind: "yes" } : { kind: "no", reason: reasons.join("; ") };
}
function shared2(ask2) {
  let underWay;
  return async (signal) => {
    underWay ??= ask2(signal).finally(() => {
      underWay = void 0;
    });
    return await underWay;
  };
}
async function topologyObstacle(probe, { from, to: to2, version }, { clock, signal }) {
  const seen = await probe.look(signal);
  if (seen.kind === "unknown") return void 0;
  const isBack = version === from;
  const [before, after2] = isBack ? [to2, from] : [from, to2];
  return hopObstacle(seen.value, { from: before, to: after2, isBack, now: clock.now() });
}
function meantBy({ from, to: to2, version }) {
  const [before, after2] = (version === from ? [to2, from] : [from, to2]).map(readLabel);
  const change = before && after2 && changeBetween(before, after2);
  switch (change) {
    case "add-instances":
      return ["added"];
    case "remove-instances":
      return ["removed"];
    case "reader":
    case "writer":
      return ["changed"];
    default:
      return [];
  }
}
function guardedDeployer(deployer2, probe, target, clock) {
  const { preview } = deployer2;
  return {
    ...deployer2,
    ...preview && { preview: (request) => preview({ ...request, meant: meantBy(target) }) },
    deploy: async (request) => {
      const obstacle = await topologyObstacle(probe, target, { clock, signal: request.signal });
      if (obstacle !== void 0) throw new SystemFailure(obstacle);
      return await deployer2.deploy({ ...request, meant: meantBy(target) });
    }
  };
}

// src/steps/environment/live-state.ts
function stageTests(product2, { version }) {
  return hasStages(product2) ? product2.stages.find(({ name }) => name === version)?.smoke ?? [] : [];
}
function stateProbes(product2, openProbe, topology2) {
  if (hasVersions(product2)) {
    return {
      version: openProbe(product2.probes.version, "version probe"),
      health: openProbe(product2.probes.health, "health probe"),
      readLabel: (text3) => labelOfVersion(text3, product2.versions, product2.title)
    };
  }
  const { probes } = product2;
  const health = probes.health && openProbe(probes.health, "health probe");
  if (!hasStages(product2)) return topologyProbes(topology2(), health);
  const { stages, title } = product2;
  const source = stagesSource(stages, title);
  const reached2 = stages.map(
    ({ name, reached: part17 }) => [name, openProbe(part17, `probe of the stage "${name}"`)]
  );
  const version = async (signal) => {
    const seen = await Promise.all(
      reached2.map(async ([name, probe]) => [name, await probe(signal)])
    );
    const state = source.stateOf(Object.fromEntries(seen));
    return state.kind === "known" ? { kind: "known", value: state.value.label } : state;
  };
  return {
    version,
    // A stage that is reached is all that is asked of a change without a health probe.
    health: health ?? (async () => ({ kind: "yes" })),
    readLabel: (label2) => ({ kind: "known", value: label2 })
  };
}

// src/steps/environment/open-data.ts
function openData({ configuration: configuration2, effects }, environment4) {
  const { data } = settingsOf(configuration2, environment4);
  return data.map(({ name, at: at4, open: open3 }) => {
    const store = open3({
      effects,
      where: `environments.${environment4}.data${at4}`,
      placeholders: { system: configuration2.system, environment: environment4 }
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

// src/steps/environment/stage-deployer.ts
function stageDeployer({ stages, title }, { to: to2, version }, common) {
  const stage = stages.find(({ name }) => name === to2);
  const forward = version === to2;
  const part17 = forward ? stage?.deploy ?? common : stage?.back;
  const key = forward ? "deploy" : "back";
  const where = `the ${key} of the stage "${to2}" of ${title}`;
  if (part17 !== void 0) return { part: part17, where };
  throw new UserError({
    happened: `The definition of ${title} does not say how ${forward ? `the stage "${to2}" is reached` : `one goes back from the stage "${to2}"`}.`,
    means: "Nothing was done.",
    next: `Add "${key}" to that stage.`
  });
}

// src/steps/environment/live-system.ts
function openLiveSystem(project, environment4, entries) {
  const { configuration: configuration2, product: product2, effects } = project;
  const settings17 = settingsOf(configuration2, environment4);
  const base = `environments.${environment4}`;
  const context = (where, placeholders = {}) => ({
    effects,
    where,
    placeholders: { system: configuration2.system, environment: environment4, ...placeholders }
  });
  const address4 = () => settings17.url === void 0 ? {} : { url: effects.variables.fill(settings17.url, `${base}.url`).replace(/\/+$/, "") };
  let opened2;
  const tokens = () => {
    opened2 ??= Object.fromEntries(
      Object.entries(settings17.access).flatMap(
        ([name, part17]) => typeof part17 === "string" ? [] : [[`access.${name}`, part17.open(context(`${base}.access.${name}`, address4()))]]
      )
    );
    return opened2;
  };
  const probeContext = (where, placeholders = {}) => {
    const access6 = Object.entries(settings17.access).flatMap(
      ([name, value]) => typeof value === "string" ? accessPlaceholders(name, effects.variables.fill(value, `${base}.access.${name}`)) : []
    );
    return {
      ...context(where, { ...address4(), ...Object.fromEntries(access6), ...placeholders }),
      tokens: tokens()
    };
  };
  const openProbe = (part17, name) => part17.open(probeContext(`the ${name} of ${product2.title} (${environment4})`));
  const configuredDeployer = () => needed(settings17.deploy, `${base}.deploy`, `What puts a release in place on ${environment4}`).open(
    context(`${base}.deploy`)
  );
  const serverLog2 = (since) => since === void 0 ? {} : {
    serverLog: {
      read: async (onLine, signal) => {
        const { logs } = configuredDeployer();
        if (logs === void 0) throw noLog(base);
        await logs({ since, onLine, signal });
      }
    }
  };
  const deployer2 = (target) => {
    if (hasStages(product2) && target !== void 0) {
      const { part: part17, where } = stageDeployer(product2, target, settings17.deploy);
      return part17.open(probeContext(`${where} (${environment4})`));
    }
    if (hasTopology(product2) && target !== void 0)
      return guardedDeployer(configuredDeployer(), topology2(), target, effects.clock);
    return configuredDeployer();
  };
  let opening2;
  const topology2 = () => {
    const use = `What ${product2.title} consists of on ${environment4}`;
    const probe = opening2 ?? needed(settings17.topology, `${base}.topology`, use).open(context(`${base}.topology`));
    opening2 = probe;
    return probe;
  };
  let probing;
  const probes = () => {
    probing ??= {
      ...stateProbes(product2, openProbe, topology2),
      migrations: product2.probes.migrations && openProbe(product2.probes.migrations, "migrations probe")
    };
    return probing;
  };
  const observeParts = async (signal) => {
    const readings = Object.entries(product2.probes.parts ?? {}).map(
      async ([name, part17]) => [name, partReading(name, await openProbe(part17, `probe of ${name}`)(signal))]
    );
    return Object.fromEntries(await Promise.all(readings));
  };
  let states;
  const named5 = () => {
    states ??= namedStates(entries);
    return states;
  };
  return {
    environment: environment4,
    observe: async (signal) => {
      const seen = await observe(probes(), () => effects.clock.now(), signal);
      const { version } = seen;
      if (version.kind === "unknown") return seen;
      const states2 = candidates(version.value, named5());
      if (states2.length === 0) return seen;
      return { ...seen, version: labelOf(version.value, await observeParts(signal), states2) };
    },
    observeParts,
    get health() {
      const { health } = product2.probes;
      if (health === void 0) return void 0;
      return hasTopology(product2) ? openProbe(health, "health probe") : probes().health;
    },
    get writes() {
      if (!hasTopology(product2)) return void 0;
      const { writes } = product2.probes;
      return writes && openProbe(writes, "probe of writes");
    },
    get topology() {
      return hasTopology(product2) ? topology2() : void 0;
    },
    obstacle: async (target, signal) => hasTopology(product2) ? await topologyObstacle(topology2(), target, { clock: effects.clock, signal }) : void 0,
    data: () => openData(project, environment4),
    deployer: deployer2,
    deployerLogs: () => settings17.deploy === void 0 ? void 0 : configuredDeployer().logs,
    place: (target) => settings17.deploy === void 0 && !hasStages(product2) ? void 0 : deployer2(target),
    measures: (placeholders) => [...product2.baseline, ...configuration2.baseline].map((part17) => part17.open(probeContext("baseline", placeholders))),
    smokeTests: (placeholders, since) => [...product2.smoke, ...stageTests(product2, placeholders), ...configuration2.smoke].map(
      (test) => test.open({ ...probeContext("smoke", placeholders), ...serverLog2(since) })
    ),
    evidence: () => [...answersOfProbes(project.productDocument.probes), ...product2.evidence].map(
      (source) => openEvidence(source, probeContext(`the evidence "${source.name}"`))
    ),
    starter: () => product2.migrations && openProbe(product2.migrations.start, "start of the migrations"),
    context
  };
}
function noLog(base) {
  return new SystemFailure({
    happened: `"${base}.deploy" does not say how the log of the server is shown`,
    means: "What it has logged is not known.",
    next: 'Add "logs" to it, a command that prints the log.'
  });
}
function accessPlaceholders(name, value) {
  return [
    [`access.${name}`, value],
    [`access.${name}.header`, `Bearer ${value}`]
  ];
}
function partReading(name, text3) {
  if (text3.kind === "unknown") return text3;
  const version = text3.value.trim().replace(/^v(?=\d)/, "");
  if (partVersion.safeParse(version).success) return { kind: "known", value: version };
  return { kind: "unknown", reason: `what the probe of "${name}" reads is not a version` };
}

// src/steps/environment/user-files.ts
import { readFile as readFile8 } from "node:fs/promises";
import { extname, resolve as resolve7 } from "node:path";

// src/world/yaml/edit-yaml.ts
var otherForm = { kind: "impossible", reason: "writes it in a form that only a person should change" };
function yamlValue(text3, path) {
  const document = parsed3(text3);
  return document.errors.length > 0 ? void 0 : valueIn(document.toJS(), path);
}
function isYaml(text3) {
  return parsed3(text3).errors.length === 0;
}
function withYamlValue(text3, path, value) {
  const document = parsed3(text3);
  if (document.errors.length > 0) return { kind: "impossible", reason: "is not YAML" };
  return checked2(text3, setIn(text3, document, path, value), (plain4) => setPlain(plain4, path, value));
}
function withoutYamlKey(text3, path) {
  const document = parsed3(text3);
  if (document.errors.length > 0) return { kind: "impossible", reason: "is not YAML" };
  return checked2(text3, removeIn(text3, document, path), (plain4) => removePlain(plain4, path));
}
function parsed3(text3) {
  return a(text3, { keepSourceTokens: true, logLevel: "error", merge: true });
}
function setIn(text3, document, path, value) {
  const ending2 = text3.includes("\r\n") ? "\r\n" : "\n";
  if (document.contents === null || isNull(document.contents))
    return `${withLastLine(text3, ending2)}${lines(nested(path, value), 0, 2, ending2)}`;
  const indent2 = indentOf(text3);
  let at4 = document.contents;
  for (const [depth, name] of path.entries()) {
    if (!isBlock(at4)) return void 0;
    const pair = pairOf(at4, name);
    const column = columnOf(text3, at4);
    if (pair === void 0) {
      const end = endOfMap(text3, at4);
      if (column === void 0 || end === void 0) return void 0;
      return inserted(text3, end, lines(nested(path.slice(depth), value), column, indent2, ending2), ending2);
    }
    if (depth === path.length - 1) return replaced2(text3, pair, value);
    const below = pair.value;
    if (below === null || isNull(below) || isEmptyFlow(below)) {
      const rest = lines(nested(path.slice(depth + 1), value), (column ?? 0) + indent2, indent2, ending2);
      return belowKey(text3, pair, rest, ending2);
    }
    at4 = below;
  }
  return void 0;
}
function removeIn(text3, document, path) {
  let at4 = document.contents;
  let widest;
  for (const name of path) {
    if (!isBlock(at4)) return void 0;
    const pair = pairOf(at4, name);
    if (pair === void 0) return void 0;
    widest = at4.items.length === 1 ? widest ?? pair : pair;
    at4 = pair.value;
  }
  if (widest === void 0) return void 0;
  const start = lineStart(text3, widest.key.range[0]);
  const end = lineEnd(text3, endOf(widest));
  return text3.slice(start, widest.key.range[0]).trim() === "" ? text3.slice(0, start) + text3.slice(end) : void 0;
}
function replaced2(text3, { key, value }, wanted) {
  if (typeof wanted === "object") return void 0;
  const written5 = L(wanted, { lineWidth: 0 }).trimEnd();
  if (value === null || isNull(value)) {
    const colon = text3.indexOf(":", key.range[1]);
    const source = value === null ? "" : text3.slice(value.range[0], value.range[1]);
    const start = source.trim() === "" ? colon + 1 : value?.range[0] ?? 0;
    return `${text3.slice(0, start)}${source.trim() === "" ? " " : ""}${written5}${text3.slice(start + (source.trim() === "" ? 0 : source.length))}`;
  }
  if (!e(value) || i(value)) return void 0;
  const token = value.srcToken;
  if (token === void 0 || !("source" in token) || token.type === "block-scalar") return void 0;
  const quote = /^["']/.exec(token.source)?.[0];
  const isSimple = quote !== void 0 && typeof wanted === "string" && !/["'\\\n]/.test(wanted);
  return `${text3.slice(0, token.offset)}${isSimple ? `${quote}${wanted}${quote}` : written5}${text3.slice(token.offset + token.source.length)}`;
}
function belowKey(text3, { key, value }, rest, ending2) {
  const colon = text3.indexOf(":", key.range[1]) + 1;
  const end = value === null ? colon : Math.max(colon, value.range[1]);
  const newline = text3.indexOf("\n", end);
  const after2 = text3.slice(end, newline < 0 ? void 0 : newline);
  if (after2.trim() !== "" && !after2.trim().startsWith("#")) return void 0;
  const head = `${text3.slice(0, colon)}${after2.trimEnd()}`;
  return `${head}${ending2}${newline < 0 ? rest.trimEnd() : rest}${newline < 0 ? "" : text3.slice(newline + 1)}`;
}
function checked2(before, after2, change) {
  if (after2 === void 0) return otherForm;
  const document = parsed3(after2);
  const wanted = JSON.parse(JSON.stringify(parsed3(before).toJS() ?? {}));
  if (document.errors.length > 0 || !isPlain(wanted)) return otherForm;
  change(wanted);
  const isSame = sorted(document.toJS() ?? {}) === sorted(wanted);
  return isSame ? { kind: "edited", text: after2 } : otherForm;
}
function sorted(value) {
  return JSON.stringify(
    value,
    (_5, part17) => isPlain(part17) ? Object.fromEntries(Object.entries(part17).toSorted(([a5], [b6]) => a5 < b6 ? -1 : 1)) : part17
  );
}
function setPlain(plain4, [name = "", ...rest], value) {
  if (rest.length === 0) plain4[name] = value;
  else {
    const below = plain4[name];
    const next2 = isPlain(below) ? below : {};
    plain4[name] = next2;
    setPlain(next2, rest, value);
  }
}
function removePlain(plain4, [name = "", ...rest]) {
  const below = plain4[name];
  if (rest.length > 0 && isPlain(below)) removePlain(below, rest);
  if (rest.length === 0 || isPlain(below) && Object.keys(below).length === 0) delete plain4[name];
}
function valueIn(plain4, path) {
  return path.reduce(
    (at4, name) => isPlain(at4) && Object.hasOwn(at4, name) ? at4[name] : void 0,
    plain4 ?? void 0
  );
}
function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isBlock(node) {
  return b(node) && node.flow !== true;
}
function isEmptyFlow(node) {
  return b(node) && node.flow === true && node.items.length === 0;
}
function isNull(node) {
  return e(node) && node.value === null;
}
function pairOf(map, name) {
  return map.items.find(({ key }) => e(key) && String(key.value) === name);
}
function columnOf(text3, map) {
  const start = map.items[0]?.key.range[0];
  return start === void 0 ? void 0 : start - lineStart(text3, start);
}
function endOf({ key, value }) {
  return value === null ? key.range[1] : value.range[1];
}
function endOfMap(text3, map) {
  const last = map.items.at(-1);
  return last === void 0 ? void 0 : lineEnd(text3, endOf(last));
}
function lineStart(text3, at4) {
  return text3.lastIndexOf("\n", at4 - 1) + 1;
}
function lineEnd(text3, at4) {
  if (at4 > 0 && text3[at4 - 1] === "\n") return at4;
  const newline = text3.indexOf("\n", at4);
  return newline < 0 ? text3.length : newline + 1;
}
function inserted(text3, at4, added, ending2) {
  return `${withLastLine(text3.slice(0, at4), ending2)}${added}${text3.slice(at4)}`;
}
function withLastLine(text3, ending2) {
  return text3 === "" || text3.endsWith("\n") ? text3 : `${text3}${ending2}`;
}
function nested(path, value) {
  return path.reduceRight((below, name) => ({ [name]: below }), value);
}
function lines(value, column, indent2, ending2) {
  return L(value, { lineWidth: 0, indent: indent2 }).trimEnd().split("\n").map((line) => `${" ".repeat(column)}${line}${ending2}`).join("");
}
function indentOf(text3) {
  const [, spaces = "  "] = /^( +)[^\s#-]/m.exec(text3) ?? [];
  return Math.min(Math.max(spaces.length, 2), 8);
}

// src/config/file-changes.ts
function judgeFiles(changes, files) {
  const unknown2 = [...new Set(changes.map((change) => change.in))].filter(
    (kind2) => !files.some((file2) => file2.kind === kind2)
  );
  if (unknown2.length > 0) return { show: void 0, unknown: unknown2 };
  const texts3 = new Map(files.map(({ path, text: text3 }) => [path, text3]));
  const assessed = changes.map((change) => {
    const own = files.filter((file2) => file2.kind === change.in && file2.ofRelease !== true);
    return own.length === 0 ? [] : assess(change, own, texts3);
  });
  const created = files.filter(({ from, kind: kind2 }) => from !== void 0 && changes.some((change) => change.in === kind2));
  const missing5 = [
    ...created.map(({ path, from }) => ({ text: `"${path}" is not there; it starts from "${from}".`, writable: true })),
    ...assessed.flat()
  ];
  if (missing5.length === 0) return { show: { kind: "in-place" }, edited: [] };
  const edited = files.flatMap(({ path, text: text3, from }) => {
    const after2 = texts3.get(path) ?? text3;
    return after2 === text3 && from === void 0 ? [] : [{ path, before: text3, text: after2 }];
  });
  return {
    show: {
      kind: "missing",
      missing: missing5.map(({ text: text3 }) => text3),
      lines: edited.map(({ path, before, text: text3 }) => ({ path, lines: changedLines(before, text3) })),
      writable: missing5.every(({ writable }) => writable)
    },
    edited
  };
}
function assess(change, files, texts3) {
  const broken = files.find(({ path, kind: kind2 }) => kind2 !== "env" && !isYaml(texts3.get(path) ?? ""));
  if (broken !== void 0) return [{ text: `"${broken.path}" is not YAML.`, writable: false }];
  const key = nameOf3(change.key);
  const found = find(files, texts3, change.key);
  const where = (found?.file ?? files.at(-1))?.path ?? "";
  const put = (value, said) => written3(files, texts3, { key: change.key, value, said });
  if (change.set !== void 0) {
    const { propose, not } = change.set;
    const isExample = found !== void 0 && not.some((pattern) => new RegExp(pattern).test(String(found.value)));
    if (found !== void 0 && isSet(found.value) && !isExample) return [];
    const said = `${key} ${isExample ? "still has the value of an example" : "is not set"} in "${where}".`;
    if (propose !== void 0) return [put(propose, `${said} Proposed is "${propose}": see whether it is right here.`)];
    return [{ text: said, writable: false }];
  }
  if (change.value !== void 0) {
    if (found === void 0 && change["where-set"] === true) return [];
    if (found !== void 0 && isRight(found.value, change.value, change.accept)) return [];
    const now = found === void 0 ? "is not set" : `is "${shown3(found.value)}"`;
    return [put(change.value, `${key} ${now} in "${where}", and must be "${change.value}".`)];
  }
  if (change["moved-from"] !== void 0) {
    const former = find(files, texts3, change["moved-from"]);
    if (former === void 0) return [];
    const name = nameOf3(change["moved-from"]);
    const said = `${name} in "${former.file.path}" is called ${key} now.`;
    const moved = found === void 0 ? written3([former.file], texts3, { key: change.key, value: former.value, said }) : { text: said, writable: true };
    return [moved.writable ? removed2(files, texts3, { key: change["moved-from"], said }) : moved];
  }
  return found === void 0 ? [] : [removed2(files, texts3, { key: change.key, said: `${key} must not be in "${where}" any more.` })];
}
function nameOf3(key) {
  return [key].flat().join(".");
}
function pathOf(key) {
  return typeof key === "string" ? key.split(".") : key;
}
function find(files, texts3, key) {
  for (const file2 of files.toReversed()) {
    const text3 = texts3.get(file2.path) ?? "";
    const value = file2.kind === "env" ? variableIn(text3, nameOf3(key)) : yamlValue(text3, pathOf(key));
    if (value !== void 0) return { file: file2, value };
  }
  return void 0;
}
function settingIn(files, key) {
  const found = find(files, new Map(files.map(({ path, text: text3 }) => [path, text3])), key);
  return found === void 0 || !isSet(found.value) ? void 0 : { path: found.file.path, value: String(found.value) };
}
function written3(files, texts3, { key, value, said }) {
  const file2 = find(files, texts3, key)?.file ?? files.at(-1);
  if (file2 === void 0) return { text: said, writable: false };
  const text3 = texts3.get(file2.path) ?? "";
  if (file2.kind === "env") {
    texts3.set(file2.path, withVariable(text3, nameOf3(key), String(value)));
    return { text: said, writable: true };
  }
  const edit = withYamlValue(text3, pathOf(key), value);
  if (edit.kind === "impossible") return { text: `${said} The file ${edit.reason}.`, writable: false };
  texts3.set(file2.path, edit.text);
  return { text: said, writable: true };
}
function removed2(files, texts3, { key, said }) {
  for (let found = find(files, texts3, key); found !== void 0; found = find(files, texts3, key)) {
    const { file: file2 } = found;
    const text3 = texts3.get(file2.path) ?? "";
    const edit = file2.kind === "env" ? { kind: "edited", text: withoutVariable(text3, nameOf3(key)) } : withoutYamlKey(text3, pathOf(key));
    if (edit.kind === "impossible") return { text: `${said} The file ${edit.reason}.`, writable: false };
    texts3.set(file2.path, edit.text);
  }
  return { text: said, writable: true };
}
function isSet(value) {
  return value !== null && value !== "";
}
function isRight(value, wanted, accept) {
  return String(value) === String(wanted) || accept !== void 0 && new RegExp(accept).test(String(value));
}
function shown3(value) {
  return typeof value === "object" ? "\u2026" : String(value);
}
function changedLines(before, after2) {
  return diffArrays(before.split("\n"), after2.split("\n")).flatMap(({ value, added, removed: removed3 }) => {
    if (added !== true && removed3 !== true) return [];
    return value.map((line) => `${added === true ? "+" : "-"} ${withoutSecret(line.trimEnd())}`);
  });
}
var secretLine = /^(?<name>\s*[\w."'-]*(?:pass|secret|token|credential|private|connection)[\w."'-]*\s*[:=]\s*)\S.*$/i;
function withoutSecret(line) {
  return line.replace(secretLine, "$<name>\u2026").replace(/:\/\/[^/\s@]+@/g, "://\u2026@");
}

// src/steps/environment/user-files.ts
async function withFiles(project, hop) {
  const shown4 = new Map((await lookAtFiles(project, hop)).map(({ id: id2, show }) => [id2, show]));
  const manual = hop.manual.map((step3) => {
    const files = shown4.get(step3.id);
    return files === void 0 ? step3 : { ...step3, files };
  });
  return { ...hop, manual };
}
async function lookAtFiles(project, hop) {
  const changes = hasVersions(project.product) ? fileRequirementsOf(project.product.path) : /* @__PURE__ */ new Map();
  const steps3 = hop.manual.filter(({ id: id2 }) => changes.has(id2));
  if (steps3.length === 0) return [];
  const environments2 = project.traits.waiver === void 0 ? environmentNames : ["production"];
  const files = await Promise.all(environments2.map((each) => filesOf2(project, each, hop)));
  return steps3.flatMap(({ id: id2 }) => {
    const verdicts = files.map((own) => judgeFiles(changes.get(id2) ?? [], own));
    const known2 = verdicts.flatMap((verdict) => verdict.show === void 0 ? [] : [verdict]);
    if (known2.length < verdicts.length) return [];
    const missing5 = known2.flatMap(({ show }) => show.kind === "missing" ? [show] : []);
    const edited = once(known2.flatMap((verdict) => verdict.edited));
    if (missing5.length === 0) return [{ id: id2, show: { kind: "in-place" }, edited }];
    const lines2 = once(missing5.flatMap((show) => show.lines));
    const texts3 = [...new Set(missing5.flatMap((show) => show.missing))];
    return [
      { id: id2, show: { kind: "missing", missing: texts3, lines: lines2, writable: missing5.every((m5) => m5.writable) }, edited }
    ];
  });
}
function once(files) {
  return [...new Map(files.map((file2) => [file2.path, file2])).values()];
}
async function settingsSaid(project, { environment: environment4, hop, side }, asked2) {
  const parts2 = hop.parts?.[side];
  const [label2, release2] = [hop[side], releaseOn(hop, side)];
  const files = await filesOf2(project, environment4, {
    ...{ from: label2, to: label2, releases: { from: release2, to: release2 } },
    ...parts2 === void 0 ? {} : { parts: { from: parts2, to: parts2 } }
  });
  return asked2.flatMap(({ in: kind2, key }) => {
    const found = settingIn(
      files.filter((file2) => file2.kind === kind2),
      key
    );
    return found === void 0 ? [] : [{ ...found, key: [key].flat().join(".") }];
  });
}
async function filesOf2(project, environment4, hop) {
  const settings17 = settingsOf(project.configuration, environment4);
  const kind2 = settings17.deploy?.kind;
  const written5 = kind2 === void 0 ? [] : deployFiles(kind2, valueAt(project.document, ["environments", environment4, "deploy", kind2]));
  const others2 = settings17["server-settings"].filter((path) => !written5.some((file2) => file2.path === path)).flatMap((path) => {
    const guessed = kindOf2(path);
    return guessed === void 0 ? [] : [{ kind: guessed, path }];
  });
  const read2 = await Promise.all([...written5, ...others2].map((file2) => readOne(project, environment4, hop, file2)));
  return read2.flat();
}
function kindOf2(path) {
  if (/(?:^|\/|\.)env$/.test(path)) return "env";
  if (![".yml", ".yaml"].includes(extname(path))) return void 0;
  return /compose/i.test(path) ? "compose" : /values/i.test(path) ? "values" : void 0;
}
async function readOne(project, environment4, hop, { kind: kind2, path, optional, ofRelease }) {
  const { directory } = project.effects;
  const [from, to2] = [releaseOn(hop, "from"), releaseOn(hop, "to")];
  const place3 = (version) => {
    const known2 = {
      ...partPlaceholders(hop.parts?.[version]),
      ...{ system: project.configuration.system, environment: environment4, from, to: to2, version: version === "to" ? to2 : from }
    };
    const filled2 = path.replaceAll(/\{([\w.-]+)\}/g, (whole, name) => known2[name] ?? whole);
    return filled2.includes("${") || /\{[\w.-]+\}/.test(filled2) ? void 0 : filled2;
  };
  const [now, before] = [place3("to"), place3("from")];
  if (now === void 0) return [];
  if (ofRelease === true) return [{ path: now, kind: kind2, text: "", ofRelease }];
  const read2 = async (name) => await readFile8(resolve7(directory, name), "utf8").catch(() => void 0);
  const text3 = await read2(now);
  if (text3 !== void 0) return [{ path: now, kind: kind2, text: text3 }];
  if (optional === true) return [{ path: now, kind: kind2, text: "" }];
  const former = before === void 0 || before === now ? void 0 : await read2(before);
  return former === void 0 || before === void 0 ? [] : [{ path: now, kind: kind2, text: former, from: before }];
}

// src/steps/hop/announce.ts
function noticeFacts(project) {
  const { configuration: configuration2, run } = project;
  const environment4 = (gate2) => environmentOn(environmentOfGate[gate2], project);
  return { system: configuration2.system, run, gates: { ...configuration2.gates, environment: environment4 } };
}
async function announce({ configuration: configuration2, effects, run }, notice2) {
  if (notice2 === void 0 || run.kind !== "github") return;
  for (const [index, { to: to2, on: on4 }] of configuration2.notify.entries()) {
    if (!on4.includes(notice2.kind)) continue;
    const where = `notify[${index}].to`;
    const { text: text3 } = effects.pen;
    const told2 = { ...notice2, title: text3(notice2.title), text: text3(notice2.text) };
    const sent = await to2.open({ effects, where, placeholders: {} })(told2);
    if (sent.kind === "not-sent")
      effects.log.warn(`Nobody was told by ${to2.kind} (${where}) that "${notice2.title}": ${sent.reason}.`);
  }
}

// src/steps/hop/diagnostics.ts
import { writeFile as writeFile5 } from "node:fs/promises";
import { join as join16 } from "node:path";

// src/report/journal-log.ts
var journalColumns = ["#", "time", "run", "actor", "what"];
function journalLog(entries) {
  if (entries.length === 0) return "The journal is empty: nothing has been recorded yet.\n";
  const rows = [journalColumns, ...entries.map(journalRow)];
  const widths = journalColumns.map((_5, column) => Math.max(...rows.map((cells) => [...cells[column] ?? ""].length)));
  return rows.map(
    (cells) => `${cells.map((cell, column) => pad(cell, widths[column] ?? 0)).join("  ").trimEnd()}
`
  ).join("");
}
function journalRow({ sequence, at: at4, run, event: event2 }) {
  return [
    String(sequence),
    at4.replace(/T(\d\d:\d\d:\d\d)(\.\d+)?Z$/, " $1Z"),
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
  changelog,
  observation,
  entries,
  configuration: configuration2,
  serverLog: serverLog2,
  ended,
  evidence: evidence2
}) {
  return [
    `# ${escapeMarkdown(`${product2}: ${hop.title}`)}`,
    block2("What happened", [ended.happened, ended.means, ended.next].filter((line) => line !== "").join("\n")),
    block2("Observed", JSON.stringify(observation, void 0, 2)),
    ...evidence2.map(({ name, text: text3 }) => block2(name, text3)),
    ...changelog === void 0 ? [] : [block2("What the releases bring", changelogLines(hop, changelog))],
    block2("Hop", JSON.stringify(hop, void 0, 2)),
    block2("Journal", journalLog(entries)),
    block2("Configuration", JSON.stringify(configuration2, void 0, 2)),
    block2("Server log", serverLog2),
    ""
  ].join("\n\n");
}
function changelogLines(hop, changelog) {
  const releases = new Set(releaseSides.map((side) => releaseOn(hop, side)));
  return [...releases].map((release2) => `${release2}: ${changelog.replaceAll("{version}", release2)}`).join("\n");
}
function block2(title, text3) {
  const longest3 = Math.max(0, ...[...text3.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = "`".repeat(Math.max(3, longest3 + 1));
  return `## ${escapeMarkdown(title)}

${fence}text
${text3.trimEnd()}
${fence}`;
}

// src/steps/hop/server-log.ts
var keptLines = 2e3;
var longestRead = 6e4;
var newestMilliseconds = 36e5;
async function readServerLog(context) {
  const { project, live, environment: environment4, placeholders } = context;
  const hook2 = settingsOf(project.configuration, environment4).hooks.logs;
  if (hook2 === void 0) return await throughDeployer(context);
  const result = await runUserCommand(hook2, live.context(`environments.${environment4}.hooks.logs`, placeholders));
  const text3 = `${result.stdout}${result.stderr}`;
  if (endedWell(result)) return { kind: "read", text: text3 };
  return { kind: "failed", reason: `The hook "logs" ${howItEnded(result)}.`, text: text3 };
}
async function throughDeployer({ project, live }) {
  const logs = live.deployerLogs();
  if (logs === void 0) return { kind: "none" };
  const { clock, signal } = project.effects;
  const lines2 = [];
  const onLine = (line) => {
    lines2.push(line);
    if (lines2.length > 2 * keptLines) lines2.splice(0, keptLines);
  };
  const kept = () => lines2.slice(-keptLines).join("\n");
  try {
    await logs({
      since: new Date(clock.now().getTime() - newestMilliseconds),
      onLine,
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestRead)])
    });
  } catch (error) {
    signal.throwIfAborted();
    return { kind: "failed", reason: whyUnread(error), text: kept() };
  }
  return { kind: "read", text: kept() };
}
function whyUnread(error) {
  if (error instanceof SystemFailure || error instanceof UserError) return error.detail.happened;
  if (error instanceof DOMException && error.name === "TimeoutError")
    return "The log could not be read within a minute.";
  throw error;
}

// src/steps/hop/diagnostics.ts
async function writeDiagnostics(context, observation, ended) {
  const { project, hop } = context;
  const { effects, document, journal } = project;
  const name = `${diagnosticsPrefix}${hop.id}.md`;
  const report = diagnosticsReport({
    hop,
    product: project.product.title,
    changelog: project.product.changelog,
    observation,
    entries: await journal.read(),
    configuration: document,
    serverLog: await serverLog(context),
    ended,
    evidence: await evidenceOf(context)
  });
  const save = effects.saveFile ?? writeFile5;
  const file2 = join16(effects.startedIn ?? effects.directory, name);
  try {
    await save(file2, effects.pen.markdown(report));
  } catch (cause) {
    effects.log.warn(`${name} could not be written: ${cause instanceof Error ? cause.message : String(cause)}`);
    return void 0;
  }
  return file2;
}
async function evidenceOf({ live, project }) {
  const { signal } = project.effects;
  return await Promise.all(
    live.evidence().map(async (each) => ({ name: each.name, text: await each.collect(signal) }))
  );
}
async function serverLog(context) {
  const log = await readServerLog(context);
  switch (log.kind) {
    case "read":
      return log.text;
    case "failed":
      return `${log.reason}
${log.text}`;
    case "none":
      return `No hook "logs" is configured for ${context.environment}, and this step does not read it through what deploys it.`;
  }
}

// src/steps/hop/hooks.ts
async function runHook(context, name, placeholders = context.placeholders) {
  const { project, environment: environment4, live } = context;
  const hooks = settingsOf(
    project.configuration,
    environment4
  ).hooks;
  const hook2 = hooks[name];
  if (hook2 === void 0) return;
  await context.confirmLease();
  await project.effects.log.group(`Hook ${name}`, async () => {
    await runUserCommandOrFail(
      hook2,
      live.context(`environments.${environment4}.hooks.${name}`, placeholders),
      `The step stops here, because its hook "${name}" failed.`
    );
  });
}

// src/core/decisions/expected.ts
function expectedMilliseconds(record2, act, validation2 = 0) {
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
  switch (act) {
    case "restore-point":
      return backedUp === void 0 || deploy2 === void 0 ? void 0 : backedUp + deploy2;
    case "deploy":
      return deploy2;
    case "migrate": {
      const migrations = deferred ? rehearsedMigrations(record2) : void 0;
      return migrations === void 0 ? void 0 : migrations + smoke3;
    }
  }
}
var firstPauseMilliseconds = 200;
function migrationsStarted({ entries }, environment4) {
  const here = inEnvironment2(entries, environment4);
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
  const { at: at4, backup: backup4, dataAt } = rehearsal;
  const countsUntil = new Date(Date.parse(dataAt) + terms.rehearsalMaxAge).toISOString();
  const before = latest(record2.entries, "rehearsed")?.event.contents;
  const changed = before === void 0 ? [] : changedContents(before, terms.contents);
  return { at: at4, ...backup4 === void 0 ? {} : { backup: backup4 }, countsUntil, changed };
}
function formerRehearsal(entries, record2, terms) {
  const { hop } = record2;
  const last = entries.findLast(
    (entry) => isOf(entry, "rehearsed") && entry.event.hop.id === hop.id
  );
  if (last === void 0) return void 0;
  const { at: at4, event: event2 } = last;
  if (event2.hop.digest === hop.digest) {
    const rehearsal = countedRehearsal(entries, record2, terms);
    return { at: at4, because: rehearsal.kind === "void" ? rehearsal.because : "it has been started again since" };
  }
  const changed = event2.contents === void 0 ? [] : changedContents(event2.contents, terms.contents);
  return { at: at4, because: changed.length === 0 ? "what the hop does has changed since" : changedSince2(changed) };
}
function changedSince2(names) {
  const list4 = new Intl.ListFormat("en", { type: "conjunction" }).format(names.map((name) => `"${name}"`));
  return `${list4} ${names.length === 1 ? "has" : "have"} changed since`;
}

// src/core/history/digest-on-production.ts
function digestOnProduction(entries, id2) {
  const newest = inEnvironment2(entries, "production").findLast(
    ({ event: event2 }) => (event2.type === "deploying" || event2.type === "rolling-back" || event2.type === "rolled-back") && event2.hop.id === id2
  );
  return newest !== void 0 && newest.event.type !== "rolled-back" && "hop" in newest.event ? newest.event.hop.digest : void 0;
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
  parts: hopParts.unwrap().strict().exactOptional(),
  releases: strictObject({ from: label, to: label }).readonly().exactOptional()
}).refine(({ id: id2, from, to: to2 }) => id2 === hopId(from, to2));
var longestMatrix = 256;
var longestText = 1e4;
function matrixHopOf({ id: id2, index, count: count2, from, to: to2, digest, parts: parts2, releases }) {
  const more = { ...parts2 === void 0 ? {} : { parts: parts2 }, ...releases === void 0 ? {} : { releases } };
  return { id: id2, index, count: count2, from, to: to2, digest, ...more };
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
  const parsed4 = matrixHop.safeParse(json);
  if (parsed4.success) return { kind: "read", hop: parsed4.data };
  const [issue] = parsed4.error.issues;
  const place3 = issue?.path.map(String).join(".") ?? "";
  if (place3 !== "") return { kind: "wrong", because: `its "${place3}" is not what "plan" writes` };
  return {
    kind: "wrong",
    because: issue?.code === "custom" ? "its id does not match its versions" : 'its keys are not those that "plan" writes'
  };
}

// src/steps/hop/hop-contents.ts
function hopDigest(project, { from, to: to2, parts: parts2, releases }) {
  return digestOf({ system: project.configuration.system, from, to: to2, parts: parts2, releases, done: doneContents(project) });
}
function doneContents({ document, productDocument: product2 }) {
  const { production: production2, staging: staging2 } = documentParts.parse(document).environments;
  return {
    "product.probes": product2.probes,
    "product.migrations": product2.migrations,
    // What is backed up and proved: not where it is.
    "environments.production.data": writtenData(document, "production").map(({ name, kind: kind2 }) => ({ name, kind: kind2 })),
    "product.stages": stagesAsDone(product2.stages),
    "environments.production.topology": production2.topology,
    "environments.production.deploy": production2.deploy,
    "environments.production.hooks": hooksThatAct(production2.hooks),
    "environments.staging.topology": staging2.topology,
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
    "product.baseline": product2.baseline,
    baseline: document.baseline,
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
  topology: unknown().optional(),
  deploy: unknown().optional(),
  hooks: record(string(), unknown()).nullish()
});
var documentParts = object({
  environments: object({ production: environmentParts, staging: environmentParts })
});
var stageList = array(looseObject({})).optional();
function stagesAsDone(stages) {
  return stageList.parse(stages ?? void 0)?.map(({ title: _title, reason: _reason, url: _url, smoke: _smoke, ...done }) => done);
}
function stageTestsOf(stages) {
  return stageList.parse(stages ?? void 0)?.map(({ smoke: smoke3 }) => smoke3 ?? []);
}
var reportingHooks = /* @__PURE__ */ new Set(["logs", "on-failure"]);
function hooksThatAct(hooks) {
  return Object.fromEntries(Object.entries(hooks ?? {}).filter(([name]) => !reportingHooks.has(name)));
}

// src/steps/hop/hop-input.ts
function readHop(given, entries, project, wanted = "planned last") {
  if (given === void 0) {
    throw new UserError({
      happened: 'The input "hop" is missing.',
      means: "A step of a hop must know which hop it belongs to. Nothing was done.",
      next: 'Give it the id of a planned hop, in a terminal as --hop 1.0.2--1.1.4; in a workflow, the matrix element that "plan" made (${{ toJSON(matrix.hop) }}).'
    });
  }
  return asPlanned(typeof given === "string" ? named3(given, entries, wanted) : given, entries, project);
}
function named3(text3, entries, wanted) {
  return text3.trimStart().startsWith("{") ? fromMatrix(text3, entries) : byId(text3.trim(), entries, wanted);
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
function whatChanged({ id: id2, digest }, entries, project) {
  const plan = entries.findLast(
    (entry) => isOf(entry, "planned") && entry.event.hops.some((hop) => hop.id === id2 && hop.digest === digest)
  );
  if (plan?.event.contents === void 0) return "";
  const changed = changedContents(plan.event.contents, contentDigests(doneContents(project)));
  if (changed.length === 0) return "";
  return `: ${changedSince2(changed)}`;
}
function fromMatrix(text3, entries) {
  const reading = readMatrixHop(text3);
  if (reading.kind === "wrong") throw notOfTheMatrix(`is not a hop as "plan" makes it: ${reading.because}`);
  const { id: id2, digest } = reading.hop;
  const planned = plansOf(entries).flatMap(({ event: event2 }) => hopsOf(event2).filter((hop) => hop.id === id2));
  const same = planned.filter((hop) => hop.digest === digest);
  const [newest] = same;
  if (newest !== void 0) {
    const asked2 = JSON.stringify(reading.hop);
    return same.find((hop) => matrixJson(hop) === asked2) ?? newest;
  }
  throw notOfTheMatrix(
    planned.length === 0 ? `names the hop ${id2}, which is in no plan of the journal` : `names the hop ${id2} with the digest ${digest.slice(0, 12)}, with which no plan of the journal has it`
  );
}
function notOfTheMatrix(what) {
  return new UserError({
    happened: `The input "hop" ${what}.`,
    means: "Nothing was done.",
    next: "Hand on the matrix element as it is, ${{ toJSON(matrix.hop) }}, or give the id of a planned hop such as 1.0.2--1.1.4."
  });
}
function byId(id2, entries, wanted) {
  if (!isHopId(id2)) throw notAnId(id2);
  const plans = plansOf(entries);
  const named5 = plans.flatMap(
    ({ event: event2 }) => hopsOf(event2).filter((hop) => hop.id === id2 && hop.id === hopId(hop.from, hop.to))
  );
  const digest = wanted === "on production" ? digestOnProduction(entries, id2) : void 0;
  const found = named5.find((hop) => hop.digest === digest) ?? named5[0];
  if (found !== void 0) return found;
  const [last] = plans;
  const list4 = last === void 0 ? "" : last.event.hops.map((hop) => hop.id).join(", ");
  throw new UserError({
    happened: `No path that was planned has a hop "${id2}".`,
    means: "Nothing was done.",
    next: list4 === "" ? 'Run "plan" first.' : `The hops that were planned last are: ${list4}.`
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
  const shown4 = JSON.stringify(text3.length > 60 ? `${text3.slice(0, 60)}\u2026` : text3);
  return new UserError({
    happened: `${shown4} is not the id of a hop.`,
    means: "A hop is named by its two versions, joined by two hyphens. Nothing was done.",
    next: 'Write, for example, 1.0.2--1.1.4. "staged-upgrade plan" lists the ids, and so does the log.'
  });
}

// src/steps/hop/lost-records.ts
function recordsOf(entries, stored, toleranceMilliseconds) {
  const began = entries[0] === void 0 ? Number.POSITIVE_INFINITY : Date.parse(entries[0].at);
  const known2 = new Set(entries.flatMap((entry) => isOf(entry, "backed-up") ? [entry.event.backup] : []));
  const backups = stored.filter(
    ({ id: id2, startedAt }) => !known2.has(id2) && Date.parse(startedAt) + toleranceMilliseconds < began
  );
  if (backups.length > 0) return { kind: "without-journal", backups };
  const isEmpty = known2.size > 0 && !stored.some(({ id: id2 }) => known2.has(id2));
  return isEmpty ? { kind: "without-backups", recorded: known2.size } : { kind: "together" };
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
  const { journal, configuration: configuration2 } = project;
  const stored = await storedHere(project);
  if (stored === void 0) return void 0;
  const own = stored.filter(({ system: system2 }) => system2 === configuration2.system);
  const records = recordsOf(entries ?? await journal.read(), own, configuration2.lock["clock-tolerance"]);
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
  const { journal, configuration: configuration2 } = project;
  return {
    happened: `The journal (${journal.description}) has recorded ${countText(recorded, "backup")} of ${configuration2.system}, and none of them is in ${project.store().description}.`,
    means: "Should that be the wrong place, a rollback finds nothing to restore.",
    next: "Correct backup.store before anything else is done; if they were removed on purpose, nothing has to be done."
  };
}
function withoutJournal(project, backups) {
  const { journal, configuration: configuration2 } = project;
  const newest = backups.toSorted((a5, b6) => a5.startedAt.localeCompare(b6.startedAt)).at(-1);
  return {
    happened: `${project.store().description} has ${countText(backups.length, "backup")} of ${configuration2.system} from before the journal began (${journal.description}), the newest ${newest?.id}.`,
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
  const file2 = workflowFile(project.effects.environment.GITHUB_WORKFLOW_REF, repository);
  if (file2 === void 0) return `${actions} (choose the workflow, then "Run workflow")`;
  const system2 = project.fleet === void 0 ? [] : [`system ${project.configuration.system}`];
  if (isRollback(stopped))
    return `${actions}/workflows/${file2} (${['"Run workflow"', ...system2, `hop ${stopped.hop}`].join(", ")})`;
  const planned = planOf(stopped);
  const acknowledged = acknowledgedFor(project, planned);
  const inputs2 = [
    ...system2,
    ...planned?.event.operation === "rehearse" ? ["operation rehearse"] : [],
    ...planned === void 0 ? [] : [`target ${planned.event.target}`],
    ...givenText("facts", planned?.event.given?.facts),
    ...givenText("parts", planned?.event.given?.parts),
    ...acknowledged.length === 0 ? [] : [`acknowledge "${acknowledged.join(", ")}"`]
  ];
  const upgrade = file2 === "rollback.yml" || project.fleet !== void 0 ? "upgrade.yml" : file2;
  return `${actions}/workflows/${upgrade} (${['"Run workflow"', ...inputs2].join(", ")})`;
}
function givenText(input, values = []) {
  return values.length === 0 ? [] : [`${input} "${values.join(", ")}"`];
}
function workflowFile(reference2, repository) {
  const prefix2 = `${repository}/.github/workflows/`;
  if (reference2 === void 0 || !reference2.startsWith(prefix2)) return void 0;
  return reference2.slice(prefix2.length).split("@")[0] || void 0;
}
function atTerminal(project, stopped) {
  const { config: config2, facts: facts2 = [], parts: parts2 = [] } = stopped.input;
  const configured = [
    ...config2 === void 0 ? [] : ["--config", config2],
    ...project.fleet === void 0 ? [] : ["--system", project.configuration.system]
  ];
  if (isRollback(stopped)) return command(["rollback", ...configured, "--hop", stopped.hop]);
  const planned = planOf(stopped);
  const given = planned?.event.given ?? { facts: [], parts: [] };
  return command([
    planned?.event.operation === "rehearse" ? "rehearse" : "climb",
    ...configured,
    ...planned === void 0 ? [] : ["--target", planned.event.target],
    ...acknowledgedFor(project, planned).flatMap((id2) => ["--acknowledge", id2]),
    ...[.../* @__PURE__ */ new Set([...given.facts, ...facts2])].flatMap((fact) => ["--facts", fact]),
    ...[.../* @__PURE__ */ new Set([...given.parts, ...parts2])].flatMap((part17) => ["--part", part17])
  ]);
}
function planOf({ entries, hop }) {
  const all = entries.filter((entry) => isOf(entry, "planned"));
  const own = all.filter(({ event: event2 }) => hop === void 0 || event2.hops.some(({ id: id2 }) => id2 === hop));
  return own.findLast(({ event: event2 }) => event2.operation !== "plan") ?? own.at(-1) ?? all.at(-1);
}
function isRollback(stopped) {
  const { command: name, environment: environment4 = "production" } = stopped;
  return name === "rollback" && environment4 === "production" && stopped.hop !== void 0;
}
function acknowledgedFor({ configuration: configuration2 }, planned) {
  const steps3 = planned?.event.hops.flatMap(({ manual }) => manual) ?? [];
  const ids = steps3.filter(({ acknowledged }) => acknowledged).map(({ id: id2 }) => id2);
  return [...new Set(ids)].filter((id2) => !configuration2.acknowledge.includes(id2));
}
function command(words2) {
  return ["npx", "staged-upgrade", ...words2.map(quoted3)].join(" ");
}
function quoted3(word2) {
  return /^[\w@%+=:,./-]+$/.test(word2) ? word2 : `'${word2.replaceAll("'", `'\\''`)}'`;
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
  const { command: command2, hop, environment: environment4, notRecorded } = error.step;
  return {
    happened: `${command2} of hop ${hop} on ${environment4} was stopped by ${named4(signal)}.`,
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
function leftBehind({ effects, configuration: configuration2, journal }) {
  return effects.witness?.leftBehind(keyOf(configuration2.system, journal.description)) ?? [];
}
function keyOf(system2, journal) {
  return { system: system2, journal };
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
var longestAnswer2 = 1e4;
async function askGitHubForTime({ effects, run }) {
  const { githubReading, environment: environment4, signal } = effects;
  const api = environment4.GITHUB_API_URL;
  if (run.kind !== "github" || !api || githubReading === void 0 || githubReading() !== void 0) return;
  try {
    const answer2 = await (effects.githubFetch ?? effects.fetch)(`${api.replace(/\/$/, "")}/rate_limit`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestAnswer2)])
    });
    await answer2.body?.cancel();
  } catch {
    signal.throwIfAborted();
  }
}
function wrongClock(project, entries = []) {
  const verdict = verdictOnClock(project, entries);
  if (verdict.kind === "plausible") return void 0;
  if (verdict.kind === "entry-ahead") {
    project.effects.log.warn(oneLine(clockMessage(verdict)));
    return void 0;
  }
  const { happened: happened2, means: means2, next: next2 } = clockMessage(verdict);
  return { ...refuse(happened2, `${means2} Nothing was done.`, next2), unrecorded: true };
}
function warnOfWrongClock(project, entries = []) {
  const verdict = verdictOnClock(project, entries);
  if (verdict.kind !== "plausible") project.effects.log.warn(oneLine(clockMessage(verdict)));
}
var clockSubject = "the clock";
function clockFindings(verdict) {
  switch (verdict.kind) {
    case "plausible":
      return verdict.confirmed ? [fine(clockSubject, "This machine's clock agrees with GitHub's.")] : [];
    case "entry-ahead":
      return [warning(clockSubject, clockMessage(verdict))];
    default:
      return [problem(clockSubject, clockMessage(verdict))];
  }
}
var waysOut = 'If production must go back now: "rollback" waits for no lease; it preempts whoever holds it. A lease that a wrong clock has left behind is ended with: staged-upgrade unlock --reason "why".';
function clockMessage(verdict) {
  switch (verdict.kind) {
    case "ahead":
      return {
        happened: `${offBy(verdict, "ahead of")}.`,
        means: "It would take over leases that are still in use, and its own would keep every other run waiting until that time has come.",
        next: `Set the clock of this machine ("timedatectl" shows it), then start a new run. ${waysOut}`
      };
    case "behind":
      return {
        happened: `${offBy(verdict, "behind")}.`,
        means: "Others would believe its lease to be over while it still acts, and act at the same time.",
        next: `Set the clock of this machine ("timedatectl" shows it), then start a new run. ${waysOut}`
      };
    case "entry-ahead": {
      const { entry, milliseconds: milliseconds2, confirmed } = verdict;
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
  const { journal, run, effects, configuration: configuration2 } = project;
  const working = preempt ? void 0 : commandLeftBehind(project);
  if (working !== void 0) return working;
  if (preempt) warnOfWrongClock(project, entries);
  const wrong = preempt ? void 0 : wrongClock(project, entries);
  if (wrong !== void 0) return wrong;
  const answer2 = await takeLease(journal, {
    run,
    clock: effects.clock,
    milliseconds: configuration2.lock.lease,
    marginMilliseconds: configuration2.lock["clock-tolerance"],
    preempt,
    process: run.kind === "terminal" ? effects.witness?.self : void 0,
    isGone: ({ process: process2 }) => process2 !== void 0 && effects.witness?.sees(process2) === "gone" && // What it has started may work on, noted where only its own user looks.
    effects.witness.seesNotesOf(process2) && leftBehind(project).length === 0
  });
  if (answer2.kind === "held-by") {
    return heldBy(project, answer2.owner, answer2.until);
  }
  try {
    return await answer2.lease.during((lost) => body(answer2.lease, AbortSignal.any([effects.signal, lost])));
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
  const { system: system2, lock } = project.configuration;
  const tolerance = lock["clock-tolerance"];
  const from = new Date(Date.parse(until) + tolerance).toISOString();
  const [left] = leftBehind(project);
  const longest3 = project.effects.clock.now().getTime() + lock.lease + tolerance;
  const tooLong = Date.parse(until) > longest3 ? ` That is later than a lease of ${durationText(lock.lease)} can end: the clock of that run was ahead, or this machine's is behind.` : "";
  return waiting(
    `${owner} is acting on ${system2}; its lease ends at ${until} unless it is renewed, and another run may act from ${from} (clocks may differ by ${durationText(tolerance)}).${tooLong}`,
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
function isLastUnderLease({ kind: kind2 }, { command: command2, purpose }, { environment: environment4, skipped }) {
  if (command2 === "adopt" || command2 === "rollback" && environment4 === "production") return true;
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
async function releaseLease({ journal, run }) {
  const owner = leaseOwner(run);
  const { held: held2 } = leaseState(await journal.read());
  if (held2?.owner === owner) await journal.append({ type: "lease-released", fence: held2.fence, owner });
}

// src/steps/hop/hop-step.ts
async function hopStep(project, input, work) {
  return await givingBackIfThrown(project, () => step(project, input, work));
}
async function step(project, input, { environment: environment4, needs, preempts: preempt, body, beforehand }) {
  project.effects.signal.throwIfAborted();
  const entries = await project.journal.read();
  if (!entries.some((entry) => isOf(entry, "planned"))) await refuseLostRecords(project);
  const wanted = input.command === "rollback" && environment4 === "production" ? "on production" : "planned last";
  const hop = await withFiles(project, readHop(input.hop, entries, project, wanted));
  const plain4 = contextOf(project, input, { environment: environment4, needs, hop, entries });
  const work = async () => await beforehand(plain4) ?? await underLease(project, { preempt, entries }, (lease, signal) => {
    const within = { ...project, effects: { ...project.effects, signal } };
    return endOf2(contextOf(within, input, { environment: environment4, needs, hop, entries, lease }), project.effects.signal, body);
  });
  const end = await recordingStop(plain4, work);
  const skipped = end.kind === "already-done";
  const isDone2 = end.kind === "done" || skipped;
  if (isDone2 && isLastUnderLease(project.run, input, { environment: environment4, skipped })) await releaseQuietly(project);
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
      return await notDone(plain4, end);
  }
}
function contextOf(whole, input, { environment: environment4, needs, hop, entries, lease }) {
  const project = projectWithin(whole, input.command, needs);
  const live = liveWithin(openLiveSystem(whole, environment4, entries), input.command, needs);
  const reference2 = referenceTo(hop);
  return {
    project,
    command: input.command,
    input,
    hop,
    environment: environment4,
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
    record: (event2) => project.journal.append({ ...event2, hop: reference2, environment: environment4 }),
    confirmLease: async () => {
      const standing = await lease?.confirm();
      if (standing?.kind === "lost") throw new LeaseLost(standing.to);
    },
    placeholders: { from: releaseOn(hop, "from"), to: releaseOn(hop, "to"), ...partPlaceholders(hop.parts?.from) }
  };
}
var looks = 3;
var pauseMilliseconds = 500;
async function observeWell(live, { clock, signal }) {
  for (let look = 1; ; look++) {
    const observation = await live.observe(signal);
    const { version, migrations } = observation;
    if (version.kind === "known" && migrations.kind !== "unknown" || look === looks) return observation;
    await clock.sleep(pauseMilliseconds, signal);
  }
}
async function recordingStop(context, work) {
  const { project, command: command2, hop, environment: environment4 } = context;
  try {
    return await work();
  } catch (error) {
    if (!project.effects.signal.aborted) throw error;
    const facts2 = { command: command2, hop: hop.id, environment: environment4 };
    try {
      const message = `${command2} of hop ${hop.id} was stopped; what it was doing may be half done.`;
      await context.record({ type: "ended", command: command2, outcome: "unknown", message });
      await releaseLease(project);
    } catch (cause) {
      const why = project.effects.pen.text(cause instanceof Error ? cause.message : String(cause));
      throw new StoppedStep({ ...facts2, notRecorded: why }, { cause: error });
    }
    throw new StoppedStep(facts2, { cause: error });
  }
}
async function endOf2(context, stop, body) {
  try {
    return await body(context);
  } catch (error) {
    if (error instanceof SystemFailure && !stop.aborted) return { kind: "failed", message: error.detail };
    throw error;
  }
}
var outcomeOf = { waiting: "waiting", refuse: "refused", failed: "failed", unknown: "unknown" };
async function notDone(context, end) {
  const { project, command: command2, input, environment: environment4, hop } = context;
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
  if (outcome !== "waiting") await announce(project, noticeOfFailure(context, said, noticeFacts(project)));
  const observation = environment4 === "production" ? await lookAgain(context) : void 0;
  const entries = await project.journal.read();
  const file2 = observation !== void 0 && needsEvidence(command2, outcome) ? await writeDiagnostics(context, observation, said) : void 0;
  const message = outcome === "waiting" ? withNewRun(said, newRunOf(project, { command: command2, environment: input.environment, input, entries, hop: hop.id })) : withFile(said, file2, project.run.kind === "github");
  const summary = failureSummary({ hop, environment: environment4, outcome, message, observation, entries });
  return { ...stepResult(outcome, message.happened, summary), message };
}
function needsEvidence(command2, outcome) {
  return outcome === "failed" || outcome === "unknown" || outcome === "refused" && command2 === "rollback";
}
function withFile(message, file2, isWorkflow) {
  if (file2 === void 0) return message;
  const where = isWorkflow ? `${basename3(file2)}, an artifact of this run` : file2;
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

// src/steps/approve/approve.ts
var approveDeclared = {
  needs: { common: ["journal"] },
  writesJournal: true,
  gateAt: () => "production"
};
async function approvePath(project) {
  const entries = await project.journal.read();
  const hops = plannedBy(project, entries);
  const environment4 = environmentOn(environmentOfGate.production, project);
  const approved = environmentOn(approvedEnvironment, project);
  const protection = await pathApprovalGate(project, environment4);
  const decision = decidePathApproval(protection, approved, await readBranchesOf(project, approved));
  if (!isAct(decision)) return notApproved(decision);
  const wrong = wrongClock(project, entries);
  if (wrong !== void 0) return notApproved(wrong);
  const passed = passedEnvironment(protection);
  if (passed.note !== void 0) project.effects.log.warn(decision.because);
  for (const hop of hops)
    await recordOnce({ project, hop: referenceTo(hop) }, { ...passed, gate: pathGate(environment4) });
  const headline = `${countText(hops.length, "hop")} approved for production by ${passed.by}: ${hops.map(({ id: id2 }) => id2).join(", ")}.`;
  const rows = hops.map(
    (hop) => `- ${escapeMarkdown(hop.title)}: ${rehearsed(hop, entries, project.traits)}; digest \`${hop.digest}\``
  );
  const summary = [
    `**${escapeMarkdown(headline)}**`,
    "",
    ...rows,
    "",
    "Each goes to production, and its migrations start there, without another question, but only as it was planned and only when its rehearsal has passed. One that fails on staging or on production ends the climb.",
    ""
  ].join("\n");
  return { outcome: "passed", headline, outputs: { count: hops.length }, summary, text: "" };
}
function rehearsed(hop, entries, traits) {
  const rehearsal = rehearsalOf(entries, recordOf(entries, hop), traits);
  return rehearsal.kind === "passed" ? `rehearsed on ${rehearsal.at}` : "will be rehearsed first";
}
function plannedBy({ run, configuration: configuration2 }, entries) {
  if (configuration2.gates.scope !== "path") {
    throw new UserError({
      happened: '"approve" is for one approval of a whole path, and "gates: { scope: path }" is not in the configuration.',
      means: "Each hop is approved by itself. Nothing was approved.",
      next: 'Run "staged-upgrade init --update": it takes the job out of the workflow. Or add it to the configuration.'
    });
  }
  if (run.kind === "terminal") {
    throw new UserError({
      happened: '"approve" is a step of a workflow: its job has waited for reviewers.',
      means: "Nothing was approved.",
      next: 'In a terminal, "staged-upgrade climb" asks, once for all hops.'
    });
  }
  const own = entries.filter((entry) => entry.run.kind === run.kind && entry.run.id === run.id);
  const planned = latest(own, "planned");
  if (planned === void 0) {
    throw new UserError({
      happened: "This run has planned no path.",
      means: "There is nothing that it could be approved for. Nothing was approved.",
      next: 'Let a job before this one run "plan", as "staged-upgrade init --update" writes it.'
    });
  }
  return hopsOf(planned.event);
}
var outcomeOf2 = {
  waiting: "waiting",
  refuse: "refused",
  failed: "failed",
  unknown: "unknown"
};
function notApproved(settled) {
  if (settled.kind === "already-done")
    return { outcome: "skipped", headline: settled.because, outputs: {}, summary: "", text: "" };
  const { message } = settled;
  const summary = `**${outcomeOf2[settled.kind]}**: ${escapeMarkdown(message.happened)}

${escapeMarkdown(message.means)}

${escapeMarkdown(message.next)}
`;
  return { outcome: outcomeOf2[settled.kind], headline: message.happened, message, outputs: {}, summary, text: "" };
}

// src/core/history/in-place.ts
function servesTarget({ standing, observation }) {
  return standing.kind === "on-to" && observation.serving.kind === "yes";
}
function isOnlyToWatch(situation) {
  const { promotion } = situation;
  return promotion.deployed === void 0 && promotion.inPlace && servesTarget(situation);
}

// src/core/decisions/migration-run.ts
var mostWithoutTrace = 2;
function nextMove(started, { version, serving, migrations }, terms) {
  if (version.kind !== "known" || version.value !== terms.hop.to) return { kind: "look" };
  switch (migrations.kind) {
    case "done":
      return serving.kind === "yes" ? { kind: "complete" } : { kind: "look" };
    case "running":
    case "unknown":
      return { kind: "look" };
    case "failed":
      return afterFailure(started, migrations, terms);
    case "pending":
      return serving.kind === "yes" ? afterPending(started, migrations.next, terms) : { kind: "look" };
  }
}
function afterFailure(started, migrations, terms) {
  const { current, jobs } = migrations;
  const { last, retry } = started;
  if (retry && last === void 0) return { kind: "start", migration: current, retry: true };
  if (last?.migration === current && last.wasFailed && isOld(last, jobs, terms)) return { kind: "look" };
  return { kind: "end", settled: migrationFailed2(migrations, terms) };
}
function isOld(last, jobs, { at: at4, trace }) {
  const isFresh = at4 - last.at < trace;
  if (jobs === void 0) return isFresh;
  return isFresh && jobs.every(({ id: id2, migration }) => migration !== last.migration || last.jobs.includes(id2));
}
function afterPending({ counts, said, last, retry, gaveUp }, next2, terms) {
  const count2 = counts.get(next2) ?? 0;
  if (count2 === 0) return { kind: "start", migration: next2, retry: false };
  if (last?.migration === next2 && terms.at - last.at < terms.trace) return { kind: "look" };
  if (count2 < mostWithoutTrace) return { kind: "start", migration: next2, retry: false };
  if (retry && last === void 0) return { kind: "start", migration: next2, retry: true };
  const settled = gaveUp && terms.environment === "staging" ? neverStarted : noTrace;
  return { kind: "end", settled: settled(next2, count2, said.get(next2), terms) };
}
function migrationFailed2({ current, error }, { hop, environment: environment4 }) {
  const happened2 = `The migration ${current} of ${hop.to} has failed: ${error}.`;
  return environment4 === "staging" ? failed(
    happened2,
    "The rehearsal found this before production was affected.",
    "Fix its cause, then start a new run: it rehearses again."
  ) : failed(
    happened2,
    "Later migrations wait for it; the next hop is blocked. Health can still look good. It is started again only when somebody asks for it.",
    howToRetry(hop.id)
  );
}
function budgetEndedBetween({ last }, { version, serving, migrations }, { hop, at: at4, trace }, budget) {
  const isServing = version.kind === "known" && version.value === hop.to && serving.kind === "yes";
  if (!isServing || migrations.kind !== "pending") return void 0;
  if (last?.migration === migrations.next && at4 - last.at >= trace) return void 0;
  const asked2 = last?.migration === migrations.next ? "was asked for, and is not seen to run yet" : "is still to come";
  return waiting(
    `After ${budget} the migration ${migrations.next} ${asked2}.`,
    "Nothing failed: the server continues to work.",
    "Start a new run later: it continues from here."
  );
}
function howToRetry(hop) {
  return `Fix its cause. Then ask for one more start: run the workflow "Upgrade" with "retry" ticked, or in a terminal: staged-upgrade climb --retry, or staged-upgrade migrate --hop ${hop} --environment production --retry.`;
}
function noTrace(migration, count2, said, { hop, environment: environment4 }) {
  return cannotTell(
    `The migration ${migration} of ${hop.to} was started ${count2} times on ${environment4}, and is still pending. The server said: ${said ?? "nothing that was recorded"}.`,
    "Whether it runs could not be determined, so it is not started again. It may wait in a queue.",
    environment4 === "production" ? `Look at the log of the server. If it is running, run again: the step waits until it ends. ${howToRetry(hop.id)}` : "Look at the log of the server, then start a new run. If it is running, the run waits until it ends. If it is still pending then, the rehearsal has failed."
  );
}
function neverStarted(migration, count2, said, { hop }) {
  return failed(
    `The migration ${migration} of ${hop.to} was started ${count2} times on staging, and is still pending in a later run. The server said: ${said ?? "nothing that was recorded"}.`,
    "The rehearsal found this before production was affected.",
    "Fix its cause, then start a new run: it rehearses again."
  );
}
function startedBefore({ record: record2 }, environment4, retry) {
  const here = inEnvironment2(record2.entries, environment4);
  const replaced3 = here.findLastIndex(
    ({ event: { type } }) => type === "rolled-back" || type === "restored" || type === "carried-over"
  );
  const counts = /* @__PURE__ */ new Map();
  const said = /* @__PURE__ */ new Map();
  let gaveUp = false;
  for (const entry of here.slice(replaced3 + 1)) {
    if (isOf(entry, "ended") && entry.event.command === "migrate") gaveUp = entry.event.outcome === "unknown";
    if (isOf(entry, "starting")) gaveUp = false;
    if (isOf(entry, "starting")) add(counts, entry.event.migration, 1);
    if (!isAnswer(entry)) continue;
    if (entry.event.refused) add(counts, entry.event.migration, -1);
    said.set(entry.event.migration, entry.event.said);
  }
  return { counts, said, last: void 0, retry, gaveUp };
}
function isAnswer(entry) {
  return isOf(entry, "start-answered");
}
function add(counts, migration, by) {
  counts.set(migration, (counts.get(migration) ?? 0) + by);
}
function withStart(started, last, said, refused2) {
  const counts = new Map(started.counts);
  if (!refused2) add(counts, last.migration, 1);
  return { ...started, counts, said: new Map([...started.said, [last.migration, said]]), last };
}

// src/core/decisions/wait.ts
function decideWait(environment4, situation) {
  const { hop, rehearsal, promotion } = situation;
  if (environment4 === "staging" && rehearsal.kind === "passed")
    return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (environment4 === "production" && promotion.completed !== void 0)
    return alreadyDone(`Hop ${hop.id} was completed on ${promotion.completed.at}.`);
  return { kind: "act", because: `${hop.to} is waited for.`, awaited: awaitedOf(situation, environment4) };
}
function judgeWait(awaited, observation, hop) {
  const { version, serving, migrations } = observation;
  const { to: to2 } = hop;
  if (migrations.kind === "failed" && version.kind === "known" && version.value === to2) {
    return awaited.leftToMigrate ? alreadyDone(`The migration ${migrations.current} has failed; "migrate" starts it once more, behind its gate.`) : failure(awaited, migrations, hop);
  }
  if (version.kind === "known" && version.value !== to2) return void 0;
  if (version.kind === "unknown" || serving.kind !== "yes") return void 0;
  if (migrations.kind === "done") {
    return migrations.assumed === true ? { kind: "act", because: `${to2} serves. Its migrations run at start-up, and no probe shows them.` } : { kind: "act", because: `${to2} serves, and all its migrations are complete.` };
  }
  if (migrations.kind === "pending") {
    return awaited.kind === "migrated" ? alreadyDone(`${to2} serves, and ${migrations.next} is pending: only "migrate" starts it, behind its gate.`) : { kind: "act", because: `${to2} serves; ${migrations.next} is pending and has not started.` };
  }
  return void 0;
}
function failure({ startedAgainBy, environment: environment4 }, migrations, hop) {
  const said = migrationFailed2(migrations, { hop, environment: environment4 });
  if (startedAgainBy === "migrate" || environment4 === "staging" || !("message" in said)) return said;
  const means2 = "Later migrations wait for it; the next hop is blocked. Health can still look good.";
  return { ...said, message: { ...said.message, means: means2, next: startedAgain[startedAgainBy] } };
}
var startedAgain = {
  server: "Fix its cause and start the server again, which starts its migrations once more; then start a new run: it watches them.",
  nobody: "Fix its cause with the vendor's help, let it complete, then run again."
};
function budgetEnded(observation, to2, budgetMilliseconds, forecast) {
  const { version, serving, migrations } = observation;
  const budget = durationText(budgetMilliseconds);
  if (version.kind === "known" && version.value === to2 && serving.kind === "yes" && migrations.kind === "running") {
    return waiting(
      `After ${budget} the migration ${migrations.current} is still running${migrationProgress(migrations.progress)}.`,
      `Nothing failed: the server continues to work.${migrations.note === void 0 ? "" : ` ${migrations.note}`}${forecast === void 0 ? "" : ` ${forecast}`}`,
      "Start a new run later: it continues to watch from here."
    );
  }
  if (version.kind === "known" && version.value !== to2) {
    return failed(
      `After ${budget} ${version.value} still answers, not ${to2}.`,
      `Either ${to2} did not come up, or another server answers at this url, or the version that it reports is wrong.`,
      "Look at the log of the server."
    );
  }
  if (serving.kind === "no") {
    return failed(
      `After ${budget} ${to2} is not healthy: ${serving.reason}.`,
      "It is deployed but not serving.",
      "Look at the log of the server."
    );
  }
  const reason = version.kind === "unknown" ? version.reason : serving.kind === "unknown" ? serving.reason : migrations.kind === "unknown" ? migrations.reason : migrations.kind === "pending" ? `${migrations.next} is still pending` : `its migrations are ${migrations.kind}`;
  return cannotTell(
    `After ${budget} it could not be determined whether ${to2} is done: ${reason}.`,
    version.kind === "known" && serving.kind === "yes" ? `${to2} serves; only how far its migrations are is not known.` : "It may be starting, or down.",
    "Look at the log of the server, then run again: the wait continues."
  );
}
function migrationProgress(progress) {
  if (progress === void 0) return "";
  return ` (${progress.done}${progress.total === void 0 ? "" : ` of ${progress.total}`})`;
}
function awaitedOf(situation, environment4) {
  const { traits, promotion, rehearsal, retry } = situation;
  if (!traits.deferrable) return { environment: environment4, kind: "migrated", startedAgainBy: "server", leftToMigrate: false };
  if (environment4 === "staging") {
    const started = rehearsal.kind === "started" && rehearsal.migrating;
    return { environment: environment4, kind: started ? "migrated" : "serving", startedAgainBy: "migrate", leftToMigrate: false };
  }
  const { migrating } = promotion;
  if (migrating === void 0) return { environment: environment4, kind: "serving", startedAgainBy: "nobody", leftToMigrate: false };
  const kind2 = isGoingOn(promotion) ? "migrated" : "serving";
  return { environment: environment4, kind: kind2, startedAgainBy: "migrate", leftToMigrate: retry };
}
function isGoingOn({ migrating, deployed }) {
  return migrating !== void 0 && deployed !== void 0 && deployed.sequence < migrating.sequence;
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
  const { completed, restoring, deployStarted, deployed, smoked, migrating } = promotion;
  if (completed !== void 0) return { kind: "nothing", because: "" };
  if (restoring !== void 0 || unfinishedRollback2 !== void 0)
    return { kind: "nothing", because: "A rollback must be finished first." };
  if (!deployStarted) {
    return rehearsal.kind === "passed" || rehearsal.kind === "waived" ? { kind: "deploy" } : { kind: "nothing", because: "There is nothing to approve before the rehearsal has passed." };
  }
  if (deployed === void 0) return { kind: "deploy-again" };
  return smoked && traits.deferrable && migrating === void 0 ? { kind: "migrations" } : { kind: "nothing", because: "" };
}

// src/steps/gate/promotion-gate.ts
async function notApproved2(context, gate2, situation) {
  const { project, hop } = context;
  if (project.run.kind === "terminal") return await notApprovedInTerminal(context, gate2, situation);
  const { state, passed } = await stateOf3(context, gate2);
  const wrong = wrongClock(project);
  if (wrong !== void 0) return wrong;
  const decision = decideGate(gate2, state, hop);
  if (!isAct(decision)) return decision;
  if (passed?.note !== void 0) project.effects.log.warn(decision.because);
  if (passed !== void 0) await recordOnce(context, passed);
  return void 0;
}
async function notApprovedInTerminal({ project, input, hop }, gate2, situation) {
  const isClimbed = typeof input.hop === "object";
  if (!isClimbed || project.configuration.gates[gate2] === "none") return void 0;
  const needed2 = toApprove(gate2 === "production" ? "promote" : "finalize", situation);
  if (needed2.kind === "nothing") return void 0;
  const { scope: scope2 } = project.configuration.gates;
  const name = scope2 === "path" ? pathGate("terminal") : terminalGate(gate2);
  const isApproved = (await project.journal.read()).some(
    (entry) => isOf(entry, "approved") && entry.event.gate === name && entry.event.hop.id === hop.id && entry.event.hop.digest === hop.digest && entry.run.kind === "terminal" && isSameAttempt(entry.run, project.run)
  );
  if (isApproved) return void 0;
  return refuse(
    `Production has changed since this climb looked at it: ${gate2 === "production" ? `${hop.to} would be deployed again` : `migrations of ${hop.to} would be started`}, and nobody was asked.`,
    "Nothing was changed.",
    "Run the same command again: it asks."
  );
}
async function stateOf3(context, gate2) {
  const { project, input, hop } = context;
  const setting = project.configuration.gates[gate2];
  switch (setting) {
    case "none":
      return { state: { setting }, passed: void 0 };
    case "dispatch": {
      const { confirm } = input;
      const confirmable = confirmableOf(recordOf(await project.journal.read(), hop));
      return {
        state: {
          setting,
          ...confirmable === void 0 ? {} : { confirmable },
          ...confirm === void 0 ? {} : { confirmation: confirm }
        },
        passed: { gate: `dispatch, ${gate2}`, by: project.run.actor }
      };
    }
    case "environment": {
      if (project.configuration.gates.scope === "path")
        return {
          state: await pathState(context, environmentOn(environmentOfGate.production, project)),
          passed: void 0
        };
      const state = await environmentGate(context, environmentOn(environmentOfGate[gate2], project));
      return { state, passed: passedEnvironment(state) };
    }
  }
}
async function pathState({ project, hop }, environment4) {
  const own = (await project.journal.read()).filter(
    (entry) => isOf(entry, "approved") && entry.event.gate === pathGate(environment4) && entry.run.kind === project.run.kind && isSameAttempt(entry.run, project.run)
  );
  const covers = own.some(({ event: event2 }) => event2.hop.id === hop.id && event2.hop.digest === hop.digest);
  return {
    setting: "path",
    protection: await pathApprovalGate(project, environment4),
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
  const { freeze, windows: windows3, begun, now } = time4;
  if (freeze.kind === "on") return frozen(time4, freeze);
  if (windows3 === void 0) return { kind: "act", because: "No maintenance windows are configured." };
  const reading = decideWindow(windows3, now);
  if (begun) {
    const outside = reading.kind === "closed" ? ", although no maintenance window is open" : "";
    return {
      kind: "act",
      because: `${nouns[time4.act]} of ${time4.hop.id} was started and is being finished${outside}.`
    };
  }
  if (reading.kind === "closed") return tooEarly(time4, windows3, reading);
  if (reading.until === void 0) return { kind: "act", because: "No maintenance window closes." };
  return whileOpen(time4, windows3, reading.until);
}
function whileOpen(time4, windows3, until) {
  const { now, expectedMilliseconds: expected } = time4;
  const left = until.getTime() - now.getTime();
  const open3 = `The maintenance window is open until ${localText(until, windows3.timeZone)}, for ${durationText(left)}`;
  if (expected === void 0) return { kind: "act", because: `${open3}. How long this takes is not known.` };
  if (expected <= left) return { kind: "act", because: `${open3}; ${took(time4, expected)}.` };
  const happened2 = `${open3}; ${took(time4, expected)}, which does not fit.`;
  const next2 = nextLongEnough(windows3, now, expected);
  return next2 === void 0 ? neverFits(time4, happened2) : untilNext(time4, happened2, next2, windows3);
}
function tooEarly(time4, windows3, { opensAt, reason }) {
  const { now, expectedMilliseconds: expected = 0 } = time4;
  const happened2 = `It is ${localText(now, windows3.timeZone)}: ${reason}.`;
  const next2 = nextLongEnough(windows3, now, expected);
  if (next2 === void 0) {
    return neverFits(time4, `${happened2} No window is open for long enough: ${took(time4, expected)}.`);
  }
  const short2 = next2 > opensAt ? ` The next window, from ${localText(opensAt, windows3.timeZone)}, is too short: ${took(time4, expected)}.` : "";
  return untilNext(time4, happened2 + short2, next2, windows3);
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
function frozen({ act, begun, hop }, { reason }) {
  const why = reason === void 0 ? "" : `: ${reason}`;
  return waiting(
    `Promotion is frozen by the variable ${freezeVariable}${why}${/[.!?…]$/.test(why) ? "" : "."}`,
    begun ? `${nouns[act]} of ${hop.id} was started and remains half done on production.` : held[act](hop.to),
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
  migrate: (to2) => `${to2} runs on production; its migrations were not started, so the rollback window stays open.`
};

// src/steps/gate/promotion-time.ts
function notNow({ project, hop }, situation, act) {
  const { promotion, record: record2, now } = situation;
  const { validate, windows: windows3 } = project.configuration;
  const expected = expectedMilliseconds(record2, act, validate?.for);
  const decision = decidePromotionTime({
    hop,
    act,
    begun: act === "migrate" ? promotion.migrating !== void 0 : promotion.deployStarted,
    now,
    freeze: decideFreeze(project.effects.environment[freezeVariable]),
    windows: windows3,
    ...validate === void 0 ? {} : { validationMilliseconds: validate.for },
    ...expected === void 0 ? {} : { expectedMilliseconds: expected }
  });
  return isAct(decision) ? void 0 : decision;
}

// src/core/decisions/places-apart.ts
function decidePlacesApart(production2, staging2) {
  if (!isSameDeployPlace(production2.place, staging2)) return void 0;
  return refuse(
    `Staging is deployed where production is: ${deployPlaceText(staging2)} (${staging2.kind}), where production was seen on ${production2.at}.`,
    "They are one installation, so a rehearsal would stop and replace what runs on production. Nothing on staging was changed.",
    `Let environments.staging.deploy.${staging2.kind} name a place of its own, and correct the variables that the jobs of staging get. If production is no longer there, start a new run, whose first step reads where it is now.`
  );
}

// src/core/history/production-place.ts
function productionPlace(entries, kind2) {
  return entries.findLast(
    (entry) => isOf(entry, "production-place-seen") && entry.event.place.kind === kind2
  );
}

// src/steps/hop/apart-from-production.ts
async function apartFromProduction(context, { own = [], place: place3 }) {
  if (context.environment === "staging") return own.includes("deploy") ? await notOnProduction(context) : void 0;
  if (place3 === true) await notePlace(context);
  return void 0;
}
async function notOnProduction(context) {
  const { live, project } = context;
  const request = requestOf(context);
  const deployer2 = live.place(targetOf(context));
  if (deployer2?.place === void 0) return void 0;
  const seen = productionPlace(await project.journal.read(), deployer2.kind);
  if (seen !== void 0) {
    return decidePlacesApart({ place: seen.event.place, at: seen.at }, await deployer2.place(request));
  }
  project.effects.log.info(
    "Whether staging is deployed apart from production was not compared: the journal does not say where production is."
  );
  return void 0;
}
async function notePlace(context) {
  const { live, project } = context;
  try {
    const request = requestOf(context);
    const place3 = await live.place(targetOf(context))?.place?.(request);
    if (place3 === void 0) return;
    const before = productionPlace(await project.journal.read(), place3.kind)?.event.place;
    if (before !== void 0 && isSameDeployPlace(before, place3)) return;
    await project.journal.append({ type: "production-place-seen", place: place3 });
  } catch (error) {
    if (!(error instanceof SystemFailure) && !(error instanceof UserError)) throw error;
    const { happened: happened2 } = error.detail;
    project.effects.log.warn(
      `Where production is deployed could not be read: ${happened2} Staging is compared with where it was seen before, if it was.`
    );
  }
}
function targetOf({ hop: { from, to: to2 } }) {
  return { version: to2, from, to: to2 };
}
function requestOf({ hop, project }) {
  const [from, to2] = [releaseOn(hop, "from"), releaseOn(hop, "to")];
  return { version: to2, from, to: to2, parts: hop.parts?.to ?? {}, signal: project.effects.signal };
}

// src/steps/frame/step.ts
function did(what) {
  return { kind: "did", did: what };
}
async function nothingElse() {
  return void 0;
}
function step2(parts2) {
  const { command: command2, needs, mindsRetry } = parts2;
  return {
    command: command2,
    needs: needsOfStep(needs),
    writesJournal: true,
    ...mindsRetry === void 0 ? {} : { mindsRetry },
    gateAt: (where) => parts2.gateAt?.(where) ?? parts2.permit?.(where)?.gate,
    run: async (project, input) => {
      const opened2 = parts2.open(input, project);
      return await hopStep(
        project,
        { ...input, command: command2 },
        {
          environment: opened2.environment,
          needs,
          preempts: parts2.preempts?.(opened2) === true,
          body: (context) => inOrder2(parts2, context, opened2),
          beforehand: async (context) => await parts2.beforehand?.(context, opened2)
        }
      );
    }
  };
}
async function inOrder2(parts2, context, opened2) {
  const gathered = await parts2.gather(context, opened2);
  const seen = { opened: opened2, gathered, situation: await context.situation(), run: context.project.run };
  const decision = parts2.decide(seen);
  if (!isAct(decision)) return decision;
  const held2 = await notPermitted(context, seen.situation, parts2.permit?.(opened2));
  if (held2 !== void 0) return held2;
  const together3 = await apartFromProduction(context, parts2.needs);
  if (together3 !== void 0) return together3;
  const end = await parts2.act(context, decision, seen);
  if (end.kind !== "did") return end;
  const event2 = parts2.record(end.did, seen);
  if (event2 !== void 0) await context.record(event2);
  const concluded = await parts2.conclude?.(context, end.did) ?? [];
  const told2 = parts2.report(end.did, seen);
  return { kind: "done", ...told2, details: [...told2.details ?? [], ...concluded] };
}
async function notPermitted(context, situation, permit) {
  if (permit === void 0) return void 0;
  return notNow(context, situation, permit.act) ?? await notApproved2(context, permit.gate, situation);
}

// src/core/decisions/retention.ts
function decideRetention({ system: system2, taken: taken3, stored, entries, keep, now }) {
  const own = stored.filter((manifest2) => manifest2.system === system2).toSorted(newestFirst(taken3));
  const isOld2 = ({ startedAt }, index) => index >= keep.newest && !(keep.milliseconds !== void 0 && now.getTime() - Date.parse(startedAt) <= keep.milliseconds);
  const judged = own.filter(isOld2).map(({ id: id2 }) => ({ id: id2, because: protectionOf2(id2, own, entries) }));
  return {
    remove: judged.flatMap(({ id: id2, because }) => because === void 0 ? [id2] : []).toReversed(),
    protected: judged.flatMap(({ id: id2, because }) => because === void 0 ? [] : [{ id: id2, because }])
  };
}
function newestFirst(taken3) {
  return (one, other) => Number(other.id === taken3) - Number(one.id === taken3) || Date.parse(other.startedAt) - Date.parse(one.startedAt);
}
function protectionOf2(id2, own, entries) {
  if (id2 === newestProved(own, entries)) return "newest proved";
  const taken3 = own.find((manifest2) => manifest2.id === id2);
  if (taken3?.purpose === "restore-point") {
    if (id2 === own.find(({ purpose }) => purpose === "restore-point")?.id) return "way back of the last hop";
    if (isOpen(taken3.hop, entries)) return "restore point of an open hop";
  }
  const restoring = entries.findLast((entry) => isOf(entry, "restoring") && entry.event.backup === id2);
  if (restoring === void 0 || !isOf(restoring, "restoring")) return void 0;
  return isOpen(restoring.event.hop, entries) ? "in use" : void 0;
}
function newestProved(own, entries) {
  const proved = new Set(
    entries.flatMap((entry) => {
      if (isOf(entry, "restored")) return entry.event.proved ? [entry.event.backup] : [];
      return isOf(entry, "point-proved") ? [entry.event.backup] : [];
    })
  );
  return own.find(({ id: id2 }) => proved.has(id2))?.id;
}
function isOpen(hop, entries) {
  const last = ofHop(entries, hop).at(-1);
  if (last === void 0) return false;
  const ended = [latest(entries, "completed"), latest(entries, "adopted")];
  return !ended.some((entry) => entry !== void 0 && entry.sequence >= last.sequence);
}

// src/steps/backup/old-backups.ts
var whyKept = {
  "newest proved": "it is the newest that was proved by a restore",
  "way back of the last hop": "it is the way back of the last hop",
  "restore point of an open hop": "it is the restore point of a hop that is not complete",
  "in use": "a hop that is not complete was restored from it"
};
async function removeOldBackups({ project, confirmLease }, taken3, data) {
  const { configuration: configuration2, journal, effects } = project;
  const keep = configuration2.backup?.keep;
  if (keep === void 0) return [];
  const store = project.store();
  const removed3 = [];
  const held2 = [];
  let kept = [];
  try {
    const stored = (await store.list()).backups;
    const decided = decideRetention({
      system: configuration2.system,
      taken: taken3,
      stored,
      entries: await journal.read(),
      keep: { newest: keep.newest, milliseconds: keep.for },
      now: effects.clock.now()
    });
    kept = decided.protected;
    for (const id2 of decided.remove) {
      await confirmLease();
      const removal = await store.remove(id2);
      if (removal.kind === "removed") {
        removed3.push(id2);
        await forget(stored, id2, data());
      } else held2.push(`${id2} is old and is kept: the store holds it until ${removal.until}.`);
    }
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    effects.log.warn(`Old backups could not be removed: ${error.message}`);
  } finally {
    if (removed3.length > 0) await journal.append({ type: "backups-removed", backups: removed3 });
  }
  return [
    ...removed3.length === 0 ? [] : [`Removed, since they are older than what is kept: ${removed3.join(", ")}.`],
    ...kept.map(({ id: id2, because }) => `${id2} is old and is kept: ${whyKept[because]}.`),
    ...held2
  ];
}
async function forget(stored, id2, data) {
  const manifest2 = stored.find((each) => each.id === id2);
  for (const { name, references } of manifest2?.data ?? [])
    await data.find((each) => each.name === name)?.store.forget?.(references);
}

// src/steps/backup/stored-backups.ts
async function storedFor(project, hop) {
  if (project.traits.dataless) return [];
  const { backups, damaged: damaged3 } = await project.store().list();
  for (const { id: id2, reason } of damaged3)
    project.effects.log.warn(`The backup ${id2} is damaged and does not count: ${reason}`);
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
  const { actor, kind: kind2, id: id2 } = marked2.run;
  if (marked2.event.tiedTo !== mark2.tiedTo)
    return `it was made on ${marked2.at} for another ${data.noun} (${describeLocation(marked2.event.identity)}), and came here with a copy of it.`;
  return `${actor} put it there on ${marked2.at} (${kind2} run ${id2}), when ${dataPlace("staging", { ...data, name: marked2.event.data })} pointed to it.`;
}

// src/steps/backup/unmarked-production.ts
async function markedProduction({ journal }, seen) {
  const entries = await journal.read();
  for (const [{ name }, now] of seen) {
    const { mark: mark2 } = now;
    if (mark2.kind === "disposable" && foundOnProduction(entries, mark2.id) === void 0)
      await journal.append({
        type: "production-found-marked",
        mark: mark2.id,
        data: name,
        identity: asRecorded(now)
      });
  }
  return seen.map(([data, now]) => decideProductionIsUnmarked(data, now, entries)).find((why) => why !== void 0);
}

// src/steps/backup/backup.ts
var backup3 = step2({
  command: "backup",
  needs: { common: ["backup"], own: ["data", "hooks.before-backup"] },
  open: (input) => ({ environment: "production", purpose: purposeOf(input) }),
  gather: async ({ project, hop }) => ({
    stored: await storedFor(project, hop),
    // Where staging is waived, nothing is ever restored there: a restore point is taken all the same.
    data: project.traits.waiver === void 0 ? openData(project, "staging") : []
  }),
  decide: ({ opened: opened2, situation, gathered, run }) => decideBackup(opened2.purpose, situation, { ...gathered, run }),
  permit: ({ purpose }) => purpose === "restore-point" ? { act: "restore-point", gate: "production" } : void 0,
  act: async (context, _5, { opened: opened2 }) => {
    const { project, live } = context;
    await refuseLostRecords(project);
    const before = await identitiesOf(live.data(), project.effects.signal);
    const marked2 = await markedProduction(project, before);
    if (marked2 !== void 0) return marked2;
    await runHook(context, "before-backup");
    await context.confirmLease();
    const started = project.effects.clock.now();
    const taken3 = await takeBackup(context, opened2.purpose, started);
    if (taken3.kind === "settled") return taken3.settled;
    const milliseconds2 = project.effects.clock.now().getTime() - started.getTime();
    return did({ manifest: taken3.manifest, milliseconds: milliseconds2, store: project.store().description });
  },
  record: ({ manifest: manifest2, milliseconds: milliseconds2 }) => ({
    type: "backed-up",
    purpose: manifest2.purpose,
    backup: manifest2.id,
    version: manifest2.version,
    dataAt: manifest2.dataAt,
    data: manifest2.data.map((each) => ({ ...recordedAs(each.name, each.identity), dataAt: each.dataAt })),
    bytes: bytesOf2(manifest2),
    milliseconds: milliseconds2
  }),
  // Only what the journal knows may take the place of an older one.
  conclude: (context, { manifest: manifest2 }) => removeOldBackups(context, manifest2.id, context.live.data),
  report: ({ manifest: manifest2, milliseconds: milliseconds2, store }) => ({
    headline: `Backed up production on ${manifest2.version} as ${manifest2.id} in ${durationText(milliseconds2)}.`,
    details: [
      `${countText(filesOf3(manifest2).length, "file")}, ${bytesText(bytesOf2(manifest2))}, in ${store}.`,
      ...manifest2.data.map((each) => `${manifest2.data.length === 1 ? "" : `${each.name}: `}${contentText(each)}`)
    ],
    outputs: { backup: manifest2.id }
  })
});
function filesOf3({ data }) {
  return data.flatMap(({ files }) => files);
}
function bytesOf2(manifest2) {
  return filesOf3(manifest2).reduce((sum, file2) => sum + file2.bytes, 0);
}
async function takeBackup(context, purpose, started) {
  const { project, hop, live } = context;
  const { effects, configuration: configuration2, product: product2 } = project;
  const id2 = backupId({ purpose, hop: hop.id, at: started });
  const journalEntries = (await project.journal.read()).length;
  const draft = await project.store().begin(id2);
  return await orDiscard(draft, async () => {
    const data = [];
    for (const each of live.data()) {
      const taken3 = await takeOne(context, each, draft);
      const marked2 = await markedProduction(project, [[each, taken3.identity]]);
      if (marked2 !== void 0) {
        await draft.discard();
        return { kind: "settled", settled: marked2 };
      }
      data.push(taken3);
    }
    const after2 = await live.observe();
    const version = after2.version.kind === "known" ? after2.version.value : void 0;
    if (version !== hop.from) throw changedUnderway(hop.from, version);
    const manifest2 = await draft.commit({
      id: id2,
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
  const taken3 = await log.group(
    title,
    () => store.backup({ directory, log, signal, finished: (path) => draft.finished?.(name, path) })
  );
  await store.verify({ directory, references: taken3.references, log, signal });
  return { name, ...taken3 };
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
var shownTables = 5;
function contentText({ dataAt, fingerprint: fingerprint2 }) {
  const until = `Data of ${dataAt}: what is written later is not in it.`;
  if (fingerprint2.kind === "none") return `${until} No fingerprint: ${fingerprint2.reason}`;
  const counted = fingerprint2.value.tables.filter(({ rows, checksum }) => rows > 0 && checksum === void 0);
  const names = counted.slice(0, shownTables).map(({ name }) => `"${name}"`);
  const more = counted.length - names.length;
  const only = counted.length === 0 ? "" : ` Rows were only counted, not compared, in ${names.join(", ")}${more > 0 ? ` and ${countText(more, "more table")}` : ""}.`;
  return `${until} ${contentsText(contentsOf(fingerprint2.value))}, counted in the snapshot itself.${only}`;
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
function otherParts({ id: id2, from, parts: parts2 }, observed) {
  const readings = Object.entries(parts2?.from ?? {}).flatMap(([name, planned]) => {
    const reading = observed[name];
    return reading === void 0 ? [] : [{ name, planned, reading }];
  });
  const other = readings.flatMap(
    ({ name, planned, reading }) => reading.kind === "known" && reading.value !== planned ? [{ name, planned, seen: reading.value }] : []
  );
  const [first2] = other;
  if (first2 !== void 0) {
    const all = other.map(
      ({ name, planned, seen }) => `the part "${name}" is ${seen}, and the hop starts from ${planned}`
    );
    return refuse(
      `Production runs ${from}, but ${all.join("; ")}.`,
      `Hop ${id2} was planned, and may have been rehearsed, from something else. Nothing was changed.`,
      `Start a new run: it plans from what production has. Or set "${first2.name}" back to ${first2.planned}.`
    );
  }
  for (const { name, planned, reading } of readings) {
    if (reading.kind === "unknown") {
      return cannotTell(
        `It could not be determined whether the part "${name}" of production is ${planned}, which hop ${id2} starts from: ${reading.reason}.`,
        "What was rehearsed may have started from another. Nothing was changed.",
        `Check the address and the credential of the probe of "${name}", then run again.`
      );
    }
  }
  return void 0;
}

// src/steps/environment/server-settings.ts
import { readFile as readFile9 } from "node:fs/promises";
import { resolve as resolve8 } from "node:path";
async function settingProblems(project, environment4, versions) {
  const { product: product2, document, configuration: configuration2, effects } = project;
  const problems = product2["known-problems"].filter((problem2) => problem2.in === "settings");
  if (problems.length === 0) return [];
  const scheme = hasVersions(product2) ? product2.versions : void 0;
  const written5 = [
    valueAt(document, ["environments", environment4, "deploy"]),
    valueAt(document, ["product", "migrations", "defer"])
  ];
  const texts3 = [{ place: `environments.${environment4}.deploy`, text: JSON.stringify(written5, void 0, 1) }];
  const unreadable4 = [];
  for (const place3 of settingsOf(configuration2, environment4)["server-settings"]) {
    const text3 = await readFile9(resolve8(effects.directory, place3), "utf8").catch(() => void 0);
    if (text3 === void 0) unreadable4.push(notReadable(environment4, place3));
    else texts3.push({ place: place3, text: text3 });
  }
  return [
    ...unreadable4,
    ...texts3.flatMap(
      ({ place: place3, text: text3 }) => problemsIn(problems, { in: "settings", text: text3, versions }, scheme).map(({ happened: happened2, means: means2, next: next2 }) => ({
        happened: `${place3}: ${happened2}`,
        means: means2,
        next: next2
      }))
    )
  ];
}
function notReadable(environment4, place3) {
  return {
    happened: `"${place3}", which environments.${environment4}.server-settings names, cannot be read.`,
    means: "Settings that the product is known to misread would not be noticed.",
    next: "Correct the name; it starts at the root of the repository."
  };
}

// src/steps/check/deploy-preview.ts
async function previewDeploy({ live, hop, project }) {
  const target = { from: hop.from, to: hop.to, version: hop.to };
  const preview = live.place(target)?.preview;
  if (preview === void 0) return { kind: "shown", details: [] };
  const { signal, log } = project.effects;
  try {
    const { changes, refused: refused2 } = await preview({ ...target, parts: hop.parts?.to ?? {}, signal });
    if (refused2 !== void 0)
      return { kind: "refused", settled: refuse(refused2.happened, refused2.means, refused2.next) };
    for (const change of changes) log.info(`The deploy is meant to do this: ${change}.`);
    if (changes.length === 0)
      return { kind: "shown", details: ["The deploy changes nothing of what is deployed: its diff was checked."] };
    const title = `The deploy makes ${countText(changes.length, "change")}, and all of them are meant`;
    return {
      kind: "shown",
      details: changes.map((change, index) => index === 0 ? `${title}: ${change}.` : `${change}.`)
    };
  } catch (error) {
    if (!(error instanceof SystemFailure || error instanceof UserError)) throw error;
    const text3 = `What the deploy would change could not be shown here: ${error.detail.happened} It is checked again directly before the deploy.`;
    return { kind: "shown", details: [text3] };
  }
}

// src/steps/check/check.ts
var check = step2({
  command: "check",
  needs: { common: ["backup"], own: ["data"], place: true },
  open: () => ({ environment: "production" }),
  gather: nothingElse,
  decide: ({ situation }) => decideCheck(situation),
  act: async (context, { start, because }) => {
    const { project, live, hop } = context;
    if (start === "resume") {
      await warnOfLostRecords(project, await project.journal.read());
      return did({ start, because, data: void 0, preview: [] });
    }
    await refuseLostRecords(project);
    await warnOfSettings(project, hop);
    const other = otherParts(hop, await live.observeParts(project.effects.signal));
    if (other !== void 0) return other;
    const obstacle = await live.obstacle({ from: hop.from, to: hop.to, version: hop.to }, project.effects.signal);
    if (obstacle !== void 0) return { kind: "refuse", message: obstacle };
    const previewed = await previewDeploy(context);
    if (previewed.kind === "refused") return previewed.settled;
    const found = await identitiesOf(live.data(), project.effects.signal);
    const marked2 = await markedProduction(project, found);
    const data = found.map(([{ name }, now]) => recordedAs(name, now));
    if (marked2 !== void 0) return marked2;
    await recordWaiver({ project, hop });
    return did({ start, because, data, preview: previewed.details });
  },
  record: ({ data }, { situation: { observation } }) => ({
    type: "checked",
    version: observation.version.kind === "known" ? observation.version.value : "does not answer",
    ...traceOf(observation.migrations),
    ...data === void 0 ? {} : { data }
  }),
  report: ({ start, because, preview }) => ({ headline: because, details: preview, outputs: { start } })
});
async function warnOfSettings(project, { from, to: to2 }) {
  const found = await settingProblems(project, "production", [from, to2]);
  for (const { happened: happened2, means: means2, next: next2 } of found) project.effects.log.warn(`${happened2} ${means2} ${next2}`);
}
async function recordWaiver({ project, hop }) {
  const { waiver } = project.traits;
  if (waiver === void 0) return;
  const { entries } = recordOf(await project.journal.read(), hop);
  if (latest(entries, "rehearsal-waived") !== void 0) return;
  await project.journal.append({ type: "rehearsal-waived", hop: referenceTo(hop), because: waiver });
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
  const at4 = standing.kind === "on-to" ? hop.to : standing.kind === "on-from" ? hop.from : standing.version;
  return refuse(
    `Staging is at ${at4}, not at ${hop.from}.`,
    `The rehearsal of ${hop.id} starts from ${hop.from}. Nothing was done.`,
    next2
  );
}

// src/core/decisions/deploy.ts
function decideDeploy(environment4, release2, situation, run) {
  if (environment4 === "staging")
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
  const { migrations, version } = observation;
  if (standing.kind === "on-from" && migrations.kind !== "unknown") return deployNow(because);
  if (traceBefore(situation, "staging").applied !== void 0) return deployNow(because);
  const why = version.kind === "unknown" ? version.reason : migrations.kind === "unknown" ? migrations.reason : `${version.value} answers`;
  return cannotTell(
    `Staging does not report which of its migrations are complete on ${hop.from}: ${why}.`,
    `Without that nothing shows whether ${hop.to} really defers its own. Nothing was deployed.`,
    `Check the server on staging and the credential of its migrations probe, then start a new run: it deploys ${hop.from} there again if something else answers.`
  );
}
function deployNow(because) {
  return { kind: "act", how: "deploy", because };
}
function watchOnly(to2) {
  return {
    kind: "act",
    how: "watch",
    because: `${to2} was deployed before and is serving: it is watched, not deployed again.`
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
  const missing5 = missingRehearsal(situation);
  if (missing5 !== void 0) return missing5;
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

// src/core/timing/availability.ts
var steps = Array.from({ length: 64 }, (_5, index) => 1.25 ** index);
var notWatched = {
  looks: 0,
  failed: 0,
  downtime: 0,
  longest: 0,
  downSince: void 0,
  hasServed: false,
  wasDownBefore: false,
  answered: steps.map(() => 0),
  slowest: 0
};
function withLook(before, { at: at4, until, isGood }) {
  const looks2 = before.looks + 1;
  if (isGood) {
    const gap = before.downSince === void 0 ? 0 : until - before.downSince;
    const step3 = steps.findIndex((most) => until - at4 <= most);
    return {
      ...before,
      looks: looks2,
      hasServed: true,
      downSince: void 0,
      downtime: before.downtime + gap,
      longest: Math.max(before.longest, gap),
      answered: before.answered.map((count2, index) => index === step3 ? count2 + 1 : count2),
      slowest: Math.max(before.slowest, until - at4)
    };
  }
  if (!before.hasServed) return { ...before, looks: looks2, wasDownBefore: true };
  return { ...before, looks: looks2, failed: before.failed + 1, downSince: before.downSince ?? at4 };
}
function availabilityOf(watched, end) {
  const { looks: looks2, failed: failed2, downSince, hasServed, wasDownBefore, slowest } = watched;
  const gap = downSince === void 0 ? 0 : end - downSince;
  const downtime = watched.downtime + gap;
  if (!hasServed || wasDownBefore && downtime === 0) return void 0;
  return {
    looks: looks2,
    failed: failed2,
    downtimeMilliseconds: downtime,
    longestGapMilliseconds: Math.max(watched.longest, gap),
    medianMilliseconds: Math.min(Math.round(medianOf(watched.answered)), slowest),
    slowestMilliseconds: slowest
  };
}
function medianOf(answered) {
  const half = answered.reduce((sum, count2) => sum + count2, 0) / 2;
  let seen = 0;
  const step3 = answered.findIndex((count2) => {
    seen += count2;
    return seen >= half;
  });
  return steps[step3] ?? 0;
}
function availabilityText(seen) {
  const { looks: looks2, failed: failed2, downtimeMilliseconds: down, longestGapMilliseconds: longest3 } = seen;
  const good = `the others were answered in ${durationText(seen.medianMilliseconds)} (median), at most ${durationText(seen.slowestMilliseconds)}`;
  if (failed2 === 0)
    return `It kept serving: none of ${looks2} health checks failed; ${good.replace("the others", "they")}.`;
  const gaps = longest3 < down ? `, at most ${downtimeText(longest3)} at a time` : "";
  return `Not serving for ${downtimeText(down)}${gaps}: ${failed2} of ${looks2} health checks failed; ${good}.`;
}
function writesText({
  looks: looks2,
  failed: failed2,
  downtimeMilliseconds: down,
  longestGapMilliseconds: longest3
}) {
  if (failed2 === 0) return `It kept taking writes: none of ${looks2} failed.`;
  return `It took no writes for ${downtimeText(down)}, at most ${downtimeText(longest3)} at a time: ${failed2} of ${looks2} failed.`;
}
function serviceTexts({ availability: availability2, writes }) {
  return [
    ...availability2 === void 0 ? [] : [availabilityText(availability2)],
    ...writes === void 0 ? [] : [writesText(writes)]
  ];
}
function availabilityFacts({ availability: availability2, writes }) {
  return {
    ...availability2 === void 0 ? {} : { downtimeMilliseconds: availability2.downtimeMilliseconds, availability: availability2 },
    ...writes === void 0 ? {} : { writes }
  };
}

// src/core/decisions/downtime.ts
function decideDowntime(seen, limit, { to: to2, environment: environment4 }) {
  if (limit === void 0) return void 0;
  if (environment4 === "production") return tooLongOnProduction(seen, limit, to2);
  if (typeof seen === "string") {
    return failed(
      `While ${to2} was deployed, it was not measured how long staging was not serving: ${seen}. "rehearsal.max-downtime" is ${durationText(limit)}.`,
      "Production may be down for longer. It was not touched.",
      'Start a new run: it rehearses again. Where it cannot be measured at all, remove "rehearsal.max-downtime" from the configuration.'
    );
  }
  if (seen.downtimeMilliseconds <= limit) return void 0;
  return failed(
    `While ${to2} was deployed, staging was not serving for ${downtimeText(seen.downtimeMilliseconds)}; "rehearsal.max-downtime" is ${durationText(limit)}.`,
    `Production would be down as long. It was not touched. ${availabilityText(seen)}`,
    'Change how it is deployed, or raise "rehearsal.max-downtime" in the configuration; then start a new run: it rehearses again.'
  );
}
function tooLongOnProduction(seen, limit, to2) {
  if (typeof seen === "string" || seen.downtimeMilliseconds <= limit) return void 0;
  return failed(
    `While ${to2} was deployed, production was interrupted for ${downtimeText(seen.downtimeMilliseconds)}; "rehearsal.max-downtime" is ${durationText(limit)}.`,
    `It is in place. What comes after it was not started: it may take as long. ${availabilityText(seen)}`,
    'Find out why it took so long. To continue all the same, start a new run, which finishes this hop; raise "rehearsal.max-downtime" in the configuration if that is what it takes.'
  );
}

// src/steps/hop/environment-input.ts
function environmentOf({ environment: environment4 }, command2) {
  if (environment4 !== void 0) return environment4;
  throw new UserError({
    happened: 'The input "environment" is missing.',
    means: `"${command2}" would not know what to act on. Nothing was done.`,
    next: 'Say "staging" or "production".'
  });
}

// src/core/decisions/looks.ts
var noLooks = { refused: 0, other: void 0 };
function looked(before, observation, to2, at4) {
  const { version, serving } = observation;
  const isOther = version.kind === "known" && version.value !== to2 && serving.kind === "yes";
  const { other } = before;
  const steady = isOther && other?.version === version.value ? other : void 0;
  return {
    refused: refusal(observation) === void 0 ? 0 : before.refused + 1,
    other: isOther ? { version: version.value, looks: (steady?.looks ?? 0) + 1, since: steady?.since ?? at4 } : void 0
  };
}
var refusedLooks = 3;
var steadyLooks = 5;
var steadyMilliseconds = 3e4;
function tellsByNow(looks2, observation, {
  to: to2,
  environment: environment4,
  at: at4,
  patience: patience2 = steadyMilliseconds
}) {
  const refused2 = refusal(observation);
  if (refused2 !== void 0 && looks2.refused >= refusedLooks) return noAccess(environment4, refused2);
  const { other } = looks2;
  if (other === void 0 || other.looks < steadyLooks) return void 0;
  const since = at4 - other.since;
  return since < Math.min(patience2, steadyMilliseconds) ? void 0 : otherAnswers(other.version, to2, environment4, since);
}
function refusal({ version, serving, migrations }) {
  for (const part17 of [version, serving, migrations]) {
    if ("refused" in part17 && part17.refused === true) return part17.reason;
  }
  return void 0;
}
function noAccess(environment4, refused2) {
  return failed(
    `Access to ${environment4} was refused ${refusedLooks} times in a row: ${refused2}.`,
    "What happens there can no longer be seen. That neither started nor stopped anything: what is running there continues.",
    "Renew that credential in the secrets of this environment, or correct its permissions; then run again: the run resumes from what it observes."
  );
}
function otherAnswers(version, to2, environment4, since) {
  return failed(
    `The deploy command ended well, but ${version} answers on ${environment4}: healthy, and steady for ${durationText(since)}. ${to2} does not.`,
    `Either ${to2} was never deployed, or another server answers at this url.`,
    `See what the deploy command of ${environment4} really changes, and which server environments.${environment4}.url points to. Then run again.`
  );
}

// src/steps/restore/stopped-server.ts
var pauseMilliseconds2 = 250;
async function stopServer(context) {
  const { live, project, environment: environment4 } = context;
  if (mayRun(live)) return void 0;
  const deployer2 = live.deployer();
  const { log, signal } = project.effects;
  if (deployer2.stop !== void 0) {
    const { stop } = deployer2;
    await log.group(`Stop the server on ${environment4}`, () => stop({ log, signal }));
    return await untilSilent(context);
  }
  const { serving } = await live.observe(signal);
  if (serving.kind !== "yes") return void 0;
  return refuse(
    `The server on ${environment4} runs, and the configuration does not say how to stop it.`,
    "It would write to its data while that is replaced. Nothing was restored.",
    `Add "stop" to environments.${environment4}.deploy.${deployer2.kind}.`
  );
}
function mayRun({ data }) {
  return data().every(({ store }) => store.serverDuringRestore === "running");
}
async function untilSilent(context) {
  const { project, environment: environment4 } = context;
  const { clock, log, signal } = project.effects;
  const limit = project.configuration["start-timeout"];
  const until = clock.now().getTime() + limit;
  for (; ; ) {
    const version = await startedMeanwhile(context);
    if (version === void 0) return void 0;
    if (clock.now().getTime() >= until) return stillAnswers(environment4, version, limit);
    log.progress({ text: `Waiting until ${version} on ${environment4} has stopped` });
    await clock.sleep(pauseMilliseconds2, signal);
  }
}
function stillAnswers(environment4, version, limit) {
  return {
    kind: "failed",
    message: {
      happened: `The server on ${environment4} was stopped, but ${durationText(limit)} later ${version} answers there.`,
      means: "It would write to its data while that is replaced. Nothing was restored.",
      next: `Make sure that environments.${environment4}.deploy stops every server there, and that nothing else starts one. Then run the step again.`
    }
  };
}
async function startedMeanwhile({ live, situation }) {
  if (mayRun(live)) return void 0;
  const { version, serving } = (await situation()).observation;
  return version.kind === "known" && serving.kind === "yes" ? version.value : void 0;
}

// src/steps/deploy/keep-changes.ts
import { writeFile as writeFile6 } from "node:fs/promises";
import { join as join17 } from "node:path";

// src/world/github/contents.ts
var file = object({ sha: string(), content: string(), encoding: literal("base64") });
var commit = object({ commit: object({ sha: string().optional() }) });
var reference = object({ object: object({ sha: string() }) });
var pull = object({ html_url: string() });
var pulls = array(pull);
async function keepFile(api, toKeep, asking2) {
  const { branch, proposal } = toKeep;
  const direct = await commitTo(api, toKeep, branch, asking2);
  if (direct.kind !== "refused") return direct;
  const made = await branchFrom(api, toKeep, asking2);
  if (made !== void 0) return { kind: "not-kept", reason: `${direct.reason}; ${made.reason}`, ...adviceOf(made) };
  const there = await commitTo(api, toKeep, proposal, asking2);
  if (there.kind === "refused") return { kind: "not-kept", reason: `${direct.reason}; ${there.reason}` };
  if (there.kind === "not-kept") return there;
  const url = await pullRequest(api, toKeep, asking2);
  return typeof url === "string" ? { kind: "proposed", url, because: direct.reason } : { kind: "not-kept", reason: `it is on the branch "${proposal}", and no pull request was made: ${url.reason}` };
}
async function commitTo(api, { owner, repo, change, message }, branch, asking2) {
  const { path, before, after: after2 } = change;
  const place3 = { owner, repo, path };
  const found = await ask(
    asking2,
    file,
    (request) => api.request("GET /repos/{owner}/{repo}/contents/{path}", { ...place3, ref: branch, request })
  );
  if (found.kind === "not-found") return { kind: "not-kept", reason: `the branch "${branch}" has no file ${path}` };
  if (found.kind === "cannot-tell") return { kind: "not-kept", reason: found.reason, ...adviceOf(found) };
  const now = Buffer.from(found.value.content, "base64").toString("utf8");
  if (now === after2) return { kind: "committed", commit: void 0 };
  if (now !== before)
    return { kind: "not-kept", reason: `${path} on the branch "${branch}" differs from what this job has checked out` };
  const written5 = await ask(
    asking2,
    commit,
    (request) => api.request("PUT /repos/{owner}/{repo}/contents/{path}", {
      ...place3,
      message,
      content: Buffer.from(after2, "utf8").toString("base64"),
      sha: found.value.sha,
      branch,
      request
    })
  );
  if (written5.kind === "answered") return { kind: "committed", commit: written5.value.commit.sha };
  const reason = written5.kind === "not-found" ? "the token may not write to the repository" : written5.reason;
  return { kind: "refused", reason };
}
async function branchFrom(api, { owner, repo, branch, proposal }, asking2) {
  const head = await ask(
    asking2,
    reference,
    (request) => api.request("GET /repos/{owner}/{repo}/git/ref/{ref}", { owner, repo, ref: `heads/${branch}`, request })
  );
  if (head.kind !== "answered")
    return head.kind === "cannot-tell" ? head : { kind: "cannot-tell", reason: `there is no branch "${branch}"` };
  const { sha } = head.value.object;
  const made = await ask(
    asking2,
    unknown(),
    (request) => api.request("POST /repos/{owner}/{repo}/git/refs", { owner, repo, ref: `refs/heads/${proposal}`, sha, request })
  );
  if (made.kind === "answered") return void 0;
  if (made.kind === "cannot-tell" && /already exists/i.test(made.reason)) return void 0;
  return made.kind === "cannot-tell" ? made : { kind: "cannot-tell", reason: "the token may not make a branch" };
}
async function pullRequest(api, { owner, repo, branch, proposal, message, description }, asking2) {
  const place3 = { owner, repo };
  const open3 = await ask(
    asking2,
    pulls,
    (request) => api.request("GET /repos/{owner}/{repo}/pulls", { ...place3, head: `${owner}:${proposal}`, state: "open", request })
  );
  const [existing] = open3.kind === "answered" ? open3.value : [];
  if (existing !== void 0) return existing.html_url;
  const made = await ask(
    asking2,
    pull,
    (request) => api.request("POST /repos/{owner}/{repo}/pulls", {
      ...place3,
      title: message,
      body: description,
      head: proposal,
      base: branch,
      request
    })
  );
  if (made.kind === "answered") return made.value.html_url;
  return made.kind === "cannot-tell" ? made : { kind: "cannot-tell", reason: "the token may not make a pull request" };
}
function adviceOf({ next: next2 }) {
  return next2 === void 0 ? {} : { next: next2 };
}

// src/steps/deploy/keep-changes.ts
async function keepChanges(context, version, changes = []) {
  const said = [];
  for (const change of changes) said.push(await keepChange(context, version, change));
  return said;
}
async function keepChange(context, version, change) {
  const { project, hop } = context;
  const message = `Set ${change.path} to ${version}`;
  const kept = await keptBy(context, { change, message });
  const { log } = project.effects;
  switch (kept.kind) {
    case "committed":
      return kept.commit === void 0 ? `The branch has ${change.path} as it is now.` : `${change.path} was committed to the branch (${kept.commit.slice(0, 12)}).`;
    case "proposed": {
      const text3 = `${change.path} could not be committed to the branch (${kept.because}), so it is proposed: merge ${kept.url} before the next hop, which is refused without it.`;
      log.warn(text3);
      return text3;
    }
    case "by-hand":
      return `${change.path} was changed in this checkout. Commit it before another checkout continues: git commit -m "${message}" -- ${change.path}`;
    default: {
      const file2 = await savePatch(context, change);
      const text3 = `${change.path} is not in the repository yet: ${kept.reason}. Apply ${file2} (git apply ${file2}) and commit it before the next hop, which is refused without it.`;
      log.warn(`Hop ${hop.id}: ${text3}`);
      return text3;
    }
  }
}
async function keptBy({ project, hop }, { change, message }) {
  const { environment: environment4 } = project.effects;
  if (environment4.GITHUB_ACTIONS !== "true") return { kind: "by-hand" };
  const { GITHUB_REF_NAME: branch, GITHUB_REF_TYPE: type } = environment4;
  if (type !== "branch" || !branch) return { kind: "cannot-tell", reason: "the workflow does not run for a branch" };
  return await asking(
    project,
    (api, here, how) => keepFile(
      api,
      {
        ...here,
        branch,
        proposal: `staged-upgrade/${project.configuration.system}/${hop.id.replaceAll(/[^\w.+-]+/g, "-")}`,
        message,
        description: `Hop ${hop.id} has deployed this. Without it, the next hop is refused, and a deploy of this branch would undo the hop.`,
        change
      },
      how
    )
  );
}
async function savePatch({ project, hop }, { path, before, after: after2 }) {
  const { effects } = project;
  const name = `${diagnosticsPrefix}${hop.id}-changes.md`;
  const save = effects.saveFile ?? writeFile6;
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after2);
  await save(join17(effects.startedIn ?? effects.directory, name), effects.pen.text(patch));
  return name;
}

// src/core/decisions/deferral.ts
function decideDeferral(before, first2, now, hop) {
  if (now.kind === "unknown") return { kind: "cannot-tell", reason: now.reason };
  const { next: _5, ...data } = before;
  const what = startedSince(data, now) ?? startedSince(first2, now);
  if (what !== void 0) return { kind: "started", what };
  const because = now.kind === "pending" ? `${now.next} is pending and has not started.` : `${hop.to} brings no migration to start.`;
  const why = cannotShow(before, now);
  return why === void 0 ? { kind: "proved", because, nothingPending: now.kind === "done" } : { kind: "unproved", why, because };
}
function notDeferred(environment4, to2, what, wayBack) {
  return failed(
    `${to2} was deployed with its migrations deferred, but they were not deferred: ${what}.`,
    environment4 === "staging" ? "The setting that holds them back did not work, so this rehearsal does not prove a way back. Production was not touched." : "The setting that holds them back did not work: the rollback window is closed, and only a restore goes back.",
    `Find out how this server is configured (a variable that does not reach it, a setting that it does not know). ${environment4 === "staging" ? "Then start a new run: it rehearses again." : wayBack}`
  );
}
var unprovedDeferral = "unproved-deferral";
function askForProof(environment4, to2, why) {
  const look = why === appliedNotTold ? 'Give the migrations probe "applied", or check the system yourself.' : "Check the system yourself: is there a migration of it, complete, running or queued?";
  return cannotTell(
    `${to2} runs on ${environment4}, and nothing shows whether its migrations were really deferred: ${why}.`,
    "If one has started, deploying the older release again would damage data. Nothing is assumed, and nothing more was done.",
    `${look} If none has started, add "${unprovedDeferral}" to "acknowledge" in the configuration and run again: it watches ${to2} and does not deploy it again.`
  );
}
function deferralUnknown(to2, reason) {
  return {
    happened: `It could not be determined whether migrations of ${to2} have started: ${reason}.`,
    means: "The rollback window is not known to be open.",
    next: "Fix the cause, then run again: it looks again before anything else is done."
  };
}

// src/steps/deploy/prove-deferral.ts
var pauseMilliseconds3 = 250;
async function proveDeferral(context, { version, before, hasStarted }, first2) {
  const { project, live, hop } = context;
  const { clock, signal } = project.effects;
  const settle = project.product.migrations?.settle;
  const shown4 = { kind: "shown", unproved: void 0, trace: traceOf(first2.migrations) };
  if (settle === void 0 || version !== hop.to) return { ...shown4, note: `${version} answers and is healthy.` };
  if (hasStarted === true)
    return { ...shown4, note: `${version} answers and is healthy; its migrations were started before.` };
  const started = clock.now().getTime();
  const elapsed = () => clock.now().getTime() - started;
  let { migrations } = first2;
  let held2;
  for (; ; ) {
    const deferral2 = decideDeferral(before ?? {}, held2 ?? {}, migrations, hop);
    if (deferral2.kind === "started") return await closeWindow(context, deferral2.what);
    const isOver = elapsed() >= settle || deferral2.kind === "proved" && deferral2.nothingPending;
    if (isOver && deferral2.kind !== "cannot-tell") return stands(context, deferral2, settle, traceOf(migrations));
    if (deferral2.kind === "cannot-tell" && elapsed() >= project.configuration["start-timeout"])
      return { kind: "unknown", message: deferralUnknown(version, deferral2.reason) };
    if (deferral2.kind !== "cannot-tell") held2 ??= traceOf(migrations);
    await clock.sleep(pauseMilliseconds3, signal);
    ({ migrations } = await live.observe(signal));
  }
}
async function closeWindow(context, what) {
  const { environment: environment4, hop } = context;
  await context.record({ type: "not-deferred", because: what });
  const wayBack = `To go back: staged-upgrade rollback --hop ${hop.id} --confirm ${hop.id}; it restores the restore point. Or let the migrations run to the end and record the hop as done by hand: staged-upgrade adopt --hop ${hop.id} --reason "\u2026".`;
  return notDeferred(environment4, hop.to, what, wayBack);
}
function stands({ project, environment: environment4, hop, input }, deferral2, settle, trace) {
  const note = `Watched for ${settle / 1e3} s: ${deferral2.because}`;
  if (deferral2.kind === "proved") {
    return { kind: "shown", note: deferral2.nothingPending ? deferral2.because : note, unproved: void 0, trace };
  }
  const acknowledged = [...project.configuration.acknowledge, ...input.acknowledge ?? []];
  if (!acknowledged.includes(unprovedDeferral)) return askForProof(environment4, hop.to, deferral2.why);
  const said = `Nothing shows whether a migration has started (${deferral2.why}); "${unprovedDeferral}" is acknowledged.`;
  return { kind: "shown", note: `${note} ${said}`, unproved: deferral2.why, trace };
}

// src/steps/deploy/rehearsed-artifacts.ts
async function rehearsedArtifacts({ project, hop }) {
  const entries = inEnvironment2(ofHop(await project.journal.read(), referenceTo(hop)), "staging");
  const placed2 = entries.findLast((entry) => isOf(entry, "put-in-place") && entry.event.release === "to");
  return placed2 !== void 0 && isOf(placed2, "put-in-place") ? placed2.event.artifacts : void 0;
}

// src/steps/deploy/watch-availability.ts
function watchService({ health, writes }, clock, signal) {
  const [serving, writing] = [health, writes].map((probe) => watchAvailability(probe, clock, signal));
  return {
    begun: Promise.all([serving?.begun, writing?.begun]).then(() => void 0),
    stop: async () => {
      const [availability2, taken3] = await Promise.all([serving?.stop(), writing?.stop()]);
      return { availability: availability2, writes: taken3 };
    }
  };
}
var pauseMilliseconds4 = 200;
function watchAvailability(health, clock, signal) {
  if (health === void 0) return { begun: Promise.resolve(), stop: async () => void 0 };
  const ended = new AbortController();
  const either = AbortSignal.any([ended.signal, signal]);
  const begun = Promise.withResolvers();
  let watched = notWatched;
  const watch2 = async () => {
    while (!either.aborted) {
      const at4 = clock.now().getTime();
      const { kind: kind2 } = await health(either);
      watched = withLook(watched, { at: at4, until: clock.now().getTime(), isGood: kind2 === "yes" });
      begun.resolve();
      await clock.sleep(pauseMilliseconds4, either);
    }
  };
  const watching = watch2().catch((error) => {
    if (!either.aborted) throw error;
  }).finally(begun.resolve);
  let result;
  const finish = async () => {
    ended.abort();
    await watching;
    return availabilityOf(watched, clock.now().getTime());
  };
  return {
    begun: begun.promise,
    stop: () => {
      result ??= finish();
      return result;
    }
  };
}

// src/steps/deploy/why-it-does-not-start.ts
async function explained(context, version, seen) {
  const { project } = context;
  const { product: product2, effects } = project;
  const problems = product2["known-problems"];
  if (!problems.some((problem2) => problem2.in === "log")) return seen;
  const log = await logOf(context);
  const scheme = hasVersions(product2) ? product2.versions : void 0;
  const text3 = `${log}
${seen.happened}`;
  const [known2] = problemsIn(problems, { in: "log", text: text3, versions: [releaseNamed(context.hop, version)] }, scheme);
  if (known2 === void 0) return seen;
  return {
    happened: effects.pen.text(`${known2.happened} ${seen.happened}`),
    means: `${effects.pen.text(known2.means)} ${seen.means}`,
    next: `${effects.pen.text(known2.next)} ${seen.next}`
  };
}
async function logOf(context) {
  const log = await readServerLog(context);
  if (log.kind === "none") return "";
  if (log.kind === "failed") context.project.effects.log.warn(log.reason);
  return log.text;
}

// src/steps/deploy/deploy-release.ts
var pauseMilliseconds5 = 250;
async function deployRelease(context, release2) {
  const { project, hop, live } = context;
  const { clock, log, signal } = project.effects;
  const started = clock.now().getTime();
  const side = release2.version === hop.to ? "to" : "from";
  const parts2 = hop.parts?.[side] ?? {};
  const otherParts2 = hop.parts?.[side === "to" ? "from" : "to"] ?? {};
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts2) };
  if (release2.watchOnly !== true) {
    await runHook(context, "before-deploy", placeholders);
    const other = release2.onRestored === true ? await startedMeanwhile(context) : void 0;
    if (other !== void 0) return { kind: "settled", settled: touchedBy(other, context) };
  }
  let kept = [];
  const watch2 = release2.watch ?? watchService(live, clock, signal);
  try {
    if (release2.watchOnly !== true) await watch2.begun;
    await context.confirmLease();
    if (release2.watchOnly !== true) {
      const isOnProduction = context.environment === "production";
      const rehearsed2 = isOnProduction && release2.version === hop.to ? await rehearsedArtifacts(context) : void 0;
      const { artifacts, fileChanges } = await log.group(
        `Deploy ${release2.version} on ${context.environment}`,
        () => orWhy(
          context,
          release2.version,
          () => live.deployer({ version: release2.version, from: hop.from, to: hop.to }).deploy({
            version: releaseOn(hop, side),
            from: releaseOn(hop, "from"),
            to: releaseOn(hop, "to"),
            parts: parts2,
            otherParts: otherParts2,
            environment: deferral(context),
            ...rehearsed2 === void 0 ? {} : { rehearsed: rehearsed2 },
            refuseDrift: isOnProduction,
            log,
            signal
          })
        )
      );
      kept = await keepChanges(context, release2.version, fileChanges);
      const content = artifacts === void 0 ? {} : { artifacts };
      if (release2.version === hop.to) {
        await context.record({ type: "put-in-place", release: "to", version: hop.to, ...content });
      } else if (context.command === "rollback" && isOnProduction) {
        await context.record({ type: "put-in-place", release: "from", version: hop.from, ...content });
      }
    }
    const answered = await firstAnswer(context, release2);
    if (answered.kind === "settled") return answered;
    const seen = await watch2.stop();
    const shown4 = answered.kind === "starting" ? { kind: "shown", note: answered.note, unproved: void 0, trace: {} } : await proveDeferral(context, release2, answered.observation);
    if (shown4.kind !== "shown") return { kind: "settled", settled: shown4 };
    await runHook(context, "after-deploy", placeholders);
    const { note, unproved, trace } = shown4;
    const milliseconds2 = clock.now().getTime() - started;
    return { kind: "deployed", milliseconds: milliseconds2, seen, note, kept, unproved, trace };
  } finally {
    await watch2.stop();
  }
}
function touchedBy(version, { environment: environment4, hop }) {
  return {
    kind: "failed",
    message: {
      happened: `After its data was put back, somebody has started ${version} on ${environment4}.`,
      means: `It may have changed what was restored, so ${hop.from} was not deployed on it.`,
      next: "Make sure that nothing else deploys there, then run the same rollback again: it restores again."
    }
  };
}
async function orWhy(context, version, deploy2) {
  try {
    return await deploy2();
  } catch (cause) {
    context.project.effects.signal.throwIfAborted();
    if (!(cause instanceof SystemFailure)) throw cause;
    const detail2 = await explained(context, version, cause.detail);
    throw detail2 === cause.detail ? cause : new SystemFailure(detail2, { cause });
  }
}
function deferral({ project }) {
  return project.product.migrations?.defer.env ?? {};
}
async function firstAnswer(context, { version }) {
  const { project, live, environment: environment4 } = context;
  const { clock, signal, log } = project.effects;
  const limit = project.configuration["start-timeout"];
  const started = clock.now().getTime();
  let looks2 = noLooks;
  for (; ; ) {
    const observation = await live.observe(signal);
    if (observation.version.kind === "known" && observation.version.value === version && observation.serving.kind === "yes") {
      return { kind: "answered", observation };
    }
    const at4 = clock.now().getTime();
    const elapsed = at4 - started;
    looks2 = looked(looks2, observation, version, at4);
    const patience2 = elapsed >= limit ? 0 : limit;
    const told2 = project.traits.deferrable ? tellsByNow(looks2, observation, { to: version, environment: environment4, at: at4, patience: patience2 }) : void 0;
    if (told2 !== void 0) return { kind: "settled", settled: withWayBack(told2, context) };
    if (elapsed >= limit) return await whyNotAnswering(context, version, observation);
    log.progress({
      text: `Waiting until ${version} answers on ${environment4}`,
      done: Math.round(elapsed / 1e3),
      total: limit / 1e3
    });
    await clock.sleep(pauseMilliseconds5, signal);
  }
}
function withWayBack(told2, { environment: environment4, hop }) {
  if (environment4 === "staging" || !("message" in told2)) return told2;
  const { message } = told2;
  return { ...told2, message: { ...message, next: `${message.next} To go back, ${waysToRollBack(hop.id)}.` } };
}
async function whyNotAnswering(context, version, seen) {
  const answer2 = notAnswering(context, version, seen);
  if (answer2.kind !== "settled" || !("message" in answer2.settled)) return answer2;
  return {
    kind: "settled",
    settled: { ...answer2.settled, message: await explained(context, version, answer2.settled.message) }
  };
}
function notAnswering({ project, environment: environment4, hop }, version, seen) {
  const limit = `${project.configuration["start-timeout"] / 1e3} s`;
  const answer2 = seen.version.kind === "unknown" ? `it does not answer (${seen.version.reason})` : seen.version.value === version ? `it says ${version} and is not healthy (${seen.serving.kind === "yes" ? "" : seen.serving.reason})` : `${seen.version.value} answers`;
  if (!project.traits.deferrable && (seen.version.kind === "unknown" || seen.version.value !== version)) {
    return {
      kind: "starting",
      note: `After ${limit} ${answer2}: its migrations run at start-up, so the wait continues.`
    };
  }
  const back = environment4 === "production" ? `To go back, ${waysToRollBack(hop.id)}.` : "Production was not touched.";
  return {
    kind: "settled",
    settled: {
      kind: "failed",
      message: {
        happened: `${version} was deployed on ${environment4}, but after ${limit} ${answer2}.`,
        means: environment4 === "production" ? "Production may not be serving." : "The rehearsal found this before production was affected.",
        next: `Look at the server's log. ${back}`
      }
    }
  };
}

// src/steps/deploy/take-baseline.ts
async function takeBaseline(context) {
  const { project, live, hop, environment: environment4, placeholders } = context;
  const measures = live.measures({
    ...placeholders,
    ...partPlaceholders(hop.parts?.from),
    version: releaseOn(hop, "from")
  });
  if (measures.length === 0) return void 0;
  const taken3 = [];
  for (const measure2 of measures) {
    const end = await measure2.take(project.effects.signal);
    if (end.kind === "unknown") {
      return cannotTell(
        `"${measure2.name}" could not be measured on ${environment4}, where ${hop.from} runs: ${end.reason}.`,
        `Without it nothing would show whether ${hop.to} does as well. Nothing was deployed.`,
        'Correct the measure under "baseline", or the cause, then run again.'
      );
    }
    taken3.push(end.measured);
  }
  await context.record({ type: "baseline-taken", version: hop.from, measures: taken3 });
  return void 0;
}

// src/steps/deploy/deploy.ts
var deploy = step2({
  command: "deploy",
  needs: { common: ["baseline"], own: ["deploy", "hooks.before-deploy", "hooks.after-deploy"], place: true },
  open: (input) => ({
    environment: environmentOf(input, "deploy"),
    release: releaseOf(input, "deploy")
  }),
  gather: nothingElse,
  decide: ({ opened: { environment: environment4, release: release2 }, situation, run }) => decideDeploy(environment4, release2, situation, run),
  permit: ({ environment: environment4 }) => environment4 === "production" ? { act: "deploy", gate: "production" } : void 0,
  act: async (context, { how }, { opened: { environment: environment4, release: release2 }, situation }) => {
    const { project, hop } = context;
    const version = release2 === "from" ? hop.from : hop.to;
    const deferred = project.traits.deferrable;
    const parts2 = partsToDeploy(hop.parts?.[release2]);
    const before = traceBefore(situation, environment4);
    const isBefore = release2 === "to" && situation.standing.kind === "on-from";
    const isWatched = how === "watch";
    const blocked = release2 === "to" && !isWatched ? blockedByFiles(hop) : void 0;
    if (blocked !== void 0) return blocked;
    if (!isWatched) {
      const unmeasured = isBefore ? await takeBaseline(context) : void 0;
      if (unmeasured !== void 0) return unmeasured;
      await context.record({ type: "deploying", release: release2, version, deferred, ...parts2, ...isBefore ? before : {} });
    }
    const hasStarted = environment4 === "production" && situation.promotion.migrating !== void 0;
    const released = deployRelease(context, { version, before, hasStarted, watchOnly: isWatched });
    const end = await (environment4 === "production" ? orTheWayBack(released, hop.id) : released);
    if (end.kind === "settled") return end.settled;
    const { rehearsal } = situation;
    const isMeasured = isWatched && rehearsal.kind === "started" && rehearsal.deployedTo;
    const isRehearsal = environment4 === "staging" || project.traits.waiver !== void 0 && !isWatched;
    const isLimited = release2 === "to" && isRehearsal && !isMeasured;
    const limit = project.configuration.rehearsal["max-downtime"];
    const seen = isWatched ? "the deploy was interrupted" : worse(end.seen) ?? whyNotSeen(context);
    const tooLong = isLimited ? decideDowntime(seen, limit, { ...hop, environment: environment4 }) : void 0;
    return tooLong ?? did({ ...end, version, deferred, parts: parts2, isWatched });
  },
  record: ({ version, deferred, milliseconds: milliseconds2, parts: parts2, trace, unproved, seen }, { opened: opened2 }) => ({
    type: "deployed",
    release: opened2.release,
    version,
    deferred,
    milliseconds: milliseconds2,
    ...parts2,
    ...trace,
    ...unproved === void 0 ? {} : { unproved },
    ...availabilityFacts(seen)
  }),
  report: ({ version, milliseconds: milliseconds2, note, kept, isWatched, seen }, { opened: { environment: environment4 } }) => ({
    headline: isWatched ? `${version} was deployed on ${environment4} before, and it answers and is healthy.` : `Deployed ${version} on ${environment4} in ${durationText(milliseconds2)}.`,
    details: [note, ...kept, ...serviceTexts(seen)]
  })
});
function worse({ availability: availability2, writes }) {
  if (availability2 === void 0 || writes === void 0) return availability2;
  return writes.downtimeMilliseconds > availability2.downtimeMilliseconds ? writes : availability2;
}
function whyNotSeen({ live }) {
  return live.health === void 0 ? "the product has no probe of its health" : "it was not serving before";
}
function partsToDeploy(parts2 = {}) {
  return Object.keys(parts2).length === 0 ? {} : { parts: parts2 };
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

// src/steps/looking.ts
var looking = {
  needs: { common: ["product", "journal"], own: ["url", "access", "topology"] },
  gateAt: () => void 0
};
var planDeclared = { ...looking, writesJournal: true };
var reportDeclared = {
  ...looking,
  needs: { ...looking.needs, common: [...looking.needs.common, "notify"] },
  writesJournal: false,
  mindsRetry: true
};
var fleetDeclared = {
  needs: { common: ["journal"] },
  writesJournal: false,
  gateAt: () => void 0
};

// src/steps/mark-disposable/mark-disposable.ts
import { randomUUID as randomUUID7 } from "node:crypto";

// src/core/decisions/mark-disposable.ts
function decideMark({ data, found, production: production2, entries, system: system2 }) {
  const { identity: identity2, name } = found;
  const place3 = describeLocation(identity2);
  for (const known2 of production2.filter((each) => mayBeOne(each, identity2))) {
    const comparison2 = compareIdentities(known2, identity2);
    if (comparison2.kind === "different") continue;
    return refuse(
      `"${name}" (${place3}) was not marked: as far as the journal and the backups know, it is production's ${data.noun}, or was.`,
      "What is marked as disposable may be emptied. Nothing was changed.",
      `Correct ${dataPlace("staging", data)}. If it is staging's nevertheless (${comparison2.reason}), give staging an empty ${data.noun} under another name, then: ${markCommand}${option(data)}.`
    );
  }
  const { mark: mark2 } = identity2;
  const standing = standingOfMark(data, identity2, entries, system2);
  if (standing.kind === "refuse" && mark2.kind === "disposable" && mark2.system !== system2) return standing;
  if (standing.kind === "counts") {
    const { at: at4, run } = standing.marked;
    return alreadyDone(`"${name}" (${place3}) was marked as disposable by ${run.actor} on ${at4}.`);
  }
  return { kind: "act", because: `"${name}" (${place3}) is not known to be production's.` };
}
function decideNameTyped(data, { identity: identity2, name }, typed) {
  if (typed === name) return void 0;
  const place3 = describeLocation(identity2);
  if (typed === void 0) {
    return refuse(
      `${dataPlace("staging", data)} points to ${place3}, and its name was not typed.`,
      "Each rehearsal empties what is marked, so a person must type its name. It was not marked.",
      `If everything in it may be lost: ${markCommand}${option(data)} --confirm NAME, with the name of the database (for files, the whole path); on GitHub, the input "confirm".`
    );
  }
  return refuse(
    `"${typed}" was typed, and ${dataPlace("staging", data)} points to another one (${place3}).`,
    "Each rehearsal empties what is marked. It was not marked.",
    "Look where the address of staging leads, and correct it; or type the name of what is there, which of files is the whole path."
  );
}

// src/config/part-variables.ts
function partVariables(parts2, environment4) {
  const used = Object.entries(parts2).map(([where, part17]) => ({
    where,
    variables: variablesIn(part17, where, environment4)
  }));
  const complete = used.filter(({ variables }) => variables.every(({ isSet: isSet2 }) => isSet2));
  const shared3 = new Set(complete.flatMap(({ variables }) => variables.map(({ name }) => name)));
  return used.map((part17) => {
    if (complete.includes(part17)) return { ...part17, state: "here" };
    const own = part17.variables.some(({ name, isSet: isSet2 }) => isSet2 && !shared3.has(name));
    return { ...part17, state: own ? "missing" : "elsewhere" };
  });
}
function variableFindings(parts2, subject) {
  const count2 = new Set(parts2.flatMap(({ variables }) => variables.map(({ name }) => name))).size;
  if (parts2.every(({ state }) => state === "here")) {
    return [fine(subject, count2 === 0 ? "It uses none." : `All ${count2} that are used are set.`)];
  }
  return parts2.flatMap(({ where, variables, state }) => {
    const unset = variables.filter(({ isSet: isSet2 }) => !isSet2);
    if (state === "here") return [];
    if (state === "missing") return unset.map(forgotten(subject));
    const names = unset.map(({ name }) => name).join(", ");
    return [
      {
        kind: "cannot-tell",
        subject,
        happened: `${where} was not checked: ${names} ${unset.length === 1 ? "is" : "are"} not set here.`,
        means: "Whether it is correct is not known.",
        next: "Also run preflight in the job that has them; if this is that job, set them in its env:."
      }
    ];
  });
}
function forgotten(subject) {
  return ({ name, places }) => problem(subject, {
    happened: `The environment variable ${name}, which ${places.join(" and ")} ${places.length === 1 ? "uses" : "use"}, is not set.`,
    means: "The steps that need it would stop with an error.",
    next: `Set ${name} in the env: of this job (from a secret of its environment), or in the terminal that runs the command.`
  });
}
function variablesIn(part17, where, environment4) {
  const places = /* @__PURE__ */ new Map();
  for (const { text: text3, place: place3 } of textsIn(part17, where)) {
    for (const name of variableNames(text3)) places.set(name, [...places.get(name) ?? [], place3]);
  }
  return [...places].map(([name, used]) => ({ name, places: used, isSet: Boolean(environment4[name]) }));
}
function* textsIn(value, place3) {
  if (typeof value === "string") yield { text: value, place: place3 };
  else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, `${place3}.${key}`);
  }
}

// src/steps/environment/production-data-now.ts
var place2 = "environments.production.data";
async function productionDataNow(project) {
  const { document, effects } = project;
  const [part17] = partVariables({ [place2]: valueAt(document, place2.split(".")) }, effects.environment);
  if (part17?.state !== "here") return [];
  try {
    const seen = await identitiesOf(openData(project, "production"), effects.signal);
    return seen.map(([, identity2]) => asRecorded(identity2));
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    effects.log.warn(`Staging was not compared with production's data as it is now: ${error.message}`);
    return [];
  }
}

// src/steps/mark-disposable/mark-disposable.ts
var markDeclared = {
  needs: { common: ["journal", "backup"], own: ["data"] },
  writesJournal: true,
  gateAt: () => void 0
};
async function markStaging2(project, input, ask2) {
  const { environment: environment4 = "staging" } = input;
  if (environment4 !== "staging") {
    throw new UserError({
      happened: `"mark-disposable" was asked for ${environment4}.`,
      means: "Only staging is ever disposable. Nothing was marked.",
      next: 'Leave the environment out, or say "staging".'
    });
  }
  const chosen = chosenFrom(openData(project, "staging"), input);
  try {
    const entries = await project.journal.read();
    const end = await underLease(
      project,
      { preempt: false, entries },
      (lease) => markAll({ project, lease, typed: input.confirm, ask: ask2 }, chosen)
    );
    return markResult(end);
  } finally {
    await releaseLease(project);
  }
}
function chosenFrom(data, { data: named5, confirm }) {
  const names = data.map(({ name }) => name);
  if (named5 === void 0) {
    if (confirm === void 0 || data.length <= 1) return data;
    throw new UserError({
      happened: `"${confirm}" was typed, and staging has several stores of data: ${names.join(", ")}.`,
      means: "It is not known which of them is meant. Nothing was marked.",
      next: `Mark each by itself: staged-upgrade mark-disposable --data ${names[0]} --confirm NAME; on GitHub, the inputs "data" and "confirm".`
    });
  }
  const found = data.filter(({ name }) => name === named5);
  if (found.length > 0) return found;
  const meant = nearest(named5, names);
  throw new UserError({
    happened: `environments.staging.data has no "${named5}".`,
    means: "Nothing was marked.",
    next: `${meant === void 0 ? "" : `Did you mean "${meant}"? `}It has ${names.join(", ")}.`
  });
}
async function markAll(marking, chosen) {
  const { project } = marking;
  const earlier2 = productionStores(await project.journal.read(), (await project.store().list()).backups);
  const production2 = [...earlier2, ...await productionDataNow(project)];
  if (chosen.length > 1) {
    for (const data of chosen) {
      const refused2 = await whyNot2(project, data, production2);
      if (refused2 !== void 0) return refused2;
    }
  }
  const marked2 = [];
  const before = [];
  for (const data of chosen) {
    const end = await markOne(marking, data, production2);
    if (end.kind === "marked") marked2.push(end.headline);
    else if (end.kind === "already-done") before.push(end.because);
    else return marked2.length === 0 ? end : withMarked(end, marked2);
  }
  if (marked2.length === 0) return { kind: "already-done", because: before.join(" ") };
  return {
    kind: "done",
    headline: `${[...marked2, ...before].join(" ")} Backups that were taken before cannot be restored there.`
  };
}
function withMarked(end, marked2) {
  const { message } = end;
  return { ...end, message: { ...message, means: `${message.means} Before that: ${marked2.join(" ")}` } };
}
async function whyNot2({ configuration: configuration2, journal, effects }, data, production2) {
  const entries = await journal.read();
  const { system: system2 } = configuration2;
  let refused2;
  await data.store.markDisposable(async (found) => {
    const decision = decideMark({ data, found, production: production2, entries, system: system2 });
    if (decision.kind !== "act" && decision.kind !== "already-done") refused2 = decision;
    return void 0;
  }, effects.signal);
  return refused2;
}
async function markOne({ project, lease, typed, ask: ask2 }, data, production2) {
  const { configuration: configuration2, journal, effects } = project;
  const { system: system2 } = configuration2;
  const entries = await journal.read();
  const id2 = (effects.newId ?? randomUUID7)();
  let settled;
  let target;
  const decide = async (found) => {
    target = found;
    const decision = decideMark({ data, found, production: production2, entries, system: system2 });
    if (decision.kind !== "act") {
      settled = decision;
      return void 0;
    }
    settled = decideNameTyped(data, found, typed ?? await ask2?.(question(found)));
    if (settled !== void 0) return void 0;
    const standing = await lease.confirm();
    if (standing.kind === "lost") throw leaseGone();
    return { id: id2, system: system2 };
  };
  const after2 = await data.store.markDisposable(decide, effects.signal);
  if (settled !== void 0) return settled;
  if (after2 === void 0 || target === void 0 || after2.mark.kind !== "disposable" || after2.mark.id !== id2)
    throw notSeen(data, after2);
  const { tiedTo } = after2.mark;
  const { name } = target;
  await journal.append({
    type: "disposable-marked",
    mark: id2,
    tiedTo,
    data: data.name,
    name,
    identity: asRecorded(after2)
  });
  return { kind: "marked", headline: `"${name}" (${describeLocation(after2)}) is marked as disposable.` };
}
function question({ identity: identity2, name }) {
  return `Each rehearsal will empty "${name}" (${describeLocation(identity2)}). Type its name if all of it may be lost:`;
}
function notSeen({ noun }, after2) {
  return new SystemFailure({
    happened: `The mark was written, and is not what the ${noun} shows.`,
    means: `It does not count${after2 === void 0 ? "" : `: ${describeLocation(after2)}`}.`,
    next: `Run mark-disposable again. If it stays so, something between here and the ${noun} changes what is written.`
  });
}
function leaseGone() {
  return new SystemFailure({
    happened: "Another run took over while the name was asked for.",
    means: "Nothing was marked.",
    next: "When that run has ended, run mark-disposable again."
  });
}
var outcomeOf3 = { waiting: "waiting", refuse: "refused", failed: "failed", unknown: "unknown" };
function markResult(end) {
  const nothing4 = { outputs: {}, text: "" };
  if (end.kind === "done")
    return { ...nothing4, outcome: "passed", headline: end.headline, summary: `${end.headline}
` };
  if (end.kind === "already-done") {
    const headline = `Nothing to do: ${end.because}`;
    return { ...nothing4, outcome: "skipped", headline, summary: `${headline}
` };
  }
  const { message } = end;
  return { ...nothing4, outcome: outcomeOf3[end.kind], headline: message.happened, message, summary: "" };
}

// src/core/decisions/migrate.ts
function decideMigrate(environment4, situation) {
  const { hop, observation, standing, traits } = situation;
  if (!traits.deferrable)
    return alreadyDone("The migrations of this product run at start-up; there is nothing to start.");
  const missing5 = environment4 === "staging" ? missingOnStaging(situation) : missingOnProduction(situation);
  if (missing5 !== void 0) return missing5;
  if (standing.kind === "unknown") {
    return cannotTell(
      `The version of ${environment4} could not be determined: ${standing.reason}.`,
      "No migration was started.",
      "Check that the server is running, then run the step again."
    );
  }
  if (standing.kind !== "on-to") {
    const runs = observation.version.kind === "known" ? observation.version.value : "something else";
    return refuse(
      `${environment4} runs ${runs}, not ${hop.to}.`,
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
      return notServing(environment4, situation) ?? {
        kind: "act",
        start: true,
        because: `${observation.migrations.next} was pending.`
      };
    case "failed":
      if (!situation.retry || environment4 === "staging") {
        return migrationFailed2(observation.migrations, { hop, environment: environment4 });
      }
      return {
        kind: "act",
        start: true,
        because: `${observation.migrations.current} had failed before (${observation.migrations.error}) and was started once more, as requested.`
      };
  }
}
function notServing(environment4, { hop, observation: { serving } }) {
  if (environment4 === "staging" || serving.kind === "yes") return void 0;
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
function paceAfter(before, { version, serving, migrations }, at4) {
  const name = migrations.kind === "pending" ? migrations.next : "current" in migrations ? migrations.current : "";
  const applied = "applied" in migrations ? migrations.applied : "";
  const seen = JSON.stringify([
    version.kind === "known" ? version.value : "",
    serving.kind,
    migrations.kind,
    name,
    applied
  ]);
  if (before === void 0 || before.seen !== seen) return { seen, since: at4, pause: firstPauseMilliseconds };
  const bound = Math.max(atLeastMilliseconds, shareOfDuration * (at4 - before.since));
  return { ...before, pause: Math.min(before.pause * growth, bound, longestPauseMilliseconds) };
}

// src/core/decisions/start-time.ts
function startableFrom({ record: record2, now }, environment4, startAfter) {
  const here = inEnvironment2(record2.entries, environment4);
  const deployed = here.findLastIndex((entry2) => isOf(entry2, "put-in-place"));
  const entry = here[deployed];
  if (entry === void 0 || here.slice(deployed).some((later) => isOf(later, "starting"))) return 0;
  return Math.min(Date.parse(entry.at), now.getTime()) + startAfter;
}

// src/report/forecast.ts
function forecastProgress(forecast, now) {
  const taken3 = takenMilliseconds(forecast, now);
  const { rehearsed: rehearsed2 } = forecast;
  if (rehearsed2 === void 0) return `for ${roughText(taken3)}`;
  const longer = longerThan(rehearsed2, taken3);
  return longer === void 0 ? `${roughText(taken3)} of about ${roughText(rehearsed2)} (as in the rehearsal)` : `${roughText(taken3)}, ${longer} longer than in the rehearsal`;
}
function forecastSentence(forecast, now) {
  const taken3 = takenMilliseconds(forecast, now);
  const { rehearsed: rehearsed2 } = forecast;
  const so4 = `Its migrations have taken ${roughText(taken3)} so far`;
  if (rehearsed2 === void 0) return `${so4}.`;
  const longer = longerThan(rehearsed2, taken3);
  return longer === void 0 ? `${so4}; in the rehearsal they took ${roughText(rehearsed2)}, so about ${roughText(Math.max(0, rehearsed2 - taken3))} are left.` : `${so4}, ${longer} longer than in the rehearsal.`;
}
function longerThan(rehearsed2, taken3) {
  const more = roughText(taken3 - rehearsed2);
  return taken3 <= rehearsed2 || roughText(taken3) === roughText(rehearsed2) || taken3 - rehearsed2 < 1e3 ? void 0 : more;
}

// src/steps/migrations/wait-progress.ts
function showProgress({ project, hop, environment: environment4 }, { migrations, version }, forecast) {
  const { log } = project.effects;
  const time4 = forecast === void 0 ? "" : `: ${forecast}`;
  if (migrations.kind === "running") {
    const note = migrations.note === void 0 ? "" : `. ${migrations.note}`;
    const far = migrationProgress(migrations.progress);
    log.progress({ text: `${hop.to} on ${environment4} runs the migration ${migrations.current}${far}${time4}${note}` });
  } else {
    const seen = version.kind === "known" ? `${version.value} answers, its migrations: ${migrations.kind}` : version.reason;
    log.progress({ text: `Waiting for ${hop.to} on ${environment4} (${seen})${time4}` });
  }
}
function showEarly({ project, hop, environment: environment4 }, milliseconds2) {
  const text3 = `Starting the migrations of ${hop.to} on ${environment4} in ${durationText(milliseconds2)}: until then the release before counts as running, and they would wait for longer`;
  project.effects.log.progress({ text: text3 });
}

// src/steps/migrations/run-migrations.ts
async function runMigrations(context, situation, budget) {
  const { project, live, environment: environment4, hop } = context;
  const { clock, signal } = project.effects;
  const forecast = environment4 === "production" ? forecastOf((await context.situation()).record) : void 0;
  const trace = project.product.migrations?.trace ?? 0;
  const earliest2 = startableFrom(situation, environment4, project.product.migrations?.["start-after"] ?? 0);
  const begun = clock.now().getTime();
  let started = startedBefore(situation, environment4, environment4 === "production" && situation.retry);
  let { observation } = situation;
  let looks2 = noLooks;
  let pace;
  for (let starts = 0; ; ) {
    const at4 = clock.now().getTime();
    looks2 = looked(looks2, observation, hop.to, at4);
    const move = nextMove(started, observation, { hop, environment: environment4, at: at4, trace });
    if (move.kind === "complete") return { kind: "complete", starts, milliseconds: at4 - begun };
    if (move.kind === "end") return move.settled;
    const told2 = tellsByNow(looks2, observation, { to: hop.to, environment: environment4, at: at4 });
    if (told2 !== void 0) return told2;
    const early = move.kind === "start" ? earliest2 - at4 : 0;
    if (move.kind === "start" && early <= 0) {
      const held2 = environment4 === "production" && starts > 0 ? notNow(context, situation, "migrate") : void 0;
      if (held2 !== void 0) return held2;
      const made = await startOne(context, started, observation, move);
      if ("settled" in made) return made.settled;
      ({ started } = made);
      starts++;
      pace = void 0;
    }
    const elapsed = clock.now().getTime() - begun;
    if (elapsed >= budget) {
      const terms = { hop, environment: environment4, at: clock.now().getTime(), trace };
      const between = budgetEndedBetween(started, observation, terms, durationText(budget));
      if (between !== void 0) return between;
      const end = budgetEnded(observation, hop.to, budget, forecast && forecastSentence(forecast, clock.now()));
      if (isAct(end)) throw new Error("a budget that ended cannot be a reason to act");
      return end;
    }
    if (early > 0) showEarly(context, early);
    else showProgress(context, observation, forecast && forecastProgress(forecast, clock.now()));
    pace = paceAfter(pace, observation, clock.now().getTime());
    const pause = early > 0 ? Math.min(early, longestPause2) : pace.pause;
    await clock.sleep(Math.min(pause, Math.max(budget - elapsed, 1)), signal);
    observation = await live.observe(signal);
  }
}
var longestPause2 = 5e3;
async function startOne(context, started, { migrations }, { migration, retry }) {
  const { project, live, environment: environment4, confirmLease, record: record2 } = context;
  const { log, signal, clock, pen } = project.effects;
  const starter = live.starter();
  if (starter === void 0)
    throw new Error(`${project.product.name} is deferrable without a way to start its migrations`);
  await confirmLease();
  await record2({ type: "starting", migration, retry });
  log.info(`Starting the migration ${migration}${retry ? " once more" : ""}.`);
  const answer2 = await starter(signal);
  const said = pen.text(answer2.said);
  const refused2 = answer2.kind === "refused";
  await record2({ type: "start-answered", migration, said, refused: refused2 });
  if (refused2) return { settled: startRefused(environment4, migration, said) };
  const jobs = "jobs" in migrations ? migrations.jobs ?? [] : [];
  const last = {
    migration,
    at: clock.now().getTime(),
    jobs: jobs.map(({ id: id2 }) => id2),
    wasFailed: migrations.kind === "failed"
  };
  return { started: withStart(started, last, said, refused2) };
}
function startRefused(environment4, migration, said) {
  return {
    kind: "failed",
    message: {
      happened: `The migration ${migration} was not started on ${environment4}: ${said}.`,
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
  decide: ({ opened: opened2, situation }) => decideMigrate(opened2.environment, situation),
  permit: ({ environment: environment4 }) => environment4 === "production" ? { act: "migrate", gate: "finalize" } : void 0,
  act: async (context, { because }, { opened: opened2, situation }) => {
    await context.record({ type: "migrating" });
    const end = await runMigrations(context, situation, opened2.budget);
    return end.kind === "complete" ? did({ ...end, because, to: context.hop.to }) : end;
  },
  record: ({ milliseconds: milliseconds2 }) => ({ type: "migrated", milliseconds: milliseconds2 }),
  report: ({ starts, milliseconds: milliseconds2, because, to: to2 }, { opened: { environment: environment4 }, situation }) => {
    if (starts > 0) {
      const took2 = `in ${durationText(milliseconds2)}`;
      const headline = `Started the migrations of ${to2} on ${environment4}, and they are complete ${took2}: only a restore goes back from here.`;
      return { headline, details: [because] };
    }
    const wereStarted = [...startedBefore(situation, environment4, false).counts.values()].some((count2) => count2 > 0);
    return {
      headline: wereStarted ? `The migrations of ${to2} on ${environment4} were started by an earlier run, and they are complete: only a restore goes back from here.` : `Nothing was to be started on ${environment4}: ${because}`
    };
  }
});

// src/steps/migrations/wait.ts
var wait = step2({
  command: "wait",
  needs: { own: ["hooks.after-migrations"] },
  mindsRetry: true,
  open: (input, project) => ({
    environment: environmentOf(input, "wait"),
    budget: budgetOf(project, input)
  }),
  gather: nothingElse,
  decide: ({ opened: opened2, situation }) => decideWait(opened2.environment, situation),
  act: async (context, { awaited }, { opened: opened2, situation }) => {
    const end = await watch(context, awaited, opened2.budget, situation);
    const isOver = end.kind === "did" && end.did.isMigrated && context.project.traits.deferrable;
    if (isOver) await runHook(context, "after-migrations");
    return end;
  },
  record: ({ awaited, milliseconds: milliseconds2 }) => awaited.kind === "migrated" ? { type: "waited", milliseconds: milliseconds2 } : void 0,
  report: ({ because, milliseconds: milliseconds2, isAtOnce }) => ({
    headline: isAtOnce ? because : `${because} Waited ${durationText(milliseconds2)}.`
  })
});
async function watch(context, awaited, budget, situation) {
  const { project, hop, live, environment: environment4 } = context;
  const forecast = environment4 === "production" && awaited.kind === "migrated" ? forecastOf(situation.record) : void 0;
  const { clock, signal } = project.effects;
  const started = clock.now().getTime();
  let observation = situation.observation;
  let looks2 = noLooks;
  let pace;
  for (; ; ) {
    const judged = judgeWait(awaited, observation, hop);
    const at4 = clock.now().getTime();
    const elapsed = at4 - started;
    if (judged !== void 0 && !isAct(judged)) return judged;
    if (judged !== void 0) {
      const isMigrated = observation.migrations.kind === "done";
      return did({ because: judged.because, milliseconds: elapsed, awaited, isAtOnce: pace === void 0, isMigrated });
    }
    looks2 = looked(looks2, observation, hop.to, at4);
    const told2 = project.traits.deferrable ? tellsByNow(looks2, observation, { to: hop.to, environment: environment4, at: at4 }) : void 0;
    if (told2 !== void 0) return told2;
    if (elapsed >= budget) {
      const end = budgetEnded(observation, hop.to, budget, forecast && forecastSentence(forecast, clock.now()));
      if (isAct(end)) throw new Error("a budget that ended cannot be a reason to act");
      return end;
    }
    showProgress(context, observation, forecast && forecastProgress(forecast, clock.now()));
    pace = paceAfter(pace, observation, at4);
    await clock.sleep(Math.min(pace.pause, Math.max(budget - elapsed, 1)), signal);
    observation = await live.observe(signal);
  }
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
  const backup4 = newestUsable("rehearsal", stored, situation);
  if (backup4 === void 0) {
    return refuse(
      `The store has no rehearsal backup for hop ${hop.id} with digest ${hop.digest.slice(0, 12)} that is young enough.`,
      "Staging was not touched.",
      'Run the backup step of this hop first (job "read"), or check that this runner reaches the same store.'
    );
  }
  if (rehearsal.kind === "started" && rehearsal.backup === backup4.id) {
    return alreadyDone(
      `${backup4.id} was restored and proved on ${rehearsal.startedAt}; the rehearsal continues from there.`,
      backup4.id
    );
  }
  const because = rehearsal.kind === "void" ? `The rehearsal starts over: ${rehearsal.because}.` : `${backup4.id} must be proved.`;
  return { kind: "act", how: "restore", backup: backup4, because };
}
function decideProof({ hop, promotion }, stored) {
  const point = promotion.restorePoint?.event.backup;
  const backup4 = stored.find((manifest2) => manifest2.id === point);
  if (backup4 === void 0) {
    return refuse(
      `There is no restore point of hop ${hop.id} to prove${point === void 0 ? "" : `: ${point} is not in the store`}.`,
      "Nothing was restored.",
      'Run "backup" with the purpose "restore-point" first, in this run.'
    );
  }
  if (promotion.pointProved) return alreadyDone(`${backup4.id} was restored on staging and found equal.`, backup4.id);
  return {
    kind: "act",
    how: "restore",
    backup: backup4,
    because: `${backup4.id} must be proved before production is deployed.`
  };
}

// src/core/decisions/same-stores.ts
function decideSameStores({ id: id2, data }, environment4, configured) {
  const backedUp = listed3(data.map(({ name, identity: { kind: kind2 } }) => ({ name, kind: kind2 })));
  const now = listed3(configured);
  if (backedUp === now) return void 0;
  return refuse(
    `${id2} holds ${backedUp}, but environments.${environment4}.data is ${now}.`,
    "Which part belongs to which store is not known. Nothing was written.",
    "Start a new run, which takes a backup of what is configured now; or restore the configuration that it was taken with."
  );
}
function listed3(data) {
  const each = data.map(({ name, kind: kind2 }) => name === kind2 ? name : `${name} (${kind2})`);
  return each.length === 0 ? "no data" : each.join(", ");
}

// src/steps/restore/restore-backup.ts
async function whyNotAll({ live, environment: environment4, project }, backup4, mayReplace) {
  const data = live.data();
  const others2 = decideSameStores(backup4, environment4, configuredData(data));
  if (others2 !== void 0) return others2;
  const seen = await identitiesOf(data, project.effects.signal);
  return seen.map(([each, now]) => mayReplace(each, now)).find((why) => why !== void 0);
}
async function restoreBackup(context, backup4, mayReplace, shows = "restored") {
  const { project, live } = context;
  const { clock } = project.effects;
  const started = clock.now().getTime();
  const stored = await project.store().open(backup4.id);
  try {
    const pairs = live.data().flatMap((each) => {
      const kept = stored.manifest.data.find(({ name }) => name === each.name);
      return kept === void 0 ? [] : [{ ...each, kept, directory: stored.directoryOf(each.name) }];
    });
    if (pairs.length > 1) for (const pair of pairs) await pair.store.verify(requestOf2(context, pair));
    await context.confirmLease();
    const stopped = await stopServer(context);
    if (stopped !== void 0) return { kind: "settled", settled: stopped };
    const refused2 = pairs.length > 1 ? await whyNotAll(context, backup4, mayReplace) : void 0;
    if (refused2 !== void 0) return { kind: "settled", settled: refused2 };
    await context.record({ type: "restoring", backup: backup4.id });
    await context.confirmLease();
    const changed = await replaceAll(context, pairs, mayReplace);
    if (changed !== void 0) return { kind: "settled", settled: changed };
    const compared = await compareAll(context, backup4, pairs);
    if (compared.kind === "settled") return compared;
    const { contents: contents2 } = compared;
    const milliseconds2 = clock.now().getTime() - started;
    await context.record(
      shows === "restored" ? { type: "restored", backup: backup4.id, proved: true, ...contents2, milliseconds: milliseconds2 } : { type: "point-proved", backup: backup4.id, ...contents2, milliseconds: milliseconds2 }
    );
    return { kind: "proved", contents: contents2, milliseconds: milliseconds2 };
  } finally {
    await stored.release();
  }
}
function requestOf2({ project }, { kept, directory }) {
  const { log, signal } = project.effects;
  return { directory, references: kept.references, log, signal };
}
async function replaceAll(context, pairs, mayReplace) {
  const { environment: environment4, project } = context;
  const replaced3 = [];
  for (const pair of pairs) {
    const what = dataText(environment4, pair);
    const refused2 = await project.effects.log.group(
      `Restore the ${what}`,
      () => pair.store.restore({
        ...requestOf2(context, pair),
        mayReplace: (now) => mayReplace(pair, now),
        isOriginal: environment4 === "production"
      })
    );
    if (refused2 !== void 0) return replaced3.length === 0 ? refused2 : afterOthers(refused2, replaced3);
    replaced3.push(what);
    await context.confirmLease();
  }
  return void 0;
}
function afterOthers(refused2, replaced3) {
  if (refused2.kind === "already-done") return refused2;
  const { message } = refused2;
  return {
    ...refused2,
    message: {
      ...message,
      means: `${message.means} Before that, the ${replaced3.join(" and the ")} had been replaced.`
    }
  };
}
async function compareAll({ environment: environment4, project }, { id: id2 }, pairs) {
  const { log, signal } = project.effects;
  const equal = [];
  const differences = [];
  for (const { name, isOnly, store, kept } of pairs) {
    const comparison2 = compareFingerprints(kept.fingerprint, await store.fingerprint(signal, fingerprintOf2(kept)));
    if (comparison2.kind === "equal") {
      equal.push(comparison2.contents);
      for (const note of comparison2.notes) log.warn(`${isOnly ? "" : `${name}: `}${note}`);
    } else differences.push(`${isOnly ? "" : `in "${name}" `}${differenceText(comparison2)}`);
  }
  return differences.length === 0 ? { kind: "equal", contents: together(equal) } : { kind: "settled", settled: notEqual(environment4, id2, differences) };
}
function fingerprintOf2({ fingerprint: fingerprint2 }) {
  return fingerprint2.kind === "none" ? void 0 : fingerprint2.value;
}
var shownDifferences = 30;
function differenceText(comparison2) {
  const shown4 = comparison2.differences.slice(0, shownDifferences);
  const more = comparison2.differences.length - shown4.length;
  return comparison2.kind === "cannot-tell" ? `it could not be determined (${comparison2.reason})` : [...shown4, ...more > 0 ? [`and ${countText(more, "more difference")}`] : []].join("; ");
}
function notEqual(environment4, backup4, differences) {
  return {
    kind: "failed",
    message: {
      happened: `What was restored on ${environment4} is not shown to be equal to ${backup4}: ${differences.join("; ")}.`,
      means: environment4 === "staging" ? "This backup is not a way back. Production was not touched." : "Production is stopped, on data that is not what was backed up.",
      next: environment4 === "staging" ? "Take a new backup (start a new run). If it differs again, something writes to staging, or the backup loses data." : "Find out what writes to it, then run the same rollback again."
    }
  };
}

// src/core/decisions/storage-apart.ts
var nothing3 = "Nothing was restored, and nothing was started.";
function whyStorageIsNotApart(question2) {
  const { name, id: id2, keys, release: release2, named: named5, production: production2, staging: staging2, acknowledged } = question2;
  const own = staging2.flatMap(namesOf3);
  for (const { path, key, value } of named5) {
    const said = `"${path}", which staging is deployed with at ${release2}, says ${key}: "${value}"`;
    if (production2.flatMap(namesOf3).includes(value)) {
      return refuse(
        `${said}: that is production's ${name}.`,
        `A server on staging would write and remove in it. ${nothing3}`,
        `Name staging's own there: ${own.map((each) => `"${each}"`).join(" or ")}.`
      );
    }
    if (!own.includes(value)) {
      return refuse(
        `${said}, and the copy of the ${name} is restored to ${own.map((each) => `"${each}"`).join(", ")}.`,
        `The server would not have what is restored, and what it would have instead is not known. ${nothing3}`,
        `Correct ${key}, or environments.staging.data.`
      );
    }
  }
  if (named5.length > 0 || acknowledged) return void 0;
  return refuse(
    `No file that staging is deployed with at ${release2} says which ${name} it uses (${keys.join(", ")}).`,
    `Whether its server would write into production's is not known. ${nothing3}`,
    `Write it into a file that the deploy names, or into one under "server-settings" of staging. Where neither can be, look for yourself, and add "${id2}" to "acknowledge" in the configuration.`
  );
}
function namesOf3({ lineage, location }) {
  return [.../* @__PURE__ */ new Set([...Object.values(lineage), ...Object.values(location)])];
}

// src/steps/restore/storage-apart.ts
async function whyStorageIsShared({ project, live, hop, input }, backup4) {
  const asked2 = project.product.stores.filter((store) => store["named-by"] !== void 0);
  if (asked2.length === 0) return void 0;
  const seen = await identitiesOf(live.data(), project.effects.signal);
  const acknowledged = [...project.configuration.acknowledge, ...input.acknowledge ?? []];
  for (const { name, besides, "named-by": by } of asked2) {
    if (by === void 0) continue;
    const staging2 = seen.map(([, identity2]) => identity2).filter(({ kind: kind2 }) => !besides.includes(kind2));
    if (staging2.length === 0) continue;
    const production2 = backup4.data.map(({ identity: identity2 }) => identity2).filter(({ kind: kind2 }) => !besides.includes(kind2));
    for (const side of ["from", "to"]) {
      const named5 = await settingsSaid(project, { environment: "staging", hop, side }, by.settings);
      const refused2 = whyStorageIsNotApart({
        ...{ id: by.id, named: named5, production: production2, staging: staging2 },
        name: name.replace(/^the /, ""),
        keys: by.settings.map(({ key }) => [key].flat().join(".")),
        release: releaseOn(hop, side),
        acknowledged: acknowledged.includes(by.id)
      });
      if (refused2 !== void 0) return refused2;
    }
  }
  return void 0;
}

// src/steps/restore/restore.ts
var restore = step2({
  command: "restore",
  needs: { common: ["backup", "decryption"], own: ["data", "deploy", "hooks.scrub"] },
  open: ({ purpose }) => ({ environment: "staging", isProof: purpose === "restore-point" }),
  gather: ({ project, hop }) => storedFor(project, hop),
  decide: ({ opened: opened2, situation, gathered: stored }) => situation.traits.dataless ? decideTakeStaging(situation) : opened2.isProof ? decideProof(situation, stored) : decideRestoreAndScrub(situation, stored),
  act: async (context, decision, { opened: opened2 }) => {
    if (decision.how === "take") return did({ headline: decision.because });
    if (decision.how === "scrub") {
      const scrubbed = await scrubCopy(context);
      return did({ backup: decision.id, headline: decision.because, scrubbed });
    }
    const { backup: backup4 } = decision;
    const { project } = context;
    const entries = await project.journal.read();
    const { system: system2 } = project.configuration;
    const mayReplace = (data, now) => decideMayBeEmptied({ backup: backup4, data, now, entries, system: system2 });
    const refused2 = await whyNotAll(context, backup4, mayReplace) ?? await whyStorageIsShared(context, backup4);
    if (refused2 !== void 0) return refused2;
    const end = await restoreBackup(context, backup4, mayReplace, opened2.isProof ? "point-proved" : "restored");
    if (end.kind === "settled") return end.settled;
    const { milliseconds: milliseconds2, contents: contents2 } = end;
    return did({
      backup: backup4.id,
      headline: `Restored ${backup4.id} on staging in ${durationText(milliseconds2)}: ${contentsText(contents2)}, equal to the backup.`,
      scrubbed: await scrubCopy(context)
    });
  },
  record: ({ scrubbed }) => scrubbed === void 0 ? { type: "staging-taken" } : { type: "scrubbed", waived: scrubbed.isWaived, milliseconds: scrubbed.milliseconds },
  report: ({ backup: backup4, headline, scrubbed }) => ({
    headline,
    details: scrubbed === void 0 ? [] : [`The copy was ${scrubbed.how.replace(/\.$/, "")}.`],
    outputs: backup4 === void 0 ? {} : { backup: backup4 }
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

// src/core/decisions/rollback.ts
function decideRollback(environment4, situation, request) {
  return environment4 === "staging" ? onStaging(situation) : onProduction(situation, request);
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
    const { backup: backup4 } = promotion.restoring.event;
    if (standsOnRestored(situation) && request.confirm === void 0) {
      return {
        kind: "act",
        way: "redeploy",
        onto: backup4,
        because: `${backup4} was put back before: ${hop.from} is deployed on it and tested again.`
      };
    }
    const other = otherBackups(situation, request.stored).find(({ id: id2 }) => id2 === request.confirm);
    if (other !== void 0) {
      const because = `Confirmed: ${other.id} is restored in place of ${backup4}, which loses ${lossText(other)}.`;
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
  if (situation.traits.stages !== void 0) return backToStage(situation, request);
  const window = windowOf(situation, "production", isPastReturn(promotion));
  if (window.kind === "closed") return restoreIfConfirmed(situation, request, window.why);
  if (window.kind === "unproved") return redeployIfConfirmed(situation, request, window.why);
  if (window.decision.kind === "act" && promotion.rollbackFailed && request.confirm === hop.id)
    return restoreIfConfirmed(situation, request, `${hop.from} was deployed again before, and that rollback failed`);
  return window.decision;
}
function backToStage(situation, request) {
  const { hop, standing, traits } = situation;
  if (standing.kind === "off-path" || standing.kind === "later") {
    return refuse(
      `Production is at ${standing.version}, which is neither ${hop.from} nor ${hop.to}.`,
      "This hop is not the one that was done last. Nothing was changed.",
      "Name the hop that was done last."
    );
  }
  if (isReversible(traits, hop.to))
    return { kind: "act", way: "redeploy", because: `"${hop.to}" can be gone back from without losing anything.` };
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
  return stored.filter(({ purpose, version }) => purpose === "rehearsal" && version === hop.from).filter(({ id: id2 }) => proved.some((event2) => event2.environment === "staging" && event2.backup === id2)).toSorted((a5, b6) => b6.dataAt.localeCompare(a5.dataAt));
}
function standsOnRestored(situation) {
  const { hop, promotion, standing, observation } = situation;
  const begun = promotion.restoring?.event.hop;
  const isOwn = begun?.id === hop.id && begun.digest === hop.digest;
  const isTouched = observation.migrations.kind === "running" || observation.migrations.kind === "failed" || whatRan(situation, "production") !== void 0;
  return isOwn && promotion.restored && standing.kind === "on-from" && !isTouched;
}
function windowOf(situation, environment4, started) {
  const { hop, traits, observation, standing } = situation;
  const open3 = (because) => ({ kind: "told", decision: { kind: "act", way: "redeploy", because } });
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
  const ran = whatRan(situation, environment4);
  if (ran !== void 0) return { kind: "closed", why: ran };
  const unproved = whyUnproved(situation, environment4);
  if (unproved !== void 0) return { kind: "unproved", why: unproved };
  switch (observation.migrations.kind) {
    case "pending":
      return open3(`${observation.migrations.next} is pending and none has started: the rollback window is open.`);
    case "done":
      return open3("Nothing was started by this hop, and nothing is pending.");
    case "running":
      return { kind: "closed", why: `the migration ${observation.migrations.current} is running` };
    case "failed":
      return { kind: "closed", why: `the migration ${observation.migrations.current} was started and failed` };
    case "unknown":
      if (standing.kind === "unknown")
        return open3(
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
function whatRan(situation, environment4) {
  const { hop, observation, standing, record: record2 } = situation;
  const { migrations } = observation;
  const recorded = environment4 === "production" ? situation.promotion.notDeferred?.event.because : void 0;
  if (recorded !== void 0) return recorded;
  if (migrations.kind !== "done" && migrations.kind !== "pending") return void 0;
  const { next: _5, ...before } = traceBefore(situation, environment4);
  const ran = startedSince(before, migrations);
  if (ran !== void 0) return ran;
  if (standing.kind !== "on-to") return void 0;
  const moved = startedSince(traceDeployed(situation, environment4), migrations);
  if (moved !== void 0) return moved;
  const brings = record2.entries.some(
    (entry) => isOf(entry, "smoke-tested") && entry.event.release === "to" && entry.event.migrations === "pending"
  );
  return brings && migrations.kind === "done" ? `${hop.to} brings migrations, and they are complete` : void 0;
}
function whyUnproved(situation, environment4) {
  const { migrations, version } = situation.observation;
  if (migrations.kind === "done" || migrations.kind === "pending")
    return cannotShow(traceBefore(situation, environment4), migrations);
  if (migrations.kind !== "unknown" || version.kind === "known") return void 0;
  return whyUnseen(situation, environment4);
}
function whyUnseen({ hop, record: record2 }, environment4) {
  const here = inEnvironment2(record2.entries, environment4);
  const since = here.slice(here.findLastIndex((entry) => isOf(entry, "deploying") && entry.event.release === "to") + 1);
  const seen = since.find(
    (entry) => isOf(entry, "deployed") && entry.event.release === "to"
  );
  return seen === void 0 ? `${hop.to} does not answer, and has not been seen since it was deployed` : seen.event.unproved;
}
function notMigratedConfirmation({ id: id2 }) {
  return `not-migrated-${id2}`;
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
  const backup4 = stored.find((manifest2) => manifest2.id === point?.backup);
  if (point === void 0 || backup4 === void 0) return noWayBack(hop.from, why, point?.backup);
  const loss = lossText(backup4);
  if (confirm === hop.id) {
    return {
      kind: "act",
      way: "restore",
      backup: backup4,
      because: `Confirmed: ${backup4.id} is restored, which loses ${loss}.`
    };
  }
  return refuse(
    `${hop.from} must not simply be deployed again: ${why}.`,
    `The only way back is to restore ${backup4.id}, and that loses ${loss}. Nothing was changed.`,
    `Fixing the cause and continuing is better. To restore nevertheless, start the workflow "Rollback" again with the hop's id typed as confirmation, or: staged-upgrade rollback --hop ${hop.id} --confirm ${hop.id}.${confirm === void 0 ? "" : ` ("${confirm}" was typed.)`}`
  );
}
function noWayBack(from, why, backup4) {
  return refuse(
    `There is no way back to ${from}: ${why}, and ${backup4 === void 0 ? "the journal has no restore point of this hop" : `the restore point ${backup4} is not in the store`}.`,
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

// src/core/decisions/may-go-back.ts
function mayGoBack(situation, request) {
  const { promotion, traits } = situation;
  const canRestore = isConfirmedRestore(situation, request);
  if (promotion.restoring !== void 0) return promotion.restored && request.confirm === void 0 || canRestore;
  if (!promotion.deployStarted) return false;
  const isClosed = !traits.deferrable || isPastReturn(promotion);
  return !isClosed || canRestore;
}
function isConfirmedRestore(situation, { stored, confirm }) {
  const { hop, promotion } = situation;
  if (confirm === void 0) return false;
  if (promotion.restoring !== void 0 && otherBackups(situation, stored).some(({ id: id2 }) => id2 === confirm))
    return true;
  return confirm === hop.id && stored.some(({ id: id2 }) => id2 === promotion.restorePoint?.event.backup);
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
function redeployConfirmation({ id: id2 }) {
  return `redeploy-${id2}`;
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
  const { happened: happened2, means: means2, next: next2 } = decision.message;
  const atOnce = way === "redeploy" ? `If it cannot wait: ${hop.from} is deployed again without it when the workflow "Rollback" is started with ${typed} as confirmation; that way back loses nothing.` : `If it cannot wait: in a terminal the person who types it is the gate: ${inTerminal}`;
  return cannotTell(happened2, means2, `${next2} ${atOnce}`);
}

// src/core/decisions/smoke.ts
function decideSmoke(environment4, release2, situation) {
  const { hop, observation, rehearsal, promotion, standing } = situation;
  const wanted = release2 === "from" ? hop.from : hop.to;
  const unfinished = environment4 === "production" ? restoreUnfinished(situation) : void 0;
  if (unfinished !== void 0) return unfinished;
  if (environment4 === "staging") {
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
  return decideTest(awaitedOf(situation, environment4), wanted, observation);
}
function isBeforeSecond({ smokedBack, deployedAgain }) {
  return smokedBack && !deployedAgain;
}
function decideTest({ environment: environment4, leftToMigrate }, wanted, { version, migrations }) {
  if (version.kind === "unknown") {
    return cannotTell(
      `The version of ${environment4} could not be determined: ${version.reason}.`,
      "No test was run.",
      "Check that the server is running, then run the step again."
    );
  }
  if (version.value !== wanted) {
    return refuse(
      `${capital2(environment4)} runs ${version.value}, not ${wanted}.`,
      `A test now would show nothing about ${wanted}.`,
      `Deploy ${wanted} first, or find out why another release answers.`
    );
  }
  if (migrations.kind === "failed" && migrations.isNewer) return newerData(environment4, migrations, "No test was run.");
  if (migrations.kind === "failed" && !leftToMigrate) {
    return failed(
      `No smoke test was run on ${environment4}: the migration ${migrations.current} has failed: ${migrations.error}.`,
      "Health alone shows nothing about migrations.",
      "Fix the cause, then run again."
    );
  }
  if (migrations.kind === "unknown") {
    return cannotTell(
      `No smoke test was run on ${environment4}: ${migrations.reason}.`,
      "Health alone shows nothing about migrations.",
      "Fix the cause, then run again."
    );
  }
  return { kind: "act", migrations: migrations.kind, because: `${capital2(environment4)} runs ${wanted}.` };
}
function capital2(text3) {
  return text3.slice(0, 1).toUpperCase() + text3.slice(1);
}

// src/core/history/newest-deploy.ts
function newestDeploy(entries, environment4) {
  const entry = inEnvironment2(entries, environment4).findLast(
    ({ event: { type } }) => type === "deploying" || type === "rolling-back"
  );
  return entry && new Date(entry.at);
}

// src/steps/environment/same-data.ts
function notTheSameData(backup4, data, now, entries) {
  const taken3 = backup4.data.find(({ name }) => name === data.name)?.identity;
  const comparison2 = taken3 === void 0 ? void 0 : compareIdentities(taken3, now);
  if (comparison2?.kind === "same") return void 0;
  const isReplaced = taken3 !== void 0 && comparison2?.kind === "cannot-tell" && isSamePlace(taken3, now);
  if (isReplaced && wasRestoredOver(backup4, entries)) return void 0;
  const why = comparison2?.kind === "cannot-tell" ? comparison2.reason : `it is another ${data.noun}`;
  return refuse(
    `The ${dataText("production", data)} is not shown to be the one that ${backup4.id} was taken from: ${why}.`,
    "A restore could replace data that has nothing to do with it. Nothing was changed.",
    `Look at ${dataPlace("production", data)}. If production was rebuilt on purpose, restore the backup by hand and start the release that it was taken from; a new run then says how to continue.`
  );
}
function wasRestoredOver({ id: id2 }, entries) {
  const taken3 = entries.find(({ event: event2 }) => event2.type === "backed-up" && event2.backup === id2);
  if (taken3 === void 0) return false;
  return inEnvironment2(after(entries, taken3), "production").some((entry) => isOf(entry, "restoring"));
}

// src/core/decisions/validation.ts
var mostUntold = 3;
function afterRound(round, place3, validation2) {
  if (validation2 === void 0) return round;
  const left = validation2.for - place3.endedAfter;
  const next2 = Math.max(0, Math.min(validation2.every, left));
  switch (round.kind) {
    case "passed":
      return place3.beganAfter >= validation2.for ? round : { kind: "again", inMilliseconds: next2, untold: 0 };
    case "unknown": {
      const untold = place3.untoldBefore + 1;
      return untold < mostUntold ? { kind: "again", inMilliseconds: validation2.every, untold } : {
        kind: "unknown",
        message: told(round.message, place3, `, its result could not be determined ${untold} times in a row`)
      };
    }
    case "failed":
      return { kind: "failed", message: told(round.message, place3, "") };
    case "refuse":
      return place3.number === 1 ? round : { kind: "failed", message: told(round.message, place3, "") };
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
function told(message, { number: number3, endedAfter }, more) {
  const when = `After ${durationText(endedAfter)} of validation, in round ${number3}${more}`;
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
  for (let number3 = 1; ; number3++) {
    const beganAfter = elapsed();
    const round = await oneRound(context, testing, observation);
    const place3 = { number: number3, beganAfter, endedAfter: elapsed(), untoldBefore: untold };
    const next2 = afterRound(round, place3, validation2);
    if (next2.kind === "passed") return { ...next2, kind: "tested", milliseconds: place3.endedAfter, rounds: number3 };
    if (next2.kind !== "again") return next2;
    untold = next2.untold;
    if (round.kind !== "passed") log.info(`Round ${number3} is asked again: ${round.message.happened}`);
    else if (validation2 !== void 0) {
      const far = validationProgress(place3.endedAfter, validation2.for);
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
  const bad = results.filter(({ result }) => result.kind !== "passed");
  if (bad.length > 0) return notPassed(context, version, bad);
  const notes = results.flatMap(
    ({ name, result }) => result.kind === "passed" && result.note !== void 0 ? `${name}: ${result.note}.` : []
  );
  return { kind: "passed", migrations: decision.migrations, notes };
}
function notPassed({ environment: environment4, hop }, version, bad) {
  const list4 = bad.map(({ name, result }) => `"${name}": ${result.kind === "passed" ? "" : result.reason}`).join("; ");
  const message = {
    happened: `${version} on ${environment4} did not pass its smoke tests: ${list4}.`,
    means: environment4 === "staging" ? "The rehearsal found this before production was affected." : `Production runs ${version}, and it does not do everything that it must.`,
    next: environment4 === "staging" ? `Fix the cause, then start a new run: it rehearses again. ${wrongTest}` : `Decide: correct the cause and run again, or, to go back, ${waysToRollBack(hop.id)}. ${wrongTest}`
  };
  return { kind: bad.some(({ result }) => result.kind === "failed") ? "failed" : "unknown", message };
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
  const names = [];
  for (let name = lastPreempted(entries, owner); name !== void 0; name = lastPreempted(entries, name)) {
    if (name === owner || names.includes(name)) break;
    names.push(name);
  }
  return names;
}
function lastPreempted(entries, owner) {
  const leases = entries.filter((entry) => isOf(entry, "lease-taken"));
  const taken3 = leases.findLast(({ event: event2 }) => event2.owner === owner);
  if (taken3 === void 0 || taken3.event.preempted !== void 0) return taken3?.event.preempted;
  const before = leases.findLast(({ sequence }) => sequence < taken3.sequence);
  return before?.event.reason === void 0 ? void 0 : before.event.owner;
}

// src/steps/rollback/preempted.ts
var graceMilliseconds = 3e4;
var pauseMilliseconds6 = 3e3;
async function waitForPreemptedRun({ project }) {
  const { clock, log, signal } = project.effects;
  const longest3 = project.configuration.lock.lease / 4 + graceMilliseconds;
  const until = clock.now().getTime() + longest3;
  let said = "";
  for (; ; ) {
    const waited = await waitedFor(project);
    if (waited === void 0) return;
    if (waited.isBounded && clock.now().getTime() >= until) return;
    const text3 = waited.isBounded ? `Waiting until ${waited.what} has ended what it does, at most ${durationText(longest3)}.` : `Waiting until ${waited.what} has ended: its run is gone, and it may still deploy. To end it: kill -- -${waited.pid}`;
    if (text3 !== said) log.warn(text3);
    said = text3;
    await clock.sleep(pauseMilliseconds6, signal);
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
  const taken3 = entries.findLast((entry) => isOf(entry, "lease-taken") && entry.event.owner === owner);
  const process2 = taken3 !== void 0 && isOf(taken3, "lease-taken") ? taken3.event.process : void 0;
  return process2 !== void 0 && effects.witness?.sees(process2) === "gone" && effects.witness.seesNotesOf(process2);
}

// src/steps/rollback/rollback-gate.ts
async function rollbackNotApproved(context, way) {
  const { project, hop, input } = context;
  const { log } = project.effects;
  const setting = project.configuration.gates.production;
  if (project.run.kind === "terminal" || setting === "none") return void 0;
  if (setting === "dispatch") {
    await recordOnce(context, { gate: "dispatch, rollback", by: project.run.actor });
    return void 0;
  }
  const state = await environmentGate(context, environmentOn(environmentOfGate.production, project));
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
  needs: {
    common: ["backup", "decryption", "smoke"],
    own: ["data", "deploy", "hooks.before-deploy", "hooks.after-deploy"]
  },
  gateAt: ({ environment: environment4 }) => environment4 === "production" ? "production" : void 0,
  open: ({ environment: environment4 = "production", reason, accept }) => ({ environment: environment4, reason, accept }),
  preempts: ({ environment: environment4 }) => environment4 === "production",
  beforehand: refusedBeforehand,
  gather: async (context) => {
    const confirm = restoreConfirmed(context);
    if (context.environment === "staging") return { stored: [], confirm };
    await waitForPreemptedRun(context);
    return { stored: await storedFor(context.project, context.hop), confirm };
  },
  decide: ({ opened: { environment: environment4 }, situation, gathered }) => decideRollback(environment4, situation, gathered),
  act: async (context, way, { opened: opened2, situation, gathered: { stored } }) => {
    const { project, hop, environment: environment4 } = context;
    const isProduction = environment4 === "production";
    const unapproved = isProduction ? await rollbackNotApproved(context, way.way) : void 0;
    if (unapproved !== void 0) return unapproved;
    const entries = await project.journal.read();
    const mayReplace = (backup4) => (data, now) => notTheSameData(backup4, data, now, entries);
    if (way.way === "restore") {
      const wrong = await whyNotAll(context, way.backup, mayReplace(way.backup));
      if (wrong !== void 0) return wrong;
    }
    const { reason, accept } = opened2;
    const watchOnly2 = isProduction && way.way === "redeploy" && isBackInPlace(situation);
    if (!watchOnly2)
      await context.record({ type: "rolling-back", to: hop.from, ...reason === void 0 ? {} : { reason } });
    const end = await putBack(context, way, { watchOnly: watchOnly2, mayReplace });
    if (end.kind === "not-restored") return withOthers(end.settled, end.backup, situation, stored);
    if (end.kind === "settled") return end.settled;
    const { milliseconds: milliseconds2, seen, kept } = end;
    const back = { way, hop, milliseconds: milliseconds2, seen, kept, tests: [], accepted: void 0 };
    if (!isProduction) return did({ ...back, testsDigest: void 0 });
    const tested = await testOlder(context);
    const digest = testsDigest(project);
    if (tested.kind === "tested") return did({ ...back, testsDigest: digest, tests: tested.names });
    const accepted2 = await acceptedBy(context, accept, tested, situation);
    if (accepted2 === void 0) return notWorking(context, tested, way, situation.promotion.restorePoint?.event);
    return did({ ...back, testsDigest: digest, accepted: accepted2 });
  },
  record: ({ hop, milliseconds: milliseconds2, seen, tests: tests2, testsDigest: digest, accepted: accepted2 }) => ({
    type: "rolled-back",
    to: hop.from,
    milliseconds: milliseconds2,
    ...availabilityFacts(seen),
    ...digest === void 0 ? {} : { testsDigest: digest },
    ...digest === void 0 || accepted2 !== void 0 ? {} : { tests: tests2 },
    ...accepted2 === void 0 ? {} : { accepted: accepted2 }
  }),
  report: (back, { opened: { environment: environment4 } }) => ({
    headline: `Went back from ${back.hop.to} to ${back.hop.from} on ${environment4} in ${durationText(back.milliseconds)}${testedText(back)}; ${restoredText(back.way)}.`,
    details: [back.way.because, ...back.kept, ...serviceTexts(back.seen)]
  })
});
async function putBack(context, way, {
  watchOnly: watchOnly2,
  mayReplace
}) {
  const { live, hop, project } = context;
  const watch2 = watchService(live, project.effects.clock, project.effects.signal);
  try {
    if (way.way === "restore") {
      const { backup: backup4 } = way;
      const put = await restoreBackup(context, backup4, mayReplace(backup4));
      if (put.kind === "settled") return { kind: "not-restored", settled: put.settled, backup: backup4 };
    }
    return await deployRelease(context, { version: hop.from, onRestored: way.way === "restore", watchOnly: watchOnly2, watch: watch2 });
  } finally {
    await watch2.stop();
  }
}
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
  const { journal, run } = context.project;
  const repeated = refuseRepeatedRollback(await journal.read(), context.hop, run);
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
  const other = otherBackups(situation, stored).find(({ id: id3 }) => id3 !== tried.id);
  if (settled.kind !== "failed" || other === void 0) return settled;
  const { id: id2 } = other;
  const instead = `Should ${tried.id} be bad: ${id2} came back whole on staging. staged-upgrade rollback --hop ${situation.hop.id} --confirm ${id2} restores it instead, and ${lossText(other)} is lost.`;
  return { ...settled, message: { ...settled.message, next: `${settled.message.next} ${instead}` } };
}
async function testOlder(context) {
  const { live, hop } = context;
  const { observation, record: record2 } = await context.situation();
  const placeholders = { ...context.placeholders, version: releaseOn(hop, "from") };
  const tests2 = live.smokeTests(placeholders, newestDeploy(record2.entries, "production"));
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
  const restored = way.way === "restore" ? way.backup.id : way.onto;
  const plainly = restored === void 0 ? "" : ", with nothing typed as confirmation";
  const again = `Look at the log of ${hop.from}. Then run the same rollback again${plainly}: it deploys and tests once more.`;
  return {
    ...tested,
    message: {
      happened: tested.message.happened,
      means: `${hop.from} was deployed on production again, and it has not been seen to work. The rollback is not finished.`,
      next: `${again} ${ifTheTestIsWrong(hop)}${tested.kind === "failed" ? ifDamaged(hop, restored, point) : ""}`
    }
  };
}
function ifTheTestIsWrong({ id: id2 }) {
  return `Should the test be wrong: correct it in the configuration and run the same rollback again; or finish it as it is: staged-upgrade rollback --hop ${id2} --accept "why" (in the workflow, "accept").`;
}
function ifDamaged({ id: id2 }, restored, point) {
  const command2 = `Should the data be damaged: staged-upgrade rollback --hop ${id2} --confirm ${id2}`;
  if (restored !== void 0) return ` ${command2}; it restores ${restored} again, and what was written since is lost.`;
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

// src/core/decisions/baseline.ts
var alwaysAllowedMilliseconds = 100;
function compareMeasured(before, now, { compare, factor }) {
  const notes = [];
  if (compare === "not-fewer") {
    if (before.count === void 0 || now.count === void 0) return otherwise2();
    if (now.count < before.count) return { kind: "failed", reason: `${now.count} now, ${before.count} before` };
    notes.push(`${now.count} now, ${before.count} before`);
  }
  if (compare === "same") {
    if (before.digest === void 0 || now.digest === void 0) return otherwise2();
    if (now.digest !== before.digest) return { kind: "failed", reason: "it is not the same as before" };
    notes.push("the same as before");
  }
  const times = `answered in ${durationText(now.milliseconds)} now, ${durationText(before.milliseconds)} before`;
  if (factor !== void 0) {
    const most = Math.max(before.milliseconds * factor, before.milliseconds + alwaysAllowedMilliseconds);
    if (now.milliseconds > most)
      return { kind: "failed", reason: `${times}; at most ${durationText(most)} are accepted` };
    notes.push(times);
  }
  return { kind: "passed", note: notes.join("; ") };
}
function otherwise2() {
  return { kind: "unknown", reason: "it was measured in another way before, so nothing can be compared" };
}

// src/steps/smoke/compared-tests.ts
function comparedTests({ live, hop, environment: environment4 }, placeholders, { record: record2 }) {
  const before = latest(inEnvironment2(record2.entries, environment4), "baseline-taken")?.event.measures ?? [];
  const pairs = live.measures(placeholders).map((measure2) => ({
    measure: measure2,
    was: before.find(({ name }) => name === measure2.name)
  }));
  return {
    tests: pairs.flatMap(({ measure: measure2, was }) => was === void 0 ? [] : comparison(measure2, was, hop.from)),
    notes: pairs.flatMap(
      ({ measure: measure2, was }) => was === void 0 ? `"${measure2.name}" is not compared: it was not measured of ${hop.from}.` : []
    )
  };
}
function comparison(measure2, was, from) {
  const { name, rules } = measure2;
  return {
    name: `${name}, compared with ${from}`,
    run: async (signal) => {
      const now = await measure2.take(signal, was);
      return now.kind === "unknown" ? now : compareMeasured(was, now.measured, rules);
    }
  };
}

// src/steps/smoke/smoke.ts
var smoke2 = step2({
  command: "smoke",
  needs: { common: ["smoke", "baseline"], logs: true },
  mindsRetry: true,
  open: (input) => ({
    environment: environmentOf(input, "smoke"),
    release: releaseOf(input, "smoke")
  }),
  gather: nothingElse,
  decide: ({ opened: { environment: environment4, release: release2 }, situation }) => decideSmoke(environment4, release2, situation),
  act: async (context, _5, { opened: { environment: environment4, release: release2 }, situation }) => {
    const { project, hop, live, placeholders } = context;
    const version = release2 === "from" ? hop.from : hop.to;
    const filled2 = { ...placeholders, ...partPlaceholders(hop.parts?.[release2]), version: releaseOn(hop, release2) };
    const compared = release2 === "to" ? comparedTests(context, filled2, situation) : { tests: [], notes: [] };
    const tests2 = [...live.smokeTests(filled2, newestDeploy(situation.record.entries, environment4)), ...compared.tests];
    const validation2 = environment4 === "production" ? project.configuration.validate : void 0;
    const fits = validation2 && fitsIntoJob(validation2, leftOfJob(project));
    if (fits !== void 0 && !isAct(fits)) return fits;
    const { observation } = situation;
    const { leftToMigrate } = awaitedOf(situation, environment4);
    const end = await smokeRounds(context, { version, tests: tests2, observation, leftToMigrate, validation: validation2 });
    if (end.kind !== "tested") return end;
    return did({
      ...end,
      notes: [...compared.notes, ...end.notes],
      version,
      tests: tests2.map(({ name }) => name),
      testsDigest: testsDigest(project),
      isAssumed: project.product.probes.migrations === void 0,
      isValidation: validation2 !== void 0
    });
  },
  record: ({ version, migrations, milliseconds: milliseconds2, rounds, ...smoked }, { opened: opened2 }) => ({
    type: "smoke-tested",
    release: opened2.release,
    version,
    migrations,
    ...smoked.isAssumed ? { assumed: true } : {},
    tests: smoked.tests,
    testsDigest: smoked.testsDigest,
    milliseconds: milliseconds2,
    ...smoked.notes.length === 0 ? {} : { compared: smoked.notes },
    ...smoked.isValidation ? { validatedMilliseconds: milliseconds2, rounds } : {}
  }),
  conclude: async (context) => {
    await recordCompletion(context);
    return [];
  },
  report: ({ version, tests: tests2, notes, milliseconds: milliseconds2, rounds, isValidation }, { opened: { environment: environment4 } }) => {
    const passed = `${version} on ${environment4} passed ${tests2.length} of ${tests2.length} smoke tests`;
    return {
      headline: isValidation ? `${passed}, ${validationText(milliseconds2, rounds)}.` : `${passed} in ${durationText(milliseconds2)}.`,
      details: [...tests2, ...notes]
    };
  }
});
async function recordCompletion(context) {
  const { project, environment: environment4, hop } = context;
  const situation = await context.situation();
  const reference2 = referenceTo(hop);
  if (environment4 === "staging") {
    const { rehearsal } = situation;
    if (rehearsal.kind !== "started" || !isComplete(rehearsal, project.traits)) return;
    const contents2 = allContentDigests(project);
    const { backup: backup4 } = rehearsal;
    const on4 = backup4 === void 0 ? {} : { backup: backup4 };
    await project.journal.append({ type: "rehearsed", hop: reference2, ...on4, contents: contents2 });
    return;
  }
  const { promotion, observation } = situation;
  const waited = promotion.waited !== void 0 && (promotion.migrating !== void 0 || !project.traits.deferrable);
  const migrated = waited || isNothingToStart(situation);
  if (promotion.completed === void 0 && promotion.smoked && migrated && observation.migrations.kind === "done") {
    await project.journal.append({ type: "completed", hop: reference2 });
  }
}

// src/steps/hop-steps.ts
var declared2 = {
  plan: planDeclared,
  approve: approveDeclared,
  "mark-disposable": markDeclared,
  check,
  backup: backup3,
  restore,
  deploy,
  wait,
  smoke: smoke2,
  migrate,
  rollback,
  report: reportDeclared,
  fleet: fleetDeclared
};
function declaredBy({ command: command2 }) {
  return declared2[command2];
}

// src/init/render/reads-logs.ts
var tests = array(looseObject({ logs: unknown().optional() }));
var written4 = looseObject({
  smoke: unknown().optional(),
  product: union([string(), looseObject({ smoke: unknown().optional(), extends: string().optional() })])
});
function readsLogs(document) {
  const read2 = written4.safeParse(document);
  if (!read2.success) return false;
  const { smoke: smoke3, product: product2 } = read2.data;
  const own = typeof product2 === "string" ? void 0 : product2.smoke;
  const name = typeof product2 === "string" ? product2 : product2.extends;
  const shipped = own === void 0 && name !== void 0 ? shippedProducts.find(name)?.smoke ?? [] : [];
  return [smoke3, own].some(hasLogs) || shipped.some(({ kind: kind2 }) => kind2 === "logs");
}
function hasLogs(list4) {
  return tests.safeParse(list4).data?.some(({ logs }) => logs !== void 0) ?? false;
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
  "mark",
  "fleet"
];
var others = {
  plan: [{ command: "plan", environment: "production" }],
  approve: [{ command: "approve", environment: "production" }],
  report: [{ command: "report", environment: "production" }],
  rollback: [
    { command: "rollback", environment: "production" },
    { command: "report", environment: "production" }
  ],
  mark: [{ command: "mark-disposable", environment: "staging" }],
  fleet: [{ command: "fleet", environment: "production" }]
};
function runsIn(job, traits) {
  switch (job) {
    case "read":
    case "rehearse":
    case "promote":
    case "finalize":
      return hopSequence(traits).filter((step3) => step3.job === job);
    default:
      return others[job];
  }
}
function partsOf2(job, proveRestorePoint, document) {
  const running = runsIn(job, { deferrable: true, proveRestorePoint });
  return running.flatMap((one) => placesOf(declaredBy(one).needs, one.environment, readsLogs(document)));
}
function rightsOf(job, traits) {
  const running = runsIn(job, traits);
  return {
    writesJournal: running.some((one) => declaredBy(one).writesJournal),
    gate: running.map((one) => declaredBy(one).gateAt(one)).find((gate2) => gate2 !== void 0)
  };
}

// src/init/scripts.ts
import { existsSync } from "node:fs";
import { readFile as readFile10 } from "node:fs/promises";
import { isAbsolute, join as join18, resolve as resolve9 } from "node:path";

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
function script(path, lines2) {
  return { path: path.replace(/^\.\//, ""), text: `#!/usr/bin/env bash
${lines2.join("\n")}
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
  return Object.entries(value).flatMap(([key, member2]) => {
    if (key === "before" || key === "after") return [];
    const isCommand = (key === "run" || key === "stop") && Array.isArray(member2);
    return isCommand ? [member2.filter((word2) => typeof word2 === "string")] : commandsIn(member2);
  });
}
async function unfinishedScripts(document, directory) {
  const unfinished = [];
  for (const name of scriptsIn(document)) {
    const text3 = await readFile10(resolve9(directory, name), "utf8").catch(() => "");
    if (text3.includes(scriptToFillIn)) unfinished.push(name);
  }
  return unfinished;
}

// src/init/render/variables.ts
function jobVariables(document, job, plain4, prove) {
  const open3 = [...plain4, ...plainVariables(document)];
  const used = partsOf2(job, prove, document).flatMap((path) => templates(valueAt2(document, path.split("."))));
  const names = [...new Set(used.flatMap((template2) => variableNames(template2.text)))].toSorted();
  return names.map((name) => ({ name, from: open3.includes(name) ? "vars" : "secrets" }));
}
function allVariables(document) {
  return [...new Set(templates(document).flatMap(({ text: text3 }) => variableNames(text3)))].toSorted();
}
function valueAt2(value, path) {
  return path.reduce((part17, key) => {
    if (typeof part17 !== "object" || part17 === null) return void 0;
    return Object.entries(part17).find(([name]) => name === key)?.[1];
  }, value);
}

// src/init/render/login.ts
var parts = [
  { place: "backup.store", kinds: backupStoreInit },
  { place: "journal.store", kinds: journalStoreInit },
  ...environmentNames.flatMap((environment4) => [
    { place: `environments.${environment4}.deploy`, kinds: deployerInit },
    { place: `environments.${environment4}.topology`, kinds: topologyLogins }
  ])
];
function loginsOf(document, job, proveRestorePoint) {
  const used = partsOf2(job, proveRestorePoint, document);
  const needed2 = parts.flatMap(({ place: place3, kinds: kinds5 }) => {
    const isUsed = used.some((each) => each === place3 || place3.startsWith(`${each}.`));
    const chosen = valueAt2(document, place3.split("."));
    const login = kinds5.find(({ name }) => isUsed && hasKey(chosen, name))?.login;
    const isKeyed = login !== void 0 && hasKey(Object.values(Object(chosen))[0], "credentials");
    return login === void 0 || isKeyed ? [] : [login];
  });
  return needed2.filter((login, index) => needed2.indexOf(login) === index);
}
function loginStep({ name, action, with: inputs2 }) {
  return [
    `- name: ${name}`,
    `  uses: ${usesText(action)}`,
    "  with:",
    ...Object.entries(inputs2).map(
      ([input, value]) => `    ${input}: ${typeof value === "string" ? value : `\${{ vars.${value.variable} }}`}`
    )
  ];
}
function hasKey(value, key) {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

// src/core/model/fleet-leg.ts
var mostSystems = 2 * longestMatrix;
function matricesOf(legs) {
  return { systems: legs.slice(0, longestMatrix), "more-systems": legs.slice(longestMatrix, mostSystems) };
}

// src/init/render/job.ts
var ofSystem2 = "${{ inputs.system }}";
function namedForSystem(name, { fleet }) {
  return fleet === void 0 ? name : `${ofSystem2}-${name}`;
}
function hasGate({ gates }, setting) {
  return gates.production === setting || gates.finalize === setting;
}
function renderJob(parts2, content) {
  const { settings: settings17 } = content;
  const variables = variablesOf2(parts2.job, content);
  const freezable = parts2.job === "promote" || parts2.job === "finalize";
  const environment4 = [...variables, ...freezable ? [{ name: freezeVariable, from: "vars" }] : []];
  const { writesJournal, gate: gate2 } = rightsOf(parts2.job, content.traits);
  const url = parts2.record ? content.urls[parts2.side] : void 0;
  const body = [
    `name: ${scalar(parts2.name)}`,
    ...parts2.needs === void 0 ? [] : [`needs: ${labels(parts2.needs)}`],
    ...parts2.if === void 0 ? [] : [`if: ${scalar(parts2.if)}`],
    `runs-on: ${runner(settings17.runners[parts2.side].map(labelFor(parts2)))}`,
    "environment:",
    `  name: ${parts2.everySystem === true ? parts2.environment : namedForSystem(parts2.environment, content)}`,
    ...parts2.record ? [] : ["  deployment: false"],
    ...url === void 0 ? [] : [`  url: ${scalar(url)}`],
    "permissions:",
    ...indent(
      2,
      permissions({
        pushes: writesJournal,
        keepsFiles: deployChangesFiles(content) && parts2.steps.some(deploys),
        readsApprovals: gate2 !== void 0 && content.gates[gate2] === "environment",
        writesIssues: content.tracksIssue && parts2.steps.some(reports),
        oidc: settings17.oidc
      })
    ),
    `timeout-minutes: ${parts2.timeoutMinutes ?? content.jobMinutes}`,
    "outputs:",
    ...indent(2, mapping(parts2.outputs)),
    ...environment4.length === 0 ? [] : ["env:"],
    ...environment4.map(({ name, from }) => `  ${name}: \${{ ${from}.${name} }}`),
    "steps:",
    ...indent(2, steps2(parts2, content))
  ];
  return [`  ${parts2.job}:`, ...indent(4, body)];
}
function labelFor({ everySystem }) {
  return (label2) => label2.replaceAll("{system}", everySystem === true ? "fleet" : ofSystem2);
}
function variablesOf2(job, { fleet, document, settings: settings17, proveRestorePoint }) {
  const all = (fleet?.documents ?? [document]).flatMap(
    (each) => jobVariables(each, job, settings17.plain, proveRestorePoint)
  );
  const secret = new Set(all.flatMap(({ name, from }) => from === "secrets" ? [name] : []));
  return [...new Set(all.map(({ name }) => name))].toSorted().map((name) => ({ name, from: secret.has(name) ? "secrets" : "vars" }));
}
function runner(list4) {
  return `${labels(list4)}${list4.includes("self-hosted") ? " # zizmor: ignore[self-hosted-runner]" : ""}`;
}
function reports({ with: inputs2 }) {
  return inputs2.some(([name, value]) => name === "command" && value === "report");
}
function deploys({ with: inputs2 }) {
  return inputs2.some(([name, value]) => name === "command" && (value === "deploy" || value === "rollback"));
}
function permissions({ pushes, keepsFiles, readsApprovals, writesIssues, oidc }) {
  const writes = [
    ...pushes ? ["pushes the branch that holds the journal"] : [],
    ...keepsFiles ? ["commits the file that a hop has changed"] : []
  ];
  return [
    writes.length > 0 ? `contents: write # ${writes.join(", ")}` : "contents: read",
    ...keepsFiles ? ["pull-requests: write # proposes that file where the branch takes no commits"] : [],
    ...readsApprovals ? ["actions: read # reads who approved, and that approval is required"] : [],
    ...writesIssues ? ["issues: write # keeps the issue of the climb up to date"] : [],
    ...oidc ? ["id-token: write # logs in to your cloud without a stored secret"] : []
  ];
}
function deployChangesFiles({ fleet, document }) {
  const settings17 = (fleet?.documents ?? [document]).flatMap(
    (each) => environmentNames.map((environment4) => valueAt(each, ["environments", environment4, "deploy"]))
  );
  return settings17.some(
    (deploy2) => deployerInit.some(({ name, changesFiles }) => changesFiles === true && isMapping(deploy2) && name in deploy2)
  );
}
function steps2({ job, everySystem, steps: own }, content) {
  const { settings: settings17, document, proveRestorePoint, fleet } = content;
  const system2 = fleet === void 0 || everySystem === true ? [] : [["system", ofSystem2]];
  return [
    "- name: Check out the configuration",
    `  uses: ${usesText(checkout)}`,
    "  with:",
    "    persist-credentials: false",
    ...deployChangesFiles(content) ? ["    ref: ${{ github.ref }} # as it is now, with what the hops before have committed"] : [],
    `# staged-upgrade: begin login ${job} (your steps that log in: OIDC, a VPN, a registry)`,
    ...loginsOf(document, job, proveRestorePoint).flatMap(loginStep),
    `# staged-upgrade: end login ${job}`,
    ...own.flatMap((step3) => [
      `- name: ${scalar(step3.name)}`,
      `  id: ${step3.id}`,
      ...step3.if === void 0 ? [] : [`  if: ${scalar(step3.if)}`],
      ...step3.timeoutMinutes === void 0 ? [] : [`  timeout-minutes: ${step3.timeoutMinutes}`],
      `  uses: ${usesText(step3.uses ?? settings17.action)}`,
      "  with:",
      ...indent(4, mapping(step3.uses === void 0 ? [...step3.with, ...system2] : step3.with))
    ])
  ];
}

// src/init/render/needed.ts
var fleetEnvironment = "fleet";
function environmentOfJob(job, scope2) {
  switch (job) {
    case "plan":
    case "read":
    case "report":
      return "production-read";
    case "fleet":
      return fleetEnvironment;
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
    "fleet",
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
function loginVariables({ document, proveRestorePoint, settings: settings17 }, job) {
  if (!settings17.oidc) return [];
  return loginsOf(document, job, proveRestorePoint).flatMap((login) => Object.values(login.with)).flatMap((value) => typeof value === "string" ? [] : [{ name: value.variable, from: "vars" }]);
}
function neededEnvironments(content) {
  const { scope: scope2 } = content;
  const jobs = jobsOf(content.traits, scope2);
  const names = [...new Set(jobs.map((job) => environmentOfJob(job, scope2)))];
  return names.map((name) => {
    const all = jobs.filter((job) => environmentOfJob(job, scope2) === name).flatMap((job) => [...variablesOf2(job, content), ...loginVariables(content, job)]);
    const byName = new Map(all.map((variable) => [variable.name, variable]));
    return { name, variables: [...byName.values()].toSorted((a5, b6) => a5.name < b6.name ? -1 : 1) };
  });
}

export {
  processMark,
  operations,
  deployPlaceText,
  journalEvent,
  ofHop,
  inEnvironment2 as inEnvironment,
  isOf,
  latest,
  after,
  finishRollback,
  waysToRollBack,
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
  taken2 as taken,
  settingsOf,
  stagingOf,
  needed,
  hopTraits,
  valueAt,
  texts,
  pathText,
  gateNames,
  approvedEnvironment,
  terminalGate,
  pathGate,
  environmentOfGate,
  environmentOn,
  confirmationFor,
  dataText,
  dataPlace,
  lossText,
  eventSentence,
  runName,
  eventWords,
  localText,
  decideWindow,
  nextLongEnough,
  windowsWaiver,
  ConfigurationError,
  loadConfiguration,
  loadFleet,
  unfinishedPlaces,
  asItIs,
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
  endOfRun,
  releaseLease,
  unfinishedRestore,
  wasRestored,
  unfinishedRollback,
  startedMigrations,
  promotionOf,
  recordOf,
  jobNames,
  isReversible,
  hopSequence,
  rehearsalOf,
  confirmableOf,
  situationOf,
  countedRehearsal,
  ageInMilliseconds,
  standingOfMark,
  isSameAttempt,
  servesTarget,
  isOnlyToWatch,
  howToRetry,
  awaitedOf,
  toApprove,
  toApproveNext,
  heading,
  paragraph,
  list3 as list,
  folded,
  section2 as section,
  table,
  spansOf,
  markdownOf,
  dayTime,
  dayOf,
  fullTime,
  exactTime,
  moment,
  windowSentence,
  windowWarning,
  windowBox,
  pathDocument,
  hopStands,
  trackingIssue,
  noticeOfReport,
  namedStates,
  stagesSource,
  labelOf2 as labelOf,
  topologyText,
  readLabel,
  partsOf,
  stateOf2 as stateOf,
  unusableDeclaration,
  hopsTo,
  openData,
  identitiesOf,
  openLiveSystem,
  withFiles,
  lookAtFiles,
  noticeFacts,
  announce,
  journalColumns,
  journalLog,
  journalRow,
  diagnosticsPrefix,
  expectedMilliseconds,
  rehearsedMigrations,
  evidenceOf2 as evidenceOf,
  changedSince2 as changedSince,
  longestMatrix,
  matrixHopOf,
  hopsOf,
  hopDigest,
  doneContents,
  allContentDigests,
  readHop,
  asPlanned,
  typedHop,
  refuseLostRecords,
  warnOfLostRecords,
  lostRecords,
  backupPlaces,
  identityPlace,
  liveWithin,
  withNewRun,
  newRunOf,
  exitCodes,
  exitCodeOf,
  stoppedExitCodes,
  stoppedMessage,
  ask,
  gateReader,
  branchReader,
  asking,
  freezeVariable,
  decideFreeze,
  decidePlacesApart,
  productionPlace,
  did,
  nothingElse,
  step2 as step,
  approvePath,
  decideProductionIsUnmarked,
  backup3 as backup,
  settingProblems,
  check,
  unprovedDeferral,
  planDeclared,
  decideRollback,
  deploy,
  budgetOf,
  migrate,
  wait,
  restore,
  rollback,
  smoke2 as smoke,
  initInputs,
  refuseHidden,
  refuseHiddenFlags,
  refuseExpressions,
  initFamilies,
  indent,
  answersFrom,
  renderConfiguration,
  partVariables,
  variableFindings,
  markStaging2 as markStaging,
  mostSystems,
  matricesOf,
  declaredBy,
  workflowJobs,
  allVariables,
  valueAt2,
  renderScripts,
  scriptsIn,
  missingScripts,
  unfinishedScripts,
  loginsOf,
  ofSystem2 as ofSystem,
  namedForSystem,
  hasGate,
  renderJob,
  permissions,
  deployChangesFiles,
  fleetEnvironment,
  environmentOfJob,
  jobsOf,
  credentialEnvironments,
  neededEnvironments
};
