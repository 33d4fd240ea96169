import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/effects/judged-output.ts
import { stripVTControlCharacters } from "node:util";
var brokenFrom = 40;
var frames = /[\u2500-\u259f|]/g;
function outputJudge({ expect, forbid }) {
  const missing = new Map(expect.map((text) => [normal(text), text]));
  const forbidden = forbid.map((text) => [normal(text), text]);
  const longest = Math.max(0, ...[...expect, ...forbid].map((text) => text.length));
  const streams = /* @__PURE__ */ new Map();
  let found;
  return {
    line: (text, stream) => {
      for (const part of stripVTControlCharacters(text).split("\r")) {
        const seen = extended(streams.get(stream) ?? emptyWindow, part, longest);
        streams.set(stream, seen.window);
        const holds = (wanted) => seen.readings.some((reading) => reading.includes(wanted));
        for (const wanted of missing.keys()) if (holds(wanted)) missing.delete(wanted);
        const forbiddenHere = forbidden.find(([wanted]) => holds(wanted));
        if (forbiddenHere !== void 0) found ??= saysForbidden(forbiddenHere[1], normal(part));
      }
    },
    fault: () => {
      if (found !== void 0) return found;
      const [first] = missing.values();
      return first === void 0 ? void 0 : `its output does not say "${first}"`;
    }
  };
}
var emptyWindow = { spaced: "", joined: "", mayBeBroken: false };
function extended({ spaced, joined, mayBeBroken }, part, longest) {
  const line = normal(part);
  const withSpace = `${spaced} ${line}`.trimStart();
  const unbroken = mayBeBroken ? `${joined}${line}` : `${joined} ${line}`.trimStart();
  const window = {
    spaced: withSpace.slice(-longest),
    joined: unbroken.slice(-longest),
    mayBeBroken: part.trimEnd().length >= brokenFrom && !/[\s|\u2500-\u259f]$/.test(part)
  };
  return { window, readings: [withSpace, unbroken] };
}
function normal(text) {
  return text.replaceAll(frames, " ").replaceAll(/\s+/g, " ").trim();
}
function saysForbidden(text, line) {
  return line === text || line === "" ? `its output says "${text}"` : `its output says "${text}": ${line.slice(0, 300)}`;
}

export {
  outputJudge
};
