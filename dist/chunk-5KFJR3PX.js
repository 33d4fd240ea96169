import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/messages/finding.ts
function fine(subject, happened) {
  return { kind: "ok", subject, happened, means: "", next: "" };
}
function problem(subject, message) {
  return { kind: "problem", subject, ...message };
}
function warning(subject, message) {
  return { kind: "warning", subject, ...message };
}
function cannotTell(subject, message) {
  return { kind: "cannot-tell", subject, ...message };
}

export {
  fine,
  problem,
  warning,
  cannotTell
};
