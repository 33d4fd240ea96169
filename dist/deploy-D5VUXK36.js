import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  deployEcs,
  imagesOf,
  openEcs
} from "./chunk-RKEL23WF.js";
import "./chunk-4D6GTSEL.js";
import "./project.js";
import "./chunk-MOPX2YZZ.js";
import "./chunk-GT5I37AX.js";
import "./chunk-J7GVVAV2.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./terminal.js";
import "./chunk-2X25XA2Y.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";
export {
  deployEcs,
  imagesOf,
  openEcs
};
