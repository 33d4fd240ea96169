import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  namesSecret
} from "./chunk-FVAJADZM.js";
import {
  variableNames
} from "./chunk-ZGX2ZA3I.js";

// src/world/secrets/plain-variables.ts
var placeKeys = /* @__PURE__ */ new Set(["file", "path", "bucket", "region", "cluster", "instance"]);
function namesPlace(key) {
  return typeof key === "string" && placeKeys.has(key);
}
function plainVariables(document) {
  const all = templates(document);
  const credentials = new Set(all.filter(isCredential).flatMap(({ text }) => variableNames(text)));
  const names = all.flatMap(({ text, path }) => {
    if (text.includes("@")) return [];
    if (isServerUrl(path)) return variableNames(authorityOf(text));
    return placeKeys.has(path.at(-1) ?? "") ? beginningOf(text) : [];
  });
  return [...new Set(names)].filter((name) => !credentials.has(name) && !namesSecret(name));
}
function isCredential({ path }) {
  const key = path.at(-1) ?? "";
  const opens = path[0] === "environments" && (path[2] === "access" || path[2] === "data");
  return namesSecret(key) || opens && !placeKeys.has(key);
}
function beginningOf(text) {
  const names = variableNames(text);
  const [only] = names;
  return names.length === 1 && only !== void 0 && text.startsWith(`\${${only}}`) ? [only] : [];
}
function authorityOf(text) {
  return /^([a-z]+:\/\/)?[^/]*/.exec(text)?.[0] ?? "";
}
function isServerUrl(path) {
  return path.length === 3 && path[0] === "environments" && path[2] === "url";
}
function templates(value, path = []) {
  if (typeof value === "string") return [{ text: value, path }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => templates(part, [...path, key]));
}

// src/world/processes/child-environment.ts
var ofTheStep = /^(?:ACTIONS_.*|INPUT_.*|GITHUB_(?:OUTPUT|ENV|STATE|STEP_SUMMARY|PATH))$/;
function childEnvironment({ environment, withheld = [] }, named = []) {
  const kept = Object.entries(environment).filter(
    ([name]) => !ofTheStep.test(name) && (!withheld.includes(name) || named.includes(name))
  );
  return Object.fromEntries(kept);
}
function secretVariables(document) {
  const plain = plainVariables(document);
  const names = new Set(templates(document).flatMap(({ text }) => variableNames(text)));
  return [...names].filter((name) => !plain.includes(name));
}

export {
  namesPlace,
  plainVariables,
  templates,
  childEnvironment,
  secretVariables
};
