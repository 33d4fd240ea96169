import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  markDeclared,
  markStaging_JYNXWVK6 as markStaging
} from "./steps.js";
import "./start.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./steps.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./terminal.js";
import "./start.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";
export {
  markDeclared,
  markStaging
};
