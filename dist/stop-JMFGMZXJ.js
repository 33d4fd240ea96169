import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  stopCompose,
  stopServices
} from "./chunk-IKCBZRX5.js";
import "./chunk-GWZ6XNKC.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./chunk-JZC3VOH3.js";
import "./chunk-YNVVUA5Q.js";
import "./project.js";
import "./chunk-QVHVT5VD.js";
import "./chunk-DOOSYVZE.js";
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
