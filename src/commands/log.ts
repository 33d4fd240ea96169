import type { Project } from '../config/project.ts';
import type { CommandResult, Invocation } from '../core/model/invocation.ts';
import { journalLog } from '../report/journal-log.ts';

/** Prints the journal for a person. */
export async function log(project: Project, _invocation: Invocation): Promise<CommandResult> {
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
