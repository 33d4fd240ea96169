import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  string
} from "./chunk-K63SF6ED.js";

// src/drivers/data/mongodb/databases.ts
var markDatabase = "staged_upgrade";
var serversOwn = ["admin", "config", "local"];
var databasePattern = string().regex(/^[A-Za-z0-9_][A-Za-z0-9_-]*\*?$/, {
  error: 'the name of a database, or how names begin with a "*" at the end: deviceauth-*'
}).refine((name) => ![...serversOwn, markDatabase].includes(name), {
  error: `the name of a database of the application's: ${[...serversOwn, markDatabase].join(", ")} are never backed up`
});
function databasesOf({ patterns, prefix }, present) {
  const own = patterns.map((pattern) => `${prefix}${pattern}`);
  return present.filter((name) => name !== markDatabase && !serversOwn.includes(name)).filter((name) => own.some((pattern) => matches(pattern, name))).sort();
}
function matches(pattern, name) {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
function nameInBackup({ prefix }, onServer) {
  return onServer.slice(prefix.length);
}
function setText({ patterns, prefix }) {
  return [...new Set(patterns.map((pattern) => `${prefix}${pattern}`))].sort().join(", ");
}

export {
  markDatabase,
  databasePattern,
  databasesOf,
  nameInBackup,
  setText
};
