import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";

// src/world/processes/asked-program.ts
var usualMilliseconds = 6e4;
async function askProgram(processes, request, milliseconds = usualMilliseconds) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), milliseconds);
  try {
    return await processes.run({ ...request, signal: limit.signal });
  } catch (cause) {
    if (limit.signal.aborted) throw noAnswer(request.argv.join(" "), milliseconds);
    if (cause instanceof SystemFailure) return void 0;
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}
function noAnswer(command, milliseconds) {
  return new SystemFailure({
    happened: `"${command}" gave no answer within ${milliseconds / 1e3} s, and was ended.`,
    means: "Nothing was done.",
    next: "Run it by hand on this machine: it may wait for a question to be answered, or for a network. Then run the step again."
  });
}

export {
  askProgram
};
