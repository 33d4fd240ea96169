import type { Project } from '../config/project.ts';
import type { CommandResult, Invocation } from '../core/model/invocation.ts';
import { journalLog } from '../report/journal-log.ts';
import { warnOfLostRecords } from '../steps/hop/lost-records.ts';

/** Prints the journal for a person. */
export async function log(project: Project, _invocation: Invocation): Promise<CommandResult> {
  await warnOfLostRecords(project);
  const entries = await project.journal.read();
  const text = journalLog(entries);
  return {
    outcome: 'passed',
    headline: `${entries.length} entries in ${project.journal.description}.`,
    outputs: {},
    summary: `\`\`\`text\n${text}\n\`\`\`\n`,
    text,
  };
}
