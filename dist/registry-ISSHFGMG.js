import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  resolveProduct,
  shippedProducts
} from "./chunk-U4L25DT2.js";
import "./chunk-VQ6AOQ3M.js";
import "./chunk-PBG3ANSW.js";
import "./chunk-U2324AUP.js";
import "./chunk-5KFJR3PX.js";
import "./chunk-BRELSNAC.js";
import "./chunk-V2FWIV6S.js";
import "./chunk-S3H5TXQI.js";
import "./chunk-XUEIFE5U.js";
import "./chunk-CL6HD5LP.js";
import "./chunk-QLIG4M7L.js";
import "./chunk-NPESFTYR.js";
import "./chunk-DHVTPSR5.js";
import "./chunk-ARSCWZF6.js";
import "./chunk-WT3XFSQP.js";
import "./chunk-5KAGRMLE.js";
import "./chunk-QWH5Y4IL.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  resolveProduct,
  shippedProducts
};
