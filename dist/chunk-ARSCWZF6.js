import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/json-depth.ts
function jsonDepth(text) {
  let depth = 0;
  let deep = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === "[" || bracket === "{" ? 1 : -1));
    deep = Math.max(deep, depth);
  }
  return deep;
}

// src/drivers/probes/json-value.ts
function valueAt(json, path) {
  let value = json;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return value;
}
var deepest = 500;
function parseJson(text) {
  if (jsonDepth(text) > deepest)
    return { kind: "not-json", reason: `is JSON with more than ${deepest} levels, which is not read` };
  try {
    return { kind: "json", value: JSON.parse(text) };
  } catch {
    return { kind: "not-json", reason: "is not JSON" };
  }
}
function textOf(value) {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : void 0;
}
function withValueAt(json, path, value) {
  const [key = "", ...rest] = path.split(".");
  if (typeof json !== "object" || json === null) return json;
  const inner = (each) => rest.length === 0 ? value : withValueAt(each, rest.join("."), value);
  if (Array.isArray(json)) return json.map((each, index) => String(index) === key ? inner(each) : each);
  return Object.fromEntries(Object.entries(json).map(([name, each]) => [name, name === key ? inner(each) : each]));
}

export {
  jsonDepth,
  valueAt,
  parseJson,
  textOf,
  withValueAt
};
