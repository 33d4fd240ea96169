import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  alreadyDone,
  cannotTell,
  refuse
} from "./chunk-KHLEDX2Y.js";

// src/core/decisions/take-staging.ts
function decideTakeStaging(situation) {
  const { hop, rehearsal, standing } = situation;
  if (rehearsal.kind === "passed") return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind === "started")
    return alreadyDone(`The rehearsal of this hop has been under way since ${rehearsal.startedAt}.`);
  if (standing.kind !== "on-from") return notAtStage(situation);
  return { kind: "act", how: "take", because: `Staging is at ${hop.from}. There is no data, so nothing is restored.` };
}
function notAtStage({ hop, standing }) {
  const next = `Bring staging to ${hop.from}: set it up again, or go back there. Then run the step again.`;
  if (standing.kind === "unknown") {
    return cannotTell(
      `It could not be determined at which stage staging is: ${standing.reason}.`,
      `The rehearsal of ${hop.id} starts from ${hop.from}. Nothing was done.`,
      next
    );
  }
  const at = standing.kind === "on-to" ? hop.to : standing.kind === "on-from" ? hop.from : standing.version;
  return refuse(
    `Staging is at ${at}, not at ${hop.from}.`,
    `The rehearsal of ${hop.id} starts from ${hop.from}. Nothing was done.`,
    next
  );
}

export {
  decideTakeStaging,
  notAtStage
};
