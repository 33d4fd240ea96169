import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  stopCompose,
  stopServices
} from "./chunk-YHACQ7JZ.js";
import "./chunk-WZP5ESAA.js";
import "./chunk-S3H5TXQI.js";
import "./chunk-7TXL543G.js";
import "./chunk-XQSCLJLI.js";
import "./chunk-XUEIFE5U.js";
import "./chunk-QVHVT5VD.js";
import "./chunk-DOOSYVZE.js";
import "./chunk-5PNS34MP.js";
import "./chunk-FAX5FTC3.js";
import "./chunk-KHDOC3WC.js";
import "./chunk-P25ZD2ZY.js";
import "./chunk-CL6HD5LP.js";
import "./chunk-QLIG4M7L.js";
import "./chunk-NPESFTYR.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  stopCompose,
  stopServices
};
