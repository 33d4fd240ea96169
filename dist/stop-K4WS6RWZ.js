import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  stopCompose,
  stopServices
} from "./chunk-6DYO2AD5.js";
import "./chunk-S3H5TXQI.js";
import "./chunk-QVHVT5VD.js";
import "./chunk-DFXOY5DR.js";
import "./chunk-DOOSYVZE.js";
import "./chunk-D6LYRJON.js";
import "./chunk-XUEIFE5U.js";
import "./chunk-EN4XYEWR.js";
import "./chunk-FAX5FTC3.js";
import "./chunk-KHDOC3WC.js";
import "./chunk-P25ZD2ZY.js";
import "./chunk-NPESFTYR.js";
import "./chunk-S5KHKUAU.js";
import "./chunk-RXKSJZAV.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  stopCompose,
  stopServices
};
