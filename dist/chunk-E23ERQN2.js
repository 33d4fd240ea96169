import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  foundOnProduction,
  orderOf,
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
  compareIdentities,
  describeLocation,
  mayBeOne
} from "./chunk-DO6CFL5Q.js";

// src/core/decisions/may-be-emptied.ts
var markCommand = "staged-upgrade mark-disposable";
var inWorkflow = 'on GitHub the workflow "Upgrade" with the operation "mark-disposable"';
function markStaging(data) {
  return `If that ${data.noun} is staging's and nobody else's, mark it once: ${markCommand}${option(data)} (${inWorkflow}). If it is not, correct ${dataPlace("staging", data)}.`;
}
function option({ name, isOnly }) {
  return isOnly ? "" : ` --data ${name}`;
}
function ownStore(data) {
  return `Give staging its own empty ${data.noun}, under a name that production never had, correct ${dataPlace("staging", data)}, and mark it: ${markCommand}${option(data)}.`;
}
var newBackup = "Start a new run: it takes a new backup and restores that one.";
var nothing = "Nothing was written.";
function decideMayBeEmptied(question) {
  const { backup, data, now, entries, system } = question;
  const isProduction = notApart(question);
  if (isProduction !== void 0) return isProduction;
  const standing = verdictOnMark(data, now, entries, system);
  if (standing.kind === "refuse") return standing;
  const { marked } = standing;
  if (!entries.some(({ event }) => event.type === "backed-up" && event.backup === backup.id)) {
    return refuse(
      `This journal has no record of taking ${backup.id}.`,
      `Whether staging was marked before that is not known. ${nothing}`,
      `${newBackup} If the journal was lost or changed, mark staging again first: ${markCommand}.`
    );
  }
  if (backup.data.some(({ identity }) => identity.mark.kind !== "none")) {
    return refuse(
      `Production had a disposable mark when ${backup.id} was taken.`,
      `So a mark does not distinguish staging from production. ${nothing}`,
      "Start a new run: its check says how to remove the mark from production."
    );
  }
  return inOrder(data, marked, backup);
}
function notApart({ backup, data, now }) {
  for (const { name, identity } of backup.data) {
    if (name !== data.name && !mayBeOne(identity, now)) continue;
    const comparison = compareIdentities(identity, now);
    const whose = name === data.name ? "production's" : `production's "${name}"`;
    if (comparison.kind === "same") {
      return refuse(
        `The ${dataText("staging", data)} is ${whose}: ${comparison.reason}.`,
        `Restoring there would have replaced production. ${nothing}`,
        `Correct ${dataPlace("staging", data)} or the variables that this job gets.`
      );
    }
    if (comparison.kind === "cannot-tell") {
      return refuse(
        `The ${dataText("staging", data)} could be ${whose}: ${comparison.reason}.`,
        `In that case no mark makes it disposable. ${nothing}`,
        ownStore(data)
      );
    }
  }
  return void 0;
}
function verdictOnMark(data, now, entries, system) {
  const { mark } = now;
  const it = `${dataText("staging", data)} (${describeLocation(now)})`;
  if (mark.kind === "none") {
    return refuse(
      `The ${it} is not marked as disposable.`,
      `Only what a person has marked is ever emptied, and only for backups that were taken after that. ${nothing}`,
      markStaging(data)
    );
  }
  if (mark.kind === "unclear") {
    return refuse(
      `The disposable mark of the ${it} is unclear: ${mark.reason} (${mark.place}).`,
      `It may have been copied along with data. ${nothing}`,
      markStaging(data)
    );
  }
  if (mark.system !== system) {
    return refuse(
      `The ${it} is marked as disposable for "${mark.system}", and this is "${system}".`,
      `Two systems that share one staging would rehearse on each other's data. ${nothing}`,
      `Give each its own ${data.noun}. If "${mark.system}" no longer uses it, remove the mark (${mark.place}), then: ${markCommand}${option(data)}.`
    );
  }
  const found = foundOnProduction(entries, mark.id);
  if (found !== void 0) {
    return refuse(
      `The disposable mark of the ${it} was found on production on ${found.at}.`,
      `So it no longer distinguishes staging from production. ${nothing}`,
      `Make sure that ${dataPlace("staging", data)} does not point to production or a copy of it. ${markStaging(data)}`
    );
  }
  const marked = recordOfMark(entries, mark.id);
  if (marked === void 0 || marked.event.tiedTo !== mark.tiedTo) {
    const why = marked === void 0 ? "this journal never recorded it" : `the journal recorded it for another one (${describeLocation(marked.event.identity)})`;
    return refuse(
      `The ${it} has a disposable mark that was not made for it: ${why}.`,
      `A mark that was copied along with a ${data.noun} proves nothing. ${nothing}`,
      markStaging(data)
    );
  }
  if (marked.event.data !== data.name) {
    return refuse(
      `The ${it} was marked as disposable as "${marked.event.data}", and "${data.name}" points there now.`,
      `One store of data would be restored over another one. ${nothing}`,
      `Correct ${dataPlace("staging", data)}; if it is right as it is now, mark it again: ${markCommand}${option(data)}.`
    );
  }
  return { kind: "counts", marked };
}
function inOrder(data, marked, backup) {
  switch (orderOf(marked, backup).kind) {
    case "older":
      return void 0;
    case "younger":
      return refuse(
        `The ${dataText("staging", data)} was marked as disposable on ${marked.at}, after ${backup.id} was started (${backup.startedAt}).`,
        `A mark that is newer than the backup may have been put on production. ${nothing}`,
        newBackup
      );
    case "clocks-differ":
      return refuse(
        `The journal has the disposable mark of the ${dataText("staging", data)} before ${backup.id}, but by its time (${marked.at}) it is later than the start of the backup (${backup.startedAt}): the clock of one of the two machines was wrong.`,
        `Which of them is older cannot be proved. ${nothing}`,
        clockAdvice(marked)
      );
  }
}
function clockAdvice({ at, run }) {
  return `Correct the clock that is wrong (${run.actor} marked staging in ${run.kind} run ${run.id}). If ${at} is in the past by the correct time, start a new run, which takes a new backup; if it is in the future, wait until then, or mark staging again: ${markCommand}.`;
}

export {
  markCommand,
  markStaging,
  option,
  decideMayBeEmptied,
  verdictOnMark,
  clockAdvice
};
