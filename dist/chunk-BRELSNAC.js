import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  object,
  record,
  string
} from "./chunk-K63SF6ED.js";

// src/core/model/parts.ts
var partName = string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "small letters, digits and single hyphens, such as chart").max(63);
var partVersion = string().regex(/^[0-9A-Za-z][0-9A-Za-z._+~-]{0,99}$/, 'a version, such as "7.10.0"');
var partVersions = record(partName, partVersion).readonly();
var hopParts = object({ from: partVersions, to: partVersions }).readonly();
function partPlaceholders(parts) {
  return Object.fromEntries(Object.entries(parts ?? {}).map(([name, version]) => [`parts.${name}`, version]));
}

export {
  partName,
  partVersion,
  partVersions,
  hopParts,
  partPlaceholders
};
