import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  applicationName,
  connectionEnvironment,
  databaseArgument,
  parseConnection,
  placeOf,
  sslModes
} from "./chunk-XPQHOWER.js";
import "./chunk-6BSPZ5PT.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";
export {
  applicationName,
  connectionEnvironment,
  databaseArgument,
  parseConnection,
  placeOf,
  sslModes
};
