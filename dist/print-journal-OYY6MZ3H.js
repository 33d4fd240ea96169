const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{journalLog}from"./steps.js";
import{warnOfLostRecords}from"./steps.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./terminal.js";import"./start.js";
import"./start.js";import"./chunk-D6K2TUBN.js";async function printJournal(project){const{journal}=project,entries=await journal.read();await warnOfLostRecords(
project,entries);const text=journalLog(entries);return{outcome:"passed",headline:`${entries.length} ${entries.length===1?"entry":"entries"} in ${journal.description}\
.`,outputs:{},summary:`\`\`\`text
${text}
\`\`\`
`,text}}export{printJournal};
