import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  openEcs
} from "./chunk-CYTO4BGV.js";
import "./chunk-Q3KMJCPZ.js";
import "./project.js";
import {
  stopService
} from "./chunk-IHVNN2UR.js";
import {
  requireAccount
} from "./chunk-2UPXHTCN.js";
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

// src/drivers/deployers/ecs/stop.ts
async function stopEcs(settings, context, { log, signal }) {
  const access = awsAccess(settings, context, signal);
  await requireAccount(settings, access, context.where);
  const service = await openEcs(settings, context, access);
  const { clock } = context.effects;
  await stopService({ service, within: settings.ready.within, clock, log, signal: access.signal });
}
export {
  stopEcs
};
