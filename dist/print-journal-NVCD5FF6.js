import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  journalLog
} from "./chunk-N5R353EC.js";
import {
  warnOfLostRecords
} from "./chunk-LBPCGMRJ.js";
import "./chunk-D43QRV6R.js";
import "./chunk-E6PL2XUX.js";
import "./chunk-HPBJV7J4.js";
import "./chunk-NPESFTYR.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";

// src/steps/log/print-journal.ts
async function printJournal(project) {
  const { journal } = project;
  const entries = await journal.read();
  await warnOfLostRecords(project, entries);
  const text = journalLog(entries);
  return {
    outcome: "passed",
    headline: `${entries.length} ${entries.length === 1 ? "entry" : "entries"} in ${journal.description}.`,
    outputs: {},
    summary: `\`\`\`text
${text}
\`\`\`
`,
    text
  };
}
export {
  printJournal
};
