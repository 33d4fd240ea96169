import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  promotionOf,
  recordOf
} from "./chunk-HU6FTOZV.js";
import {
  after,
  isOf
} from "./chunk-D43QRV6R.js";

// src/core/history/half-done.ts
function halfDoneHop(entries) {
  const begun = entries.findLast(({ event }) => event.type === "deploying" && event.environment === "production");
  if (begun?.event.type !== "deploying") return void 0;
  const { id, digest } = begun.event.hop;
  const promotion = promotionOf(recordOf(entries, begun.event.hop));
  if (!promotion.deployStarted || promotion.completed !== void 0) return void 0;
  if (after(entries, begun).some((entry) => isOf(entry, "adopted") && entry.event.hop.id === id)) return void 0;
  const planned = entries.flatMap(({ event }) => event.type === "planned" ? event.hops : []);
  const hop = planned.findLast((candidate) => candidate.id === id && candidate.digest === digest);
  return hop === void 0 ? void 0 : { hop, since: begun.at };
}

export {
  halfDoneHop
};
