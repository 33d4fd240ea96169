import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  keepCompiled
} from "./chunk-KMTOAPRV.js";
import "./chunk-CSXL2D7F.js";
import "./chunk-PRKZQ3BE.js";

// src/action.ts
keepCompiled(process.env.RUNNER_TEMP);
await import("./main-KXWGT2ZN.js");
