import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  connectS3,
  openS3
} from "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";
export {
  connectS3,
  openS3
};
