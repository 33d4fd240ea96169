import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  logsOfCdk,
  servicesNow,
  settleServices,
  stopCdk
} from "./chunk-LSKUARW3.js";
import "./chunk-FW7VN5RT.js";
import "./chunk-B77CSE4D.js";
import "./chunk-R6D2IYUG.js";
import "./project.js";
import "./chunk-MQSDOPTC.js";
import "./terminal.js";
import "./chunk-2X25XA2Y.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";
export {
  logsOfCdk,
  servicesNow,
  settleServices,
  stopCdk
};
