import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  wrapAnsi
} from "./chunk-HFA56OIP.js";
import "./chunk-RSMFJDJT.js";
import "./chunk-PRKZQ3BE.js";
export {
  wrapAnsi as default
};
