import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/settings/duration-text.ts
var unitMilliseconds = { s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
var durationPattern = /^(?<amount>[1-9]\d*)(?<unit>[smhd])$/;
function parseDuration(text) {
  const groups = durationPattern.exec(text)?.groups;
  const unit = groups?.unit;
  if (unit !== "s" && unit !== "m" && unit !== "h" && unit !== "d") return void 0;
  return Number(groups?.amount) * unitMilliseconds[unit];
}

export {
  unitMilliseconds,
  durationPattern,
  parseDuration
};
