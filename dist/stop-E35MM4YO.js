import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  restoreScale,
  stopHelm,
  stopWorkloads
} from "./chunk-D2XLMMCI.js";
import "./chunk-A6FQ233O.js";
import "./chunk-OCVTC7UE.js";
import "./chunk-RI75DLA3.js";
import "./chunk-6P3VFYUL.js";
import "./chunk-NPAGDH5U.js";
import "./chunk-FVAJADZM.js";
import "./chunk-ZGX2ZA3I.js";
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
