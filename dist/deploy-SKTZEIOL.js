import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  deployCdk,
  requireUpdatable
} from "./chunk-GA3JPYYF.js";
import "./chunk-LSKUARW3.js";
import "./chunk-FW7VN5RT.js";
import "./chunk-B77CSE4D.js";
import "./chunk-D654UNZ2.js";
import "./chunk-R6D2IYUG.js";
import "./project.js";
import "./chunk-MQSDOPTC.js";
import "./chunk-Q4ZBEIHS.js";
import "./steps.js";
import "./project.js";
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
import "./project.js";
import "./start.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";
export {
  deployCdk,
  requireUpdatable
};
