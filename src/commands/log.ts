import { journalLog } from '../report/journal-log.ts';
import { projectCommand } from '../steps/command.ts';
import { warnOfLostRecords } from '../steps/hop/lost-records.ts';

/** Prints the journal for a person. */
export const log = projectCommand({
  name: 'log',
  description: 'print the journal',
  inputs: [],
  outputs: [],
  run: async (project) => {
    const { journal } = project;
    const entries = await journal.read();
    await warnOfLostRecords(project, entries);
    const text = journalLog(entries);
    return {
      outcome: 'passed',
      headline: `${entries.length} entries in ${journal.description}.`,
      outputs: {},
      summary: `\`\`\`text\n${text}\n\`\`\`\n`,
      text,
    };
  },
});
