import { projectCommand } from '../steps/command.ts';

/** Prints the journal for a person. */
export const log = projectCommand({
  name: 'log',
  description: 'print the journal',
  inputs: [],
  outputs: [],
  load: async () => (await import('../steps/log/print-journal.ts')).printJournal,
});
