import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  endOfRun,
  givingBackIfThrown,
  isLastUnderLease,
  releaseLease,
  releaseQuietly,
  underLease
} from "./steps.js";
import "./steps.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./terminal.js";
import "./start.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";
export {
  endOfRun,
  givingBackIfThrown,
  isLastUnderLease,
  releaseLease,
  releaseQuietly,
  underLease
};
