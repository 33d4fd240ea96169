import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  openEcs
} from "./chunk-4IYOVMQU.js";
import "./chunk-4D6GTSEL.js";
import "./chunk-EJC5YJIG.js";
import {
  readServiceLogs
} from "./chunk-SYBTVGHE.js";
import "./chunk-RHQDX7OF.js";
import {
  requireAccount
} from "./chunk-GT5I37AX.js";
import "./chunk-J7GVVAV2.js";
import "./chunk-MIP6TCEH.js";
import "./chunk-AQUAXNHM.js";
import "./chunk-NPAGDH5U.js";
import "./chunk-FVAJADZM.js";
import "./chunk-ZGX2ZA3I.js";
import "./chunk-NPESFTYR.js";
import {
  awsAccess
} from "./chunk-LH7BI537.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
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
