import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  deployCdk,
  requireUpdatable
} from "./chunk-WT743YGR.js";
import "./chunk-WKE6T7VF.js";
import "./chunk-SYBTVGHE.js";
import "./chunk-RHQDX7OF.js";
import "./chunk-TVTV65EQ.js";
import "./chunk-DY7VHM6B.js";
import "./chunk-U2324AUP.js";
import "./chunk-GT5I37AX.js";
import "./chunk-NLDPKLUP.js";
import "./chunk-SPBY6WGP.js";
import "./chunk-NW77X6IW.js";
import "./chunk-MIP6TCEH.js";
import "./chunk-AQUAXNHM.js";
import "./chunk-NPAGDH5U.js";
import "./chunk-FVAJADZM.js";
import "./chunk-ZGX2ZA3I.js";
import "./chunk-NPESFTYR.js";
import "./chunk-LH7BI537.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-HL2FA6NW.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  deployCdk,
  requireUpdatable
};
