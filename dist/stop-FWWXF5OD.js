import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  stopCompose,
  stopServices
} from "./chunk-BBHPRY3Z.js";
import "./chunk-GWZ6XNKC.js";
import "./chunk-5BVYQXW5.js";
import "./chunk-L3TT7463.js";
import "./chunk-WNC3J4Y2.js";
import "./chunk-FOYJNHJ3.js";
import "./chunk-OXJDHCDJ.js";
import "./chunk-XUEIFE5U.js";
import "./chunk-QVHVT5VD.js";
import "./chunk-DOOSYVZE.js";
import "./chunk-GPL4UOAT.js";
import "./chunk-FAX5FTC3.js";
import "./chunk-NLDPKLUP.js";
import "./chunk-SPBY6WGP.js";
import "./chunk-NW77X6IW.js";
import "./chunk-MIP6TCEH.js";
import "./chunk-AQUAXNHM.js";
import "./chunk-NPAGDH5U.js";
import "./chunk-FVAJADZM.js";
import "./chunk-ZGX2ZA3I.js";
import "./chunk-NPESFTYR.js";
import "./chunk-X67IRU5F.js";
import "./chunk-JOC32U4G.js";
import "./chunk-HL2FA6NW.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  stopCompose,
  stopServices
};
