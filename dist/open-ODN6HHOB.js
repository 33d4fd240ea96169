import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  connectAzure,
  openAzure
} from "./chunk-CAUOYVYP.js";
import "./chunk-M4XLWBTW.js";
import "./chunk-QG6HMOOH.js";
import "./chunk-WWXUUFM4.js";
import "./chunk-NPAGDH5U.js";
import "./chunk-FVAJADZM.js";
import "./chunk-ZGX2ZA3I.js";
import "./chunk-L5QXXGGG.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  connectAzure,
  openAzure
};
