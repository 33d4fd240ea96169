import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  deployCdk,
  requireUpdatable
} from "./chunk-ODL6P4ZQ.js";
import "./chunk-U2324AUP.js";
import "./chunk-KHDOC3WC.js";
import "./chunk-P25ZD2ZY.js";
import "./chunk-G6ELUBJS.js";
import "./chunk-NPESFTYR.js";
import "./chunk-S5KHKUAU.js";
import "./chunk-RXKSJZAV.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-QWH5Y4IL.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  deployCdk,
  requireUpdatable
};
