import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  deployEcs,
  imagesOf,
  openEcs
} from "./chunk-A6LNLSKL.js";
import "./chunk-Q3KMJCPZ.js";
import "./project.js";
import "./chunk-B77CSE4D.js";
import "./chunk-MQSDOPTC.js";
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
