import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  countsText
} from "./chunk-HPBJV7J4.js";
import {
  bytesText,
  countText,
  downtimeText,
  durationText,
  elapsedText
} from "./chunk-NPESFTYR.js";
import {
  object,
  record,
  string
} from "./chunk-K63SF6ED.js";

// src/core/messages/validation.ts
function validationProgress(elapsed, total) {
  return `validated ${elapsedText(Math.min(elapsed, total), total)}`;
}
function validationText(milliseconds, rounds) {
  if (milliseconds === void 0 || rounds === void 0) return "";
  return `validated for ${durationText(milliseconds)} in ${countText(rounds, "round")}`;
}

// src/core/model/deploy-place.ts
var deployPlace = object({
  /** The kind of deployer: `compose`. */
  kind: string(),
  /** What tells it from every other one of its kind, as the system itself says it: `engine`, `project`. */
  location: record(string(), string()).readonly()
}).readonly();
function isSameDeployPlace(one, other) {
  const keys = Object.keys(one.location);
  return one.kind === other.kind && keys.length === Object.keys(other.location).length && keys.every((key) => one.location[key] === other.location[key]);
}
function deployPlaceText({ location }) {
  return Object.entries(location).map(([key, value]) => `${key} "${value}"`).join(", ");
}

// src/core/model/event-sentence.ts
function eventSentence(event) {
  return printable(sentence(event));
}
function runName(run) {
  return printable(`${run.kind} ${run.id}${run.attempt === 1 ? "" : `/${run.attempt}`}`);
}
function printable(text) {
  return text.replace(/\s+/gu, " ").replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "\uFFFD").trim();
}
function sentence(event) {
  if (event.type === "not-understood") {
    return `${event.name} (written by a newer version) ${JSON.stringify(event.content)}`;
  }
  if (event.type === "planned")
    return `planned ${event.current} \u2192 ${event.target} in ${countText(event.hops.length, "hop")}`;
  if (event.type === "preflighted") {
    const { problems, warnings, unknown } = event;
    return `preflight: ${countText(problems, "problem")}, ${countText(warnings, "warning")}, ${unknown} could not be checked`;
  }
  if (event.type === "at-target")
    return `production was seen to run ${event.version}, the target of ring ${event.ring}`;
  if (event.type === "disposable-marked") return `marked ${event.data} as disposable: ${event.name} (${event.mark})`;
  if (event.type === "backups-removed") return `removed old backups: ${event.backups.join(", ")}`;
  if (event.type === "production-found-marked")
    return `${event.data} of production was found to be marked as disposable (${event.mark})`;
  if (event.type === "production-place-seen")
    return `production was seen at ${deployPlaceText(event.place)} (${event.place.kind})`;
  if (!("hop" in event)) return leaseSentence(event);
  const place = "environment" in event ? ` on ${event.environment}` : "";
  const took = "milliseconds" in event ? ` in ${durationText(event.milliseconds)}` : "";
  const more = detail(event);
  return `${nameOf(event)} ${event.hop.id}${place}${took}${more === "" ? "" : `: ${more}`}`;
}
function eventWords(event) {
  const more = detail(event);
  return printable(more === "" ? nameOf(event) : `${nameOf(event)}: ${more}`);
}
function nameOf(event) {
  return event.type === "ended" ? `${event.command} ${event.outcome}` : event.type.replaceAll("-", " ");
}
function detail(event) {
  switch (event.type) {
    case "checked":
      return event.version;
    case "backed-up":
      return `${event.purpose} ${event.backup}, ${bytesText(event.bytes)}, data of ${event.dataAt}`;
    case "restored":
      return `${event.backup}, ${event.proved ? "proved equal" : "not proved"} (${countsText(event)})`;
    case "scrubbed":
      return event.waived ? "waived" : "";
    case "baseline-taken":
      return `${event.version}, ${countText(event.measures.length, "measure")}`;
    case "deploying":
      return `${event.version}${event.deferred ? ", migrations deferred" : ""}`;
    case "deployed": {
      const down = downText(event);
      const deferred = event.deferred ? ", migrations deferred" : "";
      const unproved = event.unproved === void 0 ? "" : ` (not proved: ${event.unproved})`;
      return `${event.version}${deferred}${unproved}${down}`;
    }
    case "smoke-tested": {
      const validated = validationText(event.validatedMilliseconds, event.rounds);
      const tests = `${event.version}, ${countText(event.tests.length, "test")}${event.assumed === true ? "" : `, migrations ${event.migrations}`}`;
      return validated === "" ? tests : `${tests}, ${validated}`;
    }
    case "adopted":
      return `${event.version}, "${event.reason}"`;
    case "rolling-back":
      return `to ${event.to}${event.reason === void 0 ? "" : `, "${event.reason}"`}`;
    case "rolled-back":
      return event.accepted === void 0 ? `to ${event.to}${event.tests === void 0 ? "" : `, ${countText(event.tests.length, "test")}`}${downText(event)}` : `to ${event.to}${downText(event)}, tests not passed and accepted: "${event.accepted.reason}"`;
    case "point-proved":
      return `${event.backup} (${countsText(event)})`;
    case "carried-over":
      return `from ${event.after}, on ${event.backup}`;
    case "restoring":
      return event.backup;
    case "rehearsed":
      return event.backup ?? "without data";
    case "rehearsal-waived":
      return `"${event.because}"`;
    case "approved":
      return `by ${event.by} (${event.gate})${event.comment === void 0 ? "" : `, "${event.comment}"`}${event.note === void 0 ? "" : `; ${event.note}`}`;
    case "put-in-place":
      return event.version;
    case "starting":
      return `${event.migration}${event.retry ? ", once more, as a person requested" : ""}`;
    case "start-answered":
      return `${event.migration}: ${event.said}`;
    case "not-deferred":
    case "rehearsal-voided":
      return event.because;
    case "ended":
      return event.message;
    case "migrating":
    case "migrated":
    case "waited":
    case "completed":
    case "staging-taken":
      return "";
  }
}
function downText({
  downtimeMilliseconds: down,
  availability
}) {
  if (down === void 0) return "";
  const { looks, failed } = availability ?? { looks: 0, failed: 0 };
  const counted = failed === 0 ? "" : ` (${failed} of ${looks} health checks failed)`;
  return `, down for ${downtimeText(down)}${counted}`;
}
function leaseSentence(event) {
  const whose = `by ${event.owner}, number ${event.fence}`;
  switch (event.type) {
    case "lease-taken":
      return `lease taken ${whose}, until ${event.expiresAt}${event.preempted === void 0 ? "" : `, from ${event.preempted}`}${event.reason === void 0 ? "" : `, "${event.reason}"`}`;
    case "lease-renewed":
      return `lease renewed ${whose}, until ${event.expiresAt}`;
    case "lease-released":
      return `lease released ${whose}`;
  }
}

export {
  validationProgress,
  validationText,
  deployPlace,
  isSameDeployPlace,
  deployPlaceText,
  eventSentence,
  runName,
  printable,
  eventWords
};
