import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  messageReader,
  normal,
  textOf
} from "./chunk-AQUAXNHM.js";

// src/world/effects/judged-output.ts
var brokenFrom = 40;
function outputJudge({ expect, forbid }) {
  const missing = new Map(expect.map((text) => [normal2(text), text]));
  const forbidden = forbid.map((text) => [normal2(text), text]);
  const longest = Math.max(0, ...[...expect, ...forbid].map((text) => text.length));
  const streams = /* @__PURE__ */ new Map();
  let found;
  return {
    line: (text, stream) => {
      const { window, messageOf } = streams.get(stream) ?? { window: emptyWindow, messageOf: messageReader() };
      let last = window;
      for (const part of text.split("\r")) {
        const seen = extended(last, textOf(part), longest);
        last = seen.window;
        const message = messageOf(part);
        const holds = (wanted) => seen.readings.some((reading) => reading.includes(wanted));
        for (const wanted of missing.keys()) if (holds(wanted)) missing.delete(wanted);
        const forbiddenHere = forbidden.find(([wanted]) => holds(wanted));
        if (forbiddenHere !== void 0) found ??= saysForbidden(forbiddenHere[1], message);
      }
      streams.set(stream, { window: last, messageOf });
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
  const line = normal2(part);
  const withSpace = `${spaced} ${line}`.trimStart();
  const unbroken = mayBeBroken ? `${joined}${line}` : `${joined} ${line}`.trimStart();
  const window = {
    spaced: withSpace.slice(-longest),
    joined: unbroken.slice(-longest),
    mayBeBroken: part.trimEnd().length >= brokenFrom && !/[\s|\u2500-\u259f]$/.test(part)
  };
  return { window, readings: [withSpace, unbroken] };
}
function normal2(text) {
  return normal(text.replaceAll("|", " "));
}
function saysForbidden(text, line) {
  return line === text || line === "" ? `its output says "${text}"` : `its output says "${text}": ${line.slice(0, 300)}`;
}

export {
  outputJudge
};
