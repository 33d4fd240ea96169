import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  settleServices,
  stopCdk
} from "./chunk-DGDRCUZ7.js";
import "./chunk-SXYRW56U.js";
import "./chunk-VN5AY22X.js";
import "./chunk-U2324AUP.js";
import "./chunk-G6ELUBJS.js";
import "./chunk-NPESFTYR.js";
import "./chunk-QWH5Y4IL.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  settleServices,
  stopCdk
};
