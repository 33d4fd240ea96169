import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  markDeclared,
  markStaging
} from "./chunk-AJK4TONO.js";
import "./chunk-KJR6AY27.js";
import "./chunk-E23ERQN2.js";
import "./chunk-52LCQ3LF.js";
import "./chunk-D43QRV6R.js";
import "./chunk-TYRW65SW.js";
import "./chunk-4X6B3AHX.js";
import "./chunk-CV6QIYBD.js";
import "./chunk-EWPN2B5P.js";
import "./chunk-JBZEG5WW.js";
import "./chunk-TJFFHHOU.js";
import "./chunk-KHLEDX2Y.js";
import "./chunk-E6PL2XUX.js";
import "./chunk-DO6CFL5Q.js";
import "./chunk-7POW3KRZ.js";
import "./chunk-HPBJV7J4.js";
import "./chunk-5KFJR3PX.js";
import "./chunk-ZGX2ZA3I.js";
import "./chunk-NPESFTYR.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  markDeclared,
  markStaging
};
