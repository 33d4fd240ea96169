import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  deployEcs,
  imagesOf,
  openEcs
} from "./chunk-CYTO4BGV.js";
import "./chunk-Q3KMJCPZ.js";
import "./project.js";
import "./chunk-IHVNN2UR.js";
import "./chunk-2UPXHTCN.js";
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
