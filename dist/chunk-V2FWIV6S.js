import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/log.ts
var silentLog = {
  info: () => void 0,
  warn: () => void 0,
  output: () => void 0,
  group: (_title, body) => body(),
  progress: () => void 0
};

export {
  silentLog
};
