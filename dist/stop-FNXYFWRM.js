import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  restoreScale,
  stopHelm,
  stopWorkloads
} from "./chunk-SH2QM6TZ.js";
import "./chunk-FN6E6ESN.js";
import "./chunk-H7WWCSWM.js";
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
