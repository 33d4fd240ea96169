import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  logsOfCdk,
  servicesNow,
  settleServices,
  stopCdk
} from "./chunk-QVM6CHB3.js";
import "./chunk-B332QJVT.js";
import "./chunk-IHVNN2UR.js";
import "./chunk-AONNMQMY.js";
import "./project.js";
import "./chunk-2UPXHTCN.js";
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
