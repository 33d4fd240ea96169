import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/drivers/backup-stores/backup-id.ts
import { createHash } from "node:crypto";
var longestHop = 120;
function backupId({ purpose, hop, at }) {
  const time = at.toISOString().replaceAll(/[-:.]/g, "");
  return `${time}_${purpose}_${safe(hop)}`;
}
function isBackupId(text) {
  return /^[A-Za-z0-9][A-Za-z0-9._+-]{0,199}$/.test(text);
}
function safe(hop) {
  const plain = hop.replaceAll(/[^A-Za-z0-9._+-]+/g, "-");
  if (plain === hop && hop.length <= longestHop) return hop;
  return `${plain.slice(0, longestHop)}-${createHash("sha256").update(hop).digest("hex").slice(0, 8)}`;
}

export {
  backupId,
  isBackupId
};
