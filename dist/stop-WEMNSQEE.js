import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  restoreScale,
  stopHelm,
  stopWorkloads
} from "./chunk-64AMSLOV.js";
import "./chunk-S3UV5TAU.js";
import "./chunk-DWTSYYUL.js";
import "./chunk-6P3VFYUL.js";
import "./chunk-7VO25ZJG.js";
import "./chunk-FVAJADZM.js";
import "./chunk-Y47GD42P.js";
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
