import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  stateFolder
} from "./start.js";
import "./start.js";
import {
  readGraph,
  readsContent,
  takenBetween
} from "./chunk-P5APA3P6.js";
import {
  aboutBadBackup
} from "./project.js";
import "./steps.js";
import "./project.js";
import {
  markIn,
  markText
} from "./project.js";
import {
  askProgram
} from "./project.js";
import {
  fine,
  problem
} from "./project.js";
import {
  syncFile,
  syncFolder
} from "./project.js";
import {
  childEnvironment
} from "./project.js";
import "./start.js";
import {
  variableNames
} from "./start.js";
import {
  durationText
} from "./terminal.js";
import "./chunk-CSXL2D7F.js";
import "./start.js";
import {
  SystemFailure
} from "./start.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/data/neo4j/store.ts
import { readdir as readdir2, stat as stat3 } from "node:fs/promises";
import { join as join6 } from "node:path";

// src/drivers/data/neo4j/admin.ts
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/drivers/data/neo4j/failure.ts
function outOfReach(happened, next) {
  return new SystemFailure({ happened, means: "What is in this Neo4j is not known, so nothing was done.", next });
}
function lastWords(text) {
  const last = text.trim().split("\n").at(-1)?.trim() ?? "";
  return last === "" ? "" : `: ${last.replace(/\.$/, "").slice(0, 400)}`;
}

// src/drivers/data/neo4j/admin.ts
var progress = /^Files: \d+\/\d+/;
function openAdmin(program, { effects }) {
  const environment = childEnvironment(effects);
  const run = async (doing, means, args, call) => {
    const { within, log, signal } = call;
    const whole = AbortSignal.timeout(within);
    try {
      const result = await effects.processes.run({
        argv: [program, "database", ...args],
        directory: effects.directory,
        environment,
        signal: AbortSignal.any([effects.signal, signal, whole]),
        onLine: (line) => {
          if (!progress.test(line)) log.output(line);
        }
      });
      if (result.exitCode === 0) return;
      throw new SystemFailure({
        happened: `neo4j-admin failed while ${doing}${lastWords(effects.pen.text(causeIn(result.stderr)))}.`,
        means,
        next: "Read its output in the log, correct the cause, then run the step again."
      });
    } catch (error) {
      if (!whole.aborted || signal.aborted || effects.signal.aborted) throw error;
      throw new SystemFailure({
        happened: `neo4j-admin had not ended ${doing} after ${durationText(within)} ("timeout"), and was ended.`,
        means,
        next: "Find out what takes so long, or allow more time. Then run the step again."
      });
    }
  };
  const inFolder = async ({ folder }, work) => {
    const own = await mkdtemp(join(tmpdir(), "staged-upgrade-neo4j-"));
    try {
      const file = join(own, "additional.conf");
      await writeFile(file, `server.directories.data=${folder}
`);
      await work(own, `--additional-config=${file}`);
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  };
  return {
    version: async () => {
      const answer = await askProgram(effects.processes, { argv: [program, "--version"], environment });
      return answer?.exitCode === 0 ? answer.stdout.trim().split("\n").at(-1) : void 0;
    },
    dump: (directory, call) => inFolder(
      call,
      (_, additional) => run(
        "the database was dumped",
        "No backup was taken.",
        ["dump", call.database, `--to-path=${directory}`, additional],
        call
      )
    ),
    backup: (directory, from, call) => run(
      "the database was backed up",
      "No backup was taken.",
      ["backup", call.database, `--to-path=${directory}`, `--from=${from}`, "--type=FULL"],
      call
    ),
    load: (file, call) => inFolder(call, async (own, additional) => {
      const means = "The database may hold half of the backup, and must be restored again before it is used.";
      const overwrite = "--overwrite-destination=true";
      if (file.endsWith(".backup")) {
        const args = ["restore", call.database, `--from-path=${file}`, overwrite, additional];
        await run("the backup was restored", means, args, call);
        return;
      }
      await symlink(file, join(own, `${call.database}.dump`));
      await run(
        "the dump was loaded",
        means,
        ["load", call.database, `--from-path=${own}`, overwrite, additional],
        call
      );
    })
  };
}
function causeIn(stderr) {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const said = lines.find(
    (line) => /^Failed to (?:dump|load|backup|restore) database/.test(line.replace(/^.*\] /, ""))
  );
  return said ?? lines.filter((line) => !line.startsWith("Run with '--verbose'")).at(-1) ?? "";
}

