import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  longestMatrix
} from "./steps.js";

// src/core/model/fleet-leg.ts
var mostSystems = 2 * longestMatrix;
function matricesOf(legs) {
  return { systems: legs.slice(0, longestMatrix), "more-systems": legs.slice(longestMatrix, mostSystems) };
}

export {
  mostSystems,
  matricesOf
};
