import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  asRecorded,
  foundOnProduction,
  recordOfMark
} from "./chunk-52LCQ3LF.js";
import {
  dataPlace,
  dataText
} from "./chunk-TYRW65SW.js";
import {
  refuse
} from "./chunk-KHLEDX2Y.js";
import {
  describeLocation
} from "./chunk-DO6CFL5Q.js";

// src/core/decisions/production-mark.ts
function decideProductionIsUnmarked(data, now, entries) {
  const { mark } = now;
  if (mark.kind === "none") return void 0;
  return refuse(
    `The ${dataText("production", data)} (${describeLocation(now)}) has a disposable mark in ${mark.place}: ${howItCameAbout(data, now, entries)}`,
    "What has such a mark may be emptied for a rehearsal. Nothing was done.",
    `Make sure that environments.staging.data and the variables of the staging jobs do not point to production. Then remove the mark: delete ${mark.place}, or the words "[staged-upgrade disposable \u2026]" in it. Then start a new run.`
  );
}
function howItCameAbout(data, { mark }, entries) {
  if (mark.kind !== "disposable") return `${mark.kind === "unclear" ? mark.reason : "there is one"}.`;
  const marked = recordOfMark(entries, mark.id);
  if (marked === void 0) {
    return `this journal did not record it, so it came with a copy of a marked ${data.noun}, or "${mark.system}" was set up from another repository.`;
  }
  const { actor, kind, id } = marked.run;
  if (marked.event.tiedTo !== mark.tiedTo)
    return `it was made on ${marked.at} for another ${data.noun} (${describeLocation(marked.event.identity)}), and came here with a copy of it.`;
  return `${actor} put it there on ${marked.at} (${kind} run ${id}), when ${dataPlace("staging", { ...data, name: marked.event.data })} pointed to it.`;
}

// src/steps/backup/unmarked-production.ts
async function markedProduction({ journal }, seen) {
  const entries = await journal.read();
  for (const [{ name }, now] of seen) {
    const { mark } = now;
    if (mark.kind === "disposable" && foundOnProduction(entries, mark.id) === void 0)
      await journal.append({
        type: "production-found-marked",
        mark: mark.id,
        data: name,
        identity: asRecorded(now)
      });
  }
  return seen.map(([data, now]) => decideProductionIsUnmarked(data, now, entries)).find((why) => why !== void 0);
}

export {
  decideProductionIsUnmarked,
  markedProduction
};
