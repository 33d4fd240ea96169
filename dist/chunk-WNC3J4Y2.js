import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/model/hop.ts
function isDoneByHand({ acknowledged, files }) {
  return acknowledged || files?.kind === "in-place";
}
function releaseOn(hop, side) {
  return hop.releases?.[side] ?? hop[side];
}
function referenceTo({ id, from, to, digest }) {
  return { id, from, to, digest };
}
function hopId(from, to) {
  return `${from}--${to}`;
}
function releaseNamed(hop, label) {
  const side = releaseSides.find((each) => hop[each] === label);
  return side === void 0 ? label : releaseOn(hop, side);
}
function isLabel(text) {
  return /^[0-9A-Za-z][0-9A-Za-z._+~-]{0,99}$/.test(text) && !text.includes("--");
}
function isHopId(text) {
  const [from, to, ...others] = text.split("--");
  return from !== void 0 && to !== void 0 && others.length === 0 && isLabel(from) && isLabel(to);
}
var environmentNames = ["production", "staging"];
var releaseSides = ["from", "to"];

export {
  isDoneByHand,
  releaseOn,
  referenceTo,
  hopId,
  releaseNamed,
  isLabel,
  isHopId,
  environmentNames,
  releaseSides
};
