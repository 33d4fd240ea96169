import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  productDocument,
  resolveProduct,
  shippedProducts
} from "./chunk-I32CT4HM.js";
import "./chunk-YIXXVMOR.js";
import "./chunk-VQ6AOQ3M.js";
import "./chunk-B3IDNAVX.js";
import "./chunk-WNC3J4Y2.js";
import "./chunk-VCGMQIQR.js";
import "./chunk-M4XLWBTW.js";
import "./chunk-S3H5TXQI.js";
import "./chunk-XUEIFE5U.js";
import "./chunk-DCKEJSUG.js";
import "./chunk-E45A5XVO.js";
import "./chunk-U2324AUP.js";
import "./chunk-5KFJR3PX.js";
import "./chunk-BRELSNAC.js";
import "./chunk-V2FWIV6S.js";
import "./chunk-VMUPCPIW.js";
import "./chunk-7VO25ZJG.js";
import "./chunk-FVAJADZM.js";
import "./chunk-Y47GD42P.js";
import "./chunk-NPESFTYR.js";
import "./chunk-DHVTPSR5.js";
import "./chunk-ADQVXVUF.js";
import "./chunk-TFTJUDKT.js";
import "./chunk-AMQQXTUU.js";
import "./chunk-JOC32U4G.js";
import "./chunk-LH7BI537.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  productDocument,
  resolveProduct,
  shippedProducts
};
