import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  isOf
} from "./chunk-D43QRV6R.js";
import {
  settingsOf
} from "./chunk-4X6B3AHX.js";

// src/core/history/disposable-marks.ts
function recordOfMark(entries, mark) {
  return entries.find(
    (entry) => isOf(entry, "disposable-marked") && entry.event.mark === mark
  );
}
function foundOnProduction(entries, mark) {
  return entries.find(
    (entry) => isOf(entry, "production-found-marked") && entry.event.mark === mark
  );
}
function newestMarks(entries) {
  const counting = entries.filter(
    (entry) => isOf(entry, "disposable-marked") && foundOnProduction(entries, entry.event.mark) === void 0
  );
  return new Map(counting.map((entry) => [entry.event.data, entry]));
}
function orderOf(marked, backup) {
  if (marked.sequence > backup.journalEntries) return { kind: "younger" };
  return marked.at < backup.startedAt ? { kind: "older" } : { kind: "clocks-differ" };
}
function productionStores(entries, backups) {
  const recorded = entries.flatMap(({ event }) => {
    if (event.type === "production-found-marked") return [event.identity];
    const isSeen = event.type === "checked" || event.type === "backed-up";
    return isSeen && event.environment === "production" ? event.data ?? [] : [];
  });
  return [...recorded, ...backups.flatMap(({ data }) => data.map(({ identity }) => identity))];
}
function asRecorded({ kind, lineage, location }) {
  return { kind, lineage, location };
}
function recordedAs(name, identity) {
  return { name, ...asRecorded(identity) };
}

// src/steps/environment/open-data.ts
function openData({ configuration, effects }, environment) {
  const { data } = settingsOf(configuration, environment);
  return data.map(({ name, at, open }) => {
    const store = open({
      effects,
      where: `environments.${environment}.data${at}`,
      placeholders: { system: configuration.system, environment }
    });
    return { name, noun: store.noun, isOnly: data.length === 1, store };
  });
}
async function identitiesOf(data, signal) {
  const seen = [];
  for (const each of data) seen.push([each, await each.store.identity(signal)]);
  return seen;
}
function configuredData(data) {
  return data.map(({ name, store }) => ({ name, kind: store.kind }));
}

export {
  recordOfMark,
  foundOnProduction,
  newestMarks,
  orderOf,
  productionStores,
  asRecorded,
  recordedAs,
  openData,
  identitiesOf,
  configuredData
};
