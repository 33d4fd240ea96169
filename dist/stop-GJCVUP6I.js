import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  restoreScale,
  stopHelm,
  stopWorkloads
} from "./chunk-K6EBS6WT.js";
import "./chunk-NRPGJGUZ.js";
import "./chunk-CFBA7VTF.js";
import "./chunk-DM5PRBW2.js";
import "./chunk-6P3VFYUL.js";
import "./chunk-QLIG4M7L.js";
import "./chunk-NPESFTYR.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  restoreScale,
  stopHelm,
  stopWorkloads
};
