import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  deployEcs,
  imagesOf,
  openEcs
} from "./chunk-N7G73IKR.js";
import "./chunk-4D6GTSEL.js";
import "./chunk-EJC5YJIG.js";
import "./chunk-J7GVVAV2.js";
import "./chunk-G6ELUBJS.js";
import "./chunk-NPESFTYR.js";
import "./chunk-S5KHKUAU.js";
import "./chunk-RXKSJZAV.js";
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
