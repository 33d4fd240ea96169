import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/processes/answering-program.ts
import { spawn } from "node:child_process";
import { Socket } from "node:net";
import { fileURLToPath } from "node:url";
function answeringProgram(file, limits) {
  let running;
  let turn = Promise.resolve();
  const close = () => {
    running?.end();
    running = void 0;
  };
  const askNow = async (question, signal) => {
    signal.throwIfAborted();
    running ??= converse(file, limits.bytes);
    const { promise, resolve, reject } = Promise.withResolvers();
    const timer = setTimeout(() => resolve({ kind: "too-long" }), limits.milliseconds);
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    running.ask(question, resolve);
    try {
      const answered = await promise;
      if (answered.kind !== "answer") close();
      return answered;
    } catch (error) {
      close();
      throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    }
  };
  return {
    ask: (question, signal) => {
      const asked = turn.then(() => askNow(question, signal));
      turn = asked.catch(() => void 0);
      return asked;
    },
    close
  };
}
function converse(file, mostBytes) {
  const program = spawn(process.execPath, ["--no-warnings", fileURLToPath(file)], {
    // It gets no secret, and none of the options of Node.js that this process was started with.
    env: {},
    stdio: ["pipe", "pipe", "ignore"],
    // Ctrl-C reaches this process alone, which ends the program.
    detached: true
  });
  let ended = false;
  let listener = () => void 0;
  let chunks = [];
  let bytes = 0;
  const onEnd = () => {
    ended = true;
    listener({ kind: "too-much" });
  };
  program.on("error", onEnd);
  program.on("exit", onEnd);
  program.stdin.on("error", () => void 0);
  program.stdout.on("data", (chunk) => {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > mostBytes) listener({ kind: "too-much" });
    else if (chunk.includes("\n")) {
      const text = Buffer.concat(chunks).toString("utf8");
      [chunks, bytes] = [[], 0];
      listener({ kind: "answer", text });
    }
  });
  program.unref();
  for (const pipe of [program.stdin, program.stdout]) if (pipe instanceof Socket) pipe.unref();
  return {
    ask: (question, answered) => {
      listener = answered;
      if (ended) onEnd();
      else program.stdin.write(`${question}
`);
    },
    end: () => program.kill("SIGKILL")
  };
}

// src/drivers/probes/expression-program.ts
var usualLimits = { milliseconds: 1e4, bytes: 16 * 1024 * 1024 };
function expressionProgram(limits = usualLimits) {
  return answeringProgram(new URL("./expression.program.js", import.meta.url), limits);
}

export {
  expressionProgram
};
