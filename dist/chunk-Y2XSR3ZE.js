import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  processMark
} from "./chunk-7TUZMR4G.js";
import {
  makeFolder
} from "./chunk-CSXL2D7F.js";
import {
  array,
  object,
  string
} from "./chunk-K63SF6ED.js";

// src/world/processes/witness.ts
import { createHash, randomBytes } from "node:crypto";
import { readdirSync as readdirSync2, readFileSync as readFileSync2, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
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
function sightingOf(mark) {
  if (mark.machine !== thisMachine()) return "elsewhere";
  return shownProcess(mark.pid)?.started === mark.started ? "alive" : "gone";
}
function hasSession(session) {
  return allProcesses().some((pid) => shownProcess(pid)?.session === session);
}
function leaderWith(variable, value) {
  return allProcesses().find((pid) => shownProcess(pid)?.session === pid && hasVariable(pid, `${variable}=${value}`));
}
function allProcesses() {
  return readdirSync("/proc").flatMap((name) => /^\d+$/.test(name) ? [Number(name)] : []);
}
function hasVariable(pid, assignment) {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(assignment);
  } catch {
    return false;
  }
}
function shownProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
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
  /** Each is noted before it is started, and once more with its number, which it has only then. */
  children: array(object({ program: string(), token: string().optional(), process: processMark.optional() }))
});
var tokenVariable = "STAGED_UPGRADE_COMMAND";
var forgottenMilliseconds = 7 * 24 * 36e5;
function systemWitness(environment) {
  const mark = markOf(process.pid);
  const folder = join(stateFolder(environment), "running");
  if (mark === void 0 || !canWrite(folder)) return void 0;
  const { dev, ino } = statSync(folder, { bigint: true });
  const self = { ...mark, notes: `${dev}:${ino}` };
  return {
    self,
    seesNotesOf: ({ notes }) => notes === self.notes,
    sees: sightingOf,
    leftBehind: (system) => notesIn(folder, system).flatMap(({ file, read }) => judge(file, read, self)),
    noting: (processes, system, run) => {
      const file = join(folder, `${keyOf(system)}-${self.pid}-${self.started}.json`);
      const children = /* @__PURE__ */ new Map();
      const save = () => {
        if (children.size === 0) {
          rmSync(file, { force: true });
          return;
        }
        const text = JSON.stringify({ run, host: hostname(), process: self, children: [...children.values()] });
        writeFileSync(`${file}.new`, text);
        renameSync(`${file}.new`, file);
      };
      return {
        run: async (request) => {
          const token = randomBytes(8).toString("hex");
          const child = { program: basename(request.argv[0]), token };
          children.set(token, child);
          save();
          try {
            return await processes.run({
              ...request,
              environment: { ...request.environment, [tokenVariable]: token },
              onStart: (pid) => {
                const process2 = markOf(pid);
                if (process2 === void 0) return;
                children.set(token, { ...child, process: process2 });
                save();
              }
            });
          } finally {
            children.delete(token);
            save();
          }
        }
      };
    }
  };
}
function stateFolder({ XDG_STATE_HOME: state }) {
  return join(state || join(homedir(), ".local", "state"), "staged-upgrade");
}
function judge(file, { run, host, process: process2, children }, self) {
  if (process2.pid === self.pid && process2.started === self.started) return [];
  const seen = sightingOf(process2);
  if (seen === "alive") return [];
  if (seen === "elsewhere") {
    const isBefore = host === hostname() && bootOf(process2.machine) !== bootOf(self.machine);
    if (isBefore || Date.now() - statSync(file).mtimeMs > forgottenMilliseconds) rmSync(file, { force: true });
    return [];
  }
  const left = children.flatMap((child) => {
    const command = child.process ?? startedUnnoted(child);
    if (command === void 0) return [];
    const common = { run, program: child.program, pid: command.pid };
    if (sightingOf(command) === "alive") return [{ ...common, kind: "command" }];
    return hasSession(command.pid) ? [{ ...common, kind: "others" }] : [];
  });
  if (left.length === 0) rmSync(file, { force: true });
  return left;
}
function startedUnnoted({ token }) {
  const pid = token === void 0 ? void 0 : leaderWith(tokenVariable, token);
  return pid === void 0 ? void 0 : markOf(pid);
}
function bootOf(machine) {
  return machine.split(" ")[0];
}
function notesIn(folder, system) {
  const names = readdirSync2(folder).filter((name) => name.startsWith(`${keyOf(system)}-`) && name.endsWith(".json"));
  return names.flatMap((name) => {
    const file = join(folder, name);
    try {
      return [{ file, read: note.parse(JSON.parse(readFileSync2(file, "utf8"))) }];
    } catch {
      return [];
    }
  });
}
function keyOf({ system, journal }) {
  return createHash("sha256").update(`${system}\0${journal}`).digest("hex").slice(0, 16);
}
function canWrite(folder) {
  try {
    makeFolder(folder, 448);
    const file = join(folder, `.write-${process.pid}`);
    writeFileSync(file, "");
    rmSync(file);
    return thisMachine() !== void 0;
  } catch {
    return false;
  }
}

export {
  systemWitness,
  stateFolder
};
