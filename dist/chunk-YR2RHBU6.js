import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/model/observation.ts
function unknown(reason) {
  return { kind: "unknown", reason };
}

export {
  unknown
};
