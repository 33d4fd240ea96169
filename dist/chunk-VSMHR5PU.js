import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  backupPurposes,
  manifestFormat,
  operations
} from "./chunk-QY47XVLF.js";
import {
  isBackupId
} from "./chunk-WSCMQIMT.js";
import {
  earliest
} from "./chunk-TYRW65SW.js";
import {
  awsLogin,
  kind,
  namedKind,
  oneOf
} from "./chunk-CF4GPMPN.js";
import {
  deployPlace,
  eventSentence
} from "./chunk-E6PL2XUX.js";
import {
  databasePattern
} from "./chunk-PZ7VFSWD.js";
import {
  processMark
} from "./chunk-7TUZMR4G.js";
import {
  omissions,
  outsideSettings,
  rolesSettings
} from "./chunk-LQHHNFQW.js";
import {
  openS3
} from "./chunk-NC5ORQA5.js";
import {
  partSize,
  readObject,
  readWhole,
  steadyBucket,
  upload
} from "./chunk-YFFMPJHB.js";
import {
  eachOf
} from "./chunk-4UVUI2BM.js";
import {
  markIn,
  markText
} from "./chunk-NWYZOM3M.js";
import {
  openAzure
} from "./chunk-CAUOYVYP.js";
import {
  networkFailure
} from "./chunk-QG6HMOOH.js";
import {
  BucketError,
  pieceBytes
} from "./chunk-WWXUUFM4.js";
import {
  environmentNames,
  releaseSides
} from "./chunk-WNC3J4Y2.js";
import {
  artifact
} from "./chunk-EJC5YJIG.js";
import {
  fine,
  problem
} from "./chunk-5KFJR3PX.js";
import {
  hopParts,
  partVersions
} from "./chunk-BRELSNAC.js";
import {
  syncFile,
  syncFolder
} from "./chunk-NW77X6IW.js";
import {
  childEnvironment
} from "./chunk-NPAGDH5U.js";
import {
  looksSecret
} from "./chunk-FVAJADZM.js";
import {
  bytesText,
  durationText
} from "./chunk-NPESFTYR.js";
import {
  makeFolder
} from "./chunk-CSXL2D7F.js";
import {
  iso_exports
} from "./chunk-L5QXXGGG.js";
import {
  awsKeys
} from "./chunk-ZMOF3DMZ.js";
import {
  argv,
  duration,
  slug,
  template
} from "./chunk-X67IRU5F.js";
import {
  array,
  boolean,
  discriminatedUnion,
  int,
  literal,
  looseObject,
  m,
  number,
  object,
  record,
  strictObject,
  string,
  union,
  unknown
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

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
var settings = strictObject(azurePlace);

// src/drivers/data/bucket-method.ts
var methods = ["auto", "versions", "copy"];
var bucketComparison = {
  method: m(methods).default("auto").describe(
    "What a backup is. `versions`: the list of objects and their versions, which the bucket keeps; `copy`: all their bytes; `auto`: versions where versioning is enabled, otherwise copies."
  ),
  fingerprint: strictObject({
    content: boolean().default(true).describe("Compare the bytes of each object, which reads all of them. `false` compares keys and sizes.")
  }).prefault({}).describe("What is compared after a restore.")
};

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

// src/drivers/data/azure-container/init.ts
var azureContainerInit = {
  name: "azure-container",
  title: "a container of Azure Blob Storage, with files of the application",
  settings: {
    account: { usual: "${{PREFIX}{SIDE}_ACCOUNT}", scriptVariable: "ACCOUNT" },
    container: { usual: "${{PREFIX}{SIDE}_CONTAINER}", scriptVariable: "CONTAINER" }
  },
  scrubExamples: [
    `az storage blob delete-batch --auth-mode login --account-name "$ACCOUNT" --source "$CONTAINER" --pattern 'exports/*'`
  ],
  login: azureLogin
};

// src/drivers/data/azure-container/words.ts
var azureWords = {
  ...{ kind: "azure-container", noun: "container", reference: "azure-versions" },
  unversioned: {
    suspended: "is off, or was turned on after some of its blobs were written: these have no version",
    never: "is off: no blob of it has a version"
  },
  versionRights: (name) => `the role "Storage Blob Data Reader" on "${name}", for a login or a token; a key opens its own account alone`,
  keepLonger: "Keep versions for longer than backups (lifecycle management)"
};

// src/drivers/data/azure-container/kind.ts
var settings2 = strictObject({
  ...azurePlace,
  container: template.meta({
    description: "The name of the container. Staging has one of its own, never production's.",
    examples: ["documents"]
  }),
  prefix: template.default("").describe("What the names start with, without a slash at the end. Left out, all blobs of the container."),
  ...bucketComparison
}).describe("A container of Azure Blob Storage with files of the application.");
var part = namedKind(
  "azure-container",
  settings2,
  (chosen, context) => storeOnDemand({ kind: "azure-container", noun: "container" }, async () => {
    const [{ bucketStore: bucketStore2 }, { connectAzure }] = await Promise.all([
      import("./bucket-store-JODFQNZT.js"),
      import("./open-ODN6HHOB.js")
    ]);
    const { method, fingerprint: fingerprint2, ...place2 } = chosen;
    return bucketStore2({
      ...{ words: azureWords, method, content: fingerprint2.content, context },
      own: connectAzure(place2, context),
      source: ({ bucket, server }) => connectAzure(place2, context, { name: bucket, server })
    });
  })
);
var azureContainer = { part, init: azureContainerInit };

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
    const named2 = { path, uid: found.uid, gid: found.gid };
    if (found.isDirectory()) return { kind: "folder", ...named2, mode: mode2 };
    if (found.isFile()) return { kind: "file", ...named2, mode: mode2, bytes: found.size };
    if (!found.isSymbolicLink()) throw refused(`"${full}" is neither a file nor a folder`, "Remove it.");
    const target = await readlink(full);
    if (!leadsOut(path, target)) return { kind: "link", ...named2, target };
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
function refused(happened2, next) {
  return new SystemFailure({
    happened: `${happened2}.`,
    means: "A copy could not be equal to this folder. Nothing was changed.",
    next: `${next} Then run the step again.`
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
    const read = await readOnce(path, copy2, signal);
    if (read !== "changed") return read;
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
    let bytes2 = 0;
    await pipeline(
      file.createReadStream({ autoClose: false, start: 0 }),
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
    const after = await file.stat({ bigint: true });
    const isSame = before.mtimeNs === after.mtimeNs && before.size === after.size && after.size === BigInt(bytes2);
    return isSame ? { bytes: bytes2, sha256: hash2.digest("hex") } : "changed";
  } finally {
    await file.close();
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
async function readFingerprint(root, at, signal) {
  const kept = [];
  for (const entry of await readTree(root, signal)) {
    if (entry.kind !== "file") {
      kept.push(entry);
      continue;
    }
    const read = await readFile(join2(root, entry.path), void 0, signal);
    if (read !== void 0) kept.push({ ...entry, ...read });
  }
  return fingerprintOf(kept, at);
}
function fingerprintOf(kept, at) {
  const groups = [...Map.groupBy(kept, groupOf)].toSorted(([a], [b]) => a < b ? -1 : 1);
  const folders = groups.map(([name, entries]) => folderOf(name, entries));
  return { at: at.toISOString(), tables: [], sequences: [], folders };
}
function groupOf({ kind: kind2, path }) {
  const [first = "", ...rest] = path.split("/");
  return rest.length > 0 || kind2 === "folder" ? first : ".";
}
function folderOf(name, entries) {
  const hash2 = createHash2("sha256");
  let [files, bytes2] = [0, 0];
  for (const entry of entries.toSorted((a, b) => a.path < b.path ? -1 : 1)) {
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
  const table = await readFile2("/proc/self/mountinfo", "utf8").catch(() => "");
  return table.split("\n").some((line) => unescaped(line.split(" ")[4] ?? "") === path);
}
function unescaped(text2) {
  return text2.replace(/\\(?<code>[0-7]{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8)));
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
    const text2 = await readFile3(kept, "utf8");
    const { ino } = await stat(kept, { bigint: true });
    const place2 = `the file "${kept}"`;
    const mark2 = markIn(text2, { tiedTo: `file number ${ino}, of folder number ${number2}`, place: place2 });
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
var innerPath = string().min(1).refine((path) => !path.startsWith("/") && !path.split("/").some((part19) => ["", ".", ".."].includes(part19)));
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
    const read = await readFile(join3(root, entry.path), copy2, signal);
    if (read !== void 0) kept.push({ ...entry, ...read });
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
    const read = await readFile(keptAt(directory, entry.path), void 0, signal);
    if (read === void 0) throw damaged(`"${entry.path}" is missing`);
    if (read.sha256 !== entry.sha256) throw damaged(`"${entry.path}" has other content than when it was written`);
  }
  return kept;
}
async function readList(directory) {
  const text2 = await readText(join3(directory, listName), "utf8").catch(() => void 0);
  if (text2 === void 0) throw damaged(`"${listName}" is missing`);
  try {
    return list.parse(JSON.parse(text2));
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
  const holding = await Promise.all(ids.map(async (id) => await hasOpen(id, isMeant) ? [Number(id)] : []));
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
  const holders = await processesHolding((held) => held.startsWith(`${root}/`));
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
      const at = clock.now();
      const kept = await keepTree(root, directory, { log, signal });
      return {
        identity: identity2,
        dataAt: at.toISOString(),
        // Of the very bytes that were copied.
        fingerprint: { kind: "same-snapshot", value: fingerprintOf(kept, at) },
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
var settings3 = strictObject({
  path: template.describe(
    "The folder. A relative path starts in the folder of the command. On staging it must not be a mount itself: name a folder inside."
  )
}).describe(
  "A folder with files, such as uploads: copied with modes and links, compared by path, size and SHA-256. It should not be written while it is copied."
);
var part2 = namedKind(
  "folder",
  settings3,
  (chosen, { effects, where, placeholders }) => folderStore({
    path: () => resolve2(effects.directory, effects.variables.fill(chosen.path, `${where}.path`, placeholders)),
    apart: [effects.directory],
    clock: effects.clock
  })
);
var folder = { part: part2, init: folderInit };

// src/drivers/data/infrahub-backup/init.ts
var infrahubBackupInit = {
  name: "infrahub-backup",
  title: "Infrahub's graph and task manager, by infrahub-backup",
  settings: { project: { usual: "${{PREFIX}{SIDE}_PROJECT}", scriptVariable: "PROJECT" } },
  scrubExamples: [
    `docker compose --project-name "$PROJECT" exec -T database sh -c 'cypher-shell -u "\${NEO4J_AUTH%%/*}" -p "\${NEO4J_AUTH#*/}"' < deploy/scrub.cypher`
  ]
};

// src/drivers/data/infrahub-backup/kind.ts
var settings4 = strictObject({
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
var part3 = namedKind(
  "infrahub-backup",
  settings4,
  (chosen, context) => storeOnDemand(
    // The vendor's program works on running containers: it stops and starts what it has to.
    { kind: "infrahub-backup", noun: "installation", serverDuringRestore: "running" },
    async () => {
      const { openStore } = await import("./store-NZPCJT64.js");
      return openStore(chosen, context);
    }
  )
);
var infrahubBackup = { part: part3, init: infrahubBackupInit };

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
  oplog: boolean().default(false).describe(
    "Whether what is written during a dump is taken from the oplog and replayed behind it, so that all collections are of one moment: for a replica set of MongoDB 5.0 or later. A restore then takes the right to apply oplog entries, see [rights](mongodb.md#rights)."
  ),
  "changed-meanwhile": m(meanwhileSettings).default("stated").describe(
    "What happens when documents are written while they are dumped, so that the collections of a backup are of different moments: `stated` says which, and how far apart they are; `refused` takes no such backup."
  ),
  fingerprint: strictObject({
    content: boolean().default(true).describe("Compare the documents themselves, by a sum of their SHA-256. `false` only counts them.")
  }).prefault({}).describe("What is compared after a restore.")
}).describe("Databases of a MongoDB server: dumped with mongodump and restored with mongorestore.");

// src/drivers/data/mongodb/kind.ts
var part4 = namedKind(
  "mongodb",
  mongodbSettings,
  (settings19, context) => storeOnDemand(
    {
      kind: "mongodb",
      noun: "database",
      ...settings19["server-is-upgraded"] ? { serverDuringRestore: "running" } : {}
    },
    async () => {
      const { mongodbStore } = await import("./store-XOBCLEBS.js");
      return mongodbStore(settings19, context);
    }
  )
);
var mongodb = { part: part4, init: mongodbInit };

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
var settings5 = strictObject({
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
var part5 = namedKind("mysql", settings5, (chosen, { effects, where, placeholders }) => {
  const fill = (value, key) => effects.variables.fill(value, `${where}.${key}`, placeholders);
  return storeOnDemand({ kind: "mysql", noun: "database" }, async () => {
    const { mysqlDatabase } = await import("./database-ZFU5UIZG.js");
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
var mysql = { part: part5, init: mysqlInit };

// src/drivers/data/neo4j/init.ts
var neo4jInit = {
  name: "neo4j",
  title: "Neo4j",
  settings: {
    url: { usual: "${{PREFIX}{SIDE}_NEO4J_URL}", scriptVariable: "NEO4J_URL" },
    password: { usual: "${{PREFIX}{SIDE}_NEO4J_PASSWORD}", scriptVariable: "NEO4J_PASSWORD" },
    stop: {
      usual: ["sudo", "systemctl", "stop", "neo4j"],
      comment: "The community edition is dumped while it is stopped."
    },
    start: { usual: ["sudo", "systemctl", "start", "neo4j"] }
  },
  scrubExamples: [`cypher-shell -a "$NEO4J_URL" "MATCH (n:Webhook) DETACH DELETE n"`],
  onOwnRunners: true
};

// src/drivers/data/neo4j/kind.ts
var settings6 = strictObject({
  url: template.describe("The address of the server: `bolt://localhost:7687`, or `neo4j+s://\u2026`."),
  username: template.prefault("neo4j").describe("A user who may read the database and `SHOW SETTINGS`."),
  password: template.describe("Its password. Best a variable: `${NEO4J_PASSWORD}`."),
  database: string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, "the name of a database, such as neo4j").default("neo4j").describe("The name of the database."),
  method: m(["dump", "online"]).default("dump").describe(
    "What a backup is. `dump`: by `neo4j-admin database dump`, while the database is stopped. `online`: by `neo4j-admin database backup` of the enterprise edition, which stops nothing."
  ),
  from: template.optional().describe(
    "With `method: online`, where the server listens for backups; left out, the host of `url` with port 6362."
  ),
  stop: argv.optional().describe(
    "Stops the server, which the community edition needs for a dump and for a restore. Left out, the enterprise edition stops the database alone."
  ),
  start: argv.optional().describe("Starts it again; it may return before the server answers."),
  admin: template.prefault("neo4j-admin").describe("The program `neo4j-admin` of this server."),
  shell: template.prefault("cypher-shell").describe("The program `cypher-shell`."),
  "ready-within": duration.prefault("10m").describe("How long the server may take to answer after it was started."),
  timeout: duration.prefault("4h").describe("How long a backup or a restore may take."),
  fingerprint: strictObject({
    content: boolean().default(true).describe(
      "Compare what is in the graph, by sums of all nodes and relationships with their properties. `false` only counts them."
    )
  }).prefault({}).describe("What is compared after a restore.")
}).refine(({ stop, start }) => stop === void 0 === (start === void 0), {
  error: '"stop" and "start" go together'
}).describe(
  "A database of a Neo4j server on the machine of the runner, by `neo4j-admin`: for those who run Neo4j themselves."
);
var part6 = namedKind(
  "neo4j",
  settings6,
  (chosen, context) => storeOnDemand({ kind: "neo4j", noun: "database" }, async () => {
    const { neo4jStore } = await import("./store-E5WQFXQG.js");
    return neo4jStore(chosen, context);
  })
);
var neo4j = { part: part6, init: neo4jInit };

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
var settings7 = strictObject({
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
var part7 = namedKind(
  "postgres",
  settings7,
  (chosen, context) => storeOnDemand({ kind: "postgres", noun: "database" }, async () => await opened(chosen, context))
);
async function opened(chosen, { effects, where, placeholders }) {
  const [{ parseConnection }, { postgresDatabase }] = await Promise.all([
    import("./connection-AO2VILQ7.js"),
    import("./database-4ORQQEBR.js")
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
var postgres = { part: part7, init: postgresInit };

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
    "server-is-upgraded": boolean().default(false).describe(
      "Whether it is the cluster itself that hops change, its engine or its instances: then nothing is stopped before a restore, since what the probes ask is the cluster. Nothing else may write to it meanwhile."
    ),
    within: duration.prefault("4h").describe("How long a snapshot or a restore may take.")
  }).refine(({ cluster, instance }) => cluster === void 0 !== (instance === void 0), {
    error: 'either "cluster" or "instance"'
  }).describe(
    "A cluster or an instance of Amazon RDS or Aurora: a backup is a snapshot, which the provider keeps, and a restore makes a new one in the place of the old one, under the same name."
  );
}
function rds(database) {
  const part19 = namedKind(
    "rds",
    settingsWith(database),
    (chosen, context) => storeOnDemand(
      {
        kind: "rds",
        noun: chosen.cluster === void 0 ? "instance" : "cluster",
        ...chosen["server-is-upgraded"] ? { serverDuringRestore: "running" } : {}
      },
      async () => {
        const { openStore } = await import("./store-DYVLHPYG.js");
        return openStore(chosen, context);
      }
    )
  );
  return { part: part19, init: rdsInit };
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
var settings8 = strictObject(s3Place);

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

// src/drivers/data/s3-bucket/words.ts
var s3Words = {
  ...{ kind: "s3-bucket", noun: "bucket", reference: "s3-versions" },
  unversioned: { suspended: "is suspended: what is replaced now is gone", never: "was never enabled" },
  versionRights: (name) => `s3:GetObject and s3:GetObjectVersion on "${name}"`,
  keepLonger: "Keep versions for longer than backups (NoncurrentVersionExpiration)"
};

// src/drivers/data/s3-bucket/kind.ts
var settings9 = strictObject({
  ...s3Place,
  bucket: template.meta({
    description: "The name of the bucket. Staging has one of its own, never production's.",
    examples: ["acme-documents"]
  }),
  prefix: template.default("").describe("What the keys start with, without a slash at the end. Left out, all objects of the bucket."),
  ...bucketComparison
}).describe("A bucket of S3, or of a server that speaks its protocol, with files of the application.");
var part8 = namedKind(
  "s3-bucket",
  settings9,
  (chosen, context) => storeOnDemand({ kind: "s3-bucket", noun: "bucket" }, async () => {
    const [{ bucketStore: bucketStore2 }, { connectS3 }] = await Promise.all([
      import("./bucket-store-JODFQNZT.js"),
      import("./open-SOYOZOPI.js")
    ]);
    const { method, fingerprint: fingerprint2, ...place2 } = chosen;
    return bucketStore2({
      ...{ words: s3Words, method, content: fingerprint2.content, context },
      own: connectS3(place2, context),
      source: ({ bucket }) => connectS3({ ...place2, bucket }, context)
    });
  })
);
var s3Bucket = { part: part8, init: s3BucketInit };

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

// src/drivers/data/sqlite/locked.ts
var busyMilliseconds = 1e3;
var patienceMilliseconds = 6e4;
var killedMilliseconds = 2e3;
var busy = 5;
var readonlyRollback = 776;
async function whenNotLocked(file, { clock, signal }, read) {
  const started = clock.now().getTime();
  for (; ; ) {
    try {
      return read();
    } catch (cause) {
      const code = codeOf2(cause);
      const waited = clock.now().getTime() - started;
      if (code === readonlyRollback) {
        if (waited >= killedMilliseconds) throw halfWritten(file);
      } else if ((code & 255) === busy) {
        if (waited >= patienceMilliseconds) throw locked(file, waited);
      } else throw cause;
    }
    await clock.sleep(100, signal);
  }
}
function codeOf2(cause) {
  return cause instanceof Error && "errcode" in cause && typeof cause.errcode === "number" ? cause.errcode : 0;
}
function locked(file, waited) {
  return new SystemFailure({
    happened: `"${file}" could not be read: other processes have kept it locked for ${durationText(waited)}.`,
    means: "Nothing was done.",
    next: 'Run the step again when its server writes less, switch the database to WAL ("PRAGMA journal_mode = WAL"), or end the process that holds it.'
  });
}
function halfWritten(file) {
  return new SystemFailure({
    happened: `The last write to "${file}" was never finished: its server was killed and left "${file}-journal" behind.`,
    means: "Nothing is lost, but only a process that may write can undo that write. Nothing was done.",
    next: 'Start the server once, or run "PRAGMA quick_check" with the sqlite3 program, then run the step again.'
  });
}

// src/drivers/data/sqlite/file.ts
async function openForReading(file, waiting) {
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
    await whenNotLocked(file, waiting, () => database.prepare("SELECT count(*) FROM sqlite_schema").get());
    return database;
  } catch (cause) {
    database.close();
    waiting.signal?.throwIfAborted();
    if (cause instanceof SystemFailure) throw cause;
    throw new SystemFailure({
      happened: `"${file}" could not be read as a SQLite database: ${reasonOf(cause)}.`,
      means: "Nothing was done.",
      next: 'Check the path. A database in WAL mode also needs read and write access to its folder and its "-shm" file.'
    });
  }
}
async function holdSnapshot(database, file, waiting) {
  database.exec("BEGIN");
  await whenNotLocked(file, waiting, () => database.prepare("SELECT count(*) FROM sqlite_schema").get());
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
import { createHash as createHash3 } from "node:crypto";
function readFingerprint2(database, request) {
  const tables = tableNames(database).map((name) => {
    request.signal?.throwIfAborted();
    const rows = Number(database.prepare(`SELECT count(*) AS rows FROM main.${quoted(name)}`).get()?.rows);
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
  const statement = database.prepare(`SELECT * FROM main.${quoted(name)} NOT INDEXED`);
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
function quoted(name) {
  return `"${name.replaceAll('"', '""')}"`;
}

// src/drivers/data/sqlite/backup.ts
var pagesAtOnce = 1e3;
var mostRestarts = 5;
var heldBytes = 128 * 1024 * 1024;
async function backUp(request) {
  const database = await openForReading(request.source, request);
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
  const asked = (query) => whenNotLocked(source, request, () => database.prepare(query).get());
  const mode2 = (await asked("PRAGMA journal_mode"))?.journal_mode;
  if (mode2 === "wal") await holdSnapshot(database, source, request);
  if (await copy(database, request)) return;
  const size = "SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size";
  if (Number((await asked(size))?.bytes) > heldBytes) throw neverEnds(source);
  log.info("The server keeps writing: it is held off for the moment that the copy takes.");
  for (const suffix of ["", "-journal"]) await rm2(`${target}${suffix}`, { force: true });
  await holdSnapshot(database, source, request);
  if (!await copy(database, request)) throw neverEnds(source);
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
async function readIdentity2(file) {
  const place2 = await whereItIs2(file);
  return {
    kind: "sqlite",
    // A file that is not there yet cannot be production's, nor another one that is not there.
    lineage: { "file-number": place2.number ?? `no file yet: ${place2.path}` },
    location: { host: hostname2(), file: place2.path, ...place2.device === void 0 ? {} : { device: place2.device } },
    mark: await readMark2(place2.path)
  };
}
async function markDisposable2(file, choose) {
  const identity2 = await readIdentity2(file);
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
async function whereItIs2(file) {
  try {
    const path = await realpath2(file);
    const { dev, ino } = await stat3(path, { bigint: true });
    return { path, device: String(dev), number: String(ino) };
  } catch (cause) {
    if (!isMissing(cause)) throw outOfReach(file, cause);
  }
  try {
    return { path: join5(await realpath2(dirname4(file)), basename(file)) };
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
    const text2 = await readFile4(kept, "utf8");
    const { ino } = await stat3(kept, { bigint: true });
    const keeping = { tiedTo: `file number ${ino}`, place: `the file "${kept}"` };
    const mark2 = markIn(text2, keeping);
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
async function preflight2(file, clock, { use, subject }) {
  if (use === "backup") {
    (await openForReading(file, { clock })).close();
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
import { randomUUID as randomUUID2 } from "node:crypto";
import { chmod as chmod2, chown, copyFile as copyFile2, readdir as readdir4, realpath as realpath4, rename as rename4, rm as rm3, stat as stat4 } from "node:fs/promises";
import { basename as basename2, dirname as dirname6, join as join6 } from "node:path";
import { DatabaseSync as DatabaseSync2 } from "node:sqlite";
var copySuffix = ".restoring-";
async function replaceFile({
  backup: backup2,
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
    await copyFile2(backup2, beside);
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
  const holders = await processesHolding((held) => held === path);
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
function inUse2(path, by) {
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
    identity: () => readIdentity2(file()),
    preflight: (request) => preflight2(file(), clock, request),
    fingerprint: async (signal, like) => {
      const withContent = like === void 0 ? content : like.tables.some(({ checksum }) => checksum !== void 0);
      const database = await openForReading(file(), { clock, signal });
      try {
        await holdSnapshot(database, file(), { clock, signal });
        return readFingerprint2(database, { at: clock.now(), content: withContent, signal });
      } finally {
        database.close();
      }
    },
    estimatedBytes: async () => await bytesOf(file()) + await bytesOf(`${file()}-wal`),
    markDisposable: (choose) => markDisposable2(file(), choose),
    backup: async ({ directory, log, signal }) => {
      const source = file();
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
      const backup2 = join7(directory, backupName);
      verifyBackup(backup2);
      signal?.throwIfAborted();
      return await replaceFile({ backup: backup2, target: file(), log, mayReplace });
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
var settings10 = strictObject({
  file: template.describe("The database file. A relative path starts in the folder of the command."),
  fingerprint: strictObject({
    content: boolean().default(true).describe("Compare the rows themselves, by a SHA-256 of each table. `false` only counts them.")
  }).prefault({}).describe("What is compared after a restore.")
}).describe("A SQLite database: backed up with its online backup while the server runs.");
var part9 = namedKind(
  "sqlite",
  settings10,
  (chosen, { effects, where, placeholders }) => sqliteDatabase({
    // Filled in when the database is first used: a command may open both environments and touch one.
    file: () => resolve3(effects.directory, effects.variables.fill(chosen.file, `${where}.file`, placeholders)),
    content: chosen.fingerprint.content,
    clock: effects.clock
  })
);
var sqlite = { part: part9, init: sqliteInit };

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
  azureContainer,
  infrahubBackup,
  neo4j
];
var dataStore = oneOf(kinds.map(({ part: part19 }) => part19));
var dataStoreInit = kinds.map(({ init }) => init);
var dataStores = union([dataStore, array(dataStore).min(1)]).transform(
  (written) => "kind" in written ? [{ ...written, at: "" }] : written.map((part19, index) => ({ ...part19, at: `[${index}]` }))
);

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
import { createHash as createHash4 } from "node:crypto";
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
  const hash2 = createHash4("sha256");
  await pipeline2(createReadStream(join8(root, path)), hash2);
  return { path, bytes: (await stat6(join8(root, path))).size, sha256: hash2.digest("hex") };
}
async function verifyFiles(root, id, expected) {
  verifySizes(id, expected, await sizesIn(root));
  for (const file of expected) {
    const { sha256: sha2562 } = await describeFile(root, file.path);
    if (sha2562 !== file.sha256) throw damaged2(id, file.path, "has other content than when it was written (SHA-256)");
  }
}
function verifySizes(id, expected, found) {
  const names = new Set(expected.map((file) => file.path));
  const extra = [...found.keys()].find((path) => !names.has(path));
  if (extra !== void 0) throw damaged2(id, extra, "is not in its manifest");
  for (const file of expected) {
    const size = found.get(file.path);
    const { bytes: bytes2 } = asStored(file);
    if (size === void 0) throw damaged2(id, file.path, "is missing");
    if (size !== bytes2) throw damaged2(id, file.path, `has ${size} bytes instead of ${bytes2}`);
  }
}
function asStored(file) {
  return file.stored ?? file;
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

// src/drivers/backup-stores/read-manifest.ts
var texts = record(string(), string());
var place = string();
var mark = discriminatedUnion("kind", [
  object({ kind: literal("none") }),
  object({ kind: literal("disposable"), id: string(), system: string(), tiedTo: string(), place }),
  object({ kind: literal("unclear"), reason: string(), place })
]);
var identity = object({
  kind: string(),
  lineage: texts,
  location: texts,
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
  objects: record(string(), texts).exactOptional(),
  definedBy: string().exactOptional(),
  roles: array(string()).exactOptional()
});
var takenFingerprint = discriminatedUnion("kind", [
  object({ kind: literal("same-snapshot"), value: fingerprint }),
  object({ kind: literal("beside"), value: fingerprint, until: fingerprint.exactOptional() }),
  object({ kind: literal("none"), reason: string() })
]);
var innerPath2 = string().min(1).refine(
  (path) => !path.startsWith("/") && !path.includes("\\") && !path.split("/").some((part19) => ["", ".", ".."].includes(part19)),
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
  tools: texts,
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
  ({ data: data2, encryption }) => data2.every(({ files }) => files.every(({ stored }) => stored === void 0 === (encryption === void 0))),
  { error: "all of its files encrypted, or none", path: ["encryption"] }
).refine(({ data: data2, dataAt }) => data2.length === 0 || earliest(data2.map((each) => each.dataAt)) === dataAt, {
  error: "the earliest time of its stores of data",
  path: ["dataAt"]
});
function readManifest(text2) {
  let value;
  try {
    value = JSON.parse(text2);
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
  const read = manifest.safeParse(value);
  if (read.success) return { kind: "manifest", manifest: read.data };
  const first = read.error.issues[0];
  return {
    kind: "damaged",
    reason: `the manifest is not valid at "${first?.path.join(".")}": ${first?.message}`
  };
}

// src/drivers/backup-stores/stored-manifest.ts
var manifestName = "manifest.json";
function newManifest(facts, data2, { seal, place: place2 }) {
  return {
    format: manifestFormat,
    ...facts,
    ...seal && { encryption: { kind: "age", recipients: seal.recipients } },
    ...place2 !== void 0 && { place: place2 },
    data: data2
  };
}
function manifestText(manifest2) {
  return `${JSON.stringify(manifest2, null, 2)}
`;
}
function readingUnder(id, text2) {
  const reading = readManifest(text2);
  if (reading.kind === "manifest" && reading.manifest.id !== id)
    return { kind: "damaged", reason: `the manifest is that of backup "${reading.manifest.id}"` };
  return reading;
}
function listed(all) {
  const backups = all.flatMap(({ reading }) => reading.kind === "manifest" ? [reading.manifest] : []);
  return {
    backups: backups.toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt)),
    damaged: all.flatMap(({ id, reading }) => reading.kind === "damaged" ? [{ id, reason: reading.reason }] : [])
  };
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
function requireSeal(manifest2, seal) {
  if (manifest2.encryption === void 0 || seal !== void 0) return;
  throw new UserError({
    happened: `The backup "${manifest2.id}" is encrypted, and the configuration has no "backup.encryption".`,
    means: "It cannot be read. Nothing was restored.",
    next: `Write backup.encryption with the recipients (${manifest2.encryption.recipients.join(", ")}) and the identity of one of them.`
  });
}

// src/drivers/backup-stores/transfer.ts
import { createHash as createHash5 } from "node:crypto";
import { createReadStream as createReadStream2, createWriteStream as createWriteStream2 } from "node:fs";
import { mkdir as mkdir3 } from "node:fs/promises";
import { dirname as dirname7, join as join9 } from "node:path";
import { pipeline as pipeline3 } from "node:stream/promises";
var Tally = class {
  #hash = createHash5("sha256");
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
  const plain = new Tally();
  const stored = new Tally();
  const read = plain.count(createReadStream2(join9(directory, path), { highWaterMark: 1024 * 1024 }));
  await store(stored.count(seal ? await seal.seal(read) : read));
  return { path, ...plain.counted, ...seal && { stored: stored.counted } };
}
async function fetchFile(stream, { expected, name, backup: backup2 }, target, seal) {
  const plain = new Tally();
  const stored = new Tally();
  await mkdir3(dirname7(target), { recursive: true, mode: 448 });
  const read = stored.count(stream);
  const opened2 = expected.stored === void 0 ? read : await unsealed(read, seal);
  await pipeline3(plain.count(opened2), createWriteStream2(target, { flags: "wx", mode: 384 }));
  const asStored2 = expected.stored ?? expected;
  for (const [found, right] of [
    [stored.counted, asStored2],
    [plain.counted, expected]
  ]) {
    if (found.bytes !== right.bytes) throw damaged2(backup2, name, `has ${found.bytes} bytes instead of ${right.bytes}`);
    if (found.sha256 !== right.sha256)
      throw damaged2(backup2, name, "has other content than when it was written (SHA-256)");
  }
}
async function unsealed(stream, seal) {
  if (seal === void 0) throw new Error("an encrypted file was to be read without a seal");
  return await seal.unseal(stream);
}

// src/drivers/backup-stores/bucket-draft.ts
var filesAtOnce = 2;
function bucketDraft(options) {
  const { bucket, prefix: prefix2, scratch, seal, signal, id, place: place2, directory } = options;
  const below = `${prefix2}/${id}/${place2}`;
  const marker = `${prefix2}/${draftsName}/${id}/${place2}`;
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  const send = async (data2, path) => {
    const local = join10(directory, data2);
    const { size } = await stat7(join10(local, path));
    const parts = partSize(seal?.sealedBytes(size) ?? size, bucket.parts);
    if (parts === void 0) throw tooLarge(`${data2}/${path}`, size, bucket.description);
    return await sendFile(
      local,
      path,
      seal,
      (stream) => upload(bucket, `${below}/${data2}/${path}`, stream, parts, either)
    );
  };
  const ahead = /* @__PURE__ */ new Map();
  let turn = Promise.resolve();
  const sendAhead = async (data2, path) => {
    try {
      const stamp = await stampOf(join10(directory, data2, path));
      return { stamp, file: await send(data2, path) };
    } catch {
      return void 0;
    }
  };
  const kept = async (data2, path) => {
    const sent = await ahead.get(`${data2}/${path}`);
    if (sent !== void 0 && sent.stamp === await stampOf(join10(directory, data2, path))) return sent.file;
    return await send(data2, path);
  };
  return {
    directoryFor: async (data2) => {
      await mkdir4(join10(directory, data2), { mode: 448 });
      return join10(directory, data2);
    },
    // One after the other, beside a dump that has the machine to itself otherwise.
    finished: (data2, path) => {
      const sent = turn.then(() => sendAhead(data2, path));
      turn = sent;
      ahead.set(`${data2}/${path}`, sent);
    },
    commit: async (facts) => {
      if (facts.id !== id) throw new Error(`the manifest of draft "${id}" is for backup "${facts.id}"`);
      const data2 = [];
      for (const each of facts.data) {
        const paths = await listFiles(join10(directory, each.name));
        data2.push({ ...each, files: await eachOf(paths, filesAtOnce, (path) => kept(each.name, path)) });
      }
      const manifest2 = newManifest(facts, data2, { seal, place: place2 });
      const key = `${prefix2}/${id}/${manifestName}`;
      const text2 = Buffer.from(manifestText(manifest2));
      if (await bucket.create(key, text2) === "taken") throw takenMeanwhile(id, bucket.description);
      const stored = await readWhole(bucket, key, signal);
      if (stored?.equals(text2) !== true) throw notReadBack(id, bucket.description);
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
function takenMeanwhile(id, description) {
  return new SystemFailure({
    happened: `Another run has written the backup "${id}" to ${description} meanwhile.`,
    means: "It is never replaced. This backup was not added.",
    next: "Run the step again: it takes another id."
  });
}
function notReadBack(id, description) {
  return new SystemFailure({
    happened: `The manifest of backup "${id}" was written to ${description}, and reads differently.`,
    means: "The backup cannot be trusted.",
    next: "Look for what changes objects there (a lifecycle rule, a replication), then run the step again."
  });
}

// src/drivers/backup-stores/scratch.ts
import { mkdtemp, rm as rm5, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join11, resolve as resolve4 } from "node:path";
var prefix = "staged-upgrade-backup-";
var scratchSetting = {
  scratch: template.optional().describe(
    "A folder on the disk of the runner for a backup that is being written or read, where the store cannot be read in place: it must have room for a whole one. Left out, the temporary folder of the job."
  )
};
function scratchOf({ scratch: chosen }, { effects, where, placeholders }) {
  const { environment: environment2, variables, directory, clock } = effects;
  const named2 = chosen === void 0 ? void 0 : variables.fill(chosen, `${where}.scratch`, placeholders);
  return scratchIn(named2 === void 0 ? environment2.RUNNER_TEMP || tmpdir() : resolve4(directory, named2), clock);
}
function scratchIn(root, clock) {
  return {
    root,
    make: () => usable(root, async () => {
      makeFolder(root, 448);
      await removeStale(root, prefix, clock);
      return await mkdtemp(join11(root, prefix));
    }),
    remove: (folder4) => rm5(folder4, { recursive: true, force: true }),
    freeBytes: () => usable(root, async () => {
      makeFolder(root, 448);
      const { bavail, bsize } = await statfs(root);
      return bavail * bsize;
    })
  };
}
async function requireRoom(scratch, id, bytes2) {
  const free = await scratch.freeBytes();
  if (bytes2 <= free) return;
  throw new SystemFailure({
    happened: `The backup "${id}" has ${bytesText(bytes2)}, and ${bytesText(free)} are free in the folder "${scratch.root}".`,
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
  const readingOf2 = async (id) => {
    const text2 = await readWhole(bucket, `${prefix2}/${id}/${manifestName}`, signal);
    return text2 === void 0 ? { kind: "damaged", reason: "there is no manifest" } : readingUnder(id, text2.toString("utf8"));
  };
  return {
    description,
    room: `the folder ${scratch.root}`,
    begin: async (id) => {
      requireId(id);
      if ((await readingOf2(id)).kind === "manifest") throw taken(id, description);
      const place2 = `files-${randomUUID3().slice(0, 8)}`;
      await bucket.create(`${prefix2}/${draftsName}/${id}/${place2}`, Buffer.from(`${clock.now().toISOString()}
`));
      await dropStale(options, id);
      return bucketDraft({ ...options, id, place: place2, directory: await scratch.make() });
    },
    list: async () => {
      const ids = (await bucket.folders(`${prefix2}/`)).filter((name) => !name.startsWith("."));
      const readings = await eachOf(ids, manifestsAtOnce, async (id) => ({ id, reading: await readingOf2(id) }));
      return listed(
        readings.filter(({ reading }) => reading.kind === "manifest" || reading.reason !== "there is no manifest")
      );
    },
    open: async (id) => {
      requireId(id);
      const reading = await readingOf2(id);
      if (reading.kind === "damaged") throw notOpened(id, description, reading.reason);
      requireSeal(reading.manifest, seal);
      return await fetched(reading.manifest, options);
    },
    remove: async (id) => {
      requireId(id);
      const reading = await readingOf2(id);
      if (reading.kind === "damaged") throw notOpened(id, description, reading.reason);
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
  const { id } = manifest2;
  const below = `${prefix2}/${id}/${manifest2.place ?? ""}/`;
  const files = manifest2.data.flatMap(
    ({ name, files: files2 }) => files2.map((file) => ({ ...file, path: `${name}/${file.path}` }))
  );
  const found = (await bucket.list(below)).map(({ key, bytes: bytes2 }) => [key.slice(below.length), bytes2]);
  verifySizes(id, files, new Map(found));
  await requireRoom(
    scratch,
    id,
    files.reduce((sum, { bytes: bytes2 }) => sum + bytes2, 0)
  );
  const directory = await scratch.make();
  try {
    await eachOf(files, filesAtOnce2, async (expected) => {
      const stream = await readObject(bucket, `${below}${expected.path}`, signal);
      if (stream === void 0) throw notOpened(id, bucket.description, `its file "${expected.path}" is missing`);
      await fetchFile(stream, { expected, name: expected.path, backup: id }, join12(directory, expected.path), seal);
    });
  } catch (error) {
    await scratch.remove(directory);
    throw error;
  }
  return {
    manifest: manifest2,
    directoryOf: (data2) => join12(directory, data2),
    release: () => scratch.remove(directory)
  };
}
async function removed({ id, place: place2 = "" }, { bucket, prefix: prefix2 }) {
  const manifest2 = `${prefix2}/${id}/${manifestName}`;
  const keys = [manifest2, ...(await bucket.list(`${prefix2}/${id}/${place2}/`)).map(({ key }) => key)];
  const held = await eachOf(keys, manifestsAtOnce, (key) => bucket.heldUntil(key));
  const until = held.filter((each) => each !== void 0).toSorted().at(-1);
  if (until !== void 0) return { kind: "held", until };
  const marker = `${prefix2}/${draftsName}/${id}/${place2}`;
  await bucket.create(marker, Buffer.from("removed\n"));
  await bucket.remove(manifest2);
  await dropPlace(bucket, `${prefix2}/${id}/${place2}/`);
  await bucket.remove(marker);
  return { kind: "removed" };
}
async function dropStale({ bucket, prefix: prefix2, signal }, ownId) {
  const drafts = await bucket.list(`${prefix2}/${draftsName}/`);
  const now = Math.max(...drafts.map(({ modified }) => modified.getTime()));
  for (const { key, modified } of drafts) {
    if (now - modified.getTime() <= staleMilliseconds) continue;
    const [id = "", place2 = ""] = key.slice(`${prefix2}/${draftsName}/`.length).split("/");
    if (id === ownId || place2 === "") continue;
    const text2 = await readWhole(bucket, `${prefix2}/${id}/${manifestName}`, signal);
    const reading = text2 && readingUnder(id, text2.toString("utf8"));
    const isKept = reading !== void 0 && (reading.kind === "damaged" || reading.manifest.place === place2);
    if (!isKept) await dropPlace(bucket, `${prefix2}/${id}/${place2}/`);
    await bucket.remove(key);
  }
}
function taken(id, description) {
  return new SystemFailure({
    happened: `There is a backup "${id}" in ${description} already.`,
    means: "It is never replaced. Nothing was written.",
    next: "Run the step again: it takes another id."
  });
}

// src/drivers/backup-stores/open-bucket-store.ts
function openBucketStore({ bucket, prefix: prefix2 }, settings19, context) {
  const { clock, signal } = context.effects;
  const scratch = scratchOf(settings19, context);
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
var settings11 = strictObject({ ...azurePlace, ...scratchSetting }).describe("A container of Azure Blob Storage. Every runner can reach it.");
var part10 = kind(
  "azure-blob",
  settings11,
  (chosen, context) => openBucketStore(openAzure(chosen, context), chosen, context)
);
var azureBlob = { part: part10, init: azureBlobInit };

// src/drivers/backup-stores/folder/kind.ts
import { resolve as resolve5 } from "node:path";

// src/drivers/backup-stores/folder/folder.ts
import { randomUUID as randomUUID4 } from "node:crypto";
import { createReadStream as createReadStream3, createWriteStream as createWriteStream3 } from "node:fs";
import { mkdir as mkdir5, readdir as readdir6, readFile as readFile5, rename as rename5, rm as rm6, statfs as statfs2, writeFile as writeFile4 } from "node:fs/promises";
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
    return Promise.all(ids.map(async (id) => ({ id, reading: await readingOf(root, id) })));
  };
  return {
    description,
    begin: async (id) => {
      requireId(id);
      await inFolder(root, async () => makeFolder(root, 448));
      await inFolder(root, () => removeStale(root, draftPrefix, clock));
      const draft = join13(root, `${draftPrefix}${id}-${randomUUID4()}`);
      await inFolder(root, () => mkdir5(join13(draft, dataName), { recursive: true, mode: 448 }));
      return draftIn(options, { draft, id, written: seal ? await scratch.make() : join13(draft, dataName) });
    },
    list: async () => listed(await readings()),
    open: async (id) => {
      requireId(id);
      const reading = await readingOf(root, id);
      if (reading.kind === "damaged") throw notOpened(id, description, reading.reason);
      const { manifest: manifest2 } = reading;
      requireSeal(manifest2, seal);
      return manifest2.encryption === void 0 ? await openedInPlace(manifest2, root) : await decrypted(manifest2, options);
    },
    remove: async (id) => {
      requireId(id);
      const gone = join13(root, `${draftPrefix}${id}-${randomUUID4()}`);
      await inFolder(root, async () => {
        await rename5(join13(root, id), gone);
        await syncFolder(root);
        await rm6(gone, { recursive: true, force: true });
      });
      return { kind: "removed" };
    },
    freeBytes: async () => {
      await inFolder(root, async () => makeFolder(root, 448));
      const { bavail, bsize } = await inFolder(root, () => statfs2(root));
      return bavail * bsize;
    }
  };
}
function draftIn({ root, seal, scratch }, { draft, id, written }) {
  const directory = join13(draft, dataName);
  return {
    directoryFor: (data2) => inFolder(root, async () => {
      await mkdir5(join13(written, data2), { mode: 448 });
      return join13(written, data2);
    }),
    commit: (facts) => inFolder(root, async () => {
      if (facts.id !== id) throw new Error(`the manifest of draft "${id}" is for backup "${facts.id}"`);
      const data2 = [];
      for (const each of facts.data) {
        const own = join13(directory, each.name);
        const files = seal ? await sealedFiles(join13(written, each.name), own, seal) : await keptFiles(own);
        data2.push({ ...each, files });
      }
      for (const folder4 of await listFolders(directory)) await syncFolder(folder4);
      const manifest2 = newManifest(facts, data2, { seal });
      const path = join13(draft, manifestName);
      await writeFile4(path, manifestText(manifest2), { flag: "wx", mode: 384 });
      await syncFile(path);
      await syncFolder(draft);
      await rename5(draft, join13(root, id));
      await syncFolder(root);
      if (seal) await scratch.remove(written);
      return manifest2;
    }),
    discard: () => inFolder(root, async () => {
      await rm6(draft, { recursive: true, force: true });
      if (seal) await scratch.remove(written);
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
async function sealedFiles(written, directory, seal) {
  const files = [];
  await mkdir5(directory, { recursive: true, mode: 448 });
  for (const path of await listFiles(written)) {
    const target = join13(directory, path);
    await mkdir5(dirname8(target), { recursive: true, mode: 448 });
    files.push(
      await sendFile(
        written,
        path,
        seal,
        (stream) => pipeline4(stream, createWriteStream3(target, { flags: "wx", mode: 384 }))
      )
    );
    await syncFile(target);
  }
  return files;
}
function filesOf({ data: data2 }) {
  return data2.flatMap(({ name, files }) => files.map((file) => ({ ...file, path: `${name}/${file.path}` })));
}
async function openedInPlace(manifest2, root) {
  const directory = join13(root, manifest2.id, dataName);
  await verifyFiles(directory, manifest2.id, filesOf(manifest2));
  return { manifest: manifest2, directoryOf: (data2) => join13(directory, data2), release: async () => void 0 };
}
async function decrypted(manifest2, { root, seal, scratch }) {
  const { id } = manifest2;
  const stored = join13(root, id, dataName);
  const files = filesOf(manifest2);
  verifySizes(id, files, await sizesIn(stored));
  await requireRoom(
    scratch,
    id,
    files.reduce((sum, { bytes: bytes2 }) => sum + bytes2, 0)
  );
  const directory = await scratch.make();
  try {
    for (const expected of files) {
      const stream = createReadStream3(join13(stored, expected.path));
      await fetchFile(stream, { expected, name: expected.path, backup: id }, join13(directory, expected.path), seal);
    }
  } catch (error) {
    await scratch.remove(directory);
    throw error;
  }
  return { manifest: manifest2, directoryOf: (data2) => join13(directory, data2), release: () => scratch.remove(directory) };
}
async function readingOf(root, id) {
  let text2;
  try {
    text2 = await readFile5(join13(root, id, manifestName), "utf8");
  } catch (cause) {
    const missing2 = codeOf3(cause) === "ENOENT";
    return {
      kind: "damaged",
      reason: missing2 ? "there is no manifest" : `the manifest cannot be read (${codeOf3(cause)})`
    };
  }
  return readingUnder(id, text2);
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
var settings12 = strictObject({
  path: template.describe(
    "The folder. A relative path starts in the folder of the command. It is made when it is missing."
  ),
  ...scratchSetting
}).describe("A folder on a disk that all steps share: a terminal or runners of your own, never a hosted runner.");
var part11 = kind("folder", settings12, (chosen, context) => {
  const { effects, where, placeholders } = context;
  if (effects.environment.RUNNER_ENVIRONMENT === "github-hosted") throw onHostedRunner(where);
  const path = effects.variables.fill(chosen.path, `${where}.path`, placeholders);
  const root = resolve5(effects.directory, path);
  const scratch = scratchOf(chosen, context);
  return ({ seal }) => folderStore2({ root, clock: effects.clock, seal, scratch });
});
var folder2 = { part: part11, init: folderInit2 };
function onHostedRunner(where) {
  return new UserError({
    happened: `${where} keeps backups in a folder, and this job runs on a hosted runner.`,
    means: "The next job has another disk and would not find them. Nothing was done.",
    next: "Keep them where every job reaches them (`backup: { store: { s3: { bucket: BUCKET } } }`), or use runners of your own that share the folder."
  });
}

// src/world/objects/gcs/bucket.ts
import { createHash as createHash6 } from "node:crypto";

// src/world/objects/gcs/failure.ts
var answer = object({ error: object({ message: string() }) });
async function gcsFailure(response, { bucket, where }) {
  const { status } = response;
  const said = `${status}: ${messageIn(await response.text())}`;
  const failed = (message, next, passes = false) => new BucketError(message, { passes, next });
  if (status === 408 || status === 429 || status >= 500)
    return failed(
      `the server is busy or failed (${said})`,
      "Run the step again later. If it stays so, see the status of the service.",
      true
    );
  if (status === 404) return failed(`there is no bucket "${bucket}"`, `Create it, or correct "bucket" in ${where}.`);
  if (status === 401)
    return failed(
      `the server does not accept the credentials (${said})`,
      "Check the login step of the job. Credentials of a session expire: a run that is started again logs in again."
    );
  if (status === 403)
    return failed(
      `a right is missing (${said})`,
      "What is needed on the bucket: storage.objects.create, get, list and delete (the role Storage Object User), and the use of the KMS key, where there is one."
    );
  return failed(said, `Check ${where}, and what the server says about this error.`);
}
function messageIn(text2) {
  try {
    const read = answer.safeParse(JSON.parse(text2));
    if (read.success) return read.data.error.message.replace(/\.$/, "");
  } catch {
  }
  return text2.trim().slice(0, 200).replace(/\.$/, "");
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
  const ask = async (url, { method = "GET", headers, body, signal }, ...expected) => {
    const authorization = `Bearer ${await options.token()}`;
    let response;
    try {
      response = await fetch(url, {
        method,
        headers: { authorization, "accept-encoding": "identity", ...headers },
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
      const read = page.parse(await (await ask(`${objects}?${query}`, { signal })).json());
      items.push(...read.items);
      prefixes.push(...read.prefixes);
      pageToken = read.nextPageToken ?? "";
    } while (pageToken !== "");
    return { items, prefixes };
  };
  const started = (key, type, once) => `${uploads}?${new URLSearchParams({
    uploadType: type,
    name: key,
    ...once && { ifGenerationMatch: "0" },
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
      const response = await ask(`${objects}/${encodeURIComponent(key)}?alt=media`, { headers, signal }, 404, 416);
      if (response.status === 404) return await missing(response, options);
      if (response.status === 416) return new Uint8Array();
      try {
        return new Uint8Array(await response.arrayBuffer());
      } catch (cause) {
        throw networkFailure(cause, server) ?? cause;
      }
    },
    create: async (key, bytes2, signal) => {
      const headers = { "content-type": "application/octet-stream" };
      const response = await ask(started(key, "media", true), { method: "POST", headers, body: bytes2, signal }, 412);
      if (response.status === 412) return "taken";
      requireSame(storedObject.parse(await response.json()).md5Hash, createHash6("md5").update(bytes2).digest("base64"));
      return "created";
    },
    startUpload: async (key, signal) => {
      const headers = { "content-type": "application/json", "x-upload-content-type": "application/octet-stream" };
      const response = await ask(started(key, "resumable", false), { method: "POST", headers, signal });
      const session = response.headers.get("location");
      if (session === null) throw new Error("the server named no address for the upload");
      return resumable(session, ask);
    },
    heldUntil: async (key, signal) => {
      const response = await ask(`${objects}/${encodeURIComponent(key)}`, { signal }, 404);
      if (response.status === 404) return await missing(response, options);
      const { temporaryHold, eventBasedHold, retentionExpirationTime } = storedObject.parse(await response.json());
      return temporaryHold === true || eventBasedHold === true ? "its hold is removed" : retentionExpirationTime;
    },
    remove: async (key, signal) => {
      await ask(`${objects}/${encodeURIComponent(key)}`, { method: "DELETE", signal }, 404);
    },
    // What was begun and not finished the service forgets after a week.
    dropUnfinished: async () => void 0
  };
}
function resumable(session, ask) {
  const hash2 = createHash6("md5");
  let hashed = 0;
  return {
    send: async ({ offset, isLast }, bytes2, signal) => {
      const end = offset + bytes2.byteLength;
      const range = bytes2.byteLength === 0 ? "*" : `${offset}-${end - 1}`;
      const headers = { "content-range": `bytes ${range}/${isLast ? end : "*"}` };
      const response = await ask(session, { method: "PUT", headers, body: bytes2, signal }, 308);
      if (hashed === offset && bytes2.byteLength > 0) hash2.update(bytes2);
      hashed = end;
      if (isLast) {
        const { md5Hash } = storedObject.parse(await response.json());
        return requireSame(md5Hash, hash2.copy().digest("base64"));
      }
      const kept = /^bytes=0-(?<last>\d+)$/.exec(response.headers.get("range") ?? "")?.groups?.last;
      if (kept === void 0 || Number(kept) + 1 < end) throw incomplete();
    },
    finish: async () => void 0,
    drop: async () => {
      await ask(session, { method: "DELETE" }, 404, 410, 499);
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
async function missing(response, options) {
  const text2 = await response.text();
  if (/bucket/i.test(text2)) throw await gcsFailure(new Response(text2, { status: 404 }), options);
  return void 0;
}

// src/world/objects/gcs/open.ts
function openGcs(settings19, { effects, where, placeholders }) {
  const fill = (text2, key2) => effects.variables.fill(text2, `${where}.${key2}`, placeholders);
  const bucket = fill(settings19.bucket, "bucket");
  const key = settings19["kms-key"];
  const given = settings19["access-token"] === void 0 ? void 0 : fill(settings19["access-token"], "access-token");
  let usual;
  return {
    prefix: fill(settings19.prefix, "prefix").replace(/\/+$/, ""),
    bucket: gcsBucket({
      description: `gcs ${bucket}`,
      bucket,
      where,
      server: settings19.endpoint === void 0 ? "https://storage.googleapis.com" : fill(settings19.endpoint, "endpoint"),
      kmsKey: key === void 0 ? void 0 : fill(key, "kms-key"),
      fetch: effects.fetch,
      token: async () => {
        if (given !== void 0) return given;
        usual ??= usualToken(effects.fetch, where);
        const token = await (await usual)();
        effects.mask(token);
        return token;
      }
    })
  };
}
async function usualToken(fetch, where) {
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
      throw noCredentials(where, cause);
    }
    throw noCredentials(where);
  };
}
function noCredentials(where, cause) {
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
var settings13 = strictObject(gcsPlace);

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
var settings14 = strictObject({ ...gcsPlace, ...scratchSetting }).describe("A bucket of Google Cloud Storage. Every runner can reach it.");
var part12 = kind(
  "gcs",
  settings14,
  (chosen, context) => openBucketStore(openGcs(chosen, context), chosen, context)
);
var gcs = { part: part12, init: gcsInit };

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
var settings15 = strictObject({ ...s3Place, ...scratchSetting }).describe("A bucket of S3, or of a server that speaks its protocol (MinIO, R2, Ceph). Every runner can reach it.");
var part13 = kind(
  "s3",
  settings15,
  (chosen, context) => openBucketStore(openS3(chosen, context), chosen, context)
);
var s3 = { part: part13, init: s3Init };

// src/drivers/backup-stores.ts
var kinds2 = [folder2, s3, gcs, azureBlob];
var backupStore = oneOf(kinds2.map(({ part: part19 }) => part19));
var backupStoreInit = kinds2.map(({ init }) => init);

// src/core/model/event-shapes.ts
var text = string();
var time = iso_exports.datetime().describe("ISO 8601, in UTC.");
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
var hopReference = object({ id: text, from: text, to: text, digest: text }).readonly();
var plannedHop = object({
  ...hopReference.unwrap().shape,
  manual: array(object({ id: text, text, url: text.exactOptional(), acknowledged: boolean() }).readonly()).readonly(),
  reasons: array(object({ rule: text, text, url: text.exactOptional() }).readonly()).readonly().exactOptional(),
  /** The versions of the parts beside the release, on both sides of the hop. */
  parts: hopParts.exactOptional(),
  /** The releases on both sides, where the labels say more than them. */
  releases: object({ from: text, to: text }).readonly().exactOptional()
}).readonly();
var contentDigests = record(text, text).readonly();
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
    /** Seen before it was written: it fits where it is kept. Left out where that could not be determined. */
    fits: literal(true).exactOptional(),
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
    expiresAt: time,
    /** The owner who still held the lease: a rollback does not wait for it. */
    preempted: text.exactOptional(),
    /** By how much clocks may differ: so long after the end of the lease before it was this one taken. */
    marginMilliseconds: milliseconds.exactOptional(),
    /** The one process that a run at a terminal is: when it is gone, so is the run. */
    process: processMark.exactOptional(),
    /** Why a person ended the lease of another run. */
    reason: text.exactOptional()
  }),
  event("lease-renewed", { fence: int().min(1), owner: text, expiresAt: time }),
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
    contents: contentDigests.exactOptional()
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
    contents: contentDigests.exactOptional()
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
  journalEvent.options.flatMap((option) => [...optionTypes(option)])
);
function optionTypes(option) {
  return new Set(option.unwrap().shape.type.values);
}
var envelope = object({
  format: literal(1),
  sequence: int().min(1),
  /** SHA-256 in hex of the stored text of the entry before; the empty string for the first. */
  previous: text,
  /** ISO 8601, by the writer's clock: clocks differ, so order is according to `sequence` alone. */
  at: time,
  system: text,
  run: runIdentity,
  event: looseObject({ type: text })
});

// src/journal/chain.ts
import { hash } from "node:crypto";

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
  const { happened: happened2, next } = describe(damage);
  return new SystemFailure({
    happened: `The journal (${where}) is damaged: ${happened2}`,
    means: "Nothing was done: what the journal says cannot be relied on, and nothing is guessed from the rest.",
    next
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
var longestEntry = 32 * 1024 ** 2;
var tooLong = `it is longer than ${longestEntry / 1024 ** 2} MiB`;
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
    const read = decodeEntry(file, sequence, before, system);
    if ("kind" in read) return { kind: "damaged", damage: read };
    known?.set(file.name, { content: file.content, entry: read });
    entries.push(read);
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
  const unreadable3 = file.unreadable ?? (file.content.length > longestEntry ? tooLong : void 0);
  if (unreadable3 !== void 0) return { kind: "unreadable", file: file.name, reason: unreadable3 };
  const text2 = Buffer.from(file.content).toString("utf8");
  const json = parseJson(text2);
  if (json.kind === "broken") return { kind: "unreadable", file: file.name, reason: json.reason };
  const format = formatOnly.safeParse(json.value);
  if (format.success && format.data.format > 1) return { kind: "newer", file: file.name, format: format.data.format };
  const [end, bare] = [text2.slice(-checksumLength), text2.slice(0, -checksumLength)];
  const checksum = checksumLine.exec(end)?.[1];
  if (checksum === void 0 || checksum !== sha256(`${bare}
}
`)) return { kind: "edited", file: file.name };
  const read = envelope.safeParse(json.value);
  if (!read.success) return { kind: "invalid", file: file.name, reason: issues(read.error) };
  const entry = read.data;
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
  return { ...entry, event: event2.value, hash: sha256(file.content) };
}
function readEvent(stored) {
  const { type, ...content } = stored;
  if (!eventTypes.has(type)) return { kind: "read", value: { type: "not-understood", name: type, content } };
  const read = journalEvent.safeParse(stored);
  return read.success ? { kind: "read", value: read.data } : { kind: "invalid", reason: `${type}: ${issues(read.error)}` };
}
function parseJson(text2) {
  if (text2 === "") return { kind: "broken", reason: "it is empty" };
  try {
    const value = JSON.parse(text2);
    return { kind: "json", value };
  } catch {
    return { kind: "broken", reason: text2.endsWith("}\n") ? "it is not JSON" : "it ends in the middle" };
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

// src/journal/chained-journal.ts
function share(file) {
  return Number.parseInt(sha256(file.content).slice(0, 8), 16) / 2 ** 32;
}
var attempts = 200;
function chainedJournal(store, identity2, clock, known) {
  const { description } = store;
  const { system, run } = identity2;
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
    const earlier = verified?.entries.slice(0, unchanged) ?? [];
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
      const at = clock.now().toISOString();
      const entry = { format: 1, sequence: head.sequence + 1, previous: head.hash, at, system, run, event: event2 };
      const file = encodeEntry(entry);
      const subject = `${system}: ${eventSentence(event2)}`;
      if (await store.add({ file, revision, subject, at }) === "added") {
        seen = { sequence: entry.sequence, hash: sha256(file.content) };
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
function bucketFiles(bucket, once, below) {
  let listed2 = { revision: "0", objects: [] };
  let confirmed = listed2;
  let isConditional = false;
  return {
    description: `${bucket.description}/${below.slice(0, -1)}`,
    list: async (verified) => {
      if (listed2.revision === verified) confirmed = listed2;
      const before = confirmed.revision === verified ? confirmed.objects : [];
      const objects = await bucket.list(below);
      const differing = before.findIndex(({ key, version }, index) => {
        const now = objects[index];
        return now?.key !== key || now.version !== version;
      });
      const unchanged = differing === -1 ? before.length : 0;
      listed2 = { revision: String(Number(listed2.revision) + 1), objects };
      return { files: await read(objects.slice(unchanged)), unchanged, revision: listed2.revision };
    },
    add: async ({ file }) => {
      const key = `${below}${file.name}`;
      if (await bucket.create(key, file.content) === "taken") return "taken";
      if (!isConditional) isConditional = await knowsConditions(once, key, file.content);
      return "added";
    }
  };
  async function read(objects) {
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
async function knowsConditions(once, key, content) {
  try {
    if (await once.create(key, content) === "taken") return true;
  } catch (error) {
    if (error instanceof BucketError) return false;
    throw error;
  }
  throw unconditional(once.description);
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
var settings16 = strictObject({
  ...azurePlace,
  prefix: template.default("staged-upgrade-journal").describe("What the keys start with, without a slash at the end; the name of the system follows.")
}).describe("Keep the journal in a container of Azure Blob Storage: for repositories whose rules forbid the branch.");
var part14 = kind("azure-blob", settings16, (chosen, context) => {
  const { bucket, prefix: prefix2 } = openAzure(chosen, context);
  return (identity2) => bucketJournal(bucket, prefix2, identity2, context.effects.clock);
});
var azureBlob2 = { part: part14, init: azureBlobInit2 };

// src/journal/stores/folder/kind.ts
import { resolve as resolve6 } from "node:path";

// src/journal/stores/folder/folder.ts
import { randomUUID as randomUUID5 } from "node:crypto";
import { constants as constants4 } from "node:fs";
import { link, lstat as lstat3, open as open2, readdir as readdir7, stat as stat8, unlink } from "node:fs/promises";
import { dirname as dirname9, join as join14 } from "node:path";
var draftPrefix2 = ".draft-";
var abandonedMilliseconds = 36e5;
var readAtOnce2 = 32;
function folderJournal(root, identity2, clock) {
  return chainedJournal(folderStore3(root, join14(root, identity2.system)), identity2, clock);
}
function folderStore3(root, folder4) {
  const failed = (doing, cause) => folderFailure(root, doing, cause);
  const description = `folder ${root}`;
  let listed2 = { revision: "0", names: /* @__PURE__ */ new Set(), newest: /* @__PURE__ */ new Map() };
  let confirmed = listed2;
  let tidied = false;
  return {
    description,
    list: async (verified) => {
      if (listed2.revision === verified) confirmed = listed2;
      const before = confirmed.revision === verified ? confirmed : void 0;
      const found = await replacedBy(root, folder4).catch((cause) => {
        throw failed("read", cause);
      });
      if (found) throw damageFailure(description, { kind: "not-a-folder", ...found });
      const { files, unchanged, newest } = await listFiles2(folder4, before).catch((cause) => {
        throw failed("read", cause);
      });
      const kept = unchanged === before?.names.size ? before.names : /* @__PURE__ */ new Set();
      const names = files.length === 0 ? kept : /* @__PURE__ */ new Set([...kept, ...files.map(({ name }) => name)]);
      listed2 = { revision: String(Number(listed2.revision) + 1), names, newest };
      return { files, unchanged: kept.size, revision: listed2.revision };
    },
    add: async ({ file }) => {
      try {
        const added = await addFile(folder4, file, !tidied);
        tidied = true;
        return added;
      } catch (cause) {
        throw failed("written", cause);
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
  const first = changed ? 1 : (before?.names.size ?? 0) + 1;
  const files = await readFiles(folder4, changed ? names : fresh, first);
  const last = first + files.length - 1;
  const watched = Array.from({ length: Math.min(lookedAtAgain, last) }, (_, index) => entryFileName(last - index));
  const kept = changed ? /* @__PURE__ */ new Map() : before?.newest;
  const newest = await Promise.all(
    watched.map(async (name) => [name, kept?.get(name) ?? await stampOf2(folder4, name)])
  );
  return { files, unchanged: first - 1, newest: new Map(newest) };
}
async function changedSince(folder4, stamps) {
  const same = await Promise.all([...stamps].map(async ([name, stamp]) => await stampOf2(folder4, name) === stamp));
  return same.includes(false);
}
async function stampOf2(folder4, name) {
  const found = await lstat3(join14(folder4, name), { bigint: true }).catch(orIfMissing(void 0));
  return found ? `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}` : "";
}
async function readFiles(folder4, visible, first) {
  const others = visible.filter((name) => entryNumber(name) === void 0);
  const newest = visible.reduce((highest, name) => Math.max(highest, entryNumber(name) ?? 0), first - 1);
  const files = new Map(others.map((name) => [name, { name, content: new Uint8Array() }]));
  const seen = new Set(visible);
  let gap = false;
  for (let from = first; from <= newest && !gap; from += readAtOnce2) {
    const count2 = Math.min(readAtOnce2, newest - from + 1);
    const names = Array.from({ length: count2 }, (_, index) => entryFileName(from + index));
    const read = await Promise.all(names.map(async (name) => ({ name, file: await readIfThere(folder4, name) })));
    for (const { name, file } of read) if (file !== void 0) files.set(name, file);
    gap = read.some(({ name, file }) => file === void 0 && !seen.has(name));
  }
  for (const name of visible) if (!files.has(name)) files.set(name, { name, content: new Uint8Array() });
  return [...files.values()];
}
async function readIfThere(folder4, name) {
  const path = join14(folder4, name);
  const content = new Uint8Array();
  const handle = await open2(path, constants4.O_RDONLY | constants4.O_NONBLOCK).catch(async (cause) => {
    const isLink = (await lstat3(path).catch(orIfMissing(void 0)))?.isSymbolicLink() === true;
    if (isLink && (cause.code === "ENOENT" || cause.code === "ELOOP")) return "it is a link that leads nowhere";
    if (cause.code === "ENXIO") return "it is not a file";
    return orIfMissing(void 0)(cause);
  });
  if (handle === void 0) return void 0;
  if (typeof handle === "string") return { name, content, unreadable: handle };
  try {
    const unreadable3 = whyNotRead(await handle.stat());
    return unreadable3 === void 0 ? { name, content: await handle.readFile() } : { name, content, unreadable: unreadable3 };
  } finally {
    await handle.close();
  }
}
function whyNotRead(found) {
  if (found.isDirectory()) return "it is a folder";
  if (!found.isFile()) return "it is not a file";
  return found.size > longestEntry ? tooLong : void 0;
}
async function addFile(folder4, file, tidy) {
  await createFolder(folder4);
  const draft = join14(folder4, `${draftPrefix2}${randomUUID5()}`);
  try {
    await writeDurably(draft, file.content);
    const linked = await link(draft, join14(folder4, file.name)).then(
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
  const first = makeFolder(folder4);
  if (first === void 0) return;
  for (let made = folder4; made.length >= first.length; made = dirname9(made)) await syncFolder(dirname9(made));
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
var part15 = kind(
  "folder",
  strictObject({
    path: template.describe(
      "The folder; a relative path starts at the root of the repository that has the configuration. It must outlive the run: use a mounted disk."
    )
  }).describe("Keep the journal in a folder that every run of this system can reach."),
  (settings19, { effects, where, placeholders }) => (identity2) => {
    if (identity2.run.kind === "github" && effects.environment.RUNNER_ENVIRONMENT === "github-hosted") {
      throw hostedRunner(where);
    }
    const path = effects.variables.fill(settings19.path, `${where}.path`, placeholders);
    return folderJournal(resolve6(effects.directory, path), identity2, effects.clock);
  }
);
var folder3 = { part: part15, init: folderInit3 };
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
var settings17 = strictObject({
  ...gcsPlace,
  prefix: template.default("staged-upgrade-journal").describe("What the keys start with, without a slash at the end; the name of the system follows.")
}).describe("Keep the journal in a bucket of Google Cloud Storage: for repositories whose rules forbid the branch.");
var part16 = kind("gcs", settings17, (chosen, context) => {
  const { bucket, prefix: prefix2 } = openGcs(chosen, context);
  return (identity2) => bucketJournal(bucket, prefix2, identity2, context.effects.clock);
});
var gcs2 = { part: part16, init: gcsInit2 };

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
  const { processes, environment: environment2, directory, repository, settings: settings19 = [] } = options;
  const base = baseEnvironment(environment2, [...settings19, ...ourSettings]);
  return async (args, request = {}) => {
    const patience2 = new AbortController();
    const wait = () => setTimeout(() => patience2.abort(), retryMilliseconds);
    let timer = wait();
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
            timer = wait();
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
function baseEnvironment(inherited, settings19) {
  const kept = Object.entries(inherited).filter(([name]) => !unwanted.test(name));
  const before = Number.parseInt(inherited.GIT_CONFIG_COUNT ?? "0", 10);
  const first = Number.isNaN(before) ? 0 : before;
  const configured = settings19.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value]
  ]);
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(configured),
    GIT_CONFIG_COUNT: String(first + settings19.length),
    GIT_TERMINAL_PROMPT: "0",
    GCM_INTERACTIVE: "never",
    LC_ALL: "C",
    LANGUAGE: "C"
  };
}
function redact(text2, secrets = []) {
  const withoutSecrets = secrets.reduce(
    (rest, secret) => secret === "" ? rest : rest.replaceAll(secret, "***"),
    text2
  );
  return withoutSecrets.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/'"@]+@/gi, "$1***@").replace(/(authorization:\s*)\S.*/gi, "$1***");
}

// src/journal/stores/git/login.ts
function withoutLogin(address) {
  const url = URL.parse(address);
  const isHttp = url?.protocol === "http:" || url?.protocol === "https:";
  if (url === null || !isHttp || url.password === "" && !looksSecret(url.username)) {
    return { address, settings: [], secrets: [] };
  }
  const login = `${decoded(url.username)}:${decoded(url.password)}`;
  url.username = "";
  url.password = "";
  const encoded = Buffer.from(login).toString("base64");
  return {
    address: url.href,
    settings: headerFor(url.origin, encoded),
    secrets: [encoded, ...login.split(":").filter((part19) => part19.length > 3)]
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
    const { address: address2, settings: settings20 } = withoutLogin(rewriting.base ?? "");
    return [...settings20, [`url.${address2}.${rewriting.what}`, value]];
  }
  if (!/^remote\..+\.(push)?url$/is.test(key)) return [[key, value]];
  const { address, settings: settings19 } = withoutLogin(value);
  return [...settings19, [key, address]];
}
function decoded(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}

// src/journal/stores/git/remote.ts
var remoteName = "journal";
async function remoteSettings(git2, remote, where, credential) {
  const top = await git2(["rev-parse", "--show-toplevel"]);
  if (top.exitCode !== 0) throw notAClone(where, redact(top.stderr.trim()));
  const listed2 = await git2(["config", "--local", "--includes", "--list", "-z"]);
  if (listed2.exitCode !== 0) throw unreadable2(redact(listed2.stderr.trim()));
  const local = listed2.stdout.split("\0").flatMap((line) => {
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
  throw unprocessed(
    `"git ${args[0]}" ended with ${result.exitCode ?? result.endedBy}: ${redact(result.stderr.trim())}`
  );
}
function unprocessed(why) {
  return new SystemFailure({
    happened: `The local copy of the journal could not be processed: ${why}`,
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
async function readBlobs(git2, ids) {
  if (ids.length === 0) return [];
  const output = await succeedWhole(git2, ["cat-file", "--batch", "--buffer"], { input: `${ids.join("\n")}
` });
  const blobs = [];
  let at = 0;
  for (const _ of ids) {
    const headEnd = output.indexOf(10, at);
    const bytes2 = Number(/ blob (\d+)$/.exec(output.toString("latin1", at, Math.max(at, headEnd)))?.[1] ?? Number.NaN);
    const isThere = !Number.isNaN(bytes2);
    blobs.push(isThere ? output.subarray(headEnd + 1, headEnd + 1 + bytes2) : new Uint8Array());
    at = isThere ? headEnd + bytes2 + 2 : headEnd + 1;
  }
  return blobs;
}

// src/journal/stores/git/repository.ts
async function openRepository(effects, remote, where, credential) {
  const { processes } = effects;
  const environment2 = childEnvironment(effects);
  const clone = gitCommand({ processes, environment: environment2, directory: effects.directory });
  const { settings: settings19, directory } = await remoteSettings(clone, remote, where, credential);
  const repository = await mkdtemp2(join15(environment2.RUNNER_TEMP ?? tmpdir2(), "staged-upgrade-journal-"));
  process.once("exit", () => rmSync(repository, { recursive: true, force: true }));
  await succeed(clone, ["init", "--bare", "--quiet", "--template=", repository]);
  return gitCommand({
    processes,
    environment: environment2,
    directory,
    repository,
    // Hooks that the user has for all repositories are not meant for this one.
    settings: [...settings19, ["core.hooksPath", join15(repository, "hooks")]]
  });
}

// src/journal/stores/git/store.ts
import { randomUUID as randomUUID6 } from "node:crypto";

// src/journal/stores/git/commit.ts
var ref = "refs/staged-upgrade/entry";
var who = "Staged Upgrade <journal@staged-upgrade.invalid>";
async function writeCommit(git2, { parent, message, at, files }) {
  const when = `${Math.floor(Date.parse(at) / 1e3)} +0000`;
  const commands = [
    // Without this, the commit before would be its parent.
    `reset ${ref}
`,
    `commit ${ref}
mark :1
author ${who} ${when}
committer ${who} ${when}`,
    data(message),
    ...parent === "" ? [] : [`from ${parent}`],
    ...files.flatMap(({ path, content }) => [`M 100644 inline ${path}`, data(Buffer.from(content).toString("utf8"))]),
    "get-mark :1",
    ...files.map(({ path }) => `ls :1 ${path}`),
    "done\n"
  ];
  const said = await succeed(git2, ["fast-import", "--quiet", "--done", "--force"], { input: commands.join("\n") });
  const [id = "", ...blobs] = said.trimEnd().split("\n").map((line) => /^(?:100644 blob )?([0-9a-f]{40,64})(?:\t|$)/.exec(line)?.[1] ?? "");
  if (id === "") throw unprocessed(`"git fast-import" did not name the commit that it wrote: ${said.trim()}`);
  return { id, blobs };
}
function data(text2) {
  return `data ${Buffer.byteLength(text2)}
${text2}`;
}

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
  const quoted2 = lastLines(said);
  return new SystemFailure({
    happened: `The journal (${where}) ${happened(trouble, recorded)}${quoted2 === "" ? "." : `: ${quoted2}`}`,
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
  const placed = [];
  const strangers = [];
  for (const { kind: kind2, id, name } of entries) {
    const fileName = folder4 === "" ? name : name.slice(folder4.length + 1);
    const number2 = kind2 === "blob" ? entryNumber(fileName) : void 0;
    if (number2 === void 0 || folder4 !== "" && folderOf2(entryFileName(number2)) !== folder4) strangers.push(name);
    else placed.push({ number: number2, id });
  }
  return { placed, strangers };
}
function listingOf(parts) {
  const ids = /* @__PURE__ */ new Map();
  const strangers = [];
  for (const [folder4, part19] of parts) {
    strangers.push(...part19.strangers);
    for (const { number: number2, id } of part19.placed) {
      if (ids.has(number2)) strangers.push(`${folder4}${folder4 === "" ? "" : "/"}${entryFileName(number2)}`);
      else ids.set(number2, id);
    }
  }
  return { ids, strangers };
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
  const ref2 = `refs/heads/${branch}`;
  const description = `branch ${branch} of ${redact(options.remote)}`;
  const writer = randomUUID6();
  let reached = false;
  let fetchedBefore = false;
  let parts = /* @__PURE__ */ new Map();
  let listed2 = nothing;
  let confirmed = nothing;
  let added;
  const here = /* @__PURE__ */ new Set();
  const isHere = async (git2, commit) => {
    if (here.has(commit)) return true;
    const isThere = (await git2(["cat-file", "-e", `${commit}^{commit}`])).exitCode === 0;
    if (isThere) here.add(commit);
    return isThere;
  };
  const failure = (trouble, said, recorded) => remoteFailure(trouble, redact(said, options.secrets), description, branch, recorded);
  const attempts2 = () => {
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
    const again = attempts2();
    for (; ; ) {
      const looked = await git2(["ls-remote", "--exit-code", remoteName, ref2]);
      reached ||= looked.exitCode === 0 || looked.exitCode === 2;
      if (looked.exitCode === 2) return "";
      const head = looked.stdout.split("\n").flatMap((line) => line.endsWith(`	${ref2}`) ? [line.split("	")[0] ?? ""] : [])[0];
      let said = looked.stderr;
      if (looked.exitCode === 0 && head !== void 0) {
        if (await isHere(git2, head)) return head;
        const depth = fetchedBefore ? [] : ["--depth=1"];
        const flags = ["--quiet", "--no-tags", "--no-write-fetch-head", ...depth];
        const fetched2 = await git2(["fetch", ...flags, remoteName, `+${ref2}:refs/journal`]);
        fetchedBefore ||= fetched2.exitCode === 0;
        if (fetched2.exitCode === 0 && await isHere(git2, head)) return head;
        said = fetched2.stderr;
      }
      const trouble = remoteTrouble(said);
      const lasting = trouble === "login" || trouble === "permission" || trouble === "not-found";
      if (lasting || !await again()) throw failure(trouble, said, recorded);
    }
  };
  const list2 = async (verified) => {
    const git2 = await options.repository();
    const head = await fetchHead(git2, "nothing-to-record");
    if (listed2.revision === verified) confirmed = listed2;
    const before = verified !== void 0 && confirmed.revision === verified ? confirmed : void 0;
    if (before !== void 0 && head === verified) return { unchanged: before.ids.size, files: [], revision: head };
    if (before !== void 0 && added?.head === head && added.revision === verified) {
      const { file, number: number2, id } = added;
      listed2 = { ...before, ids: new Map([...before.ids, [number2, id]]), revision: head };
      return { unchanged: before.ids.size, files: [file], revision: head };
    }
    if (head === "") {
      listed2 = { ...nothing, revision: "" };
      return { files: [], revision: "" };
    }
    const root = await readTree2(git2, head);
    if (!root.some(({ name }) => name === aboutFile)) throw otherBranch(description, branch);
    parts = await readParts(git2, systemFolder(root), parts);
    listed2 = { ...listingOf(parts), revision: head };
    const unchanged = before === void 0 ? 0 : unchangedIn(listed2, before);
    const fresh = [...listed2.ids].filter(([number2]) => number2 > unchanged);
    const contents2 = await readBlobs(
      git2,
      fresh.map(([, id]) => id)
    );
    const empty = new Uint8Array();
    const files = [
      ...fresh.map(([number2], index) => ({ name: entryFileName(number2), content: contents2[index] ?? empty })),
      ...listed2.strangers.map((name) => ({ name, content: empty }))
    ];
    return { unchanged, files, revision: head };
  };
  const systemFolder = (root) => {
    const entry = root.find(({ name }) => name === system);
    if (entry === void 0 || entry.kind === "tree") return entry;
    const found = entry.mode === "120000" ? "link" : "file";
    throw damageFailure(description, { kind: "not-a-folder", folder: system, found });
  };
  const add = async (addition) => {
    const git2 = await options.repository();
    const { id: commit, blobs } = await writeCommit(git2, commitOf(addition, system, writer));
    here.add(commit);
    const isAdded = () => {
      const [number2, id] = [entryNumber(addition.file.name), blobs[0]];
      if (number2 !== void 0 && id !== void 0) added = { ...addition, head: commit, number: number2, id };
      return "added";
    };
    const again = attempts2();
    for (; ; ) {
      const pushed = await git2(["push", "--porcelain", "--no-verify", remoteName, `${commit}:${ref2}`]);
      if (pushed.exitCode === 0) return isAdded();
      const head = await fetchHead(git2, "not-certain");
      if (head !== "" && (await git2(["merge-base", "--is-ancestor", commit, head])).exitCode === 0) return isAdded();
      if (head !== addition.revision) return "taken";
      const said = `${pushed.stderr}
${rejections(pushed.stdout)}`;
      const trouble = remoteTrouble(said);
      const passing = trouble === "busy" || trouble === "unreachable" || trouble === "declined";
      if (!passing || !await again()) throw failure(trouble, said, "not-recorded");
    }
  };
  return { description, list: list2, add };
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
function commitOf({ file, revision, subject, at }, system, writer) {
  const path = `${system}/${folderOf2(file.name)}/${file.name}`;
  return {
    parent: revision,
    // The writer's mark keeps the commits of two writers apart, even when they say the same at the same moment.
    message: `${subject.slice(0, 200)}

Entry ${file.name} of ${system}. Writer ${writer}.
`,
    at,
    files: [
      { path, content: file.content },
      // Only what has this file is listed, and thus added to.
      ...revision === "" ? [{ path: aboutFile, content: Buffer.from(about) }] : []
    ]
  };
}
function otherBranch(description, branch) {
  return new UserError({
    happened: `The ${description} contains something other than a journal: it has no "${aboutFile}".`,
    means: "Nothing was done, and nothing was added to that branch.",
    next: `Name a branch that does not exist yet with journal: { store: { git: { branch: upgrade-journal } } }, instead of "${branch}".`
  });
}

// src/journal/stores/git/kind.ts
var part17 = kind(
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
  (settings19, { effects, where, placeholders }) => {
    let opened2;
    return ({ credential, ...identity2 }) => {
      const remote = effects.variables.fill(settings19.remote, `${where}.remote`, placeholders);
      const repository = () => {
        opened2 ??= openRepository(effects, remote, where, credential).catch((cause) => {
          opened2 = void 0;
          throw cause;
        });
        return opened2;
      };
      const secrets = credential ? [credential.token, encodedLogin(credential)] : [];
      const store = gitStore({
        system: identity2.system,
        branch: settings19.branch,
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
var git = { part: part17, init: gitInit };

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
var settings18 = strictObject({
  ...s3Place,
  prefix: template.default("staged-upgrade-journal").describe("What the keys start with, without a slash at the end; the name of the system follows.")
}).describe(
  "Keep the journal in a bucket of S3, or of a server that speaks its protocol and knows conditional writes: for repositories whose rules forbid the branch."
);
var part18 = kind("s3", settings18, (chosen, context) => {
  const { bucket, prefix: prefix2 } = openS3(chosen, context);
  return (identity2) => bucketJournal(bucket, prefix2, identity2, context.effects.clock);
});
var s32 = { part: part18, init: s3Init2 };

// src/journal/stores/registry.ts
var kinds3 = [folder3, git, s32, gcs2, azureBlob2];
var journalStore = oneOf(kinds3.map(({ part: part19 }) => part19));
var journalStoreInit = kinds3.map(({ init }) => init);

export {
  dataStore,
  dataStoreInit,
  dataStores,
  backupStore,
  backupStoreInit,
  journalEvent,
  journalStore,
  journalStoreInit
};
