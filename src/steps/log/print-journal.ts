import type { Project } from '../../config/project.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { journalLog } from '../../report/journal-log.ts';
import { warnOfLostRecords } from '../hop/lost-records.ts';

/** Prints the journal for a person. */
export async function printJournal(project: Project): Promise<CommandResult<never>> {
  const { journal } = project;
  const entries = await journal.read();
  await warnOfLostRecords(project, entries);
  const text = journalLog(entries);
  return {
    outcome: 'passed',
    headline: `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} in ${journal.description}.`,
    outputs: {},
    summary: `\`\`\`text\n${text}\n\`\`\`\n`,
    text,
  };
}
