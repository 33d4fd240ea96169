import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  refuse
} from "./chunk-KHLEDX2Y.js";
import {
  eventSentence,
  runName
} from "./chunk-E6PL2XUX.js";
import {
  fine,
  problem,
  warning
} from "./chunk-5KFJR3PX.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";
import {
  oneLine
} from "./chunk-NJJAAM2E.js";

// src/core/timing/clock-verdict.ts
var newestEntries = 20;
var roundingMilliseconds = 1e3;
function clockVerdict(now, entries, reading, toleranceMilliseconds) {
  if (reading !== void 0) {
    const ahead = reading.asked.getTime() - reading.served.getTime() - roundingMilliseconds;
    if (ahead > toleranceMilliseconds) return { kind: "ahead", milliseconds: ahead, reading };
    const behind = reading.served.getTime() - reading.answered.getTime();
    if (behind > toleranceMilliseconds) return { kind: "behind", milliseconds: behind, reading };
  }
  const confirmed = reading !== void 0;
  const latest = latestOf(entries.slice(-newestEntries));
  if (latest === void 0) return { kind: "plausible", confirmed };
  const milliseconds = Date.parse(latest.at) - now.getTime();
  return milliseconds > toleranceMilliseconds ? { kind: "entry-ahead", milliseconds, entry: latest, confirmed } : { kind: "plausible", confirmed };
}
function latestOf(entries) {
  return entries.reduce(
    (latest, entry) => latest === void 0 || Date.parse(entry.at) > Date.parse(latest.at) ? entry : latest,
    void 0
  );
}

// src/steps/hop/right-clock.ts
function verdictOnClock({ effects, configuration }, entries) {
  const { clock, githubReading } = effects;
  return clockVerdict(clock.now(), entries, githubReading?.(), configuration.lock["clock-tolerance"]);
}
var longestAnswer = 1e4;
async function askGitHubForTime({ effects, run }) {
  const { githubReading, environment, signal } = effects;
  const api = environment.GITHUB_API_URL;
  if (run.kind !== "github" || !api || githubReading === void 0 || githubReading() !== void 0) return;
  try {
    const answer = await (effects.githubFetch ?? effects.fetch)(`${api.replace(/\/$/, "")}/rate_limit`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestAnswer)])
    });
    await answer.body?.cancel();
  } catch {
    signal.throwIfAborted();
  }
}
function wrongClock(project, entries = []) {
  const verdict = verdictOnClock(project, entries);
  if (verdict.kind === "plausible") return void 0;
  if (verdict.kind === "entry-ahead") {
    project.effects.log.warn(oneLine(clockMessage(verdict)));
    return void 0;
  }
  const { happened, means, next } = clockMessage(verdict);
  return { ...refuse(happened, `${means} Nothing was done.`, next), unrecorded: true };
}
function warnOfWrongClock(project, entries = []) {
  const verdict = verdictOnClock(project, entries);
  if (verdict.kind !== "plausible") project.effects.log.warn(oneLine(clockMessage(verdict)));
}
var clockSubject = "the clock";
function clockFindings(verdict) {
  switch (verdict.kind) {
    case "plausible":
      return verdict.confirmed ? [fine(clockSubject, "This machine's clock agrees with GitHub's.")] : [];
    case "entry-ahead":
      return [warning(clockSubject, clockMessage(verdict))];
    default:
      return [problem(clockSubject, clockMessage(verdict))];
  }
}
var waysOut = 'If production must go back now: "rollback" waits for no lease; it preempts whoever holds it. A lease that a wrong clock has left behind is ended with: staged-upgrade unlock --reason "why".';
function clockMessage(verdict) {
  switch (verdict.kind) {
    case "ahead":
      return {
        happened: `${offBy(verdict, "ahead of")}.`,
        means: "It would take over leases that are still in use, and its own would keep every other run waiting until that time has come.",
        next: `Set the clock of this machine ("timedatectl" shows it), then start a new run. ${waysOut}`
      };
    case "behind":
      return {
        happened: `${offBy(verdict, "behind")}.`,
        means: "Others would believe its lease to be over while it still acts, and act at the same time.",
        next: `Set the clock of this machine ("timedatectl" shows it), then start a new run. ${waysOut}`
      };
    case "entry-ahead": {
      const { entry, milliseconds, confirmed } = verdict;
      const who = `${runName(entry.run)} (${entry.run.actor})`;
      return {
        happened: `Entry ${entry.sequence} of the journal ("${eventSentence(entry.event)}", ${entry.at}) lies ${durationText(milliseconds)} ahead of this machine's clock.`,
        means: confirmed ? `GitHub's clock agrees with this one: the clock of ${who} was ahead, and a lease or a mark of that run counts until its time has come.` : `Either this machine's clock is behind, and its leases end too early, or the clock of ${who} was ahead, and a lease or a mark of that run counts until its time has come.`,
        next: `Set the clock that is wrong ("timedatectl" shows it). ${waysOut}`
      };
    }
  }
}
function offBy({ milliseconds, reading }, how) {
  return `The clock of this machine is ${durationText(milliseconds)} ${how} GitHub's: here it was ${reading.answered.toISOString()} when GitHub answered at ${reading.served.toISOString()}`;
}

export {
  verdictOnClock,
  askGitHubForTime,
  wrongClock,
  warnOfWrongClock,
  clockSubject,
  clockFindings
};
