import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  planForProduct,
  planToDo
} from "./chunk-IXVOIVVL.js";
import "./chunk-UUOUMUOW.js";
import "./chunk-QB7Q6QID.js";
import "./chunk-NPX7W24C.js";
import "./chunk-FVRLMGOS.js";
import "./chunk-MXYMGNU3.js";
import "./chunk-L6Z52NY4.js";
import "./chunk-KJR6AY27.js";
import "./chunk-I32CT4HM.js";
import "./chunk-V4OAK3ZY.js";
import "./chunk-XTZRJRZQ.js";
import "./chunk-MSX6HIGM.js";
import "./chunk-OA3XAQEQ.js";
import "./chunk-52LCQ3LF.js";
import "./chunk-L4L2GTLI.js";
import "./chunk-HU6FTOZV.js";
import "./chunk-D43QRV6R.js";
import "./chunk-OBZJYD3D.js";
import "./chunk-4X6B3AHX.js";
import "./chunk-NG6ROUHR.js";
import "./chunk-YIXXVMOR.js";
import "./chunk-VQ6AOQ3M.js";
import "./chunk-B3IDNAVX.js";
import "./chunk-WNC3J4Y2.js";
import "./chunk-JBZEG5WW.js";
import "./chunk-KHLEDX2Y.js";
import "./chunk-E6PL2XUX.js";
import "./chunk-HPBJV7J4.js";
import "./chunk-VCGMQIQR.js";
import "./chunk-M4XLWBTW.js";
import "./chunk-S3H5TXQI.js";
import "./chunk-XUEIFE5U.js";
import "./chunk-DCKEJSUG.js";
import "./chunk-E45A5XVO.js";
import "./chunk-U2324AUP.js";
import "./chunk-FAX5FTC3.js";
import "./chunk-5KFJR3PX.js";
import "./chunk-BRELSNAC.js";
import "./chunk-V2FWIV6S.js";
import "./chunk-SPBY6WGP.js";
import "./chunk-VMUPCPIW.js";
import "./chunk-7VO25ZJG.js";
import "./chunk-FVAJADZM.js";
import "./chunk-Y47GD42P.js";
import "./chunk-NPESFTYR.js";
import "./chunk-DHVTPSR5.js";
import "./chunk-LWQJJA54.js";
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
  planForProduct,
  planToDo
};
