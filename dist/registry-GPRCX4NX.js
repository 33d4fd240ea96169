import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  resolveProduct,
  shippedProducts
} from "./chunk-6Y5EHKPJ.js";
import "./chunk-IRB74RHG.js";
import "./chunk-C5C24WAL.js";
import "./chunk-5KFJR3PX.js";
import "./chunk-BRELSNAC.js";
import "./chunk-S3H5TXQI.js";
import "./chunk-V2FWIV6S.js";
import "./chunk-XUEIFE5U.js";
import "./chunk-DHVTPSR5.js";
import "./chunk-R3WG5HHZ.js";
import "./chunk-5KAGRMLE.js";
import "./chunk-U2324AUP.js";
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
  resolveProduct,
  shippedProducts
};
