import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  journalLog
} from "./steps.js";
import {
  warnOfLostRecords
} from "./steps.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./terminal.js";
import "./start.js";
import "./start.js";
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
