import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/history/entries.ts
function ofHop(entries, hop) {
  return entries.filter(({ event }) => "hop" in event && event.hop.id === hop.id && event.hop.digest === hop.digest);
}
function inEnvironment(entries, environment) {
  return entries.filter(({ event }) => "environment" in event && event.environment === environment);
}
function isOf(entry, type) {
  return entry.event.type === type;
}
function latest(entries, type) {
  return entries.findLast((entry) => isOf(entry, type));
}
function after(entries, entry) {
  return entries.filter(({ sequence }) => sequence > entry.sequence);
}

export {
  ofHop,
  inEnvironment,
  isOf,
  latest,
  after
};
