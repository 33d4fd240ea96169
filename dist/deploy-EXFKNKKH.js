import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  deployEcs,
  imagesOf,
  openEcs
} from "./chunk-2MCB2QLC.js";
import "./chunk-SXYRW56U.js";
import "./chunk-G6ELUBJS.js";
import "./chunk-4D6GTSEL.js";
import "./chunk-EJC5YJIG.js";
import "./chunk-J7GVVAV2.js";
import "./chunk-CL6HD5LP.js";
import "./chunk-QLIG4M7L.js";
import "./chunk-NPESFTYR.js";
import "./chunk-QWH5Y4IL.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  deployEcs,
  imagesOf,
  openEcs
};
