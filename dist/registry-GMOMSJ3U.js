import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  resolveProduct,
  shippedProducts
} from "./chunk-KPBPT6IH.js";
import "./chunk-3XDNTSC4.js";
import "./chunk-DHVTPSR5.js";
import "./chunk-5JBGWOJI.js";
import "./chunk-PRKZQ3BE.js";
export {
  resolveProduct,
  shippedProducts
};
