import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  stopCompose,
  stopServices
} from "./chunk-ZGWCPVRE.js";
import "./chunk-WZP5ESAA.js";
import "./chunk-S3H5TXQI.js";
import "./chunk-KQSSFUAJ.js";
import "./chunk-OYXSXAK2.js";
import "./chunk-XUEIFE5U.js";
import "./chunk-QVHVT5VD.js";
import "./chunk-DOOSYVZE.js";
import "./chunk-5TIFICXQ.js";
import "./chunk-FAX5FTC3.js";
import "./chunk-3453JQXC.js";
import "./chunk-SPBY6WGP.js";
import "./chunk-NW77X6IW.js";
import "./chunk-VMUPCPIW.js";
import "./chunk-7VO25ZJG.js";
import "./chunk-FVAJADZM.js";
import "./chunk-Y47GD42P.js";
import "./chunk-NPESFTYR.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  stopCompose,
  stopServices
};
