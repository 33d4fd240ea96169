import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/model/notice.ts
var noticeKinds = ["approval", "failed", "complete", "rolled-back"];
function shortened(text, limit) {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}\u2026`;
}

// src/core/messages/quantities.ts
function durationText(milliseconds) {
  if (milliseconds < 1e3) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59950) return `${(milliseconds / 1e3).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1e3);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} days ${hours % 24} h`;
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${hours} h ${minutes % 60} min`;
}
function roughText(milliseconds) {
  if (milliseconds < 1e3) return "under 1 s";
  if (milliseconds < 119500) return `${Math.round(milliseconds / 1e3)} s`;
  if (milliseconds < 119.5 * 6e4) return `${Math.round(milliseconds / 6e4)} min`;
  return durationText(milliseconds);
}
function downtimeText(milliseconds) {
  return milliseconds < 1e3 ? "under 1 s" : durationText(milliseconds);
}
function elapsedText(milliseconds, total) {
  const [unit, size] = total < 12e4 ? ["s", 1e3] : ["min", 6e4];
  return `${Math.floor(milliseconds / size)} of ${Math.ceil(total / size)} ${unit}`;
}
function timeText(at) {
  return `${at.slice(0, 19).replace("T", " ")}Z`;
}
function bytesText(bytes) {
  const units = ["bytes", "KiB", "MiB", "GiB", "TiB"];
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const amount = bytes / 1024 ** power;
  return bytes === 1 ? "1 byte" : `${power === 0 ? amount : amount.toFixed(1)} ${units[power] ?? "bytes"}`;
}
function countText(count, noun) {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
export {
  bytesText,
  countText,
  downtimeText,
  durationText,
  elapsedText,
  noticeKinds,
  roughText,
  shortened,
  timeText
};