// src/drivers/data/neo4j/archive.ts
import { createReadStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join as join2 } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
var unpackers = {
  DZV1: () => createZstdDecompress(),
  DGV1: () => createGunzip()
};
async function archiveIn(directory) {
  const names = await readdir(directory).catch(() => []);
  const [name, ...others] = names.filter((each) => /\.(dump|backup)$/.test(each));
  if (name === void 0) throw damaged("its file is missing");
  if (others.length > 0) throw damaged(`it has ${others.length + 1} files`);
  return join2(directory, name);
}
async function readArchive(directory, signal) {
  signal.throwIfAborted();
  const file = await archiveIn(directory);
  const { size } = await stat(file);
  if (size === 0) throw damaged("its file is empty");
  if (file.endsWith(".backup")) return file;
  const unpack = unpackers[await startOf(file)];
  if (unpack === void 0) throw damaged("its file does not start like a dump");
  try {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    await pipeline(createReadStream(file, { start: 4 }), unpack(), nowhere, { signal });
  } catch (cause) {
    signal.throwIfAborted();
    throw damaged("its file cannot be read to its end", cause);
  }
  return file;
}
async function startOf(file) {
  const handle = await open(file);
  try {
    const start = Buffer.alloc(4);
    await handle.read(start, 0, 4, 0);
    return start.toString("latin1");
  } finally {
    await handle.close();
  }
}
function damaged(why, cause) {
  return new SystemFailure(
    {
      happened: `The backup of Neo4j is damaged: ${why}.`,
      means: "It cannot be used to go back, and nothing was restored from it.",
      next: aboutBadBackup
    },
    { cause }
  );
}

// src/drivers/data/neo4j/identity.ts
import { readFile, rename, stat as stat2, writeFile as writeFile2 } from "node:fs/promises";
import { hostname } from "node:os";
import { join as join3 } from "node:path";
async function identityOf({ address, database }, facts) {
  return {
    kind: "neo4j",
    lineage: { server: facts.server, databases: database },
    location: { host: hostname(), address, database },
    mark: facts.isHere ? await readMark(markPath(facts, database), facts) : { kind: "none" }
  };
}
async function putMark(place, facts, choose) {
  const identity = await identityOf(place, facts);
  if (!facts.isHere) throw notHere(facts, "Nothing was marked.");
  const mark = await choose({ identity, name: `${place.address}/${place.database}` });
  if (mark === void 0) return void 0;
  const kept = markPath(facts, place.database);
  try {
    await writeFile2(`${kept}.new`, `${markText(mark)}
`);
    await syncFile(`${kept}.new`);
    await rename(`${kept}.new`, kept);
    await syncFolder(facts.folder);
  } catch (cause) {
    throw new SystemFailure(
      {
        happened: `The mark "${kept}" could not be written.`,
        means: "The database is not marked as disposable.",
        next: "Run this as a user who may write to the data folder of Neo4j."
      },
      { cause }
    );
  }
  return await identityOf(place, facts);
}
function markPath({ folder }, database) {
  return join3(folder, `staged-upgrade-disposable.${database}`);
}
async function readMark(kept, { server }) {
  const text = await readFile(kept, "utf8").catch(() => void 0);
  if (text === void 0) return { kind: "none" };
  const { ino } = await stat2(kept, { bigint: true });
  const place = `the file "${kept}"`;
  const mark = markIn(text, { tiedTo: `file number ${ino}, of server ${server}`, place });
  return mark.kind === "none" ? { kind: "unclear", reason: "its mark cannot be read", place } : mark;
}
function notHere({ folder }, means) {
  return new SystemFailure({
    happened: `The data of Neo4j is in "${folder}", which is not a folder of that server on this machine.`,
    means: `neo4j-admin works on the files of the server, beside it. ${means}`,
    next: "Run this job on the machine of that server, as a user who may read its folder."
  });
}

// src/drivers/data/neo4j/stopped.ts
import { createHash } from "node:crypto";
import { mkdir, readFile as readFile3, rm as rm2, writeFile as writeFile3 } from "node:fs/promises";
import { dirname, join as join5 } from "node:path";

// src/drivers/data/neo4j/server-facts.ts
import { readFile as readFile2 } from "node:fs/promises";
import { join as join4 } from "node:path";

