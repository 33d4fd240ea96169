import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  endOfRun,
  givingBackIfThrown,
  isLastUnderLease,
  releaseLease,
  releaseQuietly,
  underLease
} from "./chunk-CV6QIYBD.js";
import "./chunk-EWPN2B5P.js";
import "./chunk-JBZEG5WW.js";
import "./chunk-TJFFHHOU.js";
import "./chunk-KHLEDX2Y.js";
import "./chunk-E6PL2XUX.js";
import "./chunk-HPBJV7J4.js";
import "./chunk-5KFJR3PX.js";
import "./chunk-NPESFTYR.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  endOfRun,
  givingBackIfThrown,
  isLastUnderLease,
  releaseLease,
  releaseQuietly,
  underLease
};
