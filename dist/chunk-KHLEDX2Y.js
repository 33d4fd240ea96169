import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/decisions/decision.ts
function alreadyDone(because, backup) {
  return { kind: "already-done", because, ...backup === void 0 ? {} : { backup } };
}
function refuse(happened, means, next) {
  return { kind: "refuse", message: { happened, means, next } };
}
function waiting(happened, means, next) {
  return { kind: "waiting", message: { happened, means, next } };
}
function failed(happened, means, next) {
  return { kind: "failed", message: { happened, means, next } };
}
function cannotTell(happened, means, next) {
  return { kind: "unknown", message: { happened, means, next } };
}

export {
  alreadyDone,
  refuse,
  waiting,
  failed,
  cannotTell
};