// src/drivers/data/neo4j/shell.ts
var nobodyThere = /Unable to connect to|Connection refused|not currently available|ServiceUnavailable/i;
function openShell({ program, url, username, password, database: usual }, { effects }) {
  const environment = { ...childEnvironment(effects), NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
  const options = ["--format", "plain", "--non-interactive", "--fail-fast"];
  const run = async (queries, onLine, { database = usual, signal }) => await effects.processes.run({
    argv: [program, "-a", url, "-d", database, ...options],
    directory: effects.directory,
    environment,
    input: queries,
    signal: signal === void 0 ? effects.signal : AbortSignal.any([effects.signal, signal]),
    onLine: (line, stream) => {
      if (stream === "stdout") onLine(line);
    }
  });
  const shell = {
    ask: async (queries, onLine, call = {}) => {
      const result = await run(queries, onLine, call);
      if (result.exitCode === 0) return;
      throw outOfReach(
        `Neo4j at ${effects.pen.text(url)} did not answer${lastWords(effects.pen.text(result.stderr))}.`,
        'Make sure that it is up, and that "url", "username" and "password" lead to it. Then run again.'
      );
    },
    lines: async (queries, call) => {
      const lines = [];
      await shell.ask(queries, (line) => void lines.push(line), call);
      return lines;
    },
    tried: async (queries, call = {}) => {
      const lines = [];
      const result = await run(queries, (line) => void lines.push(line), call);
      if (result.exitCode === 0) return lines;
      if (nobodyThere.test(result.stderr)) return void 0;
      throw outOfReach(
        `Neo4j at ${effects.pen.text(url)} did not answer${lastWords(effects.pen.text(result.stderr))}.`,
        'Make sure that "url", "username" and "password" lead to it. Then run again.'
      );
    }
  };
  return shell;
}
function valuesOf(line) {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|[^,\s]+/g)].map(
    ([whole, text]) => text === void 0 ? whole : text.replaceAll(/\\(.)/g, "$1")
  );
}

// src/drivers/data/neo4j/server-facts.ts
var questions = `SHOW DATABASES YIELD name, databaseID, serverID, currentStatus
  RETURN 'database' AS what, name, databaseID, serverID, currentStatus;
SHOW SETTINGS 'server.directories.data' YIELD value RETURN 'folder' AS what, value;
CALL dbms.components() YIELD versions, edition RETURN 'release' AS what, versions[0] AS version, edition;
`;
async function readServerFacts(shell, database, call) {
  const lines = await shell.tried(questions, { database: "system", ...call });
  if (lines === void 0) return void 0;
  const rows = lines.map(valuesOf);
  const databases = rows.filter(([what]) => what === "database");
  const own = databases.filter(([, name]) => name === database);
  const server = databases.find(([, name]) => name === "system")?.[2];
  const [, folder] = rows.find(([what]) => what === "folder") ?? [];
  const [, version = "unknown", edition = ""] = rows.find(([what]) => what === "release") ?? [];
  if (server === void 0 || folder === void 0)
    throw outOfReach(
      "Neo4j did not say which server it is.",
      "Use Neo4j 5 or later, and give the user the rights to SHOW DATABASES and SHOW SETTINGS."
    );
  const [first] = own;
  if (first === void 0)
    throw outOfReach(`The server has no database "${database}".`, 'Correct "database", or make it. Then run again.');
  const [, , , serverId = "", status = ""] = first;
  return {
    ...{ server, version, status, folder },
    isEnterprise: edition === "enterprise",
    members: own.length,
    isHere: await isServersFolder(folder, serverId)
  };
}
async function isServersFolder(folder, serverId) {
  const kept = await readFile2(join4(folder, "server_id")).catch(() => Buffer.alloc(0));
  return kept.length >= 16 && kept.subarray(-16).toString("hex") === serverId.replaceAll("-", "").toLowerCase();
}

