import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  keepCompiled,
  userCache
} from "./chunk-KMTOAPRV.js";
import "./chunk-CSXL2D7F.js";
import "./chunk-PRKZQ3BE.js";
export {
  keepCompiled,
  userCache
};
