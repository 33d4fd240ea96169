import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  isMapping,
  valueAt
} from "./chunk-4X6B3AHX.js";

// src/config/written-data.ts
function writtenData(document, environment) {
  const path = ["environments", environment, "data"];
  const written = valueAt(document, path);
  const items = Array.isArray(written) ? written : [written];
  return items.flatMap((item, index) => {
    if (!isMapping(item)) return [];
    const [kind, ...others] = Object.keys(item).filter((key) => key !== "name");
    if (kind === void 0 || others.length > 0) return [];
    const name = valueAt(item, ["name"]) ?? kind;
    if (typeof name !== "string") return [];
    return [{ name, kind, settings: valueAt(item, [kind]), path: Array.isArray(written) ? [...path, index] : path }];
  });
}

export {
  writtenData
};
