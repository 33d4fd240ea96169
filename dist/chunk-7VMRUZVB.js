import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  dayTime,
  folded,
  heading,
  paragraph,
  table
} from "./chunk-L4L2GTLI.js";
import {
  promotionOf,
  recordOf,
  rehearsalOf,
  waysToRollBack
} from "./chunk-HU6FTOZV.js";
import {
  inEnvironment,
  isOf,
  latest
} from "./chunk-D43QRV6R.js";
import {
  downtimeText,
  durationText
} from "./chunk-NPESFTYR.js";

// src/report/rollback-window.ts
function windowSentence({ since, milliseconds }, now) {
  return `The rollback window has been open for ${durationText(milliseconds)}, since ${dayTime(since, now)}.`;
}
function windowWarning(hop, { since, milliseconds }, newRun, now) {
  return {
    happened: `The rollback window of hop ${hop.id} has been open for ${durationText(milliseconds)}, since ${dayTime(since, now)}.`,
    means: "Its migrations are still to come, over all that is written meanwhile, and the next hop cannot begin before they are done.",
    next: `Continue with a new run: ${newRun}. Or go back: ${waysToRollBack(hop.id)}.`
  };
}
function windowBox({ happened, means, next }) {
  return { kind: "box", tone: "warning", text: [{ strong: happened }, ` ${means} ${next}`] };
}

// src/report/path-report.ts
function pathDocument(facts) {
  const { planned, entries, complete, where, next, warning } = facts;
  const stands = hopStands(planned, entries);
  return [
    heading(1, `${planned.current} \u2192 ${planned.target}`),
    paragraph(complete ? "\u2714 " : "", { strong: `The path is ${complete ? "complete" : "not complete"}.` }, ` ${next}`),
    ...warning === void 0 ? [] : [windowBox(warning)],
    ...where,
    ...hopsTable(facts),
    // What a person looks for is open: the hop that is next, or under way.
    ...stands.flatMap((stand, index) => {
      const hop = facts.hops[index] ?? [];
      return stand.kind === "current" ? hop : folded(hopTitle(stand, index, stands.length), hop);
    })
  ];
}
function hopsTable(facts) {
  return table(
    ["hop", "rehearsed", "restore point", "not serving", "state"],
    facts.planned.hops.map((hop) => hopRow(hop, facts))
  );
}
function hopStands(planned, entries) {
  const done = planned.hops.map((hop) => promotionOf(recordOf(entries, hop)).completed !== void 0);
  const current = done.indexOf(false);
  return planned.hops.map(({ from, to }, index) => ({
    from,
    to,
    kind: done[index] === true ? "complete" : index === current ? "current" : "ahead"
  }));
}
function hopTitle({ from, to, kind }, index, count) {
  const state = kind === "complete" ? "complete" : "not its turn yet";
  return `Hop ${index + 1} of ${count}, ${from} \u2192 ${to}: ${state}`;
}
function hopRow(hop, { entries, now, traits }) {
  const record = recordOf(entries, hop);
  const promotion = promotionOf(record);
  const down = promotion.deployed?.event.downtimeMilliseconds;
  const point = promotion.restorePoint?.event;
  return [
    `${hop.from} \u2192 ${hop.to}`,
    rehearsalText(rehearsalOf(entries, record, traits), now),
    point === void 0 ? "none" : `data of ${dayTime(point.dataAt, now)}`,
    down === void 0 ? "" : downtimeText(down),
    stateText(record, promotion, now)
  ];
}
function rehearsalText(rehearsal, now) {
  switch (rehearsal.kind) {
    case "passed":
      return `\u2714 ${dayTime(rehearsal.at, now)}`;
    case "started":
      return `started ${dayTime(rehearsal.startedAt, now)}`;
    case "void":
      return `no: ${rehearsal.because}`;
    case "waived":
      return `waived: ${rehearsal.because}`;
    case "none":
      return "no";
  }
}
function stateText({ entries }, { completed, deployStarted, migrating }, now) {
  const production = inEnvironment(entries, "production");
  if (completed !== void 0)
    return isOf(completed, "adopted") ? `done by hand, recorded ${dayTime(completed.at, now)}` : `\u2714 complete, ${dayTime(completed.at, now)}`;
  if (deployStarted)
    return migrating === void 0 ? "half done on production" : "half done on production, migrations started";
  const back = latest(production, "rolled-back");
  if (back !== void 0) return `rolled back, ${dayTime(back.at, now)}`;
  const ended = latest(production, "ended") ?? latest(entries, "ended");
  if (ended === void 0) return "not started on production";
  const { command, outcome, environment } = ended.event;
  return `"${command}" ended as ${outcome} on ${environment}, ${dayTime(ended.at, now)}`;
}

export {
  windowSentence,
  windowWarning,
  windowBox,
  pathDocument,
  hopsTable,
  hopStands
};
