import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  restoreScale,
  stopHelm,
  stopWorkloads
} from "./chunk-D2XLMMCI.js";
import "./chunk-A6FQ233O.js";
import "./chunk-OCVTC7UE.js";
import "./start.js";
import "./chunk-6P3VFYUL.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./terminal.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";
export {
  restoreScale,
  stopHelm,
  stopWorkloads
};
