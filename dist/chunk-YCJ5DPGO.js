import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  migrationProgress
} from "./chunk-37VHWOWD.js";
import {
  firstPauseMilliseconds,
  migrationsStarted,
  rehearsedMigrations
} from "./chunk-SAITKFGM.js";
import {
  durationText,
  roughText
} from "./chunk-NPESFTYR.js";

// src/core/decisions/forecast.ts
function forecastOf(record) {
  const begun = migrationsStarted(record, "production");
  if (begun === void 0) return void 0;
  const rehearsed = rehearsedMigrations(record);
  return { startedAt: begun.at, ...rehearsed === void 0 ? {} : { rehearsed } };
}
function takenMilliseconds({ startedAt }, now) {
  return Math.max(0, now.getTime() - Date.parse(startedAt));
}

// src/core/decisions/pace.ts
var growth = 1.5;
var longestPauseMilliseconds = 15e3;
var atLeastMilliseconds = 1500;
var shareOfDuration = 0.015;
function paceAfter(before, { version, serving, migrations }, at) {
  const name = migrations.kind === "pending" ? migrations.next : "current" in migrations ? migrations.current : "";
  const applied = "applied" in migrations ? migrations.applied : "";
  const seen = JSON.stringify([
    version.kind === "known" ? version.value : "",
    serving.kind,
    migrations.kind,
    name,
    applied
  ]);
  if (before === void 0 || before.seen !== seen) return { seen, since: at, pause: firstPauseMilliseconds };
  const bound = Math.max(atLeastMilliseconds, shareOfDuration * (at - before.since));
  return { ...before, pause: Math.min(before.pause * growth, bound, longestPauseMilliseconds) };
}

// src/report/forecast.ts
function forecastProgress(forecast, now) {
  const taken = takenMilliseconds(forecast, now);
  const { rehearsed } = forecast;
  if (rehearsed === void 0) return `for ${roughText(taken)}`;
  const longer = longerThan(rehearsed, taken);
  return longer === void 0 ? `${roughText(taken)} of about ${roughText(rehearsed)} (as in the rehearsal)` : `${roughText(taken)}, ${longer} longer than in the rehearsal`;
}
function forecastSentence(forecast, now) {
  const taken = takenMilliseconds(forecast, now);
  const { rehearsed } = forecast;
  const so = `Its migrations have taken ${roughText(taken)} so far`;
  if (rehearsed === void 0) return `${so}.`;
  const longer = longerThan(rehearsed, taken);
  return longer === void 0 ? `${so}; in the rehearsal they took ${roughText(rehearsed)}, so about ${roughText(Math.max(0, rehearsed - taken))} are left.` : `${so}, ${longer} longer than in the rehearsal.`;
}
function longerThan(rehearsed, taken) {
  const more = roughText(taken - rehearsed);
  return taken <= rehearsed || roughText(taken) === roughText(rehearsed) || taken - rehearsed < 1e3 ? void 0 : more;
}

// src/steps/migrations/wait-progress.ts
function showProgress({ project, hop, environment }, { migrations, version }, forecast) {
  const { log } = project.effects;
  const time = forecast === void 0 ? "" : `: ${forecast}`;
  if (migrations.kind === "running") {
    const note = migrations.note === void 0 ? "" : `. ${migrations.note}`;
    const far = migrationProgress(migrations.progress);
    log.progress({ text: `${hop.to} on ${environment} runs the migration ${migrations.current}${far}${time}${note}` });
  } else {
    const seen = version.kind === "known" ? `${version.value} answers, its migrations: ${migrations.kind}` : version.reason;
    log.progress({ text: `Waiting for ${hop.to} on ${environment} (${seen})${time}` });
  }
}
function showEarly({ project, hop, environment }, milliseconds) {
  const text = `Starting the migrations of ${hop.to} on ${environment} in ${durationText(milliseconds)}: until then the release before counts as running, and they would wait for longer`;
  project.effects.log.progress({ text });
}

export {
  forecastOf,
  paceAfter,
  forecastProgress,
  forecastSentence,
  showProgress,
  showEarly
};
