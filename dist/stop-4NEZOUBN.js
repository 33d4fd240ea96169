import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  openEcs
} from "./chunk-2MCB2QLC.js";
import {
  stopService
} from "./chunk-SXYRW56U.js";
import {
  requireAccount
} from "./chunk-G6ELUBJS.js";
import "./chunk-4D6GTSEL.js";
import "./chunk-EJC5YJIG.js";
import "./chunk-J7GVVAV2.js";
import "./chunk-CL6HD5LP.js";
import "./chunk-QLIG4M7L.js";
import "./chunk-NPESFTYR.js";
import {
  awsAccess
} from "./chunk-QWH5Y4IL.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
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
