import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  applicationName,
  connectionEnvironment,
  databaseArgument,
  parseConnection,
  placeOf,
  sslModes
} from "./chunk-AHTHT3AG.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";
export {
  applicationName,
  connectionEnvironment,
  databaseArgument,
  parseConnection,
  placeOf,
  sslModes
};
