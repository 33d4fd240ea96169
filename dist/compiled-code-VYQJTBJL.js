import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  keepCompiled,
  userCache
} from "./chunk-LTOXDJBX.js";
import "./chunk-PRKZQ3BE.js";
export {
  keepCompiled,
  userCache
};
