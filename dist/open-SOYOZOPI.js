import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  connectS3,
  openS3
} from "./chunk-NC5ORQA5.js";
import "./chunk-QG6HMOOH.js";
import "./chunk-WWXUUFM4.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  connectS3,
  openS3
};
