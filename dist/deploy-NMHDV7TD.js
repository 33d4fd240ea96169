import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  deployCdk,
  requireUpdatable
} from "./chunk-I4NW636G.js";
import "./chunk-QVM6CHB3.js";
import "./chunk-B332QJVT.js";
import "./chunk-IHVNN2UR.js";
import "./chunk-MIR5RS46.js";
import "./chunk-AONNMQMY.js";
import "./project.js";
import "./chunk-2UPXHTCN.js";
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
