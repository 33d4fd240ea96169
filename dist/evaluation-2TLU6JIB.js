import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  canonicalJson,
  placeOf,
  why
} from "./project.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/probes/evaluation.ts
import jsonata from "./libraries/jsonata.js";
var limits = { timeout: 5e3, stack: 500, sequence: 1e6 };
async function evaluated({ text, json, answers, now }) {
  const bindings = { answers, now: () => new Date(now).toISOString(), millis: () => now };
  try {
    const compiled = jsonata(text, limits);
    compiled.registerFunction("distinct", distinct, "<x:x>");
    const found = await compiled.evaluate(json, bindings);
    return { kind: "json", value: found };
  } catch (error) {
    return {
      kind: "failed",
      reason: `its JSONata expression cannot be evaluated${placeOf(error)}: ${why(error, text)}`
    };
  }
}
function distinct(list) {
  if (!Array.isArray(list) || list.length <= 1) return list;
  const seen = /* @__PURE__ */ new Map();
  for (const each of list) {
    const key = canonicalJson(each);
    if (!seen.has(key)) seen.set(key, each);
  }
  const values = [...seen.values()];
  return "sequence" in list ? Object.assign(values, { sequence: true }) : values;
}
export {
  evaluated
};
