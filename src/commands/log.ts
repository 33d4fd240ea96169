import { journalLog } from '../report/journal-log.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import type { Project } from './project.ts';

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
