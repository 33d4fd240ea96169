import { projectCommand } from '../steps/command.ts';

/** Shows, and on request writes, the changes to the user's own files that a release requires. */
export const configure = projectCommand({
  name: 'configure',
  description: "show what the next hop requires of your files (Compose file, env file, a chart's values), and write it",
  only: 'terminal',
  inputs: ['hop', 'target', 'current', 'facts', 'parts', 'releases'],
  inTerminal: ['prereleases', 'minimumAge', 'offline', 'write'],
  outputs: [],
  load: async () => (await import('../planning/configure-files.ts')).configureFiles,
});
