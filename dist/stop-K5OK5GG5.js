import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  restoreScale,
  stopHelm,
  stopWorkloads
} from "./chunk-5WFHD64Y.js";
import "./chunk-VC46VHQR.js";
import "./chunk-Q3SNY3QI.js";
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
