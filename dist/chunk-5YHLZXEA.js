import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  after,
  ageInMilliseconds,
  allContentDigests,
  alreadyDone,
  announce,
  answersFrom,
  approvePath,
  approvedEnvironment,
  asItIs,
  asPlanned,
  ask,
  askGitHubForTime,
  asking,
  awaitedOf,
  backup,
  backupPlaces,
  branchReader,
  budgetOf,
  cannotTell,
  changedSince,
  check,
  clockFindings,
  clockSubject,
  confirmableOf,
  confirmationFor,
  countedRehearsal,
  credentialEnvironments,
  dataPlace,
  dataText,
  dayOf,
  dayTime,
  decideFreeze,
  decidePlacesApart,
  decideProductionIsUnmarked,
  decideRollback,
  decideWindow,
  deploy,
  deployPlaceText,
  did,
  doneContents,
  endOfRun,
  environmentOfGate,
  environmentOn,
  escapeMarkdown,
  eventSentence,
  eventWords,
  evidenceOf,
  exactTime,
  exitCodeOf,
  exitCodes,
  expectedMilliseconds,
  finishRestoreFirst,
  finishRollback,
  folded,
  freezeVariable,
  fullTime,
  gateNames,
  gateReader,
  heading,
  hopDigest,
  hopSequence,
  hopStands,
  hopTraits,
  hopsOf,
  hopsTo,
  howToRetry,
  identitiesOf,
  identityPlace,
  inEnvironment,
  initInputs,
  isOf,
  isOnlyToWatch,
  isReversible,
  isSameAttempt,
  jobNames,
  journalColumns,
  journalEvent,
  journalLog,
  journalRow,
  keyOf,
  labelOf,
  latest,
  leaseOwner,
  leaseState,
  leftBehind,
  leftBehindText,
  list,
  liveWithin,
  loadConfiguration,
  loadFleet,
  localText,
  longestMatrix,
  lookAtFiles,
  lossText,
  lostRecords,
  markStaging,
  markdownOf,
  matricesOf,
  matrixHopOf,
  migrate,
  moment,
  namedStates,
  nearest,
  needed,
  newRunOf,
  nextLongEnough,
  notReady,
  nothingElse,
  noticeFacts,
  noticeOfReport,
  ofHop,
  openData,
  openLiveSystem,
  paragraph,
  partVariables,
  partsOf,
  pathDocument,
  pathGate,
  planDeclared,
  processMark,
  productionPlace,
  promotionOf,
  readHop,
  readLabel,
  recordOf,
  refuse,
  refuseLostRecords,
  rehearsalOf,
  rehearsedMigrations,
  releaseLease,
  renderConfiguration,
  restore,
  restoreUnfinished,
  rollback,
  runName,
  section,
  servesTarget,
  settingProblems,
  settingsOf,
  situationOf,
  smoke,
  spansOf,
  stagesSource,
  stagingOf,
  standingOfMark,
  startedMigrations,
  stateOf,
  step,
  stoppedExitCodes,
  stoppedMessage,
  table,
  taken,
  terminalGate,
  texts,
  toApprove,
  toApproveNext,
  topologyText,
  trackingIssue,
  unfinishedRestore,
  unfinishedRollback,
  unfinishedScripts,
  unprovedDeferral,
  unusableDeclaration,
  valueAt,
  variableFindings,
  verdictOnClock,
  visible,
  wait,
  warnOfLostRecords,
  wasRestored,
  waysToRollBack,
  windowBox,
  windowSentence,
  windowWarning,
  windowsWaiver,
  withFiles,
  withNewRun,
  withNothingPending,
  withoutColours,
  writtenDraft,
  writtenMarkdown,
  wrongClock
} from "./chunk-EFU7LDFR.js";
import {
  LeftQuestion
} from "./chunk-5YZEG5XA.js";
import {
  compareIdentities,
  mayBeOne
} from "./chunk-DO6CFL5Q.js";
import {
  eachOf
} from "./chunk-ICTYYFXL.js";
import {
  acceptedForms,
  carrierOf,
  catalogueOf,
  compareNumbers,
  compareVersions,
  contains,
  entryAt,
  environmentNames,
  evaluate,
  exactVersion,
  factTypesIn,
  factsAskedBy,
  hasStages,
  hasVersions,
  hopId,
  httpClient,
  isDoneByHand,
  labelAt,
  labelOfVersion,
  liftedBy,
  lineAt,
  lineOf,
  listed,
  listedFrom,
  listedMigration,
  malformedResponse,
  manualStepIds,
  migrationListsAskedBy,
  newestUsable,
  parseReleaseFile,
  partsAskedBy,
  pathRules,
  programFindings,
  readFact,
  readJson,
  readVersion,
  referenceTo,
  refusedAnswer,
  releaseGraphOf,
  releaseLimits,
  releaseOn,
  resolveProduct,
  shippedProducts,
  typicalDuration,
  typicalText,
  uncovered,
  versionReader,
  without
} from "./chunk-U4L25DT2.js";
import {
  changedContents,
  contentDigests
} from "./chunk-VQ6AOQ3M.js";
import {
  countsText
} from "./chunk-LTOGQBN3.js";
import {
  cannotTell as cannotTell2,
  fine,
  problem,
  warning
} from "./chunk-5KFJR3PX.js";
import {
  partName,
  partPlaceholders,
  partVersion
} from "./chunk-BRELSNAC.js";
import {
  silentLog
} from "./chunk-V2FWIV6S.js";
import {
  filledVariables
} from "./chunk-CL6HD5LP.js";
import {
  childEnvironment,
  namesSecret,
  plainVariables,
  secretVariables,
  variablesFrom
} from "./chunk-QLIG4M7L.js";
import {
  bytesText,
  countText,
  downtimeText,
  durationText,
  roughText,
  timeText
} from "./chunk-NPESFTYR.js";
import {
  className,
  readInstanceClass
} from "./chunk-LWQJJA54.js";
import {
  L
} from "./chunk-FMH4LM5E.js";
import {
  array,
  number,
  object,
  record,
  string,
  union,
  unknown
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure,
  UserError,
  oneLine
} from "./chunk-NJJAAM2E.js";

// src/world/clock.ts
import { setTimeout as delay } from "node:timers/promises";
var systemClock = {
  now: () => /* @__PURE__ */ new Date(),
  sleep: async (milliseconds, signal) => {
    try {
      await delay(milliseconds, void 0, signal ? { signal } : {});
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  }
};

// src/world/processes/process.ts
import { spawn } from "node:child_process";
import { pipeline } from "node:stream/promises";
import { setTimeout as delay2 } from "node:timers/promises";
var keptCharacters = 1024 * 1024;
var drainMilliseconds = 1e3;
var systemProcesses = { run };
async function run(request) {
  const [program, ...args] = request.argv;
  request.signal?.throwIfAborted();
  const started = performance.now();
  const child = spawn(program, args, {
    cwd: request.directory,
    env: { ...request.environment },
    stdio: ["pipe", "pipe", "pipe"],
    // A group of its own: a signal then reaches grandchildren too, which a shell script would otherwise leave behind.
    detached: true
  });
  if (child.pid !== void 0) request.onStart?.(child.pid);
  const stdout = stdoutOf(child.stdout, request);
  const stderr = collect(child.stderr, (line2) => request.onLine?.(line2, "stderr"));
  child.stdin.on("error", () => void 0);
  if (typeof request.input !== "object") child.stdin.end(request.input ?? "");
  const signalGroup = (signal) => {
    if (child.pid === void 0) return false;
    try {
      return process.kill(-child.pid, signal);
    } catch {
      return false;
    }
  };
  let killTimer;
  let drainTimer;
  let mayStillRun = false;
  const abort = () => {
    mayStillRun = signalGroup("SIGTERM");
    killTimer = setTimeout(() => {
      signalGroup("SIGKILL");
      mayStillRun = false;
    }, request.graceMilliseconds ?? 5e3);
  };
  request.signal?.addEventListener("abort", abort, { once: true });
  const streams = streamsOf(request, child).catch((cause) => {
    abort();
    throw cause;
  });
  streams.catch(() => void 0);
  try {
    const ended = await new Promise((resolve5, reject) => {
      child.once("error", (cause) => reject(couldNotStart(program, cause)));
      child.once("close", (code, signal) => resolve5({ code, signal }));
      child.once("exit", (code, signal) => {
        if (request.output !== void 0) return;
        drainTimer = setTimeout(() => {
          child.stdout.destroy();
          child.stderr.destroy();
          resolve5({ code, signal });
        }, drainMilliseconds);
      });
    });
    request.signal?.throwIfAborted();
    await streams;
    return {
      exitCode: ended.code ?? void 0,
      endedBy: ended.signal ?? void 0,
      stdout: stdout.text(),
      stderr: stderr.text(),
      milliseconds: Math.round(performance.now() - started)
    };
  } finally {
    request.signal?.removeEventListener("abort", abort);
    while (mayStillRun && signalGroup(0)) await delay2(20);
    clearTimeout(killTimer);
    clearTimeout(drainTimer);
  }
}
function couldNotStart(program, cause) {
  const missing2 = cause.code === "ENOENT";
  return new SystemFailure(
    {
      happened: missing2 ? `The program "${program}" was not found.` : `The program "${program}" could not be started: ${cause.message}.`,
      means: "Nothing was done by it.",
      next: missing2 ? `Install "${program}" on this machine, or correct the PATH or the configuration.` : "Check its permissions."
    },
    { cause }
  );
}
function stdoutOf(stream, { output, onOutput, onLine }) {
  if (output !== void 0) return { text: () => "" };
  if (onOutput === void 0) return collect(stream, (line2) => onLine?.(line2, "stdout"));
  stream.on("data", onOutput);
  return { text: () => "" };
}
async function streamsOf({ input, output }, child) {
  await Promise.all([
    output === void 0 ? void 0 : pipeline(child.stdout, output),
    typeof input === "object" ? feed(input, child.stdin) : void 0
  ]);
}
async function feed(input, stdin) {
  let failure2;
  input.once("error", (cause) => {
    failure2 = cause;
  });
  await pipeline(input, stdin).catch((cause) => {
    if (failure2 === cause && !isClosedPipe(cause)) throw cause;
  });
}
function isClosedPipe(cause) {
  const code = cause instanceof Error && "code" in cause ? cause.code : void 0;
  return code === "EPIPE" || code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ECONNRESET";
}
function collect(stream, onLine) {
  let kept = "";
  let partial = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk) => {
    kept = (kept + chunk).slice(-keptCharacters);
    const lines2 = (partial + chunk).split("\n");
    partial = lines2.pop() ?? "";
    for (const line2 of lines2) onLine(line2);
  });
  stream.on("end", () => {
    if (partial !== "") onLine(partial);
  });
  return { text: () => kept };
}

// src/world/processes/stop.ts
var stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"];
function stopOnSignals(source, announce2 = () => void 0) {
  const controller = new AbortController();
  let first2;
  const stop = (signal) => () => {
    if (first2 !== void 0) return;
    first2 = signal;
    announce2(signal);
    controller.abort(new Error(`stopped by ${signal}`));
  };
  const listeners = stopSignals.map((signal) => [signal, stop(signal)]);
  for (const [signal, listener] of listeners) source.on(signal, listener);
  return {
    signal: controller.signal,
    by: () => first2,
    release: () => {
      for (const [signal, listener] of listeners) source.off(signal, listener);
    }
  };
}

// src/world/processes/witness.ts
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync as readdirSync2, readFileSync as readFileSync2, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { basename, join } from "node:path";

// src/world/processes/process-mark.ts
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
function thisMachine() {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return void 0;
  }
}
function markOf(pid) {
  const machine = thisMachine();
  const shown = shownProcess(pid);
  return machine === void 0 || shown === void 0 ? void 0 : { machine, pid, started: shown.started };
}
function sightingOf(mark2) {
  if (mark2.machine !== thisMachine()) return "elsewhere";
  return shownProcess(mark2.pid)?.started === mark2.started ? "alive" : "gone";
}
function hasSession(session) {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.some((pid) => shownProcess(Number(pid))?.session === session);
}
function shownProcess(pid) {
  try {
    const stat2 = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat2.slice(stat2.lastIndexOf(")") + 2).split(" ");
    const [state, , , session] = fields;
    const started = fields[19];
    if (state === void 0 || "ZX".includes(state) || started === void 0) return void 0;
    return { pid, session: Number(session), started };
  } catch {
    return void 0;
  }
}

// src/world/processes/witness.ts
var note = object({
  run: string(),
  host: string(),
  process: processMark,
  children: array(object({ program: string(), process: processMark }))
});
var forgottenMilliseconds = 7 * 24 * 36e5;
function systemWitness(environment) {
  const mark2 = markOf(process.pid);
  const folder = join(stateFolder(environment), "running");
  if (mark2 === void 0 || !canWrite(folder)) return void 0;
  const { dev, ino } = statSync(folder, { bigint: true });
  const self = { ...mark2, notes: `${dev}:${ino}` };
  return {
    self,
    seesNotesOf: ({ notes }) => notes === self.notes,
    sees: sightingOf,
    leftBehind: (system) => notesIn(folder, system).flatMap(({ file, read }) => judge(file, read, self)),
    noting: (processes, system, run3) => {
      const file = join(folder, `${keyOf2(system)}-${self.pid}-${self.started}.json`);
      const children = /* @__PURE__ */ new Map();
      const save2 = () => {
        if (children.size === 0) {
          rmSync(file, { force: true });
          return;
        }
        const text = JSON.stringify({ run: run3, host: hostname(), process: self, children: [...children.values()] });
        writeFileSync(`${file}.new`, text);
        renameSync(`${file}.new`, file);
      };
      return {
        run: async (request) => {
          let own;
          try {
            return await processes.run({
              ...request,
              onStart: (pid) => {
                const mark3 = markOf(pid);
                if (mark3 === void 0) return;
                own = pid;
                children.set(pid, { program: basename(request.argv[0]), process: mark3 });
                save2();
              }
            });
          } finally {
            if (own !== void 0) {
              children.delete(own);
              save2();
            }
          }
        }
      };
    }
  };
}
function stateFolder({ XDG_STATE_HOME: state }) {
  return join(state || join(homedir(), ".local", "state"), "staged-upgrade");
}
function judge(file, { run: run3, host, process: process2, children }, self) {
  if (process2.pid === self.pid && process2.started === self.started) return [];
  const seen = sightingOf(process2);
  if (seen === "alive") return [];
  if (seen === "elsewhere") {
    const isBefore = host === hostname() && bootOf(process2.machine) !== bootOf(self.machine);
    if (isBefore || Date.now() - statSync(file).mtimeMs > forgottenMilliseconds) rmSync(file, { force: true });
    return [];
  }
  const left = children.flatMap(({ program, process: child }) => {
    const common = { run: run3, program, pid: child.pid };
    if (sightingOf(child) === "alive") return [{ ...common, kind: "command" }];
    return hasSession(child.pid) ? [{ ...common, kind: "others" }] : [];
  });
  if (left.length === 0) rmSync(file, { force: true });
  return left;
}
function bootOf(machine) {
  return machine.split(" ")[0];
}
function notesIn(folder, system) {
  const names = readdirSync2(folder).filter((name) => name.startsWith(`${keyOf2(system)}-`) && name.endsWith(".json"));
  return names.flatMap((name) => {
    const file = join(folder, name);
    try {
      return [{ file, read: note.parse(JSON.parse(readFileSync2(file, "utf8"))) }];
    } catch {
      return [];
    }
  });
}
function keyOf2({ system, journal: journal2 }) {
  return createHash("sha256").update(`${system}\0${journal2}`).digest("hex").slice(0, 16);
}
function canWrite(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 448 });
    const file = join(folder, `.write-${process.pid}`);
    writeFileSync(file, "");
    rmSync(file);
    return thisMachine() !== void 0;
  } catch {
    return false;
  }
}

// src/core/decisions/adopt.ts
function decideAdopt(situation) {
  const { hop, promotion, standing } = situation;
  const unfinished2 = restoreUnfinished(situation);
  if (unfinished2 !== void 0) return unfinished2;
  if (promotion.completed !== void 0)
    return alreadyDone(`Hop ${hop.id} was completed on ${promotion.completed.at}.`);
  if (standing.kind === "unknown") {
    return cannotTell(
      `The version of production could not be determined: ${standing.reason}.`,
      "What would be adopted is not known. Nothing was recorded.",
      "Check that the server is running and that this machine can reach its url."
    );
  }
  if (standing.kind !== "on-to") {
    const runs2 = standing.kind === "on-from" ? hop.from : standing.version;
    return refuse(
      `Production runs ${runs2}, not ${hop.to}.`,
      "A hop can be adopted only when production already runs what it leads to. Nothing was recorded.",
      "Name the hop that leads to what production runs, or start a new run."
    );
  }
  return notReady(situation, hop.to) ?? {
    kind: "act",
    because: `Production runs ${hop.to}, healthy${withNothingPending(situation.observation)}.`
  };
}

// src/config/find.ts
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename as basename2, dirname, join as join2, resolve } from "node:path";
var defaultFiles = [".github/staged-upgrade.yml", ".github/staged-upgrade.yaml"];
async function findConfiguration(directory, named2) {
  if (named2 !== void 0) {
    const text = await contents(directory, named2);
    if (text === void 0)
      throw missing(`The configuration "${named2}" does not exist in ${directory}.`, "Correct its name");
    return { file: named2, text, root: rootOf(resolve(directory, named2)) };
  }
  const [first2, second] = await findDefault(resolve(directory));
  if (first2 === void 0) {
    throw missing(
      `There is no configuration: neither ${defaultFiles.join(" nor ")} exists in ${directory} or above it in its repository.`,
      "Name another file with --config"
    );
  }
  if (second !== void 0) {
    throw new UserError({
      happened: `Both ${first2.file} and ${second.file} exist.`,
      means: "It is not known which one is meant, and nothing was done.",
      next: "Remove one of them, or name the right one with --config (in a workflow, the input config)."
    });
  }
  return first2;
}
async function findDefault(directory) {
  const found = [];
  for (const file of defaultFiles) {
    const text = await contents(directory, file);
    if (text !== void 0) found.push({ file, text, root: directory });
  }
  const above = dirname(directory);
  const isTop = above === directory || existsSync(join2(directory, ".git"));
  return found.length > 0 || isTop ? found : await findDefault(above);
}
function rootOf(path) {
  const own = dirname(path);
  if (basename2(own) === ".github") return dirname(own);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join2(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return own;
  }
}
async function contents(directory, file) {
  try {
    const found = await stat(resolve(directory, file));
    if (!found.isFile() && !found.isDirectory()) throw notRead(file, "is not a file", "Name a file.");
    if (found.size > largestMebibytes * 1024 * 1024)
      throw notRead(
        file,
        `is larger than ${largestMebibytes} MiB`,
        "Name the configuration; this is a different file."
      );
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
var largestMebibytes = 16;
function notRead(file, what, next) {
  return new UserError({ happened: `The configuration "${file}" ${what}.`, means: "Nothing was done.", next });
}
function missing(happened, otherwise) {
  return new UserError({
    happened,
    means: "Nothing was done.",
    next: `${otherwise}, or run \`staged-upgrade init\` to write one. In a workflow, actions/checkout must run before this step.`
  });
}

// src/world/writing/html.ts
function writtenHtml(draft, plain2) {
  return writtenDraft(draft, (text) => escaped(plain2(text)), visible);
}
function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

// src/world/writing/pen.ts
function penWith(masks2) {
  const text = (raw) => visible(masks2.redact(withoutColours(raw)));
  const value = (raw) => /\s/.test(raw) ? text(raw) : visible(masks2.redactStrong(raw));
  return {
    text,
    value,
    workflow: (raw) => inert(text(raw)),
    markdown: (draft) => masks2.redactStrong(writtenMarkdown(draft, text)),
    html: (draft) => masks2.redactStrong(writtenHtml(draft, text)),
    json: (whole, indent) => JSON.stringify(mapTexts(whole, value), void 0, indent)
  };
}
function inert(text) {
  return text.replaceAll(/^([^\S\n]*)::/gm, "$1: :").replaceAll("##[", "## [");
}
function mapTexts(value, replace) {
  if (typeof value === "string") return replace(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, replace));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, replace)]));
}

// src/journal/written-journal.ts
function writtenJournal(journal2, pen) {
  return { ...journal2, append: (event) => journal2.append(journalEvent.parse(mapTexts(event, pen.value))) };
}

// src/world/sealing/age-payload.ts
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
var chunkBytes = 64 * 1024;
var tagBytes = 16;
var nonceBytes = 16;
var algorithm = "chacha20-poly1305";
async function* encryptPayload(fileKey, plain2) {
  const nonce = randomBytes(nonceBytes);
  const key = payloadKey(fileKey, nonce);
  yield nonce;
  for await (const { number: number2, bytes, isLast } of chunksOf(plain2, chunkBytes)) {
    const cipher = createCipheriv(algorithm, key, chunkNonce(number2, isLast), { authTagLength: tagBytes });
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}
async function* decryptPayload(fileKey, sealed) {
  const source = new Source(sealed);
  const key = payloadKey(fileKey, await source.take(nonceBytes));
  for await (const { number: number2, bytes, isLast } of chunksOf(source.rest(), chunkBytes + tagBytes)) {
    const end = bytes.byteLength - tagBytes;
    if (end < 0 || end === 0 && number2 > 0) throw new PayloadDamage("it is cut short");
    const decipher = createDecipheriv(algorithm, key, chunkNonce(number2, isLast), { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(end));
    const plain2 = decipher.update(bytes.subarray(0, end));
    try {
      decipher.final();
    } catch (cause) {
      throw new PayloadDamage("a part of it was changed, or it is cut short", { cause });
    }
    yield plain2;
  }
}
var PayloadDamage = class extends Error {
  name = "PayloadDamage";
};
function payloadKey(fileKey, nonce) {
  return new Uint8Array(hkdfSync("sha256", fileKey, nonce, "payload", 32));
}
function chunkNonce(number2, isLast) {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number2, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
async function* chunksOf(source, size) {
  let waiting2 = Buffer.alloc(0);
  let number2 = 0;
  for await (const piece of source) {
    waiting2 = waiting2.byteLength === 0 ? Buffer.from(piece) : Buffer.concat([waiting2, piece]);
    let from = 0;
    for (; waiting2.byteLength - from > size; from += size)
      yield { number: number2++, bytes: waiting2.subarray(from, from + size), isLast: false };
    waiting2 = waiting2.subarray(from);
  }
  yield { number: number2, bytes: waiting2, isLast: true };
}
var Source = class {
  #pieces;
  #kept = Buffer.alloc(0);
  constructor(stream) {
    this.#pieces = stream[Symbol.asyncIterator]();
  }
  /** As many bytes as are asked for; rejects where there are fewer. */
  async take(count2) {
    while (this.#kept.byteLength < count2) if (!await this.#more()) throw new PayloadDamage("it is cut short");
    const taken2 = this.#kept.subarray(0, count2);
    this.#kept = this.#kept.subarray(count2);
    return taken2;
  }
  /**
   * All up to the end of what `find` finds.
   * @param find where it ends in what was read so far; undefined while it is not there
   * @param most it is looked for in so many bytes
   */
  async takeThrough(find, most) {
    for (; ; ) {
      const end = find(this.#kept);
      if (end !== void 0) return await this.take(end);
      if (this.#kept.byteLength > most || !await this.#more()) throw new PayloadDamage("it has no header of age");
    }
  }
  async *rest() {
    try {
      if (this.#kept.byteLength > 0) yield this.#kept;
      for (let next = await this.#pieces.next(); next.done !== true; next = await this.#pieces.next()) yield next.value;
    } finally {
      await this.#pieces.return?.();
    }
  }
  async #more() {
    const next = await this.#pieces.next();
    if (next.done === true) return false;
    this.#kept = Buffer.concat([this.#kept, next.value]);
    return true;
  }
};

// src/world/sealing/age.ts
var headerBytes = 128;
var recipientBytes = 2500;
function ageSeal({ age: settings2 }, context) {
  const { effects, placeholders } = context;
  const where = `${context.where}.age`;
  const recipients = settings2.recipients.map(
    (recipient, index) => effects.variables.fill(recipient, `${where}.recipients[${index}]`, placeholders)
  );
  let loaded;
  const load = async () => {
    loaded ??= import("./clients/age.js");
    return await loaded;
  };
  const encrypter = async () => {
    const encrypting = new (await load()).Encrypter();
    for (const recipient of recipients) {
      try {
        encrypting.addRecipient(recipient);
      } catch (cause) {
        throw notARecipient(recipient, where, cause);
      }
    }
    return encrypting;
  };
  const decrypter = async () => {
    if (settings2.identity === void 0) throw noIdentity(where);
    const { Decrypter, identityToRecipient } = await load();
    const decrypting = new Decrypter();
    const identity = effects.variables.fill(settings2.identity, `${where}.identity`, placeholders).trim();
    effects.mask(identity);
    try {
      decrypting.addIdentity(identity);
      return { decrypting, recipient: await identityToRecipient(identity) };
    } catch {
      throw notAnIdentity(where);
    }
  };
  return {
    recipients,
    sealedBytes: (plainBytes) => {
      const chunks2 = Math.max(1, Math.ceil(plainBytes / chunkBytes));
      return headerBytes + recipients.length * recipientBytes + nonceBytes + plainBytes + chunks2 * tagBytes;
    },
    seal: async (plain2) => {
      const { header, fileKey } = await newHeader(await encrypter());
      return joined(header, encryptPayload(fileKey, plain2));
    },
    requireReadable: async () => {
      const { header } = await newHeader(await encrypter());
      const { decrypting, recipient } = await decrypter();
      try {
        await decrypting.decryptHeader(header);
      } catch (cause) {
        throw isOthers(cause) ? fitsNoRecipient(where, recipient) : cause;
      }
    },
    unseal: async (sealed) => {
      const { decrypting, recipient } = await decrypter();
      const source = new Source(sealed);
      try {
        const header = await source.takeThrough(endOfHeader, mostHeaderBytes);
        const fileKey = await decrypting.decryptHeader(header);
        return undamaged(decryptPayload(fileKey, source.rest()));
      } catch (cause) {
        if (isOthers(cause)) throw wrongIdentity(where, recipient);
        if (cause instanceof SystemFailure) throw cause;
        throw notAge(cause);
      }
    }
  };
}
function isOthers(cause) {
  return cause instanceof Error && /no identity matched/i.test(cause.message);
}
async function newHeader(encrypting) {
  let fileKey;
  encrypting.addRecipient({
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key);
      return [];
    }
  });
  const empty = Buffer.from(await encrypting.encrypt(new Uint8Array()));
  const end = endOfHeader(empty);
  if (fileKey === void 0 || end === void 0) throw new Error("age has written no header");
  return { header: empty.subarray(0, end), fileKey };
}
var mostHeaderBytes = 1024 * 1024;
function endOfHeader(read) {
  const check3 = read.indexOf("\n--- ");
  const end = check3 === -1 ? -1 : read.indexOf("\n", check3 + 1);
  return end === -1 ? void 0 : end + 1;
}
async function* joined(first2, rest) {
  yield first2;
  yield* rest;
}
async function* undamaged(plain2) {
  try {
    yield* plain2;
  } catch (cause) {
    throw cause instanceof PayloadDamage ? notAge(cause) : cause;
  }
}
function notARecipient(recipient, where, cause) {
  const isSecret = /^AGE-SECRET-KEY-/i.test(recipient);
  return new UserError(
    {
      happened: isSecret ? `${where}.recipients holds a secret key instead of a public one.` : `${where}.recipients holds ${JSON.stringify(recipient)}, which is not a public key of age.`,
      means: "Nothing was backed up.",
      next: isSecret ? 'Make a new pair of keys with "age-keygen", since everybody can read this secret where it is, and write its public key (age1\u2026).' : 'Write the public key that "age-keygen" printed: it starts with age1.'
    },
    { cause }
  );
}
function noIdentity(where) {
  return new UserError({
    happened: `Backups are encrypted, and ${where} names no identity.`,
    means: "None can be read here. Nothing was restored.",
    next: `Write identity: "\${BACKUP_IDENTITY}" into ${where}, and give this job the secret: the AGE-SECRET-KEY-1\u2026 of one of the recipients.`
  });
}
function notAnIdentity(where) {
  return new UserError({
    happened: `${where}.identity is not a secret key of age.`,
    means: "The backup cannot be read. Nothing was restored.",
    next: "The secret must hold the one line of the key file that starts with AGE-SECRET-KEY-, without the lines that start with #."
  });
}
function fitsNoRecipient(where, recipient) {
  return new UserError({
    happened: `The public key of the identity of ${where} is ${recipient}, which is not among its recipients.`,
    means: "A backup that is taken now could not be restored with this identity. Nothing was backed up or restored.",
    next: "Write this public key into recipients, or give the jobs that restore the secret key of one that stands there."
  });
}
function wrongIdentity(where, recipient) {
  return new UserError({
    happened: `The backup is encrypted, but not for the identity of ${where}, whose public key is ${recipient}.`,
    means: "It cannot be read with this identity. Nothing was restored.",
    next: "The manifest of the backup names the recipients that it was encrypted for: use the identity of one of them."
  });
}
function notAge(cause) {
  return new SystemFailure(
    {
      happened: "A file of the backup could not be decrypted: it is not as age has written it.",
      means: "The backup is damaged and cannot be trusted. Nothing was restored from it.",
      next: "Use another backup, or take a new one; check the disk or bucket that holds it."
    },
    { cause }
  );
}

// src/steps/hop/open-project.ts
async function openProject(configFile, opened, run3, system) {
  const { file, text, root } = await findConfiguration(opened.directory, configFile);
  return projectOf(loadConfiguration(text, file, shippedProducts, { system }), root, opened, run3);
}
async function openFleet(configFile, opened, run3) {
  const { file, text, root } = await findConfiguration(opened.directory, configFile);
  const fleet3 = loadFleet(text, file, shippedProducts);
  if (fleet3 === void 0) return void 0;
  const openers = /* @__PURE__ */ new Map();
  const systems = fleet3.systems.map((loaded) => {
    const { value: configuration, document } = loaded;
    const { system } = configuration;
    const effects = effectsFor(document, root, opened);
    const written = JSON.stringify(document.journal ?? {});
    const key = written.includes("{system}") ? `${system} ${written}` : written;
    const open2 = openers.get(key) ?? openerOf(configuration, effects);
    openers.set(key, open2);
    return {
      configuration,
      journal: journalOf(open2, configuration, effects, run3),
      ring: loaded.fleet?.ring ?? ""
    };
  });
  const [first2] = fleet3.systems;
  const product = first2 && resolveProduct(first2.value.product, first2.document).definition.title;
  return { file, rings: fleet3.rings, systems, product: product ?? "" };
}
function effectsFor(document, root, opened) {
  return {
    ...opened,
    directory: root,
    startedIn: opened.directory,
    variables: opened.variables.unmasked(plainVariables(document)),
    withheld: secretVariables(document)
  };
}
function openerOf({ journal: journal2, system }, effects) {
  return journal2.store.open({ effects, where: "journal.store", placeholders: { system } });
}
function journalOf(open2, { system }, effects, run3) {
  const { journalCredential: credential } = effects;
  return writtenJournal(open2({ system, run: run3, ...credential === void 0 ? {} : { credential } }), effects.pen);
}
function projectOf({ value: configuration, document, fleet: fleet3 }, root, opened, run3) {
  const plain2 = effectsFor(document, root, opened);
  const { definition: product, document: productDocument } = resolveProduct(configuration.product, document);
  const { system } = configuration;
  const journal2 = journalOf(openerOf(configuration, plain2), configuration, plain2, run3);
  const effects = noted(plain2, keyOf(system, journal2.description), run3);
  let store;
  return {
    configuration,
    document,
    product,
    productDocument,
    traits: hopTraits(configuration, product),
    ...fleet3 === void 0 ? {} : { fleet: fleet3 },
    effects,
    run: run3,
    journal: journal2,
    store: () => {
      store ??= openStore(needed(configuration.backup, "backup", "What takes or restores backups"), {
        effects,
        system
      });
      return store;
    }
  };
}
function openStore({ store, encryption }, { effects, system }) {
  const context = { effects, placeholders: { system } };
  const seal = encryption && ageSeal(encryption, { ...context, where: "backup.encryption" });
  return store.open({ ...context, where: "backup.store" })({ seal });
}
function noted(effects, system, run3) {
  const { witness, processes } = effects;
  return witness === void 0 ? effects : { ...effects, processes: witness.noting(processes, system, runName(run3)) };
}

// src/steps/command.ts
function projectCommand(command) {
  const { run: run3, ...declaration } = command;
  const names = ["config", "system", ...allInputs(declaration)];
  const onProject2 = (project, given, terminal) => run3(project, taken(given, names), terminal);
  return {
    ...declaration,
    inputs: ["config", "system", ...declaration.inputs],
    run: run3,
    onProject: onProject2,
    invoke: async (given, { effects, run: identity, terminal }) => {
      const project = await openProject(given.config, effects, identity, given.system);
      return await endOfRun(project, () => onProject2(project, given, terminal));
    }
  };
}
function allInputs({
  inputs: inputs3,
  inWorkflow = [],
  inTerminal: inTerminal2 = []
}) {
  return [...inputs3, ...inWorkflow, ...inTerminal2];
}
function terminalInputs({ inputs: inputs3, inTerminal: inTerminal2 = [] }) {
  return [...inputs3, ...inTerminal2];
}

// src/commands/adopt.ts
var adoptHop = step({
  command: "adopt",
  needs: {},
  open: (input) => ({ environment: "production", reason: reasonOf(input) }),
  gather: nothingElse,
  decide: ({ situation }) => decideAdopt(situation),
  act: async ({ hop }, { because }) => did({ because, hop }),
  record: ({ hop }, { opened }) => ({ type: "adopted", version: hop.to, reason: opened.reason }),
  report: ({ hop, because }) => ({ headline: `Hop ${hop.id} is adopted as done by hand. ${because}` })
});
var adopt = projectCommand({
  name: "adopt",
  description: "record a hop that was done by hand",
  inputs: ["hop", "reason"],
  inWorkflow: ["environment"],
  outputs: [],
  run: adoptHop.run
});
function reasonOf({ reason: reason2 }) {
  if (reason2 !== void 0) return reason2;
  throw new UserError({
    happened: 'The option "reason" is missing.',
    means: "A hop that was done by hand is recorded only with a reason, which stays in the journal. Nothing was recorded.",
    next: 'Say why: --reason "deployed by hand during the outage of 3 March".'
  });
}

// src/commands/approve.ts
var approve = projectCommand({
  name: "approve",
  description: "one approval of the whole path",
  only: "workflow",
  inputs: [],
  outputs: ["count"],
  run: approvePath
});

// src/commands/backup.ts
var backup2 = projectCommand({
  name: "backup",
  description: "back up production, for the rehearsal or as the restore point",
  inputs: ["hop", "purpose"],
  inWorkflow: ["environment", "confirm"],
  outputs: ["backup"],
  run: backup.run
});

// src/commands/check.ts
var check2 = projectCommand({
  name: "check",
  description: "a hop's first step: may it start, or continue, on production?",
  inputs: ["hop"],
  inWorkflow: ["environment"],
  outputs: ["start"],
  run: check.run
});

// src/core/decisions/step-title.ts
function stepTitle(step2, situation) {
  const { job, id, title, environment } = step2;
  if (environment !== "production") return rehearsalStepTitle(step2, situation.rehearsal);
  const { promotion, standing } = situation;
  if (!promotion.deployStarted) return title;
  const point = promotion.restorePoint?.event.dataAt;
  switch (`${job} ${id}`) {
    case "read check":
      return standing.kind === "on-to" ? "Check production, which already runs {to}" : "Check production, where a deploy of {to} was started";
    case "read backup":
      return "Keep the backup that was rehearsed";
    case "promote backup":
      return point === void 0 || standing.kind === "on-from" ? title : `Keep the restore point, with the data of ${point}`;
    case "promote deploy":
      if (isOnlyToWatch(situation)) return "Watch {to}, which was deployed";
      return promotion.deployed !== void 0 && servesTarget(situation) ? "Check that {to} is deployed" : "Deploy {to} again, to finish it";
    case "finalize migrate":
      return promotion.migrating === void 0 ? title : "Check how far the started migrations are";
    default:
      return title;
  }
}
function rehearsalStepTitle({ id, title }, rehearsal) {
  const isBehind = rehearsal.kind === "started" && rehearsal.migrating;
  return isBehind && id === "smoke-to" ? "Smoke test {to} once more" : title;
}

// src/core/history/unfinished.ts
function unfinishedClimb(entries) {
  const planned2 = entries.findLast((entry2) => isOf(entry2, "planned") && entry2.event.operation === "climb");
  if (planned2 === void 0 || !isOf(planned2, "planned")) {
    return { kind: "nothing", because: "Nobody has started a climb yet." };
  }
  const { target, hops, given = { facts: [], parts: [] } } = planned2.event;
  if (hops.every((hop) => promotionOf(recordOf(entries, hop)).completed !== void 0)) {
    return { kind: "nothing", because: `The climb to ${target} is complete.` };
  }
  const own = hops.flatMap((hop) => after(ofHop(entries, hop), planned2));
  const stop = own.map(whyStopped).find((why) => why !== void 0);
  if (stop !== void 0) return { kind: "nothing", because: stop };
  const acknowledged = hops.flatMap(({ manual }) => manual.filter((step2) => step2.acknowledged).map(({ id }) => id));
  return { kind: "waits", target, acknowledged, given };
}
function whyStopped({ event, at }) {
  if (event.type === "ended" && event.outcome !== "waiting") {
    return `The step "${event.command}" of hop ${event.hop.id} on ${event.environment} ended as ${event.outcome} on ${at}: ${event.message}`;
  }
  if ((event.type === "rolling-back" || event.type === "rolled-back") && event.environment === "production") {
    return `Hop ${event.hop.id} was rolled back on ${at}.`;
  }
  return void 0;
}

// src/report/approvals.ts
function countApprovals(hops, { deferrable }, gates) {
  return {
    ...gates.scope === "path" ? { wholePath: true } : {},
    deploys: gates.production === "none" ? 0 : hops,
    // Where migrations run at start-up, the approval of the deploy is the only one there can be.
    migrations: deferrable && gates.finalize !== "none" ? hops : 0
  };
}
function approvalSentence({ deploys, migrations: migrations2, wholePath }) {
  const all = deploys + migrations2;
  if (all === 0) return 'No approval will be asked for: the gates are set to "none".';
  if (wholePath === true) return wholePathSentence(deploys, migrations2);
  const parts = [
    ...deploys === 0 ? [] : [`${deploys} before production is deployed`],
    ...migrations2 === 0 ? [] : [`${migrations2} before its migrations start`]
  ];
  return `${all === 1 ? "1 approval" : `${all} approvals`} will be asked for: ${parts.join(" and ")}.`;
}
function wholePathSentence(deploys, migrations2) {
  const starts = migrations2 === 0 ? "" : ` and every start of migrations, ${migrations2} points of no return`;
  return `1 approval will be asked for, before the first hop, and it is for the whole path: ${deploys === 1 ? "its deploy" : `all ${deploys} deploys`} on production${migrations2 === 1 ? " and the start of its migrations, the point of no return" : starts}. Nobody is asked again; a hop whose rehearsal or tests fail still ends the climb.`;
}

// src/report/plan-json.ts
function planJson(plan2) {
  const { path, hops, approvals, since, warnings, remarks } = plan2;
  return {
    current: hops.at(0)?.hop.from ?? path.current,
    target: path.target,
    hops: hops.map(hopJson),
    complete: hops.length === 0,
    approvals,
    ...warnings.length === 0 ? {} : { warnings },
    notes: [...remarks, ...path.kind === "path" ? path.notes : []],
    details: path.details,
    ...since === void 0 ? {} : { sinceCopy: since }
  };
}
function hopJson({ hop, detail }) {
  const { id, index, from, to, digest, reasons, manual, parts, releases } = hop;
  return {
    id,
    index,
    from,
    to,
    publishedAt: detail.publishedAt ?? null,
    // A plan without a configuration is no plan of a system: there is nothing that could be approved.
    digest: digest === "" ? null : digest,
    reasons,
    manual,
    ...parts === void 0 ? {} : { parts },
    ...releases === void 0 ? {} : { releases },
    notes: { advice: detail.advice, parts: detail.parts, releases: detail.releaseNotes },
    rehearsed: detail.rehearsed ?? null,
    formerlyRehearsed: detail.formerly ?? null,
    estimate: detail.estimate ?? null,
    typical: detail.typical === void 0 ? null : typicalJson(detail.typical)
  };
}
function typicalJson({ kind, from, to }) {
  return { kind, milliseconds: { from, to } };
}

// src/drivers/releases/compare-releases.ts
function compareReleases(pinned, now, scheme) {
  const read = versionReader(scheme);
  const versions = /* @__PURE__ */ new Map();
  for (const { tag } of [...pinned.releases, ...now.releases]) {
    const reading = versions.has(tag) ? void 0 : read(tag);
    if (reading?.kind === "version") versions.set(tag, reading.version);
  }
  const versionOf = ({ tag }) => versions.get(tag);
  const before = byLabel(pinned.releases);
  const after2 = byLabel(now.releases);
  const knownLines = new Set(
    pinned.releases.filter(({ prerelease }) => !prerelease).flatMap((release) => lineOf2(versionOf(release)) ?? [])
  );
  const all = [...new Map([...before, ...after2]).values()].toSorted((a, b) => {
    const [one, other] = [versionOf(a), versionOf(b)];
    return one && other ? compareVersions(one, other) : Number(other === void 0) - Number(one === void 0);
  });
  return all.flatMap(({ version }) => {
    const old = before.get(version);
    const current = after2.get(version);
    if (current === void 0) return [{ kind: "gone", version }];
    if (old !== void 0) return changesOf(old, current);
    const line2 = current.prerelease ? void 0 : lineOf2(versionOf(current));
    return [
      {
        kind: "published",
        version,
        ...current.publishedAt === void 0 ? {} : { publishedAt: current.publishedAt },
        ...line2 !== void 0 && knownLines.has(line2) ? { patchOf: line2 } : {}
      }
    ];
  });
}
function changesOf(old, current) {
  const { version } = current;
  const changes2 = [];
  if (current.withdrawn !== void 0 && old.withdrawn === void 0) {
    changes2.push({ kind: "withdrawn", version, withdrawn: current.withdrawn });
  }
  if (old.withdrawn !== void 0 && current.withdrawn === void 0) {
    changes2.push({ kind: "no-longer-withdrawn", version, reason: old.withdrawn.reason });
  }
  const [before, now] = [old.publishedAt, current.publishedAt];
  if (before !== void 0 && now !== void 0 && Date.parse(before) !== Date.parse(now)) {
    changes2.push({ kind: "date-changed", version, before, now });
  }
  return changes2;
}
function byLabel(releases) {
  return new Map(releases.map((release) => [release.version, release]));
}
function lineOf2(version) {
  return version && version.numbers.length > 2 ? version.numbers.slice(0, 2).join(".") : void 0;
}
function describeChange(change) {
  const { version } = change;
  switch (change.kind) {
    case "published": {
      const what = change.patchOf === void 0 ? "a new release" : `a new patch of ${change.patchOf}`;
      return `${version} is ${what}${change.publishedAt === void 0 ? "" : `, published ${change.publishedAt.slice(0, 10)}`}.`;
    }
    case "withdrawn": {
      const { reason: reason2, fixedIn } = change.withdrawn;
      return `${version} was withdrawn: ${reason2}${fixedIn === void 0 ? "" : ` (fixed in ${fixedIn})`}.`;
    }
    case "no-longer-withdrawn":
      return `${version} is no longer withdrawn; the reason was: ${change.reason}.`;
    case "gone":
      return `${version} is not published any more.`;
    case "date-changed":
      return `${version} is dated ${change.now} now, ${change.before} before: it may have been published again.`;
  }
}

// src/drivers/releases/since-pinned.ts
function sinceSentences(since) {
  if (since.kind === "cannot-tell") return [`What was published since cannot be determined: ${since.reason}`];
  return since.changes.length === 0 ? ["Nothing has changed."] : since.changes.map(describeChange);
}

// src/report/plan-model.ts
function subjectText({ product, system }) {
  return system === void 0 ? product : `${system} (${product})`;
}
function isPublished({ details: details2 }) {
  return details2.unit === void 0;
}
function wholePathRemarks({ path, remarks }) {
  return [...remarks, ...path.kind === "path" ? path.notes : [], ...path.details.idle.map(({ text }) => text)];
}
function rehearsedAlready({ hops, now }) {
  return hops.flatMap(({ hop, detail: { rehearsed: rehearsed2, formerly, estimate } }) => {
    if (rehearsed2 === void 0) {
      if (formerly === void 0) return [];
      const text2 = `${hop.title} was rehearsed on ${dayTime(formerly.at, now)}, and that does not count any more: ${formerly.because}. It is rehearsed again.`;
      return [{ index: hop.index, text: text2 }];
    }
    const time = estimate === void 0 ? "" : ` "Will take" is ${durationText(estimate.milliseconds)} by ${estimate.basis}.`;
    const { at, countsUntil, changed } = rehearsed2;
    const but = changed.length === 0 ? "" : ` But ${changedSince(changed)}: the tests as they are now have not run on staging.`;
    const text = `${hop.title} on ${dayTime(at, now)}; it counts until ${dayTime(countsUntil, now)}.${but}${time}`;
    return [{ index: hop.index, text }];
  });
}
function rehearsedDay({ rehearsed: rehearsed2, formerly }, none) {
  if (rehearsed2 !== void 0) return rehearsed2.at.slice(0, 10);
  return formerly === void 0 ? none : "to be repeated";
}
function leftOut({ path }) {
  return path.details.leftOut.map(({ version, text, url, fixedIn }) => {
    const named2 = text.startsWith(`${version} `) ? text : `${version}: ${text}`;
    const source = url === void 0 ? "" : ` (${url})`;
    return `${named2}${source}${fixedIn === void 0 ? "" : ` It is fixed in ${fixedIn}.`}`;
  });
}
function ignoredTags({ path }) {
  return path.details.ignored.map(
    ({ reason: reason2, count: count2, examples }) => `${countText(count2, "tag")} left out (${examples.join(", ")}${count2 > examples.length ? ", \u2026" : ""}), because each of them ${reason2}.`
  );
}
function partLines({ parts }) {
  if (parts === void 0) return [];
  const names = [.../* @__PURE__ */ new Set([...Object.keys(parts.from), ...Object.keys(parts.to)])];
  return names.map((name) => {
    const [from = "not known", to = "not known"] = [parts.from[name], parts.to[name]];
    return from === to ? `${name} ${from} (it stays)` : `${name} ${from} \u2192 ${to}`;
  });
}
function willTake({ estimate, typical }, written) {
  if (estimate !== void 0) return written(estimate.milliseconds);
  return typical === void 0 ? "not known" : typicalText(typical);
}

// src/core/messages/text-table.ts
var naming = 3;
function textTable(head, rows, columns2) {
  const table3 = aligned([head, ...rows]);
  if (columns2 === void 0 || table3.every((line2) => widthOf(line2) <= columns2)) return table3.join("\n");
  const names = aligned([head, ...rows].map((cells2) => cells2.slice(0, naming)));
  return names.flatMap((line2, index) => [line2, ...details(head, rows[index - 1] ?? [], columns2)]).join("\n");
}
function aligned(all) {
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((cells2) => widthOf(cells2[column] ?? ""))));
  return all.map(
    (cells2) => cells2.map((cell, column) => cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))).join("  ").trimEnd()
  );
}
function details(head, cells2, columns2) {
  const lines2 = [];
  for (const [column, cell] of cells2.entries()) {
    if (column < naming || cell === "-" || cell === "") continue;
    const detail = `${head[column] ?? ""}: ${cell}`;
    const last = lines2.at(-1);
    if (last !== void 0 && widthOf(last) + 3 + widthOf(detail) <= columns2)
      lines2[lines2.length - 1] = `${last} \xB7 ${detail}`;
    else lines2.push(`    ${detail}`);
  }
  return lines2;
}
function widthOf(text) {
  return [...text].length;
}

// src/report/plan-text.ts
var shownNotes = 8;
function planText(plan2, columns2) {
  const { hops } = plan2;
  return [
    `${subjectText(plan2)}, planned ${fullTime(plan2.now)}.`,
    table2(plan2, columns2),
    approvalSentence(plan2.approvals),
    section2("Mind", plan2.warnings),
    section2(
      "Rehearsals so far",
      rehearsedAlready(plan2).map(({ index, text }) => `${index}. ${text}`)
    ),
    section2("Why each hop", hops.flatMap(reasonLines)),
    section2("To do by hand, before the hop", hops.flatMap(manualLines)),
    section2(
      "Parts beside the release",
      hops.flatMap(({ hop }) => partLines(hop).map((line2) => `${hop.index}. ${line2}`))
    ),
    section2("Worth knowing", hops.flatMap(adviceLines)),
    section2("What the release notes on the way warn of", hops.flatMap(noteLines)),
    section2("Releases that are left out", leftOut(plan2)),
    section2("The plan as a whole", [...wholePathRemarks(plan2), sourceSentence(plan2), ...ignoredTags(plan2)]),
    sinceText(plan2)
  ].filter((part) => part !== "").join("\n\n");
}
function sinceText({ since }) {
  return since === void 0 ? "" : section2(`Since the copy "${since.copy}" was written`, sinceSentences(since));
}
function sourceSentence({ path: { details: details2 } }) {
  const lists = (details2.migrations ?? []).map(
    ({ url, sha256, count: count2 }) => ` Each hop was checked against ${countText(count2, "migration")} as they are published with the target: ${url} (SHA-256 ${sha256}).`
  );
  return `Planned from ${countText(details2.releases, details2.unit ?? "release")}, read from: ${details2.source}.${lists.join("")}`;
}
function table2({ hops, path }, columns2) {
  const dated = isPublished(path);
  const rows = hops.map(({ hop, detail }) => [
    String(hop.index),
    hop.from,
    hop.to,
    ...dated ? [detail.publishedAt?.slice(0, 10) ?? "not known"] : [],
    hop.manual.length === 0 ? "-" : hop.manual.map((step2) => isDoneByHand(step2) ? "done" : "TO DO").join(", "),
    rehearsedDay(detail, "-"),
    willTake(detail, durationText),
    hop.digest === "" ? "-" : hop.digest.slice(0, 12)
  ]);
  const published = dated ? ["published"] : [];
  return textTable(["hop", "from", "to", ...published, "by hand", "rehearsed", "will take", "digest"], rows, columns2);
}
function section2(title, lines2) {
  return lines2.length === 0 ? "" : [`${title}:`, ...lines2.map((line2) => `  ${line2}`)].join("\n");
}
function reasonLines({ hop }) {
  return hop.reasons.map((reason2) => `${hop.index}. ${withSource(reason2)}`);
}
function manualLines({ hop }) {
  return hop.manual.flatMap((step2) => [
    `${hop.index}. [${isDoneByHand(step2) ? "x" : " "}] ${step2.id}: ${withSource(step2)}`,
    ...fileLines(step2).map((line2) => `      ${line2}`)
  ]);
}
function fileLines({ acknowledged, files }) {
  if (files === void 0 || acknowledged) return [];
  if (files.kind === "in-place") return ["Your files have it."];
  return [
    ...files.missing,
    ...files.lines.flatMap(({ path, lines: lines2 }) => [`${path}:`, ...lines2.map((line2) => `  ${line2}`)])
  ];
}
function adviceLines({ hop, detail }) {
  return [
    ...detail.advice.map((advice) => `${hop.index}. ${withSource(advice)}`),
    ...detail.parts.map((move) => `${hop.index}. ${move.part} ${move.versions}: ${move.reason}`)
  ];
}
function noteLines({ hop, detail: { releaseNotes: releaseNotes2 } }) {
  const left = releaseNotes2.length - shownNotes;
  return [
    ...releaseNotes2.slice(0, shownNotes).map((note2) => `${hop.index}. ${noteText(note2)}`),
    ...left > 0 ? [`${hop.index}. \u2026 and ${left} more; --json has them.`] : []
  ];
}
function noteText({ version, topic, heading: heading2, excerpt, url }) {
  const said3 = [heading2, excerpt].filter((part) => part !== "").join(": ");
  return `${version}, ${topic}: ${said3}${url === void 0 ? "" : ` (${url})`}`;
}
function withSource({ text, url }) {
  return url === void 0 ? text : `${text} (${url})`;
}

// src/report/plan-report.ts
var shownNotes2 = 25;
function planMarkdown(plan2) {
  return markdownOf(planDocument(plan2));
}
function planDocument(plan2) {
  const { hops, path, since, now } = plan2;
  const first2 = hops.at(0)?.hop.from ?? path.current;
  return [
    heading(2, `${first2} \u2192 ${path.target}`),
    paragraph(`${subjectText(plan2)}, planned ${dayTime(now.toISOString(), now)}: ${countText(hops.length, "hop")}.`),
    ...hopTable(plan2),
    paragraph({ strong: approvalSentence(plan2.approvals) }),
    ...section("Mind", list(plan2.warnings)),
    ...section("To do by hand", list(hops.flatMap(manualItems))),
    ...section("Why", list(hops.flatMap(({ hop }) => hop.reasons.map((reason2) => numbered(hop, withSource2(reason2)))))),
    ...section(
      "Rehearsals so far",
      list(rehearsedAlready(plan2).map(({ index, text }) => [{ strong: `${index}.` }, ` ${text}`]))
    ),
    ...section(
      "Parts beside the release",
      list(hops.flatMap(({ hop }) => partLines(hop).map((line2) => numbered(hop, [line2]))))
    ),
    ...section("Worth knowing", list(hops.flatMap(adviceItems))),
    ...section("What the release notes on the way warn of", hops.flatMap(releaseNotes)),
    ...folded("Releases that are left out", list(leftOut(plan2))),
    ...folded("How it was planned", list([...wholePathRemarks(plan2), sourceSentence(plan2), ...ignoredTags(plan2)])),
    ...since === void 0 ? [] : folded(`Since the copy "${since.copy}" was written`, list(sinceSentences(since))),
    ...folded("Ids: the digests of what is approved", digests(hops)),
    diagram(hops.map(({ hop }) => hop))
  ];
}
function hopTable({ hops, path, now }) {
  const dated = isPublished(path);
  return table(
    ["hop", "from \u2192 to", ...dated ? ["published"] : [], "by hand", "rehearsed", "will take"],
    hops.map(({ hop, detail }) => [
      String(hop.index),
      { strong: hop.title },
      ...dated ? [detail.publishedAt === void 0 ? "not known" : dayOf(detail.publishedAt)] : [],
      hop.manual.map((step2) => `${isDoneByHand(step2) ? "\u2714" : "to do:"} ${step2.id}`).join(", "),
      detail.rehearsed === void 0 ? detail.formerly === void 0 ? "not yet" : "to be repeated" : `\u2714 ${dayTime(detail.rehearsed.at, now)}`,
      willTake(detail, roughText)
    ])
  );
}
function numbered({ index }, text) {
  return [{ strong: `${index}.` }, " ", ...text];
}
function manualItems({ hop }) {
  return hop.manual.map((step2) => ({
    ticked: isDoneByHand(step2),
    text: numbered(hop, [`${step2.id}: `, ...withSource2(step2), ...fileSpans(step2)])
  }));
}
function fileSpans({ acknowledged, files }) {
  if (files === void 0 || acknowledged) return [];
  if (files.kind === "in-place") return [" Your files have it."];
  const changes2 = files.lines.flatMap(({ path, lines: lines2 }) => [
    { break: true },
    { code: path },
    ...lines2.flatMap((line2) => [{ break: true }, { code: line2 }])
  ]);
  return [` ${files.missing.join(" ")}`, ...changes2];
}
function adviceItems({ hop, detail }) {
  return [
    ...detail.advice.map((advice) => numbered(hop, withSource2(advice))),
    ...detail.parts.map((move) => numbered(hop, [`${move.part} ${move.versions}: ${move.reason}`]))
  ];
}
function releaseNotes({ hop, detail }) {
  const left = detail.releaseNotes.length - shownNotes2;
  const items = detail.releaseNotes.slice(0, shownNotes2).map(({ version, topic, heading: title, excerpt, url }) => {
    const said3 = [title, excerpt].filter((part) => part !== "").join(": ");
    return [url === void 0 ? version : { link: version, url }, `, ${topic}: ${said3}`];
  });
  return folded(
    `${hop.title}: ${detail.releaseNotes.length} to read`,
    list([...items, ...left > 0 ? [`\u2026 and ${left} more.`] : []])
  );
}
function digests(hops) {
  return list(
    hops.flatMap(({ hop }) => hop.digest === "" ? [] : [numbered(hop, [`${hop.id}: `, { code: hop.digest }])])
  );
}
function withSource2({ text, url }) {
  return url === void 0 ? [text] : [`${text} (`, { link: "source", url }, ")"];
}
function diagram(hops) {
  const nodes = [...hops.slice(0, 1).map((hop) => hop.from), ...hops.map((hop) => hop.to)];
  const lines2 = nodes.map((label, index) => `  s${index}["${label.replaceAll(/["\s]+/g, " ")}"]`);
  const edges = hops.map((hop, index) => `  s${index} -->${mark(hop)} s${index + 1}`);
  return { kind: "diagram", mermaid: ["flowchart LR", ...lines2, ...edges].join("\n") };
}
function mark({ manual }) {
  if (manual.length === 0) return "";
  return manual.every(isDoneByHand) ? "|by hand, done|" : "|by hand|";
}

// src/report/stage-words.ts
function stageReturn({ hop, traits }) {
  if (traits.stages === void 0) return void 0;
  if (isReversible(traits, hop.to)) return "by-its-own";
  return traits.dataless ? "none" : "by-restoring";
}
function stageReturnText(situation) {
  const { to, from } = situation.hop;
  switch (stageReturn(situation)) {
    case void 0:
      return void 0;
    case "by-its-own":
      return `There is a way back from "${to}" to ${from}, and nothing is lost by it.`;
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

// src/planning/given.ts
function givenFor({ facts = [], parts = [] }) {
  return { facts: lastOfEach(facts), parts: lastOfEach(parts) };
}
function isEmpty({ facts, parts }) {
  return facts.length + parts.length === 0;
}
function differencesFromBefore(entries, plan2, asked) {
  if (plan2.kind !== "path") return [];
  const before = entries.findLast(
    (entry2) => isOf(entry2, "planned") && entry2.event.target === plan2.target && (entry2.event.operation ?? "plan") !== "plan"
  );
  if (before === void 0) return [];
  const then = before.event.given ?? { facts: [], parts: [] };
  const now = givenFor(asked);
  const said3 = ["facts", "parts"].flatMap((kind) => changes(kind.slice(0, -1), then[kind], now[kind]));
  if (said3.length === 0) return [];
  return [`The plan of ${before.at} to ${plan2.target} was made with something else: ${said3.join("; ")}.`];
}
function changes(kind, then, now) {
  const [before, after2] = [byName(then), byName(now)];
  return [.../* @__PURE__ */ new Set([...before.keys(), ...after2.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name), after2.get(name)];
    if (was === is) return [];
    if (is === void 0) return [`the ${kind} ${name} was given as "${was}" and is not given now`];
    return [`the ${kind} ${name} was ${was === void 0 ? "not given" : `given as "${was}"`} and is "${is}" now`];
  });
}
function lastOfEach(given) {
  return [...byName(given)].map(([name, value]) => `${name}=${value}`);
}
function byName(given) {
  return new Map(
    given.map((text) => {
      const at = text.indexOf("=");
      return [text.slice(0, at), text.slice(at + 1)];
    })
  );
}

// src/core/path/graph/usability.ts
function judgeReleases(catalogue, rules) {
  return catalogue.entries.map((entry2, place) => judge2(entry2, place, rules));
}
function judge2(entry2, place, rules) {
  const { label } = entry2.version;
  const { withdrawn } = entry2.release;
  if (withdrawn !== void 0) {
    const { reason: reason2, ...rest } = withdrawn;
    return { rule: "withdrawn", text: `${label} was withdrawn: ${sentence(reason2)}`, ...rest };
  }
  const avoided = rules.avoided.find(({ spans }) => contains(spans, place));
  if (avoided !== void 0) {
    const { source, fixedIn } = avoided;
    const known2 = { ...source.url ? { url: source.url } : {}, ...fixedIn ? { fixedIn } : {} };
    return { rule: "avoid", text: `${label} is avoided: ${sentence(source.reason)}`, ...known2 };
  }
  if (entry2.isPrerelease && !rules.allowPrereleases) {
    return { rule: "prerelease", text: `${label} is a prerelease, and prereleases were not requested.` };
  }
  return rules.minimumAge > 0 ? judgeAge(entry2, rules.minimumAge, rules.now) : void 0;
}
function judgeAge({ version, release }, minimumAge, now) {
  const published = release.publishedAt === void 0 ? Number.NaN : Date.parse(release.publishedAt);
  const least = `the minimum age is ${days(minimumAge)}`;
  if (Number.isNaN(published)) {
    return {
      rule: "minimum-age",
      text: `The source does not report when ${version.label} was published, and ${least}.`
    };
  }
  const age = now.getTime() - published;
  if (age >= minimumAge) return void 0;
  return {
    rule: "minimum-age",
    text: `${version.label} was published ${new Date(published).toISOString().slice(0, 10)}, ${days(age)} ago, and ${least}.`
  };
}
function days(milliseconds) {
  const hours = Math.max(0, Math.floor(milliseconds / 36e5));
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
function sentence(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

// src/core/model/state.ts
function labelWithPart(label, part, version) {
  return `${label}+${part}-${version.replaceAll(/-{2,}|-$/g, "-").replace(/-$/, "")}`;
}

// src/core/path/hop-parts.ts
function partsAtStart(place, context) {
  return known(context, (name) => context.parts[name] ?? presentOf(name, place, context));
}
function partsAfter(before, place, context) {
  return known(context, (name) => {
    const version = carried(name, place, context);
    return version ?? (context.carriedParts.has(name) ? void 0 : before[name]);
  });
}
function known({ partNames }, versionOf) {
  return Object.fromEntries(
    partNames.flatMap((name) => {
      const version = versionOf(name);
      return version !== void 0 && partVersion.safeParse(version).success ? [[name, version]] : [];
    })
  );
}
function carried(name, place, context) {
  return publishedWith(name, place, context) ?? rowOf(name, place, context)?.to;
}
function presentOf(name, place, context) {
  const versions = rowOf(name, place, context)?.versions;
  return publishedWith(name, place, context) ?? (versions && exactVersion(versions));
}
function publishedWith(name, place, { catalogue }) {
  return entryAt(catalogue.entries, place).release.parts?.[name];
}
function rowOf(name, place, { partTables }) {
  return carrierOf(
    partTables.find(({ part }) => part === name),
    place
  );
}
function without2(parts, names) {
  return Object.fromEntries(Object.entries(parts).filter(([name]) => !names.includes(name)));
}

// src/core/path/legs.ts
function legsOf([start = 0, ...path], context, { manualSteps, partsFirst }) {
  const legs = [];
  let place = start;
  let label = start === context.current ? context.currentLabel : labelAt(context, start);
  let parts = partsAtStart(start, context);
  const goTo = (to, next) => {
    const releases = { from: labelAt(context, place), to: labelAt(context, to) };
    const isPlain = releases.from === label && releases.to === next.label;
    const isWhole = Object.keys(parts).length + Object.keys(next.parts).length === 0;
    legs.push({
      from: place,
      to,
      labels: { from: label, to: next.label },
      releases: isPlain ? void 0 : releases,
      parts: isWhole ? void 0 : { from: parts, to: next.parts },
      first: next.first
    });
    place = to;
    label = next.label;
    parts = next.parts;
  };
  for (const to of path) {
    for (const first2 of partsFirst) {
      if (!first2.precedes(place, to, parts[first2.part])) continue;
      goTo(place, {
        label: labelWithPart(label, first2.part, first2.to),
        parts: { ...parts, [first2.part]: first2.to },
        first: first2
      });
    }
    const byHand2 = manualSteps.flatMap(
      ({ moves, concerns }) => moves !== void 0 && concerns(place, to) ? [moves] : []
    );
    parts = without2(parts, byHand2);
    goTo(to, { label: labelAt(context, to), parts: partsAfter(parts, to, context) });
  }
  return legs;
}

// src/core/path/explain.ts
function explainSteps(path, wanted, explainer) {
  return legsOf(path, explainer.graph.context, explainer).map((leg) => {
    const { labels, parts, releases, first: first2 } = leg;
    const following = path[path.indexOf(leg.to) + 1];
    const step2 = first2 === void 0 ? explainStep(leg.from, leg.to, following, wanted, explainer) : explainMove(leg, first2, explainer);
    return {
      ...step2,
      ...labels,
      ...parts === void 0 ? {} : { partVersions: parts },
      ...releases === void 0 ? {} : { releases }
    };
  });
}
function explainMove({ to: place, parts }, first2, explainer) {
  const { context } = explainer.graph;
  const { part, to, source } = first2;
  const before = parts?.from[part];
  const move = before === void 0 ? `moves to ${to}` : `moves, ${before} \u2192 ${to}`;
  const text = `Only the ${part} ${move}; the release stays ${labelAt(context, place)}.`;
  return {
    tag: entryAt(context.catalogue.entries, place).release.tag,
    reasons: [reasonOf2({ source, text })],
    ...onTheWay(place, place, explainer),
    parts: []
  };
}
function explainStep(from, to, following, wanted, explainer) {
  const { graph } = explainer;
  const { context } = graph;
  const stops = following === void 0 ? [] : graph.blocks(from, following);
  const goal = following === void 0 ? [{ rule: "target", text: `${labelAt(context, to)} is ${wanted}.` }] : [];
  const lifted = graph.exceptionsUsed(from, to).map(({ source }) => reasonFrom(source));
  return {
    tag: entryAt(context.catalogue.entries, to).release.tag,
    reasons: [...goal, ...stops.map(reasonOf2), ...lifted],
    ...onTheWay(from, to, explainer),
    parts: partsAt(context, to)
  };
}
function onTheWay(from, to, { graph, manualSteps, remarks }) {
  const labels = { from: labelAt(graph.context, from), to: labelAt(graph.context, to) };
  const filled2 = (text) => text.replaceAll("{from}", labels.from).replaceAll("{to}", labels.to);
  return {
    manual: manualSteps.filter((manualStep) => manualStep.concerns(from, to)).map(({ id, text, url }) => ({ id: filled2(id), text: filled2(text), ...url ? { url } : {} })),
    notes: remarks.filter((remark) => remark.concerns(from, to)).map(({ source }) => reasonFrom(source))
  };
}
function partsAt({ partTables }, place) {
  return partTables.flatMap((partTable) => {
    const row = carrierOf(partTable, place);
    if (row === void 0) return [];
    const { part, source } = partTable;
    return [{ part, versions: row.versions, reason: source.reason, ...source.url ? { url: source.url } : {} }];
  });
}
function saidOf({ text, url }) {
  return url === void 0 ? text : `${text} (${url})`;
}
function reasonOf2({ source, text }) {
  return reasonFrom({ ...source, reason: source.reason === "" ? text : `${text} ${source.reason}` });
}
function reasonFrom(source) {
  const doubt = source.doubts.length === 0 ? "" : ` It is not known whether this installation needs it (${source.doubts.join(", ")}), so it applies.`;
  return { rule: source.rule, text: `${sentence(source.reason)}${doubt}`, ...source.url ? { url: source.url } : {} };
}

// src/core/path/notes.ts
function notesOf({ graph: { context }, cautions }, path) {
  const [current = 0] = path;
  const target = path.at(-1) ?? current;
  const notes = [];
  const present = context.unusable[current];
  if (present?.rule === "unlisted") notes.push(present.text);
  else if (present !== void 0 && present.rule !== "minimum-age") {
    notes.push(`The present release should be left: ${saidOf(present)}`);
  }
  if (entryAt(context.catalogue.entries, target).isPrerelease) {
    notes.push(`The target ${labelAt(context, target)} is a prerelease.`);
  }
  const passed = path.slice(1).flatMap((to, index) => passedOver(context, path[index] ?? to, to));
  if (passed.length > 0) {
    notes.push(`The path passes over ${listed(passed)}, where no rule requires a stop.`);
  }
  return [.../* @__PURE__ */ new Set([...notes, ...cautions.flatMap((caution) => caution(current, target))])];
}
function passedOver(context, from, to) {
  const { minor } = context.lines;
  const labels = [];
  for (let rank = minor.rankOf(from) + 1; rank < minor.rankOf(to); rank++) {
    const line2 = lineAt(minor, rank);
    if (line2.isPublished) labels.push(line2.label);
  }
  return labels;
}

// src/core/path/compile.ts
function countingRules(rules, facts) {
  const counting = [];
  const idle = [];
  const unknownFacts = /* @__PURE__ */ new Set();
  const undecided = /* @__PURE__ */ new Map();
  for (const [place, rule] of rules.entries()) {
    const { name, reason: reason2, url, when } = rule;
    const truth = evaluate(when, facts);
    if (truth.kind === "unknown") {
      undecided.set(place, truth.facts);
      for (const fact2 of truth.facts) unknownFacts.add(fact2);
    }
    if (truth.kind === "fails") {
      idle.push({
        rule: name,
        text: `Does not apply here, because its condition (${conditionText(when)}) is not met: ${reason2}`
      });
    } else if (truth.kind === "unknown" && rule.role === "grant") {
      idle.push({ rule: name, text: `Does not apply, because ${truth.facts.join(", ")} is not known: ${reason2}` });
    } else {
      const doubts = truth.kind === "unknown" ? truth.facts : [];
      counting.push({ place, rule, source: { rule: name, reason: reason2, ...url ? { url } : {}, doubts } });
    }
  }
  return { counting, idle, unknownFacts: [...unknownFacts], undecided };
}
function conditionText(when) {
  const one = (condition) => Object.entries(condition).filter(([, value]) => value !== void 0).map(([key, value]) => key === "fact" ? value : `${key} ${value}`).join(" ");
  return [when ?? []].flat().map((item) => "any" in item ? item.any.map(one).join(" or ") : one(item)).join(" and ");
}

// src/core/path/details.ts
var exampleCount = 3;
var leftOutCount = 100;
function detailsOf(list2, catalogue, unusable, { idle, unknownFacts }, between) {
  const leftOut3 = [];
  for (let place = between.start; place < between.end && leftOut3.length < leftOutCount; place++) {
    const reason2 = unusable[place];
    if (reason2 === void 0 || reason2.rule === "prerelease" || reason2.rule === "unlisted") continue;
    const { rule, text, url, fixedIn } = reason2;
    leftOut3.push({
      version: catalogue.entries[place]?.version.label ?? "",
      rule,
      text,
      ...url ? { url } : {},
      ...fixedIn ? { fixedIn } : {}
    });
  }
  return {
    source: list2.source,
    releases: list2.releases.length,
    ignored: ignoredBy(list2, catalogue),
    leftOut: leftOut3,
    unknownFacts,
    idle
  };
}
function ignoredBy(list2, catalogue) {
  const groups = Map.groupBy([...list2.ignored, ...catalogue.unreadable], ({ reason: reason2 }) => reason2);
  return [...groups].map(([reason2, tags]) => ({
    reason: reason2,
    count: tags.length,
    examples: tags.slice(0, exampleCount).map(({ tag }) => tag)
  }));
}

// src/core/path/graph.ts
function graphOf(context, effects) {
  const hops = effects.flatMap((effect) => effect.hops ?? []);
  const landings = [finalWhereThereIsOne(context), ...effects.flatMap((effect) => effect.landings ?? [])];
  const exceptions = effects.flatMap((effect) => effect.exceptions ?? []);
  const named2 = new Set(
    effects.flatMap((effect) => (effect.named ?? []).flatMap(({ start, end }) => placesIn(start, end)))
  );
  const lifting = (rule, from) => exceptions.filter((one) => one.overrules.includes(rule.source.rule) && contains(one.from, from));
  const blockedBy = (rule, from) => {
    const lifted = exceptions.length === 0 ? [] : lifting(rule, from).flatMap((exception) => exception.to);
    return without(rule.blocked(from), lifted);
  };
  const unusable = (place) => context.unusable[place];
  const isNamed = (place) => named2.has(place);
  return {
    context,
    blocks: (from, to) => hops.filter((rule) => contains(blockedBy(rule, from), to)).map((rule) => ({ source: rule.source, text: rule.why(from, to) })),
    openings: (from, within2) => uncovered(
      within2,
      hops.flatMap((rule) => blockedBy(rule, from))
    ),
    refusals: (place) => {
      const reason2 = unusable(place);
      if (reason2 !== void 0) {
        const { rule, text, url } = reason2;
        return [{ source: { rule, reason: "", ...url ? { url } : {}, doubts: [] }, text }];
      }
      if (isNamed(place)) return [];
      return landings.filter((rule) => rule.refuses(place)).map((rule) => ({ source: rule.source, text: rule.why(place) }));
    },
    isStop: (place) => unusable(place) === void 0 && (isNamed(place) || !landings.some((rule) => rule.refuses(place))),
    isUsable: (place) => unusable(place) === void 0,
    exceptionsUsed: (from, to) => {
      const used = hops.flatMap(
        (rule) => contains(rule.blocked(from), to) ? lifting(rule, from).filter((exception) => contains(exception.to, to)) : []
      );
      return [...new Set(used)];
    }
  };
}
function placesIn(start, end) {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
function finalWhereThereIsOne({ catalogue, lines: lines2 }) {
  const isPrerelease = (place) => place !== void 0 && catalogue.entries[place]?.isPrerelease === true;
  const newest2 = (place) => lineOf(lines2.minor, place).newest;
  return {
    source: { rule: "prerelease", reason: "", doubts: [] },
    refuses: (place) => isPrerelease(place) && newest2(place) !== void 0 && !isPrerelease(newest2(place)),
    why: (place) => `${catalogue.entries[place]?.version.label ?? ""} is a prerelease, and its line has final releases.`
  };
}

// src/core/path/inactive.ts
function inactiveRules(counting, catalogue) {
  const known2 = knownReleases(catalogue, new Set(counting.map(({ source }) => source.rule)));
  return counting.flatMap(({ rule, source }) => {
    const because = rule.whyInactive(known2);
    return because === void 0 ? [] : [{ rule: source.rule, text: `\`${source.rule}\` can never apply, because ${because}: ${source.reason}` }];
  });
}
function knownReleases(catalogue, rules) {
  const end = catalogue.entries.length;
  const isEmpty2 = (range) => catalogue.spans(range).every((span) => span.start === span.end);
  const isAbove = (range) => catalogue.spans(range).every(({ start }) => start === end);
  return {
    rules,
    isEmpty: isEmpty2,
    noneIn: (...ranges) => {
      const range = ranges.find((one) => one !== void 0 && isEmpty2(one));
      return range === void 0 ? void 0 : `no release matches "${range}"`;
    },
    allBelow: (...ranges) => ranges.length > 0 && ranges.every(isAbove) ? `every release is below ${ranges.map((one) => `"${one}"`).join(", ")}` : void 0
  };
}

// src/core/path/minimum-tree.ts
var MinimumTree = class {
  #size;
  #nodes;
  constructor(length) {
    this.#size = 2 ** Math.ceil(Math.log2(Math.max(1, length)));
    this.#nodes = new Float64Array(2 * this.#size).fill(Number.POSITIVE_INFINITY);
  }
  get(place) {
    return this.#node(this.#size + place);
  }
  set(place, value) {
    let node = this.#size + place;
    this.#nodes[node] = value;
    while (node > 1) {
      node >>>= 1;
      this.#nodes[node] = Math.min(this.#node(2 * node), this.#node(2 * node + 1));
    }
  }
  /** The last place in [start, end) that holds the least number there; undefined when all are infinite. */
  lastMinimum(start, end) {
    let best = 0;
    let left = start + this.#size;
    let right = end + this.#size;
    const rightNodes = [];
    const consider = (node) => {
      if (best === 0 || this.#node(node) <= this.#node(best)) best = node;
    };
    while (left < right) {
      if (left % 2 === 1) consider(left++);
      if (right % 2 === 1) rightNodes.push(--right);
      left >>>= 1;
      right >>>= 1;
    }
    for (const node of rightNodes.toReversed()) consider(node);
    if (best === 0 || this.#node(best) === Number.POSITIVE_INFINITY) return void 0;
    while (best < this.#size) best = this.#node(2 * best + 1) <= this.#node(2 * best) ? 2 * best + 1 : 2 * best;
    return best - this.#size;
  }
  #node(node) {
    return this.#nodes[node] ?? Number.POSITIVE_INFINITY;
  }
};

// src/core/path/search.ts
function shortestPath(graph, current, target) {
  return follow(waysTo(graph, current, target).next, current, target);
}
function waysTo(graph, current, target) {
  const left = new MinimumTree(target - current + 1);
  const next = /* @__PURE__ */ new Map();
  left.set(target - current, 0);
  for (let place = target - 1; place >= current; place--) {
    if (place !== current && !graph.isStop(place)) continue;
    const best = bestOpening(graph, left, place, current, target);
    if (best === void 0) continue;
    next.set(place, best + current);
    left.set(place - current, left.get(best) + 1);
  }
  return { left, next };
}
function bestOpening(graph, left, place, current, target) {
  let best;
  for (const { start, end } of graph.openings(place, { start: place + 1, end: target + 1 })) {
    const found = left.lastMinimum(start - current, end - current);
    if (found !== void 0 && (best === void 0 || left.get(found) <= left.get(best))) best = found;
  }
  return best;
}
function follow(next, current, target) {
  const path = [];
  let place = current;
  while (place !== target) {
    const following = next.get(place);
    if (following === void 0) return void 0;
    path.push(following);
    place = following;
  }
  return path;
}
function deadEnd(graph, current, target) {
  const { left } = waysTo(graph, current, target);
  const opened = new Int32Array(target - current + 2);
  let open2 = 0;
  let from = current;
  let nearest2;
  for (let place = current; place < target; place++) {
    open2 += opened[place - current] ?? 0;
    if (place !== current && open2 === 0) continue;
    if (place !== current && graph.isUsable(place)) nearest2 = place;
    if (place !== current && !graph.isStop(place)) continue;
    from = place;
    for (const { start, end } of graph.openings(place, { start: place + 1, end: target + 1 })) {
      opened[start - current] = (opened[start - current] ?? 0) + 1;
      opened[end - current] = (opened[end - current] ?? 0) - 1;
    }
  }
  let to = from + 1;
  while (to < target && left.get(to - current) === Number.POSITIVE_INFINITY) to++;
  return { from, to, nearest: nearest2 };
}

// src/core/path/unread-tags.ts
var prereleaseWords = /^(a|alpha|b|beta|c|rc|cr|pre|preview|prerelease|dev|devel|development|m|ms|milestone|snapshot|nightly|canary|next|ea|test|testing|candidate|unstable|edge|insiders?|experimental|build|ci|pr|t|i|n)$/i;
function unreadAbove(list2, catalogue, current, line2) {
  const present = catalogue.entries[current]?.version.numbers ?? [];
  const isAbove = (numbers) => compareNumbers(numbers, present) > 0 && line2.every((number2, place) => (numbers[place] ?? 0) === number2);
  const unread = unreadOf(list2, catalogue).filter((tag) => {
    const numbers = numbersIn(tag);
    return numbers !== void 0 && isAbove(numbers);
  });
  const flavours = catalogue.entries.filter(({ version }) => {
    const word2 = version.prerelease.map((part) => /^[a-z]+/i.exec(String(part))?.[0]).find((part) => part !== void 0);
    return word2 !== void 0 && !prereleaseWords.test(word2) && isAbove(version.numbers);
  });
  return [
    ...tagsOf(unread, "it does not match the version pattern of the product"),
    ...tagsOf(
      flavours.map(({ release }) => release.tag),
      "what follows its numbers makes it a prerelease"
    )
  ];
}
function tagsOf(tags, because) {
  const example = tags.at(-1);
  return example === void 0 ? [] : [{ count: tags.length, example, because }];
}
function unreadOf({ ignored }, { scheme, unreadable }) {
  const wanted = scheme.ignore.map(({ pattern }) => new RegExp(pattern));
  return [...ignored, ...unreadable].map(({ tag }) => tag).filter((tag) => !wanted.some((one) => one.test(tag)) && readVersion(tag, scheme).kind === "ignored");
}
function numbersIn(tag) {
  const text = /\d+(\.\d+)+/.exec(tag)?.[0];
  const numbers = text?.split(".").map(Number);
  return numbers?.every(Number.isSafeInteger) ? numbers : void 0;
}
function hardlyAnyMatch(list2, catalogue) {
  const unread = unreadOf(list2, catalogue).filter((tag) => numbersIn(tag) !== void 0);
  const matched = catalogue.entries.length;
  return unread.length > 0 && (matched === 0 || matched <= 2 && unread.length >= 20) ? unread : void 0;
}
function readingFor(tags, { scheme }) {
  const forms = Map.groupBy(tags, (tag) => {
    const match = /^(?<before>.*?)\d+(?:\.\d+)+(?<after>.*)$/.exec(tag)?.groups;
    return JSON.stringify([match?.before ?? "", match?.after ?? ""]);
  });
  const most = [...forms].toSorted(([, a], [, b]) => b.length - a.length);
  for (const [form, members] of most) {
    const [before = "", after2 = ""] = JSON.parse(form);
    const pattern = `^${escaped2(before)}(?<version>\\d+(?:\\.\\d+)+)${escaped2(after2)}$`;
    const fitting = [scheme, "numbers"].find(
      (one) => members.every((tag) => readVersion(tag, { scheme: one, pattern, ignore: [] }).kind === "version")
    );
    if (fitting !== void 0) return { scheme: fitting, pattern };
  }
  return void 0;
}
function escaped2(text) {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

// src/core/path/no-plan.ts
var nothingDone = "Nothing was done.";
function unknownRelease(which, asked, nearest2, details2) {
  const name = which === "current" ? "present release" : "target";
  const neighbours = Object.values(nearest2);
  const message = {
    happened: `The ${name} "${asked}" is not among ${details2.releases} known releases (read from: ${details2.source}).`,
    means: "Without knowing its place in the list, no path can be planned.",
    next: neighbours.length === 0 ? "Write a release (4.1.12), a line (4.1), newest or newest-patch; or check `versions:` and `releases:` of the product." : `The nearest known ${neighbours.length === 1 ? "release is" : "releases are"} ${listed(neighbours)}. If it exists, add it to the source under \`releases:\`.`
  };
  return { kind: "unknown-release", which, asked, message, nearest: nearest2, details: details2 };
}
function nothingMatches(list2, unread, catalogue) {
  const [example = ""] = unread;
  const reading = readingFor(unread, catalogue.scheme);
  const isOtherScheme = reading !== void 0 && reading.scheme !== catalogue.scheme.scheme;
  return new UserError({
    happened: `${catalogue.entries.length} of the ${unread.length + catalogue.entries.length} tags with a version of ${list2.source} are read as releases: ${unread.length} of them, such as ${JSON.stringify(example)}, do not match \`versions:\` of the product.`,
    means: "No path was planned.",
    next: reading === void 0 ? "Write a pattern for them under `versions:`, with a group (?<version>\u2026) around the version." : `Write under \`versions:\` of the product: ${isOtherScheme ? `scheme: ${reading.scheme}, ` : ""}pattern: '${String(reading.pattern).replaceAll("'", "''")}'`
  });
}
function alreadyThere({ graph }, wanted, details2, unread = []) {
  const { context } = graph;
  const current = labelAt(context, context.current);
  const leftOut3 = details2.leftOut.filter(({ version }) => version !== current);
  const present = context.unusable[context.current];
  const means = leftOut3.length === 0 ? "No hop is needed." : `Newer releases exist but are left out: ${leftOut3.map(saidOf).join(" ")}`;
  const message = {
    happened: `The system is already at ${current}, ${wanted}${leftOut3.length === 0 ? "" : " that may be used"}.`,
    means,
    next: present === void 0 || present.rule === "unlisted" ? "Nothing needs to be done." : `${saidOf(present)} Plan again when a release that replaces it is published.`
  };
  const doubt = unread.length > 0 ? { doubt: doubtOf(current, unread, details2) } : present?.rule === "unlisted" ? { doubt: unlistedDoubt(present.text) } : {};
  return { kind: "already-there", current, target: current, message, ...doubt, details: details2 };
}
function unlistedDoubt(text) {
  return {
    happened: `${text} Nothing newer is listed.`,
    means: "The list may be incomplete, so it could not be determined whether the path ends here.",
    next: "Make sure that `releases:` of the product names the source that has this release."
  };
}
function doubtOf(current, unread, { source }) {
  const said3 = unread.map(
    ({ count: count2, example, because }) => `${count2 === 1 ? "one tag is" : `${count2} tags are`} left out, such as ${JSON.stringify(example)}, because ${because}`
  );
  return {
    happened: `Nothing newer than ${current} is known, but of ${source} ${said3.join("; and ")}.`,
    means: "Newer releases may be among them, so it could not be determined whether the path ends here.",
    next: "Correct `pattern` under `versions:` of the product so that they are read, or name them under `ignore` with the reason."
  };
}
function downgrade({ graph }, target, details2) {
  const { context } = graph;
  const current = labelAt(context, context.current);
  const older = labelAt(context, target);
  const [first2] = shortestPath(graph, target, context.current) ?? [];
  const hop = first2 === void 0 ? void 0 : { from: older, to: labelAt(context, first2) };
  const message = {
    happened: `${older} is older than the present release ${current}. An upgrade path never goes down.`,
    means: `The data has been changed for ${current}. The way back to ${older} is a restore: everything written since that backup is lost.`,
    next: hop === void 0 ? `If a backup of ${older} exists, restore it and deploy ${older}; the journal lists the backups.` : `If the journal has the hop ${hop.from} to ${hop.to}, run \`staged-upgrade rollback\` with that hop: its restore point is a backup of ${older}.`
  };
  return { kind: "downgrade", current, target: older, message, ...hop ? { restoreBefore: hop } : {}, details: details2 };
}
function unusableTarget(survey, target, details2) {
  const { context } = survey.graph;
  const label = labelAt(context, target);
  const [block] = survey.graph.refusals(target);
  const reason2 = block === void 0 ? { rule: "target", text: `${label} may not be used.` } : reasonOf2(block);
  const fixedIn = context.catalogue.find(context.unusable[target]?.fixedIn ?? "");
  const isFixed = fixedIn !== void 0 && fixedIn > context.current && survey.graph.isUsable(fixedIn);
  const instead = isFixed ? labelAt(context, fixedIn) : nextUsable(survey, target);
  const message = {
    happened: `${label} may not be the target. ${saidOf(reason2)}`,
    means: nothingDone,
    next: instead === void 0 ? "Choose another target." : `Choose ${instead} instead: --target ${instead}.`
  };
  const current = labelAt(context, context.current);
  return { kind: "unusable-target", current, target: label, message, reason: reason2, ...instead ? { instead } : {}, details: details2 };
}
function nextUsable({ graph }, target) {
  const { context } = graph;
  const { minor } = context.lines;
  const sameLine = (place) => place > context.current && place < context.catalogue.entries.length && minor.rankOf(place) === minor.rankOf(target);
  for (let place = target + 1; sameLine(place); place++) if (graph.isUsable(place)) return labelAt(context, place);
  for (let place = target - 1; sameLine(place); place--) if (graph.isUsable(place)) return labelAt(context, place);
  return void 0;
}
function nearestKnown(text, catalogue) {
  const reading = readVersion(text, catalogue.scheme);
  if (reading.kind === "ignored") return {};
  const place = catalogue.placeOf(reading.version);
  const below = place > 0 ? entryAt(catalogue.entries, place - 1).version.label : void 0;
  const above = place < catalogue.entries.length ? entryAt(catalogue.entries, place).version.label : void 0;
  return { ...below ? { below } : {}, ...above ? { above } : {} };
}

// src/core/path/survey.ts
function surveyOf(request, asked) {
  const { counting, idle, unknownFacts, undecided } = countingRules(request.rules, request.facts ?? {});
  const listed2 = catalogueOf(request.releases.releases, request.scheme);
  const { catalogue, unlisted } = withPresent(listed2, request.current);
  const inactive = inactiveRules(counting, listed2);
  const unmatched = hardlyAnyMatch(request.releases, listed2);
  if (unmatched !== void 0) throw nothingMatches(request.releases, unmatched, listed2);
  const usability = {
    avoided: counting.flatMap(({ rule, source }) => rule.avoided?.(catalogue, source) ?? []),
    allowPrereleases: request.allowPrereleases ?? false,
    minimumAge: request.minimumAge ?? 0,
    now: request.now
  };
  const unusable = judgeReleases(catalogue, usability);
  for (const place of placesOf(asked, catalogue)) {
    unusable[place] = judge2(entryAt(catalogue.entries, place), place, { ...usability, allowPrereleases: true });
  }
  if (unlisted !== void 0) unusable[unlisted] = notListed(catalogue, unlisted, request.releases.source);
  const details2 = (start, end) => detailsOf(request.releases, catalogue, unusable, { idle: [...idle, ...inactive], unknownFacts }, { start, end });
  const unknown2 = (which, name) => unknownRelease(which, name, nearestKnown(name, listed2), details2(0, 0));
  const current = catalogue.find(request.current);
  if (current === void 0) return unknown2("current", request.current);
  const partTables = counting.flatMap(({ rule, source }) => rule.partTable?.(catalogue, source) ?? []);
  const context = {
    ...releaseGraphOf(catalogue, unusable),
    partTables,
    carriedParts: /* @__PURE__ */ new Set([
      ...partTables.map(({ part }) => part),
      ...catalogue.entries.flatMap(({ release }) => Object.keys(release.parts ?? {}))
    ]),
    parts: request.parts ?? {},
    partNames: [.../* @__PURE__ */ new Set([...partsAskedBy(request.rules), ...request.partNames ?? []])],
    current,
    currentLabel: request.currentLabel ?? labelAt({ catalogue }, current),
    migrationLists: request.migrationLists ?? /* @__PURE__ */ new Map()
  };
  const effects = counting.flatMap(({ rule, source }) => rule.apply?.(context, source) ?? []);
  return {
    kind: "surveyed",
    graph: graphOf(context, effects),
    manualSteps: effects.flatMap((effect) => effect.manualSteps ?? []),
    partsFirst: effects.flatMap((effect) => effect.partsFirst ?? []),
    remarks: effects.flatMap((effect) => effect.remarks ?? []),
    cautions: effects.flatMap((effect) => effect.cautions ?? []),
    sources: new Map(counting.map(({ place, source }) => [place, source])),
    undecided,
    details: details2,
    unknown: unknown2,
    unread: (line2) => unreadAbove(request.releases, catalogue, current, line2)
  };
}
function placesOf(names, catalogue) {
  return names.flatMap((name) => catalogue.find(name) ?? []);
}
function withPresent(listed2, current) {
  if (listed2.find(current) !== void 0 || listed2.entries.length === 0) return { catalogue: listed2 };
  const reading = readVersion(current, listed2.scheme);
  if (reading.kind === "ignored") return { catalogue: listed2 };
  const present = { tag: current.trim(), version: reading.version.label, prerelease: false };
  const catalogue = catalogueOf([...listed2.entries.map(({ release }) => release), present], listed2.scheme);
  const unlisted = catalogue.find(current);
  return {
    catalogue: { ...catalogue, unreadable: listed2.unreadable },
    ...unlisted === void 0 ? {} : { unlisted }
  };
}
function notListed(catalogue, place, source) {
  const { label } = entryAt(catalogue.entries, place).version;
  const [below, above] = [place - 1, place + 1].map((one) => catalogue.entries[one]?.version.label);
  const between = below === void 0 ? `below ${above}` : above === void 0 ? `above ${below}` : `between ${below} and ${above}`;
  return {
    rule: "unlisted",
    text: `The present release ${label} is not listed by ${source}; it was placed by its version, ${between}.`
  };
}

// src/core/path/target.ts
function resolveTarget(text, current, releaseGraph) {
  const { catalogue, lines: lines2 } = releaseGraph;
  if (text === "newest") {
    return newestOf({ start: 0, end: catalogue.entries.length }, "the newest release", current, releaseGraph, []);
  }
  if (text === "newest-patch") {
    const line3 = lineOf(lines2.minor, current);
    return newestOf(
      line3,
      `the newest release of the present line ${line3.label}`,
      current,
      releaseGraph,
      numbersOf(line3.label)
    );
  }
  const line2 = /^v?(?<numbers>\d+(?:\.\d+)?)$/.exec(text)?.groups?.numbers;
  const [span] = line2 === void 0 ? [] : catalogue.spans(line2);
  if (line2 !== void 0 && span !== void 0 && span.start < span.end) {
    return newestOf(span, `the newest release of ${line2}`, current, releaseGraph, numbersOf(line2));
  }
  const place = catalogue.find(text.replace(/^=\s*/, ""));
  if (place === void 0) return { kind: "unknown" };
  return { kind: place < current ? "older" : "release", place, wanted: "the requested release" };
}
function numbersOf(line2) {
  return line2.split(".").map(Number);
}
function newestOf(span, wanted, current, releaseGraph, line2) {
  if (span.end <= current) return { kind: "older", place: newestUsable(releaseGraph, span) ?? span.end - 1, wanted };
  const above = { start: Math.max(span.start, current), end: span.end };
  const place = highestUsable(releaseGraph, above);
  if (place !== void 0 && place > current) return { kind: "release", place, wanted };
  if (span.start > current) return { kind: "release", place: span.end - 1, wanted };
  return { kind: "nothing-newer", wanted, end: span.end, line: line2 };
}
function highestUsable({ unusable }, { start, end }) {
  for (let place = end - 1; place >= start; place--) if (unusable[place] === void 0) return place;
  return void 0;
}

// src/core/path/check-path.ts
function checkPath(request) {
  const survey = surveyOf(request, [...request.path, ...request.target === void 0 ? [] : [request.target]]);
  if (survey.kind === "unknown-release") return survey;
  const { graph } = survey;
  const { catalogue, current } = graph.context;
  const named2 = request.path.map((name) => ({ name, place: catalogue.find(name) }));
  const hops = named2[0]?.place === current ? named2.slice(1) : named2;
  const unknown2 = hops.filter(({ place }) => place === void 0).map(({ name }) => unknownFault(name, survey));
  const places = [current, ...hops.flatMap(({ place }) => place ?? [])];
  const end = endFaults(request.target, places, survey);
  const faults = [...unknown2, ...places.slice(1).flatMap((to, index) => hopFaults(places, index, to, graph)), ...end];
  const details2 = survey.details(current, Math.max(...places) + 1);
  if (faults.length === 0 && places.length > 1) {
    return { kind: "sound", path: describe(places, survey, details2) };
  }
  const label = labelAt(graph.context, current);
  if (faults.length === 0) {
    faults.push({
      fault: "already-there",
      from: label,
      to: label,
      text: `The path has no hops: it ends at the present release ${label}.`,
      reasons: []
    });
  }
  const message = {
    happened: `The path ${request.path.join(", ")} has ${faults.length === 1 ? "a fault" : `${faults.length} faults`}.`,
    means: faults.map(({ text }) => text).join(" "),
    next: `Run \`staged-upgrade plan --target ${request.path.at(-1) ?? "newest"}\`, which plans a path that the rules allow.`
  };
  const last = labelAt(graph.context, places.at(-1) ?? current);
  return { kind: "faulty", current: label, end: last, faults, message, details: details2 };
}
function describe(places, survey, details2) {
  const { context } = survey.graph;
  return {
    kind: "path",
    current: context.currentLabel,
    target: labelAt(context, places.at(-1) ?? context.current),
    steps: explainSteps(places, "the end of the path that was given", survey),
    notes: notesOf(survey, places),
    details: details2
  };
}
function unknownFault(name, survey) {
  const { happened, next } = survey.unknown("target", name).message;
  return {
    fault: "unknown-release",
    from: name,
    to: name,
    text: `${happened.replace("The target", "The release")} ${next}`,
    reasons: []
  };
}
function hopFaults(places, index, to, graph) {
  const { context } = graph;
  const from = places[index] ?? to;
  const ends = { from: labelAt(context, from), to: labelAt(context, to) };
  if (to === from) {
    return [
      {
        fault: "already-there",
        ...ends,
        text: `The path is already at ${ends.to} when it names it again.`,
        reasons: []
      }
    ];
  }
  if (to < from) {
    return [
      {
        fault: "downgrade",
        ...ends,
        text: `${ends.to} is older than ${ends.from}: a hop never goes down.`,
        reasons: []
      }
    ];
  }
  const blocks = graph.blocks(from, to).map(reasonOf2);
  const skipped = blocks.length === 0 ? [] : [{ fault: "skipped", ...ends, text: texts2(blocks), reasons: blocks }];
  return [...skipped, ...landingFaults(to, index === places.length - 2, graph)];
}
function landingFaults(place, isLast, graph) {
  const label = labelAt(graph.context, place);
  const fault = graph.isUsable(place) ? "not-a-stop" : "unusable";
  if (isLast && fault === "not-a-stop") return [];
  const reasons = graph.refusals(place).map(reasonOf2);
  if (reasons.length === 0) return [];
  const text = fault === "unusable" ? texts2(reasons) : `The path may not stop at ${label}. ${texts2(reasons)}`;
  return [{ fault, from: label, to: label, text, reasons }];
}
function texts2(reasons) {
  return reasons.map(saidOf).join(" ");
}
function endFaults(target, places, survey) {
  if (target === void 0) return [];
  const { context } = survey.graph;
  const resolved = resolveTarget(target, context.current, context);
  if (resolved.kind === "unknown") return [unknownFault(target, survey)];
  const goal = resolved.kind === "nothing-newer" ? context.current : resolved.place;
  const last = places.at(-1) ?? context.current;
  const ends = { from: labelAt(context, last), to: labelAt(context, goal) };
  if (last < goal) {
    return [
      {
        fault: "stops-short",
        ...ends,
        text: `The path stops at ${ends.from}, short of the target ${ends.to}.`,
        reasons: []
      }
    ];
  }
  if (last > goal) {
    return [
      {
        fault: "overshoots",
        ...ends,
        text: `The path ends at ${ends.from}, beyond the target ${ends.to}.`,
        reasons: []
      }
    ];
  }
  return [];
}

// src/core/path/sources/topology/cautions.ts
function cautionsOf({ change, from, to }) {
  if (change === "remove-instances") {
    return [
      {
        id: `remove-${from.instances - to.instances}-of-${from.instances}-instances`,
        text: `${from.instances - to.instances} of ${from.instances} instances ${from.instances - to.instances === 1 ? "is" : "are"} deleted${to.instances === 1 ? "; with one instance, a failure or maintenance is an outage" : ""}. Make sure that the load fits on what is left.`,
        url: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html"
      }
    ];
  }
  const [before, after2] = change === "writer" ? [[from.writer], to.writer] : [from.readers, to.readers[0]];
  if (change === "reader-setting" || change === "add-instances" || after2 === void 0) return [];
  return before.flatMap((each) => betweenClasses(each, after2, change === "writer" ? "writer" : "reader"));
}
var classesPage = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.Summary.html";
function betweenClasses(from, to, role) {
  const [before, after2] = [readInstanceClass(from), readInstanceClass(to)];
  if (before === void 0 || after2 === void 0 || from === to) return [];
  const steps = [];
  const add = (id, text) => {
    steps.push({ id: `${id}-${role}`, text, url: classesPage });
  };
  if (before.memory === void 0 || after2.memory === void 0) {
    add(
      "class-unknown",
      `Whether ${to} is smaller than ${from} could not be determined. Compare their memory and their limits of connections.`
    );
  } else if (after2.memory < before.memory) {
    add(
      "smaller",
      `${to} has ${after2.memory} GiB of memory, and ${from} has ${before.memory}. Make sure that the load fits, and that parameters that were set as numbers (shared_buffers, max_connections) still do.`
    );
  }
  if (before.architecture !== after2.architecture) {
    add(
      "architecture",
      `${to} is ${after2.architecture === "arm64" ? "Graviton (ARM)" : "x86"}, and ${from} is not. Make sure that reservations cover it, and that extensions and queries were tested on it: floating-point results may differ in their last digits.`
    );
  }
  if (before.hasLocalDisks !== after2.hasLocalDisks) {
    add(
      "local-disks",
      `${after2.hasLocalDisks ? to : from} has local disks and ${after2.hasLocalDisks ? from : to} has none: temporary files and the optimized-reads cache lie there. Make sure that large sorts and index builds have the room that they need.`
    );
  }
  return steps;
}

// src/core/path/sources/topology/offer.ts
function isOffered({ classes }, instanceClass) {
  return classes.kind === "known" ? classes.value.some((each) => className(each) === instanceClass) : void 0;
}
function nearOffers({ classes }, instanceClass) {
  const wanted = readInstanceClass(instanceClass);
  if (classes.kind === "unknown" || wanted === void 0) return [];
  const near = classes.value.filter((each) => {
    const other = readInstanceClass(each);
    return other !== void 0 && (other.family === wanted.family || other.size === wanted.size);
  });
  return [...new Set(near.map(className))].toSorted();
}

// src/core/path/sources/topology/source.ts
function topologySource(knowledge) {
  return { stateOf, pathTo: (current, target) => pathTo(knowledge, current, target) };
}
function pathTo(knowledge, current, target) {
  const { title } = knowledge;
  const start = readLabel(current.label);
  if (start === void 0) return notATopology("current", current.label, knowledge);
  const goal = goalOf(target, start);
  if (goal === void 0) return notATopology("target", target, knowledge);
  const hops = hopsTo(start, goal);
  const last = hops.at(-1)?.to ?? start;
  const ends = { current: current.label, target: labelOf(last), details: detailsOf2(knowledge) };
  if (hops.length === 0) {
    return {
      ...ends,
      kind: "already-there",
      message: { happened: `${title} is at ${topologyText(start)}.`, means: "There is nothing to do.", next: "" }
    };
  }
  const { offer } = knowledge;
  if (offer !== void 0 && isOffered(offer, goal.instanceClass) === false) {
    const near = nearOffers(offer, goal.instanceClass);
    const text = `${goal.instanceClass} cannot be had for ${offer.engine}.`;
    return {
      ...ends,
      kind: "unusable-target",
      reason: { rule: "offered", text },
      message: {
        happened: text,
        means: "No path was planned: a resize to it would fail on its first instance.",
        next: near.length === 0 ? "Name another class. Some need a newer version of the engine first." : `Name another class: ${near.join(", ")}. Some need a newer version of the engine first.`
      }
    };
  }
  const obstacle = obstacleOf(hops, knowledge);
  if (obstacle !== void 0) {
    const [first2] = hops;
    const place = { from: labelOf(first2?.from ?? start), to: labelOf(first2?.to ?? last) };
    return { ...ends, kind: "no-path", message: obstacle.message, obstacle: { ...place, reasons: [obstacle.reason] } };
  }
  return { ...ends, kind: "path", steps: hops.map((hop) => stepOf(hop, knowledge)), notes: notesOf2(knowledge) };
}
function goalOf(target, start) {
  const instanceClass = className(target);
  if (readInstanceClass(instanceClass) !== void 0) return { instances: Math.max(start.instances, 2), instanceClass };
  const exact = readLabel(target);
  if (exact === void 0 || exact.hasReaderSetting) return void 0;
  return { instances: exact.instances, instanceClass: exact.writer };
}
function obstacleOf(hops, { obstacles, offer }) {
  const [first2] = obstacles;
  if (first2 !== void 0) {
    const text2 = sentence2(first2);
    return {
      reason: { rule: "readiness", text: text2 },
      message: {
        happened: obstacles.map(sentence2).join(" "),
        means: "No path was planned from here, and nothing was changed.",
        next: "Put that in order first, then plan again."
      }
    };
  }
  const adding = hops.find(({ change }) => change === "add-instances");
  if (adding === void 0 || offer?.quota.kind !== "known") return void 0;
  const { used, most } = offer.quota.value;
  const more = adding.to.instances - adding.from.instances;
  if (used + more <= most) return void 0;
  const text = `The account may have ${most} instances and has ${used}: ${more} more cannot be added.`;
  return {
    reason: { rule: "quota", text },
    message: {
      happened: text,
      means: "No path was planned: its first hop adds an instance.",
      next: 'Ask AWS for a higher quota of "DB instances" in this region (Service Quotas), or delete instances that nobody uses.'
    }
  };
}
function sentence2(phrase) {
  return `${phrase.slice(0, 1).toUpperCase()}${phrase.slice(1)}.`;
}
function notesOf2({ offer }) {
  if (offer === void 0)
    return [
      "Whether the provider has these classes for this engine version was not asked: no live cluster was looked at."
    ];
  return [
    ...offer.classes.kind === "unknown" ? [`Which classes can be had for ${offer.engine} could not be determined: ${offer.classes.reason}.`] : [],
    ...offer.quota.kind === "unknown" ? [`How many instances the account may have could not be determined: ${offer.quota.reason}.`] : []
  ];
}
function stepOf(hop, { reasons }) {
  const { change, from, to } = hop;
  const { reason: reason2, url } = reasons[change];
  return {
    from: labelOf(from),
    to: labelOf(to),
    tag: labelOf(to),
    reasons: [
      {
        rule: change,
        text: `${topologyText(from)} becomes ${topologyText(to)}. ${reason2}`,
        ...url === void 0 ? {} : { url }
      }
    ],
    manual: cautionsOf(hop),
    notes: [],
    parts: [],
    partVersions: { from: partsOf(from), to: partsOf(to) }
  };
}
function notATopology(which, asked, knowledge) {
  const { title, offer } = knowledge;
  const near = offer === void 0 ? [] : nearOffers(offer, className(asked));
  return {
    kind: "unknown-release",
    which,
    asked,
    message: {
      happened: which === "current" ? `"${asked}" is not a state of ${title}.` : `The target "${asked}" is not a class of instances.`,
      means: "No path was planned.",
      next: which === "current" ? "Write it as the plan does: 1x-t4g.medium for one instance, 2x-t4g.medium+reader-r6g.large for two of which the reader is larger." : `Name the class that all instances shall have, such as --target r6g.2xlarge; or their number as well: --target 3x-r6g.2xlarge.${near.length === 0 ? "" : ` There are ${near.join(", ")}.`}`
    },
    nearest: {},
    details: detailsOf2(knowledge)
  };
}
function detailsOf2({ title, offer }) {
  return {
    source: offer === void 0 ? `the definition of ${title}` : `what can be had for ${offer.engine}`,
    releases: offer?.classes.kind === "known" ? offer.classes.value.length : 0,
    unit: "instance type",
    ignored: [],
    leftOut: [],
    unknownFacts: [],
    idle: []
  };
}

// src/core/path/found-path.ts
function foundPath(survey, target, wanted, details2) {
  const { graph } = survey;
  const { context } = graph;
  const path = shortestPath(graph, context.current, target);
  if (path === void 0) return void 0;
  return {
    kind: "path",
    current: context.currentLabel,
    target: labelAt(context, target),
    steps: explainSteps([context.current, ...path], wanted, survey),
    notes: notesOf(survey, [context.current, ...path]),
    details: details2
  };
}

// src/core/path/cut.ts
var mostWork = 15e5;
function cheapestCut(request, target, survey, most = 3) {
  const all = obstaclesTo(request, target, survey);
  const size = Math.max(1, request.releases.releases.length);
  let left = Math.floor(mostWork / size);
  for (let count2 = 1; count2 <= most; count2++) {
    for (const obstacles of subsets(all, count2)) {
      if (left-- <= 0) return void 0;
      const opened = pathWithout(request, target, obstacles);
      if (opened !== void 0) return { obstacles, opened };
    }
  }
  return void 0;
}
function pathWithout(request, target, obstacles) {
  const survey = surveyOf(without3(request, obstacles), [target]);
  if (survey.kind === "unknown-release") return void 0;
  const { graph } = survey;
  const { catalogue, current } = graph.context;
  const end = catalogue.find(target);
  if (end === void 0 || end <= current || !graph.isUsable(end)) return void 0;
  const path = shortestPath(graph, current, end);
  return path && [current, ...path].map((place) => catalogue.entries[place]?.version.label ?? "");
}
function obstaclesTo(request, target, survey) {
  const { catalogue, current, unusable } = survey.graph.context;
  const end = catalogue.find(target) ?? catalogue.entries.length;
  const between = catalogue.entries.slice(current, end).map((entry2, index) => ({
    entry: entry2,
    why: unusable[current + index]?.rule
  }));
  const grants = request.rules.flatMap(
    ({ role }, place) => role === "grant" && survey.undecided.has(place) ? [{ kind: "grant", place }] : []
  );
  const demands = request.rules.flatMap(
    ({ role }, place) => role === "demand" && survey.sources.has(place) ? [{ kind: "rule", place }] : []
  );
  const doubtful = demands.filter(({ place }) => survey.undecided.has(place));
  return [
    ...between.some(({ why }) => why === "minimum-age") ? [{ kind: "minimum-age" }] : [],
    ...grants,
    ...doubtful,
    ...demands.filter((one) => !doubtful.includes(one)),
    ...between.flatMap(
      ({ entry: entry2, why }) => why === "withdrawn" ? [{ kind: "withdrawn", tag: entry2.release.tag }] : []
    ),
    ...between.some(({ why }) => why === "prerelease") ? [{ kind: "prereleases" }] : []
  ];
}
function without3(request, obstacles) {
  const has = (kind) => obstacles.some((one) => one.kind === kind);
  const gone = new Set(obstacles.flatMap((one) => one.kind === "rule" ? [one.place] : []));
  const granted = new Set(obstacles.flatMap((one) => one.kind === "grant" ? [one.place] : []));
  const tags = new Set(obstacles.flatMap((one) => one.kind === "withdrawn" ? [one.tag] : []));
  const { minimumAge, ...rest } = request;
  return {
    ...rest,
    ...minimumAge === void 0 || has("minimum-age") ? {} : { minimumAge },
    ...has("prereleases") ? { allowPrereleases: true } : {},
    rules: request.rules.flatMap((rule, place) => {
      if (gone.has(place)) return [];
      return [granted.has(place) ? { ...rule, when: void 0 } : rule];
    }),
    releases: {
      ...request.releases,
      releases: request.releases.releases.map((release) => {
        if (!tags.has(release.tag)) return release;
        const { withdrawn: _, ...kept } = release;
        return kept;
      })
    }
  };
}
function* subsets(items, count2, start = 0) {
  if (count2 === 0) {
    yield [];
    return;
  }
  for (let place = start; place <= items.length - count2; place++) {
    const item = items[place];
    if (item === void 0) continue;
    for (const others of subsets(items, count2 - 1, place + 1)) yield [item, ...others];
  }
}

// src/core/path/no-path.ts
var shownReasons = 6;
function noPath(survey, request, target, details2) {
  const { context } = survey.graph;
  const end = deadEnd(survey.graph, context.current, target);
  const label = labelAt(context, target);
  const blocked = { request, survey, target: label, end };
  const cut = cheapestCut(request, label, survey);
  const named2 = cut === void 0 ? [] : cut.obstacles.map((one) => reasonFor(one, cut, blocked));
  const reasons = [...named2, ...reasonsThere(blocked)].filter(
    ({ text }, place, all) => all.findIndex((other) => other.text === text) === place
  );
  const nearest2 = end.nearest === void 0 ? void 0 : foundPath(survey, end.nearest, "the highest release that can be reached", details2);
  const obstacle = { from: labelAt(context, end.from), to: labelAt(context, end.to), reasons };
  const current = labelAt(context, context.current);
  const opens = cut === void 0 ? "" : `Without ${named2.length === 1 ? "the first of these" : `the first ${named2.length} of these`} there would be a path, ${cut.opened.join(" \u2192 ")}. `;
  return {
    kind: "no-path",
    current,
    target: label,
    message: {
      happened: `There is no allowed path from ${current} to ${label}: it ends at ${obstacle.from}, before ${obstacle.to}.`,
      means: `${opens}${reasons.map((reason2) => `${reason2.rule}: ${saidOf(reason2)}`).join(" ")}`,
      next: [
        ...cut === void 0 ? [] : waysOut(cut, blocked),
        ...nearest2 === void 0 ? [] : [`The nearest target that can be reached is ${nearest2.target}: --target ${nearest2.target}.`]
      ].join(" ")
    },
    obstacle,
    ...cut === void 0 ? {} : { cut: { reasons: named2, opened: cut.opened } },
    ...nearest2 ? { nearest: nearest2 } : {},
    details: details2
  };
}
function reasonsThere({ survey: { graph }, end }) {
  const reasons = graph.blocks(end.from, end.to).map(reasonOf2);
  for (let place = end.from + 1; place < end.to && reasons.length < shownReasons; place++) {
    const why = graph.context.unusable[place];
    if (why !== void 0 && why.rule !== "prerelease") reasons.push(...graph.refusals(place).map(reasonOf2));
  }
  return reasons;
}
function reasonFor(obstacle, cut, blocked) {
  const { request, survey } = blocked;
  switch (obstacle.kind) {
    case "rule": {
      const source = survey.sources.get(obstacle.place);
      const said3 = blocksOn(cut.opened, blocked).find((block) => block.source === source || isAvoidedBy(source, block));
      if (said3 !== void 0) return reasonOf2(said3);
      return reasonOf2({
        source: { rule: source?.rule ?? "rule", reason: "", doubts: source?.doubts ?? [], ...urlOf(source?.url) },
        text: sentence(source?.reason ?? "")
      });
    }
    case "grant": {
      const { name = "rule", reason: reason2 = "", url } = request.rules[obstacle.place] ?? {};
      const facts = factsOf(obstacle.place, blocked).join(", ");
      return {
        rule: name,
        text: `${sentence(reason2)} It does not apply, because ${facts} is not known.`,
        ...urlOf(url)
      };
    }
    case "withdrawn":
      return reasonAbout(obstacle.tag, blocked) ?? { rule: "withdrawn", text: `${obstacle.tag} was withdrawn.` };
    case "minimum-age": {
      const day = dayOfAge(cut, blocked);
      const until = day === void 0 ? "The source does not report for each when it was published." : `On ${day} those that are needed will be old enough.`;
      return { rule: "minimum-age", text: `Releases on the way are newer than the minimum age allows. ${until}` };
    }
    case "prereleases":
      return { rule: "prerelease", text: "Prereleases were not requested, and the path needs one." };
  }
}
function isAvoidedBy(source, block) {
  return source?.rule === "avoid" && block.source.rule === "avoid" && block.text.includes(source.reason);
}
function urlOf(url) {
  return url === void 0 ? {} : { url };
}
function reasonAbout(tag, { survey: { graph } }) {
  const place = graph.context.catalogue.entries.findIndex(({ release }) => release.tag === tag);
  const [block] = place < 0 ? [] : graph.refusals(place);
  return block && reasonOf2(block);
}
function blocksOn(opened, { survey: { graph }, end }) {
  const places = opened.flatMap((label) => graph.context.catalogue.find(label) ?? []);
  return [
    ...graph.blocks(end.from, end.to),
    ...places.slice(1).flatMap((to, index) => graph.blocks(places[index] ?? to, to)),
    ...places.slice(1).flatMap((place) => graph.refusals(place))
  ];
}
function dayOfAge({ obstacles }, { request, target }) {
  const others = obstacles.filter(({ kind }) => kind !== "minimum-age");
  const times = request.releases.releases.map(({ publishedAt = "" }) => Date.parse(publishedAt) + (request.minimumAge ?? 0)).filter((time2) => time2 > request.now.getTime()).toSorted((a, b) => a - b);
  const time = times.find((at) => pathWithout({ ...request, now: new Date(at) }, target, others) !== void 0);
  return time === void 0 ? void 0 : new Date(time).toISOString().slice(0, 10);
}
function factsOf(place, { survey }) {
  return survey.undecided.get(place) ?? [];
}
function waysOut(cut, blocked) {
  const kinds = new Set(cut.obstacles.map(({ kind }) => kind));
  const facts = [...new Set(cut.obstacles.flatMap((one) => "place" in one ? factsOf(one.place, blocked) : []))];
  const age = kinds.has("minimum-age") ? ["Wait until then, or set a lower minimum age with --minimum-age if you are allowed to."] : [];
  const told = facts.length === 0 ? [] : [`Give the facts: ${facts.map((fact2) => `--facts ${fact2}=VALUE`).join(" ")}.`];
  const prereleases = kinds.has("prereleases") ? ["If they may be used: --prereleases."] : [];
  const rules = cut.obstacles.some((one) => one.kind === "rule" && factsOf(one.place, blocked).length === 0);
  return [...age, ...told, ...prereleases, ...rules ? [exceptionFor(cut, blocked)] : []];
}
function exceptionFor(cut, blocked) {
  const { request, survey, target } = blocked;
  const { graph } = survey;
  const rules = cut.obstacles.flatMap((one) => one.kind === "rule" ? [one.place] : []);
  const sources = new Set(rules.map((place) => survey.sources.get(place)));
  const places = cut.opened.flatMap((label) => graph.context.catalogue.find(label) ?? []);
  const exceptions = places.slice(1).flatMap((to, index) => {
    const from = places[index] ?? to;
    const blocks = graph.blocks(from, to).filter(({ source }) => sources.has(source));
    if (blocks.length === 0) return [];
    const names2 = liftedBy.all.filter((name) => blocks.some(({ source }) => source.rule === name));
    return [{ from: `=${labelAt(graph.context, from)}`, to: `=${labelAt(graph.context, to)}`, overrules: names2 }];
  });
  const allowed = pathRules.parse(exceptions.map((one) => ({ allowed: { ...one, reason: "Tried." } })));
  const others = cut.obstacles.filter(({ kind }) => kind !== "rule");
  const opens = pathWithout({ ...request, rules: [...request.rules, ...allowed] }, target, others) !== void 0;
  if (opens && exceptions.length > 0) {
    const texts3 = exceptions.map(({ from, to, overrules }) => {
      const isUsual = overrules.every((name) => liftedBy.byDefault.includes(name));
      const named2 = isUsual ? "" : `, overrules: [${overrules.join(", ")}]`;
      return `\`- allowed: { from: "${from}", to: "${to}"${named2}, reason: "\u2026" }\``;
    });
    return `Only if the vendor allows it, add to \`path:\` of the product, with the vendor's reason: ${texts3.join(" and ")}.`;
  }
  const names = [...new Set(rules.map((place) => survey.sources.get(place)?.rule ?? ""))];
  return `No exception lifts this: only if the vendor allows it, change ${listed(names.map((name) => `\`${name}\``))} in \`path:\` of the product.`;
}

// src/core/path/planner.ts
function planPath(request) {
  const survey = surveyOf(request, [request.target]);
  if (survey.kind === "unknown-release") return survey;
  const { context } = survey.graph;
  const { current } = context;
  const target = resolveTarget(request.target, current, context);
  if (target.kind === "unknown") return survey.unknown("target", request.target);
  if (target.kind === "nothing-newer") {
    return alreadyThere(survey, target.wanted, survey.details(current + 1, target.end), survey.unread(target.line));
  }
  const { place, wanted } = target;
  if (place === current) return alreadyThere(survey, wanted, survey.details(current, current + 1));
  if (place < current) return downgrade(survey, place, survey.details(place, current));
  const details2 = survey.details(current, place + 1);
  if (!survey.graph.isUsable(place)) return unusableTarget(survey, place, details2);
  return foundPath(survey, place, wanted, details2) ?? noPath(survey, request, place, details2);
}

// src/core/path/versions-source.ts
function startingAt({
  label,
  release = label,
  parts
}) {
  return { current: release, parts, ...release === label ? {} : { currentLabel: label } };
}
function versionsSource(knowledge, title) {
  return {
    stateOf: ({ text, parts }) => {
      const label = labelOfVersion(text, knowledge.scheme, title);
      return label.kind === "known" ? { kind: "known", value: { label: label.value, parts } } : label;
    },
    pathTo: (current, target) => planPath({ ...knowledge, ...startingAt(current), target })
  };
}

// src/drivers/releases/markdown-sections.ts
var longestLine = 4e3;
var fence = /^ {0,3}(?<marks>`{3,}|~{3,})(?<info>.*)$/;
var atx = /^ {0,3}(?<marks>#{1,6})(?=[ \t]|$)(?<text>.*)$/;
var underline = /^ {0,3}(?<mark>=+|-+)[ \t]*$/;
var bold = /^ {0,3}(?:\*\*(?<stars>[^*]+)\*\*|__(?<lines>[^_]+)__):?[ \t]*$/;
var noParagraph = /^\s*$|^ {0,3}(?:>|[-*+][ \t]|\d+[.)][ \t]|\|)/;
function sectionsOf(markdown) {
  const sections = [{ heading: "", level: 0, lines: [] }];
  const open2 = (heading2, level) => {
    sections.push({ heading: heading2.trim(), level, lines: [] });
  };
  let openFence;
  const text = markdown.replace(/\r\n?/g, "\n").replace(/<!--[\s\S]*?(-->|$)/g, "");
  for (const whole of text.split("\n")) {
    const line2 = whole.slice(0, longestLine);
    const fenced = fence.exec(line2)?.groups;
    const marks2 = fenced?.marks ?? "";
    if (openFence !== void 0) {
      const closes = marks2.startsWith(openFence) && (fenced?.info ?? "").trim() === "";
      if (closes) openFence = void 0;
      continue;
    }
    if (marks2 !== "" && !(marks2.startsWith("`") && fenced?.info?.includes("`"))) {
      openFence = marks2;
      continue;
    }
    const headed = atx.exec(line2)?.groups;
    if (headed) {
      open2((headed.text ?? "").trim().replace(/(?:^|[ \t])#+$/, ""), headed.marks?.length ?? 1);
      continue;
    }
    const current = sections.at(-1);
    const above = current?.lines.at(-1);
    const mark2 = underline.exec(line2)?.groups?.mark;
    if (mark2 !== void 0 && above !== void 0 && !noParagraph.test(above)) {
      current?.lines.pop();
      open2(above, mark2.startsWith("=") ? 1 : 2);
      continue;
    }
    const strong = bold.exec(line2)?.groups;
    if (strong) {
      open2(strong.stars ?? strong.lines ?? "", 7);
      continue;
    }
    current?.lines.push(line2);
  }
  return sections;
}

// src/drivers/releases/plain-text.ts
var joiner = "\u2060";
var longestInput = 4e3;
function plainText(markdown) {
  return neutral(
    stripMarkup(markdown.slice(0, longestInput)).replace(new RegExp("\\p{Cf}|\\p{Co}|\\p{Cs}", "gu"), "").replace(new RegExp("\\p{Cc}+", "gu"), " ").replace(/\s+/g, " ").trim()
  );
}
function stripMarkup(markdown) {
  let text = markdown.replace(/<!--[\s\S]*?(-->|$)/g, "");
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/<((?:https?:\/\/|mailto:)[^<>\s]*)>/gi, "$1").replace(/<\/?[a-z!?][^<>]*>/gi, " ").replace(/!?\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/g, "$1");
  }
  return text.replace(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/gm, " \u2022 ").replace(/^[ \t]*>[ \t]?/gm, "").replace(/\*{1,3}|`+|~~|__/g, "").replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
function neutral(text) {
  return text.replace(/\b[a-z][a-z0-9+.-]*:\/+/gi, "").replace(/:(?=:|\/\/)/g, `:${joiner}`).replace(/www\./gi, `www${joiner}.`).replace(/[@#]/g, `$&${joiner}`).replace(/&(?=[a-z])/gi, `&${joiner}`).replace(/(GH)-(?=\d)/gi, `$1${joiner}-`);
}
function bounded(text, characters) {
  const all = [...text];
  if (all.length <= characters) return text;
  const cut = all.slice(0, characters - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > characters / 2 ? cut.slice(0, space) : cut).trimEnd()}\u2026`;
}

// src/drivers/releases/notes.ts
var longestHeading = 120;
var longestExcerpt = 400;
var mostNotes = 20;
var patterns = [
  ["breaking", /\bbreaking\b|\bincompatib|\bbackwards?[- ]incompat|\baction required\b/i],
  ["migration", /\bmigrat(?:e|es|ed|ing|ions?)\b|\bupgrad(?:e|ing)\b|\bmanual steps?\b/i],
  ["deprecation", /\bdeprecat|\bremov(?:ed|als?|es)\b|\bend[- ]of[- ](?:life|support)\b|\bsunset/i],
  ["known issue", /\bknown (?:issues?|problems?|bugs?|limitations?)\b/i],
  ["security", /\bsecurity\b|\bvulnerabilit|\bCVE-\d{4}-\d+|\bGHSA-/i],
  ["configuration", /\bconfig(?:uration|s)?\b|\bsettings?\b|\benvironment variables?\b|\bhelm values\b/i]
];
var markedBullets = [
  [
    "breaking",
    /\bBREAKING\b|\*\*[Bb]reaking\b|^\W*(?:\w+(?:\([^)]*\))?!|[Bb]reaking(?: changes?)?):|\bACTION REQUIRED\b/
  ],
  ["security", /\bCVE-\d{4}-\d+|\bGHSA-[0-9a-z-]+/]
];
var saysNothing = /^\W*(?:none|nothing|no|n\/a|tbd|no (?:breaking changes|known issues|deprecations|migrations?))?\W*$/i;
function notesOnTheWay(releases, from, to, scheme) {
  const read = versionReader(scheme);
  const [start, end] = [read(from), read(to)];
  if (start.kind !== "version" || end.kind !== "version") return [];
  const onTheWay2 = [];
  for (const release of releases) {
    const reading = read(release.tag);
    if (reading.kind !== "version") continue;
    const isAfter = compareVersions(reading.version, start.version) > 0;
    const toEnd = compareVersions(reading.version, end.version);
    if (isAfter && (toEnd === 0 || toEnd < 0 && !release.prerelease))
      onTheWay2.push({ version: reading.version, release });
  }
  onTheWay2.sort((a, b) => compareVersions(a.version, b.version));
  return onTheWay2.flatMap(({ release }) => notesOf3(release));
}
function notesOf3(release) {
  const url = safeAddress(release.url);
  const head = { version: release.version, ...url === void 0 ? {} : { url } };
  const found = findNotes(sectionsOf(release.notes ?? ""));
  const notes = found.slice(0, mostNotes).map((note2) => ({ ...head, ...note2 }));
  const [next] = found.slice(mostNotes);
  if (next === void 0) return notes;
  return [...notes, { ...head, topic: next.topic, heading: `${found.length - mostNotes} more`, excerpt: "" }];
}
function findNotes(sections) {
  const found = [];
  let above = [];
  for (const [place, section3] of sections.entries()) {
    above = above.filter(({ level }) => level < section3.level);
    const named2 = plainText(section3.heading);
    const inherited = above.findLast(({ topic: topic2 }) => topic2 !== void 0)?.topic;
    const topic = topicOf(named2, patterns) ?? inherited;
    const trail = [...above.filter((one) => one.topic !== void 0).map(({ heading: heading3 }) => heading3), named2];
    above.push({ level: section3.level, heading: named2, topic });
    if (topic === void 0) {
      found.push(...bulletsOf(section3, named2));
      continue;
    }
    const excerpt = plainText(section3.lines.join("\n"));
    const goesOn2 = (sections[place + 1]?.level ?? 0) > section3.level;
    const isEmpty2 = section3.lines.every((line2) => line2.trim() === "");
    if (isEmpty2 ? goesOn2 : saysNothing.test(excerpt)) continue;
    const heading2 = bounded(trail.join(" \u203A "), longestHeading);
    found.push({ topic, heading: heading2, excerpt: bounded(excerpt, longestExcerpt) });
  }
  return found;
}
function bulletsOf(section3, heading2) {
  return section3.lines.flatMap((line2) => {
    const bullet = /^\s*(?:[-*+]|\d+[.)])[ \t]+(?<text>.*)$/.exec(line2)?.groups?.text;
    const topic = bullet === void 0 ? void 0 : topicOf(bullet, markedBullets);
    if (bullet === void 0 || topic === void 0) return [];
    return [{ topic, heading: bounded(heading2, longestHeading), excerpt: bounded(plainText(bullet), longestExcerpt) }];
  });
}
function topicOf(text, among) {
  return among.find(([, pattern]) => pattern.test(text))?.[0];
}
function safeAddress(text) {
  const url = text === void 0 ? null : URL.parse(text);
  if (url === null || url.protocol !== "https:" && url.protocol !== "http:") return void 0;
  return url.href.replace(
    /[()<>[\]\\`|*_~\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

// src/drivers/releases/migration-list.ts
import { createHash as createHash2 } from "node:crypto";
var entry = record(string(), unknown());
var container = union([array(entry), record(string(), entry)]);
function migrationListUrl({ url }, release) {
  return url.replaceAll("{tag}", encodeURIComponent(release.tag)).replaceAll("{version}", encodeURIComponent(release.version));
}
async function readMigrationList(settings2, address2, effects) {
  const url = new URL(address2);
  const source = "the list of migrations";
  const reply = await httpClient(effects, { source })({ url }, effects.signal);
  if (reply.status !== 200) throw refusedAnswer(source, url, reply);
  const malformed = (what) => malformedResponse(source, url, what);
  const found = within(readJson(unknown(), reply, { source, url }), settings2.at);
  const read = container.safeParse(found);
  if (!read.success) throw malformed("has no list of migrations where the product definition looks for it");
  const entries = Array.isArray(read.data) ? read.data.map((one) => ({ id: settings2.id === void 0 ? void 0 : one[settings2.id], one })) : Object.entries(read.data).map(([key, one]) => ({ id: settings2.id === void 0 ? key : one[settings2.id], one }));
  const list2 = entries.map(({ id, one }) => {
    const before = settings2["required-before"] === void 0 ? void 0 : one[settings2["required-before"]];
    const migration = listedMigration.safeParse({
      id,
      "runs-from": one[settings2["runs-from"]],
      ...before === void 0 || before === null ? {} : { "required-before": before }
    });
    if (migration.success) return migration.data;
    throw malformed(`has a migration that cannot be read (${JSON.stringify(one).slice(0, 200)})`);
  });
  if (list2.length === 0) throw malformed("lists no migration");
  return { url: address2, sha256: createHash2("sha256").update(reply.body).digest("hex"), list: list2 };
}
function within(json, path) {
  let value = json;
  for (const key of path?.split(".") ?? []) {
    const record2 = record(string(), unknown()).safeParse(value);
    value = record2.success ? record2.data[key] : void 0;
  }
  return value;
}

// src/drivers/releases/pinned.ts
import { readFile as readFile2, writeFile } from "node:fs/promises";
function pinnedText({ source, tags, migrations: migrations2 }) {
  const sorted2 = tags.toSorted((a, b) => compareNatural(a.tag, b.tag));
  const releases = sorted2.map((tag) => listedFrom(tag));
  const head = "# The releases that a plan was made from, as their source had them. Use it with: plan --releases FILE\n";
  const lists = migrations2 === void 0 || migrations2.length === 0 ? {} : { migrations: migrations2 };
  return head + L({ source, releases, ...lists }, { lineWidth: 0, singleQuote: false, aliasDuplicateObjects: false });
}
async function writePinned(path, published) {
  try {
    await writeFile(path, pinnedText(published));
  } catch (cause) {
    throw new UserError(
      {
        happened: `The copy of the releases could not be written to "${path}": ${reason(cause)}.`,
        means: "Nothing was saved.",
        next: "Name a file in a folder that exists and may be written to."
      },
      { cause }
    );
  }
}
async function readPinned(path) {
  let text;
  try {
    text = await readFile2(path, "utf8");
  } catch (cause) {
    throw new UserError(
      {
        happened: `The copy of the releases "${path}" cannot be read: ${reason(cause)}.`,
        means: "No releases are known, so no path was planned.",
        next: "Correct the path, or write the copy with: staged-upgrade plan --save-releases FILE"
      },
      { cause }
    );
  }
  return parseReleaseFile(text, path);
}
function compareNatural(a, b) {
  const [one, other] = [a, b].map((text) => text.match(/\d+|\D+/g) ?? []);
  for (const [place, part] of (one ?? []).entries()) {
    const counterpart = other?.[place];
    if (counterpart === void 0) return 1;
    const order2 = compareParts(part, counterpart);
    if (order2 !== 0) return order2;
  }
  return (one?.length ?? 0) - (other?.length ?? 0) || compareTexts(a, b);
}
function compareParts(a, b) {
  const areNumbers = /^\d/.test(a) && /^\d/.test(b);
  if (!areNumbers) return compareTexts(a, b);
  const [one, other] = [a, b].map((digits) => digits.replace(/^0+(?=\d)/, ""));
  return (one?.length ?? 0) - (other?.length ?? 0) || compareTexts(one ?? "", other ?? "");
}
function compareTexts(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function reason(cause) {
  return cause instanceof Error ? cause.message : String(cause);
}

// src/planning/release-list.ts
import { access } from "node:fs/promises";
import { resolve as resolve2 } from "node:path";

// src/drivers/releases/read-releases.ts
function readReleases({ source, tags }, scheme) {
  if (tags.length > releaseLimits.releases) throw tooMany(source, tags.length);
  const read = versionReader(scheme);
  const ignored = [];
  const readings = [];
  for (const published of tags) {
    const reading = read(published.tag);
    if (reading.kind === "ignored") ignored.push({ tag: published.tag, reason: reading.reason });
    else readings.push({ version: reading.version, published });
  }
  readings.sort((a, b) => compareVersions(a.version, b.version) || compareTexts2(a.published.tag, b.published.tag));
  const releases = [];
  for (const twins of sameVersion(readings)) {
    const [first2, ...others] = twins;
    releases.push(merge(first2, others));
    const { label } = first2.version;
    for (const { published } of others) ignored.push({ tag: published.tag, reason: `names ${label} once more` });
  }
  return { source, releases, ignored };
}
function tooMany(source, count2) {
  return new SystemFailure({
    happened: `${source} lists ${count2} releases; ${releaseLimits.releases} is the most that is read.`,
    means: "The releases are not known whole, so no path was planned.",
    next: "Check that the source is right; otherwise plan from a shorter list with --releases."
  });
}
function* sameVersion(sorted2) {
  let twins;
  for (const reading of sorted2) {
    if (twins !== void 0 && compareVersions(twins[0].version, reading.version) === 0) {
      twins.push(reading);
      continue;
    }
    if (twins !== void 0) yield twins;
    twins = [reading];
  }
  if (twins !== void 0) yield twins;
}
function merge(first2, others) {
  const all = [first2, ...others].map(({ published }) => published);
  const dates = all.flatMap(({ publishedAt: publishedAt2 }) => publishedAt2 ?? []);
  const publishedAt = dates.length === all.length ? latest2(dates) : void 0;
  const withdrawn = all.find((published) => published.withdrawn !== void 0)?.withdrawn;
  const notes = all.find((published) => published.notes !== void 0)?.notes;
  const url = all.find((published) => published.url !== void 0)?.url;
  const parts = all.find((published) => published.parts !== void 0)?.parts;
  return {
    version: first2.version.label,
    tag: first2.published.tag,
    prerelease: first2.version.prerelease.length > 0 || all.some(({ prerelease }) => prerelease === true),
    ...publishedAt === void 0 ? {} : { publishedAt },
    ...withdrawn === void 0 ? {} : { withdrawn },
    ...notes === void 0 ? {} : { notes },
    ...url === void 0 ? {} : { url },
    ...parts === void 0 ? {} : { parts }
  };
}
function latest2(dates) {
  return dates.reduce((late, date) => Date.parse(date) > Date.parse(late) ? date : late, dates[0] ?? "") || void 0;
}
function compareTexts2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/planning/release-list.ts
async function readReleaseList(product, effects, { releases: copy, saveReleases, offline }) {
  const scheme = product.versions;
  const fileOf = (name) => pinnedFile(effects, name);
  const fromSource = () => product.releases.open({ effects, where: `the releases of ${product.title}`, placeholders: {} }).read(effects.signal);
  const compare = (name, pinned, now) => ({
    kind: "compared",
    copy: name,
    changes: compareReleases(pinned, readReleases(now, scheme), scheme)
  });
  if (copy !== void 0) {
    const pinned = await readPinned(fileOf(copy));
    const list3 = readReleases(pinned, scheme);
    const since = await orCannotTell(copy, offline === true, async () => compare(copy, list3, await fromSource()));
    if (saveReleases !== void 0) await writePinned(fileOf(saveReleases), pinned);
    return { list: list3, published: pinned, since };
  }
  const published = await fromSource();
  const list2 = readReleases(published, scheme);
  if (saveReleases === void 0) return { list: list2, published };
  const before = await exists(fileOf(saveReleases)) ? await readPinned(fileOf(saveReleases)) : void 0;
  await writePinned(fileOf(saveReleases), published);
  return before === void 0 ? { list: list2, published } : { list: list2, published, since: compare(saveReleases, readReleases(before, scheme), published) };
}
function pinnedFile({ startedIn, directory }, name) {
  return resolve2(startedIn ?? directory, name);
}
async function orCannotTell(copy, offline, compared) {
  if (offline) return { kind: "cannot-tell", copy, reason: "With --offline, no source is asked." };
  try {
    return await compared();
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return { kind: "cannot-tell", copy, reason: error.detail.happened };
  }
}
async function exists(path) {
  return await access(path).then(
    () => true,
    () => false
  );
}

// src/planning/migration-lists.ts
async function migrationListsFor({ path, versions }, target, {
  effects,
  published,
  save: save2
}) {
  const read = versionReader(versions);
  const isBelow = (since) => {
    const [one, other] = [read(target.tag), read(since)];
    return one.kind === "version" && other.kind === "version" && compareVersions(one.version, other.version) < 0;
  };
  const lists = /* @__PURE__ */ new Map();
  for (const source of migrationListsAskedBy(path)) {
    if (source.since !== void 0 && isBelow(source.since)) continue;
    const address2 = migrationListUrl(source, target);
    const pinned = published.migrations?.find(({ url }) => url === address2);
    lists.set(source.url, pinned ?? await readMigrationList(source, address2, effects));
  }
  if (save2 !== void 0 && lists.size > 0) {
    const kept = (published.migrations ?? []).filter(({ url }) => ![...lists.values()].some((one) => one.url === url));
    await writePinned(pinnedFile(effects, save2), { ...published, migrations: [...kept, ...lists.values()] });
  }
  return lists;
}

// src/planning/opened-source.ts
async function openPathSource(product, effects, asked, topology) {
  if (hasStages(product)) return openStages(product, asked);
  if (!hasVersions(product)) return openTopology(product, asked, topology);
  return openVersions(product, await readReleaseList(product, effects, asked), asked);
}
function openVersions(product, read, asked) {
  const { list: list2, published, since } = read;
  const { saveReleases: save2 } = asked;
  return {
    answer: async (current, basis) => {
      const first2 = answerFrom(product, list2, { asked, current, basis });
      const target = targetOf(first2, list2);
      if (target === void 0) return first2;
      const { effects } = basis;
      const lists = await migrationListsFor(product, target, {
        effects,
        published,
        ...save2 === void 0 ? {} : { save: save2 }
      });
      if (lists.size === 0) return first2;
      const answer = answerFrom(product, list2, { asked, current, basis, lists });
      const migrations2 = [...lists.values()].map(({ url, sha256, list: all }) => ({ url, sha256, count: all.length }));
      return { ...answer, details: { ...answer.details, migrations: migrations2 } };
    },
    detail: (step2) => {
      const [from, to] = [releaseOn(step2, "from"), releaseOn(step2, "to")];
      const release = list2.releases.find(({ version }) => version === to);
      return {
        releaseNotes: notesOnTheWay(list2.releases, from, to, product.versions),
        ...from === to || release?.publishedAt === void 0 ? {} : { publishedAt: release.publishedAt }
      };
    },
    ...since === void 0 ? {} : { since }
  };
}
var newest = "newest";
function answerFrom(product, releases, question) {
  const { asked, current, basis, lists } = question;
  const { path, target } = asked;
  const { effects, facts, partNames, allowPrereleases, minimumAge } = basis;
  const knowledge = {
    releases,
    scheme: product.versions,
    rules: product.path,
    facts,
    partNames,
    allowPrereleases,
    ...minimumAge === void 0 ? {} : { minimumAge },
    now: effects.clock.now(),
    ...lists === void 0 ? {} : { migrationLists: lists }
  };
  if (path === void 0) return versionsSource(knowledge, product.title).pathTo(current, target ?? newest);
  const check3 = checkPath({
    ...knowledge,
    ...startingAt(current),
    path: namesIn(path),
    ...target === void 0 ? {} : { target }
  });
  return check3.kind === "sound" ? check3.path : check3;
}
function targetOf(answer, { releases }) {
  switch (answer.kind) {
    case "path":
    case "no-path":
      return releases.find(({ version }) => version === answer.target);
    case "faulty":
      return releases.find(({ version }) => version === answer.end);
    default:
      return void 0;
  }
}
function openStages({ stages, title }, asked) {
  refuseReleases(title, asked);
  return {
    answer: async (current) => stagesSource(stages, title).pathTo(current, asked.target ?? newest),
    detail: () => ({ releaseNotes: [] })
  };
}
function openTopology({ topology: reasons, title }, asked, probe) {
  refuseReleases(title, asked);
  return {
    answer: async (current) => {
      const [seen, offer] = await Promise.all([probe?.look(), probe?.offer()]);
      const unusable = seen?.kind === "known" ? unusableDeclaration(seen.value) : void 0;
      const knowledge = {
        title,
        reasons,
        obstacles: unusable === void 0 ? [] : [unusable],
        ...offer === void 0 ? {} : { offer }
      };
      return topologySource(knowledge).pathTo(current, asked.target ?? newest);
    },
    detail: () => ({ releaseNotes: [] })
  };
}
function refuseReleases(title, { path, releases, saveReleases }) {
  const given = [
    ...path === void 0 ? [] : ["a path to check"],
    ...releases === void 0 ? [] : ["a pinned release list"],
    ...saveReleases === void 0 ? [] : ["a file to write the release list to"]
  ];
  if (given.length === 0) return;
  throw new UserError({
    happened: `${given.join(" and ")} ${given.length === 1 ? "is" : "are"} given, and ${title} has no releases.`.replace(
      /^./,
      (first2) => first2.toUpperCase()
    ),
    means: "Its path follows from its definition alone. No path was planned.",
    next: "Leave it out."
  });
}
function namesIn(path) {
  const names = path.split(/[,\n]/).map((name) => name.trim()).filter((name) => name !== "");
  if (names.length > 0) return names;
  throw new UserError({
    happened: `The path "${path}" names no release.`,
    means: "No path was checked.",
    next: "Write its releases in order, such as 1.1.4,1.2.1,1.3.1."
  });
}

// src/steps/environment/parts-input.ts
function partsOf2({ parts = [] }) {
  return Object.fromEntries(parts.map(partOf));
}
function partOf(text) {
  const [, name = "", value = ""] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  const version = value.replace(/^v(?=\d)/, "");
  if (partName.safeParse(name).success && partVersion.safeParse(version).success) return [name, version];
  throw new UserError({
    happened: `The part ${JSON.stringify(text)} is not of the form name=version.`,
    means: "No path was planned.",
    next: "Write, for example, chart=7.10.0."
  });
}
function presentParts(observed, given) {
  const seen = Object.entries(observed).flatMap(([name, reading]) => {
    if (reading.kind === "unknown") return [];
    const said3 = given[name];
    if (said3 === void 0 || said3 === reading.value) return [[name, reading.value]];
    throw new UserError({
      happened: `The part "${name}" is given as ${said3}, but production shows ${reading.value}.`,
      means: "One of the two is wrong, so no path was planned.",
      next: `Leave "${name}" out of "parts", or find out which server answers at environments.production.url.`
    });
  });
  return { ...given, ...Object.fromEntries(seen) };
}
function partsAskedIn(document) {
  const found = [...texts({ environments: document.environments, smoke: document.smoke })].flatMap(
    ({ text }) => [...text.matchAll(/(?<!\{)\{parts\.([^{}]+)\}/g)].map(([, name = ""]) => name)
  );
  return [...new Set(found)];
}
function missingPart(asked, hops, observed) {
  for (const { id, from, to, parts } of hops) {
    for (const [side, label] of [
      ["from", from],
      ["to", to]
    ]) {
      const name = asked.find((each) => parts?.[side][each] === void 0);
      if (name === void 0) continue;
      const reading = observed[name];
      const seen = reading?.kind === "unknown" ? ` The probe says: ${reading.reason}.` : "";
      return {
        happened: `Which version of the part "${name}" belongs to ${label} is not known, and a command of hop ${id} asks for {parts.${name}}.`,
        means: `It could not be deployed.${seen} Nothing was done.`,
        next: id === hops[0]?.id && side === "from" ? `Say what production has: --part ${name}=VERSION, the input "parts", or "parts: { ${name}: VERSION }" in the configuration.` : `Write one exact version for ${label} into the table of a \`moves-together\` rule for "${name}", or use a source of releases that publishes it with them.`
      };
    }
  }
  return void 0;
}

// src/planning/facts-input.ts
function factsOf2({ facts = [] }) {
  return Object.fromEntries(facts.map(factOf));
}
function factOf(text) {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === void 0 || value === void 0) {
    throw new UserError({
      happened: `The fact "${text}" is not of the form name=value.`,
      means: "No path was planned.",
      next: "Write, for example, multiple-web-nodes=true."
    });
  }
  return [name.trim(), value.trim()];
}
function readableFacts(facts, product) {
  if (!hasVersions(product)) return facts;
  const { path, facts: declared = {} } = product;
  const types = factTypesIn(path);
  for (const [name, value] of Object.entries(facts)) {
    const own = Object.hasOwn(declared, name) ? declared[name] : void 0;
    for (const type of own === void 0 ? types.get(name) ?? [] : [own.type])
      checkFact(name, value, type, own?.values);
  }
  return facts;
}
function factQuestions(names, product) {
  if (!hasVersions(product)) return [];
  const { path, facts: declared = {} } = product;
  const types = factTypesIn(path);
  return names.map((name) => {
    const own = Object.hasOwn(declared, name) ? declared[name] : void 0;
    const type = own?.type ?? types.get(name)?.[0] ?? "text";
    const asked = own === void 0 ? "" : ` ${own.question}${own.url === void 0 ? "" : ` (${own.url})`}`;
    const forms = own?.values?.join(", ") ?? acceptedForms[type];
    return `The fact "${name}" is not known, so what depends on it counts.${asked} Say it under "facts", or with --facts ${name}=VALUE: ${forms}.`;
  });
}
function checkFact(name, value, type, words3) {
  const reading = readFact(value, type);
  const isOther = reading.kind === "text" && words3 !== void 0 && !words3.some((word2) => word2.trim().toLowerCase() === reading.value);
  if (reading.kind !== "unreadable" && !isOther) return;
  const accepted = type === "text" && words3 !== void 0 ? words3.join(", ") : acceptedForms[type];
  throw new UserError({
    happened: `The fact "${name}" is ${JSON.stringify(String(value))}, which is not ${isOther ? "one of its values" : `a ${type}`}.`,
    means: "Rules depend on it, so no path was planned.",
    next: `Accepted: ${accepted}; or unknown, and then what depends on it counts.`
  });
}

// src/planning/path-question.ts
function basisOf({ configuration, document, product, effects }, asked, observed = {}) {
  const { facts, acknowledge, releases } = configuration;
  const minimumAge = asked.minimumAge ?? releases["minimum-age"];
  return {
    product,
    effects,
    facts: readableFacts({ ...facts, ...factsOf2(asked) }, product),
    parts: presentParts(observed, { ...configuration.parts, ...partsOf2(asked) }),
    partNames: partsAskedIn(document),
    acknowledged: /* @__PURE__ */ new Set([...acknowledge, ...asked.acknowledge ?? []]),
    allowPrereleases: asked.prereleases ?? releases.prereleases,
    ...minimumAge === void 0 ? {} : { minimumAge }
  };
}
function basisWithout(product, effects, asked) {
  const { minimumAge } = asked;
  return {
    product,
    effects,
    facts: readableFacts(factsOf2(asked), product),
    parts: partsOf2(asked),
    partNames: [],
    acknowledged: new Set(asked.acknowledge),
    allowPrereleases: asked.prereleases ?? false,
    ...minimumAge === void 0 ? {} : { minimumAge }
  };
}
function uselessInputs({ product, facts, parts, partNames, acknowledged }, asked) {
  const own = product.migrations === void 0 ? [] : [unprovedDeferral];
  const rules = hasVersions(product) ? product.path : [];
  const manual = hasStages(product) ? product.stages.flatMap((stage) => stage.manual.map(({ id }) => id)) : manualStepIds(rules);
  const ids2 = [.../* @__PURE__ */ new Set([...manual, ...asked, ...own])];
  const factNames = factsAskedBy(rules);
  const named2 = [...partsAskedBy(rules), ...partNames, ...Object.keys(product.probes.parts ?? {})];
  return [
    ...[...acknowledged].filter((id) => !ids2.some((known2) => isNamedBy(known2, id))).map((id) => `"${id}" was acknowledged, but ${product.title} has no such manual step.${meant(id, ids2)}`),
    ...Object.keys(facts).filter((name) => !factNames.includes(name)).map(
      (name) => `The fact "${name}" was given, but no rule of ${product.title} asks for it.${meant(name, factNames)}`
    ),
    ...Object.keys(parts).filter((name) => !named2.includes(name)).map((name) => `The part "${name}" was given, but nothing asks for its version.${meant(name, named2)}`)
  ];
}
function isNamedBy(known2, id) {
  const [start = "", end] = known2.split("{to}");
  return end === void 0 ? known2 === id : id.length > start.length && id.startsWith(start);
}
function meant(name, known2) {
  const near = nearest(name, known2);
  return near === void 0 ? "" : ` Did you mean "${near}"?`;
}

// src/core/history/half-done.ts
function halfDoneHop(entries) {
  const begun = entries.findLast(({ event }) => event.type === "deploying" && event.environment === "production");
  if (begun?.event.type !== "deploying") return void 0;
  const { id, digest } = begun.event.hop;
  const promotion = promotionOf(recordOf(entries, begun.event.hop));
  if (!promotion.deployStarted || promotion.completed !== void 0) return void 0;
  if (after(entries, begun).some((entry2) => isOf(entry2, "adopted") && entry2.event.hop.id === id)) return void 0;
  const planned2 = entries.flatMap(({ event }) => event.type === "planned" ? event.hops : []);
  const hop = planned2.findLast((candidate) => candidate.id === id && candidate.digest === digest);
  return hop === void 0 ? void 0 : { hop, since: begun.at };
}

// src/planning/checks/stores.ts
function storeFindings({ stores, title }, data) {
  return stores.filter(({ besides }) => data.every(({ kind }) => besides.includes(kind))).map(
    ({ name, reason: reason2 }) => warning(`the ${name}`, {
      happened: `${title} has ${/^[aeiou]/.test(name) ? "an" : "a"} ${name}, and nothing under "data" holds it: it is in no backup.`,
      means: reason2,
      next: `Add it to "data" of both environments, as a second store beside the database; or leave it, if it is backed up elsewhere and staging has its own.`
    })
  );
}

// src/planning/observed-version.ts
function refuseHalfRestored(project, entries) {
  const restoring = unfinishedRestore(entries);
  if (restoring === void 0) return;
  const { hop } = restoring.event;
  const hops = entries.flatMap((entry2) => isOf(entry2, "planned") ? entry2.event.hops : []);
  const planned2 = hops.findLast(({ id, digest }) => id === hop.id && digest === hop.digest);
  const isOtherwiseConfigured = planned2 !== void 0 && hopDigest(project, planned2) !== hop.digest;
  const restored2 = wasRestored(entries, restoring);
  throw new SystemFailure(finishRestoreFirst({ restoring, restored: restored2, isOtherwiseConfigured }));
}
function observedVersion({ version }, { current: given }, rollback3, entries) {
  if (version.kind === "unknown") {
    const happened = `The version of production could not be determined: ${version.reason}.`;
    const means = "A path is planned from what production runs, so none was planned.";
    if (rollback3 === void 0) {
      throw new SystemFailure({
        happened,
        means,
        next: "Make sure that the server runs and that this runner reaches environments.production.url. In a terminal, --offline plans from what --current says."
      });
    }
    const { id } = rollback3.event.hop;
    throw new SystemFailure({
      happened,
      means: `The rollback of hop ${id} was started on ${rollback3.at} and is not finished. ${means}`,
      next: finishRollback(id)
    });
  }
  const label = version.value;
  const release = namedStates(entries).find((state) => state.label === label)?.release ?? label;
  if (given !== void 0 && given !== label && given !== release) {
    throw new UserError({
      happened: `The input "current" is "${given}", but production runs ${version.value}.`,
      means: "One of the two is wrong, so no path was planned.",
      next: 'Leave "current" out, or find out which server answers at environments.production.url.'
    });
  }
  return version.value;
}

// src/planning/plan-path.ts
async function planHops(project, asked) {
  if (asked.offline === true) return await planOffline(project, asked);
  const entries = await project.journal.read();
  const production = liveWithin(openLiveSystem(project, "production", entries), "plan", planDeclared.needs);
  const source = await openPathSource(project.product, project.effects, asked, production.topology);
  const [observation, parts] = await Promise.all([production.observe(), production.observeParts()]);
  const basis = basisOf(project, asked, parts);
  refuseHalfRestored(project, entries);
  const halfDone = stillHalfDone(halfDoneHop(entries), observation);
  const current = halfDone === void 0 ? stateOf2(observedVersion(observation, asked, unfinishedRollback(entries), entries), entries, basis.parts) : stateOf2(halfDone.hop.to, entries, { ...basis.parts, ...halfDone.hop.parts?.to });
  const planned2 = await plannedFrom({
    basis,
    source,
    current,
    halfDone,
    digest: (hop) => hopDigest(project, hop),
    evidence: (hop) => evidenceOf(entries, hop, {
      now: project.effects.clock.now(),
      rehearsalMaxAge: project.configuration.rehearsal["max-age"],
      traits: project.traits,
      validation: project.configuration.validate?.for,
      contents: allContentDigests(project)
    })
  });
  const missing2 = missingPart(basis.partNames, planned2.hops, parts);
  const differences = differencesFromBefore(entries, planned2.plan, asked);
  const remarks = [...planned2.remarks, ...await settingRemarks(project, planned2.hops)];
  const hops = await Promise.all(planned2.hops.map((hop) => withFiles(project, hop)));
  return {
    ...planned2,
    hops,
    remarks,
    observed: true,
    observation,
    differences,
    ...missing2 === void 0 ? {} : { missing: missing2 }
  };
}
async function settingRemarks(project, hops) {
  const versions = hops.flatMap((hop) => [releaseOn(hop, "from"), releaseOn(hop, "to")]);
  const environments = project.traits.waiver === void 0 ? environmentNames : ["production"];
  const found = await Promise.all(environments.map((each) => settingProblems(project, each, versions)));
  const stores = storeFindings(project.product, project.configuration.environments.production.data);
  const texts3 = [...found.flat(), ...stores].map(({ happened, means, next }) => `${happened} ${means} ${next}`);
  for (const text of texts3) project.effects.log.warn(text);
  return [...new Set(texts3)];
}
async function planOffline(project, asked) {
  const current = givenVersion(asked, "--offline");
  const basis = basisOf(project, asked);
  const planned2 = await plannedFrom({
    basis,
    source: await openPathSource(basis.product, basis.effects, asked),
    current: { label: current, parts: basis.parts },
    halfDone: void 0,
    digest: (hop) => hopDigest(project, hop),
    evidence: () => ({})
  });
  return { ...planned2, hops: await Promise.all(planned2.hops.map((hop) => withFiles(project, hop))) };
}
function givenVersion({ current }, option) {
  if (current !== void 0) return current;
  throw new UserError({
    happened: `With ${option}, production is not asked what it runs, and "current" is not given.`,
    means: "A path starts at the present release, so none was planned.",
    next: "Say it: --current 4.19.5."
  });
}
function stateOf2(label, entries, parts) {
  const named2 = namedStates(entries).find((state) => state.label === label);
  return { label, ...named2 === void 0 ? {} : { release: named2.release }, parts };
}
async function plannedFrom(toPlan) {
  const { basis, source, current, halfDone, digest } = toPlan;
  const plan2 = await source.answer(current, basis);
  const unfinished2 = halfDone === void 0 ? [] : [stepOf2(halfDone)];
  const steps = [...unfinished2, ...plan2.kind === "path" ? plan2.steps : []];
  const pairs = steps.map((step2, index) => ({
    step: step2,
    hop: hopOf(step2, index, { count: steps.length, acknowledged: basis.acknowledged, digest })
  }));
  const remarks = uselessInputs(
    basis,
    steps.flatMap(({ manual }) => manual.map(({ id }) => id))
  );
  for (const remark of remarks) basis.effects.log.warn(remark);
  return {
    current: current.label,
    plan: plan2,
    halfDone,
    hops: pairs.map(({ hop }) => hop),
    details: pairs.map(({ step: step2, hop }) => detailOf(step2, hop, toPlan)),
    ...source.since === void 0 ? {} : { since: source.since },
    observed: false,
    questions: factQuestions(plan2.details.unknownFacts, basis.product),
    differences: [],
    remarks
  };
}
function detailOf(step2, hop, { basis, source, evidence }) {
  const { product } = basis;
  const labels = { from: releaseOn(hop, "from"), to: releaseOn(hop, "to") };
  const typical = hasVersions(product) ? typicalDuration(product.durations, product.versions, labels) : void 0;
  return {
    advice: step2.notes,
    parts: step2.parts,
    ...source.detail(step2),
    ...evidence(hop),
    ...typical === void 0 ? {} : { typical }
  };
}
function stillHalfDone(halfDone, { version }) {
  if (halfDone === void 0 || version.kind === "unknown") return halfDone;
  return version.value === halfDone.hop.to ? halfDone : void 0;
}
function stepOf2({ hop, since }) {
  return {
    from: hop.from,
    to: hop.to,
    tag: hop.to,
    reasons: [{ rule: "half-done", text: `This hop was started on production on ${since} and is finished first.` }],
    manual: hop.manual,
    notes: [],
    parts: [],
    ...hop.parts === void 0 ? {} : { partVersions: hop.parts },
    ...hop.releases === void 0 ? {} : { releases: hop.releases }
  };
}
function hopOf(step2, index, { count: count2, acknowledged, digest }) {
  const manual = step2.manual.map(({ id, text, url }) => ({
    id,
    text,
    ...url === void 0 ? {} : { url },
    acknowledged: acknowledged.has(id)
  }));
  const { partVersions: parts, releases } = step2;
  const known2 = {
    ...parts === void 0 ? {} : { parts },
    ...releases === void 0 ? {} : { releases }
  };
  return {
    id: hopId(step2.from, step2.to),
    index: index + 1,
    count: count2,
    from: step2.from,
    to: step2.to,
    title: `${step2.from} \u2192 ${step2.to}`,
    digest: digest({ from: step2.from, to: step2.to, ...known2 }),
    reasons: step2.reasons,
    manual,
    ...known2
  };
}

// src/planning/seen-at-target.ts
async function seenAtTarget(project, { observation, current }, ring, { result: result2, refused: refused2 }) {
  if (observation === void 0) return result2;
  const { serving, migrations: migrations2 } = observation;
  await askGitHubForTime(project);
  const wrong = wrongClock(project, await project.journal.read());
  if (wrong !== void 0) return refused2(wrong.message);
  if (serving.kind === "yes" && migrations2.kind === "done") {
    await project.journal.append({ type: "at-target", version: current, ring });
    return result2;
  }
  const because = serving.kind === "yes" ? `its migrations are ${migrations2.kind}` : `${serving.kind === "no" ? "it is not healthy" : "its health is unknown"}: ${serving.reason}`;
  const message = {
    happened: `Production runs ${current}, the target, and ${because}.`,
    means: `It does not count as validated, so no ring behind "${ring}" starts.`,
    next: "Look at the server. The next run of the fleet looks at it again."
  };
  return {
    ...result2,
    outcome: serving.kind === "unknown" ? "unknown" : "failed",
    headline: message.happened,
    message,
    outputs: { ...result2.outputs, complete: false },
    summary: `**${escapeMarkdown(message.happened)}**

${escapeMarkdown(`${message.means} ${message.next}`)}
`
  };
}

// src/planning/plan-to-do.ts
var planOutputs = ["hops", "count", "current", "target", "complete"];
async function planToDo(project, input, accept = () => void 0) {
  const asked = input.target === unfinished ? await askedBefore(project, input) : input;
  if ("because" in asked) {
    const headline = `Nothing to continue. ${asked.because}`;
    const outputs = { hops: [], count: 0, complete: false };
    return {
      result: { outcome: "skipped", headline, outputs, summary: `${escapeMarkdown(headline)}
`, text: "" },
      hops: []
    };
  }
  const planned2 = await planHops(project, asked);
  accept(planned2.hops);
  return { result: await planResult(project, planned2, asked), hops: planned2.hops };
}
var unfinished = "unfinished";
async function askedBefore(project, input) {
  const found = unfinishedClimb(await project.journal.read());
  if (found.kind === "nothing") return { because: found.because };
  const { target, acknowledged, given } = found;
  return {
    ...input,
    target,
    acknowledge: [...input.acknowledge ?? [], ...acknowledged],
    // What is given now counts more than what was given then.
    facts: [...given.facts, ...input.facts ?? []],
    parts: [...given.parts, ...input.parts ?? []]
  };
}
async function planResult(project, planned2, asked) {
  const result2 = described(planned2, {
    traits: project.traits,
    gates: project.configuration.gates,
    product: project.product.title,
    system: project.configuration.system,
    now: project.effects.clock.now(),
    columns: project.effects.columns?.()
  });
  const first2 = planned2.hops.at(0);
  if (result2.outcome === "skipped" && asked.ring !== void 0 && asked.operation === "climb")
    return await seenAtTarget(project, planned2, asked.ring, {
      result: result2,
      refused: (message) => clockRefused(message, result2)
    });
  if (result2.outcome !== "passed" || first2 === void 0 || !planned2.observed) return result2;
  const given = givenFor(asked);
  const entries = await project.journal.read();
  await askGitHubForTime(project);
  const wrong = wrongClock(project, entries);
  if (wrong !== void 0) return clockRefused(wrong.message, result2);
  const isFirst = !entries.some(({ event }) => event.type === "planned");
  if (isFirst) await refuseLostRecords(project);
  await project.journal.append({
    type: "planned",
    current: first2.from,
    target: result2.outputs.target ?? first2.to,
    hops: planned2.hops.map(({ id, from, to, digest, manual, reasons, parts, releases }) => ({
      id,
      from,
      to,
      digest,
      manual: manual.map(({ files: _files, ...step2 }) => step2),
      reasons,
      ...parts === void 0 ? {} : { parts },
      ...releases === void 0 ? {} : { releases }
    })),
    operation: asked.operation ?? "plan",
    ...asked.ring === void 0 ? {} : { ring: asked.ring },
    ...project.traits.waiver === void 0 ? {} : { waiver: project.traits.waiver },
    ...isEmpty(given) ? {} : { given },
    contents: contentDigests(doneContents(project))
  });
  return result2;
}
async function planForProduct(name, input, effects) {
  if (input.config !== void 0) {
    throw new UserError({
      happened: `Both a configuration ("${input.config}") and the product "${name}" are given.`,
      means: "A configuration names its own product, so one of the two is not meant. No path was planned.",
      next: "Leave out --product to plan with the configuration, or --config to plan without one."
    });
  }
  const product = shippedProducts.find(name);
  if (product === void 0) {
    throw new UserError({
      happened: `There is no product "${name}".`,
      means: "No path was planned.",
      next: `These are shipped: ${shippedProducts.names.join(", ")}. A product of your own is written into a configuration.`
    });
  }
  const current = givenVersion(input, "--product");
  const basis = basisWithout(product, effects, input);
  const planned2 = await plannedFrom({
    basis,
    source: await openPathSource(product, effects, input),
    current: { label: current, parts: basis.parts },
    halfDone: void 0,
    digest: () => "",
    evidence: () => ({})
  });
  return described(planned2, {
    traits: { deferrable: product.migrations !== void 0, proveRestorePoint: false },
    gates: { production: "environment", finalize: "environment", scope: "hop" },
    product: product.title,
    now: effects.clock.now(),
    columns: effects.columns?.()
  });
}
function described(planned2, subject6) {
  const { plan: path, hops, current } = planned2;
  if (path.kind === "faulty") {
    const means = path.faults.map(({ text }) => `- ${text}`).join("\n");
    return notPlanned({ ...path.message, means }, current, current, { faults: path.faults });
  }
  if (path.kind === "unknown-release") return notPlanned(path.message, current, path.asked, {});
  if (path.kind !== "path" && path.kind !== "already-there") {
    return notPlanned(path.message, current, path.target, refusalJson(path));
  }
  if (planned2.missing !== void 0) return notPlanned(planned2.missing, current, path.target, { why: "unknown-part" });
  const facts = factsOfPlan(planned2, path, subject6);
  const first2 = hops.at(0);
  if (first2 === void 0 && path.kind === "already-there" && path.doubt !== void 0) {
    return doubted(path.doubt, planned2, path, facts);
  }
  if (first2 === void 0) {
    const { happened, next } = path.kind === "already-there" ? path.message : { happened: "Nothing to do.", next: "" };
    return {
      outcome: "skipped",
      headline: happened,
      outputs: outputsOf(current, path.target, planned2, true),
      summary: `${escapeMarkdown(`${happened} ${next}`)}
`,
      text: sinceText(facts),
      json: planJson(facts)
    };
  }
  return {
    outcome: "passed",
    headline: `${first2.from} \u2192 ${path.target} in ${hops.length} ${hops.length === 1 ? "hop" : "hops"}.`,
    outputs: outputsOf(first2.from, path.target, planned2, false),
    summary: planMarkdown(facts),
    text: planText(facts, subject6.columns),
    json: planJson(facts)
  };
}
function doubted(message, planned2, path, facts) {
  return {
    outcome: "unknown",
    headline: message.happened,
    message,
    outputs: outputsOf(planned2.current, path.target, planned2, false),
    summary: `**${escapeMarkdown(message.happened)}**

${escapeMarkdown(`${message.means} ${message.next}`)}
`,
    text: "",
    json: { ...planJson(facts), complete: false, why: "tags-left-out" }
  };
}
function factsOfPlan(planned2, path, subject6) {
  const { hops, details: details2, since, observed, remarks, differences, questions, current } = planned2;
  const { traits, gates, ...named2 } = subject6;
  const notObserved2 = `Production was not asked: ${current} is what "current" says. Nothing was recorded.`;
  return {
    ...named2,
    path,
    hops: hops.flatMap((hop, place) => {
      const detail = details2[place];
      return detail === void 0 ? [] : [{ hop, detail }];
    }),
    approvals: countApprovals(hops.length, traits, gates),
    ...since === void 0 ? {} : { since },
    warnings: pathWarnings(hops, traits),
    remarks: [...observed ? [] : [notObserved2], ...cutMatrix(hops), ...differences, ...questions, ...remarks]
  };
}
function cutMatrix(hops) {
  const last = hops[longestMatrix - 1];
  if (last === void 0 || hops.length === longestMatrix) return [];
  return [
    `The path has ${hops.length} hops, and GitHub runs at most ${longestMatrix} of a matrix: one workflow run climbs to ${last.to}, and a new run continues from there.`
  ];
}
function outputsOf(current, target, { hops }, complete) {
  const matrix = hops.slice(0, longestMatrix).map(matrixHopOf);
  return { current, target, hops: matrix, count: hops.length, complete };
}
function clockRefused(message, { outputs }) {
  const { current = "", target = "" } = outputs;
  return {
    outcome: "refused",
    headline: message.happened,
    message,
    outputs: { current, target, hops: [], count: 0, complete: false },
    summary: `**${escapeMarkdown(message.happened)}**

${escapeMarkdown(`${message.means} ${message.next}`)}
`,
    text: "",
    json: { current, target, hops: [], complete: false, why: "wrong-clock" }
  };
}
function refusalJson(path) {
  switch (path.kind) {
    case "downgrade":
      return { why: path.kind, ...path.restoreBefore === void 0 ? {} : { restoreBefore: path.restoreBefore } };
    case "unusable-target":
      return {
        why: path.kind,
        reasons: [path.reason],
        ...path.instead === void 0 ? {} : { instead: path.instead }
      };
    case "no-path":
      return {
        why: path.kind,
        obstacle: path.obstacle,
        ...path.cut === void 0 ? {} : { cut: path.cut },
        ...path.nearest === void 0 ? {} : { nearest: path.nearest.target }
      };
  }
}
function notPlanned(message, current, target, json) {
  return {
    outcome: "refused",
    headline: message.happened,
    message,
    outputs: { current, target, hops: [], count: 0, complete: false },
    summary: `**No path.** ${escapeMarkdown(message.happened)}

${lines(message.means)}

${escapeMarkdown(message.next)}
`,
    text: "",
    json: { current, target, hops: [], complete: false, ...json }
  };
}
function lines(text) {
  return text.split("\n").map((line2) => line2.startsWith("- ") ? `- ${escapeMarkdown(line2.slice(2))}` : escapeMarkdown(line2)).join("\n");
}

// src/planning/until.ts
function stopOf(until, hops, entries) {
  if (until === void 0) return { kind: "at-the-end" };
  const asked = until.trim();
  const hop = hops.find(({ id, to }) => id === asked || to === asked);
  if (hop !== void 0) return { kind: "after", hop };
  const from = hops.at(0)?.from;
  if (from !== void 0 && (asked === from || wasClimbed(asked, from, entries)))
    return { kind: "reached", release: from };
  const names = hops.flatMap(({ id, to }) => [id, to]);
  const near = nearest(asked, names);
  throw new UserError({
    happened: `--until names "${until}", and no hop of the path has this id or leads to this version.`,
    means: "Where to stop is not known, so nothing was done.",
    next: `${near === void 0 ? "" : `Did you mean "${near}"? `}The hops are: ${hops.map(({ id }) => id).join(", ")}. A version that one of them leads to is accepted too: ${hops.map(({ to }) => to).join(", ")}.`
  });
}
function wasClimbed(id, release, entries) {
  const planned2 = entries.flatMap((entry2) => isOf(entry2, "planned") ? entry2.event.hops : []);
  return planned2.some(
    (hop) => hop.id === id && hop.to === release && promotionOf(recordOf(entries, hop)).completed !== void 0
  );
}

// src/report/gate-question.ts
function takesPointAnew({ kind }, { hop, observation }) {
  return kind === "deploy-again" && observation?.version.kind === "known" && observation.version.value === hop.from;
}
function stakeOf(asked, situation, contents2) {
  const facts = [
    { about: "Rehearsal", text: waived(situation) },
    { about: "Done so far", text: done(situation) },
    { about: "Undoing it", text: noReturn(asked, situation) },
    { about: "Time", text: took(asked, situation) },
    { about: "Downtime", text: downtime(asked, situation) },
    { about: "Way back", text: wayBackRehearsed(asked, situation) },
    { about: "Restoring", text: goingBack(asked, situation) },
    { about: "Tests", text: testsSince(situation, contents2) }
  ];
  return { facts: facts.filter(({ text }) => text !== ""), question: questionOf(asked, situation) };
}
function questionOf(asked, { hop, traits }) {
  const back = stageReturn({ hop, traits });
  switch (asked.kind) {
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
  const started = latest(inEnvironment(record2.entries, "production"), "deploying");
  const deploy3 = deployed === void 0 ? `The deploy of ${hop.to} was started${started === void 0 ? "" : ` on ${dayTime(started.at, now)}`}, and its end is not recorded.` : `${hop.to} was deployed on ${dayTime(deployed.at, now)}${smoked ? " and has passed its smoke tests" : ""}.`;
  const unproved = deployed?.event.unproved === void 0 || promotion.migrating !== void 0 ? "" : `Nothing shows that its migrations have not started there: ${deployed.event.unproved}.`;
  return [runs(observation), deploy3, unproved, failedMigration(observation)].filter((part) => part !== "").join(" ");
}
function runs(observation) {
  if (observation === void 0) return "";
  const { version } = observation;
  return version.kind === "known" ? `Production runs ${version.value}.` : "Production does not answer.";
}
function failedMigration(observation) {
  return observation?.migrations.kind === "failed" ? `The migration ${observation.migrations.current} has failed: ${observation.migrations.error}.` : "";
}
function noReturn(asked, { hop, traits, promotion, now }) {
  const ofStage2 = stageReturnText({ hop, traits });
  if (ofStage2 !== void 0) return ofStage2;
  if (promotion.migrating !== void 0)
    return `The point of no return was passed on ${dayTime(promotion.migrating.at, now)}.`;
  if (promotion.notDeferred !== void 0)
    return `The migrations of ${hop.to} were not kept back on production (${promotion.notDeferred.event.because}): only a restore goes back.`;
  if (asked.kind === "migrations" || asked.kind === "migrations-again")
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
function took(asked, situation) {
  const { record: record2, traits, now } = situation;
  const rehearsed2 = latest(record2.entries, "rehearsed");
  if (rehearsed2 === void 0) return "";
  const act2 = actOf(asked, situation);
  const expected = expectedMilliseconds(record2, act2);
  if (expected === void 0) return "";
  const deploy3 = `the deploy${traits.deferrable || traits.stages !== void 0 ? "" : ", the migrations"} and the tests`;
  const what = act2 === "migrate" ? "the migrations and their tests" : act2 === "deploy" || traits.dataless ? deploy3 : `the backup, ${deploy3}`;
  return `In the rehearsal of ${dayTime(rehearsed2.at, now)}, ${what} took ${roughText(expected)}.`;
}
function downtime(asked, situation) {
  const { record: record2 } = situation;
  if (actOf(asked, situation) === "migrate" || latest(record2.entries, "rehearsed") === void 0) return "";
  const down = latest(inEnvironment(record2.entries, "staging"), "deployed")?.event.downtimeMilliseconds;
  return down === void 0 ? "It was not measured in the rehearsal." : `In the rehearsal staging was not serving for ${downtimeText(down)} while it was deployed.`;
}
function actOf(asked, situation) {
  const { promotion } = situation;
  if (asked.kind === "migrations" || asked.kind === "migrations-again") return "migrate";
  const isFirst = asked.kind === "deploy" && promotion.restorePoint === void 0;
  return isFirst || takesPointAnew(asked, situation) ? "restore-point" : "deploy";
}
function wayBackRehearsed(asked, { hop, traits, record: record2, promotion }) {
  if (!traits.deferrable || promotion.notDeferred !== void 0) return "";
  if (asked.kind !== "deploy" && asked.kind !== "deploy-again") return "";
  const staging = inEnvironment(record2.entries, "staging");
  const back = latest(staging, "rolled-back");
  if (back === void 0) return "";
  const over = staging.findLast(
    (entry2) => isOf(entry2, "deployed") && entry2.event.release === "to" && entry2.sequence < back.sequence
  );
  const tested = `The way back was rehearsed: ${hop.from} was deployed again over ${hop.to} and passed its smoke tests.`;
  return over?.event.unproved === void 0 ? `${tested} No migration of ${hop.to} had started there by then.` : `${tested} It is not proved: nothing shows that no migration of ${hop.to} had started there (${over.event.unproved}).`;
}
function goingBack(asked, situation) {
  const { promotion, traits, now } = situation;
  if (traits.dataless) return "There is no data: nothing is backed up, and nothing can be restored.";
  const point = promotion.restorePoint?.event;
  const isOpen = traits.deferrable && promotion.migrating === void 0 && promotion.notDeferred === void 0;
  const isTakenAnew = takesPointAnew(asked, situation);
  if (point !== void 0 && !isTakenAnew)
    return `Going back ${isOpen ? "after the migrations have started " : ""}means restoring the restore point, which loses ${lossText(point, (time) => exactTime(time, now))}.`;
  if (asked.kind === "deploy" || isTakenAnew)
    return `${isTakenAnew ? "A new restore point" : "The restore point"} is taken first. ${traits.deferrable ? "Once the migrations have started, restoring it" : "Restoring it"} loses everything written after it was taken.`;
  return "The journal has no restore point of this hop: there is no way back.";
}
function testsSince({ record: record2 }, contents2) {
  const before = latest(record2.entries, "rehearsed")?.event.contents;
  const changed = before === void 0 ? [] : changedContents(before, contents2);
  return changed.length === 0 ? "" : `The tests are not the ones of the rehearsal: ${changedSince(changed)}. As they are now, they have not run on staging.`;
}

// src/steps/environment/production-now.ts
async function productionNow(project, hop) {
  const { effects, configuration, traits, journal: journal2 } = project;
  const entries = await journal2.read();
  return situationOf({
    hop,
    traits,
    now: effects.clock.now(),
    observation: await openLiveSystem(project, "production", entries).observe(effects.signal),
    entries,
    rehearsalMaxAge: configuration.rehearsal["max-age"]
  });
}

// src/steps/gate/approve-in-terminal.ts
async function wholePathNotApproved(project, stage, hops) {
  const { journal: journal2, configuration, traits, effects } = project;
  const [hop] = hops;
  if (hop === void 0) return void 0;
  const starts = traits.deferrable && configuration.gates.finalize !== "none";
  effects.signal.throwIfAborted();
  const answer = await stage.approve({
    hop,
    hops,
    job: "path",
    facts: [
      ...await Promise.all(hops.map((each) => fact(project, each))),
      {
        about: "After this",
        text: "Nobody is asked again. A hop is done only as it was planned, and only when its rehearsal has passed; one that fails ends the climb."
      }
    ],
    question: `Let ${hops.length === 1 ? "this hop" : `all ${countText(hops.length, "hop")}`} go to production${starts ? `, and ${hops.length === 1 ? "its" : "their"} migrations start there` : ""}?`
  });
  if (answer.kind === "declined") {
    const message = {
      happened: `The path from ${hop.from} to ${hops.at(-1)?.to} was not approved.`,
      means: "Nothing was changed on production by it.",
      next: answer.next
    };
    return { outcome: "waiting", headline: message.happened, message, outputs: {}, summary: "", text: "" };
  }
  for (const each of hops)
    await journal2.append({ type: "approved", hop: referenceTo(each), gate: pathGate("terminal"), by: answer.by });
  return void 0;
}
async function fact({ journal: journal2, effects, configuration, traits }, hop) {
  const entries = await journal2.read();
  const rehearsal = countedRehearsal(entries, recordOf(entries, hop), {
    now: effects.clock.now(),
    rehearsalMaxAge: configuration.rehearsal["max-age"],
    traits
  });
  const text = rehearsal.kind === "passed" ? `Rehearsed on ${timeText(rehearsal.at)}.` : "It is rehearsed before it is promoted.";
  return { about: hop.title, text };
}

// src/core/decisions/checklists.ts
function fillIn(lists, situation, entries) {
  return lists.map(({ title, url, items }) => ({
    title,
    ...url === void 0 ? {} : { url },
    items: items.map((item) => ({ text: filled(item.text, situation.hop), state: stateOf3(item, situation, entries) }))
  }));
}
function filled(text, { from, to }) {
  return text.replaceAll("{from}", from).replaceAll("{to}", to);
}
function stateOf3({ evidence }, situation, entries) {
  if ("acknowledged" in evidence)
    return acknowledgement(filled(evidence.acknowledged, situation.hop), situation, entries);
  if ("step" in evidence) return ofStep(evidence.step, evidence.on, situation, entries);
  const tested = smokeTested(situation, evidence.on);
  if ("test" in evidence) return ofTest(evidence.test, evidence.on, tested);
  return ofProbe(evidence.seen, evidence.on, tested);
}
function acknowledgement(id, { hop }, entries) {
  const plan2 = entries.findLast(
    (entry2) => isOf(entry2, "planned") && entry2.event.hops.some((one) => one.id === hop.id && one.digest === hop.digest)
  );
  const step2 = plan2?.event.hops.find((one) => one.id === hop.id)?.manual.find((one) => one.id === id);
  if (plan2 === void 0 || step2?.acknowledged !== true)
    return { kind: "open", missing: `"${id}" is not acknowledged` };
  return { kind: "done", by: `"${id}" was acknowledged, planned by ${plan2.run.actor}`, entry: plan2 };
}
var words = {
  plan: "the plan",
  preflight: "a look at the whole path without a problem",
  check: "the check of production",
  backup: "the backup for the rehearsal",
  restore: "a restore on staging that was compared and found equal",
  rehearsal: "the rehearsal",
  approval: "the approval",
  "restore-point": "the restore point",
  deploy: "the deploy of {to}",
  wait: "the wait until {to} served",
  smoke: "the smoke tests of {to}",
  complete: "the end of the hop"
};
function ofStep(step2, on, situation, entries) {
  const { hop } = situation;
  const isOfServer = step2 === "deploy" || step2 === "wait" || step2 === "smoke";
  const by = `${filled(words[step2], hop)}${isOfServer ? ` on ${on}` : ""}`;
  const entry2 = recordOfStep(step2, on, situation, entries);
  return entry2 === void 0 ? { kind: "open", missing: `${by} is not recorded` } : { kind: "done", by, entry: entry2 };
}
function recordOfStep(step2, on, situation, entries) {
  const { hop, record: record2, rehearsal, promotion } = situation;
  switch (step2) {
    case "plan":
      return entries.findLast((entry2) => isOf(entry2, "planned") && entry2.event.hops.some(({ id }) => id === hop.id));
    case "preflight": {
      const looked = latest(entries, "preflighted");
      return looked?.event.problems === 0 ? looked : void 0;
    }
    case "check":
      return latest(inEnvironment(record2.entries, "production"), "checked");
    case "backup":
      return record2.rehearsedOn;
    case "restore": {
      const restored2 = latest(inEnvironment(record2.entries, "staging"), "restored");
      return restored2?.event.proved === true ? restored2 : latest(record2.entries, "carried-over");
    }
    case "rehearsal":
      return rehearsal.kind === "passed" ? latest(record2.entries, "rehearsed") : void 0;
    case "approval":
      return latest(record2.entries, "approved");
    case "restore-point":
      return promotion.restorePoint;
    case "complete":
      return promotion.completed;
    case "deploy":
      return here(situation, on).findLast((entry2) => isOf(entry2, "deployed") && isTo(entry2));
    case "wait":
      return latest(here(situation, on), "waited");
    case "smoke":
      return smokeTested(situation, on);
  }
}
function ofTest(pattern, on, tested) {
  const expression = new RegExp(pattern);
  const passed = tested?.event.tests.filter((name) => expression.test(name)) ?? [];
  if (tested === void 0 || passed.length === 0)
    return { kind: "open", missing: `no smoke test named like "${pattern}" has passed on ${on}` };
  return { kind: "done", by: `${passed.map((name) => `"${name}"`).join(", ")} passed on ${on}`, entry: tested };
}
function ofProbe(seen, on, tested) {
  if (tested === void 0) return { kind: "open", missing: `not seen on ${on} yet` };
  const { version, migrations: migrations2, assumed } = tested.event;
  switch (seen) {
    case "version":
      return { kind: "done", by: `${on} answered as ${version}`, entry: tested };
    case "health":
      return { kind: "done", by: `${on} was healthy`, entry: tested };
    case "migrations":
      return migrations2 === "done" && assumed !== true ? { kind: "done", by: `the migrations on ${on} were seen to be complete`, entry: tested } : { kind: "open", missing: `that the migrations on ${on} are complete was not seen` };
  }
}
function smokeTested(situation, on) {
  return here(situation, on).findLast(
    (entry2) => isOf(entry2, "smoke-tested") && entry2.event.release === "to"
  );
}
function isTo(entry2) {
  return entry2.event.release === "to";
}
function here({ record: record2 }, on) {
  const all = inEnvironment(record2.entries, on);
  const back = latest(all, "rolled-back");
  return back === void 0 || on === "staging" ? all : after(all, back);
}

// src/core/decisions/rollback-window.ts
function openRollbackWindow(situation) {
  const { traits, promotion, standing, record: record2, now } = situation;
  if (!traits.deferrable || promotion.completed !== void 0) return void 0;
  if (standing.kind !== "on-to" && standing.kind !== "unknown") return void 0;
  const decision = decideRollback("production", situation, { stored: [], confirm: void 0 });
  if (decision.kind !== "act" || decision.way !== "redeploy") return void 0;
  const production = inEnvironment(record2.entries, "production");
  const back = latest(production, "rolled-back");
  const first2 = (back === void 0 ? production : after(production, back)).find((entry2) => isOf(entry2, "deployed"));
  if (first2 === void 0) return void 0;
  return { since: first2.at, milliseconds: Math.max(0, ageInMilliseconds(first2.at, now)) };
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
  const { held } = leaseState(entries);
  if (held === void 0 || held.owner === leaseOwner(asking2)) return { kind: "nobody" };
  const taken2 = entries.findLast((entry2) => isOf(entry2, "lease-taken") && entry2.event.fence === held.fence);
  const freeAt = Date.parse(held.expiresAt) + tolerance;
  const doing = entries.findLast(
    ({ run: run3, event }) => run3.id === held.run.id && run3.attempt === held.run.attempt && !("fence" in event)
  );
  return {
    kind: now.getTime() > freeAt ? "lapsed" : "acting",
    lease: held,
    since: taken2?.at ?? held.expiresAt,
    freeAt: new Date(freeAt).toISOString(),
    doing: taken2 !== void 0 && doing !== void 0 && doing.sequence > taken2.sequence ? doing : void 0
  };
}
function stoppedAt(entries) {
  const last = entries.findLast(({ event }) => "hop" in event && event.type !== "approved");
  return last !== void 0 && isOf(last, "ended") ? last : void 0;
}
function lastRollback(entries) {
  const last = entries.findLast(
    ({ event }) => (event.type === "rolled-back" || event.type === "deploying" || event.type === "rolling-back") && event.environment === "production"
  );
  return last !== void 0 && isOf(last, "rolled-back") ? last : void 0;
}
function restoredBy(entries, back) {
  const before = entries.filter(({ sequence }) => sequence < back.sequence);
  const deployed = before.findLast(
    ({ event }) => event.type === "deploying" && event.environment === "production" && event.release === "to"
  );
  const since = deployed === void 0 ? before : after(before, deployed);
  return since.findLast(
    (entry2) => isOf(entry2, "restored") && entry2.event.environment === "production"
  );
}
function doneByHand(entries, { version }) {
  const hops = latest(entries, "planned")?.event.hops ?? [];
  if (version.kind === "unknown") return void 0;
  const place = hops.findIndex(({ to }) => to === version.value);
  return hops.slice(0, place + 1).find((hop) => {
    const { completed: completed2, deployStarted } = promotionOf(recordOf(entries, hop));
    return completed2 === void 0 && !deployStarted;
  });
}

// src/report/checklists.ts
function checklistsDocument(lists, now) {
  return section(
    "Checklists of the vendor",
    lists.flatMap(({ title, url, items }) => {
      const done3 = items.filter(({ state }) => state.kind === "done").length;
      return folded(`${title}: ${done3} of ${items.length}`, [
        ...url === void 0 ? [] : [paragraph({ link: "The list as the vendor has it", url })],
        ...list(items.map((item) => line(item, now)))
      ]);
    })
  );
}
function line({ text, state }, now) {
  const said3 = text.replace(/\.$/, "");
  if (state.kind === "open") return { ticked: false, text: `${said3}: ${state.missing}.` };
  const { by, entry: entry2 } = state;
  return { ticked: true, text: `${said3}: ${by} (${dayTime(entry2.at, now)}, record ${entry2.sequence} of the journal).` };
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
    const closed = traits.deferrable ? "The rollback window is closed: only a restore goes back." : "Only a restore goes back.";
    return `${closed}${loss} To go back, ${how}; it asks for the hop's id as confirmation.`;
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
  return point === void 0 ? `${after2}The journal has no restore point of this hop.` : `${after2}Restoring the restore point loses ${lossText(point, (time) => exactTime(time, now))}.`;
}
function isClosed({ traits, promotion }) {
  return !traits.deferrable || promotion.migrating !== void 0 || promotion.notDeferred !== void 0;
}

// src/report/hop-steps.ts
function hopSteps(own, now) {
  const rows = own.flatMap(({ at, event }) => {
    const when = exactTime(at, now);
    if (event.type === "approved") return [[when, "", eventWords(event), ""]];
    if (event.type === "migrating") return [[when, event.environment, "migrations started", ""]];
    if (event.type === "ended") return [[when, event.environment, eventWords(event), ""]];
    if (event.type === "not-understood" || !("milliseconds" in event)) return [];
    const tested = event.type === "smoke-tested" && event.tests.length > 0 ? ` (${event.tests.join(", ")})` : "";
    return [[when, event.environment, `${eventWords(event)}${tested}`, roughText(event.milliseconds)]];
  });
  return table(["when", "environment", "step", "took"], rows);
}

// src/report/proof-table.ts
var open = { kind: "open" };
function proofTable(situation) {
  const { record: record2, rehearsal, promotion } = situation;
  const hasStarted = promotion.restorePoint !== void 0 || promotion.deployStarted || promotion.completed !== void 0;
  if (rehearsal.kind === "none" && record2.rehearsedOn === void 0 && !hasStarted) return [];
  const head = ["step", "rehearsed on staging", "took", ...hasStarted ? ["production", "took"] : []];
  return table(
    head,
    rowsOf(situation).map(({ what, staging, production }) => [
      { strong: what },
      ...cells(staging),
      ...hasStarted ? cells(production) : []
    ])
  );
}
function cells(result2) {
  switch (result2.kind) {
    case "done":
      return [`\u2714 ${result2.detail}`, result2.milliseconds === void 0 ? "" : roughText(result2.milliseconds)];
    case "failed":
      return [`\u2718 ${result2.detail}`, ""];
    case "open":
      return ["not yet", ""];
    case "none":
      return [`\u2013 ${result2.detail}`, ""];
  }
}
function rowsOf(situation) {
  const { hop, traits, record: record2, promotion } = situation;
  const staging = sinceRestore(inEnvironment(record2.entries, "staging"));
  const production = sinceRollback(inEnvironment(record2.entries, "production"));
  const point = promotion.restorePoint?.event;
  const taken2 = record2.rehearsedOn?.event;
  const kept = traits.deferrable ? ", migrations kept back" : "";
  const upgrade = (here2) => {
    const deployed = here2.find((entry2) => isOf(entry2, "deployed") && isTo2(entry2));
    if (deployed === void 0) return failure(here2, ["deploy"]) ?? open;
    const { milliseconds, downtimeMilliseconds: down } = deployed.event;
    const unproved = deployed.event.unproved === void 0 ? "" : " (not proved)";
    const serving = down === void 0 ? "" : `, not serving for ${downtimeText(down)}`;
    return { kind: "done", detail: `${hop.to} serves${kept}${unproved}${serving}`, milliseconds };
  };
  const ofData = [
    {
      what: "Backup",
      staging: taken2 === void 0 ? open : { kind: "done", detail: `of production, ${bytesText(taken2.bytes)}`, milliseconds: taken2.milliseconds },
      production: point === void 0 ? open : { kind: "done", detail: `restore point, ${bytesText(point.bytes)}`, milliseconds: point.milliseconds }
    },
    { what: "Restore compared", staging: restored(staging), production: pointProved(situation) }
  ];
  const ofReleases = [
    {
      what: "Way back",
      staging: traits.deferrable ? wayBack(situation, staging) : onlyRestore,
      production: traits.deferrable ? { kind: "none", detail: "not needed" } : onlyRestore
    },
    {
      what: "Migrations",
      staging: migrations(staging, rehearsedMigrations(record2)),
      production: migrations(production, void 0)
    }
  ];
  const rows = [
    ...traits.dataless ? [] : ofData,
    { what: "Upgrade", staging: upgrade(staging), production: upgrade(production) },
    ...traits.stages === void 0 ? ofReleases : [ofStage(situation)],
    { what: "Tests", staging: tests(staging), production: tests(production) }
  ];
  return traits.waiver === void 0 ? rows : rows.map((row) => ({ ...row, staging: notRehearsed }));
}
var notRehearsed = { kind: "none", detail: "waived" };
function ofStage(situation) {
  const back = stageReturn(situation);
  const detail = back === "by-its-own" ? "as the stage says" : back === "none" ? "none" : "only by restoring";
  return { what: "Way back", staging: { kind: "none", detail: "not rehearsed" }, production: { kind: "none", detail } };
}
var onlyRestore = { kind: "none", detail: "only by restoring: migrations run at start-up" };
function restored(here2) {
  const carried2 = latest(here2, "carried-over");
  if (carried2 !== void 0) return { kind: "done", detail: `continued after hop ${carried2.event.after}` };
  const restore3 = latest(here2, "restored");
  if (restore3 === void 0) return failure(here2, ["restore"]) ?? open;
  const { proved, milliseconds } = restore3.event;
  const counts = countsText(restore3.event);
  if (!proved) return { kind: "failed", detail: `not equal to the backup (${counts})` };
  const scrubbed = latest(here2, "scrubbed");
  const scrub = scrubbed === void 0 ? "" : scrubbed.event.waived ? "; not scrubbed, as configured" : "; scrubbed";
  return {
    kind: "done",
    detail: `equal: ${counts}${scrub}`,
    milliseconds: milliseconds + (scrubbed?.event.milliseconds ?? 0)
  };
}
function pointProved({ record: record2, promotion, traits }) {
  if (!traits.proveRestorePoint) return { kind: "none", detail: "not asked for" };
  const proof = latest(record2.entries, "point-proved");
  if (!promotion.pointProved || proof === void 0) return open;
  return { kind: "done", detail: `equal: ${countsText(proof.event)}`, milliseconds: proof.event.milliseconds };
}
function wayBack({ hop }, here2) {
  const back = latest(here2, "rolled-back");
  if (back === void 0) return failure(here2, ["rollback"]) ?? open;
  return { kind: "done", detail: `${hop.from} again, over ${hop.to}`, milliseconds: back.event.milliseconds };
}
function migrations(here2, took2) {
  const waited = latest(here2, "waited");
  const failed = failure(here2, ["migrate", "wait"]);
  if (failed !== void 0 || waited === void 0) return failed ?? open;
  const own = latest(here2, "migrated")?.event.milliseconds ?? waited.event.milliseconds;
  return { kind: "done", detail: "complete", milliseconds: took2 ?? own };
}
function tests(here2) {
  const failed = failure(here2, ["smoke"]);
  if (failed !== void 0) return failed;
  const passed = here2.filter((entry2) => isOf(entry2, "smoke-tested"));
  const last = passed.at(-1);
  if (last === void 0) return open;
  const { event } = last;
  const times = passed.length === 1 ? "" : `, ${passed.length} times`;
  return {
    kind: "done",
    detail: `${countText(event.tests.length, "test")} passed${times}`,
    milliseconds: passed.reduce((sum, entry2) => sum + entry2.event.milliseconds, 0)
  };
}
function failure(here2, commands) {
  const ended = here2.findLast((entry2) => isOf(entry2, "ended"));
  if (ended === void 0 || !commands.includes(ended.event.command) || ended.event.outcome === "waiting")
    return void 0;
  return after(here2, ended).some(({ event }) => done2.has(event.type)) ? void 0 : { kind: "failed", detail: ended.event.outcome };
}
var done2 = /* @__PURE__ */ new Set([
  "restored",
  "deployed",
  "rolled-back",
  "waited",
  "migrated",
  "smoke-tested"
]);
function isTo2(entry2) {
  return entry2.event.release === "to";
}
function sinceRestore(here2) {
  const start = here2.findLast(
    (entry2) => isOf(entry2, "restored") || isOf(entry2, "carried-over") || isOf(entry2, "staging-taken")
  );
  return start === void 0 ? here2 : [start, ...after(here2, start)];
}
function sinceRollback(here2) {
  const back = latest(here2, "rolled-back");
  return back === void 0 ? here2 : after(here2, back);
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
    const { command, outcome, message } = stopped.event;
    return [bad(`"${command}" ended as ${outcome} on production`, `, ${moment(stopped.at, now)}: ${message}`)];
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
  const back = latest(inEnvironment(record2.entries, "production"), "rolled-back");
  if (back === void 0) return [];
  return [plain("Rolled back", ` ${moment(back.at, now)}: ${back.event.to} was deployed on production again.`)];
}
function rehearsed({ hop, traits, rehearsal, record: record2, now }) {
  switch (rehearsal.kind) {
    case "passed": {
      const isProved = inEnvironment(record2.entries, "staging").every(
        ({ event }) => event.type !== "deployed" || event.unproved === void 0
      );
      const shown = !traits.deferrable ? "the upgrade with its migrations" : isProved ? "the upgrade, the way back and the migrations" : "the upgrade and the migrations";
      if (traits.dataless)
        return good("The rehearsal passed", `: ${hop.to} was reached on staging, and all smoke tests passed there.`);
      const data = `production's data of ${moment(rehearsal.dataAt, now)}`;
      return good("The rehearsal passed", `: ${shown} worked on ${data}, and so did all smoke tests.`);
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
  const production = inEnvironment(own, "production");
  const ended = latest(production, "ended");
  return ended === void 0 || after(production, ended).length > 0 ? void 0 : ended;
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
  const { situation, window, checklists = [] } = facts;
  const { hop } = situation;
  return [
    heading(2, `${hop.title} (hop ${hop.index} of ${hop.count})`),
    ...window?.warning === void 0 ? [] : [windowBox(window.warning)],
    ...verdict(situation),
    ...proofTable(situation),
    ...approval(facts),
    ...section("To do by hand", list(hop.manual.map(manualItem))),
    ...wayBack2(facts),
    ...checklistsDocument(checklists, situation.now),
    ...folded(
      "Why this hop",
      list(
        hop.reasons.map(({ text, url }) => url === void 0 ? text : [`${text} (`, { link: "source", url }, ")"])
      )
    ),
    ...folded("Every step, with its time", hopSteps(situation.record.entries, situation.now)),
    ...folded("Ids: backups, and the digest of what is approved", ids(situation))
  ];
}
function manualItem(step2) {
  return { ticked: isDoneByHand(step2), text: `${step2.id}: ${step2.text}` };
}
function approval({ situation, gates, contents: contents2 }) {
  const { hop, traits } = situation;
  const asked = toApproveNext(situation);
  if (asked.kind === "nothing") return asked.because === "" ? [] : [paragraph(asked.because)];
  const gate = asked.kind === "migrations" || asked.kind === "migrations-again" ? "finalize" : "production";
  const isAsked = gates.scope === "hop" && gates[gate] !== "none";
  const { facts } = stakeOf(asked, { ...situation, observation: void 0 }, contents2);
  return section(isAsked ? "If you approve" : "Next on production, without another approval", [
    paragraph(act(asked, hop.to, traits), ...isAsked ? howToApprove(gate, gates, situation) : []),
    ...list(facts.map(({ about, text }) => [{ strong: about }, `: ${text}`]))
  ]);
}
function act(asked, to, traits) {
  switch (asked.kind) {
    case "deploy": {
      const deploy3 = traits.deferrable ? "deployed with its migrations deferred, watched and smoke-tested" : "deployed, watched and smoke-tested";
      return `Production is checked again, a restore point is taken, and ${to} is ${deploy3}. Nothing other than what was rehearsed is done.`;
    }
    case "deploy-again":
      return `The deploy of ${to} on production is finished, watched and smoke-tested.`;
    case "migrations":
    case "migrations-again":
      return `The migrations of ${to} are started on production, watched to their end, and ${to} is smoke-tested again.`;
  }
}
function howToApprove(gate, gates, { record: record2 }) {
  const confirmable = confirmableOf(record2);
  if (gates[gate] !== "dispatch" || confirmable === void 0) return [];
  return [
    " To approve, start the workflow with ",
    { code: "confirm" },
    " set to ",
    { code: confirmationFor(gate, confirmable) },
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
  const named2 = (name, id) => id === void 0 ? [] : [paragraph(`${name}: `, { code: id })];
  return [
    ...named2("Backup of the rehearsal", rehearsed2),
    ...named2("Restore point", point),
    ...named2("Digest of what is approved", hop.digest)
  ];
}

// src/report/whereabouts-report.ts
function whereaboutsLines({ whereabouts, sides, now }) {
  const { rollback: rollback3, restore: restore3, halfDone, stopped, goneBack, restored: restored2 } = whereabouts;
  const lines2 = [
    { label: "Production", text: sideText(sides.production, now) },
    { label: "Staging", text: sideText(sides.staging, now) },
    { label: "Acting", text: holderText(whereabouts.holder, now) }
  ];
  if (restore3 !== void 0) {
    const { happened, means } = finishRestoreFirst({ ...restore3, isOtherwiseConfigured: false });
    lines2.push({ label: "Unfinished", text: `${happened} ${means}` });
  } else if (rollback3 !== void 0) {
    const { id } = rollback3.event.hop;
    const text = `The rollback of hop ${id} to ${rollback3.event.to} was started on ${dayTime(rollback3.at, now)}, and it is not finished.`;
    lines2.push({ label: "Unfinished", text });
  } else if (halfDone !== void 0) {
    lines2.push({ label: "Half done", text: halfDoneText(halfDone, stopped, now) });
  }
  if (goneBack !== void 0) {
    const { hop, to, accepted } = goneBack.event;
    const data = restored2 === void 0 ? "nothing was restored" : `${restored2.event.backup} was put back, and what was written after it is lost`;
    const tests2 = accepted === void 0 ? "" : ` Its smoke tests did not pass, which was accepted: "${accepted.reason}".`;
    lines2.push({
      label: "Rolled back",
      text: `Hop ${hop.id} was rolled back to ${to} on ${dayTime(goneBack.at, now)}; ${data}.${tests2}`
    });
  }
  if (stopped !== void 0) {
    const { command, environment, outcome, hop, message } = stopped.event;
    const text = `"${command}" of hop ${hop.id} on ${environment} ended as ${outcome} on ${dayTime(stopped.at, now)}: ${message}`;
    lines2.push({ label: "Stopped", text });
  }
  return lines2;
}
function whatNow({ whereabouts, sides: { production }, newRun, complete, now }) {
  const { holder, rollback: rollback3, restore: restore3, halfDone, stopped, doneByHand: doneByHand2 } = whereabouts;
  if (holder.kind === "acting") {
    const { url } = holder.lease.run;
    return `Let ${holder.lease.owner} end${url === void 0 ? "" : `: ${url}`}. Should it be dead, others may act from ${dayTime(holder.freeAt, now)} on.`;
  }
  if (restore3 !== void 0) return finishRestoreFirst({ ...restore3, isOtherwiseConfigured: false }).next;
  if (rollback3 !== void 0) return finishRollback(rollback3.event.hop.id);
  if (halfDone !== void 0) {
    const { id } = halfDone.hop;
    const hasFailedMigration = production.kind === "observed" && production.observation.migrations.kind === "failed";
    const onward = hasFailedMigration ? howToRetry(id) : `Finish the hop by a new run: ${newRun}.`;
    return `${onward} Or, to go back, ${waysToRollBack(id)}.`;
  }
  if (doneByHand2 !== void 0) {
    return `Production runs what hop ${doneByHand2.id} leads to, and the journal has no deploy of it. If somebody did it by hand, record that: staged-upgrade adopt --hop ${doneByHand2.id} --reason "why". Then plan again.`;
  }
  if (complete === void 0) return "No path was planned yet: staged-upgrade plan shows what there is to climb.";
  if (complete) return "Nothing is left to do.";
  const { outcome } = stopped?.event ?? {};
  const first2 = outcome === "failed" || outcome === "refused" ? "Fix the cause first. " : "";
  return `${first2}Start a new run: it resumes from what it observes. New run: ${newRun}`;
}
function whereaboutsText(facts) {
  const lines2 = whereaboutsLines(facts);
  const width = Math.max(...lines2.map(({ label }) => label.length));
  return lines2.map(({ label, text }) => `${label.padEnd(width)}  ${text}`).join("\n");
}
function whereaboutsList(facts) {
  return list(whereaboutsLines(facts).map(({ label, text }) => [{ strong: label }, `: ${text}`]));
}
function sideText(side, now) {
  if (side.kind === "not-asked")
    return `could not be asked here (${side.reason}).${side.lastSeen === void 0 ? "" : ` ${side.lastSeen}`}`;
  const { version, serving, migrations: migrations2, at } = side.observation;
  const seen = `, observed ${moment(at, now)}`;
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
  const notPassed = failsNow ? "smoke tests failed" : "not smoke-tested";
  const reached = [
    deployed === void 0 ? "its end is not recorded" : `done on ${dayTime(deployed.at, now)}`,
    ...deployed === void 0 ? [] : [smoked ? passed : notPassed],
    ...migrating === void 0 ? [] : [
      `its migrations were started on ${dayTime(migrating.at, now)}${waited === void 0 ? "" : " and waited for"}`
    ]
  ];
  return `Hop ${hop.id} on production: the deploy of ${hop.to} was started on ${dayTime(since, now)}, ${reached.join(", ")}.`;
}

// src/steps/environment/sides.ts
async function lookAt(project, environment, entries) {
  try {
    const observation = await openLiveSystem(project, environment, entries).observe(project.effects.signal);
    return { kind: "observed", observation, hasMigrationsProbe: project.product.probes.migrations !== void 0 };
  } catch (error) {
    if (!(error instanceof UserError) && !(error instanceof SystemFailure)) throw error;
    const lastSeen = lastSeenOn(environment, entries, project.effects.clock.now());
    const reason2 = error.detail.happened.replace(/\.$/, "");
    return { kind: "not-asked", reason: reason2, ...lastSeen === void 0 ? {} : { lastSeen } };
  }
}
function lastSeenOn(environment, entries, now) {
  const seen = entries.findLast(
    ({ event }) => (event.type === "checked" || event.type === "deployed" || event.type === "smoke-tested") && event.environment === environment
  );
  if (seen === void 0 || !("version" in seen.event)) return void 0;
  return `It was last seen on ${String(seen.event.version)} on ${dayTime(seen.at, now)}.`;
}

// src/steps/report/save-report.ts
import { writeFile as writeFile2 } from "node:fs/promises";
import { resolve as resolve3 } from "node:path";

// src/report/document-html.ts
function htmlOf(document, top) {
  const levels = document.flatMap((block) => block.kind === "heading" ? [block.level] : []);
  return blocksHtml(document, Math.min(...levels, 3) - top);
}
function blocksHtml(document, above) {
  return document.map((block) => blockHtml(block, above)).join("\n");
}
function blockHtml(block, above) {
  switch (block.kind) {
    case "heading": {
      const level = block.level - above;
      return `<h${level}>${asItIs(block.text)}</h${level}>`;
    }
    case "paragraph":
      return `<p${mood(block.text)}>${lineHtml(block.text)}</p>`;
    case "list": {
      const isToDo = block.items.some(({ ticked }) => ticked !== void 0);
      return `<ul${isToDo ? ' class="to-do"' : ""}>
${block.items.map(itemHtml).join("\n")}
</ul>`;
    }
    case "table":
      return tableHtml(block.head, block.rows);
    case "box":
      return `<p class="box ${block.tone}" role="note">${lineHtml(block.text)}</p>`;
    case "diagram":
      return "";
    case "folded":
      return `<details>
<summary>${asItIs(block.title)}</summary>
${blocksHtml(block.blocks, above)}
</details>`;
  }
}
function tableHtml(head, rows) {
  const name = asItIs(head.filter((cell) => cell !== "").join(", "));
  return [
    `<section class="scroll" tabindex="0" aria-label="${name}">`,
    "<table>",
    `<thead><tr>${head.map((cell) => `<th scope="col">${asItIs(cell)}</th>`).join("")}</tr></thead>`,
    "<tbody>",
    ...rows.map((cells2) => `<tr>${cells2.map((cell, column) => cellHtml(cell, column)).join("")}</tr>`),
    "</tbody>",
    "</table>",
    "</section>"
  ].join("\n");
}
function cellHtml(line2, column) {
  const text = lineHtml(line2);
  const classes = [moodOf(line2), isShort(line2) ? "short" : ""].filter((name) => name !== "");
  const named2 = classes.length === 0 ? "" : ` class="${classes.join(" ")}"`;
  return column === 0 ? `<th scope="row"${named2}>${text}</th>` : `<td${named2}>${text}</td>`;
}
function isShort(line2) {
  const lengths = spansOf(line2).map(
    (span) => (typeof span === "string" ? span : "strong" in span ? span.strong : "").length
  );
  return lengths.reduce((sum, length) => sum + length, 0) <= 16;
}
function itemHtml({ text, ticked }) {
  if (ticked === void 0) return `<li>${lineHtml(text)}</li>`;
  return `<li><span class="box-of-list">${ticked ? "\u2611" : "\u2610"}</span> ${lineHtml(text)}</li>`;
}
function mood(line2) {
  const name = moodOf(line2);
  return name === "" ? "" : ` class="${name}"`;
}
function moodOf(line2) {
  const [first2] = spansOf(line2);
  if (typeof first2 !== "string") return "";
  if (first2.startsWith("\u2714")) return "good";
  return first2.startsWith("\u2718") ? "bad" : "";
}
function lineHtml(line2) {
  return spansOf(line2).map(spanHtml).join("");
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
function reportPage({ system, product, document, entries, now }) {
  const made = fullTime(now);
  const planned2 = latest(entries, "planned")?.event;
  const title = planned2 === void 0 ? system : `${system}: ${planned2.current} \u2192 ${planned2.target}`;
  const path = planned2 === void 0 ? "" : pathHtml(planned2.current, hopStands(planned2, entries));
  return page({
    title,
    header: `<p>Upgrade report of <strong>${asItIs(system)}</strong> (${asItIs(product)}), made ${asItIs(made)}</p>
${path}`,
    main: `${htmlOf(document, 1)}
${htmlOf([heading(2, "Journal"), ...journal(entries)], 2)}`
  });
}
function fleetPage({ document, product, turns, now }) {
  const made = fullTime(now);
  return page({
    title: turns.target === void 0 ? product : `${product}: fleet to ${turns.target}`,
    header: `<p>The fleet of <strong>${asItIs(product)}</strong>, made ${asItIs(made)}</p>`,
    main: htmlOf(document, 1)
  });
}
function page({
  title,
  header,
  main
}) {
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
${header}
</header>
<main>
${main}
</main>
</body>
</html>
`;
}
var words2 = { complete: "\u2714 done", current: "next", ahead: "later" };
function pathHtml(from, stands) {
  if (stands.length === 0) return "";
  const state = (label, kind, word2) => `<li class="${kind}"><span>${asItIs(label)}</span> <small>${word2}</small></li>`;
  return [
    '<ol class="path" aria-label="The path">',
    state(from, "complete", "start"),
    ...stands.map(({ to, kind }) => state(to, kind, words2[kind])),
    "</ol>"
  ].join("\n");
}
function journal(entries) {
  return folded(`All that was observed, decided and done: ${countText(entries.length, "record")}`, [
    ...table(journalColumns, entries.map(journalRow))
  ]);
}

// src/steps/report/save-report.ts
async function saveReport({ configuration, product, effects }, output, document, entries) {
  const { pen, clock } = effects;
  const facts = { system: configuration.system, product: product.title, document, entries, now: clock.now() };
  const text = isHtmlFile(output) ? pen.html(reportPage(facts)) : pen.markdown(markdownOf(document));
  await save(resolve3(effects.startedIn ?? effects.directory, output), text, effects.saveFile ?? writeFile2);
}
async function saveFleetPage(effects, output, page2) {
  const { pen } = effects;
  const text = isHtmlFile(output) ? pen.html(fleetPage(page2)) : pen.markdown(markdownOf(page2.document));
  await save(resolve3(effects.startedIn ?? effects.directory, output), text, effects.saveFile ?? writeFile2);
}
async function save(file, text, write) {
  try {
    await write(file, text);
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

// src/world/github/issues.ts
var longestBody = 65e3;
var issueAnswer = object({ number: number(), html_url: string() });
var issuesAnswer = array(issueAnswer.extend({ body: string().nullish(), pull_request: unknown().optional() }));
async function keepIssue(api, repository, issue, how) {
  const asking2 = { ...how, permission: "issues: write" };
  const [label] = issue.labels;
  const open2 = await ask(
    asking2,
    issuesAnswer,
    (request) => api.request("GET /repos/{owner}/{repo}/issues", {
      ...repository,
      state: "open",
      labels: label,
      per_page: 100,
      request
    })
  );
  if (open2.kind !== "answered") return open2;
  const [found] = open2.value.filter(({ body, pull_request }) => pull_request === void 0 && body?.includes(issue.marker)).toSorted((a, b) => a.number - b.number);
  const written = { title: issue.title, body: bodyOf(issue) };
  if (found !== void 0) {
    const state = issue.isClosed ? { state: "closed", state_reason: "completed" } : {};
    return address(
      await ask(
        asking2,
        issueAnswer,
        (request) => api.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
          ...repository,
          issue_number: found.number,
          ...written,
          ...state,
          request
        })
      )
    );
  }
  if (issue.isClosed) return { kind: "answered", value: void 0 };
  return address(
    await ask(
      asking2,
      issueAnswer,
      (request) => api.request("POST /repos/{owner}/{repo}/issues", {
        ...repository,
        ...written,
        labels: [...issue.labels],
        assignees: [...issue.assignees],
        request
      })
    )
  );
}
function address(answer) {
  if (answer.kind !== "answered") return answer;
  return { kind: "answered", value: { number: answer.value.number, url: answer.value.html_url } };
}
function bodyOf({ marker, body }) {
  const cut = body.length > longestBody ? `${body.slice(0, longestBody)}

\u2026` : body;
  return `${cut}

${marker}
`;
}

// src/steps/report/tracking-issue.ts
async function keepTrackingIssue(project, entries, message) {
  const { configuration, effects, run: run3, traits } = project;
  const settings2 = configuration["tracking-issue"];
  const planned2 = latest(entries, "planned")?.event;
  if (settings2 === void 0 || run3.kind !== "github" || planned2 === void 0 || planned2.operation === "rehearse")
    return;
  const { system, gates } = configuration;
  const { title, document, isComplete: isComplete2 } = trackingIssue({
    system,
    planned: planned2,
    entries,
    gates: { ...gates, environment: (gate) => environmentOn(environmentOfGate[gate], project) },
    traits,
    runUrl: run3.url,
    message,
    now: effects.clock.now()
  });
  const answer = await asking(
    project,
    (api, here2, how) => keepIssue(
      api,
      here2,
      {
        marker: `<!-- staged-upgrade: the climb of ${system} -->`,
        title: effects.pen.text(title),
        body: effects.pen.markdown(markdownOf(document)),
        labels: settings2.labels,
        assignees: settings2.assignees,
        isClosed: isComplete2
      },
      how
    )
  );
  if (answer.kind === "answered") {
    if (answer.value !== void 0) effects.log.info(`Tracking issue: ${answer.value.url}`);
    return;
  }
  const reason2 = answer.kind === "not-found" ? "GitHub does not show the issues of this repository" : answer.reason;
  const next = answer.kind === "not-found" ? "Turn issues on in its settings." : answer.next ?? "";
  effects.log.warn(`The tracking issue was not updated: ${reason2}. ${next}`.trim());
}

// src/steps/report/report.ts
async function report(project, input) {
  const entries = await project.journal.read();
  await warnOfLostRecords(project, entries);
  const { document, result: result2, notice } = input.hop === void 0 ? await ofPath(project, input, entries) : ofHop2(project, input, await withFiles(project, readHop(input.hop, entries, project)), entries);
  await releaseLease(project);
  await keepTrackingIssue(project, entries, result2.message);
  await announce(project, notice);
  if (input.output !== void 0) await saveReport(project, input.output, document, entries);
  return { ...result2, summary: markdownOf(document) };
}
function ofHop2(project, input, hop, entries) {
  const situation = {
    ...situationOn(project, entries, hop, notObserved(project)),
    retry: input.retry === true
  };
  const newRun = newRunOf(project, { command: "report", environment: input.environment, input, entries, hop: hop.id });
  const window = reportedWindow(project, situation, newRun);
  const onProduction = input.environment === "production";
  if (onProduction && window?.warning !== void 0) project.effects.log.warn(oneLine(window.warning));
  const document = hopDocument({
    ...factsFrom(project, situation, entries),
    ...window === void 0 ? {} : { window }
  });
  const { outcome, headline } = onProduction ? ofProduction(situation, project.run) : ofStaging(situation);
  const stopped = stoppedHere(entries, hop, input.environment, project.run);
  const next = stopped === void 0 ? goesOn : `First do what the step "${stopped.event.command}" says. ${goesOn}`;
  const message = withNewRun({ happened: headline, means: "", next }, newRun);
  const notice = stopped === void 0 ? noticeOfReport(input.environment, situation, noticeFacts(project)) : void 0;
  const outputs = { complete: situation.promotion.completed !== void 0 };
  return {
    document,
    ...notice === void 0 ? {} : { notice },
    result: { outcome, headline, outputs, text: "", ...outcome === "passed" ? {} : { message } }
  };
}
var goesOn = "Start a new run: it resumes from what it observes.";
function stoppedHere(entries, { id }, environment, run3) {
  const own = entries.filter((entry2) => isSameAttempt(entry2.run, run3));
  const ended = own.filter((entry2) => isOf(entry2, "ended"));
  return ended.findLast(({ event: { hop, outcome, environment: on } }) => {
    return hop.id === id && on === environment && (outcome === "failed" || outcome === "refused");
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
  const open2 = openRollbackWindow(situation);
  if (open2 === void 0) return void 0;
  if (open2.milliseconds <= project.configuration["rollback-window"]["warn-after"]) return { open: open2 };
  return { open: open2, warning: windowWarning(situation.hop, open2, newRun, situation.now) };
}
function ofStaging({ hop, rehearsal }) {
  return rehearsal.kind === "passed" ? { outcome: "passed", headline: `Hop ${hop.id} was rehearsed on ${rehearsal.backup ?? "staging"}.` } : {
    outcome: "waiting",
    headline: `The rehearsal of hop ${hop.id} has not passed${rehearsal.kind === "void" ? `: ${rehearsal.because}` : ""}.`
  };
}
function ofProduction(situation, run3) {
  const { hop, promotion, record: record2, traits } = situation;
  if (promotion.completed !== void 0) return { outcome: "passed", headline: `Hop ${hop.id} is complete.` };
  if (promotion.deployed !== void 0 && promotion.smoked && traits.deferrable) {
    const awaited = awaitedOf(situation, "production");
    const works = `${hop.to} is deployed on production and works`;
    if (isLeftToNextJob(situation, run3))
      return { outcome: "passed", headline: `${works}; what is left of its migrations is started behind their gate.` };
    if (awaited.kind === "serving") {
      const left = promotion.migrating === void 0 ? "its migrations have" : "what is left of its migrations has";
      return { outcome: "passed", headline: `${works}; ${left} not started.` };
    }
  }
  const back = latest(inEnvironment(record2.entries, "production"), "rolled-back");
  return {
    outcome: "waiting",
    headline: back === void 0 || promotion.deployStarted ? `Hop ${hop.id} is not complete on production.` : `Hop ${hop.id} was rolled back on ${back.at}: ${back.event.to} was deployed on production again.`
  };
}
function isLeftToNextJob({ promotion, record: record2 }, run3) {
  const { migrating, waited } = promotion;
  if (migrating === void 0 || waited !== void 0 || isSameAttempt(migrating.run, run3)) return false;
  const own = inEnvironment(record2.entries, "production").filter((entry2) => isSameAttempt(entry2.run, run3));
  return own.every(({ event }) => event.type !== "ended");
}
function factsFrom(project, situation, entries) {
  return {
    situation,
    gates: project.configuration.gates,
    contents: allContentDigests(project),
    checklists: fillIn(project.product.checklists, situation, entries)
  };
}
async function ofPath(project, input, entries) {
  const planned2 = latest(entries, "planned")?.event;
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
  return planned2 === void 0 ? neverPlanned({ ...facts, complete: void 0 }) : ofPlanned(project, planned2, { ...facts, entries, observation: observed ?? notObserved(project) });
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
function ofPlanned(project, planned2, found) {
  const { entries, observation, newRun } = found;
  const { current, target } = planned2;
  const hops = hopsOf(planned2);
  const done3 = hops.filter((hop) => completed(entries, hop));
  const there = observation.version.kind === "known" && observation.version.value === target;
  const complete = there && done3.length === hops.length;
  const facts = { ...found, complete };
  const next = whatNow(facts);
  const headline = complete ? `upgraded ${current} \u2192 ${target} in ${hops.length} ${hops.length === 1 ? "hop" : "hops"}` : `${done3.length} of ${hops.length} hops from ${current} to ${target} are complete.`;
  const reported = hops.map((hop) => {
    const situation = situationOn(project, entries, hop, observation);
    return { situation, window: reportedWindow(project, situation, newRun) };
  });
  const warning2 = reported.map(({ window }) => window?.warning).find((each2) => each2 !== void 0);
  if (warning2 !== void 0) project.effects.log.warn(oneLine(warning2));
  const each = reported.map(
    ({ situation, window }) => hopDocument({
      ...factsFrom(project, situation, entries),
      ...window === void 0 ? {} : { window: { open: window.open } }
    })
  );
  const where = whereaboutsList(facts);
  const open2 = done3.length < hops.length;
  const means = open2 ? "The path is not finished." : `Every hop was completed, but production was not seen to run ${target} now.`;
  const message = { happened: headline, means, next };
  return {
    document: pathDocument({
      planned: planned2,
      entries,
      complete,
      where,
      next,
      warning: warning2,
      hops: each,
      now: found.now,
      traits: project.traits
    }),
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
  const nothing = { kind: "unknown", reason: "not asked" };
  return { at: project.effects.clock.now().toISOString(), version: nothing, serving: nothing, migrations: nothing };
}

// src/steps/sequence-step.ts
function sequenceStep(project, input, hop, step2) {
  return {
    title: step2.title.replaceAll("{from}", hop.from).replaceAll("{to}", hop.to),
    run: (log2) => run2({ ...project, effects: { ...project.effects, log: log2 } }, { ...input, hop }, step2)
  };
}
function run2(project, given, step2) {
  const input = { ...given, environment: step2.environment };
  switch (step2.command) {
    case "check":
      return check.run(project, input);
    case "backup":
      return backup.run(project, { ...input, purpose: step2.purpose });
    case "restore":
      return restore.run(project, { ...input, ...step2.purpose === void 0 ? {} : { purpose: step2.purpose } });
    case "deploy":
      return deploy.run(project, { ...input, release: step2.release });
    case "smoke":
      return smoke.run(project, { ...input, release: step2.release });
    case "wait":
      return wait.run(project, input);
    case "migrate":
      return migrate.run(project, input);
    case "rollback":
      return rollback.run(project, input);
    case "report":
      return report(project, input);
  }
}

// src/steps/stage/stage-of.ts
function stageOf(terminal, { effects }, gates) {
  if (terminal !== void 0) return terminal.stage(effects, gates);
  throw new UserError({
    happened: "This command works only in a terminal.",
    means: "A workflow climbs by the steps of its own jobs. Nothing was done.",
    next: 'Run "staged-upgrade init": it writes the workflows.'
  });
}

// src/commands/climb.ts
var climb = projectCommand({
  name: "climb",
  description: "climb the whole path in this terminal, asking at each gate",
  only: "terminal",
  inputs: ["target", "current", "acknowledge", "facts", "parts", "budget", "retry", "output", "yes", "until"],
  outputs: [],
  showsSteps: true,
  run: (project, { yes, ...input }, terminal) => {
    const gates = yes === true ? { kind: "approve-all", how: "--yes" } : { kind: "ask" };
    return climbPath(project, input, stageOf(terminal, project, gates));
  }
});
async function climbPath(project, input, stage) {
  const { until, ...given } = input;
  const entries = await project.journal.read();
  let stop = { kind: "at-the-end" };
  const { result: result2, hops } = await planToDo(project, { ...given, operation: "climb" }, (planned2) => {
    stop = stopOf(until, planned2, entries);
  });
  if (result2.outcome !== "passed") return result2;
  return await climbTo(stop, { project, input: given, stage, hops, planned: result2 });
}
async function climbTo(stop, { project, input, stage, hops, planned: planned2 }) {
  if (stop.kind === "reached") return stoppedAt2(stop.release, hops, await reportNow(project, input));
  stage.showPlan(planned2.headline, planned2.text);
  if (project.configuration.gates.scope === "path") {
    const declined = await wholePathNotApproved(project, stage, hopsUpTo(stop, hops));
    if (declined !== void 0) return declined;
  }
  for (const [index, hop] of hops.entries()) {
    const stopped = await climbHop(project, input, stage, hop);
    if (stopped !== void 0) return stopped;
    const left = hops.slice(index + 1);
    if (stop.kind === "after" && hop.id === stop.hop.id && left.length > 0)
      return stoppedAt2(hop.to, left, await reportNow(project, input));
  }
  return { ...await reportNow(project, input), reached: "end" };
}
function hopsUpTo(stop, hops) {
  if (stop.kind !== "after") return hops;
  const last = hops.findIndex((hop) => hop.id === stop.hop.id);
  return last === -1 ? hops : hops.slice(0, last + 1);
}
function reportNow(project, input) {
  return report(project, input);
}
function stoppedAt2(release, left, reported) {
  const { message: _, ...rest } = reported;
  const goesOn2 = `${countText(left.length, "hop")} to ${left.at(-1)?.to} ${left.length === 1 ? "is" : "are"} left`;
  const headline = `Production is on ${release}, where --until stops; ${goesOn2}. The same command without --until climbs on.`;
  return { ...rest, outcome: "passed", headline, reached: "stop" };
}
async function climbHop(project, input, stage, hop) {
  const steps = hopSequence(project.traits);
  for (const job of jobNames) {
    const own = steps.filter((step2) => step2.job === job);
    if (own.length === 0) continue;
    const situation = await productionNow(project, hop);
    const declined = await passGate(project, stage, job, situation);
    if (declined !== void 0) return declined;
    const end = await stage.runJob(
      { hop, job: jobTitles[job] },
      job === "rehearse" && situation.rehearsal.kind === "passed" ? [keptRehearsal(situation.rehearsal.at)] : own.map((step2) => sequenceStep(project, input, hop, { ...step2, title: stepTitle(step2, situation) }))
    );
    if (end.kind === "stopped") return end.result;
    if (job === "read" && end.results.at(0)?.outcome === "skipped") return void 0;
  }
  return void 0;
}
function keptRehearsal(at) {
  const headline = `Nothing to do: the rehearsal of this hop passed on ${timeText(at)}.`;
  const result2 = { outcome: "skipped", headline, outputs: {}, summary: "", text: "" };
  return { title: "Keep the rehearsal", run: async () => result2 };
}
async function passGate(project, stage, job, situation) {
  if (job !== "promote" && job !== "finalize") return void 0;
  const gate = job === "promote" ? project.configuration.gates.production : project.configuration.gates.finalize;
  if (gate === "none" || project.configuration.gates.scope === "path") return void 0;
  const asked = toApprove(job, situation);
  if (asked.kind === "nothing") return void 0;
  const { hop } = situation;
  project.effects.signal.throwIfAborted();
  const { facts, question } = stakeOf(asked, situation, allContentDigests(project));
  const answer = await stage.approve({ hop, hops: [hop], job, facts, question });
  if (answer.kind === "declined") {
    const message = {
      happened: `${job === "promote" ? "The promotion" : "Starting the migrations"} of hop ${hop.id} was not approved.`,
      means: "Nothing was changed on production by it.",
      next: answer.next
    };
    return { outcome: "waiting", headline: message.happened, message, outputs: {}, summary: "", text: "" };
  }
  await project.journal.append({
    type: "approved",
    hop: referenceTo(hop),
    gate: terminalGate(job === "promote" ? "production" : "finalize"),
    by: answer.by
  });
  return void 0;
}
var jobTitles = {
  read: "Read production",
  rehearse: "Rehearse on staging",
  promote: "Promote to production",
  finalize: "Finalize on production"
};

// src/planning/configure-files.ts
import { mkdir, writeFile as writeFile3 } from "node:fs/promises";
import { dirname as dirname2, resolve as resolve4 } from "node:path";
async function configureFiles(project, { hop: named2, write, ...asked }) {
  const hops = named2 === void 0 ? (await planHops(project, asked)).hops : [readHop(named2, await project.journal.read(), project)];
  for (const hop of hops) {
    const open2 = (await lookAtFiles(project, hop)).filter(({ show }) => show.kind === "missing");
    if (open2.length > 0) return await configured(project, hop, open2, write === true);
  }
  return said(
    "skipped",
    named2 === void 0 ? "No hop asks for a change of your files." : "Your files have what it asks for."
  );
}
async function configured(project, hop, open2, write) {
  const lines2 = open2.flatMap(({ id, show }) => {
    if (show.kind !== "missing") return [];
    const changes2 = show.lines.flatMap((file) => [`  ${file.path}:`, ...file.lines.map((line2) => `    ${line2}`)]);
    return [`${id}:`, ...show.missing.map((text2) => `  ${text2}`), ...changes2];
  });
  const text = lines2.join("\n");
  const count2 = countText(open2.length, "change");
  if (!write) {
    const headline = `Hop ${hop.id} asks for ${count2} of your files. Nothing was written: add --write for that.`;
    return said("passed", headline, text);
  }
  const written = await writeEach(project, hop);
  const left = (await lookAtFiles(project, hop)).filter(({ show }) => show.kind === "missing");
  const done3 = written.length === 0 ? "Nothing could be written." : `Written: ${written.join(", ")}.`;
  if (left.length === 0)
    return said(
      "passed",
      `${done3} Look at the difference, commit it, and run again: the rehearsal uses these files.`,
      text
    );
  const rest = left.flatMap(({ show }) => show.kind === "missing" ? show.missing : []);
  return {
    ...said("failed", `${done3} The rest is for a person: ${rest.join(" ")}`, text),
    message: {
      happened: `${done3} ${rest.join(" ")}`,
      means: `Hop ${hop.id} does not start before that.`,
      next: "Write it by hand, then run again."
    }
  };
}
async function writeEach(project, hop) {
  const paths = /* @__PURE__ */ new Set();
  for (const { id } of await lookAtFiles(project, hop)) {
    const now = (await lookAtFiles(project, hop)).find((step2) => step2.id === id);
    for (const { path, text } of now?.edited ?? []) {
      const place = resolve4(project.effects.directory, path);
      await mkdir(dirname2(place), { recursive: true });
      await writeFile3(place, text);
      paths.add(path);
    }
  }
  return [...paths];
}
function said(outcome, headline, text = "") {
  const shown = text === "" ? "" : `
\`\`\`text
${text}
\`\`\`
`;
  return { outcome, headline, outputs: {}, summary: `${escapeMarkdown(headline)}
${shown}`, text };
}

// src/commands/configure.ts
var configure = projectCommand({
  name: "configure",
  description: "show what the next hop asks of your files (Compose file, env file, a chart's values), and write it",
  only: "terminal",
  inputs: ["hop", "target", "current", "facts", "parts", "releases"],
  inTerminal: ["prereleases", "minimumAge", "offline", "write"],
  outputs: [],
  run: configureFiles
});

// src/commands/demo.ts
import { cp, mkdir as mkdir2, mkdtemp, realpath, rm, writeFile as writeFile4 } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname as dirname3, join as join3 } from "node:path";

// src/products/sample/embedded-sample.ts
import { fileURLToPath } from "node:url";
var embeddedSample = fileURLToPath(new URL("../examples/sample", packageRoot()));
function packageRoot() {
  return import.meta.url.includes("/src/products/sample/") ? new URL("../../", import.meta.url).href : new URL("./", import.meta.url).href;
}

// src/commands/demo.ts
var first = "1.0.2";
var demo = {
  name: "demo",
  description: "climb the embedded sample from 1.0.2 to its newest release, on real processes in a temporary folder",
  only: "terminal",
  inputs: ["target", "keep"],
  outputs: [],
  showsSteps: true,
  invoke: (given, { effects, run: run3, terminal }) => {
    if (terminal === void 0) throw new Error("the demo was started without a terminal");
    return runDemo({ effects, run: run3, terminal }, given);
  }
};
async function runDemo(parts, { target = "newest", keep }) {
  const out = parts.terminal.write;
  const folder = await realpath(await mkdtemp(join3(tmpdir(), "staged-upgrade-demo-")));
  const repository = join3(folder, "repository");
  for (const name of ["repository", "production", "staging"]) await mkdir2(join3(folder, name));
  await cp(embeddedSample, repository, { recursive: true, filter: (source) => !source.endsWith(".github") });
  await writeFile4(join3(repository, "staged-upgrade.yml"), await demoConfiguration());
  const effects = await demoEffects(parts.effects, folder, repository);
  const server = (side, ...action) => runSample(effects, side, ["deploy.mjs", ...action]);
  try {
    out(`A server for production on ${first}, with records of its own, in ${folder}

`);
    await server("PRODUCTION", "start", first);
    await runSample(effects, "PRODUCTION", ["seed.mjs"]);
    const project = await openProject("staged-upgrade.yml", effects, parts.run);
    const result2 = await climbSample(project, parts, target);
    if (result2.summary === "") return endedByAnswer(result2);
    if (keep !== true) {
      out("Nothing of the demo is kept. With --keep, its servers, backups, journal and the report of the climb are.\n");
      return result2;
    }
    const report3 = join3(folder, "report.md");
    await writeFile4(report3, effects.pen.markdown(result2.summary));
    out(`The report: ${report3}
`);
    return result2;
  } finally {
    await server("PRODUCTION", "stop");
    await server("STAGING", "stop");
    if (keep !== true) await rm(folder, { recursive: true, force: true });
  }
}
function endedByAnswer(result2) {
  if (result2.outcome !== "waiting" || result2.message === void 0) return result2;
  const message = {
    happened: `The demo ends here: ${result2.message.happened}`,
    means: `${result2.message.means} Its servers are stopped.`,
    next: "Start it again with the same command. It starts over."
  };
  return { ...result2, headline: message.happened, message };
}
async function climbSample(project, { terminal }, target) {
  const out = terminal.write;
  const manual = (await planHops(project, { target })).hops.flatMap((hop) => hop.manual);
  announceManual(manual, out);
  const acknowledge = manual.map((step2) => step2.id);
  await markSample(project, out);
  await showRefusal(project, { target, acknowledge }, out);
  const gates = terminal.interactive ? { kind: "ask" } : { kind: "approve-all", how: "no terminal is attached to ask at" };
  return await endOfRun(
    project,
    () => climbPath(project, { target, acknowledge }, terminal.stage(project.effects, gates))
  );
}
async function markSample(project, out) {
  const confirm = join3(project.effects.environment.SAMPLE_STAGING_STATE ?? "", "records.sqlite");
  const result2 = await markStaging(project, { confirm });
  if (result2.message !== void 0) throw new SystemFailure(result2.message);
  out(`Once, for staging: staged-upgrade mark-disposable --confirm ${confirm}
  ${result2.headline}

`);
}
function announceManual(manual, out) {
  for (const step2 of manual)
    out(`By hand, before its hop: ${step2.text} (In this demo it is taken as done: --acknowledge ${step2.id})
`);
}
async function showRefusal(project, asked, out) {
  const hop = (await planToDo(project, asked)).hops.at(0);
  if (hop === void 0) return;
  const quiet = { ...project, effects: { ...project.effects, log: silentLog } };
  const result2 = await deploy.run(quiet, { environment: "production", release: "to", hop });
  out(`First, something that must not be done: deploying ${hop.to} on production at once.
`);
  out(`  ${result2.outcome}: ${result2.message?.happened ?? result2.headline}
  ${result2.message?.means ?? ""}

`);
}
async function demoConfiguration() {
  const asked = { product: "sample", journal: "${SAMPLE_JOURNAL}" };
  return renderConfiguration(await answersFrom(asked, shippedProducts, void 0));
}
async function demoEffects(effects, folder, repository) {
  const [production, staging] = await freePorts();
  const own = {
    SAMPLE_PRODUCTION_STATE: join3(folder, "production"),
    SAMPLE_PRODUCTION_PORT: String(production),
    SAMPLE_PRODUCTION_ADMIN_TOKEN: "a-token-of-production",
    SAMPLE_STAGING_STATE: join3(folder, "staging"),
    SAMPLE_STAGING_PORT: String(staging),
    SAMPLE_STAGING_ADMIN_TOKEN: "a-token-of-staging",
    SAMPLE_BACKUPS: join3(folder, "backups"),
    SAMPLE_JOURNAL: join3(folder, "journal")
  };
  const PATH = [dirname3(process.execPath), effects.environment.PATH ?? ""].join(delimiter);
  const environment = { ...effects.environment, ...own, PATH };
  return { ...effects, directory: repository, environment, variables: variablesFrom(environment, () => void 0) };
}
async function runSample(effects, side, script) {
  const names = { STATE: "STATE", PORT: "PORT", TOKEN: "ADMIN_TOKEN" };
  const settings2 = Object.entries(names).map(([name, kept]) => [
    `SAMPLE_${name}`,
    effects.environment[`SAMPLE_${side}_${kept}`] ?? ""
  ]);
  const result2 = await effects.processes.run({
    argv: [process.execPath, ...script],
    directory: effects.directory,
    environment: { ...childEnvironment(effects), ...Object.fromEntries(settings2) }
  });
  if (result2.exitCode !== 0) throw new Error(`${script.join(" ")} of the sample failed: ${result2.stderr}`);
}
async function freePorts() {
  const servers = [createServer(), createServer()];
  const ports = await Promise.all(servers.map((server) => listeningPort(server)));
  for (const server of servers) server.close();
  return [ports[0] ?? 0, ports[1] ?? 0];
}
function listeningPort(server) {
  return new Promise((resolve5, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address2 = server.address();
      resolve5(typeof address2 === "object" && address2 !== null ? address2.port : 0);
    });
  });
}

// src/commands/deploy.ts
var deploy2 = projectCommand({
  name: "deploy",
  description: "deploy one side of a hop, with its migrations deferred where the product can",
  inputs: ["hop", "environment", "release", "acknowledge"],
  inWorkflow: ["confirm"],
  outputs: [],
  run: deploy.run
});

// src/core/decisions/fleet.ts
var unresolved = /^(newest|newest-patch|\d+(\.\d+)?)$/;
function fleetTurns(question) {
  const { rings } = question;
  const [first2] = rings;
  const isAsked = question.target !== "unfinished";
  const target = isAsked ? unresolved.test(question.target) ? void 0 : question.target : lastAsked(first2, question);
  const found = [];
  let behind;
  for (const ring of rings) {
    const turns = behind === void 0 ? turnsOf(ring, target, { ...question, isFirst: found.length === 0 }) : waiting(ring, behind, target, question);
    const closedBecause = behind === void 0 ? whyClosed(ring, turns, target) : `ring ${behind} comes first`;
    found.push({ ring, turns, closedBecause });
    if (closedBecause !== void 0) behind ??= ring.name;
  }
  const complete = target !== void 0 && found.every(({ turns }) => [...turns.values()].every(({ kind }) => kind === "there"));
  return { target, rings: found, complete };
}
function lastAsked(first2, { standings }) {
  const asked = (first2?.systems ?? []).flatMap((system) => standings.get(system)?.asked ?? []);
  return asked.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1)?.target;
}
function turnsOf(ring, target, question) {
  return new Map(ring.systems.map((system) => [system, turnOf(system, ring, target, question)]));
}
function turnOf(system, ring, target, { standings, now, target: given, isFirst }) {
  const standing = standings.get(system);
  const isAsked = given !== "unfinished";
  if (standing?.holder.kind === "acting") return { kind: "acting" };
  if (target === void 0) return isAsked ? { kind: "goes", target: given, why: "asked" } : { kind: "idle" };
  if (standing?.runs?.label === target) return thereOrLook(standing.runs, ring, target, now);
  if (isAsked) return { kind: "goes", target, why: isFirst ? "asked" : "next-ring" };
  if (standing?.climb.kind === "stopped") return standing.climb;
  if (standing?.climb.kind === "waits" && standing.climb.target === target)
    return { kind: "goes", target: "unfinished", why: "continues" };
  return { kind: "goes", target, why: isFirst ? "continues" : "next-ring" };
}
function thereOrLook(runs2, { hold }, target, now) {
  const until = Date.parse(runs2.since) + hold;
  if (now.getTime() < until) return { kind: "there", holdsUntil: new Date(until) };
  if (Date.parse(runs2.seen) < until) return { kind: "goes", target, why: "looked-at-again" };
  return { kind: "there", holdsUntil: void 0 };
}
function waiting(ring, behind, target, { standings, target: given }) {
  return new Map(
    ring.systems.map((system) => {
      const standing = standings.get(system);
      if (standing?.holder.kind === "acting") return [system, { kind: "acting" }];
      if (target !== void 0 && standing?.runs?.label === target)
        return [system, { kind: "there", holdsUntil: void 0 }];
      if (standing?.climb.kind === "stopped") return [system, standing.climb];
      if (given === "unfinished" && standing?.climb.kind === "waits")
        return [system, { kind: "goes", target: "unfinished", why: "continues" }];
      return [system, { kind: "later", behind }];
    })
  );
}
function whyClosed(ring, turns, target) {
  if (target === void 0) return `it is not known yet where ring ${ring.name} goes`;
  const open2 = [...turns].filter(([, { kind }]) => kind !== "there").map(([system]) => system);
  if (open2.length > 0)
    return `${named(open2)} of ring ${ring.name} ${open2.length === 1 ? "has" : "have"} not held ${target} yet`;
  const until = [...turns.values()].flatMap(
    (turn) => turn.kind === "there" && turn.holdsUntil !== void 0 ? [turn.holdsUntil.getTime()] : []
  );
  if (until.length === 0) return void 0;
  return `ring ${ring.name} holds ${target} until ${new Date(Math.max(...until)).toISOString()}`;
}
var mostNamed = 3;
function named(systems) {
  if (systems.length <= mostNamed) return systems.join(", ");
  return `${systems.slice(0, mostNamed).join(", ")} and ${systems.length - mostNamed} more`;
}

// src/core/history/fleet-standing.ts
function fleetStanding(entries, terms) {
  const planned2 = latest(entries, "planned");
  return {
    runs: runsOf(entries),
    planned: planned2,
    done: planned2 === void 0 ? 0 : planned2.event.hops.filter((hop) => isComplete(entries, hop)).length,
    asked: askedOf(entries),
    climb: climbOf(entries),
    holder: whereaboutsOf(entries, { ...terms, production: void 0 }).holder,
    lastRun: entries.at(-1)?.run
  };
}
function isComplete(entries, hop) {
  return promotionOf(recordOf(entries, hop)).completed !== void 0;
}
function runsOf(entries) {
  let runs2;
  for (const entry2 of entries) {
    const { event, at } = entry2;
    const label = labelSeen(event);
    if (label !== void 0)
      runs2 = runs2?.label === label && event.type === "at-target" ? { ...runs2, seen: at } : { label, since: at, seen: at };
    else if (changesProduction(event)) runs2 = void 0;
  }
  return runs2;
}
function labelSeen(event) {
  switch (event.type) {
    case "at-target":
      return event.version;
    case "completed":
      return event.hop.to;
    case "adopted":
      return event.environment === "production" ? event.version : void 0;
    case "rolled-back":
      return event.environment === "production" ? event.to : void 0;
    default:
      return void 0;
  }
}
var changing = ["deploying", "migrating", "rolling-back", "restoring"];
function changesProduction(event) {
  return changing.includes(event.type) && "environment" in event && event.environment === "production";
}
function askedOf(entries) {
  const last = entries.findLast(
    (entry2) => isOf(entry2, "at-target") || isOf(entry2, "planned") && entry2.event.operation === "climb" && entry2.event.ring !== void 0
  );
  if (last === void 0) return void 0;
  return { target: last.event.type === "planned" ? last.event.target : last.event.version, at: last.at };
}
function climbOf(entries) {
  const found = unfinishedClimb(entries);
  if (found.kind === "waits") return { kind: "waits", target: found.target };
  const climbed = entries.findLast(
    (entry2) => isOf(entry2, "planned") && entry2.event.operation === "climb"
  );
  if (climbed === void 0) return { kind: "none" };
  if (climbed.event.hops.every((hop) => isComplete(entries, hop))) return { kind: "none" };
  return { kind: "stopped", because: found.because };
}

// src/report/fleet-report.ts
function fleetDocument(facts) {
  const { turns } = facts;
  const { target, rings, complete } = turns;
  const all = rings.flatMap((ring) => [...ring.turns.values()]);
  const counted = (kind) => all.filter((turn) => turn.kind === kind).length;
  return [
    heading(
      1,
      target === void 0 ? `${facts.product}: ${countText(all.length, "system")}` : `${facts.product}: ${countText(all.length, "system")} to ${target}`
    ),
    paragraph(
      complete ? "\u2714 " : "",
      {
        strong: complete ? "Every system runs the target." : `${counted("there")} of ${countText(all.length, "system")} run the target.`
      },
      ` ${tally(counted)}`
    ),
    ...byHand(facts),
    ...rings.flatMap((ring) => ringBlocks(ring, facts))
  ];
}
function tally(counted) {
  const parts = [
    [counted("goes"), "go now"],
    [counted("acting"), "are being worked on"],
    [counted("later"), "come later"],
    [counted("stopped"), "wait for a person"]
  ];
  const said3 = parts.filter(([count2]) => count2 > 0).map(([count2, what]) => `${count2} ${what}`);
  return said3.length === 0 ? "" : `${said3.join(", ")}.`;
}
var columns = ["system", "runs", "path", "now", "run"];
function ringBlocks({ ring, turns, closedBecause }, facts) {
  const hold = ring.hold === 0 ? "" : `, each held for ${roughText(ring.hold)}`;
  const rows = [...turns].map(([system, turn]) => [
    system,
    runsText(facts.standings.get(system)),
    pathText(facts.standings.get(system)),
    turnText(turn, facts.now),
    runLink(facts.standings.get(system))
  ]);
  return [
    heading(2, `Ring ${ring.name}: ${countText(ring.systems.length, "system")}${hold}`),
    ...closedBecause === void 0 ? [] : [paragraph(`What comes behind it waits: ${closedBecause}.`)],
    ...table(columns, rows)
  ];
}
function runLink(standing) {
  const url = standing?.lastRun?.url;
  return url === void 0 ? "" : [{ link: "newest", url }];
}
function runsText(standing) {
  if (standing === void 0) return "unknown";
  const { runs: runs2, planned: planned2 } = standing;
  if (runs2 !== void 0) return runs2.label;
  if (planned2 === void 0) return "not seen yet";
  const { current, hops } = planned2.event;
  return hops[standing.done - 1]?.to ?? current;
}
function pathText(standing) {
  const planned2 = standing?.planned?.event;
  if (standing === void 0 || planned2 === void 0) return "no plan yet";
  const { current, target, hops } = planned2;
  const way = `${current} \u2192 ${target}, ${countText(hops.length, "hop")}`;
  return standing.done === 0 ? way : `${way}, ${standing.done} done`;
}
function turnText(turn, now) {
  switch (turn.kind) {
    case "there":
      return turn.holdsUntil === void 0 ? "\u2714 there" : `\u2714 there, held until ${dayTime(turn.holdsUntil.toISOString(), now)}`;
    case "goes":
      return goesWords[turn.why];
    case "acting":
      return "a run acts on it";
    case "later":
      return `after ring ${turn.behind}`;
    case "stopped":
      return `\u2718 a person looks first: ${turn.because}`;
    case "idle":
      return "nothing was started";
  }
}
var goesWords = {
  asked: "goes now",
  continues: "continues now",
  "next-ring": "its ring starts now",
  "looked-at-again": "has held, and is looked at again"
};
var mostNamed2 = 5;
function byHand({ standings }) {
  const steps = /* @__PURE__ */ new Map();
  for (const [system, { planned: planned2 }] of standings) {
    const manual = (planned2?.event.hops ?? []).flatMap((hop) => hop.manual.filter(({ acknowledged }) => !acknowledged));
    for (const { id, text } of new Map(manual.map((step2) => [step2.id, step2])).values()) {
      const known2 = steps.get(id) ?? { text, systems: [] };
      known2.systems.push(system);
      steps.set(id, known2);
    }
  }
  if (steps.size === 0) return [];
  return [
    heading(2, "To be done by hand"),
    ...list([...steps].map(([id, { text, systems }]) => [{ code: id }, ` for ${namesOf(systems)}: ${text}`]))
  ];
}
function namesOf(systems) {
  if (systems.length <= mostNamed2) return systems.join(", ");
  return `${systems.slice(0, mostNamed2).join(", ")} and ${systems.length - mostNamed2} more`;
}
function fleetText({ turns, standings, now }, width) {
  return textTable(
    ["ring", "system", "runs", "path", "now"],
    turns.rings.flatMap(
      ({ ring, turns: each }) => [...each].map(([system, turn]) => [
        ring.name,
        system,
        runsText(standings.get(system)),
        pathText(standings.get(system)),
        turnText(turn, now)
      ])
    ),
    width
  );
}

// src/steps/fleet/fleet.ts
var readAtOnce = 8;
async function fleet({ systems, rings: declared, product }, input, { effects, run: run3 }) {
  const now = effects.clock.now();
  const read = await eachOf(systems, readAtOnce, async ({ configuration, journal: journal2 }) => {
    const tolerance = configuration.lock["clock-tolerance"];
    return [configuration.system, fleetStanding(await journal2.read(), { now, tolerance, run: run3 })];
  });
  const standings = new Map(read);
  const rings = declared.map(
    ({ name, hold }) => ({
      name,
      hold,
      systems: systems.filter(({ ring }) => ring === name).map(({ configuration }) => configuration.system)
    })
  );
  const { target: given = "unfinished", operation = "climb" } = input;
  const turns = fleetTurns({ rings, standings, target: given, now });
  const legs = operation === "plan" ? lookedAt(rings, turns, given) : going(turns);
  const facts = { turns, standings, now, product };
  const document = fleetDocument(facts);
  if (input.output !== void 0) await saveFleetPage(effects, input.output, { ...facts, document });
  const headline = headlineOf(turns, legs, systems.length);
  return {
    outcome: turns.complete ? "passed" : "waiting",
    headline,
    outputs: {
      ...matricesOf(legs),
      count: legs.length,
      ...turns.target === void 0 ? {} : { target: turns.target },
      complete: turns.complete
    },
    summary: markdownOf(document),
    text: fleetText(facts, effects.columns?.()),
    ...turns.complete ? {} : { message: { happened: headline, means: "The fleet is not complete.", next: nextOf(turns, legs) } }
  };
}
function refuseOneSystem() {
  throw new UserError({
    happened: "The configuration is of a single system.",
    means: "There is no fleet. Nothing was done.",
    next: 'Use "staged-upgrade report" for it, or write several systems under `systems:` (docs/fleet.md).'
  });
}
function going({ rings }) {
  return rings.flatMap(
    ({ ring, turns }) => [...turns].flatMap(
      ([system, turn]) => turn.kind === "goes" ? [{ system, ring: ring.name, target: turn.target, operation: "climb" }] : []
    )
  );
}
function lookedAt(rings, { target }, given) {
  const wanted = given === "unfinished" ? target ?? "newest" : given;
  return rings.flatMap(
    ({ name, systems }) => systems.map((system) => ({ system, ring: name, target: wanted, operation: "plan" }))
  );
}
function headlineOf({ target, rings, complete }, legs, count2) {
  const there = rings.flatMap(({ turns }) => [...turns.values()]).filter(({ kind }) => kind === "there").length;
  if (complete) return `All ${countText(count2, "system")} run ${target ?? ""}.`;
  const reached = target === void 0 ? "" : `${there} of ${countText(count2, "system")} run ${target}; `;
  return `${reached}${legs.length === 0 ? "none goes" : `${countText(legs.length, "system")} ${legs.length === 1 ? "goes" : "go"}`} now.`;
}
function nextOf({ rings }, legs) {
  const stopped = rings.flatMap(
    ({ turns }) => [...turns].flatMap(([system, { kind }]) => kind === "stopped" ? [system] : [])
  );
  if (stopped.length > 0)
    return `Look at ${stopped.join(", ")} first: what stopped there is in the table. The others continue.`;
  const closed = rings.map(({ closedBecause }) => closedBecause).find((because) => because !== void 0);
  if (legs.length > 0)
    return "Their jobs plan and climb; a later run continues with what waits, and with the next ring.";
  return closed === void 0 ? "Start a climb of the fleet." : `The next ring waits: ${closed}. A later run continues.`;
}

// src/commands/fleet.ts
var inputs = ["config", "target", "output"];
var fleet2 = {
  name: "fleet",
  description: "say where the systems of a fleet stand, and which of them go now",
  inputs,
  inWorkflow: ["operation"],
  outputs: ["systems", "more-systems", "count", "target", "complete"],
  invoke: async (given, { effects, run: run3 }) => {
    const opened = await openFleet(given.config, effects, run3);
    if (opened === void 0) return refuseOneSystem();
    return await fleet(opened, taken(given, [...inputs, "operation"]), { effects, run: run3 });
  }
};

// src/commands/init.ts
var init = {
  name: "init",
  description: "write the configuration and the workflows into this repository",
  only: "terminal",
  inputs: initInputs,
  outputs: [],
  invoke: async (given, { effects, terminal }) => {
    const { runInit } = await import("./run-init-GTY2Z4WB.js");
    const { ownRelease } = await import("./own-release-ZZZS3QTE.js");
    const { terminalQuestions } = await import("./questions-RMFJS6ZF.js");
    const { shippedProducts: shippedProducts2 } = await import("./registry-ISSHFGMG.js");
    return await runInit(taken(given, initInputs), {
      directory: effects.directory,
      products: shippedProducts2,
      release: ownRelease(),
      ...terminal?.interactive === true ? { questions: terminalQuestions(effects.signal) } : {}
    });
  }
};

// src/commands/log.ts
var log = projectCommand({
  name: "log",
  description: "print the journal",
  inputs: [],
  outputs: [],
  run: async (project) => {
    const { journal: journal2 } = project;
    const entries = await journal2.read();
    await warnOfLostRecords(project, entries);
    const text = journalLog(entries);
    return {
      outcome: "passed",
      headline: `${entries.length} entries in ${journal2.description}.`,
      outputs: {},
      summary: `\`\`\`text
${text}
\`\`\`
`,
      text
    };
  }
});

// src/commands/mark-disposable.ts
var markDisposable = projectCommand({
  name: "mark-disposable",
  description: "mark staging's data as disposable: once, before the first backup",
  inputs: ["data", "confirm"],
  inWorkflow: ["environment"],
  outputs: [],
  run: (project, input, terminal) => markStaging(project, input, terminal?.ask)
});

// src/commands/migrate.ts
var migrate2 = projectCommand({
  name: "migrate",
  description: "start the deferred migrations and watch them to the end: the point of no return",
  inputs: ["hop", "environment", "budget", "retry"],
  inWorkflow: ["confirm"],
  outputs: [],
  run: migrate.run
});

// src/commands/plan.ts
var inputs2 = ["target", "current", "acknowledge", "facts", "parts", "releases", "path"];
var inTerminal = ["prereleases", "minimumAge", "saveReleases", "offline", "product"];
var onProject = projectCommand({
  name: "plan",
  description: "plan the path from what production runs to the target, or check your own path",
  inputs: inputs2,
  inWorkflow: ["operation", "ring"],
  inTerminal,
  outputs: planOutputs,
  run: async (project, input) => (await planToDo(project, input)).result
});
var plan = {
  ...onProject,
  invoke: async (given, caller) => {
    const input = taken(given, ["config", "system", ...inputs2, ...inTerminal]);
    if (given.product !== void 0) return await planForProduct(given.product, input, caller.effects);
    if (given.offline !== true) return await onProject.invoke(given, caller);
    return await onProject.run(await openProject(given.config, caller.effects, caller.run, given.system), input);
  }
};

// src/report/preflight-report.ts
var order = ["problem", "cannot-tell", "warning", "ok"];
var marks = {
  problem: "PROBLEM",
  "cannot-tell": "CANNOT TELL",
  warning: "warning",
  ok: "ok"
};
var titles = {
  problem: "To be corrected",
  "cannot-tell": "Could not be checked",
  warning: "Worth a look",
  ok: "In order"
};
function preflightHeadline(findings) {
  const [unknown2, warnings] = [count(findings, "cannot-tell"), count(findings, "warning")];
  const parts = [
    countText(count(findings, "problem"), "problem"),
    ...unknown2 === 0 ? [] : [`${unknown2} could not be checked`],
    ...warnings === 0 ? [] : [countText(warnings, "warning")],
    `${count(findings, "ok")} in order`
  ];
  return `Preflight: ${parts.join(", ")}.`;
}
function count(findings, kind) {
  return findings.filter((finding) => finding.kind === kind).length;
}
function preflightText(findings) {
  return sorted(findings).map((finding) => {
    const head = `${marks[finding.kind].padEnd(11)}  ${finding.subject}: ${finding.happened}`;
    const rest = [finding.means, finding.next === "" ? "" : `\u2192 ${finding.next}`].filter((line2) => line2 !== "");
    return [head, ...rest.map((line2) => `${" ".repeat(13)}${line2}`)].join("\n");
  }).join("\n");
}
function preflightMarkdown(findings) {
  const groups = order.flatMap((kind) => {
    const items = list(findings.filter((finding) => finding.kind === kind).map(findingLine));
    return kind === "ok" ? folded(`${titles[kind]}: ${count(findings, kind)}`, items) : section(titles[kind], items);
  });
  return markdownOf([heading(2, preflightHeadline(findings)), ...groups]);
}
function findingLine({ subject: subject6, happened, means, next }) {
  const said3 = [happened, means].filter((part) => part !== "").join(" ");
  return [{ strong: subject6 }, `: ${said3}`, ...next === "" ? [] : [{ break: true }, `\u2192 ${next}`]];
}
function sorted(findings) {
  return findings.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

// src/planning/checks/check.ts
async function runChecks(checks, signal) {
  const findings = [];
  for (const check3 of checks) {
    signal.throwIfAborted();
    for (const finding of await foundBy(check3, signal)) if (!isSaid(finding, findings)) findings.push(finding);
  }
  return findings;
}
function isSaid(finding, before) {
  return finding.kind === "problem" && before.some(
    ({ kind, happened, next }) => kind === "problem" && happened === finding.happened && next === finding.next
  );
}
async function foundBy({ subject: subject6, look }, signal) {
  try {
    return await look();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof UserError || error instanceof SystemFailure) {
      return [{ kind: "problem", subject: subject6, ...error.detail }];
    }
    throw error;
  }
}

// src/planning/checks/journal.ts
async function journalFinding(journal2, findings) {
  const subject6 = "the journal";
  const count2 = (kind) => findings.filter((finding) => finding.kind === kind).length;
  try {
    const { sequence } = await journal2.append({
      type: "preflighted",
      problems: count2("problem"),
      warnings: count2("warning"),
      unknown: count2("cannot-tell")
    });
    return fine(subject6, `Entry ${sequence} was written to ${journal2.description}.`);
  } catch (error) {
    if (!(error instanceof SystemFailure) && !(error instanceof UserError)) throw error;
    return problem(subject6, error.detail);
  }
}

// src/planning/checks/outcome.ts
function outcomeOf(findings) {
  if (findings.some(({ kind }) => kind === "problem")) return "failed";
  return findings.some(({ kind }) => kind === "cannot-tell") ? "unknown" : "passed";
}

// src/planning/checks/path.ts
var subject = "the path";
function pathFindings(path) {
  switch (path.kind) {
    case "planned":
      return [plannedFinding(path.hops, path.target), ...path.remarks.map(remarkFinding)];
    case "recorded":
      return [fine(subject, `As it was planned last: ${path.hops.map(({ title }) => title).join(", ")}.`)];
    case "refused":
      return [problem(subject, path.message)];
    case "not-known":
      return [
        {
          kind: "cannot-tell",
          subject,
          happened: "It is not known: production was not asked here, and nothing was planned yet.",
          means: "What its hops need could not be looked at.",
          next: "Run plan first, or give --current."
        }
      ];
  }
}
function hopsToCheck(path) {
  return path.kind === "planned" || path.kind === "recorded" ? path.hops : [];
}
function plannedFinding(hops, target) {
  const first2 = hops.at(0);
  if (first2 === void 0) return fine(subject, `There is nothing to climb: production is where ${target} leads.`);
  const labels = [first2.from, ...hops.map(({ to }) => to)].join(" \u2192 ");
  return fine(subject, `${labels}, in ${hops.length} ${hops.length === 1 ? "hop" : "hops"}.`);
}
function remarkFinding(remark) {
  return warning(subject, {
    happened: remark,
    means: "It counts for nothing.",
    next: "Correct it, or leave it out."
  });
}

// src/planning/checks/branches.ts
async function branchFindings(environment, read) {
  if (read === void 0) return [];
  const subject6 = branchSubject(environment);
  const limit = `Under Settings \u2192 Environments \u2192 ${environment} \u2192 Deployment branches and tags, name the default branch alone.`;
  const reading = await read(environment);
  switch (reading.kind) {
    case "any":
      return [
        (environment.endsWith(approvedEnvironment) ? problem : warning)(subject6, {
          happened: `The GitHub environment "${environment}" admits workflows from any branch: ${reading.why}.`,
          means: "Whoever can push a branch can use its secrets from there, without any review.",
          next: limit
        })
      ];
    case "missing":
      return [
        (environment.endsWith(approvedEnvironment) ? problem : warning)(subject6, {
          happened: `The GitHub environment "${environment}" does not exist.`,
          means: "GitHub would make it on first use, open to workflows of any branch.",
          next: `Make it. ${limit}`
        })
      ];
    case "protected":
      return [fine(subject6, "It lets protected branches in alone.")];
    case "named":
      return [
        fine(
          subject6,
          reading.names.length === 0 ? "It lets no branch in." : `It lets in: ${reading.names.join(", ")}.`
        )
      ];
    case "cannot-tell":
      return [
        cannotTell2(subject6, {
          happened: `Which branches the GitHub environment "${environment}" lets in could not be read: ${reading.reason}.`,
          means: "It is not known whether whoever can push a branch can use its secrets.",
          next: reading.next ?? 'Give the job "permissions: { actions: read, contents: read }".'
        })
      ];
  }
}
function branchSubject(environment) {
  return `environment ${environment} on GitHub`;
}

// src/planning/checks/encryption.ts
async function encryptionFindings(seal, subject6) {
  await seal.requireReadable();
  return [fine(subject6, "What is encrypted for its recipients can be read with the identity of this run.")];
}

// src/planning/checks/gates.ts
async function gateFindings(gate, setting2, environment, read) {
  const subject6 = `gate ${gate}`;
  const before = gate === "production" ? "a hop goes to production" : "migrations start on production";
  if (setting2 === "none") {
    return [
      warning(subject6, {
        happened: `gates.${gate} is "none".`,
        means: `Nobody is asked before ${before}.`,
        next: 'Leave it if that is meant; else write "environment".'
      })
    ];
  }
  if (setting2 === "dispatch") {
    return [
      fine(subject6, `The run ends waiting before ${before}; a person starts it again with the hop's confirmation.`)
    ];
  }
  if (read === void 0) {
    return [
      warning(subject6, {
        happened: "The protection of the GitHub environment was not looked at, because this is not a job of a workflow.",
        means: `In this terminal, "climb" itself asks before ${before}.`,
        next: "For upgrades by workflow, run preflight as a step of one too."
      })
    ];
  }
  const reading = await read(environment);
  return [readingFinding(subject6, environment, before, reading), ...bypassFindings(subject6, environment, reading)];
}
async function pathGateFindings(finalize, environment, read) {
  const subject6 = "gate of the path";
  const meaning = fine(
    subject6,
    `One approval lets every hop of a run go to production${finalize === "none" ? "" : " and its migrations start there"} ("gates: { scope: path }"), only as it was planned and only when its rehearsal has passed; nobody is asked between hops.`
  );
  return [meaning, ...await gateFindings("production", "environment", environment, read)];
}
function bypassFindings(subject6, environment, reading) {
  if (reading.kind !== "protected" || reading.adminsMayBypass === false) return [];
  return [
    warning(subject6, {
      happened: reading.adminsMayBypass === true ? `Administrators may bypass the reviewers of the GitHub environment "${environment}".` : `GitHub does not say whether administrators may bypass the reviewers of the environment "${environment}".`,
      means: `A job that nobody is listed to have approved cannot be distinguished from one that an administrator let through: it continues, and the journal says that nobody is listed.`,
      next: `Under Settings \u2192 Environments \u2192 ${environment}, clear "Allow administrators to bypass configured protection rules".`
    })
  ];
}
function readingFinding(subject6, environment, before, reading) {
  const protect = `Add required reviewers under Settings \u2192 Environments \u2192 ${environment}. Where they cannot be had, climb in a terminal, which asks.`;
  switch (reading.kind) {
    case "protected":
      return fine(subject6, `${reading.reviewers.join(" or ")} approves before ${before}.`);
    case "unprotected":
      return problem(subject6, {
        happened: `The GitHub environment "${environment}" is not protected: ${reading.why}.`,
        means: `Nobody would be asked before ${before}, so that step refuses.`,
        next: protect
      });
    case "missing":
      return problem(subject6, {
        happened: `The GitHub environment "${environment}" does not exist.`,
        means: "GitHub would make it on first use, without any protection.",
        next: `Make it. ${protect}`
      });
    case "cannot-tell":
      return cannotTell2(subject6, {
        happened: `The protection of the GitHub environment "${environment}" could not be read: ${reading.reason}.`,
        means: `It is not known whether anybody would be asked before ${before}.`,
        next: reading.next ?? 'Give the job "permissions: { actions: read }".'
      });
  }
}

// src/planning/checks/identities.ts
var subject2 = "staging is not production";
function markFindings(staging, entries, system) {
  return staging.map(([data, now]) => {
    const standing = standingOfMark(data, now, entries, system);
    if (standing.kind === "refuse") return problem(subject2, standing.message);
    const { at, run: run3 } = standing.marked;
    return fine(subject2, `The ${dataText("staging", data)} was marked as disposable by ${run3.actor} on ${at}.`);
  });
}
function unmarkedFindings(production, entries) {
  return production.map(([data, now]) => {
    const refused2 = decideProductionIsUnmarked(data, now, entries);
    return refused2 === void 0 ? fine(subject2, `The ${dataText("production", data)} has no disposable mark.`) : problem(subject2, refused2.message);
  });
}
function identityFindings(production, staging) {
  return staging.map(([data, here2]) => {
    const place = dataPlace("staging", data);
    for (const [other, there] of production) {
      if (other.name !== data.name && !mayBeOne(there, here2)) continue;
      const comparison = compareIdentities(there, here2);
      if (comparison.kind === "different") continue;
      const verb = comparison.kind === "same" ? "is" : "could be";
      const whose = other.name === data.name ? "production's" : `production's "${other.name}"`;
      return problem(subject2, {
        happened: `The ${dataText("staging", data)} ${verb} ${whose}: ${comparison.reason}.`,
        means: "A restore on staging would replace production. It would be refused.",
        next: `Let ${place} name an empty ${data.noun} of its own, under another name; or correct the variables that this job gets.`
      });
    }
    return fine(subject2, `The ${dataText("staging", data)} is not production's.`);
  });
}

// src/planning/checks/lease.ts
var subject3 = "the lease";
function leaseFinding(holder) {
  if (holder.kind === "nobody") return fine(subject3, "Nobody holds it: a run may begin at once.");
  const { lease, since, freeAt } = holder;
  const who = `${lease.owner} (${lease.run.actor}) holds it since ${timeText(since)}`;
  return holder.kind === "lapsed" ? warning(subject3, {
    happened: `${who}, and has not given it back; it ended at ${timeText(lease.expiresAt)}.`,
    means: "That run has died, and what it was doing may be half done. The next run takes over.",
    next: "Read what it left: staged-upgrade report."
  }) : warning(subject3, {
    happened: `${who}; unless renewed it ends at ${timeText(lease.expiresAt)}.`,
    means: `Two runs never act at once: others may act from ${timeText(freeAt)} on, since clocks may differ.`,
    next: "Let that run end. If it is dead, staged-upgrade unlock says what it takes to continue at once."
  });
}

// src/planning/checks/live.ts
var subject4 = "production";
var unhealthyMeans = "If an unhealthy system is upgraded, nobody can see why the upgrade fails.";
var reach = "Make sure that the server runs and that this runner reaches environments.production.url.";
function liveFindings({ version, serving, migrations: migrations2 }, title, hasMigrationsProbe) {
  const findings = [];
  if (version.kind === "known") findings.push(fine(subject4, `It runs ${title} ${version.value}.`));
  else {
    findings.push(
      cannotTell2(subject4, {
        happened: `It does not report its version: ${version.reason}.`,
        means: "No path can be planned without it.",
        next: reach
      })
    );
  }
  if (serving.kind === "yes") findings.push(fine(subject4, "It is healthy."));
  else if (serving.kind === "no") {
    findings.push(
      problem(subject4, {
        happened: `It reports that it is not healthy: ${serving.reason}.`,
        means: unhealthyMeans,
        next: "Make it healthy first."
      })
    );
  } else {
    findings.push(
      cannotTell2(subject4, {
        happened: `It could not be determined whether it is healthy: ${serving.reason}.`,
        means: unhealthyMeans,
        next: reach
      })
    );
  }
  return hasMigrationsProbe ? [...findings, migrationFinding(migrations2)] : findings;
}
function startedFindings({ version, migrations: migrations2 }, entries) {
  if (version.kind === "unknown") return [];
  const found = startedMigrations(entries, version.value);
  if (found === void 0) return [];
  const { started, appliedBefore } = found;
  const applied = "applied" in migrations2 ? migrations2.applied : void 0;
  if (started.event.type === "migrating" && applied !== void 0 && applied === appliedBefore) return [];
  const { to } = started.event.hop;
  return [
    problem(subject4, {
      happened: `It runs ${version.value}, but the migrations of ${to} were started on ${started.at}.`,
      means: `${version.value} on data that ${to} has migrated may look healthy and damage data; its report that nothing is pending proves nothing.`,
      next: "Stop writing to it. Restore the restore point, or deploy the newer release again, before anything else is done."
    })
  ];
}
var onStaging = "staging";
function stagingFindings({ version, serving, migrations: migrations2 }, title) {
  const refused2 = [version, serving, migrations2].find((each) => "refused" in each && each.refused === true);
  if (refused2 !== void 0 && "reason" in refused2) {
    return [
      problem(onStaging, {
        happened: `Its server refuses the credential of the probes: ${refused2.reason}.`,
        means: "The restored copy is a copy of production: its users and tokens may be those of production.",
        next: "Set environments.staging.access to a credential that works on the restored copy, or let the scrub hook make one."
      })
    ];
  }
  return version.kind === "known" ? [fine(onStaging, `It runs ${title} ${version.value}, and takes the credentials of the probes.`)] : [
    warning(onStaging, {
      happened: `Its server does not report its version: ${version.reason}.`,
      means: "Before the first rehearsal that may be as it should: nothing needs to run there. Its address and credentials are not shown to be right.",
      next: "Make sure that this runner reaches environments.staging.url once a release runs there."
    })
  ];
}
function migrationFinding(migrations2) {
  switch (migrations2.kind) {
    case "done":
      return fine(subject4, "No migration is pending.");
    case "pending":
      return problem(subject4, {
        happened: `A migration was not started: ${migrations2.next}.`,
        means: "The next release may refuse to start, or lose data, on such a database.",
        next: "Let the migrations of the present release run to their end."
      });
    case "running":
      return warning(subject4, {
        happened: `The migration ${migrations2.current} is running${migrations2.jobs === void 0 ? "" : ", or its job is queued"}.`,
        means: "The first hop waits until nothing is left.",
        next: "Let it end, then start."
      });
    case "failed":
      return problem(subject4, {
        happened: `The migration ${migrations2.current} has failed: ${migrations2.error}.`,
        means: "It blocks every later one.",
        next: "Fix its cause with the vendor's help, and let it complete."
      });
    case "unknown":
      return cannotTell2(subject4, {
        happened: `It could not be determined whether migrations are left: ${migrations2.reason}.`,
        means: "The next release may refuse to start on a database that is not migrated.",
        next: "Check the address and the credential of the migrations probe."
      });
  }
}

// src/planning/checks/manual.ts
var subject5 = "work by hand";
function manualFindings(hops) {
  const steps = hops.flatMap((hop) => hop.manual.map((step2) => ({ hop, step: step2 })));
  if (steps.length === 0) return [fine(subject5, "The path asks for none.")];
  return steps.map(({ hop, step: step2 }) => {
    const source = step2.url === void 0 ? "" : ` (${step2.url})`;
    if (step2.files?.kind === "in-place" && !step2.acknowledged)
      return fine(subject5, `"${step2.id}", before ${hop.title}, is in your files.`);
    if (step2.files?.kind === "missing" && !step2.acknowledged)
      return problem(subject5, {
        happened: `"${step2.id}" is not in your files: ${step2.files.missing.join(" ")} ${step2.text}${source}`,
        means: `Hop ${hop.id} does not start before that.`,
        next: `See the change with "staged-upgrade configure --hop ${hop.id}", write it with --write, and commit the files.`
      });
    if (step2.acknowledged) return fine(subject5, `"${step2.id}", before ${hop.title}, is acknowledged.`);
    return problem(subject5, {
      happened: `"${step2.id}" is not acknowledged: ${step2.text}${source}`,
      means: `Hop ${hop.id} does not start before that.`,
      next: `Do it, then add "${step2.id}" to "acknowledge" in the configuration, or give it with --acknowledge.`
    });
  });
}

// src/planning/checks/scripts.ts
async function scriptFindings(document, directory, subject6) {
  return (await unfinishedScripts(document, directory)).map(
    (script) => problem(subject6, {
      happened: `${script} is still as "staged-upgrade init" wrote it.`,
      means: "It does nothing yet, and ends with a failure: the step that runs it would fail.",
      next: "Write into it what its comments ask for, in place of its last lines."
    })
  );
}

// src/planning/checks/scrub.ts
function scrubFindings(configuration) {
  const subject6 = "the copy of live data";
  const { scrub } = stagingOf(configuration).hooks;
  if (scrub === void 0) {
    return [
      problem(subject6, {
        happened: "Nothing says how a restored copy is made harmless before the server first starts on it.",
        means: "It may write mail to the people in it, charge them, or call systems that are live.",
        next: 'Add a command as environments.staging.hooks.scrub: { run: [...] }, or say why none is needed: { waive: "\u2026" }.'
      })
    ];
  }
  if ("waive" in scrub) return [fine(subject6, `It is started as it is: ${scrub.waive}`)];
  return [fine(subject6, `It is scrubbed by ${scrub.run[0]} before the server first starts on it.`)];
}

// src/drivers/backup-stores/disk-space.ts
var reserve = 1.2;
function compareSpace(estimatedBytes, freeBytes) {
  if (freeBytes === void 0) return { kind: "enough" };
  if (estimatedBytes === void 0) return { kind: "cannot-tell", reason: "the size of the data is not known" };
  const neededBytes = Math.ceil(estimatedBytes * reserve);
  return neededBytes <= freeBytes ? { kind: "enough" } : { kind: "too-little", neededBytes, freeBytes };
}

// src/planning/checks/space.ts
async function spaceFindings(data, store, signal) {
  const subject6 = "room for backups";
  const place = store.room ?? store.description;
  const estimated = await bytesOf(data, signal);
  const free = await store.freeBytes();
  const space = compareSpace(estimated, free);
  switch (space.kind) {
    case "enough":
      return [
        fine(
          subject6,
          free === void 0 || estimated === void 0 ? `The ${store.description} has no limit of its own.` : `A backup takes up to ${bytesText(estimated)}; ${bytesText(free)} are free in ${place}.`
        )
      ];
    case "too-little":
      return [
        problem(subject6, {
          happened: `A backup takes up to ${bytesText(space.neededBytes)}, and ${bytesText(space.freeBytes)} are free in ${place}.`,
          means: "The backup would fail when the disk is full, and so would everything else that writes there.",
          next: "Free space there, or keep backups elsewhere (backup.store)."
        })
      ];
    case "cannot-tell":
      return [
        cannotTell2(subject6, {
          happened: `It could not be determined whether ${store.description} has room for a backup: ${space.reason}.`,
          means: "The backup may fail when the disk is full.",
          next: "Compare the size of the data with the free space by hand."
        })
      ];
  }
}
async function bytesOf(data, signal) {
  let sum = 0;
  for (const each of data) {
    const bytes = await each.estimatedBytes(signal);
    sum = sum === void 0 || bytes === void 0 ? void 0 : sum + bytes;
  }
  return sum;
}

// src/planning/checks/window.ts
function windowFindings({ windows, waiver, freeze, now, longestJobMilliseconds }) {
  const subject6 = "the time for it";
  const frozen = freeze.kind === "off" ? [] : [
    warning(subject6, {
      happened: `Promotion is frozen by the variable ${freezeVariable}${freeze.reason === void 0 ? "" : `: ${freeze.reason}`}.`,
      means: "Hops are rehearsed; none goes to production.",
      next: `When it is over, set the repository variable ${freezeVariable} to "false" or delete it.`
    })
  ];
  if (windows === void 0) {
    const none = waiver === void 0 ? "No maintenance windows are configured" : `Maintenance windows are waived ("${waiver}")`;
    return [...frozen, fine(subject6, `${none}: production may be changed at any time.`)];
  }
  const reading = decideWindow(windows, now);
  const { timeZone } = windows;
  const present = reading.kind === "open" ? fine(
    subject6,
    reading.until === void 0 ? "No maintenance window closes." : `The maintenance window is open until ${localText(reading.until, timeZone)}.`
  ) : warning(subject6, {
    happened: `It is ${localText(now, timeZone)}: ${reading.reason}.`,
    means: "Hops can be rehearsed now; production waits.",
    next: `Production may be changed from ${localText(reading.opensAt, timeZone)}.`
  });
  return [...frozen, present, ...tooShort(windows, now, longestJobMilliseconds, subject6)];
}
function tooShort(windows, now, longest, subject6) {
  if (longest === void 0) return [];
  const reading = decideWindow(windows, now);
  const isNowLongEnough = reading.kind === "open" && (reading.until === void 0 || reading.until.getTime() - now.getTime() >= longest);
  if (isNowLongEnough || nextLongEnough(windows, now, longest) !== void 0) return [];
  return [
    problem(subject6, {
      happened: `By its rehearsal, one part of a hop takes ${durationText(longest)} on production, and no maintenance window is open that long.`,
      means: "It would never be promoted.",
      next: 'Make a window in "windows" of the configuration longer.'
    })
  ];
}

// src/planning/preflight-hooks.ts
async function hookFindings({ configuration, document, effects }, environment, hop, subject6) {
  const sides = hop ?? { from: "0", to: "0" };
  const [from, to] = [releaseOn(sides, "from"), releaseOn(sides, "to")];
  const unknownParts = Object.fromEntries(partsAskedIn(document).map((name) => [name, "0"]));
  const parts = partPlaceholders(hop === void 0 ? unknownParts : hop.parts?.to);
  const placeholders = { ...parts, system: configuration.system, environment, from, to };
  const programs = Object.entries(settingsOf(configuration, environment).hooks).flatMap(([name, hook]) => {
    if (hook === void 0 || !("run" in hook)) return [];
    const where = `environments.${environment}.hooks.${name}`;
    filledVariables(hook.env, { effects, where, placeholders });
    const [program = ""] = hook.run.map((text) => effects.variables.fill(text, `${where}.run`, placeholders));
    return [{ where, program }];
  });
  return await programFindings(programs, effects, subject6);
}

// src/planning/preflight-places.ts
async function placeFindings(project, hop, { subject: subject6, scope }) {
  const isTerminal = project.run.kind === "terminal";
  const isStagings = scope.looksAt("staging") && (isTerminal || !scope.looksAt("production"));
  const here2 = isStagings ? await placeOf(project, "staging", hop) : void 0;
  if (here2 === void 0) return [];
  const asked = isTerminal && scope.looksAt("production") ? await placeOf(project, "production", hop) : void 0;
  const there = asked ?? await recorded(project, here2.place.kind);
  if (there === void 0) return [];
  const refused2 = decidePlacesApart(there, here2.place);
  return refused2 === void 0 ? [fine(subject6, `Staging is deployed at ${deployPlaceText(here2.place)}, and production is not.`)] : [problem(subject6, refused2.message)];
}
async function placeOf(project, environment, hop) {
  const [from, to] = [releaseOn(hop, "from"), releaseOn(hop, "to")];
  const request = { version: to, from, to, parts: hop.parts?.to ?? {}, signal: project.effects.signal };
  const target = { from: hop.from, to: hop.to, version: hop.to };
  try {
    const place = await openLiveSystem(project, environment, []).place(target)?.place?.(request);
    return place && { place, at: project.effects.clock.now().toISOString() };
  } catch (error) {
    if (error instanceof UserError) return void 0;
    throw error;
  }
}
async function recorded(project, kind) {
  const seen = productionPlace(await project.journal.read(), kind);
  return seen && { place: seen.event.place, at: seen.at };
}

// src/planning/preflight-checks.ts
function canObserve(scope, environment = "production") {
  return ["url", "access", "topology"].every((part) => scope.has(`environments.${environment}.${part}`));
}
function liveChecks(project, scope) {
  const { title, probes } = project.product;
  const production = async () => {
    const entries = await project.journal.read();
    const observation = await openLiveSystem(project, "production", entries).observe();
    return [
      ...liveFindings(observation, title, probes.migrations !== void 0),
      ...startedFindings(observation, entries)
    ];
  };
  const staging = async () => stagingFindings(await openLiveSystem(project, "staging", await project.journal.read()).observe(), title);
  return [
    ...canObserve(scope) ? [{ subject: "production", look: production }] : [],
    ...project.traits.waiver === void 0 && canObserve(scope, "staging") ? [{ subject: "staging", look: staging }] : [],
    { subject: "the lease", look: async () => [leaseFinding(await holderNow(project))] },
    ...scope.has("backup") ? [{ subject: recordsSubject, look: () => recordsFindings(project) }] : []
  ];
}
var recordsSubject = "the records";
async function recordsFindings(project) {
  const lost = await lostRecords(project);
  if (lost === void 0) return [];
  return [(lost.kind === "without-journal" ? problem : warning)(recordsSubject, lost.message)];
}
async function holderNow({ journal: journal2, effects, configuration, run: run3 }) {
  const tolerance = configuration.lock["clock-tolerance"];
  const terms = { now: effects.clock.now(), tolerance, run: run3, production: void 0 };
  return whereaboutsOf(await journal2.read(), terms).holder;
}
function pathChecks({ project, scope, hops, longestJobMilliseconds }) {
  const { effects, configuration, traits } = project;
  return [
    { subject: "work by hand", look: async () => manualFindings(hops) },
    ...traits.dataless ? [] : dataChecks(project, scope),
    { subject: "stores", look: async () => storeFindings(project.product, configuration.environments.production.data) },
    ...traits.dataless || traits.waiver !== void 0 ? [] : [{ subject: "the copy of live data", look: async () => scrubFindings(configuration) }],
    ...withoutRehearsal(traits),
    ...environmentsOf(traits).map((environment) => {
      const subject6 = `settings of ${environment}`;
      const versions = hops.flatMap(({ from, to }) => [from, to]);
      return {
        subject: subject6,
        look: async () => (await settingProblems(project, environment, versions)).map((message) => problem(subject6, message))
      };
    }),
    { subject: "scripts", look: () => scriptFindings(project.document, effects.directory, "scripts") },
    ...environmentsOf(traits).flatMap((environment) => deployChecks(project, scope, environment, hops)),
    ...traits.waiver === void 0 ? placeChecks(project, scope, hops) : [],
    {
      subject: "the time for it",
      look: async () => windowFindings({
        windows: configuration.windows,
        waiver: windowsWaiver(project.document),
        freeze: decideFreeze(effects.environment[freezeVariable]),
        now: effects.clock.now(),
        ...longestJobMilliseconds === void 0 ? {} : { longestJobMilliseconds }
      })
    },
    ...gateChecks(project),
    ...branchChecks(project),
    // GitHub has answered by now, where it is asked at all.
    { subject: clockSubject, look: async () => clockFindings(verdictOnClock(project, await project.journal.read())) }
  ];
}
function environmentsOf({ waiver }) {
  return waiver === void 0 ? environmentNames : ["production"];
}
function withoutRehearsal({ waiver, dataless }) {
  return [
    ...waiver === void 0 ? [] : [
      {
        subject: "staging",
        look: async () => [
          warning("staging", {
            happened: `There is none: "${waiver}".`,
            means: "Hops go to production without a rehearsal.",
            next: "Leave it if that is meant; else describe a staging under environments.staging."
          })
        ]
      }
    ],
    ...dataless ? [
      {
        subject: "data",
        look: async () => [fine("data", "There is none: nothing is backed up, and nothing can be restored.")]
      }
    ] : []
  ];
}
function dataChecks(project, scope) {
  const { signal } = project.effects;
  const has = (environment) => scope.has(`environments.${environment}.data`);
  const data = (environment) => has(environment) ? openData(project, environment) : [];
  return [
    ...environmentsOf(project.traits).flatMap(
      (environment) => data(environment).map((each) => {
        const subject6 = `the ${dataText(environment, each)}`;
        return {
          subject: subject6,
          look: async () => {
            const { store, name } = each;
            if (store.preflight === void 0) {
              await store.identity(signal);
              return [];
            }
            if (environment === "production") return await store.preflight({ use: "backup", subject: subject6, signal });
            const source = data("production").find((other) => other.name === name)?.store;
            const needs = await source?.needs?.(signal);
            return await store.preflight({ use: "restore", subject: subject6, needs, signal });
          }
        };
      })
    ),
    {
      subject: "staging is not production",
      look: async () => {
        const entries = await project.journal.read();
        const production = await identitiesOf(data("production"), signal);
        const staging = project.traits.waiver === void 0 ? await identitiesOf(data("staging"), signal) : [];
        return [
          ...unmarkedFindings(production, entries),
          ...markFindings(staging, entries, project.configuration.system),
          ...production.length === 0 ? [] : identityFindings(production, staging)
        ];
      }
    },
    ...encryptionChecks(project, scope),
    ...has("production") && scope.has("backup") ? [
      {
        subject: "room for backups",
        look: () => spaceFindings(
          data("production").map(({ store }) => store),
          project.store(),
          signal
        )
      }
    ] : []
  ];
}
function encryptionChecks(project, scope) {
  const { configuration, effects } = project;
  const encryption = configuration.backup?.encryption;
  const isNamed = encryption?.age.identity !== void 0;
  if (encryption === void 0 || !scope.has("backup") || isNamed && !scope.has(identityPlace)) return [];
  const subject6 = "the encryption of backups";
  const placeholders = { system: configuration.system };
  const seal = ageSeal(encryption, { effects, placeholders, where: "backup.encryption" });
  return [{ subject: subject6, look: () => encryptionFindings(seal, subject6) }];
}
function deployChecks(project, scope, environment, hops) {
  const base = `environments.${environment}`;
  const checks = [];
  const { signal } = project.effects;
  const subject6 = `the deploy of ${environment}`;
  if (scope.has(`${base}.deploy`)) {
    checks.push({
      subject: subject6,
      look: async () => {
        const live = openLiveSystem(project, environment, []);
        if (project.traits.stages !== void 0) {
          const each = hops.map(async (hop) => {
            const deployer2 = live.deployer({ from: hop.from, to: hop.to, version: hop.to });
            return await deployer2.preflight?.({ hops: [deployedHop(hop)], subject: subject6, signal }) ?? [];
          });
          return (await Promise.all(each)).flat();
        }
        const deployer = live.deployer();
        const found = await deployer.preflight?.({ hops: hops.map(deployedHop), subject: subject6, signal }) ?? [];
        const mustStop = environment === "staging" && scope.has(`${base}.data`) && needsStop(project);
        return mustStop && deployer.stop === void 0 ? [...found, cannotStop(subject6, deployer.kind)] : found;
      }
    });
  }
  if (scope.has(`${base}.hooks`)) {
    const place = `the hooks of ${environment}`;
    checks.push({ subject: place, look: () => hookFindings(project, environment, hops.at(0), place) });
  }
  return checks;
}
function placeChecks(project, scope, hops) {
  const subject6 = "staging is deployed apart";
  const asked = project.traits.stages === void 0 ? hops.slice(0, 1) : hops;
  return asked.map((hop) => ({ subject: subject6, look: () => placeFindings(project, hop, { subject: subject6, scope }) }));
}
function deployedHop(hop) {
  const { parts } = hop;
  return { from: releaseOn(hop, "from"), to: releaseOn(hop, "to"), ...parts === void 0 ? {} : { parts } };
}
function gateChecks(project) {
  const { gates } = project.configuration;
  if (gates.scope === "path")
    return [
      {
        subject: "gate of the path",
        look: () => pathGateFindings(gates.finalize, environmentOn(environmentOfGate.production, project), gateReader(project))
      }
    ];
  return gateNames.filter((gate) => gate === "production" || project.traits.deferrable).map((gate) => ({
    subject: `gate ${gate}`,
    look: () => gateFindings(gate, gates[gate], environmentOn(environmentOfGate[gate], project), gateReader(project))
  }));
}
function branchChecks(project) {
  const { document, traits, configuration } = project;
  return credentialEnvironments(document, traits, configuration.gates.scope).map((name) => environmentOn(name, project)).map((environment) => ({
    subject: branchSubject(environment),
    look: () => branchFindings(environment, branchReader(project))
  }));
}
function needsStop(project) {
  return openData(project, "staging").some(({ store }) => store.serverDuringRestore !== "running");
}
function cannotStop(subject6, kind) {
  return problem(subject6, {
    happened: "The configuration does not say how the server on staging is stopped.",
    means: "It would write to its data while that is replaced, so a restore refuses while the server runs.",
    next: `Add "stop" to environments.staging.deploy.${kind}.`
  });
}

// src/planning/preflight.ts
async function findProblems(project, input) {
  const { signal } = project.effects;
  const scope = scopeOf(project, input);
  const findings = [...scope.findings, ...await runChecks(liveChecks(project, scope), signal)];
  const { path, longestJobMilliseconds } = await findPath(project, input, scope);
  findings.push(...pathFindings(path));
  const hops = hopsToCheck(path);
  const checks = pathChecks({ project, scope, hops, longestJobMilliseconds });
  findings.push(...await runChecks(checks, signal));
  const journal2 = await journalFinding(project.journal, findings);
  findings.push(journal2);
  return preflightResult(findings, journal2.kind === "ok");
}
function scopeOf({ document, effects }, { environment: asked }) {
  const { environments, backup: backup3, ...common } = document;
  const parts = { ...common };
  if (backup3 !== void 0) parts.backup = backupPlaces.map((place) => valueAt(document, place.split(".")));
  const identity = valueAt(document, identityPlace.split("."));
  if (identity !== void 0) parts[identityPlace] = identity;
  const looksAt = (name) => asked === void 0 || asked === name;
  for (const name of environmentNames.filter(looksAt)) {
    for (const [key, part] of Object.entries(memberOf(environments, name))) parts[`environments.${name}.${key}`] = part;
  }
  const variables = partVariables(parts, effects.environment);
  return {
    looksAt,
    has: (part) => stateOf4(variables, part) === "here",
    findings: [
      ...variableFindings(variables, "variables"),
      ...environmentNames.filter((name) => !looksAt(name)).map(leftOut2)
    ]
  };
}
function memberOf(value, name) {
  if (typeof value !== "object" || value === null) return {};
  const member = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof member === "object" && member !== null ? { ...member } : {};
}
function stateOf4(variables, part) {
  const found = variables.find(({ where }) => where === part);
  if (found !== void 0) return found.state;
  const environment = part.split(".").slice(0, 2).join(".");
  return variables.some(({ where }) => where.startsWith(`${environment}.`)) ? "here" : "not-asked";
}
function leftOut2(environment) {
  return warning(`environment ${environment}`, {
    happened: "It was not checked: this run was asked about the other one.",
    means: "Nothing is known about its server, its database and its deploy.",
    next: `Run preflight --environment ${environment} where its variables are.`
  });
}
async function findPath(project, input, scope) {
  try {
    return await pathFrom(project, input, scope);
  } catch (error) {
    project.effects.signal.throwIfAborted();
    if (!(error instanceof UserError) && !(error instanceof SystemFailure)) throw error;
    return { path: { kind: "refused", message: error.detail } };
  }
}
async function pathFrom(project, input, scope) {
  const reachable = canObserve(scope);
  if (!reachable && input.current === void 0) return { path: await recordedPath(project) };
  if (reachable && (await openLiveSystem(project, "production", []).observe()).version.kind === "unknown") {
    if (input.current === void 0) return { path: await recordedPath(project) };
    return await planned(project, { ...input, offline: true });
  }
  return await planned(project, { ...input, offline: !reachable });
}
async function planned(project, input) {
  const { plan: plan2, hops, details: details2, remarks, missing: missing2 } = await planHops(project, input);
  if (plan2.kind === "already-there" && plan2.doubt !== void 0 && hops.length === 0) {
    return { path: { kind: "refused", message: plan2.doubt } };
  }
  if (missing2 !== void 0) return { path: { kind: "refused", message: missing2 } };
  if (plan2.kind !== "path" && plan2.kind !== "already-there") {
    return { path: { kind: "refused", message: plan2.message } };
  }
  const times = details2.flatMap(({ estimate }) => estimate?.longestJobMilliseconds ?? []);
  return {
    path: { kind: "planned", hops, target: plan2.target, remarks },
    ...times.length === 0 ? {} : { longestJobMilliseconds: Math.max(...times) }
  };
}
async function recordedPath({ journal: journal2 }) {
  const planned2 = latest(await journal2.read(), "planned")?.event.hops ?? [];
  if (planned2.length === 0) return { kind: "not-known" };
  const hops = planned2.map(
    (hop, index) => ({
      ...hop,
      index: index + 1,
      count: planned2.length,
      title: `${hop.from} \u2192 ${hop.to}`,
      reasons: []
    })
  );
  return { kind: "recorded", hops };
}
function preflightResult(findings, isRecorded) {
  const outcome = outcomeOf(findings);
  const headline = preflightHeadline(findings);
  const count2 = (kind) => findings.filter((finding) => finding.kind === kind).length;
  return {
    outcome,
    headline,
    ...outcome === "passed" ? {} : { message: messageOf(headline, findings, isRecorded) },
    outputs: { problems: count2("problem") },
    summary: preflightMarkdown(findings),
    text: preflightText(findings),
    json: { findings }
  };
}
function messageOf(headline, findings, isRecorded) {
  const first2 = findings.find(({ kind }) => kind === "problem") ?? findings.find(({ kind }) => kind === "cannot-tell");
  return {
    happened: headline,
    means: first2 === void 0 ? "" : `The first is ${first2.subject}: ${first2.happened}`,
    next: `Go through the list, then run preflight again. Nothing was changed; ${isRecorded ? "the journal has an entry of it" : "the journal could not be written"}.`
  };
}

// src/commands/preflight.ts
var preflight = projectCommand({
  name: "preflight",
  description: "check the whole path before the first hop: everything that is missing, at once",
  inputs: ["target", "current", "acknowledge", "facts", "parts", "releases", "environment"],
  inTerminal: ["prereleases", "minimumAge"],
  outputs: ["problems"],
  run: findProblems
});

// src/core/history/path-rehearsal.ts
function isAsLeftBy(entries, hop) {
  const rehearsed2 = latest(recordOf(entries, hop).entries, "rehearsed");
  if (rehearsed2 === void 0) return false;
  return after(inEnvironment(entries, "staging"), rehearsed2).every(({ event }) => event.type === "ended");
}
function isWholeOn(release, { version, serving, migrations: migrations2 }) {
  return version.kind === "known" && version.value === release && serving.kind === "yes" && migrations2.kind === "done";
}
function pathRehearsalOf(entries, hops, staging, terms) {
  const kinds = hops.map((hop) => countedRehearsal(entries, recordOf(entries, hop), terms).kind);
  const open2 = kinds.findIndex((kind) => kind !== "passed");
  const [next, before] = [hops[open2], hops[open2 - 1]];
  if (next === void 0) return { kind: "passed" };
  const goesOn2 = before === void 0 || kinds[open2] === "started" || isAsLeftBy(entries, before) && isWholeOn(next.from, staging);
  const again = hops.filter((_, index) => kinds[index] === "passed" && (!goesOn2 || index > open2));
  if (again.length === 0) return { kind: "go-on" };
  const begun = again.find((hop) => promotionOf(recordOf(entries, hop)).deployStarted);
  if (begun !== void 0) return { kind: "begun", hop: begun };
  const because = goesOn2 ? `${next.id}, which comes before it on the path, is rehearsed again` : `staging is not on ${next.from} as the previous hop left it, so the path is rehearsed again from a restore`;
  return { kind: "anew", passed: again, because };
}

// src/core/decisions/carry-over.ts
function decideCarryOver(situation, before) {
  const { hop, rehearsal, standing, observation } = situation;
  if (rehearsal.kind === "passed") return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind === "started")
    return alreadyDone(`The rehearsal of this hop has been under way since ${rehearsal.startedAt}.`);
  const again = "Start the rehearsal of the path again.";
  if (before.rehearsal.kind !== "passed") {
    return refuse(`The rehearsal of ${before.id} has not passed.`, `${hop.id} cannot continue from it.`, again);
  }
  const { backup: backup3 } = before.rehearsal;
  if (backup3 === void 0)
    return refuse(
      `The rehearsal of ${before.id} restored nothing.`,
      `There is nothing that ${hop.id} could carry over.`,
      again
    );
  if (!before.isAsLeft) {
    return refuse(
      `Something else was done on staging since the rehearsal of ${before.id} passed.`,
      `Its data is not what ${hop.id} would find.`,
      again
    );
  }
  if (standing.kind === "unknown") {
    return cannotTell(
      `The version of staging could not be determined: ${standing.reason}.`,
      "Nothing was done.",
      "Check its server, then run again."
    );
  }
  if (!isWholeOn(hop.from, observation)) {
    return refuse(
      `Staging is not healthy on ${hop.from} with all its migrations complete.`,
      `The rehearsal of ${before.id} did not leave it in that state, or something has changed it since.`,
      again
    );
  }
  return {
    kind: "act",
    backup: backup3,
    because: `Staging is on ${hop.from}, where ${before.id} left it.`
  };
}

// src/steps/carry-over.ts
var carryOver = step({
  command: "restore",
  needs: {},
  open: ({ before }) => ({ environment: "staging", before }),
  gather: async ({ project }, { before }) => {
    const entries = await project.journal.read();
    const rehearsal = rehearsalOf(entries, recordOf(entries, before), project.traits);
    return { id: before.id, rehearsal, isAsLeft: isAsLeftBy(entries, before) };
  },
  decide: ({ situation, gathered }) => decideCarryOver(situation, gathered),
  act: async (_, { backup: backup3, because }) => did({ backup: backup3, because }),
  record: ({ backup: backup3 }, { opened }) => ({ type: "carried-over", backup: backup3, after: opened.before.id }),
  report: ({ because }) => ({ headline: because })
});

// src/steps/stage/job-stage.ts
function jobTitleText({ hop, job }) {
  return hop === void 0 ? job : `Hop ${hop.index} of ${hop.count}, ${hop.title}: ${job}`;
}

// src/steps/stage/log-stage.ts
function logStage(log2) {
  return {
    runJob: async (title, steps) => {
      log2.info(jobTitleText(title));
      const results = [];
      for (const step2 of steps) {
        const result2 = await log2.group(step2.title, () => step2.run(log2));
        log2.info(`${result2.outcome}: ${result2.headline}`);
        results.push(result2);
        if (result2.outcome !== "passed" && result2.outcome !== "skipped") return { kind: "stopped", result: result2 };
      }
      return { kind: "ended", results };
    }
  };
}

// src/commands/rehearse.ts
var rehearse = projectCommand({
  name: "rehearse",
  description: "climb the whole path on staging, from one restore; production is only read",
  inputs: ["budget"],
  inTerminal: ["target", "current", "acknowledge", "facts", "parts"],
  outputs: ["count"],
  showsSteps: true,
  run: (project, input, terminal) => terminal === void 0 ? rehearseInJob(project, input) : rehearsePath(project, input, stageOf(terminal, project, { kind: "stop" }))
});
function rehearseInJob(project, input) {
  return rehearsePlanned(project, input, {
    stage: logStage(project.effects.log),
    budgetMilliseconds: budgetOf(project, input)
  });
}
async function rehearsePath(project, input, stage) {
  stagingOf(project.configuration);
  const { result: result2, hops } = await planToDo(project, { ...input, operation: "rehearse" });
  const [first2] = hops;
  if (result2.outcome !== "passed" || first2 === void 0) return result2;
  stage.showPlan(result2.headline, result2.text);
  const read = hopSequence(project.traits).filter((step2) => step2.job === "read");
  const end = await stage.runJob(
    { job: "Read production" },
    read.map((step2) => sequenceStep(project, input, first2, step2))
  );
  return end.kind === "stopped" ? end.result : await rehearsePlanned(project, input, { stage });
}
async function rehearsePlanned(project, input, { stage, budgetMilliseconds }) {
  const { clock } = project.effects;
  stagingOf(project.configuration);
  const hops = await plannedHops(project);
  const refused2 = await beginAnewIfNeeded(project, hops);
  if (refused2 !== void 0) return refused2;
  const started = clock.now().getTime();
  for (const [index, hop] of hops.entries()) {
    const left = budgetMilliseconds === void 0 ? void 0 : started + budgetMilliseconds - clock.now().getTime();
    if (left !== void 0 && left < 1e3) {
      const newRun = newRunOf(project, {
        command: "rehearse",
        input,
        entries: await project.journal.read(),
        hop: hop.id
      });
      return budgetEnded(hop, hops, durationText(clock.now().getTime() - started), newRun);
    }
    const budget = left === void 0 ? {} : { budget: Math.floor(left / 1e3) * 1e3 };
    const end = await stage.runJob(
      { hop, job: "Rehearse on staging" },
      await rehearsalSteps(project, { ...input, ...budget }, hop, hops[index - 1])
    );
    if (end.kind === "stopped") return end.result;
  }
  const entries = await project.journal.read();
  const took2 = durationText(clock.now().getTime() - started);
  const headline = `Rehearsed the whole path on staging, ${countText(hops.length, "hop")} in ${took2}; production was not touched.`;
  const terms = {
    traits: project.traits,
    now: clock.now(),
    observation: await openLiveSystem(project, "staging", entries).observe(project.effects.signal),
    entries,
    rehearsalMaxAge: project.configuration.rehearsal["max-age"]
  };
  const reports = hops.map((hop) => {
    const situation = situationOf({ ...terms, hop });
    return hopReport({
      situation,
      gates: project.configuration.gates,
      contents: allContentDigests(project),
      checklists: fillIn(project.product.checklists, situation, entries)
    });
  });
  const summary = [`**${headline}**
`, ...reports].join("\n");
  return { outcome: "passed", headline, outputs: { count: hops.length }, summary, text: "", reached: "end" };
}
async function plannedHops(project) {
  const entries = await project.journal.read();
  const planned2 = latest(entries, "planned");
  if (planned2 === void 0) {
    throw new UserError({
      happened: "No path was planned yet.",
      means: "There is nothing to rehearse. Nothing was done.",
      next: 'Run "plan" first; in a terminal, "rehearse" does it by itself.'
    });
  }
  return hopsOf(planned2.event).map((hop) => asPlanned(hop, entries, project));
}
async function beginAnewIfNeeded(project, hops) {
  const { journal: journal2, effects, configuration } = project;
  const entries = await journal2.read();
  const staging = await openLiveSystem(project, "staging", entries).observe(effects.signal);
  const rehearsal = pathRehearsalOf(entries, hops, staging, {
    now: effects.clock.now(),
    rehearsalMaxAge: configuration.rehearsal["max-age"],
    traits: project.traits
  });
  if (rehearsal.kind === "begun") return startedOnProduction(rehearsal.hop);
  if (rehearsal.kind !== "anew") return void 0;
  for (const passed of rehearsal.passed) {
    const hop = referenceTo(passed);
    await journal2.append({ type: "rehearsal-voided", hop, environment: "staging", because: rehearsal.because });
  }
  const ids2 = rehearsal.passed.map(({ id }) => id).join(", ");
  effects.log.info(`Rehearsed again: ${ids2}, because ${rehearsal.because}.`);
  return void 0;
}
function startedOnProduction({ id }) {
  const message = {
    happened: `Hop ${id} would be rehearsed again, so that staging comes to where the next one starts, and it was started on production.`,
    means: "It is finished on the strength of its rehearsal, so that is not given up. Staging was not touched.",
    next: "Finish that hop first: climb. Then start the rehearsal again: it plans from what production runs then."
  };
  return { outcome: "refused", headline: message.happened, message, outputs: {}, summary: "", text: "" };
}
function budgetEnded(next, hops, took2, newRun) {
  const said3 = {
    happened: `After ${took2}, ${next.index - 1} of ${countText(hops.length, "hop")} are rehearsed.`,
    means: "Nothing failed; staging stays as it is for the next one.",
    next: "Start the rehearsal again: it continues from here."
  };
  const message = withNewRun(said3, newRun);
  return { outcome: "waiting", headline: message.happened, message, outputs: {}, summary: "", text: "" };
}
async function rehearsalSteps(project, input, hop, before) {
  const entries = await project.journal.read();
  const rehearsal = rehearsalOf(entries, recordOf(entries, hop), project.traits);
  const steps = hopSequence(project.traits).filter((step2) => step2.job === "rehearse");
  return steps.map((step2) => {
    if (before === void 0 || step2.command !== "restore" || project.traits.dataless)
      return sequenceStep(project, input, hop, { ...step2, title: rehearsalStepTitle(step2, rehearsal) });
    return {
      title: `Go on from ${hop.from}, where the hop before has ended`,
      run: (log2) => carryOver.run(
        { ...project, effects: { ...project.effects, log: log2 } },
        { ...input, environment: "staging", hop, before }
      )
    };
  });
}

// src/commands/report.ts
var report2 = projectCommand({
  name: "report",
  description: "report the state of the path, or of one hop",
  inputs: ["hop", "environment", "output"],
  inWorkflow: ["retry"],
  outputs: ["complete", "current", "target"],
  run: report
});

// src/commands/restore.ts
var restore2 = projectCommand({
  name: "restore",
  description: "restore the rehearsal backup on staging, prove it, and scrub the copy",
  inputs: ["hop"],
  inWorkflow: ["environment", "purpose"],
  outputs: ["backup"],
  run: restore.run
});

// src/commands/rollback.ts
var rollback2 = projectCommand({
  name: "rollback",
  description: "go back to the previous release by the way that is open",
  inputs: ["hop", "environment", "confirm", "reason", "accept"],
  outputs: [],
  run: rollback.run
});

// src/commands/smoke.ts
var smoke2 = projectCommand({
  name: "smoke",
  description: "run the product's and your own tests",
  inputs: ["hop", "environment", "release"],
  inWorkflow: ["retry"],
  outputs: [],
  run: smoke.run
});

// src/commands/unlock.ts
var unlock = projectCommand({
  name: "unlock",
  description: "end the lease of a run that is gone, on a machine that cannot be seen from here",
  inputs: ["reason"],
  outputs: [],
  run: endLease
});
async function endLease(project, { reason: reason2 }) {
  const { journal: journal2, run: run3, effects, configuration } = project;
  if (reason2 === void 0 || reason2.trim() === "") throw noReason();
  const { held, fence: fence2 } = leaseState(await journal2.read());
  if (held === void 0)
    return result("skipped", `Nobody holds the lease of ${configuration.system}: there is nothing to unlock.`);
  const alive = aliveHere(project, held);
  if (alive !== void 0) return alive;
  const owner = leaseOwner(run3);
  const expiresAt = effects.clock.now().toISOString();
  const taken2 = { type: "lease-taken", fence: fence2 + 1, owner, expiresAt, preempted: held.owner, reason: reason2 };
  await journal2.append(taken2);
  if (leaseState(await journal2.read()).held?.owner !== owner)
    return refused(
      `Another run took the lease of ${configuration.system} in the meantime.`,
      "It is in use. Nothing was unlocked.",
      "Look with: staged-upgrade log."
    );
  await journal2.append({ type: "lease-released", fence: taken2.fence, owner });
  return result(
    "passed",
    `Unlocked ${configuration.system}: the lease of ${held.owner} is over, and what that run would still do is refused. The next run looks at what is there first.`
  );
}
function aliveHere(project, { owner, process: process2, run: run3 }) {
  if (process2 !== void 0 && project.effects.witness?.sees(process2) === "alive")
    return refused(
      `${owner} is alive: it is process ${process2.pid} on this machine, started by ${run3.actor}.`,
      "Two runs never act at once. Nothing was unlocked.",
      `Wait for it, or stop it with: kill -INT ${process2.pid}. It records what it was doing, and releases the lease.`
    );
  const { witness } = project.effects;
  if (process2 !== void 0 && witness?.sees(process2) === "gone" && !witness.seesNotesOf(process2))
    return refused(
      `${owner} is gone from this machine, and what it had started is noted where only its own user looks (${run3.actor}).`,
      "A command of its may still be changing the system. Nothing was unlocked.",
      `Run the same command as that user, with the same home: it says what still runs. Or look for it yourself, and wait for the end of the lease.`
    );
  const [left] = leftBehind(project);
  if (left === void 0) return void 0;
  return refused(
    `${leftBehindText(left)} ${left.kind === "command" ? "is still running" : "has left something running"} on this machine, though its run is gone.`,
    "It may still be changing the system. Nothing was unlocked.",
    `Wait until it has ended, or end it with: kill -- -${left.pid}. Then run the same command again.`
  );
}
function noReason() {
  return new UserError({
    happened: 'The option "reason" is missing.',
    means: "A lease is ended for a run that another machine may still be working on: why that cannot be stays in the journal. Nothing was unlocked.",
    next: 'Make sure that the run is gone, then say so: unlock --reason "runner-3 lost its power at 02:10".'
  });
}
function refused(happened, means, next) {
  return { ...result("refused", happened), message: { happened, means, next } };
}
function result(outcome, headline) {
  return { outcome, headline, outputs: {}, summary: `${headline}
`, text: "" };
}

// src/commands/wait.ts
var wait2 = projectCommand({
  name: "wait",
  description: "wait until the release is serving and its started migrations are complete",
  inputs: ["hop", "environment", "budget"],
  inWorkflow: ["retry"],
  outputs: [],
  run: wait.run
});

// src/entries/commands.ts
var allCommands = [
  init,
  plan,
  preflight,
  configure,
  approve,
  check2,
  backup2,
  restore2,
  deploy2,
  wait2,
  smoke2,
  migrate2,
  rollback2,
  report2,
  fleet2,
  rehearse,
  climb,
  adopt,
  unlock,
  log,
  markDisposable,
  demo
];
var workflowCommands = allCommands.filter(({ only }) => only !== "terminal");
var terminalCommands = allCommands.filter(({ only }) => only !== "workflow");
function commandNamed(name, commands = allCommands) {
  const command = commands.find((each) => each.name === name);
  if (command !== void 0) return command;
  const names = commands.map((each) => each.name);
  const like = nearest(name, names);
  throw new UserError({
    happened: `The command "${name}" does not exist.`,
    means: "Nothing was done.",
    next: `${like === void 0 ? "" : `Did you mean "${like}"? `}The commands are: ${names.join(", ")}.`
  });
}
async function invokeInWorkflow(name, given, caller) {
  return await commandNamed(name, workflowCommands).invoke(given, caller);
}

// src/world/github/github-time.ts
var defaultApi = "https://api.github.com";
function githubTime(ask2, clock, environment) {
  const api = originOf(environment.GITHUB_API_URL || defaultApi);
  let newest2;
  return {
    fetch: async (input, init2) => {
      const asked = clock.now();
      const response = await ask2(input, init2);
      const from = originOf(response.url || (input instanceof Request ? input.url : String(input)));
      if (api !== void 0 && from === api) newest2 = readingOf(response.headers, asked, clock.now()) ?? newest2;
      return response;
    },
    reading: () => newest2
  };
}
function readingOf(headers, asked, answered) {
  const served = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(served) || headers.has("age")) return void 0;
  return { served: new Date(served), asked, answered };
}
function originOf(address2) {
  return URL.canParse(address2) ? new URL(address2).origin : void 0;
}

// src/world/secrets/form-index.ts
var prefix = 8;
var slots = 1 << 20;
function formIndex() {
  const bySlot = /* @__PURE__ */ new Map();
  const taken2 = new Uint8Array(slots);
  return {
    add: (form) => {
      if (form.length < prefix) throw new Error(`a form of ${form.length} characters is too short to be looked for`);
      const folded2 = lower(form);
      const slot = slotAt(folded2, 0);
      const forms = bySlot.get(slot) ?? [];
      if (forms.includes(folded2)) return;
      bySlot.set(
        slot,
        [...forms, folded2].toSorted((one, other) => other.length - one.length)
      );
      taken2[slot] = 1;
    },
    find: (text) => {
      const folded2 = lower(text);
      const spans = [];
      let open2;
      for (let at = 0; at + prefix <= folded2.length; at++) {
        const slot = slotAt(folded2, at);
        if (taken2[slot] === 0) continue;
        const found = bySlot.get(slot)?.find((form) => folded2.startsWith(form, at));
        if (found === void 0) continue;
        const end = at + found.length;
        if (open2 !== void 0 && at < open2.end) open2.end = Math.max(open2.end, end);
        else {
          open2 = { start: at, end };
          spans.push(open2);
        }
      }
      return spans;
    }
  };
}
function slotAt(text, at) {
  let hash = 0;
  for (let place = at; place < at + prefix; place++) hash = Math.imul(hash, 31) + text.charCodeAt(place) | 0;
  return (hash ^ hash >>> 12) & slots - 1;
}
function lower(text) {
  const folded2 = text.toLowerCase();
  return folded2.length === text.length ? folded2 : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

// src/world/secrets/secrets-within.ts
var longestConnection = 4096;
var longestKey = 40;
var opening = /(?:password|passwd|pwd|passphrase|secret|token|credentials?|key|pin)$/i;
var placing = /(?:host|hostname|server|endpoint|port|database|dbname|engine|user|username|login|email|name|id|identifier|region|zone|type|driver|url|uri)$/i;
var setting = /^(?:true|false|yes|no|on|off|none|null|default)?$/i;
function passwordsOf(value) {
  return [.../* @__PURE__ */ new Set([...passwordOfAddress(value), ...passwordsOfConnection(value), ...passwordsOfJson(value)])];
}
function partsOf3(value) {
  return [...queryValuesOf(value), ...textsOfJson(value)];
}
function loginsIn(value) {
  const { username = "", password = "" } = addressIn(value) ?? {};
  if (password === "") return [`x-access-token:${value.trim()}`];
  return [`${decoded(username)}:${decoded(password)}`];
}
function passwordOfAddress(value) {
  const password = addressIn(value)?.password ?? "";
  return password === "" ? [] : [password, decoded(password)];
}
function passwordsOfConnection(value) {
  if (value.length > longestConnection) return [];
  return [...value.matchAll(/[ \t]*=[ \t]*/g)].flatMap(({ index, 0: equals }) => {
    const key = /[a-z0-9_.-][a-z0-9_. -]*$/i.exec(value.slice(Math.max(0, index - longestKey), index))?.[0] ?? "";
    if (!opening.test(key)) return [];
    return valuesAt(value.slice(index + equals.length)).filter((text) => !setting.test(text));
  });
}
function valuesAt(text) {
  const quoted = /^(?:'(?<single>(?:\\.|''|[^'\\])*)'|"(?<double>(?:\\.|""|[^"\\])*)"|\{(?<braced>(?:\}\}|[^}])*)\})/.exec(text);
  const { single, double, braced } = quoted?.groups ?? {};
  const written = single ?? double ?? braced;
  if (written !== void 0) {
    return [written, written.replaceAll("''", "'").replaceAll('""', '"'), written.replace(/\\(.)/g, "$1")];
  }
  return [/^[^;\r\n]*/, /^[^\s;]*/, /^[^\s;,]*/, /^[^\s;&]*/].flatMap((end) => {
    const found = end.exec(text)?.[0].trim() ?? "";
    return [found, decoded(found), found.replace(/\\(.)/g, "$1")];
  });
}
function queryValuesOf(value) {
  return [...addressIn(value)?.searchParams.values() ?? []].filter((text) => text.length > longestWordInside);
}
var longestWordInside = 15;
function textsOfJson(value) {
  return leavesOf(value).filter(({ key, text }) => text.length > longestWordInside || !placing.test(key)).flatMap(({ text }) => [text, ...text.split(/\r?\n/).filter((line2) => line2.length > longestWordInside)]);
}
function passwordsOfJson(value) {
  return leavesOf(value).flatMap(({ key, text }) => [
    ...opening.test(key) && !setting.test(text) ? [text] : [],
    ...passwordOfAddress(text),
    ...passwordsOfConnection(text)
  ]);
}
function leavesOf(value) {
  if (!/^[{[]/.test(value)) return [];
  try {
    return leavesBelow(JSON.parse(value), "");
  } catch {
    return [];
  }
}
function leavesBelow(value, key) {
  if (typeof value === "string" || typeof value === "number") return [{ key, text: String(value) }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => leavesBelow(part, Array.isArray(value) ? key : name));
}
function addressIn(value) {
  return URL.canParse(value) ? new URL(value) : void 0;
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// src/world/secrets/secret-forms.ts
var shortestMasked = 4;
var shortestStrong = 8;
var longestWord = 15;
var longestNumber = 11;
var longestNested = 1024;
var mostDerivedLines = 50;
var settings = /^(true|false|yes|no|on|off|none|null|auto|default|always|never|enabled|disabled|inherit)$/i;
var word = /^([a-z]+|[A-Z][a-z]*|[A-Z]+)([-_. ][a-z]+)*$/;
function strengthOf(value) {
  const text = value.trim();
  if (text.length < shortestMasked || settings.test(text)) return "open";
  const isWord = text.length <= longestWord && word.test(text);
  const isNumber = text.length <= longestNumber && /^[\d.]+$/.test(text);
  return text.length < shortestStrong || isWord || isNumber ? "weak" : "strong";
}
function weakestOf(value) {
  const strengths = [value, ...passwordsOf(value.trim())].map(strengthOf);
  return strengths.find((each) => each === "open") ?? strengths.find((each) => each === "weak") ?? "strong";
}
function formsOf(value) {
  const anywhere = /* @__PURE__ */ new Set();
  const words3 = /* @__PURE__ */ new Set();
  const told = /* @__PURE__ */ new Set();
  const texts3 = textsIn(value);
  for (const { text, isPart, isLine } of texts3) {
    const strength = strengthOf(text);
    if (strength === "open") continue;
    if (isPart && strength === "weak") {
      if (isLine && texts3.length <= mostDerivedLines) words3.add(text);
      continue;
    }
    const derived = isLine && texts3.length > mostDerivedLines ? [text] : derivedFrom(text);
    for (const form of derived) {
      if (strength === "strong" || form.length > text.length + 3) anywhere.add(form);
      else words3.add(form);
      told.add(form);
    }
    if (strength === "weak" || isLine && texts3.length > mostDerivedLines) continue;
    for (const form of text.length > longestNested ? [] : derived.flatMap(derivedFrom)) anywhere.add(form);
    for (const form of [text.toUpperCase(), text.toLowerCase(), ...wrapped(text)]) told.add(form);
  }
  for (const login of loginsIn(value)) {
    for (const form of base64Of(login)) {
      anywhere.add(form);
      told.add(form);
    }
  }
  const masked = (form) => form.length >= shortestMasked;
  return {
    anywhere: [...anywhere].filter((form) => form.length >= shortestStrong),
    words: [...words3].filter(masked),
    told: [...told].filter(masked)
  };
}
function textsIn(value) {
  const whole = value.trim();
  const lines2 = whole.split(/\r?\n/).map((line2) => line2.trim());
  const texts3 = [
    { text: whole, isPart: false, isLine: false },
    ...passwordsOf(whole).map((text) => ({ text, isPart: false, isLine: false })),
    ...partsOf3(whole).map((text) => ({ text, isPart: true, isLine: false })),
    ...lines2.length === 1 ? [] : lines2.map((text) => ({ text, isPart: true, isLine: true }))
  ];
  return [...new Map(texts3.reverse().map((each) => [each.text, each])).values()];
}
function derivedFrom(text) {
  const whole = text.toWellFormed();
  const json = JSON.stringify(whole).slice(1, -1);
  const component = encodeURIComponent(whole);
  return [
    .../* @__PURE__ */ new Set([
      text,
      json,
      json.replaceAll("/", "\\/"),
      json.replace(/[^\0-\x7f]/g, unicodeEscape),
      component,
      component.replace(/[!'()*]/g, percentEscape),
      new URLSearchParams({ "": whole }).toString().slice(1),
      encodeURI(whole),
      asPassword(whole),
      html(whole, "&quot;", "&#39;"),
      html(whole, "&#34;", "&#x27;"),
      html(whole, '"', "'"),
      whole.replaceAll("'", "'\\''"),
      whole.replaceAll("'", "''"),
      whole.replace(/["$`\\]/g, "\\$&"),
      whole.replace(/[^\w@%+=:,./-]/g, "\\$&"),
      Buffer.from(whole).toString("hex"),
      ...base64Of(whole)
    ])
  ];
}
function unicodeEscape(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function percentEscape(character) {
  return `%${character.charCodeAt(0).toString(16)}`;
}
function asPassword(text) {
  const address2 = new URL("https://host/");
  address2.password = text;
  return address2.password;
}
function html(text, double, single) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', double).replaceAll("'", single);
}
function base64Of(text) {
  const bytes = Buffer.from(text);
  const inside = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    return encoded.slice(Math.ceil(before * 8 / 6), Math.floor((before + bytes.length) * 8 / 6));
  });
  const standard = [bytes.toString("base64"), ...inside].filter((form) => form.length >= shortestStrong);
  return standard.flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}
function wrapped(text) {
  return [text, `${text}
`].flatMap((each) => {
    const encoded = Buffer.from(each).toString("base64");
    return [64, 76].flatMap((width) => encoded.length <= width ? [] : chunks(encoded, width));
  });
}
function chunks(text, width) {
  const count2 = Math.ceil(text.length / width);
  return Array.from({ length: count2 }, (_, index) => text.slice(index * width, (index + 1) * width)).filter(
    (line2) => line2.length > longestWord
  );
}

// src/world/secrets/masks.ts
var mask = "***";
function masks(tell) {
  const told = /* @__PURE__ */ new Set();
  const known2 = /* @__PURE__ */ new Set();
  const words3 = /* @__PURE__ */ new Set();
  const anywhere = formIndex();
  const redactStrong = (text) => withoutSpans(text, joined2(strongSpans(anywhere, text)));
  return {
    add: (value) => {
      const strength = weakestOf(value);
      if (known2.has(value)) return strength;
      known2.add(value);
      const forms = formsOf(value);
      for (const form of forms.anywhere) anywhere.add(form);
      for (const form of forms.words) words3.add(form);
      for (const form of forms.told) {
        if (told.has(form)) continue;
        told.add(form);
        tell(form);
      }
      return strength;
    },
    redactStrong,
    redact: (text) => {
      const spans = [...strongSpans(anywhere, text), ...[...words3].flatMap((word2) => wordSpans(word2, text))];
      return withoutSpans(text, joined2(spans));
    }
  };
}
function strongSpans(index, text) {
  const spans = index.find(text);
  if (!/[\r\n]|\\[rn]/.test(text)) return spans;
  const squeezed = withoutLineBreaks(text);
  return [
    ...spans,
    ...index.find(squeezed.text).map(({ start, end }) => ({
      start: squeezed.placeOf(start),
      end: squeezed.placeOf(end - 1) + 1
    }))
  ];
}
function withoutLineBreaks(text) {
  const starts = [];
  const places = [];
  const parts = [];
  let length = 0;
  let last = 0;
  const keep = (start, end) => {
    if (start === end) return;
    starts.push(length);
    places.push(start);
    parts.push(text.slice(start, end));
    length += end - start;
  };
  for (const { index, 0: found } of text.matchAll(/(?:\r\n|[\r\n]|\\[rn])+[ \t]*/g)) {
    keep(last, index);
    last = index + found.length;
  }
  keep(last, text.length);
  return {
    text: parts.join(""),
    placeOf: (at) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = low + high + 1 >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return (places[low] ?? 0) + at - (starts[low] ?? 0);
    }
  };
}
var wordCharacter = /[\p{L}\p{N}_-]/u;
function wordSpans(word2, text) {
  const spans = [];
  const isOpen = (inside, outside) => wordCharacter.test(inside) && wordCharacter.test(outside);
  for (let at = text.indexOf(word2); at !== -1; at = text.indexOf(word2, at + 1)) {
    const end = at + word2.length;
    if (isOpen(word2.charAt(0), text.charAt(at - 1)) || isOpen(word2.charAt(word2.length - 1), text.charAt(end))) continue;
    spans.push({ start: at, end });
  }
  return spans;
}
function joined2(spans) {
  const all = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last !== void 0 && span.start < last.end)
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else all.push(span);
  }
  return all;
}
function withoutSpans(text, spans) {
  if (spans.length === 0) return text;
  let from = 0;
  const kept = spans.map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return before + mask;
  });
  return kept.join("") + text.slice(from);
}

// src/world/secrets/weak-secrets.ts
var said2 = {
  weak: "is short or an ordinary word, so it is masked only as a whole word (GitHub masks it inside other words too)",
  open: "is so short or so common that it is not masked"
};
function maskingVariables(secrets, log2) {
  const warned = /* @__PURE__ */ new Set();
  return (value, name) => {
    const strength = secrets.add(value);
    const hasPassword = passwordsOf(value.trim()).length > 0;
    if (strength === "strong" || warned.has(name) || !(hasPassword || namesSecret(name))) return;
    warned.add(name);
    log2.warn(
      `The ${hasPassword ? "password in the " : ""}value of ${name} ${said2[strength]}. Replace it with a long random one.`
    );
  };
}

// src/entries/exit.ts
var reportDefectsAt = "https://github.com/staged-upgrade/staged-upgrade/issues";
async function endingOf(work, stop) {
  try {
    const result2 = await work();
    return { kind: "result", result: result2, exitCode: exitCodes[result2.outcome] };
  } catch (error) {
    return endingOfError(error, stop.by());
  }
}
function endingOfError(error, stoppedBy) {
  const signal = stoppedBy ?? (error instanceof LeftQuestion ? "SIGINT" : void 0);
  if (signal !== void 0) {
    return { kind: "stopped", error, exitCode: stoppedExitCodes[signal], message: stoppedMessage(error, signal) };
  }
  if (error instanceof UserError) {
    return { kind: "user-error", error, message: error.detail, exitCode: exitCodeOf.userError };
  }
  if (error instanceof SystemFailure) {
    return { kind: "system-failure", error, message: error.detail, exitCode: exitCodes.failed };
  }
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: void 0 };
  return {
    kind: "defect",
    error,
    exitCode: exitCodeOf.defect,
    ...stack === void 0 ? {} : { stack },
    message: {
      happened: `Staged Upgrade has a defect: ${message}`,
      means: "This is not your mistake. What the step was doing may be half done; the journal has what was started.",
      next: `Please report it at ${reportDefectsAt} with the lines of the log above. Running the step again is safe: it looks first.`
    }
  };
}

export {
  systemClock,
  systemProcesses,
  stopOnSignals,
  systemWitness,
  stateFolder,
  penWith,
  terminalInputs,
  terminalCommands,
  invokeInWorkflow,
  githubTime,
  masks,
  maskingVariables,
  endingOf
};
