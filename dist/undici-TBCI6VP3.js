import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  require_undici
} from "./chunk-HIFVE2HP.js";
import "./chunk-PRKZQ3BE.js";
export default require_undici();
