import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  visible,
  withoutColours,
  writtenDraft,
  writtenMarkdown
} from "./chunk-NG6ROUHR.js";

// src/world/writing/html.ts
function writtenHtml(draft, plain) {
  return writtenDraft(draft, (text) => escaped(plain(text)), visible);
}
function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

// src/world/writing/pen.ts
function penWith(masks) {
  const text = (raw) => visible(masks.redact(withoutColours(raw)));
  const value = (raw) => /\s/.test(raw) ? text(raw) : visible(masks.redactStrong(raw));
  return {
    text,
    value,
    workflow: (raw) => inert(text(raw)),
    markdown: (draft) => masks.redactStrong(writtenMarkdown(draft, text)),
    html: (draft) => masks.redactStrong(writtenHtml(draft, text)),
    json: (whole, indent) => JSON.stringify(mapTexts(whole, value), void 0, indent)
  };
}
function inert(text) {
  return text.replaceAll(/^([^\S\n]*)::/gm, "$1: :").replaceAll("##[", "## [");
}
function mapTexts(value, replace) {
  if (typeof value === "string") return replace(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, replace));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, replace)]));
}

export {
  penWith,
  mapTexts
};
