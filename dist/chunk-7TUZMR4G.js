import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  int,
  object,
  string
} from "./chunk-K63SF6ED.js";

// src/core/model/process-mark.ts
var processMark = object({
  /** The machine since it was started, and the container in it. */
  machine: string(),
  pid: int().min(1),
  started: string(),
  /** The folder in which it notes what it starts: who reads another one does not see what has outlived it. */
  notes: string().exactOptional()
}).readonly();

export {
  processMark
};
