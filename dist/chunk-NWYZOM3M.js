import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/model/mark.ts
var whole = /\[staged-upgrade disposable (?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (?<system>[^\s\]]+)\]/g;
var anything = /\[staged-upgrade disposable[^\]]*\]?/g;
function markText({ id, system }) {
  return `[staged-upgrade disposable ${id} ${system}]`;
}
function markIn(text, { tiedTo, place }) {
  const found = [...text.matchAll(anything)];
  if (found.length === 0) return { kind: "none" };
  if (found.length > 1) return { kind: "unclear", reason: `it contains ${found.length} marks`, place };
  const [only] = [...text.matchAll(whole)];
  const { id, system } = only?.groups ?? {};
  if (id === void 0 || system === void 0) return { kind: "unclear", reason: "its mark cannot be read", place };
  return { kind: "disposable", id, system, tiedTo, place };
}
function withoutMarks(text) {
  return text.replace(anything, "").replace(/ {2,}/g, " ").trim();
}

export {
  markText,
  markIn,
  withoutMarks
};
