import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/writing/draft.ts
var opening = "\uFDD0";
var closing = "\uFDD1";
var marks = /[\ufdd0\ufdd1]/g;
var marked = /\ufdd0([^\ufdd0\ufdd1]*)\ufdd1/;
function asItIs(text) {
  return `${opening}${text.replace(marks, "")}${closing}`;
}
function writtenDraft(draft, shown, own) {
  return draft.split(marked).map((part, index) => index % 2 === 1 ? shown(part) : own(part)).join("");
}

// src/world/writing/visible.ts
var colours = new RegExp(
  [
    String.raw`(?:\u001b\[|\u009b)[\d;:]*[mK]`,
    String.raw`\u001b\([AB0]`,
    String.raw`(?:\u001b\]|\u009d)8;[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)`
  ].join("|"),
  "g"
);
function withoutColours(text) {
  return text.replace(colours, "");
}
var unseen = /(?![\t\n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufdd0-\ufdef]/gu;
var short = { "\r": "\\r", "\b": "\\b", "\f": "\\f", "\v": "\\v" };
function visible(text) {
  return text.replace(
    unseen,
    (character) => short[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  );
}

// src/world/writing/markdown.ts
function escapeMarkdown(text) {
  return asItIs(text);
}
function markdownLink(text, url) {
  return `[${text}](${url.replace(/[\s()<>[\]\\`|"']/g, (character) => `%${hex(character)}`)})`;
}
function hex(character) {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, "0");
}
function writtenMarkdown(draft, plain) {
  return writtenDraft(draft, (text) => shownAsItIs(plain(text)), visible);
}
function shownAsItIs(text) {
  const parts = text.replace(/\s+/g, " ").split(address);
  return parts.map((part, index) => index % 2 === 1 ? `<${part}>` : escaped(part)).join("");
}
var address = /(https?:\/\/[\w.~:/?#@!$&'()+,;=%-]*[_~#][\w.~:/?#@!$&'()+,;=%-]*[\w/])/;
function escaped(text) {
  return text.replace(/[\\`*_{}[\]<>|~#]/g, (character) => `\\${character}`).replace(/@(?=\w)/g, "@\u200B");
}

export {
  asItIs,
  writtenDraft,
  withoutColours,
  visible,
  escapeMarkdown,
  markdownLink,
  writtenMarkdown
};
