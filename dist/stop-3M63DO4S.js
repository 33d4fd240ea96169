import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  stopCompose,
  stopServices
} from "./chunk-5AK54LBA.js";
import "./chunk-GWZ6XNKC.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./chunk-Q5B5LE2T.js";
import "./chunk-MCOCCPC3.js";
import "./project.js";
import "./chunk-2NAS5U2X.js";
import "./chunk-337MZF5C.js";
import "./chunk-JZRXRZHE.js";
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
