import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  isHopId
} from "./chunk-WNC3J4Y2.js";
import {
  UserError
} from "./chunk-NJJAAM2E.js";

// src/steps/hop/typed-hop.ts
function typedHop(text) {
  if (!isHopId(text)) throw notAnId(text);
  return text;
}
function notAnId(text) {
  const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}\u2026` : text);
  return new UserError({
    happened: `${shown} is not the id of a hop.`,
    means: "A hop is named by its two versions, joined by two hyphens. Nothing was done.",
    next: 'Write, for example, 1.0.2--1.1.4. "staged-upgrade plan" lists the ids, and so does the log.'
  });
}

export {
  typedHop
};
