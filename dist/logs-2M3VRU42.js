import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  openEcs
} from "./chunk-RKEL23WF.js";
import "./chunk-4D6GTSEL.js";
import "./project.js";
import {
  readServiceLogs
} from "./chunk-SYBTVGHE.js";
import "./chunk-MOPX2YZZ.js";
import {
  requireAccount
} from "./chunk-GT5I37AX.js";
import "./chunk-J7GVVAV2.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./terminal.js";
import "./chunk-2X25XA2Y.js";
import {
  awsAccess
} from "./project.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/ecs/logs.ts
async function logsOfEcs(settings, context, { since, onLine, signal }) {
  const access = awsAccess(settings, context, signal);
  await requireAccount(settings, access, context.where);
  const service = await openEcs(settings, context, access);
  await readServiceLogs(service, access, { since, onLine, containers: Object.keys(settings.images) });
}
export {
  logsOfEcs
};
