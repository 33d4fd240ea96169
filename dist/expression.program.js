import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/drivers/probes/expression.program.ts
import { createInterface } from "node:readline";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
var mostMegabytes = 512;
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
  worker.on("message", (answer) => process.stdout.write(`${answer}
`));
  worker.on("error", () => process.exit(1));
  createInterface({ input: process.stdin }).on("line", (question) => worker.postMessage(question)).on("close", () => process.exit());
} else {
  const { evaluated } = await import("./evaluation-2TLU6JIB.js");
  parentPort?.on("message", async (question) => {
    const asked = JSON.parse(question);
    parentPort?.postMessage(JSON.stringify(await evaluated(asked)));
  });
}
