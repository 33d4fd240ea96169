import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/terminal/asked.ts
import { PassThrough } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
var LeftQuestion = class extends Error {
  name = "LeftQuestion";
};
var left = /* @__PURE__ */ new Set(["ExitPromptError", "AbortPromptError"]);
var signalMilliseconds = 50;
async function asked(signal, question) {
  const { stdin } = process;
  const setRawMode = (mode) => {
    stdin.setRawMode(mode);
  };
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode });
  stdin.pipe(input);
  try {
    return await Promise.race([question({ input, signal }), endOf(input)]);
  } catch (error) {
    if (!(error instanceof Error && left.has(error.name))) throw error;
    await delay(signalMilliseconds);
    throw new LeftQuestion(error.message, { cause: error });
  } finally {
    stdin.unpipe(input);
    stdin.pause();
  }
}
function endOf(input) {
  return new Promise((_resolve, reject) => {
    input.once("end", () => {
      const error = new Error("the input has ended");
      error.name = "ExitPromptError";
      reject(error);
    });
  });
}

export {
  LeftQuestion,
  asked
};
