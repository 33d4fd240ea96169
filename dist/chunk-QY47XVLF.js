import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/model/manifest.ts
var backupPurposes = ["rehearsal", "restore-point"];
var manifestFormat = 2;

// src/core/model/operation.ts
var operations = ["plan", "rehearse", "climb"];

export {
  backupPurposes,
  manifestFormat,
  operations
};
