import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  deployCdk,
  requireUpdatable
} from "./chunk-NVEBQ5Q3.js";
import "./chunk-3Q7JKCR2.js";
import "./chunk-SYBTVGHE.js";
import "./chunk-K4HTTIVX.js";
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
