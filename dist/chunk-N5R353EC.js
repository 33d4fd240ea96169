import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  eventSentence,
  printable,
  runName
} from "./chunk-E6PL2XUX.js";

// src/report/journal-log.ts
var journalColumns = ["#", "time", "run", "actor", "what"];
function journalLog(entries) {
  if (entries.length === 0) return "The journal is empty: nothing has been recorded yet.\n";
  const rows = [journalColumns, ...entries.map(journalRow)];
  const widths = journalColumns.map((_, column) => Math.max(...rows.map((cells) => [...cells[column] ?? ""].length)));
  return rows.map(
    (cells) => `${cells.map((cell, column) => pad(cell, widths[column] ?? 0)).join("  ").trimEnd()}
`
  ).join("");
}
function journalRow({ sequence, at, run, event }) {
  return [
    String(sequence),
    at.replace(/T(\d\d:\d\d:\d\d)(\.\d+)?Z$/, " $1Z"),
    runName(run),
    printable(run.actor),
    eventSentence(event)
  ];
}
function pad(text, width) {
  return text + " ".repeat(Math.max(0, width - [...text].length));
}

export {
  journalColumns,
  journalLog,
  journalRow
};