// src/drivers/data/neo4j/stopped.ts
var pauseMilliseconds = 1e3;
function openServer({ shell, place, own, readyWithin }, context) {
  const { effects, where, placeholders } = context;
  const { address, database } = place;
  const hash = createHash("sha256").update(`${address}/${database}`).digest("hex").slice(0, 16);
  const note = join5(stateFolder(effects.environment), "stopped", `neo4j-${hash}`);
  const run = async (key, argv, signal) => {
    const [program, ...args] = argv;
    const fill = (text) => effects.variables.fill(text, `${where}.${key}`, placeholders);
    const result = await effects.processes.run({
      argv: [fill(program), ...args.map(fill)],
      directory: effects.directory,
      environment: childEnvironment(effects, argv.flatMap(variableNames)),
      signal,
      onLine: (line) => effects.log.output(line)
    });
    if (result.exitCode === 0) return;
    throw new SystemFailure({
      happened: `The command "${key}" of ${where} failed${lastWords(effects.pen.text(result.stderr))}.`,
      means: key === "stop" ? "Neo4j may still run, and nothing was done." : "Neo4j may still be stopped.",
      next: "Run it by hand, correct it, then run the step again."
    });
  };
  const ready = async (signal) => {
    const until = effects.clock.now().getTime() + readyWithin;
    for (; ; ) {
      const facts = await readServerFacts(shell, database, { signal });
      if (facts?.status === "online") return facts;
      if (effects.clock.now().getTime() >= until) throw notReady(facts?.status, readyWithin);
      await effects.clock.sleep(pauseMilliseconds, signal);
    }
  };
  const start = async (signal) => {
    if (own === void 0) await shell.lines(`START DATABASE \`${database}\` WAIT;`, { database: "system", signal });
    else await run("start", own.start, signal);
    await rm2(note, { force: true });
  };
  return {
    facts: async (signal = effects.signal) => {
      const found = await readServerFacts(shell, database, { signal });
      const wasStopped = found === void 0 ? own !== void 0 : found.status === "offline";
      if (wasStopped && await readFile3(note, "utf8").catch(() => void 0) !== void 0) {
        effects.log.warn(
          `Neo4j at ${address} is stopped, by a run that was ended before it could start it again. It is started now.`
        );
        await start(signal);
        return await ready(signal);
      }
      if (found !== void 0) return found;
      throw outOfReach(`Nobody answers at ${address} as Neo4j.`, 'Start it, or correct "url". Then run again.');
    },
    whileStopped: async ({ isEnterprise }, signal, work) => {
      if (own === void 0 && !isEnterprise) throw cannotStop(where);
      signal.throwIfAborted();
      const from = effects.clock.now().getTime();
      await mkdir(dirname(note), { recursive: true, mode: 448 });
      await writeFile3(note, `${address}/${database}
`);
      let isDone = false;
      try {
        if (own === void 0) await shell.lines(`STOP DATABASE \`${database}\` WAIT;`, { database: "system", signal });
        else await run("stop", own.stop, signal);
        await work();
        isDone = true;
      } finally {
        const again = AbortSignal.timeout(readyWithin * 2);
        await start(again);
        if (isDone) await ready(again);
      }
      return effects.clock.now().getTime() - from;
    }
  };
}
function cannotStop(where) {
  return new SystemFailure({
    happened: `${where} does not say how Neo4j is stopped and started.`,
    means: "The community edition is dumped and restored while its server is stopped. Nothing was done.",
    next: 'Add "stop" and "start", such as [sudo, systemctl, stop, neo4j].'
  });
}
function notReady(status, within) {
  return new SystemFailure({
    happened: `Neo4j was started, and its database is ${status === void 0 ? "not reached" : `"${status}"`} after ${durationText(within)} ("ready-within").`,
    means: "What uses it does not work before it is online.",
    next: "Look at neo4j.log and debug.log of that server, bring it up, then run the step again."
  });
}

// src/drivers/data/neo4j/preflight.ts
function obstaclesOf({ use, facts, admin, settings, where }) {
  const { isEnterprise, isHere, members, folder } = facts;
  const isOffline = use === "restore" || settings.method === "dump";
  const found = [];
  if (admin === void 0)
    found.push({
      happened: "The program neo4j-admin was not found.",
      means: "It takes the backup and restores it.",
      next: 'Run this job on the machine of Neo4j, or name the program under "admin".'
    });
  if (isOffline && !isHere) found.push(notHere(facts, `Nothing in "${folder}" can be read here.`).detail);
  if (isOffline && !isEnterprise && settings.stop === void 0) found.push(cannotStop(where).detail);
  if (settings.method === "online" && !isEnterprise)
    found.push({
      happened: '"method: online" needs the enterprise edition, and this server is the community edition.',
      means: "It answers no request for a backup.",
      next: 'Use "method: dump", with "stop" and "start".'
    });
  if (use === "restore" && members > 1)
    found.push({
      happened: `The database is held by ${members} servers of a cluster.`,
      means: "A restore beside one of them would leave the others as they are.",
      next: "Let staging be a single server."
    });
  return found;
}
function findingsOf(subject, looked) {
  const obstacles = obstaclesOf(looked);
  if (obstacles.length > 0) return obstacles.map((message) => problem(subject, message));
  const { version, isEnterprise } = looked.facts;
  const edition = isEnterprise ? "enterprise" : "community";
  return [fine(subject, `Neo4j ${version} (${edition}) answers, and neo4j-admin ${looked.admin} is here.`)];
}

