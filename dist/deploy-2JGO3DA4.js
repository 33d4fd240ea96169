import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  deployCdk,
  requireUpdatable
} from "./chunk-JKLHENNF.js";
import "./chunk-A55LIPWM.js";
import "./chunk-SYBTVGHE.js";
import "./chunk-MOPX2YZZ.js";
import "./chunk-NBZQBKX3.js";
import "./chunk-6GKGFRNL.js";
import "./project.js";
import "./chunk-GT5I37AX.js";
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
