import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  requireAccount
} from "./chunk-2UPXHTCN.js";
import {
  awsAccess
} from "./project.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/cdk/place.ts
async function placeOfCdk(settings, context, { signal }) {
  const { effects, where, placeholders } = context;
  const access = awsAccess(settings, context, signal);
  const stack = effects.variables.fill(settings.stack, `${where}.stack`, placeholders);
  const { account } = await requireAccount(settings, access, where);
  return { kind: "cdk", location: { account, region: access.region, stack } };
}
export {
  placeOfCdk
};
