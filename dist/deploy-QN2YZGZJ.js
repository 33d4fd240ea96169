import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  deployCdk,
  requireUpdatable
} from "./chunk-RPOJRLEG.js";
import "./chunk-DGDRCUZ7.js";
import "./chunk-SXYRW56U.js";
import "./chunk-OOSXMDAC.js";
import "./chunk-VN5AY22X.js";
import "./chunk-U2324AUP.js";
import "./chunk-G6ELUBJS.js";
import "./chunk-KHDOC3WC.js";
import "./chunk-P25ZD2ZY.js";
import "./chunk-CL6HD5LP.js";
import "./chunk-QLIG4M7L.js";
import "./chunk-NPESFTYR.js";
import "./chunk-QWH5Y4IL.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  deployCdk,
  requireUpdatable
};
