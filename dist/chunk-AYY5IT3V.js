import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  settingProblems
} from "./chunk-MACXX4FE.js";
import {
  otherParts
} from "./chunk-ZD4AXHGN.js";
import {
  markedProduction
} from "./chunk-MKKIWV4Z.js";
import {
  did,
  nothingElse,
  step
} from "./chunk-FXGBG2MO.js";
import {
  decideCheck
} from "./chunk-37VHWOWD.js";
import {
  refuseLostRecords,
  warnOfLostRecords
} from "./chunk-LBPCGMRJ.js";
import {
  traceOf
} from "./chunk-SAITKFGM.js";
import {
  identitiesOf,
  recordedAs
} from "./chunk-52LCQ3LF.js";
import {
  recordOf
} from "./chunk-HU6FTOZV.js";
import {
  latest
} from "./chunk-D43QRV6R.js";
import {
  refuse
} from "./chunk-KHLEDX2Y.js";
import {
  referenceTo
} from "./chunk-WNC3J4Y2.js";
import {
  countText
} from "./chunk-NPESFTYR.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/steps/check/deploy-preview.ts
async function previewDeploy({ live, hop, project }) {
  const target = { from: hop.from, to: hop.to, version: hop.to };
  const preview = live.place(target)?.preview;
  if (preview === void 0) return { kind: "shown", details: [] };
  const { signal, log } = project.effects;
  try {
    const { changes, refused } = await preview({ ...target, parts: hop.parts?.to ?? {}, signal });
    if (refused !== void 0)
      return { kind: "refused", settled: refuse(refused.happened, refused.means, refused.next) };
    for (const change of changes) log.info(`The deploy is meant to do this: ${change}.`);
    if (changes.length === 0)
      return { kind: "shown", details: ["The deploy changes nothing of what is deployed: its diff was checked."] };
    const title = `The deploy makes ${countText(changes.length, "change")}, and all of them are meant`;
    return {
      kind: "shown",
      details: changes.map((change, index) => index === 0 ? `${title}: ${change}.` : `${change}.`)
    };
  } catch (error) {
    if (!(error instanceof SystemFailure || error instanceof UserError)) throw error;
    const text = `What the deploy would change could not be shown here: ${error.detail.happened} It is checked again directly before the deploy.`;
    return { kind: "shown", details: [text] };
  }
}

// src/steps/check/check.ts
var check = step({
  command: "check",
  needs: { common: ["backup"], own: ["data"], place: true },
  mindsRetry: true,
  open: () => ({ environment: "production" }),
  gather: nothingElse,
  decide: ({ situation }) => decideCheck(situation),
  act: async (context, { start, because }) => {
    const { project, live, hop } = context;
    if (start === "resume") {
      await warnOfLostRecords(project, await project.journal.read());
      return did({ start, because, data: void 0, preview: [] });
    }
    await refuseLostRecords(project);
    await warnOfSettings(project, hop);
    const other = otherParts(hop, await live.observeParts(project.effects.signal));
    if (other !== void 0) return other;
    const target = { from: hop.from, to: hop.to, version: hop.to };
    const { obstacle, details } = await live.outlook(target, project.effects.signal);
    if (obstacle !== void 0) return { kind: "refuse", message: obstacle };
    for (const detail of details) project.effects.log.info(detail);
    const previewed = await previewDeploy(context);
    if (previewed.kind === "refused") return previewed.settled;
    const found = await identitiesOf(live.data(), project.effects.signal);
    const marked = await markedProduction(project, found);
    const data = found.map(([{ name }, now]) => recordedAs(name, now));
    if (marked !== void 0) return marked;
    await recordWaiver({ project, hop });
    return did({ start, because, data, preview: [...details, ...previewed.details] });
  },
  record: ({ data }, { situation: { observation } }) => ({
    type: "checked",
    version: observation.version.kind === "known" ? observation.version.value : "does not answer",
    ...traceOf(observation.migrations),
    ...data === void 0 ? {} : { data }
  }),
  report: ({ start, because, preview }) => ({ headline: because, details: preview, outputs: { start } })
});
async function warnOfSettings(project, { from, to }) {
  const found = await settingProblems(project, "production", [from, to]);
  for (const { happened, means, next } of found) project.effects.log.warn(`${happened} ${means} ${next}`);
}
async function recordWaiver({ project, hop }) {
  const { waiver } = project.traits;
  if (waiver === void 0) return;
  const { entries } = recordOf(await project.journal.read(), hop);
  if (latest(entries, "rehearsal-waived") !== void 0) return;
  await project.journal.append({ type: "rehearsal-waived", hop: referenceTo(hop), because: waiver });
}

export {
  check
};
