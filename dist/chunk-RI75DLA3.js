import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";

// src/world/processes/process.ts
import { spawn } from "node:child_process";
import { pipeline } from "node:stream/promises";
import { setTimeout as delay } from "node:timers/promises";
var keptCharacters = 1024 * 1024;
var drainMilliseconds = 1e3;
var systemProcesses = { run };
async function run(request) {
  const [program] = request.argv;
  request.signal?.throwIfAborted();
  const started = performance.now();
  const child = spawned(request);
  if (child.pid !== void 0) request.onStart?.(child.pid);
  const stdout = stdoutOf(child.stdout, request);
  const stderr = collect(child.stderr, (line) => request.onLine?.(line, "stderr"));
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
    const ended = await new Promise((resolve, reject) => {
      child.once("error", (cause) => reject(couldNotStart(program, cause)));
      child.once("close", (code, signal) => resolve({ code, signal }));
      child.once("exit", (code, signal) => {
        if (request.output !== void 0) return;
        drainTimer = setTimeout(() => {
          child.stdout.destroy();
          child.stderr.destroy();
          resolve({ code, signal });
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
    while (mayStillRun && signalGroup(0)) await delay(20);
    clearTimeout(killTimer);
    clearTimeout(drainTimer);
  }
}
function spawned({ argv: [program, ...args], directory, environment }) {
  try {
    return spawn(program, args, {
      cwd: directory,
      env: { ...environment },
      stdio: ["pipe", "pipe", "pipe"],
      // A group of its own: a signal then reaches grandchildren too, which a shell script would otherwise leave behind.
      detached: true
    });
  } catch (cause) {
    throw cause instanceof Error ? couldNotStart(program, cause) : cause;
  }
}
function couldNotStart(program, cause) {
  const { happened, next } = whyNotStarted(program, cause);
  return new SystemFailure({ happened, means: "Nothing was done by it.", next }, { cause });
}
function whyNotStarted(program, { code, message }) {
  const failed = `The program "${program}" could not be started`;
  switch (code) {
    case "ENOENT":
      return {
        happened: `The program "${program}" was not found.`,
        next: `Install "${program}" on this machine, or correct the PATH or the configuration.`
      };
    case "ENOTDIR":
      return {
        happened: `${failed}: a part of its path, or of the path of the folder that it is started in, is not a folder.`,
        next: "Correct the path in the configuration."
      };
    case "E2BIG":
      return {
        happened: `${failed}: an argument or a variable is longer than this system takes (usually 128 KiB), or all of them together are.`,
        next: "Put the long value into a file, and give the program the path of the file."
      };
    case "ERR_INVALID_ARG_VALUE":
      return {
        happened: `${failed}: an argument or a variable contains a null character, which no program can be given.`,
        next: "Correct the value in the configuration, or the version or variable that it is made from."
      };
    default:
      return { happened: `${failed}: ${message}.`, next: "Check its path and its permissions." };
  }
}
function stdoutOf(stream, { output, onOutput, onLine }) {
  if (output !== void 0) return { text: () => "" };
  if (onOutput === void 0) return collect(stream, (line) => onLine?.(line, "stdout"));
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
  let failure;
  input.once("error", (cause) => {
    failure = cause;
  });
  await pipeline(input, stdin).catch((cause) => {
    if (failure === cause && !isClosedPipe(cause)) throw cause;
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
    const lines = (partial + chunk).split("\n");
    partial = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
  stream.on("end", () => {
    if (partial !== "") onLine(partial);
  });
  return { text: () => kept };
}

export {
  systemProcesses,
  couldNotStart
};