// src/drivers/data/neo4j/store.ts
var numberOf = (node) => `split(elementId(${node}), ':')[-1]`;
function neo4jStore(settings, context) {
  const { effects, where, placeholders } = context;
  const { database, method, stop, start } = settings;
  const fill = (key) => effects.variables.fill(settings[key], `${where}.${key}`, placeholders);
  const url = fill("url");
  const place = { address: addressOf(url), database };
  const shell = openShell(
    { program: fill("shell"), url, username: fill("username"), password: fill("password"), database },
    context
  );
  const admin = openAdmin(fill("admin"), context);
  const own = stop === void 0 || start === void 0 ? void 0 : { stop, start };
  const server = openServer({ shell, place, own, readyWithin: settings["ready-within"] }, context);
  const graph = {
    cypher: async (queries, onLine, signal) => await shell.ask(queries, onLine, { signal }),
    content: `[${numberOf("n")}, properties(n)]`,
    end: numberOf,
    method: ""
  };
  const within = (signal) => signal === void 0 ? effects.signal : AbortSignal.any([effects.signal, signal]);
  const fingerprint = async (signal, like) => {
    await server.facts(signal);
    const content = readsContent(like, settings.fingerprint.content, graph.method);
    return await readGraph(graph, { content, at: effects.clock.now(), signal });
  };
  const look = async (use, facts) => ({
    ...{ use, facts, settings, where },
    admin: await admin.version()
  });
  const requireUse = async (use, facts) => {
    const looked = await look(use, facts);
    const [obstacle] = obstaclesOf(looked);
    if (obstacle !== void 0) throw new SystemFailure(obstacle);
    return looked.admin ?? "unknown";
  };
  const callOf = ({ folder }, { log }, signal) => ({
    ...{ folder, database, log, signal },
    within: settings.timeout
  });
  const backup = async (request) => {
    const { directory, log } = request;
    const signal = within(request.signal);
    signal.throwIfAborted();
    const facts = await server.facts(signal);
    const tool = await requireUse("backup", facts);
    const identity = await identityOf(place, facts);
    const before = await fingerprint(signal);
    const call = callOf(facts, request, signal);
    let stopped;
    if (method === "dump") {
      stopped = await server.whileStopped(facts, signal, () => admin.dump(directory, call));
      log.info(`Neo4j did not serve for ${durationText(stopped)}: it was stopped for the dump.`);
    } else {
      const from = effects.variables.fill(
        settings.from ?? `${place.address.replace(/:\d+$/, "")}:6362`,
        `${where}.from`,
        placeholders
      );
      await admin.backup(directory, from, call);
    }
    await archiveIn(directory);
    return {
      identity,
      dataAt: before.at,
      fingerprint: takenBetween(before, await fingerprint(signal, before)),
      tools: {
        "neo4j-admin": tool,
        neo4j: facts.version,
        ...stopped === void 0 ? {} : { "stopped for": durationText(stopped) }
      },
      references: []
    };
  };
  const restore = async (request) => {
    const signal = within(request.signal);
    signal.throwIfAborted();
    const file = await readArchive(request.directory, signal);
    const facts = await server.facts(signal);
    await requireUse("restore", facts);
    const refusal = request.mayReplace(await identityOf(place, facts));
    if (refusal !== void 0) return refusal;
    await server.whileStopped(facts, signal, () => admin.load(file, callOf(facts, request, signal)));
    return void 0;
  };
  return {
    kind: "neo4j",
    noun: "database",
    identity: async (signal) => await identityOf(place, await server.facts(signal)),
    preflight: async ({ use, subject, signal }) => findingsOf(subject, await look(use, await server.facts(signal))),
    fingerprint,
    estimatedBytes: async (signal) => {
      const { folder, isHere } = await server.facts(signal);
      if (!isHere) return void 0;
      const sizes = ["databases", "transactions"].map((part) => bytesIn(join6(folder, part, database)));
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    },
    markDisposable: async (choose, signal) => await putMark(place, await server.facts(signal), choose),
    backup,
    verify: async ({ directory, signal }) => void await readArchive(directory, within(signal)),
    restore
  };
}
function addressOf(url) {
  const { hostname: hostname2, port, username, password } = new URL(url.replace(/^[a-z0-9+]+:/i, "http:"));
  if (username !== "" || password !== "")
    throw new SystemFailure({
      happened: 'The "url" of Neo4j has a user or a password in it.',
      means: "Every user of the machine would see it among the arguments of cypher-shell. Nothing was done.",
      next: 'Take them out of "url", and give them as "username" and "password".'
    });
  return `${hostname2}:${port === "" ? "7687" : port}`;
}
async function bytesIn(folder) {
  const found = await readdir2(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = found.filter((each) => each.isFile()).map(async (each) => (await stat3(join6(each.parentPath, each.name)).catch(() => ({ size: 0 }))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
export {
  neo4jStore
};
