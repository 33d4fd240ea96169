import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  restoreScale,
  stopHelm,
  stopWorkloads
} from "./chunk-EO2SUKDW.js";
import "./chunk-TPZTCGAB.js";
import "./chunk-UIHZOIEO.js";
import "./chunk-M43U7CIC.js";
import "./chunk-6P3VFYUL.js";
import "./chunk-NPESFTYR.js";
import "./chunk-RXKSJZAV.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  restoreScale,
  stopHelm,
  stopWorkloads
};
