import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  durationPattern,
  parseDuration,
  unitMilliseconds
} from "./chunk-JOC32U4G.js";
import {
  string,
  tuple
} from "./chunk-K63SF6ED.js";

// src/core/settings/scalars.ts
var longestDuration = 366 * unitMilliseconds.d;
var duration = string().regex(durationPattern, "a duration: a whole number above 0 and s, m, h or d, such as 90s, 15m, 2h or 7d").refine((text) => (parseDuration(text) ?? 0) <= longestDuration, "a duration of at most 366d").transform((text) => parseDuration(text) ?? 0).meta({ title: "duration", description: "A whole number and `s`, `m`, `h` or `d`: `90s`, `15m`, `2h`, `7d`." });
var fineDuration = string().regex(/^[1-9]\d*(ms|s|m)$/, "a duration: a whole number above 0 and ms, s or m, such as 500ms or 2s").transform((text) => text.endsWith("ms") ? Number(text.slice(0, -2)) : parseDuration(text) ?? 0).meta({ title: "short duration", description: "A whole number and `ms`, `s` or `m`: `500ms`, `2s`." });
var jobLimit = duration.refine(
  (milliseconds) => milliseconds >= 30 * unitMilliseconds.m && milliseconds <= unitMilliseconds.d,
  "a duration from 30m to 24h: after that, the token of a job has expired"
);
var template = string().min(1).meta({ title: "text" });
var environmentName = string().regex(/^[^\s=]+$/, "the name of a variable, such as APP_TAG");
var headerName = string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, "the name of a header, such as Authorization");
var argv = tuple([template], template).meta({
  title: "command",
  description: "A program and its arguments, started without a shell. `{from}` and `{to}` are filled in, and `{version}` where one release is deployed or tested."
});
var slug = string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "small letters, digits and single hyphens, such as patient-records").max(63).meta({ title: "name" });

export {
  duration,
  fineDuration,
  jobLimit,
  template,
  environmentName,
  headerName,
  argv,
  slug
};
