import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  openEcs
} from "./chunk-CYTO4BGV.js";
import "./chunk-Q3KMJCPZ.js";
import "./project.js";
import "./chunk-IHVNN2UR.js";
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

// src/drivers/deployers/ecs/place.ts
async function placeOfEcs(settings, context, { signal }) {
  const access = awsAccess(settings, context, signal);
  const { account } = await requireAccount(settings, access, context.where);
  const { clusterArn = "", serviceName = "" } = await (await openEcs(settings, context, access)).look();
  return { kind: "ecs", location: { account, region: access.region, cluster: clusterArn, service: serviceName } };
}
export {
  placeOfEcs
};
