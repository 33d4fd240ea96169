import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/model/digest.ts
import { createHash } from "node:crypto";
function digestOf({ done, ...rest }) {
  return sha256({ format: 2, ...rest, done: contentDigests(done) });
}
function contentDigests(contents) {
  const present = Object.entries(contents).filter(([, value]) => !isNothing(value));
  return Object.fromEntries(present.map(([name, value]) => [name, sha256(value)]));
}
function wholeDigest(contents) {
  return sha256(contentDigests(contents));
}
function changedContents(before, now) {
  const names = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(now)])];
  return names.filter((name) => before[name] !== now[name]).toSorted();
}
function isNothing(value) {
  return value === void 0 || value === null || canonicalJson(value) === "{}" || canonicalJson(value) === "[]";
}
function sha256(value) {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, member]) => member !== void 0).toSorted(([a], [b]) => a < b ? -1 : 1).map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

// src/drivers/probes/expression-error.ts
function thrownAs(error) {
  return typeof error === "object" && error !== null ? error : {};
}
function mistakeOf(error) {
  if (error instanceof RangeError) return "it is nested too deeply";
  const { message } = thrownAs(error);
  return `${typeof message === "string" ? message.replace(/\.$/, "") : "it cannot be read"}${placeOf(error)}`;
}
function placeOf(error) {
  const { position } = thrownAs(error);
  return typeof position === "number" ? ` at character ${position}` : "";
}
var ofItself = ["D3137", "D3141"];
function why(error, expression) {
  if (error instanceof RangeError) return "it goes too deep, or makes too much";
  const { code, message, value, value2, exp } = thrownAs(error);
  if (typeof message !== "string" || typeof code !== "string") return "it does not fit what was answered";
  if (ofItself.includes(code)) return expression.includes(message) ? message : "it ends with an error of its own";
  const quoted = [value, value2, exp].flatMap(
    (each) => each === void 0 ? [] : [JSON.stringify(each) ?? "", String(each)]
  );
  return quoted.filter((text) => text.length > 0).reduce((shown, text) => shown.replaceAll(text, "\u2026"), message).replace(/\.$/, "");
}

export {
  digestOf,
  contentDigests,
  wholeDigest,
  changedContents,
  canonicalJson,
  mistakeOf,
  placeOf,
  why
};
