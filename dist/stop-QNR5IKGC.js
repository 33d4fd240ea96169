import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  stopCompose,
  stopServices
} from "./chunk-33QND2YJ.js";
import "./chunk-GWZ6XNKC.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./chunk-2SUTUTGS.js";
import "./chunk-BKATBUIV.js";
import "./project.js";
import "./chunk-2NAS5U2X.js";
import "./chunk-337MZF5C.js";
import "./chunk-GGYR6SAC.js";
import "./steps.js";
import "./chunk-Q4ZBEIHS.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./terminal.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";
export {
  stopCompose,
  stopServices
};
