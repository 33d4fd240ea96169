import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  weekdays
} from "./chunk-VB7NNIRI.js";
import {
  valueAt
} from "./chunk-4X6B3AHX.js";
import {
  iso_exports
} from "./chunk-L5QXXGGG.js";
import {
  array,
  m,
  strictObject,
  string,
  union
} from "./chunk-K63SF6ED.js";

// src/config/window.ts
var time = string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day from "00:00" to "23:59", such as "22:00"').meta({ title: "time of day" });
var endTime = string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day from "00:00" to "24:00", such as "04:00"').meta({ title: "time of day" });
var date = iso_exports.date("a calendar date such as 2026-12-20").meta({ title: "date" });
var timeZone = string().refine(isTimeZone, "the name of a time zone, such as Europe/Zurich or UTC").meta({ title: "time zone", description: "The name of a time zone of the IANA database: `Europe/Zurich`, `UTC`." });
var weeklyWindow = strictObject({
  days: array(m(weekdays)).min(1).default([...weekdays]).describe("The days on which the window opens. Left out: every day."),
  from: time.meta({ description: "When the window opens.", examples: ["22:00"] }),
  to: endTime.meta({
    description: "When it closes; a time before `from` is on the next day. `24:00` is the end of the day, so `00:00` to `24:00` is the whole day.",
    examples: ["04:00"]
  })
}).refine(({ from, to }) => from !== to, {
  path: ["to"],
  error: 'a different time from `from`; the whole day is from "00:00" to "24:00"'
});
var closedPeriod = strictObject({
  from: date.meta({ description: "The first day.", examples: ["2026-12-20"] }),
  to: date.meta({ description: "The last day, closed until its end.", examples: ["2027-01-03"] }),
  reason: string().min(1).describe("Why; it is shown to anyone who has to wait.")
}).refine(({ from, to }) => from <= to, { path: ["to"], error: "the same day as `from` or a later one" });
var writtenWindows = strictObject({
  "time-zone": timeZone.describe(
    "The time zone of these times and days, including daylight saving: `Europe/Zurich`."
  ),
  open: array(weeklyWindow).min(1).optional().describe("Every week. Windows that touch are one window. Left out: always, except in `closed`."),
  closed: array(closedPeriod).max(100).default([]).describe("Days on which no window opens, regardless of `open`.")
}).transform(
  (written) => ({
    timeZone: written["time-zone"],
    closed: written.closed,
    ...written.open === void 0 ? {} : { weekly: written.open }
  })
);
var noWindows = strictObject({
  waive: string().min(1).describe("Why production may be changed at any time, although its vendor asks for a maintenance window.")
}).transform(() => void 0);
var maintenanceWindows = union([writtenWindows, noWindows]).meta({
  examples: [
    {
      "time-zone": "Europe/Zurich",
      open: [{ days: ["sat", "sun"], from: "22:00", to: "04:00" }],
      closed: [{ from: "2026-12-20", to: "2027-01-03", reason: "Year-end freeze" }]
    }
  ]
});
function windowsWaiver(document) {
  const waiver = valueAt(document, ["windows", "waive"]);
  return typeof waiver === "string" ? waiver : void 0;
}
function isTimeZone(name) {
  if (name !== "UTC" && !/^[A-Za-z_]+\/[\w/+-]+$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export {
  maintenanceWindows,
  windowsWaiver
};
