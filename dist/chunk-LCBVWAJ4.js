import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  stopServer
} from "./chunk-2K7GC4TE.js";
import {
  configuredData,
  identitiesOf
} from "./chunk-52LCQ3LF.js";
import {
  dataText
} from "./chunk-TYRW65SW.js";
import {
  refuse
} from "./chunk-KHLEDX2Y.js";
import {
  compareFingerprints
} from "./chunk-G3ROX6QU.js";
import {
  together
} from "./chunk-HPBJV7J4.js";
import {
  countText
} from "./chunk-NPESFTYR.js";

// src/core/decisions/same-stores.ts
function decideSameStores({ id, data }, environment, configured) {
  const backedUp = listed(data.map(({ name, identity: { kind } }) => ({ name, kind })));
  const now = listed(configured);
  if (backedUp === now) return void 0;
  return refuse(
    `${id} holds ${backedUp}, but environments.${environment}.data is ${now}.`,
    "Which part belongs to which store is not known. Nothing was written.",
    "Start a new run, which takes a backup of what is configured now; or restore the configuration that it was taken with."
  );
}
function listed(data) {
  const each = data.map(({ name, kind }) => name === kind ? name : `${name} (${kind})`);
  return each.length === 0 ? "no data" : each.join(", ");
}

// src/steps/restore/restore-backup.ts
async function whyNotAll({ live, environment, project }, backup, mayReplace) {
  const data = live.data();
  const others = decideSameStores(backup, environment, configuredData(data));
  if (others !== void 0) return others;
  const seen = await identitiesOf(data, project.effects.signal);
  return seen.map(([each, now]) => mayReplace(each, now)).find((why) => why !== void 0);
}
async function restoreBackup(context, backup, mayReplace, shows = "restored") {
  const { project, live } = context;
  const { clock } = project.effects;
  const started = clock.now().getTime();
  const stored = await project.store().open(backup.id);
  try {
    const pairs = live.data().flatMap((each) => {
      const kept = stored.manifest.data.find(({ name }) => name === each.name);
      return kept === void 0 ? [] : [{ ...each, kept, directory: stored.directoryOf(each.name) }];
    });
    if (pairs.length > 1) for (const pair of pairs) await pair.store.verify(requestOf(context, pair));
    await context.confirmLease();
    const stopped = await stopServer(context);
    if (stopped !== void 0) return { kind: "settled", settled: stopped };
    const refused = pairs.length > 1 ? await whyNotAll(context, backup, mayReplace) : void 0;
    if (refused !== void 0) return { kind: "settled", settled: refused };
    await context.record({ type: "restoring", backup: backup.id });
    await context.confirmLease();
    const changed = await replaceAll(context, pairs, mayReplace);
    if (changed !== void 0) return { kind: "settled", settled: changed };
    const compared = await compareAll(context, backup, pairs);
    if (compared.kind === "settled") return compared;
    const { contents } = compared;
    const milliseconds = clock.now().getTime() - started;
    await context.record(
      shows === "restored" ? { type: "restored", backup: backup.id, proved: true, ...contents, milliseconds } : { type: "point-proved", backup: backup.id, ...contents, milliseconds }
    );
    return { kind: "proved", contents, milliseconds };
  } finally {
    await stored.release();
  }
}
function requestOf({ project }, { kept, directory }) {
  const { log, signal } = project.effects;
  return { directory, references: kept.references, log, signal };
}
async function replaceAll(context, pairs, mayReplace) {
  const { environment, project } = context;
  const replaced = [];
  for (const pair of pairs) {
    const what = dataText(environment, pair);
    const refused = await project.effects.log.group(
      `Restore the ${what}`,
      () => pair.store.restore({
        ...requestOf(context, pair),
        mayReplace: (now) => mayReplace(pair, now),
        isOriginal: environment === "production"
      })
    );
    if (refused !== void 0) return replaced.length === 0 ? refused : afterOthers(refused, replaced);
    replaced.push(what);
    await context.confirmLease();
  }
  return void 0;
}
function afterOthers(refused, replaced) {
  if (refused.kind === "already-done") return refused;
  const { message } = refused;
  return {
    ...refused,
    message: {
      ...message,
      means: `${message.means} Before that, the ${replaced.join(" and the ")} had been replaced.`
    }
  };
}
async function compareAll({ environment, project }, { id }, pairs) {
  const { log, signal } = project.effects;
  const equal = [];
  const differences = [];
  for (const { name, isOnly, store, kept } of pairs) {
    const comparison = compareFingerprints(kept.fingerprint, await store.fingerprint(signal, fingerprintOf(kept)));
    if (comparison.kind === "equal") {
      equal.push(comparison.contents);
      for (const note of comparison.notes) log.warn(`${isOnly ? "" : `${name}: `}${note}`);
    } else differences.push(`${isOnly ? "" : `in "${name}" `}${differenceText(comparison)}`);
  }
  return differences.length === 0 ? { kind: "equal", contents: together(equal) } : { kind: "settled", settled: notEqual(environment, id, differences) };
}
function fingerprintOf({ fingerprint }) {
  return fingerprint.kind === "none" ? void 0 : fingerprint.value;
}
var shownDifferences = 30;
function differenceText(comparison) {
  const shown = comparison.differences.slice(0, shownDifferences);
  const more = comparison.differences.length - shown.length;
  return comparison.kind === "cannot-tell" ? `it could not be determined (${comparison.reason})` : [...shown, ...more > 0 ? [`and ${countText(more, "more difference")}`] : []].join("; ");
}
function notEqual(environment, backup, differences) {
  return {
    kind: "failed",
    message: {
      happened: `What was restored on ${environment} is not shown to be equal to ${backup}: ${differences.join("; ")}.`,
      means: environment === "staging" ? "This backup is not a way back. Production was not touched." : "Production is stopped, on data that is not what was backed up.",
      next: environment === "staging" ? "Take a new backup (start a new run). If it differs again, something writes to staging, or the backup loses data." : "Find out what writes to it, then run the same rollback again."
    }
  };
}

export {
  whyNotAll,
  restoreBackup
};
