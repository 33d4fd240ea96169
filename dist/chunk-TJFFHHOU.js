import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  waiting
} from "./chunk-KHLEDX2Y.js";

// src/steps/hop/left-behind.ts
function leftBehind({ effects, configuration, journal }) {
  return effects.witness?.leftBehind(keyOf(configuration.system, journal.description)) ?? [];
}
function keyOf(system, journal) {
  return { system, journal };
}
function commandLeftBehind(project) {
  const command = leftBehind(project).find(({ kind }) => kind === "command");
  if (command === void 0) return void 0;
  return waiting(
    `${leftBehindText(command)} is still running, although the run that started it is gone.`,
    `It may be changing ${project.configuration.system}. Nothing was done.`,
    `Wait until it has ended, or end it with: kill -- -${command.pid}. Then run the same command again.`
  );
}
function leftBehindText({ program, pid, run }) {
  return `"${program}" (process ${pid}, started by ${run})`;
}

export {
  leftBehind,
  keyOf,
  commandLeftBehind,
  leftBehindText
};
