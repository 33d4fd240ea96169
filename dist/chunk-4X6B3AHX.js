import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  UserError
} from "./chunk-NJJAAM2E.js";

// src/config/environment-settings.ts
function stagingWaiver({ environments: { staging } }) {
  return "waive" in staging ? staging.waive : void 0;
}
function settingsOf(configuration, environment) {
  return environment === "production" ? configuration.environments.production : stagingOf(configuration);
}
function stagingOf({ environments: { staging } }) {
  if (!("waive" in staging)) return staging;
  throw new UserError({
    happened: `There is no staging: ${quotedReason(staging.waive)}.`,
    means: "What works on staging has nothing to work on. Nothing was done.",
    next: 'Go on with the steps on production; or describe a staging under environments.staging in place of "waive".'
  });
}
function quotedReason(reason) {
  return `the configuration waives it ("${reason}")`;
}
function needed(value, where, use) {
  if (value !== void 0) return value;
  throw new UserError({
    happened: `The configuration has no "${where}".`,
    means: `${use} needs it. Nothing was done.`,
    next: `Add it: docs/configuration.md says in which forms.`
  });
}

// src/config/subject.ts
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function valueAt(value, path) {
  return path.reduce((inner, part) => child(inner, part), value);
}
function hasAt(value, path) {
  const last = path.at(-1);
  if (last === void 0) return true;
  const parent = valueAt(value, path.slice(0, -1));
  return typeof parent === "object" && parent !== null && Object.hasOwn(parent, last);
}
function child(value, key) {
  if (typeof value !== "object" || value === null) return void 0;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
function* texts(value, path = []) {
  if (typeof value === "string") yield { text: value, path };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* texts(item, [...path, index]);
  else if (isMapping(value)) for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, key]);
}

export {
  stagingWaiver,
  settingsOf,
  stagingOf,
  needed,
  isMapping,
  valueAt,
  hasAt,
  texts
};
