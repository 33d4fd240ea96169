import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/model/notice.ts
var noticeKinds = ["approval", "failed", "complete", "rolled-back"];
function shortened(text, limit) {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}\u2026`;
}

export {
  noticeKinds,
  shortened
};
