import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  isOf
} from "./chunk-D43QRV6R.js";
import {
  countText
} from "./chunk-NPESFTYR.js";
import {
  SystemFailure,
  UserError,
  oneLine
} from "./chunk-NJJAAM2E.js";

// src/steps/hop/lost-records.ts
function recordsOf(entries, stored, toleranceMilliseconds) {
  const known = new Set(entries.flatMap((entry) => isOf(entry, "backed-up") ? [entry.event.backup] : []));
  const unseen = stored.filter(({ id }) => !known.has(id)).toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)).flatMap((backup) => {
    const sign = signOf(backup, entries, toleranceMilliseconds);
    return sign === void 0 ? [] : [{ backup, sign }];
  });
  const newest = unseen.at(-1);
  if (newest !== void 0) {
    return { kind: "without-journal", backups: unseen.map(({ backup }) => backup), sign: newest.sign };
  }
  const isEmpty = known.size > 0 && !stored.some(({ id }) => known.has(id));
  return isEmpty ? { kind: "without-backups", recorded: known.size } : { kind: "together" };
}
function signOf({ startedAt, finishedAt, journalEntries }, entries, toleranceMilliseconds) {
  const began = entries[0] === void 0 ? Number.POSITIVE_INFINITY : Date.parse(entries[0].at);
  if (Date.parse(startedAt) + toleranceMilliseconds < began) return { kind: "younger" };
  if (entries.length < journalEntries) return { kind: "shorter", had: journalEntries, has: entries.length };
  const last = entries[journalEntries - 1];
  return last !== void 0 && Date.parse(last.at) > Date.parse(finishedAt) + toleranceMilliseconds ? { kind: "written-anew", entry: journalEntries } : void 0;
}
async function refuseLostRecords(project) {
  const lost = await lostRecords(project);
  if (lost?.kind === "without-backups") project.effects.log.warn(oneLine(lost.message));
  if (lost?.kind === "without-journal") throw new UserError(lost.message);
}
async function warnOfLostRecords(project, entries) {
  try {
    const lost = await lostRecords(project, entries);
    if (lost !== void 0) project.effects.log.warn(oneLine(lost.message));
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
  }
}
async function lostRecords(project, entries) {
  const { journal, configuration } = project;
  const stored = await storedHere(project);
  if (stored === void 0) return void 0;
  const own = stored.filter(({ system }) => system === configuration.system);
  const records = recordsOf(entries ?? await journal.read(), own, configuration.lock["clock-tolerance"]);
  switch (records.kind) {
    case "together":
      return void 0;
    case "without-backups":
      return { kind: records.kind, message: withoutBackups(project, records.recorded) };
    case "without-journal":
      return { kind: records.kind, message: withoutJournal(project, records) };
  }
}
async function storedHere(project) {
  try {
    return (await project.store().list()).backups;
  } catch (error) {
    if (error instanceof UserError) return void 0;
    throw error;
  }
}
function withoutBackups(project, recorded) {
  const { journal, configuration } = project;
  return {
    happened: `The journal (${journal.description}) has recorded ${countText(recorded, "backup")} of ${configuration.system}, and none of them is in ${project.store().description}.`,
    means: "Should that be the wrong place, a rollback finds nothing to restore.",
    next: "Correct backup.store before anything else is done; if they were removed on purpose, nothing has to be done."
  };
}
function withoutJournal(project, { backups, sign }) {
  const { journal, configuration } = project;
  const has = `${project.store().description} has ${countText(backups.length, "backup")} of ${configuration.system}`;
  const newest = backups.at(-1)?.id;
  const lost = "If it is lost for good, look at production yourself, then move these backups to another place;";
  if (sign.kind === "younger") {
    return {
      happened: `${has} from before the journal began (${journal.description}), the newest ${newest}.`,
      means: "This is not the journal in which they were recorded, so what was half done, approved or held is not known here. Nothing was done.",
      next: `Make sure that the journal is there: its disk mounted, its path and branch as they were. ${lost} they are kept, and a new journal begins.`
    };
  }
  const shows = sign.kind === "shorter" ? `was taken when it had ${sign.had} entries, and it has ${sign.has}` : `is older than entry ${sign.entry}, which was there when it was taken`;
  return {
    happened: `${has} that the journal (${journal.description}) does not know, and the newest, ${newest}, ${shows}.`,
    means: "The journal was put back to an earlier state, so what was half done, approved or held since then is not known here. Nothing was done.",
    next: `Bring its newest state back: from a backup of the folder, or by pushing the commit that the branch was at (a clone or the activity page of the repository has it). ${lost} they are kept, and the journal goes on from here.`
  };
}

export {
  refuseLostRecords,
  warnOfLostRecords,
  lostRecords
};
