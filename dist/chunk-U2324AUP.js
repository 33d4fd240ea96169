import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  a,
  e,
  m,
  s,
  x
} from "./chunk-FMH4LM5E.js";

// src/world/yaml/duplicate-keys.ts
function duplicateKeys(document) {
  const offsets = [];
  m(document, {
    Map: (_place, { items }) => {
      const keys = /* @__PURE__ */ new Set();
      for (const { key } of items) {
        if (!e(key)) continue;
        if (keys.has(key.value)) offsets.push(key.range?.[0] ?? 0);
        keys.add(key.value);
      }
    }
  });
  return offsets.toSorted((one, other) => one - other);
}

// src/world/yaml/nesting.ts
var mostLevels = 100;
var scalarFollows = "";
function tooDeepAt(text) {
  return mayBeTooDeep(text) ? lexedDepth(text) : void 0;
}
var indicatorsInARow = new RegExp(`(?:[?-] +){${mostLevels + 1}}`);
function mayBeTooDeep(text) {
  if (indicatorsInARow.test(text)) return true;
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > mostLevels) return true;
  }
  return false;
}
function lexedDepth(text) {
  let [depth, inARow, offset, before] = [0, 0, 0, ""];
  for (const token of new x().lex(text)) {
    const isMark = token === scalarFollows || token === "" || token === "";
    if (before !== scalarFollows && (token === "[" || token === "{")) depth++;
    if (before !== scalarFollows && (token === "]" || token === "}")) depth--;
    if (token === "?" || token === "-") inARow++;
    else if (!/^ *$/.test(token)) inARow = 0;
    if (Math.max(depth, inARow) > mostLevels) return offset;
    if (!isMark) offset += token.length;
    before = token;
  }
  return void 0;
}

// src/world/yaml/read-yaml.ts
var mostMegabytes = 64;
var tooDeep = { kind: "unreadable", reason: "it is nested too deeply" };
function readYaml(text, scalars = "typed") {
  const line = loneReturn(text);
  if (line !== void 0)
    return { kind: "unreadable", reason: `line ${line} has a carriage return without a line feed` };
  if (text.length > mostMegabytes * 1024 * 1024) {
    return { kind: "unreadable", reason: `it is larger than ${mostMegabytes} MiB` };
  }
  if (tooDeepAt(text) !== void 0) return tooDeep;
  const schema = scalars === "texts" ? "failsafe" : "core";
  try {
    const lineCounter = new s();
    const document = a(text, {
      prettyErrors: false,
      lineCounter,
      logLevel: "error",
      uniqueKeys: false,
      schema
    });
    const [error] = document.errors;
    const [duplicate] = duplicateKeys(document);
    const wrong = error !== void 0 ? { at: error.pos[0], what: firstLine(error.message) } : duplicate !== void 0 ? { at: duplicate, what: "Map keys must be unique" } : void 0;
    if (wrong !== void 0) {
      const { line: line2, col } = lineCounter.linePos(wrong.at);
      return { kind: "unreadable", reason: `${wrong.what} at line ${line2}, column ${col}` };
    }
    return { kind: "value", value: document.toJS() };
  } catch (cause) {
    if (cause instanceof RangeError) return tooDeep;
    return { kind: "unreadable", reason: firstLine(cause instanceof Error ? cause.message : String(cause)) };
  }
}
function loneReturn(text) {
  const at = text.search(/\r(?!\n)/);
  return at === -1 ? void 0 : text.slice(0, at).split("\n").length;
}
function firstLine(text) {
  return (text.split("\n")[0] ?? text).replace(/:$/, "");
}

export {
  duplicateKeys,
  mostLevels,
  tooDeepAt,
  readYaml,
  loneReturn
};
