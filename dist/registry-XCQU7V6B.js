import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  resolveProduct,
  shippedProducts
} from "./chunk-GUXND54S.js";
import "./chunk-DHVTPSR5.js";
import "./chunk-CKUNLGEM.js";
import "./chunk-PRKZQ3BE.js";
export {
  resolveProduct,
  shippedProducts
};
