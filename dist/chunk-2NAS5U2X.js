import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  readContainers
} from "./chunk-337MZF5C.js";
import {
  SystemFailure
} from "./start.js";

// src/drivers/deployers/compose/running-now.ts
async function runningNow(engine, project, services) {
  try {
    return runningText(await readContainers(engine, project, services), services);
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return `What runs now could not be read (${error.detail.happened.replace(/\.$/, "")}).`;
  }
}
function runningText(containers, services) {
  const each = services.map((service) => {
    const own = containers.filter((container) => container.service === service);
    if (own.length === 0) return `${service} has no container`;
    const running = own.filter(isRunning);
    if (running.length === 0) return `${service} does not run: ${counted(own)}`;
    const ended = own.filter((container) => !isRunning(container));
    return `${service} runs ${counted(running)}${ended.length === 0 ? "" : `, beside ${counted(ended)}`}`;
  });
  return `Now ${each.join("; ")}.`;
}
function isRunning({ status }) {
  return status === "running" || status === "paused" || status === "restarting";
}
function counted(containers) {
  const texts = containers.map((container) => `${container.image} (${stateText(container)})`);
  const counts = Map.groupBy(texts, (text) => text);
  return [...counts].map(([text, same]) => same.length === 1 ? text : `${same.length} of ${text}`).join(" and ");
}
function stateText({ status, health, exitCode, outOfMemory, restarts }) {
  if (status === "exited" || status === "dead")
    return outOfMemory ? "ended because memory ran out" : `exited with code ${exitCode}`;
  if (status === "restarting") return `restarting, ${restarts} times so far, last exit code ${exitCode}`;
  if (status === "running") return health === void 0 || health === "none" ? "running" : health;
  return status;
}

export {
  runningNow,
  isRunning,
  stateText
};
